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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cleaners.likelihood import FREELY, LINE, costs, followers

HOLE = 0
"""Stands for a lost byte; NUL is in no text."""
MISSING_COST = 1.0
"""What it costs to take a byte for missing without a trace, -log10."""
MOST_CANDIDATES = 16
"""Likeliest characters that are kept for one place."""

PATHS = 6
"""Readings of a row of uncertain places that are followed at a time."""

SHORT = 24
"""Bytes up to which a share says little."""
HOPELESS = 0.88
"""Share of U+FFFD in bytes read as UTF-8 over which they are none: GBK has 0.9, damage under 0.6."""

_UNRESOLVED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read from bytes with holes."""

    text: str
    inferred: int
    """Characters that were chosen for their likelihood."""
    lost: int
    """Places that stayed unknown: U+FFFD in the text."""


class _Path(NamedTuple):
    """A reading of a row of uncertain places so far, and what it costs."""

    cost: float
    last: str
    text: str


Token = str | list[tuple[str, float]]
"""Text that is certain, or the characters that may stand in a place with their costs."""


def read(
    holed: bytes, charset: str, wrong: str, *, infer: bool = True, before: str = "", after: str = ""
) -> Reading | None:
    """The likeliest text of `holed`, which is in `charset` (utf-8, gb18030 or big5) with `HOLE` bytes.

    `wrong` is the codec that it was read with, which tells what bytes can have been lost.
    `before` and `after` are the characters around it, where there are any. Without `infer` an uncertain
    character is left as two U+FFFD: two bytes that are lost in the text's own damage, for text that was
    damaged twice over. None for bytes that are plainly not in `charset`.
    """
    if charset == "utf-8" and len(holed) > SHORT:
        text = holed.decode("utf-8", "replace")
        if text.count(_UNRESOLVED) > HOPELESS * len(text):
            return None
    tokens = list(_TOKENIZERS[charset](holed, wrong))
    if not infer:
        text = "".join(t if isinstance(t, str) else 2 * _UNRESOLVED for t in tokens)
        return Reading(text, 0, text.count(_UNRESOLVED))
    text, inferred = _choose(tokens, before, after)
    return Reading(text, inferred, text.count(_UNRESOLVED))


def _choose(tokens: list[Token], before: str, after: str) -> tuple[str, int]:
    """The likeliest characters for the uncertain places, given what stands around them (Viterbi)."""
    single = costs("hans")
    done: list[str] = []
    open_places: list[list[tuple[str, float]]] = []
    inferred = 0
    for token in tokens:
        if not isinstance(token, str):
            open_places.append(token)
            inferred += 1
            continue
        if open_places:
            done.append(_most_likely(before, open_places, token[0], single))
            open_places = []
        done.append(token)
        before = token[-1]
    if open_places:
        done.append(_most_likely(before, open_places, after, single))
    return "".join(done), inferred


def _most_likely(
    before: str, places: list[list[tuple[str, float]]], after: str, single: dict[str, float]
) -> str:
    """The likeliest characters for neighbouring places between two certain characters."""
    paths = [_Path(0.0, before, "")]
    for place in places:
        paths = _extended(paths, place, single)
        if len(places) > 1:
            paths = sorted(paths)[:PATHS]
    if after:
        paths = _extended(paths, [(LINE if after in "<\r" else after, 0.0)], single)
        return paths[0].text[:-1]
    return min(paths).text


def _extended(paths: list[_Path], place: list[tuple[str, float]], single: dict[str, float]) -> list[_Path]:
    """For each character that may come next the cheapest path that ends with it."""
    ways = [(path.cost, followers(path.last), path.text) for path in paths]
    found = []
    for char, prior in place:
        freely = single[char] + FREELY
        best, text = math.inf, ""
        for cost, row, before in ways:
            inside = row.get(char)
            cost += freely if inside is None or inside > freely else inside
            if cost < best:
                best, text = cost, before
        found.append(_Path(best + prior, char, text + char))
    return found


def _likeliest(candidates: Iterator[tuple[str, float]]) -> list[tuple[str, float]]:
    table = costs("hans")
    ranked = sorted(candidates, key=lambda pair: pair[1] + table[pair[0]])
    return ranked[:MOST_CANDIDATES]


# UTF-8

_UTF8_WHOLE = re.compile(
    rb"(?:[\x01-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2})+"
)
_QUESTION = 0x3F
_CONTINUATION = range(0x80, 0xC0)
_ANY = bytes(_CONTINUATION)
_FIRST_TRAIL = 0x40
"""The first byte that may stand second in a double-byte character."""


def _utf8_tokens(holed: bytes, wrong: str) -> Iterator[Token]:
    position, size = 0, len(holed)
    while position < size:
        whole = _UTF8_WHOLE.match(holed, position)
        if whole:
            yield whole.group().decode("utf-8")
            position = whole.end()
            continue
        lead = holed[position]
        if 0xE0 <= lead <= 0xEF:
            used, candidates = _broken_character(holed, position, wrong)
        elif lead == HOLE and _are_continuation(holed[position + 1 : position + 3]):
            used, candidates = 3, _without_lead(holed[position + 1], holed[position + 2])
        elif (
            lead == HOLE and holed[position + 1 : position + 2] == b"\0" and _ends_character(holed, position)
        ):
            used, candidates = 3, _without_lead(None, holed[position + 2])
        else:
            used, candidates = 1, []
        yield candidates or _UNRESOLVED
        position += used


def _ends_character(holed: bytes, position: int) -> bool:
    """True when two lost bytes are followed by one continuation byte: the last of a character."""
    last = holed[position + 2 : position + 4]
    return bool(last) and last[0] in _CONTINUATION and not (len(last) > 1 and last[1] in _CONTINUATION)


def _are_continuation(pair: bytes) -> bool:
    return len(pair) == 2 and all(b in _CONTINUATION for b in pair)


@cache
def losable(wrong: str, following: int | None) -> bytes:
    """The bytes from 0x80 that a codec can lose before a byte; all of them where nothing tells."""
    every = bytes(range(0x80, 0x100))
    if wrong == "cp1252":
        return b"\x81\x8d\x8f\x90\x9d"
    if following is None or following < _FIRST_TRAIL:
        return every
    return bytes(b for b in every if _is_lost(bytes((b, following)), wrong)) or every


def _is_lost(pair: bytes, codec: str) -> bool:
    try:
        pair.decode(codec)
    except UnicodeDecodeError as error:
        return error.start == 0
    return False


def _continuations(holed: bytes, hole: int, wrong: str, following: int) -> bytes:
    """The continuation bytes that may have stood in a hole, by the byte behind it."""
    behind = holed[following] if following < len(holed) else None
    if wrong == "cp1252" and holed[hole : hole + 1] == b"?":
        return _ANY
    found = losable(wrong, None if behind == HOLE else behind)
    return bytes(b for b in found if b in _CONTINUATION) or _ANY


def _broken_character(holed: bytes, position: int, wrong: str) -> tuple[int, list[tuple[str, float]]]:
    """Bytes used, and the characters a three-byte sequence may be that is not whole."""
    lead = holed[position]
    rest = holed[position + 1 : position + 3]
    known = [b in _CONTINUATION for b in rest]
    holes = [b in (HOLE, _QUESTION) for b in rest]
    if len(rest) == 2 and known[0] and holes[1]:
        thirds = _continuations(holed, position + 2, wrong, position + 3)
        return 3, _cached(lead, rest[:1], thirds, 0.0)
    if len(rest) == 2 and holes[0] and known[1]:
        return 3, _cached(lead, _continuations(holed, position + 1, wrong, position + 2), rest[1:], 0.0)
    if rest and known[0]:  # a byte was dropped: the second or the third
        thirds = _continuations(holed, len(holed), wrong, position + 2)
        seconds = _continuations(holed, len(holed), wrong, position + 1)
        dropped = (
            *_cached(lead, rest[:1], thirds, MISSING_COST),
            *_cached(lead, seconds, rest[:1], MISSING_COST),
        )
        return 2, _likeliest(iter(dropped))
    if len(rest) == 2 and holes[0] and holes[1]:
        return 3, _cached(lead, _ANY, _ANY, 0.0)
    return 1 + (bool(rest) and holes[0]), []


@cache
def _cached(lead: int, seconds: bytes, thirds: bytes, extra: float) -> list[tuple[str, float]]:
    return _likeliest(_three_bytes((lead,), seconds, thirds, extra))


@cache
def _without_lead(second: int | None, third: int) -> list[tuple[str, float]]:
    seconds = _ANY if second is None else bytes((second,))
    return _likeliest(_three_bytes(range(0xE2, 0xF0), seconds, bytes((third,)), 0.0))


def _three_bytes(
    leads: range | tuple[int, ...], seconds: bytes, thirds: bytes, extra: float
) -> Iterator[tuple[str, float]]:
    for lead in leads:
        for two in seconds:
            for three in thirds:
                char = bytes((lead, two, three)).decode("utf-8", "ignore")
                if char:
                    yield char, extra


# Double-byte charsets: a character is a lead byte and a trail byte, either of which may be lost


def _double_byte_tokens(codec: str, trails: bytes) -> Callable[[bytes, str], Iterator[Token]]:
    lead_class, trail_class = rb"[\x81-\xfe]", b"[" + re.escape(trails) + b"]"
    whole_run = re.compile(rb"(?:[\x01-\x7f]|" + lead_class + trail_class + rb")+")

    @cache
    def candidates(leads: bytes, ends: bytes) -> list[tuple[str, float]]:
        found = (bytes((a, b)).decode(codec, "ignore") for a in leads for b in ends)
        return _likeliest((c, 0.0) for c in found if len(c) == 1)

    def tokens(holed: bytes, wrong: str) -> Iterator[Token]:
        position, size = 0, len(holed)
        while position < size:
            whole = whole_run.match(holed, position)
            if whole:
                yield whole.group().decode(codec, "replace")
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
def _commonest() -> list[tuple[str, float]]:
    """What a character may be of which nothing is left."""
    ranked = sorted((cost, char) for char, cost in costs("hans").items() if char >= "\u3000")
    return [(char, 0.0) for _, char in ranked[: 4 * MOST_CANDIDATES]]


_GBK_TRAILS = bytes([*range(0x40, 0x7F), *range(0x80, 0xFF)])
_BIG5_TRAILS = bytes([*range(0x40, 0x7F), *range(0xA1, 0xFF)])
_TOKENIZERS: dict[str, Callable[[bytes, str], Iterator[Token]]] = {
    "utf-8": _utf8_tokens,
    "gb18030": _double_byte_tokens("gb18030", _GBK_TRAILS),
    "big5": _double_byte_tokens("big5hkscs", _BIG5_TRAILS),
}
