"""Pages in the layouts of many kinds of sites: the article and nothing else comes out of each."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from cleaners import clean_page
from cleaners import page as way

TITLE = "一季度全市接待游客1200万人次"
A = [
    "3月5日，记者从市文旅局获悉，今年一季度全市接待游客一千二百万人次，同比增长百分之十五。",
    "其中，乡村旅游成为亮点，三十二个重点村接待游客超过三百万人次，带动农产品销售一亿二千万元。",
    "市文旅局局长表示，下一步将推出十条精品线路，让游客留得住、玩得好。",
]
MENU = "<div class=nav>" + "".join(f"<a href=/{i}>频道{i}</a> " for i in range(20)) + "</div>"
RELATED = (
    "<div class=b><ul>"
    + "".join(f"<li><a href=/r{i}>关于做好第{i}次全市经济普查工作的通知发布</a></li>" for i in range(30))
    + "</ul></div>"
)
COMMENTS = "".join(
    f"<div class=item><div class=user>用户{i}</div><div>我觉得这个政策很好，希望能够真正落实到位。</div></div>"
    for i in range(15)
)


def p(paragraphs: list[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def document(body: str, title: str = TITLE, head: str = "") -> str:
    return (
        f"<html><head><meta charset=utf-8><title>{title}_江城新闻网</title>{head}</head>"
        f"<body>{MENU}{body}</body></html>"
    )


@dataclass
class Case:
    why: str
    html: str
    text: list[str]
    facts: dict[str, Any] = field(default_factory=dict)


def body(inner: str, before: str = "") -> str:
    return document(f"<div><h1>{TITLE}</h1>{before}<div id=c>{inner}</div></div>")


STATEMENT = (
    "特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息存储服务，"
    "不代表本网观点，如有侵权请联系删除，我们将在第一时间处理。"
)
DIALOGUE = [
    "问：门票可以退吗？",
    "答：可以，出票后七日内均可申请退款。",
    "问：老人有优惠吗？",
    "答：有，凭身份证入园。",
]
FONT_BODY = "<br><br>　　".join(["　　" + A[0], *A[1:]])

CASES = [
    Case(
        "a platform's statement is longer than the article",
        document(
            f"<div><h1>{TITLE}</h1><div>2024-03-05 10:00:00　来源: 江城日报</div><div>{p(A[:1])}</div>"
            f"<div>{STATEMENT}</div></div>{RELATED}"
        ),
        A[:1],
        {"source": "江城日报", "published_at": "2024-03-05T10:00:00+08:00"},
    ),
    Case(
        "one sentence, and a footer that is longer",
        document(
            f"<div><h1>{TITLE}</h1><p>2024-03-05 10:00</p><div><p>今晨六时，城区出现短时降雪，道路畅通。</p></div></div>"
            "<div><p>主办单位：江城日报社 技术支持：江城网络公司</p><p>地址：江城市人民路一号 邮编：000000</p>"
            "<p>网站标识码0000000000 联系电话0000-12345678</p></div>"
        ),
        ["今晨六时，城区出现短时降雪，道路畅通。"],
        {"published_at": "2024-03-05T10:00:00+08:00"},
    ),
    Case(
        "two short paragraphs and a pager",
        body(f"<p>{A[0]}</p><p>这样的故事还在继续。</p><div><a href=a>1</a> <a href=b>2</a> <a href=b>下一页</a></div>"),
        [A[0], "这样的故事还在继续。"],
    ),
    Case(
        "a table of figures ends the article",
        body(
            p(A) + "<table><tr><td>1</td><td>昆山市</td><td>5466</td></tr><tr><td>2</td><td>江阴市</td><td>4960</td></tr>"
            "<tr><td>3</td><td>晋江市</td><td>3363</td></tr></table>"
        ),
        [*A, "1\t昆山市\t5466\n2\t江阴市\t4960\n3\t晋江市\t3363"],
    ),
    Case("bare text nodes and single line breaks", body("<br/>".join(A)), ["\n".join(A)]),
    Case("related links outweigh the article", body(p(A[:2]) + RELATED), A[:2]),
    Case(
        "comments outweigh the article",
        document(f"<div><h1>{TITLE}</h1><div>{p(A)}</div></div><div class=comment-list>{COMMENTS}</div>"),
        A,
    ),
    Case(
        "inline tags neither glue nor split words",
        body(
            "<p>3月5日，记者从<a href=/x>市文旅局</a>获悉，今年<b>一季度</b>全市接待游客"
            f"<span>一千二百万</span>人次，同比增长百分之十五。</p>{p(A[1:])}"
        ),
        A,
    ),
    Case(
        "sectioning elements",
        document(
            f"<article><header><h1>{TITLE}</h1><p>2024-03-05 10:00 来源：江城日报</p></header>"
            f"<section>{p(A)}</section><footer><p>责任编辑：王五</p></footer></article>"
        ),
        A,
        {"editors": ["王五"], "source": "江城日报"},
    ),
    Case(
        "headings inside the article stay",
        body(f"{p(A[:1])}<h2>乡村旅游成亮点</h2>{p(A[1:2])}<p><strong>下一步怎么做</strong></p>{p(A[2:])}"),
        [A[0], "乡村旅游成亮点", A[1], "下一步怎么做", A[2]],
    ),
    Case(
        "a pager",
        body(f"{p(A)}<div><a>上一页</a> <b>1</b> <a href=_2.html>2</a> <a href=_3.html>3</a> <a>下一页</a></div>"),
        A,
    ),
    Case(
        "a source without a label",
        body(p(A), "<p class=time>2024年03月05日 10:02 &nbsp; 江城晚报</p>"),
        A,
        {"source": "江城晚报", "published_at": "2024-03-05T10:02:00+08:00"},
    ),
    Case(
        "spans set side by side",
        body(p(A), "<div><span>2024-03-05</span><span>作者：张 三</span><span>阅读：1234</span></div>"),
        A,
        {"authors": ["张三"]},
    ),
    Case(
        "tables of the 1990s",
        document(
            f"<table><tr><td><table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>2024-3-5 来源：江城日报"
            f"</td></tr><tr><td><font>{FONT_BODY}</font></td></tr></table></td><td>{RELATED}</td></tr></table>"
        ),
        A,
        {"source": "江城日报"},
    ),
    Case(
        "promotion in the middle, credits at the end",
        body(
            f"{p(A[:1])}<p>↓↓↓扫码关注江城日报官方微信</p>{p(A[1:])}<p>—END—</p><p>来源：江城日报</p>"
            "<p>编辑：李四</p><p>校对：王五</p><p>监制：赵六</p>"
        ),
        A,
        {"editors": ["李四"], "source": "江城日报"},
    ),
    Case("a dialogue keeps its speakers", body(p(DIALOGUE)), DIALOGUE),
    Case(
        "a list that is content",
        body(f"{p(A[:1])}<ul><li>江城古镇，建于明代。</li><li>云山茶园，四月采茶。</li></ul>{p(A[1:])}"),
        [A[0], "江城古镇，建于明代。\n云山茶园，四月采茶。", *A[1:]],
    ),
    Case(
        "notices on rights",
        body(
            f"{p(A)}<p>版权声明：凡本网注明“来源：江城新闻网”的所有作品，均为本网合法拥有版权，未经授权不得转载。</p>"
            "<p>本文来自投稿，不代表本站立场，如若转载，请注明出处。</p>"
        ),
        A,
    ),
    Case(
        "title and date line repeated in the body",
        body(f"<p>{TITLE}</p><p>2024-03-05 10:00</p>{p(A)}"),
        A,
        {"published_at": "2024-03-05T10:00:00+08:00"},
    ),
    Case(
        "ruby annotations",
        body(f"<p>店名里的<ruby>犇<rt>bēn</rt></ruby>字，许多顾客不认识，问过才知道。</p>{p(A)}"),
        ["店名里的犇(bēn)字，许多顾客不认识，问过才知道。", *A],
    ),
    Case(
        "invisible decoys inside a sentence",
        body(p(A).replace("获悉", "获<span style='display:none'>xk29</span>悉")),
        A,
    ),
    Case(
        "an article in Next.js data",
        document("<div id=__next></div>", head="<script id=__NEXT_DATA__ type=application/json>"
                 + json.dumps({"props": {"detail": {"content": p(A), "comments": [{"text": "很好，支持！" * 40}]}}})
                 + "</script>"),
        A,
    ),
    Case(
        "an article in a script's variable",
        document("<div id=app></div>", head="<script>window.__INITIAL_STATE__="
                 + json.dumps({"article": {"body": p(A)}}, ensure_ascii=False) + ";(function(){}())</script>"),
        A,
    ),
    Case(
        "an article in JSON-LD",
        document("<div id=app></div>", head="<script type=application/ld+json>" + json.dumps(
            {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(A),
             "datePublished": "2024-03-05T10:00:00+08:00"}) + "</script>"),
        A,
        {"published_at": "2024-03-05T10:00:00+08:00"},
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_the_article_and_nothing_else(case: Case) -> None:
    result = clean_page(case.html.encode(), url="http://news.example.com/2024/0305/1.html")
    assert result.record is not None, result.rejection
    assert result.record.text == "\n\n".join(case.text)
    assert result.record.title == TITLE
    for name, expected in case.facts.items():
        assert getattr(result.record, name) == expected


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
    html = document(f"<h1>{TITLE}</h1><div>{p(A[:1])}<p><img src=/img/a.jpg></p>{p(A[1:])}</div>", head=head)
    record = clean_page(html.encode(), url=url).record
    assert record is not None
    assert [picture.url for picture in record.images] == ([expected] if expected else [])


HOME = "".join(
    f"<div><h2>栏目{j}</h2><ul>"
    + "".join(f"<li><a href=/{j}/{i}>全市召开第{i}次安全生产工作会议部署任务</a></li>" for i in range(12))
    + "</ul></div>"
    for j in range(6)
)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "empty"),
        (document(HOME, "江城新闻网"), "list-page"),
        (
            document("<h1>请登录</h1><form><p>用户名</p><p>密码</p><p>忘记密码？</p></form>", "请登录"),
            "login",
        ),
        (document("<p>访问过于频繁，请输入验证码后继续访问。</p>", "安全验证"), "captcha"),
        (document("<p>您访问的文章不存在或已被删除。</p>", "提示信息"), "error-page"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(html: str, reason: str) -> None:
    result = clean_page(html.encode())
    assert result.record is None
    assert result.rejection is not None
    assert result.rejection.reason == reason


def test_an_exception_in_a_step_rejects_the_page_with_the_step_s_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken_step(page: way.Page) -> way.Page:
        raise KeyError("a fault of ours")

    monkeypatch.setattr(way, "STEPS", (*way.STEPS[:3], broken_step))
    result = clean_page(body(p(A)).encode())
    assert result.rejection is not None
    assert (result.rejection.reason, result.rejection.step) == ("step-failed", "broken_step")
    assert "a fault of ours" in result.rejection.detail


def test_deep_nesting_and_long_lists_are_no_danger() -> None:
    unclosed = "<font>" * 3000 + p(A)
    deep = "<div>" * 5000 + p(A) + "</div>" * 5000
    wide = "<ul>" + "<li><a href=/>条目</a></li>" * 100_000 + "</ul>" + p(A)
    for html in (deep, unclosed, wide):
        result = clean_page(document(f"<h1>{TITLE}</h1>{html}").encode())
        assert result.record is not None, result.rejection
        assert result.record.text == "\n\n".join(A)
