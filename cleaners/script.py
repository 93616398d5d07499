"""Restore Simplified text that a machine rewrote in Traditional characters.

Mirror farms convert pages so that search engines take them for new ones. What they cannot convert
gives them away: the words are the mainland's (``視頻`` and not ``影片``), the quotation marks are
curved and not 「」, the page says ``zh-CN`` or ``gb2312``, bits are left in Simplified, pinyin stands
behind characters. Each is weighed; Taiwan's and Hong Kong's own marks weigh against it. Characters
are converted by OpenCC (its phrase tables decide 後/后, 乾/干 and the like).
"""

import re
from functools import cache, lru_cache

from cleaners.rewordings import is_reworded, put_back
from cleaners.state import ScriptCode
from cleaners.tables import rows, words

GLOSSED = 12.0
"""Glosses of a converter's kind: proof by themselves, whatever words it put in."""
HALF_CONVERTED = 4.0
"""Simplified-only and Traditional-only characters side by side in most clauses: nobody writes so."""
DECLARED_MAINLAND, DECLARED_LONG = 2.0, 3.0
"""``zh-CN`` or a GB charset declared on a page in Traditional. A text of some length in which nothing speaks
against it needs no more."""
LONG = 240
"""Characters from which it has that length: two paragraphs from Taiwan may show nothing of where they are
from, five do."""
MAINLAND_SITE = 2.0
"""A licence that the mainland gives sites (ICP备), or a .cn host."""
WORD_AROUND, MOST_AROUND = 0.5, 2.0
"""Each word of mainland sites outside the article (twice as much against it), and all together."""
STATE_WORD, MOST_STATE = 1.0, 2.0
"""Each name of a mainland institution or policy, and all together: others write of them too."""
MAINLAND_WORD, MOST_MAINLAND = 1.0, 5.0
"""Each other word of mainland news, and all together."""
CURVED_QUOTES, MANY_CURVED = 1.0, 2.0
"""“…” in Traditional text that has no 「…」: once, and more often."""
LEFTOVERS, MANY_LEFT = 1.5, 3.0
"""Simplified-only characters among the Traditional ones, or words left as they are; and many such words."""
MIN_LEFT, MUCH_LEFT = 2, 4
"""Different such words that are more than chance, and from which they are many."""
VARIANTS, MANY_VARIANTS = 1.5, 3.0
"""Variants that converters' standards have and few people write: 爲, 衆, 羣, 説; and two of them and more."""
MIN_ODD = 3
"""Different old variants (`odd_variants.tsv`) that a converter wrote: names and quotations have fewer."""
UNLIKE = -1.5
"""Text that OpenCC would have written otherwise, from Simplified, by each of its standards: it has 公佈 for
公布. Of texts of 50 characters that people wrote, one in three is such, of 200 every second."""
DECLARED_ELSEWHERE = -4.0
"""``zh-TW``, ``zh-HK``, a Big5 charset, a .tw, .hk or .mo host."""
REGION_WORD, MOST_REGION = -1.2, -6.0
"""Each word of news in Taiwan, Hong Kong and Macau, and all of them together."""
CHANCE = 0.2
"""Words of the other side by each of one's own that are chance: long articles have some of all."""
CORNER_QUOTES = -2.0
"""「…」 and no “…”."""
CLASSICAL = -3.0
"""Classical Chinese and verse, which mainland sites too give in Traditional."""
CLASSICAL_SHARE = 0.05
"""Share of classical particles from which a text is classical, if it has half as many modern ones at most:
modern news has 0.02, classical prose 0.08."""
VERSE_SHARE = 0.8
"""Share of clauses of one length, five characters or seven, from which a text is verse."""
MIN_VERSE = 4
"""Fewest such clauses."""
CONVERTED = 3.0
"""Sum from which a page is taken for machine-converted."""
MIXED_CLAUSES = 0.4
"""Share of clauses with telling characters that have both kinds, from which a text is half converted."""
MIN_MIXED = 4
"""Fewest such clauses."""
MIN_TURNS, TURNS_SHARE = 8, 0.3
"""Turns from a clause in the one script to one in the other in the same line, and their share of all such
clauses, from which it is as well."""
TRADITIONAL_SHARE = 0.1
"""Share of Traditional-only characters from which a text is Traditional: right Traditional text has
0.3 and more, Simplified text that quotes some under 0.02; half-converted pages lie between."""
SAMPLE = 800
KNOWN_BY = 400
"""Characters at either end of a long text by which its language is known."""
FOLDED_LINE = 200
"""Longest line in characters whose folded form is remembered: several steps ask for it."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_CLAUSE = re.compile(r"[^\s，。、；：！？“”「」（）]{4,}")
_QUOTED = re.compile("“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》")
_ABOUT_SCRIPTS = re.compile("繁[体體简簡]|[简簡][体體化繁]|[异異][体體]|正[体體]字")

TO_SIMPLIFIED = {ord(row[0]): row[1] for row in rows("traditional.tsv")}
"""Translation table, one character to one: for matching, never for output."""
_ODD = {ord(variant): char for variant, char in rows("odd_variants.tsv")}
TRADITIONAL_ONLY = frozenset(map(chr, TO_SIMPLIFIED))
_TRADITIONAL = re.compile(f"[{''.join(TRADITIONAL_ONLY)}]+")
UNTURNED = dict(zip("揹暱伕簷痺濬衞", "背昵夫檐痹浚卫", strict=True))
"""What converters write and OpenCC does not turn back; Simplified text has none of it."""
_NOT_TURNED = str.maketrans({"陜": "陕", **UNTURNED})
_OTHER_WORDS = {
    "想像": "想象", "座标": "坐标", "薰陶": "熏陶", "薰染": "熏染", "薰心": "熏心", "钜子": "巨子",
    "魏徵": "魏征", "卓着": "卓著",
    "土着": "土著", "原着": "原著", "专着": "专著", "译着": "译著", "遗着": "遗著", "论着": "论著",
    "撰着": "撰著", "知着": "知著", "着有": "著有", "新着《": "新著《",
    "著白": "着白", "著书包": "着书包", "著书架": "着书架",
    "於单": "于单", "於戏": "于戏", "於坦": "于坦", "於伦": "于伦", "於则": "于则",
    "於潜力": "于潜力", "锺馗": "钟馗", "锺繇": "钟繇",
}  # fmt: skip
"""What OpenCC makes of the ``想像``, ``座標``, ``原著``, ``於單`` that it writes, and what the mainland does:
of each two the commoner in wordfreq's list."""
_NO_WORD = (
    "(?<=星)座标|(?<=[黏粘])土着|(?<=[草平高雪荒])原着|(?<=[讨议谈争评辩推理舆结言无不阔])论着"
    r"|论着(?=[手眼重力装陆急想意实落])|(?<=[^\W他她并曾还编合等])着有"
)
_OTHER_WORD = re.compile(f"(?!{_NO_WORD})(?:{'|'.join(_OTHER_WORDS)})(?![火色凉])")
MOST_WRITTEN = "\uffff"
"""Simplified text has no characters beyond: 王頔 writes himself 頔, for which OpenCC has one."""
_FOLDED = {**TO_SIMPLIFIED, **{ord(char): own for char, own in {**UNTURNED, "瞭": "了", "覆": "复"}.items()}}
_ALSO = "瞭" + "".join(UNTURNED)
_FOLDABLE = re.compile(f"[{''.join(TRADITIONAL_ONLY)}{_ALSO}]+|(?<=回)覆")
"""What is folded: what Simplified text has too among it, where that is no other word."""
_UNTIL_FOLDABLE = re.compile(f"[^{''.join(TRADITIONAL_ONLY)}{_ALSO}覆]*+(?!\\Z)")
"""A text up to its first such character, if it has one. (A match is half as slow as a search.)"""
_PARTICLES = re.compile("[之乎者也矣焉兮曰吾汝其而乃哉]")
_MODERN = re.compile("[的了是这们吗呢]")
_VERSE_CLAUSE = re.compile("[\u3400-\u9fff]+")
_ELSEWHERE_HOST = re.compile(r"\.(?:tw|hk|mo)$")


