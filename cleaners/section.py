"""Find the section that an article stands in: as it is declared, or the innermost of its breadcrumb."""

from collections.abc import Sequence
from itertools import groupby

from cleaners.blocks import EDGE, Block, Box, Layout
from cleaners.declared import Declared
from cleaners.script import fold
from cleaners.tables import hints, media, meta_names, phrases

MAX_PATH = 80
"""Longest line in characters that is a breadcrumb, though it does not say so."""
MAX_NAME = 24
"""Longest name of a section in characters."""


def find_section(declared: Declared, lines: Sequence[Block], layout: Layout, title: str | None) -> str | None:
    """The section's name, if any is named; `lines` are those before the article's first paragraph."""
    told = declared.article.get("articleSection")
    return (
        declared.first(meta_names.SECTION)
        or (told if isinstance(told, str) else None)
        or _innermost([" > ".join(declared.path)], title)
        or _innermost(_joined_crumbs(lines, layout), title)
    )


def _innermost(lines: Sequence[str], title: str | None) -> str | None:
    """The innermost section that the last breadcrumb of some lines names: ``首页 > 要闻 > 正文``."""
    for line in reversed(lines):
        text = fold(line)
        if labelled := phrases.SECTION_LABEL.search(text):
            return line[slice(*labelled.span("section"))]
        start = phrases.BREADCRUMB.match(text)
        gap = phrases.SECTION_GAP if start else phrases.BREADCRUMB_GAP
        parts = gap.split(line[start.end() if start else 0 :])
        names = [part.strip(f"{EDGE}∙·•") for part in parts]
        if start is None and (len(text) > MAX_PATH or len(parts) < 2 + (not _is_home(names[0]))):
            continue
        sections = [name for name in names if name and not (title and name.endswith(title))]
        sections = [s for s in sections if not phrases.NO_SECTION.match(fold(s))]
        if start is None and sections[:1] == names[:1]:  # the site
            sections.pop(0)
        if sections and len(sections[-1]) <= MAX_NAME:
            return sections[-1]
    return None


def _is_home(name: str) -> bool:
    return phrases.NO_SECTION.match(fold(name)) is not None or media.SOURCE_NAME.match(fold(name)) is not None


def _joined_crumbs(lines: Sequence[Block], layout: Layout) -> list[str]:
    """The texts of some lines; the items of a list that is named a breadcrumb as one, with arrows between."""
    joined: list[str] = []
    for box, items in groupby(lines, key=lambda block: _crumbs_of(block, layout)):
        texts = [block.text for block in items]
        joined += texts if box < 0 else [" > ".join(texts)]
    return joined


def _crumbs_of(block: Block, layout: Layout) -> int:
    """The list that a line is an item of, if it or what is around it is named a breadcrumb; else -1."""
    boxes = layout.boxes
    if block.box < 0 or boxes[block.box].tag != "li" or boxes[block.box].parent < 0:
        return -1
    listed = boxes[block.box].parent
    around = boxes[listed].parent
    return listed if _is_crumbs(boxes[listed]) or (around >= 0 and _is_crumbs(boxes[around])) else -1


def _is_crumbs(box: Box) -> bool:
    called = box.element.get("aria-label") or ""
    return hints.CRUMBS.search(f"{box.hint} {called.lower()}") is not None
