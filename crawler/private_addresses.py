"""Keep a crawl out of private address space: a page must not make it fetch an internal host.

Addresses written as numbers are stopped by the downloader middleware, names when they are resolved,
so that a name that points to a private address is stopped as well, and redirects are too.
"""

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred


def is_private(host: str) -> bool:
    """True for an address, written in numbers, that is not of the public internet."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class PrivateAddress(IgnoreRequest):
    """A request to private address space, not allowed by the site profile."""


class PrivateAddresses:
    """Stops requests, redirected ones too, whose host is a private address."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "PrivateAddresses":
        if crawler.settings.getbool("JINGWEN_ALLOW_PRIVATE"):
            raise NotConfigured
        return cls()

    def process_request(self, request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        if is_private(host):
            raise PrivateAddress(f"{host} is in private address space")


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, refusing names that point to private addresses."""

    allow_private = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Any:
        resolver = super().from_crawler(crawler, reactor)
        resolver.allow_private = crawler.settings.getbool("JINGWEN_ALLOW_PRIVATE")
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        resolved: Deferred[str] = super().getHostByName(name, timeout)
        return resolved if self.allow_private else resolved.addCallback(_refuse_private, name)


def _refuse_private(address: str, name: str) -> str:
    if is_private(address):
        raise PrivateAddress(f"{name} is {address}, in private address space")
    return address
