"""The article's pictures: their real address behind lazy loading, and their captions."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from cleaners.blocks import Block, Box, Layout, Picture
from cleaners.script import fold
from cleaners.state import Image, Page
from cleaners.tables import hints, tags

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
MAX_CAPTION = 120
"""Longest caption in characters."""
MAX_CENTRED = 40
"""The same of one that is known only by where it stands."""
_NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
"""How a heading begins, and no caption."""
OF_OTHERS = frozenset({"related", "links", "aside", "comments"})
"""Why lines went that are of other articles: so are the pictures among them."""
NOT_THERE = frozenset({"link-farm", "hidden"})
"""Why lines went that no reader takes for lines: what stands behind them stands behind the text."""
_SCANNED = re.compile("二维码|扫码|扫一扫|扫描|识别")
"""What a line says of the picture above it that leads to an account or an app."""

_ICON = re.compile(
    "icon|logo|qrcode|qr_code|erweima|ewm|avatar|blank|spacer|loading|placeholder|pixel|sprite|emoji|emoticon|"
    r"smil(?:ey|ies)|/expression/|/faces?/|stat\.php|tongji|/(?:space|dot|clear|line|transparent|[0-9a-z])\.gif|"
    r"share|button|btn|/ad[s_/]|banner|\.svg|wx_fmt=gif|1x1|default\.(?:png|gif|jpg)"
)
_WHOLE = re.compile("https?://[^/]")
"""How a whole address begins."""
_ANY_BASE = "https:"
"""Stands for the page's address where it is not known: enough for ``//img.example.com/1.jpg``."""
_LATE = re.compile("loading|placeholder|blank")
"""Names of pictures that a script fetches when a reader comes to them; in an address they are what it shows
until then."""
_CAPTION = re.compile(
    "(?:摄|供图|图源|图为|图自|资料图|截图|制图|图片来源|图[:：/]|效果图|示意图|海报|剧照|现场图)"
)


_CAPTIONING = re.compile(
    r"^[▲△▼▽◆].{4,}|.{4,}[（(](?:图|图片|资料图|资料照)(?:[/／:：].{2,20})?[）)]$|.{4,}(?:摄|供图)[）)]?$"
)
"""A line that is a caption in whole, wherever its picture stands."""


def is_captioning(line: str) -> bool:
    """True for a line that is a caption by its form: ``▲粽行趕工。（圖／記者林悅翻攝）``."""
    return len(line) <= MAX_CAPTION and _CAPTIONING.match(fold(line)) is not None


def read_pictures(page: Page) -> Page:
    """Step: the pictures among the lines that are left of the article, each address once, to `page.facts`.

    Where nothing tells what a relative address is relative to, there is no address to give.
    """
    assert page.layout is not None
    layout = page.layout
    kept = [place for place, block in enumerate(page.article) if not block.dropped]
    around = layout.holding([page.box])
    last = kept[-1] + 1 if kept else 0
    while last < len(page.article) and page.article[last].dropped in NOT_THERE:
        last += 1
    images: dict[str, Image] = {}
    for picture in layout.pictures if kept else ():
        among = page.first + kept[0] <= picture.before_block <= page.first + last
        if among and not _is_strange(picture, page, around):
            address = _address(picture.element, page.base)
            if address and address not in images:
                images[address] = Image(address, _caption(picture, layout))
    page.facts.images = list(images.values())
    return page


def _is_strange(picture: Picture, page: Page, around: set[int]) -> bool:
    """True for a picture that no reader sees, stands beside the article, among what is of other articles, or
    is there to be scanned; `around` are the article's box and those that hold it."""
    assert page.layout is not None
    boxes = page.layout.ancestors(picture.box)
    if boxes[0].hidden or any(box.aside for box in boxes if box.index not in around):
        return True
    place = picture.before_block - page.first
    above, below = page.article[max(0, place - 1) : place], page.article[place : place + 1]
    if below and below[0].dropped == "promotion" and _SCANNED.search(below[0].text):
        return True
    beside = [*above, *below]
    return all(block.dropped in OF_OTHERS for block in beside)


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
    sets = {name: value.split()[0] for name, value in own.items() if name.endswith("srcset") and value}
    yield from (value for name, value in sets.items() if name != "srcset")
    src = element.get("src") or ""
    if not _is_address(src) or _ICON.search(src.lower()):
        yield from sets.values()
        following = element.getnext()
        if following is not None and following.tag == "noscript":
            yield from (picture.get("src") or "" for picture in following.iter("img"))
    yield src


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


def _caption(picture: Picture, layout: Layout) -> str | None:
    """What stands under a picture of it, or what its own element says that credits somebody."""
    following = layout.blocks[picture.before_block : picture.before_block + 1]
    if following and len(following[0].text) <= MAX_CAPTION and _captions(following[0], picture, layout):
        return following[0].text
    said = (picture.element.get(name) or "" for name in ("alt", "title"))
    return next((" ".join(text.split()) for text in said if is_captioning(text)), None)


def _captions(block: Block, picture: Picture, layout: Layout) -> bool:
    """True for the line under a picture that is its caption: by its words, in one figure with it, by the name
    of its box, or set in the middle as the picture is."""
    around = layout.ancestors(picture.box)
    figure = next((box for box in around if box.tag == "figure"), None)
    own = layout.ancestors(block.box)[:1]
    if _CAPTION.search(fold(block.text)) or (figure is not None and figure in layout.ancestors(block.box)):
        return True
    if block.links or block.tag in tags.HEADINGS or _NUMBERED.match(block.text) or any(map(_is_bold, own)):
        return False
    if any(hints.CAPTION.search(box.hint) for box in own):
        return True
    centred = any(map(_is_centred, own)) and any(map(_is_centred, around[:1]))
    return centred and len(block.text) <= MAX_CENTRED and not block.marks


def _is_centred(box: Box) -> bool:
    style = (box.element.get("style") or "").replace(" ", "").lower()
    return (
        box.tag == "center"
        or (box.element.get("align") or "").lower() == "center"
        or "text-align:center" in style
    )


def _is_bold(box: Box) -> bool:
    """True for a line that is a heading by its weight: all of it is in one bold element."""
    inner = box.element
    while len(inner) and not (inner.text or "").strip():
        inner = inner[-1] if inner[-1].tag != "br" else inner[0]
        if inner.tag in ("b", "strong"):
            return True
    return False
