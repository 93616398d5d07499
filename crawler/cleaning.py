"""Item pipeline: a fetched page becomes a record, or is rejected with the reason."""

from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from cleaners import Options, Record, Rejection, clean_page, join_pages
from crawler.items import FailedPage, FetchedPage


class PageRejected(DropItem):
    """A page that made no record, and why."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(f"{rejection.reason} {rejection.detail}".strip(), log_level="INFO")
        self.rejection = rejection


class CleanPipeline:
    """Runs `cleaners.clean_page` on every page, with the site profile's selectors."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.options = Options()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "CleanPipeline":
        return cls(crawler)

    def open_spider(self) -> None:
        profile = getattr(self.crawler.spider, "profile", None)
        if profile is not None:
            self.options = Options(selectors=profile.for_cleaning())

    def process_item(self, item: Any) -> Any:
        if isinstance(item, FailedPage):
            raise PageRejected(Rejection(item.reason, "fetch", item.detail))
        if not isinstance(item, FetchedPage):
            return item
        record = join_pages([self._clean(item, body) for body in (item.body, *item.more)])
        self._count(record.model_dump()["repairs"])
        return record.model_copy(update={"fetched_at": item.fetched_at}).model_dump()

    def _clean(self, page: FetchedPage, body: bytes) -> Record:
        result = clean_page(body, url=page.url, content_type=page.content_type, options=self.options)
        if result.rejection is not None:
            raise PageRejected(result.rejection)
        assert result.record is not None
        return result.record

    def _count(self, repairs: list[dict[str, Any]]) -> None:
        assert self.crawler.stats is not None
        for repair in repairs:
            name = f"jingwen/repairs/{repair['step']}/{repair['kind']}"
            self.crawler.stats.inc_value(name, repair["count"])
