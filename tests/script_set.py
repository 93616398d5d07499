"""The set that decisions on script are measured on: over 500 pages from texts written for it.

Texts in Simplified (tests/cases/scripts.json) are converted by OpenCC's three standards, with glosses,
with a declaration or bare, and by halves; those with few words of one side only (``unmarked``) are long
and never bare. Texts written in Traditional stand bare and with every declaration, the wrong ones too.
What is right is known by making.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pypinyin import Style, pinyin

from cleaners.script import convert

TEXTS = json.loads((Path(__file__).parent / "cases/scripts.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Page:
    kind: str
    body: bytes
    text: str
    """The text as it was written, which must come out."""


def pages() -> Iterator[Page]:
    simplified = [row["text"] for row in TEXTS if row["written"] == "simplified" and "unmarked" not in row]
    unmarked = [row["text"] for row in TEXTS if "unmarked" in row]
    traditional = [row["text"] for row in TEXTS if row["written"] == "traditional"]
    for lines in _joined(unmarked, 3):
        for config in ("s2t", "s2tw", "s2hk"):
            converted = [convert(line, config) for line in lines]
            yield _page(f"{config}, long, declared zh-CN", converted, lines, language="zh-CN")
            yield _page(f"{config}, long, declared gbk", converted, lines, charset="gbk")
    for lines in _joined(simplified, 2):
        for config in ("s2t", "s2tw", "s2hk"):
            converted = [convert(line, config) for line in lines]
            glossed = [_glossed(*pair) for pair in zip(lines, converted, strict=True)]
            yield _page(f"{config}, glossed", glossed, lines)
            yield _page(f"{config}, declared zh-CN", converted, lines, language="zh-CN")
            yield _page(f"{config}, declared gbk", converted, lines, charset="gbk")
            yield _page(f"{config}, bare", converted, lines)
        halves = [_half(line, convert(line, "s2t")) for line in lines]
        yield _page("half converted", halves, lines)
        yield _page("simplified", lines, lines)
    for lines in _joined(simplified, 4):
        yield _page("every other clause converted", [_every_other_clause(line) for line in lines], lines)
    for lines in _joined(traditional, 2):
        yield _page("traditional, bare", lines, lines)
        yield _page("traditional, declared zh-CN", lines, lines, language="zh-CN")
        yield _page("traditional, declared zh-TW", lines, lines, language="zh-TW")
        yield _page("traditional, declared big5", lines, lines, charset="big5hkscs")


def _joined(texts: list[str], number: int) -> Iterator[list[str]]:
    """Each text with the next ones, as the paragraphs of an article of so many texts."""
    for place in range(len(texts)):
        chosen = [texts[(place + n) % len(texts)] for n in range(number)]
        yield "\n\n".join(chosen).split("\n\n")


def _page(
    kind: str, shown: list[str], written: list[str], language: str = "", charset: str = "utf-8"
) -> Page:
    name = f' lang="{language}"' if language else ""
    html = (
        f"<html{name}><head><meta charset={charset}><title>{shown[0][:12]}</title></head><body>"
        f"<div>{''.join(f'<p>{line}</p>' for line in shown)}</div></body></html>"
    )
    return Page(kind, html.encode(charset, "xmlcharrefreplace"), "\n\n".join(written))


def _glossed(simplified: str, traditional: str) -> str:
    return "".join(
        b if a == b else f"{b}({pinyin(a, style=Style.TONE)[0][0]})"
        for a, b in zip(simplified, traditional, strict=True)
    )


def _half(simplified: str, traditional: str) -> str:
    return "".join(b if i % 2 else a for i, (a, b) in enumerate(zip(simplified, traditional, strict=True)))


def _every_other_clause(simplified: str) -> str:
    clauses = re.split("(?<=[，。；：！？])", simplified)
    return "".join(convert(clause, "s2t") if i % 2 else clause for i, clause in enumerate(clauses))
