"""Read bytes of which some were lost, as the likeliest text.

When UTF-8 is read as GB18030, bytes that make no character there become U+FFFD (or €, or ``?``, or
nothing), and no codec brings them back. But they are not unknown: a UTF-8 character has three bytes,
the other two are there, and each U+FFFD stands for one byte. That leaves at most 64 characters; which
of them it was, its neighbours tell. A Viterbi search finds the sequence of characters that a bigram
model of Chinese (`likelihood.followers`) gives the lowest cost.

Which bytes can have been lost the wrong charset tells: a byte is lost where it makes no character with
the one behind it. Before another byte of the text GB18030 loses nothing but 0x80, GBK some twenty
bytes; before ASCII any byte that begins a character there.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import chain, pairwise, product, repeat
from operator import add, itemgetter
from typing import NamedTuple

from cleaners.due_marks import CLOSERS, FIRST_CHINESE, GLOSS, MARKS, SLASH, due_mark
from cleaners.likelihood import (
    END_COST,
    FREELY,
    LINE,
    NUMERAL,
    UNKNOWN_COST,
    Script,
    cheapest,
    costs,
    followers,
)
from cleaners.readings import TONED, may_be_read
from cleaners.script import TO_SIMPLIFIED, TRADITIONAL_ONLY
from cleaners.word_ends import due_at_end, due_in_label, due_in_name, ends_label

HOLE = 0
"""Stands for a lost byte; NUL is in no text."""
MISSING_COST = 1.0
"""What it costs to take a byte for missing without a trace, -log10."""
MOST_CANDIDATES = 16
"""Likeliest characters that are kept for one place."""
MOST_OF_MANY = 64
"""As many where more than this may stand there, all but the first byte being lost: neighbours must tell."""

WIDE = 2.0
"""What it costs a digit or a letter to be of full width, -log10: most pages have none, and then ASCII's."""
AS_IT_WAS = 2.0
"""What it costs a character with a gloss to be none that a converter made, -log10: few gloss any other."""
_TOKENS_SAID = 6
"""Tokens before a place that the end of a word or a name is told by."""
BRACKET, DUE = 3.0, 3.7
"""What it costs to end a bracket that is not open, and is gained by ending one that is, or by opening one
that is ended, -log10: the one is met once in a thousand brackets, and the other is done by nearly all."""

PATHS = 6
"""Readings of a row of uncertain places that are followed at a time."""

SHORT = 24
"""Bytes up to which a share says little."""
HOPELESS = 0.88
"""Share of U+FFFD in bytes read as UTF-8 over which they are none: GBK has 0.9, damage under 0.6."""
HOPELESS_SINGLE = 0.7
"""The same where single bytes were lost, of which there are five in 128: damage has under 0.4."""

