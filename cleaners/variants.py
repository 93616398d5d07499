"""Put ordinary characters in the place of look-alikes that damage left: ``⼈⺠`` from a PDF, ``，`` as ``,``;
take out what nobody sees: watermarks, and noise against copying.

PDFs and old fonts leave Kangxi radicals and compatibility ideographs where the character itself was
written. Unicode says which is which (compatibility decomposition, UAX #15). They are kept where they
stand by themselves, as in a list of radicals, and in Japanese and Korean, whose own texts have them.
An indent that no charset had room for was written as question marks, before every paragraph.
Half-width punctuation and full-width letters are a house's style more often than damage, so they are
changed only when asked for.
"""

import re
from functools import partial
from unicodedata import normalize

from cleaners.rewriting import Repairer, rewrite
from cleaners.script import script_of
from cleaners.state import Page
from cleaners.tables import rows

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
    "|(?<=[\u3000-\u9fff\uff00-\uffef])[\u180e\u200c\u200d]+|[\u180e\u200c\u200d]+(?=[\u3000-\u9fff\uff00-\uffef])"
)
"""What nobody sees. Joiners are kept where they join: emoji, letters of India, Persia and Mongolia."""
_ALL_SEEN = re.compile(
    "[^\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]*+\\Z"
)
"""Text with none of it: most of all, and told in a tenth of the time."""
_RADICAL = "\u2e80-\u2fdf"
_COMPATIBLE = "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9"
"""Compatibility ideographs; the twelve in between are ordinary characters (Unicode Standard, 23.8)."""
_HAN = "\u3400-\u9fff"
_FORMS = re.compile(f"[{_RADICAL}{_COMPATIBLE}]")
_IN_WORDS = re.compile(
    f"(?<=[{_HAN}\\d])[{_RADICAL}]+|[{_RADICAL}]+(?=[{_HAN}\\d])|[{_RADICAL}]{{2,}}|[{_COMPATIBLE}]"
)
_SUPPLEMENT = {ord(radical): char for radical, char in rows("radicals.tsv")}
_ABOUT = re.compile("部首|康熙|偏旁|笔画|筆畫|Unicode")

_PUNCTUATION = str.maketrans(",.:;?!", "，。：；？！")
_HALF_WIDTH = re.compile(
    f"(?<=[{_HAN}”’》）])[ ]?[,:;?!](?![\\d/])[ ]?(?=[{_HAN}“”‘’《（\\s]|$)"
    f"|(?<=[{_HAN}”’》）])\\.(?=[{_HAN}“‘《（”’]|$)"
)
_BRACKETS = re.compile(f"\\(([^()\n]{{0,40}}[{_HAN}][^()\n]{{0,40}})\\)")
_INDENT = re.compile(f"^[?]{{2,8}}(?=[{_HAN}\\d“《（])")
FORMS_TAUGHT = 50
"""Runs of radicals inside words for each word about radicals, under which a page is about them."""
MIN_FORMS = 4
"""Runs of radicals inside words from which those that stand by themselves are damage too: ``（⼀）``."""
MIN_INDENTS = 2
"""Lines that begin with question marks, from which these are indents."""
_FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")


def undo_variants(page: Page) -> Page:
    """Step: look-alikes in the place of ordinary characters, and the forms that options ask for."""
    assert page.layout is not None
    text = page.layout.text
    if not _ALL_SEEN.match(text) and _INVISIBLE.search(text):
        rewrite(page, "variants", "invisible characters", visible)
        text = page.layout.text
    if _FORMS.search(text) and script_of(text) in {"Hans", "Hant"}:
        found, taught = len(_IN_WORDS.findall(text)), len(_ABOUT.findall(text))
        if found >= FORMS_TAUGHT * taught:
            undo = all_ordinary_forms if found >= MIN_FORMS else ordinary_forms
            rewrite(page, "variants", "compatibility forms", undo)
    if sum(_INDENT.match(block.text) is not None for block in page.layout.blocks) >= MIN_INDENTS:
        rewrite(page, "variants", "indents as question marks", partial(_INDENT.subn, ""))
    chosen: list[tuple[bool, str, Repairer]] = [
        (page.options.punctuation == "full", "half-width punctuation", full_width_punctuation),
        (page.options.letters == "half", "full-width letters", half_width_letters),
    ]
    for asked, kind, repairer in chosen:
        if asked:
            rewrite(page, "variants", kind, repairer)
    return page


def visible(text: str) -> tuple[str, int]:
    """`text` without what nobody sees."""
    return _INVISIBLE.subn("", text)


def ordinary_forms(text: str) -> tuple[str, int]:
    """`text` with radicals and compatibility ideographs inside words as ordinary characters.

    >>> ordinary_forms("中华⼈⺠共和国")[0]
    '中华人民共和国'
    """
    return _IN_WORDS.subn(_ordinary, text)


def all_ordinary_forms(text: str) -> tuple[str, int]:
    """The same with those that stand by themselves."""
    return _FORMS.subn(_ordinary, text)


def _ordinary(forms: re.Match[str]) -> str:
    return normalize("NFKC", forms.group()).translate(_SUPPLEMENT)


def full_width_punctuation(text: str) -> tuple[str, int]:
    """`text` with the half-width punctuation between Chinese characters full-width.

    >>> full_width_punctuation("今天,天气好.明天呢?(周二)")[0]
    '今天，天气好。明天呢？（周二）'
    """
    text, brackets = _BRACKETS.subn(r"（\1）", text)
    text, marks = _HALF_WIDTH.subn(lambda mark: mark.group().strip().translate(_PUNCTUATION), text)
    return text, marks + brackets


def half_width_letters(text: str) -> tuple[str, int]:
    """`text` with full-width Latin letters and digits half-width.

    >>> half_width_letters("ＧＤＰ增长５％")[0]
    'GDP增长5％'
    """
    return _FULL_WIDTH.subn(lambda run: normalize("NFKC", run.group()), text)
