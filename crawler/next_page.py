"""Find the next page of an article that is cut into several."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from scrapy.http import TextResponse
from scrapy.link import Link
from scrapy.linkextractors import LinkExtractor

MAX_PAGES = 40
"""Pages of one article that are followed."""

_NEXT = re.compile(
    r"^\W*(?:下一?[页頁]|后一?[页頁]|後一?頁|(?:阅读)?余下全文|閱讀餘下全文|next(?:\s+page)?)\W*(?:\d{1,2}\W*)?$",
    re.I,
)
_ARROW = re.compile(r"^\s*(?:>{1,2}|›|»|→)\s*$")
_MARKER = re.compile(
    r"[_-]p?(?P<a>\d{1,3})(?=\.\w+$|/?$)|(?<=/)(?:index|(?:page/|p)?(?P<b>\d{1,3}))(?=\.\w+$|/?$)"
)
_ENDING = re.compile(r"/*(?:\.\w+)?/*$")
FIRST = 1
"""The number of the page whose address has none."""
_PAGE_PARAMETERS = frozenset({"page", "p", "pn", "pageno", "page_no", "pageindex"})
_SCRIPTED = re.compile(
    r"createPageHTML\(\s*(?P<total>\d+)\s*,\s*(?P<current>\d+)\s*,\s*[\"'](?P<name>[\w.-]+)[\"']\s*,\s*[\"'](?P<end>\w+)[\"']"
)
"""The pager of TRS WCM, which many portals and government sites run: pages count from 0."""


def next_page(response: TextResponse) -> str | None:
    """The address of the page after this one, of the same article; None on its last page.

    A link is one when it says so, by its text, its ``rel``, or the number behind this page's, and its
    address is this page's but for the number: a link to the next article, or the pager of a list, is not.
    """
    if (scripted := _SCRIPTED.search(response.text)) and int(scripted["current"]) + 1 < int(
        scripted["total"]
    ):
        return response.urljoin(f"{scripted['name']}_{int(scripted['current']) + 1}.{scripted['end']}")
    own, number = _stem(response.url), _number(response.url)
    declared = map(
        response.urljoin, response.css("link[rel=next]::attr(href), a[rel=next]::attr(href)").getall()
    )
    said = (
        link.url for link in LinkExtractor(unique=False).extract_links(response) if _says_so(link, number)
    )
    return next((url for url in (*declared, *said) if url != response.url and _stem(url) == own), None)


def _says_so(link: Link, number: int | None) -> bool:
    """True for a link that is named the next page, or has the number behind this page's."""
    text = link.text.strip("[]【】() \t\r\n\u3000")
    if _NEXT.match(text):
        return True
    following = _number(link.url)
    if following is None or not (following == number + 1 if number is not None else following in {1, 2}):
        return False
    marker = _MARKER.search(urlsplit(link.url).path)
    own_id = marker is not None and marker["b"] is not None  # /news/13.html may be the next article
    return (bool(_ARROW.match(text)) and not own_id) or (
        text.isdecimal() and (number is not None or int(text) == FIRST + 1)
    )


def _number(url: str) -> int | None:
    """The page's number in an address; None where it has none, as that of a first page."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_PARAMETERS and value.isdecimal():
            return int(value)
    match = _MARKER.search(parts.path)
    digits = match and (match["a"] or match["b"])
    return int(digits) if digits else None


def _stem(url: str) -> tuple[str, str, str]:
    """What the pages of one article have in common: host, path and query without the page's number."""
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in _PAGE_PARAMETERS]
    path = _ENDING.sub("", _MARKER.sub("", parts.path))
    return parts.netloc, path, urlencode(query)