_SYMBOLS = "↓→↑▲●▼■★◆←☆○◎△▽□◇①②③④⑤√❤※℃ⅠⅡⅢ﹒"
"""Symbols of Chinese pages, the commonest first: arrows point at codes to scan, triangles at pictures."""
_FULL_WIDTH = dict(zip(":,!?;", "：，！？；", strict=True))
"""Marks of converted pages, and those that the model knows."""
_AT_GLOSS = re.compile(f"({GLOSS})")
_UNRESOLVED = "\ufffd"
_FIRST_HAN = "\u3400"
_TONED = re.compile(f"[{TONED}]")
MIN_SEEN = 64
"""Fewest parts, certain and uncertain, of a text that says what is likely in it."""
SEEN_LESS = 3
"""Times by which what was seen behind a character is taken for less: seen once, of once, costs 0.6."""
_COST = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read from bytes with holes."""

    text: str
    inferred: int
    """Characters that were chosen for their likelihood."""
    lost: int
    """Places that stayed unknown: U+FFFD in the text."""


_Path = tuple[float, str, dict[str, float]]
"""A reading of a row of uncertain places so far: what it costs, the text, and what may stand behind it
inside a word with its cost there. (No class: making them is most of the search.)"""


class _Candidate(NamedTuple):
    """A character that may stand in a place."""

    char: str
    simplified: str
    """Its Simplified form, by which the bigram model knows it."""
    prior: float
    """What it costs by itself that these bytes were lost."""
    freely: float
    """What the character costs where it follows another freely."""
    inside: dict[str, float]
    """What may stand behind it inside a word, with its cost there."""


class _Place:
    """A place that one of some characters stands in; the same object for the same remains."""

    def __init__(self, priors: Iterable[tuple[str, float]], most: int = MOST_CANDIDATES) -> None:
        self._priors = tuple(priors)
        self._most = most
        self._likeliest: dict[Script, tuple[_Candidate, ...]] = {}
        self._by_character: dict[Script, dict[str, _Candidate]] = {}
        self._read_as: dict[str, _Place] = {}
        self._inside: dict[str, _Place] = {}
        self.chars = frozenset(char for char, _ in self._priors)
        self.may_be_due = not MARKS.isdisjoint(self.chars)

    def read_as(self, reading: str) -> "_Place":
        """The place with only those characters that are read so, and first those that a converter made, which
        glosses what it made; itself where there are none."""
        found = self._read_as.get(reading)
        if found is None:
            read_so = [
                (char, prior if char in TRADITIONAL_ONLY else prior + AS_IT_WAS)
                for char, prior in self._priors
                if may_be_read(char, reading)
            ]
            found = self._read_as[reading] = _Place(read_so, self._most) if read_so else self
        return found

    def inside(self, bracket: str) -> "_Place":
        """The place where a bracket, or a colon, is due; none where `bracket` is empty."""
        found = self._inside.get(bracket)
        if found is None and bracket == SLASH and SLASH in self.chars and "，" not in self.chars:
            # the model knows no slash
            found = self._inside[bracket] = _Place([(SLASH, 0.0)])
        if found is None:
            weighed = [
                (char, prior - DUE if char == bracket else prior + BRACKET if char in CLOSERS else prior)
                for char, prior in self._priors
            ]
            found = self._inside[bracket] = _Place(weighed, self._most)
        return found

    def by_character(self, script: Script) -> dict[str, _Candidate]:
        """The same, each by its character."""
        found = self._by_character.get(script)
        if found is None:
            found = self._by_character[script] = {c.char: c for c in self.candidates(script)}
        return found

    def candidates(self, script: Script) -> tuple[_Candidate, ...]:
        """The likeliest characters of a text in this script."""
        found = self._likeliest.get(script)
        if found is None:
            table = costs(script)
            known = [
                (prior + cost, char, prior)
                for char, prior in self._priors
                if (cost := table.get(char, UNKNOWN_COST)) < UNKNOWN_COST
            ]
            ranked = nsmallest(self._most, known) or [(0.0, *min(self._priors, key=_by_symbol))]
            if script == "latn" and len(known) != 1:  # no neighbour tells which
                ranked = [(0.0, "?", 0.0)]
            found = tuple(_candidate(char, prior, table[char] + FREELY, script) for _, char, prior in ranked)
            self._likeliest[script] = found
        return found


def _by_symbol(candidate: tuple[str, float]) -> int:
    """Orders what no table of costs has: the commonest symbol first, and what is none behind them all."""
    place = _SYMBOLS.find(candidate[0])
    return place if place >= 0 else len(_SYMBOLS)


def _candidate(char: str, prior: float, freely: float, script: Script) -> _Candidate:
    simplified = _simplified(char, script)
    return _Candidate(char, simplified, prior, freely, followers(simplified))


def _simplified(char: str, script: Script) -> str:
    if char.isdecimal() and not char.isascii():  # 0 to 9 stand among letters too
        return NUMERAL
    return TO_SIMPLIFIED.get(ord(char), char) if script == "hant" and char else char


Token = str | _Place
"""Text that is certain, or a place that is not."""


def read(
    holed: bytes,
    charset: str,
    wrong: str,
    *,
    infer: bool = True,
    before: str = "",
    after: str = "",
    readings: Sequence[str] = (),
    script: Script = "hans",
) -> Reading | None:
    """The likeliest text of `holed`, which is in `charset` (utf-8, gb18030 or big5) with `HOLE` bytes.

    `wrong` is the codec that it was read with, which tells what bytes can have been lost.
    `before` and `after` are the characters around it, where there are any; `readings` are those that the
    glosses in it give, in order (`GLOSS` has their places, in `holed` and in the text); `script` is the
    script that the text is in. Without `infer` an uncertain character is left as two U+FFFD: two bytes that
    are lost in the text's own damage, for text that was damaged twice over. None for bytes that are plainly
    not in `charset`.
    """
    if charset == "utf-8" and _is_hopeless(holed, wrong):
        return None
    tokens = list(_TOKENIZERS[charset](holed, wrong))
    if script == "latn":  # whose letters are two bytes: any may stand where a space does in other scripts
        again = _UNRESOLVED if wrong == "cp1252" else "?"  # what it lost, it lost before, or would have
        tokens = [again if token is _SPACE else token for token in tokens]
    if not infer:
        text = "".join(t if isinstance(t, str) else 2 * _UNRESOLVED for t in tokens)
        return Reading(text, 0, text.count(_UNRESOLVED))
    if readings:
        tokens = list(_glossed(tokens, readings))
    text, inferred = _choose(tokens, before, after, script, _Seen(tokens))
    return Reading(text, inferred, text.count(_UNRESOLVED))


def _is_hopeless(holed: bytes, wrong: str) -> bool:
    """True for bytes that have not the form of UTF-8, for all that some are lost."""
    single = _is_single(wrong)
    if len(holed) <= SHORT and not single:
        return False
    text = holed.decode("utf-8", "replace")
    return text.count(_UNRESOLVED) > (HOPELESS_SINGLE if single else HOPELESS) * len(text)


class _Seen:
    """What stands side by side in what is certain of a text: it is likely to do so again, and names and terms
    are in no word list (a cache model: Kuhn and De Mori, IEEE PAMI 1990)."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._times: Mapping[str, int] = {}
        self._pairs: Mapping[str, int] = {}
        """How often two characters stand side by side."""
        if len(tokens) >= MIN_SEEN:
            text = "\0".join(token for token in tokens if isinstance(token, str))
            self._times, self._pairs = Counter(text), Counter(map(add, text, text[1:]))

    def likeliest(self, before: str, place: _Place, after: str, script: Script) -> str:
        """The likeliest character of a place, if any was seen beside one of the two; else empty."""
        candidates, pairs = place.by_character(script), self._pairs
        own = before if before >= _FIRST_HAN else ""
        known = candidates.keys() & self._times.keys()
        seen = {char for char in known if own + char in pairs or char + after in pairs}
        if not seen:
            return ""
        seen.add(_most_likely(before, (place,), after, script))
        inside, behind = _around(before, after, script)
        least, likeliest = math.inf, ""
        for char in sorted(seen):
            _, simplified, prior, freely, followed = candidates[char]
            first = min(inside.get(simplified, freely), freely, self._cost(own, char))
            rest = min(followed.get(behind.simplified, behind.freely), behind.freely, self._cost(char, after))
            if prior + first + rest < least:
                least, likeliest = prior + first + rest, char
        return likeliest

    def _cost(self, first: str, second: str) -> float:
        """What it costs a character to stand behind another as often as it does; infinite if never."""
        times = self._pairs.get(first + second)
        return math.log10((self._times[first] + SEEN_LESS) / times) if times else math.inf


