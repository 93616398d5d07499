"""Find an article that lies in a page's scripts and not in its markup.

Pages that are drawn by JavaScript carry their article as data: JSON-LD's ``articleBody``, Next.js's
``__NEXT_DATA__``, ``window.__INITIAL_STATE__ = {…}`` and the like. No script is run: JSON is read as
JSON, and the string in it that holds the most prose is the article.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

from cleaners.blocks import SENTENCE_MARKS

MAX_SCRIPT = 5_000_000
"""Longest script in characters that is looked into."""
MIN_MARKS = 4
"""Fewest sentence marks of an article."""
MIN_PROSE = 60
"""Fewest characters of an article, its tags left out."""

_ASSIGNMENT = re.compile(r"(?:window\.|var\s+|let\s+|const\s+|self\.)?[\w.$\[\]\"']{2,60}\s*=\s*(?=[{\[])")
_ENCODED = ("%7B", "%7b", "%5B", "%5b")
"""How JSON in percent-encoding begins."""
_IN_STRING = re.compile(r'JSON\.parse\(\s*("(?:[^"\\]|\\.)*")')
_LITERAL = re.compile(rf'"(?:[^"\\\n]|\\.){{{MIN_PROSE},}}"')
_HEX_ESCAPE = re.compile(r"\\x([\da-fA-F]{2})")
_TAG = re.compile(r"<[^<>]{0,400}>")
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_OR_ESCAPE = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
_COMMENTS = re.compile(
    "comment|reply|recommend|related|relate|hot|(?<!content)(?<!paragraph)list|feed|disclaim|copyright|agreement",
    re.I,
)


_FACTS = {
    "title": re.compile(r"^(?:(?:news|article|content|doc|share)_?)?(?:title|headline|subject)$", re.I),
    "published": re.compile(r"^(?:publish|pub|release|news|issue)_?(?:ed)?_?(?:time|date|at)$", re.I),
    "source": re.compile(r"^(?:source|media|origin|from)_?(?:name|text)?$", re.I),
    "author": re.compile(r"^(?:author|writer|reporter|editor_?author)_?(?:name)?$", re.I),
}
"""How data name the facts of an article."""
MAX_FACT = 200
"""Longest value of such a fact in characters."""
_LEVELS = 2
"""Objects around an article's text in which its facts are looked for."""

_Found = tuple[str, tuple[Mapping[str, Any], ...]]
"""A string, and the objects that it lies in, the innermost last."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article that lay in a script."""

    html: str
    facts: dict[str, str] = field(default_factory=dict)
    """What the data around it say: ``title``, ``published``, ``source``, ``author``."""


def embedded_article(root: etree._Element) -> Embedded | None:
    """The article from a page's scripts, as HTML; None where they hold none."""
    best, most = None, 0
    for script in root.iter("script"):
        for found, marks in _prose(script.text or ""):
            if marks > most:
                best, most = found, marks
    if best is None:
        return None
    text, around = best
    if "<" not in text:
        text = "".join(f"<p>{line}</p>" for line in text.replace("&", "&amp;").splitlines())
    return Embedded(text, _facts(around))


def _facts(around: tuple[Mapping[str, Any], ...]) -> dict[str, str]:
    """The facts in the objects around an article's text, those of the innermost first."""
    facts: dict[str, str] = {}
    for data in reversed(around):
        for name, value in data.items():
            fact = next((fact for fact, pattern in _FACTS.items() if pattern.match(name)), "")
            plain = isinstance(value, str | int) and not isinstance(value, bool)
            text = str(value).strip() if plain else ""
            if fact and 0 < len(text) <= MAX_FACT:
                facts.setdefault(fact, text)
    return facts


def _prose(script: str) -> list[tuple[_Found, int]]:
    """The strings of a script's data that are prose, each with its sentence marks.

    Where no JSON has any, as when a function makes the data, the script's strings are read one by one.
    """
    script = script.strip()
    if script.startswith(_ENCODED):
        script = unquote(script)
    if len(script) > MAX_SCRIPT or not _HAN_OR_ESCAPE.search(script):
        return []
    in_json = (found for data in _json_values(script) for found in _strings(data))
    literals = filter(None, map(_literal, _LITERAL.findall(script)))
    return list(_marked(in_json)) or list(_marked((text, ()) for text in literals))


def _marked(strings: Iterable[_Found]) -> Iterator[tuple[_Found, int]]:
    """Those of some strings that are prose, each with its sentence marks."""
    for text, around in strings:
        bare = _TAG.sub("", text)
        marks = len(SENTENCE_MARKS.findall(bare))
        if marks >= MIN_MARKS and len(bare) >= MIN_PROSE and 3 * len(_HAN.findall(bare)) > len(bare):
            yield (text, around), marks


def _literal(source: str) -> str | None:
    """What a string of a script stands for; None where that is not known without running it."""
    try:
        value = json.loads(_HEX_ESCAPE.sub(r"\\u00\1", source).replace("\\'", "'"), strict=False)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _json_values(script: str) -> Iterator[Any]:
    """The script itself if it is JSON, else each object or list in it that has a name or lies in a string."""
    decoder = json.JSONDecoder(strict=False)
    starts = [0] if script[:1] in ("{", "[") else [m.end() for m in _ASSIGNMENT.finditer(script)]
    end = 0
    for start in starts:
        if start >= end:
            try:
                data, end = decoder.raw_decode(script, start)
            except (ValueError, RecursionError):
                continue
            yield data
    for source in _IN_STRING.findall(script):
        try:
            yield json.loads(_literal(source) or "", strict=False)
        except (ValueError, RecursionError):
            continue


def _strings(data: Any) -> Iterator[_Found]:
    """Every string in some JSON, but for those under names of comments and of other articles."""
    waiting: list[tuple[Any, tuple[Mapping[str, Any], ...]]] = [(data, ())]
    while waiting:
        value, around = waiting.pop()
        if isinstance(value, str):
            yield value, around
        elif isinstance(value, list):
            waiting.extend((entry, around) for entry in value)
        elif isinstance(value, dict):
            inside = (*around[1 - _LEVELS :], value)
            waiting.extend(
                (entry, inside) for name, entry in value.items() if not _COMMENTS.search(str(name))
            )
