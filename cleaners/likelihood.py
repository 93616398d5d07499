"""How much a text looks like Chinese, Japanese or Korean: the judge of decodings and repairs.

The measure is the mean cost of a character, -log10 of how often it is met (`characters.tsv`).
Real Chinese costs about 3; the same bytes read with a wrong charset cost 5 to 8, because their
characters are spread evenly over the whole repertoire, and real text is not.
"""

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeVar, cast

from cleaners.tables import rows
from cleaners.tables.windows_1252 import SPECIALS

Script = Literal["hans", "hant", "jpan", "kore", "latn"]
"""Scripts by ISO 15924; ``latn`` is what windows-1252 has."""
T = TypeVar("T")

UNKNOWN_COST = 8.0
"""For a character no table knows: a hundred times rarer than the rarest in them."""
GOOD_COST = 4.7
"""Mean cost under which a repaired run is likely text. Right Chinese is near 3, names near 4.2."""
MIN_GAIN = 6.0
"""Summed gain, in powers of ten, over which a run is repaired by itself: one chance in a million."""
REPLACEMENT_COST = 10.0
"""For U+FFFD and C1 controls: no right decoding has them."""
PUNCTUATION = {
    **dict.fromkeys("，", 1.3), **dict.fromkeys("。", 1.6), **dict.fromkeys("、", 1.8),
    **dict.fromkeys("“”：", 2.2), **dict.fromkeys("（）《》—", 2.7), **dict.fromkeys("；？！", 3.0),
    **dict.fromkeys("·…\u3000", 3.3), **dict.fromkeys("【】‘’\u2003", 3.8), **dict.fromkeys("「」％～", 4.3),
    **dict.fromkeys("『』〈〉", 5.0), **dict.fromkeys("０１２３４５６７８９", 3.7),
}  # fmt: skip
"""Costs of punctuation, which word lists have not: its shares in news, known to half a power of ten."""
LATIN_COST = 2.0
"""For what windows-1252 has, where text went through it: -log10 of one in a hundred."""
FULL_WIDTH_COST = 4.8
"""For other full-width forms."""

ASCII = bytes(range(128))
"""What is deleted from bytes to leave those that are beyond it."""
_HAN_RUN = re.compile("[\u3400-\u9fff]+")


class _Costs(dict[str, float]):
    def __missing__(self, char: str) -> float:
        code = ord(char)
        if char == "\ufffd" or 0x80 <= code <= 0x9F or 0xE000 <= code <= 0xF8FF:
            cost = REPLACEMENT_COST
        elif 0xFF01 <= code <= 0xFF5E:
            cost = FULL_WIDTH_COST
        elif code < 0x80:
            cost = 1.5
        else:
            cost = UNKNOWN_COST
        self[char] = cost
        return cost


@cache
def costs(script: Script) -> dict[str, float]:
    """Character to cost, for one script. Characters it does not hold are added when asked for."""
    if script == "latn":
        return _Costs(dict.fromkeys((*map(chr, range(0x80, 0x100)), *SPECIALS), LATIN_COST))
    column = {"hans": 1, "hant": 2, "jpan": 3, "kore": 4}[script]
    table = _Costs()
    for row in rows("characters.tsv"):
        if len(row) > column and row[column]:
            table[row[0]] = float(row[column])
    table.update(PUNCTUATION)
    return table


def beyond_ascii(text: str) -> str:
    """What of a text is not ASCII: all that costs are worked out from."""
    # by way of UTF-8, where it goes in one call, faster than by runs of it
    others = text.encode("utf-8", "surrogatepass").translate(None, ASCII)
    return others.decode("utf-8", "surrogatepass")


def han_of(text: str) -> str:
    """The common Han characters of a text, in order."""
    return "".join(_HAN_RUN.findall(text))


def cost(text: str, script: Script) -> float:
    """Mean cost of a character of `text`, -log10; 0 for an empty text."""
    return sum(map(costs(script).__getitem__, text)) / len(text) if text else 0.0


