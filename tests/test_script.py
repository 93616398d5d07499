"""Script: what a machine converted comes back in Simplified, what people wrote in Traditional stays."""

import difflib
import json
from pathlib import Path

import pytest

from cleaners import Options, clean_page
from cleaners.script import convert, fold, script_of
from tests import script_set

RECORDS = json.loads((Path(__file__).parent / "cases/sample_records.json").read_text(encoding="utf-8"))
MAINLAND = {
    path: record
    for path, record in RECORDS.items()
    if record["language"] == "zh-Hans" and len(record["text"]) > 150 and "(" not in record["text"]
}
GENUINE = [
    "港鐵公司昨日宣布，由下月一日起調整荃灣線、觀塘線及東涌線的繁忙時間班次。有立法會議員認為，單靠加密班次並不足夠。",
    "臺北市政府表示，周末及例假日上午八時至下午三時實施交通管制，請民眾多利用大眾運輸工具上山，遵守垃圾不落地的規定。",
    "中國國家主席在北京會見來訪的德國總理，雙方就經貿合作、氣候變化等議題交換意見，新華社報導了會見的消息。",
    "國務院總理表示，將進一步推進改革開放，堅持高質量發展，積極建設統一大市場。分析人士認為，這顯示北京有意穩定外資信心。",
    "佢哋話嚟緊會喺度開間新圖書館，啲街坊聽到都好開心，話以後唔使再搭車去隔籬區借書，真係好方便。",
    "立法院今日三讀通過預算案，國民黨團與民進黨團針對刪減項目激烈攻防，行政院表示遺憾，將研擬後續作法。",
    "消防處接報後派員到場，約半小時將火救熄，無人受傷。警方初步調查，起火原因沒有可疑，案件交由東區處理。",
    "學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？巧言令色，鮮矣仁。",
]


def page(text: str, attributes: str = "") -> bytes:
    paragraphs = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
    return f"<html {attributes}><head><title>題</title></head><body><div>{paragraphs}</div></body></html>".encode()


def test_an_article_that_is_mostly_code_comes_back() -> None:
    text = "这段代码要读取配置文件，写入数据库，记录运行时间。" * 3
    code = "import pathlib, sqlite3, time; connection = sqlite3.connect(pathlib.Path('data.db')); " * 20
    converted = convert(text, "s2t").replace("這", "這(zhè)").replace("碼", "碼(mǎ)").replace("錄", "錄(lù)")
    record = clean_page(page(f"{converted}\n\n{code}\n\n{converted}")).record
    assert record is not None
    assert record.text.split("\n\n")[0] == text


@pytest.mark.parametrize("config", ["s2t", "s2hk", "s2tw"])
@pytest.mark.parametrize("path", sorted(MAINLAND))
def test_a_converted_article_on_a_mainland_page_comes_back(path: str, config: str) -> None:
    text = MAINLAND[path]["text"]
    converted = convert(text, config)
    result = clean_page(page(converted, "lang='zh-CN'"), url="http://mirror.example/1.html")
    assert result.record is not None
    wrong = sum(a != b for a, b in zip(result.record.text, text, strict=False))
    restored = any(c.kind == "traditional to simplified" for c in result.trace)
    assert wrong <= 0.001 * len(text) or not restored  # right, or left alone for want of evidence


def test_most_converted_articles_come_back() -> None:
    restored = 0
    for record in MAINLAND.values():
        body = page(convert(record["text"], "s2t"), "lang='zh-CN'")
        result = clean_page(body, url="http://mirror.example/1.html")
        restored += any(c.kind == "traditional to simplified" for c in result.trace)
    assert restored >= 0.6 * len(MAINLAND)


REWORDED = (
    "公司昨日发布新版软件，用户更新程序以后，网络连接的速度提高了三成。技术人员说，服务器的内存也扩大了一倍。\n\n"
    "负责人介绍，项目去年立项，团队用一年时间重写了数据库，手机屏幕上的菜单也改得更加简单。"
)


def test_the_words_that_a_converter_put_in_come_back_too() -> None:
    for config in ("s2twp", "s2tw", "s2t", "s2hk"):
        restored = clean_page(page(_glossed(convert(REWORDED, config)), "lang='zh-CN'")).record
        assert restored is not None
        assert restored.text == REWORDED, config


