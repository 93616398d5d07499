"""From a tree to a flat list of text blocks, in one walk.

A *block* is one line of text as a browser would show it: no block-level element begins or ends in
it, and no ``<br>`` stands in it. A *box* is a block-level element; boxes form a tree by their
parents' indexes. All later steps look at blocks and boxes only, so the tree is walked once.

Cutting a page at its block-level tags follows boilerpipe (Kohlschütter et al., WSDM 2010).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import cast

from lxml import etree

from cleaners.sight import HIDDEN, UNSEEN, WHITE, hiding_classes, is_white, sight_of
from cleaners.tables import hints, phrases, tags

INDENT = "\u3000\u00a0"
"""What Chinese pages put before a paragraph instead of a margin."""
EDGE = " \t\r\n\f\v" + INDENT + "\u2002\u2003\u200b\ufeff"
"""White space that means nothing at the ends of a line."""

SENTENCE_MARKS = re.compile("[，。；？！、”…,;?!]")
SENTENCE_ENDS = "。！？；…”』」）)!?."
MARKS_READ = 400
"""Characters of a block in which marks are counted: enough to know prose by."""
PROSE_LENGTH = 15
"""Characters under which punctuation says little."""
LINK_SHARE = 0.5
"""Share of link text from which a block is links and not prose with links in it."""
MAX_CUT_OFF = 16
"""Characters at a line's end that show that it is cut short."""
HEADLINE = 6
"""Characters from which the text of a link is a headline and no menu item."""

MIN_WRAPPED, MIN_SENTENCES, MIN_PARTS = 150, 4, 3
"""Characters, sentences and elements of paragraphs in an ``<a>`` from which it was left open, or is there to
open an app: a card with another article's beginning has fewer."""
MIN_SENTENCE = 25
"""Characters of a sentence that is no button."""
_NOWHERE = re.compile(r"^\s*(?:javascript:.*|#)?\s*$", re.I | re.S)
"""An address that leads to no page."""
_MAY_LEAD_NOWHERE = ("", "#", "j", "J", " ")
"""How one may begin."""
_SENTENCE_END = re.compile("[。！？]")
_PARTS = ("p", "br", "div", "section", "li")
_TEXT = etree.XPath("string()", smart_strings=False)
"""All text of an element; compiled once, it takes a quarter of the time."""
_SPACE = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")
MAX_DECOY = 40
"""Longest text in characters that a class hides inside a sentence: a longer one a button may unfold."""
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre")
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|list-item|flex|grid)\b(?!-)")
MIN_WRAPPED_LINE = 10
"""Characters on end, without a space, from which a line of the source is one of prose that was wrapped."""
_WIDE = "\u3040-\u30ff\u3400-\u9fff，。、；：？！“”‘’《》（）"
_WRAPPED = re.compile(
    rf"(?<=\S{{{MIN_WRAPPED_LINE}}})(?<=[{_WIDE}])[ \t]*\r?\n[ \t]*(?=[{_WIDE}]{{2}})"
    r"(?![\u3400-\u9fff]{1,6}\s?[:：])"
)
"""A line break of the source inside running text whose characters need no space, nor have one where browsers
keep to the standard (CSS Text 3, 4.1.3): before a label it divides."""
_PRE_INDENT = re.compile("(?: {2,}|\t)[\u3400-\u9fff“《（]")
"""How a paragraph begins in preformatted text, where spaces are seen."""
_INDENTED = re.compile(f"[ ]?[{INDENT}]{{2}}")


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element with text or pictures in it: where it stands and what its markup says of it."""

    index: int
    parent: int
    tag: str
    hidden: bool
    unseen: bool
    """True where a style hides it that scripts take back of what readers are to see."""
    element: etree._Element
    comment: bool = False
    """True for a reader's comment (`cleaners.comments`)."""
    wraps: bool = False
    """True for one that holds the article, whatever its name says (`cleaners.wrappers`)."""
    follows: bool = False
    """True for one that begins behind the article (`cleaners.following`)."""
    _hint: str | None = None

    @property
    def hint(self) -> str:
        """Its id and class in lower case: the names people give to parts of a page."""
        if self._hint is None:  # asked of some boxes only, and slow to read
            own, names = self.element.get("id"), self.element.get("class") or ""
            self._hint = (f"{own} {names}" if own else names).strip().lower()
        return self._hint

    @property
    def name(self) -> str:
        """The box as people would name it: tag, id, class."""
        return f"<{self.tag}> {self.hint}".strip()

    @property
    def kind(self) -> tuple[int, str, str]:
        """What boxes of a list have in common: parent, tag, and the first of their names."""
        return self.parent, self.tag, self.hint.partition(" ")[0]

    @property
    def aside(self) -> bool:
        """True for a box that its markup puts beside the article."""
        return (
            self.comment
            or self.tag in hints.OUTSIDE_TAGS
            or (not self.wraps and self.hint != "" and is_named_outside(self.hint))
        )


