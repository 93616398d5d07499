"""Close up characters that stand apart, each behind a space: ``清 川 市 水 务 局 启 动 巡 查 。``.

Pages that set each character in an element of its own, one a line of the source, come out so, and text
taken out of PDFs. In a right text single characters stand apart in titles and rows only, without a sentence.
"""

import re

from cleaners.rewriting import rewrite
from cleaners.state import Page

MIN_APART = 16
"""Fewest parts of a line by which the page is known."""
MIN_WORD = 4
"""Fewest parts of the other lines of such a page, titles among them."""
APART_SHARE = 0.8
"""Share of single characters among the parts: numbers and Latin words have several."""
MIN_LINES = 2
"""Such lines on a page that show the damage: one may be somebody's."""

_SPACES = " \u3000\u00a0"
_SPACE = f"[{_SPACES}]"
FEW = 3
"""Characters for each space of a line from which its characters do not stand apart."""
_MARK = re.compile("[，。；！？]")
_HAN = re.compile("[\u3400-\u9fff]")
_GAP = re.compile(rf"{_SPACE}(?=[^\x00-\x7f])|(?<=[^\x00-\x7f]){_SPACE}|(?<=(?<!\S)\w){_SPACE}(?=\w(?!\S))")
"""A space beside a character beyond ASCII, or between two letters or digits that stand alone."""


def close_up(page: Page) -> Page:
    """Step: the characters of all lines set side by side, on a page where those of sentences stand apart."""
    assert page.layout is not None
    lines = [block.text for block in page.layout.blocks if len(block.text) >= 2 * MIN_APART - 1]
    if sum(_is_apart(line, MIN_APART) and bool(_MARK.search(line)) for line in lines) >= MIN_LINES:
        rewrite(page, "letter-spacing", "characters set apart", closed_up)
    return page


def closed_up(line: str) -> tuple[str, int]:
    """A line with its characters side by side, and how many gaps were closed; another line as it is.

    >>> closed_up("清 川 市 1 2 0 人 。")
    ('清川市120人。', 7)
    """
    return _GAP.subn("", line) if _is_apart(line, MIN_WORD) else (line, 0)


def _is_apart(line: str, least: int) -> bool:
    """True for a line nearly all of whose characters stand apart, most of them Han."""
    for space in _SPACES:
        if line.count(space) * FEW >= len(line):
            return _is_apart_by(space, line, least)
    return False


def _is_apart_by(space: str, line: str, least: int) -> bool:
    parts = line.split(space)
    single = [part for part in parts if len(part) == 1]
    han = sum(_HAN.match(part) is not None for part in single)
    return len(parts) >= least and len(single) >= APART_SHARE * len(parts) and 2 * han >= len(single)
