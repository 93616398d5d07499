"""Find link farms: rows of short words that sell links and belong to no article.

A farm is known by what it is, wherever it stands: a long run of very short items with one separator
(or one in each line), no sentence in it, most of them place names, channel names or gambling words
(`cleaners.farm_evidence`).
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby, pairwise

from cleaners.blocks import EDGE, MARKS_READ, Block, Layout, remaining, with_above
from cleaners.farm_evidence import (
    INDENT,
    MOST_HEADING,
    OWN_LENGTH,
    LinkFarm,
    Surroundings,
    is_led_in,
    judge,
    with_rows_beside,
)
from cleaners.farm_words import NAME_LENGTH, is_known, may_sell_adult, sells_adult
from cleaners.inline_rows import divide_rows, links_behind
from cleaners.item_runs import ITEM_LENGTH, MIN_ITEMS, row_of, runs, runs_in_line, with_marks_alike
from cleaners.promotion import NEAR_EDGE
from cleaners.script import fold
from cleaners.state import Page
from cleaners.tables import phrases, tags
from cleaners.trace import Trace
from cleaners.white_words import drop_white_words

MIN_WORDS = 40
"""Characters from which a line of words may outweigh an article (`article.SHORT_LINE`)."""
MAX_ITEM_MEAN = 7
"""Characters for each mark under which a line may be words and marks: prose has ten and more."""
WORDS_SHARE = 0.8
"""Share of its characters in farms from which a line is nothing else."""
MAX_PHRASE = 24
"""Longest phrase in characters by which a farm sells, alone in its line."""
NEAR_CAPTION = 4
"""Lines from one picture to the next up to which what stands under each is of it: one picture alone says
nothing of the list behind it."""
_NO_WORD = re.compile(r"^[\W_]+|[\W_]+$")


def find_link_farms(
    text: str, *, edges: bool = True, set_apart: Collection[int] = (), listed: Collection[int] = ()
) -> list[LinkFarm]:
    """The link farms in a text of one line or many, in order.

    `edges` tells that the text's beginning and end are an article's, where runs of unknown short
    items are farms as well; `set_apart` the offsets of lines that are headings or captions: a run with
    one of them is of the article, unless its words are known; `listed` those of lines that are items of a
    list, and no verse.

    >>> farm = "正文到此。\\n准格尔旗| 华坪县| 边坝县| 海林市| 探索| 宁国市| 家居| 砀山县|"
    >>> [f.kind for f in find_link_farms(farm)]
    ['place-names']
    >>> find_link_farms("贫困县包括昭通市的鲁甸县、巧家县、盐津县、大关县、永善县、绥江县、镇雄县。")
    []
    """
    folded = with_marks_alike(text)
    farms: list[LinkFarm] = []
    whole = Surroundings(folded, set_apart, listed)
    for start, end, separator in runs(folded):
        farm = judge(whole, start, end, separator, edges)
        if farm is not None and not (farms and farms[-1].end > start):
            farm = with_rows_beside(farm, whole, separator, farms[-1].end if farms else 0)
            farms.append(_with_quotation_mark(farm, text))
            whole.before_farms[farm.end] = whole.written_before(farm.start)
    return farms


def without_farms(line: str) -> str:
    """What a page declares in a line, without the farms in it.

    >>> without_farms("学生重返课堂。准格尔旗| 华坪县| 边坝县| 海林市| 探索| 宁国市| 家居| 砀山县")
    '学生重返课堂。'
    """
    for farm in reversed(find_link_farms(line, edges=False)):
        line = f"{line[: farm.start].rstrip()}{line[farm.end :]}"
    return line.strip()


def _with_quotation_mark(farm: LinkFarm, text: str) -> LinkFarm:
    """A farm with the mark before its first item, which the one behind its last closes."""
    around = text[max(0, farm.start - 1) : farm.start] + text[farm.end - 1 : farm.end]
    return replace(farm, start=farm.start - 1) if around in ("“”", "《》") else farm


def mark_words(layout: Layout) -> None:
    """Set `words` on the lines that are nothing but a farm: longer than a short article, they are none.

    This is for finding the article. What of them goes is decided when it is known what stands around.
    """
    for block in layout.blocks:
        size = len(block.text)
        if size < MIN_WORDS or block.is_links:
            continue
        few = block.marks == 0 or block.marks * MAX_ITEM_MEAN > min(size, MARKS_READ)
        if few and any(runs_in_line(with_marks_alike(block.text), 0)):
            farms = find_link_farms(block.text)
            block.words = sum(farm.end - farm.start for farm in farms) >= WORDS_SHARE * size


def strip_link_farms(page: Page) -> Page:
    """Step: drop the link farms, whole lines or what of a line is a farm, in the article and beside it."""
    assert page.layout is not None
    lists = _lists_around(page.layout)
    drop_white_words(page)
    _cut_links_behind(page)
    divided = divide_rows(page)
    for blocks in (page.before, page.after[:NEAR_EDGE]):
        others = [block for block in remaining(blocks) if block is not page.headline]
        _strip(others, page.trace, lists, edges=False)
    _strip(remaining(page.article), page.trace, lists, edges=True, set_apart=_set_apart(page))
    _drop_linked(remaining(page.article), page.trace)
    for block, written, text in divided:
        block.text = written if block.text == text else block.text
    _drop_rest_of_lists(page.article, lists)
    return page


def strip_last_farm(page: Page) -> Page:
    """Step: drop the link farm that credits or notices stood behind: it is at the end now."""
    assert page.layout is not None
    kept = remaining(page.article)
    last = with_marks_alike(kept[-1].text) if kept else ""
    if row_of(last)[1] or any(runs_in_line(last, 0)):
        _strip(kept, page.trace, _lists_around(page.layout), edges=True, set_apart=_set_apart(page))
    return page


def _cut_links_behind(page: Page) -> None:
    """Cut rows of short links off that stand right behind a sentence."""
    for block in remaining(page.article):
        if row := links_behind(page, block):
            start, count = row
            links = f"{count} links in a row, behind the last sentence of their line"
            page.trace.note("link-farm", "short-items", count, block.text[start:], "", links)
            _cut_spans(block, [(start, len(block.text))])


def _lists_around(layout: Layout) -> list[int]:
    """The list or table that each box stands in; -1 for none."""
    around: list[int] = []
    for box in layout.boxes:
        listed = box.tag == "table" or box.tag in tags.LISTS
        around.append(box.index if listed else around[box.parent] if box.parent >= 0 else -1)
    return around


def _set_apart(page: Page) -> set[Block]:
    """The lines of an article that are a heading, or stand each under a picture of its own."""
    kept = remaining(page.article)
    headings = (
        heading
        for heading, under in pairwise(kept)
        if heading.tag in tags.HEADINGS and under.tag not in tags.HEADINGS
    )
    layout = page.layout or Layout()
    places = sorted({picture.before_block for picture in layout.pictures})
    beside = {place for near in pairwise(places) if near[1] - near[0] <= NEAR_CAPTION for place in near}
    captions = (layout.blocks[place] for place in beside if place < len(layout.blocks))
    return {block for block in chain(headings, captions) if not phrases.CUT.match(fold(block.text))}


def _strip(
    blocks: list[Block],
    trace: Trace,
    lists: Sequence[int],
    *,
    edges: bool,
    set_apart: Collection[Block] = (),
) -> None:
    _drop_adult(blocks, trace)
    blocks = remaining(blocks)
    text = "\n".join(b.text for b in blocks)
    offsets = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))
    apart = [place for block, place in zip(blocks, offsets, strict=False) if block in set_apart]
    listed = {place for block, place in zip(blocks, offsets, strict=False) if lists[block.box] >= 0}
    farms = find_link_farms(text, edges=edges, set_apart=apart, listed=listed)
    farms = [_without_strangers(farm, blocks, offsets, lists) for farm in farms]
    farms = [_without_tables(farm, blocks, offsets, lists) for farm in farms]
    for farm in farms:
        trace.note("link-farm", farm.kind, len(farm.items), text[farm.start : farm.end], "", farm.detail)
    if farms:
        _cut(blocks, farms)


def _without_strangers(
    farm: LinkFarm, blocks: Sequence[Block], offsets: Sequence[int], lists: Sequence[int]
) -> LinkFarm:
    """A farm without unknown lines before or behind it, where all others stand in one box or list: a
    caption, a signature of the article; a poem, or a programme, where they stand in a list."""
    lines = _lines_of(farm, blocks, offsets)
    if len(lines) <= MIN_ITEMS:
        return farm
    around = [block.box if lists[block.box] < 0 else lists[block.box] for block in lines]
    main = around[len(around) // 2]
    own = [place != main and not is_known(item) for place, item in zip(around, farm.items, strict=True)]
    head, tail = own.index(False), own[::-1].index(False)
    strange = (*lines[:head], *lines[len(lines) - tail :])
    in_list = lists[lines[len(lines) // 2].box] >= 0 and all(lists[block.box] < 0 for block in strange)
    few = max(head, tail) <= MOST_HEADING
    if not (few or in_list) or set(around[head : len(around) - tail]) != {main}:
        return farm
    return _without_lines(farm, lines, head, tail)


def _without_tables(
    farm: LinkFarm, blocks: Sequence[Block], offsets: Sequence[int], lists: Sequence[int]
) -> LinkFarm:
    """A farm of known words, one a line, without a table or list of others at its end: the article's own."""
    lines = _lines_of(farm, blocks, offsets) if farm.kind != "short-items" else []
    groups = [list(run) for _, run in groupby(lines, key=lambda block: lists[block.box])]
    head = tail = 0
    while len(groups) > 1 and _is_own(groups[0], lists):
        head += len(groups.pop(0))
    while len(groups) > 1 and _is_own(groups[-1], lists):
        tail += len(groups.pop())
    return _without_lines(farm, lines, head, tail)


