"""`handbook new-language`: all that a language needs to be built at once, with the original's words where none are known.

Only what is not there yet is written. Each text that is still to be translated is marked; see ``stand_ins``.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from handbook import pipeline
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.stand_ins import MARK, marked
from handbook.diagnostics.yaml_reader import data, open_yaml
from handbook.language.stemmers import STEMMER, stemmers_of
from handbook.preparing.cldr import find_locale
from handbook.preparing.entries import with_labels, with_language
from handbook.preparing.language_file import dump, language_text
from handbook.preparing.marked_copy import has_words, marked_copy
from handbook.project import Project
from handbook.register import schemas
from handbook.register.handbook import Handbook, load_handbook
from handbook.register.selection import always_in
from handbook.register.stand_ins import OF_LANGUAGE, SHARED
from handbook.render.typst.fonts import FOLDER as FONTS
from handbook.render.typst.glyphs import characters_of
from handbook.settings import LANGUAGE_CODE
from handbook.staging import replace_files

_PLAIN = "plain"
"""The stemmer of a language that has none."""
_MKDOCS = "mkdocs.yml"
_SCHEMA = "# yaml-language-server: $schema=../schemas/{}.json\n"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of it: a language was prepared, or something stands against it and nothing was written."""

    told: tuple[str, ...] = ()
    refusal: str = ""
    problems: tuple[Problem, ...] = ()
    """Mistakes in what the files are made from."""


def prepare(root: Path, code: str, today: datetime.date) -> Prepared:
    """Write what a language needs into the project at ``root``, and tell what is left to do."""
    project, problems = Project.read(root)
    if project is None:
        return Prepared(problems=tuple(problems))
    locale = find_locale(code) if LANGUAGE_CODE.fullmatch(code) else None
    if locale is None or code in (*project.codes, *project.unbuilt):
        return Prepared(refusal=_refusal(code, locale, project))
    handbook, found = load_handbook(project, today)
    hindering = tuple(problem for problem in (*problems, *found) if problem.is_error)
    if hindering:
        return Prepared(problems=hindering)
    files = _files(code, locale, handbook)
    told = tuple(_told(code, locale, files, handbook))
    replace_files({path: text.encode() for path, text in files.items()}, project.root)
    (project.root / "docs" / code).mkdir(exist_ok=True)
    if (project.root / schemas.FOLDER).is_dir():
        problems = pipeline.make_schemas(root, today)
    return Prepared(told, problems=tuple(problems))


def _refusal(code: str, locale: Locale | None, project: Project) -> str:
    if not LANGUAGE_CODE.fullmatch(code):
        return f"{code} is no code of a language: write two small letters as in de, or with a country as in pt-BR"
    if locale is None:
        return f"the Unicode CLDR, which knows how languages write numbers, has no language {code}"
    return f"{_MKDOCS} names the language {code} already; `handbook check` tells what is left to translate"


def _files(code: str, locale: Locale, handbook: Handbook) -> dict[str, str]:
    """Return the files of a language that are not there yet, and those of all languages with its lines."""
    folder, source = handbook.project.data_folder, handbook.source.code
    made = {
        "interface": lambda: marked_copy(_read(folder / "interface" / f"{source}.yml"), _stemmer(locale, handbook)),
        "signs": lambda: marked_copy(_read(folder / "signs" / f"{source}.yml"), {}),
        "languages": lambda: _language(locale, handbook),
        "evidence": lambda: _SCHEMA.format("evidence") + dump(_evidence(handbook)),
    }
    needed = [name for name in OF_LANGUAGE if name != "signs" or handbook.sign_rules.signs]
    new = [name for name in needed if not (folder / name / f"{code}.yml").exists()]
    shared = {f"docs/data/{SHARED}": with_labels(_read(folder / SHARED), code, source)} if handbook.topics else {}
    own = {f"docs/data/{name}/{code}.yml": made[name]() for name in new}
    return {**own, **shared, _MKDOCS: with_language(_read(handbook.project.root / _MKDOCS), _entry(code, locale, handbook))}


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _language(locale: Locale, handbook: Handbook) -> str:
    source = handbook.source.code
    value = open_yaml(handbook.project.data_folder / "languages" / f"{source}.yml", handbook.project.root, [])
    original = data(value) if value else {}
    grammar = original if isinstance(original, dict) else {}
    return language_text(grammar, locale, source, _SCHEMA.format("languages"), _font(locale, handbook))


def _stemmer(locale: Locale, handbook: Handbook) -> Mapping[tuple[str, ...], str]:
    """Return which stemmer the search is given: the one with the language's English name, if there is one."""
    name = (locale.english_name or "").partition(" ")[0].lower()
    return {tuple(STEMMER.split(".")): name if name in stemmers_of(handbook.project.root) else _PLAIN}


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


def _told(code: str, locale: Locale, files: Mapping[str, str], handbook: Handbook) -> Iterator[str]:
    """Yield what was done, and what is left to do in its order, with counts."""
    yield f"Prepared {locale.english_name}, {code}: {', '.join(files)}."
    yield f"It can be built at once; until you translate them, pages and words stand in {handbook.source.name}."
    yield f"What is left, in this order; {MARK} stands before each text that is not translated yet:"
    left = [*_left(code, files, handbook), *_to_print(_font(locale, handbook), code)]
    yield from (f"{number:2}. {line}" for number, line in enumerate(left, 1))
    yield "`handbook check` tells what is left of it at any time."


def _left(code: str, files: Mapping[str, str], handbook: Handbook) -> Iterator[str]:
    before = {path: _read(handbook.project.root / path) for path in (_MKDOCS, f"docs/data/{SHARED}") if path in files}
    counts = {path: text.count(MARK) - before.get(path, "").count(MARK) for path, text in files.items()}
    order = (_MKDOCS, f"docs/data/{SHARED}", *(f"docs/data/{name}/{code}.yml" for name in OF_LANGUAGE))
    what = ("titles", "names of topics", "words of site and print", "texts about warning signs",
            "lists of words: numbers, limits, units, advice", "sentences of sources, for the notes")  # fmt: skip
    for path, name in zip(order, what, strict=True):
        if counts.get(path):
            yield f"{path}: {counts[path]} {name}"
        if name == what[3]:  # a page with signs can be read before its numbers are checked
            yield from _pages(code, handbook)


def _pages(code: str, handbook: Handbook) -> Iterator[str]:
    first = ", ".join(always_in(handbook))
    source, passages = handbook.source.code, [page for language, page in handbook.passages if language == handbook.source.code]
    beside = f" and {len(passages)} passages" if passages else ""
    yield f"docs/{code}: {len(handbook.project.nav)} pages{beside}, named as in docs/{source}; begin with {first}"


def _to_print(font: str, code: str) -> Iterator[str]:
    if font:
        yield f"{FONTS}: a regular and a bold file with its letters, such as {font}, named in languages/{code}.yml under fonts:"


def _font(locale: Locale, handbook: Handbook) -> str:
    """Return the name of a font for the letters of a language; the empty text where the print has them all."""
    known = characters_of(handbook.project.root / FONTS)
    words = "".join(locale.months["format"]["wide"].values()) + (locale.get_display_name(locale) or "")
    missing = next((letter for letter in words if letter.isalpha() and letter not in known), "")
    return f"Noto Sans {unicodedata.name(missing, '').partition(' ')[0].title()}" if missing else ""
