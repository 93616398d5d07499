"""Read the credits around an article: the lines before and behind it that name source, people and times.

One line is read by `cleaners.byline`; here it is known which lines are asked, and what a line's place says.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise

from lxml import etree

from cleaners.blocks import EDGE, Block, Layout, first_children, one_spaced, remaining, text_of
from cleaners.byline import (
    CLOCK,
    Byline,
    assign,
    byline_in,
    is_byline,
    is_credits,
    names,
    read_byline,
    reprint_in,
    without_furniture,
    without_nobody,
)
from cleaners.captions import is_captioning
from cleaners.dates import ANY_DATE, has_time, read_badge, read_date
from cleaners.notices import is_notice
from cleaners.person_names import is_word
from cleaners.rewriting import restore
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import furniture, hints, labels, media, phrases, tags, words

NEAR_TITLE = 3
"""Lines right above the title, which are read before those further up: a list's items have days too."""
ABOVE_BLOCKS = 20
"""Blocks before the heading among which a source line, or a notice's table of labels and values, is looked
for where none is behind it."""
_PUBLISHED = "发布"
"""What a label of time has that outdoes the date on which a notice was written."""
_CHANGED = re.compile("^(?!.*发[布表]).*(?:更新|修改)")
"""What a line has whose date is that of the last change."""
OPENING = 10
"""Blocks of the article among which the authors' line may stand."""
TAIL_BLOCKS = 8
"""Blocks behind the article among which an editor's line is looked for."""
DAY, MINUTES = 10, 16
"""Characters of a date by which days are told apart, and minutes."""
MAX_DATED = 80
"""Longest line in characters whose date is the article's."""
_NO_VALUES = (phrases.PAPER_PAGE, phrases.NEIGHBOUR, phrases.CUT, phrases.SECTION_NUMBER, media.PAPER)
"""Lines that stand behind a label which has no value."""
_BULLETS = "■□●◆▲◎⊙○◇ "
"""What papers set before who wrote, or where it is from."""
_BRACKETS = f"{EDGE}（）()【】[]"
"""What stands around a signature."""
_BETWEEN = re.compile(r"[、，,/／|丨\s\u3000]+")
"""What stands between the names of a signature."""
_OWN_FIGURES = re.compile(rf"{ANY_DATE.pattern}|\d[\d-]{{6,}}")
"""A day or a telephone's number: what an article says, and no counter."""
_TIMED = re.compile("[0-9〇一二三四五六七八九十]|刚刚|昨天|今天")
"""What a time has."""
_DAY_OR_EDITOR = re.compile(rf"[\d年]|{labels.SAYS_EDITOR.pattern}")
"""Without one of these a line has neither a day nor an editor's label."""
_BARE_DAY = re.compile(r"[\d\s年月日./()（）\[\]-]+")
"""A line that is a day and nothing else."""
_ADDRESS = re.compile("https?://[!-~]+")
_FOLLOW = re.compile(r"\s*[+＋]?\s?(?:已关[注註]|关注|關注)$")
"""The button beside an account's name."""
_BADGE = re.compile("官方[账帐賬帳][号號]$")
"""What says below it whose the account is."""
MOST_BESIDE = 8
"""Most lines of a box that tells the day."""
MOST_BADGE = 2
"""Lines right above the title that may be a day in parts."""
MAX_BESIDE = 12
"""Longest line in characters that says something else in the box of the day."""
MAX_LABEL = 6
"""Longest label of a day in characters: ``发布时间：``."""
MOST_INLINES = 30
"""Most elements in a box with a line of the byline: one with more holds the article, or a list."""
MIN_IMPRINT = 2
"""Parts of an imprint in a line that is one: an event has an address too."""
MAX_VALUE = 24
"""Longest value that stands in a box of its own behind its label's box."""