@lru_cache(maxsize=8192)
def is_named_outside(hint: str) -> bool:
    """True for names (`Box.hint`) of parts that stand beside an article."""
    return hints.OUTSIDE.search(hint) is not None


@dataclass(slots=True, eq=False)
class Block:
    """One line of text and how much of it is links."""

    text: str
    box: int
    tag: str
    """The tag of its box."""
    joined: bool
    """True when a single ``<br>`` divides it from the block before it."""
    link_chars: int = 0
    links: Sequence[int] = ()
    """The links in it, each by the characters of its text."""
    marks: int = 0
    """Sentence marks in its first `MARKS_READ` characters."""
    prose: bool = False
    """True for a line that holds a sentence, or most of one, and is not links."""
    words: bool = False
    """True for a line of nothing but a link farm's words (`cleaners.linkfarm`), for all its marks."""
    dropped: str = ""
    """Why it is no part of the article; empty while it may be one."""
    evidence: str = ""
    """What that rests on: the phrase that matched, the box it stands in."""
    written: str = ""
    """The text as its elements have it, where damage of it was undone."""

    @property
    def is_links(self) -> bool:
        return self.link_chars > LINK_SHARE * len(self.text)

    @property
    def is_row_of_links(self) -> bool:
        """True for a line most of whose letters are links: figures and marks may stand between."""
        return self.link_chars > LINK_SHARE * sum(map(str.isalpha, self.text))

    @property
    def is_headline(self) -> bool:
        """True for a line that is a link to another article."""
        return self.link_chars >= HEADLINE and self.is_links

    @property
    def ends_cut(self) -> bool:
        """True for a line that ends as what is cut short does."""
        return phrases.CUT_OFF.search(self.text, max(0, len(self.text) - MAX_CUT_OFF)) is not None

    def shorten(self, text: str) -> None:
        """Keep the beginning of its text only."""
        self.text, self.link_chars = text, min(self.link_chars, len(text))

    def drop(self, reason: str, evidence: str = "") -> None:
        """Take the block out of the article; the first reason given stands."""
        if not self.dropped:
            self.dropped, self.evidence = reason, evidence

    def read_marks(self) -> None:
        """Fill `marks` and `prose` from the text."""
        found = SENTENCE_MARKS.findall(self.text, 0, MARKS_READ)
        self.marks = len(found)
        self.prose = (
            self.marks > 0
            and len(self.text) >= PROSE_LENGTH
            and (self.marks >= 2 or found[0] in SENTENCE_ENDS)
            and self.tag not in tags.HEADINGS
            and not self.is_links
        )


def remaining(blocks: Sequence[Block]) -> list[Block]:
    """Those of some blocks that nothing dropped yet."""
    return [block for block in blocks if not block.dropped]


def with_above(blocks: Sequence[Block]) -> Iterable[tuple[Block | None, Block]]:
    """Each of some lines with the one above it."""
    return zip([None, *blocks], blocks, strict=False)


def prose_size(blocks: Iterable[Block]) -> int:
    """Characters of prose in some blocks."""
    return sum(len(block.text) for block in blocks if block.prose)


@dataclass(slots=True)
class Picture:
    """An ``<img>`` and the block it stands before."""

    element: etree._Element
    box: int
    before_block: int


