"""Extension: at the end of a crawl, what came of it, in a few lines for people."""

import sys
from collections.abc import Mapping
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler


class Summary:
    """Prints pages, articles, rejects by reason and repairs by kind to standard error."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Summary":
        summary = cls(crawler)
        crawler.signals.connect(summary.stopped, signals.engine_stopped)
        return summary

    def stopped(self) -> None:
        assert self.crawler.stats is not None
        print(summary_text(self.crawler.stats.get_stats()), file=sys.stderr)


def summary_text(stats: Mapping[str, Any]) -> str:
    """The figures of a crawl from Scrapy's stats, one line each."""
    rejects = _by_kind(stats, "jingwen/rejects/")
    repairs = _by_kind(stats, "jingwen/repairs/")
    lines = [
        "",
        f"jingwen: crawl {stats.get('finish_reason', 'stopped')}",
        f"  pages fetched  {stats.get('response_received_count', 0)}",
        f"  articles       {stats.get('item_scraped_count', 0)}",
        f"  rejects        {sum(rejects.values())}",
        *(f"    {count:>6}  {kind}" for kind, count in rejects.items()),
        "  repairs",
        *(f"    {count:>6}  {kind.replace('/', ': ', 1)}" for kind, count in repairs.items()),
    ]
    return "\n".join(lines)


def _by_kind(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """Counts by what stands behind a prefix, the largest first."""
    found = {k.removeprefix(prefix): v for k, v in stats.items() if k.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
