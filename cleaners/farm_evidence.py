"""What tells a link farm from the lists of articles: the evidence for and against a run of short items.

Articles have rows of short items too: the counties a notice names, a table of districts, the winners
of a prize. What tells them apart:

- a farm's places come from all over the country in no order. A list that means something keeps a
  province's places together (`MAX_NEIGHBOURS`), and no article begins or ends with such a list in a row of
  bars or stars;
- lists of an article are led in (``名单如下：``), counted (``十二家企业``) or stand in a sentence; farms
  are not;
- words that no table knows are a farm if they are many, of nothing that the article speaks of, and stand
  where no list would; long phrases if most of them offer something;
- people's names begin with surnames; items of tables have figures.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, pairwise
from operator import add

from cleaners.blocks import SENTENCE_ENDS
from cleaners.byline import byline_in, without_furniture
from cleaners.captions import is_captioning
from cleaners.dates import number_of
from cleaners.farm_words import (
    NAME_LENGTH,
    count_dubious,
    divisions,
    is_known,
    is_offer,
    is_sold,
    neighbour_share,
)
from cleaners.item_runs import (
    DOMAINS,
    GLUED,
    IN_ROW,
    ITEM_LENGTH,
    MIN_ITEMS,
    NUMBERS,
    PROSE_SEPARATORS,
    ROWS,
    items_of,
    row_of,
)
from cleaners.tables import labels, phrases, words

MIN_BETWEEN = 12
"""Fewest places, divided as lists are, that are a farm between two paragraphs: fewer may be a list."""
MIN_SCATTERED, COUNTIES, SCATTERED = 8, 0.3, 0.15
"""Fewest places that are one there too, and the least share of them that are counties, if neighbours of one
province are this share at most: cities that an article lists are known by their names, and those of one
province stand together."""
_COUNTY = ("县", "旗")
"""What the names of counties end with."""
MIN_KNOWN_SHARE = 0.4
"""Share of items that are place names or farm words. Farms on real pages have 0.8 and more."""
MIN_PLACES = 4
"""Places from which their order says something."""
MAX_NEIGHBOURS = 0.4
"""Share of neighbouring places that are of one province. In random order it is about 0.05; in lists
that articles give, 0.6 and more."""
MIN_COVERED = 0.9
"""Share of a row with nothing between its words that is made up of places, if those are in order."""
GENERIC_ITEMS = 10
"""Fewest items of a farm whose words no table knows."""
GENERIC_IN_PROSE = 12
"""As many where what divides them divides lists of articles too."""
EDGE_RELATED, INSIDE_RELATED, LINES_RELATED = 0.5, 0.2, 0.08
"""Largest share of such items that have two neighbouring characters in common with the article: at its
edges, between its paragraphs, and between them one a line. Items of an article's own list are words of the
article."""
PAIRS_BY_CHANCE = 0.2
"""Share of an item's pairs that an article has by chance: of ten characters it may have 需要 and 信息."""
MIN_OFFERS, OFFERS_SHARE = 8, 0.7
"""Fewest items of a row of offers, and the share of them that must be one."""
SHORTEST = 1.5
"""Least mean length of such items: the twelve animals of the years are one character each."""
INTRODUCES = 30
"""Longest sentence in characters that may introduce a list."""
INTRODUCES_LAST = 9
"""The same of the last sentence of an article: it is less likely to."""
INTRODUCES_CLOSED = 16
"""The same of one that is closed and has no word of a list (`_MAY_LIST`)."""
_STOPS = tuple("。！？”")
"""What closes it."""
GOES_ON = ":：,，、—"
"""What a line ends with that goes on in the next."""
MIN_LISTED = 20
"""Fewest items, one a line, of a farm that an article begins with, or that no sentence is before: verse and
infoboxes are shorter, or spoken of."""
VERSE_SHARES = {4: 0.9, 5: 0.7, 6: 0.7, 7: 0.7, 8: 0.7}
"""Share of lines of one length, in characters, from which they are verse: farms have many words of four."""
PART_SOLD = 0.15
"""Share of such items that farms are known to sell, from which fewer of them are enough."""
MIN_DUBIOUS = 3
"""Items of gambling and its like from which, with that share, a row of its own is no list of an article."""
SAME_KIND = 0.3
"""Largest share of such items that end with the same character."""
SHARED = 0.2
"""Share of items that have a pair from which it says what kind they are, and not which: ``学校``."""
GENERIC_LENGTH = 8.0
"""Largest mean length of such items: names of schools, a city and what is sold there. Headlines have more."""
MAX_FOREIGN = 0.5
"""Share of words in other scripts from which items divided as in prose are another language's prose."""
NAMES_SHARE = 0.6
"""Share of items that begin with a surname and are two to four characters: people's names."""
FIGURES_SHARE = 0.25
"""Share of items with digits in them: a table, or dates."""
MOSTLY_ALONE = 0.5
"""Share of a run's lines with an item each, on end, over which the others are beside it."""
MOST_HEADING = 2
"""Most unknown lines of a word each, beside a farm, that may be no part of it."""
BY_CHANCE = 1e-3
"""Chance of a farm to have so many unknown words on end, up to which they are none of it."""
MIN_STRANGE = 0.2
"""Least share of unknown words that a farm may have, whatever its others are."""
OWN_LENGTH = 1.5
"""Length of an article's own lines to that of a farm's words: verse has 1.6, headlines 3."""
MIN_PHRASE = 6
"""Shortest phrase in characters that offers something: shorter ones are everyday words."""
INDENT = "\u3000\u3000"
"""How a new paragraph begins where no element divides it from what is before it."""
_BELOW = "(?<![元岁人名级度米吨克倍成层天月日年时分秒个条件次位家户亩斤里千万亿线\\d%％])以下"
"""What stands below, and no figure's bound: ``1.2米以下``."""
_LEAD_IN = re.compile(
    f"[:：]$|名单|如下|{_BELOW}|下列|包括|涵盖|覆盖|涉及|分别[是为]|依次[是为]|名录|一览|排名|榜单|名次|目录|范围"
)
"""What the line before a list of an article ends with, or has."""
_LEAD_IN_SENTENCE = re.compile(
    f"(?:名单|如下|{_BELOW}|下列|下面|名录|一览|目录|榜单|名次)(?![中里内上之])[^，。]{{0,8}}[。！？；…”]$"
)
"""How a whole sentence leads in a list: that something is covered (全覆盖。) says nothing of one."""
_COUNTED = re.compile(
    "(?<![第一二两三四五六七八九十百\\d])(?P<number>[一二两三四五六七八九十百]+|\\d+)[多余]?"
    "(?:支|家|所|名|位|项|个|种|条|部|款|本|场|处|座|人|首|道|篇|类|件|届|队)(?=[^。！？，；]{0,30}(?:[，；][^。！？，；]{0,8})?[。！？]?$)"
)
"""The last clause before a list says how many it is of, or the one before a short one (``，它们是``)."""
_LEADS_ITSELF = re.compile(
    "^[\u4e00-\u9fff]{2,}(?:包括|包含|设有|含有|分别是|分别为|[有为是含])[\u4e00-\u9fff]{1,4}$"
)
"""The first item of a row that a clause goes on in: ``开设课程有语文 数学 英语``."""
_HEADS_LIST = re.compile(
    "(?:作品|单位|企业|球队|队伍|选手|嘉宾|书目|[歌菜片]单|清单|菜品|节目|曲目|影片|站点|车站|品牌|项目|学校|奖项|[用配材]料|食材)$"
)
"""How a line ends that heads a list of such things."""
MISCOUNTED = 1
"""Items more or less than it says: the last may be 等."""
MAX_LEAD_IN = 60
"""Longest line in characters that leads in a list by its words."""
SPOKEN_SHARE, SPOKEN_OFFERS = 0.2, 0.4
"""Share of items with words of speech from which they are verse, or headlines: farms sell nouns,
and offers are phrases."""
_SPOKEN = re.compile(
    "[我你他她它们的了着过是不没把被又也就还很吗呢吧啊么这那谁和与]|(?<![成首])都(?!市)|在(?!线)"
)
_MAY_LIST = re.compile(
    "名单|入选|上榜|获奖|入围|当选|评[选出为]|认定|公布|种类|品种|品类|包括|[例比诸]如|分别|推荐|盘点|清单|列[出举为入]"
    "|这些|各[种类式]|[参出][赛展演]|不乏|依次|一一|逐一"
)
"""What a paragraph speaks of that leads in lines of words by no words of its own."""
_SPEAKS_OF_LIST = re.compile("[以如]上|上述|上面|这些|前述|其中|（?注[：:]|（?排名不分")
"""How a paragraph begins that speaks of the list before it."""
BESIDE_READ = 2_000
"""Characters of its line on either side of a run in which prose is looked for: a line may be a whole page."""
_PROSE_LINE = re.compile(r"^.*[，。！？；].{6,}$|^.{10,}[。！？；…”]", re.M)
"""A line of prose."""
_OF_LINES = ("\n", ROWS, DOMAINS)
"""What stands for the separators of items that have lines of their own."""
MAX_FIRST = 40
"""Longest sentence's end and item in characters that are looked at for the first item of such a run."""
_FIRST_ITEM = re.compile(rf"[。！？…]”?([^\W_]{{2,{NAME_LENGTH}}}|[0-9A-Za-z.-]{{4,{MAX_FIRST - 2}}})\n$")
"""Such an item, right behind the sentence that the others stand below."""
_ARROWS = frozenset("→⇒➔➜➞")
"""What leads from item to item: stops of a line, steps of a process."""
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Of scripts whose words no spaces divide, kana too."""
_WORD_CHARACTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class LinkFarm:
    """A run of short items in a text."""

    start: int
    end: int
    items: tuple[str, ...]
    kind: str
    """``place-names``, ``farm-words`` or ``short-items``."""
    detail: str


class Surroundings:
    """A text and what its runs are judged by, worked out once for all of them."""

    def __init__(self, text: str, set_apart: Collection[int] = (), listed: Collection[int] = ()) -> None:
        self.text = text
        self.set_apart = set_apart
        self.listed = listed
        self.end = len(text.rstrip())
        self.before_farms: dict[int, int] = {}
        """Where what is written before the farms found so far ends, by where each of them ends."""

    @cached_property
    def prose(self) -> list[tuple[int, int]]:
        """The spans of its lines of prose."""
        return [match.span() for match in _PROSE_LINE.finditer(self.text)]

    @cached_property
    def pairs(self) -> Counter[str]:
        """How often two characters stand side by side in its prose."""
        return self.pairs_of(self.prose)

    def pairs_of(self, spans: Iterable[tuple[int, int]]) -> Counter[str]:
        """The same of some of its lines."""
        lines = (self.text[start:end] for start, end in spans)
        return Counter(chain.from_iterable(map(add, line, line[1:]) for line in lines))

    def speaks_of(self, line: str) -> bool:
        """True when its prose has any two neighbouring characters of a line."""
        return any(first + second in self.pairs for first, second in pairwise(line))

    def written_before(self, place: int) -> int:
        """Where what is written before a place, and before the farms right before it, ends."""
        while place > 0 and (self.text[place - 1].isspace() or place in self.before_farms):
            place = self.before_farms.get(place, place - 1)
        return place

    def line_before(self, place: int) -> str:
        """The last line that is written before a place."""
        end = self.written_before(place)
        return self.text[self.text.rfind("\n", 0, end) + 1 : end].strip()

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """Where the lines begin and end that a run stands in."""
        last = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, last if last >= 0 else len(self.text)

    def has_prose_before(self, start: int) -> bool:
        """True when a line of prose stands before a run."""
        beginning = self.text[max(self.lines_of(start, start)[0], start - BESIDE_READ) : start]
        return bool(self.prose and self.prose[0][1] <= start) or bool(_PROSE_LINE.search(beginning))

    def has_prose_behind(self, end: int) -> bool:
        """True when a line of prose stands behind a run."""
        rest = self.text[end : min(self.lines_of(end, end)[1], end + BESIDE_READ)]
        return bool(self.prose and self.prose[-1][0] >= end) or bool(_PROSE_LINE.search(rest))

    def sets_apart(self, start: int, end: int) -> bool:
        """True when a run has a heading of its own, or a caption, and not only words."""
        return any(start <= place < end for place in self.set_apart)

    def lists(self, start: int) -> bool:
        """True when a run begins with an item of a list, or a cell of a table."""
        return start in self.listed

    def is_at_edge(self, start: int, end: int) -> bool:
        """True when a run stands before all prose, or behind it."""
        return self.has_prose_before(start) != self.has_prose_behind(end)


def _judge_domains(whole: Surroundings, start: int, end: int, items: tuple[str, ...]) -> LinkFarm | None:
    """A row of addresses: a farm unless a sentence names them, or a line leads them in."""
    if _in_sentence(whole, start, end, closed=True) or is_led_in(whole.line_before(start)):
        return None
    return LinkFarm(start, end, items, "short-items", f"{len(items)} addresses in a row")


def judge(whole: Surroundings, start: int, end: int, separator: str, edges: bool) -> LinkFarm | None:
    """The farm that a run of items is, from `start` to `end` of a text; None where it is none.

    `separator` is what divides them (`cleaners.item_runs`), `edges` as for `find_link_farms`.
    """
    if separator != ROWS or not edges:
        return _judge(whole, start, end, separator, edges)
    alone = _alone(whole, start, end)
    mostly = whole.text.count("\n", *alone) + 1 > MOSTLY_ALONE * (whole.text.count("\n", start, end) + 1)
    tried = ((*alone, "\n"), (start, end, separator))
    judged = (_judge(whole, *span, edges) for span in (tried if mostly else tried[::-1]))
    return next(filter(None, judged), None)


def _alone(whole: Surroundings, start: int, end: int) -> tuple[int, int]:
    """The longest part of a run whose lines have one item each: beside them rows of the article may stand."""
    place, longest = start, (start, start)
    lines = whole.text[start:end].split("\n")
    for alone, part in groupby(lines, key=lambda line: row_of(line)[0] == "\n"):
        size = sum(len(line) + 1 for line in part)
        if alone and size > longest[1] - longest[0]:
            longest = place, place + size - 1
        place += size
    return longest


def _judge(whole: Surroundings, start: int, end: int, separator: str, edges: bool) -> LinkFarm | None:
    """The same of a run whose lines are all alike."""
    before = whole.line_before(start)
    first, last = start, end
    if separator in ("\n", ROWS):
        start, end = _trim(whole, start, end, alone=separator == "\n")
    items = tuple(items_of(whole.text[start:end], separator))
    if separator == DOMAINS:
        return _judge_domains(whole, start, end, items)
    if len(items) < MIN_ITEMS:
        return None
    if sum(not is_sold(item) for item in filter(_has_digit, items)) > FIGURES_SHARE * len(items):
        return None
    if separator in IN_ROW and _LEADS_ITSELF.match(items[0]) and not is_known(items[0]):
        return None
    places = [p for p in map(divisions().get, items) if p is not None]
    sold = sum(map(is_sold, items))
    if len(places) + sold >= MIN_KNOWN_SHARE * len(items):
        led_in = is_led_in(before, surely=separator not in PROSE_SEPARATORS)
        if sold == 0 and not led_in:
            led_in = any(map(phrases.HEADS_NAMES.search, (before, items[0])))
        kind = "" if led_in else _known_kind(whole, start, end, separator, items, places, sold)
        if separator == GLUED and _are_of_offices(items, end - start, places):
            kind = ""
    else:
        if separator == "\n" and (start, end) != (first, last):  # unknown words are no less at its ends
            start, end = first, last
            items = tuple(items_of(whole.text[start:end], separator))
        headed = separator == "\n" and (_is_headed(items) or whole.sets_apart(start, end))
        generic = edges and not headed and not is_led_in(before)
        kind = "short-items" if generic and _is_generic(whole, start, end, separator, items) else ""
    if not kind or _is_counted(whole, start, len(items)):
        return None
    if separator == "\n" and kind != "short-items":
        start, end = _without_own_lines(whole, start, end)
        items = tuple(items_of(whole.text[start:end], separator))
    detail = (
        f"{len(items)} items divided by {separator!r}, {len(places)} places, {sold} farm words, "
        f"{neighbour_share(places):.2f} of neighbours in one province"
    )
    return LinkFarm(start, end, items, kind, detail)


def with_rows_beside(farm: LinkFarm, whole: Surroundings, separator: str, first: int) -> LinkFarm:
    """A farm with its rows right before it, from `first` on, and right behind it, each too short for one."""
    start, end, items = farm.start, farm.end, list(farm.items)
    if separator in _OF_LINES and (
        glued := _FIRST_ITEM.search(whole.text, max(first, start - MAX_FIRST), start)
    ):
        start, items = glued.start(1), [glued[1], *items]
    while start > first and whole.text[start - 1] == "\n":
        row = whole.text[whole.lines_of(start - 1, start - 1)[0] : start - 1]
        if start - 1 - len(row) < first or not _is_row_of(row, farm, separator):
            break
        start, items = start - 1 - len(row), items_of(row, separator) + items
    while (last := whole.lines_of(end, end)[1]) < len(whole.text) and not whole.text[end:last].strip():
        row = whole.text[last + 1 : whole.lines_of(last + 1, last + 1)[1]]
        if not _is_row_of(row, farm, separator):
            break
        end, items = last + 1 + len(row), items + items_of(row, separator)
    return LinkFarm(start, end, tuple(items), farm.kind, farm.detail)


def _is_row_of(row: str, farm: LinkFarm, separator: str) -> bool:
    """True for a row of items divided by a farm's separator, or of words that are known, as its own are."""
    if row_of(row)[1] == 0:
        return False
    items = items_of(row, ROWS)
    divided = separator not in PROSE_SEPARATORS and separator != GLUED and separator in row
    if len(items) > 1 and separator not in _OF_LINES and separator not in set(row):  # a row of its own
        return False
    return divided or (farm.kind != "short-items" and sum(map(is_known, items)) > len(items) / 2)


