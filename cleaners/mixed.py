"""Decode pages of mixed charsets: a GBK include in a UTF-8 page, a UTF-8 one in a GBK page.

Servers that paste files together do not ask what they are in. Such a page is decoded by run: what
stands between two tags or on one line is of one charset, or what is pasted into it is. UTF-8 is known by
its form.
"""

import re
from itertools import product

from cleaners.likelihood import ASCII, beyond_ascii, chinese_cost, han_of

MIN_FORM = 4
"""Characters of UTF-8 in a row that are no chance in a double-byte charset (one in 10 million)."""
MIN_SHARE = 0.2
"""Share of the bytes beyond ASCII in runs of valid UTF-8 from which a page is UTF-8 with other runs in it."""
LIKELY_COST = 5.0
"""Mean cost under which what a run reads as is Chinese text."""
LIKE_UTF8 = 7
"""Bytes at either end of such a piece that may look like two characters of UTF-8."""
MIN_BYTES = 4
"""Shortest run beyond ASCII that says what it is in."""

OTHER = {"utf-8": "gb18030", "gb18030": "utf-8"}
"""A page's own charset to the one that runs in it may be in."""
_RUN = re.compile(rb"(?<![^<>\n\r])[^<>\n\r\x80-\xff]*+[\x80-\xff][^<>\n\r]*")
_FORM = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){%d}" % (MIN_FORM - 1))
_CHARACTER = rb"[\xe3-\xe9\xef][\x80-\xbf]{2}|\xe2[\x80-\xbf]{2}"
_UTF8_BEGINNING = re.compile(rb"(?:[\x00-\x7f]|%b)*" % _CHARACTER)
_UTF8_BACKWARDS = re.compile(rb"(?:[\x00-\x7f]|[\x80-\xbf]{2}[\xe2-\xe9\xef])*")
_UTF8_PIECE = re.compile(rb"(?:%b)(?:[\x00-\x7f]*(?:%b)){%d,}" % (_CHARACTER, _CHARACTER, MIN_FORM - 1))
"""A run as far as it is Chinese in UTF-8, from either end, and a piece of one."""


def utf8_share(body: bytes) -> float:
    """Share of the bytes beyond ASCII that stand in runs of valid UTF-8."""
    if not _FORM.search(body.translate(None, ASCII)):
        return 0.0
    valid = total = 0
    for run in _RUN.findall(body):
        high = len(run.translate(None, ASCII))
        total += high
        if high >= MIN_BYTES and decode_strictly(run, "utf-8") is not None:
            valid += high
    return valid / max(1, total)


def decode_mixed(body: bytes, main: str) -> tuple[str, int]:
    """A page in `main` (utf-8 or gb18030) decoded run by run, and how many runs were in the other."""
    pieces: list[str] = []
    position = runs = 0
    for match in _RUN.finditer(body):
        read = _other_reading(match.group(), main)
        if read is not None:
            pieces += [body[position : match.start()].decode(main, "replace"), read]
            position = match.end()
            runs += 1
    return "".join([*pieces, body[position:].decode(main, "replace")]), runs


def may_be_mixed(body: bytes, main: str) -> bool:
    """True when a page in `main` may have runs of the other charset; in UTF-8 only an invalid one has."""
    return main == "utf-8" or (main == "gb18030" and _FORM.search(body) is not None)


def _other_reading(run: bytes, main: str) -> str | None:
    """What a run reads as in the other charset; None where it is in the page's own."""
    if len(run.translate(None, ASCII)) < MIN_BYTES:
        return None
    if main == "utf-8":
        return _with_gb18030(run) if decode_strictly(run, "utf-8") is None else None
    return _with_utf8(run) if _FORM.search(run) else None


def _with_gb18030(run: bytes) -> str | None:
    """A run in GB18030 as text, or one with such a piece in it; its ends may look like UTF-8 by chance."""
    first, last = _inside(run)
    starts = range(first, max(first - LIKE_UTF8, -1), -3)
    ends = range(last, min(last + LIKE_UTF8, len(run) + 1), 3)
    for start, end in ((0, len(run)), *product(starts, ends)):
        read = decode_strictly(run[start:end], "gb18030")
        enough = read is not None and (end - start == len(run) or len(han_of(read)) >= MIN_FORM)
        if read is not None and enough and chinese_cost(beyond_ascii(read)) < LIKELY_COST:
            return run[:start].decode("utf-8", "replace") + read + run[end:].decode("utf-8", "replace")
    return None


def _inside(run: bytes) -> tuple[int, int]:
    """Where a run has something that is no UTF-8 between what is."""
    before, behind = _UTF8_BEGINNING.match(run), _UTF8_BACKWARDS.match(run[::-1])
    start, end = (match.end() if match else 0 for match in (before, behind))
    return start, max(start, len(run) - end)


def _with_utf8(run: bytes) -> str | None:
    """A run in UTF-8 as text, or one in GB18030 with such a piece in it."""
    whole = decode_strictly(run, "utf-8")
    piece = _UTF8_PIECE.search(run) if whole is None else None
    if piece is None:
        return whole
    parts = run[: piece.start()], run[piece.end() :]
    before, behind = (decode_strictly(part, "gb18030") for part in parts)
    return f"{before}{piece.group().decode('utf-8')}{behind}" if None not in (before, behind) else None


def decode_strictly(body: bytes, charset: str) -> str | None:
    """The text of bytes that are in a charset throughout; None for any others."""
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        return None
