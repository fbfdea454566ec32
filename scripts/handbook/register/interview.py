"""The words in which a clinic is asked, docs/data/interview/<language>.yml.

The source language has no `decisions` there: its questions are those of decisions.yml itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, data, open_yaml
from handbook.language.interface import GAP, gap_problem
from handbook.project import Project
from handbook.register.clinic_faults import GAPS as FAULT_GAPS
from handbook.register.decisions import address
from handbook.register.interview_keys import (
    ASKED,
    COMMAND_KEYS,
    DECISION_WORDS,
    DIALOGUE_GAPS,
    INTERVIEW_FILE,
    LABELS,
    UPLOAD_GAPS,
)

FOLDER = "interview"

Gaps = Mapping[str, tuple[str, ...]]
"""What is filled in, by the name of a sentence."""


@dataclass(frozen=True, slots=True)
class Interview:
    """The words of one language."""

    commands: Mapping[str, tuple[str, ...]]
    """What can be typed for each, by the names in COMMAND_KEYS; folded to small letters."""
    dialogue: Mapping[str, str]
    """By the names in DIALOGUE_GAPS."""
    questions: Mapping[str, str]
    """What is asked, by detail."""
    labels: Mapping[str, str]
    faults: Mapping[str, str]
    """By the kinds of faults."""
    upload: Mapping[str, str]
    """What the page for whoever uploads the handbook says, by the names in UPLOAD_GAPS."""
    roles: Mapping[str, str]
    decisions: Mapping[str, Mapping[str, str]]
    """By the address of a value, or the id of a decision, what the language says in the place of decisions.yml."""


def load_interviews(project: Project, problems: list[Problem]) -> dict[str, Interview]:
    """Load the words of each language that has some; of the source language they must be there."""
    folder = project.data_folder / FOLDER
    codes = [code for code in project.codes if (folder / f"{code}.yml").exists()] or project.codes[:1]
    loaded = {code: load_interview(project, code, problems) for code in codes}
    return {code: words for code, words in loaded.items() if words is not None}


def load_interview(project: Project, code: str, problems: list[Problem]) -> Interview | None:
    """Load the words of a language; None where they cannot be read. What is missing or left over is reported."""
    value = open_yaml(project.data_folder / FOLDER / f"{code}.yml", project.root, problems)
    if value is None:
        return None
    entry = MappingReader(value, INTERVIEW_FILE, problems)
    commands = entry.entry("commands", COMMAND_KEYS)
    return Interview(
        commands={name: _typed(name, commands) for name in COMMAND_KEYS} if commands else {},
        dialogue=_sentences(entry, "dialogue", DIALOGUE_GAPS),
        questions=_sentences(entry, "questions", dict.fromkeys(ASKED, ("countries",))),
        labels=_sentences(entry, "labels", dict.fromkeys(LABELS, ("text",))),
        faults=_sentences(entry, "faults", FAULT_GAPS),
        upload=_sentences(entry, "upload", UPLOAD_GAPS),
        roles={name: str(data(said)) for name, said in entry.pairs("roles")},
        decisions=_decisions(entry),
    )


def _typed(name: str, commands: MappingReader) -> tuple[str, ...]:
    words = tuple(word.casefold() for word in commands.texts(name))
    if not words:
        message = Message("{name} needs a word to type", name=name)
        commands.problems.append(Problem(commands.location(name), message, Message("write a list of words")))
    return words or ("",)


def _sentences(entry: MappingReader, key: str, gaps: Gaps) -> dict[str, str]:
    """Return the sentences of a section by name; one that is missing and braces that are no gap of it are reported."""
    found = entry.entry(key, gaps)
    if found is None:
        entry.problems.append(
            Problem(
                entry.location(), Message("{key} is missing here", key=key), Message("add the line {key}: …", key=key)
            )
        )
        return {}
    texts = {name: found.text(name) for name in gaps}
    for name, text in texts.items():
        entry.problems += _gap_problems(text, gaps[name], found.value_location(name))
    return texts


def _gap_problems(text: str, known: tuple[str, ...], place: Location) -> Iterator[Problem]:
    braced = gap_problem(text, place)
    if braced:
        yield braced
    for gap in dict.fromkeys(GAP.findall(text)):
        if gap not in known:
            told = ", ".join(f"{{{name}}}" for name in known) or Message("none")
            yield Problem(
                place,
                Message("{{{gap}}} is not filled in here", gap=gap),
                Message("gaps that are filled in here: {told}", told=told),
            )


def _decisions(entry: MappingReader) -> dict[str, dict[str, str]]:
    """Return what is said of each decision, and of its further numbers by their addresses."""
    found: dict[str, dict[str, str]] = {}
    for id, value in entry.pairs("decisions"):
        inner = MappingReader(value, DECISION_WORDS, entry.problems)
        found[id] = {key: inner.text(key, "") for key in ("question", "reason", "default", "note") if key in inner}
        for name, said in inner.pairs("named"):
            found[address(id, name)] = {"question": str(data(said))}
    return found
