"""Charset detection and mojibake repair: ``python -m tests.bench.repair [--corpus FOLDER]``.

Without a corpus it runs on the project's own texts. Peers that are installed (extra ``bench``) run on
the same texts in the same run. Detection is right when decoding with the answer gives the text again.
Repair is the mean character similarity to the undamaged text (difflib), and CPU time a KB of damage.
"""

import argparse
import difflib
import importlib.util
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean

from cleaners import detect_encoding, repair_text
from cleaners.script import convert
from tests.bench.texts import Texts, read_texts
from tests.damage import CHANNELS, replace_bytes, undamaged

CODECS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
LENGTHS = {"1 KB": 1024, "200 bytes": 200, "40 bytes": 40}
Detector = Callable[[bytes], str | None]


def detectors() -> Iterator[tuple[str, Detector]]:
    yield "jingwen", lambda body: detect_encoding(body).name
    if importlib.util.find_spec("chardet"):
        import chardet

        yield "chardet", lambda body: chardet.detect(body)["encoding"]
    if importlib.util.find_spec("cchardet"):
        import cchardet

        yield "faust-cchardet", lambda body: cchardet.detect(body)["encoding"]
    if importlib.util.find_spec("resiliparse"):
        from resiliparse.parse.encoding import detect_encoding as resiliparse

        yield "resiliparse", lambda body: resiliparse(body)
    if importlib.util.find_spec("scrapy"):
        from scrapy.http import HtmlResponse

        yield "scrapy", lambda body: HtmlResponse("http://example.com/", body=body).encoding


def is_right(detector: Detector, body: bytes, codec: str) -> bool:
    """True when the detector's charset decodes `body` as its own does, replacement for replacement."""
    try:
        name = detector(body)
        return name is not None and body.decode(name, "replace") == body.decode(codec, "replace")
    except (LookupError, UnicodeError):
        return False


def detection_samples(texts: Texts, codec: str) -> Iterator[tuple[str, list[bytes]]]:
    def encode(text: str) -> bytes:
        return (convert(text, "s2t") if codec.startswith("big5") else text).encode(codec, "ignore")

    pages = [encode(page) for page in texts.pages]
    yield "page", pages
    bare = [encode("".join(text.split())) for text in texts.texts]
    for name, length in LENGTHS.items():
        pieces = (body[start : start + length] for start, body in enumerate(bare))  # cut at both ends
        yield name, [piece for piece in pieces if len(piece) == length]
    yield "page, bytes replaced", [replace_bytes(page, seed) for seed, page in enumerate(pages)]


def print_detection(texts: Texts) -> None:
    columns = ["page", *LENGTHS, "page, bytes replaced"]
    print(f"| {'detector':<15} | charset   | " + " | ".join(columns) + " | MB/s |")
    print("| --- " * (len(columns) + 3) + "|")
    for name, detector in detectors():
        for codec in CODECS:
            shares, size, start = [], 0, time.process_time()
            for _, bodies in detection_samples(texts, codec):
                right = [is_right(detector, body, codec) for body in bodies]
                shares.append(f"{mean(right):.2f}" if right else "–")
            pages = next(detection_samples(texts, codec))[1]
            start = time.process_time()
            for page in pages:
                detector(page)
                size += len(page)
            speed = size / max(1e-9, time.process_time() - start) / 1e6
            row = " | ".join(share.rjust(len(c)) for share, c in zip(shares, columns, strict=True))
            print(f"| {name:<15} | {codec:<9} | {row} | {speed:.0f} |", flush=True)


def similarity(one: str, other: str) -> float:
    return 1.0 if one == other else difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def repairers() -> Iterator[tuple[str, Callable[[str], str]]]:
    yield "jingwen", lambda text: repair_text(text)[0]
    if importlib.util.find_spec("ftfy"):
        import ftfy

        yield "ftfy", ftfy.fix_encoding


def print_repair(texts: Texts) -> None:
    names = [name for name, _ in repairers()]
    print(f"| {'channel':<32} | damaged | " + " | ".join(f"{n} | {n} µs/KB" for n in names) + " |")
    print("| --- " * (2 + 2 * len(names)) + "|")
    for channel, damage in {"none: right text": lambda text: text, **CHANNELS}.items():
        rights = [undamaged(text, channel) for text in texts.texts]
        wrongs = [damage(text) for text in rights]
        cells = [f"{mean(map(similarity, wrongs, rights)):.3f}  "]
        for _, repair in repairers():
            repair(wrongs[0])  # tables loaded
            start = time.process_time()
            repaired = [repair(text) for text in wrongs]
            spent = time.process_time() - start
            kilobytes = sum(len(text.encode("utf-8", "replace")) for text in wrongs) / 1024
            cells += [f"{mean(map(similarity, repaired, rights)):.4f}", f"{spent / kilobytes * 1e6:.0f}"]
        print(f"| {channel:<32} | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="folder with gold.json and html/")
    texts = read_texts(parser.parse_args().corpus)
    print(f"{len(texts.texts)} texts, {len(texts.pages)} pages\n")
    print_detection(texts)
    print()
    print_repair(texts)


if __name__ == "__main__":
    main()
