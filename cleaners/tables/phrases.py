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
    手机报 手机版 移动端 小程序 [Aa][Pp][Pp] 二维码 微信群 QQ群 (?:读者|粉丝|交流|福利|业主|互助)群 微信视频号 官方账号 官网微信 官微 双微 微信
""")
"""Where sites want to be followed."""

CHANNEL_LABEL = re.compile(
    rf"^{_ORNAMENT}[^。！？，,；;：:]{{0,14}}?{_CHANNEL}(?:[和与、及/|]?{_CHANNEL})*"
    r"(?:[:：]\s*[\w\-]{2,24})?[\s）)】\]」』>》↑↓▲▼]*$"
)
"""The caption of a QR code: ``乡村干部报网 微信公众号``."""

_TAP = r"(?:点个?(?:赞|在看)|在看|赞|分享|收藏|转发|评论|阅读)"

CALL_ELSEWHERE = re.compile(
    # 微信号：abc123
    rf"^{_ORNAMENT}{_CHANNEL}?(?:微信|公众号|微博|抖音|视频号|账号|ID)?(?:ID|号|账号|名称)?"
    r"\s*[:：]\s*[\w@\-]{2,30}\s*$"
    # 江城发布 ID：jcfb2020; 官方微信：jcnews　官方微博：@江城新闻网
    rf"|^{_ORNAMENT}[\u4e00-\u9fff]{{2,14}}\s*(?:ID|{_CHANNEL}(?:账?号)?)\s*[:：]\s*(?:@\w|@?[A-Za-z])[\w\-]{{3,24}}\s*$"
    rf"|^(?:{_CHANNEL}\s*[:：]\s*[@\w\-]{{2,24}}[\s，,;；]*){{2,}}$"
    # 新媒体矩阵：微信 微博 抖音 快手
    rf"|^(?:新?媒体|传播)矩阵\s*[:：]?$|^(?:[\u4e00-\u9fff]{{2,8}}(?:数字报|电子报|手机报|客户端)[\s|、]*){{2,}}$"
    rf"|^(?:[\u4e00-\u9fff]{{0,8}}矩阵\s*[:：]?\s*)?{_CHANNEL}(?:[\s、，,|/丨·]+{_CHANNEL}){{2,}}$"
    # 你点的每个赞，我都认真当成了喜欢; 该内容由AI生成
    r"|^您?你?点的每一?个?(?:赞|[“\"]?在看)"
    r"|^[（(]?(?:该|本|以上|此)(?:内容|文章?|图|稿|摘要)[^。]{0,10}(?:AI|人工智能)[^。]{0,6}(?:生成|创作|撰写|合成)[^。]{0,10}$"
    # 转发给身边的人吧！; 将本文分享到：
    r"|^(?:快来?|赶紧|请|将|把){0,2}(?:本文|文章|网页|此文|它)?(?:分享|转发)(?:到|至|给)(?!了)[^，。：:]{0,16}[\s!！~。吧:：↓]*$"
    # 打开江城新闻，查看更多图片; 网友可登录江城新闻网查看更多内容
    r"|^打开[\u4e00-\u9fffA-Za-z]{2,12}[，,]?\s*(?:查看|阅读|看)(?:更多|全文|原文|精彩|完整)[^。，]{0,10}$"
    r"|^网友可?(?:以)?(?:登录|下载|打开)[^。]{0,24}(?:查看|阅读|了解|观看)[^。]{0,10}$"
    # 主编微信：jcxw2020，非诚勿扰
    r"|^[\u4e00-\u9fff]{0,6}(?:微信|QQ)号?\s*[:：]\s*[A-Za-z0-9][\w-]{4,}[^。]{0,12}$"
    # 商务合作请联系微信 jc-ad; 欢迎投稿，投稿邮箱：…
    r"|^(?:欢迎投稿|商务合作|广告合作|转载合作|合作请?联系|投稿请)[^。]{0,48}$"
    # 点个在看，分享↓↓↓
    rf"|^{_ORNAMENT}(?:{_TAP}|阅读原文|查看原文|阅读全文|展开全文|点击查看全文|显示全部|收起)"
    rf"(?:[\s、，,|/]*{_TAP})*[\s。！!~↓↑]*$"
    # 转自某某公众号
    r"|^(?:本文|文章)?(?:转载|转自|选自|来自|首发|原载|刊于|摘自|摘编自|授权转载)[^。！？]{0,20}(?:公众号|微信)[^。！？]{0,30}$"
    # 正在改变世界的人，都在 江城APP
    r"|^[^。！？]{4,24}[都就尽]在\s?[\u4e00-\u9fffA-Za-z]{1,8}\s?[Aa][Pp][Pp]$"
    # what WeChat's own page says
    "|^"
    + _any(r"""
    预览时标签不可点 微信扫一扫 关注该公众号 继续滑动看下一个 轻触阅读原文 向上滑动看下一个 以上内容由.{0,20}提供
    收录于合集 收录于话题 喜欢此内容的人还喜欢 人划线 使用小程序 轻点两下取消赞 轻点两下取消在看
