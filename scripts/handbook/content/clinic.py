"""The clinic: its details, its own values for what each clinic decides, and who signed which page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from handbook.content.facts import Fact, Register, load_list, read_quantity
from handbook.content.quantities import Quantity
from handbook.problems import Location, Problem
from handbook.project import Project
from handbook.yamlfile import Entry, Value, data, open_yaml

COUNTRIES = ("MY", "RU")
"""Countries whose emergency numbers and rules the register holds."""

DETAILS = ("name", "phone", "out-of-hours", "messages", "hours", "address", "website")
"""What a page may ask for as ``[](clinic:phone)``; ``emergency`` is made from the country."""

_CLINIC_KEYS = ("name", "example", "country", *DETAILS[1:], "values", "signatures")
_DECISION_KEYS = (
    "id",
    "question",
    "who",
    "reason",
    "default",
    "facts",
    "quantity",
    "allowed",
    "named",
    "note",
)
_VALUE_KEYS = ("kind", "low", "high", "unit", "allowed", "note", "facts")
_RANGE_KEYS = ("low", "high")
_SIGNATURE_KEYS = ("page", "language", "name", "role", "date", "digest")


@dataclass(frozen=True, slots=True)
class Choice:
    """A number that a clinic may set: its default, and the range it may choose from (None is an open end)."""

    default: Quantity
    low: Fraction | None
    high: Fraction | None
    fact: str
    """The fact that bounds it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A question that each clinic answers for itself, with a cautious default."""

    id: str
    question: str
    who: str
    default: str
    facts: tuple[str, ...]
    """The facts that bound it, the most important first."""
    choices: Mapping[str, Choice]
    """By name; the unnamed one is ``""``. Empty where the answer is not a number."""
    location: Location


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has read one page in one language, and which state of it."""

    page: str
    language: str
    name: str
    role: str
    day: datetime.date
    digest: str
    location: Location


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic that hands out this handbook."""

    details: Mapping[str, str]
    """By the names in DETAILS; an unset one is empty."""
    example: bool
    country: str
    """A code from COUNTRIES, or empty where the edition serves them all."""
    values: Mapping[str, tuple[Fraction, ...]]
    """The clinic's own numbers by address, ``first-wash`` or ``sun-after/sunscreen``: one number, or low and high."""
    signatures: tuple[Signature, ...]
    locations: Mapping[str, Location] = field(default_factory=dict)

    def detail(self, name: str) -> str:
        """Return a detail of the clinic, or the empty text where it is not set."""
        return self.details.get(name, "")

    def location(self, key: str) -> Location:
        """Return where a detail or value is written, or should be."""
        return self.locations.get(key, Location("docs/data/clinic.yml"))


def load_decisions(project: Project, register: Register, problems: list[Problem]) -> dict[str, Decision]:
    """Load decisions.yml; an id that is already a fact and a fact that is not there are reported."""
    decisions = load_list(project, "decisions.yml", "decisions", _DECISION_KEYS, _decision, problems)
    for decision in decisions.values():
        if decision.id in register.facts:
            place = register.facts[decision.id].location
            problems.append(
                Problem(decision.location, f"the id {decision.id} is already a fact ({place})", "rename one")
            )
        for fact in decision.facts:
            if fact not in register.facts:
                problems.append(
                    Problem(decision.location, f"{decision.id} names the fact {fact}, which is not there")
                )
    return decisions


def load_clinic(project: Project, decisions: Mapping[str, Decision], problems: list[Problem]) -> Clinic:
    """Load clinic.yml; a value that no decision knows or that lies outside its range is reported."""
    value = open_yaml(project.data_folder / "clinic.yml", project.root, problems)
    if value is None:
        return Clinic({}, True, "", {}, ())
    entry = Entry(value, _CLINIC_KEYS, problems)
    values, places = _values(entry, decisions)
    return Clinic(
        details={name: entry.text(name, "") for name in DETAILS},
        example=entry.flag("example"),
        country=entry.choice("country", COUNTRIES, ""),
        values=values,
        signatures=tuple(
            _signature(item) for item in entry.entries("signatures", _SIGNATURE_KEYS, required=False)
        ),
        locations={**{name: entry.location(name) for name in DETAILS}, **places},
    )


def with_decisions(register: Register, decisions: Mapping[str, Decision], clinic: Clinic) -> Register:
    """Return the register with a fact for every value that clinics decide, on the evidence of what bounds it."""
    decided = {
        decision.id: _as_fact(decision, register.facts[decision.facts[0]], clinic)
        for decision in decisions.values()
        if decision.choices and decision.facts and decision.facts[0] in register.facts
    }
    return replace(register, facts={**decided, **register.facts})


