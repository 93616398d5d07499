"""Tell which boxes of a page are one paragraph each, and which of those have company.

An article of two sentences, a programme or a list of books under one sentence is worth less than the
menus around it. What holds it together is that its paragraphs stand side by side in boxes alike.
"""

from functools import cached_property

from cleaners.blocks import Block, Box, Layout

MIN_LINES = 2
"""Lines in boxes of a paragraph's own kind behind it that belong to it."""
MIN_BEFORE = 3
"""Lines before it, in such boxes and none of any other sort, that do: prices, fixtures."""
MOST_LINES = 3
"""Lines of a box that is one paragraph."""
MOST_BESIDE = 6
"""Lines beside the only paragraph of a box that are the article's: its headline, divided as it is printed."""
MIN_FIGURES = 2
"""Cells that begin with a digit, of a table that is an article's own."""


class Paragraphs:
    """The boxes of a layout that hold one paragraph each, of few lines and no links."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    @cached_property
    def lines(self) -> dict[int, Block]:
        """One line of each such box: one with punctuation, if there is any."""
        return _lines(self.layout)

    @cached_property
    def children(self) -> dict[int, list[Box]]:
        """The boxes that stand in each."""
        children: dict[int, list[Box]] = {}
        for box in self.layout.boxes:
            children.setdefault(box.parent, []).append(box)
        return children

    def around(self, box: int) -> int:
        """The box around a paragraph that has company, or a table of figures behind it; else the box."""
        for own in self.layout.ancestors(box):
            if own.parent < 0 or own.index not in self.lines:
                break
            if self.has_company(own) or self._has_table_behind(own):
                return own.parent
        return self.layout.boxes[box].parent if self._is_among_lines(self.layout.boxes[box]) else box

    def has_company(self, own: Box) -> bool:
        """True for the box of a paragraph with paragraphs beside it, or lines in boxes of its kind behind it.

        Lines have no punctuation to be known by: so they count only where most boxes of the kind are such.
        """
        if own.parent < 0 or own.index not in self.lines:
            return False
        beside = [
            box
            for box in self.children[own.parent]
            if box.tag == own.tag and box is not own and box.index in self.lines
        ]
        if any(self.lines[box.index].marks for box in beside):
            return True
        kind = [box.index for box in self.children[own.parent] if box.kind == own.kind]
        plain = sum(index in self.lines for index in kind)
        behind = sum(index in self.lines for index in kind if index > own.index)
        if behind >= MIN_LINES:
            return plain * 2 > len(kind)
        return plain == len(kind) > MIN_BEFORE

    def _is_among_lines(self, own: Box) -> bool:
        """True for the one paragraph in a box with nothing else but a few lines: its headline."""
        if own.tag != "p" or own.parent < 0:
            return False
        blocks = self.layout.blocks[slice(*blocks_of(self.layout, own.parent))]
        beside = [block for block in blocks if block.box != own.index]
        return len(beside) <= MOST_BESIDE and not any(block.links for block in beside)

    def _has_table_behind(self, paragraph: Box) -> bool:
        """True for a paragraph with a table of figures behind it, in the same box."""
        beside = self.children[paragraph.parent]
        table = next((box for box in beside if box.index > paragraph.index and box.tag == "table"), None)
        if table is None:
            return False
        blocks = self.layout.blocks[slice(*blocks_of(self.layout, table.index))]
        figures = sum(block.text[0].isdigit() for block in blocks)
        return MIN_FIGURES <= figures < len(blocks) and not any(block.links for block in blocks)


def _lines(layout: Layout) -> dict[int, Block]:
    """The boxes that hold a paragraph, each with one of its lines."""
    size = len(layout.boxes)
    line: list[Block | None] = [None] * size
    total = [0] * size
    for block in layout.blocks:
        if block.box >= 0:
            total[block.box] += 1 if not block.is_links else MOST_LINES + 1
            line[block.box] = line[block.box] if block.marks == 0 and line[block.box] else block
    total = layout.gathered(total)
    for box in reversed(layout.boxes):
        if box.parent >= 0:
            line[box.parent] = line[box.parent] or line[box.index]
    return {i: own for i, own in enumerate(line) if own is not None and total[i] <= MOST_LINES}


def blocks_of(layout: Layout, box: int) -> tuple[int, int]:
    """Range of the blocks that stand in a box, as (first, past the last)."""
    last = max((other.index for other in layout.within(box)), default=box)
    positions = [i for i, block in enumerate(layout.blocks) if box <= block.box <= last]
    return (positions[0], positions[-1] + 1) if positions else (0, 0)
