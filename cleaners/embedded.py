"""Find an article that lies in a page's scripts and not in its markup.

Pages that are drawn by JavaScript carry their article as data: JSON-LD's ``articleBody``, Next.js's
``__NEXT_DATA__``, ``window.__INITIAL_STATE__ = {…}`` and the like. No script is run: JSON is read as
JSON, and the string in it that holds the most prose is the article.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from cleaners.blocks import SENTENCE_MARKS

MAX_SCRIPT = 5_000_000
"""Longest script in characters that is looked into."""
MIN_MARKS = 4
"""Fewest sentence marks of an article."""
MIN_PROSE = 60
"""Fewest characters of an article, its tags left out."""

_ASSIGNMENT = re.compile(r"(?:window\.|var\s+|let\s+|const\s+|self\.)?[\w.$\[\]\"']{2,60}\s*=\s*(?=[{\[])")
_TAG = re.compile(r"<[^<>]{0,400}>")
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_OR_ESCAPE = re.compile(r"[\u4e00-\u9fff]|\\u[4-9][0-9a-fA-F]{3}")
_COMMENTS = re.compile(
    "comment|reply|recommend|related|relate|hot|list|feed|disclaim|copyright|agreement", re.I
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


def _prose(script: str) -> Iterator[tuple[str, int]]:
    """The strings of a script's JSON that are prose, each with its sentence marks."""
    if len(script) > MAX_SCRIPT or not _HAN_OR_ESCAPE.search(script):
        return
    for data in _json_values(script):
        for text in _strings(data):
            bare = _TAG.sub("", text)
            marks = len(SENTENCE_MARKS.findall(bare))
            if marks >= MIN_MARKS and len(bare) >= MIN_PROSE and 3 * len(_HAN.findall(bare)) > len(bare):
                yield text, marks


def _json_values(script: str) -> Iterator[Any]:
    """The script itself if it is JSON, else every object or list that is assigned to a name in it."""
    stripped = script.strip()
    decoder = json.JSONDecoder(strict=False)
    starts = [0] if stripped[:1] in ("{", "[") else [m.end() for m in _ASSIGNMENT.finditer(stripped)]
    end = 0
    for start in starts:
        if start >= end:
            try:
                data, end = decoder.raw_decode(stripped, start)
            except (ValueError, RecursionError):
                continue
            yield data


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
