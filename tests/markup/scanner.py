"""Reads the letters and links out of a page's source, without the program: a second opinion on what is text.

It goes through the source line by line and steps over what is no text: marks of lists, tables and boxes, ids of
headings, addresses. It knows the dialect as far as the handbook uses it, and nothing of how the program reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Letter(NamedTuple):
    """A letter or digit that a reader sees, and where it stands."""

    line: int
    column: int
    letter: str


class FoundLink(NamedTuple):
    """A link, and where its words begin; without words, where its bracket opens."""

    line: int
    column: int
    target: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a page holds, in the order of its source."""

    letters: tuple[Letter, ...]
    links: tuple[FoundLink, ...]


_SILENT_LINE = re.compile(
    r"[ \t>]*"
    r"(?: \|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?"  # below the head of a table, or a line across the page
    r"| !!![ ]+(?P<kind>[\w-]+)(?:[ ]+\"(?i:(?P=kind))\")?"  # a box with its usual title, left out or written out
    r")[ \t]*",
    re.VERBOSE,
)
_MARKS = re.compile(
    r"[ \t>]*"  # what stands in a box, a list or a quotation,
    r"(?: \#+[ ]+"  # a heading,
    r"  | !!![ ]+[\w-]+[ ]+"  # a box, whose title follows in quotation marks,
    r"  | :[ ]+"  # what a term means,
    r"  | (?:(?:[-*+]|\d+\.)[ \t]+)+ (?:\[[ xX]\][ ]+)?"  # an item, an item in it, and a box to tick
    r")?",
    re.VERBOSE,
)
_HEADING_ID = re.compile(r"[ ]*\{\#[^{}]*\}[ \t]*$")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
_LINK_END = re.compile(r"\]\((?P<target>[^()\s]*)(?:[ ]+\"[^\"]*\")?\)")


def scan(source: str) -> Scanned:
    """Return the letters and links of a page."""
    letters: list[Letter] = []
    links: list[FoundLink] = []
    for number, line in enumerate(source.split("\n"), 1):
        for found in _scan_line(line, number):
            (letters if isinstance(found, Letter) else links).append(found)  # type: ignore[arg-type]
    return Scanned(tuple(letters), tuple(links))


def _scan_line(line: str, number: int) -> Iterator[Letter | FoundLink]:
    if _SILENT_LINE.fullmatch(line):
        return
    marks = _MARKS.match(line)
    at = marks.end() if marks else 0
    tail = _HEADING_ID.search(line) if "#" in line[:at] else None
    yield from _scan_words(line, number, at, tail.start() if tail else len(line))


def _scan_words(line: str, number: int, at: int, end: int) -> Iterator[Letter | FoundLink]:
    """Yield each letter of a stretch of a line, and each link before its words."""
    while at < end:
        image, after = _IMAGE.match(line, at), _LINK_END.match(line, at)
        if line[at] == "[":
            yield from _scan_opening(line, number, at)
        elif line[at].isalnum():
            yield Letter(number, at + 1, line[at])
        skipped = image or after
        at = skipped.end() if skipped else at + 1


def _scan_opening(line: str, number: int, at: int) -> Iterator[FoundLink]:
    """Yield the link that a bracket opens, if it opens one."""
    closing = _LINK_END.search(line, at)
    if closing and "[" not in line[at + 1 : closing.start()]:
        words = re.compile(r"[*_`]*").match(line, at + 1)
        empty = closing.start() == at + 1
        first = at if empty or words is None else words.end()
        yield FoundLink(number, first + 1, closing["target"])
