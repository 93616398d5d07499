"""Labels of the lines that say where an article comes from, in Simplified (text is folded first).

Collected from the article pages of portals, agencies, county media centres and government sites.
"""

import re


def _spaced(labels: str) -> str:
    """Alternation of labels, longest first, white space allowed between their characters."""
    ordered = sorted(labels.split(), key=len, reverse=True)
    return "|".join(r"\s?".join(map(re.escape, label)) for label in ordered)


SOURCE = _spaced(
    "来源 稿源 文源 文章来源 信息来源 稿件来源 新闻来源 本文来源 内容来源 原文来源 消息来源 来稿单位 "
    "供稿单位 发布机构 发布单位 转载自 转自 出处 媒体 来源媒体 综合来源"
)
AUTHOR = _spaced(
    "作者 记者 本报记者 本网记者 本刊记者 通讯员 本报通讯员 特约通讯员 特约记者 见习记者 实习记者 "
    "全媒体记者 融媒记者 首席记者 撰文 撰稿 文字 采写 供稿 图文 文图 撰稿人 投稿 文章作者 本文作者"
)
EDITOR = _spaced(
    "责编 责任编辑 编辑 审核 编审 主编 编发 编校 责任审核 值班编辑 值班主编 值班主任 执行主编 执行编辑 "
    "网络编辑 网编 见习编辑 实习编辑 本期编辑 本文编辑 文字编辑 新媒体编辑 编辑审核 审核人 审稿 审校 "
    "初审 复审 终审 一审 二审 三审 一校 二校 三校 签发 审签 编辑人"
)
OTHER = _spaced(
    "校对 监制 总监制 出品 出品人 美编 视觉 设计 制作 统筹 策划 总策划 摄影 摄像 图片 图 海报 剪辑 "
    "总编辑 总编 排版 制图 配音 值班 编务 校审"
)
TIME = _spaced(
    "时间 日期 发布时间 发表时间 发布日期 更新时间 更新日期 修改时间 发稿时间 成文日期 发文日期 刊发时间 "
    "添加时间 创建时间 上传时间 最后更新 发表于 发布于 更新于"
)
COUNTER = _spaced(
    "浏览 浏览次数 浏览量 点击 点击数 点击量 点击次数 阅读 阅读量 阅读次数 阅读数 访问量 访问次数 人气 "
    "字号 字体 字体大小 评论 评论数 热度 编号 索引号 文号 稿件编号 分享到 分享 收藏 保护视力色 视力保护色 字数 栏目 "
    "所属栏目 分类 标签 关键词 关键字 类别"
)

COLON = r"\s*(?:[:：]|(?<!\s)\s?[丨｜|/／](?=\s?[\u4e00-\u9fff]))\s*"

LABEL = re.compile(
    rf"(?P<source>{SOURCE}){COLON}|(?P<author>{AUTHOR}){COLON}|(?P<editor>{EDITOR}){COLON}"
    rf"|(?P<other>{OTHER}){COLON}|(?P<time>{TIME}){COLON}|(?P<counter>{COUNTER}){COLON}"
)

FURNITURE_WORDS = re.compile(
    r"字号[:：]?|字体[:：]?|\[?\s?(?:特大|超大|大|中|小|默认)(?:[\s|｜/·]+(?:特大|超大|大|中|小|默认))+\s?\]?|A[+-]|T[+-]|"
    r"打印(?:本页|本文|此页|文章)?|关闭(?:本页|窗口)?|收藏(?:本页|本文)?|分享(?:到|至)?|我要?纠错|纠错|举报|"
    r"(?:[\d,.]+万?\+?\s*(?:次)?(?:评论|阅读|浏览|点击|人参与|条评论|跟贴|跟帖|点赞))|"
    r"评论\s?\(?\d*\)?|点赞|听新闻|语音播报|播报文章|复制链接|返回首页|加入收藏|手机(?:看|阅读|版)|扫一扫|无障碍|"
    r"微信|微博|QQ空间|QQ|朋友圈|人民网|新浪微博|原创|转载|正文|阅读\s?\d+|浏览\s?\d+|次浏览|次阅读|次"
)
"""What else stands in such lines and says nothing of the article."""

SOURCE_NAME = re.compile(
    "^[\u4e00-\u9fffA-Za-z0-9·]{0,12}(?:报|网|社|新闻|日报|晚报|早报|时报|电视台|广播|客户端|频道|传媒|在线|"
    "融媒体?(?:中心)?|发布|杂志|周刊|视频|观察|之声|卫视|头条|财经|通讯|政府|办公室|委员会|宣传部)$"
)
"""A name without a label that is a medium's."""

BYLINE_REPORTER = re.compile(
    r"[（(【](?:[\u4e00-\u9fff]{0,8}?)?(?:记者|通讯员|特约记者)[\s:：]?\s*"
    r"(?P<names>[\u4e00-\u9fff·]{1,8}(?:[\s、，,]+(?:(?:实习生|通讯员|记者)\s*)?[\u4e00-\u9fff·]{1,4}){0,5})"
    r"(?:\s*(?:摄影|报道|摄))?[）)】]"
)
"""``（记者 张三 李四）`` in running text."""

DATELINE_REPORTER = re.compile(
    r"^[\u4e00-\u9fff]{0,8}?(?:记者)\s*(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){0,4})"
    r"\s*(?=\d{1,2}月\d{1,2}日|报道|从)"
)
"""``东方网记者曹磊5月13日报道`` at the beginning of the first paragraph."""

AGENCY_WRITERS = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,8}(?:社|网))[\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日电\s*[（(](?:记者)?\s*"
    r"(?P<names>[\u4e00-\u9fff·]{2,8}(?:[\s、，,]+[\u4e00-\u9fff·]{2,4}){0,5})[）)]"
)
"""``新华社北京5月19日电（刘艺、杨吉）``."""
