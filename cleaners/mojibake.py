"""Undo mojibake: text that was decoded with the wrong charset and stored that way.

A *channel* is a pair of charsets: text in `right` was read as `wrong`. To undo it, encode with `wrong`
and read as `right`, the bytes that were lost on the way being inferred (`cleaners.lost_bytes`). That is
easy; to know *when* is the craft, because right text must stay as it is. Three things must agree before
a run of characters is touched:

1. it has the marks of a channel: characters that its damage is full of and that no right text has;
2. the bytes it stands for can be read in the right charset, nearly all of them, and what they read as
   is likely Chinese or Japanese (`cleaners.likelihood`);
3. that is a clearly likelier text than what is there, weighed by length. Where a text is damaged
   throughout, its long runs vouch for the channel, and its short ones (a word in a menu) need only be
   no worse than before.

Single-byte runs follow ftfy's insight that the forms of UTF-8 read as windows-1252 occur in no right
text; the double-byte channels and the inference are our own.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from html import unescape

from cleaners.likelihood import Script, beyond_ascii, chinese_cost, cost, han_of
from cleaners.lost_bytes import GLOSS, HOLE, Reading, read
from cleaners.mixed import decode_strictly
from cleaners.readings import TONED
from cleaners.script import script_of
from cleaners.state import Page
from cleaners.tables import rows

MAX_ROUNDS = 3
"""Text that was damaged more than three times over is not met in practice."""
GOOD_COST = 4.7
"""Mean cost under which a repaired run is likely text. Right Chinese is near 3, names near 4.2."""
LIKELY_COST = 3.4
"""Mean cost as Simplified under which no other script is asked: right news costs 2.6 to 3.3."""
SAMPLED = 200
"""Characters at the beginning, middle and end of a long run by which its mean cost is known."""
MIN_GAIN = 6.0
"""Summed gain, in powers of ten, over which a run is repaired by itself: one chance in a million."""
MIN_RIGHT = 3
"""Fewest Han characters of a piece of right text inside a damaged run."""
MAX_TRIMMED = 4
"""Characters at either end of a damaged run that may be right text set against it."""
RIGHT_COST = 4.2
"""Mean cost under which such a piece is right: text costs 2.6 to 3.6, mojibake over 5."""
MEAN_GAIN = 0.9
"""Least gain a character. The rarest right texts (name lists, Buddhist terms) cost 1 more than news."""
VOUCHED = 12
"""Repaired characters in clear runs that vouch for a channel throughout the text."""
VOUCHED_FORM = 6
"""As many for a channel whose form no right text has: valid UTF-8 in windows-1252 letters."""
THROUGHOUT = 0.5
"""Share of a text beyond ASCII in clear runs from which it is damaged throughout."""
MAX_INFERRED = 0.6
"""Largest share of a run's characters that may be inferred."""
MAX_LOST = 0.1
"""Largest share of a run's characters that may stay unknown."""
TELLING_HITS = 2
"""Telling characters that make a run suspect; right text has one in 100,000 characters."""

