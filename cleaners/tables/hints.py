"""Names that people give to parts of a page in id, class and role, and what they say of the part.

Collected from the conventions of Chinese CMS (TRS, Founder, Dede, PHPCMS, WordPress themes) and from
the lists of readability and boilerpipe; each is a hint among others and never decides alone.
"""

import re

_EDGE_BEFORE = r"(?<![a-z])"
_EDGE_AFTER = r"(?![a-z])"

OUTSIDE = re.compile(
    "comment|pinglun|liuyan|(?<![a-z])cmts?(?![a-z])|reply|footer|foot_|(?:side|left|right)[_-]?bar|side_|related|relevant|recommend|tuijian|"
    "copyright|disclaim|shengming|statement|infobox|basic-?info|breadcrumb|crumb|sponsor|popup|dialog|modal|"
    "author[_-]?(?:bio|card|desc|posts|info-?badge)|qrcode|erweima|toolbar|advert|hotnews|hot-|ranking|paihang|xiangguan|guess|"
    + "|".join(
        _EDGE_BEFORE + word + _EDGE_AFTER
        for word in (
            "nav",
            "menu",
            "ad",
            "ads",
            "share",
            "hot",
            "rank",
            "aside",
            "foot",
            "links",
            "vote",
            "poll",
            "toupiao",
        )
    )
)
"""Parts that stand beside an article."""

ALWAYS_OUTSIDE = re.compile(
    "comment|pinglun|liuyan|(?<![a-z])cmts?(?![a-z])|reply|foot|copyright|disclaim|shengming|statement|popup|dialog|modal|"
    "author[_-]?(?:bio|card|desc|posts)"
)
"""Those that may hold more prose than the article and are none of it."""

ANIMATED = re.compile("wow|anim|fade|aos|reveal|lazy|slide|js_|rich_media")
"""Boxes that a script makes visible when a reader comes to them."""
AUTHOR = re.compile(r"author|byline|writer|reporter|zuozhe|jizhe")
"""Boxes of the author's name."""
ACCOUNT = re.compile(r"(?:author|writer|user|account|nick)(?:[_-]?info)?[_-]?name")
"""Boxes of nothing but that, a person's or an account's."""
SOURCE = re.compile(r"(?<![a-z])(?:(?:source|laiyuan|origin)(?:[_-]?name)?|(?:media|mp)[_-]?name)(?![a-z])")
"""Inline elements of the source's name."""

NAMED_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])")
"""A box of a caption and of nothing else; names like ``img-desc`` hold whole paragraphs on many a site."""
CAPTION = re.compile("caption|(?:img|pic|image|photo)[_-]?(?:desc|note|info|txt|text|tit)|tuzhu|zhushi")
"""Boxes of what is said of a picture."""
PICTURED = re.compile(
    r"(?<![a-z])(?:full|lead|article|news|main|one)?[_-]?(?:pic|img|image|photo|picture)s?[_-]?(?:box|wrap|wrapper|holder|area|con|container|div)?(?![a-z-])"
)
"""Boxes of a picture and what is said of it."""
CRUMBS = re.compile("crumb|weizhi|mianbao|mbx|dqwz")
"""Lists of the sections that a page stands in."""

OUTSIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "marquee"})
