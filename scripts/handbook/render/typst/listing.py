"""A page for each language that lists what can be printed in it: what each is, for whom, how long, and its code.

Whoever has a sheet in hand and finds its code there knows that it is current. The page needs no script and no network.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from handbook.language.languages import Language
from handbook.register.editions import Edition
from handbook.register.handbook import Handbook
from handbook.render.editions import editions_in, file_name, list_file, purpose_of, title_of
from handbook.render.typst.book import Book
from handbook.render.typst.calendar import calendar_file, timelines
from handbook.render.typst.pages import STYLE, Pages

_TEMPLATE = "listing.html"


@dataclass(frozen=True, slots=True)
class Entry:
    """An edition as the page tells it."""

    title: str
    purpose: str
    file: str
    details: str
    """Paper, size of its letters, number of pages, code."""


def listings(handbook: Handbook, pages: Pages, books: Sequence[Book], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pages and their style sheet, given what was printed and the finished files by name."""
    codes = {book.file_name: str(json.loads(book.inputs)["sheet-code"]) for book in books}
    made = {}
    for language in handbook.printed:
        sheets, others = language.word("print.list-sheets"), language.word("print.list-books")
        groups: dict[str, list[Entry]] = {sheets: [], others: []}
        for edition in editions_in(language, handbook):
            groups[sheets if edition.is_sheet else others].append(_entry(edition, language, handbook, codes, files))
        dates = calendar_file(language.code) if timelines(handbook) else ""
        shown = {"groups": groups, "dates": dates, "version": handbook.text_version}
        made[list_file(language.code)] = pages.render(_TEMPLATE, language, list_file, **shown)
    return {**made, STYLE: pages.read(STYLE)}


def _entry(
    edition: Edition, language: Language, handbook: Handbook, codes: Mapping[str, str], files: Mapping[str, bytes]
) -> Entry:
    name = file_name(language.code, edition.id, edition.day)
    with pikepdf.open(io.BytesIO(files[name])) as document:
        pages = len(document.pages)
    paper = "a4" if edition.folded else edition.paper
    told = {"paper": paper.upper().partition("-")[0], "size": f"{edition.size:g}", "pages": pages, "code": codes[name]}
    details = language.word("print.list-details", **told)
    return Entry(title_of(edition, language, handbook), purpose_of(edition, language), name, details)
