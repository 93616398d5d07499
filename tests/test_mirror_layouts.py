"""A mirror farm's page gives the same clean record in every layout such sites use."""

import pytest

from cleaners import clean_page
from tests.mirror import LAYOUTS, PARAGRAPHS, TITLE, Layout


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
