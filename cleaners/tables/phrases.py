"""Phrases of lines that belong to a site and not to its articles, in Simplified (text is folded first).

Written by hand from what Chinese news sites, WeChat accounts and mirror farms put around articles.
Each pattern describes a *whole* line or its beginning: a sentence of an article that has the same
words in its middle (“市民可关注‘上海发布’微信公众号预约”) matches none of them.

The lists are alternatives divided by white space; each is a regular expression.
"""

import re


def _any(alternatives: str) -> str:
    return "(?:" + "|".join(alternatives.split()) + ")"


_ORNAMENT = r"[\s（(【\[「『<《“\"'↑↓→←▲▼△▽▶►◀☞☛👉👇👆⬆⬇↗↘·•●◆■★☆※*—\-–_=~…🔽🔼\ufe0f]*"

_CHANNEL = _any(r"""
    微信公众号 微信公众平台 公众号 公众平台 官方微信 微信号 微信平台 订阅号 服务号 视频号 官方微博 新浪微博
    腾讯微博 微博 抖音号 官方抖音 抖音 快手号 快手 头条号 百家号 小红书 今日头条 新闻客户端 手机客户端 客户端
    手机报 手机版 移动端 小程序 [Aa][Pp][Pp] 二维码 微信群 QQ群 微信视频号 官方账号 官网微信 官微 双微 微信
""")
"""Where sites want to be followed."""

CHANNEL_LABEL = re.compile(
    rf"^{_ORNAMENT}[^。！？，,；;：:]{{0,14}}?{_CHANNEL}(?:[和与、及/|]?{_CHANNEL})*"
    r"(?:[:：]\s*[\w\-]{2,24})?[\s）)】\]」』>》↑↓▲▼]*$"
)
"""The caption of a QR code: ``乡村干部报网 微信公众号``."""

_POLITE = _any(r"""
    请 敬请 欢迎 快来 快 赶快 赶紧 立即 马上 记得 别忘了 不要忘记 您?可以? 即可 如何 用手机 手机 打开 使用 用
""")
_VERB = _any(r"""
    搜索 搜一搜 扫码 扫一扫 扫描 扫扫 长按 识别 点击 轻点 点一?下 点(?=上方|下方|右上|左下|个?在看) 轻触 戳 猛戳
    关注 订阅 下载 添加 加入 安装
""")
_MORE = _any("更多 获取更多 了解更多 想了解更多 查看更多 阅读更多 欲知更多")
_MORE_VERB = _any("关注 扫码 扫描 下载 点击 登录 搜索 订阅 长按")

CALL = re.compile(
    rf"^{_ORNAMENT}(?:{_POLITE}*(?:微信|QQ|支付宝|抖音)?{_VERB}"
    rf"|{_MORE}[^。！？]{{0,36}}?[，,]?\s*(?:请|敬请|欢迎|可)?{_MORE_VERB})"
)
"""How a call to follow, scan or download begins."""

NO_CALL = re.compile(
    rf"^{_ORNAMENT}{_VERB}[^，。！？]{{0,12}}的(?!我们|本|官|微|公众|视频|抖音|新闻|手机|客户|小程序|二维码|APP)"
)
"""``关注公众号的用户…`` is about those who follow, and asks nobody to."""

CALL_TARGET = re.compile(
    _CHANNEL
    + "|"
    + _any(r"""
    蓝字 蓝色 小字 上方 下方 左下角 右上角 图片关注 阅读原文 查看原文 在看 点赞 星标 置顶 名片 转发 收藏 www\.
    我们 本报 本网 本站 本公众号 本号 小编 官方 更多精彩 更多资讯 更多内容
    (?:资讯|信息|内容|新闻|精彩|报道|详情)[，,]?请?(?:关注|登录)
""")
)
"""What such a call is for."""

_TAP = r"(?:点个?(?:赞|在看)|在看|赞|分享|收藏|转发|评论|阅读)"

