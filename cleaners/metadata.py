"""Gather what the page says of its article: title, times, source, people, section.

The page's visible head is asked first for what people read (title, source, authors), its machine
declarations first for what machines write (times, language, canonical address).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from cleaners.blocks import Block, prose_size, remaining, text_of
from cleaners.byline import (
    AGO,
    Byline,
    byline_in,
    is_nobody,
    read_byline,
    reporters,
    without_furniture,
    without_nobody,
)
from cleaners.credits import MAX_VALUE, NEAR_TITLE, edges, read_credits
from cleaners.dates import has_time, is_clock_of, is_day_of, read_date
from cleaners.declared import Declared, json_names, read_declared, read_microdata
from cleaners.farm_evidence import MIN_DUBIOUS
from cleaners.farm_words import count_dubious, is_known, may_sell_adult, sells_adult
from cleaners.item_runs import MIN_ITEMS
from cleaners.linkfarm import without_farms
from cleaners.notices import is_notice
from cleaners.rewriting import restore
from cleaners.script import TRADITIONAL_ONLY, convert, fold, script_of
from cleaners.section import find_section
from cleaners.state import Facts, Page
from cleaners.tables import labels, media, meta_names, phrases
from cleaners.title import SAID, can_be_title, find_title, is_title_of, said_share, title_below

HEAD_BLOCKS = 120
"""Blocks before the first paragraph among which title and source line are looked for."""
NEAR_BLOCKS = 20
"""As many where no heading tells where the article begins."""
OPENING_BLOCKS = 6
"""Blocks at an article's beginning among which its title may stand."""
BELOW_OTHERS, NEAR_HEADING = 20, 3
"""Blocks of an article's box among which its heading may stand below others, and lines below it among which
its byline is."""
MIN_HEADING = 8
"""Fewest characters by which a line is known as the title."""
MIN_TRADITIONAL = 3
"""Different Traditional characters from which a title is in that script: names have one or two."""
TITLES = ("h1", "h2")
"""The elements of a page's heading."""
MOST_ABOVE = 0.3
"""Prose above it as a share of that below up to which it is none of the article."""
SPOKEN_OF = 12
"""Paragraphs at an article's beginning that have words of its title."""
MOST_OPENING = 3
"""Paragraphs among which the first is: a summary and a caption may be above it."""
BESIDE_TITLE = 2000
"""Characters around a script's member among which the title of the same object stands."""
TIME_ATTRIBUTES = ("data-time", "data-timestamp", "data-date", "data-pubtime", "data-publish-time", "title")
"""Where scripts that count how long ago it was keep the time, and what a reader's mouse is shown."""
MOST_TIMED = 8
"""Elements of such a line among which one has it."""
_KEYWORD_GAP = re.compile("[,，、;；|｜]")
"""What divides a page's keywords; where nothing else does, spaces."""
OPENING = 2
"""Paragraphs at each end in which a reporter may be named."""


def read_metadata(page: Page) -> Page:
    """Step: fill `page.facts`, and drop the lines that became facts."""
    assert page.root is not None
    assert page.layout is not None
    declared = read_declared(page.root)
    if "itemprop" in page.html:
        read_microdata(page.root, declared)
    declared.learn(page.embedded)
    if page.repairers:
        declared.restore(partial(restore, page))
    _forget_spam(page, declared)
    _mark_heading(page.article, declared.title)
    _drop_above_heading(page.article, declared.title)
    lead, tail = edges(page.article)
    head = [*page.before[-HEAD_BLOCKS:], *lead]
    facts = page.facts
    selected = page.options.selectors
    facts.title, headings = find_title(
        _without_spam(head), _without_spam(lead), _opening(page.article), page.layout, declared
    )
    facts.title = _selected(page, selected.title) or _as_before(facts.title, lead) or title_below(tail)
    facts.title = _in_script(page, facts.title)
    above: list[Block] = []
    for line in headings:
        line.drop("title")
    if headings:
        place, behind = head.index(headings[0]), head.index(headings[-1]) + 1
        teased = page.layout.within_all(page.layout.teasers)  # a day there is another article's
        above = [line for line in head[:place] if line.box not in teased]
        head = head[behind:] or [*above[-NEAR_TITLE:], *headings]
    else:
        head = head[-NEAR_BLOCKS:]
    page.head = head
    found = without_nobody(read_credits(page, head, above, tail))
    _fill_people(page, found, declared)
    _fill_times(page, found, declared)
    _drop_day(head, facts.published_at)
    _fill_declared(page, declared, [*page.before, *lead])
    page.base = _base(page, declared)
    return page


