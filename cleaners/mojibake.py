"""Undo mojibake: text that was decoded with the wrong charset and stored that way.

A *channel* is a pair of charsets: text in `right` was read as `wrong`. To undo it, encode with
`wrong` and decode with `right`. That is easy; to know *when* is the craft, because right text must
stay as it is. So three things must agree before a run of characters is touched:

1. it has the form of the channel: the bytes it stands for are valid in `right`;
2. the repaired reading is likely Chinese or Japanese, as measured by `cleaners.likelihood`;
3. it is a clearly likelier text than what is there, weighed by length: a long run needs a smaller
   gain for each character than a short one. Where a page is damaged throughout, its long runs vouch
   for the channel, and its short ones (a word in a menu) need only be no worse than before.

Single-byte runs follow ftfy's insight that the forms of UTF-8 read as windows-1252 occur in no
right text; the double-byte channels are our own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cleaners.likelihood import chinese_cost, cost
from cleaners.state import Page

MAX_ROUNDS = 3
"""Text that was damaged more than three times over is not met in practice."""
GOOD_COST = 4.6
"""Mean cost under which a repaired run is likely text. Right Chinese is near 3, names near 4.2."""
MIN_GAIN = 6.0
"""Summed gain, in powers of ten, over which a run is repaired by itself: one chance in a million."""
MEAN_GAIN = 0.9
"""Least gain a character. The rarest right texts (name lists, Buddhist terms) cost 1 more than
news; what they would become by a wrong repair costs more than they do."""
VOUCHED = 40
"""Repaired characters in clear runs that vouch for a channel throughout the text."""
VOUCHED_FORM = 6
"""As many for a channel whose form no right text has: valid UTF-8 in windows-1252 letters."""

# windows-1252 as browsers read it: the five unassigned bytes are C1 controls.
_SPECIALS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_TO_BYTE = {ord(char): byte for byte, char in _SPECIALS.items()} | {b: b for b in range(256)}
_LATIN = "".join(map(re.escape, _SPECIALS.values())) + "\u0080-\u00ff"
_LATIN_RUN = re.compile(f"[{_LATIN}](?:[{_LATIN}]| (?=[{_LATIN}]))*[{_LATIN}]")
MIN_HAN_BYTES = 9
"""UTF-8 read as GB18030 is three characters at the least."""
_ASCII = bytes(range(128))
_HAN_RUN = re.compile("[\u0080-\uffff\U00010000-\U0010ffff]{2,}")


def _halves() -> str:
    """Characters whose GBK bytes are the first two of a UTF-8 Chinese character.

    Lead 0xE3 to 0xEF with a trail of 0x80 to 0xBF. Every third character of UTF-8 read as GBK is one
    (锛 銆 涓 鐨 鍦 鏄); of right Chinese text under one in fifty.
    """
    pairs = (bytes([lead, trail]) for lead in range(0xE3, 0xF0) for trail in range(0x80, 0xC0))
    return "".join(pair.decode("gbk", "ignore") for pair in pairs)


_HALF = _halves()
_SUSPECT_HAN = re.compile(f"[{_HALF}]" + f"(?:[^\x00-\x7f]?[^\x00-\x7f]?[{_HALF}])" * 2)
_SUSPECT_LATIN = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_LATIN}]|[\u00a1-\u00fe]{{4}}")


@dataclass(frozen=True, slots=True)
class Repair:
    """What was done to one run of characters."""

    channel: str
    """``utf-8 read as gb18030`` and the like."""
    start: int
    """Offset in the text as it was when the repair was made."""
    before: str
    after: str
    gain: float
    """How many times likelier the text is now, as a power of ten."""


@dataclass(frozen=True, slots=True)
class _Channel:
    right: str
    wrong: str
    suspect: re.Pattern[str]
    run: re.Pattern[str]
    undo: Callable[[str], str | None]
    formed: bool = False
    """True where the form alone is proof on a page that has the damage elsewhere."""

    @property
    def name(self) -> str:
        return f"{self.right} read as {self.wrong}"


def _as_bytes(run: str) -> bytes | None:
    translated = run.translate(_TO_BYTE_STR)
    try:
        return translated.encode("latin-1")
    except UnicodeEncodeError:
        return None


_TO_BYTE_STR = {code: chr(byte) for code, byte in _TO_BYTE.items()}


def _latin_as_utf8(run: str) -> str | None:
    body = _as_bytes(run)
    if body is None:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _latin_as_gb18030(run: str) -> str | None:
    body = _as_bytes(run)
    if body is None:
        return None
    try:
        return body.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _han_as_utf8(run: str) -> str | None:
    """A character cut at the run's end, its last bytes lost, is given back as U+FFFD."""
    try:
        body = run.encode("gb18030")
    except UnicodeEncodeError:
        return None
    text = body.decode("utf-8", "replace")
    return text if text.count("\ufffd") <= len(text) / 4 else None


