"""Find the next page of an article that is cut into several."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple
from urllib.parse import parse_qsl, urldefrag, urlsplit

from parsel import Selector
from scrapy.http import TextResponse

MAX_PAGES = 40
"""Pages of one article that are followed."""
FIRST = 1
"""The number of the page whose address has none."""

_NEXT = re.compile(
    r"^\W*(?:点击|點擊|查看|阅读|閱讀|进入|進入|翻到|请看|請看)*"
    r"(?:下一?[页頁]|后一?[页頁]|後一?頁|余下全文|餘下全文|继续阅读|繼續閱讀|next(?:\s+page)?)"
    r"(?:\W*(?:\d{1,2}\W*){0,2}|\s?[:：].*)$",
    re.I,
)
"""What the link to it says; its number, how many there are, or what it is called may stand behind."""
_ARROW = re.compile(r"^\s*(?:>{1,2}|›|»|→)\s*$")
_NUMBERED = re.compile(r"^\W*第?\s?(?P<number>\d{1,3}|[一二三四五六七八九十])\s?[页頁]?\W*$")
"""A link that is the number of a page: ``[2]``, ``第2页``, ``二``."""
_NUMERALS = "零一二三四五六七八九十"
_MARKER = re.compile(r"(?P<gap>[_-]p?|/(?:page/|p|index_)?)(?P<number>\d{1,3})$")
"""What tells the pages of an article apart in their paths."""
_ENDING = re.compile(r"\.[A-Za-z]\w{1,5}$")
_FOLDER = re.compile("/(?:index)?$")
"""How the path of a folder's first page ends."""
_PAGE_PARAMETER = re.compile(
    r"^(?:p|pg|pn|cp|paged?|(?:cur|current)_?page|page_?(?:no|num|number|index))$", re.I
)
_OF_VISIT = re.compile(
    r"^(?:utm_\w+|spm|from\w*|share\w*|wx\w*|scene|isappinstalled|timestamp|tdsourcetag)$", re.I
)
"""Parameters that tell where a reader comes from, and nothing of the page."""
_SCRIPTED = re.compile(
    r"createPageHTML\(\s*(?P<total>\d+)\s*,\s*(?P<current>\d+)\s*,\s*[\"'](?P<name>[\w.-]+)[\"']\s*,\s*[\"'](?P<end>\w+)[\"']"
)
"""The pager of TRS WCM, which many portals and government sites run: pages count from 0."""


class _Place(NamedTuple):
    """What an address may say of a page: of which article, and its number; None where it has none."""

    article: tuple[str, str, frozenset[tuple[str, str]]]
    number: int | None
    id_like: bool = False
    """The number is a whole part of the path, and may be the article's own."""


def next_page(response: TextResponse) -> str | None:
    """The address of the page after this one, of the same article; None on its last page.

    A link is one when it says so, by its text, its ``rel``, or the number behind this page's, and its
    address is this page's with the number behind its own: a link to the next article, or the pager of a
    list, is not.
    """
    scripted = _SCRIPTED.search(response.text)
    if scripted and int(scripted["current"]) + 1 < int(scripted["total"]):
        return response.urljoin(f"{scripted['name']}_{int(scripted['current']) + 1}.{scripted['end']}")
    own = list(_places(response.url))
    for link in response.css("link[rel=next], a[href], option[value]"):
        address = _address(response, link)
        behind = [pair for pair in product(own, _places(address)) if _is_behind(*pair)]
        if behind and any(_says_so(_said(link), *pair) for pair in behind):
            return address
    return None


def _address(response: TextResponse, link: Selector) -> str:
    """Where a link, or an entry of a menu, leads; empty for what is no address."""
    try:
        return urldefrag(
            response.urljoin((link.attrib.get("href") or link.attrib.get("value", "")).strip())
        ).url
    except ValueError:
        return ""


def _said(link: Selector) -> str:
    """What a link says: ``next`` by its ``rel``; its text, what its picture stands for, its title, or its
    class."""
    if "next" in link.attrib.get("rel", "").lower().split():
        return "next"
    text = "".join(link.css("::text").getall()).strip()
    shown = text or link.css("img::attr(alt)").get("").strip() or link.attrib.get("title", "").strip()
    return shown or ("next" if "next" in link.attrib.get("class", "").split() else "")


def _is_behind(here: _Place, there: _Place) -> bool:
    """True for the place of the page behind this one."""
    if there.article != here.article or there.number is None:
        return False
    return there.number == here.number + 1 if here.number is not None else there.number in {FIRST, FIRST + 1}


def _says_so(said: str, here: _Place, there: _Place) -> bool:
    """True for what a link says that leads to the next page."""
    if _NEXT.match(said):
        return True
    if _ARROW.match(said):
        return not there.id_like  # /news/13.html may be the next article
    numbered = _NUMBERED.match(said)
    if numbered is None or there.number is None:
        return False
    numbers = {FIRST + 1} if here.number is None else {there.number, there.number + 1}
    return _value(numbered["number"]) in numbers


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _NUMERALS.index(number)


def _places(url: str) -> Iterator[_Place]:
    """What an address may say: that it has no number, or that one of its numbers is the page's."""
    try:
        parts = urlsplit(url)
        query = [(name, value) for name, value in parse_qsl(parts.query) if not _OF_VISIT.match(name)]
    except ValueError:
        return
    host, path = parts.netloc.removeprefix("www."), _ENDING.sub("", parts.path)
    for name in dict.fromkeys((path, _FOLDER.sub("", path))):
        yield _Place((host, name, frozenset(query)), None)
    if (marker := _MARKER.search(path.rstrip("/"))) and int(marker["number"]) <= MAX_PAGES:
        article = _FOLDER.sub("", _ENDING.sub("", path[: marker.start()]))
        yield _Place((host, article, frozenset(query)), int(marker["number"]), marker["gap"] == "/")
    for name, value in query:
        if _PAGE_PARAMETER.match(name) and value.isdecimal() and int(value) <= MAX_PAGES:
            others = frozenset(pair for pair in query if pair != (name, value))
            yield _Place((host, path, others), int(value))
