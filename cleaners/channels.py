"""The ways text is damaged by the wrong charset, and how each is undone.

A *channel* is a pair of charsets: text in `right` was read as `wrong`. To undo it, encode with `wrong`
and read as `right`, the bytes that were lost on the way being inferred (`cleaners.lost_bytes`). Whether
there is anything to undo is not asked here (`cleaners.mojibake`).

On the pages of converters that gloss what they convert, single characters stand between readings. What
stands on both sides of a gloss is read as one run, and the gloss tells which character is before it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cleaners.due_marks import GLOSS
from cleaners.likelihood import Script
from cleaners.lost_bytes import HOLE, Reading, read
from cleaners.mixed import decode_strictly
from cleaners.part_utf8 import read_part_utf8
from cleaners.readings import TONED
from cleaners.soft_hyphens import with_soft_hyphens
from cleaners.tables.windows_1252 import SPECIALS

_TO_BYTE = {ord(char): chr(byte) for char, byte in SPECIALS.items()}
_LATIN = "".join(map(re.escape, SPECIALS)) + "\u0080-\u00ff"
LATIN_RUN = re.compile(f"[{_LATIN}\ufffd](?:[{_LATIN}\ufffd]|[ ?](?=[{_LATIN}\ufffd]))*[{_LATIN}\ufffd?]")
"""Characters that windows-1252 made of bytes, with what may stand for a lost one."""
LATIN_WIDE_RUN = re.compile(
    f"[{_LATIN}\ufffd](?:[{_LATIN}\ufffd]|[ ?@-~](?=[{_LATIN}\ufffd]))*[{_LATIN}\ufffd?][@-~]?"
)
"""The same of double-byte characters, whose second byte may be a letter."""
LATIN_STRETCH = re.compile(f"[{_LATIN}](?:[ -;=?-~]*[{_LATIN}])*[0-;=?-~]?")
"""All of a text node from the first such character to the last, whatever ASCII is between: on a page of
glosses each run of the others is a character or two."""
_LONE_LETTER = re.compile(f"[A-Za-z]{{2}}[À-ÿ][@-~](?![{_LATIN}])|(?<![@-~{_LATIN}])[À-ÿ][A-Za-z]{{2}}")
"""A letter of French among those of ASCII: a double-byte charset reads it together with the next."""
_NOT_UTF8 = re.compile(rb"[\xc4-\xdf\xf0-\xfe]{2}")
"""Bytes of double-byte characters that no Chinese text has in UTF-8, with bytes lost or not."""
_NARROWED = re.compile(rb"(?<=[\xe3-\xe9\xef][\x80-\xbf])[c-io](?=[\x80-\xbf\0]{2}(?![\x80-\xbf]))")
"""A letter in the middle of two characters of UTF-8: the last byte of the one and the first of the other were
read as a letter of full width, ``ｅ``, which what narrows letters made ``e`` (``瀹e竷`` is 宣布)."""
_SYLLABLE = rf"[A-Za-z{TONED}{TONED.upper()}]{{1,6}}[1-5]?"
_READING = re.compile(rf"\({_SYLLABLE}(?: ?{_SYLLABLE}){{0,3}}\)")
"""A gloss undone: ``(zhàn)``, ``(men)``, ``(fu2 wu4)``."""
_LAST_SYLLABLE = re.compile(rf"(?:^|(?<=[\s1-5])){_SYLLABLE}$")
"""What the character right before a gloss is read as."""
LONGEST_KEPT = 4_096
"""Characters of a text whose bytes are kept for the next who asks: runs are, whole pages are not."""
_MAX_GLOSS = 32
"""Longest gloss in characters, brackets and damage included."""
WIDE_RUN = re.compile(r"[^\x00-\x7f]+(?:(?:\?{1,2}|[@-~])?[^\x00-\x7f]+)*(?:\?{1,2}|[@-~])?")
"""Double-byte damage swallows letters and leaves question marks; other ASCII ends it."""
OTHER_SINGLE = ("mac_roman", "cp437", "cp850", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp866", "cp1253")
"""Single-byte charsets of other systems and countries that UTF-8 is read as now and then."""
_OF_LATIN_9 = "€ŠšŽžŒœŸ"
"""The characters that ISO 8859-15 has of its own: it shares the rest with Latin-1."""
_TO_LATIN_9 = dict(zip(map(ord, _OF_LATIN_9), "\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe", strict=True))
_C1 = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
"""Controls that windows-1252 has characters in the place of: what has them was read as ISO 8859."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters that one channel may have made, and the characters on both sides of it."""

    start: int
    text: str
    before: str
    after: str
    private: bool = False
    """Private-use characters stand among the text's others: GB18030 read it, GBK has none."""
    script: Script = "hans"
    """The script that the text is in, by which lost bytes are inferred."""
    glosses: tuple[tuple[int, int, str], ...] = ()
    """Damaged glosses in it: where they begin and end, and what they are."""

    def without_first(self, size: int) -> "Run":
        """The run without its first characters."""
        return replace(self, start=self.start + size, text=self.text[size:], before=self.text[size - 1])

    def without_last(self, size: int) -> "Run":
        """The run without its last characters."""
        return replace(self, text=self.text[:-size], after=self.text[-size])


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of damage: the charset a text was in, the one it was read with, and how to undo that."""

    right: str
    wrong: str
    undo: Callable[["Run", bool], Reading | None]
    """Reads a run; the second argument tells whether to infer lost bytes."""
    throughout: Callable[["Run", bool], Reading | None]
    """Reads a long run at once, ASCII and all; None where any of it did not go through the channel."""
    formed: bool = False
    """True where the form alone is proof on a page that has the damage elsewhere."""
    single: bool = False
    """True where each byte was read as one character."""
    least: int = 4
    """Fewest different Han characters or kana of a run that is repaired by itself: Czech has three pairs
    of accented letters side by side, French sets one before a quotation mark."""

    @property
    def name(self) -> str:
        return f"{self.right} read as {self.wrong}"


def _read(run: Run, holed: bytes, right: str, wrong: str, infer: bool) -> Reading | None:
    script: Script = "hant" if right == "big5" else run.script
    syllables = (_LAST_SYLLABLE.search(gloss[1:-1]) for _, _, gloss in run.glosses)
    readings = [syllable.group() if syllable else "" for syllable in syllables]
    return read(
        holed,
        right,
        wrong,
        infer=infer,
        before=run.before,
        after=run.after,
        readings=readings,
        script=script,
    )


def _from_latin(right: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a single-byte misreading; a space may stand for the no-break space, ``?`` for any byte."""

    def undo(run: Run, infer: bool) -> Reading | None:
        body = _latin_bytes(run.text)
        if body is None:
            return None
        found = _hyphenated(run, body, right) if infer else None
        return found or _strictly(run.text, body, right) or _read(run, body, right, "cp1252", infer)

    return undo


