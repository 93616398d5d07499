"""Words in white letters, which no reader sees on the white of a page, and search engines do."""

from itertools import groupby

from cleaners.blocks import Block, Layout, first_children, remaining, text_of
from cleaners.item_runs import runs, with_marks_alike
from cleaners.sight import is_white
from cleaners.state import Page

WORDS_SHARE = 0.8
"""Share of its characters in runs of short items from which a text is nothing else, and of a line's in an
inline element from which that is the line."""
MOST_INLINE = 3
"""Inline elements at a line's beginning of which one may hold it."""


def drop_white_words(page: Page) -> None:
    """Drop the lines of an article that are white, and rows of short words: what farm they are of tells
    nothing more. A table's heading may be white on a ground that a style sheet sets, and so may a page."""
    layout = page.layout
    assert layout is not None
    if not layout.white:
        return
    boxes = _white_boxes(layout)

    def is_white_line(block: Block) -> bool:
        return block.box >= 0 and not block.prose and (boxes[block.box] or _is_within_white(layout, block))

    for white, run in groupby(remaining(page.article), is_white_line):
        lines = list(run) if white else []
        text = with_marks_alike("\n".join(block.text for block in lines))
        if sum(end - start for start, end, _ in runs(text)) > WORDS_SHARE * len(text):
            for block in lines:
                block.drop("hidden", "white letters")


def _white_boxes(layout: Layout) -> list[bool]:
    """Which boxes have white letters: those of tables aside, by their own styles or the nearest around."""
    white, in_table = list[bool](), list[bool]()
    for box in layout.boxes:
        own, inner = is_white(box.element), box.parent >= 0
        in_table.append(box.tag == "table" or (inner and in_table[box.parent]))
        white.append(not in_table[-1] and (inner and white[box.parent] if own is None else own))
    return white


def _is_within_white(layout: Layout, block: Block) -> bool:
    """True for a line that an inline element with white letters holds."""
    inside = first_children(layout.boxes[block.box].element, MOST_INLINE)
    size = WORDS_SHARE * len(block.text)
    return any(is_white(child) is True and len(text_of(child)) >= size for child in inside)
