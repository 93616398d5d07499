"""Read the data that a page's scripts and attributes hold. No script is run.

JSON is read as JSON wherever it lies: alone, assigned to a name, in a string of its own, in percent-encoding
or base64, in the rows that Next.js streams (React Server Components) or as Nuxt numbers it (devalue). Where
no JSON is, a script's strings are read one by one, and then as one text that the script puts together.
"""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

MAX_SCRIPT = 5_000_000
"""Longest script in characters that is looked into."""
MIN_LITERAL = 60
"""Fewest characters of a string that may hold an article."""

_ASSIGNMENT = re.compile(
    r"(?:window\.|var\s+|let\s+|const\s+|self\.)?[\w.$\[\]\"']{2,60}(?:\s*=\s*|(?<!push)\(\s*)(?=\{\s*\"|\[\s*[\"{\[])"
)
"""What stands before data: a name that they are assigned to, or a function that they are given to. (What
begins as no JSON does is not tried: to say where it fails takes as long as all before it.)"""
_ENCODED = ("%7B", "%7b", "%5B", "%5b")
"""How JSON in percent-encoding begins."""
_STRING = r'"(?:[^"\\]|\\.)*"'
_QUOTED = rf"(?:{_STRING}|'(?:[^'\\]|\\.)*')"
_IN_STRING = re.compile(rf"JSON\.parse\(\s*(?:(?:decodeURI(?:Component)?|unescape)\(\s*)?({_QUOTED})")
_STREAMED = re.compile(rf"__next_f\.push\(\s*\[\s*1\s*,\s*({_STRING})")
_ROW = re.compile(r"[\da-f]{1,6}:(?:T(?P<size>[\da-f]{1,8}),)?")
"""What a row of the stream begins with: its number, and of a text its size in bytes."""
_LITERAL = re.compile(  # an escaped quote begins no string
    r"(?<!\\)(?:"
    rf'"(?:[^"\\\n]|\\.){{{MIN_LITERAL},}}"'
    rf"|'(?:[^'\\\n]|\\.){{{MIN_LITERAL},}}'"
    rf"|`(?:[^`\\]|\\.){{{MIN_LITERAL},}}`)"
)
_ANY_LITERAL = re.compile(rf"(?<!\\)(?:{_QUOTED})")
_LIST = re.compile(rf"\[\s*(?:{_QUOTED}\s*,\s*)+(?:{_QUOTED})?\s*\]")
"""A list of strings, such as paragraphs."""
_HEX_ESCAPE = re.compile(r"\\x([\da-fA-F]{2})")
_PERCENT_U = re.compile(r"%u([\da-fA-F]{4})")
"""How JavaScript's ``escape`` writes a character."""
_UNQUOTED = re.compile(r'(?<!\\)((?:\\\\)*)"')
_PERCENT = re.compile("%[eE][4-9](?:%[89abAB][0-9a-fA-F]){2}")
"""A Chinese character in percent-encoding."""
_HAN = re.compile("[\u4e00-\u9fff]")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/,])[A-Za-z0-9+/]{160,}={0,2}(?![A-Za-z0-9+/=])")
"""Bytes as base64, some 40 characters of Chinese at least, that are no ``data:`` address's."""
_HAN_OR_ESCAPE = re.compile(rf"{_HAN.pattern}|[\\%]u[4-9][0-9a-fA-F]{{3}}|{_PERCENT.pattern}")

_MARKUP_TYPES = re.compile("html|template", re.I)
"""The types of scripts that are markup for later."""


def sources(root: etree._Element) -> Iterator[str]:
    """The sources of a page's scripts, programs and data, that have Chinese in them, in order."""
    scripts = (script for script in root.iter("script") if not is_markup(script))
    return filter(None, (readable(script.text or "") for script in scripts))


def is_markup(script: etree._Element) -> bool:
    """True for a script that holds markup for later."""
    return _MARKUP_TYPES.search(script.get("type") or "") is not None


def readable(source: str) -> str:
    """A script, or an attribute, without percent-encoding around it, and with what base64 in it stands for;
    empty where it has no Chinese."""
    source = source.strip()
    if source.startswith(_ENCODED):
        source = unquote(source)
    if len(source) > MAX_SCRIPT:
        return ""
    if not _HAN_OR_ESCAPE.search(source):
        source = _from_base64(source)
    return source if _HAN_OR_ESCAPE.search(source) else ""


def _from_base64(source: str) -> str:
    """A script with the Chinese that was in base64, as a part of the string that it lay in."""
    whole = _BASE64.fullmatch(source) is not None
    return _BASE64.sub(lambda run: _chinese_in(run[0], quoted=not whole), source)


