"""Undo mojibake: text that was decoded with the wrong charset and stored that way.

How each kind of damage is undone is known (`cleaners.channels`); to know *when* is the craft, because
right text must stay as it is. Three things must agree before a run of characters is touched:

1. it has the marks of a channel: characters that its damage is full of and that no right text has
   (`cleaners.suspicion`);
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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from html import unescape
from itertools import islice
from operator import itemgetter

from cleaners.channels import (
    CODECS,
    LATIN_RUN,
    LATIN_STRETCH,
    LATIN_WIDE_RUN,
    PARTS,
    SINGLE,
    STRETCHES,
    WIDE,
    WIDE_RUN,
    Channel,
    Run,
    byte_of,
    encoded,
    joined_at_glosses,
)
from cleaners.gain import gain_of, judged_part, sample_of, without_glosses
from cleaners.likelihood import (
    MIN_GAIN,
    PUNCTUATION,
    beyond_ascii,
    chinese_cost,
    cost,
    han_of,
)
from cleaners.lost_bytes import Reading
from cleaners.misread_marks import marks_in, with_brackets, with_lost_bytes, without_marks
from cleaners.part_utf8 import MARK, RUN
from cleaners.script import has_traditional, script_of, told_scripts
from cleaners.state import Page
from cleaners.suspicion import (
    channels_told,
    other_forms,
    suspicion,
    telling_of,
    up_to_other_form,
)
from cleaners.tables.windows_1252 import SPECIALS

MIN_ENTITIES = 3
"""Entities right behind one another from which a text may have bytes in the place of characters."""
MAX_ROUNDS = 3
"""Text that was damaged more than three times over is not met in practice."""
MIN_RIGHT = 3
"""Fewest Han characters of a piece of right text inside a damaged run."""
ENDS_RIGHT = 1.0
"""What speaks for right text at the ends of a damaged run, -log10: damage seldom looks right by chance."""
MAX_TRIMMED = 4
"""Characters at either end of a damaged run that may be right text set against it."""
LONG_RUN = 40
"""Characters from which a run's reading does not become likely by taking some from its ends."""
COMMON_COST = 3.6
"""Cost up to which a character is common in right text: characters of mojibake cost over 5."""
RIGHT_COST = 4.2
"""Mean cost under which such a piece is right: text costs 2.6 to 3.6, mojibake over 5."""
MEAN_GAIN = 0.9
"""Least gain a character. The rarest right texts (name lists, Buddhist terms) cost 1 more than news."""
FEW_TELLING = 50
"""Characters that tell of a channel, up to which a text is not damaged throughout."""
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
MAX_LOST_TWICE = 0.4
"""The same between two damages, where a lost byte was two: right names that are rare lose all."""
WESTERN_SHARE = 0.5
"""Share of letters of Latin-1 beyond ASCII from which they are all that was read: the others may be lost."""
MAX_SWALLOWED = 0.25
"""Largest share of letters that double bytes swallowed: a row of rare characters and commas has more."""
_WESTERN = re.compile("[\u0080-\u00ff]")
_ASCII_LETTER = re.compile("[A-Za-z]")
_SYLLABLE = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[aeiouv]{1,3}(?:ng?|r)?)[1-5]?"
_DAMAGED_GLOSS = re.compile(r"\([\x00-\x7f]{0,4}[^()\x00-\x7f]{1,4}[\x00-\x7f]{0,4}?\)")
_TONELESS_GLOSS = re.compile(rf"(?<=[^\x00-\x7f])\((?:{_SYLLABLE} ?){{1,4}}\)")
_MIN_GLOSSES, _MIN_TONELESS = 3, 6
"""Brackets of a text with letters and damage in them, and those with nothing but syllables, from which it may
have a converter's glosses: English has ``(he)`` as well."""
MOST_RUNS = 20
"""Damaged runs by which the script of a text is known: lines, or single characters between glosses."""
FEW_TOLD, MIXED_SCRIPTS = 4, 0.1
"""Characters that only the one script has, and their share, over which a text is in both."""
_MOST_LOOKED_AT = 240
"""Characters of them that are enough."""
_MOST_FORMS = 1_000
"""Characters of a damaged text in which the forms of those charsets are counted."""
_SPECIAL = "|".join(f"#{ord(char)}|#x0*{ord(char):x}" for char in SPECIALS)
_ENTITY = re.compile(
    rf"&(?:#(?:1[2-9]\d|2\d\d)|#x[89a-fA-F][\da-fA-F]|(?i:{_SPECIAL})|[A-Za-z]{{2,6}}\d{{0,2}});"
)
_LETTERS = _ENTITY.pattern.replace("&", "&(?:amp;)?(?!nbsp;|[el][mn]sp;)", 1)
_ENTITY_RUN = re.compile(rf"{_LETTERS}(?:{_LETTERS}){{3}}".encode())
"""Bytes that were written as entities before they were stored: ``&Ouml;&ETH;&sup1;&uacute;``, or the same
escaped once more, and not the spaces of an indent. Looked for in UTF-8, where a search for a literal's first
byte is ten times as fast."""
_MARK_LEAD, _SPACE_LEAD = b"circ;&", "Â&nbsp;".encode()
"""How a mark of UTF-8 begins (`cleaners.misread_marks`) where its bytes were written as entities."""
_ESCAPED_TWICE = re.compile(rf"&amp;(?={_ENTITY.pattern[1:]})")
_ESCAPE = re.compile(r"(?<!\\)\\u00([89a-f][\da-f])", re.I)
_ESCAPE_RUN = re.compile(rb"\\u00[89a-fA-F][\da-fA-F](?:\\u00[89a-fA-F][\da-fA-F]){3}")
"""Bytes that were taken for letters before they were stored in JSON: ``\\u00e4\\u00b8\\u00ad``."""
_SCRIPT = re.compile(r"<script\b.*?</script>", re.I | re.S)
_UTF8_FORM = re.compile(
    rb"(?:[\xe2-\xe9\xef][\x80-\xbf\0?][\x80-\xbf\0?]|[\xe3-\xe9\xef][\x80-\xbf](?=[\xe2-\xe9\xef])"
    rb"|\xc2[\x80-\xbf]|[@-~]){3,}"
)
"""Three characters of UTF-8 or more in a row, bytes lost in them or not: one chance in a million in GBK."""
_CLAUSE = re.compile("[^，。、；：！？“”‘’（）《》…—]+[，。、；：！？“”‘’（）《》…—]*")
_ENDS_RUN = ">"
"""The last of the ASCII characters that end a run of double-byte damage wherever they stand."""
_BY_NAME = {channel.name: channel for channel in WIDE}
_INDENT = "\u3000"
"""What no damage begins with: there it is the indent of a paragraph, right as it stands."""
_RIGHT_MARKS = frozenset("—“”‘’…·×÷°±§ ?")
"""Characters of windows-1252 that right Chinese text has: by themselves they are no damage."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f](?s:.*)[^\x00-\x7f](?:\?{1,2}|[@-~])?")
_LINE = re.compile(r"[^\x00-\x7f][^\n<>]*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PRIVATE_IN_WORDS = re.compile("[\u3400-\u9fff][\ue000-\ue864][\u3400-\u9fff]")
_HAN = re.compile("[\u4e00-\u9fff]|&#(?:[23]\\d{4}|x[4-9][\\da-fA-F]{3});")
"""A character of Chinese, or an entity of one."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_ABOUT = re.compile("乱码|亂碼|文字化け|编码|編碼|字符集|[Mm]ojibake")
"""What a text has that speaks of mojibake, and may quote some."""
MAX_QUOTED, NEAR = 60, 120
"""Longest quotation of it, and how far from it such a word stands, in characters."""


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


