"""Rows of words each of which is an inline element, where the text alone does not tell them apart:
``<span>准格尔旗</span><span>华坪县</span>``, and links right behind an article's sentence.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from cleaners.blocks import SENTENCE_ENDS, Block, one_spaced, text_of
from cleaners.farm_words import NAME_LENGTH
from cleaners.item_runs import ITEM_LENGTH, MIN_ITEMS
from cleaners.rewriting import restore
from cleaners.state import Page
from cleaners.tables import tags

MIN_DIVIDED = 2 * MIN_ITEMS
"""Fewest characters of a line that may be such words."""
_KEY = MIN_DIVIDED // 2
"""Characters at its end by which a line's row is looked up, spaces not counted."""
MOST_BETWEEN = 6
"""Most characters between two links of a row: a mark, or a number with marks around."""
_BETWEEN = re.compile(r"[\W\d_]*")
_OPENING = re.compile(r"(?:[\[(（【]?\d{1,3}[.、．)）:：\]】]?)?[\s\[【|｜·•、/>»-]*$")
"""What may stand before the first of a row: its number, a mark."""
MAX_OPENING = 12
"""Longest such in characters."""
_ENDS = tuple(SENTENCE_ENDS + "摄")
"""What ends a sentence, or the credit of a picture."""


def divide_rows(page: Page) -> list[tuple[Block, str, str]]:
    """Set the words of a line, or behind its last sentence, apart where each is an element.

    Gives the lines with their texts before and after: where no farm is found in one, it is to stay as it is.
    """
    assert page.layout is not None
    rows: dict[int, dict[str, list[str]]] = {}
    divided = []
    for block in page.article:
        if block.box < 0 or block.dropped or len(block.text) < MIN_DIVIDED:
            continue
        if block.box not in rows:
            rows[block.box] = _rows_in(page, page.layout.boxes[block.box].element)
        items = rows[block.box].get(_key(block.text)) if rows[block.box] else None
        start = _start_of(items[::-1], block.text) if items else None
        if items and start is not None and (start == 0 or block.text[:start].rstrip().endswith(_ENDS)):
            written = block.text
            block.text = written[:start] + " ".join(items)
            divided.append((block, written, block.text))
    return divided


def links_behind(page: Page, block: Block) -> tuple[int, int] | None:
    """Where a row of short links begins behind the last sentence of a line, and how many they are; None where
    there is none."""
    assert page.layout is not None
    if len(block.links) < MIN_ITEMS or block.box < 0:
        return None
    links = []
    for child in page.layout.boxes[block.box].element.iterchildren(reversed=True):
        tail = (child.tail or "").strip()
        if not _is_link(child) or len(tail) > MOST_BETWEEN or not _BETWEEN.fullmatch(tail):
            break
        links.append(restore(page, one_spaced(text_of(child))))
    start = _start_of(links, block.text)
    if len(links) < MIN_ITEMS or start is None or max(map(len, links)) > ITEM_LENGTH:
        return None
    opening = _OPENING.search(block.text, max(0, start - MAX_OPENING), start)
    start = opening.start() if opening else start
    return (start, len(links)) if block.text[start - 1 : start] in _ENDS else None


def _start_of(items: Sequence[str], text: str) -> int | None:
    """Where the words begin that a text ends with, the last of them first, marks or numbers between."""
    place = len(text)
    for item in items:
        found = text.rfind(item, max(0, place - len(item) - MOST_BETWEEN), place) if item else -1
        if found < 0 or not _BETWEEN.fullmatch(text, found + len(item), place):
            return None
        place = found
    return place


def _key(text: str) -> str:
    """What a line is looked up by."""
    return "".join(text[-2 * MIN_DIVIDED :].split())[-_KEY:]


def _rows_in(page: Page, element: etree._Element) -> dict[str, list[str]]:
    """The words of each row of enough inline elements in a box, by what they end with."""
    rows: dict[str, list[str]] = {}
    for row in _rows_of(element):
        items = [restore(page, one_spaced(text_of(child))) for child in row]
        if all(2 <= len(item) <= NAME_LENGTH and _BETWEEN.sub("", item) for item in items):
            rows[_key("".join(items))] = items
    return rows


def _rows_of(element: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of enough inline elements with nothing between, in a box or in one that holds them all."""
    row: list[etree._Element] = []
    for child in [*element.iterchildren(), None]:
        inline = child is not None and child.tag not in tags.BLOCK and child.tag != "br"
        if child is not None and inline:
            row.append(child)
        if child is None or not inline or (child.tail or "").strip():
            while len(row) == 1 and not (row[0].text or "").strip():
                row = list(row[0])
            if len(row) >= MIN_ITEMS:
                yield row
            row = []


def _is_link(element: etree._Element) -> bool:
    """True for a link, and for an element around one."""
    while element.tag != "a" and len(element) == 1 and not (element.text or "").strip():
        element = element[0]
    return element.tag == "a"
