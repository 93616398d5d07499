"""Labels of the lines that say where an article comes from, in Simplified (text is folded first).

Collected from the article pages of portals, agencies, county media centres and government sites.
"""

import re

from cleaners.tables import words
from cleaners.tables.media import MEDIUM, REGIONS
from cleaners.tables.patterns import any_of, beginning, grouped

SOURCE = """
来源 稿源 文源 文章来源 信息来源 稿件来源 新闻来源 本文来源 内容来源 原文来源 消息来源 信源 综合来源 转载来源 原文出处
来源于 来自 来源媒体 来稿单位 供稿单位 发文机构 制发单位 发布机构 发布单位 发文机关 发文单位 制发机关 转载自 转自 本文转自 本文转载自 文章转自 文章转载自 原文转自 原载 综合自 整理自 编译自 出处 媒体 Source
""".split()
AUTHOR = """
作者 记者 本报记者 本网记者 本刊记者 通讯员 本报通讯员 评论员 特约评论员 特约撰稿人 特约通讯员 特约记者 见习记者 实习记者
全媒体记者 融媒记者 首席记者 撰文 撰稿 撰稿人 文字 文字记者 采写 采访撰文 采访撰稿 供稿 图文 文图 投稿 来稿 投稿人 投稿者 来稿人 执笔 采编 编采 采访 图/文 文/图 文字作者 实习生 整理 编译 翻译 译者 文章作者 本文作者 发稿人 供稿人 Author Reporter
""".split()
SURE_SOURCE = re.compile("^[^\\s:：]{0,4}来源")
"""The label that outdoes others of a source: 发布机构 may have taken it from elsewhere."""
PEOPLE = "评论员 特约评论员 特约撰稿人 记者 通讯员 见习记者 实习记者 实习生 特约记者 全媒体记者 融媒体记者 首席记者".split()
COMMENTATOR = re.compile(r"评论员\s*[:：|｜]")
"""The label that begins the headlines of papers' commentaries too."""
EDITOR = """
Editor 责编 责任编辑 编辑 编者 审核 编审 主编 编发 编校 责任审核 核稿编辑 核稿 值班编辑 值班主编 值班主任 执行主编 执行编辑
网络编辑 网编 融媒编辑 本版责编 本版编辑 特约编辑 见习编辑 实习编辑 本期编辑 本文编辑 文字编辑 新媒体编辑 三审三校 编辑审核 编辑人 审核人 审稿
审稿人 审读 审发 审片 初编 复编 终编 编辑整理 责任校审 监审 审定 复核 总值班 值班总编 值班编委 编委 审校 选稿 选稿编辑 初审 复审 终审 一审 二审 三审 一校 二校 三校 二审二校 二审三校 签发 审签
""".split()
EDITOR_OF = """
初审 二审 三审 终审 复审 责任 值班 当班 执行 网络 实习 见习 助理 首席 新媒体 文字 运营 本期 本文 微信 稿件 频道 栏目 审稿 核稿
""".split()
SAYS_EDITOR = re.compile("编|审|校")
"""What a label of an editor's has."""
OTHER_OF = "校对 图片 图文 视觉 版面 流程 发布 视频 美术".split()
EDITS = "编辑 编审 审核 主编 编委 审校 责编 校审".split()
"""What an editor may be the editor of, of text and of other things, and what editors do: ``初审编辑``."""
OTHER = """
图片来源 图片提供 照片提供 配图 供图 素材 素材提供 影片授权 图片授权 照片授权 影片提供 图表制作 数据支持 技术支持 主管 主管单位 照片来源 影片来源 封面来源 封面图来源 题图来源 头图来源 首图来源 配图来源 素材来源 法律顾问 本报法律顾问 封面图 封面图片 题图 头图 图片作者 版式设计 版式
校对 责任校对 校审 监制 总监制 指导老师 指导教师 出品 总出品 联合出品 联合摄制 出品人 美编 视觉 设计 制作 统筹 策划 总策划 本期执行 摄影 摄像 剪辑
版式 信息员 视频制作 视频拍摄 视频剪辑 文字整理 视频来源 音频来源 素材整理 资料整理 内容整理 运营 新媒体运营 本期值班 当日值班 朗读 朗读者 朗诵 播音 主播 配乐 背景音乐 BGM 录音 音频
航拍 拍摄 字幕 文案 脚本 推送 编排 摄影记者 视频记者 摄影摄像 图片编辑 视觉设计 海报设计 后期 编导 总监 图源 制片 制片人
信息录入 发布人 发布者 上传 上传者 录入 录入员 录入人 统稿 作者单位 总编辑 总编 排版 制图 配音 值班 编务 原标题 本文原标题 文章原标题 原文标题 原题 原创
""".split()
TIME = """
时间 日期 信息时间 发布时间 发表时间 发布日期 生成日期 公开日期 印发日期 更新时间 更新日期 修改时间 发稿时间 成文日期 发文日期 刊发时间
添加时间 文章日期 文章时间 新闻日期 创建时间 建立时间 建立日期 上传时间 最后更新 最后修改 Published Updated 发表于 发布于 更新于 Date Time Posted
""".split()
COUNTER = """
本文字数 全文字数 阅读时长 阅读时间 预计阅读 浏览 查看 回复 回帖 浏览次数 浏览量 点击 点击数 点击率 点击量 点击次数 阅读 阅读量 阅读次数 阅读数 访问量 访问次数 访问统计 今日访问 总访问量 总浏览量 总阅读量 本文总阅读量 本站总访问量 人气
已阅 字号 字体 字体大小 评论 评论数 热度 字数 保护视力色 视力保护色
分享到 分享 收藏 栏目 所属栏目 专栏 所属专栏 分类专栏 专题 分类 文章分类 个人分类 全站分类 文章类型 类别 背景色 背景颜色
""".split()
WORKERS = "校对 校审 监制 美编 排版 制图 统筹 策划 设计 制作 摄影 摄像".split()
"""Those of the others that stand before a name without a colon too."""
CODE = """
编号 索引号 信息索引 文号 发文文号 稿件编号 发文字号 主题分类 组配分类 信息分类 信息名称 主题词 体裁 有效性 效力状态 内容概述 公开方式 公开形式
公开范围 公开时限 责任部门 归档 生效时间 生效日期 废止时间 失效日期 归档时间 文件类型 链接 原文链接 本文链接 文章链接 原文地址 原文网址 来源地址 来源网址
中图分类号 文献标识码 文章编号 DOI DOI编码
话题 标签 热门标签 文章标签 相关标签 热门关键词 文章关键词 本文关键词 关键词 关键字 TAG TAGS Tag Tags
""".split()
WORK = "视频 音频 图片 照片 航拍 漫画 手绘 插画 海报".split()
"""Work that is a label where a person or a medium is named for it, and else the beginning of a caption."""


