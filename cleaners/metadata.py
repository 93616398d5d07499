"""Gather what the page says of its article: title, times, source, people, pictures.

The page's visible head is asked first for what people read (title, source, authors), its machine
declarations first for what machines write (times, language, canonical address).
"""

from collections.abc import Iterable, Sequence
from urllib.parse import urljoin, urlsplit

from cleaners.article import is_prose
from cleaners.blocks import Block
from cleaners.byline import Byline, assign, is_byline, read_byline, reporters
from cleaners.conversion import restore
from cleaners.dates import has_time, read_date
from cleaners.declared import Declared, json_names, read_declared
from cleaners.images import find_images
from cleaners.state import Page
from cleaners.tables import meta_names
from cleaners.title import find_title

HEAD_BLOCKS = 40
"""Blocks before the first paragraph among which title and source line are looked for."""
TAIL_BLOCKS = 8
"""Blocks behind the article among which an editor's line is looked for."""
OPENING = 2
"""Paragraphs at each end in which a reporter may be named."""


def read_metadata(page: Page) -> Page:
    """Step: fill `page.facts`, and drop the lines that became facts."""
    assert page.root is not None and page.layout is not None
    declared = read_declared(page.root)
    for name in declared.meta:
        declared.meta[name] = restore(page, declared.meta[name])
    declared.title = restore(page, declared.title)
    lead, tail = edges(page.article)
    head = [*page.before[-HEAD_BLOCKS:], *lead]
    facts = page.facts
    selected = page.options.selectors
    facts.title, heading = find_title(head, page.layout, declared)
    facts.title = _selected(page, selected.title) or facts.title
    if heading is not None:
        _drop(heading, "title")
        head = head[head.index(heading) + 1 :] or head
    found = _read_lines(head)
    _read_lines([*tail, *page.after[:TAIL_BLOCKS]], found)
    _fill_people(page, found, declared)
    _fill_times(page, found, declared)
    _fill_declared(page, declared)
    kept = [b for b in page.article if not b.dropped]
    if kept:
        first, last = page.first + page.article.index(kept[0]), page.first + len(page.article)
        facts.images = find_images(page.layout, first, last, page.url)
    return page


def edges(article: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The lines before an article's first paragraph of prose, and those behind its last."""
    prose = [i for i, block in enumerate(article) if not block.dropped and is_prose(block)]
    if not prose:
        return list(article), []
    return list(article[: prose[0]]), list(article[prose[-1] + 1 :])


def _drop(block: Block, reason: str) -> None:
    block.dropped = block.dropped or reason


def _read_lines(lines: Sequence[Block], found: Byline | None = None) -> Byline:
    """Read the byline lines among some lines into one `Byline`, dropping each."""
    found = found or Byline()
    waiting = ""
    for block in lines:
        if waiting and len(block.text) <= 30 and not read_byline(block.text).labelled:
            assign(found, waiting, block.text)
            _drop(block, "byline")
            waiting = ""
            continue
        line = read_byline(block.text)
        if not is_byline(block.text, line):
            continue
        waiting = line.open
        found.source = found.source or line.source
        found.date = found.date or line.date
        found.authors += [a for a in line.authors if a not in found.authors]
        found.editors += [e for e in line.editors if e not in found.editors]
        _drop(block, "byline")
    return found


def _fill_people(page: Page, found: Byline, declared: Declared) -> None:
    facts, chosen = page.facts, page.options.selectors
    facts.source = (
        _selected(page, chosen.source) or found.source or declared.first(meta_names.SOURCE)
    )
    authors = _selected(page, chosen.authors)
    editors = _selected(page, chosen.editors)
    kept = [b.text for b in page.article if not b.dropped and is_prose(b)]
    facts.authors = (
        (read_byline(f"作者：{authors}").authors if authors else [])
        or found.authors
        or _first(reporters(text) for text in (*kept[:OPENING], *kept[-OPENING:]))
        or json_names(declared.article.get("author"))
        or _meta_people(declared, meta_names.AUTHOR, "作者")
    )
    facts.editors = (
        (read_byline(f"编辑：{editors}").editors if editors else [])
        or found.editors
        or _meta_people(declared, meta_names.EDITOR, "编辑")
    )


def _meta_people(declared: Declared, names: tuple[str, ...], label: str) -> list[str]:
    content = declared.first(names)
    if not content:
        return []
    line = read_byline(f"{label}：{content}")
    return line.authors or line.editors


def _first(lists: Iterable[list[str]]) -> list[str]:
    return next((found for found in lists if found), [])


def _fill_times(page: Page, found: Byline, declared: Declared) -> None:
    facts, url = page.facts, page.url
    visible = _selected(page, page.options.selectors.published_at) or found.date
    shown = read_date(visible, url=url) if visible else None
    said = _read_any(
        [
            _text(declared.article.get("datePublished")),
            *map(declared.meta.get, meta_names.PUBLISHED),
            declared.times.get("datepublished"),
        ],
        url,
    )
    if shown and (not said or (has_time(shown) and not has_time(said))):
        facts.published_at = shown
    else:
        facts.published_at = said or _read_any([declared.times.get("time")], url)
    facts.modified_at = _read_any(
        [
            _text(declared.article.get("dateModified")),
            *map(declared.meta.get, meta_names.MODIFIED),
            declared.times.get("datemodified"),
        ],
        url,
    )


def _read_any(candidates: Iterable[str | None], url: str | None) -> str | None:
    return next((d for d in (read_date(c, url=url) for c in candidates if c) if d), None)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _fill_declared(page: Page, declared: Declared) -> None:
    facts = page.facts
    facts.declared_language = declared.language
    facts.summary = declared.first(meta_names.SUMMARY)
    facts.section = declared.first(meta_names.SECTION) or _text(
        declared.article.get("articleSection")
    )
    facts.keywords = _keywords(declared)
    facts.canonical_url = _canonical(page.url, declared.canonical or declared.meta.get("og:url"))


def _keywords(declared: Declared) -> list[str]:
    content = declared.first(meta_names.KEYWORDS)
    words = (
        content.replace("，", ",").replace("、", ",").replace(";", ",").split(",")
        if content
        else []
    )
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
        text = (
            " ".join("".join(element.itertext()).split()) or (element.get("content") or "").strip()
        )
        if text:
            return restore(page, text)
    return None
