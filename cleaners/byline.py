"""Read the lines that say where an article comes from: source, authors, editors, time.

``2020-04-22 10:27  来源：中国青年报  作者：晋组轩  浏览次数：120`` is cut at its labels; each value
goes where its label says. A line of which nothing is left then is no part of the article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

from cleaners.dates import ANY_DATE, is_day, narrow, tells_date
from cleaners.person_names import is_surely_name
from cleaners.script import fold
from cleaners.tables import furniture, labels, media

MAX_LINE = 200
"""Longest line in characters that can be one of labels."""
MAX_REST = 6
"""Characters that may be left of a line of labels: a site's name, a stray word."""
MOST_WORDS = 3
"""Words, each as long, that may be left beside a day and an hour: a section, who posted it."""
MAX_BESIDE_LABEL = 10
"""Longest such word in characters where a label tells what the hour is: who arranged it, an office."""
MAX_CLOSED = 10
"""Longest line of labels that ends as a sentence does."""
MIN_MEDIUM, MAX_MEDIUM = 4, 12
"""Shortest name of a medium that a reporter's may be glued to, and longest beside one that is known."""
MAX_NAME = 40
"""Longest source or name."""

_VALUE_END = re.compile(
    r"[，,](?=如|转载|未经|请)|(?=返回[\u4e00-\u9fff]{2,4}[，,]?\s?查看更多)|[\u3000\n\t|｜【】〔〕」\[\]]|\s?[>＞]{2}|\s{2,}|\s(?=《|[\u4e00-\u9fff]{0,4}(?:热线|电话|邮箱|QQ|微信号?)\s?[\d:：])"
)
_CODE_END = re.compile(r"[\u3000\n\t|｜]|\s{2,}")
"""Where a document's number ends, which has brackets: ``江政发〔2020〕12号``."""
_NAME_GAP = re.compile(r"[、，,;；/／|丨\s\u3000&]+|(?<=[\u4e00-\u9fff])\s*(?:和|与)\s*(?=[\u4e00-\u9fff])")
_NAME_NOISE = re.compile(
    r"^(?:[（(【\[]+|本报|本网|本刊|全媒体|首席|见习|实习(?!生)|特约|资深)*(?:记者|通讯员|编辑|作者|实习生)?[:：\s]*|"
    r"^[\u4e00-\u9fff]{2,12}(?:记者|通讯员)(?=[\u4e00-\u9fff]{2,4}$)|[（(][^)）]*[)）]?$|[】）)\]。.]+$|"
    r"(?:摄影|报道|编译)$|_?(?<![A-Za-z])[A-Za-z]{1,4}\d{2,6}$|^系[\u4e00-\u9fff]{4,}$"
)
CLOCK = re.compile(r"\d[:：]\d\d")
"""An hour: the date of an article has one, where the date of a masthead is today's day."""
_APART = re.compile(r"[\s\u3000（()）]+")
"""What stands between an author and a paper: ``陈小雨（江城晚报）``."""
_CHANGE, _PUBLICATION = re.compile("更新|修改|Updated"), re.compile("发[布表稿]|刊[发登载]|Published")
"""What labels of time have that tell of the last change, and of the publication."""
_TIME_LABEL = re.compile("发[布表]|更新|修改")
_DATED_BEHIND = re.compile(
    rf"(?P<date>{ANY_DATE.pattern})\s*(?P<what>{_TIME_LABEL.pattern})(?=[\s，,；;。)）|]|$)"
)
"""A date with its label behind it: ``2024-03-05 10:20 发布，2024-03-06 11:30 更新``."""
_DATED = re.compile(
    r"(?:最[后近])?(?P<what>更新|修改)[于在]\s*(?=\d)|^(?P<put>发[布表]|更新)\s?[:：]\s?(?=\d)"
)
"""The same before it: ``（更新于3月6日 11:30）``, ``发布 : 8:15am 20/11/2024``."""
_URL = re.compile(r"https?://[!-~]+")
_OFFICE_BEFORE = re.compile(
    r"(?:^|(?<=[\s、，,；;/／|]))[\u4e00-\u9fffA-Za-z·+]{0,16}(?:记者|通讯员|实习生)[\s:：]+(?=\S)"
)
"""Whose reporter somebody is: ``南都记者 方芳``."""
_EDGE = " \xa0\u3000\t:：|｜丨-—_,，、;；。·[]【】〔〕()（）/□■●◆▲"
_BRACKETED_NAME = re.compile(r"\s?[（(](?P<name>[^（()）]{2,8})[）)]$")
"""A name in brackets behind a medium, or where it is: ``江城日报（王小明）``."""
_BRACKETS = (("（", "）"), ("(", ")"))
"""Brackets that a value may end in: ``中国新闻网(北京)``."""
_MARKS_ALIKE = {**dict.fromkeys("∶︰﹕", "："), **dict.fromkeys("∣│┃ǀㅣ", "｜")}
_USUAL_MARKS = str.maketrans(_MARKS_ALIKE)
"""What is typed for a colon (a ratio's, those of vertical and of small type) and for a bar."""
_SET_WIDE = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\s\u3000]{2,6}([\u4e00-\u9fff])(?=\s?[:：])")
"""A label of two characters that is set to the width of four: ``来　　源：``."""
_POSTED_IN = re.compile(r"[发發][布佈表]于\s?[\u4e00-\u9fff]{2,3}(?=\s|$)")
"""Where a platform says that the writer was."""
_BULLETS = "•▪◦ "
"""What a page sets before each line of a list."""
_SIGNS = "◎○●◇◆▲△★☆※►▶■□ "
"""What papers set before who wrote an article: by itself it tells a name too."""
_TELLING = re.compile(r"[:：/／|｜丨»\d年]|>>")
"""Without one of these a line has neither a label nor a date."""
_SPACED = r"[\u4e00-\u9fff][\s\u3000]{1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff])"
_SPACED_NAME = re.compile(rf"{_SPACED}(?:[\s\u3000]+{_SPACED})*")
"""Names of two characters set to the width of three."""
_FURNITURE_APART = re.compile(rf"(?<!\S)(?:{furniture.FURNITURE_WORDS.pattern}){{1,6}}(?!\S)|(?:[AT][+-])+$")
"""Furniture that stands apart from a source, or the size buttons glued to it."""
_DAY_CODE = re.compile(r"(?<!\d)(?:20\d{6}|1\d{6})(?!\d)")
"""A day in digits, of the Republic's calendar perhaps: ``（編輯：林大同）1130520``."""
_DAY_BEHIND = re.compile(r"[\s\u3000](?=(?:\d{1,2}月\d{1,2}日|\d\d-\d\d)(?:[\s\u3000]|$))")
"""Where a month and a day stand behind a source."""
_DAY_GAP = re.compile(r"[\s\u3000|｜丨·]+")
"""What divides such a day from a medium."""
AGO = re.compile(r"\d+\s?(?:秒钟?|分钟|小时|天|周|个月)前|^(?:刚刚|昨天|前天|今天)")
"""A time that is told by how long ago it was."""
_MAY_TELL_TIME = re.compile(r"\d|刚刚|昨天|前天|今天")
"""Without one of these a line tells no time in any way."""
_SPEECH = re.compile(r"请|您|你|怎|能否|能不能|谈谈|听说|那么|为什么|为何|什么|(?=.{11}).*(?:[的是了]|\d年)")
"""How what a reporter asks begins, or what one has that is said, and no name: ``记者：请谈谈新作``."""
_SENTENCE = re.compile("[。！？!?]")
_CLAUSE = re.compile("[^，,]+")
_REPRINTED_BY = (("作者", "names"), ("编辑", "editors"))
_TOGETHER = re.compile("[、，,·]")
"""What divides media that are named together."""
MAX_UNCOLONED = 60
"""Longest line in characters that names people without a colon: a date, a paper and its reporters."""
_MAY_NAME = re.compile(rf"[\s/／|｜丨,，【\[]|{'|'.join(labels.PEOPLE)}")
"""Without one of these a line names nobody without a colon."""


