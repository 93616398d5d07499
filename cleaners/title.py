"""Find the article's title: the page's own heading, checked against what the page is called.

A ``<title>`` is right but wears the site's name; a heading is bare but may be the site's logo. So a
heading is taken when the ``<title>`` contains it. Failing that the ``<title>`` is cut.
"""

import re
from collections.abc import Iterable, Sequence, Set
from functools import partial
from itertools import chain, combinations, pairwise, takewhile

from cleaners.blocks import Block, Layout
from cleaners.byline import CLOCK, byline_in, is_byline, read_byline
from cleaners.dates import ANY_DATE
from cleaners.declared import Declared
from cleaners.glosses import remove_glosses
from cleaners.likelihood import han_of
from cleaners.normalise import normalise_line
from cleaners.promotion import promoting_phrase
from cleaners.script import fold
from cleaners.setting import is_bold, is_centred, is_large
from cleaners.tables import labels, media, meta_names, phrases, tags
from cleaners.variants import visible

SHORTEST = 2
"""Shortest title, which only a heading that the ``<title>`` begins with has: ``春晓``."""
MIN_LENGTH = 4
"""Shortest heading that is taken because the ``<title>`` contains it."""
MAX_LENGTH = 120
"""Longest line that can be a heading."""
MAX_LINE = 60
"""The same of a line that nothing marks as one but where it stands."""
HEADING_BONUS = 4
"""Characters of agreement that an ``<h1>`` to ``<h3>`` is worth against another line."""

SAID = 0.2
"""Least share of a heading's pairs of characters that its article has."""
MENU_WORDS = 6
"""Words with spaces between, from which a line is a menu."""
MOST_LEAD = 6
"""Lines before the first paragraph, over which they are a menu's."""
MOST_LINES = 60
"""The last of those lines, among which a title is looked for."""
MOST_HEADING = 3
"""Most lines of a heading."""
BESIDE_GAP = 4
"""Characters on either side of where a heading is divided by which that place is known in a name."""
MAX_CUT = 300
"""Longest ``<title>`` in characters that is cut: a longer one is no title."""
MAX_SITE = 16
"""Longest name of a site in characters."""
GENERIC = 6
"""Characters under which what a page is called is a section's name, not an article's."""