@pytest.mark.parametrize(
    "text",
    [
        "蚌埠市与哈萨克斯坦的企业建立合作关系，双方按照文件执行，项目的核心是铁路。",
        "尼日利亚、厄瓜多尔的代表说，生产资料和档案馆的建设得到了支持，网络信息也更加畅通。",
    ],
)
def test_words_that_only_look_like_a_converters_stay(text: str) -> None:
    """OpenCC's own way back makes 蚌端口, 哈萨克斯坦斯坦, 创建, 生产数据 of them."""
    assert convert(convert(text, "s2twp"), "tw2sp") == text


@pytest.mark.parametrize(("config", "back"), [("s2tw", "tw2s"), ("s2hk", "hk2s"), ("s2t", "hk2s")])
@pytest.mark.parametrize(
    "text",
    [
        "他著有多部论著，不限于戏剧，也见于单行本，见微知著。《新著《江城》印象》一文说，钟馗的画像有潜力。",
        "理论着眼于潜力，人们谈论着这些书，孩子背着书包，倚着书架，身着白衣，意味着有人还在坚持。",
        "古镇於潜在杭州以西，《答客诮》里有“知否兴风狂啸者，回眸时看小於菟”。",
    ],
)
def test_opencc_turns_back_what_it_wrote(text: str, config: str, back: str) -> None:
    """By its phrases alone it leaves 於單, 於戲, 鍾馗; of Taiwan's one 著 it makes 论着, and of 着白 著白."""
    assert convert(convert(text, config), back) == text


def _glossed(text: str) -> str:
    """`text` with a converter's glosses behind three of its characters."""
    for char, reading in (("說", "shuō"), ("術", "shù"), ("團", "tuán"), ("紹", "shào")):
        text = text.replace(char, f"{char}({reading})")
    return text


@pytest.mark.parametrize("text", GENUINE)
@pytest.mark.parametrize("attributes", ["", "lang='zh-TW'", "lang='zh-HK'", "lang='zh'"])
def test_true_traditional_stays_byte_for_byte(text: str, attributes: str) -> None:
    result = clean_page(page(text, attributes), url="http://news.example.com/1.html")
    assert result.record is not None
    assert result.record.text == text
    assert result.record.language == "zh-Hant"


def test_the_choices_overrule_the_evidence() -> None:
    text = GENUINE[0]
    for choice, language in (("keep", "zh-Hant"), ("hans", "zh-Hans"), ("hant", "zh-Hant")):
        record = clean_page(page(text), options=Options(script=choice)).record  # type: ignore[arg-type]
        assert record is not None
        assert record.language == language


def test_a_way_to_simplified_leaves_the_words() -> None:
    """Who asks for Simplified of Taiwan's own text did not ask for the mainland's words."""
    text = "這套軟體在網路上很受歡迎，滑鼠點一下就能把資訊存進隨身碟，工程師說下一版會支援更多印表機。" * 2
    record = clean_page(page(text), options=Options(script="hans")).record
    assert record is not None
    assert record.text.startswith("这套软体在网路上很受欢迎，滑鼠点一下就能把资讯存进随身碟")


def test_folding_keeps_every_offset() -> None:
    text = "".join(GENUINE)
    assert len(fold(text)) == len(text)
    assert script_of(fold(text)) == "Hans"
    assert fold("简体") == "简体"


def test_decisions_and_restored_characters() -> None:
    """At least 0.98 of the decisions are right, and 0.999 of the characters where they are."""
    decided, wrong, likeness = 0, [], []
    for page in script_set.pages():
        record = clean_page(page.body, url="http://news.example/1.html").record
        assert record is not None, page.kind
        ratio = difflib.SequenceMatcher(None, record.text, page.text, autojunk=False).ratio()
        decided += 1
        if ratio > 0.97:
            likeness.append(ratio)
        else:
            wrong.append((page.kind, record.text[:20]))
    assert decided >= 200
    assert len(wrong) <= 0.02 * decided, wrong
    assert not [kind for kind, _ in wrong if kind.startswith("traditional")]
    assert sum(likeness) / len(likeness) >= 0.999
