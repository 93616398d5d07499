"""Blocks to the record's text: paragraphs divided by one blank line, lines of one by a line break."""

import re
from collections.abc import Set

from cleaners.blocks import EDGE, Block
from cleaners.state import Page
from cleaners.tables import tags

CELLS = frozenset({"td", "th"})
ROW_CELL = 60
"""Longest table cell in characters that is set beside its neighbours; longer ones are paragraphs."""

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[ \u00a0\u2002-\u200a]{2,}|\u00a0")
_ODD = re.compile("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u00a0\u2002-\u200a]")
"""Any character that `normalise_line` takes out, or that may be part of a run of spaces."""


def normalise_line(line: str) -> tuple[str, int]:
    """A line without invisible characters and runs of spaces, and how many invisible ones it had."""
    if "  " not in line and not _ODD.search(line):
        return line, 0
    line, invisible = _INVISIBLE.subn("", line)
    return _SPACES.sub(" ", line).strip(EDGE), invisible


def normalise(page: Page) -> Page:
    """Step: the kept blocks of the article to `page.text`."""
    assert page.layout is not None
    pieces: list[str] = []
    previous: Block | None = None
    invisible = 0
    for block in page.article:
        if block.dropped:
            continue
        line, removed = normalise_line(block.text)
        invisible += removed
        if not line:
            continue
        if previous is not None:
            pieces.append(_divider(previous, block, page))
        pieces.append(line)
        previous = block
    if invisible:
        page.trace.note("normalise", "invisible characters", invisible)
    page.text = "".join(pieces)
    return page


def _divider(before: Block, after: Block, page: Page) -> str:
    """What divides two blocks: a tab between cells of a row, a line break in a list, else a blank line."""
    if after.joined:
        return "\n"
    longest = max(len(before.text), len(after.text))
    if _common(before, after, page, {"table"}) and not _common(before, after, page, CELLS):
        if longest <= ROW_CELL and _common(before, after, page, {"tr"}):
            return "\t"
        return "\n" if longest <= 2 * ROW_CELL else "\n\n"
    return "\n" if _common(before, after, page, tags.LISTS) else "\n\n"


def _common(before: Block, after: Block, page: Page, kinds: Set[str]) -> bool:
    """True when the article's innermost box of a kind around the second block holds the first too."""
    assert page.layout is not None
    around = (b for b in page.layout.ancestors(after.box) if b.index > page.box)
    inner = next((b.index for b in around if b.tag in kinds), None)
    return inner is not None and any(b.index == inner for b in page.layout.ancestors(before.box))
