"""Tell what the programs of a page say from its text: a player's messages, a comment form, a log-in box.

They are told by their words alone (`tables/interface.txt`), whatever marks divide them. A short one may be an
item of a list as well: it counts beside another, where nothing leads a list in.
"""

import re
from collections.abc import Sequence
from functools import cache

from cleaners.blocks import Block
from cleaners.credits import edges
from cleaners.script import fold
from cleaners.tables import rows, words
from cleaners.tables.furniture import BUTTONS

MAX_LINE = 48
"""Longest line in characters."""
SURE = 4
"""Letters from which a line counts by itself before or behind all prose."""
SURE_ANYWHERE = 7
"""Letters from which it counts between two paragraphs: a message, and no heading."""
MIN_GLUED, LONGEST_GLUED = 3, 8
"""Fewest buttons that make a line without anything between them, and the longest of them in letters: two make
many a headline's words (``热点话题``)."""
_BUTTONS = frozenset(BUTTONS)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NO_LETTER = re.compile(r"[\W_]+")
_GAP = re.compile(r"[\s|｜/·]+")
_OPENING_QUOTES = '“「『"'


def drop_interface(kept: Sequence[Block]) -> None:
    """Drop such lines from those that are left of an article."""
    letters = {place: size for place, block in enumerate(kept) if (size := letters_of_interface(block.text))}
    if not letters:
        return
    for place, size in letters.items():
        if size >= SURE_ANYWHERE:
            kept[place].drop("interface", "by its words")
    lead, tail = edges(kept)  # messages have sentences too, and are no prose now
    led_in = False
    for place, size in letters.items():
        outside = not len(lead) <= place < len(kept) - len(tail)
        beside = place - 1 in letters or place + 1 in letters
        led_in = (led_in and place - 1 in letters) or (place > 0 and kept[place - 1].text[-1] in ":：")
        if outside and not led_in and (size >= SURE or beside):
            kept[place].drop("interface", "by its words")


def letters_of_interface(line: str) -> int:
    """The letters of a line that is of the interface, all of it or each of its parts; 0 for any other.

    >>> letters_of_interface("还可以输入140字"), letters_of_interface("高清 | 标清")
    (7, 4)
    """
    if len(line) > MAX_LINE or line[0] in _OPENING_QUOTES:  # somebody says it
        return 0
    folded, phrases = fold(line), words("interface.txt")
    if folded[0].isalpha() and folded[0].lower() not in _first_letters():
        return 0
    whole, parts = _key(folded), filter(None, map(_key, _GAP.split(folded)))
    if not whole or not (whole in phrases or all(part in phrases for part in parts) or _is_glued(whole)):
        return 0
    return min(len(whole), SURE - 1) if whole in _everyday() else len(whole)


def _is_glued(letters: str) -> bool:
    """True for buttons that a page sets apart by its style alone: ``听全文倍速1.0x字号``."""
    phrases, place, count = words("interface.txt"), 0, 0
    while place < len(letters):
        ends = range(min(len(letters), place + LONGEST_GLUED), place + 1, -1)
        end = next((end for end in ends if (word := letters[place:end]) in phrases or word in _BUTTONS), 0)
        if not end:
            return False
        place, count = end, count + 1
    return count >= MIN_GLUED


@cache
def _everyday() -> frozenset[str]:
    """The phrases that people say as well, however long: they count beside another only."""
    return frozenset(row[0] for row in rows("interface.txt") if len(row) > 1)


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in words("interface.txt"))


def _key(text: str) -> str:
    """What of a text is compared: its letters, with 0 for each number."""
    return _NO_LETTER.sub("", _NUMBER.sub("0", text)).lower()
