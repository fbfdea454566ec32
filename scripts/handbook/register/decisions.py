"""What each clinic decides for itself: the question, a cautious default, and the range it may choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial, reduce

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader
from handbook.language.quantities import Quantity
from handbook.language.units import Units
from handbook.project import Project
from handbook.register.clinic import ANSWERS
from handbook.register.decision_keys import ALLOWED_KEYS, DECISION_FILE, DECISION_KEYS, VALUE_KEYS
from handbook.register.fact_keys import QUANTITY_KEYS
from handbook.register.fact_reader import load_list, read_quantity
from handbook.register.facts import Fact, Register


@dataclass(frozen=True, slots=True)
class Choice:
    """A number that a clinic may set: its default, and the range it may choose from (None is an open end)."""

    default: Quantity
    low: Fraction | None
    high: Fraction | None
    facts: tuple[str, ...]
    """The facts that bound it, the most important first."""
    question: str = ""
    """What the clinic is asked, where that is another question than the decision's."""
    formerly: tuple[str, ...] = ()
    """The addresses it had before."""
    at_least: str = ""
    """The address of a value that it may not be less than; empty where there is none."""

    @property
    def fact(self) -> str:
        """The fact that bounds it before others; empty where none does."""
        return self.facts[0] if self.facts else ""

    @property
    def is_free(self) -> bool:
        """Whether there is anything to choose: the range has more than one number in it."""
        return self.low is None or self.low != self.high


@dataclass(frozen=True, slots=True)
class Decision:
    """A question that each clinic answers for itself, with a cautious default."""

    id: str
    question: str
    who: str
    reason: str
    default: str
    note: str
    """What a clinic must keep to beside the range."""
    detail: str
    """The detail of the clinic that answers it, such as ``out-of-hours``; empty where none does."""
    facts: tuple[str, ...]
    """The facts that bound it, the most important first."""
    choices: Mapping[str, Choice]
    """By name; the unnamed one is ``""``. Empty where the answer is not a number."""
    location: Location

    @property
    def all_facts(self) -> tuple[str, ...]:
        """The facts that bound it or one of its numbers, each once."""
        bounding = (fact for choice in self.choices.values() for fact in choice.facts)
        return tuple(dict.fromkeys((*self.facts, *bounding)))


def address(decision: str, name: str) -> str:
    """Return what stands after ``fact:`` for a value of a decision; the unnamed value has the decision's own id."""
    return f"{decision}/{name}" if name else decision


def load_decisions(
    project: Project, register: Register, units: Units, problems: list[Problem]
) -> dict[str, Decision]:
    """Load decisions.yml; an id that is already a fact and a fact that is not there are reported."""
    read = partial(_decision, units=units)
    decisions = load_list(project, "decisions.yml", DECISION_FILE, DECISION_KEYS, read, problems)
    for decision in decisions.values():
        if decision.id in register.facts:
            place = register.facts[decision.id].location
            message = Message("the id {decision} is already a fact ({place})", decision=decision.id, place=place)
            problems.append(Problem(decision.location, message, Message("rename one of them")))
        for fact in decision.all_facts if register.facts else ():
            if fact not in register.facts:
                message = Message(
                    "{decision} names the fact {fact}, which is not there", decision=decision.id, fact=fact
                )
                problems.append(Problem(decision.location, message, meant(fact, register.facts)))
    problems += _unfit_pairs(decisions)
    return decisions


def chosen_quantities(
    decisions: Mapping[str, Decision], values: Mapping[str, tuple[Fraction, ...]]
) -> dict[str, Quantity]:
    """Return what is printed for each value of the decisions, by address: the clinic's numbers, or the default."""
    return {
        (at := address(decision.id, name)): _chosen(choice.default, values.get(at, ()))
        for decision in decisions.values()
        for name, choice in decision.choices.items()
    }


def largest(quantity: Quantity) -> Fraction:
    """Return the larger of the numbers of a quantity; one of them is always there."""
    return max(end for end in (quantity.low, quantity.high) if end is not None)


def _unfit_pairs(decisions: Mapping[str, Decision]) -> Iterator[Problem]:
    """Yield a problem for each value whose ``at-least`` cannot be compared with it, or is more."""
    defaults = chosen_quantities(decisions, {})
    for decision in decisions.values():
        for name, choice in decision.choices.items():
            own, other = address(decision.id, name), defaults.get(choice.at_least)
            if choice.at_least and other is None:
                message = Message(
                    "{own} may not be less than {at_least}, which is no value", own=own, at_least=choice.at_least
                )
                yield Problem(decision.location, message, meant(choice.at_least, defaults))
            elif other is not None and other.unit != choice.default.unit:
                message = Message(
                    "{own} is counted in {unit}, and {at_least} in {other}",
                    own=own,
                    unit=choice.default.unit.id,
                    at_least=choice.at_least,
                    other=other.unit.id,
                )
                yield Problem(decision.location, message, Message("take at-least: out"))
            elif other is not None and largest(choice.default) < largest(other):
                message = Message(
                    "the default of {own} is less than that of {at_least}", own=own, at_least=choice.at_least
                )
                yield Problem(decision.location, message, Message("exchange the two, or take at-least: out"))


