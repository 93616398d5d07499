"""Tell the notices that a site sets under its articles: on rights, on opinions, on how to reach it."""

from functools import lru_cache

from cleaners.promotion import weighed
from cleaners.script import fold
from cleaners.tables import cues, phrases

MAX_NOTICE = 400
"""Longest notice in characters."""
AMPLE, FOR_ONE_MORE = 150, 100
"""Characters from which a paragraph may have some of a notice's parts by chance, and for how many more
of them it must have one part more."""


def noticing_phrase(line: str) -> str:
    """What makes a line a notice by how it begins; empty where nothing does."""
    match = phrases.SITE_NOTICE.match(fold(line)) if len(line) <= MAX_NOTICE else None
    return match.group() if match and not _reports(line) else ""


def noticed_parts(line: str) -> str:
    """The parts that make a line a notice on rights, by what it speaks of; empty where they do not."""
    least = cues.NOTICE + max(0, len(line) - AMPLE) / FOR_ONE_MORE
    found = weighed(fold(line), cues.RIGHTS, least) if len(line) <= MAX_NOTICE else ""
    return found if found and not _reports(line) else ""


def _reports(line: str) -> bool:
    """True for a report, which names its paper as a notice does: ``本报讯``."""
    return phrases.OWN_DATELINE.match(fold(line)) is not None


@lru_cache(maxsize=256)  # asked of an article's first and last paragraph by several steps
def is_notice(line: str) -> bool:
    """True for a line that in whole is a site's notice.

    >>> is_notice("郑重声明：本网发布此信息的目的在于传播更多信息，与本网站立场无关。")
    True
    """
    return bool(noticing_phrase(line) or noticed_parts(line))
