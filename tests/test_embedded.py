"""Articles that lie in scripts, templates and attributes: each place is a case (tests/cases/embedded.json)."""

import json
from typing import Any

import pytest

from cleaners import clean_page
from tests.test_cases import cases

TEXT = (
    "江城港集团今日发布消息称，去年该港货物吞吐量突破三亿吨，同比增长百分之八。",
    "据介绍，江城港已开通航线一百二十条，通达全球三百多个港口。",
    "“今年我们将再开通五条远洋航线。”该集团负责人表示，港口效率有望进一步提高。",
)
ITEMS = "".join(f"<li><a href=/{i}.html>江城港公布第{i}期航线调整安排</a></li>" for i in range(40))


@cases("embedded")
def test_an_article_that_is_not_in_the_markup(case: dict[str, Any]) -> None:
    html = (
        "<html><head><meta charset=utf-8><title>江城港吞吐量创新高_江城新闻网</title></head><body>"
        f"<div><a href=/>首页</a> <a href=/n>新闻</a></div><h1>江城港吞吐量创新高</h1>{case['html']}"
        "<div>版权所有 江城新闻网</div></body></html>"
    )
    record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.title == "江城港吞吐量创新高"
    assert record.text.split("\n\n") == list(TEXT)
    for name, value in case.get("facts", {}).items():
        assert getattr(record, name) == value, name


def test_a_list_of_other_articles_is_none() -> None:
    others = [{"title": f"第{i}期", "summary": "".join(TEXT), "url": f"/{i}"} for i in range(20)]
    for held in (
        f"<script>window.__INITIAL_STATE__={json.dumps({'items': others}, ensure_ascii=False)}</script>",
        f"<div data-desc='{''.join(TEXT)}'></div>",
        f"<textarea>请文明发言，{''.join(TEXT)}</textarea>",
    ):
        html = f"<meta charset=utf-8><title>新闻列表</title><ul>{ITEMS}</ul>{held}"
        rejection = clean_page(html.encode(), url="http://news.example.com/list/").rejection
        assert rejection is not None
        assert rejection.reason == "list-page"


def test_data_nested_deeply_are_read_as_far_as_paragraphs_go() -> None:
    for opened, closed in (("[", "]"), ('{"content":[', "]}")):
        data = f"{opened * 900}{json.dumps(''.join(TEXT), ensure_ascii=False)}{closed * 900}"
        html = f"<meta charset=utf-8><title>江城港</title><script>window.state={data}</script>"
        record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
        assert record is not None
        assert record.text == "".join(TEXT)


@pytest.mark.parametrize("form", ["{}", "callback({});", " \n{}\n"])
def test_an_answer_of_an_interface_is_data(form: str) -> None:
    content = "".join(f"<p>{line}</p>" for line in TEXT)
    article = {
        "title": "江城港吞吐量创新高",
        "content": content,
        "source": "江城日报",
        "time": "2024-03-05 11:02:33",
    }
    body = form.format(json.dumps({"code": 0, "data": article}, ensure_ascii=False))
    record = clean_page(body.encode(), url="http://news.example.com/api/article?id=1").record
    assert record is not None
    assert record.text.split("\n\n") == list(TEXT)
    assert (record.title, record.source) == ("江城港吞吐量创新高", "江城日报")
    assert record.published_at == "2024-03-05T11:02:33+08:00"


def test_a_template_with_quotes_is_no_program() -> None:
    lines = [line.replace("“", '"').replace("”", '"') for line in (*TEXT, TEXT[2])]
    template = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<meta charset=utf-8><title>江城港</title><script type='text/template'>{template}</script>"
    record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.text.split("\n\n") == lines


def test_a_text_that_begins_as_data_do_is_a_text() -> None:
    content = "[1]" + "".join(TEXT)
    html = f"<meta charset=utf-8><title>江城港</title><script>window.D={json.dumps({'content': content})}</script>"
    record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.text == content
