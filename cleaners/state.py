"""The state that the steps hand on: one page on its way from bytes to record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from cleaners.options import Options
from cleaners.trace import Trace

if TYPE_CHECKING:
    from lxml import etree

    from cleaners.blocks import Block, Layout
    from cleaners.decode import Encoding
    from cleaners.record import Record


ScriptCode = Literal["Hans", "Hant", "Jpan", "Kore"]


class Rejected(Exception):
    """Raised by a step that finds the page to be no article."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(slots=True)
class Image:
    """A picture of the article: absolute address and caption, None where there is none."""

    url: str
    caption: str | None = None


@dataclass(slots=True)
class Facts:
    """What the page says of its article beside the text."""

    title: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    source: str | None = None
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    section: str | None = None
    keywords: list[str] = field(default_factory=list)
    summary: str | None = None
    images: list[Image] = field(default_factory=list)
    canonical_url: str | None = None
    declared_language: str | None = None


@dataclass(slots=True)
class Page:
    """A page and all that is known of it so far. Each step fills what the steps after it read."""

    body: bytes | str
    url: str | None = None
    content_type: str | None = None
    options: Options = field(default_factory=Options)
    trace: Trace = field(default_factory=Trace)
    encoding: Encoding | None = None
    html: str = ""
    source: bytes = b""
    """`html` in UTF-8, where it is at hand."""
    root: etree._Element | None = None
    layout: Layout | None = None
    article: list[Block] = field(default_factory=list)
    """The blocks of the article's box, those dropped among them, in document order."""
    before: list[Block] = field(default_factory=list)
    """The blocks before the article, where title, time and source stand; nearest last."""
    after: list[Block] = field(default_factory=list)
    """The blocks after the article; nearest first."""
    headline: Block | None = None
    """The line above most of the prose that the page's title begins with."""
    head: list[Block] = field(default_factory=list)
    """The lines between the page's heading and the article's first paragraph."""
    first: int = 0
    """Position of the article's first block in the layout."""
    box: int = 0
    """The article's box."""
    value: float = 0.0
    """How much prose it holds against how many links (`cleaners.article`)."""
    embedded: dict[str, str] = field(default_factory=dict)
    """What the data say of an article that lay in a script (`cleaners.embedded`)."""
    embedded_box: int = -1
    """The box that holds such an article; -1 where there is none."""
    glossed: bool = False
    """A converter's pinyin stood behind characters of the page."""
    repairers: list[Callable[[str], tuple[str, int]]] = field(default_factory=list)
    """What undid damage throughout the page, for strings that are read later (`cleaners.rewriting`)."""
    facts: Facts = field(default_factory=Facts)
    base: str = ""
    """What its relative addresses are relative to; empty where nothing tells."""
    text: str = ""
    language: str | None = None
    script: ScriptCode | None = None
    flags: list[str] = field(default_factory=list)
    score: float = 0.0
    record: Record | None = None
