"""Take out jammers, the strings of ASCII that forums set between paragraphs against copying.

Discuz! writes ``! W" a+ \\& |, n3 F# {#`` in the colour of the page at each line's end. A reader does not
see it; whoever takes the text does.
"""

import re

from cleaners.rewriting import rewrite
from cleaners.state import Page

MIN_ON_PAGE = 2
"""Such strings on a page that show a forum's protection: one may be somebody's."""
MIN_SYMBOLS = 4
"""Different symbols in a string that shows it: formulas and code have fewer of them side by side."""
MIN_OTHERS = 2
"""The same of the others on such a page."""

_RUN = re.compile(r"(?:(?<=[\s\u3000-\uffef])|^)[!-~]{1,3}(?: [!-~]{1,3}){4,}(?=\s|$)", re.M)
_SHORT = re.compile(r" [!-~]{1,3} [!-~]{1,3} [!-~]{1,3}(?:\s|$)")
"""Part of one: found by its space, of which Chinese text has few."""
_SIGNS = r"!\"#$%&'*+/:;<=>?@\\^_`{|}~\[\](-"
_SYMBOL = re.compile(rf"[,){_SIGNS}]")
_MIXED = re.compile(rf"(?:[A-Za-z0-9][){_SIGNS}]{{1,2}}|[{_SIGNS}][A-Za-z0-9])$")
"""A letter with signs beside it, but for a comma and the bracket of a numbered item."""


def strip_jammers(page: Page) -> Page:
    """Step: jammers taken out of all lines, on a page that has several."""
    assert page.layout is not None
    text = page.layout.text
    if _SHORT.search(text) and sum(map(_is_jammer, _RUN.finditer(text))) >= MIN_ON_PAGE:
        rewrite(page, "jammers", "strings against copying", without_jammers)
    return page


def without_jammers(line: str) -> tuple[str, int]:
    """A line without its jammers, and how many there were."""
    found = [match for match in _RUN.finditer(line) if _symbols(match) >= MIN_OTHERS]
    for match in reversed(found):
        line = line[: match.start()].rstrip(" ") + line[match.end() :]
    return line, len(found)


def _is_jammer(match: re.Match[str]) -> bool:
    tokens = match.group().split(" ")
    mixed = sum(_MIXED.match(token) is not None for token in tokens)
    return mixed * 3 >= len(tokens) and _symbols(match) >= MIN_SYMBOLS


def _symbols(match: re.Match[str]) -> int:
    """How many different symbols a string has."""
    return len(set(_SYMBOL.findall(match.group())))
