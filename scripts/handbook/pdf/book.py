"""A handbook in one language, ready to be printed: the code of its chapters and everything the templates ask for.

A Book is plain text and numbers, so that it can be handed to a process of its own.
"""

from __future__ import annotations

import datetime
import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.citations import Bibliography, bibliography, words_of
from handbook.content import Handbook, Language, Page
from handbook.markdown import BOXES, Reference
from handbook.pdf.code import call, joined, literal, place_in
from handbook.pdf.front import inputs_of, status_of
from handbook.pdf.markup import Surroundings, Walk
from handbook.problems import Location, Problem

_BEFORE = '#import "/overrides/pdf/handbook.typ": *\n#show: handbook\n#{cover();contents();'
_AFTER = "\nsources();checked()}\n"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the handbook as a chapter of the book."""

    path: str
    """From the project's root, ``docs/ms/recovery/day-by-day.md``."""
    target: str
    """Its label in Typst, which becomes a named destination of the PDF."""
    code: str


@dataclass(frozen=True, slots=True)
class Book:
    """What one language's print is made from."""

    language: str
    chapters: tuple[Chapter, ...]
    inputs: str
    """JSON: the words, the clinic, the version, the sources; words.typ reads it."""
    day: datetime.date
    """Stands in the file as the day it was made."""

    @property
    def code(self) -> str:
        """The whole of it in Typst."""
        return _BEFORE + "".join(chapter.code for chapter in self.chapters) + _AFTER

    def inputs_for(self, edition: str) -> str:
        """Return the inputs with the name of an edition among them."""
        return json.dumps({**json.loads(self.inputs), "edition": edition}, ensure_ascii=False, sort_keys=True)

    def location(self, line: int, column: int) -> Location | None:
        """Return the place in a page from which a place in the code was written; None outside the chapters."""
        lines = self.code.split("\n")
        offset = sum(len(text) + 1 for text in lines[: line - 1]) + column - len(_BEFORE)
        starts = [0]
        for chapter in self.chapters:
            starts.append(starts[-1] + len(chapter.code))
        index = bisect_right(starts, offset) - 1
        if not 0 <= index < len(self.chapters):
            return None
        return place_in(self.chapters[index].code, offset - starts[index], self.chapters[index].path)


def book_of(language: Language, handbook: Handbook) -> tuple[Book, list[Problem]]:
    """Write the book of one language; what has no rule or leads nowhere is reported, and should stop the print."""
    pages = handbook.pages_in(language.code)
    cited = bibliography(pages, handbook)
    targets = _targets(pages)
    problems: list[Problem] = []
    chapters = []
    for before, page in zip((None, *pages), pages, strict=False):
        walk = Walk(page.document, page.path, _surroundings(page, language, handbook, cited, targets))
        opens = bool(page.section) and (before is None or before.section != page.section)
        code = _chapter(walk, page, status_of(page, language), opens)
        chapters.append(Chapter(page.document.path, page.path, code))
        problems += walk.problems
    inputs = json.dumps(inputs_of(language, handbook, cited), ensure_ascii=False)
    return Book(language.code, tuple(chapters), inputs, handbook.edition.day), problems


def _targets(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return the label of each place a link may lead to; a page's title is the page itself."""
    targets = {page.path: page.path for page in pages}
    for page in pages:
        for heading in page.document.headings:
            address = f"{page.path}#{heading.id}"
            targets[address] = page.path if heading.level == 1 else address
    return targets


def _surroundings(
    page: Page, language: Language, handbook: Handbook, cited: Bibliography, targets: Mapping[str, str]
) -> Surroundings:
    def words(reference: Reference) -> str:
        found = words_of(reference, page, handbook)
        return "" if found.blank else found.text

    def marks(target: str) -> tuple[tuple[int, ...], bool]:
        fact = handbook.register.find(target)
        return (cited.numbers.get(fact.id, ()), fact.contested) if fact else ((), False)

    return Surroundings(
        root=handbook.project.root,
        folder=f"docs/{language.code}",
        targets=targets,
        box_titles={kind: language.word(f"boxes.{kind}") for kind in BOXES},
        words=words,
        marks=marks,
    )


def _chapter(walk: Walk, page: Page, status: str, opens: bool) -> str:
    """Return the code of a chapter; the first of a section opens it."""
    return "\n" + call(
        "chapter",
        literal(page.title),
        literal(page.path),
        walk.title(),
        "section: " + (literal(page.section) if opens else "none"),
        "inside: " + ("true" if page.section else "false"),
        "signed: " + ("true" if page.signature else "false"),
        "status: " + literal(status),
        joined([walk.body()]),
    ) + ";"