def _may_be_sold(item: str) -> bool:
    """True for a known item, and for a phrase that may offer something."""
    return is_known(item) or (len(item) >= MIN_PHRASE and is_offer(item))


def _has_digit(item: str) -> bool:
    return _DIGIT.search(item) is not None


def _known_kind(
    whole: Surroundings,
    start: int,
    end: int,
    separator: str,
    items: tuple[str, ...],
    places: list[frozenset[str]],
    sold: int,
) -> str:
    """The kind of farm that some items are, `places` and `sold` of which the tables know, or ""."""
    prose, size = separator in PROSE_SEPARATORS, len(items)
    if prose and _in_sentence(whole, start, end, closed=sold >= PART_SOLD * size >= PART_SOLD * MIN_BETWEEN):
        return ""
    ordered = len(places) >= MIN_PLACES and neighbour_share(places) > MAX_NEIGHBOURS
    if ordered and (prose or (sold == 0 and not whole.is_at_edge(start, end))):
        return ""
    if prose and sold == 0 and size < MIN_BETWEEN and end < whole.end:
        scattered = size >= MIN_SCATTERED and _are_scattered(items, places)
        return "place-names" if scattered and not _is_spoken_of(whole, start, end) else ""
    return "place-names" if len(places) >= sold else "farm-words"


