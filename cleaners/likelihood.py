"""How much a text looks like Chinese, or Japanese: the judge of decodings and repairs.

The measure is the mean cost of a character, -log10 of how often it is met (`characters.tsv`).
Real Chinese costs about 3; the same bytes read with a wrong charset cost 5 to 8, because their
characters are spread evenly over the whole repertoire, and real text is not.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from cleaners.tables import rows

Script = Literal["hans", "hant", "jpan"]

UNKNOWN_COST = 8.0
"""For a character no table knows: a hundred times rarer than the rarest in them."""
REPLACEMENT_COST = 10.0
"""For U+FFFD and C1 controls: no right decoding has them."""
PUNCTUATION_COST = 1.6
"""For CJK punctuation and full-width forms: about one character in ten, of some ten kinds."""
HANGUL_COST = 2.9
"""For a Hangul syllable: some 800 are in common use."""
KOREAN_HAN_COST = 5.0
"""For Han characters where Hangul is expected."""

_COMMON_PUNCTUATION = "，。、；：？！“”‘’（）《》【】「」『』〈〉…—·　～％"


class _Costs(dict[str, float]):
    def __missing__(self, char: str) -> float:
        code = ord(char)
        if 0xAC00 <= code <= 0xD7A3:
            cost = HANGUL_COST + 1.5
        elif char == "\ufffd" or 0x80 <= code <= 0x9F or 0xE000 <= code <= 0xF8FF:
            cost = REPLACEMENT_COST
        elif 0xFF01 <= code <= 0xFF5E:
            cost = PUNCTUATION_COST + 1.5
        elif code < 0x80:
            cost = 1.5
        else:
            cost = UNKNOWN_COST
        self[char] = cost
        return cost


@cache
def costs(script: Script) -> dict[str, float]:
    """Character to cost, for one script. Characters it does not hold are added when asked for."""
    column = {"hans": 1, "hant": 2, "jpan": 3}[script]
    table = _Costs()
    for row in rows("characters.tsv"):
        if len(row) > column and row[column]:
            table[row[0]] = float(row[column])
    for char in _COMMON_PUNCTUATION:
        table[char] = PUNCTUATION_COST
    return table


def cost(text: str, script: Script) -> float:
    """Mean cost of a character of `text`, -log10; 0 for an empty text."""
    return sum(map(costs(script).__getitem__, text)) / len(text) if text else 0.0


def chinese_cost(text: str) -> float:
    """Mean cost of a character read as Simplified or Traditional, whichever is cheaper."""
    return min(cost(text, "hans"), cost(text, "hant"))


def korean_cost(text: str) -> float:
    """Mean cost of a character read as Korean: Hangul syllables and little else."""
    if not text:
        return 0.0
    return sum(map(_korean, text)) / len(text)


def _korean(char: str) -> float:
    if "\uac00" <= char <= "\ud7a3":
        return HANGUL_COST
    if char in _COMMON_PUNCTUATION:
        return PUNCTUATION_COST
    return KOREAN_HAN_COST if "\u4e00" <= char <= "\u9fff" else UNKNOWN_COST


def total(text: Iterable[str], script: Script) -> float:
    """Summed cost of the characters of `text`."""
    return sum(map(costs(script).__getitem__, text))
