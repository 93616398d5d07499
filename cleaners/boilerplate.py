"""Strip what stands in the article's box and is no part of the article.

Three kinds of evidence, each by itself enough and none of them a word anywhere in a paragraph:

- *structure*: blocks that are links, at the article's edges or in rows; boxes whose names say that
  they stand beside the article (share bars, related links, comments);
- *phrases*: lines that in whole are promotion, a share bar, a notice, a pager (`tables.phrases`), or
  that speak of what only a site speaks of (`tables.cues`). What may also stand in an article counts only
  before its first paragraph of prose or behind its last;
- *headings of what follows*: from ``相关阅读`` on, where little of the article's prose is behind it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, takewhile

from cleaners.article import ENOUGH, figures
from cleaners.blocks import Block, Layout
from cleaners.byline import read_byline
from cleaners.credits import edges
from cleaners.notices import is_notice, noticed_parts, noticing_phrase
from cleaners.promotion import NEAR_EDGE, promoting_phrase, weighed
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import cues, phrases, tags

MAX_NEIGHBOUR = 80
"""Longest line in characters that names the article before or after."""
MAX_CUT = 24
"""Longest heading of what follows an article."""
ASIDE_SHARE = 0.3
"""Largest share of the prose in boxes whose names put them beside the article, up to which the names
are believed where little prose (`article.ENOUGH`) would be left."""
BEHIND_SHARE = 0.35
"""Largest share of prose behind a heading of what follows, up to which it is believed."""
MAX_LINKED_HEADING = 12
"""Longest such heading in characters that is known by one word and the links under it."""
MIN_HEADED = 2
"""Links right under a line that make it their heading."""
LINK_ROW = 5
"""Links in a row, each a block, that are a list of links wherever they stand."""
MIN_SENTENCE = 4
"""Characters beside its links that make a line a sentence."""
MAX_BUTTON = 6
"""Longest button in characters, and longest heading of a table of contents."""
MIN_BUTTONS = 2
"""Places at which a button stands, if it is one."""
MIN_PATH, MAX_PATH = 3, 12
"""Fewest names of a breadcrumb that does not say what it is, and the longest in characters."""
MIN_SLIDES = 2
"""Fewest slides that are counted."""
MIN_ENTRIES = 2
"""Fewest entries of a table of contents."""


def strip_boilerplate(page: Page) -> Page:
    """Step: drop, and trace, the blocks of the article that are furniture or promotion."""
    assert page.layout is not None
    layout = page.layout
    noted: set[int] = set()
    _keep_enclosures(page.article)
    _drop_asides(page, layout)
    _drop_cut(page.article, layout)
    _drop_related(page.article)
    _drop_lone_links(page.article)
    _drop_links(page.article)
    _drop_buttons(page.article)
    _cut_counters(page)
    _drop_contents(page.article)
    _drop_at_edges(page)
    _drop_above_title(page.article)
    _drop_repeated_title(page)
    _trim_editor(page)
    _drop_outside(page)
    for block in (*page.head, *page.article, *page.after[:NEAR_EDGE]):
        if block.dropped and block.dropped != "link-farm" and id(block) not in noted:
            noted.add(id(block))
            page.trace.note("boilerplate", block.dropped, 1, block.text, detail=_figures(block))
    return page


def _keep_enclosures(article: Sequence[Block]) -> None:
    """Links to the article's own files, and those under a heading that says so, are lines of its text."""
    headed = False
    for block in _kept(article):
        enclosed = block.is_links and (headed or phrases.ENCLOSED.search(block.text) is not None)
        heading = len(block.text) <= MAX_CUT and phrases.ENCLOSURES.match(fold(block.text)) is not None
        headed = heading or (headed and enclosed)
        if enclosed:
            block.links, block.link_chars = (), 0


def _drop_outside(page: Page) -> None:
    """Promotion beside the article, so that the trace names it too."""
    inside = set(map(id, page.article))
    for block in (*page.head, *page.after[:NEAR_EDGE]):
        if id(block) not in inside and (phrase := promoting_phrase(block.text)):
            block.drop("promotion", phrase)


def _figures(block: Block) -> str:
    return f"{figures([block])}{block.evidence and f'; {block.evidence}'}"


def _kept(blocks: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if not b.dropped]