def _in_script(page: Page, title: str | None) -> str | None:
    """A title in Simplified where its article is, and not a character of it: a converter met it elsewhere."""
    if not title or page.script != "Hans" or page.options.script != "restore":
        return title
    if len(TRADITIONAL_ONLY.intersection(title)) < MIN_TRADITIONAL or script_of(title) != "Hant":
        return title
    turned = convert(title, "hk2s")
    page.trace.note("script", "title to the script of its article", 1, title, turned)
    return turned


def _as_before(title: str | None, lead: Sequence[Block]) -> str | None:
    """A title as a line says it was before (``原标题：…``, which is dropped).

    Whole, where the site cut it, and without what in brackets was set before it since: mirror farms sell
    that place (``[…化妆品]…``).
    """
    for block in lead:
        called = phrases.CALLED_BEFORE.match(block.text)
        if not title or not called:
            continue
        block.drop("title")
        name = called["title"]
        cut = phrases.CUT_SHORT.sub("", title)
        if cut != title and name.startswith(cut):
            return phrases.CUT_SHORT.sub("", name)
        if title.endswith(name) and phrases.SET_BEFORE.match(title[: -len(name)]):
            return name
        return title
    return title


def _forget_spam(page: Page, declared: Declared) -> None:
    """What a hacked page declares itself to be, in the words that pornography is sold by."""
    named = {"title": declared.title, **declared.meta}
    for name, content in named.items():
        if sells_adult(content):
            page.trace.note("metadata", "spam", 1, content)
            if name == "title":
                declared.title = ""
            declared.meta.pop(name, None)


def _opening(article: Sequence[Block]) -> str:
    """The first paragraphs of prose, by whose words a title is known."""
    return "\n".join(block.text for block in islice((b for b in article if b.prose), SPOKEN_OF))


def _without_spam(lines: Sequence[Block]) -> list[Block]:
    """Some lines without those that sell pornography; a heading may be gone with a row of channels above."""
    return [b for b in lines if not (b.dropped == "link-farm" and may_sell_adult(b.text))]


def _mark_heading(article: Sequence[Block], title: str | None) -> None:
    """The page's title at the beginning of its article is no prose, whatever marks are in it; where a page
    does not say what it is called, its first paragraph, if that can be a title."""
    paragraphs = [block for block in remaining(article)[:OPENING_BLOCKS] if block.prose]
    if not title:
        title = paragraphs[0].text if paragraphs and can_be_title(paragraphs[0]) else ""
    for block in paragraphs:
        if len(block.text) >= MIN_HEADING and block.text in title:
            block.prose = False


def _drop_above_heading(article: Sequence[Block], title: str) -> None:
    """Paragraphs above the page's heading in the box of its text: what the site has to say, on a running band
    perhaps. Where the heading has its byline below it, they are as many as may be."""
    for place, block in enumerate(article[:BELOW_OTHERS]):
        if block.tag in TITLES and len(block.text) >= MIN_HEADING and is_title_of(block.text, title):
            above, below = article[:place], article[place:]
            few = MOST_ABOVE * prose_size(below) >= prose_size(above)
            dated = any(map(_tells_day, below[1 : 1 + NEAR_HEADING])) and any(b.prose for b in below)
            if any(b.prose for b in above) and (few or dated):
                for line in above:
                    line.drop("above the title")
            return


def _tells_day(block: Block) -> bool:
    line = byline_in(block.text)
    return line is not None and line.date is not None


def _base(page: Page, declared: Declared) -> str:
    """What relative addresses of the page are relative to; empty where nothing tells."""
    address = page.url or page.facts.canonical_url or ""
    try:
        return urljoin(address, declared.base or "")
    except ValueError:
        return address


def _drop_day(head: Sequence[Block], published: str | None) -> None:
    """Drop the day of publication where it stands alone, or beside counters, without its year."""
    for block in head:
        if published and not block.dropped and is_day_of(without_furniture(block.text), published):
            block.drop("byline")