def _choose(tokens: list[Token], before: str, after: str, script: Script, seen: _Seen) -> tuple[str, int]:
    """The likeliest characters for the uncertain places, given what stands around them (Viterbi)."""
    done = [before]
    row: list[_Place] = []
    glossed: list[int] = []  # places in the row with a gloss behind them
    inferred = 0
    for place, token in enumerate((*tokens, "")):
        if isinstance(token, _Place):
            if token.may_be_due:
                token = token.inside(due_mark(tokens, place + 1, done, after, begun=bool(row)))
            row.append(token)
            inferred += 1
        elif token == GLOSS and row:
            glossed.append(len(row))
        else:
            if row:
                behind = token or after
                likely = _told(row[0], done, before, behind, script, seen) if len(row) == 1 else ""
                likely = likely or _most_likely(before, tuple(row), behind[:1], script)
                bounds = pairwise([0, *glossed, len(row)])
                done.append(GLOSS.join(likely[a:b] for a, b in bounds) if glossed else likely)
                row, glossed = [], []
            done.append(token)
            before = before if token == GLOSS else token[-1:]
    return "".join(done[1:]), inferred


def _told(place: _Place, done: Sequence[str], before: str, behind: str, script: Script, seen: _Seen) -> str:
    """The character of a place that what stands around it tells: the end of a word or of a name, or what was
    seen there before; else empty."""
    ends, labelled = behind[:1] < FIRST_CHINESE, ends_label(behind)
    said = "".join(done[-_TOKENS_SAID:]) if ends or labelled else ""
    if ends and (word := due_at_end(said, behind, place.chars, script)):
        return word
    if labelled and (word := due_in_label(said, behind, place.chars, script)):
        return word
    known = seen.likeliest(before, place, behind[:1], script)
    return known or (due_in_name(said, behind, place.chars, script) if ends else "")


