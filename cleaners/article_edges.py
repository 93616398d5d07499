"""Drop the furniture before an article's first paragraph and behind its last.

There a line needs less evidence than between paragraphs: a share bar, a pager, a breadcrumb, a notice on
rights, the article before and the next, a heading of what follows.
"""

import re
from collections.abc import Sequence
from itertools import groupby, islice, pairwise, takewhile

from cleaners.blocks import Block, Box, first_children, remaining, with_above
from cleaners.byline import read_byline
from cleaners.credits import edges
from cleaners.farm_words import is_known
from cleaners.interface import drop_interface
from cleaners.notices import noticed_parts, noticing_phrase
from cleaners.promotion import NEAR_EDGE
from cleaners.related import MAX_CUT, is_prose_link
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import furniture, media, phrases, tags

MAX_NEIGHBOUR = 80
"""Longest line in characters that names the article before or after."""
MIN_PATH, MAX_PATH = 3, 12
"""Fewest names of a breadcrumb that does not say what it is, and the longest in characters."""

MIN_TAGS, MAX_TAGS, LONGEST_TAG = 5, 30, 8
"""Fewest and most lines that are subjects, and the longest in characters."""
MIN_SECTIONS = 2
"""Fewest numbers, each a line and in order, that are those of an article's parts."""
MIN_BUTTONS = 4
"""Fewest words in a row, each a line, that are a player's: its times and shares a table's column has too."""
MIN_LINKS = 4
"""Fewest links of a row with figures between: a product's card."""
MIN_CHANNELS = 4
"""Channels and places that are an article's sections, one word aside: ``大陆 香港 社会 文化 经济``."""
_REPORTING = "举报"
"""What a paragraph speaks of above the number that it gives for that."""
_COLON = re.compile("[:：﹕]")
TAG_LEVELS = 2
"""Boxes around a word, the outermost of which holds its label too."""
TAGS_SAID = 0.8
"""Share of them that the article has: a list's items are told by the list alone."""

OF_LINKS = ("links", "related")
"""Why lines were dropped that are links to other articles."""
_LINES = (
    ("pager", phrases.PAGER),
    ("pager", phrases.LONE_NUMBER),
    ("related", phrases.READ_TIMES),
    ("share", phrases.SHARE_BAR),
    ("page of a paper", phrases.PAPER_PAGE),
    ("furniture", phrases.EVERY_PAGE),
    ("furniture", phrases.SUMMARY_LABEL),
    ("furniture", furniture.BUTTON_LINE),
    ("byline", phrases.COMPILED),
    ("byline", phrases.UNRELATED),
    ("byline", phrases.AFFILIATION),
    ("byline", phrases.POSTED_AGO),
    ("byline", media.POSTED_FROM),
    ("reading time", phrases.READING_TIME),
    ("tags", phrases.HASHTAGS),
    ("comments", phrases.COMMENT_FORM),
    ("hotline", phrases.HOTLINE),
    ("end-mark", phrases.END_MARK),
)
"""Lines that are furniture by their form, each with the reason that the trace gives."""

_BETWEEN = (
    ("player", phrases.PICTURES_MORE),
    ("pager", phrases.PAGER),
    ("reading time", phrases.READING_TIME),
    ("comments", phrases.COMMENT_FORM),
    ("share", phrases.SHARE_BAR),
    ("byline", phrases.EDITED_BY),
)
"""What stands between two paragraphs too, and is then no heading, nor a line of the article's own."""
MIN_SHARES = 3
"""Fewest words and numbers of a row of buttons there, if no bracket is around: ``回应`` may be a heading."""
_WORD = re.compile(r"\w+")
_OPENING = "【["


def drop_at_edges(page: Page) -> None:
    """Drop furniture, notices and what is left of players of `page.article`."""
    for block in remaining(page.article):
        if phrases.FURNITURE_ANYWHERE.match(fold(block.text)):
            block.drop("furniture", "by its form")
    _drop_labelled_tags(page)
    drop_interface(remaining(page.article))
    kept = remaining(page.article)
    _drop_furniture(kept, page)
    near = {*kept[:NEAR_EDGE], *kept[-NEAR_EDGE:]}
    said = ""
    for above, block in with_above(kept):
        notice = noticing_phrase(block.text) if block in near else ""
        if notice and not (
            phrases.REPORT_TO.match(fold(block.text)) and (_is_contact(above) or _REPORTING in fold(said))
        ):
            block.drop("notice", notice)
        said = block.text if block.prose else said
    for block in kept:
        if not block.dropped and phrases.LEFTOVER.match(fold(block.text)):
            block.drop("leftover", block.text)
    for blocks in (kept, kept[::-1]):
        _drop_notices(blocks)
    _drop_players(remaining(kept))
    times = [place for place, block in enumerate(kept) if phrases.DURATION.match(block.text)]
    if len(times) == 1 and _is_between_paragraphs(remaining(kept), kept[times[0]]):
        kept[times[0]].drop("player", "the only time that stands alone")
    _drop_between(remaining(kept), page)
    _drop_imprint(page.article)
    _drop_tags(remaining(kept))
    _drop_behind_credits(page.article)
    _drop_furniture(remaining(kept), page)  # what a notice stood behind or before is an edge now
    _drop_headings_of_links(page.article)


