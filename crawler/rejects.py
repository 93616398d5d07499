"""Extension: every page that made no record goes to a JSONL file, with the reason. Nothing is lost."""

import json
import logging
from pathlib import Path
from typing import Any, TextIO

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from cleaners import Rejection
from crawler.cleaning import PageRejected


class RejectsWriter:
    """Writes a line as a page is dropped, so that a killed crawl has lost none."""

    def __init__(self, crawler: Crawler, path: Path) -> None:
        self.crawler = crawler
        self.path = path
        self.file: TextIO | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RejectsWriter":
        writer = cls(crawler, Path(crawler.settings["JINGWEN_REJECTS"]))
        crawler.signals.connect(writer.open, signals.spider_opened)
        crawler.signals.connect(writer.dropped, signals.item_dropped)
        crawler.signals.connect(writer.failed, signals.item_error)
        crawler.signals.connect(writer.spider_failed, signals.spider_error)
        crawler.signals.connect(writer.close, signals.spider_closed)
        return writer

    def open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.file = self.path.open("a", encoding="utf-8")

    def dropped(self, item: Any, exception: Exception) -> None:
        if isinstance(exception, PageRejected):
            self.write(item, exception.rejection)
        else:
            self.write(item, Rejection("dropped", "pipeline", str(exception)))

    def failed(self, item: Any, failure: Failure) -> None:
        self.write(item, Rejection("step-failed", "pipeline", failure.getErrorMessage()))

    def spider_failed(self, failure: Failure, response: Response) -> None:
        self.write(response, Rejection("step-failed", "spider", failure.getErrorMessage()))

    def write(self, page: Any, rejection: Rejection) -> None:
        """Append one line: what is known of the page, and why it made no record."""
        assert self.file is not None
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(f"jingwen/rejects/{rejection.reason}")
        line = {
            "url": _get(page, "url"),
            "status": _get(page, "status"),
            "reason": rejection.reason,
            "step": rejection.step,
            "detail": rejection.detail,
            "fetched_at": _get(page, "fetched_at"),
            "raw": {"path": None, "record": None},
        }
        self.file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self.file.flush()

    def close(self) -> None:
        if self.file is not None:
            self.file.close()


def _get(page: Any, name: str) -> Any:
    return page.get(name) if isinstance(page, dict) else getattr(page, name, None)


class QuietDrops(LogFormatter):
    """Logs a rejected page in one line, without its body."""

    def dropped(
        self, item: Any, exception: BaseException, response: Any, spider: Spider
    ) -> LogFormatterResult:
        return {
            "level": logging.INFO,
            "msg": "Rejected %(url)s: %(reason)s",
            "args": {"url": _get(item, "url"), "reason": str(exception)},
        }

    def scraped(self, item: Any, response: Any, spider: Spider) -> LogFormatterResult:
        return {
            "level": logging.DEBUG,
            "msg": "Scraped %(url)s",
            "args": {"url": _get(item, "url")},
        }
