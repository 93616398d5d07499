"""Articles of every kind in every markup that Chinese sites set paragraphs in, among a site's furniture.

What stands around each is chosen by a seed, so that the same pages are made on every run.
"""

import random
from dataclasses import dataclass
from itertools import product

TITLE = "江城新增三条公交线路"
_FIVE = (
    "江城市交通局5月20日通报，今年新开通的三条公交线路均已投入运营，日均客流两万余人次。",
    "记者在城东换乘中心看到，前来乘车的市民络绎不绝，工作人员正在引导乘客有序上车。",
    "据了解，新线路沿途设站四十六个，覆盖了八个社区和五所学校，沿线居民出行时间平均缩短二十分钟。",
    "“以前要倒两趟车，现在一趟就到了。”家住城东的李阿姨说。",
    "市交通局负责人表示，下一步还将根据客流情况优化班次，力争年底前实现公交站点五百米全覆盖。",
)
ARTICLES = {
    "five paragraphs": _FIVE,
    "thirty paragraphs": _FIVE * 6,
    "one paragraph": (
        "江城市博物馆将于5月18日国际博物馆日当天免费开放，并推出五场专题讲座，欢迎市民前往参观。",
    ),
    "two sentences": ("3月5日，江城市气象台发布大风蓝色预警信号。", "请市民注意防范。"),
    "a programme": (
        "江城市图书馆公布五月活动安排，全部活动免费参加。",
        "5月3日 亲子绘本阅读",
        "5月10日 古籍修复体验",
        "5月17日 江城历史讲座",
        "5月24日 英语角",
    ),
    "an interview": (
        "记者：您是怎样走上这条路的？",
        "王建国：最早是受父亲影响，他做了一辈子木匠，我从小就在刨花堆里长大。",
        "记者：今后有什么打算？",
        "王建国：我想把这门手艺传下去，已经收了五个徒弟，最小的只有十九岁。",
    ),
    "verse": ("江水东流去，", "青山不改颜。", "渔舟唱晚处，", "明月满江湾。"),
    "sections": (
        "一、总体要求",
        "坚持以人民为中心，持续改善公共交通服务，不断提升群众满意度。",
        "二、主要任务",
        "（一）优化线网",
        "新增线路十条，调整线路二十条，消除公交盲区。",
        "（二）更新车辆",
        "更新新能源公交车三百辆，淘汰老旧车辆。",
    ),
    "a notice": (
        "各县区人民政府，市政府各部门：",
        "现将《江城市城市公交条例》印发给你们，请认真贯彻执行。",
        "江城市人民政府",
        "2024年5月20日",
    ),
}
_EACH = {
    "p": "<p>{}</p>",
    "indented p": "<p>　　{}</p>\n",
    "no-break spaces": "<p>&nbsp;&nbsp;&nbsp;&nbsp;{}</p>",
    "unclosed p": "<p>{}",
    "p in font": "<p><font face=宋体>{}</font></p>",
    "div": "<div>{}</div>",
    "p in div": "<div class=para><p>{}</p></div>",
    "section in section": "<section><section><span style='font-size:16px'>{}</span></section></section>",
    "row": "<tr><td>{}</td></tr>",
    "br": "　　{}<br>",
    "two br": "{}<br><br>",
    "span as a block": "<span style='display: block; margin: 1em'>{}</span>",
    "custom element": "<ne-p><ne-text>{}</ne-text></ne-p>",
}
_AROUND = {"row": "<table>{}</table>"}
_HEADLINES = (
    "江城地铁二期工程获批 总投资超三百亿元",
    "暴雨蓝色预警发布 市民出行注意安全",
    "江城大学新校区九月启用",
    "市博物馆推出夜场 免费开放至八月底",
    "全市春耕生产全面展开",
)
_SECTIONS = "首页 要闻 江城 国内 国际 财经 体育 娱乐 教育 健康 旅游 房产 汽车 图片 视频".split()
_HEADING = ("<h1>{}</h1>", "<h2>{}</h2>", "<div class=title>{}</div>", "<p align=center><b>{}</b></p>")
_BYLINE = (
    "<div class=info>2024-05-20 10:27　来源：江城日报</div>",
    "<p>发布时间：2024年05月20日 10:27 来源：江城日报 作者：王小明</p>",
    "<div><span>2024-05-20</span> <span>江城日报</span></div>",
    "<div>来源：江城日报</div><div>时间：2024-05-20</div>",
)
_BOX = (
    "<div class=content id=zoom>{}</div>",
    "<div>{}</div>",
    "<div class=TRS_Editor>{}</div>",
    "{}",
    "<table><tr><td>{}</td></tr></table>",
    "<article>{}</article>",
    "<center>{}</center>",
    "<a name=top><div>{}</div>",
)
_TAIL = (
    "",
    "<div>责任编辑：李红</div>",
    "<p>（责编：李红）</p>",
    "<div class=share>分享到：<a href=#>微信</a><a href=#>微博</a></div>",
    "<div>上一篇：<a href=/1>江城地铁获批</a></div><div>下一篇：<a href=/2>暴雨预警发布</a></div>",
    "<p>【打印】【关闭】</p>",
)
_FOOT = (
    "<div class=footer><p>关于我们 | 联系我们 | 广告服务 | 版权声明</p>"
    "<p>江城新闻网版权所有 鄂ICP备12345678号 未经授权不得转载</p>"
    "<p>地址：江城市人民路1号 电话：0000-12345678</p></div>"
)


