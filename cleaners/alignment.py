"""Find where the characters of double-byte text begin, where it cannot be read pair by pair.

Some bytes went, or it is not known whether a sign stands for one byte or for two: from there on each
character is read one byte off. A Viterbi search goes through a line by two bytes or by one and a lost one,
and keeps what a bigram model of Chinese (`likelihood.followers`) gives the lowest cost. The lost byte is
0xAD, which Latin-1 reads as the soft hyphen: what takes invisible characters out of a text takes it along.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from cleaners.likelihood import FREELY, LINE, Script, cheapest, costs, followers
from cleaners.script import fold

SOFT_HYPHEN = b"\xad"
DROPPED = 1.5
"""What it costs to take one for dropped, -log10: one character in thirty has the byte."""
ASCII, LONE, UNREADABLE = 2.0, 6.0, 8.0
"""What ASCII costs, a character of it that stands alone, and a byte that is no character, -log10."""
PATHS = 3
"""Readings of a line that are followed at a time."""

_NO_CHARACTER = re.compile("|..+|[\x00-\x7f\ue000-\uf8ff]", re.S)
"""What two bytes read as that are none: nothing, several, ASCII, and what text has for private use."""

Unit = tuple[bytes, ...]
"""What a sign of a line may stand for: a few bytes each, all of them ASCII or none."""
_Step = tuple[int, str, str, float, dict[str, float]]
"""What may come next: bytes used, the character, its Simplified form, its cost where it follows freely, and
what follows it."""
_Read = tuple["_Read", str] | None
"""What was read so far: all before, and the last character."""
_Path = tuple[float, _Read, dict[str, float]]
_COST = itemgetter(0)


def aligned(line: Sequence[Unit], codec: str, script: Script, *, dropped: bool = True) -> str:
    """The likeliest text of a line of double-byte characters; U+FFFD stands for a byte that is none.

    `dropped` tells that bytes 0xAD may have gone.
    """
    between: list[list[_Path]] = [[] for _ in range(len(line) + 1)]
    inside: list[dict[bytes, list[_Path]]] = [{} for _ in line]  # by the bytes of a unit still to be read
    between[0].append((0.0, None, followers(LINE)))

    def paths_to(place: int, left: bytes) -> list[_Path]:
        return inside[place].setdefault(left, []) if left else between[place + 1]

    for place, unit in enumerate(line):
        here = inside[place]
        for body in unit if between[place] else ():
            here.setdefault(body, []).extend(between[place])
        following = line[place + 1] if place + 1 < len(line) else (b"",)
        for body in _longest_first(here):
            paths = _best(here[body])
            if len(body) > 1:
                pairs = [(body[:2], place, body[2:])]
            else:
                pairs = [(body + behind[:1], place + 1, behind[1:]) for behind in following]
            for number, (pair, end, left) in enumerate(pairs):
                for step in _steps(pair, codec, script, dropped):
                    if step[0] == 2:
                        paths_to(end, left).append(_extended(paths, step))
                    elif number == 0:  # the same for all that may be behind
                        paths_to(place, body[1:]).append(_extended(paths, step))
    return _text_of(min(between[-1], key=_COST)[1])


def _best(paths: list[_Path]) -> list[_Path]:
    return sorted(paths, key=_COST)[:PATHS] if len(paths) > PATHS else paths


def _extended(paths: Iterable[_Path], step: _Step) -> _Path:
    """The best of some paths to a place with a character behind it."""
    _, char, simplified, freely, after = step
    least, before = cheapest(paths, simplified, freely)
    return least, (before, char), after


def _text_of(read: _Read) -> str:
    characters = []
    while read is not None:
        read, char = read
        characters.append(char)
    return "".join(reversed(characters))


def _longest_first(here: dict[bytes, list[_Path]]) -> Iterable[bytes]:
    """The bytes still to be read; what is read of the longer ones is among the shorter."""
    if len(here) == 1 and max(map(len, here)) == 1:
        return list(here)
    return (body for length in (4, 3, 2, 1) for body in [left for left in here if len(left) == length])


@lru_cache(maxsize=16384)
def _steps(pair: bytes, codec: str, script: Script, dropped: bool) -> tuple[_Step, ...]:
    """What may come next in a line that goes on with two bytes, or ends with one."""
    steps: list[_Step] = []
    single = pair[:1]
    if single < b"\x80":
        steps.append((1, single.decode("ascii"), "", ASCII if pair[1:] < b"\x80" else LONE, {"": ASCII}))
    bodies = [(2, pair, 0.0), (1, single + SOFT_HYPHEN, DROPPED), (1, SOFT_HYPHEN + single, DROPPED)]
    steps += [
        (used, char, fold(char), extra + costs(script)[char] + FREELY, followers(fold(char)))
        for used, body, extra in (bodies if dropped else bodies[:1])
        if len(body) == 2 and _NO_CHARACTER.fullmatch(char := body.decode(codec, "ignore")) is None
    ]
    return tuple(steps) or ((1, "\ufffd", "", UNREADABLE, {}),)