@dataclass(slots=True)
class Layout:
    """A page as boxes, blocks and pictures, all in document order."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    teasers: set[int] = field(default_factory=set)
    """The boxes that may be teasers of other articles (`cleaners.teasers`)."""
    decoys: list[str] = field(default_factory=list)
    """Texts of inline elements that no reader sees, left out of the blocks."""
    icons: list[str] = field(default_factory=list)
    """The characters that a font draws as pictures, left out as well."""
    white: bool = False
    """True when some of it is in white letters (`cleaners.white_words`)."""

    def append(self, other: "Layout") -> int:
        """Set another layout behind this one; gives back the box that holds all of it."""
        first, blocks = len(self.boxes), len(self.blocks)
        for box in other.boxes:
            box.index += first
            box.parent += first if box.parent >= 0 else 0
        for block in other.blocks:
            block.box += first
        for picture in other.pictures:
            picture.box += first
            picture.before_block += blocks
        self.boxes += other.boxes
        self.blocks += other.blocks
        self.pictures += other.pictures
        return first

    @property
    def text(self) -> str:
        """The text of all blocks, a line each."""
        return "\n".join(block.text for block in self.blocks)

    def holding(self, boxes: Iterable[int]) -> set[int]:
        """The boxes and all that hold them."""
        found: set[int] = set()
        for box in boxes:
            while box >= 0 and box not in found:
                found.add(box)
                box = self.boxes[box].parent
        return found

    def within(self, box: int) -> Iterator[Box]:
        """The boxes that stand in a box: those behind it, up to the first that stands beside it."""
        for index in range(box + 1, len(self.boxes)):
            other = self.boxes[index]
            if other.parent < box:
                return
            yield other

    def within_all(self, boxes: Iterable[int]) -> set[int]:
        """Some boxes and all that stand in them."""
        found = set(boxes)
        for box in self.boxes if found else ():
            if box.parent in found:
                found.add(box.index)
        return found

    def gathered(self, own: Sequence[int]) -> list[int]:
        """What each box has with all that stand in it, of what the boxes have by themselves."""
        sums = list(own)
        for box in reversed(self.boxes):
            if box.parent >= 0:
                sums[box.parent] += sums[box.index]
        return sums

    def ancestors(self, box: int) -> list[Box]:
        """The box and all that hold it, from the inside out."""
        chain = []
        while box >= 0:
            chain.append(self.boxes[box])
            box = self.boxes[box].parent
        return chain

    def around(self, box: int, most: int) -> Iterator[Box]:
        """The box and those right around it, up to so many, from the inside out."""
        while box >= 0 and most > 0:
            yield self.boxes[box]
            box, most = self.boxes[box].parent, most - 1

    def innermost(self, box: int, *names: str) -> Box | None:
        """The innermost box of one of these tags, the box itself or around it."""
        return next((around for around in self.ancestors(box) if around.tag in names), None)

    def kinds_around(self, block: "Block", most: int) -> tuple[tuple[str, str], ...]:
        """The tags and the names of the boxes right around a line, up to so many, from the inside out."""
        return tuple((box.tag, box.hint) for box in self.around(block.box, most))


def one_spaced(text: str) -> str:
    """A line as a browser shows it: white space at its ends gone, runs of it within are one space."""
    text = text.strip(EDGE)
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        return _SPACE.sub(" ", text)
    return text


@lru_cache(maxsize=4096)
def _keeps_lines(style: str) -> bool:
    """True when a line break of the source is one of the page in an element of this style."""
    return _PREFORMATTED.search(style.lower()) is not None


def _is_custom_block(tag: str) -> bool:
    """True for an element of a page's own that is named for a block: ``<ne-p>``, ``<news-body>``."""
    return tag.rpartition("-")[2] in tags.CUSTOM


@lru_cache(maxsize=4096)
def _displays_block(style: str) -> bool:
    """True for a style that makes an inline element one of block level."""
    return _BLOCK_STYLE.search(style.lower()) is not None


def lay_out(root: etree._Element) -> Layout:
    """Walk the tree once and return its boxes, blocks and pictures."""
    return _Walk().run(root)


def first_children(element: etree._Element, most: int) -> list[etree._Element]:
    """The first children of an element, up to so many: lxml counts all of them for its length."""
    return list(islice(element, most))


