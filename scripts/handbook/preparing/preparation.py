"""`handbook new-language`: all that a language needs to be built at once, in the original's words where none are known.

Only what is not there yet is written. Each text that is still to be translated is marked; see ``stand_ins``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from handbook import pipeline
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.stand_ins import marked
from handbook.diagnostics.yaml_reader import data, open_yaml
from handbook.language.stemmers import STEMMER, stemmers_of
from handbook.preparing.cldr import find_locale
from handbook.preparing.entries import with_labels, with_language
from handbook.preparing.interview_file import interview_text
from handbook.preparing.language_file import dump, language_text
from handbook.preparing.left_to_do import MKDOCS, font_for, tell
from handbook.preparing.marked_copy import has_words, marked_copy
from handbook.project import Project
from handbook.register import schemas
from handbook.register.handbook import Handbook
from handbook.register.loader import load_handbook
from handbook.register.stand_ins import OF_LANGUAGE, SHARED
from handbook.settings import LANGUAGE_CODE
from handbook.staging import replace_files

_PLAIN = "plain"
"""The stemmer of a language that has none."""
_SCHEMA = "# yaml-language-server: $schema=../schemas/{}.json\n"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of it: a language was prepared, or something stands against it and nothing was written."""

    told: tuple[Message, ...] = ()
    refusal: Message = NOTHING
    problems: tuple[Problem, ...] = ()
    """Mistakes in what the files are made from."""


def prepare(root: Path, code: str, today: datetime.date, reader: str) -> Prepared:
    """Write what a language needs into the project at ``root``, and tell what is left to do.

    The language has its name in that of the ``reader``.
    """
    project, problems = Project.read(root)
    if project is None:
        return Prepared(problems=tuple(problems))
    locale = find_locale(code) if LANGUAGE_CODE.fullmatch(code) else None
    if locale is None or code in (*project.codes, *project.unbuilt):
        return Prepared(refusal=_refusal(code, locale))
    loaded = load_handbook(project, today)
    handbook = loaded.handbook
    hindering = tuple(problem for problem in (*problems, *loaded.problems) if problem.is_error)
    if hindering:
        return Prepared(problems=hindering)
    files = _files(code, locale, handbook)
    told = tuple(tell(locale, code, files, handbook, reader))
    replace_files({path: text.encode() for path, text in files.items()}, project.root)
    (project.root / "docs" / code).mkdir(exist_ok=True)
    if (project.root / schemas.FOLDER).is_dir():
        problems = pipeline.make_schemas(root, today)
    return Prepared(told, problems=tuple(problems))


def _refusal(code: str, locale: Locale | None) -> Message:
    if not LANGUAGE_CODE.fullmatch(code):
        return Message(
            "{code} is no code of a language: write two small letters as in de, or with a country as in pt-BR",
            code=code,
        )
    if locale is None:
        return Message("the Unicode CLDR, which knows how languages write numbers, has no language {code}", code=code)
    return Message(
        "{file} names the language {code} already; `handbook check` tells what is left to translate",
        file=MKDOCS,
        code=code,
    )


def _files(code: str, locale: Locale, handbook: Handbook) -> dict[str, str]:
    """Return the files of a language that are not there yet, and those of all languages with its lines."""
    folder, source = handbook.project.data_folder, handbook.source.code
    made = {
        "interface": lambda: marked_copy(_read(folder / "interface" / f"{source}.yml"), _stemmer(locale, handbook)),
        "signs": lambda: marked_copy(_read(folder / "signs" / f"{source}.yml"), {}),
        "languages": lambda: _language(locale, handbook),
        "glossary": lambda: _SCHEMA.format("glossary") + dump({"concepts": _concepts(handbook)}),
        "interview": lambda: interview_text(_read(folder / "interview" / f"{source}.yml"), handbook.decisions),
        "evidence": lambda: _SCHEMA.format("evidence") + dump(_evidence(handbook)),
    }
    is_asked = (folder / "interview" / f"{source}.yml").exists()
    lacking = {"signs": not handbook.sign_rules.signs, "glossary": not handbook.glossary, "interview": not is_asked}
    needed = [name for name in OF_LANGUAGE if not lacking.get(name)]
    new = [name for name in needed if not (folder / name / f"{code}.yml").exists()]
    shared = {f"docs/data/{SHARED}": with_labels(_read(folder / SHARED), code, source)} if handbook.topics else {}
    own = {f"docs/data/{name}/{code}.yml": made[name]() for name in new}
    settings = with_language(_read(handbook.project.root / MKDOCS), _entry(code, locale, handbook))
    return {**own, **shared, MKDOCS: settings}


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _language(locale: Locale, handbook: Handbook) -> str:
    source = handbook.source.code
    value = open_yaml(handbook.project.data_folder / "languages" / f"{source}.yml", handbook.project.root, [])
    original = data(value) if value else {}
    grammar = original if isinstance(original, dict) else {}
    return language_text(grammar, locale, source, _SCHEMA.format("languages"), font_for(locale, handbook))


def _stemmer(locale: Locale, handbook: Handbook) -> Mapping[tuple[str, ...], str]:
    """Return which stemmer the search is given: the one with the language's English name, if there is one."""
    name = (locale.english_name or "").partition(" ")[0].lower()
    return {tuple(STEMMER.split(".")): name if name in stemmers_of(handbook.project.root) else _PLAIN}


def _concepts(handbook: Handbook) -> dict[str, dict[str, object]]:
    """Return word and definition of each concept, marked; what else patients say is another in each language."""
    found: dict[str, dict[str, object]] = {}
    for id, concept in handbook.glossary[handbook.source.code].concepts.items():
        found[id] = {"word": marked(concept.word), "definition": marked(concept.definition.text)}
        found[id] |= {"explain": True} if concept.explained else {}
    return found


def _evidence(handbook: Handbook) -> dict[str, dict[str, str]]:
    """Return what the sources say, by fact and source, marked."""
    source, facts = handbook.source.code, [fact for fact in handbook.register.facts.values() if not fact.decided_by]
    said = {fact.id: {item.source: item.says.get(source, "") for item in fact.evidence} for fact in facts}
    worded = {id: {name: marked(text) for name, text in says.items() if has_words(text)} for id, says in said.items()}
    return {id: says for id, says in worded.items() if says}


def _entry(code: str, locale: Locale, handbook: Handbook) -> dict[str, object]:
    project = handbook.project
    sections = dict.fromkeys(page.section for page in project.nav if page.section)
    titles = {"nav_translations": {title: marked(title) for title in sections}} if sections else {}
    name = locale.get_display_name(locale) or code
    named = {"locale": code, "name": name[0].upper() + name[1:], "build": True}
    return {**named, "site_name": marked(project.site_name), **titles}
