"""What a caller may choose. Everything else is decided by what the page shows."""

from dataclasses import dataclass, field
from typing import Literal

ScriptChoice = Literal["restore", "keep", "hans", "hant"]


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of one site's own layout; None leaves a thing to be found."""

    body: str | None = None
    title: str | None = None
    published_at: str | None = None
    source: str | None = None
    authors: str | None = None
    editors: str | None = None
    drop: tuple[str, ...] = ()
    """Elements to take out before anything else is looked at."""


@dataclass(frozen=True, slots=True)
class Options:
    """How `clean_page` treats a page."""

    script: ScriptChoice = "restore"
    """``restore`` turns text back to Simplified where the page shows machine conversion; ``keep``
    never touches the script; ``hans`` and ``hant`` convert every article."""
    punctuation: Literal["keep", "full"] = "keep"
    """``full`` makes half-width punctuation between Chinese characters full-width."""
    letters: Literal["keep", "half"] = "keep"
    """``half`` makes full-width Latin letters and digits half-width."""
    selectors: Selectors = field(default_factory=Selectors)
    max_bytes: int = 32 * 1024 * 1024
    """Largest body that is looked at; a larger one is rejected as ``too-large``."""
