"""What must hold for every input."""

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners import clean_page, detect_encoding, find_link_farms, repair_text, strip_glosses
from cleaners.tables import cues
from tests.damage import misread

CASES = Path(__file__).parent / "cases"
RECORDS = json.loads((CASES / "sample_records.json").read_text(encoding="utf-8"))
SAMPLE = sorted((CASES.parent.parent / "data/sample").glob("*.html"))
RIGHT = [
    *(record["text"] for record in RECORDS.values()),
    "서울시는 새로운 도서관을 내년 봄에 연다고 밝혔다. 자료는 약 오십만 권이며, 누구나 이용할 수 있다.",
    "The library will open next spring, the city said on Friday; it holds about 500,000 books.",
    "La bibliothèque ouvrira au printemps prochain, où l’on trouvera environ 500 000 livres déjà catalogués.",
    "Die Bücherei öffnet nächstes Frühjahr; sie fasst rund 500.000 Bände, größtenteils Übersetzungen.",
    "Новая библиотека откроется весной, сообщили в мэрии в пятницу.",
    "Η νέα βιβλιοθήκη θα ανοίξει την επόμενη άνοιξη.",
    "學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？",
    "佢哋話嚟緊會喺度開間新圖書館，啲街坊聽到都好開心。",
]


@st.composite
def pieces_of_right_text(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(RIGHT))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(1, 200))]


@st.composite
def broken_pages(draw: st.DrawFn) -> bytes:
    body = draw(st.sampled_from(SAMPLE)).read_bytes()
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(body)))
        body = body[:at] + draw(st.binary(max_size=12)) + body[at + draw(st.integers(0, 40)) :]
    return body


@given(st.one_of(st.binary(max_size=2000), broken_pages()), st.none() | st.text(max_size=40))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_make_clean_page_raise_or_fail_a_step(body: bytes, content_type: str | None) -> None:
    result = clean_page(body, url="http://example.com/a", content_type=content_type)
    assert (result.record is None) != (result.rejection is None)
    if result.rejection is not None:
        assert result.rejection.reason != "step-failed", result.rejection


@given(st.text(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_clean_page_fail_a_step(text: str) -> None:
    result = clean_page(f"<p>{text}。这是一句话，讲一件事情。</p>", url="http://example.com/a")
    assert result.rejection is None or result.rejection.reason != "step-failed", result.rejection


@given(st.lists(pieces_of_right_text(), min_size=1, max_size=4))
@settings(max_examples=500, deadline=None)
def test_right_text_comes_back_as_the_same_object(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    repaired, repairs = repair_text(text)
    assert repaired is text
    assert not repairs


@given(st.text(max_size=500))
@settings(max_examples=300, deadline=None)
def test_the_steps_take_any_text(text: str) -> None:
    assert repair_text(text)[0].count("\0") <= text.count("\0")
    strip_glosses(text)
    for farm in find_link_farms(text):
        assert 0 <= farm.start < farm.end <= len(text)


@given(st.binary(max_size=400), st.none() | st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_detect_encoding_names_a_codec_for_any_bytes(body: bytes, content_type: str | None) -> None:
    found = detect_encoding(body, content_type=content_type)
    body.decode(found.name, "replace")
    assert 0 <= found.confidence <= 1
    assert found.evidence


@pytest.mark.parametrize("path", sorted(RECORDS))
def test_cleaning_a_record_s_own_text_again_changes_nothing(path: str) -> None:
    record = RECORDS[path]
    paragraphs = "".join(
        f"<p>{html.escape(p).replace(chr(10), '<br>')}</p>" for p in record["text"].split("\n\n")
    )
    title = html.escape(record["title"])
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>2020-01-01</p>{paragraphs}</body></html>"
    again = clean_page(page.encode(), url="http://example.com/2020/a.html").record
    assert again is not None
    assert again.text == record["text"].replace("\t", " ")
    assert repair_text(record["text"])[0] is record["text"]


PLAIN = [
    record["text"]
    for record in RECORDS.values()
    if record["language"] == "zh-Hans"
    and not re.search("[\u00c0-\u01ff]", record["text"])
    and min(map(len, record["text"].split())) >= 15  # prose, which is evidence enough
]


@given(
    st.sampled_from(PLAIN),
    st.integers(0, 60),
    st.sampled_from([("utf-8", "latin-1"), ("utf-8", "sloppy-1252"), ("gb18030", "latin-1")]),
)
@settings(max_examples=60, deadline=None)
def test_reversible_damage_is_undone_wherever_it_begins(
    text: str, start: int, channel: tuple[str, str]
) -> None:
    right = text[start : start + 120].strip()
    if max(map(len, right.split("\n"))) >= 20:  # evidence enough
        assert repair_text(misread(right, *channel))[0] == right


def test_a_search_for_promotion_can_jump() -> None:
    """One alternative that begins with a class, a group or an anchor doubles the time of `cues.LITERAL`."""
    for cue in cues.PROMOTION:
        if cue.literal:
            depth, beginnings = 0, [cue.pattern.pattern[0]]
            for char, following in zip(cue.pattern.pattern, cue.pattern.pattern[1:], strict=False):
                depth += (char in "([") - (char in ")]")
                if char == "|" and depth == 0:
                    beginnings.append(following)
            assert not set(beginnings) & set("[(^\\."), cue.name


@pytest.mark.parametrize(
    "row",
    [
        "上一页" + "2" * 60 + "！",
        "上一页 " + "123456 " * 30 + "！",
        "文章" + "#篇+关注 " * 40 + "x",
        "观察" + "打开手机报" * 20 + "x",
        "友情链接:x" + "· " * 80 + "。",
        "卡尔" + "\xa0Â" * 2000 + "Ã",
        "<script>中 = ['" + "\\'" * 20_000 + "</script>",
        "<script>中 = " + "f([" * 20_000 + "</script>",
    ],
    ids=lambda row: row[:8],
)
def test_a_row_that_nearly_matches_does_not_take_time_without_end(row: str) -> None:
    """A pattern that tries such a row in every way would never come back from the first of these."""
    paragraph = "3月5日，记者从市文旅局获悉，今年一季度全市接待游客一千二百万人次，同比增长百分之十五。"
    page = f"<meta charset=utf-8><title>旅游</title><h1>旅游业的春天</h1><p>{paragraph}</p><div>{row}</div>"
    assert clean_page(page.encode()).record is not None
    assert clean_page(f"<meta charset=utf-8>{row}".encode()).trace is not None