_NAMED = re.compile("title|headline|biaoti|(?<![a-z])(?:tit|p?bt|wzbt|xwbt)(?![a-z])")
_BAR = re.compile(r"\s*[_|｜▏丨»«<>›‹]+\s*|\s+[-–—·•:：]+\s+|--+")
_POWERED = re.compile(r"\s*[-–—|]\s*Powered by .*$", re.I)
"""What software sets behind what its pages are called."""
_SECTION = re.compile(
    "^[\u4e00-\u9fff]{0,4}(?:动态|中心|公告|要闻|速递|资讯|快讯|通知|报道|新闻|详情|正文|内容|公示)$"
)
"""A section before the title: ``新闻动态 - … - 江城大学``."""
_MOTTO = re.compile("[-–—,，!！]")
_TAIL = re.compile(
    r"^(?P<title>.{2,}?)\s*(?!(?<=\d)-\d)(?P<gap>[-–—]{1,4}|[·【])\s*(?P<tail>[^-–—_|｜【】]{2,16})】?$"
)
_MEDIUM = (
    r"[\u4e00-\u9fff]{1,8}(?<!互联)(?<!物联)(?<!电)(?<!路)(?<!局域)(?:网|日报|晚报|晨报|时报|在线|电视台)"
)
_SITE_BEFORE = re.compile(rf"^{_MEDIUM}(?:数字报|电子报|数字版|客户端)?\s*[-–—]\s*(?=.{{8,}}$)")
"""A medium's name before the title: ``江城网-…``."""
_SITE_AND_MOTTO = re.compile(rf"(?<=.{{8}})\s*[-–—_|]\s*{_MEDIUM}\s*[-–—_|]\s*[^-–—_|]{{2,16}}$")
"""One behind it, and what the medium says of itself: ``…-江城网-江城人的网上家园``."""
_SITE_APART = re.compile(
    r"(?<=.{8})(?<=[^\W_]|[”》）)！？!?])\s+[\u4e00-\u9fff]{2,16}"
    r"(?:门户网站?|政府网站?|官方网站|新闻网|数字报|电子报|(?<=[报社网台])客户端|(?<=新闻)客户端)$"
)
"""One that only a space divides from the title."""
_DAY_BEHIND = re.compile(rf"\s+(?:{ANY_DATE.pattern})$")
"""A day in the heading's element, behind the title."""
_DAY_AND_SITE = re.compile(rf"(?<=.{{8}})\s+(?:{ANY_DATE.pattern})[\s\-_|]+(?P<site>\S{{2,16}})$")
"""A day and a site's name behind the title."""
_COLUMN = re.compile(r"^(?P<column>[^\s|｜丨]{2,5})[|｜丨][^\s|｜丨_][^|｜丨_]{4,}$")
"""A column's name that is a part of the title: ``江城观察|…``."""
_HYPHENS = frozenset(("-", "–", "—", "--"))
_SITE = re.compile(
    "(?:网|报|新闻|频道|在线|门户|首页|电视台|客户端|日报|晚报|传媒|资讯|搜狐|新浪|腾讯|网易|凤凰|头条|平台|中心|"
    "电子版|数字报|电子报|手机报|主页|政府|com|cn|公众号|公司|官网|站|论坛|博客|专栏|热线|政务|之窗|融媒体?|观察者|澎湃|法院|检察院|委员会|[局厅]|大学|学院|医院|研究[院所]|协会|学会|集团|"
    "手机版|移动版|触屏版|银行|博物馆|图书馆|详情|正文|知乎|豆瓣|哔哩哔哩|氪|虎嗅|简书|之家)$",
    re.I,
)
_BADGE = re.compile(r"(?<=\S)\s*[【\[(（]?(?:原创|转载|置顶|独家|热门|头条号|组图|图文|视频)[】\])）]?$")
"""A badge in a heading, behind the title; a title that ends so has it in the ``<title>`` as well."""
_MARKS = re.compile(r"[\s\u3000,，。.:：;；!！?？“”\"'‘’《》（）()…—-]+")
_CONTROL = re.compile(
    r"\s*[\[【](?:打印本頁|打印本页|複製鏈接|复制链接)[】\]]$|\s*[（(]\d*/\d+[)）]$"
    r"|\s+(?:阅读|浏览|点击|评论|閱讀|瀏覽|點擊|評論)[量数數]?\s?[:：]?\s?\d+$"
)
"""A forum's control behind the title, a slide's number, or a counter."""
_UNTITLED = (*phrases.UNTITLED, labels.PEOPLE_BESIDE, media.ISSUE)
"""The forms of lines that are no titles."""
_BRACKETED = re.compile(r"^【([^【】]{10,})】$")
"""All of a title in brackets: shorter ones head a part of the text."""
_IN_TITLE_BOX = (phrases.BREADCRUMB, phrases.SHARE_BAR, phrases.PAPER_PAGE)
"""The forms of lines that stand beside a title, in its box perhaps."""
_LABEL = re.compile(r"^(?:标题|题目|文章标题)\s*[:：]\s*")


