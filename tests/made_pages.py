"""Pages put together at random from the parts that Chinese sites have, a different page for each seed.

`tests.layouts` tries each markup once; here headings, bylines, furniture, other articles, readers' comments and
link farms meet in every order.
"""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

_RECORDS = Path(__file__).parent / "cases" / "sample_records.json"
_PARAGRAPHS = [
    paragraph
    for record in json.loads(_RECORDS.read_text(encoding="utf-8")).values()
    if record["language"] == "zh-Hans"
    for paragraph in record["text"].split("\n\n")
    if len(paragraph) > 30 and paragraph[-1] in "。！？”"
]
_HEADLINES = """
江城地铁二期工程获批 暴雨蓝色预警发布市民注意防范 江城大学新校区九月启用 市博物馆推出夜场免费开放至八月底 全市春耕生产全面展开 老街改造让居民住得更舒心
外卖骑手变身社区安全员 高速公路新增四处服务区 江城队三比一晋级决赛 非遗市集亮相滨江公园 中小学延长课间十五分钟 小城茶叶出口首超十亿元 医院开出夜间门诊方便上班族
城市书房开到家门口 候鸟归来湿地又见白鹭 河道清淤工程提前完工 老旧小区加装电梯过千部 夜间公交线路再添五条
""".split()
_SITES = "江城网 江城日报 江城晚报 东湖新闻网 江城发布 大江在线 南城融媒 江城广播电视台".split()
_SOURCES = [*_SITES, "新华社", "人民日报", "央视新闻", "中国青年报"]
_SURNAMES, _GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗", "伟芳娜敏静丽强磊洋勇艳杰娟涛超秀霞平刚桂"
_PLACES = """
准格尔旗 华坪县 阿拉善右旗 海林市 旬邑县 宁国市 郎溪县 砀山县 金阳县 广宁县 荣昌县 犍为县 淄博市 崇州市 察隅县 独山县 元谋县 乌兰浩特市 松滋市 民丰县
兴隆县 巫溪县 榆社县 古浪县 临泽县 武陟县 石门县 扎赉特旗 黎平县 平果县
""".split()
_SOLD = "博彩 探索 家居 时尚 彩票 网址导航 棋牌 体育".split()
_SECTIONS = "首页 要闻 时政 民生 文化 旅游 县区 评论 公告 直播 财经 体育 教育 健康".split()
_HEADINGS = (
    "<h1>{}</h1>",
    "<h2>{}</h2>",
    "<div class=title>{}</div>",
    '<h1 class="article-title">{}</h1>',
    "<p align=center><b>{}</b></p>",
)
_BYLINES = (
    "<div class=info>{day} {hour} 来源：{source} 作者：{author}</div>",
    "<p>发布时间：{day} {hour}　来源：{source}　作者：{author}　浏览：1024次</p>",
    "<div><span>{day} {hour}</span><span>来源：{source}</span><span>作者：{author}</span></div>",
    "<div><span>来源: {source}</span> <span>{day} {hour}</span> <span>记者 {author}</span></div>",
    "<p align=center>{day} {hour}　　来源：{source}　　作者：{author}　【字号：<a>大</a> <a>中</a> <a>小</a>】</p>",
    "<ul><li>来源：{source}</li><li>作者：{author}</li><li>时间：{day} {hour}</li></ul>",
    "<div>{source}　记者 {author}　{day} {hour}</div>",
    "<table><tr><td>来源：{source}</td><td>作者：{author}</td><td>日期：{day} {hour}</td></tr></table>",
    "<div class=meta><em>{source}</em> <i>|</i> <em>作者：{author}</em> <i>|</i> <time>{day} {hour}</time></div>",
    "<div>文／{author}　来源：{source}　{day} {hour}</div>",
)
_EACH = (
    "<p>{}</p>",
    "<p>　　{}</p>",
    '<p style="text-indent:2em"><span>{}</span></p>',
    "<div>{}</div>",
    "　　{}<br><br>",
    "<section><span>{}</span></section>",
    "<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>\n",
    "<p><font size=3>{}</font></p>",
)
_BOXES = (
    "<div class=content>{}</div>",
    "<div id=zoom>{}</div>",
    "<div>{}</div>",
    "<div class=TRS_Editor>{}</div>",
    "<article>{}</article>",
    "<table><tr><td>{}</td></tr></table>",
)
_EDITORS = (
    "<p>责任编辑：{0}</p>",
    "<p>（责编：{0}）</p>",
    "<p>编辑：{0}　审核：{1}</p>",
    "<p>【编辑 {0}】</p>",
    '<p style="text-align:right">责编 / {0}</p>',
)
_BETWEEN = (
    "<p><a href=/a/7.html>{0}</a></p>",
    "<p>相关阅读：<a href=/a/1.html>{0}</a></p>",
    "<p>点击查看：<a href=/v.html>现场视频</a></p>",
    "<div class=ad>广告</div>",
    "<p>【广告】请继续往下阅读</p>",
    "<div class=video>00:00 / 03:21</div>",
    "<p align=center><img src=/u/1.jpg></p><p align=center>{0}。江城网记者 方芳 摄</p>",
    '<p><img src=/u/2.jpg></p><p style="font-size:12px;color:#888">图为{0}。（方芳供图）</p>',
)
_FURNITURE = (
    "<p>扫码关注江城发布微信公众号</p>",
    "<p>更多精彩内容请下载江城新闻客户端</p>",
    "<p>长按识别二维码，关注我们</p>",
    "<p>点击“阅读原文”查看更多</p>",
    "<p>来都来了，点个赞再走吧～</p>",
    "<p>免责声明：本文仅代表作者个人观点，与本网无关。</p>",
    "<p>版权声明：凡本网注明来源的作品，版权均属本网所有，未经授权不得转载。</p>",
    "<p>新闻热线：0888-1234567</p>",
    "<p>【打印】【关闭】</p>",
    "<div>分享到：<a>微信</a> <a>微博</a> <a>QQ空间</a></div>",
    "<p>上一篇：<a href=1>{0}</a></p><p>下一篇：<a href=2>{1}</a></p>",
    "<div>标签：<a>新闻</a> <a>江城</a></div>",
    "<p>（完）</p>",
    "<p>阅读 1234　点赞 56　在看 7</p>",
)
_COMMENTS = (
    "<div class=comments><h3>网友评论</h3><div><b>清风</b><p>支持一下，希望越来越好。</p><span>03-05 10:21 回复 赞(3)</span></div>"
    "<div><b>江城老王</b><p>家乡变化真大，点赞！</p><span>03-05 10:22 回复 赞(1)</span></div></div>"
)
_SEPARATORS = ("| ", "|", "/", "·", " ", "_", "、", "★", "<br>", "</span><span>", "~", "　")
_FEET = (
    "<div class=footer><p>关于我们 | 联系我们 | 广告服务 | 版权声明</p><p>{}版权所有 苏ICP备12345678号</p></div>",
    "<div>Copyright © 2024 {} All Rights Reserved</div>",
)