def _chinese_in(run: str, *, quoted: bool) -> str:
    try:
        text = base64.b64decode(run, validate=True).decode("utf-8")
    except ValueError:
        return run
    if not _HAN_OR_ESCAPE.search(text):
        return run
    text = readable(text)
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("'", r"\u0027") if quoted else text


def literals(rest: str) -> Iterator[Any]:
    """The lists of strings and the long strings of what is no JSON in a script, and the values of those that
    are JSON themselves."""
    for listed in _LIST.findall(rest):
        yield list(filter(None, map(_literal, _ANY_LITERAL.findall(listed))))
    for text in filter(None, map(_literal, _LITERAL.findall(rest))):
        value = json_in(text)
        yield text if value is None else value


def put_together(rest: str) -> str:
    """The strings of what is no JSON in a script that are Chinese or markup, in order: what it writes line by
    line, or adds up."""
    pieces = filter(None, map(_literal, _ANY_LITERAL.findall(rest)))
    return "".join(piece for piece in pieces if "<" in piece or _HAN.search(piece))


def json_in(text: str) -> Any:
    """The value of a string that is JSON itself, all of it; None for any other."""
    found = _decoded(text, 0) if text[:1] in ("{", "[") else None
    return found[0] if found is not None and not text[found[1] :].strip() else None


def streamed_values(root: etree._Element) -> Iterator[Any]:
    """The values that Next.js streams, in pieces that scripts push one after the other."""
    pieces = (piece for script in root.iter("script") for piece in _STREAMED.findall(script.text or ""))
    return _rows("".join(_literal(piece) or "" for piece in pieces))


def _literal(source: str) -> str | None:
    """What a string of a script stands for; None where that is not known without running it."""
    quote, body = source[0], source[1:-1]
    if quote != '"':
        body = _UNQUOTED.sub(r'\1\\"', body).replace(f"\\{quote}", quote)
    body = _HEX_ESCAPE.sub(r"\\u00\1", body).replace("\\'", "'")
    try:
        value = json.loads(f'"{body}"', strict=False)
    except ValueError:
        return None
    if not isinstance(value, str):
        return None
    if _PERCENT_U.search(value):
        return unquote(_PERCENT_U.sub(lambda code: chr(int(code[1], 16)), value))
    encoded = _PERCENT.search(value) and not _HAN.search(value)
    return unquote(value) if encoded else value


def json_values(source: str) -> tuple[list[Any], str]:
    """The source itself if it is JSON, else each object or list in it that has a name, is given to a function
    or lies in a string; and the rest of the source."""
    values: list[Any] = []
    rest: list[str] = []
    end = 0
    for start in [0] if source[:1] in ("{", "[") else [m.end() for m in _ASSIGNMENT.finditer(source)]:
        if start >= end and (found := _decoded(source, start)) is not None:
            rest.append(source[end:start])
            data, end = found
            values.append(_named(data))
    others = "".join([*rest, source[end:]])
    in_strings = (_decoded(_literal(string) or "", 0) for string in _IN_STRING.findall(others))
    values += (found[0] for found in in_strings if found is not None)
    return values, _STREAMED.sub("", _IN_STRING.sub("", others))


def _named(data: Any) -> Any:
    """Data as they are; where every object in a list says where in it its members stand (devalue), each with
    those members that hold no others."""
    objects = [entry for entry in data if isinstance(entry, dict)] if isinstance(data, list) else []
    if not objects or not all(type(place) is int for entry in objects for place in entry.values()):
        return data

    def member(place: Any) -> Any:
        stands = type(place) is int and 0 <= place < len(data)
        return data[place] if stands and isinstance(data[place], str | int) else None

    lists = [list(map(member, entry)) for entry in data if isinstance(entry, list)]
    return [*({name: member(place) for name, place in entry.items()} for entry in objects), *lists]


def holds_data(text: str) -> bool:
    """True for a text that is JSON, or JSON given to a function, and nothing else."""
    values, rest = json_values(text.strip())
    return bool(values) and not _HAN_OR_ESCAPE.search(rest)


def _decoded(text: str, start: int) -> tuple[Any, int] | None:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        return None


def _rows(stream: str) -> Iterator[Any]:
    """The values of the rows that Next.js streams: each is a text of a known size, or a line of JSON."""
    place = 0
    while (row := _ROW.match(stream, place)) is not None:
        if row["size"]:
            size = int(row["size"], 16)
            text = stream[row.end() : row.end() + size].encode("utf-8", "replace")
            value = text[:size].decode("utf-8", "ignore")
            place = row.end() + len(value)
            yield value
        else:
            line_end = stream.find("\n", row.end())
            place = line_end + 1 if line_end >= 0 else len(stream)
            if (found := _decoded(stream, row.end())) is not None:
                yield found[0]
