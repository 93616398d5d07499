"""Every kind of article comes out whole, and alone, of every markup."""

from typing import Any

import pytest

from cleaners import clean_page
from tests.layouts import ARTICLES, LAYOUTS, TITLE, Layout
from tests.test_cases import cases


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.article}-{layout.markup}")
def test_the_article_comes_out_whole_and_alone(layout: Layout) -> None:
    result = clean_page(layout.page(), url="http://news.example.com/2024/0520/1.html")
    assert result.record is not None, result.rejection
    assert result.record.title == TITLE
    assert result.record.source == "江城日报"
    assert result.record.published_at is not None
    assert result.record.text.split() == " ".join(ARTICLES[layout.article]).split()


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
