"""Find the box that holds the article.

Every block is given a value: the prose in it counts for it, links count against it. The article is
the box with the largest sum over its blocks, which is the subtree form of maximum subsequence
segmentation (Pasternack and Roth, WWW 2009). Unlike a density, a sum neither favours a small box
with one dense paragraph nor a large one that holds the article and the menus: a block of links
outside the article lowers the sum of every box that has both.

Prose is told by sentence punctuation, which Chinese text is full of and menus are not (gne's symbol
density, after 洪鸿辉 et al., 2019).
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from cleaners.appended import drop_appended
from cleaners.blocks import PROSE_LENGTH, Block, Box, Layout, one_spaced, prose_size, with_above
from cleaners.comments import mark_comments
from cleaners.conversion import undo_glosses
from cleaners.embedded import add_embedded
from cleaners.escapes import undo_escapes
from cleaners.following import mark_following
from cleaners.jammers import strip_jammers
from cleaners.letter_spacing import close_up
from cleaners.linkfarm import mark_words
from cleaners.machine_summary import is_machine_made
from cleaners.notices import is_notice
from cleaners.paragraphs import MOST_LINES, Paragraphs, blocks_of
from cleaners.rewriting import restore
from cleaners.script import fold
from cleaners.site_notes import drop_site_notes, headline_of
from cleaners.state import Page, Rejected
from cleaners.tables import hints, phrases, tags
from cleaners.teasers import mark_teasers
from cleaners.variants import undo_variants
from cleaners.wrappers import mark_wrappers

LINKS_COST = 10.0
"""What a block of links counts against a box: as much as a short sentence counts for it."""
LINK_COST = 2.0
"""What each link more in it counts."""
PLAIN_WEIGHT = 0.3
"""Weight of text with no punctuation: a heading or a caption, perhaps a menu."""
MARK_WEIGHT = 0.2
"""What each mark adds to the weight of a block, up to the full weight of 1."""
SHORT_LINE = 40
"""A line up to this length with no punctuation is no evidence either way."""
MAX_COST = 0.5
"""Largest share of a box's own paragraphs that the links in it can cost: a box of paragraphs with a
long list of links behind them is still the box of the paragraphs."""
OUTSIDE_WEIGHT = 0.3
"""Weight of prose in a box whose name says that it stands beside the article."""
FOLLOWING_WEIGHT = 0.15
"""Weight of prose in a box that begins behind the article."""
COMMENT_WEIGHT = 0.05
"""Weight of prose in a comment: it is a reader's."""
ENOUGH = 60.0
"""Value from which a page has an article at all: two or three short sentences."""
MOST_COMMENTED = ENOUGH / 2
"""Largest value of a box of comments, however many there are: less than an article has."""
TEASER_WEIGHT = 0.15
"""Weight of prose in a teaser, the beginning of another article; none beside an article (`ENOUGH`)."""
UNFOLDED_PROSE = 0.7
"""Share of prose in a hidden run of blocks that a button may unfold."""
NEAR_END = 12
"""Blocks behind the article among which such a button is looked for."""
UNSEEN_SHARE = 0.4
"""Largest share of an article's prose in boxes of no opacity or visibility, if they are no part of it.
More is shown by a script."""
MAX_BUTTON = 16
"""Longest such button in characters."""


def block_value(block: Block, line_weight: float = 0.0) -> float:
    """How much a block speaks for the box it stands in; negative for links.

    `line_weight` is what a character of a short line counts: nothing where there are paragraphs, much in
    verse and captions.
    """
    length = len(block.text)
    if block.words or block.dropped:
        return 0.0
    if block.is_links:
        return -LINKS_COST - LINK_COST * len(block.links)
    plain = length - block.link_chars
    if line_weight and length < SHORT_LINE:
        if phrases.IMPRINT.search(fold(block.text)):
            return 0.0
        return plain * (1.0 if block.marks else line_weight)
    if not block.marks:
        return plain * PLAIN_WEIGHT if length >= SHORT_LINE else 0.0
    if plain < PROSE_LENGTH:
        return PLAIN_WEIGHT * plain
    return plain * min(1.0, 2 * MARK_WEIGHT + MARK_WEIGHT * block.marks)


