"""What sites let a machine add to an article: a summary above it, notes on what a machine made, buttons that ask
one.

Forms of 2023 to 2026, from portals, papers and apps of the mainland and Taiwan, in Simplified.
"""

import re

_MACHINE = r"(?:AIGC|AI|AGI|GPT|ChatGPT|DeepSeek|Kimi|人工智能|智能技术|智能体|大模型|豆包|元宝|文心一言|通义千问|混元)"
_DIGEST = "(?:导读|导览|摘要|概要|概括|速览|速读|速记|总结|要点|重点|解读|提炼|帮读|助读|划重点|问答)(?:整理|提炼|总结)?"
_MADE = "(?:生成|合成|创作|撰写|写作|制作|总结|提炼|提取|整理|翻译|配图)"
_THING = (
    "(?:(?:以上|以下|上述|本|该|此|文中|部分|封面)*"
    "(?:内容|文章?|稿件?|新闻|图片?|图像|配图|题图|头图|插图|海报|封面图?|视频|音频|摘要|总结|要点|问答|译文))"
)
_CAUTION = r"(?:\W+(?:内容|结果)?(?:仅供参考|(?:请|敬请)?(?:注意|谨慎|仔细|自行)?(?:甄别|鉴别|辨别|核实)|不代表[^。，]{1,12}))"
_NO_FIRM = "(?:(?!公司|企业|团队)[^。，,]){0,10}?"

MENTIONED = re.compile(
    "AI|AGI|GPT|DeepSeek|Kimi|智能|机器|機器|算法|大模型|豆包|元宝|元寶|文心|通义|通義|混元"
)
"""What all of these have, in both scripts; each begins with a character that a search jumps to."""
SUMMARY = re.compile(
    rf"^\W*(?:[\u4e00-\u9fff]{{0,4}}{_MACHINE}\s?(?:智能|一键|[帮为][你您])?|智能){_DIGEST}(?:\W+(?P<text>\S.{{11,}})|\W*(?:展开|收起|更多|详情)?\W*)$"
)
"""A machine's summary: its label, and what it says where that stands behind it."""
NOTE = re.compile(
    r"^\W*(?:"
    # 摘要由作者通过智能技术生成; 以上内容由混元大模型生成，仅供参考; 本文由机器人小明自动生成; 由AI生成的文章摘要
    rf"{_THING}?\s?(?:均|全部)?(?:由|系|为|经)[^。，,]{{0,14}}(?:{_MACHINE}|机器|算法){_NO_FIRM}{_MADE}(?:的?{_THING}{{1,2}})?{_CAUTION}?"
    # AI生成 仅供参考; 内容含AI生成图片，注意甄别
    rf"|{_THING}?[^。，,]{{0,4}}{_MACHINE}(?:智能|自动|辅助)?{_MADE}(?:的?{_THING})?{_CAUTION}"
    # AI帮你提炼, 10秒看完要点; 智能总结, 能力全新升级; AI划重点 · 全文约1200字，阅读需4分钟
    rf"|(?:{_MACHINE}|智能)[^。]{{0,4}}(?:{_DIGEST}|{_MADE})\W+(?:\d+秒|能力|全文)[^。]{{2,24}}"
    r")\W*$"
)
"""A note that a machine made something here."""
OF_PICTURES = re.compile("[图频画]|封面|海报")
"""What such a note speaks of that is no summary."""
ASKED = re.compile(
    rf"^\W*(?:(?:问?问|问一问|让|用|召唤)\s?{_MACHINE}|{_MACHINE}\s?(?:问答|追问|提问))"
    r"(?:[:：]\s?[^。]{2,40}|(?:总结|阅读|解读|读|看)?(?:全文|文章|新闻|本文)?)\W*$"
)
"""A button that asks a machine about the article, its question behind it perhaps."""
