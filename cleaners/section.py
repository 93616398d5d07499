"""Find the section that an article stands in: as it is declared, or the innermost of its breadcrumb."""

from collections.abc import Sequence
from itertools import groupby

from cleaners.blocks import EDGE, Block, Box, Layout
from cleaners.byline import without_furniture
from cleaners.declared import Declared
from cleaners.script import fold
from cleaners.tables import hints, media, meta_names, phrases

MAX_PATH = 80
"""Longest line in characters that is a breadcrumb, though it does not say so."""
MAX_NAME = 24
"""Longest name of a section in characters."""

LEVELS = 3
"""Boxes around a line of a breadcrumb: an item, its list, what is called so."""


def find_section(declared: Declared, lines: Sequence[Block], layout: Layout, title: str | None) -> str | None:
    """The section's name, if any is named; `lines` are those before the article's first paragraph."""
    told = declared.article.get("articleSection")
    return (
        declared.first(meta_names.SECTION)
        or (told if isinstance(told, str) else None)
        or _innermost(declared.path, title)
        or _shown(_joined_crumbs(lines, layout), title)
    )


def _shown(lines: Sequence[tuple[str, bool]], title: str | None) -> str | None:
    """The section that the last breadcrumb of some lines names: ``首页 > 要闻 > 正文``. With each line stands
    whether its box is called a breadcrumb."""
    for line, is_path in reversed(lines):
        text = fold(line)
        if labelled := phrases.SECTION_LABEL.search(text):
            return line[slice(*labelled.span("section"))]
        start = phrases.BREADCRUMB.match(text)
        gap = phrases.SECTION_GAP if start or is_path else phrases.BREADCRUMB_GAP
        names = gap.split(line[start.end() if start else 0 :])
        names = [name.strip(f"{EDGE}∙·•") for name in names]
        if start is None and (len(text) > MAX_PATH or len(names) < 2 + (not (is_path or _is_home(names[0])))):
            continue
        if section := _innermost(names, title, from_site=start is None):
            return section
    return None


def _innermost(names: Sequence[str], title: str | None, *, from_site: bool = True) -> str | None:
    """The last name of a path that is a section's; its first may be the site's."""
    sections = [name for name in names if name and not (title and name.endswith(title))]
    sections = [name for name in sections if not phrases.NO_SECTION.match(fold(name))]
    if from_site and sections and sections[0] == names[0]:
        sections.pop(0)
    return sections[-1] if sections and len(sections[-1]) <= MAX_NAME else None


def _is_home(name: str) -> bool:
    return phrases.NO_SECTION.match(fold(name)) is not None or media.SOURCE_NAME.match(fold(name)) is not None


def _joined_crumbs(lines: Sequence[Block], layout: Layout) -> list[tuple[str, bool]]:
    """The texts of some lines, those of one box that is called a breadcrumb with arrows between; and whether
    they are in such a box."""
    joined: list[tuple[str, bool]] = []
    for box, items in groupby(lines, key=lambda block: _crumbs_of(block, layout)):
        texts = [block.text for block in items]
        if box < 0:
            joined += [(text, False) for text in texts]
        else:  # beside a path there may be buttons
            joined.append((" > ".join(filter(without_furniture, texts)), True))
    return joined


def _crumbs_of(block: Block, layout: Layout) -> int:
    """The outermost box near a line that is called a breadcrumb; -1 if none is."""
    found, index = -1, block.box
    for _ in range(LEVELS):
        if index < 0:
            break
        found = index if _is_crumbs(layout.boxes[index]) else found
        index = layout.boxes[index].parent
    return found


def _is_crumbs(box: Box) -> bool:
    own, called = box.element.get("itemtype") or "", box.element.get("aria-label") or ""
    return hints.CRUMBS.search(f"{box.hint} {own} {called}".lower()) is not None
