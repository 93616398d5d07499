"""How much a text looks like Chinese, Japanese or Korean: the judge of decodings and repairs.

The measure is the mean cost of a character, -log10 of how often it is met (`characters.tsv`).
Real Chinese costs about 3; the same bytes read with a wrong charset cost 5 to 8, because their
characters are spread evenly over the whole repertoire, and real text is not.
"""

from functools import cache
from typing import Literal

from cleaners.tables import rows

Script = Literal["hans", "hant", "jpan", "kore"]

UNKNOWN_COST = 8.0
"""For a character no table knows: a hundred times rarer than the rarest in them."""
REPLACEMENT_COST = 10.0
"""For U+FFFD and C1 controls: no right decoding has them."""
PUNCTUATION_COST = 1.6
"""For CJK punctuation and full-width forms: about one character in ten, of some ten kinds."""
_COMMON_PUNCTUATION = "，。、；：？！“”‘’（）《》【】「」『』〈〉…—·　～％"


class _Costs(dict[str, float]):
    def __missing__(self, char: str) -> float:
        code = ord(char)
        if char == "\ufffd" or 0x80 <= code <= 0x9F or 0xE000 <= code <= 0xF8FF:
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
    column = {"hans": 1, "hant": 2, "jpan": 3, "kore": 4}[script]
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
