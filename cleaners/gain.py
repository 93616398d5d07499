"""How much likelier a text is than what is there: by this a repair is judged.

Only what is neither ASCII nor a gloss counts. Long texts are judged by samples.
"""

import re
from functools import lru_cache

from cleaners.likelihood import GOOD_COST, beyond_ascii, chinese_cost, cost
from cleaners.readings import TONED

LIKELY_COST = 3.4
"""Mean cost as Simplified under which no other script is asked: right news costs 2.6 to 3.3."""
SAMPLED = 60
"""Characters at the beginning, middle and end of a long run by which its mean cost is known."""
_GLOSSES = re.compile(rf"\([a-z]{{0,5}}[{TONED}][a-z]{{0,4}}(?:\)|$)|\u00a0")
"""Readings that a converter set behind characters, and no-break spaces: no evidence for or against the text
they stand in."""
_OTHER_SIGNS = re.compile(
    "[\u0370-\u03ff\u0400-\u04ff\u02c7\u02ca\u02cb\u02d9\u2100-\u218f\u2460-\u24ff\u3105-\u3129\u3200-\u33ff]+"
)
"""Greek, Cyrillic, the phonetic script of Taiwan with its tones, units and numbers: double-byte charsets have
them too."""
SIGN_COST = 3.0
"""What one of those costs where it stands: as much as right Chinese, for glosses and lists have them."""


def gain_of(before: str, after: str) -> float:
    """Gain in likelihood, a power of ten; negative where the reading is no likely text."""
    text = judged_part(after)
    if not text:
        return -1.0
    mean = _mean_cost(sample_of(text))
    if mean > GOOD_COST:
        return -1.0
    damaged = beyond_ascii(before)
    return _cost_as_it_stands(sample_of(damaged)) * len(damaged) - mean * len(text)


@lru_cache(maxsize=4)  # a whole text is asked for when it is judged, vouched for, and written down
def judged_part(text: str) -> str:
    """What of a text tells whether it is likely: neither ASCII nor glosses."""
    return beyond_ascii(without_glosses(text) if "(" in text or "\u00a0" in text else text)


def without_glosses(text: str) -> str:
    """A text without the readings in it."""
    return _GLOSSES.sub("", text)


@lru_cache(maxsize=1024)  # asked again when a run is judged, vouched for, and written down
def _cost_as_it_stands(sample: str) -> float:
    rest = _OTHER_SIGNS.sub("", sample)
    signs = len(sample) - len(rest)
    return (chinese_cost(rest) * len(rest) + SIGN_COST * signs) / max(1, len(sample))


@lru_cache(maxsize=1024)
def _mean_cost(sample: str) -> float:
    """Mean cost of a character in the script that the sample is likeliest to be in."""
    mean = cost(sample, "hans")
    return mean if mean <= LIKELY_COST else min(mean, cost(sample, "hant"), cost(sample, "jpan"))


def sample_of(text: str) -> str:
    """A text by which its mean cost is known: all of it, or its beginning, middle and end."""
    if len(text) <= 4 * SAMPLED:
        return text
    middle = len(text) // 2
    return text[:SAMPLED] + text[middle : middle + SAMPLED] + text[-SAMPLED:]
