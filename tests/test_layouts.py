"""Every kind of article comes out whole, and alone, of every markup."""

from typing import Any

import pytest

from cleaners import Options, clean_page
from cleaners.script import convert
from tests.layouts import ARTICLES, LAYOUTS, LIST_PAGES, MISNAMED, TITLE, Layout, ListPage, Misnamed
from tests.test_cases import cases


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.article}-{layout.markup}")
def test_the_article_comes_out_whole_and_alone(layout: Layout) -> None:
    result = clean_page(layout.page(), url="http://news.example.com/2024/0520/1.html")
    assert result.record is not None, result.rejection
    assert result.record.title == TITLE
    assert result.record.source == "江城日报"
    assert result.record.published_at is not None
    assert result.record.text.split() == " ".join(ARTICLES[layout.article]).split()


@pytest.mark.parametrize(
    "layout", MISNAMED, ids=lambda layout: f"{layout.article}-{layout.name}-{layout.where}"
)
def test_a_name_does_not_put_an_article_beside_itself(layout: Misnamed) -> None:
    record = clean_page(layout.page(), url="http://news.example.com/2024/0520/1.html").record
    assert record is not None
    assert record.text.split() == " ".join(ARTICLES[layout.article]).split()
    assert record.editors == ["李红"]


@pytest.mark.parametrize(
    "layout",
    LIST_PAGES,
    ids=lambda layout: f"{layout.item}-{layout.notice}-{layout.imprint}-{layout.section}",
)
def test_what_a_site_says_on_a_list_is_no_article(layout: ListPage) -> None:
    rejection = clean_page(layout.page(), url="http://news.example.com/yaowen/").rejection
    assert rejection is not None
    assert rejection.reason == "list-page"


@cases("insertions")
@pytest.mark.parametrize(
    "each", ["<p>{}</p>", "<div>{}</div>", "<section><span>{}</span></section>", "{}<br><br>"]
)
@pytest.mark.parametrize("place", [0, 2, 5])
def test_what_stands_between_paragraphs(each: str, place: int, case: dict[str, Any]) -> None:
    paragraphs = list(ARTICLES["five paragraphs"])
    parts = [each.format(line) for line in paragraphs]
    parts.insert(place, case["html"])
    html = f"<meta charset=utf-8><div><h1>{TITLE}</h1><div>2024-05-20</div><div>{''.join(parts)}</div></div>"
    record = clean_page(html.encode()).record
    assert record is not None
    expected = [*paragraphs[:place], *case["words"], *paragraphs[place:]]
    assert record.text.split() == " ".join(expected).split()


TURNS = (
    ("主持人", "请问今年公交线路有哪些调整？市民最关心的问题是什么？"),
    ("方芳", "今年新开三条线路，覆盖了城东的两个社区，首末班时间也延长了。"),
    ("主持人", "票价会不会随之调整？老年人乘车还有哪些优惠？"),
    ("方芳", "票价不变，六十五岁以上老人凭卡免费乘车，学生仍然享受半价。"),
    ("主持人", "感谢您的解答，也欢迎市民继续关心公交事业的发展。"),
    ("方芳", "谢谢大家，我们会把工作做得更好，让市民出行更加方便。"),
)


def test_an_interview_as_it_was_held_is_no_row_of_comments() -> None:
    lines = ARTICLES["five paragraphs"]
    turns = "".join(
        f"<div><div>{name} 2024-05-20 10:2{i}</div><div>{said}</div></div>"
        for i, (name, said) in enumerate(TURNS)
    )
    opening, ending = (f"<div>{line}</div>" for line in (lines[0], lines[-1]))
    html = f"<meta charset=utf-8><h1>{TITLE}</h1><div>{opening}<div class=t>{turns}</div>{ending}</div>"
    record = clean_page(html.encode()).record
    assert record is not None
    assert all(said in record.text for said in (lines[0], *(said for _, said in TURNS), lines[-1]))


NAMES = (
    "威宁彝族回族苗族自治县 和布克赛尔蒙古自治县 互助土族自治县 大化瑶族自治县 新巴尔虎左旗 积石山自治县 六合彩开奖网 真人百家乐网"
).split()


