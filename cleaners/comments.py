"""Find readers' comments by what they are: boxes alike, side by side, each with buttons to answer or like, or
with a reader's name and the hour.

Many sites name the box of their comments, many do not, and a page's comments may be longer than its
article. What comments have and articles have not are the controls under each of them, and a name and an hour
above each.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice

from cleaners.blocks import Block, Layout
from cleaners.script import fold
from cleaners.tables import phrases, tags

MIN_COMMENTS = 3
"""Boxes side by side, each with its controls, that are comments."""
MAX_CONTROLS = 40
"""Longest line of controls in characters."""
MIN_SIGNED = 5
"""Lines of a name and an hour in boxes side by side, each above what somebody writes: a conversation that an
article quotes has some."""
MIN_OWN = 3
"""The same in a box of their own, by as many readers."""
MOST_LEVELS = 4
"""Boxes around such a line among which is that of the comment."""
MOST_SPEAKERS, MIN_TURNS = 3, 6
"""Most names that are always an interview's, and how often each speaks in a longer one."""
MAX_SIGNED = 60
"""Longest such line in characters."""
MAX_NAME = 16
"""Longest name of a reader in characters, alone in its line."""
MAX_HEADING = 32
"""Longest heading of comments in characters."""
OWN_NAMES = 0.7
"""Share of the names under it that are of one comment only, from which they are readers': in an interview few
speak by turns."""
MOST_HEADINGS = 8
"""Headings of comments on one page that are looked into."""
AROUND = 2
"""Boxes that a paragraph has around it by which the article's own are known."""
MIN_BEFORE = 40
"""Characters of prose before all of them, which is what is commented on: a thread begins with such a line."""


def mark_comments(layout: Layout) -> None:
    """Set `comment` on the boxes that hold one comment each, or all of them; drop those in boxes of others
    that stand below their heading."""
    _mark_controlled(layout)
    _mark_signed(layout)
    _drop_headed(layout)


@dataclass(slots=True)
class _Signed:
    """Boxes alike that hold lines of a name and an hour."""

    place: int
    """The first of these lines."""
    box: int
    """The box that holds it: the article's own may be like them, and stands before."""
    names: list[str] = field(default_factory=list)
    floors: int = 0
    """How many of the lines begin with a number, which no line among paragraphs does."""


def _mark_signed(layout: Layout) -> None:
    """The boxes of which each item has a line of a name and an hour, the first of them at their beginning."""
    boxes, blocks = layout.boxes, layout.blocks
    kinds = _signed_kinds(layout)
    if not kinds:
        return
    alike: dict[tuple[int, str, str], list[int]] = {}
    for box in boxes:
        if (kind := kinds.get(box.kind)) and box.index >= kind.box:
            alike.setdefault(box.kind, []).append(box.index)
    prose = _prose_before(blocks)
    highest = list(accumulate((block.box for block in blocks), max))  # boxes are numbered as they begin
    found: list[int] = []
    for key, kind in kinds.items():
        around = key[0]
        if len(kind.names) < MIN_OWN or around < 0 or _are_speakers(kind.names):
            continue
        if prose[kind.place] < MIN_BEFORE:
            continue
        enough = MIN_OWN if kind.floors == len(kind.names) else MIN_SIGNED
        own = alike[key]
        if prose[bisect_left(highest, around)] == prose[kind.place]:
            found.append(around)
        elif min(len(kind.names), len(own)) >= enough:  # among paragraphs, perhaps
            found += own
    for index in layout.within_all(found):
        boxes[index].comment = True


def _signed_kinds(layout: Layout) -> dict[tuple[int, str, str], _Signed]:
    """The boxes with such lines by what they have in common (`Box.kind`); none where too few lines are."""
    signed = {
        place: line["name"]
        for place, block in enumerate(layout.blocks)
        if block.box >= 0 and len(block.text) <= MAX_SIGNED and (":" in block.text or "前" in block.text)
        if (line := phrases.SIGNED_AT.match(fold(block.text)))
    }
    kinds: dict[tuple[int, str, str], _Signed] = {}
    for place, name in signed.items() if len(signed) >= MIN_OWN else ():
        block = layout.blocks[place]
        for box in layout.around(block.box, MOST_LEVELS):
            kind = kinds.setdefault(box.kind, _Signed(place, box.index))
            kind.names.append(name)
            kind.floors += phrases.FLOOR.match(block.text) is not None
    return kinds