def _label(kind: str, words: list[str], short: str = "", *, more: str = "", bare: str = "") -> str:
    """A label with its colon or bar; `short` labels of one character need a word's beginning.

    `more` is a pattern of further labels, `bare` one of labels that have no colon.
    """
    colon = r"\s*(?:[:：]|>>|»|[丨｜|/／](?=\s?[\u4e00-\u9fff])|[丨｜|](?=\s?[A-Z]))\s*"
    single = (
        rf"|(?<![^\s（(【\[])(?:{short})\s?[/／|｜丨:：](?!\s?[图摄影]{{1,2}}[）)]?\s*$)\s?" if short else ""
    )
    spaced = r"\s?"
    whole = [word for word in words if word.endswith("记者") and len(word) > len("记者")]  # 融媒　记者 is two
    forms = grouped(*filter(None, (any_of(whole), any_of([w for w in words if w not in whole], spaced))))
    further, colonless = (f"|{pattern}" if pattern else "" for pattern in (more, bare))
    return rf"(?P<{kind}>(?:{forms}{further}){colon}{single}{colonless})"


_SURNAME = f"[{''.join(word for word in words('surnames.txt') if len(word) == 1)}]"
_LONG_SURNAME = f"(?:{'|'.join(word for word in words('surnames.txt') if len(word) > 1)})"
LONG_NAME = re.compile(rf"^{_LONG_SURNAME}[\u4e00-\u9fff]{{1,2}}$")
"""A name whose surname has two characters: few words begin so."""
_PERSON = (
    rf"(?:{_LONG_SURNAME}[\u4e00-\u9fff·]{{1,2}}"
    rf"|{_SURNAME}(?:[\u4e00-\u9fff·]{{1,2}}|[\s\u3000]{{1,3}}[\u4e00-\u9fff]))(?![\u4e00-\u9fff])"
)
_LABELLED = rf"(?:{_PERSON}|{_SURNAME}[\u4e00-\u9fff·]{{3}}(?![\u4e00-\u9fff]))"
"""The same behind a label, where it may be longer: ``全媒体记者刘佳惠子``."""
PERSON = re.compile(f"^{_PERSON}$")
"""A person's name, by its surname and length."""
PEOPLE_BESIDE = re.compile(rf"^(?P<names>{_PERSON}(?:[\s\u3000、，,]+{_PERSON}){{0,5}})$")
"""People in a line of their own beside a byline: ``顾明远 邬红``."""
PEOPLE_BEHIND = re.compile(
    rf"(?:[\s\u3000]{{1,3}}(?!(?:{any_of(REGIONS)})[省市]?(?:\s|$)){_PERSON}(?!\s?[:：]))+"
)
"""People behind a name, with no more than spaces between."""
PEOPLE_RUN = re.compile(_PERSON + PEOPLE_BEHIND.pattern)
"""People behind a label, set apart by no more than spaces: ``王小明　李红``."""
PHOTOGRAPHED_BY = re.compile(
    rf"^[\u4e00-\u9fff]{{0,8}}(?:记者|通讯员)[\s\u3000]*"
    rf"(?P<names>{_PERSON}(?:[\s\u3000、]+{_PERSON}){{0,3}})[\s\u3000／/]*摄影?$"
)
"""Whose pictures they are, as an article's last line: ``本报记者 王小明 摄``."""
WORK_DONE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4}报[道导]|摄影报道|摄|文|图|文图|图文|(?:网络|综合)?整[理合编]|汇[编总]|编译|on"
    rf"|[手札日]记|随笔|述评|评论|观察|连线|调查|探访|直击|特写|来信|访谈|专访|感言|体验|{any_of(PEOPLE)})$|^摄影|^发自"
)
"""What stands behind a name, or 记者, and is none: ``林佳慧 報導``, ``（记者手记）``."""
REPORTED_FROM = re.compile(r"^(?P<place>[\u4e00-\u9fff]{2,6})报[道导]$")
"""Who reports, or where from."""
NOBODY = re.compile(
    "^(?:未知|不详|不明|佚名|匿名|无名氏?|无|暂无|原创|转载|null|undefined|none|nil|nan|n/?a|name|author|editor|(?:网络|综合|自媒体|媒体)(?:整理|综合)|admin(?:istrator)?|root|system"
    "|user|test|web|pc|wap|h5|app|(?:[网本]站|系统|超级|后台|平台)?(?:管理员|编辑|小编)|网编|站长)$",
    re.I,
)
"""What systems fill a field with that nobody filled (DedeCMS: ``来源:未知 作者:admin``), and accounts of theirs."""
UNIT = re.compile("[院系部处局科室股司办委会站所校馆中心团队]$")
"""What the name of a person's office, school or firm ends with: ``图/文：土木工程学院 林峰``."""
_ACCOUNT = r"(?:微信)?公众号(?=\s*[:：]\s*[^\s（(]{2,16}\s*[（(]\s*(?:微信)?(?:[Ii][Dd]|微信号)\s*[:：])"
"""An account with what it is called for machines, which is where an article is from."""
LABEL = re.compile(
    beginning(
        [*SOURCE, *AUTHOR, *EDITOR, *EDITOR_OF, *OTHER, *OTHER_OF, *TIME, *COUNTER, *CODE, *WORK],
        "最首归收单公微编刊Bb",
    )
    + grouped(
        _label(
            "source",
            SOURCE,
            more=rf"(?<=[【\[])单位|{_ACCOUNT}|(?<!\w)(?:综合|转载)(?=\s*[:：]\s*[^，。；:：]{{0,12}}{MEDIUM}(?:[、，,\s]|$))",
        ),
        _label(
            "author",
            AUTHOR,
            "文|译",
            bare=r"(?<![A-Za-z])[Bb]y:?\s(?=[\u4e00-\u9fff])|(?<![A-Za-z])By:?\s(?=[A-Z])",
        ),
        _label("editor", EDITOR, "编", more=rf"(?:{any_of(EDITOR_OF)})(?:{any_of(EDITS)})[人员]?"),
        _label("other", OTHER, "图", more=rf"(?:{any_of(OTHER_OF)})(?:{any_of(EDITS)})[人员]?"),
        _label(
            "time",
            TIME,
            bare=r"(?:最后)?(?:发布|发表|刊[登载发]|编辑|更新|修改|创建)于\s?(?=20\d\d)|(?:出版|更新|发布)\s?[:：/／]\s?(?=20\d\d)|(?:Posted|Published|Updated)\s(?:on|at)\s",
        ),
        _label("counter", COUNTER, bare=r"(?:分类|归类|收录|发表|发布|首发)于\s(?=[\u4e00-\u9fff])"),
        _label("code", CODE),
        rf"(?P<work>(?:{any_of(WORK)})(?:\s*[:：/／]\s*(?={_PERSON}|受访|\S{{1,10}}{MEDIUM}(?:\s|$))"
        r"|\s?[|｜丨]\s?(?=[\u4e00-\u9fffA-Za-z]{1,12}(?:\s|$))))",
    )
)
EVENT_TIME = re.compile(
    "^(?:活动|出发|出行|开始|结束|截[止至]|报名|举[办行]|开庭|演出|上映|考试|面试|开放|营业|施工|停[电水气]|培训|会议|比赛"
    "|播出|首播|上市|开奖|拍摄|实施|生效|开工|竣工|成立|出生|受理|办理|讲座|展览|参观|入住|旅行)(?:时间|日期|时刻)\\W*$"
)
"""A label of the time of something else than an article."""
UNKNOWN = re.compile(r"^[\u4e00-\u9fff]{2,6}[:：]\s?(?:[\dA-Za-z/_-]{1,24}|[\u4e00-\u9fff]{2,6})$")
"""A label that is on no list, with a number or a word: ``文档序号:32700526``, ``处室：德育处``."""
BEFORE_LABEL = re.compile(rf"^{_SURNAME}[\u4e00-\u9fff]{{1,2}}(?=[\u4e00-\u9fff]{{2,4}}[:：])")
"""A name that a label on no list is glued to: ``方芳处室：德育处``."""
OFFICIAL_ACCOUNT = re.compile(
    rf"(?<=[\d\s])(?:(?:发[布表]于|来自)\s?(?:{any_of(REGIONS)})[省市]?\s?|(?:{any_of(REGIONS)})[省市]?\s+)?(?P<account>[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z\d·]{{1,15}})官方[账帐]号$"
)
"""Whose account a platform says it is, behind the day and where from: ``发布于江苏江城日报官方账号``."""
POSTED_BY = re.compile(
    rf"^(?:{_PERSON}\s*(?=(?:发[布表]|上传|投稿)于|于\s?20\d\d)"
    r"|(?!本文|文章|首次|原创|最[后新]|编辑|更新|来[源自])[\w·-]{2,16}\s+(?=发[布表]于\s?20\d\d))"
)
"""Who posted an article, or which account, before when: ``王小明 发布于 2020-05-06``."""
CONTRIBUTED = re.compile(
    r"^[（(]?\s*(?:(?:本文)?由)?(?P<names>[\u4e00-\u9fff]{2,16}(?:[、，,\s\u3000]+[\u4e00-\u9fff]{2,16}){0,4}?)\s*(?:供稿|投稿|撰稿)"
    r"(?=\s*[）)]?(?:[\s\u3000]|$))\s*[）)]?"
)
"""Who contributed an article, behind the names: ``药剂科供稿　摄影/张艳``."""
PERMITTED = re.compile(
    r"[，,。;；]\s*[^，。]{0,8}(?:授权|允许|许可)[^，。]{0,12}(?:转载|转发|发布|发表|刊[发载])[。！]?$"
)
"""By whose leave it stands here, behind a name: ``，作者授权早读课转载。``."""
ANY = re.compile(r"^\W{0,3}[\u4e00-\u9fff]{2,8}\s?[:：]\s*\S")
"""A line with a label, whatever it is."""
OF_EVENT = re.compile(
    r"^\W{0,3}(?:[\u4e00-\u9fff]{0,4}(?:地点|场馆|票价|定价|售价|嘉宾|主题|出版社|书名|片名|剧名|曲名|主演|导演|主讲人?|出土地|馆藏)"
    r"|(?:主办|承办|协办|采购|招标)(?:单位|方)?|报名(?:方式|时间|电话)|参[加会赛](?:对象|人员)|年龄|性别)\s?[:：]"
)
"""A label of an event, a book, a film, a person: those beside it are of the same list."""
OTHER_DAY = re.compile(r"^[\u4e00-\u9fff]{2,6}(?:日期|时间)\s*[:：]")
"""A label, on no list, of a day that an article tells: ``开奖日期：``."""
REPRINTED = re.compile(
    r"^(?=.*(?:作者|公号|公众号))(?:以下|本|此)文章?(?:(?:经)?授权)?(?:来源于|来自于?|源自|转自|转载自|首发[于自]|原载于)\s?"
    r"(?:(?:微信)?(?:公众号|公号|订阅号))?\s*[:：]?\s*[“「『【《]?(?P<source>[^\s，,。“”「」『』【】《》（(:：]{2,20})[”」』】》]?"
    r"\s*(?:[（(]\s*(?:微信)?(?:ID|微信号|公众号)\s*[:：][^）)]{1,40}[）)])?\s*(?=[，,。]|$)"
)
"""How a line begins that is set above and below a reprint of an account's: ``本文来自微信公众号“江城健康”（ID：jcjk）``."""
REPRINT_CLAUSE = re.compile(
    r"\s*(?:(?:原文)?作者\s?[:：]?\s?(?P<names>[^，,。]{2,20})|(?:责任)?编辑?\s?[:：]\s?(?P<editors>[^，,。]{2,20})"
    r"|(?:原文?标题|题图|头图|封面图?|配图|图片)[^，,。]{2,40}|[^，,。]{0,12}(?:授权|许可|允许|转载|发布)[^，,。]{0,12})"
)
"""What its other clauses are: ``，作者：王小明，编辑：方芳，经授权发布。``"""
MAX_REPRINTED = 160
"""Longest such line in characters."""
PRINTED_IN = re.compile(
    r"^[（(]?(?:本文|原文|文章)?(?:系|已)?(?:(?:原载|原刊|刊登|刊载|刊发|发表|首发|载)于|出自)\s?[^，。《]{0,14}(?P<source>《[^》]{2,20}》)[^，。！？]{0,24}$"
)
"""Where it was printed first, as a line: ``本文刊登于2020年4月22日《江城日报》``."""
TAKEN_FROM = re.compile(
    r"^[（(]?\s*(?:(?:本文|本篇|此文|文章|(?:以上)?内容)(?:来自|源自)|(?:本文|本篇|此文|文章|(?:以上)?内容|[信消]息)?"
    r"(?:来源[于自]|转自|转载自|摘自|选自|节选自|综合自|综合整理自|整理自)|(?:据|原载于?|原刊于?)(?=[《“]))"
    r"\s?[“《]?(?P<source>[^\s，,。:：！？（(]{2,30}?)[”》]?(?:等|综合报道|\s?(?:20\d\d年)?\d{1,2}月\d{1,2}日[^，。）)]{0,12})?\s*[）)]?。?$"
)
"""Where it is from, as a line without a colon: ``本文综合自江城日报、江城发布``."""
ORIGINAL = re.compile(r"^原创[\s\u3000]+\S")
"""How WeChat's line of people and account begins: ``原创 王小明 江城日报``."""
ORIGINAL_BY = re.compile(
    r"^原创\s*(?=20\d\d)[^·]{10,20}\d\s*·\s*(?P<account>[\u4e00-\u9fffA-Za-z][\w-]{1,15})$"
)
"""The same on platforms: ``原创2020-04-22 10:27·健康江城``."""
ACCOUNT = re.compile(r"^[\u4e00-\u9fffA-Za-z]{2,16}$")
"""An account's name between people and a day, as WeChat sets it: ``顾明远 邬红 江城规划 2022-07-10``."""
RANK = re.compile("(?:会员|版主|管理员|网友|用户|楼主|游客)$")
"""What forums call people, and is no name."""
PEOPLE_ALONE = re.compile(
    rf"^[（(](?P<names>(?!(?:{any_of(REGIONS)})[)）]){_SURNAME}[\u4e00-\u9fff]{{1,2}}"
    rf"(?:[\s\u3000、]+{_SURNAME}[\u4e00-\u9fff]{{1,2}}){{0,3}})[)）]$"
)
"""Nothing but names in brackets, as an article's last line: ``（王小明 李红）``."""
BULLETED = re.compile(
    rf"^[■□●◆▲◎⊙○◇/／]\s*(?:[\u4e00-\u9fff]{{4,20}}[\s\u3000]+)?"
    rf"(?P<names>(?!{_SURNAME}[\u4e00-\u9fff]{{3}}$){_PERSON}(?:[\s\u3000、]+{_PERSON}){{0,3}})$"
)
"""A paper's authors in a line of their own, behind where they work: ``■胡伟``, ``◎江城证券公司 刘铁``."""
REPORTED = frozenset("报道 日报道 号报道 讯 日讯 号讯 电 日电 号电 消息 日消息".split())
"""What stands behind a medium and a day: ``江城晚报2024-05-07号报道``."""
DESK = re.compile(
    r"^[〔【（(\[]?(?P<desk>[\u4e00-\u9fff]{2,6}(?:中心|[组部社台])?)\s?[／/]\s?(?:综合|[\u4e00-\u9fff]{2,3})(?:外电)?报[导道][〕】）)\]]?$"
)
"""Taiwan's desks, as a line: ``社會中心／綜合報導``."""
_OF_THREE = rf"{_SURNAME}[\u4e00-\u9fff](?![县市区])[\u4e00-\u9fff]"
REPORTS_FROM = re.compile(
    rf"^[（(〔\[【]?(?:(?P<source>[\u4e00-\u9fffA-Za-z]{{2,14}})\s?[|｜]\s?(?={_PERSON}\s))?(?P<names>{_PERSON})"
    r"\s*(?:报[导道]\s*(?:[／/]\s*[\u4e00-\u9fff]{2,8})?|(?:[／/]\s?|(?<=[\u4e00-\u9fff]{3})\s)(?:综合|[\u4e00-\u9fff]{2,3})报[导道])[)）〕\]】]?$"
)
"""Taiwan's broadcasters: ``李晨 報導 / 台南市``, ``李晨／台南報導``, ``新頭殼newtalk | 李晨 台南報導``."""
REPORTED_IN = re.compile(
    rf"^[\[【〔（(]?(?:[\u4e00-\u9fff]{{2,6}}记者|记者)(?P<names>{_OF_THREE})(?:综合|[\u4e00-\u9fff]{{2,3}})报[导道][\]】〕）)]?$"
    rf"|^[（(](?P<bracketed>{_OF_THREE})报[导道][)）]$|^(?:综合报[导道]|采访撰稿|专题报[导道])\s?[／/]\s?(?P<behind>{_PERSON})$"
)
"""The same glued: ``[記者王大明台北報導]``; behind what they did: ``綜合報導／王大明``."""
REPORTED_AT_DESK = re.compile(
    rf"^[\u4e00-\u9fff]{{2,4}}(?:中心|[组部])\s?[／/]\s?(?P<names>{_OF_THREE}(?:、{_OF_THREE}){{0,3}})报[导道]$"
)
"""The same at a desk: ``生活中心／王大明報導``. A name of two characters may be a city's."""

