"""Put back the mainland's words for which a converter wrote Taiwan's: ``網路`` for 网络, ``支援`` for 支持.

OpenCC's own way back (``tw2sp``) takes every such word for one that it wrote: 建立 becomes 创建, 蚌埠 becomes
蚌端口, 哈薩克斯坦 gets another 斯坦. Here a bigram model of Chinese (`likelihood.followers`) weighs each word
as it stands against those that the converter would have written so.
"""

import math
import re
from collections.abc import Iterator
from functools import cache

from cleaners.likelihood import FREELY, costs, followers
from cleaners.tables import rows
from cleaners.tables.patterns import any_of

ELSEWHERE = 0.3
"""What a word costs more in the mainland than in the list of words, -log10, which has Taiwan's texts too."""
BESIDE = 0.7
"""Weight of what stands beside a word: a bigram model takes 核技 of 核心技术 for 核技术."""
MOST_GAINED = 5.0
"""The most that one word speaks for such a converter, in powers of ten: others change words too."""
MIN_GAIN, GAIN_FOR_KEPT = 2.5, 6.0
"""What a text's words speak for one together, if it is that; and what they must for each word that it would
have changed. Of 2,900 pieces of a newspaper whose words nobody changed, one is taken for such a text; of as
many with such words every third, the others having too few."""


def put_back(text: str) -> str:
    """A text, in Simplified characters, with the mainland's words for Taiwan's."""
    return _written().sub(lambda word: _weighed(word)[1], text)


def is_reworded(text: str) -> bool:
    """True for a text, in Simplified characters, of a converter that changes words too: it has some that are
    likely to be of it, and hardly one that it would have changed."""
    gains = {word.group(): _weighed(word)[0] for word in _written().finditer(text)}
    gained = sum(min(gain, MOST_GAINED) for gain in gains.values() if gain > 0)
    return gained >= MIN_GAIN and GAIN_FOR_KEPT * len(set(_kept(text))) <= gained


def _weighed(word: re.Match[str]) -> tuple[float, str]:
    """By how many powers of ten a word is likelier to be a converter's than the writer's; the likeliest."""
    text, (start, end) = word.string, word.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    own, originals = _originals()[word.group()]
    kept = own + ELSEWHERE + _beside(before, word.group(), after)
    put_in, original = min((cost + _beside(before, other, after), other) for other, cost in originals.items())
    return kept - put_in, original if put_in < kept else word.group()


def _beside(before: str, word: str, after: str) -> float:
    """What it costs a word to stand between two characters, beside what it costs by itself."""
    first, last = _follows(before, word[0]), _follows(word[-1], after)
    return BESIDE * (first - _freely(word[0]) + last)


def _follows(first: str, second: str) -> float:
    freely = _freely(second)
    return min(followers(first).get(second, freely), freely)


def _freely(char: str) -> float:
    return costs("hans")[char] + FREELY if char else 0.0


def _kept(text: str) -> Iterator[str]:
    """The words of a text that such a converter would have changed."""
    return (word.group() for word in _changed().finditer(text))


@cache
def _originals() -> dict[str, tuple[float, dict[str, float]]]:
    """Words that converters write, in Simplified characters: what each costs as the writer's, and those that
    they write so with their costs. One that they would have changed is nobody's."""
    table = [[cell.split(" ") for cell in row] for row in rows("rewordings.tsv")]
    changed = {word for _, *originals in table for word, _ in originals}
    return {
        word: (math.inf if word in changed else float(own), {other: float(cost) for other, cost in originals})
        for (word, own), *originals in table
    }


@cache
def _written() -> re.Pattern[str]:
    return re.compile(any_of(_originals()))


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(any_of({word for _, originals in _originals().values() for word in originals}))
