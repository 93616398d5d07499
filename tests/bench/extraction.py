"""Extraction quality and cost: ``python -m tests.bench.extraction --corpus FOLDER``.

FOLDER holds ``gold.json`` (page id to ``{"url", "content"}``) and ``html/ID.html.gz``. Texts are
compared as multisets of character 4-shingles without white space; precision, recall and F1 are
averaged over the pages; a page is exact from an F1 of 0.995. Cost is CPU time a page, and as a ratio
to a bare ``lxml.html`` parse of the same pages in the same run. Peers that are installed (extra
``bench``) are run on the same pages.
"""

import argparse
import gzip
import importlib.util
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from cleaners import clean_page

SHINGLE = 4
EXACT = 0.995
ROUNDS = 3


@dataclass(frozen=True)
class CorpusPage:
    id: str
    url: str
    body: bytes
    gold: str


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float
    f1: float


def shingles(text: str) -> Counter[str]:
    text = re.sub(r"\s+", "", text)
    return Counter(text[i : i + SHINGLE] for i in range(max(1, len(text) - SHINGLE + 1)) if text)


def score(gold: str, found: str) -> Score:
    g, p = shingles(gold), shingles(found)
    if not p:
        return Score(0.0, 0.0, 0.0) if g else Score(1.0, 1.0, 1.0)
    common = sum((g & p).values())
    precision, recall = common / sum(p.values()), common / max(1, sum(g.values()))
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if common else 0.0)


def read_corpus(folder: Path) -> list[CorpusPage]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [
        CorpusPage(
            i,
            entry["url"],
            gzip.decompress((folder / "html" / f"{i}.html.gz").read_bytes()),
            entry["content"],
        )
        for i, entry in gold.items()
    ]


def ours(page: CorpusPage) -> str:
    record = clean_page(page.body, url=page.url).record
    return record.text if record else ""


def bare_parse(page: CorpusPage) -> str:
    lxml.html.document_fromstring(page.body)
    return ""


def peers() -> Iterator[tuple[str, Callable[[CorpusPage], str]]]:
    """The peers that are installed."""
    if importlib.util.find_spec("trafilatura"):
        import trafilatura

        def with_trafilatura(page: CorpusPage) -> str:
            return trafilatura.extract(page.body.decode("utf-8", "replace"), favor_precision=True) or ""

        yield "trafilatura (precision)", with_trafilatura
    if importlib.util.find_spec("readability"):
        import readability

        def with_readability(page: CorpusPage) -> str:
            html = readability.Document(page.body.decode("utf-8", "replace")).summary()
            return str(lxml.html.fromstring(html).text_content())

        yield "readability-lxml", with_readability
    if importlib.util.find_spec("gne"):
        from gne import GeneralNewsExtractor

        def with_gne(page: CorpusPage) -> str:
            found = GeneralNewsExtractor().extract(page.body.decode("utf-8", "replace"))
            return str(found.get("content") or "")

        yield "gne", with_gne


def measure(extract: Callable[[CorpusPage], str], pages: list[CorpusPage]) -> tuple[list[Score], float]:
    """The pages' scores, and the median over the rounds of CPU seconds a page."""
    texts: list[str] = []
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        texts = [_guarded(extract, page) for page in pages]
        times.append((time.process_time() - start) / len(pages))
    return [score(p.gold, t) for p, t in zip(pages, texts, strict=True)], statistics.median(times)


def _guarded(extract: Callable[[CorpusPage], str], page: CorpusPage) -> str:
    try:
        return extract(page)
    except Exception:
        return ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True, help="folder with gold.json and html/")
    parser.add_argument("--worst", type=int, default=0, help="also list the N pages with the lowest F1")
    parser.add_argument("--peers", action="store_true", help="run the installed peers as well")
    arguments = parser.parse_args()
    pages = read_corpus(arguments.corpus)
    measure(ours, pages[:2])  # tables loaded, patterns compiled
    bare = measure(bare_parse, pages)[1]
    rows = [("jingwen", *measure(ours, pages))]
    if arguments.peers:
        rows += [(name, *measure(extract, pages)) for name, extract in peers()]
    print(f"{len(pages)} pages, {ROUNDS} rounds")
    print(f"| {'extractor':<24} | precision | recall | F1     | exact | ms a page | × parse |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    print(
        f"| {'bare lxml.html parse':<24} |           |        |        |       "
        f"| {bare * 1e3:9.2f} |    1.0  |"
    )
    for name, scores, seconds in rows:
        mean = [statistics.mean(getattr(s, k) for s in scores) for k in ("precision", "recall", "f1")]
        exact = statistics.mean(s.f1 >= EXACT for s in scores)
        print(
            f"| {name:<24} |    {mean[0]:.3f}  | {mean[1]:.3f}  | {mean[2]:.4f} |  {exact:.2f} "
            f"| {seconds * 1e3:9.2f} | {seconds / bare:6.1f}  |"
        )
    if arguments.worst:
        ranked = sorted(zip(rows[0][1], pages, strict=True), key=lambda row: row[0].f1)
        for s, page in ranked[: arguments.worst]:
            print(f"{s.f1:.3f} p={s.precision:.3f} r={s.recall:.3f} {page.id[:8]} {page.url[:70]}")


if __name__ == "__main__":
    main()
