"""Drop what an article's box has of other articles: headings of related reports, their links, lone headlines.

A heading is believed where little of the article's prose is behind it, or the editors' names are before it;
links by themselves, where they stand in rows or between two paragraphs. Links to the article's own files
stay.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from cleaners.beside import drop_beside, drop_card
from cleaners.blocks import HEADLINE, Block, Layout, prose_size, remaining
from cleaners.byline import byline_in
from cleaners.dates import ANY_DATE
from cleaners.farm_evidence import is_led_in
from cleaners.likelihood import han_of
from cleaners.notices import is_notice
from cleaners.promotion import weighed
from cleaners.script import fold
from cleaners.tables import cues, phrases, tags

AROUND = 2
"""Boxes that two lines have alike which are of one text: their own, and the one around it."""
MAX_CUT = 32
"""Longest heading of what follows an article."""
BEHIND_SHARE = 0.35
"""Largest share of prose behind a heading of what follows, up to which it is believed."""
TEASED_SHARE = 0.8
"""The same where the text right under it is cut short: another article's beginning."""
MAX_LINKED_HEADING = 12
"""Longest such heading in characters that is known by one word and the links under it."""
MIN_HEADED = 2
"""Links right under a line that make it their heading."""
MAX_HEADLINE = 60
"""Longest line in characters of a heading and a headline."""
MOST_TEASING = 3
"""Lines under a heading among which another article's beginning stands: its headline, its author."""
MIN_TEASER = 20
"""Shortest beginning of another article in characters."""
MIN_DATED = 3
"""Beginnings of other articles, each with its day, that are a list of them."""
LINK_ROW = 5
"""Links in a row, each a block, that are a list of links wherever they stand."""
HEADLINE_ROW = 3
"""The same of headlines below a sentence that leads to nothing."""
MIN_HEADLINE = 8
"""Shortest of those headlines in characters."""
MIN_LISTED = 2
"""Fewest headlines without a link below a heading of other articles, between two paragraphs."""
MAX_LABEL = 10
"""Longest label of a row of words in characters, with what stands before it."""
MIN_LONE = 8
"""Han characters of a headline that is set between two paragraphs as they are."""
MIN_SENTENCE = 4
"""Characters beside its links that make a line a sentence."""
_COLON = re.compile("[:：]")
_LABEL_END = re.compile("[：】]")


def drop_related(article: Sequence[Block], layout: Layout) -> None:
    """Drop the headings of other articles, and the links to them, from an article's blocks."""
    drop_beside(article, layout)
    _drop_dated(article, layout)
    _drop_behind_day(article, layout)
    _drop_cut(article, layout)
    _drop_related(article)
    _drop_lone_links(article)
    _drop_links(article)
    drop_card(article, layout)


def keep_enclosures(article: Sequence[Block]) -> None:
    """Links to the article's own files, and those under a heading that says so, are lines of its text."""
    headed = False
    for block in remaining(article):
        enclosed = block.is_links and (headed or phrases.ENCLOSED.search(fold(block.text)) is not None)
        heading = len(block.text) <= MAX_CUT and phrases.ENCLOSURES.match(fold(block.text)) is not None
        headed = heading or (headed and enclosed)
        if enclosed:
            block.links, block.link_chars = (), 0


def _drop_cut(article: Sequence[Block], layout: Layout) -> None:
    """Headings of what follows and all behind them, where little of the article's prose is behind."""
    kept = remaining(article)
    headings = {i: heading for i in range(1, len(kept)) if (heading := _heading(kept, i))}
    if not headings:
        return
    teasers = layout.within_all(layout.teasers)
    paragraphs = [b.prose and b.box not in teasers and not is_notice(b.text) for b in kept]
    prose = sum(len(b.text) for b, own in zip(kept, paragraphs, strict=True) if own)
    before = list(accumulate(kept, _later_prose))  # the last paragraph so far
    following = _Following()
    behind, end = 0, len(kept)
    for i in range(len(kept) - 1, 0, -1):
        block = kept[i]
        behind += len(block.text) * paragraphs[i]
        most = behind > TEASED_SHARE * prose
        if most and not following.may_be_headed:
            return
        if i not in headings:
            following.add(block)
        elif behind > BEHIND_SHARE * prose and not (
            following.is_headed or (not most and (following.teases or _is_signed_off(kept, i)))
        ):
            return
        elif (
            phrases.COMMENTS_BEGIN.search(headings[i])
            or phrases.HEADLINED.match(headings[i])
            or not following.goes_on(before[i - 1], layout)
        ):
            for dropped in kept[i:end]:
                dropped.drop("related", block.text)
            following, end = _Following(), i
        elif not _heads_background(article, block, headings[i]):
            links = list(_links_from(kept, i + 1))
            for dropped in (block, *links):
                dropped.drop("related", block.text)
            following.headlines -= sum(link.is_headline for link in links)