CALL_ELSEWHERE = re.compile(
    # 微信号：abc123
    rf"^{_ORNAMENT}{_CHANNEL}?(?:微信|公众号|微博|抖音|视频号|账号|ID)?(?:ID|号|账号|名称)?"
    r"\s*[:：]\s*[\w@\-]{2,30}\s*$"
    # 点个在看，分享↓↓↓
    rf"|^{_ORNAMENT}(?:{_TAP}|阅读原文|查看原文|阅读全文|展开全文|点击查看全文|显示全部|收起)"
    rf"(?:[\s、，,|/]*{_TAP})*[\s。！!~↓↑]*$"
    # 打开江城日报APP，阅读体验更佳
    rf"|^{_ORNAMENT}(?:打开|下载|使用|前往|登录|安装|进入|请?在|请?用)[^。！？]{{0,16}}(?:[Aa][Pp][Pp]|客户端|小程序|浏览器)"
    r"[^。！？\w]{0,3}(?:阅读|查看|体验|观看|看|浏览|享|参与|获取)[^。！？]{0,14}[。！!]?$"
    # 現在用APP看新聞 保證天天中獎
    r"|^[^。！？，]{0,24}(?:用|下载)[Aa][Pp][Pp]看(?:新闻|报道|文章)[^。！？，]{0,24}$"
    # 转自某某公众号
    r"|^(?:本文|文章)?(?:转载|转自|选自|来自)[^。！？]{0,20}(?:公众号|微信)[^。！？]{0,30}$"
    # what WeChat's own page says
    "|^"
    + _any(r"""
    预览时标签不可点 微信扫一扫 关注该公众号 继续滑动看下一个 轻触阅读原文 向上滑动看下一个 以上内容由.{0,20}提供
    收录于合集 收录于话题 喜欢此内容的人还喜欢 人划线 知道了 允许 取消 使用小程序 轻点两下取消赞 轻点两下取消在看
    原创 返回顶部 返回首页
""")
    + r"[\s\d#：:]*.{0,12}$"
)
"""Other lines that ask for a tap."""

SHARE_BAR = re.compile(
    r"^(?=.*[^\W\d])"
    + _any(r"""
    分享(?:到|至|文章|本文|让更多人看到)? 一键分享 复制链接 复制网址 微信好友 微信 朋友圈 微信朋友圈 QQ好友 QQ空间
    腾讯QQ QQ 新浪微博 腾讯微博 微博 人人网 豆瓣网? 开心网 百度贴吧 贴吧 [Ff]acebook [Tt]witter L[Ii][Nn][Ee]
    WhatsApp Telegram Email 邮件 打印 收藏 点赞 评论 举报 纠错 我要纠错 推荐 顶 踩 赞 取消 关闭 保存 更多 扫一扫
    二维码 字号 大 中 小 A\+ A- 听新闻 [:：\s|/、·\d()（）\[\]【】>+]
""")
    + "+$"
)
"""A line of nothing but share and print buttons."""

_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"

