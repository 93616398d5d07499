"""Blocks to the record's text: paragraphs divided by one blank line, lines of one by a line break."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaners.blocks import EDGE, Block, remaining
from cleaners.state import Page
from cleaners.tables import tags
from cleaners.wrapped_lines import column_of, in_one, is_cut_at

ROW_CELL = 60
"""Longest table cell in characters that is set beside its neighbours; longer ones are paragraphs."""
MAX_NESTED = 8
"""Levels of lists in lists, or tables in tables, that are told apart."""

_WIDE_SPACES = "\u00a0\u2002-\u200a"
_SPACES = re.compile(f"[ {_WIDE_SPACES}]{{2,}}|\u00a0")
_UNTIL_ODD = re.compile(f"[^{_WIDE_SPACES}]*+(?!\\Z)")
"""A line up to a character that may be part of a run of spaces."""

_CELL_END = re.compile(r"(?<=[。！？”）)])[\s|]+$")
"""The bar of a table that was turned into text."""


def normalise_line(line: str) -> str:
    """A line without runs of spaces, and without the bar of a table that was turned into text."""
    if line.endswith("|"):
        cell = line[2:].removesuffix(" |") if line.startswith("| ") else line
        line = _CELL_END.sub("", cell)
    if "  " not in line and not _UNTIL_ODD.match(line):
        return line
    return _SPACES.sub(" ", line).strip(EDGE)


def normalise(page: Page) -> Page:
    """Step: the kept blocks of the article to `page.text`."""
    assert page.layout is not None
    lines = [(block, line) for block in remaining(page.article) if (line := normalise_line(block.text))]
    structures = _structures(page)
    paragraphs = [*_paragraphs(lines)]
    texts = [[line for _, line in joined] for joined in paragraphs]
    column = column_of(texts)
    pieces: list[str] = []
    previous: Block | None = None
    for joined, text in zip(paragraphs, texts, strict=True):
        if previous is not None:
            pieces.append(_divider(previous, joined[0][0], structures))
        cut = is_cut_at(text, column)
        if cut:
            page.trace.note("normalise", "wrapped lines", len(text), text[0])
        pieces.append(in_one(text) if cut else "\n".join(text))
        previous = joined[-1][0]
    page.text = "".join(pieces)
    return page


def _paragraphs(lines: Iterable[tuple[Block, str]]) -> Iterator[list[tuple[Block, str]]]:
    """The lines that single breaks divide, together."""
    joined: list[tuple[Block, str]] = []
    for block, line in lines:
        if joined and not block.joined:
            yield joined
            joined = []
        joined.append((block, line))
    if joined:
        yield joined


class _Structure(NamedTuple):
    """The lists and tables of the article that a box stands in, each from the inside out."""

    lists: tuple[int, ...] = ()
    tables: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    cells: tuple[int, ...] = ()
    item: int = -1
    """The item of the innermost list."""


_PLAIN = _Structure()


def _structures(page: Page) -> dict[int, _Structure]:
    """What each box of the article stands in; boxes in no list or table are left out."""
    assert page.layout is not None
    found: dict[int, _Structure] = {}
    for box in (page.layout.boxes[page.box], *page.layout.within(page.box)):
        around = found.get(box.parent)
        if box.tag in (tags.STRUCTURES if box.index > page.box else tags.LISTS):
            lists, tables, rows, cells, item = around or _PLAIN
            if box.tag in tags.LISTS:
                lists, item = (box.index, *lists)[:MAX_NESTED], -1
            elif box.tag in tags.ITEMS:
                item = box.index
            elif box.tag == "table":
                tables = (box.index, *tables)[:MAX_NESTED]
            elif box.tag == "tr":
                rows = (box.index, *rows)[:MAX_NESTED]
            else:
                cells = (box.index, *cells)[:MAX_NESTED]
            around = _Structure(lists, tables, rows, cells, item)
        if around is not None:
            found[box.index] = around
    return found


def _divider(before: Block, after: Block, structures: dict[int, _Structure]) -> str:
    """What divides two blocks: a tab between cells of a row, a line break in a list, else a blank line."""
    one, other = structures.get(before.box), structures.get(after.box)
    if one is None or other is None:
        return "\n\n"
    longest = max(len(before.text), len(after.text))
    apart = bool(one.cells or other.cells) and not _shared(one.cells, other.cells)
    if apart and _shared(one.tables, other.tables):
        if longest <= ROW_CELL and _shared(one.rows, other.rows):
            return "\t"
        return "\n" if longest <= 2 * ROW_CELL else "\n\n"
    if before.tag == after.tag == "p" and one.item == other.item:  # paragraphs of one item, or of none
        return "\n\n"
    nested = before.tag in tags.ITEMS and _shared(other.lists, one.lists)  # a list in an item, below its line
    return "\n" if nested or _shared(one.lists, other.lists) else "\n\n"


def _shared(around_before: tuple[int, ...], around_after: tuple[int, ...]) -> bool:
    """True when what holds the second block most closely holds the first one too."""
    return bool(around_after) and around_after[0] in around_before
