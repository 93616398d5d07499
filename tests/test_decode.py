"""Charset detection: what the bytes say, against what the page says of them."""

import difflib
import json
from pathlib import Path

import pytest

from cleaners import clean_page, detect_encoding
from cleaners.stray_bytes import decode_in_step

RECORDS = json.loads((Path(__file__).parent / "cases/sample_records.json").read_text(encoding="utf-8"))
HANS = "\n\n".join(r["text"] for r in RECORDS.values() if r["language"] == "zh-Hans")
HANT = "\n\n".join(r["text"] for r in RECORDS.values() if r["language"] == "zh-Hant")
JAPANESE = RECORDS["/2021/1210/e3.html"]["text"]
KOREAN = "서울시는 새로운 도서관을 내년 봄에 연다고 밝혔다. 자료는 약 오십만 권이며, 누구나 이용할 수 있다."
RUSSIAN = (
    "Новая библиотека откроется весной, сообщили в мэрии в пятницу. В ней будет около пятисот тысяч книг."
)
FRENCH = (
    "La bibliothèque ouvrira au printemps prochain, où l’on trouvera 500 000 livres déjà catalogués à l’été."
)
TEXTS = [
    ("utf-8", HANS), ("gb18030", HANS), ("utf-8", HANT), ("big5hkscs", HANT), ("utf-16-le", HANS),
    ("utf-16-be", HANS), ("cp932", JAPANESE), ("euc_jp", JAPANESE), ("cp949", KOREAN),
    ("cp1251", RUSSIAN), ("cp1252", FRENCH),
]  # fmt: skip


def page(text: str) -> str:
    return f"<html><head><title>page</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(("codec", "text"), TEXTS)
def test_no_declaration(codec: str, text: str) -> None:
    assert detect_encoding(page(text).encode(codec, "replace")).name == codec


@pytest.mark.parametrize(("codec", "text"), TEXTS[:4])
def test_one_stray_byte_changes_nothing(codec: str, text: str) -> None:
    body = page(text).encode(codec, "replace")
    for at in range(100, len(body), max(1, len(body) // 25)):
        assert detect_encoding(body[:at] + b"\xff" + body[at:]).name == codec


@pytest.mark.parametrize(("codec", "text"), TEXTS[:4])
def test_cut_in_the_middle_of_a_character(codec: str, text: str) -> None:
    body = text.encode(codec, "replace")
    for length in range(200, 240):
        assert detect_encoding(body[:length]).name == codec


@pytest.mark.parametrize(("codec", "text"), TEXTS[:8])
@pytest.mark.parametrize("size", [40, 200])
def test_begun_in_the_middle_of_a_character(codec: str, text: str, size: int) -> None:
    body = "".join(text.split()).encode(codec, "replace")
    for start in range(120):
        assert detect_encoding(body[start : start + size]).name == codec


@pytest.mark.parametrize(("codec", "text"), TEXTS[:4])
@pytest.mark.parametrize("size", [60, 200])
def test_a_stray_byte_where_no_ascii_is(codec: str, text: str, size: int) -> None:
    body = "".join(text.split()).encode(codec, "replace")[:size]
    for at in range(size):
        assert detect_encoding(body[:at] + b"\xa1" + body[at + 1 :]).name == codec


@pytest.mark.parametrize("language", ["th", "el", "ru"])
def test_charsets_that_are_not_known_are_not_taken_for_chinese(language: str) -> None:
    texts = {
        "th": "รัฐบาลเสนอแผนใหม่เพื่อพัฒนาการท่องเที่ยวในภูมิภาคต่าง ๆ ของประเทศ".encode("cp874"),
        "el": "Η κυβέρνηση παρουσίασε νέο σχέδιο για την ανάπτυξη του τουρισμού".encode("cp1253"),
        "ru": "Правительство представило новую программу развития туризма".encode("koi8-r"),
    }
    assert detect_encoding(texts[language]).name not in {"gb18030", "big5hkscs"}


def test_a_few_words_among_english_ones_are_chinese_sooner_than_korean() -> None:
    for name in ("腾讯", "百度", "京东", "网易", "美团", "小米", "华为", "新浪"):
        assert detect_encoding(f"The {name} company said on Monday".encode("gbk")).name == "gb18030"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("markup", ["", "<div class=menu><a href=/index.html>Home</a></div>" * 200])
def test_pages_in_utf_16(codec: str, markup: str) -> None:
    text = "四月二十日，新图书馆对外开放，首日接待读者三千人次。馆内设有阅览席位八百个，藏书五十万册。"
    html = f"<!doctype html><html><head><title>x</title></head><body>{markup}<p>{text}</p><p>{text[:26]}</p></body></html>"
    record = clean_page(html.encode(codec)).record
    assert record is not None
    assert text in record.text


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "utf-16-le"])
def test_a_body_begun_there_loses_that_character_only(codec: str) -> None:
    text = "四月二十日，新圖書館對外開放，首日接待讀者三千人次。\n館內設有閱覽席位八百個，藏書五十萬冊。" * 3
    record = clean_page(text.encode(codec)[1:]).record
    assert record is not None
    assert record.text.replace("\n\n", "\n")[1:] == text[1:]  # before it what is left of the first


