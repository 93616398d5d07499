"""The command ``jingwen``: clean pages that are on disk already, with no network and on all cores."""

import argparse
import json
import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from tqdm import tqdm

from cleaners.inputs import STDIN, BadInput, Input, find_inputs, load
from cleaners.options import Options
from cleaners.page import clean_page
from cleaners.record import Raw, json_schema

BAD_INPUT = 2
"""Exit status when an input could not be read; the rest was cleaned."""
INTERRUPTED = 130
WAITING = 8
"""Pages that each worker has waiting: enough to keep it busy, few enough to hold in memory."""

EPILOG = """\
inputs:
  page.html  pages/  'crawl/**/*.html'   HTML files, folders of them, globs; .gz too
  rows.jsonl                             a page in each line: {"html": "…"} or {"body": "base64…"},
                                         with "url", "content_type", "id" where they are known
  -                                      standard input: one page, or JSON lines

examples:
  jingwen clean page.html
  jingwen clean pages/ -o clean.jsonl
  zcat rows.jsonl.gz | jingwen clean - --script keep > clean.jsonl

exit status: 0 all inputs were read; 2 wrong arguments, or an input that could not be read (it is
named on standard error and stands in the rejects; the rest was cleaned)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a line for the records, or one for the rejects."""

    record: str | None = None
    reject: dict[str, Any] | None = None
    bad: str | None = None
    """What is wrong with an input that held no page."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "schema":
            print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
            return 0
        return _clean(chosen)
    except KeyboardInterrupt:
        print("jingwen: interrupted; what was cleaned is written", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"jingwen: error: {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jingwen", description="Clean Chinese news pages: one JSON record a line."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    clean = commands.add_parser(
        "clean",
        help="clean pages on disk or from standard input",
        description="Clean pages that were fetched already. Writes one JSON record a line.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    clean.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder, glob, or -")
    clean.add_argument("-o", "--output", metavar="FILE", help="records; standard output by default")
    clean.add_argument(
        "--rejects",
        metavar="FILE",
        help="pages that made no record, with the reason (default: rejects.jsonl beside the output)",
    )
    clean.add_argument(
        "--script",
        choices=("restore", "keep", "hans", "hant"),
        default="restore",
        help="restore: Simplified again where a machine converted the page (default); "
        "keep: as it is; hans, hant: convert every page",
    )
    clean.add_argument(
        "--punctuation",
        choices=("keep", "full"),
        default="keep",
        help="full: half-width punctuation between Chinese characters made full-width (default: keep)",
    )
    clean.add_argument(
        "--letters",
        choices=("keep", "half"),
        default="keep",
        help="half: full-width Latin letters and digits made half-width (default: keep)",
    )
    clean.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        default=os.cpu_count() or 1,
        help="processes (default: all cores)",
    )
    commands.add_parser("schema", help="print the JSON Schema of a record")
    return parser


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)


def _clean(chosen: argparse.Namespace) -> int:
    output = Path(chosen.output) if chosen.output else None
    rejects = Path(chosen.rejects or (output.parent if output else Path()) / "rejects.jsonl")
    own = {path.resolve() for path in (output, rejects) if path}
    clash = next((i for i in chosen.inputs if i != STDIN and Path(i).resolve() in own), None)
    if clash:
        print(f"jingwen: error: {clash} is both an input and an output", file=sys.stderr)
        return BAD_INPUT
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        records = _open(stack, output) if output else sys.stdout
        reject_file = _LazyFile(stack, rejects)
        outcomes = _run(
            find_inputs(chosen.inputs, own),
            Options(chosen.script, chosen.punctuation, chosen.letters),
            chosen.jobs,
        )
        for outcome in tqdm(outcomes, unit=" pages", disable=None, file=sys.stderr):
            _write(outcome, records, reject_file, counts)
    _report(counts, rejects)
    return BAD_INPUT if counts["bad-input"] else 0


def _open(stack: ExitStack, path: Path) -> TextIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    return stack.enter_context(path.open("w", encoding="utf-8"))


class _LazyFile:
    """A file that is made when the first line is written."""

    def __init__(self, stack: ExitStack, path: Path) -> None:
        self.stack, self.path = stack, path
        self.file: TextIO | None = None

    def write(self, line: str) -> None:
        if self.file is None:
            self.file = _open(self.stack, self.path)
        self.file.write(line)


def _write(outcome: Outcome, records: TextIO, rejects: _LazyFile, counts: Counter[str]) -> None:
    if outcome.record is not None:
        counts["records"] += 1
        records.write(outcome.record + "\n")
        return
    assert outcome.reject is not None
    counts[outcome.reject["reason"]] += 1
    rejects.write(json.dumps(outcome.reject, ensure_ascii=False) + "\n")
    if outcome.bad:
        tqdm.write(f"jingwen: {outcome.bad}", file=sys.stderr)


def _report(counts: Counter[str], rejects: Path) -> None:
    reasons = {reason: n for reason, n in counts.most_common() if reason != "records"}
    total = sum(reasons.values())
    line = f"jingwen: {counts['records']} records, {total} rejects"
    if total:
        line += f" in {rejects} ({', '.join(f'{reason} {n}' for reason, n in reasons.items())})"
    print(line, file=sys.stderr)


def _run(inputs: Iterable[Input | BadInput], options: Options, jobs: int) -> Iterator[Outcome]:
    """Clean the inputs, on several processes when `jobs` is more than 1, and keep their order."""
    if jobs == 1:
        yield from (clean_input(source, options) for source in inputs)
        return
    waiting: deque[Future[Outcome]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for source in inputs:
            waiting.append(pool.submit(clean_input, source, options))
            if len(waiting) >= jobs * WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def clean_input(source: Input | BadInput, options: Options) -> Outcome:
    """Read one input and clean it. Never raises."""
    try:
        if isinstance(source, BadInput):
            raise source
        page = load(source, options.max_bytes)
    except BadInput as bad:
        return Outcome(reject=_reject(bad.path, bad.row, None, "bad-input", "read", bad.why), bad=str(bad))
    result = clean_page(page.body, url=page.url, content_type=page.content_type, options=options)
    if result.record is None:
        assert result.rejection is not None
        why = result.rejection
        return Outcome(reject=_reject(page.path, page.row, page.url, why.reason, why.step, why.detail))
    raw = Raw(path=page.path if page.path != STDIN else None, record=page.row)
    record = result.record.model_copy(update={"raw": raw, "fetched_at": page.fetched_at})
    return Outcome(record=record.model_dump_json())


def _reject(
    path: str, row: str | None, url: str | None, reason: str, step: str, detail: str
) -> dict[str, Any]:
    return {
        "url": url,
        "status": None,
        "reason": reason,
        "step": step,
        "detail": detail,
        "fetched_at": None,
        "raw": {"path": path if path != STDIN else None, "record": row},
    }


if __name__ == "__main__":
    sys.exit(main())
