"""Patterns made of lists of words."""

import re


def any_of(words: list[str], gap: str = "") -> str:
    """Alternation of words, the longest first, with `gap` between their characters."""
    return "|".join(gap.join(map(re.escape, w)) for w in sorted(words, key=len, reverse=True))


def grouped(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def beginning(words: list[str], others: str = "") -> str:
    """A test that saves trying each alternative at every place: one of them may begin here."""
    return f"(?=[{''.join(sorted({word[0] for word in words}))}{others}])"
