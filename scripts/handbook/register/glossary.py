"""The glossary: one word for each concept in each language, and what it means, docs/data/glossary/<code>.yml.

The same concepts stand in the file of every language, by the same ids. A handbook needs no glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import yaml

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_reader import MappingReader, compose
from handbook.diagnostics.yaml_words import offsets_of
from handbook.language.languages import Language
from handbook.language.vocabulary import Vocabulary
from handbook.markup.source_map import SourceMap
from handbook.project import Project
from handbook.register.glossary_keys import CONCEPT_KEYS, GLOSSARY_FILE, ID

FOLDER = "docs/data/glossary"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A plain text of the glossary, with its place."""

    text: str
    node: yaml.ScalarNode
    file: str
    """The whole text of the file."""
    path: str

    @property
    def location(self) -> Location:
        """The place of its first character."""
        return self.map.locate(0, len(self.text))

    @property
    def map(self) -> SourceMap:
        """Where its characters stand; made only for what is shown, because the file is long."""
        offsets = offsets_of(self.node, self.file)[-len(self.text) :]  # a mark may stand before the words
        whole = SourceMap.within(self.text, offsets, self.file, self.path)
        return whole.with_offsets(tuple(range(len(self.text))))


@dataclass(frozen=True, slots=True)
class Avoided:
    """A word that pages do not use."""

    phrase: str
    """As it stands in the file, perhaps behind an equals sign."""
    reason: str
    word: str
    """The word to use."""
    misleads: bool
    """Whether a reader understands something else by it."""
    location: Location


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """What there is a word for."""

    id: str
    term: Said
    """The word to use."""
    forms: tuple[str, ...]
    definition: Said
    explained: bool
    """Whether patients need the definition."""
    lay: tuple[str, ...]
    short: tuple[str, ...]
    brands: tuple[str, ...]
    avoided: tuple[Avoided, ...]
    location: Location

    @property
    def word(self) -> str:
        """The word to use, as it is written."""
        return self.term.text

    @property
    def used(self) -> tuple[str, ...]:
        """What pages may call it."""
        return (self.word, *self.forms, *self.short)


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """The words of one language."""

    concepts: Mapping[str, Concept]
    explained: Vocabulary[Concept]
    """The words whose definition patients need."""
    avoided: Vocabulary[Avoided]
    named: Vocabulary[str]
    """The words for each concept, by its id."""
    start: Location = field(default_factory=lambda: Location(FOLDER))

    @classmethod
    def of(cls, concepts: Mapping[str, Concept], language: Language, start: Location) -> Glossary:
        """Make a glossary of the concepts of a language."""
        explained = ((phrase, one) for one in concepts.values() if one.explained for phrase in one.used)
        avoided = ((each.phrase, each) for one in concepts.values() for each in one.avoided)
        named = ((phrase, one.id) for one in concepts.values() for phrase in one.used)
        words = (Vocabulary(explained, language), Vocabulary(avoided, language), Vocabulary(named, language))
        return cls(concepts, *words, start)


def load_glossaries(project: Project, languages: tuple[Language, ...], problems: list[Problem]) -> dict[str, Glossary]:
    """Load the glossary of every language; what is malformed, or there in one language only, is reported.

    That a translation has none yet is a warning: its pages may come first.
    """
    original, *others = languages
    if not any(_file(language, project).exists() for language in languages):
        return {}
    there = [language for language in others if _file(language, project).exists()]
    problems += [_without(language, original) for language in others if language not in there]
    found = {language.code: _load(language, project, problems) for language in (original, *there)}
    source = found[original.code]
    for glossary in found.values():
        problems += _uneven(source, glossary) if source.concepts and glossary.concepts else ()
    return found


def _file(language: Language, project: Project) -> Path:
    return project.root / FOLDER / f"{language.code}.yml"


def _without(language: Language, original: Language) -> Problem:
    message = Message("{language} has no glossary", language=language.name)
    hint = Message("write it, with the ids of {file}", file=f"{FOLDER}/{original.code}.yml")
    return Problem(Location(f"{FOLDER}/{language.code}.yml"), message, hint, Severity.WARNING)


def _load(language: Language, project: Project, problems: list[Problem]) -> Glossary:
    file = _file(language, project)
    text = read_text(file, project.root, problems)
    path = file.relative_to(project.root).as_posix()
    value = compose(text, path, problems) if text is not None else None
    if text is None or value is None:
        return Glossary.of({}, language, Location(path))
    entry = MappingReader(value, GLOSSARY_FILE, problems)
    ids = [id for id, _ in entry.pairs("concepts")]
    inner = entry.entry("concepts", ids) if ids else None
    if inner is None:
        if "concepts" not in entry:
            entry.items("concepts")  # reports that it is missing
        return Glossary.of({}, language, Location(path))
    problems += [_not_plain(id, inner.location(id)) for id in ids if not re.fullmatch(ID, id)]
    read = (_concept(id, inner, text) for id in inner.known)
    concepts = {concept.id: concept for concept in read if concept is not None}
    return Glossary.of(concepts, language, inner.location())


def _not_plain(id: str, place: Location) -> Problem:
    return Problem(
        place,
        Message("the id {id} is not plain", id=id),
        Message("write small letters, digits and single hyphens: dark-marks"),
    )


def _concept(id: str, entries: MappingReader, text: str) -> Concept | None:
    entry = entries.entry(id, CONCEPT_KEYS)
    if entry is None:
        problem = Problem(
            entries.location(id), Message("{id} has no word", id=id), Message("add word: and definition: below it")
        )
        entries.problems.append(problem)
        return None
    term, definition = _said("word", entry, text), _said("definition", entry, text)
    if term is None or definition is None:
        return None
    avoided = tuple(chain(_avoided(entry, "avoid", term.text), _avoided(entry, "misleading", term.text)))
    return Concept(
        id,
        term,
        entry.texts("forms"),
        definition,
        entry.flag("explain"),
        entry.texts("lay"),
        entry.texts("short"),
        entry.texts("brands"),
        avoided,
        entries.location(id),
    )


def _avoided(entry: MappingReader, key: str, word: str) -> Iterator[Avoided]:
    phrases = [phrase for phrase, _ in entry.pairs(key)]
    inner = entry.entry(key, phrases) if phrases else None
    for phrase in inner.known if inner is not None else ():
        assert inner is not None
        yield Avoided(phrase, inner.text(phrase, ""), word, key == "misleading", inner.location(phrase))


def _said(key: str, entry: MappingReader, file: str) -> Said | None:
    """Return the text behind a key, or None where there is none, which is reported."""
    text = entry.text(key)
    node = next((value.node for value in entry.one_or_more(key)), None)
    return Said(text, node, file, entry.path) if text and isinstance(node, yaml.ScalarNode) else None


def _uneven(original: Glossary, mine: Glossary) -> Iterator[Problem]:
    """Compare the concepts of a translation with those of the original."""
    for id, concept in original.concepts.items():
        if id not in mine.concepts:
            place = f"{concept.location.path}:{concept.location.line}"
            message = Message(
                "the concept {id} has no word here; the original calls it {word} ({place})",
                id=id,
                word=concept.word,
                place=place,
            )
            yield Problem(mine.start, message, Message("add {id}: with word: and definition: below it", id=id))
    for id, concept in mine.concepts.items():
        if id not in original.concepts:
            message = Message("{path} has no concept {id}", path=original.start.path, id=id)
            yield Problem(concept.location, message, meant(id, original.concepts))
