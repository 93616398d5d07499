"""Read dates as Chinese pages write them, as ISO 8601 with a zone.

China Standard Time (+08:00) is meant where a page names no zone. The clock is never asked: a date
with no year takes it from the page's address, or is no date.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

CHINA = timezone(timedelta(hours=8), "CST")
ZONES = {"JST": 9, "KST": 9, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
"""Hours by which zones are ahead of UTC that pages name (RFC 5322, 4.3). CST is China's here."""
MINGUO_OFFSET = 1911
"""Year 1 of the Republic's calendar, which Taiwan writes, is 1912."""

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0, "○": 0, "Ｏ": 0, "O": 0}
_HAN_DIGITS = "〇零○ＯO一二三四五六七八九"
_TIME = (
    r"(?:[\s,，]*[（(]?(?:(?:星期|[周週]|[礼禮]拜)[一二三四五六日天]|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?|[一二三四五六日月火水木金土](?=[)）]))[)）]?)?(?:[T\s,，日号|-]*?(?:(?:HKT|CST|北京时间|香港时间|香港時間|北京時間|(?P<gmt>GMT|UTC|格林[尼威]治(?:标准|標準)?[时時][间間]))\s*)?(?P<half>上午|下午|晚上?|凌晨|清晨|早上?|中午|傍晚|午后|[AP]M)?\s*(?P<H>[01]?\d|2[0-4])\s?(?:[:：时時點点]\s?(?P<M>[0-5]\d|\d(?=:\d|分))"
    r"(?:\s?[:：分]\s?(?P<S>[0-5]?\d))?(?:秒|分)?(?:\.\d+)?|[时時點点]整?(?!\d))(?:\s?(?P<after>[AaPp][Mm])\b)?"
    rf"\s*(?P<Z>Z|[（(]?(?:{'|'.join(ZONES)})[)）]?|[+-]\d{{2}}:?\d{{2}}|[（(]?(?:GMT|UTC)(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?)?)?"
)
_FULL = re.compile(
    r"(?<![\d.])(?P<y>19[89]\d|20\d{2})(?:\s?(?:[-/.]|年/?)\s?|\s(?=\d\d[-/]\s?\d\d\s+\d\d:\d\d)|(?=\d\d/\d\d\s?\d\d:\d\d:\d\d))(?P<m>1[0-2]|0?[1-9])\s?(?:[-/.]|月/?)\s?"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d(?!\d[:：]\d))\s?日?" + _TIME  # a day with the hour glued to it is one
)
_COMPACT = re.compile(
    r"^(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:[T\s]?(?P<H>[01]\d|2[0-3])(?P<M>[0-5]\d)(?P<S>[0-5]\d)?)?(?P<half>)(?P<Z>)$"
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.-])(?P<y>[0-3]\d)-(?P<m>1[0-2]|0?[1-9])-(?P<d>3[01]|[12]\d|0?[1-9])(?=\s+\d{1,2}:\d\d|\d\d:\d\d)"
    + _TIME
)
"""A year of two digits, which stands beside a time only."""
_MINGUO_HAN = re.compile(
    rf"(?:中[华華])?民[国國]\s?(?P<y>[{_HAN_DIGITS}百十]{{2,6}})年(?P<m>[一二三四五六七八九十]{{1,2}})月(?P<d>[一二三四五六七八九十]{{1,3}})日"
)
_MINGUO = re.compile(
    r"(?:民国|民國|中华民国|中華民國|(?:日期|時間|时间)\s?[:：]\s?(?=1\d\d[-/.]))\s?(?P<y>\d{2,3})\s?[年./-]\s?(?P<m>\d{1,2})\s?[月./-]\s?(?P<d>\d{1,2})\s?日?"
    + _TIME
)
_HAN = re.compile(
    rf"(?P<y>[二一][{_HAN_DIGITS}]{{3}}|(?<!\d)20\d\d)年(?P<m>[一二三四五六七八九十]{{1,2}})月(?P<d>[一二三四五六七八九十]{{1,3}})日"
)
_DAY_FIRST = re.compile(
    r"(?<![\d/.])(?P<d>3[01]|[12]\d|0?[1-9])(?:[/.]|\s(?=\d{1,2}月))(?P<m>1[0-2]|0?[1-9])(?:[/.]|月\s)(?P<y>19[89]\d|20\d\d)(?![\d/])(?:\s?-(?=\s))?"
    + _TIME
)
"""``08/10/2023 - 15:20``, ``05.03.2024``, as Hong Kong and Europe write it; ``20 5月 2024``, as their
software does."""
_MONTH_FIRST = re.compile(
    r"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])/(?P<y>19[89]\d|20\d\d)(?=,?\s\d{1,2}:\d\d(?::\d\d)?\s[AP]M)"
    + _TIME
)
"""``3/5/2024, 10:20:00 AM``, as America and its scripts write it."""
_BLOG = re.compile(
    r"(?<!\d)(?:(?P<m>1[0-2]|0?[1-9])\s?月\s(?P<d>3[01]|[12]\d|0?[1-9])|(?P<d2>3[01]|[12]\d|0?[1-9])\s(?P<m2>1[0-2]|0?[1-9])\s?月),\s(?P<y>20\d\d)(?!\d)"
)
"""``9 月 3, 2024`` and ``3 9 月, 2024``: America's form and Britain's with a month in Chinese, as WordPress
writes them."""
_TIME_FIRST = re.compile(
    r"(?<![\d:])(?P<H>[01]?\d|2[0-3]):(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?:\s+|\s*[|｜,，]\s*|)(?P<y>20\d\d)[-/年](?P<m>1[0-2]|0?[1-9])[-/月]"
    r"(?P<d>3[01]|[12]\d|0?[1-9])日?(?!\d|\s+\d{1,2}:)(?P<half>)(?P<Z>)"
)
"""``15:20 2023/10/08``."""
_TIME_AND_DAY = re.compile(
    r"(?<![\d:])(?P<H>1[0-2]|0?[1-9]):(?P<M>[0-5]\d)\s?(?P<half>[AaPp][Mm])\s+(?P<d>3[01]|[12]\d|0?[1-9])/(?P<m>1[0-2]|0?[1-9])/(?P<y>20\d\d)(?!\d)"
    r"(?P<S>)(?P<Z>)"
)
"""``8:15am 20/11/2024``, as Malaysia's papers write it."""
_NO_YEAR = re.compile(
    r"(?<![\d.:-])(?P<m>1[0-2]|0?[1-9])(?:-|/|月)(?P<d>3[01]|[12]\d|0?[1-9])(?:日?\s+|(?=\d\d:\d\d))"
    + _TIME[:-1]
)
_ENGLISH = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} (?:19|20)\d{2} \d{2}:\d{2}(?::\d{2})?(?: (?:[+-]\d{4}|GMT))?")
"""The form of RFC 5322, which feeds and some ``<meta>`` have."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_WESTERN = re.compile(
    rf"\b(?:{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}})\s{_MONTH.replace('month', 'month2')}),?\s"
    r"(?P<year>(?:19|20)\d\d)(?:,?\s(?:at\s)?(?P<time>\d{1,2}:\d\d(?:\s?[AaPp][Mm])?))?"
)
"""``July 8, 2024 09:05``, ``8 July 2024``."""
_ASCTIME = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\s(?P<time>\d\d:\d\d:\d\d)\s(?:(?:CST|GMT\+8|GMT\+08:00)\s)?(?P<year>(?:19|20)\d\d)"
)
"""``Jun 04 08:30:00 CST 2024``, as C and Java print a time."""
_DAY = re.compile(r"^(?P<m>\d{1,2})\s?[-/月.]\s?(?P<d>\d{1,2})日?$")
_BADGES = (
    re.compile(r"(?P<d>0[1-9]|[12]\d|3[01])日?\s*(?P<y>20\d\d)[-/.年]\s?(?P<m>1[0-2]|0?[1-9])月?"),
    re.compile(r"(?P<m>1[0-2]|0[1-9])[-/.](?P<d>0[1-9]|[12]\d|3[01])\s*(?P<y>20\d\d)年?"),
    re.compile(r"(?P<y>20\d\d)[-/.年]\s?(?P<m>1[0-2]|0?[1-9])月?\s+(?P<d>0[1-9]|[12]\d|3[01])日?"),
)
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>20[0-3]\d)[/_-]?(?P<m>0[1-9]|1[0-2])[/_-]?(?P<d>0[1-9]|[12]\d|3[01])?(?!\d{5})"
)

_WIDE = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
"""The full-width digits of papers' old pages, and the marks between."""
_WIDE_DIGIT = re.compile("[０-９](?:[－／．]?[０-９])*|(?<=[0-9])[－／](?=[0-9])")

