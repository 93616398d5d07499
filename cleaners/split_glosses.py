"""Put characters together that a converter's glosses split: ``日?qǐng)?bào)`` is ``日報(bào)``.

Some converters look for what they gloss in the bytes of a page in GBK, wherever a character begins. The
second byte of 日 and the first of 報 are 請, so its reading is set between the two bytes of 報: the first
of them makes ``?`` of the bracket behind it, and what follows is read one byte off until ASCII is met
(``部?jī)扇f(wàn)`` is 部兩萬). No byte is lost for good: the readings tell which it was.
"""

import re
from functools import cache
from itertools import chain

from cleaners.likelihood import cost
from cleaners.readings import ALSO_CONVERTED, TONED, is_read
from cleaners.script import TRADITIONAL_ONLY

GLOSSED = TRADITIONAL_ONLY | ALSO_CONVERTED.keys()
"""What converters gloss."""
LIKELY_COST = 4.7
"""Mean cost under which what is put together is likely text; see `cleaners.mojibake.GOOD_COST`."""
MOST_SHIFTED = 24
"""Characters read one byte off in a row; glosses stand far closer."""

_LOST = re.compile(rf"[?？\ufffd]\(?([a-z{TONED}]{{1,6}})\)")
"""The first byte of a character, which took the bracket behind it along, and a reading."""
_SPLIT = re.compile(rf"(?<=[\u3400-\u9fff]){_LOST.pattern}")
_STRAY = re.compile(rf"([\u3400-\u9fff])([@-~])\(([a-z{TONED}]{{1,6}})\)")
"""A letter with a gloss: with the byte before it, it is a character."""


def mend_split(text: str) -> tuple[str, int]:
    """`text` with split characters put together, and how many glosses that split them are gone.

    >>> mend_split("走過一部?jī)扇f(wàn)五千里的史詩(shī)，日?qǐng)?bào)記者在村e(cuò)郵站采訪")
    ('走過一部兩萬五千里的史詩(shī)，日報記者在村e郵站采訪', 4)
    """
    text, count = _STRAY.subn(_without_stray, text)
    count -= text.count("\0")
    text = text.replace("\0", "")
    pieces, position = [], 0
    for match in _SPLIT.finditer(text):
        if match.start() < position:
            continue
        found = _put_together(text, match)
        if found is not None:
            end, characters = found
            pieces += [text[position : match.start()], characters]
            position, count = end, count + 1
    return "".join([*pieces, text[position:]]), count


def _without_stray(match: re.Match[str]) -> str:
    char, letter, reading = match.groups()
    split = _character(_bytes_of(char)[-1:] + letter.encode())
    return char + letter if split in GLOSSED and is_read(split, reading) else match.group() + "\0"


def _put_together(text: str, match: re.Match[str]) -> tuple[int, str] | None:
    """Where a row of characters read one byte off ends, and what it is; None where it makes no sense."""
    before = _bytes_of(text[match.start() - 1])[-1:]
    rows = (_row(text, match.end(), first) for first in _seconds(before, match[1]))
    likely = (row for row in rows if row and cost(row[1], "hant") < LIKELY_COST)
    return min(likely, key=lambda row: cost(row[1], "hant"), default=None)


def _row(text: str, position: int, carried: bytes) -> tuple[int, str] | None:
    """The same, given the byte that the row begins with."""
    row = ""
    for _ in range(MOST_SHIFTED):
        lost = _LOST.match(text, position)
        if lost is not None:
            seconds = list(_seconds(carried, lost[1]))
            likely = min((_character(carried + second) for second in seconds), key=_cost, default="")
            return (lost.end(), row + likely) if likely else None
        body = _bytes_of(text[position : position + 1])
        char = _character(carried + body[:1]) if body else ""
        if not char:
            return None
        row, position, carried = row + char, position + 1, body[1:]
        if not carried:
            return position, row
    return None


def _cost(char: str) -> float:
    return cost(char, "hant")


@cache
def _seconds(first: bytes, reading: str) -> tuple[bytes, ...]:
    """The bytes that make a character of a first one which has this reading and is glossed."""
    every = (bytes([byte]) for byte in chain(range(0x40, 0x7F), range(0x80, 0xFF)))
    made = ((second, _character(first + second)) for second in every)
    return tuple(second for second, char in made if char in GLOSSED and is_read(char, reading))


def _bytes_of(char: str) -> bytes:
    return char.encode("gbk", "ignore")


def _character(body: bytes) -> str:
    """The character of two bytes; empty where they are none."""
    text = body.decode("gbk", "ignore") if len(body) == 2 and body[0] >= 0x81 else ""
    return text if len(text) == 1 else ""
