"""Find runs of short items in a text: what a link farm may be, and what lists of an article are too.

Items are divided by one mark, by spaces, by numbers, or stand in lines of one or a few. What a run is,
`cleaners.farm_evidence` judges.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from cleaners.farm_words import NAME_LENGTH, OFFERS, STEMS, is_known, known_words
from cleaners.script import fold

ITEM_LENGTH = 8
"""Longest item in characters. Few names of divisions are longer, and no word of a farm."""
MIN_GLUED = 8
"""Fewest known words that are a farm where nothing divides them: no address has so many divisions."""
GLUED_SHARE = 0.6
"""Share of the characters of such a run that the known words make up."""
GLUED_LINE_SHARE = 0.8
"""The same of a line that is all such a run, with words that farms sell and few places: everyone has them."""
MAX_GLUED_LINE = 400
"""Longest such line in characters: to look up its words takes long."""
MIN_ITEMS = 6
"""Fewest items of a farm. Rows of five and less are dropped as menus if they are links."""
MOST_BESIDE = 3
"""Other marks before the separator of two items: ``准格尔旗 -| 华坪县``, ``准格尔旗->华坪县``."""
MAX_LONG, MOST_LONG = 24, 0.1
"""Longest item in characters that does not end a row of short ones, and the largest share of such."""
_IN_ITEM = r"[^\W_]"
_AUTONOMOUS = "自治[县州旗区]|联合旗"
_LONG_NAME = rf"[\u4e00-\u9fff]{{3,{NAME_LENGTH - 3}}}(?:{_AUTONOMOUS})(?!{_IN_ITEM})"
_PHRASE = rf"(?={_IN_ITEM}{{0,{NAME_LENGTH - 4}}}(?:{STEMS})){_IN_ITEM}{{1,{NAME_LENGTH}}}+"
_WORD = rf"(?:[A-Za-z][0-9A-Za-z.'-]{{1,{NAME_LENGTH - 1}}}+|{_IN_ITEM}{{1,{ITEM_LENGTH}}}+)"
_ITEM = rf"(?:{_LONG_NAME}|{_WORD}(?!{_IN_ITEM})|{_PHRASE})"
_LONG_ITEM = rf"{_IN_ITEM}{{1,{NAME_LENGTH}}}+(?!{_IN_ITEM})"
"""What a mark of no prose divides, and what stands in a line of offers."""
_ROUND = re.compile(rf"(?:[(（]{_IN_ITEM}{{1,{NAME_LENGTH}}}+[)）]\s?){{{MIN_ITEMS},}}")
"""Round brackets around each item; one pair alone is of prose."""
_HALF = re.compile(rf"([《》（）()“”‘’])(?:\s?{_IN_ITEM}{{1,{NAME_LENGTH}}}+\1){{{MIN_ITEMS - 2},}}")
"""Halves of such pairs between items, without the other halves: ``准格尔旗》华坪县》``."""
_SQUARE = str.maketrans("(（)）", "[[]]")
_QUOTED = re.compile(
    rf"(?:(?:“{_IN_ITEM}{{1,{NAME_LENGTH}}}+”|《{_IN_ITEM}{{1,{NAME_LENGTH}}}+》)[、，,\s]?){{{MIN_ITEMS},}}"
)
"""Quotation marks around each item: articles list words and books so, and no places."""
_WHOLE_WORD = re.compile(rf"{_IN_ITEM}+")
_UNQUOTED = str.maketrans("“”《》", " 、 、")
KNOWN_QUOTED = 0.4
"""Share of such items that the tables know, from which their marks divide them."""
_LATIN = rf"[0-9A-Za-z][0-9A-Za-z.'-]{{0,{NAME_LENGTH}}}+"
_LATIN_PHRASE = rf"(?:{_LATIN}(?: {_LATIN}){{1,3}}(?!{_IN_ITEM}))"
_ALIKE = (
    ("\u00a0", " "), ("\t", " "), ("丨", "|"), ("｜", "|"), ("│", "|"), ("∣", "|"), ("ㅣ", "|"), ("ǀ", "|"),
    ("ꔷ", "·"), ("ꞏ", "·"), ("ㆍ", "·"), ("ᐧ", "·"), ("ᆞ", "·"),
)  # fmt: skip
"""What is written for a space, for a bar and for a dot: letters of other scripts, which divide no items."""
_PICTURES = re.compile("[\u2600-\u2604\u2607-\u26ff\u2702-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]")
PICTURE = "●"
"""Emoji, and what is read for each, where there are many: ``🎰彩票 🎲骰宝``."""
_LONE_WIDE_SPACE = re.compile("(?<!\u3000)\u3000(?!\u3000)")
_LONGER = re.compile(f"{_AUTONOMOUS}|{STEMS}")
"""What shows that a line may have items longer than a word."""
_MANY_IN_ROW = 24
"""Characters in a row that are too many for a clause."""
_GLUED = re.compile(f"[\u4e00-\u9fff]{{{_MANY_IN_ROW},}}")
"""Such a row."""
_UNTIL_GLUED = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,{_MANY_IN_ROW - 1}}}+[^\u4e00-\u9fff]++)*(?=[\u4e00-\u9fff]{{{_MANY_IN_ROW}}})"
)
"""What stands before the first such row. (To go by pieces is four times as fast as to search.)"""
_DIVISION = re.compile("[省州盟市区县旗]")
"""What the name of a division ends with."""
_ENDS = '。：；！？“”‘’《》（）()…!?:"'
"""Marks of prose: some close what is before them, and divide items as commas do; none stands beside a bar."""
_CLOSING = "。；！？：!?:…"
_MARK = re.compile(rf"[^0-9A-Za-z\u3400-\u9fff\s\ue000-\uf8ff\ufffd{re.sub(f'[{_CLOSING}]', '', _ENDS)}]")
"""What may divide items of a line, if it is no letter of another script, and not what is left of one."""
_PAIRS = {
    "[": "]",
    "【": "】",
    "「": "」",
    "『": "』",
    "〔": "〕",
    "〖": "〗",
    "〈": "〉",
    "<": ">",
    "{": "}",
    "＜": "＞",
}
"""Brackets around each item divide them as one mark does."""
_BESIDE = rf"(?:[^\w{re.escape(_ENDS)}]|_)"
_OF_RUN = rf"[^\w\s，、,;—–{re.escape(_ENDS)}]"
MOST_AROUND = 8
"""Marks before a run and behind it that are of it: the bracket or the ``#`` of its first item."""
_MARKS_BEFORE, _MARKS_BEHIND = re.compile(rf"{_OF_RUN}+$"), re.compile(rf"{_OF_RUN}{{1,{MOST_AROUND}}}")
_ROW = re.compile(rf"{_BESIDE}*{_ITEM}{_BESIDE}*")
_SHORT_ROW = re.compile(rf"{_BESIDE}*(?:{_LONG_ITEM}{_BESIDE}+){{1,{MIN_ITEMS - 2}}}{_LONG_ITEM}{_BESIDE}*")
_SHORT, _LONGEST = ITEM_LENGTH + 3, NAME_LENGTH + 3
"""Longest item with its separator, as other words and names of divisions go."""
GLUED = ""
"""Stands for nothing between items: ``<span>准格尔旗</span><span>华坪县</span>``."""
DOMAINS = "www."
"""Stands for whatever divides addresses: ``www.a8.com www.b9.cn``."""
_DOMAIN = (
    r"(?:https?://)?(?:[0-9A-Za-z-]{1,63}+\.){1,4}"
    r"(?:com|cn|net|org|cc|top|xyz|vip|info|tv|me|club|shop|site|online|io|co|app|icu|fun|win|bet|biz)/?"
    r"(?![0-9A-Za-z.-])"
)
_COUNT = r"(?:(?<!\w)\d{1,3}[.、．)）:：])?"
"""A number before an item, perhaps."""
_ADDRESS = re.compile(rf"[\W_]*+{_COUNT}[\W_]*+{_DOMAIN}[\W_]*+")
_DOMAIN_ROW = re.compile(
    rf"(?<![0-9A-Za-z_.-]){_COUNT}\s?{_DOMAIN}(?:[\W_]{{0,8}}+{_COUNT}\s?{_DOMAIN}){{{MIN_ITEMS - 1},}}"
)
ROWS = "\n\n"
"""Stands for what divides items of lines that have several, and each too few for a farm."""
NUMBERS = "1."
"""Stands for numbers that divide items: ``1.准格尔旗 2.华坪县``, ``①准格尔旗②华坪县``."""
_ENCIRCLED = "\u2460-\u2473\u2776-\u277f"
_NUMBER_BEFORE = rf"(?:(?<!\w)\d{{1,3}}[.、．)）:：]?|[\[(（【]\d{{1,3}}[\])）】]|[{_ENCIRCLED}])"
_NUMBERED_WORD = rf"(?:[^\W\d_{_ENCIRCLED}]|(?<=[A-Za-z])\d){{2,{NAME_LENGTH}}}"
_NUMBERED = re.compile(rf"(?:{_NUMBER_BEFORE}\s*{_NUMBERED_WORD}\s*){{{MIN_ITEMS},}}")
_BETWEEN_DOMAINS = re.compile(r"[^\w.:/-]+|(?<=[a-z])[_/-]+|https?://|/+$")
_NUMBER = re.compile(rf"\s*{_NUMBER_BEFORE}\s*|\s+")
PROSE_SEPARATORS = frozenset(f"、，,; \n{_CLOSING}") | {ROWS}
"""Separators that lists of articles have too; a bar between words is no prose."""
IN_ROW = PROSE_SEPARATORS - {"\n", ROWS}
"""Those that divide items of one line."""


