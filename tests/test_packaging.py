"""The project as others get it: what imports what, and the wheel outside the checkout."""

import json
import os
import subprocess
import sys
from pathlib import Path

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
