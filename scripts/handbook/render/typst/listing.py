"""A page for each language that lists what can be printed in it: what each is, for whom, how long, and its code.

Whoever has a sheet in hand looks its code up: it is current, or no longer since a day and because of something, or
nobody knows it. The page needs no network, and without a script the codes that are no longer current stand in a list.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from handbook.language.languages import Language
from handbook.register.editions import Edition
from handbook.register.handbook import Handbook
from handbook.register.handed_out import HandedOut, changes_between, prints_of
from handbook.render.editions import editions_in, file_name, list_file, purpose_of, title_of
from handbook.render.typst.book import Book
from handbook.render.typst.booklet import leaves_of
from handbook.render.typst.calendar import calendar_file, timelines
from handbook.render.typst.pages import STYLE, Pages

_TEMPLATE, SCRIPT = "listing.html", "listing.js"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is told to whoever looks a code up."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An edition as the page tells it."""

    title: str
    purpose: str
    file: str
    details: str
    """Paper, size of its letters, number of pages, code."""
    history: str
    """Since when it is handed out, and what has changed in it."""
    answer: Answer
    older: tuple[Answer, ...]
    """Of the codes of earlier prints."""


def listings(handbook: Handbook, pages: Pages, books: Sequence[Book], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pages, their style sheet and their script, given what was printed and the finished files by name."""
    named = {book.file_name: book for book in books}
    entries = {
        language.code: [
            (edition, _entry(edition, language, handbook, named, files)) for edition in editions_in(language, handbook)
        ]
        for language in handbook.printed
    }
    made = {}
    for language in handbook.printed:
        own = entries[language.code]
        groups = {
            language.word("print.list-sheets"): [entry for edition, entry in own if edition.is_sheet],
            language.word("print.list-books"): [entry for edition, entry in own if not edition.is_sheet],
        }
        shown = {
            "groups": groups,
            "older": [answer for _, entry in own for answer in entry.older],
            "elsewhere": list(_elsewhere(language, handbook, entries)),
            "dates": calendar_file(language.code) if timelines(handbook) else "",
            "version": handbook.text_version,
        }
        made[list_file(language.code)] = pages.render(_TEMPLATE, language, list_file, **shown)
    return {**made, STYLE: pages.style(), SCRIPT: pages.read(SCRIPT)}


def _elsewhere(
    language: Language, handbook: Handbook, entries: Mapping[str, Sequence[tuple[Edition, Entry]]]
) -> Iterator[tuple[Language, Answer]]:
    """Yield what is told of the codes of the other languages, each in its own."""
    for other in handbook.printed:
        for _, entry in entries[other.code] if other is not language else ():
            yield from ((other, answer) for answer in (entry.answer, *entry.older))


def _entry(
    edition: Edition, language: Language, handbook: Handbook, books: Mapping[str, Book], files: Mapping[str, bytes]
) -> Entry:
    book = books[file_name(language.code, edition.id, edition.day)]
    with pikepdf.open(io.BytesIO(files[book.file_name])) as document:
        pages = len(document.pages)
    current, *older = answers_of(edition, language, handbook, book)
    return Entry(
        title_of(edition, language, handbook),
        purpose_of(edition, language),
        book.file_name,
        _details(edition, book, pages, language),
        _history(book, prints_of(edition.id, language.code, handbook.handed_out), language),
        current,
        tuple(older),
    )


def answers_of(edition: Edition, language: Language, handbook: Handbook, book: Book) -> tuple[Answer, ...]:
    """Return what is told of the code of an edition in a language, and after it of the codes of its earlier prints."""
    title = title_of(edition, language, handbook)
    prints = prints_of(edition.id, language.code, handbook.handed_out)
    older = _older(book, prints, title, handbook.text_version.day, language)
    return Answer(book.sheet_code, language.word("print.list-yes", title=title)), *older


def _details(edition: Edition, book: Book, pages: int, language: Language) -> str:
    paper = "a4" if edition.folded else edition.paper
    told = {
        "paper": paper.upper().partition("-")[0],
        "size": f"{edition.size:g}",
        "pages": pages,
        "code": book.sheet_code,
    }
    details = language.word("print.list-details", **told)
    leaves = language.word("print.list-leaves", leaves=leaves_of(pages)) if edition.folded else ""
    return f"{details}. {leaves}" if leaves else details


def _history(book: Book, prints: Sequence[HandedOut], language: Language) -> str:
    """Tell since when an edition is handed out and what was changed then, or what has been since."""
    if not prints:
        return ""
    newest = prints[-1]
    is_current = newest.code == book.sheet_code
    since = language.word("print.list-since", date=language.date(newest.since)) if is_current else ""
    changed = newest.changed if is_current else changes_between(newest.parts, book.parts)
    told = language.word("print.list-changed", parts=_listed(changed, language)) if len(prints) > is_current else ""
    return f"{since} {told}".strip()


def _older(
    book: Book, prints: Sequence[HandedOut], title: str, today: datetime.date, language: Language
) -> Iterator[Answer]:
    """Yield what is told of each earlier print: until when it was current, and what has changed in it up to now."""
    now = HandedOut(
        "", "", book.sheet_code, today, changes_between(prints[-1].parts, book.parts) if prints else (), book.parts
    )
    follow = [*prints, *([now] if prints and prints[-1].code != now.code else ())]
    for at, (old, new) in enumerate(pairwise(follow), 1):
        if old.code != now.code:
            changed = tuple(dict.fromkeys(part for later in follow[at:] for part in later.changed))
            told = {"title": title, "date": language.date(new.since), "parts": _listed(changed, language)}
            yield Answer(old.code, language.word("print.list-no", **told))


def _listed(changed: Sequence[str], language: Language) -> str:
    """Return titles in a row; where no part has changed, only the print has."""
    return "; ".join(changed) or language.word("print.list-layout")