def _drop_asides(page: Page, layout: Layout) -> None:
    """Boxes inside the article's that are named, or marked up, as standing beside it."""
    inside = {page.box: ""}
    for box in layout.within(page.box):
        inside[box.index] = inside[box.parent] or (box.name if box.aside else "")
    asides = [b for b in _kept(page.article) if inside.get(b.box)]
    within = sum(len(b.text) for b in asides if b.prose)
    whole = sum(len(b.text) for b in _kept(page.article) if b.prose)
    if whole - within >= ENOUGH or within <= ASIDE_SHARE * whole:
        for block in asides:
            block.drop("aside", f"in a box {inside[block.box]}")


def _drop_cut(article: Sequence[Block], layout: Layout) -> None:
    """Headings of what follows and all behind them, where little of the article's prose is behind."""
    kept = _kept(article)
    headings = {i: heading for i in range(1, len(kept)) if (heading := _heading(kept, i))}
    if not headings:
        return
    paragraphs = [b.prose and not is_notice(b.text) for b in kept]
    prose = sum(len(b.text) for b, own in zip(kept, paragraphs, strict=True) if own)
    before = list(accumulate(kept, _later_prose))  # the last paragraph so far
    following = _Following()
    behind, end = 0, len(kept)
    for i in range(len(kept) - 1, 0, -1):
        block = kept[i]
        behind += len(block.text) * paragraphs[i]
        if behind > BEHIND_SHARE * prose:
            return
        if i not in headings:
            following.add(block)
        elif phrases.COMMENTS_BEGIN.search(headings[i]) or not following.goes_on(before[i - 1], layout):
            for dropped in kept[i:end]:
                dropped.drop("related", block.text)
            following, end = _Following(), i
        else:
            for dropped in (block, *_links_from(kept, i + 1)):
                dropped.drop("related", block.text)


def _links_from(blocks: Sequence[Block], first: int) -> Iterator[Block]:
    """The lines of links in a row from a place on."""
    return takewhile(lambda block: block.is_links, (blocks[place] for place in range(first, len(blocks))))


def _later_prose(one: Block, other: Block) -> Block:
    return other if other.prose else one


class _Following:
    """What stands behind a heading, gathered from the end of the article on."""

    def __init__(self) -> None:
        self.nearest: Block | None = None
        self.paragraph: Block | None = None
        """The nearest that is prose and no link."""
        self.headlines = self.headlines_behind = 0
        """Links to other articles, and those behind that paragraph."""

    def add(self, block: Block) -> None:
        """Set another block before those gathered so far."""
        self.nearest = block
        if block.prose and not block.is_links:
            self.paragraph, self.headlines_behind = block, self.headlines
        self.headlines += block.is_headline

    def goes_on(self, last: Block, layout: Layout) -> bool:
        """True when the article goes on here, or behind links in a box like that of its last paragraph."""
        if self.nearest is not None and _is_paragraph(self.nearest):
            return True
        first = self.paragraph
        if first is None or not _is_paragraph(first) or self.headlines_behind or not last.prose:
            return False
        return _kinds(first, layout) == _kinds(last, layout)


def _heading(kept: Sequence[Block], place: int) -> str:
    """What shows that a line is the heading of other articles; empty where nothing does.

    One of its words is enough where links stand right under it: a digest has the same headings.
    """
    text = fold(kept[place].text) if len(kept[place].text) <= MAX_CUT else ""
    if not text:
        return ""
    if cut := phrases.CUT.match(text):
        return cut.group()
    under = takewhile(lambda block: block.is_links, kept[place + 1 : place + 1 + MIN_HEADED])
    linked = sum(len(block.links) for block in under) >= MIN_HEADED
    return weighed(text, cues.HEADING, cues.HEADS) if linked and len(text) <= MAX_LINKED_HEADING else ""


def _kinds(block: Block, layout: Layout) -> list[tuple[str, str]]:
    """The tag and the names of a block's box, and of the one around it."""
    return [(box.tag, box.hint) for box in layout.ancestors(block.box)[:2]]


def _is_paragraph(block: Block) -> bool:
    """True for sentences that nothing links: under a heading of other articles headlines stand first."""
    return block.prose and not block.links and block.text[-1] in "。”"