def _are_scattered(items: Sequence[str], places: Sequence[frozenset[str]]) -> bool:
    """True for counties from all over the country: cities so listed may be an article's."""
    counties = sum(item.endswith(_COUNTY) for item in items)
    return counties >= COUNTIES * len(items) and neighbour_share(places) <= SCATTERED


def _is_spoken_of(whole: Surroundings, start: int, end: int) -> bool:
    """True for a run that the line before may introduce, or the one behind may speak of."""
    before, behind = whole.line_before(start), whole.text[end:].lstrip()
    introduced = _may_introduce(before, INTRODUCES) or _MAY_LIST.search(before) is not None
    return introduced or _SPEAKS_OF_LIST.match(behind) is not None


def _are_of_offices(items: Sequence[str], size: int, places: Sequence[frozenset[str]]) -> bool:
    """True for places in the order of a list, and other words between them, of `size` characters in all:
    ``河北省科协山西省曲艺团``."""
    return neighbour_share(places) > MAX_NEIGHBOURS and sum(map(len, items)) < MIN_COVERED * size


def _is_generic(whole: Surroundings, start: int, end: int, separator: str, items: tuple[str, ...]) -> bool:
    """True for a run of words that no table knows: many, short, no names, and none of the article's own.

    Phrases that offer something may be fewer and longer.
    """
    offers = len(items) >= MIN_OFFERS and sum(map(is_offer, items)) >= OFFERS_SHARE * len(items)
    if not _is_like_farm(items, separator, offers):
        return False
    return _stands_as_farm(whole, start, end, separator, items, offers)


