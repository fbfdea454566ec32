"""Writes the book of one language: its pages, in the order of the navigation, as chapters."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.alignment import Reference
from handbook.citations import Bibliography, Words, bibliography, words_of
from handbook.content import Handbook, Language, Page
from handbook.markdown import BOXES
from handbook.pdf.book import Book, Chapter
from handbook.pdf.code import call, literal
from handbook.pdf.front import inputs_of, status_of
from handbook.pdf.markup import Surroundings, Walk
from handbook.problems import Problem


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
    def words(reference: Reference) -> Words:
        return words_of(reference, page, handbook)

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
    code = call(
        "chapter",
        literal(page.title),
        literal(page.path),
        walk.title(),
        "section: " + (literal(page.section) if opens else "none"),
        "inside: " + ("true" if page.section else "false"),
        "signed: " + ("true" if page.signature else "false"),
        "status: " + literal(status),
        walk.body(),
    )
    return f"\n{code};"