def _drop_related(article: Sequence[Block]) -> None:
    """A heading of related reports between two paragraphs, and its links, under it or behind it."""
    kept = _kept(article)
    for i, block in enumerate(kept):
        if block.is_links:
            label, colon, _ = fold(block.text[: MAX_CUT + 1]).replace("：", ":").partition(":")
            if colon and phrases.CUT.match(label):
                block.drop("related", label)
        if _heading(kept, i):
            links = list(takewhile(lambda b: not is_prose_link(b), _links_from(kept, i + 1)))
            for related in (block, *links) if links else ():
                related.drop("related", block.text)


def _drop_lone_links(article: Sequence[Block]) -> None:
    """Advertisements, and headlines of other articles set between two paragraphs."""
    kept = _kept(article)
    tags_of_prose = {block.tag for block in kept if block.prose}
    for block in kept:
        if block.is_links and phrases.ADVERTISED.match(fold(block.text)):
            block.drop("links", "an advertisement")
    for before, own, behind in zip(kept, kept[1:], kept[2:], strict=False):
        between = before.prose and behind.prose and own.tag not in {*tags_of_prose, *tags.HEADINGS}
        if between and own.is_headline and not own.marks and not phrases.DOCUMENT.match(own.text):
            own.drop("links", "a headline between paragraphs")


def _drop_links(article: Sequence[Block]) -> None:
    """Rows of links in the middle of an article."""
    row: list[Block] = []
    for block in [*_kept(article), None]:
        if block is not None and block.is_links and not is_prose_link(block):
            row.append(block)
            continue
        if len(row) >= LINK_ROW:
            for link in row:
                link.drop("links", f"{len(row)} in a row")
        row = []


def _drop_buttons(article: Sequence[Block]) -> None:
    """Buttons that stand at several places of an article, each a line of its own."""
    buttons: dict[str, list[Block]] = {}
    for block in _kept(article):
        if len(block.text) <= MAX_BUTTON and phrases.BUTTON.match(fold(block.text)):
            buttons.setdefault(block.text, []).append(block)
    for alike in buttons.values():
        if len(alike) >= MIN_BUTTONS:
            for block in alike:
                block.drop("buttons", f"{len(alike)} times")


def _cut_counters(page: Page) -> None:
    """The numbers of slides, ``1/3`` to ``3/3``, before captions or alone."""
    counted = [
        (block, count) for block in _kept(page.article) if (count := phrases.COUNTER.match(block.text))
    ]
    size = len(counted)
    if size < MIN_SLIDES or [c["number"] for _, c in counted] != [str(n) for n in range(1, size + 1)]:
        return
    if {c["of"] for _, c in counted} != {str(size)}:
        return
    for block, count in counted:
        rest = block.text[count.end() :]
        if not rest:
            block.drop("slide")
            continue
        page.trace.note("boilerplate", "slide", 1, count.group())
        block.text = rest


def _drop_contents(article: Sequence[Block]) -> None:
    """A table of contents: its entries stand again in the text, as headings."""
    kept = _kept(article)
    for place, heading in enumerate(kept):
        if len(heading.text) <= MAX_BUTTON and phrases.CONTENTS.match(fold(heading.text)):
            entries = _entries(kept[place + 1 :])
            if len(entries) >= MIN_ENTRIES:
                for block in (heading, *entries):
                    block.drop("contents", f"{len(entries)} entries that stand again")
            return


def _entries(following: Sequence[Block]) -> list[Block]:
    """The lines at the beginning, each once, that stand a second time further on."""
    times = Counter(_entry(block) for block in following if len(block.text) <= MAX_CUT)
    entries: dict[str, Block] = {}
    for block in following:
        name = _entry(block)
        if times[name] < 2 or name in entries:
            break
        entries[name] = block
    return list(entries.values())


def _entry(block: Block) -> str:
    return phrases.CONTENTS_NUMBER.sub("", block.text)


def is_prose_link(block: Block) -> bool:
    """True for a link that is a whole sentence, a quotation with its source, or for a sentence of links."""
    long = block.text[-1] in "。！？" and len(block.text) > MAX_CUT
    return long or (block.text[-1] == "。" and len(block.text) - block.link_chars >= MIN_SENTENCE)


