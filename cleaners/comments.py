"""Find readers' comments by what they are: boxes alike, side by side, each with buttons to answer or like, or
with a reader's name and the hour.

Many sites name the box of their comments, many do not, and a page's comments may be longer than its
article. What comments have and articles have not are the controls under each of them, and a name and an hour
above each.
"""

from collections import Counter
from collections.abc import Sequence

from cleaners.blocks import Layout, prose_size
from cleaners.paragraphs import blocks_of
from cleaners.tables import phrases

MIN_COMMENTS = 3
"""Boxes side by side, each with its controls, that are comments."""
MAX_CONTROLS = 40
"""Longest line of controls in characters."""
MIN_SIGNED = 5
"""Lines of a name and an hour in boxes side by side, each above what somebody writes."""
MOST_LEVELS = 4
"""Boxes around such a line among which is that of the comment."""
MOST_SPEAKERS, MIN_TURNS = 3, 6
"""Most names that are always an interview's, and how often each speaks in a longer one."""
MAX_SIGNED = 60
"""Longest such line in characters."""
MIN_BEFORE = 40
"""Characters of prose before all of them, which is what is commented on: a thread begins with such a line."""


def mark_comments(layout: Layout) -> None:
    """Set `comment` on the boxes that hold one comment each, or all of them."""
    _mark_controlled(layout)
    _mark_signed(layout)


def _mark_signed(layout: Layout) -> None:
    """The boxes of which each item has a line of a name and an hour, the first of them at their beginning."""
    boxes, blocks = layout.boxes, layout.blocks
    signed = {
        place: line["name"]
        for place, block in enumerate(blocks)
        if block.box >= 0 and len(block.text) <= MAX_SIGNED
        if (line := phrases.SIGNED_AT.match(block.text))
    }
    if len(signed) < MIN_SIGNED:
        return
    first: dict[tuple[int, str, str], int] = {}
    names: dict[tuple[int, str, str], list[str]] = {}
    for place, name in signed.items():
        for box in layout.ancestors(blocks[place].box)[:MOST_LEVELS]:
            names.setdefault(box.kind, []).append(name)
            first.setdefault(box.kind, place)
    for kind, written in names.items():
        around = kind[0]
        if len(written) < MIN_SIGNED or around < 0 or _are_speakers(written):
            continue
        start, _ = blocks_of(layout, around)
        above = any(block.prose for block in blocks[start : first[kind]])
        if not above and prose_size(blocks[:start]) >= MIN_BEFORE:
            for box in (boxes[around], *layout.within(around)):
                box.comment = True


def _are_speakers(names: Sequence[str]) -> bool:
    """True for the few who speak by turns in an interview."""
    nameless = sum(phrases.NAMELESS.search(name) is not None for name in names)
    return len(set(names)) + nameless <= max(MOST_SPEAKERS, len(names) / MIN_TURNS)


def _mark_controlled(layout: Layout) -> None:
    """The boxes alike, each of which has its controls."""
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
