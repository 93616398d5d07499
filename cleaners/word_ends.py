"""Tell a lost character at the end of a word by the words that pages have there.

Double-byte misreading loses bytes before ASCII: at the end of a line or an element, before a figure or a
space. There no character behind tells which it was; but sites say the same words in such places, names of
places are known, and a name behind an editor's label has characters as names have.
"""

import re
from collections.abc import Collection
from functools import cache

from cleaners.likelihood import Script
from cleaners.script import TO_SIMPLIFIED, fold
from cleaners.tables import rows, words
from cleaners.tables.name_parts import GIVEN, LABELS
from cleaners.tables.patterns import any_of

LONGEST = 9
"""Characters before a lost one that are looked at: a word's, and what divides it from what is before."""
LONGEST_LABELLED = 24
"""The same behind a label with names."""
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
_CREDIT = re.compile(r"\s?摄")
_ORDINAL, _YEAR, _DASHES = "第", "〔", "—–"
_COUNTED = re.compile(r"第\d+\Z")
_COUNTS = "届次期页章节条版集号名位轮天年批季回场"
_DOCUMENT, _IS_YEAR = re.compile("[发函字令办通规决告]\\Z"), re.compile(r"20\d\d(?!年)")
_YEAR_BEGUN = re.compile(r"〔20\d\d\Z")
"""``江政办发〔2024〕12号``."""


def due_at_end(before: str, behind: str, chars: Collection[str], script: Script) -> str:
    """Which of some characters ends a word between two texts, the second of which begins with no Chinese; ""
    if none does."""
    told = next((char for char in _told_by_place(before, behind) if char in chars), "")
    return told or _first_of(_last_characters(fold(before[-LONGEST:])), chars, script)


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
    """The characters, the likeliest first, that figures and marks around a place tell: an ordinal, what it
    counts, the bracket of a document's year, a dash between spaces or tags."""
    if _YEAR_BEGUN.search(before[-LONGEST:]):
        return "〕"
    if behind[:1].isdecimal():
        return _YEAR if _DOCUMENT.search(before[-2:]) and _IS_YEAR.match(behind) else _ORDINAL
    if _COUNTED.search(before[-LONGEST:]):
        return _COUNTS
    return _DASHES if before[-1:] in ("", " ", ">") and behind[:1] == " " else ""


def _last_characters(said: str) -> str:
    """What the words may end with that a text has all but the last character of, the longest word's first."""
    ends = _ends()
    for start in range(len(said)):
        beginning = said[start:]
        if beginning in ends and (
            len(beginning) >= MIN_FREE - 1 or start == 0 or not "\u3400" <= said[start - 1] <= "\u9fff"
        ):
            return ends[beginning]
    return ""


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