def _drop_at_edges(page: Page) -> None:
    kept = _kept(page.article)
    _drop_furniture(kept, page)
    for block in (*kept[:NEAR_EDGE], *kept[-NEAR_EDGE:]):
        if notice := noticing_phrase(block.text):
            block.drop("notice", notice)
    for blocks in (kept, kept[::-1]):
        _drop_notices(blocks)
    for block in kept:
        if not block.dropped and phrases.EMPTY_PLAYER.match(fold(block.text)):
            block.drop("player", block.text)
    _drop_furniture(_kept(kept), page)  # what a notice stood behind or before is an edge now
    _drop_behind_credits(page.article)


def _drop_behind_credits(article: Sequence[Block]) -> None:
    """Lines behind the editors' names or a notice on rights, behind all prose: the article has ended."""
    _, tail = edges(article)
    ended = False
    for block in tail:
        credit = block.dropped == "byline" and read_byline(block.text).editors
        if credit or (block.dropped == "notice" and phrases.OWNED.search(fold(block.text))):
            ended = True
        elif ended and not phrases.ENCLOSED.search(block.text):
            block.drop("behind the credits")


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
    for block in (*lead, *tail):
        if reason := _edge_reason(block, page):
            block.drop(reason, "before or behind all prose")


def _edge_reason(block: Block, page: Page) -> str:
    """Why a line before or behind the prose is furniture; empty where it is not."""
    text = fold(block.text)
    if block.is_links and not is_prose_link(block):
        return "links"
    if phrases.BREADCRUMB.match(text) or _is_path(text):
        return "breadcrumb"
    if phrases.NEIGHBOUR.match(text) and len(text) <= MAX_NEIGHBOUR:
        return "neighbours"
    if not re.search(r"[^\W\d]", text) and _is_cell(block, page):
        return ""
    if phrases.PAGER.match(text) or phrases.LONE_NUMBER.match(text):
        return "pager"
    if phrases.SHARE_BAR.match(text):
        return "share"
    if phrases.COMPILED.match(text):
        return "byline"
    if phrases.HASHTAGS.match(text):
        return "tags"
    if phrases.HOTLINE.match(text):
        return "hotline"
    if phrases.END_MARK.match(text):
        return "end-mark"
    heading = text.replace("：", ":").partition(":")[0] if len(text) <= MAX_NEIGHBOUR else ""
    if heading and len(heading) <= MAX_CUT and phrases.CUT.match(heading):
        return "related"
    if not re.search(r"\w", text):
        return "ornament"
    return ""


def _is_path(text: str) -> bool:
    """True for ``大众网 > 山东新闻 > 正文``: short names with arrows between."""
    parts = phrases.BREADCRUMB_GAP.split(text.strip())
    return len(parts) >= MIN_PATH and all(0 < len(part) <= MAX_PATH for part in parts)


def _is_cell(block: Block, page: Page) -> bool:
    """True for a cell among others in a row inside the article: its numbers and dashes are figures."""
    assert page.layout is not None
    around = (box for box in page.layout.ancestors(block.box) if box.index > page.box)
    row = next((box.index for box in around if box.tag == "tr"), None)
    return row is not None and _has_cells(page.layout, row)


def _has_cells(layout: Layout, row: int) -> bool:
    """True for a row of two cells and more, empty ones among them."""
    return len(layout.boxes[row].element) > 1


def _drop_above_title(article: Sequence[Block]) -> None:
    """What stands above the heading, where that is in the article's box and before all prose."""
    lead, _ = edges(article)
    place = next((place for place, block in enumerate(lead) if block.dropped == "title"), 0)
    for block in lead[:place]:
        block.drop("above the title")


def _drop_repeated_title(page: Page) -> None:
    title = re.sub(r"\W", "", page.facts.title or "")
    for block in edges(_kept(page.article))[0]:
        if title and re.sub(r"\W", "", block.text) == title:
            block.drop("title", page.facts.title or "")


def _trim_editor(page: Page) -> None:
    """``（责编：张三）`` behind the last sentences becomes metadata."""
    for block in _kept(page.article)[-3:]:
        match = phrases.EDITOR_TAIL.search(fold(block.text))
        if match and match.start() > 0:
            found = read_byline(block.text[match.start() :].strip("（(【[）)】] "))
            page.facts.editors += [e for e in found.editors if e not in page.facts.editors]
            page.trace.note("boilerplate", "byline", 1, block.text[match.start() :])
            block.text = block.text[: match.start()]