def _lines_of(farm: LinkFarm, blocks: Sequence[Block], offsets: Sequence[int]) -> Sequence[Block]:
    """The lines of a farm of one item a line; none of any other."""
    lines = blocks[bisect_left(offsets, farm.start) : bisect_left(offsets, farm.end)]
    return lines if len(lines) == len(farm.items) else []


def _without_lines(farm: LinkFarm, lines: Sequence[Block], head: int, tail: int) -> LinkFarm:
    """A farm of one item a line without so many of its first lines, and of its last."""
    kept = len(farm.items) - tail
    first, last = (sum(len(block.text) + 1 for block in gone) for gone in (lines[:head], lines[kept:]))
    return replace(farm, start=farm.start + first, end=farm.end - last, items=farm.items[head:kept])


def _is_own(group: Sequence[Block], lists: Sequence[int]) -> bool:
    """True for the lines of a table or list most of which no table of ours knows."""
    return lists[group[0].box] >= 0 and sum(is_known(block.text) for block in group) * 2 < len(group)


def _drop_rest_of_lists(blocks: Sequence[Block], around: Sequence[int]) -> None:
    """Words left of a list, or of a box's lines, most others of which went as a farm's items, and links right
    beside a farm's."""
    if all(block.dropped != "link-farm" for block in blocks):
        return
    for one, other in chain(pairwise(blocks), pairwise(reversed(blocks))):
        linked = one.dropped == "link-farm" and one.is_links and other.is_links
        if linked and len(other.text) <= NAME_LENGTH:
            other.drop("link-farm", "a link beside its links")
    lists: dict[int, list[Block]] = {}
    for block in blocks:
        lists.setdefault(block.box if around[block.box] < 0 else around[block.box], []).append(block)
    for items in lists.values():
        left, gone = remaining(items), [block for block in items if block.dropped == "link-farm"]
        short = all(len(block.text) <= NAME_LENGTH for block in left)
        if (
            short
            and len(left) <= len(gone) >= MIN_ITEMS
            and (around[gone[0].box] >= 0 or _are_words(left, gone))
        ):
            for block in left:
                block.drop("link-farm", "the rest of its list")


