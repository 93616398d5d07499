"""Bytes to text: which charset a page is really in.

What a page *says* of its charset (BOM, HTTP header, ``<meta>``) is evidence and no proof: on real
pages it is often wrong. What decides is the bytes. UTF-8 is told by its form: how large a share of
the non-ASCII bytes is valid, so that one stray byte does not matter. The double-byte charsets have
no such form; there a sample of the text is decoded each way, and the reading whose characters are
the likeliest wins (`cleaners.likelihood`). chardet is asked where that leaves a doubt.

Labels are read as browsers read them (WHATWG Encoding Standard): ``gb2312`` and ``gbk`` are
GB18030, ``big5`` includes HKSCS, ``iso-8859-1`` is windows-1252.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from w3lib.encoding import http_content_type_encoding, resolve_encoding

from cleaners.likelihood import ASCII, UNKNOWN_COST, beyond_ascii, chinese_cost, cost
from cleaners.mixed import MIN_SHARE, OTHER, decode_mixed, decode_strictly, may_be_mixed, utf8_share
from cleaners.state import Page, Rejected
from cleaners.stray_bytes import decode_in_step
from cleaners.tables import rows

SAMPLE_BYTES = 8192
"""Non-ASCII text looked at to tell double-byte charsets apart: some 4,000 characters."""
FIRST_LOOK = 256
"""Bytes of the sample that settle most pages."""
SETTLED_COST = 4.0
"""Mean cost under which, with a wide margin, the first look has settled it."""
META_BYTES = 4096
"""Browsers look for <meta charset> in the first 1,024 bytes; real pages put it later."""
UTF8_INVALID = 0.15
"""Largest share of invalid non-ASCII bytes in what is still UTF-8. Pages damaged by one byte in
5,000 have under 0.01, other charsets read as UTF-8 over 0.5."""
NO_UTF8 = 0.4
"""The same share of the first bytes from which the rest is not looked at: other charsets have over 0.5."""
DECLARED_BONUS = 0.35
"""What a declaration is worth, in mean cost of a character: two readings that near are a doubt."""
LETTERS_AROUND = 6
"""Letters of ASCII for each byte beyond it where these are accented ones: French has 20, Vietnamese 3."""
OTHER_LANGUAGE = 2.0
"""How much rarer Japanese and Korean pages are than Chinese ones, -log10: it tells where words are two."""
PIECE = 24
"""Bytes of a sample that are read together where a stray byte may be among them."""
CUT_COST = 0.2
"""What it costs to take the first byte for the end of a character."""
CLEAR_MARGIN = 0.5
"""Difference in mean cost over which a reading has won without asking chardet."""
PLAUSIBLE_COST = 5.5
"""Mean cost over which a reading is not that language's text. Right text costs 2.5 to 4."""
NUL_SHARE = 0.2
"""Share of NUL bytes that shows UTF-16 without a byte order mark, ASCII markup being in it."""