_REPORTED_BY = rf"{_SURNAME}[\u4e00-\u9fff·]{{1,2}}?"
REPORTED_BY = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{0,8}}(?:记者|通讯员)[\s:：]*(?P<labelled>{_REPORTED_BY}(?:[\s、]+{_REPORTED_BY}){{0,3}})\s*"
    rf"|(?:(?P<source>[\u4e00-\u9fff]{{2,10}}{MEDIUM})[\s\u3000/|｜]+)?(?P<names>{_REPORTED_BY}(?:[\s、]+{_REPORTED_BY}){{0,3}})[\s\u3000]+)(?:摄影|图文|视频|综合)?报[道导]$"
)
"""People whose report it is, as a line of its own: ``王文 黎方 摄影报道``, ``通讯员 吕军报道``."""
WORKED = re.compile(
    rf"^[（(]?(?:(?P<source>[\u4e00-\u9fff]{{2,10}}{MEDIUM})[\s\u3000/|｜]+)?(?P<names>{_PERSON}(?:[\s\u3000、]+{_PERSON}){{0,3}})"
    r"[\s\u3000]+(?:文\s?[/／]\s?图|图\s?[/／]\s?文|图文|文图)[)）]?$"
    rf"|^[（(](?P<writers>{_REPORTED_BY}(?:、{_REPORTED_BY}){{0,3}})文[\s\u3000、，,/／]+[\u4e00-\u9fff、]{{2,12}}[图摄][)）]$"
    rf"|^[（(](?:本文)?作者[\s:：]?(?P<author>{_REPORTED_BY})[，,\s]?系[^。；;：:]{{4,40}}[)）]$"
)
"""People behind whose names stands what they did or are: ``（王小明 文/图）``, ``（王小明文 李红图）``,
``（作者王小明系江城大学教授）``."""
SIGNED = re.compile(
    rf"^[（(](?P<source>[\u4e00-\u9fff]{{2,10}}{MEDIUM})[\s\u3000]+(?P<names>{_PERSON}(?:[\s\u3000、]+{_PERSON}){{0,3}})[)）]$"
)
"""A paper and its people in brackets: ``（江城日报 王小明）``."""
REPORTER_OF = re.compile(
    rf"^(?P<names>{_PERSON})[\s\u3000]+(?:本[报网刊台社]|[\u4e00-\u9fff]{{2,10}}{MEDIUM})(?:特约|首席|高级|见习|实习)?(?:记者|通讯员|评论员)$"
)
"""A person and what they are: ``王小明　江城日报记者``."""
WITH_AGENCIES = re.compile(
    rf"^(?P<names>{_PERSON}(?:[／/、]{_PERSON}){{0,3}})\s?[（(](?:[\u4e00-\u9fff]{{2,4}}社[、，,/]?){{1,5}}[^）)]{{0,6}}[)）]$"
)
"""People, and the agencies they took from: ``李红/王小明（德新社、路透社）``."""
PEOPLE_LINES = (
    WITH_AGENCIES,
    PEOPLE_ALONE,
    REPORTS_FROM,
    REPORTED_IN,
    REPORTED_AT_DESK,
    BULLETED,
    REPORTED_BY,
    WORKED,
    SIGNED,
    REPORTER_OF,
)
"""The lines of nothing but people that no label with a colon tells."""

