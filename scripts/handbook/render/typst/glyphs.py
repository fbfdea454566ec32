"""Which characters the fonts of the print can show, and which of a page they cannot.

Typst finds a missing character too, but cannot say on which page of the handbook it stands. So each font is asked
first which characters it has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.document import Document
from handbook.render.typst.fonts import FOLDER, Face, faces_in, families_of

_SHOWN = 8
"""Characters that a message names."""


def characters_of(folder: Path) -> frozenset[str]:
    """Return every character that the fonts in a folder can show.

    What some faces of a family have and others lack does not count, though another font may have it: in bold it would
    come out in that font, and in no bold one.
    """
    families = [[face.characters for face in family] for family in families_of(faces_in(folder))]
    alone = [family[0] for family in families if len(family) == 1]
    several = [family for family in families if len(family) > 1]
    whole = frozenset().union(*(family[0].intersection(*family[1:]) for family in several))
    in_parts = frozenset().union(*(characters for family in several for characters in family)) - whole
    return whole.union(*alone) - in_parts


def whole_of(family: Sequence[Face]) -> frozenset[str]:
    """Return the characters that all faces of a family can show."""
    return frozenset.intersection(*(face.characters for face in family))


def uneven_faces(texts: Iterable[str], folder: Path) -> Iterator[Problem]:
    """Yield a problem for each font file that lacks characters of some texts which others of its family have."""
    lacking = set().union(*texts) - characters_of(folder)
    for family in families_of(faces_in(folder)):
        for face in family:
            of_others = frozenset().union(*(other.characters for other in family)) - face.characters
            if found := sorted(lacking & of_others):
                shown = " ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
                message = Message(
                    "{count} characters of the text are missing in this {style} face of {family}: {shown}",
                    "1 character of the text is missing in this {style} face of {family}: {shown}",
                    count=len(found),
                    style=face.style,
                    family=face.family,
                    shown=shown,
                )
                yield Problem(Location(f"{FOLDER}/{face.file}"), message, Message("put the whole font there"))


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
        Message(
            "the character {character} ({name}) is in none of the fonts of the print", character=character, name=name
        ),
        Message(
            "write it with other letters, or add a font that has it to overrides/pdf/fonts "
            "and name it in overrides/pdf/fonts.yml"
        ),
    )