_VISIBLE = (
    _TIME_FIRST,
    _TIME_AND_DAY,
    _FULL,
    _ENGLISH,
    _WESTERN,
    _ASCTIME,
    _DAY_FIRST,
    _SHORT_YEAR,
    _BLOG,
    _MINGUO,
    _MINGUO_HAN,
    _HAN,
    _NO_YEAR,
)
ANY_DATE = re.compile(
    r"(?=[\d民中二一JFMASOND])(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", p.pattern) for p in _VISIBLE) + ")"
)
"""Any visible date, to take it out of a line."""


def read_date(text: str, *, url: str | None = None, year: int | None = None) -> str | None:
    """The first date in a text as ISO 8601 with a zone; None where there is none.

    One without a year is of `year`, or else of the year that `url` tells.

    >>> read_date("2020年04月22日10:27 来源：中国青年报")
    '2020-04-22T10:27:00+08:00'
    >>> read_date("民國109年4月22日")
    '2020-04-22T00:00:00+08:00'
    >>> read_date("04-22 10:27", url="https://example.com/2020/0422/c1.html")
    '2020-04-22T10:27:00+08:00'
    """
    text = narrow(text)
    stripped = text.strip()
    if _EPOCH.match(stripped):
        return _from_epoch(stripped)
    match = (
        _TIME_FIRST.search(text)
        or _TIME_AND_DAY.search(text)
        or _FULL.search(text)
        or _COMPACT.match(stripped)
    )
    if match:
        return _build(match, int(match["y"]))
    if match := _ENGLISH.search(text):
        return _from_english(match.group())
    if match := _WESTERN.search(text) or _ASCTIME.search(text):
        return _from_western(match)
    if match := _MONTH_FIRST.search(text) or _DAY_FIRST.search(text):
        return _build(match, int(match["y"]), swapped=_is_swapped(match, url))
    if match := _BLOG.search(text):
        return read_date(f"{match['y']}-{match['m'] or match['m2']}-{match['d'] or match['d2']}")
    if match := _SHORT_YEAR.search(text):
        return _build(match, 2000 + int(match["y"]))
    if match := _MINGUO.search(text):
        return _build(match, int(match["y"]) + MINGUO_OFFSET)
    if match := _MINGUO_HAN.search(text):
        return _from_han(match, _year_in_han(match["y"]) + MINGUO_OFFSET)
    if match := _HAN.search(text):
        return _from_han(match, _year_in_han(match["y"]))
    year = year or _year_of(url)
    if year and (match := _NO_YEAR.search(text)):
        return _build(match, year)
    if year and (match := _DAY.match(stripped)):
        return read_date(f"{year}-{match['m']}-{match['d']}")
    return None