_CHANNELS = (
    _Channel("utf-8", "windows-1252", _SUSPECT_LATIN, _LATIN_RUN, _latin_as_utf8, formed=True),
    _Channel("gb18030", "windows-1252", _SUSPECT_LATIN, _LATIN_RUN, _latin_as_gb18030),
    _Channel("utf-8", "gb18030", _SUSPECT_HAN, _HAN_RUN, _han_as_utf8),
)


def repair_text(text: str) -> tuple[str, list[Repair]]:
    """`text` with mojibake undone, and what was done; right text comes back as the same object.

    >>> repair_text("涓浗浜烘皯")[0] == "涓浗浜烘皯"  # too short and too damaged to be sure
    True
    >>> repair_text("ÖÐ¹úÈËÃñµÄÉú»î")[0]
    '中国人民的生活'
    """
    repairs: list[Repair] = []
    if not _is_suspect(text.encode("utf-8", "replace")):
        return text, repairs
    for _ in range(MAX_ROUNDS):
        before = len(repairs)
        for channel in _CHANNELS:
            if channel.suspect.search(text):
                text = _undo(channel, text, repairs)
        if len(repairs) == before:
            break
    return text, repairs


def _is_suspect(source: bytes) -> bool:
    """True when a text, given in UTF-8, may be damaged. Right text is told in microseconds.

    Only its characters beyond ASCII are looked at, side by side: a page is mostly markup. Those of
    Latin-1 all begin with one of two bytes.
    """
    others = source.translate(None, _ASCII)
    if others.count(b"\xc2") + others.count(b"\xc3") > 1 and _SUSPECT_LATIN.search(others.decode("utf-8")):
        return True
    return len(others) > MIN_HAN_BYTES and _SUSPECT_HAN.search(others.decode("utf-8")) is not None


def _undo(channel: _Channel, text: str, repairs: list[Repair]) -> str:
    """`text` with one channel undone wherever the evidence is there."""
    found = [(match, channel.undo(match.group())) for match in channel.run.finditer(text)]
    readings = [(m, after, _judge(m.group(), after)) for m, after in found if after is not None]
    clear = sum(len(after) for m, after, gain in readings if _is_clear(after, gain))
    pieces, position = [], 0
    for match, after, gain in readings:
        vouched = "\ufffd" not in after and (
            clear >= VOUCHED_FORM if channel.formed else clear >= VOUCHED and gain > 0
        )
        if not (vouched or _is_clear(after, gain)):
            continue
        pieces += [text[position : match.start()], after]
        position = match.end()
        repairs.append(Repair(channel.name, match.start(), match.group(), after, round(gain, 1)))
    return "".join([*pieces, text[position:]]) if pieces else text


def _is_clear(after: str, gain: float) -> bool:
    return gain >= MIN_GAIN and gain >= MEAN_GAIN * len(after)


def _judge(before: str, after: str) -> float:
    """Gain in likelihood from `before` to `after`, a power of ten; negative for unlikely text."""
    mean = min(chinese_cost(after), cost(after, "jpan"))
    if mean > GOOD_COST or (len(after) > 1 and not _is_east_asian(after)):
        return -1.0
    return chinese_cost(before) * len(before) - mean * len(after)


def _is_east_asian(text: str) -> bool:
    """True when at least half of the letters are Han or kana: no repair makes other text."""
    letters = [c for c in text if c.isalpha()]
    return sum("\u3040" <= c <= "\u9fff" for c in letters) * 2 >= max(1, len(letters))


def repair_mojibake(page: Page) -> Page:
    """Step: undo mojibake in the whole of `page.html`, markup and all."""
    if _is_suspect(page.source or page.html.encode("utf-8", "replace")):
        page.html, repairs = repair_text(page.html)
        if repairs:
            page.source = b""
            note_repairs(page, repairs)
    return page


def note_repairs(page: Page, repairs: list[Repair]) -> None:
    """Write repairs to the trace, a line a channel."""
    for channel in dict.fromkeys(r.channel for r in repairs):
        own = [r for r in repairs if r.channel == channel]
        longest = max(own, key=lambda r: len(r.after))
        page.trace.note(
            "mojibake",
            channel,
            sum(len(r.after) for r in own),
            longest.before,
            longest.after,
            f"{len(own)} runs, gain 1e{sum(r.gain for r in own):.0f}",
        )
