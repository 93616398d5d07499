"""Judge what came out: is it an article, how good is it, what is wrong with it."""

import re
from collections import Counter
from collections.abc import Sequence

from cleaners.article import ENOUGH, box_values, called
from cleaners.beside import cut_below_headlines
from cleaners.blocks import Block, prose_size, remaining, with_above
from cleaners.byline import byline_in
from cleaners.dates import ANY_DATE, has_time
from cleaners.promotion import weighed
from cleaners.script import fold, is_classical, script_of
from cleaners.site_notes import MIN_TITLE
from cleaners.state import Page, Rejected
from cleaners.suspicion import is_misread
from cleaners.tables import cues

SHORT = 100
"""Characters of text under which an article is flagged short."""
ERROR_PAGE = 200
"""Characters of text under which an error's words are the page."""
ERROR_LINE = 40
"""As many on a page with a date, which errors have not: a short report may speak of a code or an error."""
MAX_TEASER = 150
"""Characters of an article's beginning that a page shows to whoever has not logged in."""
LIST_LINKS = 20
"""Links with headlines from which a page with little prose is a list of articles."""
MUCH_TEASED = 3 * ENOUGH
"""Characters of prose over which a page is asked whether it is all teasers: in fewer an article is seen."""
MIN_HEADLINES = 5
"""Linked headlines from which a page without any of them may be a list all the same."""
FEW_HEADLINES = 3
"""The same where most of its prose stands below one of them, and it has neither title nor byline."""
MIN_CUT, CUT_SHARE = 3, 0.7
"""Paragraphs cut short, each below a line of its own, that are other articles' beginnings, and the share
of all that they make up."""
MIN_CAPTION = 4
"""Letters from which a line may be a caption or a verse: a list has days and dots."""
FEW_LINES = 3
"""Lines of prose that a site's notices and its description of itself have."""
MANY_BETWEEN = 3
"""Linked headlines before the last paragraph of prose that make it a list of teasers."""
MIN_ITEMS = 3
"""Lines in boxes alike, each a byline with its day, that are of a list's items."""
ITEM_LEVELS = 3
"""Boxes around such a line by which it is told from others: its own, those of its item and of the list."""
MAX_BYLINE = 60
"""Longest such line in characters."""
MIN_LINES = 2
"""Lines without a sentence that make an article: captions, or a couplet."""
HEADLINE = 8
"""Characters from which the text of a link is a headline and no menu item."""
NO_LIST = frozenset({"hidden", "byline"})
"""Why lines were dropped whose links are no list of articles, or one that nobody sees."""

LANGUAGES = {"Hans": "zh-Hans", "Hant": "zh-Hant", "Jpan": "ja", "Kore": "ko"}

