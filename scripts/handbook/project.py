"""A project on disk: mkdocs.yml as the pipeline needs it, and the version of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import shortened
from handbook.diagnostics.stand_ins import StandIn
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, open_yaml
from handbook.settings import LanguageSettings, read_settings, section_titles
from handbook.text_version import TextVersion, read_text_version

PASSAGES = "passages"
"""The folder below a language's with what several pages show; none of it is a page."""

_PAGE = re.compile(r"[^/:\\?#\s][^:\\?#]*\.md")
_NO_LANGUAGES = Message(
    "write plugins: - handbook - i18n: {{docs_structure: folder, languages: [{{locale: en, name: English}}]}}"
)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language of the project as mkdocs.yml names it."""

    code: str
    name: str
    """In the language itself."""
    site_name: str
    sections: Mapping[str, str]
    """The titles of the navigation's sections, by their title in the source language."""
    location: Location
    """Where these titles stand."""
    stand_ins: tuple[StandIn, ...] = ()
    """Those of them that still have the words of the original."""


@dataclass(frozen=True, slots=True)
class NavPage:
    """An entry of the navigation."""

    path: str
    """As it stands under docs/<language>/."""
    section: str
    """The title of its section in the source language; empty at the top."""
    location: Location


@dataclass(frozen=True, slots=True)
class Project:
    """The configuration of a handbook."""

    root: Path
    site_name: str
    site_url: str
    locales: tuple[Locale, ...]
    """The source language first."""
    nav: tuple[NavPage, ...]
    text_version: TextVersion
    unbuilt: tuple[str, ...] = ()
    """The codes of languages that mkdocs.yml names with ``build: false``: nothing of them is read."""

    @classmethod
    def read(cls, root: Path) -> tuple[Project | None, list[Problem]]:
        """Read mkdocs.yml and CHANGELOG.md of the project at ``root``; None where nothing can be built on them."""
        root = root.resolve()
        problems: list[Problem] = []
        value = open_yaml(root / "mkdocs.yml", root, problems)
        if value is None:
            return None, problems
        settings = read_settings(value, problems)
        nav = tuple(_nav(settings.nav, "", problems))
        sections = list(dict.fromkeys(page.section for page in nav if page.section))
        built = (language for language in settings.languages if language.is_built)
        locales = tuple(_locale(language, settings.site_name, sections, problems) for language in built)
        unbuilt = tuple(language.code for language in settings.languages if not language.is_built)
        problems += _nav_problems(nav, root, locales)
        text_version = read_text_version(root, problems)
        project = cls(root, settings.site_name, settings.site_url, locales, nav, text_version, unbuilt)
        if not (locales or any(problem.is_error for problem in problems)):
            problems.append(Problem(settings.plugins_location, Message("mkdocs.yml names no languages"), _NO_LANGUAGES))
        return (project if locales else None), problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, the source language first."""
        return tuple(locale.code for locale in self.locales)

    @property
    def data_folder(self) -> Path:
        """Where the register and its companions stand."""
        return self.root / "docs" / "data"


def is_passage(file: Path, folder: Path) -> bool:
    """Tell whether a file in the folder of a language is a passage."""
    return file.parent == folder / PASSAGES


def _locale(language: LanguageSettings, site_name: str, sections: list[str], problems: list[Problem]) -> Locale:
    titles = section_titles(language, sections, problems)
    name = language.site_name or site_name
    return Locale(language.code, language.name, name, titles, language.titles_location, language.stand_ins)


def _nav(items: Sequence[Value], section: str, problems: list[Problem]) -> Iterator[NavPage]:
    """Yield the pages of a navigation; an entry that is no page and no section is reported."""
    for item in items:
        entry = MappingReader(item, _titles(item), problems) if isinstance(item.node, yaml.MappingNode) else None
        for title in entry.known if entry else ():
            assert entry is not None
            if isinstance(item.node.value[0][1], yaml.SequenceNode):
                yield from _nav(entry.items(title), title, problems)
            else:
                yield from _page(entry.text(title), section, entry.value_location(title), problems)
        if entry is None:
            yield from _page(str(data(item) or ""), section, item.location, problems)


def _titles(item: Value) -> list[str]:
    return [str(key.value) for key, _ in item.node.value if isinstance(key, yaml.ScalarNode)][:1]


def _page(path: str, section: str, place: Location, problems: list[Problem]) -> Iterator[NavPage]:
    if path.startswith(f"{PASSAGES}/"):
        message = Message("the navigation names {path!r}, which is a passage and no page", path=shortened(path))
        problems.append(Problem(place, message, Message("take the line out; pages show it with ![](passage:…)")))
    elif _PAGE.fullmatch(path) and ".." not in path.split("/"):
        yield NavPage(path, section, place)
    else:
        message = Message("the navigation names {path!r}, which is no page", path=shortened(path))
        problems.append(
            Problem(place, message, Message("write the way below docs/<language>/, as in recovery/page.md"))
        )


def _nav_problems(nav: tuple[NavPage, ...], root: Path, locales: tuple[Locale, ...]) -> list[Problem]:
    if not locales or not nav:
        return []
    source = root / "docs" / locales[0].code
    there = {file.relative_to(source).as_posix() for file in source.rglob("*.md") if not is_passage(file, source)}
    problems = [
        Problem(
            page.location,
            Message(
                "the navigation names {path}, but there is no docs/{code}/{path}", path=page.path, code=locales[0].code
            ),
            Message(
                "write the page, or take the line out; there are {names}",
                names=", ".join(sorted(there)) or Message("no pages"),
            ),
        )
        for page in nav
        if page.path not in there
    ]
    seen: dict[str, Location] = {}
    for page in nav:
        if seen.setdefault(page.path, page.location) != page.location:
            message = Message(
                "{path} stands here for the second time, after line {line}", path=page.path, line=seen[page.path].line
            )
            problems.append(Problem(page.location, message, Message("keep one of them")))
    for path in sorted(there - {page.path for page in nav}):
        place = Location(f"docs/{locales[0].code}/{path}")
        if path.startswith(f"{PASSAGES}/"):
            message = Message("a passage stands in a folder of its own")
            problems.append(
                Problem(
                    place, message, Message("put it into docs/{code}/{folder}", code=locales[0].code, folder=PASSAGES)
                )
            )
            continue
        problems.append(
            Problem(
                place,
                Message("the page is not in the navigation"),
                Message("add - {path} to nav: in mkdocs.yml", path=path),
            )
        )
    for locale in locales[1:]:
        for section in dict.fromkeys(page.section for page in nav if page.section):
            if section not in locale.sections:
                message = Message(
                    "the navigation's section {section!r} has no title in {language}",
                    section=section,
                    language=locale.name,
                )
                hint = Message("add {section}: … to nav_translations of {code}", section=section, code=locale.code)
                problems.append(Problem(locale.location, message, hint))
    return problems
