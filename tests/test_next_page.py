"""The next page of an article is known by its link, and the next article is not taken for it."""

from typing import Any

from scrapy.http import HtmlResponse

from crawler.next_page import next_page
from tests.test_cases import cases


@cases("next_pages")
def test_next_page(case: dict[str, Any]) -> None:
    response = HtmlResponse(
        case["url"], body=f"<meta charset=utf-8>{case['html']}".encode(), encoding="utf-8"
    )
    assert next_page(response) == case["next"]
