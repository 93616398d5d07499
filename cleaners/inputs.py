"""Pages on disk: HTML files, folders of them, JSON lines with a page in each, gzipped or not."""

import base64
import binascii
import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import IO, cast

from cleaners.record import ISO_TIME

HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".mht"})
ROW_SUFFIXES = frozenset({".jsonl", ".ndjson"})
STDIN = "-"


class BadInput(Exception):
    """An input that holds no page; the message says why in one line."""

    def __init__(self, path: str, why: str, row: str | None = None) -> None:
        super().__init__(path, why, row)
        self.path = path
        self.why = why
        self.row = row

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.path, self.row, self.why)))


@dataclass(frozen=True, slots=True)
class Input:
    """One page still to be read: a file, or a line of one."""

    path: str
    line: bytes | None = None
    """The JSON of its row; None for a file that is a page itself."""
    number: int = 0
    """The row's line number, from 1."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it was stored."""

    path: str
    body: bytes | str
    url: str | None = None
    content_type: str | None = None
    row: str | None = None
    """The row's own id, or its line; None for a file."""
    fetched_at: str | None = None


def find_inputs(arguments: list[str], skip: Set[Path] = frozenset()) -> Iterator[Input | BadInput]:
    """The pages that paths, folders, globs and ``-`` name, in order; what cannot be read among them.

    `skip` are files found in folders that are no inputs: what an earlier run wrote there.
    """
    for argument in arguments:
        if argument == STDIN:
            yield from _from_stdin()
            continue
        paths = [Path(argument)]
        if not paths[0].exists():
            paths = [Path(p) for p in sorted(glob(argument, recursive=True))]
        if not paths:
            yield BadInput(argument, "no such file or folder")
        for path in paths:
            yield from _from_path(path, skip)


def _from_path(path: Path, skip: Set[Path]) -> Iterator[Input | BadInput]:
    if path.is_dir():
        known = (p for p in sorted(path.rglob("*")) if p.is_file())
        for inner in known:
            if _kind(inner) in HTML_SUFFIXES | ROW_SUFFIXES and inner.resolve() not in skip:
                yield from _from_path(inner, skip)
    elif _kind(path) in ROW_SUFFIXES:
        yield from _rows(path)
    else:
        yield Input(str(path))


def _kind(path: Path) -> str:
    """A file's suffix, the one before ``.gz`` where it is gzipped."""
    return (Path(path.stem) if path.suffix == ".gz" else path).suffix.lower()


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path) if path.suffix == ".gz" else path.open("rb"))


def _rows(path: Path) -> Iterator[Input | BadInput]:
    try:
        with _open(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield Input(str(path), line, number)
    except (OSError, EOFError, zlib.error) as error:
        yield BadInput(str(path), _why(error))


def _from_stdin() -> Iterator[Input]:
    """Standard input is JSON lines when it begins with a brace, else one HTML page."""
    first = sys.stdin.buffer.readline()
    if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield Input(STDIN, first, 1)
        for number, line in enumerate(sys.stdin.buffer, 2):
            if line.strip():
                yield Input(STDIN, line, number)
    else:
        body = first + sys.stdin.buffer.read()
        row = json.dumps({"body": base64.b64encode(body).decode("ascii")})
        yield Input(STDIN, row.encode("ascii"))


def load(source: Input, max_bytes: int) -> StoredPage:
    """Read one page. Raises `BadInput` when there is none; reads no more than `max_bytes` and one."""
    if source.line is not None:
        return _from_row(source)
    try:
        with _open(Path(source.path)) as file:
            return StoredPage(source.path, file.read(max_bytes + 1))
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput(source.path, _why(error)) from error


def _from_row(source: Input) -> StoredPage:
    assert source.line is not None
    name = f"line {source.number}" if source.number else None
    try:
        row = json.loads(source.line)
    except (ValueError, RecursionError) as error:
        raise BadInput(source.path, f"is no JSON: {error}", name) from error
    if not isinstance(row, dict):
        raise BadInput(source.path, "is no JSON object", name)
    own = row.get("id")
    name = str(own) if isinstance(own, str | int) else name
    fetched = _text(row, "fetched_at")
    return StoredPage(
        source.path,
        _body(row, source.path, name),
        url=_text(row, "url"),
        content_type=_text(row, "content_type"),
        row=name,
        fetched_at=fetched if fetched and re.match(ISO_TIME, fetched) else None,
    )


def _body(row: dict[str, object], path: str, name: str | None) -> bytes | str:
    html, body = row.get("html"), row.get("body")
    if isinstance(html, str):
        return html
    if isinstance(body, str):
        try:
            return base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadInput(path, f"body is no base64: {error}", name) from error
    raise BadInput(path, "has no html and no body", name)


def _text(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) and value else None


def _why(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