def _is_between_paragraphs(kept: Sequence[Block], line: Block) -> bool:
    """True for a line right below a paragraph, and above one or behind them all."""
    place = kept.index(line) if line in kept else 0
    behind = kept[place + 1 :]
    return place > 0 and kept[place - 1].prose and (not any(b.prose for b in behind) or behind[0].prose)


def _drop_between(kept: Sequence[Block], page: Page) -> None:
    """Lines between two paragraphs that are no heading of an article: a pager, a reading time, what invites
    to a comment, a row of buttons, who edits it."""
    for above, line, below in zip(kept, kept[1:], kept[2:], strict=False):
        if above.prose and below.prose and not line.prose and len(line.text) <= MAX_NEIGHBOUR:
            text = fold(line.text)
            reason = next((reason for reason, form in _BETWEEN if form.match(text)), "")
            one = reason == "share" and len(_WORD.findall(text)) < MIN_SHARES
            if reason and (not one or text[0] in _OPENING):
                line.drop(reason, "between two paragraphs")
                if reason == "byline":
                    editors = read_byline(line.text).editors
                    page.facts.editors += [name for name in editors if name not in page.facts.editors]


def _drop_players(kept: Sequence[Block]) -> None:
    """The buttons and messages of a player, where several stand in a row."""
    for plays, lines in groupby(kept, key=lambda block: phrases.PLAYER.match(fold(block.text)) is not None):
        row = list(lines) if plays else []
        if sum(any(map(str.isalpha, block.text)) for block in row) >= MIN_BUTTONS:
            for block in row:
                block.drop("player", f"{len(row)} lines in a row")


def _drop_labelled_tags(page: Page) -> None:
    """Words that stand behind ``标签：`` in the same part of the page, each in an element of its own."""
    assert page.layout is not None
    layout = page.layout
    label: Block | None = None
    for block in page.article:
        if len(block.text) <= LONGEST_TAG and block.box >= 0 and phrases.TAGS_LABEL.match(fold(block.text)):
            label = block
        elif label is not None:
            word = len(block.text) <= LONGEST_TAG and block.text.isalnum()
            around = layout.around(block.box, TAG_LEVELS + 1)
            if not word or layout.boxes[label.box].parent not in [box.index for box in around]:
                return
            block.drop("tags", f"behind {label.text}")


def _drop_tags(kept: Sequence[Block]) -> None:
    """The last lines, where each is a word and nearly all are words of the article: its subjects."""
    lines = list(
        takewhile(lambda b: len(b.text) <= LONGEST_TAG and b.text.isalnum(), kept[: -MAX_TAGS - 2 : -1])
    )
    text = "".join(block.text for block in kept if block.prose)
    said = sum(block.text in text for block in lines)
    if MIN_TAGS <= len(lines) <= MAX_TAGS and said >= TAGS_SAID * len(lines):
        for block in lines:
            block.drop("tags", f"{said} of {len(lines)} are words of the article")


def _drop_imprint(article: Sequence[Block]) -> None:
    """A site's imprint behind all prose, or at the end of an article without any, with the lines of offices
    and numbers above its registration."""
    lead, tail = edges(article)
    tail = tail or (lead[-NEAR_EDGE:] if len(lead) == len(article) else [])
    sure = next(
        (i for i, block in enumerate(tail) if phrases.IMPRINT_SURE.search(fold(block.text))), len(tail)
    )
    above = list(takewhile(_is_imprint, reversed(tail[:sure])))
    for block in (*tail[sure:], *(above if sure < len(tail) else ())):
        block.drop("imprint")


def _is_imprint(block: Block) -> bool:
    """True for offices, numbers and addresses, and for a row of a site's own pages."""
    return phrases.IMPRINT.search(fold(block.text)) is not None or block.text.count("|") >= MIN_PATH


def _drop_behind_credits(article: Sequence[Block]) -> None:
    """Lines behind the editors' names or a notice on rights, behind all prose: the article has ended. Behind
    an end mark, which notes may follow, when it was issued."""
    _, tail = edges(article)
    ended = marked = False
    for block in tail:
        line = read_byline(block.text) if block.dropped == "byline" else None
        credit = line is not None and (line.editors or line.open == "editor")
        if credit or (block.dropped == "notice" and phrases.OWNED.search(fold(block.text))):
            ended = True
        elif ended and not phrases.ENCLOSED.search(fold(block.text)):
            block.drop("behind the credits")
        elif marked and phrases.ISSUED.match(fold(block.text)):
            block.drop("byline", "behind the end mark")
        marked |= block.dropped == "end-mark"