NO_CHARSETS = ("unicode-escape", "punycode")
"""Codecs that read any bytes, and are escapes (``punycode`` does from Python 3.13 on)."""
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_ADJACENT = re.compile(rb"[\x80-\xff]{2}")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_TEXT = re.compile(rb"[\x80-\xff](?:[@-~]?[ -;=?]{0,3}[\x80-\xff]+)*[@-~]?")
"""Text beyond ASCII with the second bytes of double-byte characters, which may be letters."""
_NARROW_TAG = re.compile(rb"<(?:!doctype|html|head|meta|title|body|div|script|table|span)\b", re.I)
"""A tag in single bytes, which UTF-16 has not."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The charset to decode a body with, and why."""

    name: str
    """A Python codec name."""
    confidence: float
    """From 0 to 1."""
    evidence: tuple[str, ...]
    """What spoke for it, the strongest first: ``bom``, ``header``, ``meta``, ``valid utf-8``, …"""
    declared: str | None
    """What the page says it is in, as a codec name."""
    detected: str | None
    """What the bytes say; None where they are plain ASCII."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    codec: str
    cost: Callable[[str], float]
    rarer: float = 0.0
    """How much rarer pages of its language are among those that are cleaned, -log10."""


def _japanese_cost(text: str) -> float:
    return cost(text, "jpan")


_CANDIDATES = (
    _Candidate("gb18030", chinese_cost),
    _Candidate("big5hkscs", lambda text: cost(text, "hant")),
    _Candidate("cp932", _japanese_cost, OTHER_LANGUAGE),
    _Candidate("euc_jp", _japanese_cost, OTHER_LANGUAGE),
    _Candidate("cp949", lambda text: cost(text, "kore"), OTHER_LANGUAGE),
)


def detect_encoding(body: bytes, *, content_type: str | None = None) -> Encoding:
    """The charset of `body`, the `Content-Type` header being one voice among others.

    Never raises: bytes of no charset at all are UTF-8 with a confidence near 0.

    >>> detect_encoding("今后，图书馆还将推出夜间讲座。".encode("gb18030")).name
    'gb18030'
    """
    return _detect(body, content_type, decode_strictly(body, "utf-8"))


def _detect(body: bytes, content_type: str | None, valid: str | None) -> Encoding:
    for bom, name in _BOMS:
        if body.startswith(bom):
            return Encoding(name, 1.0, ("bom",), name, name)
    declared = _declarations(body, content_type)
    said = next(iter(declared.values()), None)
    if body.isascii() and b"\0" not in body:
        return Encoding(said or "utf-8", 1.0, (*declared, "ascii"), said, None)
    invalid = 0.0 if valid is not None else _invalid_utf8(body)
    if invalid <= UTF8_INVALID and body.count(0) * 4 < len(body):
        return Encoding("utf-8", 1 - invalid, _agreeing("utf-8", declared, "utf-8 form"), said, "utf-8")
    if invalid and utf8_share(body) >= MIN_SHARE:
        return Encoding("utf-8", 1 - invalid, _agreeing("utf-8", declared, "utf-8 runs"), said, "utf-8")
    wide = _utf16(body)
    if wide:
        return Encoding(wide, 0.95, ("utf-16 form",), said, wide)
    return _by_likelihood(body, declared, said)


def _by_likelihood(body: bytes, declared: dict[str, str], said: str | None) -> Encoding:
    if _has_lone_accents(body):
        return Encoding("cp1252", 0.7, _agreeing("cp1252", declared, "letters"), said, "cp1252")
    sample = _sample(body, FIRST_LOOK)
    costs = _costs(sample, body, declared)
    best, second = sorted(costs, key=costs.__getitem__)[:2]
    if costs[best] > SETTLED_COST or costs[second] - costs[best] < 2 * CLEAR_MARGIN:
        sample = _sample(body, SAMPLE_BYTES)
        costs = _costs(sample, body, declared)
        best, second = sorted(costs, key=costs.__getitem__)[:2]
    evidence = "likelihood"
    if costs[best] > PLAUSIBLE_COST - 1 and (single := _single_byte(sample)):
        return Encoding(single, 0.7, _agreeing(single, declared, "letters"), said, single)
    if costs[second] - costs[best] < CLEAR_MARGIN:
        voice = _ask_chardet(sample)
        if voice == second:
            best, evidence = second, "chardet"
    if costs[best] > PLAUSIBLE_COST:
        guess = said or "utf-8"
        return Encoding(guess, 0.1, (*declared, "nothing else fits"), said, None)
    margin = abs(costs[second] - costs[best])
    return Encoding(best, min(0.99, 0.6 + margin / 5), _agreeing(best, declared, evidence), said, best)


def _costs(sample: bytes, body: bytes, declared: dict[str, str]) -> dict[str, float]:
    """The mean cost of a character in each charset that a sample may be in."""
    wide = b"" if _NARROW_TAG.search(body, 0, META_BYTES) else body[:SAMPLE_BYTES]
    costs = _costs_of(sample, wide, declared, _cost_read)
    return costs if min(costs.values()) <= SETTLED_COST else _costs_of(sample, wide, declared, _cost_aligned)


_Read = Callable[[Callable[[str], float], bytes, str], float]


def _costs_of(sample: bytes, wide: bytes, declared: dict[str, str], read: _Read) -> dict[str, float]:
    """The same by one way of reading the sample; `wide` are the first bytes of what may be UTF-16."""
    costs: dict[str, float] = {}
    for candidate in _CANDIDATES:
        bonus = DECLARED_BONUS if candidate.codec in declared.values() else 0.0
        rarer = candidate.rarer / max(1, len(sample) / 2)
        costs[candidate.codec] = read(candidate.cost, sample, candidate.codec) + rarer - bonus
    if wide:
        costs |= {codec: read(_wide_cost, wide, codec) for codec in ("utf-16-le", "utf-16-be")}
    return costs


def _cost_read(cost: Callable[[str], float], sample: bytes, codec: str) -> float:
    """The mean cost of a character of a sample."""
    return cost(beyond_ascii(sample.decode(codec, "replace")))


def _cost_aligned(cost: Callable[[str], float], sample: bytes, codec: str) -> float:
    """The same where a byte may be missing before it or in it: from there on all is read one byte off.
    Each piece is read without its first byte too."""
    whole = _cost_read(cost, sample, codec)
    size = len(sample) if codec.startswith("utf-16") else PIECE
    pieces = [sample[start : start + size] for start in range(0, len(sample), size)]
    least = (
        min(_cost_read(cost, piece[start:], codec) for start in (0, 1)) * len(piece)
        for piece in pieces
        if not piece[1:].isascii()
    )
    return min(whole, sum(least, CUT_COST * len(sample)) / len(sample)) if len(sample) > 1 else whole


@cache
def _private_use() -> dict[int, int]:
    """What the codec reads as private-use characters, and what they are."""
    return {int(private, 16): int(char, 16) for private, char in rows("private_use.tsv")}


def _declarations(body: bytes, content_type: str | None) -> dict[str, str]:
    """Codec names by who declares them, the HTTP header first; what is no charset is no declaration."""
    from bs4.dammit import EncodingDetector

    found: dict[str, str] = {}
    header = http_content_type_encoding(content_type) if content_type else None
    if header and _is_charset(header):
        found["header"] = _python_name(header)
    meta = EncodingDetector.find_declared_encoding(body[:META_BYTES], is_html=True)
    codec = resolve_encoding(meta) if meta else None
    if codec and not codec.startswith("utf-16") and _is_charset(codec):
        found["meta"] = _python_name(codec)  # a page whose <meta> can be read is not UTF-16
    return found


@cache
def _is_charset(codec: str) -> bool:
    """True for a codec that reads any bytes as text: not for ``undefined``, ``base64``, ``idna``."""
    if codec.endswith(NO_CHARSETS):
        return False
    try:
        bytes(range(256)).decode(codec, "replace")
    except (LookupError, UnicodeError):
        return False
    return True


def _python_name(codec: str) -> str:
    """One name for each charset that candidates are compared by."""
    return {"big5-hkscs": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949"}.get(codec, codec)


def _agreeing(name: str, declared: dict[str, str], *found: str) -> tuple[str, ...]:
    return (*found, *(who for who, what in declared.items() if what == name))


def _utf16(body: bytes) -> str | None:
    """UTF-16 without a byte order mark: NUL bytes at every other place."""
    head = body[: SAMPLE_BYTES & ~1]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) <= NUL_SHARE * len(head) / 2 or min(even, odd) * 4 >= max(even, odd):
        return None
    name, other = ("utf-16-be", "utf-16-le") if even > odd else ("utf-16-le", "utf-16-be")
    cut = _cost_read(chinese_cost, head[1:], other) + CUT_COST < _cost_read(chinese_cost, head, name)
    return other if cut else name


def _wide_cost(text: str) -> float:
    return chinese_cost(text) or UNKNOWN_COST


def _invalid_utf8(body: bytes) -> float:
    """Share of the bytes beyond ASCII that are no UTF-8; where it is large at once, that of the beginning."""
    first = _HIGH.search(body)
    if first is not None and len(body) > 2 * SAMPLE_BYTES:
        share = _invalid_utf8(body[first.start() : first.start() + SAMPLE_BYTES])
        if share > NO_UTF8:
            return share
    invalid = body.decode("utf-8", "replace").count("\ufffd") - body.count(b"\xef\xbf\xbd")
    return invalid / max(1, len(body.translate(None, ASCII)))


def _sample(body: bytes, most: int) -> bytes:
    """Some `most` bytes of the page's non-ASCII text."""
    pieces: list[bytes] = []
    size = 0
    for match in _HIGH_TEXT.finditer(body):
        pieces.append(match.group())
        size += len(pieces[-1])
        if size >= most:
            break
    return b"\n".join(pieces)[: 2 * most]