def _separators(line: str) -> list[str]:
    """The marks that stand in a line often enough to divide a farm's items, the commonest first."""
    marks = _MARK.findall(line)
    spaces = line.count(" ")
    if len(marks) < MIN_ITEMS - 1 and spaces < MIN_ITEMS - 1:
        return []
    times = {mark: times for mark in set(marks) if (times := marks.count(mark)) >= MIN_ITEMS - 1}
    if spaces >= MIN_ITEMS - 1:
        times[" "] = spaces
    closing = [_PAIRS[mark] for mark in times if mark in _PAIRS]
    enough = [mark for mark in times if not mark.isalnum() and mark not in closing]
    return sorted(enough, key=lambda mark: (-times[mark], mark)) if len(enough) > 1 else enough


def _has_short_pieces(line: str, separator: str, longest: int) -> bool:
    """True for a line that a separator cuts into pieces short enough, and enough of them in a row."""
    row = 0
    for piece in line.split(separator):
        row = row + 1 if len(piece) <= longest or len(piece.strip()) <= longest else 0
        if row >= MIN_ITEMS - 1:
            return True
    return False


def _is_numbered(line: str) -> bool:
    """True for a line that may count to six."""
    return ("3" in line and "4" in line and "5" in line and "6" in line) or ("③" in line and "⑥" in line)


