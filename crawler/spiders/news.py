"""The ``news`` spider: from start pages over list pages to articles.

``scrapy crawl news``                      the embedded sample site
``scrapy crawl news -a site=NAME``         the site of a profile in data/sites, or a path to one
``scrapy crawl news -a url=https://…``     one article, or one list page and the articles it links to
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response, TextResponse
from scrapy.link import Link
from scrapy.linkextractors import LinkExtractor
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import DNSLookupError, TimeoutError
from twisted.python.failure import Failure

from cleaners import clean_page
from crawler.items import FailedPage, FetchedPage
from crawler.next_page import MAX_PAGES, next_page
from crawler.private_addresses import PrivateAddress
from crawler.served import ServedFolder, folder_of
from crawler.sites import SiteProfile, check_url, find_profile, read_profile

SAMPLE = "sample"
"""The profile that is crawled when none is named."""
HEADLINE = 6
"""Shortest link text in characters that is followed from a page without a profile."""

NO_ARTICLE = frozenset({"list-page", "not-an-article", "empty"})
"""Rejections that make a page without a profile one of links."""


def check_arguments(site: str | None = None, url: str | None = None, **unknown: str) -> SiteProfile | None:
    """The profile that the spider's arguments name; None for a plain `url`.

    Raises `ValueError` (`ProfileError` for profiles) in one line that says what is wrong.
    """
    if unknown:
        raise ValueError(f"unknown argument {min(unknown)!r}; the news spider takes site and url")
    if site and url:
        raise ValueError("give either site or url, not both")
    if url is not None:
        check_url(url)
        return None
    path = find_profile(site or SAMPLE)
    profile = read_profile(path)
    if profile.serve is not None:
        folder_of(profile.serve.folder, path)
    return profile


class NewsSpider(scrapy.Spider):
    """Crawls one site and yields its pages; the pipelines make records of them."""

    name = "news"

    def __init__(self, site: str | None = None, url: str | None = None, **unknown: str) -> None:
        super().__init__(site=site, url=url)
        self.profile = check_arguments(site, url, **unknown)
        self.served: ServedFolder | None = None
        if self.profile is None:
            assert url is not None
            self.start_urls = [url]
            self.allowed_domains = [urlsplit(url).hostname or ""]
            return
        base = ""
        if self.profile.serve is not None:
            folder = folder_of(self.profile.serve.folder, find_profile(site or SAMPLE))
            self.served = ServedFolder(folder, self.profile.serve.port)
            base = self.served.address
        self.start_urls = [urljoin(base, start) for start in self.profile.start_urls]
        self.allowed_domains = self.profile.allowed_domains

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "NewsSpider":
        spider = super().from_crawler(crawler, *args, **kwargs)
        if spider.profile is not None:
            own = {
                "DOWNLOAD_DELAY": spider.profile.crawl_delay,
                "JINGWEN_ALLOW_PRIVATE": spider.profile.allow_private,
            }
            crawler.settings.setdict(own, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Any]:
        parse = self.parse_list if self.profile else self.parse_unknown
        for url in self.start_urls:
            yield scrapy.Request(url, parse, errback=self.failed, dont_filter=True)

    def parse_list(self, response: Response) -> Iterator[Any]:
        """A start page or list page: follow its links to articles and to more lists."""
        assert self.profile is not None
        if self.profile.is_article(response.url):
            yield from self.parse_article(response)
        if not isinstance(response, TextResponse):
            return
        for link in LinkExtractor(deny_extensions=[]).extract_links(response):
            if self.profile.is_article(link.url):
                yield scrapy.Request(link.url, self.parse_article, errback=self.failed)
            elif self.profile.is_list(link.url):
                yield scrapy.Request(link.url, self.parse_list, errback=self.failed)

    def parse_article(self, response: Response, first: FetchedPage | None = None) -> Iterator[Any]:
        """A page that should be an article: hand it on as it was fetched, its further pages with it.

        `first` is the article's first page when this is a further one.
        """
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1") or None
        if not isinstance(response, TextResponse):
            detail = content_type or "no content type"
            yield FailedPage(response.url, response.status, "not-html", detail, _now())
            return
        if first is None:
            page = FetchedPage(response.url, response.status, content_type, response.body, _now())
        else:
            page = first
            page.more.append(response.body)
        following = next_page(response) if len(page.more) + 1 < MAX_PAGES else None
        if following is None:
            yield page
        else:
            yield scrapy.Request(
                following,
                self.parse_article,
                errback=self.failed_further,
                cb_kwargs={"first": page},
                dont_filter=True,
            )

    def failed_further(self, failure: Failure) -> Iterator[FetchedPage | FailedPage]:
        """A further page that cannot be fetched: what there is of the article is not lost."""
        request: scrapy.Request = failure.request  # type: ignore[attr-defined]
        yield request.cb_kwargs["first"]
        yield from self.failed(failure)

    def parse_unknown(self, response: Response) -> Iterator[Any]:
        """A page without a profile: an article, or else the articles it links to on its own host."""
        if isinstance(response, TextResponse):
            rejection = clean_page(response.body, url=response.url).rejection
            if rejection is not None and rejection.reason in NO_ARTICLE:
                for link in LinkExtractor().extract_links(response):
                    if self._leads_to_article(link, response.url):
                        yield scrapy.Request(link.url, self.parse_article, errback=self.failed)
                return
        yield from self.parse_article(response)

    def _leads_to_article(self, link: Link, page: str) -> bool:
        own = urlsplit(link.url).hostname in self.allowed_domains
        return own and len(link.text.strip()) >= HEADLINE and link.url != page

    def failed(self, failure: Failure) -> Iterator[FailedPage]:
        """An address that gave no page ends in the rejects like any other."""
        reason, status = reason_of(failure)
        request: scrapy.Request = failure.request  # type: ignore[attr-defined]
        yield FailedPage(request.url, status, reason, failure.getErrorMessage(), _now())

    def closed(self, reason: str) -> None:
        if self.served is not None:
            self.served.close()


def reason_of(failure: Failure) -> tuple[str, int | None]:
    """Why a fetch failed, in a word, and the HTTP status if there was one."""
    error = failure.value
    if isinstance(error, HttpError):
        return f"http-{error.response.status}", error.response.status
    if isinstance(error, PrivateAddress):
        return "private-address", None
    if isinstance(error, IgnoreRequest):
        return ("robots-txt" if "robots.txt" in str(error) else "ignored"), None
    if isinstance(error, DNSLookupError):
        return "no-such-host", None
    if isinstance(error, TimeoutError):
        return "timeout", None
    return "fetch-failed", None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
