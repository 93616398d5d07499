"""Find an article that lies in a page's scripts and not in its markup.

Pages that are drawn by JavaScript carry their article as data: JSON-LD's ``articleBody``, Next.js's
``__NEXT_DATA__``, ``window.__INITIAL_STATE__ = {…}`` and the like. No script is run: JSON is read as
JSON, and the string in it that holds the most prose is the article.
"""

import json
import re
from collections.abc import Iterable, Iterator
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


def embedded_article(root: etree._Element) -> str | None:
    """The article's HTML or text from a page's scripts; None where they hold none."""
    best, most = None, 0
    for script in root.iter("script"):
        for text, marks in _prose(script.text or ""):
            if marks > most:
                best, most = text, marks
    if best is None or "<" in best:
        return best
    return "".join(f"<p>{line}</p>" for line in best.replace("&", "&amp;").splitlines())


def _prose(script: str) -> list[tuple[str, int]]:
    """The strings of a script's data that are prose, each with its sentence marks.

    Where no JSON has any, as when a function makes the data, the script's strings are read one by one.
    """
    script = script.strip()
    if script.startswith(_ENCODED):
        script = unquote(script)
    if len(script) > MAX_SCRIPT or not _HAN_OR_ESCAPE.search(script):
        return []
    in_json = (text for data in _json_values(script) for text in _strings(data))
    return list(_marked(in_json)) or list(_marked(filter(None, map(_literal, _LITERAL.findall(script)))))


def _marked(strings: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Those of some strings that are prose, each with its sentence marks."""
    for text in strings:
        bare = _TAG.sub("", text)
        marks = len(SENTENCE_MARKS.findall(bare))
        if marks >= MIN_MARKS and len(bare) >= MIN_PROSE and 3 * len(_HAN.findall(bare)) > len(bare):
            yield text, marks


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


def _strings(data: Any) -> Iterator[str]:
    """Every string in some JSON, but for those under names of comments and of other articles."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(entry for name, entry in value.items() if not _COMMENTS.search(str(name)))