@pytest.mark.parametrize(
    "text",
    [
        "Le plan de tourisme dans les régions. ",
        "évelopper le tourisme dans les communes",
        "für die Förderung ländlicher Gebiete, s",
        "¿Qué hay de nuevo en los municipios, se",
    ],
)
def test_lone_accents_among_letters_are_western(text: str) -> None:
    assert detect_encoding(text.encode("cp1252")).name == "cp1252"


def test_a_declaration_is_evidence_and_no_proof() -> None:
    body = page(HANS).encode("gb18030")
    found = detect_encoding(body, content_type="text/html; charset=utf-8")
    assert (found.name, found.declared, found.detected) == ("gb18030", "utf-8", "gb18030")
    lying = page(HANS).replace("<title>", "<meta charset='gb2312'><title>").encode()
    found = detect_encoding(lying)
    assert (found.name, found.declared) == ("utf-8", "gb18030")


@pytest.mark.parametrize("name", ["undefined", "uu", "idna", "punycode", "unicode_escape", "hex", "rot13"])
def test_what_python_has_codecs_for_and_is_no_charset_declares_nothing(name: str) -> None:
    text = "The new bridge was opened to traffic on Monday, two months ahead of schedule. " * 4
    body = f"<meta charset={name}><h1>A new bridge</h1><p>{text}</p><p>Its path is C:\\new, they said. {text}</p>"
    found = detect_encoding(body.encode(), content_type=f"text/html; charset={name}")
    assert (found.name, found.declared) == ("utf-8", None)
    record = clean_page(body.encode()).record
    assert record is not None
    assert "C:\\new" in record.text


def test_labels_are_read_as_browsers_read_them() -> None:
    for label in ("gb2312", "GBK", "gb18030", "x-gbk"):
        body = page("繁體字與简体字，喆、镕、堃").encode("gb18030")
        assert detect_encoding(body, content_type=f"text/html; charset={label}").name == "gb18030"


def test_a_byte_order_mark_decides() -> None:
    for codec, name in (("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")):
        found = detect_encoding(page(HANS).encode(codec), content_type="text/html; charset=gbk")
        assert (found.name, found.confidence, found.evidence) == (name, 1.0, ("bom",))


def test_the_evidence_is_named() -> None:
    found = detect_encoding(page(HANS).encode("gb18030"), content_type="text/html; charset=gbk")
    assert found.evidence == ("likelihood", "header")
    assert detect_encoding(b"plain").evidence == ("ascii",)


def test_a_page_that_lies_is_traced() -> None:
    result = clean_page(page(HANS).encode("gb18030"), content_type="text/html; charset=utf-8")
    assert any(c.step == "decode" and c.kind == "gb18030 declared as utf-8" for c in result.trace)


