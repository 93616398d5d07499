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
MOST_DOUBTFUL, PROBED = 3, 200
"""Other lines, by which it is known whether any bytes are missing, and bytes of each, by whose likeliest text
it is known whether they are of this charset: right ones cost up to 3.3, those of another over 5.2."""
NO_UTF8 = 0.4
"""Share of U+FFFD in bytes read as UTF-8 under which they are: it is 0.05 there, and over 0.7 elsewhere."""
_LETTER = re.compile(r"[^\x00-\x7f][@-~](?=[^\x00-\x7f]|\Z)")
"""A letter by itself: in Big5 the second byte of a character."""
_BRACKETED = re.compile(r"\([^()]{1,8}\)")
"""A reading, perhaps: it says nothing of the text."""


def with_soft_hyphens(body: bytes, codec: str, script: Script) -> tuple[str, int] | None:
    """The text of `body` with lost bytes 0xAD set back, and how many; None where none is missing."""
    if len(body) < MIN_BODY or SOFT_HYPHEN in body:
        return None
    others = body.translate(None, ASCII)
    if len(others) < DENSE * len(body) or _has_form_of_utf8(others):
        return None
    lines = body.split(b"\n")
    doubtful = list(islice((line for line in lines if not _is_likely(line, codec)), MOST_DOUBTFUL))
    probe = "".join(_realigned(line[:PROBED], codec, script) for line in doubtful)
    if probe and chinese_cost(beyond_ascii(probe)) > LIKELY:
        return None
    if not any(_lost(line, _realigned(line, codec, script), codec) for line in doubtful):
        return None
    texts = [_realigned(line, codec, script) for line in lines]
    lost = sum(_lost(line, text, codec) for line, text in zip(lines, texts, strict=True))
    return "\n".join(texts), lost


def _has_form_of_utf8(others: bytes) -> bool:
    text = others.decode("utf-8", "replace")
    return text.count("\ufffd") < NO_UTF8 * len(text)


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
