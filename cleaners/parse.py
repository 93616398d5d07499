"""Text to tree, once, with limits that no page can pass."""

import re
from typing import cast

from bs4 import BeautifulSoup
from lxml import etree

from cleaners.blocks import lay_out, text_of
from cleaners.state import Page, Rejected

MAX_CHARS = 40_000_000
"""Longest text that is parsed: some 1 GB of tree."""
FEW_ELEMENTS = 2
"""A document of so few elements that holds tags in its source was given up by the parser."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def parse_html(html: str) -> etree._Element | None:
    """The tree of a page, or None where there is nothing to parse.

    lxml's parser does it, in C and in linear time. Where it gives up on the markup, html.parser
    under BeautifulSoup reads it once more, slower and with more patience.
    """
    clean = _NOT_TEXT.sub("", html) if _NOT_TEXT.search(html) else html
    if not clean.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = cast("etree._Element | None", etree.fromstring(clean.encode("utf-8"), parser))
    if root is not None and (clean.count("<") < 20 or _size(root) > FEW_ELEMENTS):
        return root
    return _parse_patiently(clean, parser)


def _parse_patiently(html: str, parser: etree.HTMLParser) -> etree._Element | None:
    soup = BeautifulSoup(html, "html.parser")
    return cast("etree._Element | None", etree.fromstring(str(soup).encode("utf-8"), parser))


def _size(root: etree._Element) -> int:
    """Elements of the tree, counted no further than `FEW_ELEMENTS` asks."""
    size = 0
    for _ in root.iter():
        size += 1
        if size > FEW_ELEMENTS + 1:
            break
    return size


def _take_out(element: etree._Element) -> None:
    """Empty an element in its place; what stands behind it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def parse(page: Page) -> Page:
    """Step: `page.html` to `page.root` and `page.layout`."""
    if len(page.html) > MAX_CHARS:
        raise Rejected("too-large", f"{len(page.html)} characters")
    page.root = parse_html(page.html)
    if page.root is None:
        raise Rejected("empty")
    for selector in page.options.selectors.drop:
        for element in page.root.cssselect(selector):
            page.trace.note("parse", "dropped by profile", 1, text_of(element))
            _take_out(element)
    page.layout = lay_out(page.root)
    if page.layout.decoys:
        page.trace.note("parse", "invisible inline text", len(page.layout.decoys), page.layout.decoys[0])
    return page