def repair_text(text: str) -> tuple[str, list[Repair]]:
    """`text` with mojibake undone, and what was done; right text comes back as the same object.

    >>> repair_text("ÖÐ¹úÈËÃñµÄÉú»î")[0]
    '中国人民的生活'
    >>> repair_text("涓�鍏变腑澶�鎬讳功璁般�佸浗瀹朵富甯�")[0]
    '中共中央总书记、国家主席'
    >>> repair_text("“锟斤拷”是什么意思")[1]
    []
    """
    if "&" in text and _has_entities(text.encode("utf-8", "replace")):
        repaired, repairs = _repair(_ENTITY.sub(_letter, _ESCAPED_TWICE.sub("&", text)), MAX_ROUNDS)
        if repairs:
            return repaired, repairs
    return _repair(text, MAX_ROUNDS)


def _repair(text: str, rounds: int) -> tuple[str, list[Repair]]:
    repairs: list[Repair] = []
    for left in range(rounds - 1, -1, -1):
        latin, wide, other = suspicion(text.encode("utf-8", "replace"))
        before = len(repairs)
        undone = _undo_throughout(SINGLE, text, repairs) if latin else None
        if undone is not None:
            text = undone
            continue
        if other:
            text = _undo_other(text, repairs, left)
        if latin:
            text = _undo_single(text, repairs, left)
        if wide:
            text = _undo_wide(text, repairs, left)
        if len(repairs) == before:
            break
    return text, repairs