def _drop_dated(article: Sequence[Block], layout: Layout) -> None:
    """Beginnings of other articles, each cut short, between its headline and its day.

    Their boxes are unlike the text's: the pages of a diary may end so too.
    """
    kept = remaining(article)
    found = [
        (headline, teaser, day)
        for headline, teaser, day in zip(kept, kept[1:], kept[2:], strict=False)
        if not headline.prose and _ends_cut(teaser) and ANY_DATE.fullmatch(fold(day.text))
    ]
    if len(found) < MIN_DATED:
        return
    teasers = {teaser for _, teaser, _ in found}
    own = [layout.kinds_around(block, AROUND) for block in kept if block.prose and block not in teasers]
    if own and not any(layout.kinds_around(teaser, AROUND) in own for teaser in teasers):
        for block in (line for item in found for line in item):
            block.drop("related", f"one of {len(found)} beginnings with a day below")


def _drop_behind_day(article: Sequence[Block], layout: Layout) -> None:
    """What is behind a platform's line of the day under an account's text, if it is little and elsewhere.

    Another account's text may be below.
    """
    kept = remaining(article)
    for place in range(len(kept) - 1, 0, -1):
        if not phrases.EDITED.match(fold(kept[place].text)):
            continue
        above, below = ([b for b in part if b.prose] for part in (kept[:place], kept[place + 1 :]))
        few = prose_size(below) <= BEHIND_SHARE * prose_size(above)
        if (
            few
            and above
            and not (
                below and layout.kinds_around(below[0], AROUND) == layout.kinds_around(above[-1], AROUND)
            )
        ):
            for block in kept[place + 1 :]:
                block.drop("related", f"behind {kept[place].text}")
        return


def _is_cut(block: Block) -> bool:
    return block.prose and block.ends_cut


def _ends_cut(block: Block) -> bool:
    """True for what is cut short, with a headline above and a day below: a clause may be all that is left."""
    return len(block.text) >= MIN_TEASER and not block.is_links and block.ends_cut


def _is_signed_off(kept: Sequence[Block], place: int) -> bool:
    """True for a place with those who wrote or edited it named shortly before: the article has ended."""
    above = reversed(kept[max(0, place - MOST_TEASING) : place])
    return any(_names_people(block.text) for block in takewhile(lambda block: not block.prose, above))


def _names_people(text: str) -> bool:
    line = byline_in(text)
    return line is not None and bool(line.editors or line.authors)


def _links_from(blocks: Sequence[Block], first: int) -> Iterator[Block]:
    """The lines of links in a row from a place on."""
    return takewhile(lambda block: block.is_links, (blocks[place] for place in range(first, len(blocks))))


def _heads_background(article: Sequence[Block], heading: Block, text: str) -> bool:
    """True for a paper's ``■相关链接`` with the article's own background right below it, and nothing dropped
    between."""
    return phrases.BACKGROUND.search(text) is not None and not article[article.index(heading) + 1].dropped


def _later_prose(one: Block, other: Block) -> Block:
    return other if other.prose else one


class _Following:
    """What stands behind a heading, gathered from the end of the article on."""

    def __init__(self) -> None:
        self.nearest: deque[Block] = deque(maxlen=MOST_TEASING)
        """The lines right behind, the nearest first."""
        self.paragraph: Block | None = None
        """The nearest that is prose and no link."""
        self.headlines = self.headlines_behind = 0
        """Links to other articles, and those behind that paragraph."""
        self._paragraphs = self._headed = 0
        self._follows_paragraph = False

    def add(self, block: Block) -> None:
        """Set another block before those gathered so far."""
        self.nearest.appendleft(block)
        paragraph = block.prose and not block.is_links
        linked = paragraph and len(block.links) == 1 and block.link_chars >= HEADLINE
        if paragraph:
            self.paragraph, self.headlines_behind = block, self.headlines
        self._paragraphs += paragraph
        self._headed += linked or (block.is_headline and self._follows_paragraph)
        self._follows_paragraph = paragraph and not linked
        self.headlines += block.is_headline

    @property
    def is_headed(self) -> bool:
        """True where each paragraph behind has a headline of its own, above it or in its line: they are of
        other articles."""
        return self._headed == self._paragraphs >= MIN_DATED

    @property
    def may_be_headed(self) -> bool:
        """True where they may be so, if the next block before them is a headline."""
        return self._paragraphs - self._headed <= 1

    @property
    def teases(self) -> bool:
        """True where one of the lines right behind is the beginning of another article, cut short."""
        return any(map(_is_cut, self.nearest))

    def goes_on(self, last: Block, layout: Layout) -> bool:
        """True when the article goes on here, or behind links in a box like that of its last paragraph."""
        if self.nearest and _is_paragraph(self.nearest[0]):
            return True
        if self.teases:
            return False
        first = self.paragraph
        if first is None or not _is_paragraph(first) or self.headlines_behind or not last.prose:
            return False
        return layout.kinds_around(first, AROUND) == layout.kinds_around(last, AROUND)


