r"""Undo escapes that reached the reader: ``&amp;nbsp;``, ``\u4e2d``, ``\xe4``, ``%E4%B8%AD``, ``&lt;p&gt;``.

A page whose text was escaped once too often shows the escapes as text. An article that writes about
escapes shows them too, so they are judged together: several, or long ones, that stand for likely
Chinese, on a page that does not speak of HTML or of encodings. Addresses keep their escapes.
"""

import re
from collections.abc import Callable
from functools import partial
from html import unescape
from urllib.parse import unquote_to_bytes

from cleaners.blocks import lay_out
from cleaners.likelihood import GOOD_COST, chinese_cost, han_of
from cleaners.mixed import decode_strictly
from cleaners.parse import parse_html
from cleaners.rewriting import Repairer, rewrite
from cleaners.state import Page

MIN_ENTITIES = 2
"""Entities shown as text that are damage: one may be a slip of the writer's."""
MIN_ESCAPED = 4
"""Characters of Chinese in a run of escapes: fewer may be an example."""
THROUGHOUT = 60
"""Characters of Chinese in a page's escapes from which they are all of one damage."""
MUCH_ESCAPED = 0.1
"""Share of them, by what the page shows as it is, from which it is damaged whatever it speaks of: an article
on escapes shows fewer."""
ESCAPED_TAUGHT = 50
"""Characters of them for each word on escapes, from which it is damaged too: menus have such words."""
ESCAPES_SHOWN = 5
"""Escapes that a page may show for each word that speaks of them, as a menu's labels do too."""
MIN_TAGS = 2
"""Tags shown as text from which a page's text is markup that was escaped, if it does not speak of such."""
MIN_TAGGED, MOST_TAGGED = 200, 0.5
"""Characters of prose in lines that show tags, and the share of a page's prose there, over which the tags are
damage for all that a menu speaks of tags: an article on them shows fewer."""

_SENTENCE_END = re.compile("[。！？]")
_ENTITY = re.compile(
    r"&(?:nbsp|ensp|emsp|[lr][ds]quo|[mn]dash|hellip|middot|bull|quot|amp|times|deg|yen|copy|reg|trade"
    r"|permil|prime|laquo|raquo|#x[\da-f]{2,6}|#\d{2,7});",
    re.I,
)
_UNICODE = re.compile(r"(?:\\u[\da-fA-F]{4})+(?:[\w\s\-.,:;/%]{1,12}+(?:\\u[\da-fA-F]{4})+)*")
_SCRIPTED = re.compile(r"(?:%u[\da-fA-F]{4})+(?:[\w\s\-.,:;/]{1,12}+(?:%u[\da-fA-F]{4})+)*")
"""What the ``escape`` of scripts writes (ECMAScript, B.2.1.1)."""
_UNICODE_ONE = re.compile(r"[\\%]u([\da-fA-F]{4})")
_PERCENT = re.compile(
    r"%(?<![A-Za-z/=?&#.:%~+-]%)(?<!%[\da-fA-F]{2}%)[\da-fA-F]{2}(?:%[\da-fA-F]{2})+"
    r"(?:[\w.~-]{1,12}+(?:%[\da-fA-F]{2}){2,})*(?![\w/=?&#%~+-]|\.[\w.~-]*%)",
    re.ASCII,
)
_HEX = re.compile(r"(?:\\x[\da-fA-F]{2})+(?:[\w\s\-.,:;/%]{1,12}+(?:\\x[\da-fA-F]{2})+)*", re.ASCII)
_HEX_ONE = re.compile(rb"\\x([\da-fA-F]{2})")
_UNICODE_RUN = re.compile(r"(?:\\u[\da-fA-F]{4})+")
_SCRIPTED_RUN = re.compile(r"(?:%u[\da-fA-F]{4})+")
_HEX_RUN = re.compile(r"(?:\\x[\da-fA-F]{2})+")
_PERCENT_TWO = re.compile(r"%[\da-fA-F]{2}%[\da-fA-F]{2}")
"""Two bytes: no character of Chinese has fewer, and a percentage none."""
_PERCENT_RUN = re.compile(r"(?:https?://|www\.)\S+|[=&?]?(?:%[\da-fA-F]{2})+[=&]?")
"""Any such run, or an address, or a part of one, which keeps its own."""
_TAG = re.compile(
    r"&lt;(/?(?:p|br|div|span|strong|b|i|em|u|img|a|font|h[1-6]|section|ul|ol|li|table|tbody|tr|td)\b"
    r"(?:(?!&[lg]t;)[^<>]){0,400})&gt;",
    re.I,
)
_PAGE_BREAK = re.compile(
    r"_ueditor_page_break_tag_|\[!--empirenews\.page--\](?:.{0,40}?\[/!--empirenews\.page--\])?"
    r"|#p#[^#\n]{0,40}#e#|\[(?:NextPage|newpage)\]|(?<=[\u4e00-\u9fff）)。”])pagebreak$"
)
"""What editors (UEditor, EmpireCMS, DedeCMS, Xinhua's) set where a new page is to begin."""
_SHOWN_TAG = re.compile(r"</(?:p|div|span|strong|section|font)>|<(?:p|br|div)\b[^<>]{0,200}/?>", re.I)
_SHOWN_TWICE = re.compile(r"&lt;/?(?:p|br|div|span|strong|section)\b[^<>]{0,200}?&gt;", re.I)
"""A tag that was escaped twice."""
_BREAK = re.compile(
    r"(?<=[。！？；：”…）])[ \u3000]*(?:\\r)?\\n(?:\\[rnt]|[ ])*(?=[\u3000“《【（\d\u4e00-\u9fff])"
)
"""A line break as programs write it, between two sentences."""
_ESCAPED_AGAIN = re.compile(r"&amp;(?=(?:[lg]t|quot|amp|nbsp|#\d{2,5});)")
_ABOUT = re.compile(
    r"HTML|XML|CSS|Unicode|UTF-?8|GBK|URL|Python|bytes|字节(?!跳动)|实体|转义|编码|代码|标签|源码|字符集|網頁|网页设计",
    re.I,
)


