"""Mojibake: how much comes back, channel by channel, and what is left alone."""

import difflib
import json
import re
from html.entities import codepoint2name
from pathlib import Path

import pytest

from cleaners import clean_page, repair_text
from tests.damage import CHANNELS, misread, undamaged

RECORDS = json.loads((Path(__file__).parent / "cases/sample_records.json").read_text(encoding="utf-8"))
TEXT = "\n\n".join(
    record["text"]
    for record in RECORDS.values()
    if record["language"] == "zh-Hans" and "ā" not in record["text"]
)

AMONG_NAMES = (
    "昨天和 Lillian Xu，Charles Liang，Victor Zhang，Howard Liu，Helen Peng，Yi Fan，Fei Chen 一起去爬山。\n"
    "把网站更新到了今天 release 的 WP 2.0，详细的调整打算放到假期以后去做，不过还是不习惯 WYSIWYG 编辑器。\n"
    "下山以后大家在村口的小店吃了面，味道很好。"
)
"""Chinese among Western words, as it stands in diaries and on pages of technology."""

LEAST = {
    "utf-8 as latin-1": 1.0,
    "utf-8 as windows-1252": 1.0,
    "utf-8 as latin-1, twice": 1.0,
    "utf-8 as latin-1, then cp1252": 0.99,
    "utf-8 as latin-1, NBSP to space": 0.995,
    "utf-8 as gb18030": 0.98,
    "utf-8 as gb18030, as browsers": 0.98,
    "utf-8 as gbk": 0.96,
    "utf-8 as gbk, bytes dropped": 0.96,
    "utf-8 as gbk, bytes to ?": 0.93,
    "utf-8 as gb18030, twice": 0.88,
    "utf-8 as latin-1, then gb18030": 1.0,
    "utf-8 as windows-1252, then gb18030": 0.93,
    "gbk as latin-1, then gb18030": 1.0,
    "gbk as latin-1": 0.999,
    "gbk as windows-1252": 0.999,
    "gbk as big5": 0.95,
    "big5 as gb18030": 0.999,
    "big5 as latin-1": 0.995,
    "utf-8 as latin-1, soft hyphens out": 0.99,
    "gbk as latin-1, soft hyphens out": 0.99,
    "big5 as latin-1, soft hyphens out": 0.98,
    "utf-8 as gb18030, tidied": 0.95,
    "gbk as utf-8 in part": 0.99,
    "big5 as utf-8 in part": 0.99,
    "utf-8 as shift_jis": 0.93,
    "utf-8 as cp949": 0.80,
    "a paragraph: utf-8 as latin-1": 1.0,
    "a paragraph: utf-8 as gb18030": 0.99,
    "a paragraph: gbk as latin-1": 0.999,
}
"""Least similarity of what comes back; 1 where no byte was lost. Codec round trips alone reach 0.757 for
utf-8 as gb18030, 0.726 for gbk, 0.788 for gbk as big5."""


@pytest.mark.parametrize("channel", LEAST)
def test_what_comes_back(channel: str) -> None:
    right = undamaged(TEXT, channel)
    repaired, repairs = repair_text(CHANNELS[channel](right))
    assert repairs
    similarity = difflib.SequenceMatcher(None, repaired, right, autojunk=False).ratio()
    assert similarity >= LEAST[channel]


PARAGRAPHS = (
    "这是一款云端推理芯片，峰值性能为每秒7.8万张照片，会很快上市，价格还没有公布，记者从企业了解到。",
    "★这一段是好的，没有任何问题，谁也没有动过它；两处损坏之间的文字应当一个字也不变。",
    "市农业农村局昨日通报，全市早稻播种面积已经达到一百二十万亩，比去年同期多了三万亩。",
)
PAIRED = (
    "utf-8 as latin-1", "utf-8 as gb18030", "utf-8 as gbk", "gbk as latin-1", "gbk as big5",
    "utf-8 as shift_jis", "gbk as utf-8 in part", "utf-8 as latin-1, then gb18030",
)  # fmt: skip


@pytest.mark.parametrize("other", PAIRED)
@pytest.mark.parametrize("channel", PAIRED)
def test_two_paragraphs_that_were_damaged_in_two_ways(channel: str, other: str) -> None:
    first, between, last = PARAGRAPHS
    damaged = "\n".join((CHANNELS[channel](first), between, CHANNELS[other](last)))
    repaired = repair_text(damaged)[0].split("\n")
    assert "\0" not in "".join(repaired)
    assert repaired[1] == between
    for paragraph, right in ((repaired[0], first), (repaired[2], last)):
        assert difflib.SequenceMatcher(None, paragraph, right, autojunk=False).ratio() >= 0.9


TRADITIONAL = "\n\n".join(
    row["text"]
    for row in json.loads((Path(__file__).parent / "cases/scripts.json").read_text(encoding="utf-8"))
    if row["written"] == "traditional"
)


@pytest.mark.parametrize(
    ("channel", "least"),
    [
        ("utf-8 as gb18030", 0.999),
        ("utf-8 as gbk", 0.985),
        ("utf-8 as shift_jis", 0.97),
        ("gbk as big5", 0.85),
    ],
)
def test_lost_bytes_of_traditional_text_are_inferred_as_such(channel: str, least: float) -> None:
    right = undamaged(TRADITIONAL, channel)
    found, _ = repair_text(CHANNELS[channel](right))
    assert difflib.SequenceMatcher(None, found, right, autojunk=False).ratio() >= least