_REFUSALS = (("captcha", cues.CAPTCHA_PAGE), ("error-page", cues.ERROR_PAGE), ("login", cues.LOGIN_PAGE))
_TRUNCATED = re.compile(
    "(?:展开全文|阅读全文|点击查看全文|查看更多|未完待续|登录后阅读全文|下载.{0,10}阅读全文)[\\s。…>»]*$"
)
_PAID = re.compile("^[此本该](?:文|内容)?为付费(?:文章|内容)|^登录后获取更多权限")
"""What a site says where the rest is sold."""
_TO_COMMENT = re.compile("评论|跟帖|留言|发言")
"""What a reader may also be asked to log in for, below a whole article."""
_DAY = re.compile(r"[\d\s年月日./()（）\[\]·•|｜:：-]+")
"""A line of nothing but a day."""
_TOPIC = re.compile(r"^专题\s?[：:_|｜-]|[^，。]专题(?:[_|｜-].*)?$")
"""What pages are called that gather articles."""
_OF_SECTION = re.compile(r"^[^，。！？；：]{0,12}(?:频道|栏目|专栏|首页|列表|新闻中心|资讯中心)$")
"""A title that is a section's, and no article's."""
LAST_LINES = 4
"""Last lines of an article, one of which may say that there is more."""
FEED_BEGINS = 1_000
"""Characters in which a feed or a site map says that it is one."""
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
_LOST = ("锟斤拷", "烫烫烫", "屯屯屯", "????")
"""What is left of characters that were overwritten: U+FFFD and fresh memory read as GBK, marks for any."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def assess(page: Page) -> Page:
    """Step: language, flags and score; reject what is no article.

    Raises `Rejected` with the reason ``empty``, ``error-page``, ``captcha``, ``login``, ``list-page``
    or ``not-an-article``.
    """
    text = page.text
    _reject_non_articles(page, text)
    script = script_of(text)
    page.language = LANGUAGES.get(script or "") or page.facts.declared_language
    page.script = page.script or script
    page.flags = _flags(page, text)
    page.score = _score(page, text)
    return page


def _reject_non_articles(page: Page, text: str) -> None:
    assert page.layout is not None
    if _FEED.search(page.html, 0, FEED_BEGINS):
        raise Rejected("list-page", "a feed")
    if len(text) <= ERROR_PAGE:
        words = fold(f"{called(page)}\n{page.facts.title or ''}\n{text}")
        whole = fold("\n".join(b.text for b in page.layout.blocks[:40]))[:1000]
        facts = page.facts
        told = facts.published_at and (facts.source or facts.editors or len(text) > ERROR_LINE)
        for reason, parts in _REFUSALS:
            found = "" if told and text else weighed(words, parts, cues.REFUSAL)
            if not found and (not text or (not told and len(whole) <= ERROR_PAGE)):
                found = weighed(whole, parts, cues.REFUSAL)
            if found:
                raise Rejected(reason, f"{found}: {words.strip()[:60]}")
    if walled := _wall(page, text):
        raise Rejected("login", walled)
    opening = fold(text[: ERROR_LINE + 1].partition("\n")[0])
    undated = not page.facts.published_at and len(opening) <= ERROR_LINE
    if undated and (found := weighed(opening, cues.ERROR_PAGE, cues.REFUSAL)):
        raise Rejected("error-page", f"{found}: {opening}, and other articles")
    headlines = _headlines(*(block for block in page.layout.blocks if block.dropped != "link-farm"))
    prose = prose_size(remaining(page.article))
    if headlines >= LIST_LINKS and prose < headlines * HEADLINE and not _is_article_among_links(page):
        raise Rejected("list-page", f"{headlines} headlines, {prose} characters of prose")
    if _is_list(page):
        raise Rejected("list-page", "many headlines, and no byline or no title above the prose")
    if not text:
        raise Rejected("empty")
    many = headlines >= HEADLINE and prose > MUCH_TEASED
    if many and not _has_byline(page) and _is_of_teasers(page):
        raise Rejected("list-page", f"{headlines} headlines with teasers")
    if prose == 0 and (not _is_captioned(page) or _is_of_rows(page)):
        if headlines >= HEADLINE:
            raise Rejected("list-page", f"{headlines} headlines, no prose")
        raise Rejected("not-an-article", f"{len(text)} characters, no sentence")


def _wall(page: Page, text: str) -> str:
    """What asks to log in, or to pay, below the beginning of an article that is all that a page shows; else
    empty."""
    kept = remaining(page.article)
    if not kept or len(text) > MAX_TEASER or not kept[-1].ends_cut:
        return ""
    below = (*page.article[page.article.index(kept[-1]) + 1 :], *page.after)
    lines = (fold(block.text) for block in below[:LAST_LINES])
    asked = (weighed(line, cues.LOGIN_PAGE, cues.REFUSAL) for line in lines if not _TO_COMMENT.search(line))
    return next(filter(None, asked), "")


def _headlines(*blocks: Block) -> int:
    """Links to other articles in some lines, by the length of their text."""
    return sum(link >= HEADLINE for block in blocks if block.dropped not in NO_LIST for link in block.links)


def _is_article_among_links(page: Page) -> bool:
    """True for an article with many links around it: its prose is in one piece, and ends as prose does, or
    stands below its title and says whose it is.

    In a list of teasers the headlines stand between the prose. Verse has no prose.
    """
    kept = [b for b in page.article if not b.dropped and b.prose]
    if not kept:
        return _is_captioned(page) and _is_lines(page)
    if not any(b.text[-1] in "。！？…”" for b in kept) and not (_has_byline(page) and _is_headed(page)):
        return False
    last = next(i for i, b in enumerate(page.article) if b is kept[-1])
    others = (b for b in page.article[:last] if b.dropped != "link-farm" and b.dropped not in NO_LIST)
    between = sum(b.is_headline for b in others)
    known = page.value >= ENOUGH or page.facts.published_at or sum(len(b.text) for b in kept) >= ENOUGH
    return bool(known) and between < MANY_BETWEEN


def _is_list(page: Page) -> bool:
    """True for a page of headlines where little or nothing shows that an article is among them.

    Prose of a few lines, which lists have too, needs a title or a byline; beginnings of other articles,
    as a digest is of, need both.
    """
    assert page.layout is not None
    kept = remaining(page.article)
    prose = [block for block in kept if block.prose]
    if _are_cut_short(kept) and not (_is_headed(page) and _is_signed(page)):
        return True
    headlines = _headlines(*page.layout.blocks)
    if headlines < FEW_HEADLINES:
        return False
    within = page.layout.within_all(page.layout.teasers)
    cut = cut_below_headlines(page.article)
    teased = prose_size(block for block in prose if block.box in within or block in cut)
    if teased > prose_size(prose) / 2:
        told = (_is_headed(page), _is_signed(page))
        return not (all(told) if headlines >= MIN_HEADLINES else any(told))
    if headlines < MIN_HEADLINES:
        return False
    headed = _is_headed(page) and _TOPIC.search(fold(called(page))) is None
    return len(prose) <= FEW_LINES and not (headed or _is_signed(page))


def _are_cut_short(kept: Sequence[Block]) -> bool:
    """True for paragraphs most of which are cut short, each below a line that is none: a script leads on."""
    prose = [(above, block) for above, block in with_above(kept) if block.prose]
    cut = sum(block.ends_cut and above is not None and not above.prose for above, block in prose)
    return cut >= MIN_CUT and cut >= CUT_SHARE * len(prose)


def _is_signed(page: Page) -> bool:
    """True for a page that says by whom or at which hour an article was published.

    A day alone may be that of a list's item; so may any byline, where there are several alike.
    """
    assert page.layout is not None
    facts = page.facts
    items = _kinds_of_bylines(page)
    if not items and (
        facts.source
        or facts.authors
        or facts.editors
        or (facts.published_at and has_time(facts.published_at))
    ):
        return True
    return any(
        block.dropped == "byline"
        and not block.links
        and not _DAY.fullmatch(block.text)
        and page.layout.kinds_around(block, ITEM_LEVELS) not in items
        for block in (*page.head, *page.article)
    )


def _kinds_of_bylines(page: Page) -> set[tuple[tuple[str, str], ...]]:
    """The kinds of boxes of which several have a byline each, with a day: those of a list's items."""
    assert page.layout is not None
    lines = (
        block
        for block in page.layout.blocks
        if len(block.text) <= MAX_BYLINE and not block.prose and ANY_DATE.search(block.text)
    )
    kinds = Counter(
        page.layout.kinds_around(block, ITEM_LEVELS) for block in lines if _says_whose(block.text)
    )
    return {kind for kind, count in kinds.items() if count >= MIN_ITEMS}


