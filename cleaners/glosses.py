"""Undo pinyin glosses that script converters leave behind characters: ``戰(zhàn)`` to ``戰``.

Converters gloss what they converted: characters that differ between Simplified and Traditional,
each wherever it stands. People gloss what a reader may not know: a rare character, a name, every
word of a lesson. So the glosses of a text are judged together, and undone only where

- there are several, on several different characters, all of them true readings (pypinyin, heteronyms
  on): ``世貿組織(WTO)`` is no gloss,
- nearly all stand behind characters that only Traditional text has, and
- a character that has a gloss has it nearly everywhere.

Some gloss whatever comes, in running text: the commonest words, or common characters wherever they stand. A
person who glosses those glosses everything, as a lesson does.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cleaners.likelihood import chinese_cost
from cleaners.readings import ALSO_CONVERTED, PRINTED, TONED, ZHUYIN, plain, readings, usual_reading
from cleaners.script import TRADITIONAL_ONLY, fold
from cleaners.tables import labels, words
from cleaners.torn_characters import mend_torn, replaced

MIN_DISTINCT = 3
"""Different glossed characters that show a converter: people explain one or two."""
TRADITIONAL_SHARE = 0.75
"""Share of the glosses behind Traditional-only characters. In running Traditional text under half of
the characters are such, so that a lesson that glosses everything stays below; a person's own glosses
may stand among a converter's."""
MIN_CONVERTED, CONVERTED_SHARE = 8, 0.95
"""Different glossed characters that show a converter however seldom each is glossed, if this share of the
glosses is behind Traditional-only ones: of characters that people gloss in Traditional text half are."""
ALWAYS_SHARE = 0.7
"""Share of its occurrences at which a glossed character has its gloss, in the mean."""

FEW = 6
"""Glosses that show a converter which glosses whatever comes, if the commonest characters are among them."""
MANY_DISTINCT = 5
"""Different glossed characters that show one by those that have their gloss again and again."""
MOST_GLOSSED = 0.4
"""Largest share of glossed characters in the lines that have glosses: a lesson has lines with 0.8."""
FULL = 0.6
"""Share from which all of a line is glossed, and `FULL_SHARE` of the glosses that stand in such lines of a
lesson."""
FULL_SHARE = 0.2
COMMON_COST = 4.6
"""Cost up to which a character is one of the 2,500 that nobody glosses outside of lessons."""
RARE_COST = 5.5
"""Cost from which a character's gloss stays on such a page: a person may have set it."""
COMMON_SHARE = 0.85
"""Least share of common characters among the glossed, and of glosses that are the usual reading: lessons on
characters of several readings give the other one."""
MANY_REPEATED, ALWAYS_REPEATED, OFTEN_SHARE = 20, 0.9, 0.6
"""Glosses behind a character that had its gloss before, nearly wherever it stands, from which this share is
enough: names have rarer ones, and no person glosses a name so often."""
MIN_USUAL = 3
"""Different ones of the commonest characters and words (`tables/usual.txt`) among the glossed that show a
converter, if not each is glossed at its first place, as in a lesson."""
MIN_REPEATED = 4
"""Glosses behind a character that had its gloss before, which show one too: people gloss a word once."""
AGAIN_SHARE = 0.2
"""Least share of such glosses from which they show one that glosses words: a reader is told once what a word
is."""
MIN_SCATTERED = 8
"""Different glossed characters that show one whose glosses come and go, if enough of them do not stand at
their character's first place: people gloss a character where it comes first."""
LATER_SHARE = 0.3
"""Least share of the glosses that do not."""

MOST_ASKED = 50
"""First glosses of a page among which one is looked for in a label: bylines stand at its top."""
MAX_LABEL = 5
"""Longest part of a label in characters before a gloss in it, or behind it."""
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
_ABOUT = re.compile(
    "[拼注]音|注[释釋]|[课課]文|[读讀]音|[声聲][调調母]|轻声|輕聲|韵母|多音字|生字[表词本]|[读讀念][作成][“「‘『《]"
)
"""What a text has that teaches how characters are read."""
GLOSSES_TAUGHT = 50
"""Glosses up to which a text is taught by one such word; a converter's page with more may hold one too."""
MIN_LISTED = 3
"""Glosses in a line without a sentence that are a converter's, rare characters or not."""
_SENTENCE = re.compile("[。！？；]")
_NUMBER = re.compile("[0-9]+")
_HAN = re.compile("[\u3400-\u9fff]")
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


def converter_of(texts: Iterable[str]) -> Callable[[Gloss], bool] | None:
    """Which glosses of these texts, taken together, are a converter's; None where none are."""
    texts = list(texts)
    whole = "\n".join(texts)
    if not _count_openings(whole):
        return None
    found = find_glosses(whole)
    glosses = [gloss for gloss in found if gloss.true]
    if is_its := _converter_by_counts(whole, found, glosses):
        return is_its
    labelled = any(_is_in_label(gloss, whole) for gloss in glosses[:MOST_ASKED])
    return of_converted if labelled else None