""")
    + r"[\s\d#：:]*.{0,12}$|^(?:知道了|允许|取消|原创|返回顶部|返回首页)$"
)
"""Other lines that ask for a tap."""

EXPANDER = re.compile(
    r"^\W*(?:点击)?(?:展开|阅读|查看|显示|打开)(?:阅读)?(?:全部|剩余|余下|其余|更多|完整)?(?:全文|内容|正文)[^。，]{0,8}$"
)
"""A button that shows the rest of an article."""

SHARE_BAR = re.compile(
    r"^(?=.*[^\W\d])"
    + _any(r"""
    分享(?:到|至|文章|本文|让更多人看到)? 一键分享 复制链接 复制网址 微信好友 微信 朋友圈 微信朋友圈 QQ好友 QQ空间
    腾讯QQ QQ 新浪微博 腾讯微博 微博 人人网 豆瓣网? 开心网 百度贴吧 贴吧 [Ff]acebook [Tt]witter L[Ii][Nn][Ee]
    WhatsApp Telegram Email 邮件 打印(?:本页|此页|本文|文章)? 收藏 点赞 (?:查看|全部|最新)?评论 举报 纠错 我要(?:纠错|举报|分享|收藏|评论|打印|反馈) 推荐 顶 踩 赞赏? 赏
    手机(?:查看|观看|阅读|扫码) 人(?:阅读|浏览|观看|点赞|参与|评论|收藏) 取消 关闭(?:窗口|本页|页面)? 返回(?:首页|顶部|列表|上页|栏目) 反馈 保存 立即解锁 往下看更多文章 更多 (?:点击)?加载更多 查看更多 扫一扫 阅读 浏览
    喜欢作者 打赏作者 我来说两句 登录后(?:查看更多评论|可以?(?:发言|评论)|参与讨论|即可评论) 赞同 有用 没用 回应 回复 喜欢 不喜欢 打赏 生成海报 申请转载 赞赏支持 赞赏作者 转发 投币 顶一下 踩一下 私信 网站纠错 共(?=\s?\d) 展开 收起 看完整内容 (?:阅读|展开|查看)(?:剩余|余下|其余)(?:全文|内容|部分) 返回[\u4e00-\u9fff]{0,6}首页 回到?顶[端部] 我要留言 订阅(?:电子报|快讯) 加入会员 分享这[则篇](?:新闻|文章) Google\s?News 投诉 写?留言 精选(?:留言|评论) (?:用户)?(?:登录|注册) 文章 本文 特别推荐 顶部 底部 手机[\u4e00-\u9fff]{2,3}网 Share
    [\u4e00-\u9fff]{0,4}?(?:跟[贴帖]|意见反馈|留言板) 暂无评论 条评论 展开剩余 万 [Ww]\+? % 二维码 字号 大 中 小 A\+ A- 听新闻 [:：\s|/、·.,\d()（）\[\]【】>+%]
""")
    + "+$"
)
"""A line of nothing but share and print buttons."""

_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"

_OF_RIGHTS = (
    r"[^\u4e00-\u9fff]*$|.*(?:转载|版权|著作权|侵权|本[网站刊]|作品|文章|本文|内容|来源|观点|立场|登载|稿件|图片|上传|信息|原创"
    r"|网友|用户|自媒体|平台|仅供|参考|责任|谨慎|删除|创作|摘编|授权)"
)
"""What a declaration speaks of that a site sets under its articles; a firm's own may speak of anything."""