def _is_like_farm(items: tuple[str, ...], separator: str, offers: bool) -> bool:
    """True for items as a farm has them: enough, of the right length, neither names nor speech."""
    size = len(items)
    prose = separator in PROSE_SEPARATORS or separator == NUMBERS
    few = size < (GENERIC_IN_PROSE if prose else GENERIC_ITEMS)
    if (few or separator == ROWS) and not (offers or _are_dubious(items)):
        return False
    if not SHORTEST <= sum(map(len, items)) / size <= (NAME_LENGTH if offers else GENERIC_LENGTH):
        return False
    if separator in _ARROWS or (separator == "。" and _is_verse(items)):
        return False
    if separator in IN_ROW and sum(_CHINESE.search(item) is None for item in items) >= MAX_FOREIGN * size:
        return False
    spoken = sum(_SPOKEN.search(item) is not None for item in items)
    return spoken < (SPOKEN_OFFERS if offers else SPOKEN_SHARE) * size and not _are_names(items)


def _stands_as_farm(
    whole: Surroundings, start: int, end: int, separator: str, items: tuple[str, ...], offers: bool
) -> bool:
    """True for items that stand where a farm may, and no list would, and that the article does not speak of.

    No sentence goes on beside them. Divided as lists of articles are, they must stand by themselves behind
    the last paragraph, or be a line.
    """
    prose = separator in PROSE_SEPARATORS or separator == NUMBERS
    before = whole.line_before(start)
    behind = not whole.has_prose_behind(end)
    if offers and _may_introduce(before, INTRODUCES_LAST if behind else INTRODUCES):
        return False
    no_list = separator == "\n" and _is_no_list(items)
    ended = separator != "\n" or no_list or before[-1:] in SENTENCE_ENDS or _introduces_nothing(before)
    ended = ended or (before[-1:] not in GOES_ON and _PROSE_LINE.search(before) is not None)
    stands_behind = behind and before != "" and ended and not _may_introduce(before, INTRODUCES_LAST)
    begins = no_list and before == ""
    between = separator == "\n" and _stands_between(whole, start, end, items)
    alone = offers or stands_behind or begins or between
    alone = alone or (separator in IN_ROW and _is_all_of_line(whole, start, end, separator))
    alone = alone or (_are_dubious(items) and _is_alone(whole, start, end, separator))
    if (prose and not alone) or _in_sentence(whole, start, end):
        return False
    at_edge = stands_behind if prose else behind or not whole.has_prose_before(start)
    inside = LINES_RELATED if between and not (offers or _are_part_sold(items)) else INSIDE_RELATED
    return _relatedness(items, whole, start, end) <= (EDGE_RELATED if at_edge else inside)