SITE_NOTICE = re.compile(
    r"^[\s*※★■●【\[（(“\"]*"
    + _any(rf"""
    [\u4e00-\u9fff]{{0,8}}?(?:版权|免责|特别|郑重|权利|转载|侵权|风险|版权与免责|平台|原创)(?:声明|提示|说明|提醒)
    声明[:：] 版权所有 [Cc]opyright © ⓒ Notice:\sThe\scontent
    凡(?:本网|本站|注明|来源|标注|未注明)
    本(?:网|站|报|平台|公众号|号|栏目|文|作品|稿)[^。]{{0,24}}(?:转载|注明来源|版权|不代表|仅供参考|不承担|侵权|如有异议)
    本文系[^。]{{0,30}}(?:用户|作者|网易号)
    未经[^。]{{0,20}}(?:授权|许可|同意|允许)[^。]{{0,24}}(?:不得|禁止|严禁|请勿|转载)
    (?:以上|该|此|上述)?(?:内容|文章|本文|观点|言论|信息|图片|文中)[^。]{{0,24}}(?:仅代表|不代表|仅供参考|与本[网站]|网络)
    以上内容(?:如有|为) 转载(?:请|须|需|时请)
    (?:图片|素材|文字|内容|部分图片|文图)(?:来源于?|来自|源自)(?:网络|互联网)
    如(?:有|涉及|若|存在|发现)[^。]{{0,16}}(?:侵权|版权|异议|侵犯) [若倘][^。]{{0,12}}侵权 侵[权删] 联系删除
    (?:违法和不良信息|不良信息|网上有害信息)?举报(?:电话|邮箱|热线)
    (?:投稿|联系|商务合作|广告合作|爆料|新闻|报料|读者|客服|服务)(?:邮箱|电话|热线|方式|微信|QQ)\s*[:：]
    {_PROVINCE}ICP[备证] ICP备 互联网新闻信息服务许可证 增值电信业务 网络视听许可证 公网安备
""")
)
"""Notices on rights and liability, imprint and hotlines."""

IMPRINT = re.compile(
    "版权所有|未经授权|ICP|备案|主办单位|[社局府委]主办|承办|技术支持|网站(?:地图|声明|标识)|(?:关于|联系)我们"
    "|(?:地址|邮编|电话|邮箱|传真)[:：]|[Cc]opyright"
)
"""What a site's imprint says, at the foot of every page."""

NEIGHBOUR = re.compile(
    r"^[\s«‹<【\[]*"
    + _any(r"""
    上一篇 下一篇 上一条 下一条 上一页 下一页 上篇 下篇 前一篇 后一篇 上一章 下一章 前一页 后一页 上一个 下一个
    阅读下一篇 返回列表 返回目录 返回上一页 返回顶部 返回[\u4e00-\u9fff]{2,4}[，,]?查看更多 尾页 首页
""")
    + r"(?:\s*[:：>»›】\]]?.*)$"
)
"""Links to the articles before and after."""

PAGER = re.compile(
    r"^(?:共\s?\d+\s?页|第\s?\d+\s?页|\[?\d{1,3}\]?(?:[\s|]+\[?\d{1,3}\]?)+|[<«‹]+|[>»›]+)"
    r"(?:\s*(?:上一页|下一页|尾页|首页|\d+|>|>>))*$"
)
LONE_NUMBER = re.compile(r"^[\[(（【]?\s*\d{1,6}\s*[\])）】]?$")

CUT = re.compile(
    r"^[\s■●◆★▲▼【\[（(《“>|丨—\-·#]*"
    + _any(r"""
    相关(?:阅读|新闻|报道|链接|文章|推荐|专题|资讯|内容|稿件|热词|视频|标签|搜索) 延伸阅读 拓展阅读 推荐阅读 热门阅读
    扩展阅读 更多(?:新闻|阅读|精彩|推荐|报道|资讯|文章|内容|相关)[\u4e00-\u9fff]{0,6}
    热门(?:推荐|文章|新闻|评论|资讯|排行|话题|视频|标签|搜索) 最热(?:文章|新闻|评论)?
    最新(?:文章|新闻|资讯|评论|报道|推荐) 猜你喜欢 [你您]可能(?:还)?(?:喜欢|感兴趣)[\u4e00-\u9fff]{0,6}
    往期(?:回顾|推荐|精彩|内容|热文) 精彩(?:推荐|回顾|图片|视频|评论) 精选(?:推荐|文章|评论) 大家都在看 大家还在看
    还在看 (?:网友|最新|热门|全部|精彩|用户|读者)?(?:评论|跟贴|留言)(?:区|列表|\(\d+\)|（\d+）)? 发表评论 我要评论
    我来说两句 文明上网[\u4e00-\u9fff，]{0,20} 为[你您]推荐 编辑推荐 小编推荐 今日(?:热点|推荐|头条|要闻) 本站推荐
    图片推荐 视频推荐 新闻推荐 专题推荐 点击排行 阅读排行 新闻排行 排行榜 热点(?:推荐|新闻|排行|专题) 头条推荐
    相关推荐 看了又看 友情链接 合作媒体 广告 推广 责任编辑推荐 图说新闻 图集推荐 24小时(?:热文|热点|排行) 作者其他文章
""")
    + r"\s*(?:[>»›:：】\]）)》”|丨▼↓+—\-·…\s]|更多|换一换|More|MORE|查看更多)*$"
)
"""Headings of what follows an article."""

