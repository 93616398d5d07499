"""Drop what a machine made of an article and the site set above it, or below: ``AI摘要：…``, ``智能速览``.

Told by its label. Behind a label in a line of its own goes what stands in the label's box, where that holds
nothing else, or what a note ends: ``以上内容由AI生成，仅供参考``. What has no such box is a machine's only
above all paragraphs.
"""

from collections.abc import Sequence

from cleaners.blocks import Block, Layout, prose_size, remaining
from cleaners.script import fold
from cleaners.tables import machine

MOST_SUMMARIES = 3
"""Labels of one on a page that are looked behind: each time the page's boxes are gone through."""
MOST_LEVELS = 8
"""Boxes around such a label among which is the summary's."""
MOST_LINES = 10
"""Most lines of such a summary, below its label."""
MAX_NOTE = 60
"""Longest note of what a machine made, in characters."""
OWN_SHARE, NOTED_SHARE = 0.3, 0.5
"""Shares of an article's text up to which a box is the summary's, and lines that a note ends: a summary is
shorter than what it sums up."""
_REASON = "machine's summary"


def drop_machine_summary(article: Sequence[Block], layout: Layout) -> None:
    """Drop it from an article, and everywhere the notes that a machine made something."""
    kept, labels, above = remaining(article), 0, True
    last = max((place for place, line in enumerate(kept) if line.prose), default=0)
    for place, line in enumerate(kept):
        if not line.dropped and machine.MENTIONED.search(line.text, 0, MAX_NOTE):
            folded = fold(line.text)
            short = len(folded) <= MAX_NOTE
            summary, note = machine.SUMMARY.match(folded), short and machine.NOTE.match(folded)
            heads = not machine.OF_PICTURES.search(folded) if note else summary and not summary["text"]
            if heads and labels < MOST_SUMMARIES:
                labels += 1
                for other in _labelled(kept, place, layout):
                    other.drop(_REASON, "below its label")
            if note:
                line.drop("notice", "a machine made it")
            elif summary and above:
                line.drop(_REASON, "by its label")
            elif short and (above or place > last) and machine.ASKED.match(folded):
                line.drop("interface", "it asks a machine")
        above = above and (not line.prose or line.dropped != "")


def is_machine_made(above: Block | None, line: Block) -> bool:
    """True for a summary by its label, which may be the line above."""
    own = machine.SUMMARY.match(fold(line.text))
    label = machine.SUMMARY.match(fold(above.text)) if above is not None else None
    return own is not None or (label is not None and not label["text"])


def _labelled(kept: Sequence[Block], place: int, layout: Layout) -> Sequence[Block]:
    """The label at a place and the lines of its summary; none where nothing tells where they end."""
    size = sum(len(line.text) for line in kept)
    following = kept[place + 1 : place + 1 + MOST_LINES]
    end = next((place + 2 + count for count, line in enumerate(following) if _ends_summary(line)), place)
    if end > place and prose_size(kept[place:end]) <= NOTED_SHARE * size:
        return kept[place:end]
    own: list[Block] = []
    for box in layout.around(kept[place].box, MOST_LEVELS):
        inside = layout.within_all([box.index])
        found = [line for line in kept if line.box in inside]
        if len(found) > 1 + MOST_LINES or prose_size(found) > OWN_SHARE * size:
            break
        own = found
    return own if len(own) > 1 and kept[place] in (own[0], own[-1]) else []


def _ends_summary(line: Block) -> bool:
    """True for a note that a machine made what is above it, and no picture's."""
    folded = fold(line.text)
    return machine.NOTE.match(folded) is not None and not machine.OF_PICTURES.search(folded)
