"""Find the next page of an article that is cut into several."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from scrapy.http import TextResponse
from scrapy.linkextractors import LinkExtractor

MAX_PAGES = 40
"""Pages of one article that are followed."""

_NEXT = re.compile(r"^\W*(?:下一?页|后一?页|余下全文|阅读余下全文|下一頁|下頁)\W*$")
_MARKER = re.compile(r"[_-]\d{1,3}(?=\.\w+$|$)|(?<=/)(?:index|\d{1,3})(?=\.\w+$)")
_PAGE_PARAMETERS = frozenset({"page", "p", "pn", "pageno", "page_no", "pageindex"})


def next_page(response: TextResponse) -> str | None:
    """The address of the page after this one, of the same article; None on its last page.

    A link is one when it says so and its address is this page's but for the number: a link to the next
    article, or the pager of a list, is not.
    """
    own = _stem(response.url)
    for link in LinkExtractor(unique=False).extract_links(response):
        if _NEXT.match(link.text.strip()) and link.url != response.url and _stem(link.url) == own:
            return link.url
    return None


def _stem(url: str) -> tuple[str, str, str]:
    """What the pages of one article have in common: host, path and query without the page's number."""
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query) if k.lower() not in _PAGE_PARAMETERS]
    return parts.netloc, _MARKER.sub("", parts.path), urlencode(query)