_CONTACT = re.compile(r"(?:[\u4e00-\u9fff]{0,4}(?:热线|电话|邮箱|QQ|微信号?)\s?[:：]?\s*[\w@.+-]+\s*)+")
"""How those who wrote or edited an article can be reached."""
MAX_PERSON = 3
"""Longest name in characters that a surname of one makes likely."""
MIN_LABELS = 2
"""Labels beside which what looks like another is one."""
MOST_MEDIA = 2
"""Media without a label that a line may name: the site, and where it has the article from."""


@dataclass(slots=True)
class Byline:
    """What one line, or several, say of an article."""

    source: str | None = None
    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    account: str | None = None
    """Whose account it is from, where no person is named."""
    date: str | None = None
    """The visible date as it stands: what is behind its label, or the line."""
    changed: str | None = None
    """The same of the last change."""
    signed: str | None = None
    """A date that is a line of its own behind the text: a notice's, if it has no other."""
    passing: str | None = None
    """A date that a line says among other things: when a law was passed."""
    labelled: bool = False
    """True when the line has any label at all."""
    open: str = ""
    """The kind of the last label when no value stands behind it: the next line has it."""
    alone: str = ""
    """The kind of a label that is all of the line and has no colon: it is one if the next box has a value."""
    unread: bool = False
    """True for a time that is no date: ``时间：5月20日至25日`` is when something is held."""
    unnamed: bool = False
    """True for a source that no label names."""
    rest: str = ""
    """What is left of the line."""