def _fill_people(page: Page, found: Byline, declared: Declared) -> None:
    facts, chosen = page.facts, page.options.selectors
    prose = [block.text for block in page.article if not block.dropped and block.prose]
    last = islice((text for text in reversed(prose) if not is_notice(text)), OPENING)
    facts.source = (
        _selected(page, chosen.source)
        or found.source
        or without_nobody(read_byline(f"来源：{declared.first(meta_names.SOURCE) or ''}")).source
        or _named_source(page)
        or _scripted_source(page)
        or _agency(prose[:MOST_OPENING])
    )
    authors = _selected(page, chosen.authors)
    editors = _selected(page, chosen.editors)
    facts.authors = (
        (read_byline(f"作者：{authors}").authors if authors else [])
        or _people([name for name in found.authors if name != facts.source])
        or _first(reporters(text) for text in (*prose[:OPENING], *last))
        or _declared_authors(declared, facts)
        or [name for name in (found.account,) if name and name != facts.source]
    )
    facts.editors = (
        (read_byline(f"编辑：{editors}").editors if editors else [])
        or found.editors
        or _meta_people(declared, meta_names.EDITOR, "编辑")
    )


def _agency(opening: Sequence[str]) -> str | None:
    """The agency, or the medium, that an article's first paragraph begins with: ``新华社北京5月19日电``,
    ``【财新网】``."""
    for paragraph in opening:
        if match := labels.DATELINED.match(fold(paragraph)):
            return paragraph[slice(*match.span(match.lastgroup or 0))]
    return None


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
    line = without_nobody(read_byline(f"{label}：{content}"))
    return line.authors or line.editors


def _people(names: list[str]) -> list[str]:
    """The names that are no medium's, as many sites declare themselves to be the author, and no system's."""
    return [n for n in names if not (media.SOURCE_NAME.match(fold(n)) or is_nobody(n))]


def _declared_authors(declared: Declared, facts: Facts) -> list[str]:
    """The people that a page declares, without its source, and the site that its title has behind."""
    site = declared.title.rpartition(facts.title)[2] if facts.title else ""
    said = (json_names(declared.article.get("author")), _meta_people(declared, meta_names.AUTHOR, "作者"))
    own = (
        [n for n in _people(names) if n not in site or labels.PERSON.match(fold(n))]
        for names in ([n for n in listed if n != facts.source] for listed in said)
    )
    return _first(own)


def _first(lists: Iterable[list[str]]) -> list[str]:
    return next((found for found in lists if found), [])


def _fill_times(page: Page, found: Byline, declared: Declared) -> None:
    facts, url = page.facts, page.url
    changed = _read_any(
        [
            _text(declared.article.get("dateModified")),
            *map(declared.meta.get, meta_names.MODIFIED),
            declared.times.get("datemodified"),
        ],
        url,
    )
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
    element = declared.times.get("time") or ""
    if published and published == shown and is_clock_of(element, shown):  # which says the zone too
        published = read_date(element) or published
    others = [element, found.signed]
    if not published:
        attributed = _attributed_times(page)
        published = _read_any([others[0], *attributed, _scripted_time(page.html), others[1]], url)
    elif not has_time(published):
        dates = (date for other in others if other and (date := read_date(other, url=url)))
        same_day = (date for date in dates if date[:10] == published[:10] and has_time(date))
        published = next(same_day, published)
    facts.published_at = published or (_before(visible, changed) if visible and changed else None)
    dated = f"{published[:5]}{found.changed}" if published and found.changed else None  # of the same year
    facts.modified_at = changed or _read_any([found.changed, dated], url)


def _attributed_times(page: Page) -> Iterator[str]:
    """What elements between title and text say whose line tells only how long ago it was: ``3小时前``."""
    assert page.layout is not None
    told = (block for block in page.head if len(block.text) <= MAX_VALUE and AGO.search(fold(block.text)))
    for block in told:
        elements = page.layout.boxes[block.box].element.iter() if block.box >= 0 else iter(())
        for element in islice(elements, MOST_TIMED):
            yield from filter(None, map(element.get, TIME_ATTRIBUTES))


def _before(visible: str, changed: str) -> str | None:
    """A visible date without its year, in the year of the last change and not after it."""
    published = read_date(visible, year=int(changed[:4]))
    later = published and datetime.fromisoformat(published) > datetime.fromisoformat(changed)
    return None if later else published


