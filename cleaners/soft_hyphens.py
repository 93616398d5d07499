"""Set back the bytes 0xAD that went with soft hyphens, in double-byte text read as Latin-1.

Latin-1 and windows-1252 read 0xAD as U+00AD, the soft hyphen. It is invisible, and what takes invisible
characters out of a text takes it along: the second byte of 江 and 广 in GBK, the first of 要 and 述 in Big5.
From there on each character is read one byte off, up to the next line (`cleaners.alignment`).
"""

import re
from functools import lru_cache
from itertools import islice

from cleaners.alignment import SOFT_HYPHEN, aligned
from cleaners.likelihood import ASCII, Script, beyond_ascii, chinese_cost
from cleaners.mixed import decode_strictly

MIN_BODY = 24
"""Bytes of a text, none of them 0xAD, from which they may have been taken out."""
DENSE = 0.4
"""Least share of a text's bytes that are not ASCII: Big5 has 0.7, French 0.05."""
WINDOW, LIKELY = 16, 4.7
"""Characters of a line that are judged together, and their mean cost up to which they are right as they
stand: names cost up to 4.2, what is read one byte off over 5."""
MOST_DOUBTFUL = 3
"""Other lines, by which it is known whether any bytes are missing."""
_LETTER = re.compile(r"[^\x00-\x7f][@-~](?=[^\x00-\x7f]|\Z)")
"""A letter by itself: in Big5 the second byte of a character."""
_BRACKETED = re.compile(r"\([^()]{1,8}\)")
"""A reading, perhaps: it says nothing of the text."""


def with_soft_hyphens(body: bytes, codec: str, script: Script) -> tuple[str, int] | None:
    """The text of `body` with lost bytes 0xAD set back, and how many; None where none is missing."""
    if len(body) < MIN_BODY or SOFT_HYPHEN in body:
        return None
    if len(body.translate(None, ASCII)) < DENSE * len(body):
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
    """The likeliest text of a line, any byte of which may stand alone."""
    return aligned([(bytes([byte]),) for byte in line], codec, script)
