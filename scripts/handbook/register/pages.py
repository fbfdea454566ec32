"""The pages of a handbook in every language, each with its parsed document and its sign-off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeAlias

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.text_reader import read_text
from handbook.markup.document import Document, parse
from handbook.markup.source_map import SourceMap
from handbook.processes import begun
from handbook.project import Locale, NavPage, Project, is_passage
from handbook.register.sign_offs import SignOff

HOME = "index.md"
"""The page a reader comes to first."""


Loader: TypeAlias = Callable[[list[Problem]], tuple["Page", ...]]
"""Returns all pages, and reports what is extra or malformed."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    path: str
    """As under docs/<language>/, the same in every language: ``recovery/day-by-day.md``."""
    language: str
    """Of the readers it is for."""
    text_language: str
    """The language its text is in: the source language, where the original stands in for a translation."""
    section: str
    """The title of its section in the readers' language; empty at the top."""
    document: Document
    """With everything that it shows from elsewhere, each block with its place in the file it was written in."""
    written: Document
    """As it stands in its own file."""
    sign_off: SignOff | None = None
    """Who signed this very state of the page in the readers' language; None where nobody has."""
    map: SourceMap | None = None
    """Where its text stands, for words of a data file; None for a file of its own."""

    @property
    def title(self) -> str:
        """The words of the page's first heading."""
        return self.document.title

    @property
    def is_fallback(self) -> bool:
        """Whether the original stands here because nobody has translated it yet."""
        return self.text_language != self.language


@contextmanager
def loading(project: Project, known: Mapping[str, Page] | None = None) -> Iterator[Loader]:
    """Begin to load every page of the navigation in every language that has it, while other things are read here.

    A page that is ``known``, by its file, is not read again.
    """
    there = known or {}
    files = [(locale, entry, file_of(locale.code, entry.path)) for locale in project.locales for entry in project.nav]
    new = [one for one in files if one[2] not in there]
    with begun(lambda one: _load(project, *one), new, len(new)) as collect:

        def load(problems: list[Problem]) -> tuple[Page, ...]:
            read = iter(collect())
            loaded = [(there[file], []) if file in there else next(read) for _, _, file in files]
            problems += [problem for _, found in loaded for problem in found]
            problems += _orphans(project) if project.nav else []
            return tuple(page for page, _ in loaded if page is not None)

        yield load


def file_of(code: str, path: str) -> str:
    """Return the file of a page in a language."""
    return PurePosixPath("docs", code, path).as_posix()


def concerned(files: Collection[str], project: Project) -> frozenset[tuple[str, str]]:
    """Return the pages of some files, and the translations of originals among them, by language and path."""
    behind = {entry.path for entry in project.nav if file_of(project.codes[0], entry.path) in files}
    each = ((code, entry.path) for code in project.codes for entry in project.nav)
    return frozenset(key for key in each if key[1] in behind or file_of(*key) in files)


def fallbacks(pages: Iterable[Page], project: Project) -> tuple[Page, ...]:
    """Return for each page that a language lacks its original, as a page for the readers of that language.

    It shares the original's document.
    """
    there = {(page.language, page.path): page for page in pages}
    return tuple(
        replace(original, language=locale.code, section=locale.sections.get(entry.section, entry.section))
        for locale in project.locales[1:]
        for entry in project.nav
        if (locale.code, entry.path) not in there
        and (original := there.get((project.codes[0], entry.path))) is not None
    )


def _load(project: Project, locale: Locale, entry: NavPage, path: str) -> tuple[Page | None, list[Problem]]:
    problems: list[Problem] = []
    file = project.root / path
    text = read_text(file, project.root, problems) if file.exists() else None
    if text is None:
        return None, problems
    document, found = parse(text, path)
    section = locale.sections.get(entry.section, entry.section)
    return Page(entry.path, locale.code, locale.code, section, document, document), problems + found


def _orphans(project: Project) -> list[Problem]:
    """Report translations of pages that the source language does not have: they would be served for ever."""
    known = {entry.path for entry in project.nav}
    problems = []
    for locale in project.locales[1:]:
        folder = project.root / "docs" / locale.code
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(folder).as_posix()
            if path not in known and not is_passage(file, folder):
                place = Location(file.relative_to(project.root).as_posix())
                message = Message(
                    "the page has no original: {path} is not in the navigation",
                    path=f"docs/{project.codes[0]}/{path}",
                )
                problems.append(
                    Problem(place, message, Message("delete the translation, or rename it like its original"))
                )
    return problems