SITE_NOTICE = re.compile(
    r"^[\s*※★☆■□●◆◇◎▲▼▍【\[（(“\"]*(?:\d{1,2}[、.．]\s?)?"
    + _any(rf"""
    (?:◎|▲)?\s*[\u4e00-\u9fff]{{0,8}}(?:提醒您|温馨提醒)[:：][^。]{{0,16}}(?:酒驾|饮酒|吸烟|喝酒) (?:◎|▲)?珍惜生命[^。]{{0,40}}专线
    [\u4e00-\u9fff]{{0,8}}?(?:版权|免责|特别|郑重|权利|转载|侵权|风险|版权与免责|平台|原创)(?:声明|提示|说明|提醒)(?={_OF_RIGHTS})
    请?同意(?:我们|本站)的(?:隐私|[Cc]ookie|使用) 声明[:：](?={_OF_RIGHTS}) 版权所有(?![者人权]) [Cc]opyright © ⓒ Notice:\sThe\scontent
    凡(?:本网|本站|注明|来源|标注|未注明)
    本(?:网|站|报|平台|公众号|号|栏目|文|作品|稿)[^。]{{0,24}}(?:转载|抄袭|搬运|小编整理|注明来源|版权|不代表|仅供参考|不承担|侵权|如有异议)
    本文系[^。]{{0,30}}(?:用户|作者|网易号) 本文已?由?[^。，]{{0,10}}授权[^。，]{{0,10}}(?:发布|转载|刊[发载])
    [^。，]{{0,16}}(?:独家|原创)(?:稿件?|作品|内容|文章|报[道导])[，,][^。]{{0,24}}(?:转载|未经) (?:[^。]{{0,24}}(?:版权|原创)[^。]{{0,12}})?未经[^。]{{0,20}}(?:授权|许可|同意|允许)[^。]{{0,24}}(?:不得|禁止|严禁|请勿|谢绝|转载)
    (?:以上|该|此|上述)?(?:内容|文章|本文|观点|言论|信息|图片|文中)[^。]{{0,24}}(?:仅代表|不代表|仅供参考|与本[网站]|网络)
    默认签名[:：] 以上内容(?:如有|为|不构成) 转载(?:请|须|需|时请) 如需转载 (?:投资|股市)有风险(?=[^。]{{0,12}}[。！!]?$|.*(?:仅供参考|不构成))
    [^。，]{{0,16}}内容(?:均|皆|都|全部)?(?:来自|来源于|收集自|转载自)(?:于)?(?:互联网|网络)
    (?:本文|原文|文章)(?:链接|地址|网址)[:：] 欢迎[您你]?发表[^，。]{{0,8}}评论 文明上网[^。]{{0,20}}(?:发言|评论|跟[贴帖]) 今天是\s?\d (?:本文)?地址[:：]\s?https?: 欢迎[您你]?(?:访问|光临|登录|来到)[^。]{{0,24}}(?:[网站]|论坛|社区) [Pp]owered\s[Bb]y
    [（(]?[该本]?文中?(?:所有)?图片均?(?:受版权|来自|来源) 正文已结束 看完这[篇条](?:文章|新闻|报[道导]) 好文章，?需要[你您]的鼓励 对(?:这篇|本)文?章?有(?:想法|看法|话说)
    [\u4e00-\u9fff、/]{{0,8}}(?:合作|投稿|转载)[\u4e00-\u9fff、/]{{0,8}}[:：]\s*[\w.-]+@ 本版[^。]{{0,4}}(?:图片|照片)[^。]{{0,4}}由[^。]{{2,16}}$
    (?:题图|封面图?|头图|首图|配图|文中(?:配图|图片))[及和、][^。，]{{0,10}}(?:来自|来源于?|源自)[^。，]{{2,16}}$
    (?:图片|素材|文字|内容|部分图片|文图)(?:来源于?|来自|源自)(?:网络|互联网)
    如(?:有|涉及|若|存在|发现|对本[文稿站网])[^。]{{0,16}}(?:侵权|版权|异议|侵犯|需要请?联系) [若倘][^。]{{0,12}}侵权 侵[权删] 联系删除
    (?:违法和不良信息|不良信息|网上有害信息)?举报(?:电话|邮箱|热线)
    (?:投稿|商务(?:合作)?|广告(?:合作)?|新闻爆料|爆料|新闻|报料|读者)(?:邮箱|信箱|电话|热线|方式|微信|QQ)\s*[:：|｜丨]
    {_PROVINCE}ICP[备证] ICP备 互联网新闻信息服务许可证 增值电信业务 网络视听许可证 公网安备
""")
)
"""Notices on rights and liability, imprint and hotlines."""

