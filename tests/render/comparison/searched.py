"""Compares what the search of a language looks through with the sources of its pages: every section, all its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from render.comparison.letters import Unit, differences, stream_of
from render.comparison.source import Block, Piece
from render.comparison.wording import blocks_of, filled, title_of

_INDEX = re.compile(r"window\.handbookSearch = searchIn\((?P<index>.*)\);\n\}\)\(\);\n$")
_BETWEEN = re.compile(r" ·(?= |$)")
"""What the search puts between items that end without a stop."""


def faults_of_search(language: Language, handbook: Handbook, folder: Path) -> list[str]:
    """Return where the search does not look through what a page says: the first difference of each page."""
    found = _INDEX.search((folder / "search" / f"{language.code}.js").read_text(encoding="utf-8"))
    assert found is not None
    listed = json.loads(found["index"])
    pages = handbook.pages_in(language.code)
    if [title for title, *_ in listed] != [title_of(page, handbook) for page in pages]:
        return [f"the search in {language.code} knows other pages: {[title for title, *_ in listed]}"]
    faults: list[str] = []
    for page, (_, address, sections, *_) in zip(pages, listed, strict=True):
        where = f"{language.code} in the search, {address}"
        text = " ".join(" ".join(section) for section in sections)
        faults += differences(where, _units(page, handbook), stream_of(_BETWEEN.sub("", text)))
    return faults


def _units(page: Page, handbook: Handbook) -> Iterator[Unit]:
    """Yield each block; a heading comes with its id, the head of a table is left out."""
    for block in blocks_of(page, handbook):
        place = f"docs/{page.text_language}/{page.path}:{block.line}"
        yield Unit(place, " ".join((block.name if block.kind == "heading" else "", *_words(block, page, handbook))))


def _words(block: Block, page: Page, handbook: Handbook) -> Iterator[str]:
    language = handbook.language(page.text_language)
    for pieces in (block.pieces, *(cell for row in block.rows[1:] for cell in row.cells)):
        yield _BETWEEN.sub("", "".join(_said(piece, language, handbook) for piece in pieces))


def _said(piece: Piece, language: Language, handbook: Handbook) -> str:
    if piece.kind in ("fact", "clinic"):
        return filled(piece, language, handbook).text
    return "" if piece.kind == "image" else piece.text