def text_of(element: etree._Element) -> str:
    """All the text in an element, as it stands."""
    return cast("str", _TEXT(element))


class _Walk:
    """The state of one walk: the open elements and the line that is being gathered."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.opened: list[tuple[etree._Element, str, str | None]] = []
        """The block-level elements around, from the outside in, each with its tag and style."""
        self.boxes: list[int] = []
        """The box of each; shorter by those that have held nothing so far."""
        self.line: list[str] = []
        self.links: list[int] = []
        self.link_depth = 0
        self.leading: list[bool] = []
        """Of each open ``<a>``, whether it is a link."""
        self.preformatted: list[etree._Element] = []
        """The open elements in which a line break of the source is one of the page."""
        self.hiding: set[str] = set()
        """Classes whose elements are not seen."""
        self.opening = 0
        """The open readings (``<rt>``) that have no text so far: mirror farms strew empty ones."""
        self.breaks = 2
        """Line breaks since the last text: 2 at a paragraph's start."""

    def run(self, root: etree._Element) -> Layout:
        """Visit the elements in document order; without recursion, for pages are thousands of levels deep."""
        line, links, opened, preformatted = self.line, self.links, self.opened, self.preformatted
        block_tags, styled_tags, unread_tags, ending = tags.BLOCK, tags.STYLED, tags.UNREAD, tags.ENDING
        around: list[tuple[etree._Element, str, bool]] = []
        self.hiding = hiding_classes(root)
        element, tag = root, root.tag
        while True:
            style = element.get("style")
            block = (
                tag in block_tags
                or (style is not None and tag in styled_tags and _displays_block(style))
                or ("-" in tag and _is_custom_block(tag))
            )
            if block:
                if line or links:
                    self.flush()
                self.breaks = 2
                opened.append((element, tag, style))
                if tag == "pre" or (style and _keeps_lines(style)):
                    preformatted.append(element)
            if block or (tag not in unread_tags and self.start_inline(element, tag, style)):
                text = element.text
                if text and (line or preformatted or self.breaks == 1 or not text.isspace()):
                    self.add(text)
                if len(element):
                    around.append((element, tag, block))
                    element = element[0]
                    tag = element.tag
                    continue
                if block or tag in ending:
                    self.end(element, tag, block)
            while True:
                text = element.tail
                if text and (line or preformatted or self.breaks == 1 or not text.isspace()):
                    self.add(text)
                following = element.getnext()
                if following is not None:
                    element = following
                    tag = element.tag
                    break
                if not around:
                    self.flush()
                    return self.layout
                element, tag, block = around.pop()
                if block or tag in ending:
                    self.end(element, tag, block)

    def end(self, element: etree._Element, tag: str, block: bool) -> None:
        if block:
            if self.line or self.links:
                self.flush()
            self.breaks = 2
            opened = self.opened
            opened.pop()
            if len(self.boxes) > len(opened):
                self.boxes.pop()
            if self.preformatted and self.preformatted[-1] is element:
                self.preformatted.pop()
        elif tag == "a":
            self.link_depth -= self.leading.pop()
        elif tag == "rt" and not _has_parentheses(element):
            if self.opening:
                self.opening -= 1
            else:
                self.line.append(")")

    def start_inline(self, element: etree._Element, tag: str, style: str | None) -> bool:
        """Note an inline element; False when its content is not to be read."""
        if tag == "br":
            self.flush()
            self.breaks += 1
            return True
        if tag in tags.PICTURES:
            self.layout.pictures.append(Picture(element, self.box(), len(self.layout.blocks)))
            return True
        if tag in tags.ICONS and _is_icon(element, begins=not self.line):
            self.layout.icons.append(element.text or "")
            return False
        sight = sight_of(style) if style else 0
        self.layout.white |= sight == WHITE or (tag == "font" and is_white(element) is True)
        if sight >= UNSEEN or element.get("hidden") is not None or (self.hiding and self.is_decoy(element)):
            decoy = text_of(element).strip()
            if decoy:
                self.layout.decoys.append(decoy)
            return False
        if tag == "a":
            leads = _leads(element)
            self.leading.append(leads)
            if leads:
                self.link_depth += 1
                self.links.append(0)
        elif tag == "rt" and not _has_parentheses(element):
            self.opening += 1
        return True

    def is_decoy(self, element: etree._Element) -> bool:
        """True for a few words that a class of the page's own style sheet hides."""
        names = (element.get("class") or "").split()
        return not self.hiding.isdisjoint(names) and len(text_of(element)) <= MAX_DECOY

    def box(self) -> int:
        """The innermost open box. It is made, with those around it, when it first holds anything."""
        made, boxes = self.boxes, self.layout.boxes
        parent = made[-1] if made else -1
        if len(made) < len(self.opened):
            hidden = parent >= 0 and boxes[parent].hidden
            unseen = parent >= 0 and boxes[parent].unseen
            for element, tag, style in self.opened[len(made) :]:
                sight = sight_of(style) if style else 0
                hidden = hidden or sight == HIDDEN or element.get("hidden") is not None
                unseen = unseen or sight == UNSEEN
                self.layout.white |= sight == WHITE
                index = len(boxes)
                made.append(index)
                boxes.append(Box(index, parent, tag, hidden, unseen, element))
                parent = index
        return parent

    def add(self, text: str) -> None:
        """Add text to the line; preformatted text to as many lines as it has."""
        if self.preformatted:
            first, *others = text.split("\n")
            if first:
                self.add_to_line(first)
            for line in others:
                self.flush()
                self.breaks = 2 if _PRE_INDENT.match(line) else self.breaks + 1
                if line:
                    self.add_to_line(line)
        elif len(text) > MIN_WRAPPED_LINE and "\n" in text:
            self.add_to_line(_WRAPPED.sub("", text))
        else:
            self.add_to_line(text)

    def add_to_line(self, text: str) -> None:
        if self.breaks == 1 and not self.line:
            if _INDENTED.match(text.lstrip("\r\n\t ")):
                self.breaks = 2
            if text.isspace():
                return
        if self.opening:
            self.line.append("(" * self.opening)
            self.opening = 0
        self.line.append(text)
        if self.link_depth:
            size = sum(map(len, text.split()))
            if self.links:
                self.links[-1] += size
            else:
                self.links.append(size)

    def flush(self) -> None:
        """End the line: make it a block unless it is empty."""
        if self.line:
            text = one_spaced("".join(self.line))
            if text:
                box = self.box()
                tag = self.layout.boxes[box].tag if box >= 0 else ""
                block = Block(text, box, tag, self.breaks == 1)
                if self.links:
                    block.links = [size for size in self.links if size]
                    block.link_chars = min(sum(block.links), len(text))
                block.read_marks()
                self.layout.blocks.append(block)
                self.breaks = 0
            self.line.clear()
        if self.links:
            self.links.clear()
            if self.link_depth:
                self.links.append(0)