def narrow(text: str) -> str:
    """A text with its full-width digits as others: ``２０２４年３月５日``."""
    return _WIDE_DIGIT.sub(lambda run: run.group().translate(_WIDE), text)


def tells_date(text: str) -> bool:
    """True for a text with a date in it, and for one that is a day in digits alone: ``20240305``."""
    text = narrow(text)
    return ANY_DATE.search(text) is not None or _COMPACT.match(text.strip()) is not None


def read_badge(text: str) -> str | None:
    """The day of a badge, whose parts a style sets above each other; None where a text is anything else.

    >>> read_badge("05 2024-03"), read_badge("03-05 2024"), read_badge("03-052024")
    ('2024-03-05', '2024-03-05', '2024-03-05')
    """
    match = next(filter(None, (badge.fullmatch(text.strip()) for badge in _BADGES)), None)
    return f"{match['y']}-{match['m']:0>2}-{match['d']:0>2}" if match else None


def has_time(iso: str) -> bool:
    """True when a date that `read_date` gave is more than a day."""
    return "T00:00:00" not in iso


def is_day(text: str) -> bool:
    """True for a text that is a month and a day, and nothing else: ``03-18``."""
    return _DAY.match(text) is not None


def is_day_of(text: str, iso: str) -> bool:
    """True for a text that is the month and the day of a date, and nothing else: ``3月18日``."""
    match = _DAY.match(text)
    return match is not None and iso[5:10] == f"{match['m']:0>2}-{match['d']:0>2}"


