"""The article's pictures: their real address behind lazy loading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from lxml import etree

from cleaners.blocks import Block, Layout, Picture
from cleaners.byline import reprint_in
from cleaners.captions import caption_of, is_captioning, manner_of, set_apart
from cleaners.state import Image, Page

ADDRESSES = ("data-src", "data-original", "data-original-src", "data-lazy-src", "data-actualsrc", "data-url")
"""Where scripts that load pictures late keep the address, the commonest first."""
_NOT_LATE = frozenset({"src", "alt", "title", "onerror", *ADDRESSES})
"""Attributes that are no others: what is said of a picture, or shown where there is none."""
_ADDRESS = re.compile(
    r"(?:https?:/|[^\s,:/]+)?/[^\s,]+\.(?:jpe?g|png|webp|gif|bmp|avif)(?:[?!@#][^\s,]*)?", re.I
)
"""What is one in any other attribute: a path of its own to a picture."""
_NO_ADDRESS = ("data:", "blob:", "about:", "javascript:", "#")
"""How what stands for a picture until it is loaded begins."""
MIN_SIDE = 80
"""Pixels under which a picture is an icon."""
OF_OTHERS = frozenset({"related", "links", "aside", "comments", "another article"})
"""Why lines went that are of other articles: so are the pictures among them."""
OF_ARTICLE = frozenset({"byline", "title", "headline"})
"""Why lines above the text went that tell of it: a picture among them is the article's."""
NOT_THERE = frozenset({"link-farm", "hidden"})
"""Why lines went that no reader takes for lines: what stands behind them stands behind the text."""
MOST_BELOW_HEADING = 20
"""Blocks between the headline and the article's box among which its first picture stands."""
_SCANNED = re.compile("二维码|扫码|扫一扫|扫描|识别")
"""What a line says of the picture above it that leads to an account or an app."""

_ICON = re.compile(
    "icon|logo|qrcode|qr_code|erweima|ewm|avatar|blank|spacer|loading|placeholder|pixel|sprite|emoji|emoticon|"
    r"smil(?:ey|ies)|/expression/|/faces?/|stat\.php|tongji|/(?:space|dot|clear|line|transparent|[0-9a-z])\.gif|"
    r"share|button|btn|/ad[s_/]|banner|\.svg|wx_fmt=gif|1x1|default\.(?:png|gif|jpg)"
)
_NEXT_SOURCE, _SIZE = re.compile(r",\s+"), re.compile(r"(\d+(?:\.\d+)?)[wx]")
"""What divides the addresses of a ``srcset``, and what stands behind each."""
_WHOLE = re.compile("https?://[^/]")
"""How a whole address begins."""
_ANY_BASE = "https:"
"""Stands for the page's address where it is not known: enough for ``//img.example.com/1.jpg``."""
_LATE = re.compile("loading|placeholder|blank")
"""Names of pictures that a script fetches when a reader comes to them; in an address they are what it shows
until then."""


def read_pictures(page: Page) -> Page:
    """Step: the pictures among the lines that are left of the article, each address once, to `page.facts`,
    and out of the text the captions that go with them.

    Where nothing tells what a relative address is relative to, there is no address to give.
    """
    assert page.layout is not None
    layout = page.layout
    kept = [place for place, block in enumerate(page.article) if not block.dropped]
    around = layout.holding([page.box])
    first = kept[0] if kept else 0
    while first > 0 and _is_of_article(page.article[first - 1]):
        first -= 1
    last = kept[-1] + 1 if kept else 0
    while last < len(page.article) and page.article[last].dropped in NOT_THERE:
        last += 1
    images: dict[str, Image] = {}
    captions: list[Block] = []
    heading = _heading_place(page)
    place_of_first, place_behind = page.first + first, page.first + last
    own = [p for p in layout.pictures if place_of_first <= p.before_block <= place_behind]
    manner = manner_of(page, own)
    nearest = {picture.before_block: picture.box for picture in layout.pictures}
    for picture in layout.pictures if kept else ():
        among = place_of_first <= picture.before_block <= place_behind
        leads = not among and heading < picture.before_block < page.first and _is_figure(picture, layout)
        if (among or leads) and not _is_strange(picture, page, around, nearest):
            address = _address(picture.element, page.base)
            if address and address not in images:
                caption, lines = caption_of(picture, layout, manner)
                images[address] = Image(address, caption or _credited(picture.element))
                captions += lines
    page.facts.images = list(images.values())
    set_apart(page, captions)
    return page