def _says_whose(text: str) -> bool:
    line = byline_in(text)
    return line is not None and (line.labelled or bool(line.source or line.authors))


def _is_headed(page: Page) -> bool:
    """True where a title stands above the first paragraph with no list of other articles between."""
    assert page.layout is not None
    blocks = page.layout.blocks
    last = next((place for place in range(page.first, len(blocks)) if blocks[place].prose), len(blocks))
    between = 0
    for block in reversed(blocks[:last]):
        if block is page.headline or (block.dropped == "title" and len(block.text) >= MIN_TITLE):
            return _OF_SECTION.search(fold(block.text)) is None
        between += _headlines(block)
        if between >= MIN_HEADLINES:
            return False
    return False


def _has_byline(page: Page) -> bool:
    return page.facts.source is not None or any(block.dropped == "byline" for block in page.head)


def _is_of_teasers(page: Page) -> bool:
    """True for a page whose prose is the beginnings of other articles, each with its headline."""
    assert page.layout is not None
    return max(box_values(page.layout, teaser_weight=0.0), default=0.0) < ENOUGH


def _is_lines(page: Page) -> bool:
    """True for verse, or captions with their pictures: every second line has its mark, none is a link."""
    lines = remaining(page.article)
    marked = sum(b.marks > 0 for b in lines)
    return not any(b.links for b in lines) and (marked * 2 >= len(lines) or bool(page.facts.images))


def _is_captioned(page: Page) -> bool:
    """A picture story or verse: a title, pictures or a date, and lines that are not links."""
    lines = [b for b in remaining(page.article) if not b.is_links and _letters(b) >= MIN_CAPTION]
    facts = page.facts
    known = facts.images or facts.published_at or is_classical(fold(page.text))
    return bool(facts.title and known and len(lines) >= MIN_LINES)


def _letters(block: Block) -> int:
    return sum(map(str.isalpha, block.text))


def _is_of_rows(page: Page) -> bool:
    """True for lines between links to other articles: who opened a forum's threads, and when."""
    kept = [place for place, block in enumerate(page.article) if not block.dropped]
    return _headlines(*page.article[kept[0] : kept[-1]]) >= MIN_HEADLINES if kept else False


def _flags(page: Page, text: str) -> list[str]:
    checks = {
        "replacement-characters": "\ufffd" in text,
        "mojibake": is_misread(text),
        "lost-characters": any(mark in text for mark in _LOST),
        "private-use-characters": bool(_PRIVATE.search(text)),
        "short": len(text) < SHORT,
        "truncated": _is_truncated(page.article),
        "no-title": not page.facts.title,
        "no-date": not page.facts.published_at,
        "repaired": any(c.step == "mojibake" for c in page.trace),
        "inferred-characters": any(c.kind == "characters inferred" for c in page.trace),
    }
    return [name for name, holds in checks.items() if holds]


def _is_truncated(article: Sequence[Block]) -> bool:
    """True where the last line offers the rest, or one near it sells that."""
    last = [fold(block.text) for block in article[-LAST_LINES:]]
    return bool(last and _TRUNCATED.search(last[-1])) or any(map(_PAID.search, last))


PENALTIES = {
    "replacement-characters": 0.3,
    "mojibake": 0.5,
    "lost-characters": 0.3,
    "private-use-characters": 0.2,
    "short": 0.2,
    "truncated": 0.2,
    "no-title": 0.2,
    "no-date": 0.1,
    "repaired": 0.05,
    "inferred-characters": 0.1,
}
"""What each flag takes from a perfect score of 1: most for text that is lost for good."""


def _score(page: Page, text: str) -> float:
    return round(max(0.0, 1.0 - sum(PENALTIES[flag] for flag in page.flags)), 2) if text else 0.0
