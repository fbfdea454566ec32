"""The register of warning signs: what to call for and how soon, once for every page that lists it.

A sign names facts and no decisions: how soon to call is the same in every clinic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.keys import FILLED, NUMBER, Key, Keys, list_of, one_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, data
from handbook.register.clinic import CALLS
from handbook.register.facts import Fact, Register

GRADES: Mapping[str, str] = {
    "emergency": "emergency", "eye-emergency": "emergency", "today": "same-day", "visit": "routine",
}  # fmt: skip
"""How urgent a sign is, the most urgent first, and the urgency of the facts that say so."""

_ORDER = tuple(dict.fromkeys(GRADES.values()))
_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_ID = {**FILLED, "pattern": f"^{_NAME}$"}

SIGN_KEYS: Keys = {
    "id": Key("A name for it.", _ID, True),
    "urgency": Key("How soon to act; the same as its facts say, or sooner where it stands with other signs.",
                   one_of(GRADES), True),
    "group": Key("Which signs stand with it under one sentence; left out for a sign that stands alone.", _ID),
    "facts": Key("The facts that say so.", list_of(FILLED)),
    "with": Key("Signs that make it more urgent when they come together with it.", list_of(FILLED)),
    "concepts": Key("Concepts of the glossary: whoever searches for one of them is shown the sign first.",
                    list_of(FILLED)),
    "calls": Key("Whom the search offers to call for it: details of the clinic; left out where its urgency says so.",
                 list_of(one_of(CALLS))),
    "lines": Key("Facts whose number is a helpline: the search offers those of the clinic's country too.",
                 list_of(FILLED)),
    "from_day": Key("The first day after the treatment on which it counts.", NUMBER),
    "until_day": Key("The last day on which it counts.", NUMBER),
    "caution": Key("Where no source says how soon: the caution is ours.", one_of(("ours",))),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WarningSign:
    """Something to call for; its words stand in the file of each language."""

    id: str
    urgency: str
    group: str
    """Empty where it stands alone."""
    facts: tuple[str, ...]
    combined: tuple[str, ...]
    """Other signs by id; together they are as urgent as this one says."""
    concepts: tuple[str, ...]
    """Concepts of the glossary: whoever searches for one is shown the sign."""
    calls: tuple[str, ...]
    """Whom to call for it, as details of the clinic; empty where its urgency says so."""
    lines: tuple[str, ...]
    """Facts whose number is a helpline."""
    from_day: Fraction | None
    """The first day after the treatment on which it counts, and"""
    until_day: Fraction | None
    """the last; None where it has no end."""
    is_ours: bool
    """Whether no source says how soon, and the caution is ours."""
    location: Location


def load_signs(entries: list[MappingReader], register: Register, problems: list[Problem]) -> dict[str, WarningSign]:
    """Read the signs; an id used twice, an unknown fact or sign, and an urgency that the facts deny are reported."""
    found: dict[str, WarningSign] = {}
    for entry in entries:
        sign = _sign(entry)
        if found.setdefault(sign.id, sign) is not sign:
            message = Message(
                "the id {sign} stands here for the second time, after line {line}",
                sign=sign.id,
                line=found[sign.id].location.line,
            )
            problems.append(Problem(sign.location, message, Message("rename or delete it")))
    for entry in entries:
        problems += _unknown(entry, found, register)
    if register.facts:
        problems += [problem for sign in found.values() for problem in _faults(sign, register)]
    return found


def _sign(entry: MappingReader) -> WarningSign:
    return WarningSign(
        entry.text("id"),
        entry.choice("urgency", tuple(GRADES)),
        entry.text("group", ""),
        entry.texts("facts"),
        entry.texts("with"),
        entry.texts("concepts"),
        entry.texts("calls"),
        entry.texts("lines"),
        entry.number("from_day"),
        entry.number("until_day"),
        entry.choice("caution", ("ours",), "") == "ours",
        entry.value_location("id"),
    )


def _unknown(entry: MappingReader, signs: Mapping[str, WarningSign], register: Register) -> Iterator[Problem]:
    kinds = (
        ("facts", register.facts, Message("fact")),
        ("lines", register.facts, Message("fact")),
        ("with", signs, Message("sign")),
        ("calls", CALLS, Message("detail of the clinic")),
    )
    for key, there, name in kinds:
        for item in entry.items(key, required=False):
            text = str(data(item) or "")
            if text not in there and (register.facts or there is not register.facts):
                yield Problem(
                    item.location, Message("no {name} is called {text}", name=name, text=text), meant(text, there)
                )


def _faults(sign: WarningSign, register: Register) -> Iterator[Problem]:
    graded = [fact for id in sign.facts if (fact := register.facts.get(id)) and fact.urgency]
    if not graded and not sign.is_ours:
        message = Message("no fact says how soon to call for {sign}", sign=sign.id)
        yield Problem(sign.location, message, Message("name one under facts:, or write caution: ours"))
    if sign.from_day is not None and sign.until_day is not None and sign.until_day < sign.from_day:
        yield Problem(
            sign.location,
            Message("{sign} ends before it begins", sign=sign.id),
            Message("correct from_day: or until_day:"),
        )
    for fact in graded:
        if not _agrees(sign, fact):
            message = Message(
                "{sign} is of the urgency {urgency}, and {fact} says {said}",
                sign=sign.id,
                urgency=sign.urgency,
                fact=fact.id,
                said=fact.urgency,
            )
            yield Problem(
                sign.location, message, Message("make the two agree; the fact is in {place}", place=_place(fact))
            )


def _agrees(sign: WarningSign, fact: Fact) -> bool:
    """Tell whether a sign is as urgent as its fact says; one with others, or by our caution, may be more."""
    mine, said = _ORDER.index(GRADES[sign.urgency]), _ORDER.index(fact.urgency)
    return mine == said or (mine < said and bool(sign.combined or sign.is_ours))


def _place(fact: Fact) -> str:
    return f"{fact.location.path}:{fact.location.line}"