def find_title(
    head: Sequence[Block], lead: Sequence[Block], text: str, layout: Layout, declared: Declared
) -> tuple[str | None, list[Block]]:
    """The title, and the lines that are the page's heading, none where only ``<title>`` has it.

    `head` is what stands before the article's first paragraph, `lead` those of its lines that stand in the
    article's own box, `text` the beginning of its prose.
    """
    said = (declared.meta.get(name) for name in meta_names.TITLE)
    names = [visible(n)[0] for n in (_headline(declared), *said, declared.title) if n]
    called = next((cut for cut in map(cut_site_name, names) if cut), "")
    heading = _agreeing(head, names, layout)
    if heading is not None and heading.tag not in tags.HEADINGS and _is_of_site(heading.text):
        named = _nearest(head, layout)  # an office's documents begin with its name
        heading = heading if named is None or _is_of_site(named.text) else named
    if heading is None:
        nearest = _nearest(head, layout) or _above_byline(head) or _set_off(head, layout)
        if len(called) < GENERIC or _is_of_site(called) or not han_of(called):
            first = None if nearest else _first(lead or head[-MOST_LEAD:])
            told = first is not None and ((lead and not called) or said_share(first.text, fold(text)) >= SAID)
            heading = nearest or (first if told else None)
        elif nearest is not None and _is_likelier(nearest.text, called, text):
            heading = nearest
    if heading is None:
        return called or None, []
    lines = _lines_of(heading, head, names, layout)
    whole = _joined([line.text for line in lines], names)
    undated = _DAY_BEHIND.sub("", whole)
    if undated != whole and any(_key(undated) == _key(cut_site_name(name)) for name in names):
        whole = undated
    title = normalise_line(_CONTROL.sub("", _LABEL.sub("", whole)))
    own = any(is_title_of(title, name) for name in names)
    return title if own or not names else _BADGE.sub("", title), lines


def _joined(lines: Sequence[str], names: Iterable[str]) -> str:
    """The lines of a heading as one: with a space between, unless a name of the page has none there."""
    called = "\n".join(map(fold, names))
    gaps = (
        "" if fold(one[-BESIDE_GAP:] + other[:BESIDE_GAP]) in called else " "
        for one, other in pairwise(lines)
    )
    return "".join(chain.from_iterable(zip(lines, [*gaps, ""], strict=True)))


def _lines_of(heading: Block, head: Sequence[Block], names: Sequence[str], layout: Layout) -> list[Block]:
    """The lines of a heading that is cut by ``<br>``, or of two: as many as a name has.

    Where no name has any, all that stand in its box are it, down to a subtitle.
    """
    place = head.index(heading)
    goes_with = partial(_goes_with, heading)
    above = takewhile(goes_with, reversed(head[max(0, place - MOST_HEADING) : place]))
    below = takewhile(goes_with, head[place + 1 : place + MOST_HEADING])
    lines = [*[*above][::-1], heading, *below]
    spans = sorted(combinations(range(len(lines) + 1), 2), key=lambda span: span[0] - span[1])
    for run in (lines[first:last] for first, last in spans):
        text = "".join(line.text for line in run)
        if heading in run and any(is_title_of(text, name) for name in names):
            return run
    return [line for line in lines if line.box == heading.box] if _is_heading(heading, layout) else [heading]


def _goes_with(heading: Block, line: Block) -> bool:
    """True for a line that may be another of a heading's: in its box, or in one that is as high."""
    level = line.box == heading.box or line.tag == heading.tag in ("h1", "h2")
    if not level or line.links or len(line.text) > MAX_LINE or phrases.SUBTITLE.match(line.text):
        return False
    return not _is_furniture(line)


def _is_of_site(called: str) -> bool:
    """True for what all pages of a site are called: its name, perhaps with a motto behind it."""
    return _SITE.search(fold(called)) is not None or _is_site(_MOTTO.split(called)[0])


def _is_likelier(heading: str, called: str, text: str) -> bool:
    """True for a heading of whose words the article has some, where it has next to none of what the page is
    called: sites call all their pages the same, and hacked ones by what they sell."""
    own, said = (said_share(line, fold(text)) for line in (heading, called))
    return own >= SAID and own > 2 * said


def is_title_of(title: str, called: str) -> bool:
    """True where what a page is called has the title in it."""
    return _key(title) in _key(called)


def said_share(line: str, text: str) -> float:
    """Share of a line's pairs of characters that a text has."""
    pairs = {"".join(pair) for pair in pairwise(_key(line))}
    return sum(pair in text for pair in pairs) / max(1, len(pairs))


def _headline(declared: Declared) -> str | None:
    headline = declared.article.get("headline")
    return headline if isinstance(headline, str) else None