_MENU = "".join(f"<li><a href=/{i}>{word}</a></li>" for i, word in enumerate(_SECTIONS))


def _document(title: str, body: str) -> bytes:
    head = f"<meta charset=utf-8><title>{title}_江城新闻网</title>"
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def _links(count: int, name: str, heading: str) -> str:
    items = "".join(f"<li><a href=/a/{i}.html>{_HEADLINES[i % 5]}</a></li>" for i in range(count))
    return f"<div class={name}><h3>{heading}</h3><ul>{items}</ul></div>" if count else ""


@dataclass(frozen=True)
class Layout:
    """An article's kind and its markup; what stands around it follows from both."""

    article: str
    markup: str

    def page(self) -> bytes:
        chance = random.Random(f"{self.article} {self.markup}")
        paragraphs = "".join(_EACH[self.markup].format(line) for line in ARTICLES[self.article])
        text = chance.choice(_BOX).format(_AROUND.get(self.markup, "{}").format(paragraphs))
        crumbs = chance.choice(
            ["", "<div>当前位置：<a href=/>首页</a> &gt; <a href=/n>要闻</a> &gt; 正文</div>"]
        )
        head = chance.choice(_HEADING).format(TITLE) + chance.choice(_BYLINE)
        related = _links(chance.choice([0, 4, 10]), "rel", chance.choice(["相关新闻", "猜你喜欢"]))
        side = _links(chance.choice([0, 20, 30]), "side", "点击排行")
        main = f"<div class=main>{crumbs}{head}{text}{chance.choice(_TAIL)}{related}</div>"
        body = f"<ul>{_MENU}</ul>" + "".join(chance.sample([main, side], 2)) + _FOOT
        if chance.random() < 0.25:
            body = f"<table><tr><td>{_MENU}</td></tr><tr><td>{main}</td><td>{side}</td></tr></table>{_FOOT}"
        return _document(TITLE, body)


LAYOUTS = [Layout(*each) for each in product(ARTICLES, _EACH)]

_TEASER = "<div class=item><h3><a href=/t/{0}>{1}</a></h3><p>据介绍，全部建成后，日均客流预计达到八十万人次。</p></div>"
_WRAPPED = {"page": "<div class='{0}'>{1}{2}</div>", "column": "<div class='{0}'>{1}</div>{2}"}


