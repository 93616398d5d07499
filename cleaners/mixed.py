"""Decode pages of mixed charsets: a GBK include in a UTF-8 page, a UTF-8 one in a GBK page.

Servers that paste files together do not ask what they are in. Such a page is decoded by run: what
stands between two tags or on one line is of one charset. UTF-8 is known by its form.
"""

import re
from typing import NamedTuple

from cleaners.likelihood import chinese_cost

MIN_FORM = 4
"""Characters of UTF-8 in a row that are no chance in a double-byte charset (one in 10 million)."""
MIN_SHARE = 0.2
"""Share of the bytes beyond ASCII in runs of valid UTF-8 from which a page is UTF-8 with other runs in it."""
LIKELY_COST = 5.0
"""Mean cost under which what a run reads as is Chinese text."""
MIN_BYTES = 4
"""Shortest run beyond ASCII that says what it is in."""

_ASCII = bytes(range(128))
_RUN = re.compile(rb"[^<>\n\r\x80-\xff]*[\x80-\xff][^<>\n\r]*")
_FORM = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){%d}" % (MIN_FORM - 1))


class Mixture(NamedTuple):
    """Text that was decoded by run."""

    text: str
    other: str
    """The charset of the runs that are not in the page's own."""
    runs: int
    """How many those are."""


def utf8_share(body: bytes) -> float:
    """Share of the bytes beyond ASCII that stand in runs of valid UTF-8."""
    if not _FORM.search(body.translate(None, _ASCII)):
        return 0.0
    valid = total = 0
    for run in _RUN.findall(body):
        high = len(run.translate(None, _ASCII))
        total += high
        if high >= MIN_BYTES and _strictly(run, "utf-8") is not None:
            valid += high
    return valid / max(1, total)


def decode_mixed(body: bytes, main: str) -> Mixture:
    """A page in `main` (utf-8 or gb18030) decoded run by run, each run that is not in it as the other."""
    other = "gb18030" if main == "utf-8" else "utf-8"
    pieces: list[str] = []
    position = runs = 0
    for match in _RUN.finditer(body):
        read = _other_reading(match.group(), main)
        if read is not None:
            pieces += [body[position : match.start()].decode(main, "replace"), read]
            position = match.end()
            runs += 1
    return Mixture("".join([*pieces, body[position:].decode(main, "replace")]), other, runs)


def is_mixed(body: bytes, main: str) -> bool:
    """True when a page in `main` may have runs of the other charset."""
    if main == "utf-8":
        return True  # asked only where some bytes are no UTF-8
    return main == "gb18030" and _FORM.search(body) is not None


def _other_reading(run: bytes, main: str) -> str | None:
    """What a run reads as in the other charset; None where it is in the page's own."""
    if len(run.translate(None, _ASCII)) < MIN_BYTES:
        return None
    if main == "utf-8":
        if _strictly(run, "utf-8") is not None:
            return None
        read = _strictly(run, "gb18030")
        return read if read is not None and _is_chinese(read) else None
    return _strictly(run, "utf-8") if _FORM.search(run) else None


def _strictly(run: bytes, charset: str) -> str | None:
    try:
        return run.decode(charset)
    except UnicodeDecodeError:
        return None


def _is_chinese(text: str) -> bool:
    return chinese_cost("".join(c for c in text if c > "\x7f")) < LIKELY_COST
