"""Which characters the fonts of the print can show, and which of a page they cannot.

Typst finds a missing character too, but cannot say on which page of the handbook it stands. So each font is asked
first: its ``cmap`` table lists its characters (learn.microsoft.com/typography/opentype/spec/cmap).
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.document import Document


@cache
def characters_of(folder: Path) -> frozenset[str]:
    """Return every character that at least one font in a folder can show; a damaged font has none."""
    fonts = [file for pattern in ("*.ttf", "*.otf") for file in folder.glob(pattern)]
    return frozenset(chr(code) for font in fonts for code in _codes(font.read_bytes()))


def missing_characters(texts: Iterable[tuple[str, Location]], known: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each character of some texts that no font can show."""
    for text, location in texts:
        for character in dict.fromkeys(text):
            if character not in known and not character.isspace():
                yield _missing(character, location)


def missing_in_page(document: Document, known: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each character of a page that no font can show, at its place."""
    for block in document.texts:
        if not set(block.text) <= known:
            places = ((character, block.locate(at, at + 1)) for at, character in enumerate(block.text))
            yield from missing_characters(places, known)


def _missing(character: str, location: Location) -> Problem:
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return Problem(
        location,
        f"the character {character} ({name}) is in none of the fonts of the print",
        "write it with other letters, or add a font that has it to overrides/pdf/fonts and overrides/pdf/handbook.typ",
    )


def _codes(font: bytes) -> Iterator[int]:
    try:
        start = _table(font, b"cmap")
        for index in range(struct.unpack_from(">H", font, start + 2)[0]):
            platform, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * index)
            if platform in (0, 3):  # Unicode, Windows
                yield from _subtable(font, start + offset)
    except struct.error:
        return


def _table(font: bytes, name: bytes) -> int:
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise struct.error("no such table")


def _subtable(font: bytes, start: int) -> Iterator[int]:
    form = struct.unpack_from(">H", font, start)[0]
    if form == 4:
        count = struct.unpack_from(">H", font, start + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", font, start + 14)
        starts = struct.unpack_from(f">{count}H", font, start + 16 + 2 * count)
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, last + 1)
    elif form == 12:
        for index in range(struct.unpack_from(">L", font, start + 12)[0]):
            first, last, _ = struct.unpack_from(">LLL", font, start + 16 + 12 * index)
            yield from range(first, last + 1)
