"""Find readers' comments by what they are: boxes alike, side by side, each with buttons to answer or like.

Many sites name the box of their comments, many do not, and a page's comments may be longer than its
article. What comments have and articles have not are the controls under each of them.
"""

from collections import Counter

from cleaners.blocks import Layout
from cleaners.tables import phrases

MIN_COMMENTS = 3
"""Boxes side by side, each with its controls, that are comments."""
MAX_CONTROLS = 40
"""Longest line of controls in characters."""


def mark_comments(layout: Layout) -> None:
    """Set `comment` on the boxes that hold one comment each."""
    boxes = layout.boxes
    if len(phrases.COMMENT_CONTROL.findall(layout.text)) < MIN_COMMENTS:
        return
    controlled = {
        block.box
        for block in layout.blocks
        if block.box >= 0
        and len(block.text) <= MAX_CONTROLS
        and phrases.COMMENT_CONTROLS.match(block.text)
        and phrases.COMMENT_CONTROL.search(block.text)
    }
    if len(controlled) < MIN_COMMENTS:
        return
    holding = [boxes[index] for index in layout.holding(controlled)]
    alike = Counter(box.kind for box in holding)
    for box in holding:
        box.comment = alike[box.kind] >= MIN_COMMENTS
