"""The words that link farms string together: names of places, and what is sold with them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from cleaners.tables import rows, words
from cleaners.tables.patterns import factored

NAME_LENGTH = 16
"""Longest name of an autonomous division: ``双江拉祜族佤族布朗族傣族自治县``, perhaps with its province."""
STEMS = factored(words("farm_stems.txt"))
"""A pattern of what the longer phrases of farms contain, pornography's aside: its lines are known by them."""
DUBIOUS = re.compile(factored(words("farm_stems.txt") | words("adult_stems.txt")))
"""What only farms have in their words: gambling, pornography, forgeries."""
_ADULT = re.compile(factored(words("adult_stems.txt")))
OFFERS = re.compile(factored(words("farm_offers.txt")))
"""A pattern of what the long phrases of farms offer: words that everyone has too."""
MIN_ADULT = 3
"""Different words of pornography in a line that is nothing else: headlines about it have one, perhaps two."""
_SUFFIX = re.compile(
    "(?:[一二三四五六七八九十]|各|多)?(?:(?:(?!族)[\u4e00-\u9fff]){1,4}族)+自治[县州旗]$|自治[县州区旗]$|"
    "(?:特别行政区|地区|林区|矿区|新区|盟|省|市|县|区|州|旗|左旗|右旗|前旗|后旗|中旗)$"
)
"""What the name of a division ends with, and the peoples whose autonomy it is."""


@cache
def divisions() -> dict[str, frozenset[str]]:
    """Names of divisions, with and without their suffix, to the provinces they are in."""
    table: dict[str, set[str]] = {}
    for row in rows("places.tsv"):
        name, codes = row[0], row[1].split(",") if len(row) > 1 and row[1] else []
        short = _SUFFIX.sub("", name)
        for form in {name, short} if len(short) >= 2 else {name}:
            table.setdefault(form, set()).update(codes)
    return {name: frozenset(codes) for name, codes in table.items()}


def known_words(text: str) -> Iterator[tuple[int, str]]:
    """The names of divisions, suffix and all, and the words of farms in a text, each with its place."""
    place = 0
    while place < len(text) - 1:
        lengths = range(min(NAME_LENGTH, len(text) - place), 1, -1)
        words_here = (text[place : place + length] for length in lengths)
        word = next((w for w in words_here if w in divisions() or w in words("farm_words.txt")), "")
        if word:
            yield place, word
        place += len(word) or 1


def is_known(item: str) -> bool:
    """True for a name of a division, or a word that farms sell."""
    return item in divisions() or is_sold(item)


def is_sold(item: str) -> bool:
    """True for a word that farms sell, or a phrase with one of their words in it."""
    if item.isascii():
        return any(word in words("farm_words.txt") for word in item.lower().split())
    return item in words("farm_words.txt") or DUBIOUS.search(item) is not None


def count_dubious(items: Iterable[str]) -> int:
    """How many of some items are of gambling, pornography or forgeries."""
    return sum(DUBIOUS.search(item) is not None for item in items)


def is_offer(item: str) -> bool:
    """True for a phrase that may offer something: it has an everyday word of those that do."""
    return OFFERS.search(item) is not None


def sells_adult(*lines: str) -> bool:
    """True for a line, or a title, that pornography is sold by, and for several that do so together."""
    return len(set(chain.from_iterable(map(_ADULT.findall, lines)))) >= MIN_ADULT + (len(lines) > 1)


def may_sell_adult(line: str) -> bool:
    """True for a line that is another of them beside one that is."""
    return _ADULT.search(line) is not None


def neighbour_share(places: Sequence[frozenset[str]]) -> float:
    """Share of neighbouring places, of those whose province is known, that share a province."""
    known = [p for p in places if p]
    pairs = list(pairwise(known))
    return sum(bool(a & b) for a, b in pairs) / len(pairs) if pairs else 0.0