_LICENCE = re.compile(
    "ICP[备備证證]|公[网網]安[备備]|互[联聯][网網]新[闻聞]信息服[务務]|信息[网網][络絡][传傳]播[视視][听聽]"
)
"""What the foot of every mainland site shows."""


@cache
def _simplified() -> re.Pattern[str]:
    """Characters that Simplified text has and Traditional text has not."""
    return re.compile(f"[{''.join(words('simplified.tsv'))}]+")


def _count(pattern: re.Pattern[str], text: str) -> int:
    """Characters that a pattern for runs of them finds."""
    return sum(map(len, pattern.findall(text)))


@cache
def _words_of(kind: str) -> re.Pattern[str]:
    """A pattern for all words of one kind in `regions.tsv`."""
    own = (word for each, word in rows("regions.tsv") if each == kind)
    return re.compile("|".join(sorted(own, key=len, reverse=True)))


def _different(kind: str, text: str) -> int:
    """How many different words of a kind a text has."""
    return len(set(_words_of(kind).findall(text)))


@cache
def _converter(config: str) -> "object":
    import opencc

    return opencc.OpenCC(config)


def convert(text: str, config: str) -> str:
    """`text` converted by OpenCC: ``hk2s``, ``tw2s`` or ``tw2sp`` to Simplified, ``s2t`` to Traditional.

    ``hk2s`` does all that ``t2s`` does; ``tw2s`` also turns Taiwan's 著 back to 着; ``tw2sp`` also its words
    to the mainland's (`cleaners.rewordings`): 軟體 to 软件.
    """
    if config == "tw2sp":
        return put_back(convert(text, "tw2s"))
    converted: str = _converter(config).convert(text)  # type: ignore[attr-defined]
    if not config.startswith(("hk2", "tw2", "t2s")):
        return converted
    if converted and max(converted) > MOST_WRITTEN and len(converted) == len(text):
        pairs = zip(text, converted, strict=True)
        converted = "".join(old if new > MOST_WRITTEN else new for old, new in pairs)
    return _OTHER_WORD.sub(lambda word: _OTHER_WORDS[word.group()], converted.translate(_NOT_TURNED))


