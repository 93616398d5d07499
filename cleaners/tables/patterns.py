"""Patterns made of lists of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], gap: str = "") -> str:
    """Alternation of words, the longest first, with `gap` between their characters."""
    return "|".join(gap.join(map(re.escape, w)) for w in sorted(words, key=len, reverse=True))


def factored(words: Iterable[str]) -> str:
    """Alternation of words by what they begin with, the shortest of those that fit being found.

    It tries fewer of many words than one beside the other.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        tails.setdefault(word[:1], []).append(word[1:])
    if "" in tails:
        return ""
    branches = [(first, factored(rest)) for first, rest in sorted(tails.items())]
    return "|".join(re.escape(first) + (grouped(rest) if "|" in rest else rest) for first, rest in branches)


def grouped(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def beginning(words: list[str], others: str = "") -> str:
    """A test that saves trying each alternative at every place: one of them may begin here."""
    return f"(?=[{''.join(sorted({word[0] for word in words}))}{others}])"