def _converter_by_counts(
    whole: str, found: Sequence[Gloss], glosses: Sequence[Gloss]
) -> Callable[[Gloss], bool] | None:
    """Which glosses are a converter's by how many there are of which characters; None where none are."""
    counts = Counter(g.chars for g in glosses)
    if len(counts) < MIN_DISTINCT:
        return None
    traditional = sum(n for chars, n in counts.items() if _is_traditional(chars))
    always = sum(n / whole.count(chars) for chars, n in counts.items()) / len(counts)
    if traditional >= TRADITIONAL_SHARE * len(glosses) and always >= ALWAYS_SHARE:
        return of_converted
    single, enough = sum(len(gloss.chars) == 1 for gloss in glosses), CONVERTED_SHARE * len(glosses)
    if len(counts) >= MIN_CONVERTED and traditional >= enough and 2 * single > enough:
        return of_converted
    if len(glosses) < max(FEW, COMMON_SHARE * len(found)) or not _is_running(whole, glosses):
        return None
    repeated = len(glosses) - len(counts)
    often = repeated >= MANY_REPEATED and always >= ALWAYS_REPEATED
    usual_share = OFTEN_SHARE if often else COMMON_SHARE
    if len(_ABOUT.findall(whole)) * GLOSSES_TAUGHT > len(glosses) or not _are_usual(glosses, usual_share):
        return None
    usual = len(words("usual.txt").intersection(map(fold, counts)))
    later = sum(whole.find(gloss.chars) < gloss.start - len(gloss.chars) for gloss in glosses)
    of_words = 2 * single <= len(glosses)
    again = not of_words or repeated >= max(2 * MIN_REPEATED, AGAIN_SHARE * len(glosses))
    steady = always >= ALWAYS_SHARE and len(counts) >= MANY_DISTINCT and repeated >= MIN_REPEATED
    scattered = len(counts) >= MIN_SCATTERED and later >= LATER_SHARE * len(glosses)
    is_usual = usual >= MIN_USUAL and later > AGAIN_SHARE * len(glosses) * of_words
    if is_usual or (again and (steady or scattered)):
        return OfCommon(frozenset(chars for chars, count in counts.items() if count > 1))
    return None


def _is_in_label(gloss: Gloss, text: str) -> bool:
    """True for a gloss in the label of a byline, which no person glosses: ``來(lái)源：``."""
    if not _is_traditional(gloss.chars):
        return False
    start, end = gloss.start - len(gloss.chars), gloss.end
    before, behind = text[max(0, start - MAX_LABEL) : start], text[end : end + MAX_LABEL]
    around = fold(f"{before}{gloss.chars}{behind}")
    place = len(before)
    return any(
        label.start() <= place and place + len(gloss.chars) < label.end()
        for label in labels.LABEL.finditer(around)
    )


def of_converted(gloss: Gloss) -> bool:
    """True for the gloss of a character that a converter writes for a Simplified one."""
    return _is_traditional(gloss.chars) or not set(gloss.chars).isdisjoint(ALSO_CONVERTED)


@dataclass(frozen=True, slots=True)
class OfCommon:
    """Tells the glosses of characters that are not rare, and of those glossed more than once."""

    repeated: frozenset[str]

    def __call__(self, gloss: Gloss) -> bool:
        return (
            of_converted(gloss)
            or gloss.chars in self.repeated
            or all(chinese_cost(char) < RARE_COST for char in gloss.chars)
        )


def of_any(_: Gloss) -> bool:
    """True for every gloss."""
    return True


def _is_running(text: str, glosses: Sequence[Gloss]) -> bool:
    """True for glosses in running text, which has more characters without."""
    whole = full = 0
    for line in {_NUMBER.sub("", line) for line in text.split("\n")}:  # a lesson says nothing twice
        if in_line := find_glosses(line):
            glossed, characters = _size(in_line), len(_HAN.findall(line))
            whole += characters
            full += len(in_line) * (glossed >= FULL * characters)
    return full <= FULL_SHARE * len(glosses) and _size(glosses) <= MOST_GLOSSED * whole


def _size(glosses: Iterable[Gloss]) -> int:
    """Characters that some glosses are of."""
    return sum(len(gloss.chars) for gloss in glosses)


def _are_usual(glosses: Sequence[Gloss], least: float) -> bool:
    """True for common characters with their usual readings, this share of them at least."""
    different = {(gloss.chars, plain(gloss.reading)) for gloss in glosses}
    usual = sum(
        all(chinese_cost(char) <= COMMON_COST for char in chars) and reading == usual_reading(chars)
        for chars, reading in different
    )
    return usual >= least * len(different)


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
    is_its = converter_of([text])
    return undo_converter(text, is_its, are_spaced([text]))[0] if is_its else text


def are_spaced(texts: Iterable[str]) -> bool:
    """True where a space stands behind nearly every gloss: ``社會(hui) 變遷``."""
    behind: Counter[bool] = Counter()
    for text in texts:
        behind.update(text[g.end] == " " for g in find_glosses(text) if g.true and g.end < len(text))
    return behind[True] >= SPACED_SHARE * behind.total()


def remove_glosses(
    text: str, is_its: Callable[[Gloss], bool] = of_converted, spaced: bool = False
) -> tuple[str, int]:
    """`text` without the glosses that are a converter's, and how many there were.

    `spaced` takes the space behind each along.
    """
    glosses = [gloss for gloss in find_glosses(text) if gloss.true]
    if isinstance(is_its, OfCommon) and len(glosses) >= MIN_LISTED and _SENTENCE.search(text) is None:
        is_its = of_any  # a list of names, of which a person explains none
    made = [
        (gloss.start, gloss.end + (spaced and text.startswith(" ", gloss.end)), "")
        for gloss in glosses
        if is_its(gloss)
    ]
    return replaced(text, made), len(made)


def undo_converter(text: str, is_its: Callable[[Gloss], bool], spaced: bool = False) -> tuple[str, int]:
    """The same with the characters put together that glosses tore, which are counted too."""
    text, torn = mend_torn(text)
    text, glosses = remove_glosses(text, is_its, spaced)
    return text, torn + glosses