def _undo_throughout(channels: Iterable[Channel], text: str, repairs: list[Repair]) -> str | None:
    """`text` read at once, where all of it beyond ASCII went through one channel; None where it did not."""
    span = _BEYOND_ASCII.search(text)
    if span is None:
        return None
    whole = _run(text, *span.span(), _has_private(text))
    clear: list[tuple[float, Channel, Reading]] = []
    for channel in channels:
        after = channel.throughout(whole, True)
        if after is not None and after.inferred and has_traditional(after.text):
            traditional = _is_traditional(channel, _lines_of(whole))
            if traditional is None:
                continue
            after = channel.throughout(replace(whole, script="hant"), True) if traditional else after
        if after is not None and _went_through(channel, whole, after):
            clear.append((gain_of(whole.text, after.text), channel, after))
            if not after.inferred and len(whole.text) > LONG_RUN:
                break  # nothing so long reads well in two charsets
    if not clear:
        return None
    _, channel, after = max(clear, key=itemgetter(0))
    return _replace(text, channel, [(whole, after)], repairs)


def _lines_of(whole: Run) -> list[Run]:
    """The parts of a whole text that stand between tags and line ends."""
    return [replace(whole, text=line) for line in _LINE.findall(whole.text)]


def _went_through(channel: Channel, whole: Run, after: Reading) -> bool:
    """True where the reading of a whole text is likely, or it was damaged twice over in the same way."""
    if not _is_clear(channel, whole.text, replace(after, text=beyond_ascii(after.text))):
        return channel is SINGLE[0] and _undo_throughout(SINGLE, after.text, []) is not None
    if channel.single or channel.right == "utf-8":  # their form leaves no room for right pieces
        return True
    return not any(_right_parts(channel, whole.text, _telling(channel)))


@cache
def _telling(channel: Channel) -> re.Pattern[str]:
    """The telling characters of a double-byte channel."""
    return re.compile(f"[{''.join(sorted(telling_of()[channel.name]))}]")


def _undo_other(text: str, repairs: list[Repair], left: int) -> str:
    """Damage of another single-byte charset, where its form is there more often than that of windows-1252."""
    before = up_to_other_form().match(text)
    if before is None:
        return text
    sample = text[before.end() : before.end() + _MOST_FORMS]
    found = {place: len(form.findall(sample)) for place, (_, form, _) in enumerate(other_forms())}
    most = max(found, key=found.__getitem__)
    channel, _, pattern = other_forms()[most]
    if not most:
        return text
    return _undo_throughout((channel,), text, repairs) or _undo(channel, text, pattern, repairs, left)