def read_byline(line: str) -> Byline:
    """Cut a line at its labels.

    >>> b = read_byline("2020-04-22 10:27:00  来源:中国青年报  作者:晋组轩")
    >>> b.source, b.authors, b.rest
    ('中国青年报', ['晋组轩'], '')
    """
    found = Byline(rest=line)
    line = line.lstrip(_BULLETS)
    if len(line) > max(MAX_LINE, labels.MAX_REPRINTED):
        return found
    line = line.lstrip(_SIGNS) if "记者" in line or "記者" in line else line
    line = _POSTED_IN.sub("", line) if "于" in line else line
    line = reprint_in(line) or _with_labels(_without_leave(_with_usual_marks(line)))
    if len(line) > MAX_UNCOLONED:
        _read_labelled(found, line, line)
    elif not _read_people(found, line, fold(line)):
        whole, folded = line, fold(line)
        if not _SENTENCE.search(line):
            line = _with_colons(line) if _MAY_NAME.search(folded) else line
            alone = labels.ALONE.match(fold(line.strip()))
            found.alone = (alone.lastgroup or "") if alone else ""
        _read_labelled(found, line, whole, original=labels.ORIGINAL.match(folded) is not None)
    return found


def _read_people(found: Byline, line: str, folded: str) -> bool:
    """Read a line of people, or of an office, that no label with a colon tells; False where it is none."""
    dateline = labels.DATELINE.search(folded) if "记者" in folded else None
    if dateline:
        _read_dateline(found, line, dateline)
        return True
    people = next(filter(None, (form.match(folded) for form in labels.PEOPLE_LINES)), None)
    if people:
        told = {kind: line[slice(*people.span(kind))] for kind, what in people.groupdict().items() if what}
        found.source = told.pop("source", None)
        _extend(found.authors, names("".join(told.values())))
    desk = None if people else labels.DESK.match(folded)
    if people or (desk and not _is_person(desk["desk"])):
        found.labelled, found.rest = True, ""
        return True
    return False


def _read_labelled(found: Byline, line: str, whole: str, *, original: bool = False) -> None:
    """Read a line by its labels, and the rest of it where one of them, or a date, says that it is a byline.

    `whole` is the line without the colons put in, `original` tells that it begins with 原创.
    """
    found.rest = line
    if len(line) > MAX_LINE or not (_TELLING.search(line) or original):
        return
    folded = fold(line)
    matches = [
        m
        for m in labels.LABEL.finditer(folded)
        if _starts_word(folded, m.start()) and not _begins_headline(folded, m)
    ]
    found.labelled = bool(matches)
    found.date = line if ANY_DATE.search(folded) else None
    if not (found.labelled or found.date or original or _MAY_TELL_TIME.search(folded)):
        return
    left = _read_values(found, line, matches)
    found.rest = _rest("　".join(left))
    if found.date and not found.labelled and labels.EVENT_TIME.match(fold(found.rest)):
        found.date, found.unread = None, True
        return
    reached = (found.authors or found.editors) and _CONTACT.fullmatch(found.rest)
    if reached or (len(matches) >= MIN_LABELS and labels.UNKNOWN.match(found.rest)):
        found.rest = ""
    if not found.date:
        _read_day(found)
    if _is_person(fold(found.rest)) and (_are_offices(found.authors) if found.authors else found.source):
        found.authors = names(found.rest)
        found.rest = ""
    elif found.date and not found.source and (of := labels.MEDIUM_OF_REPORTER.search(fold(whole))):
        found.source, found.unnamed = whole[slice(*of.span("medium"))], True
    elif not found.source and found.rest and (found.date or found.authors or original or AGO.search(folded)):
        _read_titled(found)
        _read_unlabelled(found, dated_first=ANY_DATE.match(fold(whole)) is not None)