def chinese_cost(text: str) -> float:
    """Mean cost of a character read as Simplified or Traditional, whichever is cheaper."""
    return min(cost(text, "hans"), cost(text, "hant"))


NUMERAL = "三"
"""Digits stand where this does: before 年, 月, 个, 元, behind 第."""
INSIDE_WORDS = 0.85
"""Share of neighbouring characters that are met as such; the rest follow each other freely."""
FREELY = -math.log10(1 - INSIDE_WORDS)
"""What it costs a character, beside its own cost, to follow one that it was not met behind."""
_PAIR_COSTS = {chr(48 + tenths): tenths / 10 - math.log10(INSIDE_WORDS) for tenths in range(80)}
"""What a letter of the table of pairs says that a character costs behind another."""


LINE = "\n"
"""Stands for a line's beginning and end, and for the tags there."""
END_COST = 3.0
"""What it costs that a line ends, by itself, -log10: what follows freely costs `FREELY` more."""
END = "¶"
"""The same in the table of pairs, whose rows are lines."""
_NO_DIGIT_BEFORE = frozenset("十一二四五六七八九两")
"""What stands behind a number in words and not behind one in digits."""
_PUNCTUATION_PAIRS = {
    "\u3000": {"\u3000": 0.3, "“": 1.5}, "\u2003": {"\u2003": 0.3, "“": 1.5},
    LINE: {"\u3000": 0.3, "\u2003": 1.0, "“": 1.0, "（": 1.7, "【": 1.7, "《": 1.7,
           "一": 1.9, "二": 2.1, "四": 2.2, "五": 2.3, "六": 2.4, "七": 2.5, "八": 2.6},
    "下": {"：": 1.6}, NUMERAL: {"：": 1.5, "号": 1.6, "、": 0.9, NUMERAL: 0.5}, "号": {LINE: 0.9},
    **{number: {"、": 0.9} for number in "一二四五六七八九十"},
    "”": {LINE: 0.6}, "）": {LINE: 0.8}, "》": {LINE: 1.2}, "】": {LINE: 1.0},
    **{end: {LINE: 0.8} for end in "网报社台端页版"},
    **{label: {"：": 0.5} for label in "话址箱间价码群注编源审校长者辑数期位"},
}  # fmt: skip
"""What pages have that running text has not, known to half a power of ten: indents, labels, numbers of parts
(``一、``) and of documents, and what names of sites and links end with."""


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    """Characters to those that stand behind them inside words, and the letters of their costs there."""
    return {row[0].replace(END, LINE): (row[1].replace(END, LINE), row[2]) for row in rows("pairs.tsv")}


@cache
def followers(first: str) -> dict[str, float]:
    """What may stand behind a character inside a word: a bigram model of Simplified text.

    A character that is not there, or costs less freely, costs what it costs by itself and `FREELY`.
    """
    if first.isdigit():
        return {char: cost for char, cost in followers(NUMERAL).items() if char not in _NO_DIGIT_BEFORE}
    first = LINE if first in "<>\r" else first
    chars, letters = _pairs().get(first, ("", ""))
    found = dict(zip(chars, map(_PAIR_COSTS.__getitem__, letters), strict=True))
    return {**found, **_PUNCTUATION_PAIRS.get(first, {})}


def cheapest(
    paths: Iterable[tuple[float, T, dict[str, float]]], simplified: str, freely: float
) -> tuple[float, T]:
    """The cheapest of some readings with a character behind it: what that costs, and the reading.

    A reading is what it costs so far, what it is, and the costs of what may stand behind it inside a word.
    """
    least, cheapest_read = math.inf, None
    for cost, read, inside in paths:
        own = inside.get(simplified, freely)
        cost += own if own < freely else freely
        if cost < least:
            least, cheapest_read = cost, read
    return least, cast("T", cheapest_read)
