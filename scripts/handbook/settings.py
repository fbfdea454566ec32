"""What may stand in mkdocs.yml: a closed list. MkDocs knows far more, and much of it runs code or loads files.

A key stands here because the handbook needs it, or because MkDocs must be told what the handbook takes for granted. A
pull request can change the file, so whatever else MkDocs offers is refused, and the reason said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import yaml

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant, shortened
from handbook.diagnostics.yaml_reader import MappingReader, Value, data

_FREE = ("site_name", "site_description", "site_url", "nav", "plugins", "theme", "validation", "strict")
"""What each handbook sets for itself. ``validation`` and ``strict`` only say what MkDocs warns of."""

_FIXED = {
    "docs_dir": ("docs", "the pages are looked for there"),
    "use_directory_urls": ("false", "links must work from a memory stick as well"),
    "exclude_docs": ("/data/", "the data files are no part of the site"),
}
"""Keys with the one value they may have, and why."""

_NEEDED = ("use_directory_urls",)
"""Those among them without which MkDocs does something else."""

_THEME = {
    "name": ("material", "the templates fill the blocks of this theme"),
    "custom_dir": ("overrides", "the templates are looked for there"),
    "font": ("false", "fonts would be loaded from another host"),
    "favicon": ("assets/favicon.svg", "no other sign is published"),
}

_REFUSED = {
    "hooks": "it runs a program",
    "extra_javascript": "a script could send away what patients do; the site has its own in overrides/assets",
    "extra_css": "the one style sheet is overrides/assets/handbook.css",
    "extra_templates": "templates stand in overrides",
    "extra": "the templates ask for nothing from it; words stand in docs/data/interface",
    "markdown_extensions": "pages are written in one Markdown that the check understands",
    "mdx_configs": "pages are written in one Markdown that the check understands",
    "site_dir": "name the folder with handbook build --out",
    "dev_addr": "name the port with handbook serve --port",
    "watch": "docs and overrides are watched already",
    "copyright": "the licence stands in docs/data/interface",
    "INHERIT": "it brings in another file",
    **dict.fromkeys(("not_in_nav", "draft_docs"), "every page stands in the navigation"),
    **dict.fromkeys(("repo_url", "repo_name", "edit_uri", "remote_name", "site_author"), "no page shows it"),
}
"""Keys of MkDocs that have no place in a handbook, and why; any other is simply not known."""

KEYS = (*_FREE, *_FIXED)
PLUGINS = ("handbook", "i18n")
_I18N = ("docs_structure", "languages")
_LANGUAGE = ("locale", "name", "default", "build", "site_name", "nav_translations")
_CODE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language, where needed with its script and its country (BCP 47), as mkdocs-static-i18n takes it."""


def read_settings(value: Value, problems: list[Problem]) -> MappingReader:
    """Return the mapping of mkdocs.yml; what has no place in it, or has another value than it must, is reported."""
    found: list[Problem] = []
    config = MappingReader(value, KEYS, found)
    problems += [_with_reason(problem) for problem in found]
    config.problems = problems
    if "site_name" in config and not config.text("site_name"):
        problems.append(Problem(config.location("site_name"), "site_name is empty", "write the handbook's name"))
    _check_fixed(config, _FIXED, _NEEDED)
    theme = config.entry("theme", _THEME)
    if theme:
        _check_fixed(theme, _THEME, ("name", "custom_dir", "font"))
    elif isinstance(value.node, yaml.MappingNode):
        hint = "write theme: {name: material, custom_dir: overrides, font: false, favicon: assets/favicon.svg}"
        problems.append(Problem(config.location("theme"), "theme is missing here", hint))
    _check_address(config)
    return config


def language_entries(config: MappingReader) -> list[MappingReader]:
    """Return the entries of the languages; plugins that are missing, unknown or set otherwise are reported."""
    found: list[MappingReader] = []
    named = []
    for plugin in config.items("plugins"):
        name, settings = _plugin(plugin)
        named.append(name)
        if name not in PLUGINS:
            message = f"the plugin {shortened(name)} has no place here: a plugin is a program that changes the site"
            config.problems.append(Problem(plugin.location, message, "take it out"))
        elif name == "i18n" and settings is not None:
            inner = MappingReader(settings, _I18N, config.problems)
            inner.choice("docs_structure", ("folder",))
            found += [_language(entry) for entry in inner.entries("languages", _LANGUAGE)]
    for name in PLUGINS if config.holds("plugins") else ():
        if named.count(name) != 1:
            message = f"plugins names {name} {named.count(name)} times, and must name it once"
            config.problems.append(Problem(config.location("plugins"), message, f"write - {name} once"))
    return _once(found, config.problems)


