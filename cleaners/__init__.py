"""Cleaning of Chinese news pages: a pure library. It opens no socket and reads no clock.

A name is imported from its module when it is first asked for: who repairs text loads no model of a record.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.dates import read_date
    from cleaners.decode import Encoding, detect_encoding
    from cleaners.farm_evidence import LinkFarm
    from cleaners.glosses import strip_glosses
    from cleaners.linkfarm import find_link_farms
    from cleaners.mojibake import Repair, repair_text
    from cleaners.options import Options, Selectors
    from cleaners.page import Rejection, Result, clean_page
    from cleaners.promotion import is_promotion
    from cleaners.record import Record, json_schema
    from cleaners.recording import join_pages
    from cleaners.trace import Change, Trace

_MODULES = {
    "dates": ("read_date",),
    "decode": ("Encoding", "detect_encoding"),
    "glosses": ("strip_glosses",),
    "farm_evidence": ("LinkFarm",),
    "linkfarm": ("find_link_farms",),
    "mojibake": ("Repair", "repair_text"),
    "options": ("Options", "Selectors"),
    "page": ("Rejection", "Result", "clean_page"),
    "promotion": ("is_promotion",),
    "record": ("Record", "json_schema"),
    "recording": ("join_pages",),
    "trace": ("Change", "Trace"),
}

__all__ = [
    "Change",
    "Encoding",
    "LinkFarm",
    "Options",
    "Record",
    "Rejection",
    "Repair",
    "Result",
    "Selectors",
    "Trace",
    "clean_page",
    "detect_encoding",
    "find_link_farms",
    "is_promotion",
    "join_pages",
    "json_schema",
    "read_date",
    "repair_text",
    "strip_glosses",
]


def __getattr__(name: str) -> object:
    """A public name, from its module (PEP 562)."""
    for module, names in _MODULES.items():
        if name in names:
            value: object = getattr(import_module(f"cleaners.{module}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'cleaners' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
