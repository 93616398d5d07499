"""Damage of Chinese pages that is no mojibake (tests/cases/damage.json): undone, flagged, or left alone."""

from typing import Any

from cleaners import Options, clean_page
from tests.test_cases import cases

TITLE = "一季度接待游客创新高"


@cases("damage")
def test_damage(case: dict[str, Any]) -> None:
    html = (
        f"<meta charset=utf-8><title>{TITLE}_江城网</title><div><h1>{TITLE}</h1>"
        f"<p>2024-03-05 来源：江城日报</p><div>{case['before']}</div></div>"
    )
    result = clean_page(html.encode(), options=Options(**case.get("options", {})))
    assert result.record is not None, result.rejection
    assert result.record.text == "\n\n".join(case["after"])
    assert set(case.get("flags", [])) <= set(result.record.quality.flags)


def test_what_gbk_reads_as_private_use_is_the_character_it_stands_for() -> None:
    html = "<meta charset=gbk><title>题目</title><p>读作“ḿ”的字，今天不多见，老人还在用。</p><p>第二段在此，也是如此。</p>"
    body = html.encode("gb18030").replace("ḿ".encode("gb18030"), b"\xa8\xbc")
    record = clean_page(body).record
    assert record is not None
    assert record.text.startswith("读作“ḿ”的字")
