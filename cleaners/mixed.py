"""Decode pages of mixed charsets: a GBK include in a UTF-8 page, a UTF-8 one in a GBK page.

Servers that paste files together do not ask what they are in. Such a page is decoded by run: what
stands between two tags or on one line is of one charset. UTF-8 is known by its form.
"""

import re

from cleaners.likelihood import ASCII, beyond_ascii, chinese_cost

MIN_FORM = 4
"""Characters of UTF-8 in a row that are no chance in a double-byte charset (one in 10 million)."""
MIN_SHARE = 0.2
"""Share of the bytes beyond ASCII in runs of valid UTF-8 from which a page is UTF-8 with other runs in it."""
LIKELY_COST = 5.0
"""Mean cost under which what a run reads as is Chinese text."""
MIN_BYTES = 4
"""Shortest run beyond ASCII that says what it is in."""

OTHER = {"utf-8": "gb18030", "gb18030": "utf-8"}
"""A page's own charset to the one that runs in it may be in."""
_RUN = re.compile(rb"(?<![^<>\n\r])[^<>\n\r\x80-\xff]*+[\x80-\xff][^<>\n\r]*")
_FORM = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}(?:[\xe3-\xe9\xef][\x80-\xbf]{2}){%d}" % (MIN_FORM - 1))


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
        if decode_strictly(run, "utf-8") is not None:
            return None
        read = decode_strictly(run, "gb18030")
        return read if read is not None and chinese_cost(beyond_ascii(read)) < LIKELY_COST else None
    return decode_strictly(run, "utf-8") if _FORM.search(run) else None


def decode_strictly(body: bytes, charset: str) -> str | None:
    """The text of bytes that are in a charset throughout; None for any others."""
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        return None
