"""Gather what the page says of its article: title, times, source, people, pictures.

The page's visible head is asked first for what people read (title, source, authors), its machine
declarations first for what machines write (times, language, canonical address).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from cleaners.blocks import EDGE, Block, Layout, text_of
from cleaners.byline import Byline, assign, is_byline, is_credits, read_byline, reporters
from cleaners.dates import has_time, is_day_of, read_date
from cleaners.declared import Declared, json_names, read_declared
from cleaners.images import find_images, is_captioning
from cleaners.notices import is_notice
from cleaners.rewriting import restore
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import hints, labels, media, meta_names, phrases
from cleaners.title import find_title

HEAD_BLOCKS = 120
"""Blocks before the first paragraph among which title and source line are looked for."""
NEAR_BLOCKS = 20
"""As many where no heading tells where the article begins."""
ABOVE_BLOCKS = 20
"""Blocks before the heading among which a source line, or a notice's table of labels and values, is looked
for where none is behind it."""
_PUBLISHED = "发布"
"""What a label of time has that outdoes the date on which a notice was written."""
_CHANGED = re.compile("^(?!.*发[布表]).*(?:更新|修改)")
"""What a line has whose date is that of the last change."""
TAIL_BLOCKS = 8
"""Blocks behind the article among which an editor's line is looked for."""
MAX_DATED = 80
"""Longest line in characters whose date is the article's."""
MAX_VALUE = 24
"""Longest value that stands in a box of its own behind its label's box."""
OPENING = 2
"""Paragraphs at each end in which a reporter may be named."""


def read_metadata(page: Page) -> Page:
    """Step: fill `page.facts`, and drop the lines that became facts."""
    assert page.root is not None
    assert page.layout is not None
    declared = read_declared(page.root)
    for name in declared.meta:
        declared.meta[name] = restore(page, declared.meta[name])
    declared.title = restore(page, declared.title)
    declared.learn(page.embedded)
    lead, tail = edges(page.article)
    head = [*page.before[-HEAD_BLOCKS:], *lead]
    facts = page.facts
    selected = page.options.selectors
    facts.title, heading = find_title(head, page.layout, declared)
    facts.title = _selected(page, selected.title) or facts.title
    above: list[Block] = []
    if heading is not None:
        heading.drop("title")
        place = head.index(heading)
        head, above = head[place + 1 :] or head, head[max(0, place - ABOVE_BLOCKS) : place]
    else:
        head = head[-NEAR_BLOCKS:]
    page.head = head
    speakers = _speakers(page.article)
    found = Byline()
    _read_lines([b for b in head if b.text not in speakers], page.layout, found, unlabelled=True)
    if not found.source or not found.date:
        _read_lines(above, page.layout, found)
    _read_lines([*tail, *page.after[:TAIL_BLOCKS]], page.layout, found)
    if not found.source:
        _read_medium(head, found)
    _read_signature([b for b in tail if not b.dropped], found)
    if not found.authors:
        _read_marked_author(head, page.layout, found)
    _fill_people(page, found, declared)
    _fill_times(page, found, declared)
    _drop_day(head, facts.published_at)
    _fill_declared(page, declared)
    kept = [b for b in page.article if not b.dropped]
    if kept:
        first, last = page.first + page.article.index(kept[0]), page.first + len(page.article)
        facts.images = find_images(page.layout, first, last, _base(page, declared))
    return page


def _base(page: Page, declared: Declared) -> str:
    """What relative addresses of the page are relative to; empty where nothing tells."""
    address = page.url or page.facts.canonical_url or ""
    try:
        return urljoin(address, declared.base or "")
    except ValueError:
        return address


