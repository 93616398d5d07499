"""Text to tree, once, with limits that no page can pass."""

import re
from itertools import dropwhile
from typing import cast

from lxml import etree

from cleaners.blocks import lay_out, text_of
from cleaners.script_data import holds_data
from cleaners.state import Page, Rejected
from cleaners.tables import tags
from cleaners.wrapped_lines import going_on

MAX_CHARS = 40_000_000
"""Longest text that is parsed: some 1 GB of tree."""
_DATA = re.compile(rb"\s*(?:[\w.$]{1,60}\(\s*)?[{\[]")
"""How the answer of an interface begins that is data and no page."""
MANY_TAGS = 20
_TAG = re.compile(rb"<[a-zA-Z/!?]")
"""What every page has and plain text has not."""
_INLINE = re.compile(rb"</?(?:b|i|u|em|strong|font|span|big|small|center|label|tt|s)\b[^>]*>", re.I)
_NESTING = re.compile(rb"</?(?:div|section|article|blockquote|main|ul|ol|dl|table|tbody|form)\b[^>]*>", re.I)
FEW_ELEMENTS = 2
"""A document of so few elements from a source of so many tags was given up by the parser."""

_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r") + b"\x7f"
"""Bytes that are no text in HTML and end or upset a parse."""


def parse_html(source: bytes) -> etree._Element | None:
    """The tree of a page in UTF-8, or None where there is nothing to parse.

    lxml's parser does it, in C and in linear time. Where it gives up on the markup, html.parser
    under BeautifulSoup reads it once more, slower and with more patience.
    """
    if any(control in source for control in _CONTROLS):
        source = source.translate(None, _CONTROLS)
    if not source.strip():
        return None
    root, too_deep = _parse_quickly(source)
    if too_deep:
        root, _ = _parse_quickly(_flatten(source))
    if root is None or not (_size(root) > FEW_ELEMENTS or source.count(b"<") < MANY_TAGS):
        from bs4 import BeautifulSoup  # seldom needed

        soup = BeautifulSoup(source, "html.parser", from_encoding="utf-8")
        root, _ = _parse_quickly(str(soup).encode())
    if root is not None:
        _end_head(root)
    return root


def _parse_quickly(source: bytes) -> tuple[etree._Element | None, bool]:
    """The tree, and whether libxml2 cut it off for its depth (2,048 levels)."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = cast("etree._Element | None", etree.fromstring(source, parser))
    too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, too_deep


def _end_head(root: etree._Element) -> None:
    """Move what no head can hold to the body, as browsers do: libxml2 knows only the elements of HTML 4 to
    end a head without its end tag."""
    head = root.find("head")
    if head is None or not (strangers := list(dropwhile(lambda child: child.tag in tags.METADATA, head))):
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    first, text = next(iter(body), None), body.text or ""
    for element in strangers:
        if first is None:
            body.append(element)
        else:
            first.addprevious(element)
    body.text, strangers[-1].tail = None, f"{strangers[-1].tail or ''}{text}"


def _flatten(source: bytes) -> bytes:
    """A page without the tags that nest: thousands of unclosed ``<font>`` or ``<div>`` make it too deep."""
    return _NESTING.sub(b"<p>", _INLINE.sub(b"", source))


def _size(root: etree._Element) -> int:
    """Elements of the tree, counted no further than `FEW_ELEMENTS` asks."""
    size = 0
    for _ in root.iter():
        size += 1
        if size > FEW_ELEMENTS + 1:
            break
    return size


def _as_html(text: str) -> bytes:
    """Plain text as a page: each of its lines is a paragraph, or goes on from one that is cut at a column."""
    lines = text.replace("&", "&amp;").replace("<", "&lt;").splitlines()
    parts = (f"{'<br>' if goes_on else '<p>'}{line}" for line, goes_on in going_on(lines) if line.strip())
    return "".join(parts).encode("utf-8", "replace")


def _take_out(element: etree._Element) -> None:
    """Empty an element in its place; what stands behind it stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def parse(page: Page) -> Page:
    """Step: `page.html` to `page.root` and `page.layout`."""
    if len(page.html) > MAX_CHARS:
        raise Rejected("too-large", f"{len(page.html)} characters")
    source = page.source or page.html.encode("utf-8", "replace")
    if _DATA.match(source) and holds_data(page.html):
        source = b"<script>%b</script>" % source.replace(b"</", rb"<\/")
    page.root = parse_html(source if _TAG.search(source) else _as_html(page.html))
    if page.root is None:
        raise Rejected("empty")
    for selector in page.options.selectors.drop:
        for element in page.root.cssselect(selector):
            page.trace.note("parse", "dropped by profile", 1, text_of(element))
            _take_out(element)
    page.layout = lay_out(page.root)
    if page.layout.decoys:
        page.trace.note("parse", "invisible inline text", len(page.layout.decoys), page.layout.decoys[0])
    if page.layout.icons:
        page.trace.note("parse", "icons of a font", len(page.layout.icons), page.layout.icons[0])
    return page
