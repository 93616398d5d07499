"""Every kind of article comes out whole, and alone, of every markup."""

import pytest

from cleaners import clean_page
from tests.layouts import ARTICLES, LAYOUTS, TITLE, Layout


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.article}-{layout.markup}")
def test_the_article_comes_out_whole_and_alone(layout: Layout) -> None:
    result = clean_page(layout.page(), url="http://news.example.com/2024/0520/1.html")
    assert result.record is not None, result.rejection
    assert result.record.title == TITLE
    assert result.record.source == "江城日报"
    assert result.record.published_at is not None
    assert result.record.text.split() == " ".join(ARTICLES[layout.article]).split()