def _read_values(found: Byline, line: str, matches: Sequence[re.Match[str]]) -> list[str]:
    """Give the value behind each label of a line to where it belongs; what is left of the line, in pieces."""
    left = [line[: matches[0].start()]] if matches else [line]
    kinds = {match.lastgroup for match in matches}
    for match, following in zip_longest(matches, matches[1:]):
        stop = following.start() if following else len(line)
        kind = match.lastgroup or ""
        value, behind = _take_value(line[match.end() : stop], kind)
        left.append(behind)
        if kind == "time":
            _read_time(found, line, match.group(), value)
            held = value != "" and not _is_time(fold(value))
            found.unread |= held and not {"source", "author", "editor"} & kinds
        found.open = kind if not value and following is None else ""
        if kind == "source" and value and labels.SURE_SOURCE.search(match.group()):
            found.source = None  # what is named before may have published it
        _assign(found, kind, value)
    return left


def _read_time(found: Byline, line: str, label: str, value: str) -> None:
    """A time behind its label: of the last change, or of the publication."""
    if not tells_date(fold(value)):
        return
    if _CHANGE.search(label):
        found.changed = found.changed or value
    elif found.date in {None, line} or _PUBLICATION.search(label):
        found.date = value


def _read_day(found: Byline) -> None:
    """A month and a day beside a source, an author, or a medium without a label: ``9月14日 江城日报``."""
    parts = _DAY_GAP.split(found.rest)
    named = [part for part in parts if not is_day(fold(part))]
    days = [part for part in parts if part not in named]
    told = found.source or found.authors or named
    if len(days) == 1 and told and all(_is_outlet(fold(part)) for part in named):
        found.date, found.rest = days[0], "　".join(named)


def _begins_headline(folded: str, label: re.Match[str]) -> bool:
    """True for a paper's commentator, by no name: ``人民日报评论员：让改革惠及全民`` is a headline."""
    value = folded[label.end() :].strip()
    commentator = value and labels.COMMENTATOR.search(label.group())
    return bool(commentator) and labels.PERSON.match(_NAME_GAP.split(value)[0]) is None


def _are_offices(authors: list[str]) -> bool:
    """True where an article is said to be from offices only: ``供稿：水务局　方芳``."""
    return all(labels.UNIT.search(fold(name)) for name in authors)


def _is_time(folded: str) -> bool:
    return tells_date(folded) or AGO.search(folded) is not None


def _is_person(folded: str) -> bool:
    return labels.PERSON.match(folded) is not None and labels.ALONE.match(folded) is None


def reprint_in(line: str) -> str:
    """What a line says of the account that an article was taken over from, with labels; "" if it says nothing
    of it, or something else too."""
    if len(line) > labels.MAX_REPRINTED or "文" not in line[:3]:
        return ""
    folded = fold(line)
    if not (account := labels.REPRINTED.match(folded)):
        return ""
    told, start = [f"来源：{line[slice(*account.span('source'))]}"], account.end()
    for clause in _CLAUSE.finditer(folded.rstrip("。"), start):
        said = labels.REPRINT_CLAUSE.fullmatch(folded, *clause.span())
        if not said:
            return ""
        told += [f"{label}：{line[slice(*said.span(part))]}" for label, part in _REPRINTED_BY if said[part]]
    return "　".join(told)


def _with_usual_marks(line: str) -> str:
    """A line with digits, colons and bars of one kind, and no label set wide."""
    if not _MARKS_ALIKE.keys().isdisjoint(line):
        line = line.translate(_USUAL_MARKS)
    return _SET_WIDE.sub(r"\1\2", narrow(line))


def _with_labels(line: str) -> str:
    """A line that says in words where its article is from, with labels in their place."""
    folded = fold(line) if len(line) <= MAX_UNCOLONED else ""
    if posted := labels.POSTED_BY.match(folded):
        return f"作者：{line[: posted.end()]}　{_with_labels(line[posted.end() :])}"
    labelled = _TIME_LABEL.search(folded) is not None  # most lines have none
    dated = [*_DATED.finditer(folded)] or [*_DATED_BEHIND.finditer(folded)] if labelled else []
    for match in reversed(dated):
        day = f"{match['date']}　" if "date" in match.groupdict() else ""
        line = f"{line[: match.start()]}　{match[match.lastgroup or 0]}时间：{day}{line[match.end() :]}"
    if dated:
        return line
    if printed := labels.PRINTED_IN.match(folded):
        return f"来源：{line[slice(*printed.span('source'))]}"
    if (taken := labels.TAKEN_FROM.match(folded)) and _are_media(taken["source"]):
        return f"来源：{line[slice(*taken.span('source'))]}"
    if account := labels.OFFICIAL_ACCOUNT.search(folded) or labels.ORIGINAL_BY.match(folded):
        told, name = (line[slice(*span)] for span in ((0, account.start()), account.span("account")))
        return f"{told}　来源：{name}"
    if (given := labels.CONTRIBUTED.match(folded)) and _may_contribute(given["names"]):
        return f"供稿：{line[slice(*given.span('names'))]}　{line[given.end() :]}"
    return line


