"""Which characters the fonts of the print can show, and which of a page they cannot.

Typst finds a missing character too, but cannot say on which page of the handbook it stands. So each font is asked
first which characters it has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.document import Document
from handbook.render.typst.fonts import faces_in


def characters_of(folder: Path) -> frozenset[str]:
    """Return every character that at least one font in a folder can show; a damaged font has none."""
    return frozenset().union(*(face.characters for face in faces_in(folder)))


def missing_characters(texts: Iterable[tuple[str, Location]], known: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each character of some texts that no font can show."""
    for text, location in texts:
        for character in dict.fromkeys(text):
            if character not in known and not character.isspace():
                yield _missing(character, location)


def missing_in_page(document: Document, known: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each character of a page that no font can show, at its place."""
    for block in document.blocks:
        if not set(block.text) <= known:
            places = ((character, block.location(at, at + 1)) for at, character in enumerate(block.text))
            yield from missing_characters(places, known)


def _missing(character: str, location: Location) -> Problem:
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return Problem(
        location,
        f"the character {character} ({name}) is in none of the fonts of the print",
        "write it with other letters, "
        "or add a font that has it to overrides/pdf/fonts and name it in overrides/pdf/fonts.yml",
    )
