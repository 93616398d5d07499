"""What a page declares of itself for machines: ``<meta>``, ``<link>``, JSON-LD, microdata."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from cleaners.blocks import text_of

BAIDU_NAMES = {"pubDate": "datePublished", "upDate": "dateModified", "title": "headline"}
"""The names in the data that Baidu's search asks for (``https://ziyuan.baidu.com/contexts/cambrian.jsonld``),
and schema.org's for the same."""
ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "SocialMediaPosting"}
)
REPEATED = frozenset({"article:tag"})
"""The names of which a page has one ``<meta>`` for each value (Open Graph's Article namespace)."""
MICRODATA = {
    "headline": "headline",
    "author": "author",
    "datepublished": "datePublished",
    "datemodified": "dateModified",
}
"""The properties of an article that are read from microdata, in lower case, and JSON-LD's names for them."""
MAX_PROPERTY = 120
"""Longest text of such a property in characters."""
MAX_JSON = 2_000_000
"""Characters of a JSON-LD block that is still read."""


_LABEL = re.compile(r"^[\u4e00-\u9fffA-Za-z]{1,6}\s?[:：]\s?")
"""What stands before a person's name in an element of both."""
_ARTICLE = re.compile(r"schema\.org/\w*(?:Article|Posting)$")


@dataclass(slots=True)
class Declared:
    """The page's own statements; names in lower case, the first of equal names kept."""

    title: str = ""
    language: str | None = None
    canonical: str | None = None
    base: str | None = None
    """``<base href>``: what relative addresses are relative to."""
    meta: dict[str, str] = field(default_factory=dict)
    times: dict[str, str] = field(default_factory=dict)
    """``datetime`` of ``<time>`` elements and microdata by their ``itemprop``, or by ``time``."""
    article: dict[str, Any] = field(default_factory=dict)
    """The JSON-LD object that describes the article."""
    path: list[str] = field(default_factory=list)
    """The sections that the page stands in, from the outside in, as JSON-LD lists them."""

    def learn(self, facts: Mapping[str, str]) -> None:
        """Take over the facts of an article that lay in a script, where nothing else is declared."""
        for fact, name in (("title", "headline"), ("published", "datePublished"), ("author", "author")):
            if fact in facts:
                self.article.setdefault(name, facts[fact])
        for fact, name in (("source", "article:source"), ("editor", "editor")):
            if fact in facts:
                self.meta.setdefault(name, facts[fact])

    def restore(self, undo: Callable[[str], str]) -> None:
        """Undo damage in all that is said in words."""
        self.title = undo(self.title)
        self.meta = {name: undo(content) for name, content in self.meta.items()}
        self.article = {name: _restored(value, undo) for name, value in self.article.items()}
        self.path = list(map(undo, self.path))

    def first(self, names: tuple[str, ...]) -> str | None:
        """The content of the first `<meta>` of these names that has any."""
        return next((self.meta[n] for n in names if self.meta.get(n)), None)


def read_declared(root: etree._Element) -> Declared:
    """Read the declarations of a page in one pass over the few elements that hold them."""
    declared = Declared(language=_clean(root.get("lang") or root.get("xml:lang") or ""))
    for element in root.iter("meta", "link", "script", "title", "time", "base"):
        tag = element.tag
        if tag == "meta":
            _read_meta(element, declared)
        elif tag == "title" and not declared.title:
            declared.title = _clean(text_of(element)) or ""
        elif tag == "link" and (element.get("rel") or "").lower() == "canonical":
            declared.canonical = declared.canonical or _clean(element.get("href") or "")
        elif tag == "base":
            declared.base = declared.base or _clean(element.get("href") or "")
        elif tag == "time" and element.get("datetime"):
            name = (element.get("itemprop") or "time").lower()
            declared.times.setdefault(name, element.get("datetime") or "")
        elif tag == "script" and "ld+json" in (element.get("type") or "").lower():
            _read_json_ld(element.text or "", declared)
    return declared


def read_microdata(root: etree._Element, declared: Declared) -> None:
    """Read the article of a page's microdata (HTML Living Standard, 5.2), where it has only one: a list of
    articles has one for each."""
    properties: dict[etree._Element | None, dict[str, str]] = {}
    for element in cast("list[etree._Element]", root.xpath("//*[@itemprop]")):
        name = MICRODATA.get((element.get("itemprop") or "").strip().lower())
        item = element.getparent() if name else None
        while item is not None and item.get("itemscope") is None:
            item = item.getparent()
        if name and (item is None or _ARTICLE.search(item.get("itemtype") or "")):
            said = element.get("content") or element.get("datetime") or text_of(element)
            value = _LABEL.sub("", _clean(said) or "")
            if 0 < len(value) <= MAX_PROPERTY:
                properties.setdefault(item, {}).setdefault(name, value)
    if len(properties) == 1:
        for name, value in next(iter(properties.values())).items():
            declared.article.setdefault(name, value)


def _read_meta(element: etree._Element, declared: Declared) -> None:
    content = _clean(element.get("content") or "")
    if not content:
        return
    for attribute in ("name", "property", "itemprop"):
        name = (element.get(attribute) or "").strip().lower()
        if name in REPEATED and name in declared.meta:
            declared.meta[name] += f",{content}"
        elif name:
            declared.meta.setdefault(name, content)
    if (element.get("http-equiv") or "").lower() == "content-language" and not declared.language:
        declared.language = content


def _clean(text: str) -> str | None:
    return " ".join(text.split()) or None


def _read_json_ld(text: str, declared: Declared) -> None:
    if len(text) > MAX_JSON:
        return
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for found in map(_as_schema, _objects(data)):
        if not declared.article and _is_article(found):
            declared.article = found
        elif not declared.path and found.get("@type") == "BreadcrumbList":
            declared.path = _names_of_path(found.get("itemListElement"))


def _names_of_path(listed: Any) -> list[str]:
    """The names in a BreadcrumbList: of its entries, or of the pages that they point to."""
    entries = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    return [name for entry in entries for name in json_names(entry) or json_names(entry.get("item"))]


def _as_schema(data: dict[str, Any]) -> dict[str, Any]:
    """An object with schema.org's names in the place of those that Baidu asks sites to declare."""
    if "cambrian" not in str(data.get("@context") or ""):
        return data
    return {BAIDU_NAMES.get(name, name): value for name, value in data.items()}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, those of a list, those of its ``@graph``."""
    if isinstance(data, list):
        for entry in data:
            yield from _objects(entry)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph") or [])


def _is_article(data: dict[str, Any]) -> bool:
    kinds = data.get("@type") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return "headline" in data or any(isinstance(k, str) and k in ARTICLE_TYPES for k in kinds)


def _restored(value: Any, undo: Callable[[str], str]) -> Any:
    """A JSON value with damage undone in its texts; names of members stay."""
    if isinstance(value, str):
        return undo(value)
    if isinstance(value, list):
        return [_restored(entry, undo) for entry in value]
    if isinstance(value, dict):
        return {name: _restored(entry, undo) for name, entry in value.items()}
    return value


def json_names(value: Any) -> list[str]:
    """The names in a JSON-LD value: a text, an object with a ``name``, or a list of such."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        return json_names(value.get("name"))
    if isinstance(value, list):
        return [name for entry in value for name in json_names(entry)]
    return []
