"""Rewrite a page's strings: the blocks now, titles and declarations when they are read.

A step that finds a kind of damage throughout a page hands in what undoes it.
"""

from collections.abc import Callable

from cleaners.blocks import EDGE
from cleaners.state import Page

Repairer = Callable[[str], tuple[str, int]]
"""Undoes one kind of damage in a line: gives the line back, and how many places were changed."""


def rewrite(page: Page, step: str, kind: str, repairer: Repairer) -> None:
    """Undo damage in every block, write it to the trace, and keep the repairer for `restore`."""
    assert page.layout is not None
    changed, longest = 0, ("", "")
    for block in page.layout.blocks:
        after, count = repairer(block.text)
        if after != block.text:
            after = after.strip(EDGE)
            if not after:
                block.drop("empty")
                continue
            changed += count
            longest = max(longest, (block.text, after), key=lambda pair: len(pair[0]))
            resized = len(after) != len(block.text)
            if resized:
                block.link_chars = block.link_chars * len(after) // len(block.text)
                block.links = [size * len(after) // len(block.text) for size in block.links]
            block.written = block.written or block.text
            block.text = after
            if resized:
                block.read_marks()
    page.repairers.append(repairer)
    if changed:
        page.trace.note(step, kind, changed, *longest)


def restore(page: Page, text: str) -> str:
    """A string from outside the blocks (a ``<title>``, a ``<meta>``) with the page's damage undone."""
    for repairer in page.repairers if text else ():
        text = repairer(text)[0]
    return text
