"""The cases as data: damage in, expected out, and why (tests/cases)."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import find_link_farms, is_promotion, read_date, repair_text, strip_glosses
from cleaners.byline import is_byline, read_byline
from cleaners.title import cut_site_name
from tests.damage import misread

CASES = Path(__file__).parent / "cases"


def cases(name: str, label: str = "why") -> Any:
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return pytest.mark.parametrize("case", rows, ids=[row[label] for row in rows])


@cases("repair_text")
def test_repair_text(case: dict[str, Any]) -> None:
    if "channel" in case:
        before, after = misread(case["right"], *case["channel"]), case["right"]
    else:
        before, after = case["before"], case["after"] or case["before"]
    repaired, repairs = repair_text(before)
    assert repaired == after
    assert bool(repairs) == (before != after)
    if before == after:
        assert repaired is before


@cases("glosses")
def test_strip_glosses(case: dict[str, Any]) -> None:
    assert strip_glosses(case["before"]) == (case["after"] or case["before"])


@cases("link_farms")
def test_find_link_farms(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [text[farm.start : farm.end] for farm in find_link_farms(text)] == case["farms"]


@cases("promotion")
def test_is_promotion(case: dict[str, Any]) -> None:
    assert is_promotion(case["line"]) is case["promotion"]


@cases("dates")
def test_read_date(case: dict[str, Any]) -> None:
    assert read_date(case["text"], url=case.get("url")) == case["date"]


@cases("bylines", "line")
def test_read_byline(case: dict[str, Any]) -> None:
    found = read_byline(case["line"])
    assert is_byline(case["line"], found) is case["byline"]
    if case["byline"]:
        assert found.source == case["source"]
        assert found.authors == case["authors"]
        assert found.editors == case["editors"]


@cases("titles", "title")
def test_cut_site_name(case: dict[str, Any]) -> None:
    assert cut_site_name(case["title"]) == case["cut"]