# windows-1252 as browsers read it: the five unassigned bytes are C1 controls.
_SPECIALS = {
    bytes([byte]).decode("cp1252"): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_TO_BYTE = {ord(char): chr(byte) for char, byte in _SPECIALS.items()}
_LATIN = "".join(map(re.escape, _SPECIALS)) + "\u0080-\u00ff"
_LATIN_RUN = re.compile(f"[{_LATIN}\ufffd](?:[{_LATIN}\ufffd]|[ ?](?=[{_LATIN}\ufffd]))*[{_LATIN}\ufffd?]")
_LATIN_WIDE_RUN = re.compile(
    f"[{_LATIN}\ufffd](?:[{_LATIN}\ufffd]|[ ?@-~](?=[{_LATIN}\ufffd]))*[{_LATIN}\ufffd?][@-~]?"
)
"""The same of double-byte characters, whose second byte may be a letter."""
_LATIN_STRETCH = re.compile(f"[{_LATIN}](?:[ -;=?-~]*[{_LATIN}])*[0-;=?-~]?")
"""All of a text node from the first such character to the last, whatever ASCII is between: on a page of
glosses each run of the others is a character or two."""
_GLOSSES = re.compile(rf"\([a-z]{{0,5}}[{TONED}][a-z]{{0,4}}(?:\)|$)|\u00a0")
"""Readings that a converter set behind characters, and no-break spaces: no evidence for or against the text
they stand in."""
_READING = re.compile(rf"\([a-z{TONED}]{{1,6}}\)")
_MIN_GLOSSES = 3
"""Brackets in a text that may have a converter's glosses."""
_MAX_GLOSS = 12
"""Longest gloss in characters, brackets and damage included."""
_WIDE_RUN = re.compile(r"[^\x00-\x7f]+(?:(?:\?{1,2}|[@-~])?[^\x00-\x7f]+)*(?:\?{1,2}|[@-~])?")
"""Double-byte damage swallows letters and leaves question marks; other ASCII ends it."""
_HIGH = rb"[ ?@-~]?(?:\xc2[\xa1-\xbf]|\xc3[\x80-\xbe])"
_SUSPECT_LATIN = (
    re.compile(
        rb"\xc3(?:[\x82-\x96\x98-\xb4][ ?@-~]?(?:[\xc2\xc3]|%b)|[\x80\x81\xb5-\xbe]%b{3})"
        % (b"|".join(special.encode() for special in _SPECIALS), _HIGH)
    ),
    re.compile(rb"\xc2([\xa1-\xbf])(?!\xc2\1\xc2\1)%b{3}" % _HIGH),
)
"""A letter of U+00C2 to U+00F4 (``×`` is none) with another of windows-1252 behind it, or four different
characters from U+00A1: what UTF-8 and double-byte text look like there. In UTF-8, where a search for one
lead byte is fast."""
_OTHER_SINGLE = ("mac_roman", "cp437", "cp850", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp866", "cp1253")
"""Single-byte charsets of other systems and countries that UTF-8 is read as now and then."""
_FIRST, _FOLLOWING, _HIGHER = (0xE3, 0xEA), (0x80, 0xC0), (0x80, 0x100)
"""The first bytes of Han characters in UTF-8, those behind them, and all beyond ASCII, as ranges."""
MOST_LOOKED_AT = 20
"""Damaged runs by which the script of a text is known: lines, or single characters between glosses."""
_MIN_OTHERS = 6
"""Letters of other scripts in a text that may be two characters of UTF-8 read as one of those."""
_MOST_FORMS = 1_000
"""Characters of a damaged text in which the forms of those charsets are counted."""
_EAST = bytes(byte for byte in range(0x80, 0x100) if byte < 0xC3 or 0xE3 <= byte <= 0xED or byte == 0xEF)
"""The bytes of right Chinese text in UTF-8, and those that follow the first of any character."""
_ENTITY = re.compile(r"&(?:#(?:1[2-9]\d|2\d\d)|#x[89a-fA-F][\da-fA-F]|[A-Za-z]{2,6}\d{0,2});")
_LETTERS = _ENTITY.pattern.replace("&", "&(?!nbsp;|[el][mn]sp;)", 1)
_ENTITY_RUN = re.compile(rf"{_LETTERS}(?:{_LETTERS}){{3}}".encode())
"""Bytes that were written as entities before they were stored: ``&Ouml;&ETH;&sup1;&uacute;``, and not the
spaces of an indent. Looked for in UTF-8, where a search for a literal's first byte is ten times as fast."""
_UTF8_FORM = re.compile(
    rb"(?:[\xe2-\xe9\xef][\x80-\xbf\0?][\x80-\xbf\0?]|[\xe3-\xe9\xef][\x80-\xbf](?=[\xe2-\xe9\xef])"
    rb"|\xc2[\x80-\xbf]|[@-~]){3,}"
)
"""Three characters of UTF-8 or more in a row, bytes lost in them or not: one chance in a million in GBK."""
_CLAUSE = re.compile("[^，。、；：！？“”‘’（）《》…—]+[，。、；：！？“”‘’（）《》…—]*")
_RIGHT_MARKS = frozenset("—“”‘’…·×÷°±§ ?")
"""Characters of windows-1252 that right Chinese text has: by themselves they are no damage."""
_ASCII = bytes(range(128))
_TO_LATIN_9 = dict(zip(map(ord, "€ŠšŽžŒœŸ"), "\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe", strict=True))
"""The characters that ISO 8859-15 has of its own: it shares the rest with Latin-1."""
_C1 = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")
"""Controls that windows-1252 has characters in the place of: what has them was read as ISO 8859."""
_PRIVATE_IN_WORDS = re.compile("[\u3400-\u9fff][\ue000-\ue864][\u3400-\u9fff]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done to one run of characters."""

    channel: str
    """``utf-8 read as gb18030``; for text damaged twice both, the last damage first."""
    start: int
    """Offset in the text as it was when the repair was made."""
    before: str
    after: str
    gain: float
    """How many times likelier the text is now, as a power of ten."""
    inferred: int
    """Characters whose bytes were lost in part, chosen for their likelihood."""
    lost: int
    """Places that stay unknown: U+FFFD in `after`."""


@dataclass(frozen=True, slots=True)
class _Run:
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

    def without_first(self, size: int) -> "_Run":
        """The run without its first characters."""
        return replace(self, start=self.start + size, text=self.text[size:], before=self.text[size - 1])

    def without_last(self, size: int) -> "_Run":
        """The run without its last characters."""
        return replace(self, text=self.text[:-size], after=self.text[-size])


@dataclass(frozen=True, slots=True)
class _Channel:
    right: str
    wrong: str
    undo: Callable[["_Run", bool], Reading | None]
    """Reads a run; the second argument tells whether to infer lost bytes."""
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


def _read(run: _Run, holed: bytes, right: str, wrong: str, infer: bool) -> Reading | None:
    script: Script = "hant" if right == "big5" else run.script
    readings = [gloss[1:-1] for _, _, gloss in run.glosses]
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


def _from_latin(right: str) -> Callable[["_Run", bool], Reading | None]:
    """Undo a single-byte misreading; a space may stand for the no-break space, ``?`` for any byte."""

    def undo(run: _Run, infer: bool) -> Reading | None:
        table = _TO_LATIN_9 if _C1.search(run.text) else _TO_BYTE
        body = _encoded(run.text.translate(table), "latin-1")
        if body is None:
            return None
        text = decode_strictly(body, right) or decode_strictly(body.replace(b" ", b"\xa0"), right)
        if text is None and table is _TO_BYTE:
            latin_9 = _encoded(run.text.translate(_TO_LATIN_9), "latin-1")
            text = decode_strictly(latin_9, right) if latin_9 is not None else None
        return Reading(text, 0, 0) if text is not None else _read(run, body, right, "cp1252", infer)

    return undo


def _strictly_from_latin(right: str) -> Callable[["_Run", bool], Reading | None]:
    """Undo a single-byte misreading of a stretch with ASCII in it, where nothing was lost."""

    def undo(run: _Run, infer: bool) -> Reading | None:
        body = _encoded(run.text.translate(_TO_BYTE), "latin-1")
        text = decode_strictly(body, right) if body is not None else None
        return Reading(text, 0, 0) if text is not None else None

    return undo


def _from_other(wrong: str) -> Callable[["_Run", bool], Reading | None]:
    """Undo a misreading of UTF-8 in one of `_OTHER_SINGLE`; bytes that are no character there are lost."""

    def undo(run: _Run, infer: bool) -> Reading | None:
        body = _encoded(run.text, wrong)
        if body is None:
            return None
        return _read(run, body, "utf-8", "cp1252", infer)

    return undo


def _from_wide(right: str, wrong: str) -> Callable[["_Run", bool], Reading | None]:
    """Undo a double-byte misreading."""

    def undo(run: _Run, infer: bool) -> Reading | None:
        text = _without_glosses(run) if run.glosses else run.text
        for codec in _CODECS[wrong]:
            holed = _encoded(text, codec)
            if holed is not None:
                read_with = "gbk" if codec == "gb18030" and not run.private else codec
                return _with_glosses(run, _read(run, holed, right, read_with, infer))
        return None

    return undo


def _without_glosses(run: _Run) -> str:
    """The text of a run with `GLOSS` in the place of each gloss."""
    pieces, position = [], 0
    for start, end, _ in run.glosses:
        pieces.append(run.text[position:start])
        position = end
    return GLOSS.join([*pieces, run.text[position:]])


def _with_glosses(run: _Run, reading: Reading | None) -> Reading | None:
    """A reading with the glosses in their places; None where those are not known any more."""
    if reading is None or not run.glosses:
        return reading
    pieces = reading.text.split(GLOSS)
    if len(pieces) != len(run.glosses) + 1:
        return None
    glosses = [*(gloss for _, _, gloss in run.glosses), ""]
    text = "".join(piece + gloss for piece, gloss in zip(pieces, glosses, strict=True))
    return Reading(text, reading.inferred, reading.lost)


@lru_cache(maxsize=64)  # a run is looked at for right text in it, then read
def _encoded(text: str, codec: str) -> bytes | None:
    """The bytes that were read as `text`; None where the codec gives no such text.

    U+FFFD is one lost byte, ``€`` what browsers make of 0x80 in GB18030.
    """
    euro = codec == "gb18030" and "€" in text
    try:
        pieces = [
            b"\x80".join(part.encode(codec) for part in piece.split("€")) if euro else piece.encode(codec)
            for piece in text.split("\ufffd")
        ]
    except UnicodeEncodeError:
        return None
    return bytes([HOLE]).join(pieces)


_CODECS = {
    "gb18030": ("gb18030",),
    "big5": ("big5", "cp950", "big5hkscs"),
    "shift_jis": ("shift_jis", "cp932"),
    "euc-kr": ("cp949",),
}
"""The variants of a charset that misread text may have gone through."""

_SINGLE = (
    _Channel("utf-8", "windows-1252", _from_latin("utf-8"), formed=True, single=True, least=2),
    _Channel("gb18030", "windows-1252", _from_latin("gb18030"), single=True),
    _Channel("big5", "windows-1252", _from_latin("big5"), single=True),
)
_STRETCHES = {channel: replace(channel, undo=_strictly_from_latin(channel.right)) for channel in _SINGLE[1:]}
"""The double-byte ones, read by stretches."""
_OTHERS = tuple(
    _Channel("utf-8", wrong, _from_other(wrong), formed=True, single=True) for wrong in _OTHER_SINGLE
)
_WIDE = tuple(
    _Channel(right, wrong, _from_wide(right, wrong))
    for right, wrong in (
        ("utf-8", "gb18030"),
        ("big5", "gb18030"),
        ("gb18030", "big5"),
        ("utf-8", "shift_jis"),
        ("utf-8", "euc-kr"),
        ("utf-8", "big5"),
    )
)


def _characters(wrong: str, low: int, past: int) -> str:
    """What a single-byte charset reads in some bytes, for a class of a pattern."""
    return re.escape(bytes(range(low, past)).decode(wrong, "ignore"))


@cache
def _others() -> tuple[tuple[_Channel, re.Pattern[str], re.Pattern[str]], ...]:
    """windows-1252 and `_OTHERS`, each with the form of two characters in a row, and of a damaged run."""
    specials = "".join(map(re.escape, _SPECIALS))
    latin = re.compile(f"(?:[\xe3-\xe9][\x80-\xbf{specials}\ufffd]{{2}}){{2}}")
    found = [(_SINGLE[0], latin, _LATIN_RUN)]
    for channel in _OTHERS:
        first, following, high = (_characters(channel.wrong, *span) for span in (_FIRST, _FOLLOWING, _HIGHER))
        form = re.compile(f"(?:[{first}][{following}\ufffd]{{2}}){{2}}")
        found.append((channel, form, re.compile(f"[{high}\ufffd]{{3,}}")))
    return tuple(found)


@cache
def _other_form() -> re.Pattern[str]:
    """A text up to two characters of UTF-8 in a row, read in any of `_OTHER_SINGLE`, if it has such.

    (To match what stands before them is seven times as fast as to search.)
    """
    firsts = "".join(_characters(wrong, *_FIRST) for wrong in _OTHER_SINGLE)
    forms = "|".join(form.pattern for _, form, _ in _others()[1:])
    return re.compile(f"[^{firsts}]*+(?:(?!{forms})[{firsts}][^{firsts}]*+)*+(?={forms})")


@cache
def _telling() -> re.Pattern[str]:
    """A text up to the last of `TELLING_HITS` characters that tell of double-byte damage."""
    telling = "".join(sorted(set("".join(_telling_of().values()))))
    return re.compile(f"(?:[^{telling}]*+[{telling}]){{{TELLING_HITS}}}")


@cache
def _telling_of() -> dict[str, str]:
    """The telling characters of each double-byte channel, by its name."""
    return {f"{right} read as {wrong}": chars for right, wrong, chars in rows("telling.tsv")}


def repair_text(text: str) -> tuple[str, list[Repair]]:
    """`text` with mojibake undone, and what was done; right text comes back as the same object.

    >>> repair_text("ÖÐ¹úÈËÃñµÄÉú»î")[0]
    '中国人民的生活'
    >>> repair_text("涓�鍏变腑澶�鎬讳功璁般�佸浗瀹朵富甯�")[0]
    '中共中央总书记、国家主席'
    >>> repair_text("“锟斤拷”是什么意思")[1]
    []
    """
    return _repair(text, MAX_ROUNDS)


def _repair(text: str, rounds: int) -> tuple[str, list[Repair]]:
    repairs: list[Repair] = []
    for left in range(rounds - 1, -1, -1):
        latin, wide, other = _suspicion(text.encode("utf-8", "replace"))
        before = len(repairs)
        if other:
            text = _undo_other(text, repairs, left)
        if latin:
            text = _undo_single(text, repairs, left)
        if wide:
            text = _undo_wide(text, repairs, left)
        if len(repairs) == before:
            break
    return text, repairs


def _suspicion(source: bytes) -> tuple[bool, bool, bool]:
    """Whether a text, given in UTF-8, may be damaged by windows-1252, by double bytes, by other charsets.

    Right text is told in microseconds: only its characters beyond ASCII are looked at, side by side.
    Those of Latin-1 all begin with one of two bytes.
    """
    others = source.translate(None, _ASCII)
    if not others:
        return False, False, False
    other = len(others.translate(None, _EAST)) >= _MIN_OTHERS
    latin = any(pattern.search(others) and pattern.search(source) for pattern in _SUSPECT_LATIN)
    decoded = others.decode("utf-8")
    wide = _telling().match(decoded) is not None
    return latin, wide, other and _other_form().match(decoded) is not None


def _undo_other(text: str, repairs: list[Repair], left: int) -> str:
    """Damage of another single-byte charset, where its form is there more often than that of windows-1252."""
    before = _other_form().match(text)
    if before is None:
        return text
    sample = text[before.end() : before.end() + _MOST_FORMS]
    found = {place: len(form.findall(sample)) for place, (_, form, _) in enumerate(_others())}
    most = max(found, key=found.__getitem__)
    channel, _, pattern = _others()[most]
    return _undo(channel, text, pattern, repairs, left) if most else text


def _undo_single(text: str, repairs: list[Repair], left: int) -> str:
    """Single-byte damage: UTF-8 first, whose form is proof; then the likelier double-byte charset."""
    for again in range(left, -1, -1):
        before = len(repairs)
        text = _undo(_SINGLE[0], text, _LATIN_RUN, repairs, again)
        if len(repairs) == before:
            break
    rest = list(_runs(_LATIN_WIDE_RUN, text))
    if not rest:
        return text
    longest = max(rest, key=lambda run: len(run.text))
    gains = {
        c: _gain(longest.text, after.text)
        for c in _SINGLE[1:]
        if (after := c.undo(longest, True)) is not None
    }
    for channel in sorted(gains, key=gains.__getitem__, reverse=True)[:1]:
        text = _undo(_STRETCHES[channel], text, _LATIN_STRETCH, repairs, 0)
        text = _undo(channel, text, _LATIN_WIDE_RUN, repairs, left)
    return text


def _undo_wide(text: str, repairs: list[Repair], left: int) -> str:
    """Double-byte damage: the channels whose telling characters are there, the most first."""
    hits = {c: sum(map(text.count, _telling_of()[c.name])) for c in _WIDE}
    for channel in sorted(hits, key=hits.__getitem__, reverse=True):
        if hits[channel] < TELLING_HITS:
            break
        before = len(repairs)
        text = _undo(channel, text, _WIDE_RUN, repairs, left)
        if len(repairs) > before:
            break
    return text


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[_Run]:
    private = _PRIVATE_IN_WORDS.search(text) is not None
    for match in pattern.finditer(text):
        if not _RIGHT_MARKS.issuperset(beyond_ascii(match.group())):
            start, end = match.span()
            yield _Run(start, match.group(), text[start - 1 : start], text[end : end + 1], private)


def _undo(channel: _Channel, text: str, pattern: re.Pattern[str], repairs: list[Repair], left: int) -> str:
    """`text` with one channel undone in every run where the evidence is there."""
    suspects = runs = list(_runs(pattern, text))
    if pattern is _WIDE_RUN:
        telling = re.compile(f"[{_telling_of()[channel.name]}]")
        runs = [part for run in runs for part in _damaged_parts(channel, run, telling)]
        if text.count("(") >= _MIN_GLOSSES:
            runs = list(_joined(channel, text, runs))
        suspects = [run for run in runs if telling.search(run.text)]
    if suspects and _is_traditional(channel, suspects):
        runs, suspects = ([replace(run, script="hant") for run in these] for these in (runs, suspects))
    readings: dict[int, tuple[_Run, Reading]] = {}
    clear = damaged = 0
    for run in suspects:
        own, after = _best_cut(channel, run)
        if after is not None and _is_clear(channel, own.text, after):
            readings[run.start] = own, after
            clear += len(after.text)
            damaged += len(run.text)
    if not clear and left and suspects and _is_outer(channel, max(suspects, key=lambda r: len(r.text)), left):
        outer = ((run, channel.undo(run, False)) for run in runs)
        return _replace(text, channel, [(run, after) for run, after in outer if after], repairs)
    if clear >= (VOUCHED_FORM if channel.formed else VOUCHED):
        throughout = damaged >= THROUGHOUT * sum(len(run.text) for run in runs)
        for run in runs:
            if run.start not in readings:
                after = channel.undo(run, True)
                if after is not None and _is_vouched(channel, run, after, throughout):
                    readings[run.start] = run, after
    return _replace(text, channel, [readings[start] for start in sorted(readings)], repairs)


def _is_traditional(channel: _Channel, runs: list[_Run]) -> bool:
    """True where what is certain of some runs, from all over the text, is in Traditional characters."""
    some = runs[:: len(runs) // MOST_LOOKED_AT + 1]
    lossless = channel.single and not any("\ufffd" in run.text or "?" in run.text for run in some)
    if channel.right == "big5" or lossless:
        return False
    readings = (channel.undo(run, False) for run in some)
    return script_of("".join(reading.text for reading in readings if reading)) == "Hant"


def _best_cut(channel: _Channel, run: _Run) -> tuple[_Run, Reading | None]:
    """The run and its reading, without characters at its ends that make no sense undone: they are right."""
    after = channel.undo(run, True)
    whole = after is None or not after.lost or channel.single or bool(run.glosses)
    if after is None or whole or len(run.text) <= 2 * MAX_TRIMMED:
        return run, after
    best = (_gain(run.text, after.text), run, after)
    if best[0] < 0:
        return run, after
    ends = (after.text[:MAX_TRIMMED], _Run.without_first), (after.text[-MAX_TRIMMED:], _Run.without_last)
    for end, cut in ends:
        if "\ufffd" not in end:
            continue
        _, start, _ = best
        for size in range(1, MAX_TRIMMED + 1):
            shorter = cut(start, size)
            reading = channel.undo(shorter, True)
            if reading is not None and reading.lost < best[2].lost:
                gain = _gain(shorter.text, reading.text)
                if gain > best[0]:
                    best = (gain, shorter, reading)
    return best[1], best[2]


def _damaged_parts(channel: _Channel, run: _Run, telling: re.Pattern[str]) -> list[_Run]:
    """The run without the pieces of right text in it, where damage was pasted into right text."""
    if not telling.search(run.text):
        return [run]
    parts, position = [], 0
    for start, end in (*_right_parts(channel, run.text, telling), (len(run.text), len(run.text))):
        if start > position:
            before = run.text[position - 1 : position] or run.before
            after = run.text[start : start + 1] or run.after
            parts.append(_Run(run.start + position, run.text[position:start], before, after, run.private))
        position = end
    return parts


def _right_parts(channel: _Channel, text: str, telling: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Spans of a run that are right as they stand: likely Chinese with no mark of the channel."""
    for start, end in _formless(channel, text) if channel.right == "utf-8" else _clauses(text):
        han = han_of(text[start:end])
        right = len(han) >= MIN_RIGHT and chinese_cost(han) < RIGHT_COST
        if right and not telling.search(text, start, end):
            yield start, end


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Spans between punctuation, with the mark behind each."""
    return (match.span() for match in _CLAUSE.finditer(text))


def _formless(channel: _Channel, text: str) -> Iterator[tuple[int, int]]:
    """Spans whose bytes have not the form of UTF-8, between those that have it."""
    whole = _encoded(text, _CODECS[channel.wrong][0])
    if whole is not None and _UTF8_FORM.fullmatch(whole):
        return
    body, offsets = bytearray(), []
    for char in text:
        offsets.append(len(body))
        body += _byte_of(char, channel.wrong)
    offsets.append(len(body))
    position = 0
    for first, last in _forms(bytes(body), offsets):
        if first > position:
            yield position, first
        position = last
    if position < len(text):
        yield position, len(text)


def _forms(body: bytes, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """Spans of characters whose bytes have the form of UTF-8 from the first byte of a character on."""
    position = 0
    while match := _UTF8_FORM.search(body, position):
        first = bisect_left(offsets, match.start())
        position = offsets[first]
        if position > match.start():
            aligned = _UTF8_FORM.match(body, position)
            if aligned is None:
                position = max(position, match.start() + 1)
                continue
            match = aligned
        last = bisect_left(offsets, match.end())
        yield first, last
        position = offsets[last]


@lru_cache(maxsize=8192)
def _byte_of(char: str, wrong: str) -> bytes:
    """The bytes that a misread character stands for; a hole where they are lost."""
    encoded = (_encoded(char, codec) for codec in _CODECS[wrong])
    return next((body for body in encoded if body is not None), bytes([HOLE]))


def _is_outer(channel: _Channel, run: _Run, left: int) -> bool:
    """True when a run was damaged twice over, and this channel is the later damage of the two."""
    after = channel.undo(run, False)
    if (
        after is None
        or len(after.text) >= len(run.text)
        or not any(_suspicion(after.text.encode("utf-8", "replace")))
    ):
        return False
    inner, repairs = _repair(after.text, left)
    reading = Reading(inner, sum(r.inferred for r in repairs), inner.count("\ufffd"))
    return bool(repairs) and _is_clear(channel, run.text, reading)


def _joined(channel: _Channel, text: str, runs: Sequence[_Run]) -> Iterator[_Run]:
    """The runs, those with nothing but a damaged gloss between them as one."""
    joined: _Run | None = None
    inside = 0  # where the last gloss ends
    for run in runs:
        if run.start < inside:
            continue
        if joined is not None and run.start == inside:
            joined = replace(joined, text=joined.text + run.text, after=run.after)
        else:
            if joined is not None:
                yield joined
            joined = run
        start = run.start + len(run.text)
        gloss, end = _gloss_behind(channel, text, run.after, start)
        if gloss:
            span = (start - joined.start, end - joined.start, gloss)
            behind = text[end : end + 1]
            joined = replace(
                joined, text=text[joined.start : end], after=behind, glosses=(*joined.glosses, span)
            )
            inside = end
    if joined is not None:
        yield joined


def _gloss_behind(channel: _Channel, text: str, after: str, start: int) -> tuple[str, int]:
    """The damaged gloss that stands at a place, undone, and where it ends; empty where there is none."""
    end = text.find(")", start, start + _MAX_GLOSS) + 1 if after == "(" else 0
    body = _encoded(text[start:end], _CODECS[channel.wrong][0]) if end else None
    gloss = decode_strictly(body, channel.right) if body else None
    return (gloss, end) if gloss and _READING.fullmatch(gloss) else ("", 0)


def _is_vouched(channel: _Channel, run: _Run, after: Reading, throughout: bool) -> bool:
    """True for a run that says little by itself, in a text that has the damage elsewhere."""
    if after.lost > MAX_LOST * len(after.text):
        return False
    if channel.formed and after.inferred == after.lost == 0:
        return True
    wide = _WIDE_RUN.fullmatch(_judged(after.text)) is not None
    return (throughout and wide) or _gain(run.text, after.text) > 0


def _replace(text: str, channel: _Channel, chosen: list[tuple[_Run, Reading]], repairs: list[Repair]) -> str:
    if not chosen:
        return text
    pieces, position = [], 0
    for run, after in chosen:
        pieces += [text[position : run.start], after.text]
        position = run.start + len(run.text)
        gain = round(_gain(run.text, after.text), 1)
        repairs.append(
            Repair(channel.name, run.start, run.text, after.text, gain, after.inferred, after.lost)
        )
    return "".join([*pieces, text[position:]])


def _is_clear(channel: _Channel, before: str, after: Reading) -> bool:
    gain = _gain(before, after.text)
    judged = _judged(after.text)
    length = len(judged)
    if after.lost > MAX_LOST * length or after.inferred > MAX_INFERRED * length:
        return False
    if gain < MIN_GAIN or gain < MEAN_GAIN * length:
        return False
    characters = _CJK.findall(judged)
    letters = len(_LETTER.findall(_GLOSSES.sub("", after.text)))  # no repair makes other text by itself
    return len(set(characters)) >= channel.least and 2 * len(characters) >= max(1, letters)


@lru_cache(maxsize=256)  # asked again when a run is judged, vouched for, and written down
def _gain(before: str, after: str) -> float:
    """Gain in likelihood, a power of ten; negative where the reading is no likely text."""
    text = _judged(after)
    if not text:
        return -1.0
    mean = _mean_cost(_sample(text))
    if mean > GOOD_COST:
        return -1.0
    damaged = beyond_ascii(before)
    return chinese_cost(_sample(damaged)) * len(damaged) - mean * len(text)


def _judged(text: str) -> str:
    """What of a text tells whether it is likely: neither ASCII nor glosses."""
    return beyond_ascii(_GLOSSES.sub("", text) if "(" in text or "\u00a0" in text else text)


@lru_cache(maxsize=1024)
def _mean_cost(sample: str) -> float:
    """Mean cost of a character in the script that the sample is likeliest to be in."""
    mean = cost(sample, "hans")
    return mean if mean <= LIKELY_COST else min(mean, cost(sample, "hant"), cost(sample, "jpan"))


def _sample(text: str) -> str:
    """A text by which its mean cost is known: all of it, or its beginning, middle and end."""
    if len(text) <= 4 * SAMPLED:
        return text
    middle = len(text) // 2
    return text[:SAMPLED] + text[middle : middle + SAMPLED] + text[-SAMPLED:]


def repair_mojibake(page: Page) -> Page:
    """Step: undo mojibake in the whole of `page.html`, markup and all."""
    source = page.source or page.html.encode("utf-8", "replace")
    entities = source.count(b";&") >= 3 and _ENTITY_RUN.search(source) is not None
    if entities or any(_suspicion(source)):
        text = _ENTITY.sub(_letter, page.html) if entities else page.html
        repaired, repairs = repair_text(text)
        if repairs:
            page.html, page.source = repaired, b""
            note_repairs(page, repairs)
    return page


def _letter(entity: re.Match[str]) -> str:
    """What an entity stands for; ASCII (``&lt;``) stays an entity."""
    letter = unescape(entity.group())
    return entity.group() if letter.isascii() else letter


def note_repairs(page: Page, repairs: list[Repair]) -> None:
    """Write repairs to the trace, one by one."""
    for repair in repairs:
        detail = f"at {repair.start}, {len(repair.before)} characters, gain 1e{repair.gain:.0f}"
        if repair.inferred or repair.lost:
            detail += f", {repair.inferred} inferred, {repair.lost} not known"
        size = len(beyond_ascii(repair.after))
        page.trace.note("mojibake", repair.channel, size, repair.before, repair.after, detail)
    inferred = sum(repair.inferred for repair in repairs)
    if inferred:
        page.trace.note(
            "mojibake", "characters inferred", inferred, detail="likely, not known: bytes were lost"
        )
