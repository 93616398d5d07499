"""Scrapy settings: polite to sites, and everything that is fetched ends in a feed or in the rejects.

What a user may set beside Scrapy's own settings: ``JINGWEN_REJECTS`` (where pages that make no record
go) and ``JINGWEN_CONTACT`` (who runs the crawler, sent in the user agent; also an environment variable).
"""

import os

BOT_NAME = "jingwen"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

JINGWEN_CONTACT = os.environ.get("JINGWEN_CONTACT", "crawler-operator@localhost")
JINGWEN_REJECTS = "data/out/rejects.jsonl"
USER_AGENT = f"jingwen/0.1 (Chinese news crawler; contact: {JINGWEN_CONTACT})"

JINGWEN_FEED = "data/out/news.jsonl"
FEED_EXPORT_ENCODING = "utf-8"

ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
CONCURRENT_REQUESTS_PER_DOMAIN = 2
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024
RETRY_TIMES = 2
REDIRECT_MAX_TIMES = 8
COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9,zh-TW;q=0.6,en;q=0.3",
}

ITEM_PIPELINES = {
    "crawler.cleaning.CleanPipeline": 100,
    "crawler.validation.ValidatePipeline": 200,
}
EXTENSIONS = {
    "crawler.rejects.RejectsWriter": 100,
    "crawler.summary.Summary": 200,
}
DOWNLOADER_MIDDLEWARES = {"crawler.private_addresses.PrivateAddresses": 50}
DNS_RESOLVER = "crawler.private_addresses.PublicResolver"

LOG_LEVEL = "INFO"
LOG_FORMATTER = "crawler.rejects.QuietDrops"