IMPRINT = re.compile(
    "版权所有|未经授权|ICP|备案|主办单位|[社局府委]主办|承办|技术支持|网站(?:地图|声明|标识)|(?:关于|联系)我们"
    "|(?:地址|邮编|电话|邮箱|传真)[:：]|[Cc]opyright"
)
"""What a site's imprint says, at the foot of every page."""

IMPRINT_SURE = re.compile(
    r"ICP[备证]|公网安备|备案号?[:：]|网站标识码|版权所有[:：©]|[Cc]opyright\s?(?:©|\([Cc]\)|20|\?)|互联网新闻信息(?:服务)?许可证|增值电信业务|^\W*©"
)
"""Of those, what stands in imprints alone: the lines around it are one."""
GREETING = re.compile("(?:您好[,，!！]?)?欢迎(?:您?[来到访问光临浏]|您)")
"""What a site says to who comes in."""
DATELINE = re.compile(
    r"^\W{0,3}(?:[\u4e00-\u9fff]{2,6}[社网]|本[报网刊台])(?:[^，。]{0,16}\d日)?[^，。]{0,8}[电讯](?![话视脑影子力])"
)
"""How a newspaper's text begins: ``新华社上海11月30日电``, ``本报讯``."""
DOCUMENT_NUMBER = re.compile(r"^[\u4e00-\u9fff]{1,8}[〔\[（(【]\d{4}[〕\]）)】]\d+号$")
"""An order's number, alone above its text: ``清政办发〔2019〕29号``."""
NO_TITLE = re.compile(
    "^[一二三四五六七八九十]{1,3}、|[。；;…,，:：]$|[！？!?]”$|[。；]|^[（(【■●◆▲★·•▶►☞➤|]|^(?:本报|本网|本台|新华社|中新社)[^，]{0,12}[讯电]"
    r"|^\[[^\]]*\]\W*$|^20\d\d年\d+月\d+日|^[—–-]|^\W*[@>＞»]|\s[>＞»]\s|\|.*\||^新闻(?:中心|动态|资讯|频道)(?!\w)"
    rf"|{DOCUMENT_NUMBER.pattern}"
    "|(?:近日|日前|据悉|今天|昨天|昨日|当天)[,，]|^.{0,8}\\d日(?:上午|下午|晚)?[,，]|记者[^，]{0,6}[从在]"
)
"""What no title has: a clause's end, a full stop inside, a bullet, a dateline, a sentence's beginning."""
NEIGHBOUR = re.compile(
    r"^[\s«‹<【\[]*"
    + _any(r"""
    上\s?/\s?下一篇 上一[则篇](?!章) 下一[则篇](?!章) 上一条 下一条 上一页 下一页 上篇 下篇 前一篇 后一篇 上一章 下一章 前一页 后一页 上一个 下一个
    阅读下一篇 返回列表 返回目录 返回上一页 返回顶部 返回[\u4e00-\u9fff]{2,4}[，,]?查看更多 尾页 首页
""")
    + r"(?:\s*[:：>»›】\]]?.*)$"
)
"""Links to the articles before and after."""

