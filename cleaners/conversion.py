"""Undo what a converter did to a page: its glosses and its Traditional characters.

This stands before the steps that read patterns, so that they see the page as it was written.
"""

from functools import partial
from urllib.parse import urlsplit

from cleaners.blocks import remaining
from cleaners.glosses import are_spaced, converter_of, undo_converter
from cleaners.rewriting import rewrite
from cleaners.script import (
    CONVERTED,
    conversion_evidence,
    convert,
    has_odd_variants,
    script_of,
    way_back,
    without_odd_variants,
)
from cleaners.state import Page
from cleaners.torn_characters import doubles_marks, without_doubled


def undo_glosses(page: Page) -> Page:
    """Step: a converter's glosses undone throughout the page.

    It stands before the article is looked for: glosses make a menu as long as a sentence.
    """
    assert page.layout is not None
    is_its = converter_of(block.text for block in page.layout.blocks)
    if is_its:
        page.glossed = True
        spaced = are_spaced(block.text for block in page.layout.blocks)
        rewrite(page, "glosses", "pinyin", partial(undo_converter, is_its=is_its, spaced=spaced))
        if doubles_marks(page.layout.text):
            rewrite(page, "glosses", "doubled marks", without_doubled)
    return page


def undo_conversion(page: Page) -> Page:
    """Step: converted script undone throughout the page, where the article shows it."""
    text = "\n".join(b.text for b in remaining(page.article))
    page.script = script_of(text)
    config = _conversion(page, text)
    if config and page.script not in {"Jpan", "Kore"}:  # none where most is code
        odd = config != "s2t" and has_odd_variants(text)

        def converted(line: str) -> tuple[str, int]:
            if script_of(line) == "Jpan":  # quoted: the converter had nothing to do there
                return line, 0
            after = convert(without_odd_variants(line) if odd else line, config)
            return after, sum(a != b for a, b in zip(line, after, strict=False))

        kind = "simplified to traditional" if config == "s2t" else "traditional to simplified"
        rewrite(page, "script", kind, converted)
    return page


def _conversion(page: Page, text: str) -> str:
    """The OpenCC configuration that undoes a converter's work, or that the caller asks for."""
    choice = page.options.script
    if choice == "hant":
        return "s2t"
    if choice == "hans" or (choice == "restore" and _is_converted(page, text)):
        return way_back(text, words=choice == "restore")
    return ""


def _is_converted(page: Page, text: str) -> bool:
    root = page.root
    evidence = conversion_evidence(
        text,
        language=root.get("lang") if root is not None else None,
        charset=page.encoding.declared if page.encoding else None,
        host=urlsplit(page.url).hostname if page.url else None,
        glossed=page.glossed,
        around="\n".join(block.text for block in (*page.before, *page.after)),
    )
    if sum(evidence.values()) < CONVERTED:
        return False
    detail = ", ".join(f"{name} {weight:+.1f}" for name, weight in evidence.items())
    page.trace.note("script", "evidence of machine conversion", 0, detail=detail)
    return True
