"""Put characters together that a converter of scripts tore apart: ``日?qǐng)?bào)`` is ``日報(bào)``.

Such converters work on the bytes of a page in GBK and do not ask where a character begins. The second byte
of 日 and the first of 報 are 請, so the reading of that is set between the two bytes of 報: the first
becomes ``?`` together with the bracket behind it, and what follows is read one byte off until ASCII is met
(``部?jī)扇f(wàn)`` is 部兩萬). Spaces and marks are torn likewise (``??梢酝ㄟ^`` is 。可以通過). No
byte is lost for good: it is told by the reading, or by what can stand there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from cleaners.likelihood import (
    FREELY,
    GOOD_COST,
    LINE,
    MIN_GAIN,
    PUNCTUATION,
    UNKNOWN_COST,
    cost,
    costs,
    followers,
)
from cleaners.readings import ALSO_CONVERTED, TONED, is_read
from cleaners.script import TRADITIONAL_ONLY, fold

GLOSSED = TRADITIONAL_ONLY | ALSO_CONVERTED.keys()
"""What converters gloss."""
MOST_SHIFTED = 24
"""Characters read one byte off in a row; ASCII is met far sooner."""
MIN_DOUBLED = 3
"""Marks doubled on a page from which the converter doubled them."""

_LOST = re.compile(rf"[?？\ufffd]\(?([a-z{TONED}]{{1,6}})\)")
"""The first byte of a character, which took the bracket behind it along, and a reading."""
_SPLIT = re.compile(
    rf"(?P<before>[^\x00-\x7f])(?:\([a-z{TONED}]{{1,6}}\))?(?P<lost>[?？\ufffd]\(?(?P<reading>[a-z{TONED}]{{1,6}})\))"
)
_STRAY = re.compile(
    rf"(?P<before>[\u3400-\u9fff])(?P<letter>[@-~])(?P<gloss>\((?P<reading>[a-z{TONED}]{{1,6}})\))"
)
"""A letter with a gloss: with the byte before it, it is a character."""
_SHIFTED = re.compile(r"[?\ufffd](?=[？?]?[^\x00-\x7f])")
_QUESTIONED = re.compile("？[a-z][\u3400-\u9fff]")
"""What no question ends with: behind a lost byte, the end of 海 and 縣."""
_LETTERED = re.compile("[\u3400-\u9fff][A-Za-z][\u3400-\u9fff]")
"""A letter inside a word, which is a second byte."""
_TAG = re.compile(r"/?(?:p|br|div|span|strong|td|li|h\d)\s?/?>")
"""What is left of a tag whose first sign went with the byte before it."""
_TORN_TAG = re.compile(rf"(?<=[?\ufffd]){_TAG.pattern}")
_DOUBLED = re.compile("[,，](?=[，、。；：！？])|(?<=[。！”])[?]$", re.M)
"""A comma before another mark, which no text has; what is left of invisible characters."""


def mend_torn(text: str) -> tuple[str, int]:
    """`text` with torn characters put together, and how many places were mended.

    >>> mend_torn("走過一部?jī)扇f(wàn)五千里的史詩(shī)，日?qǐng)?bào)記者在村e(cuò)郵站采訪")
    ('走過一部兩萬五千里的史詩(shī)，日報記者在村e郵站采訪', 4)
    >>> mend_torn("按相關規(guī)定執(zhí)行??梢酝ㄟ^共享方式獲取")
    ('按相關規(guī)定執(zhí)行。可以通過共享方式獲取', 1)
    """
    stray = [(match.start("gloss"), match.end(), "") for match in _STRAY.finditer(text) if _is_stray(match)]
    text = replaced(text, stray)
    torn: list[tuple[int, int, str]] = []
    for match in _SPLIT.finditer(text):
        if found := _put_together(text, match):
            torn.append((match.start("lost"), *found))
    for match in _SHIFTED.finditer(text):
        if found := _shifted_back(text, match.end()):
            torn.append((match.start(), *found))
    apart: list[tuple[int, int, str]] = []
    for place in sorted(torn):
        if not apart or place[0] >= apart[-1][1]:
            apart.append(place)
    return _TORN_TAG.sub("", replaced(text, apart)), len(stray) + len(apart)


def replaced(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """`text` with other text in places of it, which are (start, end, text) in order and apart."""
    pieces, position = [], 0
    for start, end, instead in places:
        pieces += [text[position:start], instead]
        position = end
    return "".join([*pieces, text[position:]])


def _is_stray(match: re.Match[str]) -> bool:
    """True where a letter and the byte before it are the character that is read so."""
    split = _character(_bytes_of(match["before"])[-1:] + match["letter"].encode())
    return split in GLOSSED and is_read(split, match["reading"])


def _put_together(text: str, match: re.Match[str]) -> tuple[int, str] | None:
    """Where a row of characters read one byte off ends, and what it is; None where it makes no sense."""
    before = _bytes_of(match["before"])[-1:]
    seconds = _seconds(before, match["reading"])
    rows = (_row(text, match.end(), first, match["before"]) for first in seconds)
    return min((row for row in rows if row is not None and _cost(row) < GOOD_COST), key=_cost, default=None)


def _shifted_back(text: str, start: int) -> tuple[int, str] | None:
    """The same of characters behind one whose first byte is lost, where they are far likelier so."""
    before, lead, text = (
        text[max(0, start - 2) : start - 1],
        text[start - 1],
        text[start : start + 2 * MOST_SHIFTED],
    )
    if text[0] == "?":
        text = f"？{text[1:]}"
    body = _bytes_of(text[0])
    lost = text[1:2] in {"?", "\ufffd"}
    first = _between(before, body[:1], "") if lost else ""
    found = _row(text, 1, body[1:], first) if len(body) == 2 else None
    if found is None:
        return None
    end, rest = found
    row = _between(before, body[:1], rest[0]) + rest
    gain = cost(lead + text[:end], "hant") * (end + 1) - cost(row, "hant") * len(row)
    lettered = gain > 0 and _LETTERED.match(text, end - 2)
    clear = gain >= MIN_GAIN or text[end - 1] == ">" or lettered or _QUESTIONED.match(text)
    return (start + end, row.lstrip("\u3000")) if _cost((end, row)) < GOOD_COST and clear else None


@lru_cache(maxsize=4096)
def _between(before: str, second: bytes, behind: str) -> str:
    """The likeliest character with a second byte between two others: a mark, if one may stand there.

    It is marks that converters tear where there is no reading.
    """
    known = costs("hans")
    inside, simplified = followers(fold(before) or LINE), fold(behind)

    def likelihood(char: str) -> float:
        own = PUNCTUATION.get(char) or known.get(fold(char), UNKNOWN_COST) + FREELY
        freely = known.get(simplified, UNKNOWN_COST) + FREELY
        return min(own, inside.get(fold(char), own)) + min(
            freely, followers(fold(char)).get(simplified, freely)
        )

    chars = (_character(bytes([first]) + second) for first in range(0x81, 0xFF))
    return min(filter(None, chars), key=likelihood, default="")


def _cost(row: tuple[int, str]) -> float:
    return cost(row[1], "hant")


def _row(text: str, position: int, carried: bytes, before: str = "") -> tuple[int, str] | None:
    """Where a row ends and what it is, given the byte that it begins with and the character before it."""
    row = ""
    for _ in range(MOST_SHIFTED):
        if lost := _LOST.match(text, position):
            glossed = (_character(carried + second) for second in _seconds(carried, lost[1]))
            likely = min(glossed, key=lambda char: cost(char, "hant"), default="")
            return (lost.end(), row + likely) if likely else None
        char = text[position : position + 1]
        if (row or before) and char in {"?", "\ufffd"}:
            likely = _following((row or before)[-1], carried)
            tag = _TAG.match(text, position + 1)
            return (tag.end() if tag else position + 1, row + likely) if likely else None
        body = _bytes_of(char)
        whole = _character(carried + body[:1]) if body else ""
        if not whole:
            return None
        row, position, carried = row + whole, position + 1, body[1:]
        if carried < b"\x80":  # nothing, or a letter that was taken for a second byte
            return position, row + carried.decode()
    return None


@lru_cache(maxsize=4096)
def _following(before: str, first: bytes) -> str:
    """The likeliest character of a first byte behind another, a mark or inside a word; else empty."""
    costs_behind = {**{mark: own + FREELY for mark, own in PUNCTUATION.items()}, **followers(fold(before))}
    chars = (_character(first + second) for second in _trails())
    known = (char for char in chars if char and fold(char) in costs_behind)
    return min(known, key=lambda char: costs_behind[fold(char)], default="")


def _trails() -> Iterator[bytes]:
    return (bytes([byte]) for byte in chain(range(0x40, 0x7F), range(0x80, 0xFF)))


@cache
def _seconds(first: bytes, reading: str) -> tuple[bytes, ...]:
    """The bytes that make a character of a first one which has this reading and is glossed."""
    made = ((second, _character(first + second)) for second in _trails())
    return tuple(second for second, char in made if char in GLOSSED and is_read(char, reading))


def _bytes_of(char: str) -> bytes:
    return char.encode("gbk", "ignore")


def _character(body: bytes) -> str:
    """The character of two bytes; empty where they are none."""
    text = body.decode("gbk", "ignore") if len(body) == 2 and body[0] >= 0x81 else ""
    return text if len(text) == 1 else ""


def doubles_marks(text: str) -> bool:
    """True where commas stand before other marks: ``縣委常委，、宣傳部長``."""
    return len(_DOUBLED.findall(text)) >= MIN_DOUBLED


def without_doubled(text: str) -> tuple[str, int]:
    """`text` without the commas before other marks, and how many there were."""
    return _DOUBLED.subn("", text)
