"""What of a page is not seen: by an element's own style, or by a short style sheet of the page itself.

Style sheets in files of their own are not fetched, and no script is run.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import cast

from lxml import etree

WHITE, UNSEEN, HIDDEN = 1, 2, 3
"""Seen on a ground only, not seen until a script shows it, and never seen."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:[;!]|$)"
    r"|(?:left|top|right|bottom|text-indent)\s*:\s*-(?:[5-9]\d\d|\d{4,})(?:\.\d+)?(?:px|pt|r?em)?"
    r"|clip\s*:\s*rect\(\s*0"
)
"""Styles of what is not shown, or far outside of the page, as link farms are."""
_NO_SIZE = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:[;!]|$)")
_CUT_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*hidden")
_UNSEEN = re.compile(r"visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)")
"""Styles that hide too, but that scripts take back."""
_WHITE = re.compile(
    r"(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255\b|transparent\b)"
)
_GROUND = re.compile(r"(?<![\w-])background\b")
"""White letters, and what they may stand on; on the white of a page no one sees them."""
_HIDING_RULE = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?:px)?\s*[;}]")
_LONE_CLASS = re.compile(r"(?:^|,)\s*\.([\w-]+)\s*(?=,|\Z)")
"""A class of a page's own style sheet whose elements are not seen."""
MAX_SHEET = 2000
"""Longest such sheet in characters: those against copying are short, those of frameworks are not."""
_SHORT_SHEETS = etree.XPath(f"head/style[string-length() <= {MAX_SHEET}]")


@lru_cache(maxsize=4096)
def sight_of(style: str) -> int:
    """`HIDDEN`, `UNSEEN`, `WHITE`, or 0 for an element that is seen."""
    style = style.lower()
    cut_off = _NO_SIZE.search(style) is not None and _CUT_OFF.search(style) is not None
    if cut_off or _HIDDEN.search(style):
        return HIDDEN
    if _UNSEEN.search(style):
        return UNSEEN
    return WHITE if _WHITE.search(style) and not _GROUND.search(style) else 0


def is_white(element: etree._Element) -> bool | None:
    """True for an element that sets white letters and no ground for them, False for one that sets a ground;
    None where it says nothing of either."""
    style, color = element.get("style") or "", element.get("color")
    if _GROUND.search(style.lower()) or element.get("bgcolor") is not None:
        return False
    return sight_of(style or f"color:{color}") == WHITE or None


def hiding_classes(root: etree._Element) -> set[str]:
    """The classes in a page's own short style sheets whose elements are not seen on any screen."""
    sheets = cast("list[etree._Element]", _SHORT_SHEETS(root))
    return set(chain.from_iterable(_hiding_in(sheet.text or "") for sheet in sheets))


def _hiding_in(sheet: str) -> Iterator[str]:
    """The classes of one sheet that by themselves hide, outside of ``@media`` and the like."""
    for match in _HIDING_RULE.finditer(sheet):
        start = sheet.rfind("{", 0, match.start())
        end_before = sheet.rfind("}", 0, start)
        opened = sheet.rfind("{", 0, start)
        if opened <= end_before:
            yield from _LONE_CLASS.findall(sheet[end_before + 1 : start])
