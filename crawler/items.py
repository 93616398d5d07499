"""What the spider hands to the pipelines."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class FetchedPage:
    """A page as the server sent it."""

    url: str
    status: int
    content_type: str | None
    body: bytes
    fetched_at: str
    more: list[bytes] = field(default_factory=list)
    """The bodies of the article's further pages, in order."""


@dataclass(slots=True)
class FailedPage:
    """An address that gave no page."""

    url: str
    status: int | None
    reason: str
    """``http-404``, ``robots-txt``, ``timeout``, …"""
    detail: str
    fetched_at: str
