"""Read double-byte text that was taken for UTF-8 wherever its bytes allow that, and for Latin-1 elsewhere.

Readers that try UTF-8 byte by byte make ``书写`` (CA E9 D0 B4) ``Êéд``: two bytes are no UTF-8, and stay a
character of Latin-1 or windows-1252 each; two are, and become one letter. What such a letter was its own
code tells, but for those of Latin-1, which were one byte or two: ``ÿ`` is FF, or C3 BF, which is 每. Which of
them it was the text tells (`cleaners.alignment`).
"""

import re
from functools import lru_cache

from cleaners.alignment import Unit, aligned
from cleaners.likelihood import Script, beyond_ascii
from cleaners.tables.windows_1252 import SPECIALS

WESTERN = 0.4
"""Least share of Latin-1 and windows-1252 in what is not ASCII: such text has over half, right text next to
none."""
DENSE = 0.5
"""Least share of what is not ASCII in such text, or of that in rows of three: Czech has 0.2 of it, Vietnamese
0.3, and next to no rows. Between Western names there is less of the first, with Big5 of the second."""
_ROW = re.compile(r"[^\x00-\x7f]{3,}")
_OTHER_LETTERS = "\u0100-\u0151\u0154-\u015f\u0162-\u0177\u0179-\u017c\u017f-\u0191\u0193-\u02c5\u02c7-\u02db"
_LETTERS = f"{_OTHER_LETTERS}\u02dd-\u1fff\ua000-\uabff"
"""What UTF-8 makes of two or three of the bytes, and windows-1252 of none."""
MARK = re.compile(f"[\u00a1-\u00ff][{_LETTERS}]|[{_LETTERS}][\u00a1-\u00ff]")
"""A letter of another alphabet beside one of Latin-1."""
RUN = re.compile(r"[^\x00-\x7f](?:[^\n<>]*[^\x00-\x7f\n<>])?[@-~]?")
"""What stands in one line between tags, from the first character beyond ASCII to the last."""


@lru_cache(maxsize=256)  # a line is asked for by each charset, then judged
def read_part_utf8(text: str, codec: str, script: Script) -> str | None:
    """The likeliest text of a line; None where too little of it is Latin-1 for this damage."""
    others = beyond_ascii(text)
    western = sum(char <= "\u00ff" or char in SPECIALS for char in others)
    if western < WESTERN * len(others) or not (
        len(others) >= DENSE * len(text) or sum(map(len, _ROW.findall(text))) >= DENSE * len(others)
    ):
        return None
    return aligned([_UNITS[char] for char in text], codec, script, dropped="\xad" not in text)


class _Units(dict[str, Unit]):
    """What each character may stand for."""

    def __missing__(self, char: str) -> Unit:
        whole = char.encode("utf-8", "replace")
        unit = (bytes([ord(char)]), whole) if "\x80" <= char <= "\xff" else (whole,)
        self[char] = unit
        return unit


_UNITS = _Units((char, (bytes([byte]), char.encode())) for char, byte in SPECIALS.items())