def _heading(kept: Sequence[Block], place: int) -> str:
    """What shows that a line is the heading of other articles; empty where nothing does.

    One of its words is enough where links stand right under it: a digest has the same headings.
    """
    line = kept[place].text
    if "【" in line[:2] and len(line) <= MAX_HEADLINE and (headed := phrases.HEADLINED.match(fold(line))):
        return headed.group()
    text = fold(line) if len(line) <= MAX_CUT else ""
    if not text:
        return ""
    if cut := phrases.CUT.match(text):
        return cut.group()
    under = takewhile(lambda block: block.is_links, kept[place + 1 : place + 1 + MIN_HEADED])
    linked = sum(len(block.links) for block in under) >= MIN_HEADED
    return weighed(text, cues.HEADING, cues.HEADS) if linked and len(text) <= MAX_LINKED_HEADING else ""


def _is_paragraph(block: Block) -> bool:
    """True for sentences that nothing links: under a heading of other articles headlines stand first."""
    return block.prose and not block.links and block.text[-1] in "。”"


def _drop_related(article: Sequence[Block]) -> None:
    """A heading of related reports between two paragraphs, and its links, under it or behind it."""
    kept = remaining(article)
    for i, block in enumerate(kept):
        if len(block.text) <= MAX_HEADLINE and phrases.RELATED_LINE.match(fold(block.text)):
            block.drop("related", "a heading and a headline")
        elif _COLON.search(block.text, 0, MAX_LABEL) and phrases.WORDS_LINE.match(fold(block.text)):
            block.drop("related", "a row of words behind its label")
        elif block.links and (block.is_links or _is_all_linked(block)):
            label, colon, _ = _LABEL_END.sub(":", fold(block.text[: MAX_CUT + 1])).partition(":")
            if colon and (phrases.CUT.match(label) or phrases.LEADS_ELSEWHERE.match(label)):
                block.drop("related", label)
        if _heading(kept, i):
            links = list(takewhile(lambda b: not is_prose_link(b), _links_from(kept, i + 1)))
            links = links or _headlines_from(kept, i)
            for related in (block, *links) if links else ():
                related.drop("related", block.text)


def _is_all_linked(block: Block) -> bool:
    """True for a label with a link behind it, however short."""
    colon = _COLON.search(block.text, 0, MAX_LABEL)
    return colon is not None and block.link_chars >= len(block.text[colon.end() :].strip())


def _headlines_from(kept: Sequence[Block], place: int) -> list[Block]:
    """The headlines whose links are lost between a heading of other articles and the next paragraph."""
    if not phrases.OTHER_ARTICLES.match(fold(kept[place].text)):
        return []
    lines = list(takewhile(lambda block: not block.prose, kept[place + 1 :]))
    told = all(MIN_HEADLINE <= len(b.text) <= MAX_HEADLINE and b.text[-1] not in ":：" for b in lines)
    return lines if told and len(lines) >= MIN_LISTED else []


def _drop_lone_links(article: Sequence[Block]) -> None:
    """Advertisements, and headlines of other articles set between two paragraphs."""
    kept = remaining(article)
    tags_of_prose = {block.tag for block in kept if block.prose}
    for block in kept:
        text = fold(block.text) if block.is_links else ""
        if phrases.ADVERTISED.match(text) or (phrases.WATCH.match(text) and text[-1] != "。"):
            block.drop("links", "an advertisement, or a film of the same")
    for before, own, behind in zip(kept, kept[1:], kept[2:], strict=False):
        between = before.prose and behind.prose and own.tag not in tags.HEADINGS
        between = between and (own.tag not in tags_of_prose or len(han_of(own.text)) >= MIN_LONE)
        if between and own.is_headline and not own.marks and not phrases.DOCUMENT.match(own.text):
            own.drop("links", "a headline between paragraphs")


def _drop_links(article: Sequence[Block]) -> None:
    """Rows of links in the middle of an article."""
    row: list[Block] = []
    above: Block | None = None
    for block in [*remaining(article), None]:
        if block is not None and block.is_links and not is_prose_link(block):
            row.append(block)
            continue
        if len(row) >= LINK_ROW or (len(row) >= HEADLINE_ROW and _are_headlines(above, row)):
            for link in row:
                link.drop("links", f"{len(row)} in a row")
        row, above = [], block


def _are_headlines(above: Block | None, row: Sequence[Block]) -> bool:
    """True for links to other articles below a paragraph that does not lead them in."""
    if above is None or not above.prose or is_led_in(above.text):
        return False
    documents = any(phrases.DOCUMENT.match(block.text) for block in row)
    return not documents and all(block.is_headline and len(block.text) >= MIN_HEADLINE for block in row)


def is_prose_link(block: Block) -> bool:
    """True for a link that is a whole sentence, a quotation with its source, or for a sentence of links."""
    long = block.text[-1] in "。！？" and len(block.text) > MAX_CUT
    return long or (block.text[-1] == "。" and len(block.text) - block.link_chars >= MIN_SENTENCE)
