"""A project on disk: mkdocs.yml as the pipeline needs it, and which edition of the text this is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, open_yaml
from handbook.text_version import TextVersion, read_text_version

_ANYTHING = (
    "site_name site_description site_url site_dir docs_dir theme nav plugins extra extra_css extra_javascript "
    "markdown_extensions mdx_configs exclude_docs copyright strict validation use_directory_urls watch hooks "
    "not_in_nav draft_docs site_author repo_url repo_name edit_uri dev_addr"
).split()


@dataclass(frozen=True, slots=True)
class Locale:
    """A language of the project as mkdocs.yml names it."""

    code: str
    name: str
    """In the language itself."""
    site_name: str
    sections: Mapping[str, str]
    """The titles of the navigation's sections, by their title in the source language."""


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

    @classmethod
    def read(cls, root: Path) -> tuple[Project | None, list[Problem]]:
        """Read mkdocs.yml and CHANGELOG.md of the project at ``root``; None where nothing can be built on them."""
        root = root.resolve()
        problems: list[Problem] = []
        value = open_yaml(root / "mkdocs.yml", root, problems)
        if value is None:
            return None, problems
        config = MappingReader(value, _ANYTHING, problems)
        locales = tuple(_locales(config, problems))
        nav = tuple(_nav(config.items("nav"), ""))
        problems += _nav_problems(nav, root, locales)
        text_version = read_text_version(root, problems)
        project = cls(root, config.text("site_name"), config.text("site_url", ""), locales, nav, text_version)
        return (project if locales else None), problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, the source language first."""
        return tuple(locale.code for locale in self.locales)

    @property
    def data_folder(self) -> Path:
        """Where the register and its companions stand."""
        return self.root / "docs" / "data"


def _locales(config: MappingReader, problems: list[Problem]) -> list[Locale]:
    for plugin in config.items("plugins"):
        settings = data(plugin)
        if isinstance(settings, dict) and isinstance(settings.get("i18n"), dict):
            languages = settings["i18n"].get("languages") or []
            found = [_locale(language, config) for language in languages if isinstance(language, dict)]
            found.sort(key=lambda pair: not pair[0])
            return [locale for _, locale in found]
    problems.append(
        Problem(config.location("plugins"), "mkdocs.yml names no languages (plugins: i18n: languages)")
    )
    return []


def _locale(settings: dict[str, object], config: MappingReader) -> tuple[bool, Locale]:
    sections = settings.get("nav_translations")
    locale = Locale(
        str(settings.get("locale", "")),
        str(settings.get("name", "")),
        str(settings.get("site_name") or config.text("site_name")),
        {str(key): str(word) for key, word in sections.items()} if isinstance(sections, dict) else {},
    )
    return settings.get("default") == "true", locale


def _nav(items: list[Value], section: str) -> list[NavPage]:
    pages: list[NavPage] = []
    for item in items:
        inside = data(item)
        if isinstance(inside, str):
            pages.append(NavPage(inside, section, item.location))
        elif isinstance(inside, dict):
            for title in inside:
                entry = MappingReader(item, (title,), [])
                if isinstance(inside[title], list):
                    pages += _nav(entry.items(title), title)
                else:
                    pages.append(NavPage(str(inside[title]), section, entry.value_location(title)))
    return pages


def _nav_problems(nav: tuple[NavPage, ...], root: Path, locales: tuple[Locale, ...]) -> list[Problem]:
    if not locales or not nav:
        return []
    source = root / "docs" / locales[0].code
    there = {file.relative_to(source).as_posix() for file in source.rglob("*.md")}
    problems = [
        Problem(
            page.location,
            f"the navigation names {page.path}, but there is no docs/{locales[0].code}/{page.path}",
            f"write the page, or take the line out; there are {', '.join(sorted(there)) or 'no pages'}",
        )
        for page in nav
        if page.path not in there
    ]
    for path in sorted(there - {page.path for page in nav}):
        place = Location(f"docs/{locales[0].code}/{path}")
        problems.append(
            Problem(place, "the page is not in the navigation", f"add - {path} to nav: in mkdocs.yml")
        )
    for locale in locales[1:]:
        for section in dict.fromkeys(page.section for page in nav if page.section):
            if section not in locale.sections:
                message = f"the navigation's section {section!r} has no title in {locale.name}"
                hint = f"add {section}: … to nav_translations of {locale.code}"
                problems.append(Problem(Location("mkdocs.yml"), message, hint))
    return problems
