"""Restore Simplified text that a machine rewrote in Traditional characters.

Mirror farms convert pages so that search engines take them for new ones. What they cannot convert
gives them away: the words are the mainland's (``視頻`` and not ``影片``), the quotation marks are
curved and not 「」, the page says ``zh-CN`` or ``gb2312``, bits are left in Simplified, pinyin stands
behind characters. Each is weighed; Taiwan's and Hong Kong's own marks weigh against it. Characters
are converted by OpenCC (its phrase tables decide 後/后, 乾/干 and the like).
"""

import re
from collections import Counter
from functools import cache, lru_cache

from cleaners.state import ScriptCode
from cleaners.tables import rows, words

GLOSSED = 6.0
"""Glosses of a converter's kind: proof by themselves."""
DECLARED_MAINLAND = 1.5
"""``zh-CN`` or a GB charset declared on a page in Traditional."""
MAINLAND_WORDS = 2.0
"""Mainland words at least four times as many as those of Taiwan and Hong Kong."""
CURVED_QUOTES = 1.0
"""“…” in Traditional text that has no 「…」."""
LEFTOVERS = 1.5
"""Simplified-only characters among the Traditional ones, or words that were left as they are."""
MIN_LEFT = 2
"""Different such words that are more than chance."""
VARIANTS = 1.5
"""Variants that only OpenCC's own standard writes: 爲, 衆, 羣."""
DECLARED_ELSEWHERE = -4.0
"""``zh-TW``, ``zh-HK``, a Big5 charset, a .tw, .hk or .mo host."""
REGION_WORDS = -2.0
"""Words of Taiwan and Hong Kong are a third of the region words or more."""
CORNER_QUOTES = -1.5
"""「…」 and no “…”."""
CONVERTED = 3.0
"""Sum from which a page is taken for machine-converted."""
MIN_WORDS = 4
"""Different mainland words that are more than chance."""
TRADITIONAL_SHARE = 0.1
"""Share of Traditional-only characters from which a text is Traditional: right Traditional text has
0.3 and more, Simplified text that quotes some under 0.02; half-converted pages lie between."""
SAMPLE = 800

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]+")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_LETTER = re.compile(r"[^\W\d_]+")

TO_SIMPLIFIED = {ord(row[0]): row[1] for row in rows("traditional.tsv")}
"""Translation table, one character to one: for matching, never for output."""
TRADITIONAL_ONLY = frozenset(map(chr, TO_SIMPLIFIED))
_TRADITIONAL = re.compile(f"[{''.join(TRADITIONAL_ONLY)}]+")
_ELSEWHERE_HOST = re.compile(r"\.(?:tw|hk|mo)$")


@cache
def _simplified() -> re.Pattern[str]:
    """Characters that Simplified text has and Traditional text has not."""
    return re.compile(f"[{''.join(words('simplified.tsv'))}]+")


def _count(pattern: re.Pattern[str], text: str) -> int:
    """Characters that a pattern for runs of them finds."""
    return sum(map(len, pattern.findall(text)))


@cache
def _telling_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for all words of `regions.tsv`, and each with its kind."""
    kinds = {word: kind for kind, word in rows("regions.tsv")}
    return re.compile("|".join(sorted(kinds, key=len, reverse=True))), kinds


@cache
def _converter(config: str) -> "object":
    import opencc

    return opencc.OpenCC(config)


def convert(text: str, config: str) -> str:
    """`text` converted by OpenCC: ``hk2s`` or ``tw2s`` to Simplified, ``s2t`` to Traditional.

    ``hk2s`` does all that ``t2s`` does; ``tw2s`` also turns Taiwan's 著 back to 着.
    """
    converted: str = _converter(config).convert(text)  # type: ignore[attr-defined]
    return converted


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """`text` with every Traditional character as its Simplified one, at the same offset.

    For matching: patterns are written in Simplified and hold for both scripts.
    """
    return _TRADITIONAL.sub(lambda run: run.group().translate(TO_SIMPLIFIED), text)


def script_of(text: str) -> ScriptCode | None:
    """``Hans``, ``Hant``, ``Jpan`` or ``Kore``; None where there are no such letters.

    A long text is known by its beginning and end (`SAMPLE` characters of each).
    """
    if len(text) > 2 * SAMPLE:
        text = text[:SAMPLE] + text[-SAMPLE:]
    han, kana, hangul = _count(_HAN, text), _count(_KANA, text), _count(_HANGUL, text)
    letters = _count(_LETTER, text)
    if letters == 0 or (han + kana + hangul) * 4 < letters:
        return None
    if hangul > han:
        return "Kore"
    if kana * 5 > han + kana:
        return "Jpan"
    return "Hant" if _count(_TRADITIONAL, text) > _count(_simplified(), text) else "Hans"


def conversion_evidence(
    text: str, *, language: str | None, charset: str | None, host: str | None, glossed: bool
) -> dict[str, float]:
    """What speaks for and against `text` having been converted by a machine, each with its weight."""
    sample = text[: 2 * SAMPLE]
    traditional = _count(_TRADITIONAL, sample)
    if traditional == 0 or traditional < TRADITIONAL_SHARE * _count(_HAN, sample):
        return {}
    if script_of(text) == "Jpan":
        return {}
    simplified = _count(_simplified(), sample)
    pattern, kinds = _telling_words()
    found = Counter(kinds[word] for word in set(pattern.findall(text)))
    ours, theirs = found["m"], found["t"]
    language, charset = (language or "").lower(), (charset or "").lower()
    evidence = {
        "glosses": GLOSSED * glossed,
        "declared": DECLARED_MAINLAND
        * (language in {"zh-cn", "zh-hans", "zh-hans-cn"} or charset.startswith("gb")),
        "mainland words": MAINLAND_WORDS * (ours >= MIN_WORDS and ours >= 4 * theirs),
        "curved quotes": CURVED_QUOTES * ("“" in text and "「" not in text),
        "leftovers": LEFTOVERS * (simplified * 50 > traditional or found["l"] >= MIN_LEFT),
        "variants": VARIANTS * (found["v"] > 0),
        "declared elsewhere": DECLARED_ELSEWHERE
        * (
            language in {"zh-tw", "zh-hk", "zh-mo", "zh-hant", "zh-hant-tw", "zh-hant-hk"}
            or charset.startswith("big5")
            or bool(host and _ELSEWHERE_HOST.search(host))
        ),
        "region words": REGION_WORDS * (theirs > 0 and theirs * 2 >= ours),
        "corner quotes": CORNER_QUOTES * ("「" in text and "“" not in text),
    }
    return {name: weight for name, weight in evidence.items() if weight}
