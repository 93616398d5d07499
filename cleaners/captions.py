"""The captions of an article's pictures, and which of them are no part of its text."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile

from cleaners.blocks import Block, Box, Layout, Picture, prose_size, remaining
from cleaners.script import fold
from cleaners.setting import is_bold, is_centred, is_grey, is_in_middle, size_of
from cleaners.state import Page
from cleaners.tables import hints, tags

MAX_CAPTION = 120
"""Longest caption in characters."""
MAX_CENTRED = 40
"""The same of one that is known only by where it stands."""
MAX_SMALL = 60
"""The same of one that is set in small type or in grey."""
MOST_LINES = 4
"""Most lines of a caption."""
MOST_BARE = 2
"""As many where no ``<figcaption>`` says that they are."""
DEEPEST = 2
"""Boxes around a picture of which one may be named for it."""
IN_TABLE = 5
"""Boxes around it of which one may be its table: a paragraph, a cell, a row, the rows."""
PROSE_READ = 5
"""Paragraphs by which it is known how an article is set."""
SMALLER = 2.0
"""Pixels by which a caption's type is smaller than theirs."""
SMALL = 13.0
"""Pixels of such type where they do not say what theirs is."""
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
_AGENCY = r"视觉中国|东方\s?IC|IC\s?[Pp]hoto|CFP|人民视觉|图虫创意|摄图网|Getty\s?Images"
"""Agencies of pictures, which nobody but a caption names without a word more."""
_CAPTIONING = re.compile(
    rf"^[▲△▼▽◆][^。！？]{{4,60}}[。！？]?$|^图像(?:加注|注释|说明)文字[，,：:].{{4,}}|.{{4,}}[（(](?:(?:图|图片|摄影?|摄像|资料图|资料照|示意图|美联社|路透社?|法新社|中新社|AP|AFP|{_AGENCY}|新华社发|(?:视频|网络|网页)?截图)(?:[/／:：].{{2,20}})?|(?:资料|网络|网上|设计)(?:图片|照片))[）)]$"
    rf"|.{{4,}}。\s?(?:{_AGENCY})(?:\s?资料图?)?$"
    r"|.{4,}?(?:图源|图片来源)\s?[:：]\s?[^，。]{2,20}$"
    r"|.{4,}(?:摄|供图)(?:\s?(?:\d{2,4}年)?[\d月日./-]{4,10})?[）)]?$"
)
"""A line that is a caption in whole, wherever its picture stands."""
_SHOWING = re.compile(
    r"^[▲△▼▽◆].{4,}|^[（(]?(?:图为|资料图|图片来源|图片由|图源|制图)|^\S{2,6}截图$|.{4,}(?:资料图|资料照片?|视频截图|摄影(?:报道)?)[）)]?$|"
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


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article's paragraphs are set, by which its captions are told that are set in another way."""

    at_margin: bool
    """True where they begin at the margin, and every line in the middle stands right under a picture: none
    of them is a heading."""
    small: float
    """Pixels up to which a line's type is smaller than theirs."""
    grey: bool
    """True where they are grey themselves."""


def manner_of(page: Page, pictures: Sequence[Picture]) -> Manner:
    """The manner of an article with some pictures."""
    layout, kept = page.layout, remaining(page.article)
    assert layout is not None
    below = {layout.blocks[p.before_block] for p in pictures if p.before_block < len(layout.blocks)}
    captioned = any(is_centred(line, layout) for line in below)
    middle = [line for line in kept if is_centred(line, layout)] if captioned else []
    prose = [line for line in kept if line.prose][:PROSE_READ] if pictures else []
    sizes = [size for line in prose if (size := size_of(line, layout))]
    return Manner(
        bool(middle) and all(line in below and not line.prose for line in middle),
        min(sizes) - SMALLER if len(sizes) == len(prose) > 0 else SMALL,
        any(is_grey(line, layout) for line in prose),
    )


def caption_of(picture: Picture, layout: Layout, manner: Manner) -> tuple[str | None, list[Block]]:
    """A picture's caption, None where there is none, and the lines that are nothing but that.

    Lines that are known for captions only by where they stand or by the name of their box are none of
    these, unless they are set as no paragraph is, or the name says so: ``img-desc`` does not.
    """
    around = layout.ancestors(picture.box)
    figure = next((box for box in around if box.tag == "figure"), None)
    own = figure or next((box for box in around[:DEEPEST] if hints.PICTURED.search(box.hint)), None)
    own = own or next((box for box in around[:IN_TABLE] if _is_picture_table(box)), None)
    if own is not None and (lines := _figure_lines(own, picture, layout)):
        said = [line for line in lines if _is_figcaption(line, layout)] or lines
        return " ".join(line.text for line in said), lines
    place = picture.before_block
    lines = layout.blocks[place : place + 2]
    if not lines or len(lines[0].text) > MAX_CAPTION:
        return None, []
    set_off = _is_set_off(lines[0], manner, layout)
    if not set_off and not _captions(lines[0], picture, figure, layout):
        return None, []
    if len(lines) == 2 and not _CREDIT.match(fold(lines[1].text)):
        lines.pop()
    first = lines[0]
    sure = set_off or is_captioning(first.text) or _SHOWING.match(fold(first.text)) is not None
    sure = sure or _is_named_beside(picture, first, layout)
    return " ".join(line.text for line in lines), lines if sure or len(lines) == 2 else []


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
    if figure.tag == "table":
        alone = (
            alone and size <= MAX_SMALL and not any(_is_cell_beside(picture, line, layout) for line in lines)
        )
    elif figure.tag != "figure":  # a sentence there may be a paragraph with its picture
        alone = alone and not any(line.text[-1] in "。！？”…" for line in lines)
    return lines if alone and size <= MAX_CAPTION else []


def _is_picture_table(box: Box) -> bool:
    """True for a table of one picture: pages older than ``<figure>`` set its caption in a row below it."""
    return box.tag == "table" and len([*islice(box.element.iter("img"), 2)]) == 1


def _is_cell_beside(picture: Picture, line: Block, layout: Layout) -> bool:
    """True for a line in another cell of the picture's row."""
    row, cell = (layout.innermost(picture.box, *names) for names in (("tr",), ("td", "th")))
    own, other = (layout.innermost(line.box, *names) for names in (("tr",), ("td", "th")))
    return row is own and cell is not other


def _stands_in(box: Box, layout: Layout, line: Block) -> bool:
    return box in layout.ancestors(line.box)


def _is_figcaption(line: Block, layout: Layout) -> bool:
    return any(box.tag == "figcaption" for box in layout.ancestors(line.box))


def _captions(line: Block, picture: Picture, figure: Box | None, layout: Layout) -> bool:
    """True for the line under a picture that is its caption: by its words, in one figure with it, by the name
    of its box, or set in the middle as the picture is."""
    text = fold(line.text)
    by_form = _CAPTION.search(text) or _CAPTIONING.match(text) or _CREDIT.match(text)
    if by_form or (figure and _stands_in(figure, layout, line)):
        return True
    if not _is_plain(line, layout):
        return False
    if any(hints.CAPTION.search(box.hint) for box in layout.around(line.box, 1)):
        return True
    in_middle = is_centred(line, layout) and any(map(is_in_middle, layout.around(picture.box, 1)))
    return in_middle and len(line.text) <= MAX_CENTRED and not line.marks


def _is_named_beside(picture: Picture, line: Block, layout: Layout) -> bool:
    """True for a line in a box that is named a caption, in the picture's own box or right beside that."""
    if line.box < 0 or picture.box < 0 or not hints.NAMED_CAPTION.search(layout.boxes[line.box].hint):
        return False
    return layout.boxes[line.box].parent in (picture.box, layout.boxes[picture.box].parent)


def _is_set_off(line: Block, manner: Manner, layout: Layout) -> bool:
    """True for a short line under a picture that is set as no paragraph is: alone in the middle, in smaller
    type or in grey."""
    if len(line.text) > MAX_SMALL or not _is_plain(line, layout):
        return False
    if manner.at_margin and is_centred(line, layout) and len(line.text) <= MAX_CENTRED and not line.marks:
        return True
    if sum(map(line.text.count, "。！？")) > 1:  # an editor's note
        return False
    small = (size_of(line, layout) or math.inf) <= manner.small
    return small or (not manner.grey and is_grey(line, layout))


def _is_plain(line: Block, layout: Layout) -> bool:
    """True for a line that neither its markup nor a number makes a heading."""
    heading = line.tag in tags.HEADINGS or _NUMBERED.match(line.text) or is_bold(line, layout)
    return not line.links and not heading
