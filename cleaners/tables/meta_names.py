"""Names of ``<meta>`` elements by what they hold, the most reliable first.

From Open Graph, the Article namespace, Dublin Core, the meta elements of Chinese government sites
(GB/T 33747 / 国务院办公厅《政府网站发展指引》), and those of Sina, Tencent, Toutiao, Xinhua and People's Daily.
"""

import re

PUBLISHED = (
    "article:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish_time",
    "publishtime",
    "og:release_date",
    "og:published_time",
    "og:time",
    "apub:time",
    "weibo:article:create_at",
    "weibo: article:create_at",
    "_pubtime",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "createdate",
    "firstpublishedtime",
    "bytedance:published_time",
    "citation_publication_date",
    "citation_date",
    "sailthru.date",
    "parsely-pub-date",
    "date.available",
)
MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "weibo:article:update_at",
    "weibo: article:update_at",
    "lastmodified",
    "modifieddate",
    "dcterms.modified",
    "revised",
    "lastmodifiedtime",
    "updatetime",
    "update_time",
    "dateupdate",
    "bytedance:updated_time",
    "lastmod",
    "last-modified",
)
TITLE = ("articletitle", "dc.title", "twitter:title", "og:title")
SOURCE = ("contentsource", "article:source", "mediaid", "source", "og:article:source", "dc.source")
AUTHOR = (
    "article:author",
    "author",
    "og:article:author",
    "byl",
    "byline",
    "dc.creator",
    "weibo:article:author",
)
EDITOR = ("responsible editor", "editor", "article:editor", "contenteditor", "责任编辑")
SUMMARY = ("description", "og:description", "twitter:description", "dc.description")
KEYWORDS = ("keywords", "news_keywords", "article:tag", "dc.subject", "og:keywords")
SECTION = ("article:section", "section", "columnname", "og:article:section", "channel", "category")

SOURCE_IDS = ("js_name", "source", "laiyuan", "source_baidu", "article_source", "media_name")
"""Ids of elements that hold the source, or an account's name (WeChat's)."""

SCRIPTED_TIMES = (
    "var ct",
    "publish_time",
    "publishTime",
    "publishtime",
    "pubTime",
    "pubtime",
    "pub_time",
    "publishDate",
    "publish_date",
    "newsTime",
    "news_time",
    "pubDate",
    "pubdate",
    "pub_date",
    "datePublished",
    "releaseTime",
    "release_time",
)
"""Names of script variables and JSON members that hold a time of publication (``ct`` is WeChat's)."""
SCRIPTED_TIME = re.compile(
    r"""(?:Long|[Ss]tamp|_stamp|Str)?\\?["']?\s*[=:]\s*\\?["']?"""
    r"""(?P<value>20\d\d-\d\d?-\d\d?(?:[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|1\d{9}(?:\d{3})?)(?!\d)"""
)
"""What stands behind such a name."""
SCRIPTED_SOURCES = (
    "source",
    "media",
    "media_name",
    "mediaName",
    "origin",
    "sourceName",
    "source_name",
    "copyfrom",
    "author_name",
    "authorName",
    "nickname",
    "nick_name",
)
"""Names of the same that hold the account which an article is from."""
SCRIPTED_SOURCE = re.compile(r"""\\?["']?\s*[=:]\s*\\?["'](?P<value>[^"'\\<>{}]{2,20})\\?["']""")