def _are_media(folded: str) -> bool:
    """True for names of media, with marks between them perhaps: one is known, and all are short."""
    listed = [name.strip("《》“”") for name in _NAME_GAP.split(folded)]
    return any(map(media.SOURCE_NAME.match, listed)) and max(map(len, listed)) <= MAX_MEDIUM


def _may_contribute(folded: str) -> bool:
    """True for people and offices, with marks between them perhaps."""
    return all(labels.UNIT.search(part) or labels.PERSON.match(part) for part in _NAME_GAP.split(folded))


def _with_colons(line: str) -> str:
    """A line with the colons that its labels leave out, without the paper's name before them."""
    if "【" in line or "[" in line:
        line = labels.BRACKETED.sub(r"\g<label>：", line)
    pieces, position = [], 0
    for match in labels.UNCOLONED.finditer(fold(line)):
        kind = match.lastgroup or ""
        if kind == "part":  # 王小明/文
            pieces += [
                line[position : match.start()],
                "　",
                match["part"],
                "：",
                line[slice(*match.span("before"))],
            ]
        elif kind == "both":  # 王小明 文/图
            pieces += [line[position : match.start()], "　作者：", line[slice(*match.span(kind))]]
        elif kind == "medium":  # 江城广播/王小明
            medium = line[slice(*match.span("medium"))]
            pieces += [line[position : match.start()], "来源：", medium, "　记者："]
        elif kind == "writer":  # 王小明/江城广播
            writer = line[slice(*match.span("writer"))]
            pieces += [line[position : match.start()], "记者：", writer, "　来源："]
        elif kind == "reporting":  # 王小明 报道
            pieces += [line[position : match.start()], "记者：", line[slice(*match.span(kind))], "　"]
        else:
            pieces += [line[position : match.start()], line[slice(*match.span(kind))], "："]
        position = match.end()
    return "".join([*pieces, line[position:]])


def _read_titled(found: Byline) -> None:
    """A printed paper beside a date: ``《 江城日报 》（2024年07月19日 第 05 版）``."""
    paper = media.PAPER.search(fold(found.rest))
    if paper and ("版" in paper.group() or media.SOURCE_NAME.match(paper["name"])):  # else a play, a book
        found.source = found.rest[slice(*paper.span("name"))]
        found.rest = (found.rest[: paper.start()] + found.rest[paper.end() :]).strip(_EDGE)


def _read_unlabelled(found: Byline, *, dated_first: bool) -> None:
    """A medium in what is left beside a date or 原创, perhaps with its reporter and the number of readers.

    Behind the date and people stands a section: an account's name stands before the date.
    """
    words = chain.from_iterable(map(_words, re.split(r"[\s\u3000|｜丨/]+|(?<=[网报])-", found.rest)))
    parts = [part for word in words if word for part in _unglued(word)]
    named = [(part, fold(part).removesuffix("讯")) for part in parts]
    outlets = [part for part, name in named if _is_outlet(name)]
    outlets = [part for part in outlets if not media.SECTION_NAME.match(fold(part))] or outlets
    regions = [part for part, name in named if media.REGION.match(name)]
    people = [part for part in parts if part not in outlets and _is_reporter(part)]
    sections = [part for part, name in named if media.SECTION_NAME.match(name)]
    known = {*outlets, *sections, *people, *regions, *labels.REPORTED}
    rest = "".join(part for part in parts if part not in known and not part.strip("()（）").isdigit())
    if found.date and len(parts) == 1 and not (outlets or found.authors) and is_surely_name(parts[0]):
        found.authors, found.rest = [*parts], ""
    elif 1 <= len(outlets) <= MOST_MEDIA and not any(map(str.isalnum, rest)):  # a site before its source
        found.source, found.rest = outlets[-1].removesuffix("讯").removesuffix("訊"), ""
        found.unnamed = True
        _extend(found.authors, people)
    elif (found.date or not found.authors) and not (regions or dated_first) and (account := _account(parts)):
        found.source, found.rest, found.unnamed = account, "", True
        _extend(found.authors, parts[:-1])
    found.labelled |= found.unnamed and not found.date


