"""The record: one article as it is written, a line of JSON. Its JSON Schema is made from it."""

import hashlib
import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

ISO_TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d|Z)$"
"""Form of all times in a record."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Picture(_Part):
    """A picture of the article."""

    url: str
    caption: str | None


class EncodingReport(_Part):
    """The charset that the page declares, that its bytes show, that it was decoded with."""

    declared: str | None
    detected: str | None
    used: str | None


class RepairCount(_Part):
    """How often a step made one kind of change."""

    step: str
    kind: str
    count: int = Field(ge=1)


class Quality(_Part):
    """How far the record can be trusted: 1 is flawless."""

    score: float = Field(ge=0, le=1)
    flags: list[str]


class Raw(_Part):
    """Where the untouched bytes are."""

    path: str | None
    record: str | None


class Record(_Part):
    """One article. Unknown is null or an empty list, never a made-up value."""

    id: str = Field(min_length=16)
    url: str | None
    canonical_url: str | None
    site: str | None
    title: str | None
    text: str = Field(min_length=1)
    language: str | None
    script: Literal["Hans", "Hant", "Jpan", "Kore"] | None
    published_at: str | None = Field(pattern=ISO_TIME)
    modified_at: str | None = Field(pattern=ISO_TIME)
    source: str | None
    authors: list[str]
    editors: list[str]
    images: list[Picture]
    section: str | None
    keywords: list[str]
    summary: str | None
    encoding: EncodingReport
    repairs: list[RepairCount]
    quality: Quality
    content_hash: str = Field(pattern="^sha256:[0-9a-f]{64}$")
    duplicate_of: str | None
    fetched_at: str | None = Field(pattern=ISO_TIME)
    raw: Raw


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a record."""
    schema = Record.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def article_id(address: str) -> str:
    """The id of the article at an address: the same in every crawl."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def content_hash(text: str) -> str:
    """Hash of a text's letters and digits, so that white space and punctuation do not matter."""
    letters = re.sub(r"[\W_]+", "", text)
    return "sha256:" + hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()
