"""Writes one edition in one language: what it holds, in order, as chapters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from handbook.diagnostics.problems import Location, Problem
from handbook.language.languages import Language
from handbook.markup.blocks import Term
from handbook.markup.dialect import BOXES
from handbook.markup.inlines import Reference
from handbook.register.behind import behind_on, behind_words
from handbook.register.editions import DATES, PAGE, Edition, Held
from handbook.register.explained import concept_of, with_explained
from handbook.register.filled_words import Words, words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.addresses import site_address, site_path
from handbook.render.citations import NO_SOURCES, Bibliography, bibliography, marks_on
from handbook.render.editions import Portion, digest_of, file_name, portions_of, title_of
from handbook.render.images import published_images
from handbook.render.marks import with_marks
from handbook.render.pictures import figure_of
from handbook.render.typst.beside import Side, write_beside
from handbook.render.typst.book import Book, Chapter
from handbook.render.typst.context import TypstContext
from handbook.render.typst.dates import write_dates
from handbook.render.typst.fonts import ProjectFonts
from handbook.render.typst.review import write_reviewed
from handbook.render.typst.syntax import array, boolean, literal, position, unplaced, words_in
from handbook.render.typst.template_inputs import inputs_of, notice_of, status_of
from handbook.render.typst.writer import write_blocks, write_title


def book_of(
    edition: Edition, language: Language, handbook: Handbook, fonts: ProjectFonts
) -> tuple[Book, list[Problem]]:
    """Write an edition in one language; what has no rule or leads nowhere is reported, and should stop the print."""
    portions = _marked(edition, portions_of(edition, language, handbook), handbook)
    pages = tuple(portion.page for portion in portions)
    cited = bibliography(pages, handbook) if edition.sources else NO_SOURCES
    problems: list[Problem] = []
    chapters = _chapters(edition, portions, language, handbook, cited, problems)
    parts = _parts(edition, chapters, portions, language, handbook)
    code = digest_of((*parts.values(), *(source.place for source in cited.sources)))
    inputs = inputs_of(edition, code, portions, language, handbook, cited, fonts)
    written = json.dumps(inputs, ensure_ascii=False)
    images, day = published_images(pages, handbook), handbook.text_version.day
    name = file_name(language.code, edition.id, edition.day)
    return Book(language.code, name, chapters, written, day, images, parts, edition.location), problems


def _marked(edition: Edition, portions: tuple[Portion, ...], handbook: Handbook) -> tuple[Portion, ...]:
    """Return what an edition holds with marks in the text, if it says where that comes from."""
    if not edition.sources:
        return portions
    return tuple(replace(portion, page=with_marks(portion.page, handbook)) for portion in portions)


def _parts(
    edition: Edition, chapters: Sequence[Chapter], portions: Sequence[Portion], language: Language, handbook: Handbook
) -> Mapping[str, str]:
    """Return a digest of what each part says, by its title; the clinic is a part, and nobody's own dates are."""
    said: dict[str, list[str]] = {language.word("print.list-clinic"): [*handbook.clinic.details.values()]}
    for chapter, portion in zip(chapters, portions, strict=True):
        title = portion.title if len(portions) > 1 else title_of(edition, language, handbook)
        if portion.held.kind == DATES:
            title = language.word("print.dates-title")
            chapter = write_dates(portion.held, None, language, handbook)
        said.setdefault(title, []).append(words_in(unplaced(chapter.code)))
    return {title: digest_of(words) for title, words in said.items()}


def _chapters(
    edition: Edition,
    portions: Sequence[Portion],
    language: Language,
    handbook: Handbook,
    cited: Bibliography,
    problems: list[Problem],
) -> tuple[Chapter, ...]:
    """Write everything that an edition holds; what is wrong with it is added to ``problems``."""
    targets, addresses = _targets(portions), _addresses(language, handbook)
    explained = _explained(portions)
    others = _others(edition, handbook)
    chapters = []
    for before, portion in zip((None, *portions), portions, strict=False):
        if portion.held.kind == DATES:
            chapters.append(write_dates(portion.held, edition.day, language, handbook))
            continue
        page = with_explained(portion.page, handbook)
        context = _context(page, handbook, cited, targets, addresses, explained)
        opens = bool(page.section) and (before is None or before.page.section != page.section)
        opening = _opening(portion, page, context, language, handbook, opens)
        blocks = write_blocks(page.document.blocks, context)
        if edition.review:
            blocks = write_reviewed(page, language, handbook, context)
        if other := others.get(portion.held):
            blocks = write_beside(Side(language.code, page.document.blocks, context), other)
            problems += other.context.problems
        chapters.append(Chapter(page.document.path, opening, blocks))
        problems += context.problems
    return tuple(chapters)


