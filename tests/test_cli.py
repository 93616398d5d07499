"""The command ``jingwen``, run as a command."""

import base64
import gzip
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cleaners import json_schema

SAMPLE = Path(__file__).parent.parent / "data" / "sample"
RECORDS = json.loads((Path(__file__).parent / "cases/sample_records.json").read_text(encoding="utf-8"))


def jingwen(*arguments: str, cwd: Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "cleaners.cli", *arguments],
        cwd=cwd, input=stdin, capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def lines(text: bytes | Path) -> list[dict[str, Any]]:
    data = text.read_bytes() if isinstance(text, Path) else text
    return [json.loads(line) for line in data.splitlines()]


def test_a_file_to_standard_output(tmp_path: Path) -> None:
    page = SAMPLE / "mirror-paragraphs.html"
    done = jingwen("clean", str(page), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    [record] = lines(done.stdout)
    expected = RECORDS["/2020/0422/a1.html"]
    for key in ("title", "text", "published_at", "source", "authors", "editors", "repairs"):
        assert record[key] == expected[key]
    assert record["raw"] == {"path": str(page), "record": None}
    assert record["url"] is None
    assert b"1 records, 0 rejects" in done.stderr


def test_a_folder_on_several_processes_keeps_the_order_of_its_files(tmp_path: Path) -> None:
    first = jingwen("clean", str(SAMPLE), "-o", "one.jsonl", "-j", "1", cwd=tmp_path)
    second = jingwen("clean", str(SAMPLE), "-o", "two.jsonl", "-j", "3", cwd=tmp_path)
    assert first.returncode == second.returncode == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    paths = [record["raw"]["path"] for record in lines(tmp_path / "one.jsonl")]
    assert paths == sorted(paths)
    rejects = lines(tmp_path / "rejects.jsonl")
    assert len(paths) + len(rejects) == len(list(SAMPLE.glob("*.html")))


def test_globs_and_gzip(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress((SAMPLE / "verse.html").read_bytes()))
    done = jingwen("clean", str(tmp_path / "*.html.gz"), str(SAMPLE / "interv*.html"), cwd=tmp_path)
    assert [r["title"] for r in lines(done.stdout)] == [
        "副刊：秋日的河流",
        "对话钢琴调律师：听见别人听不见的声音",
    ]


def test_rows_from_standard_input_carry_url_id_and_time(tmp_path: Path) -> None:
    html = (SAMPLE / "county.html").read_text(encoding="utf-8")
    body = base64.b64encode(html.encode("gb18030")).decode()
    rows = [
        {"html": html, "url": "http://a.example/1.html", "id": "first"},
        {"html": html, "url": "http://a.example/1.html", "id": 3, "fetched_at": "yesterday"},
        {"body": body, "content_type": "text/html; charset=gbk", "url": "http://a.example/2.html",
         "fetched_at": "2024-01-02T03:04:05+00:00"},
    ]  # fmt: skip
    done = jingwen("clean", "-", cwd=tmp_path, stdin="\n".join(map(json.dumps, rows)).encode())
    one, other, two = lines(done.stdout)
    assert (other["raw"]["record"], other["fetched_at"]) == ("3", None)
    assert one["raw"] == {"path": None, "record": "first"}
    assert two["raw"] == {"path": None, "record": "line 3"}
    assert one["text"] == two["text"] == RECORDS["/2023/0516/b1.html"]["text"]
    assert (one["url"], two["url"]) == ("http://a.example/1.html", "http://a.example/2.html")
    assert two["fetched_at"] == "2024-01-02T03:04:05+00:00"
    validator = Draft202012Validator(json_schema())
    validator.validate(one)
    validator.validate(two)


def test_one_page_from_standard_input(tmp_path: Path) -> None:
    done = jingwen("clean", "-", cwd=tmp_path, stdin=(SAMPLE / "verse.html").read_bytes())
    assert [r["title"] for r in lines(done.stdout)] == ["副刊：秋日的河流"]


def test_a_bad_row_is_named_rejected_and_stops_nothing(tmp_path: Path) -> None:
    good = json.dumps({"html": (SAMPLE / "county.html").read_text(encoding="utf-8"), "id": 7})
    rows = [good, "{not json", '{"id": "x"}', '{"body": "%%%"}', '{"html": 3}', '{"a": [1]}', good]
    done = jingwen("clean", "-", "no-such-file.html", cwd=tmp_path, stdin="\n".join(rows).encode())
    assert done.returncode == 2
    assert len(lines(done.stdout)) == 2
    rejects = lines(tmp_path / "rejects.jsonl")
    assert [r["reason"] for r in rejects] == ["bad-input"] * 6
    assert [r["raw"]["record"] for r in rejects[:2]] == ["line 2", "x"]
    said = done.stderr.decode()
    assert "-: line 2: is no JSON" in said
    assert "-: x: has no html and no body" in said
    assert "no-such-file.html: no such file or folder" in said
    assert "Traceback" not in said


def test_an_output_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_bytes((SAMPLE / "verse.html").read_bytes())
    for _ in range(2):  # the second run finds what the first has written
        done = jingwen("clean", "pages", "-o", "pages/clean.jsonl", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert len(lines(tmp_path / "pages/clean.jsonl")) == 1
    done = jingwen("clean", "pages/a.html", "-o", "pages/a.html", cwd=tmp_path)
    assert done.returncode == 2
    assert b"is both an input and an output" in done.stderr
    assert (tmp_path / "pages" / "a.html").stat().st_size > 0


def test_script_choices(tmp_path: Path) -> None:
    page = str(SAMPLE / "mirror-paragraphs.html")
    texts = {
        choice: lines(jingwen("clean", page, "--script", choice, cwd=tmp_path).stdout)[0]["text"]
        for choice in ("restore", "keep", "hans", "hant")
    }
    assert "科技特派员" in texts["restore"]
    assert texts["hans"] == texts["restore"]
    assert "科技特派員" in texts["keep"]
    assert "科技特派員" in texts["hant"]


@pytest.mark.parametrize("arguments", [[], ["clean"], ["clean", "x", "-j", "0"], ["tidy"]])
def test_wrong_usage_is_status_2(tmp_path: Path, arguments: list[str]) -> None:
    done = jingwen(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert b"error" in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_teaches(tmp_path: Path) -> None:
    said = jingwen("clean", "--help", cwd=tmp_path).stdout.decode()
    for word in ("examples:", "exit status:", "--script", "-j", "base64"):
        assert word in said


def test_schema_is_the_record_s(tmp_path: Path) -> None:
    schema = json.loads(jingwen("schema", cwd=tmp_path).stdout)
    Draft202012Validator.check_schema(schema)
    assert schema == json_schema()


def test_no_progress_in_a_pipe(tmp_path: Path) -> None:
    done = jingwen("clean", str(SAMPLE), "-o", "o.jsonl", cwd=tmp_path)
    assert b"pages/s" not in done.stderr


def test_an_interrupt_keeps_what_was_cleaned(tmp_path: Path) -> None:
    row = json.dumps({"html": (SAMPLE / "county.html").read_text(encoding="utf-8")}).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "-m", "cleaners.cli", "clean", "-", "-o", "o.jsonl", "-j", "1"],
        cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stderr is not None
        for _ in range(50):
            process.stdin.write(row)
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (tmp_path / "o.jsonl").exists():
            time.sleep(0.1)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert b"Traceback" not in process.stderr.read()
    assert lines(tmp_path / "o.jsonl")