def _glossed(tokens: Iterable[Token], readings: Sequence[str]) -> Iterator[Token]:
    """The tokens with each gloss by itself, and the places before one read as it says."""
    rest = iter(readings)
    last: Token = ""
    for token in tokens:
        for part in (token,) if isinstance(token, _Place) else filter(None, _AT_GLOSS.split(token)):
            if part == GLOSS:
                reading = next(rest, "")
                last = last.read_as(reading) if isinstance(last, _Place) else last
            if last:
                yield last
            last = part
    if last:
        yield last


@lru_cache(maxsize=16384)  # the same words break in the same way all through a text
def _most_likely(before: str, row: tuple[_Place, ...], after: str, script: Script) -> str:
    """The likeliest characters for neighbouring places between two certain characters."""
    inside, behind = _around(before, after, script)
    if len(row) == 1:
        return _likeliest_between(inside, row[0].candidates(script), behind)
    paths: list[_Path] = [(0.0, "", inside)]
    for place in row:
        paths = nsmallest(PATHS, _extended(paths, place.candidates(script)[:MOST_CANDIDATES]), key=_COST)
    return _extended(paths, [behind])[0][1][: len(row)]


def _around(before: str, after: str, script: Script) -> tuple[dict[str, float], _Candidate]:
    """What may stand behind the certain character before a place, and the certain one behind it."""
    inside = followers(_simplified(_FULL_WIDTH.get(before, before or LINE), script))
    return inside, _certain(LINE if after in "<\r" else _FULL_WIDTH.get(after, after), script)


@cache
def _certain(char: str, script: Script) -> _Candidate:
    cost = END_COST if char == LINE else costs(script)[char]
    return _candidate(char, 0.0, cost + FREELY, script)


def _likeliest_between(row: dict[str, float], candidates: Iterable[_Candidate], behind: _Candidate) -> str:
    """The likeliest character for one place, which most are: the same search without paths."""
    _, simplified_behind, _, freely_behind, _ = behind
    least, likeliest = math.inf, ""
    for char, simplified, prior, freely, followed in candidates:
        inside = row.get(simplified, freely)
        cost = prior + (inside if inside < freely else freely)
        if cost < least:
            inside = followed.get(simplified_behind, freely_behind)
            cost += inside if inside < freely_behind else freely_behind
            if cost < least:
                least, likeliest = cost, char
    return likeliest