def _undo_single(text: str, repairs: list[Repair], left: int) -> str:
    """Single-byte damage: UTF-8 first, whose form is proof; then the likelier double-byte charset; then marks
    alone, at once where they are all there is."""
    chinese = _HAN.search(text) is not None
    if chinese and not suspicion(without_marks(text).encode("utf-8", "replace"))[0]:
        return _undo_marks(text, repairs)
    for again in range(left, -1, -1):
        before = len(repairs)
        text = _undo(SINGLE[0], text, LATIN_RUN, repairs, again)
        if len(repairs) == before:
            break
    if MARK.search(text) and (channel := _likeliest(PARTS, RUN, text, told_by=MARK)):
        text = _undo(channel, text, RUN, repairs, 0)
    if channel := _likeliest(SINGLE[1:], LATIN_WIDE_RUN, text):
        text = _undo(STRETCHES[channel], text, LATIN_STRETCH, repairs, 0)
        text = _undo(channel, text, LATIN_WIDE_RUN, repairs, left)
    return _undo_marks(text, repairs) if chinese else text


def _undo_marks(text: str, repairs: list[Repair]) -> str:
    """The marks of UTF-8 in text that is right but for them."""
    text = with_brackets(text)
    found: list[tuple[Run, Reading]] = []
    for run in _runs_of(marks_in(text), text):
        after = SINGLE[0].undo(replace(run, text=with_lost_bytes(run.text)), True)
        if after is not None and not after.lost:
            found.append((run, after))
    return _replace(text, SINGLE[0], found, repairs)


def _likeliest(
    channels: Iterable[Channel],
    pattern: re.Pattern[str],
    text: str,
    told_by: re.Pattern[str] = _NOT_ASCII,
) -> Channel | None:
    """The channel that makes the longest run likeliest, or the one with most that its damage is `told_by`;
    None where none can have made it."""
    longest = max(_runs(pattern, text), key=lambda run: len(told_by.findall(run.text)), default=None)
    if longest is None:
        return None
    gains: dict[Channel, float] = {}
    for channel in channels:
        own, after = _best_cut(channel, longest)
        if after is not None:
            gains[channel] = gain_of(own.text, after.text)
            if not after.inferred and len(own.text) > LONG_RUN and _is_clear(channel, own.text, after):
                break
    return max(gains, key=gains.__getitem__, default=None)


def _undo_wide(text: str, repairs: list[Repair], left: int) -> str:
    """Double-byte damage: the channels whose telling characters are there, the most first."""
    for name in channels_told(beyond_ascii(text)):
        channel = _BY_NAME[name]
        before = len(repairs)
        undone = None
        if not _is_glossed(text):
            undone = _undo_throughout((channel,), text, repairs)
            if undone is None and left:
                undone = _undo_outer(channel, text, repairs, left)
        text = undone or _undo(channel, text, WIDE_RUN, repairs, left)
        if len(repairs) > before:
            break
    return text


def _undo_outer(channel: Channel, text: str, repairs: list[Repair], left: int) -> str | None:
    """`text` with the later of two damages undone at once, where all of it went through both; else None."""
    span = _BEYOND_ASCII.search(text) if channel.right == "utf-8" else None
    if span is None:
        return None
    whole = _run(text, *span.span(), _has_private(text))
    after = _outside(channel.throughout, whole)
    if after is None or after.lost > MAX_LOST_TWICE * len(beyond_ascii(after.text)):
        return None
    longest = max(_runs(WIDE_RUN, text), key=lambda run: len(run.text), default=None)
    if longest is None or not _is_outer(channel, longest, left):
        return None
    return _replace(text, channel, [(whole, after)], repairs)


