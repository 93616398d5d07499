"""Drop what a site says to its readers, and of itself, before the article is looked for.

A notice above the menu, a line to readers with old browsers, a description of the site beside its imprint are
prose as the article is, and may be longer than an article of two sentences.
"""

from collections.abc import Sequence
from itertools import zip_longest

from cleaners.blocks import Block, Layout, prose_size
from cleaners.script import fold
from cleaners.tables import phrases

MIN_TITLE = 6
"""Characters from which a line that the title begins with is the headline: names of sections are shorter."""
MIN_BEHIND = 12
"""The same behind another part of the title, which may be the site's name there."""
_BARS = " -_|｜—:："
"""What stands between the parts of a title."""
MAX_NOTICE = 120
"""Longest line to a reader's browser in characters."""
MIN_LINKS = 3
"""Lines of links between a notice and the headline: a menu. A kicker or a summary has none."""
MOST_LINES = 3
"""Lines of prose beside an imprint that are the site's own."""
MAX_IMPRINT = 600
"""Longest line in characters that has a site's registration."""
NEAR_FOOT = 40
"""Lines at the foot of a page among which its imprint is looked for."""


def headline_of(layout: Layout, title: str) -> int | None:
    """The place of the headline: the last line that the page's `title` begins with, above most of the prose,
    comments aside, or else a heading of the first rank below that. Where the title has none of them, the only
    such heading; None where there are several, or none."""
    comments = layout.within_all(box.index for box in layout.boxes if box.comment)
    left = whole = prose_size(block for block in layout.blocks if block.box not in comments)
    found, first_rank = None, list[int]()
    for place, block in enumerate(layout.blocks):
        below = 2 * left < whole
        if below and found is not None:
            break
        if len(block.text) >= MIN_TITLE and not block.links:
            ranked = block.tag == "h1"
            if (ranked or not below) and _is_named(block.text, title):
                found = place
            elif ranked:
                first_rank.append(place)
        left -= len(block.text) * (block.prose and block.box not in comments)
    return found if found is not None or len(first_rank) != 1 else first_rank[0]


def _is_named(line: str, title: str) -> bool:
    """True for a line that a title begins with, or one too long for a site's name behind a bar of it."""
    if title.startswith(line):
        return True
    return len(line) >= MIN_BEHIND and any(f"{bar}{line}" in title for bar in _BARS)


def drop_site_notes(layout: Layout, headline: int | None) -> None:
    """Drop such lines; `headline` is the place of the article's, None where it is not known."""
    blocks = layout.blocks
    _drop_browser_notices(blocks, headline)
    if headline is not None:
        _drop_above(blocks, headline)
        _drop_beside_imprint(layout, headline)


def _drop_browser_notices(blocks: Sequence[Block], headline: int | None) -> None:
    """Lines to readers with old browsers, above the headline or behind all other prose, that have no prose
    beside them: an article may begin or end so."""
    for row in (blocks[:headline], blocks[:headline:-1] if headline is not None else blocks[::-1]):
        for block, beside in zip_longest(row, row[1:]):
            if block.prose and not block.dropped:
                alone = beside is None or not beside.prose
                notice = len(block.text) <= MAX_NOTICE and phrases.BROWSER.match(fold(block.text))
                if not (alone and notice):
                    break
                block.drop("notice", "to a reader's browser")


def _drop_above(blocks: Sequence[Block], headline: int) -> None:
    """Prose above the headline where it stands first, with a menu between."""
    text = blocks[headline].text
    first = next(place for place, block in enumerate(blocks) if block.text == text)
    links = 0
    for block in reversed(blocks[:first]):
        links += block.is_links or block.words
        if links >= MIN_LINKS and block.prose:
            block.drop("above the title", "a menu is between")


def _drop_beside_imprint(layout: Layout, headline: int) -> None:
    """What stands before a site's imprint in one box with it."""
    blocks = layout.blocks
    for place in range(max(headline + 1, len(blocks) - NEAR_FOOT), len(blocks)):
        text = blocks[place].text
        if len(text) <= MAX_IMPRINT and phrases.IMPRINT_SURE.search(fold(text)):
            for block in blocks[_begin_of_imprint(layout, headline, place) : place]:
                if block.prose:
                    block.drop("imprint", "in a box with a site's imprint")
            return


def _begin_of_imprint(layout: Layout, headline: int, place: int) -> int:
    """Where the largest box around an imprint begins that has less prose in it than stands before it."""
    blocks = layout.blocks
    begin = start = place
    for box in layout.ancestors(blocks[place].box):
        while start > headline and blocks[start - 1].box >= box.index:
            start -= 1
        if start <= headline:
            break
        if start == begin:
            continue
        own = [block for block in blocks[start:place] if block.prose]
        if len(own) > MOST_LINES or prose_size(own) > prose_size(blocks[headline:start]):
            break
        begin = start
    return begin