@cache
def _gaps(separator: str) -> re.Pattern[str]:
    """What divides items of a run."""
    if separator == NUMBERS:
        return _NUMBER
    if separator == DOMAINS:
        return _BETWEEN_DOMAINS
    if separator in ("\n", ROWS):
        return re.compile(r"[\W_]+")
    return re.compile(_gap(separator))


def _gap(separator: str) -> str:
    """A pattern of one separator or more; beside one that is no mark of prose or bracket others may stand."""
    marks = re.escape(separator + _PAIRS.get(separator, ""))
    alike = f"[{marks}]"
    if separator in PROSE_SEPARATORS or separator in _PAIRS:
        return rf"\s*?{alike}[{marks}\s]*+"
    # each mark is read in one way only: a miss would try all the others
    return rf"\s*+(?:(?!{alike}){_BESIDE}){{0,{MOST_BESIDE}}}{alike}(?:{alike}|(?!{alike}){_BESIDE})*"


@cache
def _separated(separator: str, item: str) -> re.Pattern[str]:
    """Runs of items, by a pattern of them, in a line with a separator, or more of them, between."""
    if separator == NUMBERS:
        return _NUMBERED
    if separator == " ":
        return re.compile(rf"(?<!{_IN_ITEM})(?:{item} ++){{{MIN_ITEMS - 1},}}{item}(?!{_IN_ITEM})")
    gap = _gap(separator)
    opening = rf"(?:{re.escape(separator)}\s*+)?" if separator in _PAIRS else ""
    item = rf"(?:{_LATIN_PHRASE}|{item})"
    return re.compile(
        rf"(?<!{_IN_ITEM}){opening}(?:{item}{gap}){{{MIN_ITEMS - 1},}}(?:{item}(?=[。.，,、；;]?(?:\s|$)))?"
    )