def _is_no_list(items: Sequence[str]) -> bool:
    """True for more items than verse has lines, or some that farms sell, and of more kinds than a list:
    languages all end with 语."""
    many, sold = len(items) >= MIN_LISTED, _are_part_sold(items)
    return (many and sold) or ((many or sold) and _are_of_kinds(items))


def _are_part_sold(items: Sequence[str]) -> bool:
    """True for items of which some are known to be sold by farms: a list has none."""
    return sum(map(is_sold, items)) >= PART_SOLD * len(items)


def _are_dubious(items: Sequence[str]) -> bool:
    """True for items some of which are what only farms sell, and not what every portal has a channel for."""
    return count_dubious(items) >= max(MIN_DUBIOUS, PART_SOLD * len(items))


def _are_of_kinds(items: Sequence[str]) -> bool:
    """True for items that end in different ways: counties of one kind all end alike."""
    return max(Counter(item[-1] for item in items).values()) <= SAME_KIND * len(items)


def _stands_between(whole: Surroundings, start: int, end: int, items: Sequence[str]) -> bool:
    """True for lines between two paragraphs, neither of which speaks of them, and that are no verse."""
    before = whole.line_before(start)
    if not before or not (before[-1] in SENTENCE_ENDS or is_captioning(before)):
        return False
    if _is_spoken_of(whole, start, end) or not whole.has_prose_before(start):
        return False
    return _are_of_kinds(items) and (whole.lists(start) or not _is_verse(items))


