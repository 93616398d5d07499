"""How cost grows with size: ``python -m tests.bench.growth``.

Each kind of page is made at four sizes, each twice the one before. Linear work takes twice as long for
twice the page; a step that is quadratic takes four times. The last column is the growth from the first
size to the last, as a power of the size: 1 is linear, 2 is quadratic. The base of a page (0.5 ms) makes
small pages look better than linear.
"""

import argparse
import math
import time
from collections.abc import Callable

from cleaners import clean_page, repair_text
from tests.bench.texts import read_texts
from tests.damage import CHANNELS, misread

DOUBLINGS = 3
TEXT = read_texts(None).texts[0]
FARM = "准格尔旗| 华坪县| 边坝县| 海林市| 探索| 宁国市| 家居| 砀山县| "
TORN = "縣(xiàn)里鄉(xiāng)親們(men)說(shuō)日?qǐng)?bào)這(zhè)里??梢酝ㄟ^了，"
ARTICLE = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)


def page(inner: str) -> bytes:
    return f"<meta charset=utf-8><title>题目在此</title><h1>题目在此</h1><div>{ARTICLE}{inner}</div>".encode()


KINDS: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "the article over and over": (500, lambda n: page(ARTICLE * n)),
    "list items that are links": (
        12_500,
        lambda n: page("<ul>" + "<li><a href=/>条目一</a></li>" * n + "</ul>"),
    ),
    "headlines with teasers": (
        5_000,
        lambda n: page(
            "<div class=t><a href=/>全市召开安全生产工作会议</a><p>会议强调，要压实责任，加强演练。</p></div>"
            * n
        ),
    ),
    "headings with a link each": (
        2_500,
        lambda n: page("<p>相关阅读</p><p><a href=/>全市召开安全生产工作会议</a></p>" * n + ARTICLE),
    ),
    "plain text": (12_500, lambda n: "这是一行文字，在此。\n".encode() * n),
    "comments with controls": (
        5_000,
        lambda n: page("<div class=c><p>这个政策很好，希望落实。</p><a>回复</a><a>赞(3)</a></div>" * n),
    ),
    "nested boxes": (1_250, lambda n: page("<div>" * n + ARTICLE + "</div>" * n)),
    "nested lists": (1_250, lambda n: page("<ul><li>第一层，在此。" * n + "</ul>" * n)),
    "nested inline tags": (1_250, lambda n: page("<b>" * n + ARTICLE + "</b>" * n)),
    "line breaks": (12_500, lambda n: page("这是一行文字，在此。<br>" * n)),
    "one long line": (25_000, lambda n: page("<p>" + "这是一句话，没有别的。" * n + "</p>")),
    "one long line without marks": (25_000, lambda n: page("<p>" + "这是一句话没有别的" * n + "</p>")),
    "a farm in one line": (2_500, lambda n: page(f"<p>{FARM * n}</p>")),
    "a farm of one word a line": (2_500, lambda n: page(FARM.replace("| ", "<br>") * n)),
    "names and hours in deep boxes": (
        300,
        lambda n: page(
            "<p>这是一句话，没有别的，只有一句。</p>" * 5
            + "<div>" * min(n, 1500)
            + "<div>王明 2024-05-20 10:20</div><div>这是一句话。</div>" * n
        ),
    ),
    "names and hours in many boxes": (
        200,
        lambda n: page(
            "<p>这是一句话，没有别的，只有一句。</p>" * 5
            + f"<div>{'<dl><dt>王明 2024-05-20 10:20</dt><dd>这是一句话。</dd></dl>' * 5}</div>" * n
        ),
    ),
    "headings of comments": (1_000, lambda n: page("<p>网友评论</p><p>王明：这是一句话，没有别的。</p>" * n)),
    "lines without a sentence": (1_500, lambda n: page("<p>清川市第二批公告内容</p>" * n)),
    "lines with labels": (1_500, lambda n: page("<p>地点：清川市文化馆</p>" * n)),
    "rows of unknown words": (
        500,
        lambda n: page("<p>苹果|香蕉|橙子|葡萄|菠萝|樱桃|草莓|西瓜|芒果|荔枝</p>" * n),
    ),
    "rows of a table": (5_000, lambda n: page("<table>" + "<tr><td>昆山市<td>5466</tr>" * n + "</table>")),
    "pictures": (5_000, lambda n: page("<p><img src=/a.jpg></p><p>图为江城一景。</p>" * n)),
    "brackets": (12_500, lambda n: page("<p>" + "戰(zhàn" * n + "</p>")),
    "unclosed tags": (5_000, lambda n: page("<p><font><a href=/>" + "文字，在此。" * n)),
    "angle brackets": (50_000, lambda n: page("<" * n)),
    "torn characters": (400, lambda n: page(f"<p>{TORN * n}</p>")),
    "question marks among glosses": (4_000, lambda n: page(f"<p>{TORN}{'?啊' * n}</p>")),
    "percent-encoding": (10_000, lambda n: page("%E4%B8%AD" * n + "=")),
    "scripts": (500, lambda n: page("<script>var a = {'b': [1, 2]};</script>" * n)),
    "a script on one line, two charsets": (
        12_500,
        lambda n: page(f"<script>{'var a=1;' * n}</script>") + "<p>旅游业的春天来了</p>".encode("gbk"),
    ),
    "pornography, a phrase a line": (
        2_500,
        lambda n: page("<p>亚洲综合在线观看</p><p>国产精品一区二区</p>" * n),
    ),
    "empty readings": (12_500, lambda n: page("<ruby><rt></rt></ruby>" * n)),
    "gbk read as latin-1, soft hyphens out": (
        4,
        lambda n: misread(TEXT * n, "gbk", "latin-1").replace("\xad", "").encode(),
    ),
    "gbk read as utf-8 in part": (4, lambda n: CHANNELS["gbk as utf-8 in part"](TEXT * n).encode()),
    "utf-8 read as gb18030, twice": (
        4,
        lambda n: CHANNELS["utf-8 as gb18030, twice"](TEXT * n).encode(),
    ),
    "utf-8 read as windows-1252, then gb18030": (
        4,
        lambda n: CHANNELS["utf-8 as windows-1252, then gb18030"](TEXT * n).encode(),
    ),
    "characters set apart": (4, lambda n: page("".join(f"<p>{' '.join(TEXT)}</p>" for _ in range(n)))),
    "utf-8 read as gb18030, tidied": (
        4,
        lambda n: CHANNELS["utf-8 as gb18030, tidied"](TEXT * n).encode(),
    ),
    "boxes beside an article": (
        120,
        lambda n: page(
            f"<p>{TEXT}</p>" + f"<div><h3>关于我们</h3><p>{TEXT}</p><a href='/'>更多</a></div>" * n
        ),
    ),
    "rows of words, an element each": (
        600,
        lambda n: page(f"<p>{TEXT}</p><div>" + ("<span>彩钢瓦</span>" * 12 + "<br>") * n + "</div>"),
    ),
    "white words, an element each": (
        3_000,
        lambda n: page(f"<p>{TEXT}</p><div style='color:#fff'>" + "<span>彩钢瓦</span> " * n + "</div>"),
    ),
    "links behind a sentence": (
        1_500,
        lambda n: page(f"<p>{TEXT}" + "<a href=/1>彩钢瓦</a> | " * n + "</p>"),
    ),
    "cards with a button, nested": (
        300,
        lambda n: page(f"<p>{TEXT}</p>" + "<div><p>王律师</p><a href=/1>立即咨询</a>" * n + "</div>" * n),
    ),
    "teasers": (
        300,
        lambda n: page(
            f"<p>{TEXT}</p>"
            + f"<div><a href='/1'><img src='/1.jpg'></a><h3><a href='/1'>{TEXT[:12]}</a></h3><p>{TEXT}</p></div>"
            * n
        ),
    ),
    "spaces that were misread": (12_500, lambda n: page("<p>卡尔·马克思" + "\xa0Â" * n + "Ã</p>")),
    "pieces that a script puts together": (
        6_250,
        lambda n: ("<title>题目</title><script>" + "html += '<b>字</b>';" * n + "</script>").encode(),
    ),
    "base64 in a script": (
        2_500,
        lambda n: ("<title>题目</title><script>['" + ("5Lit5paH" * 25 + "','") * n + "']</script>").encode(),
    ),
    "notes that a machine made": (
        2_500,
        lambda n: ("<title>题目</title>" + "<div><p>AI摘要</p><p>图片由AI生成</p></div>" * n).encode(),
    ),
    "quotes escaped in a script": (
        12_500,
        lambda n: ("<title>题目</title><script>中 = ['" + r"\'" * n + "</script>").encode(),
    ),
    "calls in a script": (12_500, lambda n: f"<title>题目</title><script>中 = {'f([' * n}</script>".encode()),
    "script data": (
        2_500,
        lambda n: b'<script>window.D={"a":[' + b'{"b":"\xe4\xb8\xad"},' * n + b"0]}</script>",
    ),
}