def read_credits(page: Page, head: Sequence[Block], above: Sequence[Block], tail: Sequence[Block]) -> Byline:
    """What the lines around an article say of it, from the title down; those that say it are dropped.

    `head` are the lines between title and text, `above` those before the title, `tail` those behind the text.
    """
    assert page.layout is not None
    layout = page.layout
    speakers, listed = _speakers(page.article), _listed(page.article)
    found = Byline()
    _read_lines([b for b in head if b.text not in speakers and b not in listed], page, found, unlabelled=True)
    for lines in (above[-NEAR_TITLE:], above[-ABOVE_BLOCKS:-NEAR_TITLE]):
        if not found.source or not found.date:
            _read_lines(lines, page, found)
    _read_lines([*(b for b in tail if b not in listed), *page.after[:TAIL_BLOCKS]], page, found)
    if not found.date:
        _read_badge(head, found)
        _read_badge(above[-MOST_BADGE:], found)
    _read_beside(head, layout, found)
    _read_joined(head, found)
    if not found.authors:
        _read_marked_author(page, head, found)
        _read_bulleted(page.article, found)
    _drop_of_author(head, page.article, layout)
    if not found.source:
        _read_marked_source(page, head, found)
    _drop_beside_day(head, page.article, layout)
    if any(block.prose for block in page.article):
        _drop_restated(head, found)
    if left := [block for block in remaining(tail) if not (block.is_links or is_notice(block.text))]:
        _read_photographer(left[0], page.article, found)
        below = tail[tail.index(left[0]) + 1 :][:1]
        credited = any(line.dropped == "byline" for line in below)
        if len(left) == 1 and left[0].text.strip(f"{_BRACKETS}{EDGE}") in {block.text for block in head}:
            left[0].drop("byline", "said before")
        if len(left) == 1 or credited:
            _read_signature(left[0], found, credited=credited)
    found.date = found.date or found.passing
    if not found.date:
        _read_below_standfirst(page, found)
    return found


def _read_below_standfirst(page: Page, found: Byline) -> None:
    """The lines of credits between an article's standfirst, or its first picture, and its text: one of them
    tells the day by its label."""
    opening = page.article[:OPENING]
    for told, lines in groupby(opening, key=lambda block: not block.prose and not block.dropped):
        credits = list(lines)
        if told and any(_tells_day(block) for block in credits):
            _read_lines(credits, page, found, unlabelled=True)
            return


def _tells_day(block: Block) -> bool:
    line = byline_in(block.text)
    return line is not None and line.labelled and line.date is not None