def _is_verse(items: Sequence[str]) -> bool:
    """True for lines most of which are as long as lines of verse, and as one another."""
    length, alike = Counter(map(len, items)).most_common(1)[0]
    return alike >= VERSE_SHARES.get(length, 1.1) * len(items)


def _may_introduce(before: str, longest: int) -> bool:
    """True for a line that may introduce any list: one so short, or one that goes on."""
    if before.endswith(_STOPS) and not _MAY_LIST.search(before):
        longest = min(longest, INTRODUCES_CLOSED)
    return (len(before) <= longest or before[-1] in GOES_ON) and not _introduces_nothing(before)


def _introduces_nothing(before: str) -> bool:
    """True for credits, buttons, an end mark, a heading of other sites' links, and where no word is."""
    if not _WORD_CHARACTER.search(without_furniture(before)) or phrases.CUT.match(before):
        return True
    if phrases.END_MARK.match(before) or phrases.FURNITURE_ANYWHERE.match(before):
        return True
    return byline_in(before) is not None


def _is_all_of_line(whole: Surroundings, start: int, end: int, separator: str) -> bool:
    """True for a run that is a line of its own, ends as no sentence does, and that no line introduces.

    A semicolon behind each item ends none; a full stop does: ``天地玄黄。宇宙洪荒。``.
    """
    divides = separator if separator in ";；" else ""
    return _is_alone(whole, start, end, divides) and not _may_introduce(whole.line_before(start), INTRODUCES)


