"""The state at the end of the way, as a record."""

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleaners.record import (
    EncodingReport,
    Picture,
    Quality,
    Raw,
    Record,
    RepairCount,
    article_id,
    content_hash,
)
from cleaners.state import Page

if TYPE_CHECKING:
    import tldextract


@cache
def _suffixes() -> "tldextract.TLDExtract":
    """The public suffix list as tldextract ships it: no network, no cache on disk."""
    import tldextract  # takes as long to import as all of the steps

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def site_of(url: str | None) -> str | None:
    """The registered domain of an address; its host where there is none (an IP address)."""
    host = urlsplit(url).hostname if url else None
    if not host:
        return None
    return _suffixes()(host).top_domain_under_public_suffix or host


def to_record(page: Page) -> Page:
    """Step: the record, checked by its model."""
    facts, found = page.facts, page.encoding
    digest = content_hash(page.text)
    page.record = Record(
        id=article_id(facts.canonical_url or page.url or digest),
        url=page.url,
        canonical_url=facts.canonical_url,
        site=site_of(page.url or facts.canonical_url),
        title=facts.title,
        text=page.text,
        language=page.language,
        script=page.script,
        published_at=facts.published_at,
        modified_at=facts.modified_at,
        source=facts.source,
        authors=facts.authors,
        editors=facts.editors,
        images=[Picture(url=i.url, caption=i.caption) for i in facts.images],
        section=facts.section,
        keywords=facts.keywords,
        summary=facts.summary,
        encoding=EncodingReport(
            declared=found.declared if found else None,
            detected=found.detected if found else None,
            used=found.name if found else None,
        ),
        repairs=[
            RepairCount(step=step, kind=kind, count=max(1, count))
            for step, kind, count in page.trace.summary()
        ],
        quality=Quality(score=page.score, flags=page.flags),
        content_hash=digest,
        duplicate_of=None,
        fetched_at=None,
        raw=Raw(path=None, record=None),
    )
    return page
