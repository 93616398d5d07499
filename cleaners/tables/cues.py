"""Cues of promotion, of notices and of pages that refuse, each with its weight, in Simplified.

A call to follow, scan, share or download is put in a thousand ways, but always of the same parts: an
act, a channel, a promise, an invitation. No part alone is promotion: an article on accounts has
channels, a headline has acts (点赞中国速度). So parts are weighed and summed, each kind once.

Parts and weights were set by hand on lines in the manner of Chinese media accounts and sites, and on
headlines and sentences with the same words (`tests/cases/promotion.json` has both).

Alternatives are divided by white space; each is a regular expression.
"""

import re
from typing import NamedTuple

ANYWHERE = 2.5
"""Sum from which a line is promotion wherever it stands."""
AT_EDGE = 2.2
"""Sum from which it is where nothing but furniture stands between it and the article's beginning or end."""

_CHANNEL_AFTER = r"(?=[^，。]{0,14}(?:[Aa][Pp][Pp]|客户端|视频号|抖音号|小程序))"
_VERB = "(?:关注|扫码|扫描|点击|下载|订阅|转发|分享|点赞|搜索|使用|加入)"


class Cue(NamedTuple):
    """One kind of part."""

    name: str
    weight: float
    literal: bool
    """True for a part that is meant as it says: one follows the news, and likes a city, without a button.
    Of a notice, for what shows that the site speaks of itself."""
    pattern: re.Pattern[str]


def _cue(name: str, weight: float, alternatives: str, *, literal: bool = False) -> Cue:
    """A cue of alternatives. Literal ones begin with a character that is itself: a search jumps to those."""
    return Cue(name, weight, literal, re.compile("|".join(alternatives.split())))


