"""Tell the boxes that hold the article from those that stand beside it, where their names say the latter.

Whoever names a page's outermost box ``page-nav-fixed``, or its column ``ad-free``, says nothing of what is in
it. What is in it tells: most of the page's prose, and the headline or more of it than any note has.
"""

from collections.abc import Sequence

from cleaners.blocks import Block, Layout, is_named_outside
from cleaners.tables import hints

MOST = 0.5
"""Share of a page's prose from which a box holds the article, if its name is no more than a hint."""
MIN_LINES, MIN_SIZE = 4, 300
"""Lines of prose, or characters, that no note, card or description of a site beside an article has."""


def mark_wrappers(layout: Layout, headline: int | None) -> None:
    """Set `wraps` on the boxes that hold the article or its headline, whose place is `headline`, whatever
    their names say."""
    if headline is not None:
        for box in layout.ancestors(layout.blocks[headline].box):
            box.wraps = True
    prose = _prose(layout)
    if not prose:
        return
    half = sum(len(block.text) for block in prose) * MOST
    around = layout.ancestors(_median(prose, half).box)
    named = [box for box in around if not box.wraps and is_named_outside(box.hint)]
    if not named:
        return
    sizes, lines = _held(layout, prose)
    text = layout.blocks[headline:] if headline is not None else []
    own = set(map(id, prose))
    begun = layout.holding([next((block.box for block in text if id(block) in own), -1)])
    for box in named:
        begins = box.index in begun
        long = lines[box.index] >= MIN_LINES or (sizes[box.index] >= MIN_SIZE and (begins or not text))
        holds = (long and begins) if hints.ALWAYS_OUTSIDE.search(box.hint) else (long or begins)
        box.wraps = holds and sizes[box.index] > half


def _prose(layout: Layout) -> list[Block]:
    """The lines of prose, but for those in comments and those below another article's linked headline."""
    comments = layout.within_all(box.index for box in layout.boxes if box.comment)
    previous: Block | None = None
    prose = []
    for block in layout.blocks:
        own = block.prose and block.box >= 0 and not block.dropped and block.box not in comments
        if own and not (previous and previous.links and previous.is_headline):
            prose.append(block)
        previous = block
    return prose


def _median(prose: Sequence[Block], half: float) -> Block:
    """The line in the middle of the prose: whatever box holds most of it holds this one."""
    size = 0
    for block in prose:
        size += len(block.text)
        if size >= half:
            break
    return block


def _held(layout: Layout, prose: Sequence[Block]) -> tuple[list[int], list[int]]:
    """Characters and lines of prose that each box holds."""
    sizes, lines = [0] * len(layout.boxes), [0] * len(layout.boxes)
    for block in prose:
        sizes[block.box] += len(block.text)
        lines[block.box] += 1
    return layout.gathered(sizes), layout.gathered(lines)