def _as_fact(decision: Decision, bound: Fact, clinic: Clinic) -> Fact:
    chosen = {
        name: _chosen(choice.default, clinic.values.get(_address(decision.id, name), ()))
        for name, choice in decision.choices.items()
    }
    named = {name: quantity for name, quantity in chosen.items() if name}
    return replace(
        bound,
        id=decision.id,
        statement=decision.question,
        quantity=chosen.get(""),
        named=named,
        location=decision.location,
        decided_by=decision.who,
    )


def _address(decision: str, name: str) -> str:
    return f"{decision}/{name}" if name else decision


def _chosen(default: Quantity, numbers: tuple[Fraction, ...]) -> Quantity:
    """Put the clinic's number, or its two, in the place of the default's; open ends stay open."""
    if not numbers:
        return default
    low = numbers[0] if default.low is not None else None
    high = numbers[-1] if default.high is not None else None
    return replace(default, low=low, high=high)


def _decision(entry: Entry) -> Decision:
    facts = entry.texts("facts")
    choices = {}
    if "quantity" in entry:
        choices[""] = _choice(entry.entry("quantity", _VALUE_KEYS), entry.entry("allowed", _RANGE_KEYS), facts)
    for name, value in entry.pairs("named"):
        inner = Entry(value, _VALUE_KEYS, entry.problems)
        choices[name] = _choice(inner, inner.entry("allowed", _RANGE_KEYS), inner.texts("facts") or facts)
    return Decision(
        id=entry.text("id"),
        question=entry.text("question"),
        who=entry.text("who"),
        default=entry.text("default", ""),
        facts=facts,
        choices={name: choice for name, choice in choices.items() if choice is not None},
        location=entry.value_location("id"),
    )


def _choice(quantity: Entry | None, allowed: Entry | None, facts: tuple[str, ...]) -> Choice | None:
    default = read_quantity(quantity) if quantity else None
    if default is None:
        return None
    low, high = (allowed.number("low"), allowed.number("high")) if allowed else (None, None)
    return Choice(default, low, high, facts[0] if facts else "")


def _values(
    entry: Entry, decisions: Mapping[str, Decision]
) -> tuple[dict[str, tuple[Fraction, ...]], dict[str, Location]]:
    choices = {
        _address(d.id, name): (d, choice) for d in decisions.values() for name, choice in d.choices.items()
    }
    inner = entry.entry("values", choices)
    values: dict[str, tuple[Fraction, ...]] = {}
    places: dict[str, Location] = {}
    for address, value in entry.pairs("values") if inner else ():
        numbers = _numbers(value, entry.problems)
        places[address] = value.location
        if address in choices and numbers:
            values[address] = numbers
            entry.problems.extend(_out_of_range(address, numbers, *choices[address], value.location))
    return values, places


def _numbers(value: Value, problems: list[Problem]) -> tuple[Fraction, ...]:
    """Read one number, or a list of low and high."""
    plain = data(value)
    texts = plain if isinstance(plain, list) else [plain]
    try:
        numbers = tuple(Fraction(str(text)) for text in texts)
    except (ValueError, ZeroDivisionError):
        numbers = ()
    if len(numbers) not in (1, 2) or numbers[0] > numbers[-1]:
        problems.append(
            Problem(value.location, f"{plain!r} is not a number", "write 3, or [3, 7] for 3 to 7")
        )
        return ()
    return numbers


def _out_of_range(
    address: str, numbers: tuple[Fraction, ...], decision: Decision, choice: Choice, place: Location
) -> list[Problem]:
    low, high = choice.low, choice.high
    if (low is None or numbers[0] >= low) and (high is None or numbers[-1] <= high):
        return []
    unit = choice.default.unit
    ends = [f"at least {low}" if low is not None else "", f"at most {high}" if high is not None else ""]
    allowed = " and ".join(end for end in ends if end)
    said = " to ".join(str(number) for number in dict.fromkeys(numbers))
    message = (
        f"{address} is {said} ({unit}), but it must be {allowed}, because of the fact {choice.fact}"
    )
    return [Problem(place, message, f"{decision.question} Take a value in the range, or take the line out")]


def _signature(entry: Entry) -> Signature:
    return Signature(
        page=entry.text("page"),
        language=entry.text("language"),
        name=entry.text("name"),
        role=entry.text("role"),
        day=entry.day("date"),
        digest=entry.text("digest"),
        location=entry.location(),
    )
