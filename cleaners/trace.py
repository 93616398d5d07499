"""The trace: every change a step makes to a page, written down as it is made."""

from collections import Counter
from dataclasses import dataclass

EXCERPT = 60
"""Characters of the text before and after that a change keeps: enough to recognise the place."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing a step did, `count` times."""

    step: str
    """The step that did it: ``decode``, ``mojibake``, ``link-farm``, …"""
    kind: str
    """What it was, in a word or two: ``utf-8 read as gb18030``, ``place-names``, …"""
    count: int
    """How many characters, items or blocks it touched, as `kind` implies; 0 for a mere finding."""
    before: str
    after: str
    detail: str = ""
    """The figures the decision rests on."""


def excerpt(text: str) -> str:
    """The first characters of a text, with an ellipsis where it goes on."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


class Trace(list[Change]):
    """The changes of a page, in the order they were made."""

    def note(
        self,
        step: str,
        kind: str,
        count: int = 1,
        before: str = "",
        after: str = "",
        detail: str = "",
    ) -> None:
        """Write down a change."""
        self.append(Change(step, kind, count, excerpt(before), excerpt(after), detail))

    def summary(self) -> list[tuple[str, str, int]]:
        """(step, kind, total count) of what was changed, in the order each was first made."""
        totals: Counter[tuple[str, str]] = Counter()
        for change in (c for c in self if c.count):
            totals[change.step, change.kind] += change.count
        return [(step, kind, count) for (step, kind), count in totals.items()]