def _extended(paths: Iterable[_Path], candidates: Iterable[_Candidate]) -> list[_Path]:
    """For each character that may come next the cheapest path that ends with it."""
    found: list[_Path] = []
    for char, simplified, prior, freely, behind in candidates:
        best, text = cheapest(paths, simplified, freely)
        found.append((best + prior, text + char, behind))
    return found


def _likeliest(candidates: Iterable[tuple[str, float]]) -> _Place | None:
    """The place that some characters, each with its cost, may stand in; None where there are none."""
    priors = [(char, prior + WIDE * ("０" <= char <= "ｚ" and char.isalnum())) for char, prior in candidates]
    most = MOST_OF_MANY if len(priors) > MOST_OF_MANY else MOST_CANDIDATES
    return _Place(priors, most) if priors else None


# UTF-8

_UTF8_USUAL = re.compile(
    rb"((?:[\x01-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}(?![\x80-\xbf])"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2})+)?"
    rb"([\xe2-\xef](?:[\x80-\xbf]\0|\0[\x80-\xbf])(?![\x80-\xbf\0]))?"
)
"""What most of such bytes are: whole characters, then one of which the second or the third byte is lost."""
_UTF8_CHARACTER = re.compile(rb"[\xe1-\xec\xee\xef][\x80-\xbf]{2}")
_RUN_TOGETHER = re.compile(rb"[\xe1-\xec\xee\xef][\x80-\xbf\0]{2}[\x80-\xbf](?![\x80-\xbf\0])")
"""Two characters, of which the last byte of the one and the first of the other are gone."""
_ONLY_SECOND = re.compile(rb"\0[\x80-\xbf]\0(?![\x80-\xbf\0])")
"""The second byte of a character whose others are lost: Shift_JIS loses both before ASCII (``�ｼ�``)."""
_QUESTION = 0x3F
_LEADS = range(0xE2, 0xF0)
"""The first bytes of Chinese in UTF-8."""
_OF_MARKS = b"\xe2\xe3\xef"
"""The first bytes of punctuation: little else that is common begins with them."""
_CONTINUATION = range(0x80, 0xC0)
_WITH_PRIVATE = ("gbk", "gb18030")
_PRIVATE_LEADS = bytes(range(0xAA, 0xB0))
"""The first bytes of private-use characters there, whose second may be any from 0xA1 on."""
_PRIVATE_PAIRS = (
    (bytes(range(0xA1, 0xA8)), bytes(range(0x80, 0xA1))),
    (_PRIVATE_LEADS, bytes(range(0xA1, 0xC0))),
)
"""Continuation bytes that are such characters by two: seconds and thirds. What drops private-use characters
drops both."""
_ANY = bytes(_CONTINUATION)
_PAIRS = tuple(map(bytes, product(_ANY, _ANY)))
_BROKEN_SPACES = (b"\xc2\0", b"\xc2?")
_SPACE = _Place([("\u00a0", 0.0)])
"""A no-break space: nothing else of two bytes is common before digits and in rows."""
_FIRST_TRAIL = 0x40
"""The first byte that may stand second in a double-byte character."""


