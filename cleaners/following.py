"""Tell the boxes that begin behind an article: below a heading of other articles with their headlines, or of
what readers say.

Behind an article of one paragraph the rules for comments, or the beginnings of other articles, are the most
prose of its page.
"""

from collections.abc import Sequence

from cleaners.blocks import PROSE_LENGTH, Block, Layout
from cleaners.comments import MAX_HEADING, heads_comments
from cleaners.script import fold
from cleaners.tables import phrases

MIN_HEADLINES = 4
"""Headlines right under it from which the article has ended: one set between paragraphs has fewer."""


def mark_following(layout: Layout, headline: int | None) -> None:
    """Set `follows` on the boxes that begin behind the article, whose headline is at the place `headline`."""
    place = _end_of_article(layout.blocks, headline) if headline is not None else None
    if place is None:
        return
    begun = max(block.box for block in layout.blocks[: place + 1])
    for box in layout.boxes[begun + 1 :]:
        box.follows = True


def _end_of_article(blocks: Sequence[Block], headline: int) -> int | None:
    """The place of the first such heading below the headline and some prose."""
    begun = False
    for place in range(headline + 1, len(blocks)):
        block = blocks[place]
        if block.prose and not block.links and len(block.text) > PROSE_LENGTH:
            begun = True
        elif begun and len(block.text) <= MAX_HEADING and _heads_others(blocks, place):
            return place
    return None


def _heads_others(blocks: Sequence[Block], place: int) -> bool:
    """True for a heading of comments, or of other articles with enough of them below it."""
    if heads_comments(blocks[place]):
        return True
    return phrases.CUT.match(fold(blocks[place].text)) is not None and _heads_headlines(blocks, place)


def _heads_headlines(blocks: Sequence[Block], place: int) -> bool:
    """True for a line with headlines below it and no paragraph between."""
    headlines = 0
    for block in blocks[place + 1 :]:
        headlines += block.is_headline
        if headlines >= MIN_HEADLINES:
            return True
        if block.prose and not block.links:
            return False
    return False
