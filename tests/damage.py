"""Make damage: the misreadings that pages and texts go through before we see them."""

import codecs
import random
import re
from collections.abc import Callable

from cleaners.script import convert

UNASSIGNED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
"""Bytes that windows-1252 gives no character; browsers make C1 controls of them."""


def _as_browsers(error: UnicodeError) -> tuple[str, int]:
    """What browsers make of a byte that is no GB18030: 0x80 is the euro sign, others U+FFFD."""
    assert isinstance(error, UnicodeDecodeError)
    euro = error.object[error.start] == 0x80
    return ("€" if euro else "\ufffd"), error.start + 1


codecs.register_error("as-browsers", _as_browsers)


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """The first byte that is no UTF-8, as Latin-1 reads it."""
    assert isinstance(error, UnicodeDecodeError)
    return chr(error.object[error.start]), error.start + 1


codecs.register_error("as-latin-1", _as_latin)


def sloppy_1252(body: bytes) -> str:
    """Bytes read as windows-1252 as browsers do."""
    return "".join(chr(b) if b in UNASSIGNED else bytes([b]).decode("cp1252") for b in body)


def misread(text: str, right: str, wrong: str, errors: str = "replace") -> str:
    """`text`, written in `right` and read as `wrong`."""
    body = text.encode(right, "ignore")
    return sloppy_1252(body) if wrong == "sloppy-1252" else body.decode(wrong, errors)


def in_longest_paragraph(damage: Callable[[str], str]) -> Callable[[str], str]:
    """The damage done to the longest paragraph alone."""

    def damaged(text: str) -> str:
        paragraphs = text.split("\n")
        longest = max(range(len(paragraphs)), key=lambda i: len(paragraphs[i]))
        paragraphs[longest] = damage(paragraphs[longest])
        return "\n".join(paragraphs)

    return damaged


def _channel(right: str, wrong: str, errors: str = "replace", times: int = 1) -> Callable[[str], str]:
    def damage(text: str) -> str:
        for _ in range(times):
            text = misread(text, right, wrong, errors)
        return text

    return damage


def _without_soft_hyphens(right: str) -> Callable[[str], str]:
    """Read as Latin-1, and rid of the invisible characters that byte 0xAD became."""
    return lambda text: misread(text, right, "latin-1").replace("\xad", "")


def _utf8_in_part(right: str) -> Callable[[str], str]:
    """Read as UTF-8 as far as the bytes are UTF-8, and as Latin-1 byte by byte elsewhere."""

    def damage(text: str) -> str:
        return text.encode(right, "ignore").decode("utf-8", "as-latin-1")

    return damage


def _then_gb18030(right: str, wrong: str) -> Callable[[str], str]:
    """Read with a single-byte charset, stored in UTF-8, and read as GB18030."""
    return lambda text: misread(misread(text, right, wrong), "utf-8", "gb18030")


_MARKS = re.compile("[^\x00-\x7f\u3400-\u9fff]+")


def _marks_alone(wrong: str, errors: str = "replace") -> Callable[[str], str]:
    """Punctuation and symbols read wrong, in text whose Han characters are right."""
    return lambda text: _MARKS.sub(lambda marks: misread(marks.group(), "utf-8", wrong, errors), text)


_PRIVATE = re.compile("[\ue000-\uf8ff]")
_NARROW = {ord(wide): ord(wide) - 0xFEE0 for wide in map(chr, range(0xFF41, 0xFF5B))}


def _tidied(text: str) -> str:
    """Read as GB18030, then rid of private-use characters and of letters of full width, as cleaners do."""
    return _PRIVATE.sub("", misread(text, "utf-8", "gb18030")).translate(_NARROW)


CHANNELS: dict[str, Callable[[str], str]] = {
    "utf-8 as latin-1": _channel("utf-8", "latin-1"),
    "utf-8 as windows-1252": _channel("utf-8", "sloppy-1252"),
    "utf-8 as windows-1252, bytes to U+FFFD": _channel("utf-8", "cp1252"),
    "utf-8 as windows-1252, bytes dropped": _channel("utf-8", "cp1252", "ignore"),
    "utf-8 as latin-1, twice": _channel("utf-8", "latin-1", times=2),
    "utf-8 as latin-1, then cp1252": lambda text: misread(
        misread(text, "utf-8", "latin-1"), "utf-8", "cp1252"
    ),
    "utf-8 as latin-1, NBSP to space": lambda text: misread(text, "utf-8", "latin-1").replace("\xa0", " "),
    "utf-8 as gb18030": _channel("utf-8", "gb18030"),
    "utf-8 as gb18030, as browsers": _channel("utf-8", "gb18030", "as-browsers"),
    "utf-8 as gbk": _channel("utf-8", "gbk"),
    "utf-8 as gbk, bytes dropped": _channel("utf-8", "gbk", "ignore"),
    "utf-8 as gbk, bytes to ?": lambda text: misread(text, "utf-8", "gbk").replace("\ufffd", "?"),
    "utf-8 as gb18030, twice": _channel("utf-8", "gb18030", times=2),
    "utf-8 as latin-1, then gb18030": _then_gb18030("utf-8", "latin-1"),
    "utf-8 as windows-1252, then gb18030": _then_gb18030("utf-8", "sloppy-1252"),
    "gbk as latin-1, then gb18030": _then_gb18030("gbk", "latin-1"),
    "utf-8 as gb18030, tidied": _tidied,
    "gbk as latin-1": _channel("gbk", "latin-1"),
    "gbk as windows-1252": _channel("gbk", "sloppy-1252"),
    "gbk as big5": _channel("gbk", "big5"),
    "big5 as gb18030": _channel("big5", "gb18030"),
    "big5 as latin-1": _channel("big5", "latin-1"),
    "utf-8 as latin-1, soft hyphens out": _without_soft_hyphens("utf-8"),
    "gbk as latin-1, soft hyphens out": _without_soft_hyphens("gbk"),
    "big5 as latin-1, soft hyphens out": _without_soft_hyphens("big5"),
    "gbk as utf-8 in part": _utf8_in_part("gbk"),
    "big5 as utf-8 in part": _utf8_in_part("big5"),
    "utf-8 as shift_jis": _channel("utf-8", "shift_jis"),
    "utf-8 as cp949": _channel("utf-8", "cp949"),
    "utf-8 as big5": _channel("utf-8", "big5"),
    "marks alone: utf-8 as windows-1252": _marks_alone("sloppy-1252"),
    "marks alone: utf-8 as cp1252, bytes dropped": _marks_alone("cp1252", "ignore"),
    "a paragraph: utf-8 as latin-1": in_longest_paragraph(_channel("utf-8", "latin-1")),
    "a paragraph: utf-8 as gb18030": in_longest_paragraph(_channel("utf-8", "gb18030")),
    "a paragraph: gbk as latin-1": in_longest_paragraph(_channel("gbk", "latin-1")),
}
"""Every kind of damage that the benchmark and the tests make, by what was read as what."""


def undamaged(text: str, channel: str) -> str:
    """`text` as it can go through a channel: Traditional for Big5, without what its charset has not."""
    if "big5 as" in channel:
        return convert(text, "s2t").encode("big5", "ignore").decode("big5")
    return text.encode("gbk", "ignore").decode("gbk") if "gbk as" in channel else text


def replace_bytes(body: bytes, seed: int, every: int = 5000) -> bytes:
    """`body` with one byte in `every` replaced by a random one."""
    chance = random.Random(seed)
    damaged = bytearray(body)
    for _ in range(max(1, len(body) // every)):
        damaged[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(damaged)