PAPER_PAGE = re.compile(
    r"^(?:"
    + _any(r"""
    版面(?:概览|导航|列表|目录) 标题(?:导航|列表) 第?\s?[A-Z]?\d{1,3}(?:-\d{1,3})?\s?版?\s*[:：]\s*[\u4e00-\u9fff][\u4e00-\u9fffA-Z·\s\d]{1,14} 通版阅读请点击[:：]?
    (?:展开|收缩)通版 (?:当前|本)版[:：]?.{0,8} [首末上下前后]一?版 文章(?:标题|内容|作者) 放大 缩小 默认 [前后上下]一[天期] 返回(?:目录|版面)
    (?:数字|电子)[版报](?:首页)? 网站首页 (?:全文)?复制 朗读 PDF(?:版|下载)? 往期(?:回顾|报纸)? 报纸(?:列表|检索) 字体[:：]? 发布日期[:：]? [\s|>»-]
""")
    + r")+$"
)
"""What a digital newspaper sets around its articles: the page's number, the pages of the day."""
EVERY_PAGE = re.compile(
    r"^今天(?:是|为)?[:：]?\s?(?:20\d\d年.{0,24})?$|^(?:查看|浏览)?(?:全部|更多|详细|详情|[Mm]ore|MORE)\s?[>»]+$"
    r"|^[(（]?(?:资料|示意|网络|配)图片?[)）]?$|^图片默认标题\S{0,60}$|^[\w().（）-]{1,60}\.(?:jpe?g|png|gif|webp)$|.*[|｜]\s*打印\s*[|｜]\s*关闭\W*$|^\W*(?:请?输入)?验证码.{0,12}$|^\*\s?正文[:：]?$|^\S{1,24} 发表在 .{0,12}留言"
)
"""The day, a link to more, a picture without a caption."""
PAGER = re.compile(
    r"^(?:共\s?\d+\s?页|第\s?\d+\s?页|\[?\d{1,3}\]?(?:[\s|]+\[?\d{1,3}\]?)+|[<«‹]+|[>»›]+)"
    r"(?:\s*(?:上一页|下一页|尾页|首页|\d+|>|>>))*$"
)
COUNTER = re.compile(r"^[（(]?(?P<number>\d{1,3})\s?/\s?(?P<of>\d{1,3})[）)]?(?:\s+|$)")
"""The number of a slide."""
READING_TIME = re.compile(
    r"^(?:全文|本文|正文|本篇文章|文章)?[共约]*\s?\d+\s?字[，,]?\s*[^。\d]{0,8}\d{0,3}\s?分钟\W*$"
    r"|^阅读[本全]文(?:大概|大约|约)?需要?\s?\d+\s?分钟\W*$"
)
"""``全文共1024字，阅读约需3分钟``."""
HASHTAGS = re.compile(
    r"^Tags?\s?[:：].{0,60}$|^(?:热门|文章|相关|本文)标签\s?[:：].{0,160}$|^(?:#[^\s#]{1,20}#?(?:\s*\+关注)?\s*)+$"
)
"""Nothing but subjects to follow: ``#城市更新 #交通``."""
HOTLINE = re.compile(
    r"^(?:全国(?:统一)?(?:服务|客服|销售|咨询|招商|加盟)(?:热线|电话)\s*[:：]?\s*)?(?:[48]00-?\d{3,4}-?\d{3,4}\s*)*$"
)
"""A firm's number for customers, or the label above it."""
OWNED = re.compile("版权|著作权|转载|侵权|©")
"""What a notice speaks of that stands under an article and never in one."""
READ_TIMES = re.compile(
    r"^20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?\s*\d*\s?次?(?:阅读|浏览|点击|评论)[量数]?\s?\d*$"
)
"""When another article is from and how often it was read: ``2017-01-20 16:32阅读``."""
LONE_NUMBER = re.compile(r"^[\[(（【+]?\s*\d{1,6}\s*[\])）】]?$")

ADVERTISED = re.compile(r"^(?:广告|推广|赞助)[\s:：|]?(?![费商法词牌主位人业])")
"""How a link begins that is an advertisement."""
ENCLOSED = re.compile(r"^附[件录表]|\.(?:docx?|pdf|xlsx?|wps|et|pptx?|ofd|zip|rar)\W*$", re.I)
"""A link to a file that belongs to an article."""
ENCLOSURES = re.compile(r"^附[件录表](?:下载|列表|材料)?\s?[:：]?$")
"""The heading of such links."""
DOCUMENT = re.compile(r"^《[^》]+》$")
"""A link to a document that an article names."""

