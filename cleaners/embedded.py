"""Find an article that lies in a page's scripts, or where no reader sees it, and not in its markup.

Pages that are drawn by JavaScript carry their article as data: JSON-LD's ``articleBody``, Next.js's
``__NEXT_DATA__``, ``window.__INITIAL_STATE__ = {…}`` and the like (`cleaners.script_data`); others in a
template, a text area, an attribute. The string that holds the most prose is the article, or the strings of a
list, when each of its entries is a paragraph.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, cast

from lxml import etree

from cleaners.blocks import SENTENCE_MARKS, lay_out
from cleaners.parse import parse_html
from cleaners.script_data import (
    is_markup,
    json_in,
    json_values,
    literals,
    put_together,
    readable,
    sources,
    streamed_values,
)
from cleaners.state import Page

MIN_MARKS = 4
"""Fewest sentence marks of an article."""
MIN_PROSE = 60
"""Fewest characters of an article, its tags left out."""
MIN_ENTRIES = 2
"""Fewest paragraphs of an article that is a list."""

_TAG = re.compile(r"<[^<>]{0,400}>")
_HAN = re.compile("[\u4e00-\u9fff]")
_COMMENTS = re.compile(
    "comment|reply|recommend|related|relate|hot|(?<!content)(?<!paragraph)list|feed|disclaim|copyright|agreement",
    re.I,
)
_TEXTS = re.compile(
    "^(?:text|value|content|contents|html|insert|body|data|children|paragraph|p|t|desc|ops)$", re.I
)
"""What data call the text of a paragraph, and what holds it."""
_OTHERS = re.compile("^(?:title|headline|url|link|href|author|cover|summary)$", re.I)
"""What an entry has that is another article and no paragraph."""
MANY_OTHERS = 3
"""Fewest articles of a list that are others."""
OWN_SHARE = 0.7
"""Share of the entries with text in such a list that are paragraphs: others are pictures with captions."""
REACT_CHILD = 3
"""Where what is in an element stands that React streams: ``["$", "p", null, {"children": …}]``."""
MIN_UNSEEN = 100
"""Fewest characters of an article that no reader sees: sites describe themselves there too."""
_MARKUP = re.compile(r"<(?:p|br|div|section)\b|\n.*\n", re.I | re.S)
"""What an article has there, and no description."""
_ESCAPED = re.compile(r"&(?:amp;)?lt;(?:p|br|div|section|span)\b", re.I)
"""Markup that was escaped before it was stored, twice perhaps."""
_UNSEEN = ("noscript", "noframes", "template", "textarea")
_ATTRIBUTES = (
    f"//@*[string-length() >= {MIN_UNSEEN}]"
    "[name() = 'srcdoc' or name() = 'value' or starts-with(name(), 'data-')]"
)

_OF = "(?:(?:news|article|content|doc|share)[_-]?)?"
_FACTS = {
    "title": re.compile(rf"^{_OF}(?:title|headline|subject)$", re.I),
    "published": re.compile(
        r"^(?:publish|pub|release|news|issue|article|doc|p)[_-]?(?:ed)?[_-]?(?:time|date|at)(?:_?(?:long|stamp|str))?$",
        re.I,
    ),
    "dated": re.compile(
        r"^(?:(?:created?|add(?:ed)?|input|post(?:ed)?|display|show)[_-]?(?:time|date|at)|c?time|date(?:_?time)?)$",
        re.I,
    ),
    "source": re.compile(rf"^{_OF}(?:source|media|origin|from)[_-]?(?:name|text)?$", re.I),
    "author": re.compile(rf"^{_OF}(?:author|writer|reporter|editor_?author)[_-]?(?:name)?$", re.I),
    "editor": re.compile(rf"^{_OF}(?:(?:duty|charge)[_-]?)?editor[_-]?(?:name)?$", re.I),
}
"""How data name the facts of an article."""
MAX_FACT = 200
"""Longest value of such a fact in characters."""
MOST_LEVELS = 6
"""Objects and lists that the runs of a paragraph lie in: an editor's have four."""
_LEVELS = 3
"""Objects around an article's text in which its facts are looked for: one of an editor's blocks has two."""

_Found = tuple[str, tuple[Mapping[str, Any], ...]]
"""A string, and the objects that it lies in, the innermost last."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """An article that lay in a script."""

    html: str
    facts: dict[str, str] = field(default_factory=dict)
    """What the data around it say: ``title``, ``published``, ``source``, ``author``, ``editor``."""


def add_embedded(page: Page) -> bool:
    """Set the article from a page's scripts behind what the page shows; False where they hold none."""
    assert page.root is not None
    assert page.layout is not None
    found = embedded_article(page.root)
    root = parse_html(found.html.encode("utf-8", "replace")) if found else None
    if found is None or root is None:
        return False
    page.embedded = found.facts
    page.embedded_box = page.layout.append(lay_out(root))
    page.trace.note("article", "embedded", 0, found.html)
    return True


def embedded_article(root: etree._Element) -> Embedded | None:
    """The article from a page's scripts, as HTML, or else from what it does not show; None where none is."""
    found = _most_prose(_in_scripts(root)) or _most_prose(_unseen(root))
    if found is None:
        return None
    text, around = found
    if _ESCAPED.search(text) and "<" not in text:
        text = unescape(unescape(text))
    if "<" not in text:
        text = "".join(f"<p>{line}</p>" for line in text.replace("&", "&amp;").splitlines())
    return Embedded(text, _facts(around))