@lru_cache(maxsize=1)  # asked by each channel that a text may have gone through
def _is_glossed(text: str) -> bool:
    toneless = len(_TONELESS_GLOSS.findall(text))
    return toneless >= _MIN_TONELESS or len(_DAMAGED_GLOSS.findall(text)) >= _MIN_GLOSSES


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[Run]:
    """The runs of a pattern, but for marks and what a text on mojibake quotes."""
    return _runs_of(pattern.finditer(text), text)


def _runs_of(matches: Iterable[re.Match[str]], text: str) -> Iterator[Run]:
    """The same of some matches in a text."""
    return filter(None, (_run_at(text, match) for match in matches))


def _runs_around(text: str, hits: Iterable[re.Match[str]]) -> Iterator[Run]:
    """The runs of double-byte damage that some matches stand in."""
    position = 0
    for hit in hits:
        if hit.start() < position:
            continue
        start = hit.start()
        while start > position and text[start - 1] > _ENDS_RUN:
            start -= 1
        runs = WIDE_RUN.finditer(text, start)
        match = next(match for match in runs if match.end() > hit.start())
        position = match.end()
        if run := _run_at(text, match):
            yield run


def _run_at(text: str, match: re.Match[str]) -> Run | None:
    """The run that a pattern matched in a text; None for marks and for quoted mojibake."""
    damaged = match.group().lstrip(_INDENT)
    if _RIGHT_MARKS.issuperset(beyond_ascii(damaged)):
        return None
    start, end = match.end() - len(damaged), match.end()
    if (
        end - start <= MAX_QUOTED
        and _is_about(text)
        and _ABOUT.search(text, max(0, start - NEAR), end + NEAR)
    ):
        return None
    return _run(text, start, end, _has_private(text))


@lru_cache(maxsize=1)  # asked for each run
def _is_about(text: str) -> bool:
    return _ABOUT.search(text) is not None


def _run(text: str, start: int, end: int, private: bool) -> Run:
    return Run(start, text[start:end], text[start - 1 : start], text[end : end + 1], private)


@lru_cache(maxsize=1)  # asked for each run
def _has_private(text: str) -> bool:
    return _PRIVATE_IN_WORDS.search(text) is not None


def _undo(channel: Channel, text: str, pattern: re.Pattern[str], repairs: list[Repair], left: int) -> str:
    """`text` with one channel undone in every run where the evidence is there."""
    few = _few_damaged(channel, text) if pattern is WIDE_RUN else None
    runs = _damaged(channel, text, pattern) if few is None else ()
    suspects = few if few is not None else [run for run in runs if _is_suspect(channel, pattern, run)]
    traditional = _is_traditional(channel, suspects)
    suspects = _in_script(channel, suspects, traditional)
    readings: dict[int, tuple[Run, Reading]] = {}
    clear = damaged = 0
    for run in suspects:
        own, after = _best_cut(channel, run)
        if after is not None and _is_clear(channel, own.text, after):
            readings[run.start] = own, after
            clear += len(after.text)
            damaged += len(run.text)
    outer = bool(not clear and left and suspects) and _is_outer(channel, _longest(suspects), left)
    vouched = clear >= (VOUCHED_FORM if channel.formed else VOUCHED)
    if outer or vouched:
        runs = _in_script(channel, runs or _damaged(channel, text, pattern), traditional)
    if outer:
        return _replace(text, channel, list(_undone_outside(channel, runs)), repairs)
    throughout = damaged >= THROUGHOUT * sum(len(run.text) for run in runs)
    for run in runs if vouched else ():
        if run.start not in readings and not _stands(channel, run):
            after = channel.undo(run, True)
            if after is not None and _is_vouched(channel, run, after, throughout):
                readings[run.start] = run, after
    return _replace(text, channel, [readings[start] for start in sorted(readings)], repairs)


