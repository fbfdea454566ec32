"""The font families of the print: which a language names, and whether their faces are in the folder of fonts.

overrides/pdf/fonts.yml has those of the project, the file of a language its own, which come first. Typst would take
another font without a word where a face is missing, damaged or another than its name says, so every file is read
before it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path, PurePosixPath

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.language.languages import Language, NamedFont
from handbook.render.typst.book import TEMPLATES

FOLDER = f"{TEMPLATES}/fonts"
_FAMILY, _POSTSCRIPT_NAME = 1, 6
"""Numbers of names in a font (OpenType, table name)."""

_ITALIC = 1 << 0
"""Of the bits of fsSelection (OpenType, table OS/2)."""

_LEAST_BOLD = 600
"""A weight that Typst takes for bold, and a reader for one; the regular weight is 400."""

_REGULAR_FACE, _BOLD_FACE = "regular", "bold"
_VERIFY = 2
"""fontTools reads no table whose checksum is wrong."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: one face of a family."""

    file: str
    """Its way from the folder of fonts."""
    name: str
    """What the file calls the face in one word: ``NotoSans-Bold``."""
    family: str
    bold: bool
    italic: bool
    characters: frozenset[str]

    @property
    def style(self) -> str:
        """What it looks like, in words."""
        return (_BOLD_FACE if self.bold else _REGULAR_FACE) + (" italic" if self.italic else "")


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


def unfit_fonts(project: ProjectFonts, languages: Iterable[Language], folder: Path) -> list[Problem]:
    """Return what is wrong with the fonts; of faults that follow from one another only the first.

    Files that are damaged come first, then those that hold the face of another file, then families that are named and
    not in the folder, or not in all the faces they need.
    """
    damaged = [file for file in _files(folder) if _read(file, folder) is None]
    if damaged:
        return [_damaged(file, folder) for file in damaged]
    faces = faces_in(folder)
    return list(_doubled(faces)) or list(_missing_faces(project, languages, faces))


@cache
def faces_in(folder: Path) -> tuple[Face, ...]:
    """Return the faces in a folder, by the names of their files; a damaged font is none."""
    return tuple(face for file in _files(folder) if (face := _read(file, folder)) is not None)


def families_of(faces: Iterable[Face]) -> list[list[Face]]:
    """Return upright faces together with the others of their family."""
    families: dict[str, list[Face]] = {}
    for face in faces:
        if not face.italic:
            families.setdefault(face.family.casefold(), []).append(face)
    return list(families.values())


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in (".ttf", ".otf") and file.is_file())


@cache
def _read(file: Path, folder: Path) -> Face | None:
    """Read a font to its end; None for one that is damaged or cannot be read."""
    try:
        with TTFont(BytesIO(file.read_bytes()), lazy=True, checkChecksums=_VERIFY) as font:
            for table in font.reader.keys():  # noqa: SIM118  # it is no mapping
                font.reader[table]
            return _face(file.relative_to(folder).as_posix(), font)
    except Exception:  # whatever fontTools meets in a file that is cut or changed
        return None


def _face(file: str, font: TTFont) -> Face:
    look, names = font["OS/2"], font["name"]
    return Face(
        file,
        name=names.getDebugName(_POSTSCRIPT_NAME) or "",
        family=names.getDebugName(_FAMILY) or "",
        bold=look.usWeightClass >= _LEAST_BOLD,
        italic=bool(look.fsSelection & _ITALIC),
        characters=frozenset(map(chr, font.getBestCmap() or ())),
    )


def _damaged(file: Path, folder: Path) -> Problem:
    message = Message("this font is damaged, or no font; the print would be set with another one")
    place = Location(f"{FOLDER}/{file.relative_to(folder).as_posix()}")
    return Problem(place, message, Message("copy the file there again from where it comes from"))


def _doubled(faces: Iterable[Face]) -> Iterator[Problem]:
    """Yield a problem for each file that holds the same face as another: at the one that has another face's name."""
    same: dict[tuple[str, str], list[Face]] = {}
    for face in faces:
        same.setdefault((face.family.casefold(), face.style), []).append(face)
    for first, *others in same.values():
        for other in others:
            wrong, right = (first, other) if PurePosixPath(first.file).stem != first.name else (other, first)
            message = Message(
                "this file holds the {style} face of {family}, as {file} does",
                style=wrong.style,
                family=wrong.family,
                file=right.file,
            )
            hint = Message("put there the face that its name promises, or delete it")
            yield Problem(Location(f"{FOLDER}/{wrong.file}"), message, hint)


def _missing_faces(
    project: ProjectFonts, languages: Iterable[Language], faces: tuple[Face, ...]
) -> Iterator[Problem]:
    """Yield a problem for each family that is named and not there, or not in all the faces it needs."""
    text = [font for language in languages for font in language.fonts] + list(project.text)
    for font in text:
        yield from _missing(font, (_REGULAR_FACE, _BOLD_FACE), faces)
    for font in project.signs:
        yield from _missing(font, (_REGULAR_FACE,), faces)


def _missing(font: NamedFont, needed: tuple[str, ...], faces: tuple[Face, ...]) -> Iterator[Problem]:
    there = {face.style for face in faces if _same(face.family, font.family)}
    lacking = [face for face in needed if face not in there]
    if lacking == list(needed):
        known = sorted({face.family for face in faces})
        there_are = Message("put its files there; there are {names}", names=", ".join(known))
        hint = meant(font.family, known, there_are if known else Message("put its files there"))
        yield Problem(
            font.location,
            Message("the font {family} is in no file of {folder}", family=font.family, folder=FOLDER),
            hint,
        )
    elif lacking:
        message = Message(
            "{folder} has no {lacking} face of the font {family}", folder=FOLDER, lacking=lacking[0], family=font.family
        )
        hint = Message("put the file of that face there too; the print is set in regular and bold")
        yield Problem(font.location, message, hint)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()  # as Typst looks for them