def has_odd_variants(text: str) -> bool:
    """True for text of the converter that writes old variants: ``蓡加``, ``躰騐``."""
    return len(_ODD.keys() & set(map(ord, set(text)))) >= MIN_ODD


def without_odd_variants(text: str) -> str:
    """`text` with those variants as the Simplified characters that they stand for."""
    return text.translate(_ODD)


def fold(text: str) -> str:
    """`text` with every Traditional character as its Simplified one, at the same offset.

    For matching: patterns are written in Simplified and hold for both scripts.
    """
    return _fold_line(text) if len(text) <= FOLDED_LINE else _fold(text)


def _fold(text: str) -> str:
    if _UNTIL_FOLDABLE.match(text) is None:
        return text
    return _FOLDABLE.sub(lambda run: run.group().translate(_FOLDED), text)


_fold_line = lru_cache(maxsize=1024)(_fold)


def has_traditional(text: str) -> bool:
    """True for a text with a character that only Traditional has."""
    return _TRADITIONAL.search(text) is not None


def told_scripts(text: str) -> tuple[int, int]:
    """How many characters a text has that only Traditional has, and how many that only Simplified has."""
    return _count(_TRADITIONAL, text), _count(_simplified(), text)


def script_of(text: str) -> ScriptCode | None:
    """``Hans``, ``Hant``, ``Jpan`` or ``Kore``; None where there are no such letters.

    A long text is known by its beginning and end (`KNOWN_BY` characters of each).
    """
    if len(text) > 2 * KNOWN_BY:
        text = text[:KNOWN_BY] + text[-KNOWN_BY:]
    han, kana, hangul = _count(_HAN, text), _count(_KANA, text), _count(_HANGUL, text)
    letters = sum(map(str.isalpha, text))
    if letters == 0 or (han + kana + hangul) * 4 < letters:
        return None
    if hangul > han:
        return "Kore"
    if kana * 5 > han + kana:
        return "Jpan"
    traditional, simplified = told_scripts(text)
    return "Hant" if traditional > simplified else "Hans"


