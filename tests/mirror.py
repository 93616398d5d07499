"""A mirror farm's page in the layouts such sites use, made from one article of our own."""

from dataclasses import dataclass
from itertools import product

from cleaners.script import convert

TITLE = "云溪县3000名科技特派员下乡助农"
PARAGRAPHS = [
    "春耕时节，云溪县农业农村局组织三千名科技特派员深入田间地头，为农户讲授水稻育秧、测土配方施肥等实用技术，把服务送到村里。",
    "在石桥乡，科技特派员李长河带领村民调试新购置的插秧机。他说，机械插秧每天能完成四十亩，比人工快了十多倍。",
    "该县还建立了“一户一档”服务台账，对全县一百二十个种植大户实行包干联系，确保问题有人解答、困难有人解决。",
    "县委书记在动员会上要求，各级领导干部要把论文写在大地上，让乡村产业发展的每一步都走得踏实。",
]
FARM = (
    "准格尔旗 华坪县 阿拉善右旗 海林市 旬邑县 宁国市 郎溪县 砀山县 五峰 金阳县 广宁县 荣昌县 犍为县 探索 淄博市 "
    "崇州市 黑龙江省 察隅县 独山县 家居 元谋县 乌兰浩特市"
).split()
GLOSSES = {
    "會": "huì", "產": "chǎn", "從": "cóng", "書": "shū", "務": "wù", "動": "dòng", "鄉": "xiāng", "報": "bào",
    "網": "wǎng", "號": "hào", "農": "nóng", "縣": "xiàn", "領": "lǐng", "導": "dǎo", "機": "jī", "問": "wèn",
}  # fmt: skip


def converted(text: str) -> str:
    """`text` in Traditional with the converter's glosses."""
    traditional = convert(text, "s2t")
    return "".join(f"{c}({GLOSSES[c]})" if c in GLOSSES else c for c in traditional)


def farm(form: str) -> str:
    """The row of words in one of the forms that link farms have."""
    linked = [f'<a href="http://farm.example/{i}">{w}</a>' for i, w in enumerate(FARM)]
    forms = {
        "bars": "| ".join(FARM) + "|",
        "linked bars": "| ".join(linked) + "|",
        "dots": " · ".join(FARM),
        "spaces": " ".join(FARM),
        "slashes": "/".join(FARM),
        "commas": "，".join(FARM),
        "lines": "<br>".join(FARM),
        "list": "<ul>" + "".join(f"<li>{w}</li>" for w in FARM) + "</ul>",
        "linked list": "<ul>" + "".join(f"<li>{w}</li>" for w in linked) + "</ul>",
        "spans": "".join(f"<span>{w}|</span>" for w in FARM),
    }
    return forms[form]


BODIES = {
    "paragraphs": lambda paragraphs: "".join(f"<p>　　{p}</p>" for p in paragraphs),
    "breaks": lambda paragraphs: "　　" + "<br><br>　　".join(paragraphs) + "<br><br>",
    "indents": lambda paragraphs: "　　" + "<br>　　".join(paragraphs) + "<br>",
    "boxes": lambda paragraphs: "".join(f"<div>{p}</div>" for p in paragraphs),
    "nested tables": lambda paragraphs: (
        "<table><tr><td><table><tr><td>"
        + "".join(f"<p>{p}</p>" for p in paragraphs)
        + "</td></tr></table></td></tr></table>"
    ),
}
FORMS = (
    "bars", "linked bars", "dots", "spaces", "slashes", "commas", "lines", "list", "linked list", "spans",
)  # fmt: skip
PLACES = ("before the heading", "in the box", "after the box", "at the end", "hidden")


@dataclass(frozen=True)
class Layout:
    body: str
    farm: str
    place: str
    charset: str

    def page(self) -> bytes:
        """The whole page, as bytes in its charset."""
        here = {place: farm(self.farm) if place == self.place else "" for place in PLACES}
        promotion = "".join(
            f"<div><img src='q.jpg'>{converted('乡村干部报网')}<br>{converted(channel)}</div>"
            for channel in ("微信公众号", "官方微博")
        )
        text = (
            f"<html><head><meta charset='{self.charset}'><title>{converted(TITLE)}_{converted('乡村干部报网')}"
            "</title></head><body><div class='nav'><a href='/'>首頁</a><a href='/n'>新聞</a></div>"
            f"{here['before the heading']}<div class='main'><h1>{converted(TITLE)}</h1>"
            f"<div>2020-04-22 10:27:00  {converted('来源:云溪日报')}  {converted('作者:周文远')}</div>"
            f"<p>1</p>{promotion}<div class='c'>{BODIES[self.body]([converted(p) for p in PARAGRAPHS])}"
            f"<p>{converted('责编:何小雨')}</p>{here['in the box']}</div>{here['after the box']}</div>"
            f"{here['at the end']}<div style='display:none'>{here['hidden']}</div></body></html>"
        )
        return text.encode(self.charset)


LAYOUTS = [Layout(*parts) for parts in product(BODIES, FORMS, PLACES, ("utf-8", "gb18030"))]