PROMOTION = (
    _cue(
        "follow us",
        3.0,
        r"""
        关注(?:我们(?!的(?!公|微|视|抖|频|官|账))|我(?![国省市县区校院的])|一下|本(?:[报网站台刊号]|公众号)|不迷路|哦)
        快来关注 LIKE(?=我们|本) Like(?=我们|本) like(?=我们|本) 关注(?=(?:https?://)?(?:[\w-]+\.)+(?:com|cn|net|org))
        更多[^。]{2,36}请(?:继续|持续)?(?:关注|访问|浏览|登[录陆]|移步|进入)
        关注(?<![^，,请续就]关注)[\u4e00-\u9fff]{2,8}(?:广播|电视台|日报|晚报|发布|融媒)(?=[，,。！!\s]|$)
        订阅[^，。]{0,8}《[^》]{1,8}[报刊志]》 扫码关注 一键关注 加关注 订阅本 敬请锁定 锁定[^，。]{0,8}频道 点击关注 长按关注 点赞关注
        关注[“"「『【《][^”"」』】》]{1,10}(?:发布|日报|晚报|新闻|在线|融媒|观察|之声|视听|传媒|网|报|台|头条|云)[”"」』】》]
        """,
        literal=True,
    ),
    _cue(
        "read on",
        3.0,
        r"""
        阅读原文(?<![他她]阅读原文)(?![，时的]) 戳原文 查看原文 蓝字 蓝色小字 查看全部评论 展开全文 展开剩余
        详情[^，。]{0,4}(?:戳|点击) 具体[^，。]{0,6}(?:戳|点击) 内容[^，。]{0,4}(?:戳|点击) 报名[^，。]{0,4}(?:戳|点击) 更多[^，。]{0,4}(?:戳|点击)
        点击[^，。]{0,6}(?:专题|链接|这里) 戳[^，。]{0,6}(?:专题|链接|这里|购买|报名) 点击(?:图片|大图)[^，。]{0,6}(?:放大|观看|查看)
        立即(?:购买|下单|抢购|报名) 点击(?:购买|下单|报名) 扫码(?:购买|下单|报名)
        在[^，。]{0,10}(?:[Aa][Pp][Pp]|客户端|浏览器)[内中]?打开 用[^，。]{0,10}(?:[Aa][Pp][Pp]|客户端|浏览器)打开 尽在[^，。]{0,14}(?:[Aa][Pp][Pp]|客户端|公众号)
        """,
        literal=True,
    ),
    _cue(
        "tokens of thanks",
        3.0,
        r"""
        星标 点个[“"]?(?:赞|在看) 点[“"]?(?:赞[”"]|在看) 在看[吧哦、+] 在看(?<=[“"个、和+]在看)
        喜欢这篇(?:文章|报[道导]|新闻)吗 人赞助(?<=\d人赞助) 人赞助(?<=\d\s人赞助) 欢迎(?<=^欢迎)(?:分享|转发|留言|投稿|订阅|关注)[！!。~]*$
        谢谢(?<=^谢谢)[您你大家]{0,2}的?(?:阅读|收看|观看|收听)[！!。~]*$ 感谢(?<=^感谢)[您你大家]{0,2}的?(?:阅读|收看|观看|收听)[！!。~]*$
        看完(?:记得)?点赞 抢沙发 求(?:转发|扩散|关注|点赞)(?=[！!~，]|$) 快[把将][^。]{2,14}(?:告诉|分享给|转给) 三连 再走 防失联 编辑不易 小编不易 码字不易
        创作不易 整理不易 看完记得 动动你?们?的?(?:小手|手指) 报料有奖 爆料有奖 报料(?=[？?]) 爆料(?=[？?]) 粉丝福利 独家福利 粉丝专[页頁] 按赞 随意(?:赞赏|打赏) 下期再见
        转发只需 前往关注 加(?<=请加)[^，。]{0,6}微信(?=[\s:：]?[A-Za-z\d]) 加(?<=请加)我微信
        每一笔赞助 小额(?:赞助|捐款|捐助) 赞助(?=我们|本[报网站]|独立)
        定期定额(?=支持|赞助|捐) 捐款支持(?=我们|本|独立) 支持(?=独立(?:媒体|报[道导]|新闻)|我们的(?:新闻|报[道导]))
        支持(?<=^支持)[\u4e00-\u9fff]{2,6}(?:社|报|新闻|媒体|网)$ 守护[^，。]{0,6}自由 打赏(?<=[迎请求]打赏)
        后台[^，。]{0,4}回复 公众号[^，。]{0,4}回复 私信[^，。]{0,4}回复 回复[“"「『【][^”]{1,8}[”"」』】] 爆料请 报料请
        一秒记住 无弹窗 天才一秒 本章未完 请收藏本站 您的支持(?=将|会|是|，) 你的支持(?=将|会|是|，) 提供(?:新闻|爆料)?线索 新闻线索 对我们(?:最大)?的(?:支持|鼓励) 是(?:我们|小编)[^，。]{0,6}的动力
        """,
        literal=True,
    ),
    _cue(
        "scan",
        2.0,
        r"""
        扫码(?!支付|付款|点餐|乘车|登记|骑|就餐|挪车|缴|购|枪|进站|入场|入园) 扫描(?!件|仪|电|枪|隧道|结果|显示)
        扫一扫 搜一搜(?!身边) 长按(?!开关|按钮|按键|这|[一二三四五六七八九十几\d]+秒) 识别(?=二维码|小程序码|上方|下方|图中|上图|下图|图片|关注)
        搜索[“"「『【] 下载[“"「『【]
        """,
        literal=True,
    ),
    _cue(
        "tap",
        1.5,
        rf"""
        按(?:此|这里)(?=[^，。]{{0,8}}(?:订|加|下|看|购|进|查|$)) 左下角(?![的有是]) 右下角(?![的有是]) 左上角(?![的有是]) 右上角(?![的有是])
        点击(?![率量数]|[“"]?同意) 点(?:这里|此|我|开|下方|上方|[左右图]|头像|标题) 戳(?!穿|破|中|到) 轻[触点] 猛戳 移步
        打开{_CHANNEL_AFTER} 前往{_CHANNEL_AFTER}
        """,
        literal=True,
    ),
    _cue(
        "follow",
        1.5,
        "关注(?!度|点|到|者|的) 订阅(?!量|数|的) 追踪(?=[^，。]{0,12}(?:专|频|号|IG|Instagram|Google|脸书|我们|新闻[云网]))",
    ),
    _cue(
        "get",
        1.0,
        r"""
        下载(?![量了的率]) 安装(?![了的工电]) 添加(?=[^，。]{0,6}(?:微信|好友|客服|小编|二维码)) 进群 入群 加群 拉[你您]进
        加入(?=[^，。]{0,10}(?:群|频道|公众号|粉丝|LINE|Telegram)) 搜[索寻](?!引擎|范围|[了的队救]) 关注后 加(?:客服|小编)?微信
        """,
        literal=True,
    ),
    _cue(
        "pass on",
        1.2,
        "转发(?![的了量]) 收藏(?!家|[品的了馆价界者]) 留言(?![板的了]) 评论区(?!里) 打赏 置顶 转给",
        literal=True,
    ),
    _cue("like", 1.2, "分享(?![会者了]|经济|到的|丰收) 点赞(?![的了量数]) 点亮 支持一下 让更多人"),
    _cue(
        "channel",
        1.5,
        r"""
        二维码 公众号 公众平台 订阅号 视频号 抖音号 快手号 头条号 百家号 客户端 APP(?![A-Z]) App(?![a-z]) app(?![a-z]) 小程序
        官方(?:微信|微博|抖音|账号) 交流群 读者群 微信群 QQ群 粉丝群 福利群 业主群 名片 朋友圈 本台 小编微信 应用(?:市场|商店|程序) 安卓市场 电邮
        LINE(?=好友|群|官|上看|@|\s|$) Instagram Telegram YouTube Facebook Google\sNews 电子报
        """,
        literal=True,
    ),
    _cue(
        "place",
        0.8,
        r"""
        微信(?![群公号小]) 微博(?<!官方微博) 抖音(?!号) 快手(?!号) 小红书 脸书 手机(?!\s?[Aa][Pp][Pp]) 链接 频道 后台 热线 邮箱 头像 标题下 图中 上图 下图 下方 上方 底部
        """,
        literal=True,
    ),
    _cue("handle", 0.8, r"[\u4e00-\u9fff：:（(“.@][A-Za-z]{2,}[0-9A-Za-z_-]*(?=$|[）)”])"),
    _cue(
        "promise",
        0.7,
        r"""
        更多 详情 全文 精彩 资讯 观看(?![量数]) 收看 播放(?![量数]) 看(?=视频|直播|回放|新闻|更多) 收听 阅读(?![量率]) 查看 福利
        领(?=取|红包|券|奖) 优惠 红包 礼包 酬谢 免费 第一时间 随时随地 海量 天天 大小事 错过 体验 掌握
        """,
    ),
    _cue(
        "invitation",
        1.0,
        r"""
        欢迎 敬请 请(?![求假客示愿战]) 快来 赶紧 赶快 立即 马上 别忘 不要忘 记得 即可
        吧(?=[。！!~，？?\s]|$) 哦(?=[。！!~，？?\s]|$) 呗(?=[。！!~，？?\s]|$) 啦(?=[。！!~，？?\s]|$) 哟(?=[。！!~，？?\s]|$)
        一起 喜欢 觉得 不错 如果你 想[^，。]{0,12}[？?] 还没
        """,
    ),
    _cue("reader", 0.6, "你 您 我们 小编 朋友们 小伙伴 大家 给更多 给身边 好文章 本文"),
    _cue("ornament", 1.0, "[↓↑▲▼△▽▶►☞☛👉👇👆⬆⬇👍❤🔽🔼★]"),
    _cue("full stop", -2.0, "。$"),
    _cue("sentences", -2.0, "。.*[。？！]"),
    _cue(
        "told",
        -3.0,
        r"""
        说(?=[，：:。“了道]) 称(?=[，：:。“]) 写道 表示(?=[，：:。“]) 介绍(?=[，：:。“了道]) 指出 认为 透露 强调 提醒(?=[，：:。“]) 坦言
        记者(?!微信|群|将) 月(?<=\d月)\d+日 万(?<=\d万) 亿(?<=\d亿) 名(?<=\d名) 人(?<=\d人) 家(?<=\d家) 余(?<=\d余) 多(?<=\d多) %(?<=\d%) 宣布 公布 通报 据悉 据了解 据介绍
        市民 民众 居民 群众 村民 读者(?![交群服俱之热朋踊]) 用户(?<!安卓用户)(?<!苹果用户)(?<!手机用户)(?!登录|协议|服务) 网友(?!可) 游客 乘客 旅客 家长
        考生 消费者 老人 女儿 孩子 学生 患者 医生 企业 公司 部门 法院 警方 民警 专家 负责人 工作人员 他(?<!其他)(?!们?点) 她(?!们?点)
        该(?:平台|软件|应用|账号|公司) 随后 结果 显示 出现 弹出 发现(?![”」]) 才知道 了(?<!为了)(?=[一二三四五六七八九十两几\d])
        了(?<=[载装加进击描注开入]了) 过一 已[被有经] 曾 意味 引来 引发 被 遭 成为 成了 突破 超过 写下 道歉 致歉 屏幕 里的 背后 上线
        """,
    ),
    _cue("warned", -5.0, "骗 诈 警惕 违规 漏洞 圈套 陌生 谣 犯罪 转账 资金 病毒 远程控制 账户 卡里 不要随意"),
    _cue(
        "service",
        -2.0,
        r"""
        报名(?!请戳) 预约 办理 缴费 缴纳 查询 申请 购票 购买 订购 投票 咨询 填写 提交 登记 参观 挂号 取号 充值 领证 步骤 流程
        第[一二三四五六]步 选择 ① ② 成绩 实名 注册 入场 记录 功能 菜单(?!栏)
        """,
    ),
    _cue(
        "the one who",
        -2.0,
        rf"{_VERB}[^，。！？]{{0,12}}(?<!我们)的(?![本“]|官|微|公众|视频|抖音|新闻|手机|客户|小程序|二维码|[Aa][Pp][Pp]|朋友|人吧|精彩|更多|频道|[号支])",
    ),
    _cue(
        "quoted",
        -5.0,
        r"""
        ^[“\"][^”\"]{2,30}[”\"][，,]?(?=.{6,})
        ^(?!.{0,12}(?:小编|本[报网台刊]|我们)).{2,20}(?:说|表示|道|问|答)[:：][“\"「][^”\"」]{2,60}[”\"」]$
        """,
    ),
)

