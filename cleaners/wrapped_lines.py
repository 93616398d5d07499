"""Put lines together that a text was cut into to fit a screen: forums by telnet and the pages of the nineties
end each line at the same column, in the midst of a word.

What is cut so is prose: it ends as a sentence does, and few of its lines do. Rows of a list that are as wide
as each other end each with its own mark, or with none at all.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

MIN_CUT = 2
"""Fewest lines of a paragraph that are cut at a column: one is so by chance."""
MIN_WIDTH = 30
"""Narrowest column at which a text is cut. Lines of verse are narrower."""
MAX_WIDTH = 100
"""Widest column at which a plain text is cut, whose lines are paragraphs else: screens had 80."""
MIN_FULL, FULL_SHARE = 4, 0.3
"""Fewest lines of a plain text that end there, and the least share of them: the longest is one of some."""
SLACK = 4
"""Columns by which a line is narrower where a mark would begin the next, or a word of Latin letters."""
INDENT = 4
"""Columns that the first line is narrower by, its indent gone."""
MOST_CLOSED = 0.5
"""Largest share of the lines that are cut that end with a mark: of text as it runs one in ten does."""
MARKED = 0.5
"""Least share of the lines that have a mark of prose in their midst."""
_ENDS = "。！？；：”…）"
_MARKS = frozenset("，。、；：？！")
_WIDE = "\u2e80"
"""The first of the characters that take two columns; some marks before it do as well."""
_WIDE_MARKS = frozenset("“”‘’…—·")

Paragraph = Sequence[str]
"""Lines with single breaks between."""


def column_of(paragraphs: Sequence[Paragraph]) -> int:
    """The column at which an article's lines are cut; 0 where they are not.

    >>> column_of([["江岸灯塔今年开放登塔参观，游客须提", "前一天预约，每场限三十人，讲解员全", "程陪同。"]])
    34
    """
    cut = [lines for lines in paragraphs if len(lines) > 1]
    columns = [column for lines in cut if (column := _column([lines]))]
    return max(columns) if columns else _column(cut)


def going_on(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line of a plain text, and whether it may go on from the one above, which is cut at a column."""
    widths = [*map(_width, lines)]
    column = max(widths, default=0)
    full = [MIN_WIDTH <= column <= MAX_WIDTH and width >= column - SLACK for width in widths]
    cut = sum(full) >= max(MIN_FULL, FULL_SHARE * sum(map(bool, lines)))
    for line, above in zip(lines, [False, *full], strict=False):
        yield line, cut and above and line != "" and not line[0].isspace()


def is_cut_at(lines: Paragraph, column: int) -> bool:
    """True for a paragraph whose lines, but for the last, end at a column."""
    return len(lines) > 1 and column > 0 and _fits(lines, column)


def in_one(lines: Paragraph) -> str:
    """The lines of such a paragraph as one: with a space between Latin letters."""
    text = lines[0]
    for line in lines[1:]:
        text += f" {line}" if text[-1].isascii() and line[0].isascii() else line
    return text


def _column(paragraphs: Sequence[Paragraph]) -> int:
    """The column at which all of some paragraphs are cut, each of which ends as a sentence does."""
    cut = [*chain.from_iterable(lines[:-1] for lines in paragraphs)]
    if len(cut) < MIN_CUT or any(lines[-1][-1] not in _ENDS for lines in paragraphs):
        return 0
    column = max(map(_width, cut))
    if column < MIN_WIDTH or not all(_fits(lines, column) for lines in paragraphs):
        return 0
    marked = sum(not _MARKS.isdisjoint(line[:-1]) for line in cut)
    closed = sum(line[-1] in _ENDS or line[-1] in _MARKS for line in cut)
    return column if marked >= MARKED * len(cut) and closed <= MOST_CLOSED * len(cut) else 0


def _fits(lines: Paragraph, column: int) -> bool:
    first, *cut, last = map(_width, lines)
    if not column - SLACK - INDENT <= first <= column or last > column:
        return False
    return all(column - SLACK <= width <= column for width in cut)


def _width(line: str) -> int:
    """The columns that a line takes."""
    return sum(1 + (char >= _WIDE or char in _WIDE_MARKS) for char in line)
