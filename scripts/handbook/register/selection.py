"""What a clinic hands out of the handbook: some of its languages, some of its pages.

It is chosen once, after everything has been read: the checks and outputs get a handbook that has no more than that.
Home and the pages that say when to call (``always:`` in warning-signs.yml) cannot be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import listed, meant
from handbook.markup.document import Document
from handbook.markup.targets import file_at
from handbook.markup.unlinking import unlinked
from handbook.project import NavPage
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME, Page

_PLACE = Location("mkdocs.yml")
_NAMED = 3
"""Pages named in a problem before the rest is counted."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for, as it was typed: each text is a name, or a list parted by commas. None is everything."""

    languages: tuple[str, ...] = ()
    """Codes."""
    chapters: tuple[str, ...] = ()
    """Paths of pages such as ``recovery/sun.md``, and titles of sections of the navigation."""

    def __bool__(self) -> bool:
        """Tell whether anything was asked for."""
        return bool(self.languages or self.chapters)

    def codes(self, known: Sequence[str]) -> tuple[str, ...]:
        """Return those of the languages that are known which were asked for; all where none was."""
        asked = _names(self.languages, known)
        return tuple(code for code in known if code in asked or not asked)

    def with_languages(self, codes: Iterable[str]) -> Selection:
        """Return the selection with some languages more, unless all are chosen anyway."""
        return replace(self, languages=(*self.languages, *codes)) if self.languages else self


EVERYTHING = Selection()
"""What is handed out where nobody has chosen."""


def always_in(handbook: Handbook) -> tuple[str, ...]:
    """Return the paths of the pages that are in every selection: home, and those that say when to call."""
    return (HOME, *handbook.sign_rules.always)


def select(handbook: Handbook, selection: Selection) -> tuple[Handbook, list[Problem]]:
    """Return the handbook with no more than what is chosen, and what was chosen that is not there.

    Its first language is the original's where that is chosen, and otherwise the first in mkdocs.yml that is. Where the
    original is not chosen nothing stands in for a page without a translation: such a page is left out, with a warning,
    and reported if it was asked for by name or may not be left out.
    """
    if not selection:
        return handbook, []
    problems: list[Problem] = []
    codes = tuple(_codes(handbook, selection, problems))
    nav = tuple(_nav(handbook, selection, codes, problems))
    if any(problem.is_error for problem in problems):
        return handbook, problems
    return _reduced(handbook, codes, nav), problems


def left_out(handbook: Handbook, chosen: Handbook) -> set[str]:
    """Return the files of the pages that a handbook has and what is chosen of it has not."""
    return _files(handbook) - _files(chosen)


def _files(handbook: Handbook) -> set[str]:
    """Return the files of the pages of a handbook, and of the passages and signs that these show."""
    return {path for page in handbook.pages for path in page.document.files}


def _codes(handbook: Handbook, selection: Selection, problems: list[Problem]) -> Iterator[str]:
    known = handbook.project.codes
    asked = _names(selection.languages, known)
    for code in asked:
        if code not in known:
            message = Message("--languages names {code}, which is none of the languages", code=code)
            problems.append(Problem(_PLACE, message, meant(code, known)))
    yield from selection.codes(known)


def _names(texts: Iterable[str], known: Container[str]) -> list[str]:
    """Return the names in some texts; one that is known may itself have a comma in it."""
    parted = (name.strip() for text in texts for name in ([text] if text in known else text.split(",")))
    return [name for name in parted if name]


def _nav(
    handbook: Handbook, selection: Selection, codes: Sequence[str], problems: list[Problem]
) -> Iterator[NavPage]:
    """Yield the entries of the navigation that are chosen and can be shown."""
    known = {**{page.path: {page.path} for page in handbook.project.nav}, **_sections(handbook)}
    names = _names(selection.chapters, known)
    for name in names:
        if name not in known:
            message = Message("--chapters names {name}, which is no page and no section", name=name)
            problems.append(Problem(_PLACE, message, meant(name, known)))
    always = set(always_in(handbook))
    asked = {path for name in names for path in known.get(name, ())} | always
    bare = _bare(handbook, codes)
    wanted = [page for page in handbook.project.nav if page.path in asked or not names]
    without = [page.path for page in wanted if page.path in bare]
    problems += _without_text(without, bool(names) or not always.isdisjoint(without), handbook)
    yield from (page for page in wanted if page.path not in bare)


def _sections(handbook: Handbook) -> dict[str, set[str]]:
    """Return the pages of each section by its title, in any language."""
    found: dict[str, set[str]] = {}
    for page in handbook.project.nav:
        for title in (page.section, *(locale.sections.get(page.section, "") for locale in handbook.project.locales)):
            if title:
                found.setdefault(title, set()).add(page.path)
    return found


def _bare(handbook: Handbook, codes: Sequence[str]) -> set[str]:
    """Return the pages that some chosen language has not even an original of."""
    if handbook.source.code in codes:
        return set()
    written = {(page.path, page.language) for page in handbook.pages}
    return {page.path for page in handbook.project.nav for code in codes if (page.path, code) not in written}


def _without_text(paths: Sequence[str], needed: bool, handbook: Handbook) -> Iterator[Problem]:
    """Report pages that are not translated into each language that was chosen, while the original was not."""
    if not paths:
        return
    names = listed(paths, _NAMED)
    where = Message("every language of --languages")
    code = handbook.source.code
    if needed:
        hint = Message("add {code} to --languages, or translate them", code=code)
        yield Problem(_PLACE, Message("not translated into {where}: {names}", where=where, names=names), hint)
    else:
        message = Message("left out, because they are not translated into {where}: {names}", where=where, names=names)
        hint = Message("with {code} in --languages the original stands in for them", code=code)
        yield Problem(_PLACE, message, hint, Severity.WARNING)


def _reduced(handbook: Handbook, codes: Sequence[str], nav: tuple[NavPage, ...]) -> Handbook:
    locales = tuple(locale for locale in handbook.project.locales if locale.code in codes)
    paths = {page.path for page in nav}
    documents: dict[str, Document] = {}
    return replace(
        handbook,
        project=replace(handbook.project, locales=locales, nav=nav),
        languages=tuple(language for language in handbook.languages if language.code in codes),
        pages=tuple(_pages(handbook.pages, codes, paths, handbook, documents)),
        fallbacks=tuple(_pages(handbook.fallbacks, codes, paths, handbook, documents)),
    )


def _pages(
    pages: Iterable[Page], codes: Sequence[str], paths: set[str], handbook: Handbook, documents: dict[str, Document]
) -> Iterator[Page]:
    """Yield the pages that are chosen; ``documents`` keeps each document that several of them share."""
    left_out = {page.path for page in handbook.project.nav} - paths
    for page in pages:
        if page.path in paths and page.language in codes:
            note = handbook.language(page.text_language).word("common.left-out")
            if page.document.path not in documents:
                documents[page.document.path] = unlinked(page.document, _leads_to(left_out, page), note)
            yield replace(page, document=documents[page.document.path])


def _leads_to(paths: set[str], page: Page) -> Callable[[str], bool]:
    """Return what tells whether a link on a page leads to one of the paths."""

    def leads(target: str) -> bool:
        way = unquote(target.partition("#")[0])
        return bool(way) and file_at(way, page.path) in paths

    return leads
