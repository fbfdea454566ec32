"""What publications do not settle and only a clinician can, open-questions.yml: told to who signs, not to patients."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handbook.diagnostics.keys import FILLED, Key, Keys, list_of, mapping
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, data
from handbook.project import Project
from handbook.register.fact_reader import load_list
from handbook.register.facts import Register

_NAME = "open-questions.yml"

SIDE_KEYS: Keys = {
    "says": Key("What this side says, in our own words.", FILLED, True),
    "sources": Key("The publications that say so.", list_of(FILLED), True),
}
QUESTION_KEYS: Keys = {
    "id": Key("A name for it.", FILLED, True),
    "question": Key("The question that a clinician has to settle.", FILLED, True),
    "sides": Key("Each side with its sources, two at least.", list_of(mapping(SIDE_KEYS)), True),
    "meanwhile": Key("What the pages say until it is settled.", FILLED, True),
    "facts": Key("The facts that it is about.", list_of(FILLED), True),
}
QUESTION_FILE: Keys = {"questions": Key("What is not settled.", list_of(mapping(QUESTION_KEYS)), True)}


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to an open question."""

    says: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that publications answer in more than one way."""

    id: str
    question: str
    sides: tuple[Side, ...]
    meanwhile: str
    """What the pages say until it is settled."""
    facts: tuple[str, ...]
    location: Location


def load_open_questions(project: Project, register: Register, problems: list[Problem]) -> Mapping[str, OpenQuestion]:
    """Load open-questions.yml; an unknown fact or source and a question with one side only are reported.

    A project without the file has no open questions.
    """
    if not (project.data_folder / _NAME).exists():
        return {}

    def read(entry: MappingReader) -> OpenQuestion:
        sides = entry.entries("sides", SIDE_KEYS)
        problems.extend(_faults(entry, sides, register))
        return _question(entry, sides)

    return load_list(project, _NAME, QUESTION_FILE, QUESTION_KEYS, read, problems)


def _question(entry: MappingReader, sides: Iterable[MappingReader]) -> OpenQuestion:
    return OpenQuestion(
        entry.text("id"),
        entry.text("question"),
        tuple(Side(side.text("says"), side.texts("sources")) for side in sides),
        entry.text("meanwhile"),
        entry.texts("facts"),
        entry.value_location("id"),
    )


def _faults(entry: MappingReader, sides: Sequence[MappingReader], register: Register) -> Iterator[Problem]:
    if len(sides) == 1:
        yield Problem(
            entry.location("sides"),
            Message("an open question has two sides at least"),
            Message("add the other, or settle it"),
        )
    named: list[tuple[MappingReader, str, Collection[str], Message]] = [
        (entry, "facts", register.facts, Message("fact"))
    ]
    named += [(side, "sources", register.sources, Message("source")) for side in sides]
    for holder, key, there, name in named:
        items = holder.items(key)
        if key in holder and not items:
            yield Problem(
                holder.location(key),
                Message("{key} names no {name}", key=key, name=name),
                Message("name one: {key}: […]", key=key),
            )
        for item in items:
            text = str(data(item) or "")
            if text not in there and register.facts:
                yield Problem(
                    item.location, Message("no {name} is called {text}", name=name, text=text), meant(text, there)
                )
