"""Tell what a place whose character was lost calls for, by what stands around it: the bracket that another
answers, the colon of a label, the space before a name or an indent's, the slash of a credit.

The model of lost bytes (`cleaners.lost_bytes`) knows characters by their neighbours, and marks have none.
"""

import re
from collections.abc import Collection, Sequence
from typing import Protocol

from cleaners.tables.before_colons import BEFORE_COLONS
from cleaners.tables.patterns import any_of

GLOSS = "\x01"
"""Stands for a gloss: what is before it and what is behind it are neighbours."""
FIRST_CHINESE = "\u2e80"
"""Characters of Chinese, its marks among them, are not below."""
_CLOSER_OF = dict(zip("（【《「『〈〔", "）】》」』〉〕", strict=True))
CLOSERS = frozenset(_CLOSER_OF.values())
_OPENERS, _ENDS = "".join(_CLOSER_OF), "".join(_CLOSER_OF.values())
GAP, SLASH = "\u3000", "／"
MARKS = frozenset((*_OPENERS, *_ENDS, GAP, SLASH))
"""What some place calls for, by what is around it."""
_BRACKETS = re.compile(f"[{_OPENERS}{_ENDS}\n<>]")
"""Brackets, and what none goes beyond."""
_CHARACTER = f"[\u4e00-\u9fff]{GLOSS}?"
_LABEL = re.compile(
    rf"(?:<(?:a|b|div|dt|em|font|h\d|i|label|li|p|span|strong|td|th)\b[^<>]*>\s*(?:{_CHARACTER})?|\A>){_CHARACTER}(?:{_CHARACTER}){{1,2}}\Z"
)
_LONGEST_LABEL = 80
"""``<span class="t">国籍``, and the characters in which it is looked for."""
_KNOWN_LABEL = re.compile(rf"(?:\A|[\s>])(?:{any_of(BEFORE_COLONS)})\Z")
"""A word at the beginning of a line, or behind a space, that sites have for a label."""
_NUMBERED_PART = re.compile(r"(?:\A|[\s>])第[一二三四五六七八九十百零〇\d]{1,7}[条條章节節编編款]\Z")
"""``第一条`` at the beginning of a line."""
_CREDIT = re.compile(
    r"(?:\A|[（(>〔\s])(?:(?:图|圖|文|图文|圖文|记者|記者|摄影|攝影|编辑|編輯)|(?:记者|記者)[\u4e00-\u9fff]{2,4})\Z"
)
"""What a slash of full width stands behind in Taiwan's papers: ``（圖／北市府提供）``."""
_REPORTER = re.compile("(?:记者|記者|通讯员|通訊員|实习生|實習生)\\Z")
"""What a name stands behind, with a space between."""
_LINE_BEGUN = re.compile(r"[>\n]\Z")
"""Where a paragraph's indent stands, two characters of it."""
_UNKNOWN = "\0"
_HOLED_LABELS = [word[:at] + _UNKNOWN + word[at + 1 :] for word in BEFORE_COLONS for at in range(len(word))]
_LABEL_AHEAD = re.compile(
    rf"(?:{any_of(BEFORE_COLONS)})(?:[:：{_UNKNOWN}]|\Z)|(?:{any_of(_HOLED_LABELS)})[:：]"
)
"""The same in front, its colon or one of its characters lost perhaps."""
_OPENER_OF = {closer: opener for opener, closer in _CLOSER_OF.items()}
_TOKENS_OF_LABEL = 4
"""Tokens that a label and its colon may be, where one of its characters is lost."""
_TOKENS_NEAR, _LONGEST_BRACKET = 12, 60
"""How far what is read, and what is certain ahead, is looked at for a bracket, in tokens and characters."""


class Place(Protocol):
    """A place that one of some characters stands in."""

    @property
    def chars(self) -> Collection[str]:
        """Those that may."""


def due_mark(
    tokens: Sequence[str | Place], start: int, said: Sequence[str], after: str, *, begun: bool
) -> str:
    """What the place right before `start` calls for; "" for nothing.

    `said` are the texts read before it, `after` is the character behind all tokens; the place may stand right
    behind another that is uncertain as well: `begun` tells that.
    """
    following = tokens[start] if start < len(tokens) else after
    label = _behind("".join(said[-3:])[-_LONGEST_LABEL:], following, begun=begun)
    if label == SLASH:
        return label
    opener = _opener(tokens, start) or _opener_of_count(tokens, start)
    return _closer(said) or opener or label or _gap(tokens, start)


def _closer(said: Sequence[str]) -> str:
    """What ends the bracket that is open at the end of what is read; empty where none is."""
    due: list[str] = []
    for bracket in _BRACKETS.findall("".join(said[-_TOKENS_NEAR:])[-_LONGEST_BRACKET:]):
        if bracket in _CLOSER_OF:
            due.append(_CLOSER_OF[bracket])
        elif due and bracket == due[-1]:
            due.pop()
        else:
            due.clear()
    return due[-1] if due else ""


def _opener(tokens: Sequence[str | Place], start: int) -> str:
    """What opens the bracket that is ended next, from `start` on; empty where none is."""
    left = _LONGEST_BRACKET
    for token in tokens[start : start + _TOKENS_NEAR]:
        if isinstance(token, str):
            if found := _BRACKETS.search(token, 0, left):
                return _OPENER_OF.get(found[0], "")
            left = max(0, left - len(token))
    return ""


def _opener_of_count(tokens: Sequence[str | Place], start: int) -> str:
    """The bracket before a figure that another lost character ends an element behind: ``评论（12）``."""
    figure, closer, behind = (*tokens[start : start + 3], "", "", "<")[:3]
    if not isinstance(figure, str) or not figure.isdecimal():
        return ""
    closes = not isinstance(closer, str) and "）" in closer.chars
    return "（" if closes and isinstance(behind, str) and behind.startswith(("<", "\n")) else ""


def _behind(said: str, following: str | Place, *, begun: bool) -> str:
    """A colon behind a label, a word that is all between two tags or one that sites have; the space behind
    the number of a statute's article, and that of an indent, which may have `begun`; else empty."""
    indented = _LINE_BEGUN.search(said) and (begun or not isinstance(following, str))
    named = isinstance(following, str) and following >= FIRST_CHINESE and _REPORTER.search(said)
    if indented or named or _NUMBERED_PART.search(said):
        return GAP
    if _CREDIT.search(said):
        return SLASH
    ends = isinstance(following, str) and following.startswith("<")
    return "：" if _KNOWN_LABEL.search(said) or (ends and _LABEL.search(said)) else ""


def _gap(tokens: Sequence[str | Place], start: int) -> str:
    """The space that sites set before a label: ``江城日报　作者：``; empty where none stands at `start`."""
    ahead = (t if isinstance(t, str) else _UNKNOWN for t in tokens[start : start + _TOKENS_OF_LABEL])
    return GAP if _LABEL_AHEAD.match("".join(ahead)) else ""