def _agreeing(head: Sequence[Block], names: Sequence[str], layout: Layout) -> Block | None:
    """The line of the head that agrees best with what the page is called."""
    best, best_score = None, (False, 0.0)
    called = [
        (_key(name), _key(cut_site_name(name)), {_key(part) for part in _BAR.split(name)[1:]})
        for name in names
    ]
    short = {_key(part) for name in names for part in (_BAR.split(name)[0], cut_site_name(name))}
    for block in head:
        is_heading = block.tag in tags.HEADINGS
        if not SHORTEST <= len(block.text) <= MAX_LENGTH or (block.links and not is_heading):
            continue
        own = _key(_LABEL.sub("", block.text))
        named = own in short and (is_heading or _is_named(block, layout))
        if named and SHORTEST <= len(own) < MIN_LENGTH and not _is_site(own):
            return block
        agreement = max((_agreement(own, *name) for name in called), default=0)
        # a page in two languages is called by the Chinese name
        score = (bool(han_of(own)), agreement + HEADING_BONUS * is_heading)
        if agreement and score >= best_score and len(own) >= MIN_LENGTH:
            best, best_score = block, score
    return best


def _nearest(head: Sequence[Block], layout: Layout) -> Block | None:
    """The last heading before the article, by its tag or by the name of its box."""
    for block in reversed(head):
        sized = MIN_LENGTH < len(block.text) <= MAX_LENGTH and not phrases.SUBTITLE.match(block.text)
        if sized and not block.links and _is_heading(block, layout) and not _is_furniture(block):
            return block
    return None


def _is_furniture(block: Block) -> bool:
    """True for a line beside a title, in its box perhaps, that says when it was or what can be done."""
    text = fold(block.text)
    return byline_in(block.text) is not None or any(form.search(text) for form in _IN_TITLE_BOX)


def _is_heading(block: Block, layout: Layout) -> bool:
    """True for a heading by its tag, or by the name of its box."""
    return block.tag in {"h1", "h2"} or _is_named(block, layout)


def _above_byline(head: Sequence[Block]) -> Block | None:
    """The line right above the first that tells the article's time or source."""
    for block, below in pairwise(block for block in head if _CONTROL.sub("", block.text)):
        line = read_byline(below.text)
        if line.labelled and line.date and is_byline(below.text, line):
            above = read_byline(block.text)
            told = above.labelled or is_byline(block.text, above)
            plain = not block.links and not block.prose and not told
            return block if plain and MIN_LENGTH < len(block.text) <= MAX_LINE else None
    return None


def _set_off(head: Sequence[Block], layout: Layout) -> Block | None:
    """The last line before the article that its markup sets off, as pages do without headings: a lower
    heading, a line in larger type, one in bold or in the middle."""
    lines = [b for b in reversed(head) if b.box >= 0 and not b.links and can_be_title(b)]
    return next((line for how in _SETTING for line in lines if how(line, layout)), None)


def _is_lower_heading(line: Block, layout: Layout) -> bool:
    return line.tag in tags.HEADINGS


_SETTING = (_is_lower_heading, is_large, is_bold, is_centred)
"""How a line is set off, the surest first."""


def _first(lead: Sequence[Block]) -> Block | None:
    """The title of an article whose lines are all alike: behind its label, above what tells its day, or the
    longest; behind a menu the last."""
    path = next((i for i, b in enumerate(lead) if phrases.BREADCRUMB.match(fold(b.text))), -1)
    lead = lead[path + 1 :][-MOST_LINES:]
    titles = [block for block in lead if not block.links and can_be_title(block)]
    pairs = list(pairwise(block for block in lead if not phrases.SUBTITLE.match(block.text)))
    behind_label = {id(below) for label, below in pairs if _LABEL.fullmatch(fold(label.text))}
    labelled = [b for b in titles if id(b) in behind_label or _LABEL.match(fold(b.text))]
    told = {id(block) for block, below in pairs if _tells(below)}
    dated = [block for block in titles if id(block) in told]
    if labelled or dated or len(lead) > MOST_LEAD:
        return next(iter(labelled or reversed(dated or titles)), None)
    return max(titles, key=lambda block: len(block.text), default=None)