def undo_escapes(page: Page) -> Page:
    """Step: escapes undone in all blocks, where they are damage."""
    assert page.layout is not None
    text = page.layout.text
    if page.embedded_box < 0 and ("<" in text or "&lt;" in text) and _parse_again(page, text):
        text = page.layout.text
    if page.embedded_box < 0 and r"\n" in text and len(_BREAK.findall(text)) >= MIN_TAGS:
        _set_breaks(page)
        text = page.layout.text
    if "page" in text or "Page" in text or "#p#" in text:
        rewrite(page, "escapes", "page breaks", partial(_PAGE_BREAK.subn, ""))
    for kind, repairer in _repairers(text):
        rewrite(page, "escapes", kind, repairer)
    return page


def _repairers(text: str) -> list[tuple[str, Repairer]]:
    """The kinds of escapes that are damage in a text, each with what undoes it."""
    found: list[tuple[str, Repairer]] = []
    entities = len(_ENTITY.findall(text)) if "&" in text else 0
    if entities >= MIN_ENTITIES:
        found.append(("entities", lambda line: _ENTITY.subn(_entity, line)))
    for kind, sign, first, pattern, run, decode in _KINDS:
        if sign not in text or not first.search(text):
            continue
        if _chinese_in(text, sure := _counted(run, decode, sure=True)) >= THROUGHOUT:
            found.append((kind, sure))
        elif pattern.search(text):
            found.append((kind, _counted(pattern, decode)))
    about = len(_ABOUT.findall(text)) if found else 0
    if about * ESCAPES_SHOWN < max(1, entities):
        return found
    least = max(THROUGHOUT, min(MUCH_ESCAPED * len(han_of(text)), ESCAPED_TAUGHT * about))
    return found if sum(_chinese_in(text, repairer) for _, repairer in found) >= least else []


def _chinese_in(text: str, repairer: Repairer) -> int:
    """Characters of Chinese that the escapes of a text stand for."""
    return len(han_of(repairer(text)[0])) - len(han_of(text))