def _is_alone(whole: Surroundings, start: int, end: int, separator: str) -> bool:
    """True for a run that is all of its line, or lines, and ends as no sentence does, or as its items do."""
    first, last = whole.lines_of(start, end)
    line = whole.text[first:last].strip()
    return len(line) - (end - start) <= ITEM_LENGTH and (
        line[-1] not in SENTENCE_ENDS or line[-1] == separator
    )


def _relatedness(items: Iterable[str], whole: Surroundings, start: int, end: int) -> float:
    """Share of items of which the article has, outside the run, two neighbouring characters: more than by
    chance of long ones."""
    first, last = whole.lines_of(start, end)
    beside = whole.text[first:start] + whole.text[end:last]
    beside = beside if _PROSE_LINE.search(beside) else ""
    within = whole.prose[bisect_left(whole.prose, (first, 0)) : bisect_left(whole.prose, (last + 1, 0))]
    inside = whole.pairs_of(within)
    own = [[a + b for a, b in pairwise(item)] for item in items if len(item) > 1]
    shared = Counter(chain.from_iterable(map(set, own)))
    common = {pair for pair, times in shared.items() if times > SHARED * len(own)}
    found = sum(
        sum(pair not in common and (whole.pairs[pair] > inside[pair] or pair in beside) for pair in pairs)
        > PAIRS_BY_CHANCE * len(pairs)
        for pairs in own
    )
    return found / max(1, len(own))


def _trim(whole: Surroundings, start: int, end: int, *, alone: bool) -> tuple[int, int]:
    """A run of lines without the unknown ones at its ends: a heading, a part's number, a caption, a verse.

    Of items `alone` in their lines, there are none right behind a paragraph, nor where no prose follows,
    nor more than `MOST_HEADING` on end.
    """
    lines = whole.text[start:end].split("\n")
    first = _unknown(lines)
    if first == len(lines):
        return start, end
    last = _unknown(lines[::-1])
    before = whole.line_before(start)
    if last and not lines[-1].isdecimal() and not any(map(whole.speaks_of, lines[-last:])):
        last = 0
    if before == "" and whole.prose and not _are_own(whole, lines[:first]):
        first = 0
    follows = alone and before != "" and before[-1] in SENTENCE_ENDS
    ends = not alone or whole.has_prose_behind(end)
    if follows or (alone and first > MOST_HEADING):
        first = 0
    if not ends or (alone and last > MOST_HEADING):
        last = 0
    return start + _size(lines[:first]), end - _size(lines[len(lines) - last :])