def _is_of_article(line: Block) -> bool:
    """True for a dropped line that says of the article what it is called, and whose it is."""
    return line.dropped in OF_ARTICLE or reprint_in(line.text) != ""


def _heading_place(page: Page) -> int:
    """The place of the headline above the article's box; that of the article where none is."""
    assert page.layout is not None
    above = range(page.first - 1, max(-1, page.first - 1 - MOST_BELOW_HEADING), -1)
    return next((place for place in above if page.layout.blocks[place].dropped == "title"), page.first)


def _is_figure(picture: Picture, layout: Layout) -> bool:
    """True for a picture that is set as an article's, and leads to no page."""
    linked = any(parent.tag == "a" for parent in picture.element.iterancestors())
    return not linked and any(box.tag == "figure" for box in layout.ancestors(picture.box))


def _is_strange(picture: Picture, page: Page, around: set[int], nearest: Mapping[int, int]) -> bool:
    """True for a picture that no reader sees, stands beside the article, among what is of other articles, or
    is there to be scanned; `around` are the article's box and those that hold it, `nearest` the box of the
    picture right above each line."""
    assert page.layout is not None
    layout = page.layout
    boxes = layout.ancestors(picture.box)
    if boxes[0].hidden or any(box.aside for box in boxes if box.index not in around):
        return True
    place = picture.before_block - page.first
    if place < 0:
        return False
    if nearest[picture.before_block] == picture.box and _is_to_scan(picture, layout):
        return True
    beside = page.article[max(0, place - 1) : place + 1]
    return all(block.dropped in OF_OTHERS for block in beside)


def _is_to_scan(picture: Picture, layout: Layout) -> bool:
    """True for a picture above a line that calls to scan it, behind the article perhaps."""
    below = layout.blocks[picture.before_block : picture.before_block + 1]
    return any(block.dropped == "promotion" and _SCANNED.search(block.text) for block in below)


def _address(element: etree._Element, base: str) -> str | None:
    if any(_small(element.get(side)) for side in ("width", "height")):
        return None
    hint = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('alt') or ''}"
    if _ICON.search(_LATE.sub("", hint.lower())) or "二维码" in hint:
        return None
    value = next(filter(_is_address, map(str.strip, _candidates(element))), "")
    return _absolute(base, value) if value and not _ICON.search(value.lower()) else None


def _candidates(element: etree._Element) -> Iterator[str]:
    """Where the address of a picture may stand, the surest first: ``src`` may have a placeholder's."""
    yield from (element.get(name) or "" for name in ADDRESSES)
    own = {str(name): str(value).strip() for name, value in element.items()}
    yield from (value for name, value in own.items() if name not in _NOT_LATE and _ADDRESS.fullmatch(value))
    sets = {name: _largest(value) for name, value in own.items() if name.endswith("srcset") and value}
    yield from (value for name, value in sets.items() if name != "srcset")
    src = element.get("src") or ""
    if not _is_address(src) or _ICON.search(src.lower()):
        yield from sets.values()
        following = element.getnext()
        if following is not None and following.tag == "noscript":
            yield from (picture.get("src") or "" for picture in following.iter("img"))
    yield src


def _largest(sources: str) -> str:
    """The address of the largest picture of a ``srcset`` (HTML Living Standard, 4.8.4.2)."""
    listed = (source.split() for source in _NEXT_SOURCE.split(sources))
    return max((parts for parts in listed if parts), key=_width, default=[""])[0]


def _width(source: Sequence[str]) -> float:
    """How large a picture is that has its width or its density behind its address."""
    size = _SIZE.fullmatch(source[-1])
    return float(size[1]) if size else 1.0


def _is_address(value: str) -> bool:
    return value != "" and not value.startswith(_NO_ADDRESS)


def _absolute(base: str, address: str) -> str | None:
    try:
        absolute = urljoin(base or _ANY_BASE, address)
    except ValueError:
        return None
    return absolute if _WHOLE.match(absolute) else None


def _small(side: str | None) -> bool:
    digits = re.match(r"\d+", side.strip()) if side else None
    return digits is not None and "%" not in (side or "") and int(digits.group()) < MIN_SIDE


def _credited(picture: etree._Element) -> str | None:
    """What a picture's own element says, if it credits somebody."""
    said = (picture.get(name) or "" for name in ("alt", "title"))
    return next((" ".join(text.split()) for text in said if is_captioning(text)), None)