def with_decisions(
    register: Register, decisions: Mapping[str, Decision], values: Mapping[str, tuple[Fraction, ...]]
) -> Register:
    """Return the register with a fact for every value that clinics decide, on the evidence of what bounds it.

    ``values`` are the clinic's own numbers by address; where there is none the default holds.
    """
    decided = {
        decision.id: _as_fact(decision, register.facts[decision.facts[0]], values)
        for decision in decisions.values()
        if decision.choices and decision.facts and decision.facts[0] in register.facts
    }
    return replace(register, facts={**decided, **register.facts})


def _as_fact(decision: Decision, bound: Fact, values: Mapping[str, tuple[Fraction, ...]]) -> Fact:
    chosen = {
        name: _chosen(choice.default, values.get(address(decision.id, name), ()))
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
        safe_wording="",
        note=decision.note,
        unused="",
        decided_by=decision.who,
    )


def _chosen(default: Quantity, numbers: tuple[Fraction, ...]) -> Quantity:
    """Put the clinic's number, or its two, in the place of the default's; open ends stay open."""
    if not numbers:
        return default
    low = numbers[0] if default.low is not None else None
    high = numbers[-1] if default.high is not None else None
    return replace(default, low=low, high=high)


def _decision(entry: MappingReader, units: Units) -> Decision:
    facts = entry.texts("facts")
    choices = {}
    if "quantity" in entry:
        quantity, allowed = entry.entry("quantity", QUANTITY_KEYS), entry.entry("allowed", ALLOWED_KEYS)
        choices[""] = _choice(quantity, allowed, facts, entry.texts("formerly"), units)
    for name, value in entry.pairs("named"):
        inner = MappingReader(value, VALUE_KEYS, entry.problems)
        allowed = inner.entry("allowed", ALLOWED_KEYS)
        bounding, question = inner.texts("facts") or facts, inner.text("question", "")
        least = inner.text("at-least", "")
        choices[name] = _choice(inner, allowed, bounding, inner.texts("formerly"), units, question, least)
    return Decision(
        id=entry.text("id"),
        question=entry.text("question"),
        who=entry.text("who"),
        reason=entry.text("reason", ""),
        default=entry.text("default", ""),
        note=entry.text("note", ""),
        detail=entry.choice("detail", ANSWERS, ""),
        facts=facts,
        choices={name: choice for name, choice in choices.items() if choice is not None},
        location=entry.value_location("id"),
    )


def _choice(
    quantity: MappingReader | None,
    allowed: MappingReader | None,
    facts: tuple[str, ...],
    formerly: tuple[str, ...],
    units: Units,
    question: str = "",
    at_least: str = "",
) -> Choice | None:
    default = read_quantity(quantity, units) if quantity else None
    if quantity is None or default is None:
        return None
    low, high = (allowed.number("low"), allowed.number("high")) if allowed else (None, None)
    if allowed:
        _compare(default, low, high, allowed)
    return Choice(default, low, high, facts, question, formerly, at_least)


def _between(ends: Iterable[object]) -> object:
    """Return one end, or two with "to" between them."""
    return reduce(lambda low, high: Message("{low} to {high}", low=low, high=high), ends)


def _compare(default: Quantity, low: Fraction | None, high: Fraction | None, allowed: MappingReader) -> None:
    """Report a range that is none, and a default that no clinic may set: it is printed where one says nothing."""
    ends = [end for end in (default.low, default.high) if end is not None]
    if low is not None and high is not None and low > high:
        message = Message("low is {low} and high is {high}, so nothing is allowed", low=low, high=high)
        hint = Message("exchange the two")
    elif any((low is not None and end < low) or (high is not None and end > high) for end in ends):
        said = _between(dict.fromkeys(ends))
        wide = _between(Message("any") if end is None else end for end in (low, high))
        message = Message("the default is {said}, but allowed is {wide}", said=said, wide=wide)
        hint = Message("take a default in the range, or correct the range by the fact")
    else:
        return
    allowed.problems.append(Problem(allowed.location(), message, hint))
