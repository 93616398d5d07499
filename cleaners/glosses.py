"""Undo pinyin glosses that script converters leave behind characters: ``戰(zhàn)`` to ``戰``.

Converters gloss what they converted: characters that differ between Simplified and Traditional,
each wherever it stands. People gloss what a reader may not know: a rare character, a name, every
word of a lesson. So the glosses of a text are judged together, and undone only where

- there are several, on several different characters, all of them true readings (pypinyin, heteronyms
  on): ``世貿組織(WTO)`` is no gloss,
- nearly all stand behind characters that only Traditional text has, and
- a character that has a gloss has it nearly everywhere.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cleaners.readings import ALSO_CONVERTED, PRINTED, TONED, ZHUYIN, plain, readings
from cleaners.script import TRADITIONAL_ONLY
from cleaners.torn_characters import mend_torn, replaced

MIN_DISTINCT = 3
"""Different glossed characters that show a converter: people explain one or two."""
TRADITIONAL_SHARE = 0.75
"""Share of the glosses behind Traditional-only characters. In running Traditional text under half of
the characters are such, so that a lesson that glosses everything stays below; a person's own glosses
may stand among a converter's."""
ALWAYS_SHARE = 0.7
"""Share of its occurrences at which a glossed character has its gloss, in the mean."""

SPACED_SHARE = 0.9
"""Share of the glosses with a space behind them from which the converter sets it."""
LONGEST_WORD = 6
"""Most characters of a word that has one gloss behind it: ``銀行(yínháng)``."""

_OPENING, _CLOSING = "(（[［【〔〈《{<", ")）]］】〕〉》}>"
_LETTERS = rf"a-zａ-ｚ{PRINTED}{TONED}\u0300-\u030c{ZHUYIN}ˉˊˇˋ˙"
_GLOSS = re.compile(
    rf"[{re.escape(_OPENING)}]\s?([{_LETTERS}][{_LETTERS}1-5'’\s/,，、-]{{0,40}})[{re.escape(_CLOSING)}]",
    re.I,
)
_LETTER = re.compile(rf"[{_LETTERS}]", re.I)
_WORD = re.compile("[\u3400-\u9fff]+[ ]?$")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A reading behind a character or a word."""

    chars: str
    reading: str
    start: int
    end: int
    """Offsets of the brackets and what they hold."""
    true: bool
    """The reading is one of the characters', tone marks or digits or none."""


def find_glosses(text: str) -> list[Gloss]:
    """What may be glosses: Latin letters in brackets behind Han characters, true readings or not."""
    found = []
    for match in _GLOSS.finditer(text):
        bracket = match.start()
        word = _WORD.search(text, max(0, bracket - LONGEST_WORD - 1), bracket)
        if word:
            before = word.group().rstrip()
            found.append(_gloss(before, match[1], word.start() + len(before), match.end()))
    return found


def _gloss(before: str, reading: str, start: int, end: int) -> Gloss:
    sounds = [plain(each) for each in re.split("[/,，、]", reading)]
    for length in range(1, min(LONGEST_WORD, len(before)) + 1):
        if all(_reads(before[-length:], each) for each in sounds):
            return Gloss(before[-length:], reading, start, end, True)
    return Gloss(before[-1], reading, start, end, False)


def _reads(chars: str, sound: str) -> bool:
    """True when a reading without tones can be read as these characters, one after the other."""
    if not chars:
        return not sound
    return any(
        sound.startswith(reading) and _reads(chars[1:], sound[len(reading) :])
        for reading in readings(chars[0])
    )


def are_converters(texts: Iterable[str]) -> bool:
    """True when the glosses of these texts, taken together, are a converter's work."""
    whole = "\n".join(texts)
    if _count_openings(whole) < MIN_DISTINCT:
        return False
    glosses = [gloss for gloss in find_glosses(whole) if gloss.true]
    counts = Counter(g.chars for g in glosses)
    if len(counts) < MIN_DISTINCT:
        return False
    traditional = sum(n for chars, n in counts.items() if _is_traditional(chars))
    if traditional < TRADITIONAL_SHARE * len(glosses):
        return False
    always = sum(n / whole.count(chars) for chars, n in counts.items()) / len(counts)
    return always >= ALWAYS_SHARE


def _count_openings(text: str) -> int:
    """Brackets between a Han character and a Latin letter: looking for them first is fast."""
    count = 0
    for bracket in _OPENING:
        at = text.find(bracket)
        while at >= 0:
            before, after = text[max(0, at - 2) : at].strip()[-1:], text[at + 1 : at + 3].strip()[:1]
            count += "\u3400" <= before <= "\u9fff" and _LETTER.match(after) is not None
            at = text.find(bracket, at + 1)
    return count


def _is_traditional(chars: str) -> bool:
    return not TRADITIONAL_ONLY.isdisjoint(chars)


def strip_glosses(text: str) -> str:
    """`text` without its glosses, where they are a converter's; else the same object.

    >>> strip_glosses("幹部戰(zhàn)勝貧困，鄉(xiāng)村動(dòng)員，精準(zhǔn)幫扶")
    '幹部戰勝貧困，鄉村動員，精準幫扶'
    >>> strip_glosses("犇(bēn)是一个罕见的字")
    '犇(bēn)是一个罕见的字'
    """
    return undo_converter(text, are_spaced([text]))[0] if are_converters([text]) else text


def are_spaced(texts: Iterable[str]) -> bool:
    """True where a space stands behind nearly every gloss: ``社會(hui) 變遷``."""
    behind: Counter[bool] = Counter()
    for text in texts:
        behind.update(text[g.end] == " " for g in find_glosses(text) if g.true and g.end < len(text))
    return behind[True] >= SPACED_SHARE * behind.total()


def remove_glosses(text: str, spaced: bool = False) -> tuple[str, int]:
    """`text` without the glosses behind Traditional characters, and how many there were.

    `spaced` takes the space behind each along.
    """
    made = [
        (gloss.start, gloss.end + (spaced and text.startswith(" ", gloss.end)), "")
        for gloss in find_glosses(text)
        if gloss.true and (_is_traditional(gloss.chars) or not set(gloss.chars).isdisjoint(ALSO_CONVERTED))
    ]
    return replaced(text, made), len(made)


def undo_converter(text: str, spaced: bool = False) -> tuple[str, int]:
    """The same with the characters put together that glosses tore, which are counted too."""
    text, torn = mend_torn(text)
    text, glosses = remove_glosses(text, spaced)
    return text, torn + glosses
