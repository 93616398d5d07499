"""Item pipeline: a fetched page becomes a record, or is rejected with the reason."""

from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from cleaners import Options, Rejection, clean_page
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
        result = clean_page(item.body, url=item.url, content_type=item.content_type, options=self.options)
        if result.rejection is not None:
            raise PageRejected(result.rejection)
        assert result.record is not None
        self._count(result.record.model_dump()["repairs"])
        return result.record.model_copy(update={"fetched_at": item.fetched_at}).model_dump()

    def _count(self, repairs: list[dict[str, Any]]) -> None:
        assert self.crawler.stats is not None
        for repair in repairs:
            name = f"jingwen/repairs/{repair['step']}/{repair['kind']}"
            self.crawler.stats.inc_value(name, repair["count"])
