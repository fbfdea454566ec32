"""What a clinic is asked, as one list: its details, the numbers it decides, and what it decides in words.

The list is made from decisions.yml, from what the pages print, and from clinic-form.yml. clinic_form.py
writes the form from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handbook.diagnostics.keys import Keys
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.language.languages import Language
from handbook.language.quantity_formatter import format_quantity
from handbook.project import Project
from handbook.register.clinic import ANSWERS
from handbook.register.clinic_form_keys import ANSWERED, FORM_FILE, LABELS, PART_KEYS, PARTS, QUESTIONS
from handbook.register.clinic_values import asked_values, write_number
from handbook.register.decisions import Choice, Decision
from handbook.register.handbook import Handbook

_FILE = "clinic-form.yml"


@dataclass(frozen=True, slots=True)
class FormWords:
    """What the form says beside the questions of decisions.yml."""

    opening: str
    parts: Mapping[str, tuple[str, str]]
    """Title and explanation, by the names in PARTS."""
    questions: Mapping[str, str]
    """What is asked for each answer, by the names in ANSWERS."""
    answers: Mapping[str, str]
    """What the example answers, where that is something."""
    labels: Mapping[str, str]
    """By the names in LABELS; ``{}`` is the place of what is said."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a clinic is asked. What is not known of it is empty."""

    part: str
    """One of PARTS."""
    key: str
    """Where the answer goes: ``phone``, or under ``values:`` the address ``sun-after/sunscreen``."""
    text: str
    who: str = ""
    """Who should decide."""
    reason: str = ""
    """Why it is asked."""
    default: str = ""
    """What is printed if nothing is written, in words."""
    said: str = ""
    """What the pages say, where an answer in words would change them."""
    allowed: str = ""
    """The range, in words."""
    note: str = ""
    """What to keep to beside the range."""
    answer: str = ""
    """What stands behind the colon in the example, as YAML writes it."""


def load_form_words(project: Project, problems: list[Problem]) -> FormWords | None:
    """Load clinic-form.yml; report what is missing in it, and return None where it cannot be read at all."""
    value = open_yaml(project.data_folder / _FILE, project.root, problems)
    if value is None:
        return None
    entry = MappingReader(value, FORM_FILE, problems)
    parts, labels = _section(entry, "parts", PARTS), _section(entry, "labels", LABELS)
    questions, answers = _section(entry, "questions", QUESTIONS), entry.entry("answers", ANSWERED)
    return FormWords(
        opening=entry.text("opening"),
        parts=dict(_parts(parts)) if parts else {},
        questions={key: questions.text(key) for key in ANSWERS} if questions else {},
        answers={key: answers.text(key) for key in ANSWERS if key in answers} if answers else {},
        labels={key: labels.text(key) for key in LABELS} if labels else {},
    )


def questions_of(handbook: Handbook, words: FormWords) -> tuple[Question, ...]:
    """Return what a clinic is asked, in order: numbers with nothing to choose and those that no page prints are not."""
    return (*_details(handbook, words), *value_questions(handbook, handbook.source), *_decided_in_words(handbook))


def detail_question(key: str, text: str, handbook: Handbook) -> Question:
    """Return the question for a detail, asked with ``text``, with what the decision says that asks for the same."""
    countries = ", ".join(handbook.countries.codes)
    question = Question("details", key, text.replace("{countries}", countries))
    decision = next((each for each in handbook.decisions.values() if each.detail == key), None)
    return _with(question, decision) if decision else question


def printed_values(handbook: Handbook) -> frozenset[str]:
    """Return the addresses that pages print, in text or pictures; what translations print, the originals do too."""
    pages = (page for page in handbook.pages if page.language == handbook.source.code)
    return frozenset(target for page in pages for target in handbook.used(page))


def _section(entry: MappingReader, key: str, known: Keys) -> MappingReader | None:
    """Return a section that must be there."""
    found = entry.entry(key, known)
    if found is None:
        entry.problems.append(
            Problem(
                entry.location(), Message("{key} is missing here", key=key), Message("add the line {key}: …", key=key)
            )
        )
    return found


def _parts(entry: MappingReader) -> Iterator[tuple[str, tuple[str, str]]]:
    for name in PARTS:
        part = entry.entry(name, PART_KEYS)
        yield name, (part.text("title"), part.text("text")) if part else ("", "")


def _details(handbook: Handbook, words: FormWords) -> Iterator[Question]:
    for key in ANSWERS:
        question = detail_question(key, words.questions.get(key, ""), handbook)
        yield replace(question, answer=words.answers.get(key, '""'))


def value_questions(handbook: Handbook, language: Language) -> Iterator[Question]:
    """Yield the questions for numbers, with default and range as the pages of a language write quantities."""
    printed = printed_values(handbook)
    for address, asked in asked_values(handbook.decisions).items():
        if address in printed and asked.choice.is_free:
            decision = handbook.decisions[address.partition("/")[0]]
            own = address == decision.id
            yield Question(
                part="values",
                key=address,
                text=asked.question,
                who=decision.who,
                reason=decision.reason if own else "",
                default=format_quantity(asked.choice.default, language),
                allowed=_allowed(asked.choice, language),
                note=decision.note if own else "",
                answer=_sample(asked.choice),
            )


def _decided_in_words(handbook: Handbook) -> Iterator[Question]:
    for decision in handbook.decisions.values():
        if not decision.choices and not decision.detail:
            question = _with(Question("words", decision.id, decision.question), decision)
            yield replace(question, default="", said=decision.default)


def _with(question: Question, decision: Decision) -> Question:
    return replace(question, who=decision.who, reason=decision.reason, default=decision.default, note=decision.note)


def _allowed(choice: Choice, language: Language) -> str:
    """Write the range as the pages write quantities."""
    default = choice.default
    closed = choice.low is not None and choice.high is not None
    kind = default.kind if default.kind == "point" else default.unit.kind if closed else "limit"
    return format_quantity(replace(default, kind=kind, low=choice.low, high=choice.high), language)


def _sample(choice: Choice) -> str:
    """Write the default as a clinic would set it."""
    ends = [end for end in dict.fromkeys((choice.default.low, choice.default.high)) if end is not None]
    return _listed([write_number(end) for end in ends])


def _listed(numbers: list[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"
