"""How Chinese characters are read, in pinyin and Zhuyin."""

import re
from functools import cache
from itertools import chain
from unicodedata import normalize

from cleaners.script import UNTURNED, fold

ZHUYIN = "\u3105-\u3129"
"""The letters of Taiwan's phonetic script, as a range: ``戰(ㄓㄢˋ)``."""
TONED = "à-ÿāēěīńňōūǎǐǒǔǖǘǚǜǹḿ"
"""Latin letters with the marks of tones."""
ALSO_CONVERTED = {
    **dict(zip("著瞭藉枱衞敍覆像彷甦座俱薰", "着了借台卫叙复象仿苏坐具熏", strict=True)),
    **UNTURNED,
}
"""What converters write for these (OpenCC, in any of its standards), and Simplified text may have too."""

PRINTED = "ɑɡ"
"""How schoolbooks print a and g."""
_PRINTED = str.maketrans(PRINTED, "ag")
_UNTONED = re.compile("[a-z]+")
_NO_SOUND = re.compile(f"[^a-z{ZHUYIN}]+")


def plain(reading: str) -> str:
    """The reading without tones: ``zhàn`` and ``zhan4`` are ``zhan``, ``lǜ`` ``lv``, ``ㄓㄢˋ`` ``ㄓㄢ``."""
    decomposed = normalize("NFKD", reading.lower().translate(_PRINTED)).replace("u\u0308", "v")
    return _NO_SOUND.sub("", decomposed)


@cache
def readings(char: str) -> frozenset[str]:
    """The character's readings without tones, and those of the Simplified one it stands for: ``瞭(le)解``."""
    return frozenset(filter(None, map(plain, _toned(char))))


@cache
def usual_reading(chars: str) -> str:
    """The commonest reading of a character, or how a word is read, without tones."""
    from pypinyin import lazy_pinyin

    return plain("".join(lazy_pinyin(fold("".join(ALSO_CONVERTED.get(char, char) for char in chars)))))


def is_read(char: str, reading: str) -> bool:
    """True for a reading of a character in pinyin, tone and all."""
    return reading in _toned(char)


def may_be_read(char: str, reading: str) -> bool:
    """The same of a reading in either case, with tone digits or without tones."""
    reading = reading.lower()
    return is_read(char, reading) or (
        _UNTONED.fullmatch(reading) is not None and plain(reading) in readings(char)
    )


@cache
def _toned(char: str) -> frozenset[str]:
    from pypinyin import Style, pinyin  # its dictionaries take 0.4 s to load: only when met

    forms = {char, fold(char), ALSO_CONVERTED.get(char, char)}
    styles = (Style.TONE, Style.TONE3, Style.BOPOMOFO)
    found = (pinyin(form, style=style, heteronym=True)[0] for form in forms for style in styles)
    return frozenset(chain.from_iterable(found))
