"""How a line is set: in bold, in the middle, in large, small or grey type.

Only what its own elements say is read; style sheets are not.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from cleaners.blocks import Block, Box, Layout, one_spaced, text_of

MOST_INNER = 20
"""Elements in a line's box among which one is looked for that holds all of the line."""
LARGE = 20.0
"""Pixels from which type is a headline's."""
PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0}
"""Pixels of CSS's units, of type of the usual size."""
FONTS = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 20.0, "5": 24.0, "6": 32.0, "7": 48.0, "-1": 13.0, "-2": 10.0}
"""The same of the sizes of ``<font>`` (HTML, 15.3.1); all that are larger than usual are a headline's."""
FONTS |= {"+1": 20.0, "+2": 24.0, "+3": 32.0, "+4": 48.0}
DARK, PALE = 0x60, 0xC0
"""Between these grey is grey: darker is black to a reader, and paler is paper."""

_SIZE = re.compile(r"font-size\s*:\s*(?P<size>\d+(?:\.\d+)?)\s*(?P<unit>px|pt|r?em)")
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*(?P<colour>#[0-9a-f]{3,6}|rgba?\([\d\s.,]+\)|[a-z]+)")
_GREY = re.compile("^(?:dark|dim|light|slate)?gr[ae]y$")


def elements_of(line: Block, layout: Layout) -> Iterator[etree._Element]:
    """The elements that hold all of a line: its box, and inline ones."""
    if line.box < 0:
        return iter(())
    own, text = layout.boxes[line.box].element, line.written or line.text
    return (e for e in islice(own.iter(), MOST_INNER) if text in one_spaced(text_of(e)))


def is_in_middle(box: Box) -> bool:
    """True for a box that its markup sets in the middle."""
    style = (box.element.get("style") or "").replace(" ", "").lower()
    return (
        box.tag == "center"
        or (box.element.get("align") or "").lower() == "center"
        or "text-align:center" in style
    )


def is_centred(line: Block, layout: Layout) -> bool:
    return any(map(is_in_middle, layout.around(line.box, 1)))


def is_bold(line: Block, layout: Layout) -> bool:
    return any(element.tag in ("b", "strong") for element in elements_of(line, layout))


def is_large(line: Block, layout: Layout) -> bool:
    """True for a line in a headline's type."""
    return any((_pixels(element) or 0.0) >= LARGE for element in elements_of(line, layout))


def size_of(line: Block, layout: Layout) -> float | None:
    """Pixels of a line's type, as its innermost element says; None where none says it."""
    sizes = [size for element in elements_of(line, layout) if (size := _pixels(element)) is not None]
    return sizes[-1] if sizes else None


def is_grey(line: Block, layout: Layout) -> bool:
    """True for a line in grey."""
    colours = [colour for element in elements_of(line, layout) if (colour := _colour(element))]
    return bool(colours) and _is_grey(colours[-1])


def _pixels(element: etree._Element) -> float | None:
    if size := _SIZE.search((element.get("style") or "").lower()):
        return float(size["size"]) * PIXELS[size["unit"]]
    return FONTS.get(element.get("size") or "") if element.tag == "font" else None


def _colour(element: etree._Element) -> str:
    styled = _COLOUR.search((element.get("style") or "").lower())
    return styled["colour"] if styled else (element.get("color") or "").lower()


def _is_grey(colour: str) -> bool:
    """True for a colour of three nearly equal parts, neither black nor white, or one of the name.

    >>> _is_grey("#888"), _is_grey("rgb(127, 127, 127)"), _is_grey("#333"), _is_grey("#c00")
    (True, True, False, False)
    """
    digits = colour.lstrip("#")
    if colour.startswith("rgb"):
        parts = [int(float(part)) for part in re.findall(r"[\d.]+", colour)[:3]]
    elif re.fullmatch("[0-9a-f]{3}", digits):
        parts = [int(digit * 2, 16) for digit in digits]
    elif re.fullmatch("[0-9a-f]{6}", digits):
        parts = [int(digits[place : place + 2], 16) for place in (0, 2, 4)]
    else:
        return _GREY.match(colour) is not None
    return len(parts) == 3 and min(parts) >= DARK and max(parts) <= PALE and max(parts) - min(parts) <= 0x10