@pytest.mark.parametrize(("codec", "text"), [TEXTS[1], TEXTS[3]])
@pytest.mark.parametrize("stray", [b"", b"\xff", b"\xb5", b"\xfe\x80\xb0"])
def test_what_is_behind_a_stray_byte_is_read_in_step(codec: str, text: str, stray: bytes) -> None:
    """One byte gone, or replaced by another, or by three: a few characters are lost, and no more."""
    line = max(text.split("\n\n"), key=len)[:120]
    body = line.encode(codec)
    for at in range(0, len(body), 7):
        read, _ = decode_in_step(body[:at] + stray + body[at + 1 :] + b"<", codec)
        matcher = difflib.SequenceMatcher(None, read, line, autojunk=False)
        assert sum(block.size for block in matcher.get_matching_blocks()) >= len(line) - 6


@pytest.mark.parametrize(("codec", "text"), [TEXTS[1], TEXTS[3]])
def test_text_without_a_stray_byte_is_read_as_ever(codec: str, text: str) -> None:
    body = page(text).encode(codec, "replace")
    assert decode_in_step(body, codec) == (body.decode(codec), 0)
    rare = page("㐀㒲𠀀𠮷𪚥龘靐" + text).encode("gb18030") + b"\xff"
    assert decode_in_step(rare, "gb18030")[0] == rare.decode("gb18030", "replace")


@pytest.mark.parametrize("stray", [b"\xd6\xd0", b"\xb5\xc4\xca", b"\xff"])
def test_stray_bytes_of_utf_8_are_no_other_charset(stray: bytes) -> None:
    """Two bytes may spell a frequent character: a piece that short is lost, not read."""
    line = max(HANS.split("\n\n"), key=len)[:60]
    head, tail = line[:30].encode(), line[31:].encode()
    record = clean_page(page(HANS).encode().replace(line.encode(), head + stray + tail)).record
    assert record is not None
    assert line[:30] + "\ufffd" in record.text


@pytest.mark.parametrize("main", ["utf-8", "gb18030"])
@pytest.mark.parametrize("share", [1, 3, 6])
def test_a_page_of_two_charsets_is_decoded_by_run(main: str, share: int) -> None:
    """A header, some paragraphs or more than half of a page may come from a file in the other charset."""
    other = "gb18030" if main == "utf-8" else "utf-8"
    paragraphs = [line for line in HANS.split("\n\n") if len(line) > 30][:10]
    lines = [
        f"<p>{line}</p>\n".encode(other if i < share else main, "replace")
        for i, line in enumerate(paragraphs)
    ]
    head = f"<html><head><meta charset={main}><title>网页</title></head><body><h1>网页一则</h1><div>".encode(
        main
    )
    result = clean_page(head + b"".join(lines))
    assert result.record is not None
    assert all(line in result.record.text for line in paragraphs)
    assert any(c.step == "decode" and " inside " in c.kind for c in result.trace)


@pytest.mark.parametrize(("main", "other"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
@pytest.mark.parametrize(
    "pasted", ["南美站活动将持续到月底，参展企业超过百家（含海外）", "湖光山色之间", "“走出去，引进来”"]
)
def test_what_is_pasted_into_a_line_is_of_its_own_charset(main: str, other: str, pasted: str) -> None:
    """A template's indent is in the page's charset, what it includes in another."""
    lines = [f"　　{pasted}", f"　　记者获悉，{pasted}", f"　　{pasted}，市民很高兴。", f"　　他说{pasted}。"]
    parts = (line.partition(pasted) for line in lines)
    body = b"".join(b"<p>%b%b%b</p>" % (a.encode(main), b.encode(other), c.encode(main)) for a, b, c in parts)
    filler = "<p>江城市昨日召开推进会，部署下一阶段的工作，要求各单位压实责任。</p>" * 5
    record = clean_page(f"<meta charset={main}>{filler}".encode(main) + body).record
    assert record is not None
    assert record.text.split("\n\n")[5:] == [line.strip("　") for line in lines]