def is_built(entry: MappingReader) -> bool:
    """Tell whether a language is made; one that is not may be half written."""
    return entry.flag("build", default=True)


def _with_reason(problem: Problem) -> Problem:
    """Say why a key has no place here, where MkDocs would know it."""
    key = next((key for key in _REFUSED if problem.message.startswith(f"the key {key} is not known")), None)
    if key is None:
        return problem
    return Problem(problem.location, f"{key} has no place here: {_REFUSED[key]}", "take it out")


def _plugin(item: Value) -> tuple[str, Value | None]:
    """Return the name of a plugin and its settings."""
    if isinstance(item.node, yaml.MappingNode) and len(item.node.value) == 1:
        key, inner = item.node.value[0]
        return str(key.value), Value(inner, item.path)
    return str(data(item)), None


def _language(entry: MappingReader) -> MappingReader:
    code = entry.text("locale")
    if code and not _CODE.fullmatch(code):
        message = f"locale is {shortened(code)!r}, which is no code of a language"
        entry.problems.append(Problem(entry.value_location("locale"), message, "write it as de, or as pt-BR"))
    entry.text("name")
    entry.flag("default"), entry.flag("build", default=True)
    return entry


def _once(entries: list[MappingReader], problems: list[Problem]) -> list[MappingReader]:
    """Return the entries with a code of their own, and report what stands twice, and how many are the original."""
    kept: dict[str, MappingReader] = {}
    for entry in entries:
        code = str(entry.text("locale", ""))
        if code in kept:
            message = f"the language {code} stands here for the second time"
            problems.append(Problem(entry.value_location("locale"), message, "keep one of them"))
        if _CODE.fullmatch(code):
            kept.setdefault(code, entry)
    originals = [entry for entry in kept.values() if entry.flag("default")]
    if kept and len(originals) != 1:
        place = (originals[1:] or list(kept.values()))[0].location()
        message = f"{len(originals)} languages have default: true, and the others are translated from exactly one"
        problems.append(Problem(place, message, "write default: true for the language that is written first"))
    for entry in originals:
        if not is_built(entry):
            message = "the language with default: true says build: false, and the others are compared with it"
            hint = "take build: false out; a handbook without it is made with --languages"
            problems.append(Problem(entry.location("build"), message, hint))
    return sorted(kept.values(), key=lambda entry: entry not in originals)


def _check_fixed(entry: MappingReader, fixed: Mapping[str, tuple[str, str]], needed: tuple[str, ...]) -> None:
    for key, (value, reason) in fixed.items():
        found = entry.text(key, "")
        if found != value and (key in entry or key in needed):
            place = entry.value_location(key) if key in entry else entry.location()
            said = f"{key} is {shortened(found)!r}, and must be {value}" if found else f"{key} is missing here"
            entry.problems.append(Problem(place, f"{said}: {reason}", f"write {key}: {value}"))


def _check_address(config: MappingReader) -> None:
    address = config.text("site_url", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if address and not (parts.scheme in ("https", "http") and parts.hostname and not (parts.query or parts.fragment)):
        message = f"site_url is {shortened(address)!r}, which is no address of a website"
        config.problems.append(Problem(config.value_location("site_url"), message, "write it from https:// on"))


def section_titles(entry: MappingReader, sections: list[str]) -> dict[str, str]:
    """Return the titles of sections in a language by their title in the original; one of no section is reported."""
    titles = {}
    for title, value in entry.pairs("nav_translations"):
        if title not in sections:
            message = f"the navigation has no section {shortened(title)!r}"
            hint = meant(title, sections) if sections else "take it out"
            entry.problems.append(Problem(value.location, message, hint))
        titles[title] = str(data(value) or "")
    return titles
