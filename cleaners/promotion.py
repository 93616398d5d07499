"""Strip promotion: calls to follow an account, to scan a code, to download an app.

A line is promotion by what it says as a whole, wherever it stands: by its form (`tables.phrases`) or by
the parts it is made of (`tables.cues`); never a paragraph that has the same words in it. It goes before
metadata is read, so that a call behind the editors' line does not pass for the article's last paragraph.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from cleaners.blocks import SENTENCE_ENDS, Block, Layout
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import cues, labels, media, phrases

MAX_CALL = 100
"""Longest line in characters that is a call to follow, scan or download."""
NEAR_EDGE = 12
"""Blocks from either end of the article within which a line may be the site's on less evidence."""
MIN_BODY, MAX_TAIL = 20, 80
"""Fewest characters of a paragraph before its last sentence, and most of that, where this may be a call."""
_OPENING = "（(【["
"""What begins a call in brackets."""
PROMO_BOX, MOST_LINES = 60, 4
"""Characters and lines up to which a box with a QR code's caption in it is that and nothing else."""


def is_promotion(line: str) -> bool:
    """True for a line that in whole asks to follow, scan, download or share.

    >>> is_promotion("长按识别二维码，关注我们的微信公众号")
    True
    >>> is_promotion("市民可关注“上海发布”微信公众号预约参观。")
    False
    """
    return bool(promoting_phrase(line))


def weighed(text: str, parts: Sequence[cues.Cue], least: float) -> str:
    """The cues in a folded text, where they sum up to `least` and one of them is literal; else empty."""
    found: list[tuple[cues.Cue, str]] = []
    for literal in (True, False):  # the literal ones first: most lines have none
        found += [(c, m.group()) for c in parts if c.literal is literal and (m := c.pattern.search(text))]
        if not found:
            return ""
    total = sum(cue.weight for cue, _ in found)
    if total < least:
        return ""
    return f"{total:.1f} of {' … '.join(part for _, part in found)}"


def promoting_phrase(line: str, least: float = cues.ANYWHERE) -> str:
    """What makes a line promotion, in its words; empty where it is none.

    `least` is the sum of weights (`tables.cues`) from which its parts make it that.
    """
    line = line.strip()
    if len(line) > MAX_CALL:
        return ""
    text = fold(line)
    if label := phrases.CHANNEL_LABEL.match(text) or phrases.CALL_ELSEWHERE.match(text):
        return label.group()
    return weighed(text, cues.PROMOTION, least) if cues.LITERAL.search(text) else ""


def tail_of(text: str) -> tuple[str, str]:
    """A paragraph's beginning, and its last sentence, or what stands in brackets behind it; the second is
    empty where there is no more than one."""
    found = phrases.LAST_SENTENCE.search(text, max(0, len(text) - MAX_TAIL))
    tail = found[1] if found else ""
    if not found or found.start() < MIN_BODY or tail.count("“") != tail.count("”"):
        return text, ""
    return text[: found.start()], tail


def _trim_calls(page: Page, *, bracketed: bool) -> None:
    """Cut calls that are glued to the end of a paragraph: those in brackets, or sentences.

    What nothing sets apart from the article's own sentences must have more of a call.
    """
    for block in page.article:
        body, tail = tail_of(block.text) if block.prose and not block.dropped else (block.text, "")
        if not tail or (tail[0] in _OPENING) != bracketed:
            continue
        phrase = promoting_phrase(tail) if bracketed else weighed(fold(tail), cues.PROMOTION, cues.GLUED)
        if phrase:
            page.trace.note("boilerplate", "promotion", 1, tail, "", phrase)
            block.shorten(body)


def strip_promotion(page: Page) -> Page:
    """Step: drop lines of promotion, and the names by QR codes: ``乡村干部报网`` above ``微信公众号``."""
    assert page.layout is not None
    _trim_calls(page, bracketed=True)
    places = []
    at_edge = {*_edge(page.article), *_edge(page.article[::-1])}
    for place, block in enumerate(page.article):
        least = cues.AT_EDGE if block in at_edge else cues.ANYWHERE
        phrase = "" if block.dropped else promoting_phrase(block.text, least)
        if phrase and not (
            _is_step(page.article, place)
            or _is_told(page.article, place)
            or phrases.CUT.match(fold(block.text))  # what it heads goes with it (`cleaners.related`)
        ):
            block.drop("promotion", phrase)
            places.append(place)
    _trim_calls(page, bracketed=False)
    small = _promotion_boxes(page, page.layout, {page.article[place].box for place in places})
    for block in page.article:
        if block.box in small:
            block.drop("promotion", "in a box of promotion")
    for place in places:
        _drop_going_on(page.article, place)
        beside = (place - 1, place + 1) if page.article[place].joined else (place - 1,)
        for other in (page.article[n] for n in beside if 0 <= n < len(page.article)):
            if media.SOURCE_NAME.match(fold(other.text)):
                other.drop("promotion", "a name beside promotion")
    return page


def _is_step(article: Sequence[Block], place: int) -> bool:
    """True for an item of a list, or a step, beside one that asks for nothing: how marks are looked up, and a
    call."""
    beside = [article[n] for n in (place - 1, place + 1) if 0 <= n < len(article)]
    for form in (phrases.STEP.match, cues.SERVICE.search):
        if form(fold(article[place].text)) and any(
            form(fold(other.text)) and not (other.prose or promoting_phrase(other.text)) for other in beside
        ):
            return True
    return False


def _is_told(article: Sequence[Block], place: int) -> bool:
    """True for an account in a list of how to reach what an article tells of: between an address, an hour or
    a number and another label."""
    beside = article[place - 1 : place + 2] if place else []
    if len(beside) < 3 or not phrases.CONTACT.match(fold(beside[0].text)):
        return False
    return all(labels.ANY.match(line.text) and not line.prose for line in beside)


def _drop_going_on(article: Sequence[Block], place: int) -> None:
    """The lines in which the call at a place goes on."""
    while place + 1 < len(article) and article[place].text[-1] not in SENTENCE_ENDS:
        place += 1
        if not phrases.GOES_ON.match(fold(article[place].text)):
            return
        article[place].drop("promotion", "goes on a call")


def _edge(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines before the first that is a paragraph and no promotion; rows of links aside."""
    for block in islice((b for b in blocks if not (b.dropped or b.is_links)), NEAR_EDGE):
        if block.prose and not promoting_phrase(block.text, cues.AT_EDGE):
            return
        yield block


def _promotion_boxes(page: Page, layout: Layout, promoting: set[int]) -> set[int]:
    """The boxes inside the article's that hold promotion and little else, and all within them."""
    if not promoting:
        return set()
    inside = list(layout.within(page.box))
    sizes = dict.fromkeys((page.box, *(box.index for box in inside)), 0)
    lines = dict.fromkeys(sizes, 0)
    for block in page.article:
        sizes[block.box] = sizes.get(block.box, 0) + len(block.text)
        lines[block.box] = lines.get(block.box, 0) + 1
    holds = layout.holding(promoting)
    for box in reversed(inside):
        sizes[box.parent] += sizes[box.index]
        lines[box.parent] += lines[box.index]
    found: set[int] = set()
    for box in inside:
        small = sizes[box.index] <= PROMO_BOX and lines[box.index] <= MOST_LINES
        if box.parent in found or (box.index in holds and small):
            found.add(box.index)
    return found