def _are_words(left: Sequence[Block], gone: Sequence[Block]) -> bool:
    """True for lines that are no longer than a farm's words, and no verse's: a box may have both."""
    size, usual = (sum(len(block.text) for block in some) / max(1, len(some)) for some in (left, gone))
    return size <= OWN_LENGTH * usual and not any(block.marks for block in left)


def _drop_adult(blocks: list[Block], trace: Trace) -> None:
    """Lines that pornography is sold by, with those beside them that may be more of it."""
    for sold, beside in groupby(blocks, key=_may_be_adult):
        run = list(beside) if sold else []
        if any(sells_adult(block.text) for block in run) or sells_adult(*(block.text for block in run)):
            trace.note("link-farm", "farm-words", len(run), run[0].text)
            for block in run:
                block.drop("link-farm")


def _drop_linked(blocks: list[Block], trace: Trace) -> None:
    """Lines of nothing but short links that none introduces: no article has its words so."""
    for above, block in with_above(blocks):
        if len(block.links) < MIN_ITEMS or not block.is_row_of_links:
            continue
        short = block.link_chars <= ITEM_LENGTH * len(block.links)
        if short and not (above is not None and is_led_in(above.text)):
            links = f"{len(block.links)} links in a line"
            trace.note("link-farm", "short-items", len(block.links), block.text, "", links)
            block.drop("link-farm", links)


def _may_be_adult(block: Block) -> bool:
    text = block.text
    if block.prose or text[-1] in "。！" or not may_sell_adult(text):
        return False
    return len(text) <= MAX_PHRASE or sells_adult(text)


def _cut(blocks: list[Block], farms: list[LinkFarm]) -> None:
    """Take the farms' spans, offsets in the blocks' texts joined by newlines, out of the blocks."""
    offset = first = 0
    for block in blocks:
        end = offset + len(block.text)
        while first < len(farms) and farms[first].end <= offset:
            first += 1
        spans = []
        for place in range(first, len(farms)):
            farm = farms[place]
            if farm.start >= end:
                break
            spans.append((max(farm.start, offset) - offset, min(farm.end, end) - offset))
        if spans:
            _cut_spans(block, spans)
        offset = end + 1


def _cut_spans(block: Block, spans: list[tuple[int, int]]) -> None:
    kept, position = [], 0
    for start, stop in spans:
        kept.append(block.text[position:start])
        position = stop
    rest = "".join([*kept, block.text[position:]])
    if not _NO_WORD.sub("", rest):
        block.drop("link-farm")
        return
    block.joined = block.joined and not rest.startswith(INDENT)
    block.link_chars = max(0, block.link_chars - (len(block.text) - len(rest)))
    block.text = rest.strip(EDGE)
