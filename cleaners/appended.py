"""Drop another article that a page sets behind its own, as sites do that go on when a reader is at the end.

It is told by what it has as the article has: a headline in boxes like those of the page's own, or behind
``下一篇：``, a line with the day and the hour or the source right below it, and prose below that. A digest's
parts stand below a headline of another kind.
"""

from collections.abc import Sequence

from cleaners.blocks import Block, Layout
from cleaners.byline import CLOCK, byline_in
from cleaners.dates import read_date
from cleaners.script import fold
from cleaners.site_notes import MIN_TITLE
from cleaners.tables import phrases, tags

MAX_HEADLINE = 60
"""Longest headline in characters, ``下一篇：`` before it."""
MIN_OWN = 40
"""Characters of prose between two headlines that are of different articles: an article of two sentences."""
AROUND = 2
"""Boxes around two headlines that are alike."""
MOST_BELOW = 4
"""Lines below a headline among which its byline stands, and below that the first paragraph."""
MAX_BYLINE = 80
"""Longest byline in characters."""


def drop_appended(layout: Layout, headline: int | None) -> None:
    """Drop all from the headline of another article on; `headline` is the place of the page's own, None where
    it is not known."""
    if headline is None:
        return
    blocks = layout.blocks
    own = blocks[headline]
    kinds = layout.kinds_around(own, AROUND) if _is_set_off(own, layout) else ()
    prose = 0
    for place in range(headline + 1, len(blocks)):
        block = blocks[place]
        if block.prose:
            prose += len(block.text)
        elif prose >= MIN_OWN and MIN_TITLE <= len(block.text) <= MAX_HEADLINE and block.text != own.text:
            alike = bool(kinds) and block.tag == own.tag and layout.kinds_around(block, AROUND) == kinds
            alike = alike and _begins(blocks, headline)
            if (alike or _is_next(block)) and _begins(blocks, place):
                for other in blocks[place:]:
                    other.drop("another article", block.text)
                return


def _is_set_off(headline: Block, layout: Layout) -> bool:
    """True for a headline that its tag or the name of its box tells from a paragraph."""
    own = layout.around(headline.box, 1)
    return headline.tag in tags.HEADINGS or any(box.hint for box in own)


def _is_next(block: Block) -> bool:
    """True for ``下一篇：`` with a headline behind it, which is no link."""
    return "下" in block.text and not block.links and phrases.NEIGHBOUR.match(fold(block.text)) is not None


def _begins(blocks: Sequence[Block], headline: int) -> bool:
    """True for a headline with a byline below it, and a paragraph below that."""
    for place, block in enumerate(blocks[headline + 1 : headline + 1 + MOST_BELOW], headline + 1):
        if block.prose:
            return False
        if _tells_issue(block):
            return any(line.prose and not line.links for line in blocks[place + 1 : place + 1 + MOST_BELOW])
    return False


def _tells_issue(block: Block) -> bool:
    """True for a line with a day, and the hour or the source with it."""
    line = byline_in(block.text) if len(block.text) <= MAX_BYLINE else None
    if line is None or not line.date or read_date(line.date) is None:
        return False
    return line.source is not None or CLOCK.search(block.text) is not None