def box_values(
    layout: Layout, *, hidden: bool = False, line_weight: float = 0.0, teaser_weight: float = TEASER_WEIGHT
) -> list[float]:
    """The value of every box, in order; of hidden ones too when `hidden`.

    `line_weight` is what a character of a short line without punctuation counts, `teaser_weight` what one of
    a teaser does.
    """
    boxes = layout.boxes
    size = len(boxes)
    prose, direct, cost = [0.0] * size, [0.0] * size, [0.0] * size
    leaf = [True] * size
    for block in layout.blocks:
        if block.box >= 0 and (hidden or not boxes[block.box].hidden):
            value = block_value(block, line_weight)
            (direct if value > 0 else cost)[block.box] += value
    values, teased, teasers = [0.0] * size, [0.0] * size, set[int]()
    for box in reversed(boxes):
        index, parent = box.index, box.parent
        if direct[index] > prose[index]:
            cost[index] = max(cost[index], -MAX_COST * direct[index])
        value = prose[index] + direct[index] + cost[index]
        if value > 0 and box.comment:
            value = min(COMMENT_WEIGHT * value, MOST_COMMENTED)
        elif value > 0 and (box.aside or box.follows):
            value *= FOLLOWING_WEIGHT if box.follows else OUTSIDE_WEIGHT
        if value > 0 and index in layout.teasers:
            teased[index], value = teased[index] + value * teaser_weight, 0.0
            teasers.add(index)
        values[index] = value if value >= ENOUGH else value + teased[index]
        if parent >= 0:
            share = cost if value <= 0 else direct if leaf[index] else prose
            share[parent] += value
            teased[parent] += teased[index]
            leaf[parent] = False
    for box in boxes if teasers else ():  # what stands in one is no more than it
        if box.parent in teasers:
            teasers.add(box.index)
            values[box.index] *= teaser_weight
    return values


def article_box(layout: Layout, *, hidden: bool = False, line_weight: float = 0.0) -> tuple[int, float]:
    """The box that holds the article, the innermost of equal ones, and the value it was chosen for."""
    values = box_values(layout, hidden=hidden, line_weight=line_weight)
    if not values:  # a page that its scripts draw
        return 0, 0.0
    value = max(values)
    best = len(values) - 1 - values[::-1].index(value)
    paragraphs = Paragraphs(layout)
    first, last = blocks_of(layout, best)
    box = paragraphs.around(best) if last - first <= MOST_LINES else best
    return _innermost(layout, box, paragraphs), value


def _innermost(layout: Layout, box: int, paragraphs: Paragraphs) -> int:
    """Go down while one child holds all the prose of the box.

    What stands around it is the title, the source line, the share bar: unless it is one paragraph that
    has company.
    """
    prose = [0] * len(layout.boxes)
    for block in layout.blocks:
        if block.box >= box and block.prose and not block.words and not block.dropped:
            prose[block.box] += 1
    heaviest: dict[int, int] = {}
    for child in reversed(layout.boxes[box + 1 :]):
        own = prose[child.index]
        if own and not child.aside:
            prose[child.parent] += own
            rival = heaviest.get(child.parent)
            if rival is None or own > prose[rival]:
                heaviest[child.parent] = child.index
    while (inner := heaviest.get(box)) is not None and prose[inner] == prose[box]:
        child = layout.boxes[inner]
        if child.tag in tags.PARAGRAPHS or (prose[inner] <= MOST_LINES and paragraphs.has_company(child)):
            break
        box = inner
    return box


def figures(blocks: Sequence[Block]) -> str:
    """What some blocks are, in figures: the share of their text that is links, the share that is prose."""
    size = sum(len(b.text) for b in blocks)
    links = sum(b.link_chars for b in blocks) / size
    prose = prose_size(blocks) / size
    return f"{len(blocks)} blocks, {size} characters, link density {links:.2f}, text density {prose:.2f}"


_BEFORE = (undo_escapes, close_up, undo_variants, strip_jammers, undo_glosses)
"""What is done to a page's lines before its article is looked for: to those that lay in a script, after."""


