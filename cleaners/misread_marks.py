"""Marks that were read as windows-1252 in text that is right but for them: ``卡尔Â·马克思``, ``â€œ``.

Chinese text has few letters: where its characters were kept as entities, or stored apart, only punctuation,
spaces and symbols show the damage, a few of them here and there. Their form in UTF-8 is proof by itself,
after ftfy's insight, but for what right text may have: a capital before a dash (``MANHÃ—``), a letter in
quotation marks (``“Ã”``).
"""

import re
from collections.abc import Iterator

from cleaners.tables.windows_1252 import SPECIALS

_NEXT = f"[\u0080-\u00bf\ufffd{''.join(map(re.escape, SPECIALS))}]"
"""What is read in a byte that a character of UTF-8 goes on with; U+FFFD where there is nothing for it."""
_OF_LETTERS = "[\u0080-\u00bf‚ƒ†‡ˆ‰ŠŒŽ˜šœžŸ]"
"""The same where it makes a letter of Latin-1, without the quotation marks and dashes of right text."""
_TONED = "Ä[\u0081\u0093\u009b“›«]|Å[\u008d«]|Ç[\u008e\u0090\u0092\u0094\u0096\u0098\u009a\u009cŽ’”–˜šœ]"
"""A vowel of pinyin, ``ā`` or ``ǎ``."""
_CUT = f"(?:[âã]€|ï¼)(?!{_NEXT})"
"""A mark whose last byte was dropped."""
_BRACKET = re.compile(f"ã€(?!{_NEXT})(?=[^\nã]{{1,40}}ã€‘)")
"""Such a mark before the bracket that closes it, ``【``: any other is rarer than ``、``."""
_MARK = "|".join(
    (
        "(?<![A-Z])Â[\u00a0-\u00bf]",
        "(?<![A-Z])(?:Â[ \u00a0]){2,}",  # spaces, which were kept from breaking before they were tidied
        f"(?<![A-Z])Ã{_OF_LETTERS}",
        r"(?<=\d)Ã—(?=\d)|(?<=\d )Ã—(?= \d)",
        f"(?<=[a-z(（])(?:{_TONED})(?=[a-z)）])",
        f"â{_NEXT}{_NEXT}",
        f"ã[\u0080-\u0083€‚ƒ]{_NEXT}",
        f"ï[¼-¿]{_NEXT}",
        f"ðŸ{_NEXT}{_NEXT}",
        _CUT,
    )
)
_MARKS = re.compile(f"(?<![\u00c0-\u00ff])(?:{_MARK})+")
"""One or more of them. Nothing may follow here by which they fail: spaces are read in two ways, and to try
all takes time without end."""
_DROPPED = re.compile(f"(?:(?<=[âã]€)|(?<=ï¼))(?!{_NEXT})")


def marks_in(text: str) -> Iterator[re.Match[str]]:
    """The marks of a text, one or more together, beside no letter of Latin-1: there they are part of other
    damage."""
    return filter(_stand_alone, _MARKS.finditer(text))


def without_marks(text: str) -> str:
    """A text but for those."""
    return _MARKS.sub(lambda marks: "" if _stand_alone(marks) else marks.group(), text)


def _stand_alone(marks: re.Match[str]) -> bool:
    """True for marks with no letter of Latin-1 behind them."""
    return not "\u00c0" <= marks.string[marks.end() : marks.end() + 1] <= "\u00ff"


def with_lost_bytes(marks: str) -> str:
    """Some marks with U+FFFD for each byte that was dropped."""
    return _DROPPED.sub("\ufffd", marks)


def with_brackets(text: str) -> str:
    """A text with the byte that was dropped from its opening brackets."""
    return _BRACKET.sub("ã€\u0090", text)