def _drop_headings_of_links(article: Sequence[Block]) -> None:
    """The last headings, where only links to other articles were below them."""
    below = ""
    for block in reversed(edges(article)[1]):
        if block.dropped:
            below = block.dropped
        elif below in OF_LINKS and block.tag in tags.HEADINGS:
            block.drop("related", "a heading of links")
        else:
            return


def _drop_notices(blocks: Sequence[Block]) -> None:
    """Notices on rights, by what they speak of, up to the first paragraph that is none."""
    for block in islice((b for b in blocks if not b.dropped), NEAR_EDGE):
        if found := noticed_parts(block.text):
            block.drop("notice", found)
        elif block.prose:
            return


def _drop_furniture(blocks: Sequence[Block], page: Page) -> None:
    """What is furniture of the lines before the first paragraph of prose and behind the last."""
    lead, tail = edges(blocks)
    numbers = _section_numbers(blocks)
    for place, (above, block) in enumerate(with_above(blocks)):
        if len(lead) <= place < len(blocks) - len(tail) or block in numbers:
            continue
        reason = _edge_reason(block, page, leads=place < len(lead))
        below = blocks[place + 1] if place + 1 < len(blocks) else None
        own = reason == "hotline" and (_is_contact(above) or _is_contact(below))
        own = own or (reason == "dots" and block is not blocks[-1])
        own = own or (reason == "tags" and _leads_in(above))
        if reason and not own:
            block.drop(reason, "before or behind all prose")


def _section_numbers(blocks: Sequence[Block]) -> set[Block]:
    """The lines that number an article's parts: ``01`` above the first, ``02`` further on."""
    places = [place for place, block in enumerate(blocks) if phrases.LONE_NUMBER.match(block.text)]
    counted = [blocks[place].text.lstrip("0") == str(number) for number, place in enumerate(places, 1)]
    parted = [any(block.prose for block in blocks[one:other]) for one, other in pairwise(places)]
    own = len(places) >= MIN_SECTIONS and all(counted) and all(parted)
    return {blocks[place] for place in places} if own else set()


def _is_contact(above: Block | None) -> bool:
    """True for a line of an article's own list of contacts: ``联系人：方芳``."""
    return above is not None and not above.dropped and phrases.CONTACT.match(fold(above.text)) is not None


def _leads_in(above: Block | None) -> bool:
    """True for a line of an article's own that is the heading of a list, or ends with a colon."""
    if above is None or above.dropped:
        return False
    return above.text[-1] in ":：" or phrases.HEADS_NAMES.search(fold(above.text)) is not None


def _edge_reason(block: Block, page: Page, *, leads: bool) -> str:
    """Why a line before or behind the prose is furniture; empty where it is not.

    `leads` tells that it stands before: arrows behind the prose join the steps of something.
    """
    text = fold(block.text)
    row = len(block.links) >= MIN_LINKS and not block.marks and block.is_row_of_links
    if (block.is_links or row) and not is_prose_link(block):
        return "links"
    if phrases.BREADCRUMB.match(text) or (_is_path(text) and (leads or "→" not in text)):
        return "breadcrumb"
    if phrases.NEIGHBOUR.match(text) and len(text) <= MAX_NEIGHBOUR:
        return "neighbours"
    words = text.split()
    if MIN_CHANNELS <= sum(map(is_known, words)) >= len(words) - 1 and not _COLON.search(words[0]):
        return "tags"
    if not re.search(r"[^\W\d]", text) and _is_cell(block, page):
        return ""
    if reason := next((reason for reason, line in _LINES if line.match(text)), ""):
        return reason
    source = fold(page.facts.source or "")
    if source and text.startswith(source) and phrases.BEHIND_NAME.match(text, len(source)):
        return "masthead"
    heading = _COLON.split(text, maxsplit=1)[0] if len(text) <= MAX_NEIGHBOUR else ""
    if heading and len(heading) <= MAX_CUT and phrases.CUT.match(heading):
        return "related"
    if not any(map(str.isalnum, text)):
        return "ornament" if text.strip("…. ") else "dots"
    return ""


def _is_path(text: str) -> bool:
    """True for ``大众网 > 山东新闻 > 正文``: short names with arrows between."""
    parts = phrases.BREADCRUMB_GAP.split(text.strip())
    return len(parts) >= MIN_PATH and all(0 < len(part) <= MAX_PATH for part in parts)


def _is_cell(block: Block, page: Page) -> bool:
    """True for a cell among others in a row inside the article: its numbers and dashes are figures."""
    assert page.layout is not None
    row = page.layout.innermost(block.box, "tr")
    return row is not None and row.index > page.box and _has_cells(row)


def _has_cells(row: Box) -> bool:
    """True for a row of two cells and more, empty ones among them."""
    return len(first_children(row.element, 2)) > 1
