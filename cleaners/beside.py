"""Drop the boxes beside an article that are known by how they begin, or by what they have in common.

Beside an article of two sentences the rest of its page is long: who wrote it, what the site is, what readers
say, how other articles begin. Names of boxes tell them on most pages, and here it is told without.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from cleaners.blocks import Block, Layout, Picture, prose_size, remaining
from cleaners.dates import ANY_DATE, is_day
from cleaners.script import fold
from cleaners.tables import labels, phrases

MAX_HEADING = 24
"""Longest heading in characters of such a box."""
SHORT = 300
"""Characters of prose up to which an article is short: what stands beside it is as long."""
MAX_NAME = 12
"""Longest name of an account in characters."""
MIN_TEASERS = 2
"""Boxes alike that are other articles' beginnings."""
MIN_EVIDENT, EVIDENT_SHARE = 3, 0.6
"""Boxes alike, and the share of them, that show that they are: cut short, with a day or a picture."""
MOST_LINES = 6
"""Most lines of such a box."""
LEVELS = 4
"""Boxes around a button of such a card that may be the card."""
MOST_TEASED = 5.0
"""Most prose of them for the text beside them: a digest is nothing else, but for a word of greeting."""


def drop_beside(article: Sequence[Block], layout: Layout) -> None:
    """Drop such boxes from an article's blocks."""
    _drop_headed_boxes(article, layout)
    _drop_sellers(article, layout)
    _drop_teasers(article, layout)
    _drop_evident_teasers(article, layout)
    _drop_flat_teasers(article)


def cut_below_headlines(article: Sequence[Block]) -> set[Block]:
    """Lines that are cut short, each below a linked headline: other articles' beginnings, with no box around
    each."""
    return {
        line for headline, line in pairwise(article) if headline.is_headline and line.prose and line.ends_cut
    }


def drop_card(article: Sequence[Block], layout: Layout) -> None:
    """A box that says who somebody is, behind all prose: several are whom an article tells of.

    Where nothing but the name heads it, the article before it is short.
    """
    kept = remaining(article)
    before, cards = 0, list[tuple[bool, int, list[Block]]]()
    for place, block in enumerate(kept):
        if before and len(block.text) <= MAX_HEADING:
            headed = phrases.OF_PERSON.match(fold(block.text)) is not None
            if (headed or (before <= SHORT and _is_name(block))) and _is_card(
                inside := _box_from(kept, place, layout)
            ):
                cards.append((headed, place, inside))
        before += len(block.text) * block.prose
    for headed, place, inside in cards:
        if (len(cards) == 1 or headed) and _ends(kept, place + len(inside)):
            for own in inside:
                own.drop("of an author", f"in a box that begins with {inside[0].text}")


def _is_name(block: Block) -> bool:
    text = fold(block.text)
    return labels.PERSON.match(text) is not None or (block.is_links and len(text) <= MAX_NAME)


def _drop_headed_boxes(article: Sequence[Block], layout: Layout) -> None:
    """Boxes behind the text that begin with a heading of what the site says, of what readers do, or, behind a
    short article, of other articles."""
    kept = remaining(article)
    before = 0
    for place, block in enumerate(kept):
        if before and (reason := _heads_box(block, before)):
            inside = _box_from(kept, place, layout)
            if reason == "related" and not any(line.links for line in inside):
                continue  # what a paper sets beside its text, perhaps: it links nothing
            for own in inside if len(inside) > 1 else ():
                own.drop(reason, f"in a box that begins with {block.text}")
        before += len(block.text) * (block.prose and not block.dropped)


def _drop_sellers(article: Sequence[Block], layout: Layout) -> None:
    """Cards of those who sell advice, or of what is sold: a few lines in a box, no sentence among them, and a
    button."""
    buttons = [b for b in remaining(article) if b.links and phrases.SELLS_ADVICE.match(fold(b.text))]
    if not buttons:
        return
    held: dict[int, list[Block]] = {}
    for block in remaining(article):
        for box in layout.around(block.box, 2 * LEVELS):
            held.setdefault(box.index, []).append(block)
    for button in buttons:
        around = (held[box.index] for box in layout.around(button.box, LEVELS))
        cards = takewhile(lambda card: len(card) <= MOST_LINES and not any(b.prose for b in card), around)
        for own in max(cards, key=len, default=[]):
            own.drop("of the site", f"beside {button.text}")


def _heads_box(block: Block, before: int) -> str:
    """Why a box that begins with a line, so much prose `before` it, is of no article; "" if it may be."""
    if block.dropped or len(block.text) > MAX_HEADING:
        return ""
    text = fold(block.text)
    if phrases.OF_SITE.match(text):
        return "of the site"
    if cut := phrases.CUT.match(text):
        if phrases.COMMENTS_BEGIN.search(cut.group()):
            return "comments"
        return "related" if before <= SHORT else ""
    return ""