_NAME = r"[\u4e00-\u9fff·]"
UNCOLONED = re.compile(
    # 记者 王小明 通讯员 李红; 澎湃新闻记者 李雷; （江城日报记者王小明）; 编辑　赵云
    r"(?:^|(?<=[\s（(【\[〔□■●◆▲/|]))(?:[\u4e00-\u9fffA-Za-z·+]{0,20}?"
    rf"(?P<people>{any_of([*PEOPLE, *WORKERS, *(word for word in (*AUTHOR, *EDITOR) if len(word) > 1)])})"
    r"(?:[\s\u3000]+|\s*[|｜丨]\s*|[,，]\s?)"
    rf"(?={_LABELLED}(?!.*\s摄[)）]?$))"
    # 江城融媒记者：王小明; 本报记者王小明
    rf"|(?:本[报网刊台]|[\u4e00-\u9fff]{{1,8}}(?:{MEDIUM}体?(?:中心)?))?"
    rf"(?P<glued>{any_of(PEOPLE)})(?:\s*[:：]\s*|(?={_LABELLED}(?![／/])))"
    # behind a reporter, whatever surname: 通讯员户明中
    r"|(?<=\s)(?P<correspondent>通讯员)[\s\u3000]*(?=[\u4e00-\u9fff]{2,3}(?:$|[\s、]))"
    # 王小明/文 李红/图
    rf"|(?P<before>{_PERSON})[／/](?P<part>文图|图文|文|图|摄影|摄)(?=[\s）)]|$)"
    # 王小明 文/图
    rf"|(?:^|(?<=[\s／/|｜]))(?P<both>{_PERSON})[\s\u3000]?(?:文[／/、]?[图摄]|图[／/、]?文)(?=[\s）)]|$)"
    # 江城广播/王小明
    rf"|(?P<medium>[\u4e00-\u9fff]{{0,8}}(?:{MEDIUM}|广播|电视台|频道))[／/](?={_PERSON})"
    # 王小明/江城日报
    rf"|(?P<writer>{_PERSON})[／/](?=[\u4e00-\u9fff]{{0,8}}{MEDIUM}(?:[\s）)]|$))"
    # | 来源江城 | 作者王小明
    rf"|(?P<barred>来源|作者)(?=(?:{_LABELLED}|[A-Za-z]{{2,16}}|[\u4e00-\u9fff]{{0,10}}{MEDIUM})\s*(?:[|｜丨]|$))"
    # 王小明 报道　2024-03-05
    rf"|(?:^|(?<=[\s|｜]))(?P<reporting>{_PERSON})[\s\u3000]+报[导道](?=[\s\u3000|｜]|发布|更新)"
    # 日期 05.03.2024
    rf"|(?:^|(?<=[\s|｜]))(?P<time>{any_of(TIME)})[\s\u3000]+(?=20\d\d\D|\d{{1,2}}[./]\d{{1,2}}[./]20\d\d)"
    # 来源 江城日报
    rf"|(?P<source>{any_of(SOURCE)})[\s\u3000]+(?=\S{{1,12}}{MEDIUM}(?:\s|$)))"
)
"""A label whose colon is left out: a name stands behind it, and before it at most the paper's."""
BRACKETED = re.compile(
    rf"[【\[](?P<label>{any_of([*SOURCE, *AUTHOR, *EDITOR, *OTHER, *WORK, *CODE])})[】\]]\s*(?=[\u4e00-\u9fffA-Za-z“])"
)
"""A label in brackets: ``【撰文】王小明``."""
ALONE = re.compile(
    rf"^(?:(?P<source>{any_of([*SOURCE, '来自'])})|(?P<author>{any_of(AUTHOR)})|(?P<editor>{any_of(EDITOR)})|(?P<time>{any_of(TIME)}))$"
)
"""A label in a box of its own, without a colon: ``<dt>来源</dt><dd>江城日报</dd>``."""
MEDIUM_OF_REPORTER = re.compile(
    rf"(?:^|(?<=[\s|｜丨/]))(?P<medium>(?!本)[\u4e00-\u9fff]{{2,8}}?{MEDIUM})(?:全媒体|融媒体?|首席|特约|见习|实习)?记者"
)
"""Whose reporter somebody is, beside a day: ``江城日报记者 王小明 2024-03-05``."""
_REPORTS = rf"(?:特派|地方|驻[\u4e00-\u9fff]{{2,3}})?记者(?P<names>{_NAME}{{2,4}}(?:、{_NAME}{{2,4}}){{0,4}})\s*[／/][^／/。，]{{2,10}}报[导道]"
DATELINE = re.compile(
    rf"(?:(?P<source>[A-Za-z]{{2,10}}新闻[云网]?|[\u4e00-\u9fff]{{2,8}}(?:报|社|网|电视|新闻))\s*[／/〔\[（(]?\s*)?"
    rf"(?<![\u4e00-\u9fff]){_REPORTS}"
)
"""Taiwan's papers: ``聯合報／ 記者陳小明／新北報導``, ``〔記者陳小明／台北報導〕``."""
DATELINED = re.compile(
    r"^【(?P<bracketed>(?!本|据)[\u4e00-\u9fff]{2,6}(?:网|时报|日报|晚报|新闻))(?:综合报[道导]|讯|(?:[驻特赴派]{1,3}\S{0,8})?记者\s?[^】]{2,16})?】"
    r"|^[（(【〔\[]?(?P<source>(?!本|据)[\u4e00-\u9fff]{2,4}(?:社|网|新闻|日报|晚报))(?:记者[^\d，。]{2,16}?)?"
    r"[\u4e00-\u9fff]{0,10}(?:\d{1,2}月)?\d{1,2}日(?:(?:新媒体|综合)?[专外]?电|讯)"
)
"""The agency or paper that a first paragraph begins with, before place, day and 电 or 讯."""
REPORTER = tuple(
    re.compile(pattern)
    for pattern in (
        # 〔記者陳小明／台北報導〕; （中央社記者王小明台北20日電）
        rf"^[〔【（(\[]?(?:中央社)?{_REPORTS}",
        rf"^[〔【（(\[]?[\u4e00-\u9fff]{{2,4}}社记者(?P<names>{_NAME}{{2,3}}(?:、{_NAME}{{2,3}}){{0,4}})[\u4e00-\u9fff]{{2,3}}\d{{1,2}}日(?:综合)?(?:外)?电",
        # 新华社北京5月19日电（刘艺、杨吉）
        rf"^[\u4e00-\u9fff]{{1,8}}(?:社|网)[\u4e00-\u9fff]{{0,8}}\d{{1,2}}月\d{{1,2}}日电\s*[（(](?:记者)?\s*"
        rf"(?P<names>{_NAME}{{2,8}}(?:[\s、，,]+{_NAME}{{2,4}}){{0,5}})[）)]",
        # 东方网记者曹磊5月13日报道
        rf"^(?:[\u4e00-\u9fff]{{2,8}}讯[\s:：]*)?[\u4e00-\u9fff]{{0,8}}?记者\s*(?P<names>{_NAME}{{2,4}}(?:[\s、]+{_NAME}{{2,4}}){{0,4}})"
        r"\s*(?=\d{1,2}月\d{1,2}日|报道|从)",
        # （记者 张三 李四）
        rf"[（(【](?![^（()）文]*摄\s*[）)】])[\u4e00-\u9fff·]{{0,20}}?(?:记者|通讯员)[\s:：]?\s*(?P<names>{_NAME}{{1,8}}"
        rf"(?:[\s、，,]+(?!制作|审看|剪辑|校对)(?:(?:见习|实习|特约|全媒体|融媒体?|首席)?(?:实习生|通讯员|记者)\s*)?{_NAME}{{1,4}}){{0,5}}?)"
        rf"(?:\s+(?:制作|审看|剪辑|校对){_NAME}{{2,4}})*\s*(?:摄影|报道|摄|文[/／、]?图|图[/／、]?文)?[）)】]",
        # 江城融媒讯（张三 李四）
        rf"^[\u4e00-\u9fff]{{2,10}}讯\s*[（(](?P<names>{_PERSON}(?:[\s、，,]+{_PERSON}){{0,3}})[）)]",
        # …釐清死因。（王小明／台中報導）
        rf"[（(](?P<names>{_PERSON}(?:、{_PERSON}){{0,3}})[／/][\u4e00-\u9fff]{{2,3}}报[导道][）)]$",
        # …相助。(姜慧丽)
        rf"[。！？”…]\s*[（(](?![^）)]*摄[）)])(?P<names>{_PERSON}(?:[\s\u3000、]+{_PERSON}){{0,3}})[）)]$",
    )
)
"""How running text names its reporters, the surest form first."""