def _leads(anchor: etree._Element) -> bool:
    """True for an ``<a>`` that is a link: it is no name for a place, nor stands open around an article, nor
    makes a button of a sentence."""
    address = anchor.get("href")
    if address is None:
        return anchor.get("name") is None
    if len(anchor) and len([*islice(anchor.iter(*_PARTS), MIN_PARTS)]) == MIN_PARTS:
        text = text_of(anchor)
        if len(text) >= MIN_WRAPPED and len(_SENTENCE_END.findall(text)) >= MIN_SENTENCES:
            return False
    if address[:1] not in _MAY_LEAD_NOWHERE or not _NOWHERE.match(address):
        return True
    text = text_of(anchor).strip()
    return len(text) < MIN_SENTENCE or text[-1] not in SENTENCE_ENDS


def _is_icon(element: etree._Element, *, begins: bool) -> bool:
    """True for an element of one private-use character, which a font draws as a picture: named so, or an
    ``<i>`` that `begins` its line. In a sentence set against copying it may be a digit."""
    text = element.text
    if not text or not "\ue000" <= (char := text.strip())[:1] <= "\uf8ff" or len(char) != 1 or len(element):
        return False
    return (begins and element.tag == "i") or "icon" in (element.get("class") or "").lower()


def _has_parentheses(rt: etree._Element) -> bool:
    """True when the ruby text's own ``<rp>`` elements write the parentheses."""
    before = rt.getprevious()
    return before is not None and before.tag == "rp"
