"""Where a publication can be found: what a DOI, a PubMed number and an address on the web look like."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import shortened
from handbook.diagnostics.yaml_reader import MappingReader

_DOI = re.compile(r"10\.\d{4,9}/(?:(?![\"\\^`{|}])[!-~])+", re.ASCII)
"""What all DOIs look like (https://www.crossref.org/blog/dois-and-matching-regular-expressions/)."""
_IN_A_DOI = re.compile(rf"{_DOI.pattern}$", re.ASCII)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[–-](?:1[5-9]|20)\d\d)?", re.ASCII)
_PUBMED = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+")
_SCHEMES = ("https", "http")


def check_addresses(entry: MappingReader) -> None:
    """Report a year, a DOI, a PubMed number or an address of a source that cannot be one."""
    faults = (("year", _year_fault), ("doi", _doi_fault), ("pmid", _pubmed_fault), ("url", _url_fault))
    for key, fault in faults:
        text = entry.text(key, "")
        message, hint = fault(text) if text else (NOTHING, NOTHING)
        if message:
            said = Message("{key} is {text!r}, {message}", key=key, text=shortened(text), message=message)
            entry.problems.append(Problem(entry.value_location(key), said, hint))


def _year_fault(text: str) -> tuple[Message, Message]:
    if _YEAR.fullmatch(text):
        return NOTHING, NOTHING
    return Message("which is no year"), Message("write its four digits, or leave it empty")


def _doi_fault(text: str) -> tuple[Message, Message]:
    """Return what is wrong with a DOI and what to do, or two empty texts."""
    if _DOI.fullmatch(text):
        return NOTHING, NOTHING
    inner = _IN_A_DOI.search(text)
    hint = Message("write {right}", right=inner[0]) if inner else Message("write it as 10.1000/182, or leave it empty")
    return Message("which is no DOI"), hint


def _pubmed_fault(text: str) -> tuple[Message, Message]:
    if _PUBMED.fullmatch(text):
        return NOTHING, NOTHING
    return Message("which is no PubMed number"), Message("write digits alone, or leave it empty")


def _url_fault(text: str) -> tuple[Message, Message]:
    """Return what is wrong with an address; it becomes a link on every page that cites the source."""
    try:
        parts = urlsplit(text)
        fine = parts.scheme in _SCHEMES and _HOST.fullmatch(parts.hostname or "") and "@" not in parts.netloc
    except ValueError:
        fine = None
    if fine and text.isprintable() and not re.search(r"[\s<>\"\\^`{|}]", text) and not _is_mixed(parts.netloc):
        return NOTHING, NOTHING
    hint = Message("copy it from the browser, from https:// on")
    return Message("which is no address of a publication on the web"), hint


def _is_mixed(host: str) -> bool:
    """Tell whether a part of a host has Latin letters and others: one that only looks like another address."""
    parts = ([unicodedata.name(sign, "") for sign in part if sign.isalpha()] for part in host.split("."))
    return any(len({name.startswith("LATIN ") for name in names}) > 1 for names in parts)