def _utf8_tokens(holed: bytes, wrong: str) -> Iterator[Token]:
    position, size = 0, len(holed)
    while position < size:
        usual = _UTF8_USUAL.match(holed, position)
        if usual and usual.end() > position:
            whole, broken = usual.groups()
            position = usual.end()
            if whole:
                yield whole.decode("utf-8")
            if broken:
                yield _broken_character(holed[position - 3 : position + 1], wrong)[1] or _UNRESOLVED
            continue
        lead = holed[position]
        if wrong in _WITH_PRIVATE and _RUN_TOGETHER.match(holed, position):
            second, second_behind, third_behind = holed[position + 1 : position + 4]
            seconds = _continuations(wrong, second_behind or None) if second == HOLE else bytes((second,))
            yield _in_one(lead, seconds, _PRIVATE_LEADS) or _UNRESOLVED
            yield _without_lead(second_behind or None, third_behind) or _UNRESOLVED
            position += 4
            continue
        if whole := _UTF8_CHARACTER.match(holed, position):
            yield whole.group().decode("utf-8")
            position = whole.end()
            continue
        if 0xE0 <= lead <= 0xEF:
            used, candidates = _broken_character(holed[position : position + 4], wrong)
        elif holed.startswith(_BROKEN_SPACES, position):
            used, candidates = 2, _SPACE
        elif 0xC3 <= lead <= 0xDF:
            yield _toned_letter(lead, wrong) or _UNRESOLVED
            position += 2 if holed[position + 1 : position + 2] == b"\0" else 1
            continue
        elif lead == HOLE and _are_continuation(holed[position + 1 : position + 3]):
            used, candidates = 3, _without_lead(holed[position + 1], holed[position + 2])
        elif (
            lead == HOLE and holed[position + 1 : position + 2] == b"\0" and _ends_character(holed, position)
        ):
            used, candidates = 3, _without_lead(None, holed[position + 2])
        elif _ONLY_SECOND.match(holed, position):
            thirds = _lost_in(holed, position + 2, wrong)
            used, candidates = 3, _with_second(holed[position + 1 : position + 2], thirds)
        else:
            used, candidates = 1, None
        yield candidates or _UNRESOLVED
        position += used


@cache
def _toned_letter(lead: int, wrong: str) -> str:
    """The letter of pinyin that a lead begins whose other byte a single-byte charset has no character for;
    empty where there is none."""
    letters = (bytes((lead, second)).decode("utf-8", "ignore") for second in _unread(wrong))
    found = [letter for letter in letters if letter and _TONED.match(letter)]
    return found[0] if len(found) == 1 else ""


def _ends_character(holed: bytes, position: int) -> bool:
    """True when two lost bytes are followed by one continuation byte: the last of a character."""
    last = holed[position + 2 : position + 4]
    return bool(last) and last[0] in _CONTINUATION and not (len(last) > 1 and last[1] in _CONTINUATION)


def _are_continuation(pair: bytes) -> bool:
    return len(pair) == 2 and all(b in _CONTINUATION for b in pair)


@cache
def _is_single(wrong: str) -> bool:
    """True for a charset of which each byte is a character."""
    high = bytes(range(0x80, 0x100))
    return len(high.decode(wrong, "replace")) == len(high)


@cache
def _unread(wrong: str) -> bytes:
    """The continuation bytes that a single-byte charset has no character for."""
    every = bytes(_CONTINUATION) if _is_single(wrong) else b""
    return bytes(b for b in every if bytes((b,)).decode(wrong, "replace") == _UNRESOLVED)


@cache
def losable(wrong: str, following: int | None) -> bytes:
    """The bytes from 0x80 that a codec can lose before a byte; all of them where nothing tells."""
    every = bytes(range(0x80, 0x100))
    if _is_single(wrong):  # what it has no character for, and the soft hyphen, which goes unseen
        return bytes(b for b in every if bytes((b,)).decode(wrong, "replace") in "\ufffd\xad") or every
    if following is None or following < _FIRST_TRAIL:
        return every
    return (
        bytes(b for b in every if bytes((b, following)).decode(wrong, "replace")[0] == _UNRESOLVED) or every
    )


@cache
def _continuations(wrong: str, following: int | None) -> bytes:
    """The continuation bytes that can be lost before a byte."""
    return bytes(b for b in losable(wrong, following) if b in _CONTINUATION) or _ANY


def _lost_in(holed: bytes, hole: int, wrong: str) -> bytes:
    """The continuation bytes that may have stood in a hole, by the byte behind it."""
    if _is_single(wrong) and holed[hole] == _QUESTION:
        return _ANY
    return _continuations(wrong, _byte_at(holed, hole + 1))


