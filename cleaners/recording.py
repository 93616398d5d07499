"""The state at the end of the way, as a record."""

from collections.abc import Sequence
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


def join_pages(pages: Sequence[Record]) -> Record:
    """One record of an article that is cut into several pages, given in order.

    Facts are the first page's; paragraphs, pictures and repairs are those of all. A paragraph that a
    page repeats from the one before it (a summary, a caption) stands once.
    """
    first, *further = pages
    if not further:
        return first
    paragraphs = first.text.split("\n\n")
    pictures = {picture.url: picture for picture in first.images}
    repairs = {(repair.step, repair.kind): repair.count for repair in first.repairs}
    editors, flags = list(first.editors), list(first.quality.flags)
    for page in further:
        known = set(paragraphs)
        paragraphs += [p for p in page.text.split("\n\n") if p not in known]
        pictures |= {p.url: p for p in page.images if p.url not in pictures}
        editors += [e for e in page.editors if e not in editors]
        flags += [
            f for f in page.quality.flags if f not in flags and f not in {"short", "no-date", "no-title"}
        ]
        for repair in page.repairs:
            key = (repair.step, repair.kind)
            repairs[key] = repairs.get(key, 0) + repair.count
    text = "\n\n".join(paragraphs)
    return first.model_copy(
        update={
            "text": text,
            "editors": editors,
            "images": list(pictures.values()),
            "repairs": [RepairCount(step=s, kind=k, count=n) for (s, k), n in repairs.items()],
            "quality": Quality(score=min(page.quality.score for page in pages), flags=flags),
            "content_hash": content_hash(text),
        }
    )
