"""From a tree to a flat list of text blocks, in one walk.

A *block* is one line of text as a browser would show it: no block-level element begins or ends in
it, and no ``<br>`` stands in it. A *box* is a block-level element; boxes form a tree by their
parents' indexes. All later steps look at blocks and boxes only, so the tree is walked once.

Cutting a page at its block-level tags follows boilerpipe (Kohlschütter et al., WSDM 2010).
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from cleaners.tables import tags

INDENT = "\u3000\u00a0"
"""What Chinese pages put before a paragraph instead of a margin."""
EDGE = " \t\r\n\f\v" + INDENT + "\u2002\u2003\u200b\ufeff"
"""White space that means nothing at the ends of a line."""

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:[;!]|$)")
_INDENTED = re.compile(f"[ ]?[{INDENT}]{{2}}")


@dataclass(slots=True)
class Box:
    """A block-level element: where it stands and what its markup says of it."""

    index: int
    parent: int
    tag: str
    hint: str
    """Its id, class and role in lower case: the names people give to parts of a page."""
    hidden: bool
    element: etree._Element


@dataclass(slots=True)
class Block:
    """One line of text and how much of it is links."""

    text: str
    box: int
    tag: str
    """The tag of its box."""
    joined: bool
    """True when a single ``<br>`` divides it from the block before it."""
    link_chars: int = 0
    links: list[str] = field(default_factory=list)
    dropped: str = ""
    """Why it is no part of the article; empty while it may be one."""


@dataclass(slots=True)
class Picture:
    """An ``<img>`` and the block it stands before."""

    element: etree._Element
    box: int
    before_block: int


@dataclass(slots=True)
class Layout:
    """A page as boxes, blocks and pictures, all in document order."""

    boxes: list[Box]
    blocks: list[Block]
    pictures: list[Picture]
    decoys: list[str]
    """Texts of inline elements that no reader sees, left out of the blocks."""

    def ancestors(self, box: int) -> list[Box]:
        """The box and all that hold it, from the inside out."""
        chain = []
        while box >= 0:
            chain.append(self.boxes[box])
            box = self.boxes[box].parent
        return chain


def lay_out(root: etree._Element) -> Layout:
    """Walk the tree once and return its boxes, blocks and pictures."""
    return _Walk().run(root)


def text_of(element: etree._Element) -> str:
    """All the text in an element, as it stands."""
    return str(element.xpath("string()"))


class _Walk:
    """The state of one walk: the open boxes and the line that is being gathered."""

    def __init__(self) -> None:
        self.layout = Layout([], [], [], [])
        self.open: list[int] = []
        self.line: list[str] = []
        self.links: list[str] = []
        self.link_chars = 0
        self.link_depth = 0
        self.breaks = 2
        """Line breaks since the last text: 2 at a paragraph's start."""

    def run(self, root: etree._Element) -> Layout:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        block_tags, unread = tags.BLOCK, tags.UNREAD
        for event, element in walk:
            if event == "end":
                self.end(element, block_tags)
            elif event == "start":
                tag = element.tag
                if tag in block_tags:
                    self.start_box(element, tag)
                elif tag in unread or self.start_inline(element, tag):
                    walk.skip_subtree()
                    continue
                if element.text:
                    self.add(element.text)
            elif element.tail:
                self.add(element.tail)
        self.flush()
        return self.layout

    def start_box(self, element: etree._Element, tag: str) -> None:
        self.flush()
        self.breaks = 2
        boxes = self.layout.boxes
        parent = self.open[-1] if self.open else -1
        get = element.get
        hint = " ".join(filter(None, (get("id"), get("class"), get("role"), get("itemprop"))))
        style = get("style")
        hidden = (
            (parent >= 0 and boxes[parent].hidden)
            or (style is not None and _HIDDEN.search(style.lower()) is not None)
            or get("hidden") is not None
        )
        self.open.append(len(boxes))
        boxes.append(Box(len(boxes), parent, tag, hint.lower(), hidden, element))

    def start_inline(self, element: etree._Element, tag: str) -> bool:
        """Note an inline element; True when its content is not to be read."""
        if tag == "br":
            self.flush()
            self.breaks += 1
        elif tag == "img":
            box = self.open[-1] if self.open else -1
            self.layout.pictures.append(Picture(element, box, len(self.layout.blocks)))
        elif tag == "a":
            self.link_depth += 1
            self.links.append("")
        elif tag == "rt" and not _has_parentheses(element):
            self.line.append("(")
        style = element.get("style")
        if style is not None and _HIDDEN.search(style.lower()):
            decoy = text_of(element).strip()
            if decoy:
                self.layout.decoys.append(decoy)
            return True
        return False

    def end(self, element: etree._Element, block_tags: frozenset[str]) -> None:
        tag = element.tag
        if tag in block_tags:
            self.flush()
            self.breaks = 2
            self.open.pop()
        elif tag == "a" and self.link_depth:
            self.link_depth -= 1
        elif tag == "rt" and not _has_parentheses(element):
            self.line.append(")")
        if element.tail:
            self.add(element.tail)

    def add(self, text: str) -> None:
        if self.breaks == 1 and not self.line and _INDENTED.match(text.lstrip("\r\n\t ")):
            self.breaks = 2
        self.line.append(text)
        if self.link_depth:
            self.link_chars += len(text) - text.count(" ")
            if self.links:
                self.links[-1] += text
            else:
                self.links.append(text)

    def flush(self) -> None:
        """End the line: make it a block unless it is empty."""
        if self.line:
            text = _SPACE.sub(" ", "".join(self.line)).strip(EDGE)
            if text:
                links = [t for t in (_SPACE.sub(" ", t).strip(EDGE) for t in self.links) if t]
                box = self.open[-1] if self.open else -1
                tag = self.layout.boxes[box].tag if self.open else ""
                block = Block(text, box, tag, self.breaks == 1)
                block.link_chars, block.links = min(self.link_chars, len(text)), links
                self.layout.blocks.append(block)
                self.breaks = 0
            self.line.clear()
        if self.links:
            self.links = [""] if self.link_depth else []
            self.link_chars = 0


def _has_parentheses(rt: etree._Element) -> bool:
    """True when the ruby text's own ``<rp>`` elements write the parentheses."""
    before = rt.getprevious()
    return before is not None and before.tag == "rp"