def _hyphenated(run: Run, body: bytes, right: str) -> Reading | None:
    """The reading of a double-byte run whose soft hyphens were taken out; None where none are missing."""
    if right == "utf-8":
        return None
    found = with_soft_hyphens(body, right, "hant" if right == "big5" else run.script)
    return Reading(found[0], found[1], 0) if found is not None else None


def _stretch_from_latin(right: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a single-byte misreading of a run with ASCII in it, where nothing was lost but soft hyphens."""

    def undo(run: Run, infer: bool) -> Reading | None:
        body = _latin_bytes(run.text)
        if body is None:
            return None
        return _hyphenated(run, body, right) or _strictly(run.text, body, right)

    return undo


def _throughout_latin(right: str) -> Callable[["Run", bool], Reading | None]:
    """The same of a whole text, if it has no words of another language."""
    undo = _stretch_from_latin(right)
    return lambda run, _: None if right != "utf-8" and _LONE_LETTER.search(run.text) else undo(run, False)


@lru_cache(maxsize=1)  # a whole text is asked for by each charset that its bytes may be in
def _latin_bytes(text: str) -> bytes | None:
    """The bytes that were read as `text` in Latin-1 or windows-1252; ISO 8859-15 where its controls are."""
    for codec in ("latin-1", "cp1252"):  # ten times as fast as by a table
        body = encoded(text, codec)
        if body is not None:
            return body
    return encoded(text.translate(_TO_LATIN_9 if _C1.search(text) else _TO_BYTE), "latin-1")


def _strictly(text: str, body: bytes, right: str) -> Reading | None:
    """The reading of a misread text, `body` in bytes, where none were lost but no-break spaces."""
    if HOLE in body:
        return None
    found = decode_strictly(body, right) or decode_strictly(body.replace(b" ", b"\xa0"), right)
    if found is None and any(char in text for char in _OF_LATIN_9):
        found = _redecoded(text.translate(_TO_LATIN_9), "latin-1", right)
    return Reading(found, 0, 0) if found is not None else None


def _from_part(right: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a reading as UTF-8 of what of the bytes is UTF-8, and as windows-1252 of the others."""

    def undo(run: Run, infer: bool) -> Reading | None:
        script: Script = "hant" if right == "big5" else run.script
        text = read_part_utf8(run.text, right, script)
        return Reading(text, 0, text.count("\ufffd")) if text is not None else None

    return undo


def _from_other(wrong: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a misreading of UTF-8 in one of `OTHER_SINGLE`; bytes that are no character there are lost."""

    def undo(run: Run, infer: bool) -> Reading | None:
        body = encoded(run.text, wrong)
        if body is None:
            return None
        return _read(run, body, "utf-8", wrong, infer)

    return undo


def _throughout_other(wrong: str) -> Callable[["Run", bool], Reading | None]:
    """The same of a run with ASCII in it, where nothing was lost."""

    def undo(run: Run, _: bool) -> Reading | None:
        text = _redecoded(run.text, wrong, "utf-8")
        return Reading(text, 0, 0) if text is not None else None

    return undo


def _from_wide(right: str, wrong: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a double-byte misreading."""

    def undo(run: Run, infer: bool) -> Reading | None:
        text = _without_glosses(run) if run.glosses else run.text
        for codec in CODECS[wrong]:
            holed = encoded(text, codec)
            if holed is not None:
                if right == "utf-8" and codec == "gb18030":
                    holed = _NARROWED.sub(_widened, holed)
                return _with_glosses(run, _read(run, holed, right, _read_with(run, codec), infer))
        return None

    return undo


def _widened(letter: re.Match[bytes]) -> bytes:
    """The bytes that GBK reads as a letter of full width."""
    return b"\xa3" + bytes([letter.group()[0] | 0x80])


def _read_with(run: Run, codec: str) -> str:
    """The codec that a run was read with: GBK where nothing shows that it was GB18030."""
    return "gbk" if codec == "gb18030" and not run.private else codec


def _throughout_wide(right: str, wrong: str) -> Callable[["Run", bool], Reading | None]:
    """Undo a double-byte misreading of a run with ASCII in it. (Right text in it would be no text undone.)"""
    codec = CODECS[wrong][0]

    def undo(run: Run, infer: bool) -> Reading | None:
        body = encoded(run.text, codec)
        if body is None:
            return None
        text = decode_strictly(body, right) if HOLE not in body else None
        if text is not None:
            return Reading(text, 0, 0)
        if right == "utf-8" and _NOT_UTF8.search(body):
            return None
        reading = _read(run, body, right, _read_with(run, codec), infer)
        return None if reading is None or (infer and 2 * "\ufffd" in reading.text) else reading

    return undo


def _without_glosses(run: Run) -> str:
    """The text of a run with `GLOSS` in the place of each gloss."""
    pieces, position = [], 0
    for start, end, _ in run.glosses:
        pieces.append(run.text[position:start])
        position = end
    return GLOSS.join([*pieces, run.text[position:]])


def _with_glosses(run: Run, reading: Reading | None) -> Reading | None:
    """A reading with the glosses in their places; None where those are not known any more."""
    if reading is None or not run.glosses:
        return reading
    pieces = reading.text.split(GLOSS)
    if len(pieces) != len(run.glosses) + 1:
        return None
    glosses = [*(gloss for _, _, gloss in run.glosses), ""]
    text = "".join(piece + gloss for piece, gloss in zip(pieces, glosses, strict=True))
    return Reading(text, reading.inferred, reading.lost)


_REPLACED, _EURO = "\ufffd".encode("gb18030"), "€".encode("gb18030")
_MORE = {bytes([byte]) for byte in (HOLE, *range(0x80, 0xC0))} | {b""}
"""The bytes that a character of UTF-8 goes on with, lost ones among them, or another ``€``."""
_IN_CHARACTER, _AT_ITS_END = re.compile(rb"[\xe2-\xef]\Z"), re.compile(rb"[\xe2-\xef][\x80-\xbf\0]\Z")
"""Where ``€`` is 0x80, which browsers read so in GB18030, by what is behind it; elsewhere it is its own two
bytes: the last of a character and the first of a mark (``线索、``)."""


def encoded(text: str, codec: str) -> bytes | None:
    """The bytes that were read as `text`; None where the codec gives no such text.

    U+FFFD is one lost byte.
    """
    return _encoded_run(text, codec) if len(text) <= LONGEST_KEPT else _encoded(text, codec)


def _encoded(text: str, codec: str) -> bytes | None:
    try:
        if codec != "gb18030":
            return bytes([HOLE]).join(piece.encode(codec) for piece in text.split("\ufffd"))
        first, *rest = (piece.encode(codec).replace(_REPLACED, bytes([HOLE])) for piece in text.split("€"))
    except UnicodeEncodeError:
        return None
    body = bytearray(first)
    for behind in rest:
        single = _IN_CHARACTER if behind[:1] in _MORE else _AT_ITS_END
        body += b"\x80" if single.search(body, max(0, len(body) - 2)) else _EURO
        body += behind
    return bytes(body)


_encoded_run = lru_cache(maxsize=64)(_encoded)  # a run is looked at for right text in it, then read


def _redecoded(text: str, codec: str, right: str) -> str | None:
    """What was read as `text` with a codec, read right; None where bytes were lost on the way."""
    body = encoded(text, codec)
    return decode_strictly(body, right) if body is not None and HOLE not in body else None


CODECS = {
    "gb18030": ("gb18030",),
    "big5": ("big5", "cp950", "big5hkscs"),
    "shift_jis": ("shift_jis", "cp932"),
    "euc-kr": ("cp949",),
}
"""The variants of a charset that misread text may have gone through."""
SINGLE = (
    Channel("utf-8", "windows-1252", _from_latin("utf-8"), _throughout_latin("utf-8"), True, True, least=2),
    Channel("gb18030", "windows-1252", _from_latin("gb18030"), _throughout_latin("gb18030"), single=True),
    Channel("big5", "windows-1252", _from_latin("big5"), _throughout_latin("big5"), single=True),
)
PARTS = tuple(
    Channel(right, "utf-8 in part", _from_part(right), lambda *_: None, single=True, least=10)
    for right in ("gb18030", "big5")
)
STRETCHES = {channel: replace(channel, undo=_stretch_from_latin(channel.right)) for channel in SINGLE[1:]}
"""The double-byte ones, read by stretches."""
OTHERS = tuple(
    Channel("utf-8", wrong, _from_other(wrong), _throughout_other(wrong), formed=True, single=True)
    for wrong in OTHER_SINGLE
)
WIDE = tuple(
    Channel(right, wrong, _from_wide(right, wrong), _throughout_wide(right, wrong))
    for right, wrong in (
        ("utf-8", "gb18030"),
        ("big5", "gb18030"),
        ("gb18030", "big5"),
        ("utf-8", "shift_jis"),
        ("utf-8", "euc-kr"),
        ("utf-8", "big5"),
    )
)


@lru_cache(maxsize=8192)
def byte_of(char: str, wrong: str) -> bytes:
    """The bytes that a misread character stands for; a hole where they are lost."""
    bodies = (encoded(char, codec) for codec in CODECS[wrong])
    return next((body for body in bodies if body is not None), bytes([HOLE]))


def joined_at_glosses(channel: Channel, text: str, runs: Sequence[Run]) -> Iterator[Run]:
    """The runs, those with nothing but a damaged gloss between them as one."""
    first: Run | None = None
    glosses: list[tuple[int, int, str]] = []
    end = inside = 0  # of the runs joined so far, and of the last gloss
    for run in runs:
        if run.start < inside:
            continue
        if first is None or run.start != inside:
            if first is not None:
                yield _as_one(text, first, end, glosses)
            first, glosses = run, []
        end = run.start + len(run.text)
        gloss, behind = _gloss_behind(channel, text, run.after, end)
        if gloss:
            glosses.append((end - first.start, behind - first.start, gloss))
            end = inside = behind
    if first is not None:
        yield _as_one(text, first, end, glosses)


def _as_one(text: str, first: Run, end: int, glosses: Sequence[tuple[int, int, str]]) -> Run:
    return replace(first, text=text[first.start : end], after=text[end : end + 1], glosses=tuple(glosses))


def _gloss_behind(channel: Channel, text: str, after: str, start: int) -> tuple[str, int]:
    """The damaged gloss that stands at a place, undone, and where it ends; empty where there is none."""
    end = text.find(")", start, start + _MAX_GLOSS) + 1 if after == "(" else 0
    gloss = _redecoded(text[start:end], CODECS[channel.wrong][0], channel.right) if end else None
    return (gloss, end) if gloss and _READING.fullmatch(gloss) else ("", 0)
