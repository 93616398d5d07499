"""The way of a page, from bytes to record, in one screen.

Each step takes the page's state, fills what later steps read, writes what it changed to the trace,
and gives the state back. A step that finds no article raises `Rejected`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cleaners.article import find_article
from cleaners.assess import assess
from cleaners.boilerplate import strip_boilerplate, strip_related
from cleaners.conversion import undo_conversion, undo_glosses
from cleaners.decode import decode
from cleaners.escapes import undo_escapes
from cleaners.images import read_pictures
from cleaners.jammers import strip_jammers
from cleaners.letter_spacing import close_up
from cleaners.linkfarm import strip_last_farm, strip_link_farms
from cleaners.metadata import read_metadata
from cleaners.mojibake import repair_mojibake
from cleaners.normalise import normalise
from cleaners.options import Options
from cleaners.parse import parse
from cleaners.promotion import strip_promotion
from cleaners.record import Record
from cleaners.recording import to_record
from cleaners.state import Page, Rejected
from cleaners.trace import Trace
from cleaners.variants import undo_variants

STEPS: tuple[Callable[[Page], Page], ...] = (
    decode,  # bytes to text: which charset is it really in
    repair_mojibake,  # text that was read with a wrong charset before it was stored
    parse,  # text to tree, and the tree to blocks, once
    undo_escapes,  # escapes that were shown as text
    close_up,  # characters set apart by spaces
    undo_variants,  # look-alikes in the place of ordinary characters
    strip_jammers,  # strings that forums set against copying
    undo_glosses,  # pinyin that a converter left behind characters
    find_article,  # the box with the most prose and the fewest links
    undo_conversion,  # Traditional characters that a converter left
    strip_link_farms,  # rows of county names
    strip_promotion,  # calls to follow, scan, download
    strip_related,  # other articles, beside this one or behind it
    read_metadata,  # title, time, source, people
    strip_boilerplate,  # share bars, pagers, notices
    strip_last_farm,  # a row that stood above those
    read_pictures,  # those among the lines that are left
    normalise,  # blocks to paragraphs
    assess,  # is it an article, and how good is it
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a page made no record."""

    reason: str
    """``empty``, ``list-page``, ``error-page``, …, or ``step-failed``."""
    step: str
    """The step that rejected it."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a page: a record or a rejection, and every change on the way."""

    record: Record | None
    rejection: Rejection | None
    trace: Trace


def clean_page(
    body: bytes | str,
    *,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
) -> Result:
    """Turn a page as it was fetched into a clean record.

    `body` is what the server sent, or text already decoded; `content_type` is its header. Never
    raises on account of the page: a step's exception rejects it, with the step's name.
    """
    page = Page(body, url, content_type, options or Options())
    for step in (*STEPS, to_record):
        try:
            page = step(page)
        except Rejected as rejected:
            rejection = Rejection(rejected.reason, step.__name__, rejected.detail)
            return Result(None, rejection, page.trace)
        except Exception as error:  # a fault of ours: say where, keep the rest of the crawl going
            rejection = Rejection("step-failed", step.__name__, f"{type(error).__name__}: {error}")
            return Result(None, rejection, page.trace)
    return Result(page.record, None, page.trace)
