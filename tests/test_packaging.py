"""The project as others get it: what imports what, and the wheel outside the checkout."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cleaners

ROOT = Path(__file__).parent.parent


def test_cleaners_imports_neither_scrapy_nor_crawler() -> None:
    code = (
        "import sys, pkgutil, importlib, cleaners\n"
        "for m in pkgutil.iter_modules(cleaners.__path__):\n"
        "    importlib.import_module('cleaners.' + m.name)\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('scrapy', 'crawler', 'twisted')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_repairing_text_loads_no_parser_no_model_of_a_record_and_no_pattern_of_pages() -> None:
    code = (
        "import sys; from cleaners import repair_text; repair_text('ÖÐ¹úÈËÃñµÄÉú»î');"
        "print(sorted({'lxml', 'pydantic', 'bs4', 'opencc', 'cleaners.tables.labels', 'cleaners.tables.phrases'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", cleaners.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(cleaners, name).__module__.startswith("cleaners.")


def test_other_names_are_not_there() -> None:
    name = "no_such_name"
    with pytest.raises(AttributeError, match=name):
        getattr(cleaners, name)


def test_the_wheel_works_outside_the_checkout(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT)], check=True, timeout=300)
    [wheel] = tmp_path.glob("*.whl")
    target = tmp_path / "site"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True)
    assert (target / "cleaners" / "py.typed").is_file()
    work = tmp_path / "work"
    work.mkdir()
    environment = {
        **os.environ, "PYTHONPATH": str(target), "SCRAPY_SETTINGS_MODULE": "crawler.settings",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "news"],
        cwd=work, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    feed = (work / "data/out/news.jsonl").read_text(encoding="utf-8").splitlines()
    expected = json.loads((ROOT / "tests/cases/sample_records.json").read_text(encoding="utf-8"))
    assert len(feed) == len(expected)
    assert (work / "data/out/rejects.jsonl").is_file()


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches such patterns wrongly (gh-106052): Debian 12 has 3.11.2."""
    possessive = re.compile(r"\)(?:[*+?]|\{{1,2}[^{}]*\}{1,2})\+|\(\?>")
    sources = [path for package in ("cleaners", "crawler") for path in (ROOT / package).rglob("*.py")]
    assert sources
    found = [path.name for path in sources if possessive.search(path.read_text("utf-8"))]
    assert found == []