def _counted(
    pattern: re.Pattern[str], decode: Callable[[str], str | None], *, sure: bool = False
) -> Repairer:
    """A repairer that puts what a run of escapes stands for in its place where that is Chinese, or everywhere
    where it is `sure` that they are damage."""

    def repair(line: str) -> tuple[str, int]:
        count = 0

        def put(match: re.Match[str]) -> str:
            nonlocal count
            text = decode(match.group())
            if text is None or not (sure or _is_chinese(text)):
                return match.group()
            count += 1
            return text

        return pattern.sub(put, line), count

    return repair


def _entity(match: re.Match[str]) -> str:
    """What an entity stands for; an ampersand may begin another one."""
    return unescape(unescape(match.group()))


def _from_unicode(run: str) -> str | None:
    text = _UNICODE_ONE.sub(lambda one: chr(int(one[1], 16)), run)
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


def _from_hex(run: str) -> str | None:
    body = _HEX_ONE.sub(lambda one: bytes.fromhex(one[1].decode()), run.encode("utf-8", "replace"))
    return decode_strictly(body, "utf-8") or decode_strictly(body, "gb18030")


def _from_percent(run: str) -> str | None:
    if run[0] != "%" or run[-1] in "=&":
        return None
    body = unquote_to_bytes(run)
    return decode_strictly(body, "utf-8") or decode_strictly(body, "gb18030")


_KINDS = (
    (r"\u escapes", r"\u", _UNICODE_RUN, _UNICODE, _UNICODE_RUN, _from_unicode),
    ("%u escapes", "%u", _SCRIPTED_RUN, _SCRIPTED, _SCRIPTED_RUN, _from_unicode),
    (r"\x escapes", r"\x", _HEX_RUN, _HEX, _HEX_RUN, _from_hex),
    ("percent-encoding", "%", _PERCENT_TWO, _PERCENT, _PERCENT_RUN, _from_percent),
)
"""Escapes by their kind: what is in each, what any text with them has, runs of some length, any run, and what
decodes one."""


def _is_chinese(text: str) -> bool:
    han = han_of(text)
    return len(han) >= MIN_ESCAPED and chinese_cost(han) < GOOD_COST


def _parse_again(page: Page, text: str) -> bool:
    """Make tags of the tags that a page's text shows; False where it shows none, or writes of them."""
    html = page.html
    if "&lt;" in text and len(_SHOWN_TWICE.findall(text)) >= MIN_TAGS:
        html, text = _ESCAPED_AGAIN.sub("&", html), unescape(text)
    shown = len(_SHOWN_TAG.findall(text)) if "<" in text else 0
    if shown < MIN_TAGS or _speaks_of_tags(text, shown):
        return False
    html, count = _TAG.subn(lambda tag: f"<{unescape(tag[1])}>", html)
    return count > 0 and _lay_out_again(page, html, "markup shown as text", count)


def _speaks_of_tags(text: str, shown: int) -> bool:
    """True for a text that shows tags because it writes of such: in the lines that show them, or where these
    are not most of its prose. Menus speak of much."""
    if not _ABOUT.search(_SHOWN_TAG.sub("", text)):
        return False
    lines = [line for line in text.split("\n") if _SENTENCE_END.search(line)]
    tagged = "\n".join(line for line in lines if _SHOWN_TAG.search(line))
    about = len(_ABOUT.findall(_SHOWN_TAG.sub("", tagged)))
    most = len(han_of(tagged)) > max(MIN_TAGGED, MOST_TAGGED * len(han_of("\n".join(lines))))
    return about * ESCAPES_SHOWN > shown or not most


def _set_breaks(page: Page) -> None:
    """Make line breaks of those that a page's text shows as programs write them."""
    html, count = _BREAK.subn("<br><br>", page.html)
    _lay_out_again(page, html, "line breaks shown as text", count)


def _lay_out_again(page: Page, html: str, kind: str, count: int) -> bool:
    """Set a page's source right and lay it out anew; False where it is none any more."""
    root = parse_html(html.encode("utf-8", "replace"))
    if root is None:
        return False
    page.html, page.source, page.root, page.layout = html, b"", root, lay_out(root)
    page.trace.note("escapes", kind, count)
    return True
