"""Reads a printed book back: the text of each sheet, where each place of the handbook is, what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that is read aloud by other words: an image, or a line to write on."""

    sheet: int
    """Counted from 0."""
    mark: int
    """The number of its marked content on the sheet."""
    alt: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed book."""

    texts: tuple[str, ...]
    """Of each sheet."""
    places: Mapping[str, int]
    """The sheet on which each place of the handbook is, counted from 0: ``index.md``, ``index.md#numbers``."""
    figures: tuple[Figure, ...]
    """In the order of reading."""


@cache
def read_print(file: Path) -> Printed:
    """Read a PDF file."""
    with pypdfium2.PdfDocument(file) as document:
        texts = tuple(page.get_textpage().get_text_range() for page in document)
    with pikepdf.open(file) as document:
        sheets = {page.objgen: number for number, page in enumerate(document.pages)}
        names = pikepdf.NameTree(document.Root.Names.Dests)
        places = {str(name): sheets[_target(place).objgen] for name, place in names.items()}
        figures = tuple(_figures(document.Root.StructTreeRoot, sheets))
    return Printed(texts, places, figures)


def _target(place: Object) -> Object:
    found: Object = (place.D if isinstance(place, Dictionary) else place)[0]
    return found


def _figures(element: Object, sheets: Mapping[tuple[int, int], int]) -> Iterator[Figure]:
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if not isinstance(kid, Dictionary) or "/S" not in kid:
            continue
        if str(kid.S) == "/Figure":
            marks = kid.K if isinstance(kid.K, Array) else [kid.K]
            yield Figure(sheets[kid.Pg.objgen], int(marks[0]), str(kid.Alt))
        yield from _figures(kid, sheets)