def _others(edition: Edition, handbook: Handbook) -> Mapping[Held, Side]:
    """Return what stands beside each part of an edition in two languages; links in it lead to the site."""
    if not edition.beside:
        return {}
    language = handbook.language(edition.beside)
    addresses = _addresses(language, handbook)
    found = {}
    for portion in portions_of(edition, language, handbook):
        context = _context(portion.page, handbook, NO_SOURCES, {}, addresses, {})
        context = replace(context, prefix=f"{language.code}/", file="")
        found[portion.held] = Side(language.code, portion.page.document.blocks, context)
    return found


def _targets(portions: Sequence[Portion]) -> Mapping[str, str]:
    """Return the label of each place a link may lead to; a page's title is the page itself."""
    targets = {}
    for portion in portions:
        path = portion.page.path
        if portion.is_whole:
            targets[path] = path
        for heading in portion.page.document.headings if portion.held.kind == PAGE else ():
            address = f"{path}#{heading.id}"
            targets[address] = path if heading.level == 1 else address
    return targets


def _addresses(language: Language, handbook: Handbook) -> Mapping[str, str]:
    """Return where on the site each place of the handbook stands; empty addresses while nobody knows where that is."""
    top = site_address(handbook)
    places = (
        place
        for page in handbook.pages_in(language.code)
        for place in (page.path, *(f"{page.path}#{heading.id}" for heading in page.document.headings))
    )
    return {place: top and top + site_path(place, language.code, handbook) for place in places}


def _explained(portions: Sequence[Portion]) -> Mapping[str, str]:
    """Return the label of each place that explains a word, by concept."""
    pages = [portion.page for portion in portions if portion.is_whole]
    terms = ((page.path, part) for page in pages for part in page.document.parts if isinstance(part, Term) and part.id)
    return {concept_of(term.id): f"{path}#{term.id}" for path, term in terms}


def _context(
    page: Page,
    handbook: Handbook,
    cited: Bibliography,
    targets: Mapping[str, str],
    addresses: Mapping[str, str],
    explained: Mapping[str, str],
) -> TypstContext:
    language = handbook.language(page.text_language)

    def words(reference: Reference) -> Words:
        return words_of(reference, page, handbook)

    numbers = {sources: number for number, sources in enumerate(marks_on(page, cited, handbook), 1)}

    def marks(targets: Iterable[str]) -> int:
        return numbers.get(cited.behind(targets), 0)

    return TypstContext(
        images=handbook.images,
        folder=f"docs/{page.text_language}",
        targets=targets,
        addresses=addresses,
        box_titles={kind: language.word(f"boxes.{kind}") for kind in BOXES},
        blank=language.word("common.blank"),
        see_page=language.word("print.see-page"),
        on_site=language.word("print.on-site"),
        words=words,
        marks=marks,
        explained={} if page.is_fallback else explained,
        picture=lambda name: figure_of(name, language, handbook.pictures),
        path=page.path,
        file=page.document.path,
    )


def _head(page: Page, language: Language, handbook: Handbook) -> list[str]:
    """Return what stands between a chapter's title and its text: who reviewed it, or why it is in another language."""
    original = handbook.page(page.path, page.text_language) or page
    if page.text_language == language.code:
        behind = behind_on(page, handbook)
        told = ["behind: " + literal(behind_words("print.behind-", behind, language))] if behind else []
        return ["status: " + literal(status_of(page, language)), *told]
    return [
        "language: " + literal(page.text_language),
        "notice: " + array([literal(line) for line in notice_of(original, language)]),
    ]


def _title_place(page: Page) -> Location:
    return next((heading.location for heading in page.document.headings), Location(page.document.path))


def _opening(
    portion: Portion, page: Page, context: TypstContext, language: Language, handbook: Handbook, opens: bool
) -> str:
    """Return the code of a chapter as far as its text; the first of a section opens it, a part has no title."""
    arguments = [
        literal(page.title),
        literal(page.path),
        position(_title_place(page), page.document.path) + write_title(page.document.blocks, context),
        "section: " + (literal(page.section) if opens else "none"),
        "inside: " + boolean(bool(page.section)),
        "signed: " + boolean(bool(page.sign_off)),
    ]
    name, given = ("chapter", arguments) if portion.is_whole else ("portion", [])
    return f"\n{name}(" + "".join(f"{argument}, " for argument in (*given, *_head(page, language, handbook)))
