"""Writes the book of one language: its pages, in the order of the navigation, as chapters."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.diagnostics.problems import Location, Problem
from handbook.language.languages import Language
from handbook.markup.blocks import Term
from handbook.markup.dialect import BOXES
from handbook.markup.inlines import Reference
from handbook.register.behind import behind_on, behind_words
from handbook.register.explained import concept_of, with_explained
from handbook.register.filled_words import Words, words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.citations import Bibliography, bibliography
from handbook.render.images import published_images
from handbook.render.marks import with_marks
from handbook.render.pictures import figure_of
from handbook.render.typst.book import Book, Chapter
from handbook.render.typst.context import TypstContext
from handbook.render.typst.fonts import ProjectFonts
from handbook.render.typst.syntax import array, literal, position
from handbook.render.typst.template_inputs import inputs_of, notice_of, status_of
from handbook.render.typst.writer import write_blocks, write_title


def book_of(language: Language, handbook: Handbook, fonts: ProjectFonts) -> tuple[Book, list[Problem]]:
    """Write the book of one language; what has no rule or leads nowhere is reported, and should stop the print."""
    pages = handbook.pages_in(language.code)
    cited = bibliography(pages, handbook)
    targets, explained = _targets(pages), _explained(pages)
    problems: list[Problem] = []
    chapters = []
    for before, page in zip((None, *pages), pages, strict=False):
        marked = with_explained(with_marks(page, handbook), handbook)
        context = _context(page, handbook, cited, targets, explained)
        opens = bool(page.section) and (before is None or before.section != page.section)
        opening = _opening(marked, context, _head(page, language, handbook), opens)
        blocks = write_blocks(marked.document.blocks, context)
        chapters.append(Chapter(page.document.path, opening, blocks))
        problems += context.problems
    inputs = json.dumps(inputs_of(language, handbook, cited, fonts), ensure_ascii=False)
    images = published_images(pages, handbook)
    return Book(language.code, tuple(chapters), inputs, handbook.text_version.day, images), problems


def _targets(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return the label of each place a link may lead to; a page's title is the page itself."""
    targets = {page.path: page.path for page in pages}
    for page in pages:
        for heading in page.document.headings:
            address = f"{page.path}#{heading.id}"
            targets[address] = page.path if heading.level == 1 else address
    return targets


def _explained(pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return the label of each place that explains a word, by concept."""
    terms = ((page.path, part) for page in pages for part in page.document.parts if isinstance(part, Term) and part.id)
    return {concept_of(term.id): f"{path}#{term.id}" for path, term in terms}


def _context(
    page: Page, handbook: Handbook, cited: Bibliography, targets: Mapping[str, str], explained: Mapping[str, str]
) -> TypstContext:
    language = handbook.language(page.text_language)

    def words(reference: Reference) -> Words:
        return words_of(reference, page, handbook)

    def marks(target: str) -> tuple[int, ...]:
        fact = handbook.register.find(target)
        return cited.numbers.get(fact.id, ()) if fact else ()

    return TypstContext(
        images=handbook.images,
        folder=f"docs/{page.text_language}",
        targets=targets,
        box_titles={kind: language.word(f"boxes.{kind}") for kind in BOXES},
        blank=language.word("common.blank"),
        words=words,
        marks=marks,
        explained={} if page.is_fallback else explained,
        picture=lambda name: figure_of(name, language, handbook.pictures),
        path=page.path,
        file=page.document.path,
    )


def _head(page: Page, language: Language, handbook: Handbook) -> list[str]:
    """Return what stands between a chapter's title and its text: who reviewed it, or why it is in another language."""
    original = handbook.page(page.path, page.text_language)
    if not page.is_fallback or original is None:
        behind = behind_on(page, handbook)
        told = ["behind: " + literal(behind_words("print.behind-", behind, language))] if behind else []
        return ["status: " + literal(status_of(page, language)), *told]
    return [
        "language: " + literal(page.text_language),
        "notice: " + array([literal(line) for line in notice_of(original, language)]),
    ]


def _title_place(page: Page) -> Location:
    return next((heading.location for heading in page.document.headings), Location(page.document.path))


def _opening(page: Page, context: TypstContext, head: list[str], opens: bool) -> str:
    """Return the code of a chapter as far as its text; the first of a section opens it."""
    arguments = (
        literal(page.title),
        literal(page.path),
        position(_title_place(page), page.document.path) + write_title(page.document.blocks, context),
        "section: " + (literal(page.section) if opens else "none"),
        "inside: " + ("true" if page.section else "false"),
        "signed: " + ("true" if page.sign_off else "false"),
        *head,
    )
    return "\nchapter(" + "".join(f"{argument}, " for argument in arguments)
