"""The texts that benchmarks run on: a corpus's gold texts and pages, or the project's own."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.bench.extraction import read_corpus

SAMPLE = Path(__file__).parents[2] / "data/sample"
RECORDS = Path(__file__).parents[1] / "cases/sample_records.json"
MAX_CHARS = 3000


@dataclass(frozen=True)
class Texts:
    texts: list[str]
    """Article texts in Simplified, up to `MAX_CHARS` characters each."""
    pages: list[str]
    """Whole pages, with no charset declared."""


def read_texts(corpus: Path | None) -> Texts:
    if corpus is None:
        records = json.loads(RECORDS.read_text(encoding="utf-8")).values()
        texts = [r["text"] for r in records if r["language"] == "zh-Hans"]
        pages = [p.read_text(encoding="utf-8") for p in sorted(SAMPLE.glob("county*.html"))]
    else:
        entries = read_corpus(corpus)
        texts = [entry.gold for entry in entries]
        pages = [entry.body.decode("utf-8", "replace") for entry in entries]
    undeclared = [re.sub(r"charset\s*=\s*[\w-]+|charset\s*=\s*([\"'])[\w-]+\1", "", page) for page in pages]
    return Texts([text[:MAX_CHARS] for text in texts], undeclared)
