"""Cleaning of Chinese news pages: a pure library. It opens no socket and reads no clock."""

from cleaners.dates import read_date
from cleaners.decode import Encoding, detect_encoding
from cleaners.glosses import strip_glosses
from cleaners.linkfarm import LinkFarm, find_link_farms
from cleaners.mojibake import Repair, repair_text
from cleaners.options import Options, Selectors
from cleaners.page import Rejection, Result, clean_page
from cleaners.promotion import is_promotion
from cleaners.record import Record, json_schema
from cleaners.recording import join_pages
from cleaners.trace import Change, Trace

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
