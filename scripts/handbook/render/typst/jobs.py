"""What is to be printed: a job for each book and for the sheets of a language, or what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.stand_ins import MARK
from handbook.language.languages import Language
from handbook.register.editions import FORMATS, NAME, SECTION, Edition
from handbook.register.handbook import Handbook
from handbook.render.editions import editions_in
from handbook.render.output import Keeper, make_anew
from handbook.render.typst.book import Book
from handbook.render.typst.chapters import book_of
from handbook.render.typst.fonts import FOLDER as FONTS
from handbook.render.typst.fonts import ProjectFonts, read_project_fonts, unfit_fonts
from handbook.render.typst.glyphs import characters_of, missing_characters, missing_in_page, uneven_faces
from handbook.render.typst.print_job import PrintJob

_SECTIONS = ("print", "pictures", SECTION)
"""Of the interface what is printed."""


def jobs_of(
    handbook: Handbook, keep: Keeper = make_anew, keep_written: Keeper = make_anew
) -> tuple[list[PrintJob], list[Problem]]:
    """Return the jobs of a handbook; none where something is wrong, because all languages appear together.

    A language that has no font for its letters yet is not printed, which is told. ``keep_written`` keeps what is
    written of the editions, and ``keep`` what is the same whatever is printed.
    """
    root = handbook.project.root
    problems: list[Problem] = []
    fonts = read_project_fonts(root, problems)
    beside = {edition.beside for edition in handbook.editions if edition.beside}
    written = [
        each
        for language in handbook.printed
        for each in keep_written(
            f"print-{language.code}", {language.code, *beside}, partial(_written, language, handbook, fonts)
        )
    ]
    # A page is in several editions, and an original that stands in for a translation in several languages; what is
    # wrong with it is told once.
    problems += dict.fromkeys(problem for _, _, found in written for problem in found)
    problems += _missing_parts(root, handbook)
    printed = {language.code for language in handbook.printed}
    problems += keep("fonts", printed, partial(_unfit, handbook, fonts))
    sheets = [tuple(book for edition, book, _ in written if edition.is_sheet and book.language == code)
              for code in handbook.project.codes]  # fmt: skip
    books = [(book,) for edition, book, _ in written if not edition.is_sheet]
    jobs = [] if problems else [PrintJob(group, root) for group in (*books, *filter(None, sheets))]
    return jobs, problems + list(_unprinted(handbook))


def _unfit(handbook: Handbook, fonts: ProjectFonts) -> list[Problem]:
    """Return what is wrong with the fonts, or what of the text they cannot show."""
    folder = handbook.project.root / FONTS
    if unfit := unfit_fonts(fonts, handbook.printed, folder):
        return unfit
    if not characters_of(folder):
        return [Problem(Location(FONTS), Message("there is no font here"), Message("add fonts as .ttf or .otf"))]
    return _missing_characters(handbook)


def _written(
    language: Language, handbook: Handbook, fonts: ProjectFonts
) -> list[tuple[Edition, Book, list[Problem]]]:
    """Write every edition in a language."""
    return [
        (edition, *book_of(edition, language, handbook, fonts)) for edition in editions_in(language, handbook)
    ]


def _unprinted(handbook: Handbook) -> Iterator[Problem]:
    for language in handbook.languages:
        for place in handbook.unsaid(language.code, "fonts"):
            message = Message(
                "{language} is not printed: no font is named that has its letters", language=language.name
            )
            hint = Message(
                "put a regular and a bold file into {fonts}, and write the name of their family without {mark}",
                fonts=FONTS,
                mark=MARK,
            )
            yield Problem(place.location, message, hint, Severity.WARNING)


def _missing_characters(handbook: Handbook) -> list[Problem]:
    folder = handbook.project.root / FONTS
    known = characters_of(folder)
    codes = {language.code for language in handbook.printed}
    pages = [page for page in handbook.pages if page.language in codes]
    written = [*(page.document.source for page in pages), *(text for text, _ in _texts(handbook))]
    if uneven := list(uneven_faces(written, folder)):
        return uneven
    problems = [problem for page in pages for problem in missing_in_page(page.document, known)]
    return problems + list(missing_characters(_texts(handbook), known))


def _texts(handbook: Handbook) -> Iterator[tuple[str, Location]]:
    """Yield what is printed beside the pages, with its place."""
    codes = {language.code for language in handbook.printed}
    for locale in (locale for locale in handbook.project.locales if locale.code in codes):
        yield locale.site_name + locale.name, Location("mkdocs.yml")
    for language in handbook.printed:
        for word in (word for name in _SECTIONS for word in _words(language.section(name))):
            yield word, Location(f"docs/data/interface/{language.code}.yml")
    for name, detail in handbook.clinic.details.items():
        yield detail, handbook.clinic.location(name)
    for sign_off in handbook.sign_offs:
        yield sign_off.name + sign_off.role, sign_off.location
    for source in handbook.register.sources.values():
        yield source.authors + source.title + source.place, source.location


def _words(section: Mapping[str, Any]) -> Iterator[str]:
    """Yield every word of a part of a language's file."""
    for word in section.values():
        yield from _words(word) if isinstance(word, Mapping) else (str(word),)


def _missing_parts(root: Path, handbook: Handbook) -> list[Problem]:
    problems = []
    if not handbook.editions:
        problems.append(
            Problem(Location(f"docs/data/{NAME}"), Message("no edition is described here"), Message("describe one"))
        )
    for edition in handbook.editions:
        if not (root / FORMATS / f"{edition.paper}.typ").exists():
            message = Message(
                "there is no paper {paper} for the edition {edition}", paper=edition.paper, edition=edition.id
            )
            problems.append(Problem(Location(FORMATS), message, Message("add a file such as a4.typ")))
    return problems