def _words(part: str) -> list[str]:
    """A part of a line by its dots, but for media that are named together: ``江城日报·江城新闻客户端``."""
    return [part] if _is_outlet(fold(part)) else part.split("·")


def _is_outlet(name: str) -> bool:
    """True for the name of a medium, or of an office, or names of some together."""
    if len(together := _TOGETHER.split(name)) > 1:
        return all(map(_is_outlet, together))
    return name != "新闻" and (media.SOURCE_NAME.match(name) or media.OFFICE_NAME.match(name)) is not None


def _is_reporter(part: str) -> bool:
    """True for a name, and not for where the reader of a site is said to be: 江苏 begins with a surname."""
    return labels.PERSON.match(fold(part)) is not None and media.REGION.match(fold(part)) is None


def _unglued(word: str) -> tuple[str, ...]:
    """A medium and its reporter, in spans that only a style keeps apart: ``江城日报王小明``."""
    folded = fold(word)
    for size in range(MAX_PERSON, 1, -1):
        medium = folded[:-size]
        if (
            len(medium) >= MIN_MEDIUM
            and labels.PERSON.match(folded[-size:])
            and media.SOURCE_NAME.match(medium)
        ):
            return word[:-size], word[-size:]
    return (word,)


def _account(parts: list[str]) -> str | None:
    """The account behind people's names in what is left of a line: it is no name, or too long for one."""
    people, last = parts[:-1], parts[-1] if parts else ""
    if not people or not all(map(_is_person, map(fold, people))) or not labels.ACCOUNT.match(last):
        return None
    return last if len(last) > MAX_PERSON or not _is_person(fold(last)) else None


def _read_dateline(found: Byline, line: str, dateline: re.Match[str]) -> None:
    """What a line says that names a paper, its reporters and the place they write from."""
    found.labelled = True
    found.source = line[slice(*dateline.span("source"))] or None
    _extend(found.authors, names(line[slice(*dateline.span("names"))]))
    rest = line[: dateline.start()] + "　" + line[dateline.end() :]
    found.date = line if ANY_DATE.search(fold(rest)) else None
    found.rest = _rest(rest)
    if not found.source and media.SOURCE_NAME.match(fold(found.rest)):
        found.source, found.rest = found.rest, ""


def is_byline(line: str, found: Byline) -> bool:
    """True when the line is nothing but labels, dates and furniture."""
    if reprint_in(line):
        return True
    line = _without_leave(line)
    if len(line) > MAX_LINE or _SENTENCE.search(line.rstrip("。")):
        return False
    if line.endswith("。") and (len(line) > MAX_CLOSED or not _names_people(found)):
        return False  # a speaker and what is said
    if any(_SPEECH.match(fold(name)) for name in found.authors):
        return False
    if found.unread or not (found.labelled or found.date):
        return False
    if len(found.rest) <= MAX_REST or (found.source and found.date and media.SITE.match(fold(found.rest))):
        return True
    words = found.rest.split()
    timed = found.date is not None and CLOCK.search(found.date) is not None
    longest = MAX_BESIDE_LABEL if found.labelled else MAX_REST
    return timed and len(words) <= MOST_WORDS and max(map(len, words)) <= longest


def byline_in(line: str) -> Byline | None:
    """What a line says that is nothing but a byline; None for any other."""
    found = read_byline(line)
    return found if is_byline(line, found) else None


def _names_people(found: Byline) -> bool:
    return all(labels.PERSON.match(fold(name)) for name in (*found.authors, *found.editors))


def _without_leave(line: str) -> str:
    """A line without the clause that says by whose leave the article stands here."""
    if len(line) > MAX_UNCOLONED or not any(char in line for char in "授许許"):
        return line
    return labels.PERMITTED.sub("", line)


def is_credits(line: str) -> bool:
    """True for a line that begins with a label and is a byline, whatever marks divide it."""
    line = line.lstrip(_BULLETS)
    if len(line) > MAX_LINE:
        return False
    line = _with_usual_marks(line)
    forms, folded = (labels.LABEL, labels.BRACKETED, labels.TAKEN_FROM), fold(line)
    return any(form.match(folded) for form in forms) and byline_in(line) is not None


def assign(found: Byline, kind: str, value: str) -> None:
    """Give a value that stood in the line behind its label to where it belongs."""
    _assign(found, kind, _take_value(value, kind)[0])