SPREAD = [
    channel
    for channel in LEAST
    if not channel.startswith("a paragraph") and channel != "utf-8 as latin-1, NBSP to space"
]
"""Damage that may be of some paragraphs; no-break spaces turned to spaces are everywhere or nowhere."""


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("channel", SPREAD)
def test_right_paragraphs_between_damaged_ones_stay(channel: str, first: int) -> None:
    right = undamaged(TEXT, channel).split("\n\n")
    damaged = [CHANNELS[channel](p) if i % 2 == first else p for i, p in enumerate(right)]
    repaired = repair_text("\n\n".join(damaged))[0].split("\n\n")
    assert repaired[1 - first :: 2] == right[1 - first :: 2]


@pytest.mark.parametrize("channel", [c for c in LEAST if not c.startswith("a paragraph")])
def test_what_comes_back_among_western_words(channel: str) -> None:
    right = undamaged(AMONG_NAMES, channel)
    repaired, _ = repair_text(CHANNELS[channel](right))
    assert difflib.SequenceMatcher(None, repaired, right, autojunk=False).ratio() >= LEAST[channel] - 0.07


def test_a_repair_names_its_channel_and_what_it_inferred() -> None:
    damaged = CHANNELS["utf-8 as gb18030"]("在中共中央总书记的主持下，会议审议了多项文件。")
    _, [repair] = repair_text(damaged)
    assert repair.channel == "utf-8 read as gb18030"
    assert repair.before == damaged
    assert repair.inferred > 0
    assert repair.gain > 6


@pytest.mark.parametrize(
    "text",
    [
        "锟斤拷锟斤拷锟斤拷",
        "烫烫烫烫烫屯屯屯",
        "他打开文件，只看到一串“???????”，什么也没有。",
        "这一段丢了字：\ufffd\ufffd\ufffd，再也找不回来。",
        "“Ã©”是“é”按错误编码读出的样子。",
        "涓是一个姓氏用字，鐨字则很少见。",
        "ㄓㄨㄥㄨㄣˊ是注音符號的寫法，ㄅㄆㄇㄈ是開頭四個。",
        "猞猁是一种中型猫科动物，珨字不常用。",
        "áááááááááá! Ééé, říše, žáže.",
        "Elle dit\u00a0: «\u00a0l’été\u00a0», répondit-il à l’aînée.",
        "ｶﾀｶﾅ ﾊﾝｶｸ ﾓｼﾞ ﾃﾞ ｶｲﾀ ﾌﾞﾝｼｮｳ",
    ],
)
def test_what_is_right_or_lost_is_left_alone(text: str) -> None:
    assert repair_text(text)[0] is text


def test_a_page_that_was_read_as_gb18030_gives_its_article() -> None:
    right = "".join(f"<p>{p}</p>" for p in TEXT.split("\n\n")[:20])
    page = f"<html><head><title>旧闻</title></head><body><h1>旧闻一则</h1>{right}</body></html>"
    result = clean_page(CHANNELS["utf-8 as gb18030"](page).encode(), url="http://example.com/2020/1.html")
    assert result.record is not None
    expected = "".join(TEXT.split("\n\n")[:20])
    got = result.record.text.replace("\n\n", "")
    assert difflib.SequenceMatcher(None, got, expected, autojunk=False).ratio() > 0.95
    changes = [c for c in result.trace if c.step == "mojibake"]
    assert {c.kind for c in changes} == {"utf-8 read as gb18030", "characters inferred"}
    assert all(re.match(r"at \d+, \d+ characters, gain 1e", c.detail) for c in changes[:-1])
    assert "inferred-characters" in result.record.quality.flags


@pytest.mark.parametrize("right", ["gb18030", "utf-8"])
@pytest.mark.parametrize("wrong", ["latin-1", "sloppy-1252"])
@pytest.mark.parametrize("form", ["named", "decimal", "hexadecimal"])
def test_bytes_written_as_entities(right: str, wrong: str, form: str) -> None:
    """``&Ouml;&ETH;&sup1;&uacute;``: a form's text, escaped after it was misread."""
    article = TEXT.split("\n\n")[:3]

    def escape(char: str) -> str:
        if char < "\x80":
            return char
        named = f"&{codepoint2name[ord(char)]};" if ord(char) in codepoint2name else f"&#{ord(char)};"
        return {"named": named, "decimal": f"&#{ord(char)};", "hexadecimal": f"&#x{ord(char):x};"}[form]

    damaged = "".join("<p>" + "".join(map(escape, misread(text, right, wrong))) + "</p>" for text in article)
    record = clean_page(f"<html><body><div>{damaged}</div></body></html>").record
    assert record is not None
    assert record.text == "\n\n".join(article)


def test_entities_of_right_text_stay() -> None:
    html = "<p>这是一些符号：&copy;&reg;&trade;&deg;，后面是&eacute;&egrave;&ecirc;&euml;四个字母。</p>" * 3
    record = clean_page(f"<html><body><div>{html}</div></body></html>").record
    assert record is not None
    assert "éèêë四个字母。" in record.text


def test_two_lost_bytes_are_of_those_that_the_charset_loses() -> None:
    """``十`` is E5 8D 81 in UTF-8, and windows-1252 has neither of the last two."""
    right = "组委会透露，运动会将持续到本月二十日，决赛当天还会举行广场舞展演。"
    assert repair_text(right.encode().decode("cp1252", "replace"))[0] == right