def clean(body: bytes) -> None:
    clean_page(body)


def repair(text: str) -> None:
    repair_text(text)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def row(name: str, sizes: list[int], times: list[float]) -> str:
    power = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    cells = " | ".join(
        f"{size / 1024:7.0f} {taken * 1e3:7.0f}" for size, taken in zip(sizes, times, strict=True)
    )
    return f"| {name:<28} | {cells} | {power:5.2f} |"


GLOSSED = "縣(xiàn)圖(tú)書(shū)館(guǎn)開(kāi)設(shè)親(qīn)子閱讀(dú)課(kè)" * 10
DAMAGED = (
    ("utf-8 read as windows-1252", TEXT, ("utf-8", "windows-1252")),
    ("utf-8 read as gb18030", TEXT, ("utf-8", "gb18030")),
    ("gb18030 read as big5", TEXT, ("gb18030", "big5")),
    ("glosses, utf-8 read as gb18030", GLOSSED, ("utf-8", "gb18030")),
)


def main() -> None:
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    clean_page(page(""))
    heads = " | ".join(f"{2**i:>3} × KB      ms" for i in range(DOUBLINGS + 1))
    print(f"| {'kind of page':<28} | {heads} | power |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, (count, make) in KINDS.items():
        bodies = [make(count << i) for i in range(DOUBLINGS + 1)]
        times = [seconds(lambda body=body: clean(body)) for body in bodies]  # type: ignore[misc]
        print(row(name, list(map(len, bodies)), times))

    for name, text, channel in DAMAGED:
        texts = [misread(text * (10 << i), *channel) for i in range(DOUBLINGS + 1)]
        times = [seconds(lambda damaged=damaged: repair(damaged)) for damaged in texts]  # type: ignore[misc]
        print(row(name, [len(t.encode()) for t in texts], times))


if __name__ == "__main__":
    main()
