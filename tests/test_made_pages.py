"""An article comes out whole and alone, with what its page says of it, whatever stands around it."""

from collections.abc import Callable

import pytest

from cleaners import clean_page
from tests.damage import misread
from tests.made_pages import MadePage, made_page

REVERSIBLE: dict[str, Callable[[str], bytes]] = {
    "gbk declared as utf-8": lambda html: html.encode("gb18030"),
    "utf-8 read as latin-1": lambda html: misread(html, "utf-8", "latin-1").encode(),
    "gbk read as latin-1": lambda html: misread(html, "gb18030", "latin-1").encode(),
    "utf-8 read as latin-1, twice": lambda html: misread(
        misread(html, "utf-8", "latin-1"), "utf-8", "latin-1"
    ).encode(),
}
"""Damage that loses nothing."""


@pytest.mark.parametrize("seed", range(400))
def test_the_article_comes_out_of_a_page_made_at_random(seed: int) -> None:
    page = made_page(seed)
    _check(page, page.html.encode())


@pytest.mark.parametrize("damage", REVERSIBLE)
@pytest.mark.parametrize("seed", range(40))
def test_it_comes_out_of_the_damaged_page_too(seed: int, damage: str) -> None:
    page = made_page(seed)
    _check(page, REVERSIBLE[damage](page.html))


def _check(page: MadePage, body: bytes) -> None:
    record = clean_page(body, url="http://news.example.com/a/1.html").record
    assert record is not None
    assert record.text.split("\n\n") == list(page.paragraphs)
    assert record.title == page.title
    assert record.source == page.source
    assert record.authors == [page.author]
    assert record.published_at == page.published_at
