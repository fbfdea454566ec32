"""Compares what the search of a language looks through with the sources of its pages: every section, all its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from render.comparison.letters import Unit, differences, stream_of
from render.comparison.source import Block, Piece
from render.comparison.wording import blocks_of, filled, title_of

_BETWEEN = re.compile(r" ·(?= |$)")
"""What the search puts between items that end without a stop."""


def faults_of_search(language: Language, handbook: Handbook, folder: Path) -> list[str]:
    """Return where the search does not look through what a page says: the first difference of each page."""
    scripts, pages = folder / "search", handbook.pages_in(language.code)
    index = index_in((scripts / f"{language.code}.js").read_text(encoding="utf-8"))
    headings = headings_in(index)
    if [title for title, *_ in headings] != [title_of(page, handbook) for page in pages]:
        return [f"the search in {language.code} knows other pages: {[title for title, *_ in headings]}"]
    faults: list[str] = []
    for number, page in enumerate(pages):
        where = f"{language.code} in the search, {index['pages'][number][0]}"
        texts = texts_in((scripts / language.code / f"{number}.js").read_text(encoding="utf-8"))
        sections = zip(index["ids"][number].split(" "), headings[number], texts, strict=True)
        text = " ".join(" ".join(section) for section in sections)
        faults += differences(where, _units(page, handbook), stream_of(_BETWEEN.sub("", text)))
    return faults


def index_in(script: str) -> dict[str, Any]:
    """Return the index in the script that is loaded first."""
    index, _ = json.JSONDecoder().raw_decode(script.partition("handbookSearch = searchIn(")[2])
    assert isinstance(index, dict)
    return index


def headings_in(index: Mapping[str, Any]) -> list[list[str]]:
    """Return the headings of each page; letters that were exchanged to save room stand in their places again."""
    pairs = index["pairs"]
    back = str.maketrans(pairs, pairs[len(pairs) // 2 :] + pairs[: len(pairs) // 2])
    return [page.split("\t") for page in index["headings"].translate(back).split("\n")]


def texts_in(script: str) -> list[str]:
    """Return the texts of the sections of a page."""
    texts, _ = json.JSONDecoder().raw_decode(script.partition(", ")[2])
    assert isinstance(texts, list)
    return texts


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
