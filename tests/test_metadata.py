"""What a page says of its article: each way of saying it is a case (tests/cases/metadata.json)."""

from typing import Any

import pytest

from cleaners import clean_page
from tests.test_cases import cases

TITLE = "江城港吞吐量创新高"
TEXT = (
    "江城港集团今日发布消息称，去年该港货物吞吐量突破三亿吨，同比增长百分之八。",
    "据介绍，江城港已开通航线一百二十条，通达全球三百多个港口，2023年1月9日开通了最新一条。",
    "“今年我们将再开通五条远洋航线。”该集团负责人表示，港口效率有望进一步提高。",
)


def page_of(case: dict[str, Any]) -> str:
    """A plain article page with what the case sets into it."""
    lead, *middle, last = TEXT
    lines = (
        f"<p>{lead}{case.get('lead', '')}</p>",
        case.get("figure", ""),
        *(f"<p>{line}</p>" for line in middle),
        f"<p>{last}{case.get('end', '')}</p>",
    )
    return (
        f"<html><head><meta charset=utf-8><title>{case.get('title', TITLE + '_江城新闻网')}</title>"
        f"{case.get('head', '')}</head><body>{case.get('above', '')}"
        f"<div>{case.get('heading', f'<h1>{TITLE}</h1>')}{case.get('top', '')}"
        f"<div>{''.join(lines)}</div>{case.get('tail', '')}</div></body></html>"
    )


@cases("metadata")
def test_facts(case: dict[str, Any]) -> None:
    url = case.get("url", "http://news.example.com/2024/0305/1.html")
    record = clean_page(page_of(case).encode(), url=url).record
    assert record is not None
    found = record.model_dump()
    assert {name: found[name] for name in case["facts"]} == case["facts"]
    assert record.text.startswith(TEXT[0])


@cases("captions")
def test_a_caption_goes_with_its_picture(case: dict[str, Any]) -> None:
    url = "http://news.example.com/2024/0305/1.html"
    record = clean_page(page_of(case).encode(), url=url).record
    assert record is not None
    assert next((image.caption for image in record.images), None) == case["caption"], case["why"]
    assert record.text.split("\n\n") == [TEXT[0], *case["stays"], *TEXT[1:]]


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_the_clock_is_never_asked(year: str) -> None:
    html = page_of({"top": "<p>03-05 10:27</p>"}).encode()
    record = clean_page(html, url=f"http://news.example.com/{year}/0305/1.html").record
    assert record is not None
    assert record.published_at == f"{year}-03-05T10:27:00+08:00"


def test_a_title_loses_what_nobody_sees() -> None:
    """Also one that stands in the ``<title>`` alone, which no step on the body touches."""
    body = "<p>" + "四月十日，全市春耕备耕现场会在东坪镇召开，各县区代表观摩了农机作业。" * 4 + "</p>"
    html = f"<html><head><title>春耕\u200b备耕\u200d现场会\u2060召开</title></head><body>{body}</body></html>"
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.title == "春耕备耕现场会召开"
