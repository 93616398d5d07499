"""Tell a lost character at the end of a word by the words that pages have there.

Double-byte misreading loses bytes before ASCII: at the end of a line or an element, before a figure or a
space. There no character behind tells which it was; but sites say the same words in such places, names of
places are known, and a name behind an editor's label has characters as names have.
"""

import re
from collections.abc import Collection
from functools import cache

from cleaners.due_marks import GAP
from cleaners.likelihood import Script
from cleaners.script import TO_SIMPLIFIED, fold
from cleaners.tables import rows, words
from cleaners.tables.before_colons import BEFORE_COLONS
from cleaners.tables.name_parts import GIVEN, LABELS
from cleaners.tables.patterns import any_of

LONGEST = 9
"""Characters before a lost one that are looked at: a word's, and what divides it from what is before."""
LONGEST_LABELLED = 24
"""The same behind a label with names."""
LONGEST_LABEL = 5
"""Most characters of a label on either side of a lost one."""
MIN_FREE = 3
"""Fewest characters of a word that may stand behind others: ``主办`` is the end of longer ones too."""
_DIVISION = "县市区旗盟"
"""What the name of a division ends with."""
_LABEL = any_of(LABELS)
_SURNAME = f"[{''.join(sorted(word for word in words('surnames.txt') if len(word) == 1))}]"
_NAMED = re.compile(
    rf"(?:{_LABEL})[\s:：丨|/／]{{1,3}}(?:[\u4e00-\u9fff]{{2,4}}[\s、，,]{{1,2}}){{0,3}}{_SURNAME}[\u4e00-\u9fff]?\Z"
)
"""A name but for its last character, behind a label and other names perhaps."""
_PICTURED = re.compile(rf"(?:\A|[\s。>（(/]){_SURNAME}[\u4e00-\u9fff]?\Z")
"""The same before ``摄``."""
_COLON = re.compile("[:：]")
_CREDIT = re.compile(r"\s?摄")
_FIGURE = re.compile(r"\d\s?\Z")
_BEHIND_FIGURES = (
    ("日号", re.compile(r"\d\s?月\s?\d{1,2}\s?\Z")),
    ("月", re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?\Z")),
    ("届次期页章节条版集号名位轮天年批季回场", re.compile(r"第\d+\Z")),
    ("〕", re.compile(r"〔20\d\d\Z")),
)
"""What stands behind figures, by what is before them: parts of a date, what an ordinal counts, the bracket of
a document's year (``江政办发〔2024〕12号``)."""
_ORDINAL, _YEAR, _DASHES = "第", "〔", "—–"
_DOCUMENT = frozenset("发函字令办通规决告")
_IS_YEAR = re.compile(r"20\d\d(?!年)")
_ADDRESS = re.compile(r"\.[a-z]{2,4}\Z")


def due_at_end(before: str, behind: str, chars: Collection[str], script: Script) -> str:
    """Which of some characters ends a word between two texts, the second of which begins with no Chinese; ""
    if none does."""
    near = before[-LONGEST:]
    told = _told_by_place(near, behind)
    found = next((char for char in told if char in chars), "") if told else ""
    return found or _first_of(_last_characters(fold(near)), chars, script)


def ends_label(behind: str) -> bool:
    """True where a colon stands as near as in a label."""
    near = behind[: LONGEST_LABEL + 1]
    return "：" in near or ":" in near


def due_in_label(before: str, behind: str, chars: Collection[str], script: Script) -> str:
    """The same of a label whose other characters stand around the place, and whose colon stands near it
    (`ends_label`): ``原题：``."""
    rest, said = fold(_COLON.split(behind, 1)[0]), fold(before[-LONGEST_LABEL - 1 :])
    for size in range(min(LONGEST_LABEL, len(said)) + 1):
        beginning = said[len(said) - size :]
        wanted = _labels().get((beginning, rest), "")
        if wanted and not "\u3400" <= said[-size - 1 : len(said) - size] <= "\u9fff":
            return _first_of(wanted, chars, script)
    return ""


def due_in_name(before: str, behind: str, chars: Collection[str], script: Script) -> str:
    """The same of a name behind an editor's label, or before the mark of a picture's credit."""
    named = _NAMED.search(before[-LONGEST_LABELLED:]) is not None
    pictured = _CREDIT.match(behind) is not None and _PICTURED.search(before[-LONGEST:]) is not None
    return _first_of(GIVEN, chars, script) if named or pictured else ""


def _first_of(wanted: str, chars: Collection[str], script: Script) -> str:
    """The first of the characters that are wanted, in a text's script, among some."""
    if not wanted:
        return ""
    found = {char: char for char in chars if char in wanted}
    if script == "hant":
        found |= {own: char for char in sorted(chars) if (own := TO_SIMPLIFIED.get(ord(char), "")) in wanted}
    return next((found[char] for char in wanted if char in found), "")


def _told_by_place(before: str, behind: str) -> str:
    """The characters, the likeliest first, that figures and marks around a place tell: a part of a date, an
    ordinal, what it counts, the bracket of a document's year, a dash between spaces or tags."""
    if _FIGURE.search(before):
        for told, form in _BEHIND_FIGURES:
            if form.search(before):
                return told
    year = _IS_YEAR.match(behind) is not None
    if year and before[-1:] in _DOCUMENT:
        return _YEAR
    if year and _ADDRESS.search(before):
        return GAP
    if behind[:1].isdecimal():
        return _ORDINAL
    return _DASHES if before[-1:] in ("", " ", ">") and behind[:1] == " " else ""


def _last_characters(said: str) -> str:
    """What the words may end with that a text has all but the last character of, the longest word's first."""
    ends = _ends()
    if said[-1:] not in _last_but_one():
        return ""
    for start in range(len(said)):
        beginning = said[start:]
        if beginning in ends and (
            len(beginning) >= MIN_FREE - 1 or start == 0 or not "\u3400" <= said[start - 1] <= "\u9fff"
        ):
            return ends[beginning]
    return ""


@cache
def _last_but_one() -> frozenset[str]:
    return frozenset(beginning[-1] for beginning in _ends())


@cache
def _labels() -> dict[tuple[str, str], str]:
    """The characters of labels by what is before each and behind it."""
    labels: dict[tuple[str, str], str] = {}
    for word in BEFORE_COLONS:
        for place, char in enumerate(word):
            key = word[:place], word[place + 1 :]
            labels[key] = labels.get(key, "") + char
    return labels


@cache
def _ends() -> dict[str, str]:
    """The last characters of words by all that is before them."""
    divisions = (row[0] for row in rows("places.tsv") if row[0][-1] in _DIVISION and len(row[0]) >= MIN_FREE)
    ends: dict[str, str] = {}
    for word in (*sorted(words("site_words.txt")), *sorted(words("interface.txt")), *divisions):
        beginning, last = word[:-1], word[-1]
        if beginning and last not in ends.get(beginning, ""):
            ends[beginning] = ends.get(beginning, "") + last
    return ends