def _are_own(whole: Surroundings, lines: Sequence[str]) -> bool:
    """True for an article's heading, which has words of it, and for its authors."""
    return any(map(whole.speaks_of, lines)) or (bool(lines) and _are_names(lines))


def _size(lines: Sequence[str]) -> int:
    """The characters of some lines, with the line break of each."""
    return sum(len(line) + 1 for line in lines)


def _without_own_lines(whole: Surroundings, start: int, end: int) -> tuple[int, int]:
    """A farm of one item a line without the lines at its ends that are the article's: a poem, a programme.

    They are more unknown lines than a farm with so many known words has on end by chance, and longer than
    its words. Right behind a paragraph a farm's own begin.
    """
    lines = whole.text[start:end].split("\n")
    first, last = _unknown(lines), _unknown(lines[::-1])
    core = lines[first : len(lines) - last]
    if not core:
        return start, end
    known = sum(any(map(_may_be_sold, items_of(line, ROWS))) for line in core)
    strange = max(MIN_STRANGE, 1 - known / len(core))
    longest = OWN_LENGTH * sum(map(len, core)) / len(core)

    def are_own(some: Sequence[str]) -> bool:
        return strange ** len(some) < BY_CHANCE and sum(map(len, some)) > longest * len(some)

    if not are_own(lines[:first]) or whole.line_before(start)[-1:] in tuple(SENTENCE_ENDS):
        first = 0
    if not are_own(lines[len(lines) - last :]):
        last = 0
    return start + _size(lines[:first]), end - _size(lines[len(lines) - last :])


def _unknown(lines: Sequence[str]) -> int:
    """How many lines at the beginning have no word that farms may sell."""
    known = (place for place, line in enumerate(lines) if any(map(_may_be_sold, items_of(line, ROWS))))
    return next(known, len(lines))


def is_led_in(before: str, *, surely: bool = False) -> bool:
    """True when the line before a run introduces it: `surely` in a sentence, or by its colon.

    A byline's label that has no value introduces nothing, and a heading of other sites' links no list.
    """
    sentence = before[-1:] in SENTENCE_ENDS
    found = (_LEAD_IN_SENTENCE if sentence else _LEAD_IN).search(before)
    colon = before[-1:] in tuple(":：")
    if found is None or not (colon or (len(before) <= MAX_LEAD_IN and (sentence or not surely))):
        return False
    if phrases.CUT.match(before):
        return False
    return not any(label.end() == len(before) for label in labels.LABEL.finditer(before))


def _is_headed(items: Sequence[str]) -> bool:
    """True where the first of some lines says what the others are, or how many."""
    heading = items[0]
    counted = _counts(heading, len(items) - 1)
    return counted or is_led_in(heading) or _HEADS_LIST.search(heading) is not None


def _is_counted(whole: Surroundings, start: int, size: int) -> bool:
    """True when the sentence before a run of `size` items says how many they are."""
    place = whole.written_before(start)
    return _counts(whole.text[max(0, place - MAX_LEAD_IN) : place], size)


def _counts(text: str, size: int) -> bool:
    """True for a text that ends with a sentence of `size` things."""
    counts = _COUNTED.finditer(text)
    return any(abs(number_of(count["number"]) - size) <= MISCOUNTED for count in counts)


def _in_sentence(whole: Surroundings, start: int, end: int, *, closed: bool = False) -> bool:
    """True when the run's line goes on in prose before or after it.

    A run that may be `closed` is in none if all that its line has more is a full stop.
    """
    first, last = whole.lines_of(start, end)
    before, after = whole.text[first:start].strip(), whole.text[end:last]
    if closed and not before and after.strip() in tuple(SENTENCE_ENDS):
        return False
    glued_before = before != "" and before[-1] not in SENTENCE_ENDS
    return glued_before or (bool(after.strip()) and not after.lstrip(" ").startswith(INDENT))


def _are_names(items: Iterable[str]) -> bool:
    surnames = words("surnames.txt")
    listed = list(items)
    named = sum(i[0] in surnames and 2 <= len(i) <= 4 for i in listed)
    return named >= NAMES_SHARE * len(listed)