def test_hidden_links_make_no_list_of_an_article() -> None:
    lines = ARTICLES["five paragraphs"][:2]
    hidden = "".join(f"<p><a href=/{name}>{name}</a></p>" for name in NAMES)
    others = "".join(f"<li><a href=/{i}.html>江城第{i}届书法展在市民中心开幕</a></li>" for i in range(40))
    html = (
        f"<meta charset=utf-8><h1>{TITLE}</h1><div><p>{lines[0]}</p><div style='position:absolute;left:-9999px'>"
        f"{hidden}</div><p>{lines[1]}</p></div><ul>{others}</ul>"
    )
    record = clean_page(html.encode()).record
    assert record is not None
    assert record.text.split() == " ".join(lines).split()


def test_words_that_are_an_element_each_on_a_converted_page() -> None:
    lines = ARTICLES["five paragraphs"]
    words = "".join(
        f"<strong>{word}</strong>"
        for word in "捕鱼达人 彩票走势 地下城 冒险岛 六合彩开奖 热血江湖 问道手游 真人百家乐 剑侠情缘 传奇私服".split()
    )
    article = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html lang=zh-CN><meta charset=utf-8><h1>{TITLE}</h1><div>{article}<p>{words}</p></div>"
    record = clean_page(convert(html, "s2t").encode(), options=Options(script="hans")).record
    assert record is not None
    assert record.text.split() == " ".join(lines).split()


SHORT = {
    "one sentence": [
        "市气象台发布预报，受冷暖空气共同影响，本周末全市大部地区有中到大雨，山区局部有暴雨，请注意防范。"
    ],
    "two sentences": [
        "记者5日从市交通局获悉，东湖隧道将于本月底通车。",
        "该隧道全长4.2公里，通车后从城东到城西只需八分钟。",
    ],
    "three lines": [
        "今晚，清川男篮在客场以109比102取胜。",
        "比赛开始，双方战成平手。",
        "末节，清川队打出12比2的高潮，锁定胜局。",
    ],
}
PLACES = {
    "in": "<div class=m>{article}{beside}</div>",
    "side": "<div class=w><div class=l>{article}</div><div class=r>{beside}</div></div>",
    "after": "<div class=m>{article}</div>{beside}",
}


@cases("beside")
@pytest.mark.parametrize("lines", SHORT.values(), ids=SHORT)
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div>{}</div>", "{}<br><br>"])
@pytest.mark.parametrize("place", PLACES)
def test_what_stands_beside_a_short_article(
    place: str, markup: str, lines: list[str], case: dict[str, Any]
) -> None:
    if place not in case.get("places", PLACES):
        return
    text = "".join(map(markup.format, lines))
    article = f"<h1>{TITLE}</h1><div>2024-05-20 10:20 来源：江城日报</div><div class=t>{text}</div>"
    main = PLACES[place].format(article=article, beside=case["html"])
    html = f"<meta charset=utf-8><title>{TITLE}_江城网</title><div><a>首页</a><a>新闻</a></div>{main}"
    record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.text.split() == " ".join([*lines, *case["words"]]).split()


VERSE = (
    "白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼", "空山新雨后", "天气晚来秋", "明月松间照",
    "清泉石上流",
)  # fmt: skip
AROUND_VERSE = {
    "a notice": "<div><p>版权声明：本网站所有内容，未经授权不得转载，违者必究。</p></div>",
    "a machine's summary": "<div><p>AI摘要：两首唐诗，一首写登高，一首写山居，都是名篇。</p></div>",
    "an imprint": "<div>江城网 版权所有</div>",
}


@pytest.mark.parametrize("each", ["<p>{}</p>", "<div>{}</div>", "{}<br>"])
@pytest.mark.parametrize("around", AROUND_VERSE.values(), ids=AROUND_VERSE)
def test_what_is_prose_beside_verse_is_not_the_article(around: str, each: str) -> None:
    text = "".join(map(each.format, VERSE))
    html = (
        f"<meta charset=utf-8><title>登高与山居_江城网</title><h1>登高与山居</h1><div>2024-05-20</div>"
        f"<div>{text}</div>{around}"
    )
    record = clean_page(html.encode(), url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.text.split() == list(VERSE)