def _starts_word(text: str, start: int) -> bool:
    """A label is no label inside a word, but for where spans stand side by side without a space.

    ``…中国青年报作者：`` has one label before it or a date; ``…的作者：`` in running text has not.
    """
    if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return True
    before = text[:start]
    return bool(labels.LABEL.search(before) or ANY_DATE.search(before) or is_day(before))


def _take_value(text: str, kind: str) -> tuple[str, str]:
    """The value at the beginning of `text`, and what stands behind it."""
    start = len(text) - len(text.lstrip(_EDGE))
    body = text[start:]
    date = ANY_DATE.search(fold(body))
    if kind == "time":
        return (body, "") if date is None else (body[: date.end()], body[date.end() :])
    end = len(body)
    if date:
        end = min(end, date.start())
    if kind == "source" and (day := _DAY_BEHIND.search(body)):
        end = min(end, day.start())
    listed = _people_at(body) if kind in {"author", "editor"} else 0
    ends = _CODE_END if kind == "code" else _VALUE_END
    gap = ends.search(body, listed)
    if gap:
        end = min(end, gap.start())
    if kind in {"author", "editor"} and (glued := labels.BEFORE_LABEL.match(fold(body))):
        end = min(end, glued.end())
    end = min(end, _closing(body))
    if kind == "code":
        return body[: gap.start() if gap else len(body)], body[gap.start() :] if gap else ""
    if kind == "counter":
        number = re.match(r"[\d,.]*\s*万?\s*次?", body)
        end = max(number.end() if number else 0, min(end, 8) if end <= 8 else 0)
    return _bare(body[:end]), body[end:]


def _people_at(text: str) -> int:
    """Where the names at the beginning of a text end that have no more than spaces between, or in them."""
    folded = fold(text)
    if spaced := _SPACED_NAME.match(text):
        others = labels.PEOPLE_BEHIND.match(folded, spaced.end())
        return others.end() if others else spaced.end()
    people = labels.PEOPLE_RUN.match(folded)
    return people.end() if people else 0


def without_furniture(line: str) -> str:
    """What of a line is no button, counter or how long ago it was; its parts divided by white space."""
    return _blank(line, furniture.FURNITURE_WORDS).strip(_EDGE)


def _bare(value: str) -> str:
    """A value without the marks around it, but with the bracket that closes one of its own."""
    bare = value.strip(_EDGE)
    return bare + next((close for opened, close in _BRACKETS if bare.count(opened) > bare.count(close)), "")


def _closing(text: str) -> int:
    """Where a bracket closes that no bracket before it opened: the end of ``（责编：张三）``."""
    depth = 0
    for i, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth < 0:
            return i
    return len(text)


def _assign(found: Byline, kind: str, value: str) -> None:
    if not value or len(value) > MAX_NAME * 2:
        return
    if kind == "source" and (not found.source or found.unnamed):
        value, reporter = _with_reporter(value)
        found.source, found.unnamed = _source(value), False
        _extend(found.authors, reporter)
    elif kind == "author":
        _extend(found.authors, names(value))
        parts = _APART.split(value)
        medium = next((part for part in parts if media.SOURCE_NAME.match(fold(part))), None)
        if medium and not found.source:
            found.source, found.unnamed = medium, True
    elif kind == "editor":
        _extend(found.editors, names(value))


def _with_reporter(value: str) -> tuple[str, list[str]]:
    """A medium behind its label, and the name behind it: ``江城日报 王小明``, ``江城日报（王小明）``."""
    parts = value.split()
    if named := _BRACKETED_NAME.search(value):
        parts = [value[: named.start()], named["name"]]
        surely = _is_reporter(named["name"])
    else:
        surely = len(parts) == 2 and (
            is_surely_name(parts[1]) or labels.LONG_NAME.match(fold(parts[1])) is not None
        )
    return (parts[0], parts[1:]) if surely and media.SOURCE_NAME.match(fold(parts[0])) else (value, [])


_MEDIUM_NOTE = re.compile(
    "(?<=[网报社台端刊])(?:原创|独家|综合)$|官方[账帐]号$|(?:查看|阅读)?原文(?:链接|地址)?$"
)
"""What a source adds of the article."""


_ACCOUNT_ID = re.compile(r"\s*[（(]\s*(?:微信)?(?:ID|微信号|公众号)\s*[:：].*$", re.I)
"""What an account is called for machines: ``江城规划(ID:jcgh)``."""


