"""A project on disk: mkdocs.yml as the pipeline needs it, and which edition of the text this is."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, open_yaml, read_text

_ANYTHING = (
    "site_name site_description site_url site_dir docs_dir theme nav plugins extra extra_css extra_javascript "
    "markdown_extensions mdx_configs exclude_docs copyright strict validation use_directory_urls watch hooks "
    "not_in_nav draft_docs site_author repo_url repo_name edit_uri dev_addr"
).split()
_RELEASE = re.compile(r"^## (?P<version>\d+\.\d+\.\d+)\s+[-–—]\s+(?P<day>\d{4}-\d\d-\d\d)\s*$", re.MULTILINE)


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
class TextVersion:
    """Which text this is: printed on every page and sheet."""

    version: str
    day: datetime.date


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
        config = MappingReader(value, _ANYTHING, problems)
        locales, unbuilt = _locales(config, problems)
        nav = tuple(_nav(config.items("nav"), ""))
        problems += _nav_problems(nav, root, locales)
        text_version = _text_version(root, problems)
        project = cls(root, config.text("site_name"), config.text("site_url", ""), locales, nav, text_version, unbuilt)
        return (project if locales else None), problems

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, the source language first."""
        return tuple(locale.code for locale in self.locales)

    @property
    def data_folder(self) -> Path:
        """Where the register and its companions stand."""
        return self.root / "docs" / "data"


def _locales(config: MappingReader, problems: list[Problem]) -> tuple[tuple[Locale, ...], tuple[str, ...]]:
    """Return the languages to build, the source language first, and the codes of those that are not built."""
    for plugin in config.items("plugins"):
        settings = data(plugin)
        if isinstance(settings, dict) and isinstance(settings.get("i18n"), dict):
            languages = settings["i18n"].get("languages") or []
            listed = [language for language in languages if isinstance(language, dict)]
            found = [_locale(language, config) for language in listed if _is_built(language)]
            found.sort(key=lambda pair: not pair[0])
            unbuilt = tuple(str(language.get("locale", "")) for language in listed if not _is_built(language))
            problems += _unbuilt_source(listed, config)
            return tuple(locale for _, locale in found), unbuilt
    problems.append(
        Problem(config.location("plugins"), "mkdocs.yml names no languages (plugins: i18n: languages)")
    )
    return (), ()


def _is_built(settings: dict[str, object]) -> bool:
    return str(settings.get("build", "true")).lower() not in ("false", "no", "off")


def _unbuilt_source(languages: list[dict[str, object]], config: MappingReader) -> list[Problem]:
    """Report a source language that is not built: all others are compared with it."""
    if not any(each.get("default") == "true" and not _is_built(each) for each in languages):
        return []
    message = "the language with default: true says build: false, and the others are compared with it"
    hint = "take build: false out; an edition without it is made with --languages"
    return [Problem(config.location("plugins"), message, hint)]


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


def _text_version(root: Path, problems: list[Problem]) -> TextVersion:
    """Take the version from CHANGELOG.md, and the day from SOURCE_DATE_EPOCH, the last commit or CHANGELOG.md."""
    text = read_text(root / "CHANGELOG.md", root, problems) or ""
    release = _RELEASE.search(text)
    if release is None:
        hint = "write its newest heading as: ## 0.1.0 - 2026-11-20"
        problems.append(Problem(Location("CHANGELOG.md"), "no version with a date is named here", hint))
        return TextVersion("0", datetime.date.min)
    day = _source_date() or _commit_day(root) or datetime.date.fromisoformat(release["day"])
    return TextVersion(release["version"], day)


def _source_date() -> datetime.date | None:
    """Return the day of SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdigit() else None


def _commit_day(root: Path) -> datetime.date | None:
    """Return the day of the last commit, or None outside a repository of the project's own."""
    if not (root / ".git").exists():
        return None
    command = ["git", "-C", str(root), "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d"]
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "TZ": "UTC"}
        )
        return datetime.date.fromisoformat(told.stdout.strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