def _scripted_time(html: str) -> str | None:
    """The time of publication that a page keeps in a script's variable, as WeChat does."""
    return next(
        (match["value"] for match in _scripted(html, meta_names.SCRIPTED_TIMES, meta_names.SCRIPTED_TIME)),
        None,
    )


def _scripted_source(page: Page) -> str | None:
    """The account, or the medium, that a page names in a script, beside its title there, or without a label
    between title and text."""
    shown = {word for line in page.head for word in (line.text, *line.text.split())}
    for match in _scripted(page.html, meta_names.SCRIPTED_SOURCES, meta_names.SCRIPTED_SOURCE):
        name = restore(page, match["value"])
        if not is_nobody(name) and (name in shown or _is_beside_title(page, match)):
            return name
    return None


def _is_beside_title(page: Page, member: re.Match[str]) -> bool:
    """True for a member of the object in a script that has the page's title: ``window.DATA`` of qq.com. What
    is no Chinese there may be any setting."""
    if not page.facts.title or member["value"].isascii():
        return False
    title = f'"{page.facts.title}"'
    around = page.html[max(0, member.start() - BESIDE_TITLE) : member.end() + BESIDE_TITLE]
    at = around.find(title)
    place = min(member.start(), BESIDE_TITLE)
    between = around[min(at, place) : max(at, place)]
    return at >= 0 and "{" not in between and "}" not in between


def _scripted(html: str, names: Iterable[str], form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """A script's variables and members of some names, each with its value, a name at a time."""
    for name in names:
        at = html.find(name)
        while at >= 0:
            if match := form.match(html, at + len(name)):
                yield match
            at = html.find(name, at + 1)


def _read_any(candidates: Iterable[str | None], url: str | None) -> str | None:
    return next((d for d in (read_date(c, url=url) for c in candidates if c) if d), None)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _fill_declared(page: Page, declared: Declared, above: Sequence[Block]) -> None:
    """What no line between title and text says; `above` are the lines before the first paragraph."""
    assert page.layout is not None
    facts = page.facts
    facts.declared_language = declared.language
    summary, keywords = declared.first(meta_names.SUMMARY), declared.first(meta_names.KEYWORDS)
    facts.summary = summary if summary != keywords else None  # the site's words twice over
    facts.section = find_section(declared, above, page.layout, facts.title)
    facts.keywords = _keywords(declared)
    _forget_farms(page)
    _forget_strangers(page, declared)
    facts.canonical_url = _canonical(page.url, declared.canonical or declared.meta.get("og:url"))


def _forget_farms(page: Page) -> None:
    """A farm in the summary, and the words of one among the keywords, none of which the article has."""
    facts = page.facts
    if facts.summary and (rest := without_farms(facts.summary)) != facts.summary:
        page.trace.note("metadata", "a link farm in the summary", 1, facts.summary, rest)
        facts.summary = rest or None
    if sum(map(is_known, facts.keywords)) < MIN_DUBIOUS:
        return
    text = fold("\n".join((facts.title or "", *(block.text for block in remaining(page.article)))))
    farm = [word for word in facts.keywords if is_known(word) and fold(word) not in text]
    if len(farm) >= MIN_ITEMS or count_dubious(farm) >= MIN_DUBIOUS:
        page.trace.note("metadata", "a link farm among the keywords", len(farm), ",".join(farm))
        facts.keywords = [word for word in facts.keywords if word not in farm]


def _forget_strangers(page: Page, declared: Declared) -> None:
    """A summary of which article and title have nothing: it is the site's. On a page that is not called by
    its title, one of which the article has nothing, and such keywords."""
    facts, text = page.facts, fold(_opening(page.article))
    title = facts.title or ""
    strange = bool(title and declared.title and not is_title_of(title, declared.title))
    summary = facts.summary or ""
    of_site = strange or (title != "" and said_share(title, fold(summary)) < SAID)
    if summary and of_site and said_share(summary, text) < SAID:
        page.trace.note("metadata", "not of the article", 0, summary)
        facts.summary = None
    if strange:
        facts.keywords = [word for word in facts.keywords if fold(word) in text]


def _keywords(declared: Declared) -> list[str]:
    listed = json_names(declared.article.get("keywords"))
    content = declared.first(meta_names.KEYWORDS) or ",".join(listed)
    words = _KEYWORD_GAP.split(content)
    words = words if len(words) > 1 else content.split()
    if "<" in content:  # a template that was not filled in
        words = []
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