def edges(article: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines before an article's first paragraph of prose, and those behind its last.

    Credits and notices may be as long as a paragraph and are none; nor is a caption before them all.
    """
    prose = [i for i, block in enumerate(article) if not block.dropped and block.prose]
    while prose and _is_no_paragraph(article[prose[-1]].text):
        prose.pop()
    while prose and (_is_no_paragraph(line := article[prose[0]].text) or is_captioning(line)):
        prose.pop(0)
    if not prose:
        return list(article), []
    return list(article[: prose[0]]), list(article[prose[-1] + 1 :])


def _is_no_paragraph(line: str) -> bool:
    return is_credits(line) or is_notice(line)


def _speakers(article: Sequence[Block]) -> set[str]:
    """Lines that name a speaker: ``记者：`` before each question stands there more than once."""
    short = Counter(b.text for b in article if len(b.text) <= MAX_VALUE and b.text[-1] in ":：")
    return {line for line, times in short.items() if times > 1}


def _read_lines(lines: Sequence[Block], layout: Layout, found: Byline, *, unlabelled: bool = False) -> None:
    """Read the byline lines among some lines into `found`, dropping each; `unlabelled` ones too if asked."""
    waiting, label = "", None
    for block in lines:
        line = read_byline(block.text)
        if waiting and label is not None and _is_value(block, line, label, layout):
            if waiting == "time" and line.date:
                found.date = line.date if _PUBLISHED in label.text else found.date or line.date
            assign(found, waiting, block.text)
            label.drop("byline")
            block.drop("byline")
            waiting = ""
            continue
        if line.alone:
            waiting, label = line.alone, block
            continue
        if not (unlabelled or line.labelled):
            waiting = ""
            if line.date and not line.rest and len(block.text) <= MAX_DATED:
                found.signed = line.date
            continue
        if line.date and len(block.text) <= MAX_DATED and not block.prose:
            if _CHANGED.search(fold(block.text)):
                found.changed = found.changed or line.date
            else:
                found.date = found.date or line.date
        if not is_byline(block.text, line) or _is_another_day(line, found):
            continue
        waiting, label = line.open, block
        if line.source and (not found.source or (found.unnamed and not line.unnamed)):
            found.source, found.unnamed = line.source, line.unnamed
        found.authors += [a for a in line.authors if a not in found.authors]
        found.editors += [e for e in line.editors if e not in found.editors]
        block.drop("byline")


def _is_another_day(line: Byline, found: Byline) -> bool:
    """True for a line with a date and no label where the article has another: a fixture, a step of a plan."""
    if line.labelled or line.source or not line.date or found.date in {None, line.date}:
        return False
    dates = (read_date(date or "") for date in (line.date, found.date))
    one, other = (date[:10] if date else None for date in dates)
    return one is None or one != other


def _read_medium(head: Sequence[Block], found: Byline) -> None:
    """A medium's name that is a line of its own, above or below that of the date."""
    for one, other in pairwise(head):
        for block, beside in ((one, other), (other, one)):
            name = fold(block.text)
            medium = media.SOURCE_NAME.match(name) and not media.SECTION_NAME.match(name)
            if medium and not block.links and not block.dropped and beside.dropped == "byline":
                found.source = block.text
                block.drop("byline")
                return


def _read_signature(tail: Sequence[Block], found: Byline) -> None:
    """A medium's name that alone stands behind the last paragraph, or before notices only."""
    if not tail or tail[0].is_links or not all(is_notice(block.text) for block in tail[1:]):
        return
    written = tail[0].text.strip(f"{EDGE}（）()【】[]")
    name = fold(written)
    others = media.SECTION_NAME.match(name) or media.OFFICE.search(name)
    if media.SOURCE_NAME.match(name) and not others:
        found.source = found.source or written
        tail[0].drop("byline")


def _read_marked_author(head: Sequence[Block], layout: Layout, found: Byline) -> None:
    """A name without a label, in a box that is named for the author."""
    for block in head:
        named = not block.dropped and block.box >= 0 and labels.PERSON.match(fold(block.text))
        if named and hints.AUTHOR.search(layout.boxes[block.box].hint):
            found.authors.append(block.text)
            block.drop("byline")


def _drop_day(head: Sequence[Block], published: str | None) -> None:
    """Drop the day of publication where it stands alone, without its year."""
    for block in head:
        if published and not block.dropped and is_day_of(block.text, published):
            block.drop("byline")


def _is_value(block: Block, line: Byline, label: Block, layout: Layout) -> bool:
    """True when a line is the value of a label that stands alone in the box beside it."""
    boxes = layout.boxes
    beside = block.box >= 0 <= label.box and boxes[block.box].parent in {label.box, boxes[label.box].parent}
    return beside and block.box != label.box and len(block.text) <= MAX_VALUE and not line.labelled


def _fill_people(page: Page, found: Byline, declared: Declared) -> None:
    facts, chosen = page.facts, page.options.selectors
    facts.source = (
        _selected(page, chosen.source)
        or found.source
        or declared.first(meta_names.SOURCE)
        or _named_source(page)
    )
    authors = _selected(page, chosen.authors)
    editors = _selected(page, chosen.editors)
    kept = [b.text for b in page.article if not b.dropped and b.prose]
    facts.authors = (
        (read_byline(f"作者：{authors}").authors if authors else [])
        or _people(found.authors)
        or _first(reporters(text) for text in (*kept[:OPENING], *kept[-OPENING:]))
        or _people(json_names(declared.article.get("author")))
        or _people(_meta_people(declared, meta_names.AUTHOR, "作者"))
    )
    facts.editors = (
        (read_byline(f"编辑：{editors}").editors if editors else [])
        or found.editors
        or _meta_people(declared, meta_names.EDITOR, "编辑")
    )


def _named_source(page: Page) -> str | None:
    """The text of an element whose id says that it holds the source or the account."""
    assert page.root is not None
    for name in meta_names.SOURCE_IDS:
        if f'id="{name}"' not in page.html:
            continue
        for element in cast("list[etree._Element]", page.root.xpath("//*[@id=$name]", name=name)):
            text = restore(page, " ".join(text_of(element).split()))
            if 2 <= len(text) <= MAX_VALUE:
                return read_byline(text).source or text
    return None


def _meta_people(declared: Declared, names: tuple[str, ...], label: str) -> list[str]:
    content = declared.first(names)
    if not content:
        return []
    line = read_byline(f"{label}：{content}")
    return line.authors or line.editors


def _people(names: list[str]) -> list[str]:
    """The names that are no medium's: many sites declare themselves to be the author."""
    return [n for n in names if not media.SOURCE_NAME.match(fold(n))]


def _first(lists: Iterable[list[str]]) -> list[str]:
    return next((found for found in lists if found), [])


def _fill_times(page: Page, found: Byline, declared: Declared) -> None:
    facts, url = page.facts, page.url
    visible = _selected(page, page.options.selectors.published_at) or found.date or found.changed
    shown = read_date(visible, url=url) if visible else None
    said = _read_any(
        [
            _text(declared.article.get("datePublished")),
            *map(declared.meta.get, meta_names.PUBLISHED),
            declared.times.get("datepublished"),
        ],
        url,
    )
    published = shown if shown and (not said or (has_time(shown) and not has_time(said))) else said
    others = [declared.times.get("time"), found.signed]
    if not published:
        published = _read_any([others[0], _scripted_time(page.html), others[1]], url)
    elif not has_time(published):
        dates = (date for other in others if other and (date := read_date(other, url=url)))
        same_day = (date for date in dates if date[:10] == published[:10] and has_time(date))
        published = next(same_day, published)
    facts.published_at = published
    facts.modified_at = _read_any(
        [
            _text(declared.article.get("dateModified")),
            *map(declared.meta.get, meta_names.MODIFIED),
            declared.times.get("datemodified"),
            found.changed,
        ],
        url,
    )


def _scripted_time(html: str) -> str | None:
    """The time of publication that a page keeps in a script's variable, as WeChat does."""
    for name in meta_names.SCRIPTED_TIMES:
        at = html.find(name)
        while at >= 0:
            match = meta_names.SCRIPTED_TIME.match(html, at + len(name))
            if match:
                return match["time"]
            at = html.find(name, at + 1)
    return None


def _read_any(candidates: Iterable[str | None], url: str | None) -> str | None:
    return next((d for d in (read_date(c, url=url) for c in candidates if c) if d), None)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _fill_declared(page: Page, declared: Declared) -> None:
    facts = page.facts
    facts.declared_language = declared.language
    facts.summary = declared.first(meta_names.SUMMARY)
    facts.section = (
        declared.first(meta_names.SECTION)
        or _text(declared.article.get("articleSection"))
        or _from_breadcrumbs(page)
    )
    facts.keywords = _keywords(declared)
    facts.canonical_url = _canonical(page.url, declared.canonical or declared.meta.get("og:url"))


def _from_breadcrumbs(page: Page) -> str | None:
    """The innermost section of ``首页 > 要闻 > 正文``."""
    for block in reversed(page.before):
        text = fold(block.text)
        start = phrases.BREADCRUMB.match(text)
        parts = phrases.BREADCRUMB_GAP.split(block.text[start.end() if start else 0 :])
        if start is None and (len(parts) < 3 or len(text) > MAX_DATED):
            continue
        names = [part.strip(f"{EDGE}∙·•") for part in parts]
        sections = [name for name in names if name and name != page.facts.title]
        sections = [s for s in sections if fold(s) not in phrases.NO_SECTION]
        if sections and len(sections[-1]) <= MAX_VALUE:
            return sections[-1]
    return None


def _keywords(declared: Declared) -> list[str]:
    content = declared.first(meta_names.KEYWORDS)
    words = content.replace("，", ",").replace("、", ",").replace(";", ",").split(",") if content else []
    words = words if len(words) > 1 else (content or "").split()
    return list(dict.fromkeys(w.strip() for w in words if w.strip()))


def _canonical(url: str | None, declared: str | None) -> str | None:
    """The declared address, made absolute; None where it is no article's (a site's home page)."""
    if not declared:
        return None
    try:
        absolute = urljoin(url or "", declared)
        parts = urlsplit(absolute)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    if parts.path in {"", "/"} and not parts.query and url and urlsplit(url).path not in {"", "/"}:
        return None
    return absolute


def _selected(page: Page, selector: str | None) -> str | None:
    """The text of the first element that a site profile's selector finds."""
    if not selector or page.root is None:
        return None
    for element in page.root.cssselect(selector):
        text = " ".join(text_of(element).split()) or (element.get("content") or "").strip()
        if text:
            return restore(page, text)
    return None
