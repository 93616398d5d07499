"""What stands in source lines and says nothing of the article: buttons, counters, font sizes.

Collected from the same pages as `tables.labels`, in Simplified.
"""

import re

from cleaners.tables.media import REGIONS
from cleaners.tables.patterns import any_of, beginning, grouped

BUTTONS = """
打印 打印本页 打印本文 打印文章 打印此页 关闭 关闭本页 关闭窗口 收藏 收藏本页 收藏本文 分享 分享到 分享至 分享让更多人看到
我要纠错 我要评论 我要分享 纠错 举报 评论 点赞 听新闻 语音播报 播报文章 复制链接 返回首页 加入收藏 手机看 手机阅读 手机版 图集
扫一扫 无障碍 微信 微博 QQ空间 QQ 朋友圈 人民网 新浪微博 原创 转载 正文 关注 已关注 官方账号 次浏览
我要投稿 投稿 订阅 用手机看 手机看新闻 发表评论 说两句 我来说两句 显示全部楼层 阅读模式 倒序浏览 只看该作者 电梯直达
次阅读 次 字号 字体 小字体 大字体 回到首页 网站声明 收听 AI朗读 AI播报 AI听报 智能朗读 语音朗读 朗读全文 朗读 倍速
""".split()
BUTTON_LINE = re.compile(rf"^(?:{any_of(BUTTONS)})[:：]?$")
"""A button that is a line of its own."""
FURNITURE_WORDS = re.compile(
    beginning(
        BUTTONS,
        r"本第新服客热电#预时正全约已于hw访发I属农甲乙丙丁戊己庚辛壬癸粉共收分↑↓>＞\[\s特超大中小默今昨前刚星周\d,.阅浏评A-HT+",
    )
    + grouped(
        r"本[报网刊台社][\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日[讯电]",
        rf"(?:发[布表]于|IP属地|属地)\s?[:：]?\s?(?:(?:{any_of(REGIONS)})[省市]?)?",
        r"(?:订阅|粉丝|关注)[数量]?\s?\d[\d.]*\s?[万wkWK]?",
        r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年(?:闰?[正一二三四五六七八九十冬腊]{1,2}月)?(?:[初十廿三]十?[一二三四五六七八九十])?",
        r"\[?\s?[↑↓]?(?:特大|超大|大|中|小|默认)(?:[\s|｜/·↑↓]+(?:特大|超大|大|中|小|默认))+\s?\]?",
        r"第?\s?[A-Z]?\d{1,3}\s?版(?:\s?[:：]\s?[\u4e00-\u9fff]{1,8}(?![\u4e00-\u9fff]))?",
        r"[>＞]{2}\s?[\u4e00-\u9fff]{2,10}",
        r"返回[\u4e00-\u9fff]{2,4}[，,]?查看更多",
        r"(?:星期|周)[一二三四五六日天](?![\u4e00-\u9fff])",
        r"(?:今天|昨天|前天|刚刚|\d+\s?(?:分钟|小时|天|秒钟?)前)(?:\s*\d{1,2}:\d{2})?",
        r"(?:阅读|预计)?时[长间]\s?[≈约]?\s?\d+\s?分钟|(?:预计)?阅读(?:全文|本文)?(?:大约|约|需要?)*\s?\d+\s?分钟|约?\d+\s?分钟(?:阅读|读完)|(?:正文|全文)?约?\s?\d+\s?字(?![\u4e00-\u9fff])",
        r"(?:本[报网刊台])?(?:新闻|服务|客服)?(?:热线|电话)\s?[:：]?\s?\d[\d-]{2,}",
        r"已?于[\s\u3000]*(?:修改|首次发布|编辑|发布|更新)|(?:阅读|浏览|收藏|点赞|评论|访问)[量数]?\s?\d[\d.,]*[万wkWK]?\+?|(?:https?://|www\.)[\w./:?&=%#~-]+",
        r"共?\s?[\d,.]+万?\+?\s*[次人]?(?:评论|阅读|浏览|点击|人参与|条评论|跟贴|跟帖|点赞)",
        r"(?:阅读|浏览|评论)\s?[(（]?\d+[)）]?",
        r"(?<![A-Za-z])[AT][+-]?(?![A-Za-z])|#[^\s#]{1,16}|\d+ min(?:ute)? read",
        rf"\+\s?关注|(?:{any_of(BUTTONS)}|[打关收分]\s[印闭藏享])[:：]?",
    )
)
"""What else stands in such lines and says nothing of the article."""