def is_clock_of(text: str, iso: str) -> bool:
    """True for a time of a machine with the same day and clock as a date, and a zone of its own.

    >>> is_clock_of("2024-11-20T08:15:00-05:00", "2024-11-20T08:15:00+08:00")
    True
    """
    return has_time(iso) and _ZONED.fullmatch(text.strip()) is not None and text.strip()[:16] == iso[:16]


def _year_of(url: str | None) -> int | None:
    match = _ADDRESS.search(url) if url else None
    return int(match["y"]) if match else None


def _is_swapped(match: re.Match[str], url: str | None) -> bool:
    """True for a day and a month that stand the other way round in the page's address: ``03/05/2024``."""
    told = _ADDRESS.search(url) if url else None
    return told is not None and (told["m"], told["d"]) == (f"{match['d']:0>2}", f"{match['m']:0>2}")


def _build(match: re.Match[str], year: int, *, swapped: bool = False) -> str | None:
    hour = int(match["H"] or 0)
    groups = match.groupdict()
    half = (match["half"] or groups.get("after") or "").upper()
    if half in {"下午", "晚上", "晚", "傍晚", "午后", "PM"} and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    zone = CHINA
    named = ZONES.get((match["Z"] or "").strip("()（）"))
    offset = f"{named:+03}" if named is not None else (match["Z"] or "").lstrip("（(GMTUC")
    if groups.get("gmt") or (match["Z"] and offset in {"", "Z"}):
        zone = UTC
    elif offset:
        sign = -1 if offset[0] == "-" else 1
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        zone = timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    try:
        moment = datetime(
            year,
            int(match["d" if swapped else "m"]),
            int(match["m" if swapped else "d"]),
            hour % 24,
            int(match["M"] or 0),
            int(match["S"] or 0),
            tzinfo=zone,
        )
    except ValueError:
        return None
    return moment.isoformat()


def _from_english(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=CHINA)).isoformat()


def _from_epoch(digits: str) -> str | None:
    seconds = int(digits[:10])
    moment = datetime.fromtimestamp(seconds, CHINA)
    return moment.isoformat() if 1990 <= moment.year < 2100 else None


def _from_western(match: re.Match[str]) -> str | None:
    month = _MONTHS.index(match["month"] or match["month2"]) + 1
    day = match["day"] or match["day2"]
    return read_date(f"{match['year']}-{month:02}-{int(day):02} {match['time'] or ''}".strip())


def _year_in_han(numeral: str) -> int:
    """A year written digit by digit, or as a number."""
    if numeral.isascii():
        return int(numeral)
    if "百" in numeral or "十" in numeral:
        return number_of(numeral)
    return int("".join(str(_DIGITS[c]) for c in numeral))


def _from_han(match: re.Match[str], year: int) -> str | None:
    try:
        day = datetime(year, number_of(match["m"]), number_of(match["d"]), tzinfo=CHINA)
    except ValueError:
        return None
    return day.isoformat()


def number_of(numeral: str) -> int:
    """A whole number in digits or in Chinese, to 999.

    >>> number_of("三十一"), number_of("一百零二"), number_of("12")
    (31, 102, 12)
    """
    if numeral.isascii():
        return int(numeral)
    above, hundred, rest = numeral.rpartition("百")
    tens, ten, ones = rest.lstrip("零〇").rpartition("十")
    return (
        (_DIGITS.get(above, 1) * 100 if hundred else 0)
        + (_DIGITS.get(tens, 1) * 10 if ten else 0)
        + _DIGITS.get(ones, 0)
    )