COMMENT_CONTROLS = re.compile(
    r"^(?=.*(?:回复|回覆|赞|顶|踩|举报|有用|回应|引用))"
    + _any(r"""
    回复 回覆 点赞 赞同 赞 顶 踩 举报 有用 没用 回应 引用 支持 反对 分享 删除 收藏 展开 收起 查看 全部 条 楼主 楼 评论
    发表于 发布于 刚刚 昨天 前天 今天 [天时分秒周月年日前小个] 来自 客户端 网友 [\W\d_]
""")
    + "+$"
)
"""What stands under a reader's comment: ``2024-03-01 10:20 回复 赞(3)``."""

BREADCRUMB = re.compile(
    r"^\s*(?:您?(?:现在|当前|目前)?的?(?:所在)?位置(?:是)?\s*[:：]|当前(?:位置|栏目)\s*[:：]?"
    r"|(?=(?:首页|主页|网站首页)\s*[>»›→/\\-])|(?=[∙·•\s]*[\u4e00-\u9fff]{2,8}\s*[>＞›»]\s*$))"
)
BREADCRUMB_GAP = re.compile(r"\s*(?:>+|»|›|→|&gt;|＞|—>|->)\s*")
NO_SECTION = frozenset(
    "首页 主页 网站首页 正文 详情 内容 文章 文章详情 新闻详情 详细内容 当前位置 返回".split()
)
"""What stands in breadcrumbs and is no section."""

BUTTON = re.compile(
    "^"
    + _any(r"""
    编辑 播报 讨论 展开 收起 展开全部 收起全部 展开更多 上传视频 查看 查看大图 查看原图 查看图集 点击放大 放大图片 放大
    下载图片 保存图片 复制 复制代码 全屏 全屏播放 暂停 重播 倍速 静音 收藏 点赞 举报 分享 评论 回复 关注 \+关注
""")
    + "$"
)
"""A button that stands at every section or picture. Once alone it may be anything."""
CONTENTS = re.compile(r"^(?:目录|本文目录|文章目录|内容目录|目\s录|导航|本文导读|文章导航)[:：]?$")
"""The heading of a table of contents."""
CONTENTS_NUMBER = re.compile(
    r"^[\s·•▪\-—]*(?:\d{1,2}(?:\.\d{1,2})*[.、．]?|[一二三四五六七八九十]{1,3}、)?\s*"
)
"""What stands before an entry of a table of contents."""

END_MARK = re.compile(
    r"^[\s（(【\[—\-－]*(?:完|END|End|end|全文完|本文完|THE END|The End|结束)[\s）)】\]—\-－]*$"
)
EMPTY_PLAYER = re.compile(
    "^(?:Play Video|"
    + _any(r"""
    播放视频 视频加载中.* 正在加载.* 加载中.* 您的浏览器.{0,30} 点击播放 全屏 重播 0:00 /\d{1,2}:\d{2}
    \d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2} 广告 推广 AD Advertisement ADVERTISEMENT 点击查看大图 点击图片查看大图
""")
    + ")$"
)
"""What is left of a video player or an advertisement."""

EDITOR_TAIL = re.compile(
    r"\s*[（(【\[]\s*(?:本文)?(?:责任编辑|责编|编辑|实习编辑|值班编辑)\s*[:：]?\s*"
    r"[\u4e00-\u9fff·\s、，,]{1,24}[)）】\]]\s*$"
)
"""``（责编：张三）`` behind the last sentence."""