def _byte_at(holed: bytes, position: int) -> int | None:
    """The byte at a place, None where there is none or it is lost."""
    return (holed[position] or None) if position < len(holed) else None


@lru_cache(maxsize=16384)  # by the bytes that tell: those of the character and the one behind it
def _broken_character(holed: bytes, wrong: str) -> tuple[int, _Place | None]:
    """Bytes used, and the characters a three-byte sequence may be that is not whole."""
    lead = holed[0]
    rest = holed[1:3]
    known = [b in _CONTINUATION for b in rest]
    holes = [b in (HOLE, _QUESTION) for b in rest]
    if len(rest) == 2 and known[0] and holes[1]:
        return 3, _in_one(lead, rest[:1], _lost_in(holed, 2, wrong))
    if len(rest) == 2 and holes[0] and known[1]:
        return 3, _in_one(lead, _lost_in(holed, 1, wrong), rest[1:])
    if rest and known[0]:  # a byte was dropped: the second or the third
        thirds = _continuations(wrong, _byte_at(holed, 2))
        seconds = _continuations(wrong, _byte_at(holed, 1))
        return 2, _with_one_missing(lead, rest[:1], thirds, seconds)
    if len(rest) == 2 and holes[0] and holes[1]:
        if not _is_single(wrong):
            return 3, _with_both_lost(lead, _byte_at(holed, 3), wrong)
        return 3, _in_one(lead, *(_lost_in(holed, hole, wrong) for hole in (1, 2)))
    if rest and holes[0]:
        return 2, None
    return 1, _with_none_left(lead, wrong)


@cache
def _in_one(lead: int, seconds: bytes, thirds: bytes) -> _Place | None:
    return _likeliest(_three_bytes((lead,), seconds, thirds, 0.0))


def _with_both_lost(lead: int, following: int | None, wrong: str) -> _Place | None:
    """The characters of a lead, and first those whose other bytes make no character with each other, nor with
    the byte that follows: any may be where an earlier damage lost them."""
    tells = following is not None and following >= _FIRST_TRAIL
    return _with_pair_lost(lead, _lost_pairs(following if tells else None, wrong))


@cache
def _with_pair_lost(lead: int, pairs: frozenset[bytes]) -> _Place | None:
    own = b"".join(bytes((lead,)) + pair for pair in sorted(pairs)).decode("utf-8", "ignore")
    others = set(bytes((lead,)).join((b"", *_PAIRS)).decode("utf-8", "ignore")).difference(own)
    return _likeliest([*zip(own, repeat(0.0)), *zip(sorted(others), repeat(2 * MISSING_COST))])


@cache
def _lost_pairs(following: int | None, wrong: str) -> frozenset[bytes]:
    """The continuation bytes by two that a codec can lose before a byte."""
    behind = bytes((following or ord("<"),))
    lost = 2 * _UNRESOLVED + behind.decode("ascii", "replace")
    read = b"\n".join(pair + behind for pair in _PAIRS).decode(wrong, "replace")  # faster than one by one
    return frozenset(pair for pair, text in zip(_PAIRS, read.split("\n"), strict=True) if text == lost)


@cache
def _with_one_missing(lead: int, known: bytes, thirds: bytes, seconds: bytes) -> _Place | None:
    """The characters of a lead and one byte, with one of `thirds` lost behind or of `seconds` before it."""
    third_missing = _three_bytes((lead,), known, thirds, MISSING_COST)
    return _likeliest((*third_missing, *_three_bytes((lead,), seconds, known, MISSING_COST)))


