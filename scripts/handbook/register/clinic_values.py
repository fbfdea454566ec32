"""Reads the numbers that a clinic decides for itself, and holds each against the range that the evidence allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.register.clinic_faults import Fault
from handbook.register.decisions import Choice, Decision, address, chosen_quantities, largest
from handbook.register.facts import Register

Numbers = tuple[Fraction, ...]
"""One number, or low and high."""

_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_INSTEAD = "put # in front of this line"
"""What always helps: then the cautious answer is printed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A number that clinics may set, under its address."""

    address: str
    question: str
    choice: Choice


def asked_values(decisions: Mapping[str, Decision]) -> dict[str, Asked]:
    """Return every number that a clinic may set, by address."""
    return {
        address(decision.id, name): Asked(address(decision.id, name), choice.question or decision.question, choice)
        for decision in decisions.values()
        for name, choice in decision.choices.items()
    }


def read_values(
    entry: MappingReader, decisions: Mapping[str, Decision], register: Register
) -> tuple[dict[str, Numbers], dict[str, Location]]:
    """Return what stands under ``values:`` by address, and the place of each; what cannot be is reported."""
    asked = asked_values(decisions)
    found = dict(entry.pairs("values"))
    inner = entry.entry("values", found) if found else None  # reports a name that stands twice
    places = {name: inner.location(name) for name in found} if inner else {}
    values: dict[str, Numbers] = {}
    for name, value in found.items():
        if name not in asked:
            entry.problems.append(_unknown(name, places[name], asked))
            continue
        numbers = _numbers(name, value, entry.problems)
        faults = list(find_faults(asked[name], numbers, register)) if numbers else []
        entry.problems += [Problem(value.location, fault.message, fault.hint) for fault in faults]
        if numbers and not faults:
            values[name] = numbers
    for name, fault in find_contradictions(values, decisions):
        entry.problems.append(Problem(places[name], fault.message, fault.hint))
    return values, places


def find_contradictions(
    values: Mapping[str, Numbers], decisions: Mapping[str, Decision]
) -> Iterator[tuple[str, Fault]]:
    """Yield, by address, what is wrong with two values of which one may not be less, where the clinic has set one."""
    printed = chosen_quantities(decisions, values)
    for own, asked in asked_values(decisions).items():
        other = asked.choice.at_least
        if other in printed and values.keys() & {own, other} and largest(printed[own]) < largest(printed[other]):
            name, bound = (own, other) if own in values else (other, own)
            than = "less" if name == own else "more"
            said = write_number(largest(printed[bound]))
            default = "" if bound in values else ", as the handbook prints it"
            own_said = write_number(largest(printed[name]))
            message = f"{name} is {own_said}, {than} than {bound} with {said}{default}"
            hint = f"write {said} or {'more' if name == own else 'less'} for {name}"
            yield name, Fault(f"{than}-than", message, hint, gaps={"other": bound, "bound": said, "own": own_said})


def find_faults(asked: Asked, numbers: Numbers, register: Register) -> Iterator[Fault]:
    """Yield what stands against a clinic's answer: how many numbers, whole ones, the range."""
    choice, said, at = asked.choice, " to ".join(map(write_number, numbers)), asked.address
    unit, gaps = choice.default.unit, {"said": "–".join(map(write_number, numbers))}
    if len(numbers) == 2 and None in (choice.default.low, choice.default.high):
        message = f"{at} is {said}, but the page prints one number here"
        yield Fault("one-number-only", message, f"write the one number, or {_INSTEAD}", gaps=gaps)
    elif numbers[0] > numbers[-1]:
        message = f"{at} begins with the larger number: {said}"
        yield Fault("larger-first", message, "write the smaller one first", gaps=gaps)
    elif unit.whole and any(number.denominator != 1 for number in numbers):
        message = f"{at} is {said}, but is counted in whole ones ({unit.id})"
        yield Fault("not-whole", message, "write a whole number", gaps=gaps)
    elif not _fits(numbers, choice):
        message = f"{at} is {said} ({unit.id}), but it must be {_range(choice)}{_reason(choice, register)}"
        hint = f"{asked.question} Take a value in the range, or {_INSTEAD}"
        yield Fault("out-of-range", message, hint, gaps={**gaps, "allowed": _range(choice)})


def write_number(number: Fraction) -> str:
    """Return a number as a clinic writes it: 7, 0.5."""
    return str(number) if number.denominator == 1 else f"{float(number):g}"


def _numbers(name: str, value: Value, problems: list[Problem]) -> Numbers:
    """Read one number, or a list of low and high."""
    plain = data(value)
    texts = plain if isinstance(plain, list) else [plain]
    if plain in (None, "", []):
        problems.append(Problem(value.location, f"nothing is written behind {name}", f"write a number, or {_INSTEAD}"))
    elif len(texts) in (1, 2) and all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in texts):
        return tuple(Fraction(text) for text in dict.fromkeys(texts))
    else:
        said = " ".join(map(str, texts))[:40]
        hint = "write the number alone, such as 3 or 0.5, or [3, 7] for 3 to 7"
        problems.append(Problem(value.location, f"{name} is {said!r}, which is no number", hint))
    return ()


def _unknown(name: str, place: Location, asked: Mapping[str, Asked]) -> Problem:
    """Tell a name that is a misspelt or an older one, or that the handbook does not ask for."""
    now = next((one.address for one in asked.values() if name in one.choice.formerly), "")
    if now:
        return Problem(place, f"{name} has another name now: {now}", f"write {now} in its place")
    near = meant(name, asked)
    message = f"the handbook does not ask for {name}, so it would be printed nowhere"
    return Problem(place, message, near if near.startswith("did") else _INSTEAD)


def _fits(numbers: Numbers, choice: Choice) -> bool:
    above = choice.low is None or numbers[0] >= choice.low
    return above and (choice.high is None or numbers[-1] <= choice.high)


def _range(choice: Choice) -> str:
    if choice.low is not None and choice.low == choice.high:
        return write_number(choice.low)
    ends = (("at least", choice.low), ("at most", choice.high))
    return " and ".join(f"{bound} {write_number(end)}" for bound, end in ends if end is not None)


def _reason(choice: Choice, register: Register) -> str:
    fact = register.facts.get(choice.fact)
    return f", because of the fact {fact.id}: {fact.statement}" if fact else ""