def _damaged(channel: Channel, text: str, pattern: re.Pattern[str]) -> list[Run]:
    """The runs of a text that may be damaged."""
    runs = _runs(pattern, text)
    if pattern is not WIDE_RUN:
        return list(runs)
    telling = _telling(channel)
    parts = [part for run in runs for part in _damaged_parts(channel, run, telling)]
    return list(joined_at_glosses(channel, text, parts)) if _is_glossed(text) else parts


def _is_suspect(channel: Channel, pattern: re.Pattern[str], run: Run) -> bool:
    """True for a run with what tells of its channel, where single characters tell."""
    return pattern is not WIDE_RUN or _telling(channel).search(run.text) is not None


def _few_damaged(channel: Channel, text: str) -> list[Run] | None:
    """The suspect runs of a text with next to nothing that tells of a double-byte channel, as right text has:
    they are looked for around that. None for any other text."""
    telling = _telling(channel)
    hits = list(islice(telling.finditer(text), FEW_TELLING + 1))
    if len(hits) > FEW_TELLING or _is_glossed(text):
        return None
    parts = (part for run in _runs_around(text, hits) for part in _damaged_parts(channel, run, telling))
    return [part for part in parts if telling.search(part.text)]


def _in_script(channel: Channel, runs: Iterable[Run], traditional: bool | None) -> list[Run]:
    """The runs, to be read as Traditional characters if they are: each by itself where that is None."""
    if traditional is None:
        return [replace(run, script="hant") if _is_traditional(channel, [run]) else run for run in runs]
    return [replace(run, script="hant") if traditional else run for run in runs]


def _longest(runs: Iterable[Run]) -> Run:
    return max(runs, key=lambda run: len(run.text))


def _undone_outside(channel: Channel, runs: Iterable[Run]) -> Iterator[tuple[Run, Reading]]:
    """The runs with the later damage of two undone, those that stand as they are aside."""
    for run in runs:
        after = None if _stands(channel, run) else _outside(channel.undo, run)
        if after is not None and after.lost <= MAX_LOST_TWICE * len(after.text):
            yield run, after


def _outside(undo: Callable[[Run, bool], Reading | None], run: Run) -> Reading | None:
    """A run with the later damage of two undone. What was lost stays so, unless all are letters of
    windows-1252: of these there are so few that what is left of one tells it."""
    after = undo(run, False)
    if after is None or len(_WESTERN.findall(after.text)) < WESTERN_SHARE * len(beyond_ascii(after.text)):
        return after
    return undo(replace(run, script="latn"), True)