@cache
def _with_none_left(lead: int, wrong: str) -> _Place | None:
    """The characters of a lead by itself, both bytes behind it dropped: any of a mark, those of bytes that a
    single-byte charset has no character for, and those that were read as a private-use character, where
    the codec has such."""
    unread = _unread(wrong)
    pairs: Iterable[tuple[bytes, bytes]] = [(unread, unread)]
    if wrong in _WITH_PRIVATE:
        pairs = ((bytes((second,)), thirds) for seconds, thirds in _PRIVATE_PAIRS for second in seconds)
    gone = (_three_bytes((lead,), seconds, thirds, MISSING_COST) for seconds, thirds in pairs)
    marks = _three_bytes((lead,), _ANY, _ANY, 2 * MISSING_COST) if lead in _OF_MARKS else ()
    return _likeliest((*chain.from_iterable(gone), *marks))


@cache
def _without_lead(second: int | None, third: int) -> _Place | None:
    seconds = _ANY if second is None else bytes((second,))
    return _likeliest(_three_bytes(_LEADS, seconds, bytes((third,)), 0.0))


@cache
def _with_second(second: bytes, thirds: bytes) -> _Place | None:
    return _likeliest(_three_bytes(_LEADS, second, thirds, 0.0))


def _three_bytes(
    leads: Sequence[int], seconds: bytes, thirds: bytes, extra: float
) -> Iterator[tuple[str, float]]:
    sequences = b"".join(map(bytes, product(leads, seconds, thirds)))
    return zip(sequences.decode("utf-8", "ignore"), repeat(extra))


# Double-byte charsets: a character is a lead byte and a trail byte, either of which may be lost


_PRIVATE = re.compile("[\ue000-\ue765]")
"""What no text in GBK has, and its decoder makes of bytes that are not in it."""


def _double_byte_tokens(codec: str, trails: bytes) -> Callable[[bytes, str], Iterator[Token]]:
    lead_class, trail_class = rb"[\x81-\xfe]", b"[" + re.escape(trails) + b"]"
    whole_run = re.compile(rb"(?:[\x01-\x7f]|" + lead_class + trail_class + rb")+")

    @cache
    def candidates(leads: bytes, ends: bytes) -> _Place | None:
        found = (bytes((a, b)).decode(codec, "ignore") for a in leads for b in ends)
        return _likeliest((c, 0.0) for c in found if len(c) == 1)

    def tokens(holed: bytes, wrong: str) -> Iterator[Token]:
        position, size = 0, len(holed)
        while position < size:
            whole = whole_run.match(holed, position)
            if whole:
                yield _PRIVATE.sub(_UNRESOLVED, whole.group().decode(codec, "replace"))
                position = whole.end()
                continue
            lead, trail = holed[position], holed[position + 1] if position + 1 < size else 0x20
            if lead != HOLE and trail == HOLE:
                behind = holed[position + 2] if position + 2 < size else None
                lost = losable(wrong, None if behind == HOLE else behind)
                ends = bytes(b for b in lost if b in trails)
                yield candidates(bytes((lead,)), ends) or candidates(bytes((lead,)), trails) or _UNRESOLVED
                position += 2
            elif lead == HOLE and trail in trails:
                lost = losable(wrong, trail)
                yield candidates(lost, bytes((trail,))) or _UNRESOLVED
                position += 2
            elif lead == trail == HOLE:
                yield _commonest()
                position += 2
            else:
                yield _UNRESOLVED
                position += 1

    return tokens


@cache
def _commonest() -> _Place:
    """What a character may be of which nothing is left."""
    known = {**costs("hans"), **costs("hant")}
    return _Place([(char, 0.0) for char in sorted(known) if char >= "\u3000"], MOST_OF_MANY)


_GBK_TRAILS = bytes([*range(0x40, 0x7F), *range(0x80, 0xFF)])
_BIG5_TRAILS = bytes([*range(0x40, 0x7F), *range(0xA1, 0xFF)])
_TOKENIZERS: dict[str, Callable[[bytes, str], Iterator[Token]]] = {
    "utf-8": _utf8_tokens,
    "gb18030": _double_byte_tokens("gb18030", _GBK_TRAILS),
    "big5": _double_byte_tokens("big5hkscs", _BIG5_TRAILS),
}
