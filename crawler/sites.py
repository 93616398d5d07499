"""Site profiles: what a site's start pages are, and which of its links are articles.

A profile is a TOML file in ``data/sites``. It is checked whole before a crawl starts; what is wrong
is said with the file, the key and the reason.
"""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from cleaners import Selectors

PACKAGE = Path(__file__).parent
BUNDLED = PACKAGE / "data" if (PACKAGE / "data").is_dir() else PACKAGE.parent / "data"
"""The data that ships with the project: inside the package when installed, beside it in a checkout."""


class ProfileError(ValueError):
    """A profile that cannot be used; the message is one line for its author."""


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from error
    return text


def _address(text: str) -> str:
    return text if text.startswith("/") else check_url(text)


def check_url(url: str) -> str:
    """`url`, if it is one that can be fetched; raises `ValueError` saying why not."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise ValueError(f"{url!r} is no http or https address")
    if not parts.hostname or " " in url:
        raise ValueError(f"{url!r} has no host name")
    return url


def _selector(text: str) -> str:
    from lxml.cssselect import CSSSelector

    try:
        CSSSelector(text, translator="html")
    except Exception as error:
        raise ValueError(f"{text!r} is no CSS selector: {error}") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
Address = Annotated[str, AfterValidator(_address)]
Selector = Annotated[str, AfterValidator(_selector)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SelectorTable(_Part):
    """CSS selectors of the site's layout, each for what it names; none is needed."""

    body: Selector | None = None
    title: Selector | None = None
    published_at: Selector | None = None
    source: Selector | None = None
    authors: Selector | None = None
    editors: Selector | None = None
    drop: list[Selector] = []


class Served(_Part):
    """A folder of pages that the crawl serves to itself on loopback: the sample site."""

    folder: str
    port: int = Field(default=8127, ge=0, le=65535)


class SiteProfile(_Part):
    """One site."""

    name: str = Field(min_length=1)
    start_urls: list[Address] = Field(min_length=1)
    """Pages with links to articles; paths alone when the site is served from a folder."""
    allowed_domains: list[str] = Field(min_length=1)
    articles: list[Pattern] = Field(min_length=1)
    """Regular expressions; an address one of them is found in is an article's."""
    follow: list[Pattern] = []
    """Those of list pages to follow beside the start pages."""
    crawl_delay: float = Field(default=1.0, ge=0)
    """Seconds between two requests."""
    allow_private: bool = False
    """Whether hosts in private address space may be fetched."""
    selectors: SelectorTable = SelectorTable()
    serve: Served | None = None

    def is_article(self, url: str) -> bool:
        return any(re.search(pattern, url) for pattern in self.articles)

    def is_list(self, url: str) -> bool:
        return any(re.search(pattern, url) for pattern in self.follow)

    def for_cleaning(self) -> Selectors:
        """The selectors in the form that `cleaners` takes."""
        table = self.selectors.model_dump()
        return Selectors(**{**table, "drop": tuple(table["drop"])})


def find_profile(site: str) -> Path:
    """The file of a profile: a path, or a name looked up in ``./data/sites`` and the bundled ones.

    Raises `ProfileError` naming the places that were looked at and the profiles there are.
    """
    if site.endswith(".toml") or "/" in site:
        if Path(site).is_file():
            return Path(site)
        raise ProfileError(f"no site profile at {site}")
    folders = list(dict.fromkeys((Path("data/sites").resolve(), (BUNDLED / "sites").resolve())))
    for folder in folders:
        if (folder / f"{site}.toml").is_file():
            return folder / f"{site}.toml"
    known = sorted({path.stem for folder in folders for path in folder.glob("*.toml")})
    raise ProfileError(f"no site profile named {site!r}; there are: {', '.join(known) or 'none'}")


def read_profile(path: Path) -> SiteProfile:
    """Read and check a profile. Raises `ProfileError` with file, key and reason."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ProfileError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path}: is no TOML: {error}") from error
    try:
        return SiteProfile.model_validate(data)
    except ValidationError as error:
        raise ProfileError(f"{path}: {_first(error.errors())}") from error


def _first(errors: list[Any]) -> str:
    """The first thing that is wrong, in words: key and reason."""
    error = errors[0]
    key = ".".join(map(str, error["loc"]))
    reasons = {"extra_forbidden": "unknown key", "missing": "is missing"}
    reason = reasons.get(error["type"], error["msg"].removeprefix("Value error, "))
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{key}: {reason}{more}"
