"""The font families of the print: which a language names, and whether their faces are in the folder of fonts.

overrides/pdf/fonts.yml has those of the project, the file of a language its own, which come first. Typst would take
another font without a word where a bold face is missing, so every family is looked for before it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.language.languages import Language, NamedFont
from handbook.render.typst.book import TEMPLATES

FOLDER = f"{TEMPLATES}/fonts"
_FAMILY = 1
_BOLD = 1 << 5
_REGULAR_FACE, _BOLD_FACE = "regular", "bold"


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: one face of a family."""

    family: str
    bold: bool
    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProjectFonts:
    """The families that every language is printed with, after its own."""

    text: tuple[NamedFont, ...] = ()
    signs: tuple[NamedFont, ...] = ()

    def of_text(self, language: Language) -> list[str]:
        """Return the families of a language's text, where a letter is looked for first to last."""
        return list(dict.fromkeys(font.family for font in (*language.fonts, *self.text, *self.signs)))

    def of_signs(self) -> list[str]:
        """Return the families of the boxes to tick."""
        return [font.family for font in self.signs]


def read_project_fonts(root: Path, problems: list[Problem]) -> ProjectFonts:
    """Read overrides/pdf/fonts.yml; what is wrong in it is reported at its place."""
    value = open_yaml(root / TEMPLATES / "fonts.yml", root, problems)
    if value is None:
        return ProjectFonts()
    entry = MappingReader(value, ("text", "signs"), problems)
    return ProjectFonts(*(NamedFont.all(entry.items(key)) for key in ("text", "signs")))


def missing_faces(project: ProjectFonts, languages: Iterable[Language], folder: Path) -> Iterator[Problem]:
    """Yield a problem for each family that is named and not in the folder, or not in all the faces it needs."""
    text = [font for language in languages for font in language.fonts] + list(project.text)
    for font in text:
        yield from _missing(font, (_REGULAR_FACE, _BOLD_FACE), faces_in(folder))
    for font in project.signs:
        yield from _missing(font, (_REGULAR_FACE,), faces_in(folder))


@cache
def faces_in(folder: Path) -> tuple[Face, ...]:
    """Return the faces in a folder; a damaged font is none."""
    files = sorted(file for pattern in ("*.ttf", "*.otf") for file in folder.glob(pattern))
    return tuple(face for file in files for face in _read(file))


def _read(file: Path) -> Iterator[Face]:
    try:
        with TTFont(BytesIO(file.read_bytes()), lazy=True) as font:
            family = font["name"].getDebugName(_FAMILY) or ""
            bold = bool(getattr(font["OS/2"], "fsSelection", 0) & _BOLD)  # its fields are read from the file
            yield Face(family, bold, frozenset(map(chr, font.getBestCmap() or ())))
    except (TTLibError, KeyError, EOFError, AssertionError, ValueError, OSError):
        return


def _missing(font: NamedFont, needed: tuple[str, ...], faces: tuple[Face, ...]) -> Iterator[Problem]:
    there = {_BOLD_FACE if face.bold else _REGULAR_FACE for face in faces if _same(face.family, font.family)}
    lacking = [face for face in needed if face not in there]
    if lacking == list(needed):
        known = sorted({face.family for face in faces})
        near = get_close_matches(font.family, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"put its files there; there are {', '.join(known)}"
        yield Problem(font.location, f"the font {font.family} is in no file of {FOLDER}", hint)
    elif lacking:
        message = f"{FOLDER} has no {lacking[0]} face of {font.family}"
        hint = "put the file of that face there too; the print is set in regular and bold"
        yield Problem(font.location, message, hint)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()  # as Typst looks for them
