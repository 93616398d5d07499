"""Undo pinyin glosses that script converters leave behind characters: ``戰(zhàn)`` to ``戰``.

Converters gloss what they converted: characters that differ between Simplified and Traditional,
each wherever it stands. People gloss what a reader may not know: a rare character, a name, every
word of a lesson. So the glosses of a text are judged together, and undone only where

- there are several, on several different characters,
- their readings are true readings of their characters (pypinyin, heteronyms on),
- nearly all stand behind characters that only Traditional text has, and
- a character that has a gloss has it nearly everywhere.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from cleaners.script import TRADITIONAL_ONLY

MIN_DISTINCT = 3
"""Different glossed characters that show a converter: people explain one or two."""
TRADITIONAL_SHARE = 0.75
"""Share of the glosses behind Traditional-only characters. In running Traditional text under half of
the characters are such, so that a lesson that glosses everything stays below; a person's own glosses
may stand among a converter's."""
TRUE_SHARE = 0.9
"""Share of true readings. Converters know few of a character's readings, but those are right."""
ALWAYS_SHARE = 0.7
"""Share of its occurrences at which a glossed character has its gloss, in the mean."""

_LETTERS = "a-zA-Zà-ÿÜāēěīńňōūǎǐǒǔǖǘǚǜǹḿ\u0300-\u030c"
GLOSS = re.compile(f"([\u3400-\u9fff])[ ]?[(（\\[]\\s?([{_LETTERS}]{{1,7}}[1-5]?)\\s?[)）\\]]", re.I)


@dataclass(frozen=True, slots=True)
class Gloss:
    """A reading behind a character."""

    char: str
    reading: str
    start: int
    end: int
    """Offsets of the brackets and what they hold."""


def find_glosses(text: str) -> list[Gloss]:
    """The glosses in a text that are true readings of the characters before them or not, in order."""
    return [Gloss(m[1], m[2], m.end(1), m.end()) for m in GLOSS.finditer(text)]


def is_true_reading(gloss: Gloss) -> bool:
    """True when the reading is one of the character's, tone marks or digits or none."""
    return _plain(gloss.reading) in _readings(gloss.char)


def _plain(reading: str) -> str:
    """The reading without its tone: ``zhàn`` and ``zhan4`` are ``zhan``, ``lǜ`` is ``lv``."""
    lowered = reading.lower().rstrip("12345").replace("ü", "v")
    decomposed = normalize("NFD", lowered).replace("u\u0308", "v")
    return "".join(c for c in decomposed if c.isascii() and c.isalpha())


@cache
def _readings(char: str) -> frozenset[str]:
    from pypinyin import Style, pinyin  # its dictionaries take 0.4 s to load: only when met

    return frozenset(_plain(r) for r in pinyin(char, style=Style.TONE, heteronym=True)[0])


def are_converters(texts: Iterable[str]) -> bool:
    """True when the glosses of these texts, taken together, are a converter's work."""
    whole = "\n".join(texts)
    if sum(map(whole.count, "(（[")) < MIN_DISTINCT:
        return False
    glosses = find_glosses(whole)
    counts = Counter(g.char for g in glosses)
    if len(counts) < MIN_DISTINCT:
        return False
    traditional = sum(n for char, n in counts.items() if char in TRADITIONAL_ONLY)
    if traditional < TRADITIONAL_SHARE * len(glosses):
        return False
    always = sum(n / whole.count(char) for char, n in counts.items()) / len(counts)
    if always < ALWAYS_SHARE:
        return False
    return sum(map(is_true_reading, glosses)) >= TRUE_SHARE * len(glosses)


def strip_glosses(text: str) -> str:
    """`text` without its glosses, where they are a converter's; else the same object.

    >>> strip_glosses("幹部戰(zhàn)勝貧困，鄉(xiāng)村動(dòng)員，精準(zhǔn)幫扶")
    '幹部戰勝貧困，鄉村動員，精準幫扶'
    >>> strip_glosses("犇(bēn)是一个罕见的字")
    '犇(bēn)是一个罕见的字'
    """
    return remove_glosses(text)[0] if are_converters([text]) else text


def remove_glosses(text: str) -> tuple[str, int]:
    """`text` without the glosses behind Traditional characters, and how many there were."""
    pieces, position, count = [], 0, 0
    for gloss in find_glosses(text):
        if gloss.char in TRADITIONAL_ONLY:
            pieces.append(text[position : gloss.start])
            position, count = gloss.end, count + 1
    return "".join([*pieces, text[position:]]), count
