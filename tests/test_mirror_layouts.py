"""A mirror farm's page gives the same clean record in every layout such sites use, whatever its article is."""

import pytest

from cleaners import clean_page
from tests.mirror import FORMS, LAYOUTS, PARAGRAPHS, TITLE, Layout, farm


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.body}-{layout.farm}-{layout.place}")
def test_every_layout_gives_the_article_and_nothing_else(layout: Layout) -> None:
    result = clean_page(layout.page(), url="http://mirror.example/2020/0422/1.html")
    assert result.record is not None, result.rejection
    record = result.record
    assert record.title == TITLE
    assert record.published_at == "2020-04-22T10:27:00+08:00"
    assert record.source == "云溪日报"
    assert record.authors == ["周文远"]
    assert record.editors == ["何小雨"]
    assert record.text == "\n\n".join(PARAGRAPHS)
    assert record.language == "zh-Hans"
    assert record.script == "Hant"
    steps = {change.step for change in result.trace}
    assert {"glosses", "script", "boilerplate", "link-farm"} <= steps


SHORT_LINES = {
    "verse": (
        "露水还挂在芦苇上", "白鹳收起翅膀", "像一页没有写完的信", "风吹过来", "水面起了皱纹", "我站在岸边",
        "不敢出声", "芦花白了", "外婆的头发也白了", "船从水上过", "不说话",
    ),
    "headlines": (
        "云石高速年底全线贯通", "城东两所学校明年启用", "三十万亩水稻全部归仓", "市图书馆延长开放时间",
        "云溪马拉松下月开跑", "夜经济带火沿江美食街",
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", ["{farm}<br>{text}", "{text}{farm}", "{text}<p>责编：何小雨</p>{farm}"])
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div>{}</div>", "{}<br>"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lines", SHORT_LINES.values(), ids=SHORT_LINES)
def test_an_article_of_short_lines_is_no_part_of_a_farm(
    lines: tuple[str, ...], form: str, markup: str, place: str
) -> None:
    body = place.format(text="".join(map(markup.format, lines)), farm=farm(form))
    html = (
        "<meta charset=utf-8><title>云溪的早晨_云溪在线</title><h1>云溪的早晨</h1>"
        f"<div>2024-05-20 来源：云溪日报</div><div>{body}</div>"
    )
    record = clean_page(html.encode(), url="http://www.example.com/a/1.html").record
    assert record is not None
    assert record.text.split() == list(lines)