def _prose_before(blocks: Sequence[Block]) -> list[int]:
    """The characters of prose before each block."""
    return [0, *accumulate(len(block.text) * block.prose for block in blocks)]


def _are_speakers(names: Sequence[str]) -> bool:
    """True for the few who speak by turns in an interview."""
    if len(set(names)) == len(names):
        return False
    nameless = sum(phrases.NAMELESS.search(name) is not None for name in names)
    return len(set(names)) + nameless <= max(MOST_SPEAKERS, len(names) / MIN_TURNS)


def _mark_controlled(layout: Layout) -> None:
    """The boxes alike, each of which has its controls."""
    boxes = layout.boxes
    if len(phrases.COMMENT_CONTROL.findall(layout.text)) < MIN_COMMENTS:
        return
    controlled = {block.box for block in layout.blocks if block.box >= 0 and _has_controls(block)}
    if len(controlled) < MIN_COMMENTS:
        return
    holding = [boxes[index] for index in layout.holding(controlled)]
    alike = Counter(box.kind for box in holding)
    for box in holding:
        box.comment = alike[box.kind] >= MIN_COMMENTS


def _has_controls(block: Block) -> bool:
    """True for a line of nothing but controls, or with them behind what is written."""
    whole = len(block.text) <= MAX_CONTROLS
    text = fold(block.text if whole else block.text[-MAX_CONTROLS:])
    if whole and phrases.COMMENT_CONTROLS.match(text):
        return phrases.COMMENT_CONTROL.search(text) is not None
    return phrases.CONTROLS_BEHIND.search(text) is not None


def _drop_headed(layout: Layout) -> None:
    """The comments below a heading that says so, each with its reader's name in its line or above it."""
    blocks = layout.blocks
    before = _prose_before(blocks)
    places = (
        place for place, block in enumerate(blocks) if before[place] >= MIN_BEFORE and heads_comments(block)
    )
    for place in islice(places, MOST_HEADINGS):
        end = _end_of_comments(blocks, place + 1)
        if end and not _goes_on(layout, place, end):
            for line in blocks[place:end]:
                line.drop("comments", blocks[place].text)
            return


def heads_comments(block: Block) -> bool:
    """True for a heading of comments."""
    text = fold(block.text) if len(block.text) <= MAX_HEADING else ""
    if not phrases.COMMENTS_BEGIN.search(text):  # most lines are told by this
        return False
    heading = phrases.CUT.match(text)
    return heading is not None and phrases.COMMENTS_BEGIN.search(heading.group()) is not None


def _end_of_comments(blocks: Sequence[Block], start: int) -> int:
    """Where the comments end that begin at a place; 0 where there are none, or the few who speak by turns."""
    names: list[str] = []
    place = end = start
    while place < len(blocks):
        block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
        if said := phrases.SAID_BY.match(fold(block.text)):
            names.append(said["name"])
            place = end = place + 1
        elif below is not None and below.prose and _may_be_name(block):
            names.append(block.text)
            place = end = place + 2
        elif names and not block.prose and block.tag not in tags.HEADINGS:
            place += 1
        else:
            break
    own = len(set(names))
    return end if own >= MIN_COMMENTS and own >= OWN_NAMES * len(names) else 0


def _may_be_name(block: Block) -> bool:
    return len(block.text) <= MAX_NAME and not (block.prose or block.marks or block.tag in tags.HEADINGS)


def _goes_on(layout: Layout, heading: int, end: int) -> bool:
    """True where a paragraph behind the comments stands in boxes like the last one before their heading."""
    own = next(block for block in reversed(layout.blocks[:heading]) if block.prose)
    kinds = layout.kinds_around(own, AROUND)
    return any(block.prose and layout.kinds_around(block, AROUND) == kinds for block in layout.blocks[end:])
