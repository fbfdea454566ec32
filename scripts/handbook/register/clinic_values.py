"""Reads the numbers that a clinic decides for itself, and holds each against the range that the evidence allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import both, meant
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.register.clinic_faults import Fault
from handbook.register.decisions import Choice, Decision, address, chosen_quantities, largest
from handbook.register.facts import Register

Numbers = tuple[Fraction, ...]
"""One number, or low and high."""

_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_INSTEAD = Message("put # in front of this line")
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
            gaps = {
                "name": name,
                "mine": plain(largest(printed[name])),
                "bound": bound,
                "said": plain(largest(printed[bound])),
            }
            if than == "less":
                message = Message("{name} is {mine}, less than {bound} with {said}", **gaps)
                hint = Message("write {said} or more for {name}", **gaps)
            else:
                message = Message("{name} is {mine}, more than {bound} with {said}", **gaps)
                hint = Message("write {said} or less for {name}", **gaps)
            if bound not in values:
                message = Message("{message}, as the handbook prints it", message=message)
            own_said = write_number(largest(printed[name]))
            yield name, Fault(f"{than}-than", message, hint, gaps={"other": bound, "bound": said, "own": own_said})


def find_faults(asked: Asked, numbers: Numbers, register: Register) -> Iterator[Fault]:
    """Yield what stands against a clinic's answer: how many numbers, whole ones, the range."""
    choice, said, at = asked.choice, _said(numbers), asked.address
    unit, gaps = choice.default.unit, {"said": "–".join(map(write_number, numbers))}
    if len(numbers) == 2 and None in (choice.default.low, choice.default.high):
        message = Message("{at} is {said}, but the page prints one number here", at=at, said=said)
        yield Fault(
            "one-number-only", message, Message("write the one number, or {instead}", instead=_INSTEAD), gaps=gaps
        )
    elif numbers[0] > numbers[-1]:
        message = Message("{at} begins with the larger number: {said}", at=at, said=said)
        yield Fault("larger-first", message, Message("write the smaller one first"), gaps=gaps)
    elif unit.whole and any(number.denominator != 1 for number in numbers):
        message = Message("{at} is {said}, but is counted in whole ones ({unit})", at=at, said=said, unit=unit.id)
        yield Fault("not-whole", message, Message("write a whole number"), gaps=gaps)
    elif not _fits(numbers, choice):
        message = _outside(asked, said, register)
        hint = Message("{question} Take a value in the range, or {instead}", question=asked.question, instead=_INSTEAD)
        yield Fault("out-of-range", message, hint, gaps={**gaps, "allowed": str(_range(choice))})


def write_number(number: Fraction) -> str:
    """Return a number as a clinic writes it: 7, 0.5."""
    return str(number) if number.denominator == 1 else f"{float(number):g}"


def plain(number: Fraction) -> int | float:
    """Return a number as a message tells it, with the decimal sign of each language."""
    return int(number) if number.denominator == 1 else float(number)


def _numbers(name: str, value: Value, problems: list[Problem]) -> Numbers:
    """Read one number, or a list of low and high."""
    plain = data(value)
    texts = plain if isinstance(plain, list) else [plain]
    if plain in (None, "", []):
        problems.append(
            Problem(
                value.location,
                Message("nothing is written behind {name}", name=name),
                Message("write a number, or {instead}", instead=_INSTEAD),
            )
        )
    elif len(texts) in (1, 2) and all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in texts):
        return tuple(Fraction(text) for text in dict.fromkeys(texts))
    else:
        said = " ".join(map(str, texts))[:40]
        hint = Message("write the number alone, such as 3 or 0.5, or [3, 7] for 3 to 7")
        problems.append(
            Problem(value.location, Message("{name} is {said!r}, which is no number", name=name, said=said), hint)
        )
    return ()


def _unknown(name: str, place: Location, asked: Mapping[str, Asked]) -> Problem:
    """Tell a name that is a misspelt or an older one, or that the handbook does not ask for."""
    now = next((one.address for one in asked.values() if name in one.choice.formerly), "")
    if now:
        return Problem(
            place,
            Message("{name} has another name now: {now}", name=name, now=now),
            Message("write {now} in its place", now=now),
        )
    near = meant(name, asked)
    message = Message("the handbook does not ask for {name}, so it would be printed nowhere", name=name)
    return Problem(place, message, near if near.startswith("did") else _INSTEAD)


def _fits(numbers: Numbers, choice: Choice) -> bool:
    above = choice.low is None or numbers[0] >= choice.low
    return above and (choice.high is None or numbers[-1] <= choice.high)


def _said(numbers: Numbers) -> object:
    """Return one number, or two, as a message tells them."""
    low, high = plain(numbers[0]), plain(numbers[-1])
    return Message("{low} to {high}", low=low, high=high) if len(numbers) == 2 else low


def _outside(asked: Asked, said: object, register: Register) -> Message:
    choice = asked.choice
    message = Message(
        "{at} is {said} ({unit}), but it must be {range}",
        at=asked.address,
        said=said,
        unit=choice.default.unit.id,
        range=_range(choice),
    )
    fact = register.facts.get(choice.fact)
    if fact is None:
        return message
    reason = {"fact": fact.id, "statement": fact.statement}
    return Message("{message}, because of the fact {fact}: {statement}", message=message, **reason)


def _range(choice: Choice) -> object:
    """Return what a clinic may set, as a message tells it."""
    if choice.low is not None and choice.low == choice.high:
        return plain(choice.low)
    low = [] if choice.low is None else [Message("at least {number}", number=plain(choice.low))]
    high = [] if choice.high is None else [Message("at most {number}", number=plain(choice.high))]
    return both([*low, *high])