def conversion_evidence(
    text: str,
    *,
    language: str | None,
    charset: str | None,
    host: str | None,
    glossed: bool,
    around: str = "",
) -> dict[str, float]:
    """What speaks for and against `text` having been converted by a machine, each with its weight.

    `around` is the page's text outside the article: its menus and its foot tell where the site is.
    """
    sample = text[: 2 * SAMPLE]
    traditional, simplified = _count(_TRADITIONAL, sample), _count(_simplified(), sample)
    if traditional == 0:
        return {}
    half = is_half_converted(sample)
    quoted = traditional < max(simplified, TRADITIONAL_SHARE * _count(_HAN, sample))
    if quoted and not (half or glossed):
        return {}
    if script_of(text) == "Jpan":
        return {}
    folded = fold(text)
    state, mainland, theirs = (_different(kind, folded) for kind in "smt")
    odd = has_odd_variants(text)
    words_left = _different("l", text)
    left = simplified * 50 > traditional or words_left >= MIN_LEFT
    language, charset = (language or "").lower(), (charset or "").lower()
    evidence = {
        "glosses": GLOSSED * glossed,
        "half converted": HALF_CONVERTED * half,
        "declared": (DECLARED_LONG if len(text) >= LONG else DECLARED_MAINLAND)
        * (language in {"zh-cn", "zh-hans", "zh-hans-cn"} or charset.startswith("gb")),
        "mainland site": MAINLAND_SITE
        * (_LICENCE.search(around) is not None or bool(host and host.endswith(".cn"))),
        "words around": _words_around(fold(around)),
        "mainland words": min(MOST_STATE, STATE_WORD * state) + min(MOST_MAINLAND, MAINLAND_WORD * mainland),
        "curved quotes": 0.0 if "「" in text else (0.0, CURVED_QUOTES, MANY_CURVED)[min(2, text.count("“"))],
        "leftovers": MANY_LEFT if words_left >= MUCH_LEFT else LEFTOVERS * left,
        "variants": MANY_VARIANTS if odd else (0.0, VARIANTS, MANY_VARIANTS)[min(2, _different("v", text))],
        "declared elsewhere": DECLARED_ELSEWHERE
        * (
            language in {"zh-tw", "zh-hk", "zh-mo", "zh-hant", "zh-hant-tw", "zh-hant-hk"}
            or charset.startswith("big5")
            or bool(host and _ELSEWHERE_HOST.search(host))
        ),
        "region words": max(MOST_REGION, REGION_WORD * max(0.0, theirs - CHANCE * (state + mainland))),
        "corner quotes": CORNER_QUOTES * ("「" in text and "“" not in text),
        "classical": CLASSICAL * is_classical(folded),
    }
    if sum(evidence.values()) >= CONVERTED and not left and not half:  # OpenCC is slow: asked last
        evidence["unlike a converter"] = UNLIKE * (not odd and not _is_as_converted(sample))
    return {name: weight for name, weight in evidence.items() if weight}


def way_back(text: str, *, words: bool) -> str:
    """The OpenCC configuration that turns a converter's text back into the Simplified it was made of, with
    the `words` that it put in, or leaving all words as they are."""
    if words and is_reworded(convert(text, "tw2s")):
        return "tw2sp"
    return "tw2s" if text.count("著") > text.count("着") else "hk2s"


def _words_around(folded: str) -> float:
    """What the words of a page's menus say, as evidence."""
    weight = WORD_AROUND * (_different("m", folded) + _different("s", folded) - 2 * _different("t", folded))
    return max(-MOST_AROUND, min(MOST_AROUND, weight))


def _is_as_converted(text: str) -> bool:
    """True for what OpenCC makes of the text's Simplified form by one of its standards."""
    standards = (("t2s", "s2t"), ("tw2s", "s2tw"), ("hk2s", "s2hk"))
    return any(convert(convert(text, back), there) == text for back, there in standards)


def is_classical(folded: str) -> bool:
    """True for classical prose, by its particles, and for verse in lines of five characters or seven."""
    clauses = _VERSE_CLAUSE.findall(folded)
    size = sum(map(len, clauses))
    old, modern = len(_PARTICLES.findall(folded)), len(_MODERN.findall(folded))
    regular = max(sum(len(clause) == length for clause in clauses) for length in (5, 7))
    verse = regular >= MIN_VERSE and regular >= VERSE_SHARE * len(clauses)
    return verse or (old >= CLASSICAL_SHARE * size and old >= 2 * modern)


def is_half_converted(text: str) -> bool:
    """True for text whose clauses mix characters that only Simplified and only Traditional text has, or are
    in the one and in the other by turns, what is quoted aside."""
    telling = mixed = turns = 0
    for line in text.split("\n"):
        before = None
        for clause in _CLAUSE.findall(_QUOTED.sub("，", line)):
            own = _TRADITIONAL.search(clause) is not None, _simplified().search(clause) is not None
            if any(own):
                telling += 1
                mixed += all(own)
                turns += before is not None and own != before
                before = own
    half = mixed >= MIN_MIXED and mixed >= MIXED_CLAUSES * telling
    by_turns = turns >= MIN_TURNS and turns >= TURNS_SHARE * telling
    return (half or by_turns) and not _ABOUT_SCRIPTS.search(text)
