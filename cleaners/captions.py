"""The captions of an article's pictures, and which of them are no part of its text."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from cleaners.blocks import Block, Box, Layout, Picture, prose_size, remaining
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import hints, tags

MAX_CAPTION = 120
"""Longest caption in characters."""
MAX_CENTRED = 40
"""The same of one that is known only by where it stands."""
MOST_LINES = 4
"""Most lines of a caption."""
MOST_BARE = 2
"""As many where no ``<figcaption>`` says that they are."""
DEEPEST = 2
"""Boxes around a picture of which one may be named for it."""
TEXT_SHARE = 0.25
"""Largest size of an article's captions to that of its prose, if they are no part of its text: a picture
story is told in its captions."""
ONE_SHARE = 0.5
"""The same of a single picture's."""

_NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
"""How a heading begins, and no caption."""
_CAPTION = re.compile(
    "(?<!拍)摄(?![像制入取护])|供图|图源|图为|图自|资料图|截图|制图|图片来源|图片由|图[:：/／]|效果图|示意图|海报|剧照|现场图"
)
"""What a line right under a picture says, if it is the picture's caption."""
_CAPTIONING = re.compile(
    r"^[▲△▼▽◆].{4,}|.{4,}[（(](?:(?:图|图片|摄影?|摄像|资料图|资料照|示意图|美联社|路透社?|法新社|中新社|AP|AFP)(?:[/／:：].{2,20})?|(?:资料|网络|网上|设计)(?:图片|照片))[）)]$"
    r"|.{4,}(?:摄|供图)(?:\s?(?:\d{2,4}年)?[\d月日./-]{4,10})?[）)]?$"
)
"""A line that is a caption in whole, wherever its picture stands."""
_SHOWING = re.compile(
    r"^[（(]?(?:图为|资料图|图片来源|图片由|图源|制图)|^\S{2,6}截图$|.{4,}(?:资料图|资料照片?|视频截图|摄影(?:报道)?)[）)]?$|"
    r".{4,}(?:[。 ]|[（(])图[/／:：].{2,20}$"
)
"""One that is right under its picture."""
_CREDIT = re.compile(
    r"^[（(]?(?:\S{0,6}(?:记者|通讯员) ?)?[\u4e00-\u9fff·]{2,8}[ /／]?(?:摄|摄影|供图)[）)]?$"
)
"""A caption's second line: whose the picture is."""


def is_captioning(line: str) -> bool:
    """True for a line that is a caption by its form: ``▲粽行趕工。（圖／記者林悅翻攝）``."""
    return len(line) <= MAX_CAPTION and _CAPTIONING.match(fold(line)) is not None


def caption_of(picture: Picture, layout: Layout, middle: bool = False) -> tuple[str | None, list[Block]]:
    """A picture's caption, None where there is none, and the lines that are nothing but that.

    Lines that are known for captions only by where they stand or by the name of their box are none of
    these: ``img-desc`` holds whole paragraphs on many a site. What is set in the middle is, where
    nothing but that is (`middle`, of `are_middle_lines_captions`).
    """
    around = layout.ancestors(picture.box)
    figure = next((box for box in around if box.tag == "figure"), None)
    own = figure or next((box for box in around[:DEEPEST] if hints.PICTURED.search(box.hint)), None)
    if own is not None and (lines := _figure_lines(own, picture, layout)):
        said = [line for line in lines if _is_figcaption(line, layout)] or lines
        return " ".join(line.text for line in said), lines
    place = picture.before_block
    lines = layout.blocks[place : place + 2]
    in_middle = middle and bool(lines) and _is_plain_in_middle(lines[0], layout)
    if not lines or len(lines[0].text) > MAX_CAPTION:
        return None, []
    if not in_middle and not _captions(lines[0], picture, figure, layout):
        return None, []
    if len(lines) == 2 and not _CREDIT.match(fold(lines[1].text)):
        lines.pop()
    sure = in_middle or is_captioning(lines[0].text) or _SHOWING.match(fold(lines[0].text)) is not None
    return " ".join(line.text for line in lines), lines if sure or len(lines) == 2 else []


