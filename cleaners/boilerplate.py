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
from collections.abc import Sequence

from cleaners.article import ENOUGH, called, figures
from cleaners.article_edges import drop_at_edges
from cleaners.blocks import Block, Layout, remaining
from cleaners.byline import read_byline, without_nobody
from cleaners.credits import edges
from cleaners.machine_summary import drop_machine_summary
from cleaners.notices import is_notice
from cleaners.promotion import NEAR_EDGE, promoting_phrase, tail_of
from cleaners.related import MAX_CUT, drop_related, keep_enclosures
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import phrases

ASIDE_SHARE = 0.3
"""Largest share of the prose in boxes whose names put them beside the article, up to which the names
are believed where little prose (`article.ENOUGH`) would be left."""
MAX_BUTTON = 6
"""Longest button in characters, and longest heading of a table of contents."""
MIN_BUTTONS = 2
"""Places at which a button stands, if it is one."""
MIN_SLIDES = 2
"""Fewest slides that are counted."""
OPENING_LINES = 4
"""Lines among which a text begins."""
_GLUED = (
    ("share", phrases.SHARE_BAR),
    ("related", phrases.RELATED_LINE),
    ("links", phrases.ADVERTISEMENT),
    ("tags", phrases.SUBJECTS),
)
"""The forms of what is glued to a last paragraph, each with the reason that the trace gives."""
_LABELS = re.compile("标题|题目|组图|图集|高清组图|图文|视频|快讯|独家|原创")
"""What stands before a title that is set once more."""
_BRACKETS = re.compile(r"[（(【\[）)】\]|｜]+")
MOST_HEADLINES = 6
"""Most lines of a headline in a newspaper's manner."""
MIN_SUMMARY = 12
"""Fewest letters of a summary that the text has word for word."""
_IN_BRACKETS = re.compile("^【[^】]*】")
"""The headline before a summary."""
MAX_VERB = 3
"""Characters of a verb that leads on from a headline's first line: ``…座谈会强调``."""
MIN_ENTRIES = 2
"""Fewest entries of a table of contents."""


def strip_related(page: Page) -> Page:
    """Step: drop what stands beside the article in its box, or behind it, and is of other articles."""
    assert page.layout is not None
    keep_enclosures(page.article)
    drop_machine_summary(page.article, page.layout)
    _drop_asides(page, page.layout)
    _drop_replies(page.article, page.layout)
    drop_related(page.article, page.layout)
    return page


def strip_boilerplate(page: Page) -> Page:
    """Step: drop, and trace, the blocks of the article that are furniture or promotion."""
    noted: set[int] = set()
    _drop_buttons(page.article)
    _cut_counters(page)
    _drop_contents(page.article)
    drop_at_edges(page)
    _drop_repeated_title(page)
    _drop_above_title(page.article)
    _drop_standfirst(page)
    _trim_furniture(page)
    _trim_credits(page)
    _drop_outside(page)
    for block in (*page.head, *page.article, *page.after[:NEAR_EDGE]):
        if block.dropped and block.dropped != "link-farm" and id(block) not in noted:
            noted.add(id(block))
            page.trace.note("boilerplate", block.dropped, 1, block.text, detail=_figures(block))
    return page


def _drop_outside(page: Page) -> None:
    """Promotion beside the article, so that the trace names it too."""
    inside = set(map(id, page.article))
    for block in (*page.head, *page.after[:NEAR_EDGE]):
        if id(block) not in inside and (phrase := promoting_phrase(block.text)):
            block.drop("promotion", phrase)


def _figures(block: Block) -> str:
    return f"{figures([block])}{block.evidence and f'; {block.evidence}'}"


def _drop_asides(page: Page, layout: Layout) -> None:
    """Boxes inside the article's that are named, or marked up, as standing beside it."""
    inside = {page.box: ""}
    for box in layout.within(page.box):
        inside[box.index] = inside[box.parent] or (box.name if box.aside else "")
    asides = [b for b in remaining(page.article) if inside.get(b.box)]
    within = sum(len(b.text) for b in asides if b.prose)
    whole = sum(len(b.text) for b in remaining(page.article) if b.prose)
    if whole - within >= ENOUGH or within <= ASIDE_SHARE * whole:
        for block in asides:
            block.drop("aside", f"in a box {inside[block.box]}")


def _drop_replies(article: Sequence[Block], layout: Layout) -> None:
    """All from a thread's second post on, where posts are told by the line above each, with who wrote it in
    a cell beside."""
    posts = [place for place, block in enumerate(article) if phrases.POST.match(fold(block.text))]
    if len(posts) < 2:
        return
    start, row = posts[1], layout.innermost(article[posts[1]].box, "tr")
    while row and start > posts[0] + 1 and layout.innermost(article[start - 1].box, "tr") is row:
        start -= 1
    for block in article[start:]:
        block.drop("comments", f"behind the second of {len(posts)} posts")


def _drop_buttons(article: Sequence[Block]) -> None:
    """Buttons that stand at several places of an article, each a line of its own."""
    buttons: dict[str, list[Block]] = {}
    for block in remaining(article):
        if len(block.text) <= MAX_BUTTON and phrases.BUTTON.match(fold(block.text)):
            buttons.setdefault(block.text, []).append(block)
    for alike in buttons.values():
        if len(alike) >= MIN_BUTTONS:
            for block in alike:
                block.drop("buttons", f"{len(alike)} times")