_DAY_BESIDE = re.compile(r"^\d{1,2}月\d{1,2}日\s*(?=《)|(?<=》)\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日.{0,8}$")
"""The day of the paper, and its page: ``9月30日《江城日报》``, ``《江城日报》9月30日A01版``."""


def _source(value: str) -> str | None:
    value = _DAY_BESIDE.sub("", _ACCOUNT_ID.sub("", value))
    cut = re.split(r"\s+(?=\S{0,6}(?:字号|分享|打印|评论|点击|浏览|阅读))", value)[0]
    own = _MEDIUM_NOTE.sub("", _FURNITURE_APART.sub("", cut))
    cleaned = _bare(media.REGION_BEHIND.sub("", own)) or _bare(cut)
    return cleaned if 0 < len(cleaned) <= MAX_NAME else None


def without_nobody(found: Byline) -> Byline:
    """What lines say, but for the words of systems where nobody has filled a field."""
    source = found.source if found.source and not is_nobody(found.source) else None
    authors, editors = ([n for n in names if not is_nobody(n)] for names in (found.authors, found.editors))
    return replace(found, source=source, authors=authors, editors=editors)


def is_nobody(name: str) -> bool:
    """True for what systems write in the place of a name."""
    return labels.NOBODY.match(fold(name)) is not None


def _extend(known: list[str], more: list[str]) -> None:
    known.extend(n for n in more if n not in known)


def names(value: str) -> list[str]:
    """The people in a list of names.

    >>> names("郝帅、杨迪")
    ['郝帅', '杨迪']
    >>> names("张 三")
    ['张三']
    """
    value = _URL.sub("", value)
    listed = _NAME_GAP.split(_OFFICE_BEFORE.sub("", value))
    tidied = [_unglued(_tidy(part))[-1] for part in listed if not _is_where(part)]
    parts = [p for p in tidied if any(map(str.isalpha, p)) and "@" not in p]
    parts = [
        p for p in parts if not (labels.WORK_DONE.match(fold(p)) or furniture.BUTTON_LINE.match(fold(p)))
    ]
    people = [p for p in parts if labels.PERSON.match(fold(p)) or not labels.UNIT.search(fold(p))]
    parts = people if any(labels.PERSON.match(fold(p)) for p in people) else parts
    if len(parts) > 1 and all(p.isascii() for p in parts) and "," not in value:
        parts = [" ".join(parts)]
    return [p for p in _set_apart(parts) if len(p) <= MAX_NAME]


def _is_where(part: str) -> bool:
    """True for the place that a report is from, behind its reporter: ``王小明 江城报道``."""
    reported = labels.REPORTED_FROM.match(fold(part.strip(_EDGE)))
    return reported is not None and not labels.PERSON.match(reported["place"])


def _set_apart(parts: list[str]) -> list[str]:
    """Names of two characters that were set apart to the width of three (``张 三``), or one of three set wide
    (``张 三 丰``)."""
    if len(parts) == MAX_PERSON and all(len(part) == 1 for part in parts):
        return ["".join(parts)]
    joined: list[str] = []
    for part in parts:
        if len(part) == 1 and joined and len(joined[-1]) == 1:
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _tidy(name: str) -> str:
    previous = None
    while previous != name:
        previous, name = name, _NAME_NOISE.sub("", name.strip(_EDGE)).strip(_EDGE)
    return name


def _rest(text: str) -> str:
    """What of a line is neither label nor value, date nor furniture."""
    return _DAY_CODE.sub("", _blank(_blank(text, ANY_DATE), furniture.FURNITURE_WORDS)).strip(_EDGE)


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    """`text` without what the pattern finds in its Simplified form."""
    pieces, position = [], 0
    for match in pattern.finditer(fold(text)):
        pieces += [text[position : match.start()], "　" if match.end() > match.start() else ""]
        position = match.end()
    return re.sub(r"[　\s|｜:：·]{2,}", "　", "".join([*pieces, text[position:]]))


def reporters(paragraph: str) -> list[str]:
    """The reporters that running text names: ``（记者 张三 李四）`` and a dateline's.

    >>> reporters("江城融媒讯（王明）3月5日，江城港新码头启用。")
    ['王明']
    >>> reporters("本报讯 记者王明报道：3月5日，江城港新码头启用。")
    ['王明']
    """
    folded = fold(paragraph)
    for pattern in labels.REPORTER:
        match = pattern.search(folded)
        if match:
            return names(paragraph[match.start("names") : match.end("names")])
    return []