CUT = re.compile(
    r"^[\s■●◆★▲▼【\[（(《“>|丨—\-·#]*"
    + _any(r"""
    相关(?:字词|阅读|新闻|报道|链接|文章|推荐|专题|资讯|内容|稿件|热词|视频|标签|搜索|文件|政策|解读|产品) 延伸阅读 拓展阅读 推荐阅读 热门阅读
    扩展阅读 更多[《「][^》」]{1,10}[》」](?:报[道导]|新闻|文章) 更多\s?[^，。\s]{2,12}\s?[^，。\s]{0,8}\s?报[道导]$ 看?更多(?:热门|相关)?(?:新闻|阅读|精彩|推荐|报道|资讯|文章|内容|相关)[\u4e00-\u9fff]{0,6}
    (?:推荐|热门|热销)产品 发表(?:意见|评论|看法) 留言规则 人气(?:文章|新闻|排行|推荐) 热词 [你您]不(?:会想|能|容|可)错过 ◤[^◤◢]{2,20}◢$ 浏览其他章节 热门(?:推荐|文章|新闻|评论|资讯|排行|话题|视频|标签|搜索) 最热(?:文章|新闻|评论)?
    全站热搜 最新(?:文章|新闻|资讯|评论|报道|推荐) (?:头条|精彩|热点|滚动|今日)(?:新闻|要闻|资讯|导读) 猜你喜欢 [你您]可能(?:还)?(?:喜欢|感兴趣|错过)[\u4e00-\u9fff]{0,6}
    往期[\u4e00-\u9fff]{0,2}(?:回顾|推荐|精彩|内容|热文|推送|链接) 精彩(?:推荐|回顾|图片|视频|评论) 精选(?:推荐|文章|评论) 大家都在看 大家还在看
    还在看 (?:网友|最新|热门|全部|精彩|用户|读者)?(?:评论|跟贴|留言)(?:区|列表|\(\d+\)|（\d+）|\s?\d+\s?条)? 跟帖\s?\d+\s?条 发表评论 我要评论
    我来说两句 文明上网[\u4e00-\u9fff，]{0,20} 为[你您]推荐 编辑推荐 小编推荐 今日(?:热点|推荐|头条|要闻) 本站推荐
    图片推荐 视频推荐 新闻推荐 专题推荐 点击排行 阅读排行 新闻排行 排行榜 热点(?:推荐|新闻|排行|专题) 头条推荐
    猜[你您][^，。]{0,4}(?:看|喜欢|感兴趣)[^，。]{0,3} [你您]可能[^，。]{0,4}(?:想看|错过)[^，。]{0,3}
    (?:看过本文|其[他它]人|大家)[^，。]{0,6}(?:还看|在看|在搜|爱看)[^，。]{0,4} 往期(?:精选|热文) (?:近期|最新)热文
    (?:作者|TA的?)(?:的)?(?:最新|其[他它])文章 同类(?:新闻|文章) 为[你您]精选 编辑精选 今日热搜 网友热评 (?:参与|登录后)评论
    我有话说 发表[你您]的看法 相关推荐 看了又看 友情链接 合作媒体 广告 推广 责任编辑推荐 图说新闻 图集推荐 24小时(?:热文|热点|排行) 作者其他文章
""")
    + r"\s*(?:[>»›:：】\]）)》”|丨▼↓+—\-·…\s]|更多|换一换|More|MORE|查看更多)*$"
)
"""Headings of what follows an article."""
COMMENTS_BEGIN = re.compile("评论|跟贴|留言|我来说|文明上网")
"""Those of them behind which readers write."""

COMMENT_CONTROLS = re.compile(
    "^"
    + _any(r"""
    回复 回覆 点赞 赞同 赞 顶 踩 举报 有用 没用 回应 引用 支持 反对 分享 删除 收藏 展开 收起 查看 全部 条 楼主 楼 评论
    发表于 发布于 刚刚 昨天 前天 今天 [天时分秒周月年日前小个] 来自 客户端 网友 [\W\d_]
""")
    + "+$"
)
"""What stands under a reader's comment: ``2024-03-01 10:20 回复 赞(3)``."""
POST = re.compile(r"^发表于\s?\d.{0,30}(?:显示全部楼层|只看该作者|只看楼主|阅读模式)")
"""What stands above each post of a thread."""
COMMENT_CONTROL = re.compile("回复|回覆|赞|顶|踩|举报|有用|回应|引用")
"""What one of them must be."""

