"""What a clinic is asked, in the words of one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.checks.unset_clinic import ALWAYS
from handbook.interviewing.countries import name_country
from handbook.language.interface import fill
from handbook.language.languages import Language
from handbook.register.clinic_questions import Question, detail_question, value_questions
from handbook.register.clinic_values import asked_values
from handbook.register.handbook import Handbook
from handbook.register.interview import Interview
from handbook.register.interview_keys import ASKED


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the interview."""

    question: Question
    is_needed: bool = False
    """Whether a release needs an answer."""
    because: str = ""
    """The fact that bounds the answer, as the register states it."""


def items_of(handbook: Handbook, language: Language, words: Interview) -> tuple[Item, ...]:
    """Return what is asked, in order: the clinic's details, then each number that it may decide and a page prints."""
    return (*_details(handbook, language, words), *_values(handbook, language, words))


def _details(handbook: Handbook, language: Language, words: Interview) -> Iterator[Item]:
    decided = {decision.detail: decision.id for decision in handbook.decisions.values() if decision.detail}
    countries = [f"{code} ({name_country(code, language.code)})" for code in handbook.countries.codes]
    for key in ASKED:
        text = fill(words.questions[key], {"countries": ", ".join(countries)})
        question = _said(detail_question(key, text, handbook), decided.get(key, ""), words)
        yield Item(replace(question, text=text), key in ALWAYS)


def _values(handbook: Handbook, language: Language, words: Interview) -> Iterator[Item]:
    asked = asked_values(handbook.decisions)
    for question in value_questions(handbook, language):
        fact = handbook.register.facts.get(asked[question.key].choice.fact)
        said = replace(_said(question, question.key, words), default=question.default)
        yield Item(said, because=fact.statement if fact else "")


def _said(question: Question, address: str, words: Interview) -> Question:
    """Return a question in the words of the language; what that has none for stays as decisions.yml says it."""
    said = words.decisions.get(address, {})
    return replace(
        question,
        text=said.get("question", question.text),
        who=words.roles.get(question.who, question.who),
        reason=said.get("reason", question.reason),
        default=said.get("default", question.default),
        note=said.get("note", question.note),
    )