def _is_traditional(channel: Channel, runs: list[Run]) -> bool | None:
    """True where what is certain of some runs, from all over the text, is in Traditional characters: of those
    that a converter glossed, where there are any; it leaves scripts and comments as they were. None where
    some are in Traditional characters and some in Simplified ones."""
    runs = [run for run in runs if run.glosses] or runs
    if channel.right == "big5":
        return False
    certain = ""
    for run in runs[:: len(runs) // MOST_RUNS + 1]:
        reading = channel.undo(replace(run, text=run.text[:_MOST_LOOKED_AT]), False)
        certain += reading.text if reading else ""
        if len(certain) >= _MOST_LOOKED_AT:
            break
    told = told_scripts(certain)
    mixed = len(runs) > 1 and min(told) > max(FEW_TOLD, MIXED_SCRIPTS * sum(told))
    return None if mixed else script_of(certain) == "Hant"


def _best_cut(channel: Channel, run: Run) -> tuple[Run, Reading | None]:
    """The run and its reading, without characters at its ends that are right text set against it: they are
    right as they stand, or make no sense undone."""
    after = channel.undo(run, True)
    gain = gain_of(run.text, after.text) if after is not None else -1.0
    if run.glosses or (gain < 0 and len(run.text) > LONG_RUN and not channel.single):
        return run, after
    best = (gain, run, after)
    for start, cut in ((True, Run.without_first), (False, Run.without_last)):
        _, whole, reading = best
        for size in range(1, min(MAX_TRIMMED, len(whole.text) - 1) + 1):
            end = whole.text[:size] if start else whole.text[-size:]
            beside = _may_be_right(channel, end) or (start and size == 1 and _may_be_cut(channel, whole))
            if not (beside or _makes_no_sense(channel, whole, reading, start)):
                break
            shorter = cut(whole, size)
            undone = channel.undo(shorter, True)
            gain = gain_of(shorter.text, undone.text) + ENDS_RIGHT if undone is not None else -1.0
            if gain > best[0]:
                best = (gain, shorter, undone)
    return best[1], best[2]


def _may_be_right(channel: Channel, end: str) -> bool:
    """True for marks, and, where damage has Han characters, for common ones: ``?`` is a lost byte there."""
    if channel.single:
        return _RIGHT_MARKS.issuperset(end)
    return "?" not in end and all(char in PUNCTUATION or chinese_cost(char) <= COMMON_COST for char in end)


def _may_be_cut(channel: Channel, run: Run) -> bool:
    """True for a run that may begin with the end of a character: a text that was cut begins with any byte."""
    return channel.single and channel.right != "utf-8" and run.start == 0


def _makes_no_sense(channel: Channel, run: Run, reading: Reading | None, start: bool) -> bool:
    """True for a long run that has an unknown character near one of its ends undone."""
    if channel.single or reading is None or len(run.text) <= 2 * MAX_TRIMMED:
        return False
    return "\ufffd" in (reading.text[:MAX_TRIMMED] if start else reading.text[-MAX_TRIMMED:])


def _damaged_parts(channel: Channel, run: Run, telling: re.Pattern[str]) -> list[Run]:
    """The run without the pieces of right text in it, where damage was pasted into right text."""
    if not telling.search(run.text):
        return [run]
    parts, position = [], 0
    for start, end in (*_right_parts(channel, run.text, telling), (len(run.text), len(run.text))):
        if start > position:
            before = run.text[position - 1 : position] or run.before
            after = run.text[start : start + 1] or run.after
            parts.append(Run(run.start + position, run.text[position:start], before, after, run.private))
        position = end
    return parts


def _right_parts(channel: Channel, text: str, telling: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Spans of a run that are right as they stand: likely Chinese with no mark of the channel."""
    for start, end in _formless(channel, text) if channel.right == "utf-8" else _clauses(text):
        if not telling.search(text, start, end) and _is_right(text[start:end]):
            yield start, end


def _is_right(text: str) -> bool:
    """True for likely Chinese as it stands."""
    sample = beyond_ascii(sample_of(text))
    han = han_of(sample)
    enough = len(han) >= max(MIN_RIGHT, len(sample) / 2)
    return enough and (cost(han, "hans") < RIGHT_COST or cost(han, "hant") < RIGHT_COST)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Spans between punctuation, with the mark behind each."""
    return (match.span() for match in _CLAUSE.finditer(text))


def _formless(channel: Channel, text: str) -> Iterator[tuple[int, int]]:
    """Spans whose bytes have not the form of UTF-8, between those that have it."""
    whole = encoded(text, CODECS[channel.wrong][0])
    if whole is not None and not _has_gap(whole):
        return
    body, offsets = bytearray(), []
    for char in text:
        offsets.append(len(body))
        body += byte_of(char, channel.wrong)
    offsets.append(len(body))
    position = 0
    for first, last in _forms(bytes(body), offsets):
        if first > position:
            yield position, first
        position = last
    if position < len(text):
        yield position, len(text)


def _has_gap(body: bytes) -> bool:
    """True where enough bytes for a piece of right text have not the form of UTF-8."""
    position = 0
    for match in _UTF8_FORM.finditer(body):
        if match.start() - position >= 2 * MIN_RIGHT:
            return True
        position = match.end()
    return len(body) - position >= 2 * MIN_RIGHT


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


def _stands(channel: Channel, run: Run) -> bool:
    """True for a run of double-byte characters that is right as it stands, however damaged the others are."""
    return not channel.single and (_is_right(run.text) or _may_be_right(channel, run.text))


def _is_outer(channel: Channel, run: Run, left: int) -> bool:
    """True when a run was damaged twice over, and this channel is the later damage of the two."""
    after = _outside(channel.undo, run)
    if (
        after is None
        or len(after.text) > len(run.text)
        or not any(suspicion(after.text.encode("utf-8", "replace")))
    ):
        return False
    inner, repairs = _repair(after.text, left)
    reading = Reading(inner, sum(r.inferred for r in repairs), inner.count("\ufffd"))
    return bool(repairs) and _is_clear(channel, run.text, reading)


def _is_vouched(channel: Channel, run: Run, after: Reading, throughout: bool) -> bool:
    """True for a run that says little by itself, in a text that has the damage elsewhere."""
    if after.lost > MAX_LOST * len(after.text):
        return False
    if channel.formed and after.inferred == after.lost == 0:
        return True
    symbols = not channel.single and _LETTER.search(run.text) is None  # ``★`` says nothing of a charset
    if symbols or not after.text.strip("\u00a0"):
        return throughout
    wide = WIDE_RUN.fullmatch(judged_part(after.text)) is not None
    return (throughout and wide) or gain_of(run.text, after.text) > 0


def _replace(text: str, channel: Channel, chosen: list[tuple[Run, Reading]], repairs: list[Repair]) -> str:
    if not chosen:
        return text
    pieces, position = [], 0
    for run, after in chosen:
        pieces += [text[position : run.start], after.text]
        position = run.start + len(run.text)
        gain = round(gain_of(run.text, after.text), 1)
        repairs.append(
            Repair(channel.name, run.start, run.text, after.text, gain, after.inferred, after.lost)
        )
    return "".join([*pieces, text[position:]])


def _is_clear(channel: Channel, before: str, after: Reading) -> bool:
    gain = gain_of(before, after.text)
    judged = judged_part(after.text)
    length = len(judged)
    if after.lost > MAX_LOST * length or after.inferred > MAX_INFERRED * length:
        return False
    if gain < MIN_GAIN or gain < MEAN_GAIN * length:
        return False
    swallowed = len(_ASCII_LETTER.findall(after.text)) - len(_ASCII_LETTER.findall(before))
    if swallowed > MAX_SWALLOWED * length:
        return False
    sample = sample_of(without_glosses(after.text))
    characters = _CJK.findall(sample)
    if len(set(characters)) >= VOUCHED:  # Chinese between Western names
        sample = beyond_ascii(sample)
    letters = len(_LETTER.findall(sample)) + max(0, swallowed)  # no repair makes other text by itself
    return len(set(characters)) >= channel.least and 2 * len(characters) >= max(1, letters)


def repair_mojibake(page: Page) -> Page:
    """Step: undo mojibake in the whole of `page.html`, markup and all."""
    source = page.source or page.html.encode("utf-8", "replace")
    entities = _has_entities(source)
    escapes = b"\\u00" in source and _ESCAPE_RUN.search(source) is not None
    if entities or escapes or any(suspicion(source)):
        text = _SCRIPT.sub(_unescaped, page.html) if escapes else page.html
        repaired, repairs = repair_text(text)
        if repairs:
            page.html, page.source = repaired, b""
            note_repairs(page, repairs)
    return page


def _has_entities(source: bytes) -> bool:
    """True for a text, given in UTF-8, with entities in the place of bytes: of marks, or of whole text."""
    if _SPACE_LEAD in source:
        return True
    first = source.find(b";&")  # most pages have none
    if first < 0:
        return False
    if _MARK_LEAD in source:
        return True
    return source.count(b";&", first) >= MIN_ENTITIES and _ENTITY_RUN.search(source) is not None


def _unescaped(script: re.Match[str]) -> str:
    """A script with the letters of Latin-1 that its strings escape."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), script.group())


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