def _in_scripts(root: etree._Element) -> Iterator[_Found]:
    """What of each script's data is prose, or of its strings where no data have any, one by one or all."""
    yield from (found for value in streamed_values(root) for found in _strings(value))
    for source in sources(root):
        values, rest = json_values(source)
        best = (
            _most_prose(found for value in values for found in _strings(value))
            or _most_prose(found for value in literals(rest) for found in _strings(value))
            or _most_prose([(put_together(rest), ())])
        )
        if best is not None:
            yield best


def _facts(around: tuple[Mapping[str, Any], ...]) -> dict[str, str]:
    """The facts in the objects around an article's text, those of the innermost first."""
    facts: dict[str, str] = {}
    for data in reversed(around):
        for name, value in data.items():
            fact = next((fact for fact, pattern in _FACTS.items() if pattern.match(name)), "")
            value = value.get("name") if isinstance(value, dict) else value
            plain = isinstance(value, str | int) and not isinstance(value, bool)
            text = str(value).strip() if plain else ""
            if fact and 0 < len(text) <= MAX_FACT:
                facts.setdefault(fact, text)
    if dated := facts.pop("dated", ""):
        facts.setdefault("published", dated)
    return facts


def _most_prose(strings: Iterable[_Found]) -> _Found | None:
    """The string with the most sentence marks of those that are prose."""
    best, most = None, MIN_MARKS - 1
    for text, around in strings:
        bare = _TAG.sub("", text)
        marks = len(SENTENCE_MARKS.findall(bare))
        if marks > most and len(bare) >= MIN_PROSE and 3 * len(_HAN.findall(bare)) > len(bare):
            best, most = (text, around), marks
    return best


def _strings(data: Any) -> Iterator[_Found]:
    """Every string in some JSON, and every list of paragraphs as one, but for those under names of comments
    and of other articles."""
    waiting: list[tuple[Any, tuple[Mapping[str, Any], ...]]] = [(data, ())]
    while waiting:
        value, around = waiting.pop()
        if isinstance(value, str):
            inner = json_in(value)
            if inner is None:
                yield value, around
            else:
                waiting.append((inner, around))
        elif isinstance(value, list):
            if text := _paragraphs(value):
                yield text, around
            if sum(map(_is_other, value)) < MANY_OTHERS:
                waiting.extend((entry, around) for entry in value)
        elif isinstance(value, dict):
            inside = (*around[1 - _LEVELS :], value)
            waiting.extend(
                (entry, inside) for name, entry in value.items() if not _COMMENTS.search(str(name))
            )


def _paragraphs(entries: list[Any]) -> str:
    """The text of a list whose entries are paragraphs, as an editor's blocks; empty where they are not."""
    written = [(entry, text) for entry in entries if _HAN.search(text := _text_of(entry))]
    texts = [text for entry, text in written if not _is_other(entry)]
    if len(texts) < max(MIN_ENTRIES, OWN_SHARE * len(written)):
        return ""
    if any(isinstance(entry, dict) and "insert" in entry for entry in entries):  # a delta: runs, not lines
        return "".join(texts)
    return (
        "".join(f"<div>{text}</div>" for text in texts) if any("<" in t for t in texts) else "\n".join(texts)
    )


def _is_other(entry: Any) -> bool:
    return isinstance(entry, dict) and any(_OTHERS.match(str(name)) for name in entry)


def _text_of(entry: Any, levels: int = MOST_LEVELS) -> str:
    """The text of a paragraph and of the runs in it."""
    if isinstance(entry, str):
        return entry
    if isinstance(entry, dict):
        inner = [value for name, value in entry.items() if _TEXTS.match(str(name))]
    else:
        inner = entry if isinstance(entry, list) else []
        inner = inner[REACT_CHILD:] if inner[:1] == ["$"] else inner
    return "".join(_text_of(value, levels - 1) for value in inner) if levels else ""


def _unseen(root: etree._Element) -> Iterator[_Found]:
    """What a page holds for later: markup in templates and text areas, in attributes, in frames."""
    fields = _fields(root)
    for element in root.iter(*_UNSEEN, "script"):
        if element.tag == "script" and not is_markup(element):
            continue
        inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        yield from _in_markup([((element.text or "") + inner, (fields,))])
    for value in map(readable, cast("list[str]", root.xpath(_ATTRIBUTES))):
        values, _ = json_values(value)
        yield from _in_markup(found for entry in values for found in _strings(entry))
        yield from _in_markup([(value, ())] if not values else ())


def _fields(root: etree._Element) -> dict[str, str]:
    """What the text areas and hidden fields of a page hold, by their name, id or class."""
    fields: dict[str, str] = {}
    for element in root.iter("textarea", "input"):
        value = (element.text if element.tag == "textarea" else element.get("value")) or ""
        if element.tag == "textarea" or (element.get("type") or "").lower() == "hidden":
            for attribute in ("name", "id", "class"):
                fields.setdefault(element.get(attribute) or "", value)
    return fields


def _in_markup(strings: Iterable[_Found]) -> Iterator[_Found]:
    return (found for found in strings if len(found[0]) >= MIN_UNSEEN and _MARKUP.search(found[0]))
