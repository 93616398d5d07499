"""Find the section that an article stands in: as it is declared, or the innermost of its breadcrumb."""

from collections.abc import Sequence
from itertools import groupby, islice

from cleaners.blocks import EDGE, Block, Box, Layout
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
        or _innermost([(" > ".join(declared.path), True)], title)
        or _innermost(_joined_crumbs(lines, layout), title)
    )


def _innermost(lines: Sequence[tuple[str, bool]], title: str | None) -> str | None:
    """The innermost section that the last breadcrumb of some lines names: ``首页 > 要闻 > 正文``. With each
    line stands whether its box is called a breadcrumb."""
    for line, is_path in reversed(lines):
        text = fold(line)
        if labelled := phrases.SECTION_LABEL.search(text):
            return line[slice(*labelled.span("section"))]
        start = phrases.BREADCRUMB.match(text)
        gap = phrases.SECTION_GAP if start or is_path else phrases.BREADCRUMB_GAP
        parts = gap.split(line[start.end() if start else 0 :])
        names = [part.strip(f"{EDGE}∙·•") for part in parts]
        if start is None and (len(text) > MAX_PATH or len(parts) < 2 + (not (is_path or _is_home(names[0])))):
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


def _joined_crumbs(lines: Sequence[Block], layout: Layout) -> list[tuple[str, bool]]:
    """The texts of some lines, those of one box that is called a breadcrumb with arrows between; and whether
    they are in such a box."""
    joined: list[tuple[str, bool]] = []
    for box, items in groupby(lines, key=lambda block: _crumbs_of(block, layout)):
        texts = [block.text for block in items]
        joined += [(text, False) for text in texts] if box < 0 else [(" > ".join(texts), True)]
    return joined


def _crumbs_of(block: Block, layout: Layout) -> int:
    """The outermost box near a line that is called a breadcrumb; -1 if none is."""
    near = [*islice(layout.ancestors(block.box), LEVELS)] if block.box >= 0 else []
    return next((box.index for box in reversed(near) if _is_crumbs(box)), -1)


def _is_crumbs(box: Box) -> bool:
    called = box.element.get("aria-label") or ""
    return hints.CRUMBS.search(f"{box.hint} {called.lower()}") is not None