@dataclass(frozen=True)
class MadePage:
    """A page, and what must come out of it."""

    html: str
    title: str
    paragraphs: Sequence[str]
    published_at: str
    source: str
    author: str


class _Maker:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.one = self.chance.choice

    def page(self) -> MadePage:
        """A page, its article, what stands around it."""
        one, site, source, author = self.one, self.one(_SITES), self.one(_SOURCES), self.name()
        size = one([2, 3, 4, 6])
        start = self.chance.randrange(len(_PARAGRAPHS) - size)
        paragraphs, title = _PARAGRAPHS[start : start + size], one(_HEADLINES)
        day, hour = (
            f"2024-{one(range(1, 13)):02}-{one(range(1, 29)):02}",
            f"{one(range(24)):02}:{one(range(60)):02}",
        )
        each = one(_EACH)
        lines = [each.format(paragraph) for paragraph in paragraphs]
        if each.startswith("<p") and size > 2 and self.often(0.5):
            lines.insert(one(range(1, size - 1)), one(_BETWEEN).format(one(_HEADLINES)))
        farm = self.farm() if self.often(0.4) else ""
        inside = farm if self.often(0.5) else ""
        tail = one(_EDITORS).format(self.name(), self.name()) if self.often(0.8) else ""
        text = one(_BOXES).format("".join(lines) + tail + self.some(_FURNITURE, 3) + inside)
        byline = one(_BYLINES).format(day=day, hour=hour, source=source, author=author)
        head = [one(_HEADINGS).format(title), byline]
        main = "".join(head if self.often(0.9) else head[::-1]) + text
        others = [one(self.others())() for _ in range(one(range(4)))]
        parts = (
            f"<ul>{''.join(f'<li><a href=/{w}>{w}</a></li>' for w in self.chance.sample(_SECTIONS, 7))}</ul>",
            f"<div>当前位置：<a href=/>{site}</a> &gt; <a href=/n>新闻</a> &gt; 正文</div>"
            if self.often(0.6)
            else "",
            f"<div class=main>{main}</div>" if self.often(0.7) else main,
            self.some(_FURNITURE, 2),
            farm if not inside else "",
            *others,
            _COMMENTS if self.often(0.3) else "",
            one(_FEET).format(site),
        )
        name = one(("{}_{}", "{}-{}", "{} | {}", "{} - {}")).format(title, site)
        html = f"<html><head><meta charset=utf-8><title>{name}</title></head><body>{''.join(parts)}</body></html>"
        return MadePage(html, title, paragraphs, f"{day}T{hour}:00+08:00", source, author)

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def name(self) -> str:
        return self.one(_SURNAMES) + "".join(self.chance.sample(_GIVEN, self.one([1, 2, 2])))

    def some(self, parts: Sequence[str], most: int) -> str:
        chosen = self.chance.sample(parts, self.one(range(most + 1)))
        return "".join(part.format(self.one(_HEADLINES), self.one(_HEADLINES)) for part in chosen)

    def farm(self) -> str:
        separator = self.one(_SEPARATORS)
        words = self.chance.sample(_PLACES, self.one(range(15, 30)))
        words += self.chance.sample(_SOLD, self.one(range(4)))
        return f"<div><span>{separator.join(words)}{separator}</span></div>"

    def others(self) -> Sequence[Callable[[], str]]:
        """Makers of what a page has of other articles."""
        return (self.headed_links, self.dated_links, self.teasers)

    def links(self, count: int, form: str) -> str:
        return "".join(form.format(i, self.one(_HEADLINES)) for i in range(count))

    def headed_links(self) -> str:
        heading = self.one("相关阅读 相关新闻 推荐阅读 热门推荐 大家都在看 猜你喜欢 今日热点".split())
        return f"<h3>{heading}</h3><ul>{self.links(self.one(range(3, 9)), '<li><a href=/a/{}.html>{}</a></li>')}</ul>"

    def dated_links(self) -> str:
        return f"<ul>{self.links(self.one(range(5, 12)), '<li><a href=/a/{}.html>{}</a> 03-05</li>')}</ul>"

    def teasers(self) -> str:
        cards = (
            f"<div class=card><h4><a href=/t/{i}>{self.one(_HEADLINES)}</a></h4>"
            f"<p>{self.one(_PARAGRAPHS)[:50]}...</p><span>2024-03-0{i + 1}</span></div>"
            for i in range(self.one(range(3, 7)))
        )
        return "".join(chain(["<div class=side>"], cards, ["</div>"]))


def made_page(seed: int) -> MadePage:
    """The page of a seed."""
    return _Maker(seed).page()
