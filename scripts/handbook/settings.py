"""What may stand in mkdocs.yml: a closed list. MkDocs knows far more, and much of it runs code or loads files.

A key stands here because the handbook needs it, or because MkDocs must be told what the handbook takes for granted. A
pull request can change the file, so whatever else MkDocs offers is refused, and the reason said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant, shortened
from handbook.diagnostics.stand_ins import StandIn, stand_ins_in
from handbook.diagnostics.yaml_reader import MappingReader, Value, data

_WARNED = ("omitted_files", "not_found", "absolute_links", "unrecognized_links", "anchors")
_VALIDATION: Mapping[str, tuple[str, ...]] = {
    "nav": ("omitted_files", "not_found", "absolute_links"),
    "links": ("not_found", "absolute_links", "unrecognized_links", "anchors"),
}
"""What MkDocs can warn of, under its two headings or in general."""

_LOUDNESS = ("warn", "info", "ignore")

_FREE = ("site_name", "site_description", "site_url", "nav", "plugins", "theme", "validation", "strict")
"""What each handbook sets for itself. ``validation`` and ``strict`` only say what MkDocs warns of."""

_FIXED = {
    "docs_dir": ("docs", Message("the pages are looked for there")),
    "use_directory_urls": ("false", Message("links must work from a memory stick as well")),
    "exclude_docs": ("/data/", Message("the data files are no part of the site")),
}
"""Keys with the one value they may have, and why."""

_NEEDED = ("use_directory_urls",)
"""Those among them without which MkDocs does something else."""

_THEME = {
    "name": ("material", Message("the templates fill the blocks of this theme")),
    "custom_dir": ("overrides", Message("the templates are looked for there")),
    "font": ("false", Message("fonts would be loaded from another host")),
    "favicon": ("assets/favicon.svg", Message("no other sign is published")),
}

_REFUSED = {
    "hooks": Message("it runs a program"),
    "extra_javascript": Message("a script could send away what patients do; the site has its own in overrides/assets"),
    "extra_css": Message("the one style sheet is overrides/assets/handbook.css"),
    "extra_templates": Message("templates stand in overrides"),
    "extra": Message("the templates ask for nothing from it; words stand in docs/data/interface"),
    "markdown_extensions": Message("pages are written in one Markdown that the check understands"),
    "mdx_configs": Message("pages are written in one Markdown that the check understands"),
    "site_dir": Message("name the folder with handbook build --out"),
    "dev_addr": Message("name the port with handbook preview --port"),
    "watch": Message("docs and overrides are watched already"),
    "copyright": Message("the licence stands in docs/data/interface"),
    "INHERIT": Message("it brings in another file"),
    **dict.fromkeys(("not_in_nav", "draft_docs"), Message("every page stands in the navigation")),
    **dict.fromkeys(("repo_url", "repo_name", "edit_uri", "remote_name", "site_author"), Message("no page shows it")),
}
"""Keys of MkDocs that have no place in a handbook, and why; any other is simply not known."""

KEYS = (*_FREE, *_FIXED)
PLUGINS = ("handbook", "i18n")
_I18N = ("docs_structure", "languages")
_LANGUAGE = ("locale", "name", "default", "build", "site_name", "nav_translations")
LANGUAGE_CODE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language, where needed with its script and its country (BCP 47), as mkdocs-static-i18n takes it."""


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """What mkdocs.yml says of one language."""

    code: str
    name: str
    is_default: bool
    """Whether the others are translated from it."""
    is_built: bool
    """Whether it is made; one that is not may be half written."""
    site_name: str
    titles: tuple[tuple[str, Value], ...]
    """The titles of sections by their title in the original."""
    location: Location
    code_location: Location
    build_location: Location
    titles_location: Location
    stand_ins: tuple[StandIn, ...] = ()
    """What still has the words of the original."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says, each thing read once."""

    site_name: str
    site_url: str
    nav: tuple[Value, ...]
    languages: tuple[LanguageSettings, ...]
    """The source language first."""
    plugins_location: Location
    """Where the languages stand, or should."""


def read_settings(value: Value, problems: list[Problem]) -> Settings:
    """Return what mkdocs.yml says; what has no place in it, or has another value than it must, is reported."""
    config = MappingReader(value, KEYS, problems, _REFUSED)
    before = len(problems)
    name = config.text("site_name")
    if "site_name" in config and not name and len(problems) == before:
        problems.append(
            Problem(config.location("site_name"), Message("site_name is empty"), Message("write the handbook's name"))
        )
    config.text("site_description", "")
    config.flag("strict")
    _check_fixed(config, _FIXED, _NEEDED)
    theme = config.entry("theme", _THEME)
    if theme:
        _check_fixed(theme, _THEME, ("name", "custom_dir", "font"))
    elif isinstance(value.node, yaml.MappingNode):
        hint = Message(
            "write theme: {{name: material, custom_dir: overrides, font: false, favicon: assets/favicon.svg}}"
        )
        problems.append(Problem(config.location("theme"), Message("theme is missing here"), hint))
    _check_validation(config)
    address, nav = _address(config), tuple(config.items("nav"))
    return Settings(name, address, nav, tuple(_languages(config)), config.location("plugins"))