def edges(article: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines before an article's first paragraph of prose, and those behind its last.

    Credits and notices may be as long as a paragraph and are none; nor is a caption before them all.
    """
    prose = [i for i, block in enumerate(article) if not block.dropped and block.prose]
    while prose and (_is_no_paragraph(article[prose[-1]].text) or _is_teaser(article, prose)):
        prose.pop()
    while prose and _is_no_paragraph(article[prose[0]].text):
        prose.pop(0)
    if not prose:
        return list(article), []
    return list(article[: prose[0]]), list(article[prose[-1] + 1 :])


def _is_teaser(article: Sequence[Block], prose: Sequence[int]) -> bool:
    """True where the last paragraph is cut short and stands behind credits: another article begins there."""
    if len(prose) < 2 or not article[prose[-1]].ends_cut:
        return False
    return any(is_credits(block.text) for block in article[prose[-2] + 1 : prose[-1]])


@lru_cache(maxsize=64)  # several steps ask for an article's edges
def _is_no_paragraph(line: str) -> bool:
    folded = fold(line)
    return (
        is_credits(line)
        or reprint_in(line) != ""
        or is_notice(line)
        or is_captioning(line)
        or phrases.SUMMARY.match(folded) is not None
        or phrases.CALLED_BEFORE.match(folded) is not None
        or phrases.READING_TIME.match(folded) is not None
        or phrases.COMMENT_FORM.match(folded) is not None
    )


def _speakers(article: Sequence[Block]) -> set[str]:
    """Lines that name a speaker: ``记者：`` before each question stands there more than once."""
    short = Counter(b.text for b in article if len(b.text) <= MAX_VALUE and b.text[-1] in ":：")
    return {line for line, times in short.items() if times > 1}


def _listed(article: Sequence[Block]) -> set[Block]:
    """Lines with labels that list what an article tells, of an event, a book, a film, and say nothing of it:
    ``时间：6月15日``, and ``地点：文化馆`` below it."""
    found: set[Block] = set()
    for labelled, lines in groupby(article, key=lambda block: labels.ANY.match(block.text) is not None):
        run = list(lines) if labelled else []
        of_event = any(_is_of_event(fold(block.text)) for block in run)
        if of_event and not any(_names_desk(read_byline(block.text)) for block in run):
            found.update(block for block in run if not is_notice(block.text))
    return found


def _is_of_event(folded: str) -> bool:
    """True for a label of an event with its value; not for a site's imprint: ``主办：… 地址：… 电话：…``."""
    return labels.OF_EVENT.match(folded) is not None and len(phrases.IMPRINT.findall(folded)) < MIN_IMPRINT


def _names_desk(line: Byline) -> bool:
    """True for a line that says who edited an article or where it is from: no event has that."""
    return bool(line.editors or line.source)


def _read_lines(lines: Sequence[Block], page: Page, found: Byline, *, unlabelled: bool = False) -> None:
    """Read the byline lines among some lines into `found`, dropping each; `unlabelled` ones too if asked."""
    assert page.layout is not None
    layout = page.layout
    waiting, label, bare = "", None, False
    pictured = _below_pictures(layout)
    for block in lines:
        line_text = _set_apart(block, page)
        line = read_byline(line_text)
        if block in pictured and _is_caption(line):
            continue
        if waiting and label is not None and _is_value(block, line, waiting, label, layout):
            if waiting == "time" and line.date:
                found.date = line.date if _PUBLISHED in label.text else found.date or line.date
            assign(found, waiting, block.text)
            label.drop("byline")
            block.drop("byline")
            waiting = ""
            continue
        if waiting == "author" and label is not None and line.authors:
            label.drop("byline")  # 本文作者, and 作者：方芳 below it
        if line.alone:
            waiting, label = line.alone, block
            continue
        timed = line.source and line.date and CLOCK.search(block.text)
        if not (unlabelled or line.labelled or timed):
            waiting = ""
            if line.date and not line.rest and len(block.text) <= MAX_DATED:
                found.signed = line.date
                if CLOCK.search(block.text) and ANY_DATE.fullmatch(fold(block.text)):  # nobody signs so
                    block.drop("byline")
            continue
        told = is_byline(line_text, line)
        found.changed = found.changed or line.changed
        if line.date and (told or (len(block.text) <= MAX_DATED and not block.prose)):
            if _tells_change(line, fold(block.text)):
                found.changed = found.changed or line.date
            elif told or line.labelled:
                if bare and (line.source or line.authors):  # a day above it is of another article's beginning
                    found.date = None
                found.date = found.date or line.date
                bare = _BARE_DAY.fullmatch(block.text) is not None
            else:
                found.passing = found.passing or line.date
        if not told or _is_another_day(line, found):
            continue
        waiting, label = line.open, block
        line = without_nobody(line)
        if line.source and (not found.source or (found.unnamed and not line.unnamed)):
            found.source, found.unnamed = _within_element(line.source, block, page), line.unnamed
        found.authors += [a for a in line.authors if a not in found.authors]
        found.editors += [e for e in line.editors if e not in found.editors]
        block.drop("byline")


def _tells_change(line: Byline, folded: str) -> bool:
    """True for a line whose only date is that of the last change."""
    if line.changed:
        date = line.date or ""
        return line.changed.strip() in date and len([*islice(ANY_DATE.finditer(fold(date)), 2)]) == 1
    return _CHANGED.search(folded) is not None


def _set_apart(block: Block, page: Page) -> str:
    """A line with spaces between its inline elements, where one of them is a day and at most its label, or
    names an editor: a style sets them apart. ``<time>2024-04-12</time><span>方芳</span>``."""
    may_be = len(block.text) <= MAX_DATED and _DAY_OR_EDITOR.search(fold(block.text))
    element = _element_of(block, page) if may_be else None
    inlines = first_children(element, MOST_INLINES + 1) if element is not None else []
    found = _pieces(element, inlines) if 2 <= len(inlines) <= MOST_INLINES else ()
    pieces = [(restore(page, text), apart) for text, apart in found]
    if not any(_is_day(fold(text.strip(EDGE))) or _names_editor(text) for text, _ in pieces):
        return block.text
    own = "".join(block.text.split())
    for first in range(len(pieces)):
        line = glued = ""
        for text, apart in pieces[first:]:
            line += f" {text}" if apart else text
            glued += "".join(text.split())
            if len(glued) >= len(own):
                break
        if glued == own:
            return one_spaced(line)
    return block.text


def _element_of(block: Block, page: Page) -> etree._Element | None:
    assert page.layout is not None
    return page.layout.boxes[block.box].element if block.box >= 0 else None


def _is_day(text: str) -> bool:
    day = ANY_DATE.search(text)
    return day is not None and len(text) - len(day.group()) <= MAX_LABEL


def _names_editor(text: str) -> bool:
    line = byline_in(text) if labels.SAYS_EDITOR.search(fold(text)) else None
    return line is not None and bool(line.editors)


def _pieces(element: etree._Element | None, children: Iterable[etree._Element]) -> Iterator[tuple[str, bool]]:
    """The texts in an element and its children, each with whether it begins a child right behind another."""
    yield (element.text if element is not None else "") or "", False
    apart = False
    for child in children:
        yield text_of(child), apart
        apart = not child.tail
        yield child.tail or "", False


def _below_pictures(layout: Layout) -> set[Block]:
    places = {picture.before_block for picture in layout.pictures}
    return {layout.blocks[place] for place in places if place < len(layout.blocks)}


def _is_caption(line: Byline) -> bool:
    """True for a line below a picture that names whose picture it is behind what it shows."""
    return line.rest != "" and not (line.date or line.source or line.authors or line.editors)


def _within_element(source: str, block: Block, page: Page) -> str:
    """The source, or the beginning of it that ends an element with one of another kind directly behind it, as
    a style sets them apart: ``来源：<a>江城发布</a><span>湖南</span>``; or that a button stands behind."""
    inlines = _element_of(block, page)
    for inline in inlines if inlines is not None and not media.SOURCE_NAME.match(fold(source)) else ():
        text = restore(page, text_of(inline)).rstrip()
        button = text.lstrip()
        if furniture.BUTTON_LINE.match(fold(button)) and source.removesuffix(button) not in ("", source):
            return source.removesuffix(button).rstrip(EDGE)
        following = inline.getnext()
        if following is None or inline.tail or not _are_apart(inline, following):
            continue
        if own := next(
            (source[:end] for end in range(len(source) - 1, 1, -1) if text.endswith(source[:end])), ""
        ):
            return own.rstrip(EDGE)
    return source


def _are_apart(one: etree._Element, other: etree._Element) -> bool:
    kinds = [(element.tag, element.get("class")) for element in (one, other)]
    return kinds[0] != kinds[1] or labels.LABEL.match(fold(text_of(other).lstrip())) is not None


def _is_another_day(line: Byline, found: Byline) -> bool:
    """True for a line with a date and no label where the article has another: a fixture, a step of a plan,
    another hour of its own day."""
    if line.labelled or line.source or not line.date or found.date in {None, line.date}:
        return False
    if _CHANGED.search(fold(line.date)):
        return False
    if labels.OTHER_DAY.match(fold(line.date)):
        return True
    one, other = (read_date(date or "") or "" for date in (line.date, found.date))
    size = MINUTES if has_time(one) and has_time(other) else DAY
    return not one or one[:size] != other[:size]


def _is_no_name(name: str) -> bool:
    return name in words("farm_words.txt") or labels.RANK.search(name) is not None


def _read_beside(head: Sequence[Block], layout: Layout, found: Byline) -> None:
    """Names of a medium and of people, each a line of its own, above or below a line of the byline; a linked
    one in a box with it, for menus have such names too."""
    lines = [block for block in head if not phrases.FOLLOW.match(fold(block.text))]
    pairs = [*pairwise(lines), *pairwise(lines[::-1])]
    for one, other in sorted(pairs, key=lambda pair: _BADGE.search(pair[1].text) is not None):
        if one.dropped != "byline" or other.dropped:
            continue
        written = _BADGE.sub("", _FOLLOW.sub("", other.text.lstrip(_BULLETS)))
        if other.links and written == other.text and not _in_one_box(one, other, layout):
            continue
        name = fold(written)
        if furniture.BUTTON_LINE.match(name):
            continue
        if issue := media.ISSUE.match(name):
            found.source = found.source or written[: issue.end("name")]
        elif not found.source and media.SOURCE_NAME.match(name) and not media.SECTION_NAME.match(name):
            found.source = written
        elif (
            not found.authors
            and labels.PEOPLE_BESIDE.match(name)
            and not _is_no_name(name)
            and not is_word(name)
        ):
            found.authors += names(written)
        else:
            continue
        other.drop("byline")


def _in_one_box(one: Block, other: Block, layout: Layout) -> bool:
    """True for two lines of a box, of which either may be in one of its own there."""
    boxes = [{block.box, layout.boxes[block.box].parent} for block in (one, other) if block.box >= 0]
    return len(boxes) == 2 and not boxes[0].isdisjoint(boxes[1])


def _read_joined(head: Sequence[Block], found: Byline) -> None:
    """The day with all authors glued to it, where they are known from a line of their own."""
    joined = "".join(found.authors)
    for block in head:
        line = fold(block.text)
        day = None if block.dropped or not joined else ANY_DATE.match(line)
        if day and line[day.end() :].strip() == fold(joined):
            found.date = found.date or block.text
            block.drop("byline")


def _read_badge(head: Sequence[Block], found: Byline) -> None:
    """The day of a badge, in one line or in two: ``05`` above ``2024-03``."""
    for lines in (*zip(head), *pairwise(head)):
        day = None if any(block.dropped for block in lines) else read_badge(" ".join(b.text for b in lines))
        if day:
            found.date = day
            for block in lines:
                block.drop("byline", "a day in parts")
            return


def _drop_beside_day(head: Sequence[Block], article: Sequence[Block], layout: Layout) -> None:
    """What else a box says that tells the day and holds no paragraph: a section, who posted it."""
    days = (b for b in head if b.dropped == "byline" and ANY_DATE.search(fold(b.text)))
    boxes = {layout.boxes[block.box].parent for block in days if block.box >= 0}
    boxes -= {-1} | layout.holding(block.box for block in article if block.prose)
    beside = [block for block in head if block.box >= 0 and layout.boxes[block.box].parent in boxes]
    if len(beside) <= MOST_BESIDE and any(block.prose for block in article):  # more may be verse
        for block in beside:
            if len(block.text) <= MAX_BESIDE and not block.marks:
                block.drop("byline", "beside the day")


def _drop_restated(head: Sequence[Block], found: Byline) -> None:
    """The source or the people once more, and lines of nothing but buttons and counters."""
    known = {found.source, *found.authors}
    for block in head:
        line = fold(block.text)
        if block.dropped or block.links or len(line) > MAX_DATED or _OWN_FIGURES.search(line):
            continue
        if known.issuperset(without_furniture(block.text).split()):
            block.drop("byline", "said before")


def _read_photographer(line: Block, article: Sequence[Block], found: Byline) -> None:
    """Whose pictures they are, in brackets behind the last paragraph, where no caption says it."""
    written = line.text.strip(_BRACKETS)
    people = labels.PHOTOGRAPHED_BY.match(fold(written))
    if people and not any(is_captioning(block.text) for block in article if block is not line):
        found.authors = found.authors or names(written[slice(*people.span("names"))])
        line.drop("byline")


def _read_signature(line: Block, found: Byline, *, credited: bool) -> None:
    """Whose text it is: a medium, named alone behind the last paragraph, or with its reporter; an office or
    a centre where it is `credited`, with the names of who made the text right below."""
    parts = _BETWEEN.split(line.text.strip(_BRACKETS))
    outlets = [
        part
        for part in parts
        if media.SOURCE_NAME.match(name := fold(part)) and not media.SECTION_NAME.match(name)
    ]
    people = [part for part in parts if part not in outlets and labels.PERSON.match(fold(part))]
    if len(outlets) != 1 or len(people) + 1 < len(parts) or parts[0][:1] == "据":
        return
    if not (people or credited) and media.OFFICE.search(fold(outlets[0])):  # it may sign its own words
        return
    found.source = found.source or outlets[0]
    found.authors = found.authors or people
    line.drop("byline")


def _read_marked_author(page: Page, head: Sequence[Block], found: Byline) -> None:
    """People's names without a label, or else an account's, where the markup names them for the author."""
    assert page.layout is not None
    boxed = [(block, page.layout.boxes[block.box]) for block in head if block.box >= 0]
    for block, box in boxed:
        name = fold(block.text) if hints.AUTHOR.search(box.hint) and not block.dropped else ""
        if _is_name(name):
            found.authors.append(block.text)
        elif hints.ACCOUNT.search(box.hint) and _is_account(name):
            found.account = found.account or block.text
        else:
            continue
        block.drop("byline")
    lines = [box.element for block, box in boxed if len(block.text) <= MAX_DATED and not block.prose]
    found.authors = found.authors or _first_within(page, lines, hints.AUTHOR, _is_name)
    found.account = found.account or next(iter(_first_within(page, lines, hints.ACCOUNT, _is_account)), None)


def _drop_of_author(head: Sequence[Block], article: Sequence[Block], layout: Layout) -> None:
    """What an author says of himself, in a box of the author's between title and text."""
    if any(block.prose for block in article):
        for block in head:
            named = block.box >= 0 and hints.AUTHOR.search(layout.boxes[block.box].hint)
            if named and len(block.text) <= MAX_DATED and not (block.prose or block.links):
                block.drop("byline", "in a box of the author")


def _read_marked_source(page: Page, head: Sequence[Block], found: Byline) -> None:
    """A source without a label, beside the day, in an inline element that is named for it."""
    assert page.layout is not None
    dated = (block for block in head if block.box >= 0 and block.dropped == "byline")
    lines = (page.layout.boxes[b.box].element for b in dated if ANY_DATE.search(fold(b.text)))
    found.source = next(iter(_first_within(page, lines, hints.SOURCE, _is_account)), None)


def _first_within(
    page: Page, lines: Iterable[etree._Element], named: re.Pattern[str], fits: Callable[[str], bool]
) -> list[str]:
    """The names that fit in the first line with inline elements `named` so that has any."""
    return next(filter(None, (_named_within(page, line, named, fits) for line in lines)), [])


def _is_name(line: str) -> bool:
    if _is_no_name(line) or furniture.BUTTON_LINE.match(line):
        return False
    return labels.PERSON.match(line) is not None


def _is_account(name: str) -> bool:
    """True for what may be an account's name, in Simplified: no label, button or section."""
    if labels.ALONE.match(name) or furniture.BUTTON_LINE.match(name) or labels.NOBODY.match(name):
        return False
    return labels.ACCOUNT.match(name) is not None and media.SECTION_NAME.match(name) is None


def _named_within(
    page: Page, line: etree._Element, named: re.Pattern[str], fits: Callable[[str], bool]
) -> list[str]:
    """The names that fit in the inline elements of a line that are `named` so."""
    found: list[str] = []
    for inline in islice(line.iter(), 1, None):
        if inline.tag in tags.BLOCK:  # no line, but what holds some
            return []
        hint = " ".join(filter(None, map(inline.get, ("class", "id", "rel", "itemprop")))).lower()
        name = restore(page, one_spaced(text_of(inline))) if named.search(hint) else ""
        if fits(fold(name)) and name not in found:
            found.append(name)
    return found


def _read_bulleted(article: Sequence[Block], found: Byline) -> None:
    """Authors behind a bullet, below a summary perhaps; with more such lines they are a list."""
    bulleted = (block for block in article if block.text[0] in _BULLETS)
    lines = [(block, people) for block in bulleted if (people := labels.BULLETED.match(fold(block.text)))]
    if len(lines) == 1:
        block, people = lines[0]
        if not block.dropped and block in article[:OPENING]:
            found.authors += names(block.text[slice(*people.span("names"))])
            block.drop("byline")


def _is_value(block: Block, line: Byline, waiting: str, label: Block, layout: Layout) -> bool:
    """True when a line is the value of a label, of the kind that waits, alone in the box beside it."""
    boxes = layout.boxes
    beside = block.box >= 0 <= label.box and boxes[block.box].parent in {label.box, boxes[label.box].parent}
    text = fold(block.text)
    if waiting != "code" and phrases.DOCUMENT_NUMBER.match(text):
        return False
    if line.alone or (waiting == "time" and not _TIMED.search(text)):  # a table's columns
        return False
    if waiting in {"author", "editor"} and ("：" in text or ":" in text):  # a headline
        return False
    if (
        furniture.BUTTON_LINE.match(text)
        or text[-1] in ":："
        or is_notice(text)
        or any(form.match(text) for form in _NO_VALUES)
    ):
        return False
    return (
        beside
        and block.box != label.box
        and not line.labelled
        and (len(block.text) <= MAX_VALUE or _ADDRESS.fullmatch(block.text) is not None)
    )
