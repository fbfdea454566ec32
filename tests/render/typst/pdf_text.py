"""Reads a printed handbook back, as people and their tools see it: text, bookmarks, tags, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object


def texts(file: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def outline(file: Path) -> list[str]:
    """Return the bookmarks with their pages, indented by level."""
    with pypdfium2.PdfDocument(file) as document:
        return [
            f"{'  ' * mark.level}{mark.get_title()} … {mark.get_dest().get_index() + 1}" for mark in document.get_toc()
        ]


def smallest_size(file: Path) -> float:
    """Return the size of the smallest letter in points."""
    with pypdfium2.PdfDocument(file) as document:
        return min(_sizes(document))


def _sizes(document: pypdfium2.PdfDocument) -> Iterator[float]:
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1).strip():
                yield round(pypdfium2.raw.FPDFText_GetFontSize(text, index), 2)


def tags(file: Path) -> list[str]:
    """Return the tree of tags, one line for each block, what stands in it in brackets."""
    with pikepdf.open(file) as document:
        root = document.Root.StructTreeRoot.K
        (top,) = _elements(root)
        return [_tag(element) for element in _elements(top.K)]


def figures(file: Path) -> list[str]:
    """Return the texts of the images."""
    with pikepdf.open(file) as document:
        return [str(element.Alt) for element in walk(document) if element.get("/S") == "/Figure"]


def fonts(file: Path) -> set[str]:
    """Return the names of the fonts, without the mark of their subset."""
    with pikepdf.open(file) as document:
        found = (page.Resources.get("/Font", {}) for page in document.pages)
        return {str(font.BaseFont).partition("+")[2] for fonts in found for font in fonts.values()}


def walk(document: pikepdf.Pdf) -> Iterator[Object]:
    """Yield every tag in reading order."""
    return _walk(document.Root.StructTreeRoot)


def _walk(element: Object) -> Iterator[Object]:
    for child in _elements(element.get("/K", Array())):
        yield child
        yield from _walk(child)


def _elements(kids: Object) -> list[Object]:
    every = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in every if isinstance(kid, Dictionary) and "/S" in kid]


def _tag(element: Object) -> str:
    inside = [_tag(child) for child in _elements(element.get("/K", Array()))]
    name = str(element.S)[1:]
    return f"{name}({' '.join(inside)})" if inside else name