def _has_lone_accents(body: bytes) -> bool:
    """True where each byte beyond ASCII stands alone among many letters: ``dans les régions``."""
    if _ADJACENT.search(body):
        return False
    high = len(body.translate(None, ASCII))
    return len(_ASCII_LETTER.findall(body)) >= LETTERS_AROUND * high


def _single_byte(sample: bytes) -> str | None:
    """windows-1252 where high bytes stand alone among letters, windows-1251 where they are Russian."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    if not runs:
        return None
    mean_run = sum(map(len, runs)) / len(runs)
    if mean_run < 1.5:  # Western text: an accented letter between plain ones
        return "cp1252"
    cyrillic = sample.decode("cp1251", "replace")
    letters = [c for c in cyrillic if "\u0400" <= c <= "\u04ff"]
    lower = sum(c.islower() for c in letters)
    if mean_run < 12 and len(letters) > 0.95 * sum(map(len, runs)) and lower > 0.85 * len(letters):
        return "cp1251"
    return None


def _ask_chardet(sample: bytes) -> str | None:
    import chardet  # seldom asked

    guess = chardet.detect(sample).get("encoding")
    codec = resolve_encoding(guess) if guess else None
    return _python_name(codec) if codec else None


def _is_cut(body: bytes, charset: str) -> bool:
    """True for a body that begins in the middle of a character of two bytes."""
    costs = {candidate.codec: candidate.cost for candidate in _CANDIDATES}
    costs |= dict.fromkeys(("utf-16-le", "utf-16-be"), chinese_cost)
    run = _HIGH_TEXT.match(body)
    head = body[:SAMPLE_BYTES] if charset.startswith("utf-16") else run.group()[:PIECE] if run else b""
    if charset not in costs or not head or body.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    return _cost_read(costs[charset], head[1:], charset) + CUT_COST < _cost_read(
        costs[charset], head, charset
    )


def _text(page: Page, body: bytes, charset: str) -> str:
    """The text of a body that is in `charset`, perhaps with runs in another."""
    if _is_cut(body, charset):
        return "\ufffd" + _text(page, body[1:], charset)
    if may_be_mixed(body, charset):
        text, runs = decode_mixed(body, charset)
        if runs:
            page.trace.note("decode", f"{OTHER[charset]} inside {charset}", runs)
        if runs or charset == "utf-8":
            return text
    text, runs = decode_in_step(body, charset)
    if runs:
        page.trace.note("decode", "read in step behind a stray byte", runs)
    return text


def decode(page: Page) -> Page:
    """Step: `page.body` to `page.html`."""
    if len(page.body) > page.options.max_bytes:
        raise Rejected("too-large", f"{len(page.body)} bytes")
    if isinstance(page.body, str):
        page.html = page.body
        return page
    if not page.body.strip():
        raise Rejected("empty")
    valid = decode_strictly(page.body, "utf-8")
    found = page.encoding = _detect(page.body, page.content_type, valid)
    text = valid if valid is not None and found.name == "utf-8" else _text(page, page.body, found.name)
    if found.name == "gb18030" and _PRIVATE.search(text):
        text = text.translate(_private_use())
    page.html = text.removeprefix("\ufeff")
    page.source = page.body if text is valid else b""
    if found.declared and found.detected and found.declared != found.detected:
        page.trace.note(
            "decode",
            f"{found.detected} declared as {found.declared}",
            detail=", ".join(found.evidence),
        )
    return page
