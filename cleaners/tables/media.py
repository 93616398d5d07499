"""Names of media, in Simplified, by their endings; the regions that platforms and sources name.

Collected from the source lines of portals, agencies, county media centres and government sites.
"""

import re

from cleaners.tables.patterns import any_of

MEDIUM = "(?:报|网|社|台|新闻|发布|日报|晚报|杂志|周刊|客户端|融媒|传媒)"
PAPER = re.compile(
    r"《\s*(?P<name>[\u4e00-\u9fff]{2,12})\s*》[\s\u3000]*[（(]?(?:[\s\u3000]*第?\s*\w{1,3}\s*版)?[\s\u3000）)]*"
)
"""A paper's name, and the page that an article was on."""
ISSUE = re.compile(r"^(?P<name>《?[\u4e00-\u9fff·]{2,16}》?)\s?(?:19|20)\d\d年第?\d{1,2}期$")
"""A journal and its issue, as a line: ``江城学刊 2021年13期``."""
REGIONS = """
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东
海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 海外 美国 日本
""".split()
"""Where platforms say a post comes from."""
REGION = re.compile(rf"^(?:来自|发布于|发表于)?(?:{any_of(REGIONS)})[省市]?$|^来自[\u4e00-\u9fff]{{2,3}}$")
"""The same as a part of a line: ``来自北京``."""
POSTED_FROM = re.compile(
    rf"^(?:(?:来自|发[布表]于)\s?[:：]?|IP属地\s?[:：]?)\s?(?:{any_of(REGIONS)})[省市]?$", re.IGNORECASE
)
"""A line that says no more: ``发布于：江苏``."""
REGION_BEHIND = re.compile(rf"\s+(?:{any_of(REGIONS)})[省市]?\s*$")
"""A region behind a source: ``来源: 中国新闻网 北京``."""
SOURCE_NAME = re.compile(
    r"^[\u4e00-\u9fffA-Za-z0-9·]{1,12}(?:报(?:海外版|[\u4e00-\u9fff]方版)?|网站?|社|新闻|日报|晚报|早报|时报|电视台|广播|客户端|频道|传媒|在线|经济报道|财经APP"
    r"|[全融]媒体?(?:中心)?|发布|杂志|周刊|视频|广电|观察|之声|卫视|头条|财经|通讯|政府|办公室|委员会|宣传部)$"
)
"""A name without a label that is a medium's."""
OFFICES = """
管理 监督 监管 教育 公安 卫生健康 水利 水务 农业农村 财政 民政 交通 运输 气象 税务 统计 旅游 体育 司法 商务 审计 环境 林业 草原
科技 信息化 建设 城管 规划 资源 保障 信访 档案 应急 退役军人事务 海洋 能源 粮食 邮政 地震
""".split()
"""What the offices of governments are for."""
OFFICE_NAME = re.compile(
    rf"^[\u4e00-\u9fff]{{1,10}}(?:(?:{any_of(OFFICES)})[厅局]|人民法院|检察院|(?:新闻|宣传)中心|新闻办)$"
)
"""An office's name: beside a day, it says whose an article is."""
OFFICE = re.compile("(?:政府|办公室|委员会|宣传部|发布|报社|电视台|杂志社|频道|中心)$")
"""Of those, the ones that may sign what they have to say themselves."""
SITE = re.compile(r"^[\u4e00-\u9fff]{2,20}(?:网站?|官网|门户)$")
"""A site's name, which stands beside the day and the source on each of its pages."""
SECTION_NAME = re.compile(
    r"^(?:(?:国内|国际|社会|本市|本省|本县|本区|都市|县区|区县|市县|城市|街镇|基层|校园|财经|体育|娱乐|科技|本地|地方|时政|军事|最新|即时|今日|图片|视频|热点|综合|滚动|要闻|民生|教育|健康"
    r"|汽车|房产|文化|旅游|法治|评论|头条|焦点|原创|独家|政务|经济|产业|公司|全部|更多)*"
    r"(?:新闻|财经|频道|视频|观察|头条|资讯|在线|客户端|广播|杂志|报道|社会|通讯|发布|政府|体育|网))?$"
)
"""The names of sections that look like those of media."""