def find_article(page: Page) -> Page:
    """Step: the article's blocks to `page.article`, those before it to `page.before`."""
    layout = page.layout
    assert layout is not None
    mark_comments(layout)
    mark_words(layout)
    headline = headline_of(layout, called(page))
    page.headline = layout.blocks[headline] if headline is not None else None
    drop_site_notes(layout, headline)
    drop_appended(layout, headline)
    mark_wrappers(layout, headline)
    mark_teasers(layout)
    mark_following(layout, headline)
    unveiled, value = False, 0.0
    chosen = _by_selector(page, layout)
    if chosen is None:
        chosen, value = article_box(layout)
        if value < ENOUGH and _forget_notices(layout):
            chosen, value = article_box(layout)
        if value < ENOUGH:
            veiled, veiled_value = article_box(layout, hidden=True)
            if veiled_value >= ENOUGH:  # shown by a script, as WeChat and many apps do
                chosen, value, unveiled = veiled, veiled_value, True
            elif add_embedded(page):
                for undo in _BEFORE:
                    undo(page)
                chosen, value = page.embedded_box, ENOUGH
            elif not any(
                b.prose for b in layout.blocks[slice(*blocks_of(layout, chosen))]
            ):  # captions, verse
                chosen, value = article_box(layout, line_weight=PLAIN_WEIGHT)
    first, last = blocks_of(layout, chosen)
    if first == last:
        raise Rejected("empty")
    page.before = layout.blocks[:first]
    page.article = layout.blocks[first:last]
    page.after = layout.blocks[last:]
    page.first, page.box, page.value = first, chosen, value
    if not unveiled:
        _drop_hidden(page, layout)
    for where, outside in (("before", page.before), ("after", page.after)):
        if outside:
            page.trace.note("article", f"outside, {where}", 0, outside[0].text, "", figures(outside))
    box = layout.boxes[chosen]
    page.trace.note("article", "found", 0, box.name, detail=f"{last - first} blocks, value {value:.0f}")
    return page


def _forget_notices(layout: Layout) -> bool:
    """Take a site's notice, and what a machine has to say, for no prose: it may be all that a page with verse
    has. True for any."""
    notices = [
        block
        for above, block in with_above(layout.blocks)
        if block.prose and (is_notice(block.text) or is_machine_made(above, block))
    ]
    for block in notices:
        block.prose = False
    return bool(notices)


def called(page: Page) -> str:
    """What the page is called: its ``<title>`` says so."""
    if page.root is None:
        return ""
    title = page.root.find("head/title")  # an iterator looks for the one behind it, to the page's end
    if title is None:
        title = next(page.root.iter("title"), None)
    return restore(page, one_spaced(title.text or "")) if title is not None else ""


def _drop_hidden(page: Page, layout: Layout) -> None:
    """Drop what no reader sees, but for the prose that a button of the page unfolds."""
    boxes = layout.boxes
    unseen = [b for b in page.article if b.box >= 0 and _is_unseen(boxes[b.box])]
    if _prose(unseen) <= UNSEEN_SHARE * _prose(page.article):
        for block in unseen:
            block.drop("hidden", "its box is not seen")
    by_sight = groupby(page.article, lambda b: b.box >= 0 and boxes[b.box].hidden)
    runs = [list(run) for hidden, run in by_sight if hidden]
    unfolded = bool(runs) and any(map(_unfolds, (*page.article, *page.after[:NEAR_END])))
    for run in runs:
        if unfolded and _prose(run) >= UNFOLDED_PROSE * sum(len(b.text) for b in run):
            continue
        for block in run:
            block.drop("hidden", "its box is hidden")


def _prose(blocks: Iterable[Block]) -> int:
    """Characters of prose without a link in some blocks."""
    return prose_size(block for block in blocks if not block.links)


def _is_unseen(box: Box) -> bool:
    """True for a box that no reader sees, if no script is there to show it."""
    return box.unseen and hints.ANIMATED.search(box.hint) is None


def _unfolds(block: Block) -> bool:
    return len(block.text) <= MAX_BUTTON and phrases.EXPANDER.match(fold(block.text)) is not None


def _by_selector(page: Page, layout: Layout) -> int | None:
    selector = page.options.selectors.body
    if not selector or page.root is None:
        return None
    found = set(page.root.cssselect(selector))
    return next((box.index for box in layout.boxes if box.element in found), None)
