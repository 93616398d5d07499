"""Set back the bytes 0xAD that went with soft hyphens, in double-byte text read as Latin-1.

Latin-1 and windows-1252 read 0xAD as U+00AD, the soft hyphen. It is invisible, and what takes invisible
characters out of a text takes it along: the second byte of 江 and 广 in GBK, the first of 要 and 述 in Big5.
From there on each character is read one byte off, up to the next line. Which bytes stand alone because of
that, a Viterbi search tells: it goes through a line by two bytes or by one and the lost one, and keeps what a
bigram model of Chinese (`likelihood.followers`) gives the lowest cost.
"""

import re
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from operator import itemgetter

from cleaners.likelihood import FREELY, LINE, Script, beyond_ascii, chinese_cost, costs, followers
from cleaners.mixed import decode_strictly
from cleaners.script import fold

SOFT_HYPHEN = b"\xad"
MIN_BODY = 24
"""Bytes of a text, none of them 0xAD, from which they may have been taken out."""
DENSE = 0.4
"""Least share of a text's bytes that are not ASCII: Big5 has 0.7, French 0.05."""
_ASCII = bytes(range(128))
WINDOW, LIKELY = 16, 4.7
"""Characters of a line that are judged together, and their mean cost up to which they are right as they
stand: names cost up to 4.2, what is read one byte off over 5."""
MOST_DOUBTFUL = 3
"""Other lines, by which it is known whether any bytes are missing."""
DROPPED = 1.5
"""What it costs to take one for dropped, -log10: one character in thirty has the byte."""
ASCII, LONE, UNREADABLE = 2.0, 6.0, 8.0
"""What ASCII costs, a character of it that stands alone, and a byte that is no character, -log10."""
_LETTER = re.compile(r"[^\x00-\x7f][@-~](?=[^\x00-\x7f]|\Z)")
"""A letter by itself: in Big5 the second byte of a character."""
_BRACKETED = re.compile(r"\([^()]{1,8}\)")
"""A reading, perhaps: it says nothing of the text."""
PATHS = 6
"""Readings of a line that are followed at a time."""

_Step = tuple[int, str, str, float, dict[str, float]]
"""What may come next: bytes used, the character, its Simplified form, its cost where it follows freely, and
what follows it."""
_Path = tuple[float, str, dict[str, float]]
_COST = itemgetter(0)


def with_soft_hyphens(body: bytes, codec: str, script: Script) -> tuple[str, int] | None:
    """The text of `body` with lost bytes 0xAD set back, and how many; None where none is missing."""
    if len(body) < MIN_BODY or SOFT_HYPHEN in body:
        return None
    if len(body.translate(None, _ASCII)) < DENSE * len(body):
        return None
    lines = body.split(b"\n")
    doubtful = islice((line for line in lines if not _is_likely(line, codec)), MOST_DOUBTFUL)
    if not any(_lost(line, _realigned(line, codec, script), codec) for line in doubtful):
        return None
    texts = [_realigned(line, codec, script) for line in lines]
    lost = sum(_lost(line, text, codec) for line, text in zip(lines, texts, strict=True))
    return "\n".join(texts), lost


def _is_likely(line: bytes, codec: str) -> bool:
    """True for a line that is likely as it stands."""
    text = decode_strictly(line, codec)
    if text is None:
        return False
    judged = _BRACKETED.sub("", text)
    if codec == "big5" and _LETTER.search(judged):
        return False
    judged = beyond_ascii(judged)
    return all(chinese_cost(judged[i : i + WINDOW]) <= LIKELY for i in range(0, len(judged), WINDOW))


def _lost(line: bytes, text: str, codec: str) -> int:
    """Bytes that a line has in its text and had not before."""
    return max(0, len(text.encode(codec, "replace")) - len(line))


@lru_cache(maxsize=256)
def _realigned(line: bytes, codec: str, script: Script) -> str:
    """The likeliest text of a line, any byte of which may stand alone (Viterbi)."""
    size = len(line)
    paths: list[list[_Path]] = [[] for _ in range(size + 1)]
    paths[0].append((0.0, "", followers(LINE)))
    for place in range(size):
        here = nsmallest(PATHS, paths[place], key=_COST)
        paths[place] = []
        for used, char, simplified, freely, behind in (
            _steps(line[place : place + 2], codec, script) if here else ()
        ):
            extended = ((path[0] + min(freely, path[2].get(simplified, freely)), path[1]) for path in here)
            least, before = min(extended, key=_COST)
            paths[place + used].append((least, before + char, behind))
    return min(paths[size], key=_COST)[1]


@lru_cache(maxsize=16384)
def _steps(pair: bytes, codec: str, script: Script) -> tuple[_Step, ...]:
    """What may come next in a line that goes on with two bytes, or ends with one."""
    steps: list[_Step] = []
    single = pair[:1]
    if single < b"\x80":
        steps.append((1, single.decode("ascii"), "", ASCII if pair[1:] < b"\x80" else LONE, {"": ASCII}))
    steps += [
        (used, char, fold(char), extra + costs(script)[char] + FREELY, followers(fold(char)))
        for used, body, extra in (
            (2, pair, 0.0),
            (1, single + SOFT_HYPHEN, DROPPED),
            (1, SOFT_HYPHEN + single, DROPPED),
        )
        if len(body) == 2 and len(char := body.decode(codec, "ignore")) == 1 and not char.isascii()
    ]
    return tuple(steps) or ((1, "\ufffd", "", UNREADABLE, {}),)
