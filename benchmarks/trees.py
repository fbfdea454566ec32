"""The trees that are measured: the handbook's own, the same for plain MkDocs, and larger ones."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
PLAIN = "plain.yml"
KEPT = ("site_name", "site_url", "docs_dir", "use_directory_urls", "exclude_docs", "nav")
EXTENSIONS = ["admonition", "def_list", "sane_lists", "attr_list"]


def copy(folder: Path) -> Path:
    """Copy what a build reads into a folder, with a configuration for plain MkDocs beside it."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    write(folder / PLAIN, plain(configuration(folder)))
    return folder


def without_whole_books(folder: Path) -> Path:
    """Copy the tree without the editions that hold every page: what is left are core books and sheets."""
    copy(folder)
    file = folder / "docs" / "data" / "editions.yml"
    editions = yaml.safe_load(file.read_text(encoding="utf-8"))["editions"]
    write(file, {"editions": [edition for edition in editions if "holds" in edition]})
    return folder


def enlarge(folder: Path, pages: int) -> Path:
    """Copy the tree and repeat its pages, home apart, until it has as many as asked for, or leave those it has."""
    copy(folder)
    settings = configuration(folder)
    sections = [entry for entry in settings["nav"] if isinstance(entry, dict)]
    real = [(section, path) for section in sections for path in next(iter(section.values()))]
    languages = [language["locale"] for language in i18n(settings)["languages"]]
    for number in range(pages - len(real) - 1):
        section, path = real[number % len(real)]
        twin = path.replace(".md", f"-{number}.md")
        next(iter(section.values())).append(twin)
        for language in languages:
            if (folder / "docs" / language / path).exists():
                shutil.copy(folder / "docs" / language / path, folder / "docs" / language / twin)
    write(folder / "mkdocs.yml", settings)
    return folder


def plain(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the configuration that MkDocs, Material, its search and static-i18n would have without us.

    Links to facts stay as they are: MkDocs does not know their scheme and only passes them through.
    """
    return {
        **{name: settings[name] for name in KEPT if name in settings},
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": i18n(settings)}],
        "markdown_extensions": EXTENSIONS,
        "validation": {"links": {"unrecognized_links": "ignore", "not_found": "ignore"}},
    }


def i18n(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of static-i18n, which name the languages."""
    entries = [entry["i18n"] for entry in settings["plugins"] if isinstance(entry, dict) and "i18n" in entry]
    return dict(entries[0])


def languages(folder: Path) -> list[str]:
    """Return the codes of the languages of a tree."""
    return [language["locale"] for language in i18n(configuration(folder))["languages"]]


def configuration(folder: Path) -> dict[str, Any]:
    """Read mkdocs.yml."""
    return dict(yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8")))


def write(file: Path, settings: dict[str, Any]) -> None:
    """Write a configuration."""
    file.write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
