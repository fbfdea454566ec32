"""In which language who runs a command is answered: the one asked for, else one that is known, else the system's."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence

from handbook.reporting.catalogues import ENGLISH, Catalogue, load_catalogue

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language its user reads; the first that is set holds."""


def asked_in(arguments: Sequence[str] | None) -> str:
    """Return the language behind ``--for``, before all else is read: what is wrong with that is told in it as well."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--for", dest="language", nargs="?")
    return parser.parse_known_args(arguments)[0].language or ""


def catalogue_for(asked: str, known: str = "") -> Catalogue:
    """Return the messages in the first of these languages that has any; English ones where none has.

    First comes the language that is ``asked`` for, then one that is ``known`` of the reader, such as that of the pages
    at hand, then the system's.
    """
    codes = () if asked == ENGLISH.code else (asked, known, locale_code())
    return next((spoken for code in codes if (spoken := load_catalogue(code)) is not ENGLISH), ENGLISH)


def locale_code() -> str:
    """Return the language that the system speaks to its user in: ``ms-MY`` where it says ``ms_MY.UTF-8``."""
    locale = next((value for name in _LOCALE if (value := os.environ.get(name, ""))), "")
    return re.split("[.@]", locale)[0].replace("_", "-")