@dataclass(frozen=True)
class Misnamed:
    """An article in a box whose name says that it stands beside one, among what the site says and teases."""

    article: str
    name: str
    where: str
    """What the name is of: the whole ``page``, the ``column`` of the article, its ``text``."""

    def page(self) -> bytes:
        text = "".join(_EACH["p"].format(line) for line in ARTICLES[self.article])
        if self.where == "text":
            text = f"<div class='{self.name}'>{text}</div>"
        teasers = "".join(_TEASER.format(i, headline) for i, headline in enumerate(_HEADLINES))
        main = (
            f"<div class=row>{_HEADING[0].format(TITLE)}{_BYLINE[0]}{text}<p>（责编：李红）</p>"
            f"<h4>热门文章</h4>{teasers}</div>"
        )
        side = f"<div class=row>{_links(20, 'box', '点击排行')}{teasers}</div>"
        columns = _WRAPPED.get(self.where, "{1}{2}").format(self.name, main, side)
        foot = (
            "<div><p>江城新闻网由江城日报社主办，每天发布新闻千余条，是江城市最具影响力的网络媒体之一。</p>"
            "<p>Copyright © 2010-2024 江城新闻网 All Rights Reserved</p></div>"
            "<div>如欲取得最佳浏览效果，请使用最新的浏览器。虽然你可以使用目前的浏览器，但是效果不佳。</div>"
        )
        return _document(TITLE, f"{_NOTICE['a notice']}<ul>{_MENU}</ul>{columns}{foot}")


_NAMES = (
    "page-nav-fixed",
    "ad-free",
    " hot-topic",
    "share-enabled",
    "has-sidebar",
    "post rank",
    "related-on",
)
_PROSE = (
    "five paragraphs",
    "thirty paragraphs",
    "one paragraph",
    "two sentences",
    "an interview",
    "sections",
)
MISNAMED = [
    *(Misnamed(*each) for each in product(_PROSE, _NAMES, ("page", "column", "text"))),
    Misnamed("five paragraphs", "comments-open", "column"),
    Misnamed("five paragraphs", "comments-open", "text"),
]

_ITEM = {
    "headlines": "<li><a href=/a/{0}.html>{1}</a></li>",
    "headlines with days": "<li><a href=/a/{0}.html>{1}</a><span>2024-05-1{0}</span></li>",
    "rows": "<tr><td><a href=/a/{0}.html>{1}</a></td><td>2024-05-1{0}</td></tr>",
    "teasers": _TEASER,
    "pictured teasers": (
        "<div><a href=/a/{0}><img src=/{0}.jpg></a><h4><a href=/a/{0}>{1}</a></h4>"
        "<p>据介绍，全部建成后，日均客流预计达到八十万人次。<a href=/a/{0}>[详细]</a></p></div>"
    ),
    "teasers with sources": (
        "<li><h4><a href=/a/{0}.html>{1}</a></h4><p>据介绍，全部建成后，日均客流预计达到八十万人次，沿线。</p>"
        "<p>2024-05-1{0} 来源：江城日报</p></li>"
    ),
    "teasers with authors": (
        "<article><h2><a href=/a/{0}.html>{1}</a></h2><p>作者：王明 发布于 2024-05-1{0} 分类：要闻</p>"
        "<p>据介绍，全部建成后，日均客流预计达到八十万人次。市民可在站内换乘，票价不变。</p></article>"
    ),
}
_SECTION = ("江城要闻", "江城新闻网教育频道", "通知公告与媒体报道", "“地铁”标签下的文章")
_NOTICE = {
    "nothing": "",
    "a notice": "<div>公告：本站客户端全新上线，欢迎使用，如有问题请联系客服。</div>",
    "a note to browsers": "<div>您的浏览器版本过低，为保证更佳的浏览体验，请升级浏览器。</div>",
}
_IMPRINT = {
    "an imprint": _FOOT,
    "a description": (
        "<div><p>江城新闻网是由江城日报社主办的综合性新闻网站，每天发布新闻千余条，影响力居全市首位。</p>"
        "<p>Copyright © 2010-2024 江城新闻网 All Rights Reserved</p></div>"
    ),
}


@dataclass(frozen=True)
class ListPage:
    """A section's list of headlines: what else is on it is the site's, and no article."""

    item: str
    notice: str
    imprint: str
    section: str = _SECTION[0]

    def page(self) -> bytes:
        items = "".join(_ITEM[self.item].format(i, _HEADLINES[i % 5]) for i in range(10))
        heading = f"<h1>{self.section}</h1>"
        body = f"{_NOTICE[self.notice]}<ul>{_MENU}</ul><div class=row>{heading}<table>{items}</table></div>"
        return _document(self.section, f"{body}{_IMPRINT[self.imprint]}")


LIST_PAGES = [ListPage(*each) for each in product(_ITEM, _NOTICE, _IMPRINT, _SECTION)]