LITERAL = re.compile("|".join(cue.pattern.pattern for cue in PROMOTION if cue.literal))
"""Any literal part of promotion: most lines have none, and are told by one search."""
NOTICE = 3.0
"""Sum from which a line at an article's end, or beginning, is a notice on rights."""

RIGHTS = (
    _cue(
        "begins as one",
        1.0,
        r"^[\s（(【\[※*★■●]*(?:\d{1,2}[、.．]\s?)?(?:[\u4e00-\u9fff]{0,4}(?:声明|申明|提示|说明)|注[:：]|凡|如|若|本[网站报文号平])",
        literal=True,
    ),
    _cue(
        "ourselves",
        1.0,
        "本[网站报号刊社] 本(?:网站|平台|公众号|栏目|账号) 我们 我站 作者本人 原作者 作者个人 小编",
        literal=True,
    ),
    _cue(
        "forbids",
        0.5,
        "不得(?:转载|复制|使用|以任何|转摘|摘编) 任何(?:人|单位|个人|媒体|机构)[^。]{0,10}不得 请勿 严禁 违者 不代表[^。]{0,12}立场",
        literal=True,
    ),
    _cue("all above", 0.5, "[以此该]上?(?:内容|文章|信息|稿件)", literal=True),
    _cue(
        "this text",
        0.5,
        "本文 此文 该文 文章内?的?(?:图片|配图|内容) 所有(?:图片|配图|内容|作品) 转载图片",
    ),
    _cue("readers", 1.0, "网友(?:跟[帖贴]|评论|留言|发言|言论) 发表评论 评论须知", literal=True),
    _cue(
        "conduct",
        2.0,
        "文明(?:评论|发言|跟帖|上网|用语|留言) 理性(?:评论|发言|讨论|表达) 尊重网上道德 勿发布(?:违法|广告|色情) 严禁发布",
        literal=True,
    ),
    _cue("rights", 1.0, "版权 著作权 知识产权 知识版权"),
    _cue("infringement", 1.0, "侵权 侵犯 侵删 侵害"),
    _cue("reprint", 1.0, "转载 转摘 摘编 刊用 刊载 镜像 转帖"),
    _cue("leave", 1.0, "授权 许可 同意 允许 书面 注明"),
    _cue("opinion", 1.0, "立场 观点 看法"),
    _cue("no part of ours", 1.0, "不(?:代表|表明|承担|构成) 免责 无关"),
    _cue("source", 0.5, "来源 出处 网络 互联网"),
    _cue("removal", 1.0, "删除 即删 侵删 立删 更正 撤下 下架", literal=True),
    _cue("contact", 1.0, "联系 通知我们 来电 来函 邮件"),
    _cue("caution", 1.0, "仅供参考 投资建议 谨慎 风险自担 自行承担"),
    _cue(
        "told",
        -3.0,
        "法院 法官 提醒 应当 专家 判决 原告 被告 律师 起诉 诉讼 条例 说[，：。“] 表示 介绍 记者(?!拍摄) 认为 指出 公司 警方 市民 他(?<!其他)(?!人) 她 月\\d+日",
    ),
)