def are_middle_lines_captions(page: Page, pictures: Sequence[Picture]) -> bool:
    """True for an article whose paragraphs begin at the margin, and every line in the middle stands right
    under one of its pictures: none of them is a heading."""
    layout = page.layout
    assert layout is not None
    below = {layout.blocks[p.before_block] for p in pictures if p.before_block < len(layout.blocks)}
    kept = remaining(page.article)
    middle = [line for line in kept if any(map(is_centred, layout.ancestors(line.box)[:1]))]
    return bool(middle) and all(line in below and not line.prose for line in middle)


def set_apart(page: Page, captions: Sequence[Block]) -> None:
    """Take the lines out of the text that stand with the pictures now, where there is prose beside them."""
    lines = dict.fromkeys(remaining(captions))
    share = TEXT_SHARE if len(page.facts.images) > 1 else ONE_SHARE
    prose = prose_size(block for block in remaining(page.article) if block not in lines)
    if sum(len(line.text) for line in lines) <= share * prose:
        for line in lines:
            line.drop("caption")
            page.trace.note("pictures", line.dropped, 1, line.text)


def _figure_lines(figure: Box, picture: Picture, layout: Layout) -> list[Block]:
    """The lines of a figure, or of a box that is named for its picture, where it has few: with a
    ``<figcaption>`` it has no others than of the picture."""
    place, blocks = picture.before_block, layout.blocks
    inside = partial(_stands_in, figure, layout)
    above = takewhile(inside, reversed(blocks[max(0, place - MOST_LINES - 1) : place]))
    lines = [*[*above][::-1], *takewhile(inside, blocks[place : place + MOST_LINES + 1])]
    if len(lines) > MOST_LINES:
        return []
    size = sum(len(line.text) for line in lines)
    if any(_is_figcaption(line, layout) for line in lines):
        return lines if size <= 2 * MAX_CAPTION else []
    alone = len(lines) <= MOST_BARE and not any(line.links or line.tag in tags.HEADINGS for line in lines)
    if figure.tag != "figure":  # a sentence there may be a paragraph with its picture
        alone = alone and not any(line.text[-1] in "。！？”…" for line in lines)
    return lines if alone and size <= MAX_CAPTION else []


def _stands_in(box: Box, layout: Layout, line: Block) -> bool:
    return box in layout.ancestors(line.box)


def _is_figcaption(line: Block, layout: Layout) -> bool:
    return any(box.tag == "figcaption" for box in layout.ancestors(line.box))


def _captions(line: Block, picture: Picture, figure: Box | None, layout: Layout) -> bool:
    """True for the line under a picture that is its caption: by its words, in one figure with it, by the name
    of its box, or set in the middle as the picture is."""
    own = layout.ancestors(line.box)[:1]
    text = fold(line.text)
    by_form = _CAPTION.search(text) or _CAPTIONING.match(text) or _CREDIT.match(text)
    if by_form or (figure and _stands_in(figure, layout, line)):
        return True
    if line.links or line.tag in tags.HEADINGS or _NUMBERED.match(line.text) or any(map(_is_bold, own)):
        return False
    if any(hints.CAPTION.search(box.hint) for box in own):
        return True
    return any(map(is_centred, layout.ancestors(picture.box)[:1])) and _is_plain_in_middle(line, layout)


def _is_plain_in_middle(line: Block, layout: Layout) -> bool:
    """True for a short line in the middle that neither its markup nor a number makes a heading."""
    own = layout.ancestors(line.box)[:1]
    plain = not line.links and line.tag not in tags.HEADINGS and not any(map(_is_bold, own))
    short = len(line.text) <= MAX_CENTRED and not line.marks and not _NUMBERED.match(line.text)
    return plain and short and any(map(is_centred, own))


def is_centred(box: Box) -> bool:
    """True for a box that its markup sets in the middle."""
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
