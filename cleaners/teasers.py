"""Tell the boxes that begin as teasers do: a linked headline, then the beginning of what it leads to."""

from collections import Counter

from cleaners.blocks import Layout

MIN_ALIKE = 2
"""Boxes of the same tag and name side by side that are teasers."""
MOST_LINES = 3
"""Most lines of prose in a row, with no linked headline between, that a teaser has: more is an article."""


def mark_teasers(layout: Layout) -> None:
    """Fill `layout.teasers`: boxes of a kind with others, each with a linked headline and then some prose."""
    begins: dict[int, bool] = {}  # whether a box begins with a headline, and not with prose
    prose, articles, run = set[int](), set[int](), 0
    for block in layout.blocks:
        headline = len(block.links) == 1 and block.is_headline
        if headline:
            run = 0
        elif block.prose and not block.dropped:
            prose.add(block.box)
            run += 1
            if run > MOST_LINES:
                articles.add(block.box)
        else:
            continue
        box = block.box
        while box >= 0 and box not in begins:
            begins[box] = headline
            box = layout.boxes[box].parent
    if not prose or True not in begins.values():
        return
    holding = layout.holding(prose) - layout.holding(articles)
    boxes = [layout.boxes[index] for index in holding if begins[index]]
    alike = Counter(box.kind for box in boxes)
    layout.teasers = {box.index for box in boxes if box.tag != "p" and alike[box.kind] >= MIN_ALIKE}