HEADS = 1.0
"""Sum from which a short line right above links is the heading of other articles."""

HEADING = (
    _cue(
        "what was chosen",
        1.0,
        r"""
        相关 更多 推荐 热门 热点 热榜 热文 热搜 最新 最近 最热 近期 往期 精彩 精选 猜你 猜您 你可能 您可能 你或许 其他 其它 同类 延伸 拓展
        扩展 作者(?=最新|其他|更多|文章|的文) TA的 大家 网友 为你 为您 本周 今日 一周 24小时 月排行 点击 要闻 头条 频道 原创 本栏 本类
        看过 还看 RECOMMEND Related RELATED Recommend 友情 合作伙伴 标签 导航 搜索 看法 有话说 参与 登录后 我来 我要 发表 看更多 榜
        热评 跟帖 跟贴 评论 留言
        """,
        literal=True,
    ),
    _cue("a sentence", -2.0, "[。！？；，]|[由并把被将][^，。]{2,}"),
    _cue(
        "the article's own",
        -2.0,
        "规定 法规 办法 理由 进展 瞬间 数据 负责人 部门 单位 人员 活动 工作 措施 项目 政策 情况 问题 提示 说明 会议 领导",
    ),
)

REFUSAL = 2.5
"""Sum from which a page with little text is no article but says why there is none."""
_TOLD = _cue(
    "told",
    -3.0,
    r"""
    说[，：:。“] 表示 介绍 记者 警方 网警 法院 提醒 日前 近日 今年 据悉 获评 责令 市民 黑产 团伙 月(?<=\d月)\d+日 日(?<=\d日)[起前讯]
    """,
)