def with_marks_alike(text: str) -> str:
    """A text in Simplified, with one space, one bar and one picture for all alike, at the same offsets."""
    folded = fold(text)
    if "\u3000" in folded:
        folded = _LONE_WIDE_SPACE.sub(" ", folded)
    for alike, mark in _ALIKE:
        folded = folded.replace(alike, mark)
    if len(_PICTURES.findall(folded)) >= MIN_ITEMS:
        folded = _PICTURES.sub(PICTURE, folded)
    if folded.count("（") + folded.count("(") >= MIN_ITEMS:
        folded = _ROUND.sub(lambda row: row.group().translate(_SQUARE), folded)
    if folded.count("”") + folded.count("》") >= MIN_ITEMS:
        folded = _QUOTED.sub(_unquoted, folded)
    return _HALF.sub(lambda row: row.group().replace(row[1], "|"), folded)


def _unquoted(row: re.Match[str]) -> str:
    """A row of words in quotation marks, as one that commas divide if enough of them are a farm's."""
    unquoted = row.group().translate(_UNQUOTED)
    items = _WHOLE_WORD.findall(unquoted)
    return unquoted if sum(map(is_known, items)) >= KNOWN_QUOTED * len(items) else row.group()


def runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of short items in a text, as (start, end, separator), in order.

    A run is in one line, divided by one separator, or in several, one item or a few in each.
    """
    start, lines, items, separator, offset = 0, 0, 0, "", 0
    for line in [*text.split("\n"), ""]:
        divider, size = row_of(line)
        if lines and (not size or (divider == DOMAINS) != (separator == DOMAINS)):
            if items >= MIN_ITEMS and lines > 1:
                yield start, offset - 1, separator
            lines = items = 0
        if size:
            separator = ROWS if lines and separator == ROWS else divider
            start, lines, items = (start if lines else offset), lines + 1, items + size
        elif len(line) > _SHORT:
            yield from runs_in_line(line, offset)
        offset += len(line) + 1


def row_of(line: str) -> tuple[str, int]:
    """What divides the items of lines like this, and how many it is: none, or fewer than a farm has."""
    size = len(line)
    if size > (MIN_ITEMS - 1) * _LONGEST:
        return "", 0
    if "." in line and _ADDRESS.fullmatch(line):
        return DOMAINS, 1
    if line[-1:] in _ENDS:
        return "", 0
    if (0 < size <= NAME_LENGTH and line.isalnum()) or (size <= _LONGEST and _ROW.fullmatch(line)):
        return "\n", 1
    begins_long = line[: NAME_LENGTH + 1].isalpha() and not line[0].isascii()
    return (ROWS, len(items_of(line, ROWS))) if not begins_long and _SHORT_ROW.fullmatch(line) else ("", 0)


def runs_in_line(line: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """The runs of one line that begins at `offset`, perhaps one run by several separators."""
    for start, end, separator in _spans_in(line):
        before = _MARKS_BEFORE.search(line, max(0, start - MOST_AROUND), start)
        behind = _MARKS_BEHIND.match(line, end)
        start, end = before.start() if before else start, behind.end() if behind else end
        yield offset + start, offset + end, separator


def _spans_in(line: str) -> Iterator[tuple[int, int, str]]:
    """The same by offsets in the line, without the marks around each."""
    if line.count(".") >= MIN_ITEMS:
        for match in _DOMAIN_ROW.finditer(line):
            yield *match.span(), DOMAINS
    for match in _glued(line):
        places = len(_DIVISION.findall(match.group())) >= MIN_GLUED // 2
        if places or (match.group() == line and len(line) <= MAX_GLUED_LINE):
            share = GLUED_SHARE if places else GLUED_LINE_SHARE
            yield from ((start, end, GLUED) for start, end in _known_runs(match, share))
    for separator, item in _divided(line):
        spans = [match.span() for match in _separated(separator, item).finditer(line)]
        if spans and _is_one_row(line, separator):
            spans = [(0, len(line))]
        yield from ((start, end, separator) for start, end in spans)


def _is_one_row(line: str, separator: str) -> bool:
    """True for a line of short items where few in its midst are too long for one: ``省直辖县级行政单位``."""
    pieces = [piece.strip() for piece in line.split(separator)]
    long = [place for place, piece in enumerate(pieces) if len(piece) > ITEM_LENGTH]
    if not long or long[0] == 0 or line[-1] in _ENDS or len(long) > MOST_LONG * len(pieces):
        return False
    return all(len(pieces[place]) <= MAX_LONG and pieces[place].isalnum() for place in long)


def _divided(line: str) -> Iterator[tuple[str, str]]:
    """The separators that may divide a farm in a line, each with the pattern of an item between them."""
    separators = _separators(line)
    own = _item_of(line) if separators else _WORD
    for mark in separators:
        item = own if mark in PROSE_SEPARATORS else _LONG_ITEM
        longest = _SHORT if item == _WORD and not line.isascii() else _LONGEST
        if _has_short_pieces(line, mark, longest):
            yield mark, item
    if _is_numbered(line):
        yield NUMBERS, _WORD


def _item_of(line: str) -> str:
    """The pattern of an item in a line whose separators prose has too."""
    if "。" not in line and len(OFFERS.findall(line)) >= MIN_ITEMS:
        return _LONG_ITEM
    return _ITEM if _LONGER.search(line) else _WORD


def _glued(line: str) -> Iterator[re.Match[str]]:
    """The rows of characters in a line that are too long for a clause."""
    before = _UNTIL_GLUED.match(line) if len(line) >= _MANY_IN_ROW else None
    return _GLUED.finditer(line, before.end()) if before else iter(())


def _known_runs(characters: re.Match[str], share: float) -> Iterator[tuple[int, int]]:
    """Runs of known words in a row of characters, a `share` of each, and words no table knows between."""
    text, offset = characters.group(), characters.start()
    start = end = known = covered = 0
    for place, word in chain(known_words(text), [(len(text) + ITEM_LENGTH + 1, "")]):
        if place - end > ITEM_LENGTH:
            if known >= MIN_GLUED and covered >= share * (end - start):
                yield offset + start, offset + end
            known = covered = 0
        start = start if known else place
        end, known, covered = place + len(word), known + 1, covered + len(word)


def items_of(run: str, separator: str) -> list[str]:
    """The items of a run."""
    if separator == GLUED:
        return [word for _, word in known_words(run)]
    return list(filter(None, _gaps(separator).split(run)))
