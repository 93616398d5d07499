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
    boxes: dict[int, bool] = {}
    for is_white_run, run in groupby(remaining(page.article), lambda block: _is_white(layout, block, boxes)):
        lines = list(run) if is_white_run else []
        text = with_marks_alike("\n".join(block.text for block in lines))
        if sum(end - start for start, end, _ in runs(text)) > WORDS_SHARE * len(text):
            for block in lines:
                block.drop("hidden", "white letters")


def _is_white(layout: Layout, block: Block, known: dict[int, bool]) -> bool:
    """True for a line in white letters; `known` keeps it of boxes."""
    if block.box < 0 or block.prose:
        return False
    if block.box not in known:
        around = layout.ancestors(block.box)
        says = (is_white(box.element) for box in around)
        in_table = any(box.tag == "table" for box in around)
        known[block.box] = not in_table and next((white for white in says if white is not None), False)
    inside = first_children(layout.boxes[block.box].element, MOST_INLINE)
    return known[block.box] or any(
        is_white(child) is True and len(text_of(child)) >= WORDS_SHARE * len(block.text) for child in inside
    )