def _languages(config: MappingReader) -> list[LanguageSettings]:
    """Return what stands of the languages; plugins that are missing, unknown or set otherwise are reported."""
    found: list[LanguageSettings] = []
    named = []
    for plugin in config.items("plugins"):
        name, settings = _plugin(plugin)
        named.append(name)
        if name not in PLUGINS:
            message = Message(
                "the plugin {name} has no place here: a plugin is a program that changes the site", name=shortened(name)
            )
            config.problems.append(Problem(plugin.location, message, Message("take it out")))
        elif name == "handbook" and settings is not None and data(settings):
            message = Message("the plugin handbook has no settings")
            config.problems.append(Problem(settings.location, message, Message("write - handbook")))
        elif name == "i18n" and settings is not None:
            inner = MappingReader(settings, _I18N, config.problems)
            inner.choice("docs_structure", ("folder",))
            found += [_language(entry) for entry in inner.entries("languages", _LANGUAGE)]
    for name in PLUGINS if config.holds("plugins") else ():
        if named.count(name) != 1:
            message = Message(
                "plugins names {name} {count} times, and must name it once", name=name, count=named.count(name)
            )
            config.problems.append(
                Problem(config.location("plugins"), message, Message("write - {name} once", name=name))
            )
    return _once(found, config.problems)


def _plugin(item: Value) -> tuple[str, Value | None]:
    """Return the name of a plugin and its settings."""
    if isinstance(item.node, yaml.MappingNode) and len(item.node.value) == 1:
        key, inner = item.node.value[0]
        return str(key.value), Value(inner, item.path)
    return str(data(item)), None


def _language(entry: MappingReader) -> LanguageSettings:
    code = entry.text("locale")
    if code and not LANGUAGE_CODE.fullmatch(code):
        message = Message("locale is {code!r}, which is no code of a language", code=shortened(code))
        entry.problems.append(Problem(entry.value_location("locale"), message, Message("write it as de, or as pt-BR")))
    return LanguageSettings(
        code,
        entry.text("name"),
        entry.flag("default"),
        entry.flag("build", default=True),
        entry.text("site_name", ""),
        tuple(entry.pairs("nav_translations")),
        entry.location(),
        entry.value_location("locale"),
        entry.location("build"),
        entry.location("nav_translations"),
        tuple(stand_ins_in(entry.node, entry.path)),
    )


def _once(entries: Sequence[LanguageSettings], problems: list[Problem]) -> list[LanguageSettings]:
    """Return the languages with a code of their own, the original first, and report what stands twice."""
    kept: dict[str, LanguageSettings] = {}
    for entry in entries:
        if entry.code in kept:
            message = Message("the language {entry} stands here for the second time", entry=entry.code)
            problems.append(Problem(entry.code_location, message, Message("keep one of them")))
        if LANGUAGE_CODE.fullmatch(entry.code):
            kept.setdefault(entry.code, entry)
    problems += _original_faults(list(kept.values()))
    return sorted(kept.values(), key=lambda entry: not entry.is_default)


def _original_faults(entries: Sequence[LanguageSettings]) -> Iterator[Problem]:
    """Yield a problem where not exactly one language is the original, and where it is not built."""
    originals = [entry for entry in entries if entry.is_default]
    if entries and len(originals) != 1:
        place = (originals[1:] or entries)[0].location
        message = Message(
            "{count} languages have default: true, and the others are translated from exactly one", count=len(originals)
        )
        yield Problem(place, message, Message("write default: true for the language that is written first"))
    for entry in originals:
        if not entry.is_built:
            message = Message("the language with default: true says build: false, and the others are compared with it")
            hint = Message("take build: false out; a handbook without it is made with --languages")
            yield Problem(entry.build_location, message, hint)


def _check_fixed(entry: MappingReader, fixed: Mapping[str, tuple[str, str]], needed: tuple[str, ...]) -> None:
    for key, (value, reason) in fixed.items():
        before = len(entry.problems)
        found = entry.text(key, "")
        if found != value and (key in entry or key in needed) and len(entry.problems) == before:
            place = entry.value_location(key) if key in entry else entry.location()
            said = (
                Message("{key} is {found!r}, and must be {value}", key=key, found=shortened(found), value=value)
                if found
                else Message("{key} is missing here", key=key)
            )
            entry.problems.append(
                Problem(
                    place,
                    Message("{said}: {reason}", said=said, reason=reason),
                    Message("write {key}: {value}", key=key, value=value),
                )
            )


def _check_validation(config: MappingReader) -> None:
    """Report what MkDocs would refuse to take as the loudness of its warnings."""
    entry = config.entry("validation", (*_VALIDATION, *_WARNED))
    sections = [(inner, names) for key, names in _VALIDATION.items() if entry and (inner := entry.entry(key, names))]
    for inner, names in [*sections, *([(entry, _WARNED)] if entry else [])]:
        for name in names:
            inner.choice(name, (*_LOUDNESS, *(["relative_to_docs"] if name == "absolute_links" else [])), "warn")


def _address(config: MappingReader) -> str:
    """Return where the site will stand; an address that is none is reported."""
    address = config.text("site_url", "")
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if address and not (parts.scheme in ("https", "http") and parts.hostname and not (parts.query or parts.fragment)):
        message = Message("site_url is {address!r}, which is no address of a website", address=shortened(address))
        config.problems.append(
            Problem(config.value_location("site_url"), message, Message("write it from https:// on"))
        )
    return address


def section_titles(language: LanguageSettings, sections: list[str], problems: list[Problem]) -> dict[str, str]:
    """Return the titles of sections in a language by their title in the original; one of no section is reported."""
    titles = {}
    for title, value in language.titles:
        if title not in sections:
            message = Message("the navigation has no section {section!r}", section=shortened(title))
            hint = meant(title, sections) if sections else Message("take it out")
            problems.append(Problem(value.location, message, hint))
        titles[title] = str(data(value) or "")
    return titles