ERROR_PAGE = (
    _cue(
        "a code",
        1.5,
        r"(?<![\d,.A-Z第])(?:40[034]|410|50[0234])(?![.,]?\d|[%班号名人室路年亿万元国个余多例])",
        literal=True,
    ),
    _cue(
        "in English",
        1.5,
        r"(?i:not found|forbidden|bad gateway|internal server|unavailable|http error)",
        literal=True,
    ),
    _cue("apology", 1.0, "抱歉 对不起 哎呀 出错 提示信息 系统提示"),
    _cue(
        "gone",
        1.5,
        "(?:页面?|网页|内容|文章|稿件|帖子?|链接|帐号|账号)[^，。]{0,24}"
        "(?:不存在|删除|下线|下架|撤回|屏蔽|失效|过期|走丢|飞走|丢失|不可用|无法(?:查看|访问|显示|打开))"
        "|(?:找不到|没有找到|无法访问)[^。]{0,12}(?:页|内容|文章|稿件)|已被?[^，。]{0,6}(?:删除|下线)",
        literal=True,
    ),
    _cue("the visitor", 1.0, "[您你]要?(?:访问|浏览|查看|找|请求|输入|查找|阅读)的"),
    _cue(
        "a page",
        1.0,
        "页面不存在 网页不存在 找不到[^。]{0,6}[网页]页 页面(?:走丢|飞走|丢失) [该此](?:内容|稿件|文章|帖|页面|链接|[帐账]号)[^，。]{0,4}(?:已|无法)",
    ),
    _cue("what to do", 1.0, "返回首页 返回上一页 跳转 秒后 检查网址 稍后(?:再试|重试) 重新获取 刷新"),
    _cue("repairs", 1.5, "(?:网站|系统)[^，。]{0,6}维护 服务器(?:繁忙|错误|开小差) 错误代码", literal=True),
    _cue("excuse", 1.0, "带来[的]?不便 敬请谅解 繁忙"),
    _TOLD,
)
CAPTCHA_PAGE = (
    _cue(
        "a check",
        1.5,
        "(?:安全|人机|访问|滑块|滑动|身份|图形|行为)验证 验证中心 人机识别 验证码",
        literal=True,
    ),
    _cue(
        "what to do",
        1.5,
        "请(?:先|您)?[^，。]{0,4}(?:完成|输入|拖动|按住|点击|进行|滑动|通过)[^，。]{0,10}(?:验证|滑块|拼图|识别|检测) 完成(?:以下)?验证"
        " 去验证 拖动[^，。]{0,6}滑块 向右滑动 最右边 拼图",
        literal=True,
    ),
    _cue(
        "reason",
        1.5,
        "过于频繁 异常访问 环境异常 访问异常 操作频繁 安全检测 流量异常 为了[您你]的[^，。]{0,4}安全 网络不给力",
        literal=True,
    ),
    _cue(
        "in English",
        2.5,
        r"(?i:you\sare\shuman|checking\syour\sbrowser|captcha|cloudflare|enable\sjavascript\sand) 开启J",
        literal=True,
    ),
    _cue("on the way", 1.0, "请稍[候等后] 继续访问 问题反馈"),
    _TOLD,
)
LOGIN_PAGE = (
    _cue(
        "log in",
        1.5,
        "(?:请|需要?|尚未|还没有?|未)先?登[录陆] 登录后(?:即可|继续|查看|阅读|可) 登录(?:会员|账号)即可 用户登录 会员登录",
        literal=True,
    ),
    _cue("password", 1.0, "密码", literal=True),
    _cue("forgotten", 1.5, "忘记密码 记住我 找回密码"),
    _cue("register", 1.0, "注册 手机号登录 微信登录 扫码登录"),
    _cue(
        "to be paid",
        1.5,
        "付费(?:用户|阅读|内容) 会员专享 开通会员 订阅后 仅限[^，。]{0,8}(?:阅读|查看|观看) 免费阅读次数 购买后 试读",
        literal=True,
    ),
    _cue("the rest", 1.0, "继续阅读 阅读全文 查看全文 完整内容 (?:查看|阅读)(?:更多|评论|全部)"),
    _TOLD,
)
