"""Whole pages as data (tests/cases/pages): the article and nothing else comes out of each, or the reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import clean_page
from cleaners import page as way
from tests.test_cases import cases

FOLDER = Path(__file__).parent / "cases"
CASES: list[dict[str, Any]] = json.loads((FOLDER / "pages.json").read_text(encoding="utf-8"))
ARTICLES = [case for case in CASES if "rejected" not in case]
REJECTED = [case for case in CASES if "rejected" in case]
TEXT = [
    "3月5日，记者从市文旅局获悉，今年一季度全市接待游客一千二百万人次，同比增长百分之十五。",
    "其中，乡村旅游成为亮点，三十二个重点村接待游客超过三百万人次，带动农产品销售一亿二千万元。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT)


def body(case: dict[str, Any]) -> bytes:
    return (FOLDER / "pages" / f"{case['page']}.html").read_bytes()


def pages(rows: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("case", rows, ids=[row["page"] for row in rows])


@pages(ARTICLES)
def test_the_article_and_nothing_else(case: dict[str, Any]) -> None:
    result = clean_page(body(case), url=case["url"])
    assert result.record is not None, result.rejection
    assert result.record.text == "\n\n".join(case["text"]), case["why"]
    found = result.record.model_dump()
    for name in case.keys() - {"page", "why", "url", "text"}:
        assert found[name] == case[name], name


@cases("frames")
def test_what_stands_around_an_article_is_read_or_goes(case: dict[str, Any]) -> None:
    html = (
        "<html><head><meta charset=utf-8><title>乡村旅游成亮点_江城网</title></head><body>"
        "<div class=top><a>首页</a><a>新闻</a><a>财经</a><a>视频</a></div>"
        f"<div class=wrap><h1>乡村旅游成亮点</h1>{case['head']}<div class=text>{PARAGRAPHS}{case['foot']}</div></div>"
        "<div class=bottom>关于我们 | 联系我们 | 版权声明<br>Copyright 2023 All Rights Reserved</div></body></html>"
    )
    record = clean_page(html.encode(), url="https://www.example.com/2023/10/08/a.html").record
    assert record is not None
    assert record.text.split("\n\n") == [*TEXT, *case["lines"]], case["why"]
    for name in ("source", "published_at", "authors", "editors"):
        assert getattr(record, name) == case[name], name


@cases("texts")
def test_a_page_of_lines_without_a_tag(case: dict[str, Any]) -> None:
    record = clean_page(case["page"].encode(), url="http://news.example.com/a/2.html").record
    assert record is not None
    assert record.text.split("\n\n") == case["text"], case["why"]
    for name in ("title", "source", "published_at", "authors", "editors"):
        assert getattr(record, name) == case[name], name


@pages(REJECTED)
def test_what_is_no_article_is_rejected_with_its_reason(case: dict[str, Any]) -> None:
    result = clean_page(body(case), url=case["url"])
    assert result.record is None
    assert result.rejection is not None
    assert result.rejection.reason == case["rejected"]


@cases("furniture", "line")
def test_furniture_goes_and_lines_of_the_article_stay(case: dict[str, Any]) -> None:
    own = case["line"].split("\n")
    for lines in [[*TEXT, *own], [TEXT[0], *own, TEXT[1]]][: 2 if case["stays"] else 1]:
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        html = f"<meta charset=utf-8><title>旅游业</title><h1>旅游业的春天</h1><div>{paragraphs}</div>"
        record = clean_page(html.encode()).record
        assert record is not None
        assert record.text.split("\n\n") == (lines if case["stays"] else TEXT)


@cases("tails")
def test_what_is_glued_to_the_last_paragraph_goes(case: dict[str, Any]) -> None:
    html = f"<meta charset=utf-8><title>旅游业</title><h1>旅游业的春天</h1><div>{PARAGRAPHS[:-4]}{case['tail']}</p></div>"
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text.split("\n\n") == [TEXT[0], TEXT[1] + case["left"]], case["why"]


@cases("wrapped")
def test_lines_that_are_cut_at_a_column_are_one(case: dict[str, Any]) -> None:
    paragraphs = "".join(f"<p>{'<br>'.join(lines)}</p>" for lines in case["lines"])
    html = (
        f"<meta charset=utf-8><title>灯塔</title><h1>江城灯塔开放</h1><div><p>{TEXT[0]}</p>{paragraphs}</div>"
    )
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text.split("\n\n") == [TEXT[0], *case["text"]], case["why"]


@cases("refusals")
def test_a_page_that_refuses_is_told_from_a_short_article(case: dict[str, Any]) -> None:
    lines = "".join(f"<p>{line}</p>" for line in case["lines"])
    html = (
        f"<meta charset=utf-8><title>{case['title']}</title><div><a href=/>首页</a> <a href=/n>登录</a></div>"
        f"<div><h1>{case['title']}</h1>{lines}</div><div>版权所有 江城新闻网</div>"
    )
    rejection = clean_page(html.encode()).rejection
    assert (rejection.reason if rejection else None) == case["rejected"]


HEADLINES = (
    "江城地铁二期工程获批 总投资超三百亿元",
    "暴雨蓝色预警发布 市民出行请注意安全",
    "江城大学新校区九月启用",
    "市博物馆推出夜场 免费开放至八月底",
)


@cases("headings")
def test_other_articles_go_with_their_heading(case: dict[str, Any]) -> None:
    items = [
        f"<a href='/{i}.html'>{line}</a>" if case["linked"] else line for i, line in enumerate(HEADLINES)
    ]
    listed = f"<p>{case['heading']}</p><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT)
    record = clean_page(
        f"<meta charset=utf-8><h1>旅游业的春天</h1><div>{paragraphs}{listed}</div>".encode()
    ).record
    assert record is not None
    text = "\n\n".join(TEXT)
    assert (
        (HEADLINES[-1] in record.text and case["heading"] in record.text)
        if case["stays"]
        else record.text == text
    )


@cases("comments")
@pytest.mark.parametrize("inside", [True, False])
def test_comments_go_wherever_they_stand(inside: bool, case: dict[str, Any]) -> None:
    """Where they outweigh the article too; what its own people say in its box stays."""
    inside = inside or case["stays"]
    text = f"<div>{PARAGRAPHS}{case['html']}</div>" if inside else f"<div>{PARAGRAPHS}</div>{case['html']}"
    html = (
        "<meta charset=utf-8><title>乡村旅游成亮点_江城网</title><div><h1>乡村旅游成亮点</h1>"
        f"<p>2024-03-05 10:00 来源：江城日报</p>{text}</div>"
    )
    record = clean_page(html.encode(), url="http://news.example.com/2024/0305/1.html").record
    assert record is not None
    told = [line for line in record.text.split("\n\n") if line not in TEXT]
    assert all(line in record.text for line in TEXT)
    assert len(told) >= 4 if case["stays"] else told == [], case["why"]


@cases("lines")
def test_all_lines_of_an_article_stay(case: dict[str, Any]) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in case["lines"])
    html = (
        f"<meta charset=utf-8><title>{case['title']}</title><div><h1>{case['title']}</h1>"
        f"<div>2024-03-05 来源：江城日报</div><div>{paragraphs}</div></div>"
    )
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text == "\n\n".join(case["lines"])


def test_every_page_is_a_case() -> None:
    assert {path.stem for path in (FOLDER / "pages").iterdir()} == {case["page"] for case in CASES}


@pytest.mark.parametrize(
    ("url", "head", "expected"),
    [
        ("http://a.example/2024/1.html", "", "http://a.example/img/a.jpg"),
        (
            "http://a.example/2024/1.html",
            "<base href='http://cdn.example/x/'>",
            "http://cdn.example/img/a.jpg",
        ),
        (None, "<link rel=canonical href='http://b.example/1.html'>", "http://b.example/img/a.jpg"),
        (None, "", None),
    ],
)
def test_picture_addresses_are_absolute_or_not_given(
    url: str | None, head: str, expected: str | None
) -> None:
    html = f"<title>旅游</title>{head}<h1>旅游</h1><div>{PARAGRAPHS}<p><img src=/img/a.jpg></p>{PARAGRAPHS}</div>"
    record = clean_page(html.encode(), url=url).record
    assert record is not None
    assert [picture.url for picture in record.images] == ([expected] if expected else [])


@pytest.mark.parametrize("tag", ["main", "article", "section", "header", "x-page", "figure"])
def test_a_head_ends_where_its_last_element_does(tag: str) -> None:
    lines = [
        "江城港新码头今日启用，首日靠泊货轮六艘，装卸货物一万二千吨。",
        "港务局负责人表示，年内还将建成两个泊位，吞吐能力再增三成。",
    ]
    html = (
        "<!doctype html><meta charset=utf-8><title>江城港新码头启用</title><style>p{color:red}</style>"
        f"<{tag}><h1>江城港新码头启用</h1><p>{lines[0]}</p></{tag}>{lines[1]}<p>编辑：方芳</p>"
    )
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text.split("\n\n") == lines
    assert record.editors == ["方芳"]


@pytest.mark.parametrize("end", ["如下。", "公布。", "如下："])
def test_a_sentence_that_begins_with_the_title_is_none(end: str) -> None:
    title = "江城七月文化活动安排"
    html = f"<meta charset=utf-8><title>{title}</title><h1>{title}</h1><div><p>{title}{end}</p>{PARAGRAPHS}</div>"
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text.split("\n\n") == [title + end, *TEXT]


def test_an_empty_body_is_rejected() -> None:
    result = clean_page(b"")
    assert result.rejection is not None
    assert result.rejection.reason == "empty"


def test_an_exception_in_a_step_rejects_the_page_with_the_step_s_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken_step(page: way.Page) -> way.Page:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(way, "STEPS", (*way.STEPS[:3], broken_step))
    result = clean_page(f"<div>{PARAGRAPHS}</div>".encode())
    assert result.rejection is not None
    assert (result.rejection.reason, result.rejection.step) == ("step-failed", "broken_step")
    assert "a fault of ours" in result.rejection.detail


def test_deep_nesting_and_long_lists_are_no_danger() -> None:
    unclosed = "<font>" * 3000 + PARAGRAPHS
    deep = "<div>" * 5000 + PARAGRAPHS + "</div>" * 5000
    wide = "<ul>" + "<li><a href=/>条目</a></li>" * 100_000 + "</ul>" + PARAGRAPHS
    for html in (deep, unclosed, wide):
        result = clean_page(f"<meta charset=utf-8><h1>旅游业的一季度</h1>{html}".encode())
        assert result.record is not None, result.rejection
        assert result.record.text == "\n\n".join(TEXT)


@pytest.mark.parametrize(
    "row",
    [
        "." * 5_000,
        "…" * 5_000,
        "打印|打印" + "|" * 20_000,
        "字号" + "大|" * 5_000,
        "赞 回复 " * 2_000,
        "1 " * 5_000,
    ],
)
def test_a_long_row_of_marks_is_no_danger(row: str) -> None:
    """A pattern that may divide such a row in many ways would not come to an end."""
    sentence = "四月十日，全市春耕备耕现场会在东坪镇召开，各县区代表观摩了农机作业。"
    result = clean_page(f"<h1>春耕现场会</h1><p>{sentence}</p><p>{sentence}</p><p>{row}x</p>".encode())
    assert result.record is not None
    assert sentence in result.record.text


def test_a_long_run_of_escapes_ends_the_step_and_not_the_crawl() -> None:
    """A run that is part of an address stays, however long it is: it was tried in every division once."""
    run = "%E4%B8%AD" * 5000 + "="
    record = clean_page(
        f"<meta charset=utf-8><h1>旅游业的一季度</h1>{PARAGRAPHS}<p>{run}</p>".encode()
    ).record
    assert record is not None
    assert record.text == "\n\n".join([*TEXT, run])


def test_plain_text_that_is_cut_at_a_column() -> None:
    cut = [[line[i : i + 24] for i in range(0, len(line), 24)] for line in TEXT * 2]
    text = "旅游业的一季度\n\n" + "\n\n".join("\n".join(lines) for lines in cut)
    record = clean_page(text.encode()).record
    assert record is not None
    assert record.text.split("\n\n") == [*TEXT, *TEXT]


def test_plain_text_keeps_its_lines() -> None:
    """A body without any tag is text, as browsers take it: what a downstream tool stored of a page."""
    lines = [
        "旅游业的一季度",
        "2024-03-05 10:20  来源:江城日报  作者:王小明",
        *TEXT,
        "P&G <公司> 未参展。",
        "责编:李红",
    ]
    for body in ("\n".join(lines), "\r\n".join(lines).encode("gb18030")):
        record = clean_page(body).record
        assert record is not None
        assert record.text == "\n\n".join([*TEXT, "P&G <公司> 未参展。"])
        assert (record.title, record.source, record.authors) == (lines[0], "江城日报", ["王小明"])
        assert record.editors == ["李红"]