def _box_from(kept: Sequence[Block], place: int, layout: Layout) -> list[Block]:
    """The lines of the largest box that begins with a line; none where the line before stands in it too."""
    before = layout.holding([kept[place - 1].box])
    opened = [box.index for box in layout.ancestors(kept[place].box) if box.index not in before]
    if not opened:
        return []
    past = max((box.index for box in layout.within(opened[-1])), default=opened[-1])
    lines = (kept[i] for i in range(place, len(kept)))
    return list(takewhile(lambda line: opened[-1] <= line.box <= past, lines))


def _is_card(inside: Sequence[Block]) -> bool:
    """True for a name with one paragraph below it: a person's, or an account's with a button to follow it."""
    if sum(block.prose for block in inside) != 1:
        return False
    return not inside[0].is_links or any(phrases.FOLLOW.match(fold(block.text)) for block in inside)


def _ends(kept: Sequence[Block], place: int) -> bool:
    """True where an article does not go on from a place."""
    return not any(block.prose for block in kept[place:])


def _drop_teasers(article: Sequence[Block], layout: Layout) -> None:
    """Boxes alike behind a short article, each with a linked picture and headline: other articles."""
    pictured = _pictured(layout)
    items: dict[int, list[Block]] = {}
    headed, before = set[int](), 0
    for block in remaining(article) if pictured else ():
        own = pictured[block.box]
        if own >= 0:
            items.setdefault(own, []).append(block)
            headed.update({own} if block.is_headline else ())
        elif not items:
            before += len(block.text) * block.prose
    alike = Counter(layout.boxes[own].kind for own in headed)
    for own in headed if 0 < before <= SHORT else ():
        for line in items[own] if alike[layout.boxes[own].kind] >= MIN_TEASERS else ():
            line.drop("related", "in one of several boxes with a linked picture and headline")


def _drop_evident_teasers(article: Sequence[Block], layout: Layout) -> None:
    """Boxes alike, each with a linked headline and a few lines, most of which are cut short, have a day or a
    linked picture: other articles, however long this one is."""
    if not layout.teasers:
        return
    outermost = _outermost_teasers(layout)
    items: dict[int, list[Block]] = {}
    for block in remaining(article):
        items.setdefault(outermost[block.box], []).append(block)
    beside = prose_size(items.pop(-1, []))
    pictured = {outermost[picture.box] for picture in layout.pictures if _is_linked(picture)}
    alike: dict[tuple[int, str, str], list[int]] = {}
    for own, lines in items.items():
        if lines[0].is_headline and len(lines) <= MOST_LINES:
            alike.setdefault(layout.boxes[own].kind, []).append(own)
    for boxes in alike.values():
        evident = sum(own in pictured or any(map(_is_evident, items[own])) for own in boxes)
        teased = sum(prose_size(items[own]) for own in boxes)
        if evident >= max(MIN_EVIDENT, EVIDENT_SHARE * len(boxes)) and teased <= MOST_TEASED * beside:
            for line in (line for own in boxes for line in items[own]):
                line.drop("related", f"in one of {len(boxes)} boxes with a headline and a beginning")


def _drop_flat_teasers(article: Sequence[Block]) -> None:
    """Linked headlines, each with a line below that is cut short, where there is an article beside them."""
    kept = remaining(article)
    cut = cut_below_headlines(kept)
    teased = prose_size(cut)
    if len(cut) >= MIN_EVIDENT and teased <= MOST_TEASED * (prose_size(kept) - teased):
        for headline, line in pairwise(kept):
            for block in (headline, line) if line in cut else ():
                block.drop("related", f"one of {len(cut)} headlines with a beginning below")


def _outermost_teasers(layout: Layout) -> list[int]:
    """For each box the outermost teaser around it, or that it is; -1 where there is none."""
    outermost: list[int] = []
    for box in layout.boxes:
        around = outermost[box.parent] if box.parent >= 0 else -1
        outermost.append(around if around >= 0 else box.index if box.index in layout.teasers else -1)
    return outermost


def _is_evident(line: Block) -> bool:
    """True for a line that is cut short, or tells the day."""
    text = fold(line.text)
    return phrases.CUT_OFF.search(text) is not None or (not line.prose and _has_day(text))


def _has_day(text: str) -> bool:
    return ANY_DATE.search(text) is not None or is_day(text) or phrases.SIGNED_AT.match(text) is not None


def _pictured(layout: Layout) -> list[int]:
    """For each box the innermost around it that holds a linked picture, if it holds one only; else -1. Empty
    where no picture of the page is linked."""
    boxes = layout.boxes
    held = [0] * len(boxes)
    for picture in layout.pictures:
        held[picture.box] += _is_linked(picture)
    if not any(held):
        return []
    held = layout.gathered(held)
    innermost = [-1] * len(boxes)
    for box in boxes:
        around = innermost[box.parent] if box.parent >= 0 else -1
        innermost[box.index] = box.index if held[box.index] else around
    return [own if own >= 0 and held[own] == 1 else -1 for own in innermost]


def _is_linked(picture: Picture) -> bool:
    around = picture.element.getparent()
    return around is not None and around.tag == "a"
