"""Tell in microseconds that a text has no marks of mojibake, and which marks it has.

Only characters beyond ASCII are looked at. Marks are no proof: they say that `cleaners.mojibake` must look.
"""

import re
from collections import Counter
from functools import cache

from cleaners.channels import LATIN_RUN, OTHER_SINGLE, OTHERS, SINGLE, Channel
from cleaners.likelihood import ASCII, Script, beyond_ascii, cost, han_of
from cleaners.tables import rows
from cleaners.tables.windows_1252 import SPECIALS

NEAR_TELLING = 40
"""Most characters beyond ASCII between two that tell of double-byte damage, or one and U+FFFD: right text has
one in 40,000, damage one in ten."""
COUNTED = 2_000
"""Characters beyond ASCII, from all over a text, by which channels that it tells of are put in order."""
_HIGH = rb"[ ?@-~]?(?:\xc2[\xa1-\xbf]|\xc3[\x80-\xbe])"
_SUSPECT_LATIN = (
    re.compile(
        rb"\xc3(?:[\x82-\x96\x98-\xb4][ ?@-~]?(?:[\xc2\xc3]|%b)|[\x80\x81\xb5-\xbe]%b{3})"
        % (b"|".join(special.encode() for special in SPECIALS), _HIGH)
    ),
    re.compile(rb"\xc2([\xa1-\xbf])(?!\xc2\1\xc2\1)%b{3}" % _HIGH),
)
"""A letter of U+00C2 to U+00F4 (``×`` is none) with another of windows-1252 behind it, or four different
characters from U+00A1: what UTF-8 and double-byte text look like there. In UTF-8, where a search for one
lead byte is fast."""
_FIRST, _FOLLOWING, _HIGHER = (0xE3, 0xEA), (0x80, 0xC0), (0x80, 0x100)
"""The first bytes of Han characters in UTF-8, those behind them, and all beyond ASCII, as ranges."""
_MIN_OTHERS = 6
"""Letters of other scripts in a text that may be two characters of UTF-8 read as one of those."""
_EAST = bytes(byte for byte in range(0x80, 0x100) if byte < 0xC3 or 0xE3 <= byte <= 0xED or byte == 0xEF)
"""The bytes of right Chinese text in UTF-8, and those that follow the first of any character."""
SAMPLED = 600
"""Characters of a text by which it is known whether any one wrote it."""
_SYMBOL_IN_WORD = re.compile("[À-ÖØ-öø-ÿ][¢-©¬-¶¸¹¼-¾×÷]|[¢-©¬-¶¸¹¼-¾×÷][À-ÖØ-öø-ÿ]")
"""A letter and a symbol of Latin-1 side by side: ``å¤``, ``·¢``."""
MIN_SYMBOLS, SYMBOLS_SHARE = 5, 0.1
"""Fewest of those in such text, and their share of what is not ASCII: right text has one now and then."""
MIN_HAN, UNLIKELY_COST = 60, 5.5
"""Fewest Han characters that tell by what they cost, and their mean cost: right text has up to 4.7."""


def _characters(wrong: str, low: int, past: int) -> str:
    """What a single-byte charset reads in some bytes, for a class of a pattern."""
    return re.escape(bytes(range(low, past)).decode(wrong, "ignore"))


@cache
def other_forms() -> tuple[tuple[Channel, re.Pattern[str], re.Pattern[str]], ...]:
    """windows-1252 and `OTHERS`, each with the form of two characters in a row, and of a damaged run."""
    specials = "".join(map(re.escape, SPECIALS))
    latin = re.compile(f"(?:[\xe3-\xe9][\x80-\xbf{specials}\ufffd]{{2}}){{2}}")
    found = [(SINGLE[0], latin, LATIN_RUN)]
    for channel in OTHERS:
        first, following, high = (_characters(channel.wrong, *span) for span in (_FIRST, _FOLLOWING, _HIGHER))
        form = re.compile(f"(?:[{first}][{following}\ufffd]{{2}}){{2}}")
        found.append((channel, form, re.compile(f"[{high}\ufffd]{{3,}}")))
    return tuple(found)


@cache
def up_to_other_form() -> re.Pattern[str]:
    """A text up to two characters of UTF-8 in a row, read in any of `OTHER_SINGLE`, if it has such.

    (To match what stands before them is seven times as fast as to search.)
    """
    firsts = "".join(_characters(wrong, *_FIRST) for wrong in OTHER_SINGLE)
    forms = "|".join(form.pattern for _, form, _ in other_forms()[1:])
    return re.compile(f"[^{firsts}]*+(?:(?!{forms})[{firsts}][^{firsts}]*+)*(?={forms})")


def channels_told(others: str) -> list[str]:
    """The double-byte channels that a text beyond ASCII tells of; that of most characters first."""
    told = {name: telling for name, telling in telling_of().items() if _up_to_two(telling).match(others)}
    counts = Counter(others[:: 1 + len(others) // COUNTED]) if len(told) > 1 else Counter()

    def hits(name: str) -> int:
        return sum(counts[char] for char in counts.keys() & told[name])

    return sorted(told, key=hits, reverse=True)


@cache
def _up_to_two(telling: frozenset[str]) -> re.Pattern[str]:
    """A text up to two different characters near each other of those, or one of them and a lost one.

    Right text may repeat a rare name; damage has many.

    (To match what stands before them is several times as fast as to search.)
    """
    some = "".join(sorted({*telling, "\ufffd"}))
    near = f"[^{some}]{{0,{NEAR_TELLING}}}(?!\\%d)[{some}]"
    alone = f"(?!(.){near % 1})[{some}]"
    return re.compile(f"[^{some}]*+(?:{alone}[^{some}]*+)*(?=(.){near % 2})", re.S)


@cache
def _any_telling() -> frozenset[str]:
    return frozenset().union(*telling_of().values())


@cache
def telling_of() -> dict[str, frozenset[str]]:
    """The telling characters of each double-byte channel, by its name."""
    return {f"{right} read as {wrong}": frozenset(chars) for right, wrong, chars in rows("telling.tsv")}


def suspicion(source: bytes) -> tuple[bool, bool, bool]:
    """Whether a text, given in UTF-8, may be damaged by windows-1252, by double bytes, by other charsets.

    Right text is told in microseconds: only its characters beyond ASCII are looked at, side by side.
    Those of Latin-1 all begin with one of two bytes.
    """
    others = source.translate(None, ASCII)
    if not others:
        return False, False, False
    other = len(others.translate(None, _EAST)) >= _MIN_OTHERS
    latin = any(pattern.search(others) and pattern.search(source) for pattern in _SUSPECT_LATIN)
    decoded = others.decode("utf-8")
    return (
        latin,
        _up_to_two(_any_telling()).match(decoded) is not None,
        other and up_to_other_form().match(decoded) is not None,
    )


def is_misread(text: str) -> bool:
    """True for a text that no one wrote: mojibake that could not be undone, too much of it being lost."""
    sample = text[:SAMPLED]
    if sample.encode("utf-8", "replace").count(b"\xc3") >= MIN_SYMBOLS:  # the first byte of such letters
        symbols = len(_SYMBOL_IN_WORD.findall(sample))
        if symbols >= max(MIN_SYMBOLS, SYMBOLS_SHARE * len(beyond_ascii(sample))):
            return True
    han = han_of(sample)
    scripts: tuple[Script, ...] = ("hans", "hant", "jpan")
    return len(han) >= MIN_HAN and all(cost(han, script) > UNLIKELY_COST for script in scripts)
