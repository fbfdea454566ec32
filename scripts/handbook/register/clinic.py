"""The clinic: its details, and its own values for what each clinic decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from handbook.diagnostics.numbers import parse_number
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, meant, open_yaml
from handbook.project import Project
from handbook.register.clinic_keys import CLINIC_KEYS
from handbook.register.countries import Countries
from handbook.register.decisions import Choice, Decision, address
from handbook.register.facts import Register

DETAILS = tuple(name for name in CLINIC_KEYS if name not in ("example", "country", "values", "signatures"))
"""What a page may ask for as ``[](clinic:phone)``; ``emergency`` is made from the country."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic that hands out this handbook."""

    details: Mapping[str, str]
    """By the names in DETAILS; an unset one is empty."""
    example: bool
    country: str
    """A code from countries.yml, or empty where the edition serves them all."""
    values: Mapping[str, tuple[Fraction, ...]]
    """The clinic's own numbers by address, ``first-wash`` or ``sun-after/sunscreen``: one number, or low and high."""
    locations: Mapping[str, Location] = field(default_factory=dict)

    def detail(self, name: str) -> str:
        """Return a detail of the clinic, or the empty text where it is not set."""
        return self.details.get(name, "")

    def location(self, key: str) -> Location:
        """Return where a detail or value is written, or should be."""
        return self.locations.get(key, Location("docs/data/clinic.yml"))


def load_clinic(
    project: Project,
    decisions: Mapping[str, Decision],
    countries: Countries,
    register: Register,
    problems: list[Problem],
) -> Clinic:
    """Load clinic.yml; a value that no decision knows, or that lies outside what the evidence allows, is reported."""
    value = open_yaml(project.data_folder / "clinic.yml", project.root, problems)
    if value is None:
        return Clinic({}, True, "", {})
    entry = MappingReader(value, CLINIC_KEYS, problems)
    values, places = _values(entry, decisions, register)
    return Clinic(
        details={name: entry.text(name, "") for name in DETAILS},
        example=entry.flag("example"),
        country=_country(entry, countries),
        values=values,
        locations={**{key: entry.location(key) for key in CLINIC_KEYS}, **places},
    )


def _country(entry: MappingReader, countries: Countries) -> str:
    code = entry.text("country", "")
    if not code or code in countries.codes:
        return code
    hint = meant(code, countries.codes) if countries.codes else 'write "", or add the country there'
    message = f"the country {code} is not in docs/data/countries.yml"
    entry.problems.append(Problem(entry.value_location("country"), message, hint))
    return ""


def _values(
    entry: MappingReader, decisions: Mapping[str, Decision], register: Register
) -> tuple[dict[str, tuple[Fraction, ...]], dict[str, Location]]:
    choices = {address(d.id, name): (d, choice) for d in decisions.values() for name, choice in d.choices.items()}
    inner = entry.entry("values", choices)
    values: dict[str, tuple[Fraction, ...]] = {}
    places: dict[str, Location] = {}
    for name, value in entry.pairs("values") if inner else ():
        numbers = _numbers(value, entry.problems)
        places[name] = value.location
        if name in choices and numbers:
            values[name] = numbers
            decision, choice = choices[name]
            if not _fits(numbers, choice):
                hint = f"{decision.question} Take a value in the range, or take the line out"
                message = _out_of_range(name, numbers, choice, register)
                entry.problems.append(Problem(value.location, message, hint))
    return values, places


def _numbers(value: Value, problems: list[Problem]) -> tuple[Fraction, ...]:
    """Read one number, or a list of low and high."""
    plain = data(value)
    texts = plain if isinstance(plain, list) else [plain]
    numbers = tuple(number for text in texts if (number := parse_number(str(text))) is not None)
    if len(numbers) != len(texts) or len(numbers) not in (1, 2) or numbers[0] > numbers[-1]:
        problems.append(Problem(value.location, f"{plain!r} is not a number", "write 3, or [3, 7] for 3 to 7"))
        return ()
    return numbers


def _fits(numbers: tuple[Fraction, ...], choice: Choice) -> bool:
    above = choice.low is None or numbers[0] >= choice.low
    return above and (choice.high is None or numbers[-1] <= choice.high)


def _out_of_range(name: str, numbers: tuple[Fraction, ...], choice: Choice, register: Register) -> str:
    said = " to ".join(str(number) for number in dict.fromkeys(numbers))
    ends = (("at least", choice.low), ("at most", choice.high))
    allowed = " and ".join(f"{bound} {end}" for bound, end in ends if end is not None)
    fact = register.facts.get(choice.fact)
    reason = f", because of the fact {fact.id}: {fact.statement}" if fact else ""
    return f"{name} is {said} ({choice.default.unit.id}), but it must be {allowed}{reason}"