def _cut_counters(page: Page) -> None:
    """The numbers of slides, ``1/3`` to ``3/3``, before captions or alone."""
    counted = [
        (block, count) for block in remaining(page.article) if (count := phrases.COUNTER.match(block.text))
    ]
    size = len(counted)
    numbers = [(count["number"], count["of"]) for _, count in counted]
    if size < MIN_SLIDES or numbers != [(str(n), str(size)) for n in range(1, size + 1)]:
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
    kept = remaining(article)
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


def _drop_above_title(article: Sequence[Block]) -> None:
    """What stands above the last heading, where that is in the article's box and before all prose."""
    lead, _ = edges(article)
    last = max((place for place, block in enumerate(lead) if block.dropped == "title"), default=0)
    for block in lead[:last]:
        block.drop("above the title")


def _drop_repeated_title(page: Page) -> None:
    """The title once more, and what else of a newspaper's headline stands between it and the dateline."""
    title, whole = _letters(page.facts.title or ""), _letters(called(page))
    kept = remaining(page.article)
    lead, _ = edges(kept)
    titles = [i for i, b in enumerate(lead) if title and _is_title(b.text, title, whole)]
    for place in titles:
        lead[place].drop("title", page.facts.title or "")
    text = kept[len(lead)].text if len(lead) < len(kept) else ""
    if titles and phrases.DATELINE.match(fold(text)) and len(lead) - titles[-1] <= MOST_HEADLINES:
        for block in lead[titles[-1] + 1 :]:
            block.drop("headline", "between the title and the dateline")


def _is_title(text: str, title: str, whole: str) -> bool:
    """True for the title: as the page has it as a `whole`, behind its label, or with the word that the next
    line of its headline is the object of, and no full stop behind it."""
    line = _letters(text)
    if line in (title, whole) or (line.endswith(title) and _LABELS.fullmatch(line[: -len(title)])):
        return True
    return line.startswith(title) and len(line) - len(title) <= MAX_VERB and text[-1] not in "。：:"


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def _drop_standfirst(page: Page) -> None:
    """The text's own beginning, cut short or called its summary, set above it, or below it to be shared; and
    a summary in a box of its own, which becomes metadata."""
    article, kept = page.article, remaining(page.article)
    opening = kept[:OPENING_LINES]
    first = opening[0].text if opening else ""
    summary = phrases.SUMMARY.match(fold(first))
    cut = phrases.STANDFIRST.match(fold(first)) or summary
    if _is_labelled_summary(article, kept):
        kept[0].drop("repeated", "sentences of the text below their label")
    elif cut and any(block.text.startswith(first[slice(*cut.span("text"))]) for block in opening[1:]):
        opening[0].drop("repeated", "the beginning of the text")
    elif summary and _is_in_own_box(opening, page):
        page.facts.summary = page.facts.summary or first[slice(*summary.span("text"))]
        opening[0].drop("summary", "in a box of its own")
    if len(kept) > 1 and (cut := phrases.STANDFIRST.match(fold(kept[-1].text))):
        whole, *others = ("".join(block.text.split()) for block in opening)
        beginning = "".join(kept[-1].text[slice(*cut.span("text"))].split())
        text = "".join([whole, *others])
        if beginning != whole and text.startswith(beginning):  # a refrain is all of a line
            kept[-1].drop("repeated", "the beginning of the text")


def _is_in_own_box(opening: Sequence[Block], page: Page) -> bool:
    """True for a first line that stands in no box with the two below it, which stand in one."""
    assert page.layout is not None
    boxes = page.layout.boxes
    around = [boxes[block.box].parent if block.box >= 0 else -1 for block in opening[:3]]
    return len(around) == 3 and around[0] != around[1] == around[2]


def _is_labelled_summary(article: Sequence[Block], kept: Sequence[Block]) -> bool:
    """True where the first line stands below ``摘要`` and the text has it once more, word for word."""
    place = article.index(kept[0]) if kept else 0
    if place == 0 or not phrases.SUMMARY_LABEL.match(fold(article[place - 1].text)):
        return False
    said = _letters(_IN_BRACKETS.sub("", kept[0].text))
    return len(said) >= MIN_SUMMARY and said in _letters("".join(block.text for block in kept[1:]))


def _trim_furniture(page: Page) -> None:
    """A notice, buttons, or another article's headline, glued to the end of the last paragraph."""
    last = next((block for block in reversed(remaining(page.article)) if block.prose), None)
    if last is None:
        return
    body, tail = tail_of(last.text)
    if not tail or phrases.PART_OF.match(tail):
        return
    text = fold(tail)
    glued = next((reason for reason, form in _GLUED if form.match(text)), "")
    if reason := "notice" if is_notice(tail) else glued:
        page.trace.note("boilerplate", reason, 1, tail)
        last.shorten(body)


def _trim_credits(page: Page) -> None:
    """``（责编：张三）`` behind the last sentences becomes metadata."""
    facts = page.facts
    for block in remaining(page.article)[-3:]:
        match = phrases.CREDIT_TAIL.search(fold(block.text))
        if match and match.start() > 0:
            found = without_nobody(read_byline(_BRACKETS.sub("　", block.text[match.start() :]).strip()))
            facts.editors += [e for e in found.editors if e not in facts.editors]
            facts.authors = facts.authors or [name for name in found.authors if name != facts.source]
            facts.source = facts.source or found.source
            page.trace.note("boilerplate", "byline", 1, block.text[match.start() :])
            block.shorten(block.text[: match.start()])