def title_below(tail: Sequence[Block]) -> str | None:
    """The title that a line behind the text names, which is dropped: ``标题：…``."""
    for block in tail:
        if label := _LABEL.match(fold(block.text)):
            block.drop("title")
            return normalise_line(block.text[label.end() :]) or None
    return None


def _tells(block: Block) -> bool:
    """True for a line that tells an article's day or source."""
    line = byline_in(block.text)
    return line is not None and bool(line.date or line.source)


def can_be_title(block: Block) -> bool:
    """True for a line that may be a title, though nothing marks it: no sentence and no furniture."""
    text = _BRACKETED.sub(r"\1", fold(block.text))
    if not GENERIC <= len(text) <= MAX_LINE or len(han_of(text)) < MIN_LENGTH:
        return False
    if any(form.search(text) for form in _UNTITLED) or len(text.split()) >= MENU_WORDS:
        return False
    line = read_byline(block.text)
    timed = line.date is not None and CLOCK.search(text) is not None
    known = line.labelled or line.authors or timed or is_byline(block.text, line)
    return not known and not promoting_phrase(block.text)


def _is_named(block: Block, layout: Layout) -> bool:
    """True for a line whose box has the name of a title's."""
    return block.box >= 0 and _NAMED.search(layout.boxes[block.box].hint) is not None


def _agreement(own: str, name: str, cut: str, behind: Set[str]) -> int:
    """Characters of a line that a name has: all of them at its beginning, or most of the name.

    `cut` is the name without that of the site, `behind` are its parts behind a bar: the longer is the
    title's, if the site's name stands first.
    """
    if name.startswith(own) or (own in behind and len(own) > max(GENERIC, len(cut))):
        return len(own)
    if own in name and len(own) * 2 >= len(name) and (own in cut or cut in own):
        return len(own)
    if own.startswith(cut) and len(cut) >= max(GENERIC, len(own) // 2):
        return len(cut) - 1  # a <title> that was cut short: less than a line that is all of it
    return 0


def _key(text: str) -> str:
    """What of a title counts for comparing: its characters, in Simplified, without spaces and marks."""
    return _MARKS.sub("", fold(remove_glosses(text)[0])).lower()


def cut_site_name(title: str) -> str:
    """A ``<title>`` without the names of site and section that stand behind it, or before it.

    >>> cut_site_name("山西5万驻村帮扶干部战脱贫_中国青年网")
    '山西5万驻村帮扶干部战脱贫'
    >>> cut_site_name("新京报 | 北京-上海高铁提速")
    '北京-上海高铁提速'
    """
    title = _SITE_AND_MOTTO.sub("", _POWERED.sub("", title.strip(" -_|")))
    if (dated := _DAY_AND_SITE.search(title)) and _is_site(dated["site"]):
        title = title[: dated.start()]
    title = _SITE_BEFORE.sub("", _SITE_APART.sub("", _cut_tails(title)))
    if (column := _COLUMN.match(title)) and not _is_section(column["column"]):
        return title
    parts = [p for p in _BAR.split(title) if p.strip()]
    if len(parts) < 2:
        return title
    kept = [p for p in parts if not _is_site(p)] or parts[:1]
    first = kept[0].strip()
    return max(kept, key=len).strip() if len(first) < MIN_LENGTH or _SECTION.match(fold(first)) else first


def _is_section(part: str) -> bool:
    return _is_site(part) or media.SECTION_NAME.match(fold(part)) is not None


def _is_site(part: str) -> bool:
    return len(part) <= MAX_SITE and _SITE.search(fold(part.strip())) is not None


def _cut_tails(title: str) -> str:
    """``标题-栏目-某某网`` without its tails: a mark divides only where a site's name ends the line, and
    a hyphen again before it."""
    gap = ""
    while len(title) <= MAX_CUT and (match := _TAIL.match(title)):
        again = match["gap"] == gap and gap in _HYPHENS and len(match["tail"]) < GENERIC
        if not again and not _is_site(match["tail"]):
            break
        title, gap = match["title"].rstrip(), match["gap"]
    return title