BREADCRUMB = re.compile(
    r"^\s*(?:(?:本页|您?(?:现在|当前|目前)?(?:所[在处])?的?(?:所在)?)位置(?:是)?\s*[:：]|当前(?:位置|栏目)\s*[:：]?"
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
COMPILED = re.compile(
    r"^[\s（(]*(?:本[报网刊社台](?:记者)?综合(?:报[道导]|消息|整理)?|综合[^，。]{2,40}报[道导])[\s）)]*$"
)
"""That a report is put together from others: ``（本报综合）``."""
EMPTY_PLAYER = re.compile(
    "^(?:Play Video|Skip .{2,24} and continue reading|End of [\u4e00-\u9fff]{2,24}|"
    + _any(r"""
    (?:广告)?[（(]?请?继续往下阅读[)）.…]* 播放视频 视频加载中.* 正在加载.* 加载中.* 您的浏览器.{0,30} 点击播放 全屏 重播 0:00 /\d{1,2}:\d{2}
    (?:听新闻|听全文|我要听|收听|语音播报)[,，]?(?:请?[按点戳]|点击)(?:这里|此处)?[!！。]? 新功能[!！]
    \d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2} 广告 推广 AD Advertisement ADVERTISEMENT 点击查看大图 点击图片查看大图
""")
    + ")$"
)
"""What is left of a video player or an advertisement."""
DURATION = re.compile(r"^\d{1,2}:[0-5]\d$")
"""How long a video is, or when something is held."""

SUMMARY = re.compile(
    r"^\W*[\u4e00-\u9fff]{0,4}?(?:摘\s*要|导读|导语|核心提示|内容提要|内容摘要)\s*[:：】\]]\s*(?P<text>.{12,})$"
)
"""A summary by its label, set above the text."""
STANDFIRST = re.compile(
    r"^\W*(?:导读|摘要|导语|简介|核心提示|内容提要|编者按)?\W*(?P<text>.{12,}?)(?:\.{3,}|…+)\W*$"
)
"""The beginning of a text, cut short, as a site's script sets it above."""
SECTION_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十百\d]{1,3}[)）]?[、.．]?$")
"""A section's number, alone in its line."""
SUBTITLE = re.compile("^[—–-]{2}")
"""How the second line of a title begins."""
_OFFICE = (
    r"\s*\d?\s?[.．、]?\s*[\u4e00-\u9fff]{1,24}(?:大学|学院|研究[院所]|医院|公司|学校)[\u4e00-\u9fff\s]{0,20}[，,]"
    r"[\u4e00-\u9fff\s]{2,16}\d{6}"
)
AFFILIATION = re.compile(rf"^[（(]?{_OFFICE}(?:\s*[;；]{_OFFICE})*\s?[;；]?[)）。]?$")
"""Where authors of a journal work: ``（1.江城大学 管理学院，江城 430000；``."""
MASTHEAD = re.compile(r"主管[\s\u3000]+\S+主办$")
"""Whose a site is, above all its pages."""
UNTITLED = (
    MASTHEAD,
    PAPER_PAGE,
    EVERY_PAGE,
    READING_TIME,
    PAGER,
    SHARE_BAR,
    NEIGHBOUR,
    BREADCRUMB,
    GREETING,
    NO_TITLE,
)
"""The forms of lines that are no titles."""
_EDITORS = "(?:本文)?(?:责任编辑|责编|编辑|实习编辑|值班编辑)"
_PEOPLE = r"[\u4e00-\u9fff·\s、，,]{1,24}"
CREDIT_TAIL = re.compile(
    rf"(?:\s*[（(【\[]\s*{_EDITORS}\s*[:：]?\s*(?:{_PEOPLE}|\w{{1,12}})[)）】\]]"
    rf"|(?<=[。！？”…])\s*[（(]\s*(?:作者|撰稿|文字?)\s*[:：/／]\s*{_PEOPLE}(?:(?:图片?|摄影?)\s*[:：/／]\s*{_PEOPLE})?[)）]"
    rf"|(?<=[。！？”…）)])\s*(?:{_EDITORS}|来源)\s*[:：]\s*[\u4e00-\u9fff·]{{2,12}})+\s*\d{{0,8}}[\s|｜]*$"
)
"""``（责编：张三）`` and other credits behind the last sentence, with the day in digits behind it perhaps."""
