"""A picture and its quantities in the canonical form that sign-offs hold for (``digest.py``)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, assert_never

from handbook.language.languages import Language
from handbook.language.quantities import Quantity
from handbook.register.canonical_text import Json
from handbook.register.images import FOLDER
from handbook.register.picture_words import SECTION, fill_gaps
from handbook.register.pictures import DayBars, InHundred, Kind, Labelled, LabelledDrawing, Picture, Timeline


def quantity_form(quantity: Quantity) -> Json:
    """Return a quantity as plain values; numbers are exact, ``7`` or ``1/7``."""
    return {
        "kind": quantity.kind,
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit.id,
        "exclusive": quantity.exclusive,
    }


def picture_form(picture: Picture, language: Language, root: Path) -> Json:
    """Return what a picture shows in a language: its words with the facts in their gaps, and what is drawn."""
    own, shared = language.section(f"{SECTION}.{picture.id}"), language.section(SECTION)
    words = {**dict(_words(own)), **{name: word for name, word in shared.items() if isinstance(word, str)}}
    return {
        "words": {name: fill_gaps(word, picture.quantities, language) for name, word in words.items()},
        "facts": {name: quantity_form(quantity) for name, quantity in picture.quantities.items()},
        "drawn": _drawn(picture.kind, root),
    }


def _words(section: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, word in section.items():
        if isinstance(word, Mapping):
            yield from _words(word, f"{above}{name}.")
        else:
            yield above + name, str(word)


def _drawn(kind: Kind, root: Path) -> Json:
    match kind:
        case Timeline():
            return ["timeline", [
                [panel.words, panel.unit.id, [[bar.words, *map(_number, (bar.start, bar.turn, bar.end))]
                                              for bar in panel.bars]] for panel in kind.panels
            ]]  # fmt: skip
        case DayBars():
            rows = [[sign.words, *map(_number, (sign.turn, sign.end, sign.call))] for sign in kind.signs]
            return ["day-bars", rows]
        case InHundred():
            return ["in-100", _number(kind.low), _number(kind.high)]
        case LabelledDrawing():
            return ["drawing", _files(kind.images, root), _files(kind.key, root)]
    assert_never(kind)


def _files(images: tuple[Labelled, ...], root: Path) -> Json:
    return [[image.words, _hash(root / FOLDER / image.svg.file, root)] for image in images]


def _hash(file: Path, root: Path) -> str:
    """Return the SHA-256 of a drawing of the project at ``root``; empty where there is none."""
    file = file.resolve()
    if not file.is_relative_to(root.resolve()) or not file.is_file():
        return ""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _number(number: Fraction | None) -> str | None:
    return None if number is None else str(number)
