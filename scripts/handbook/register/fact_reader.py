"""Reads the register: facts.yml, sources.yml, and what the evidence says in the other languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.yaml_reader import MappingReader, data, open_yaml
from handbook.language.quantities import KINDS, Quantity, validate
from handbook.language.units import NO_UNIT, Units
from handbook.project import Project
from handbook.register.facts import Evidence, Fact, Register, Source
from handbook.register.source_addresses import check_addresses

CONFIDENCE = ("strong", "moderate", "weak", "clinic-specific")
"""How good the evidence is; not how important the advice is."""
SECOND_CHECKS = ("confirmed", "corrected", "could-not-check", "none")
AUDIENCES = ("patient", "staff")
URGENCIES = ("emergency", "same-day", "routine")

_QUANTITY_KEYS = (
    "kind", "low", "high", "unit", "exclusive", "numerator", "denominator", "counted", "population", "period", "people",
    "note",
)  # fmt: skip
_FACT_KEYS = (
    "id", "statement", "quantity", "named", "study", "dates", "topic", "confidence", "contested", "audience", "urgency",
    "strength", "region", "unused", "safe_wording", "note", "evidence", "collected", "second_check", "review_by",
)  # fmt: skip
_SOURCE_KEYS = (
    "id", "kind", "tier", "authors", "title", "about", "container", "year", "volume", "issue", "pages", "doi", "pmid",
    "url", "language", "seen", "note",
)  # fmt: skip


def load_register(project: Project, units: Units, problems: list[Problem]) -> Register:
    """Load facts.yml and sources.yml, with what the evidence says in each language; report mistakes at their key."""
    sources = load_list(project, "sources.yml", "sources", _SOURCE_KEYS, _source, problems)
    read = partial(_fact, units=units, code=project.codes[0])
    facts = load_list(project, "facts.yml", "facts", _FACT_KEYS, read, problems)
    for code in project.codes[1:]:
        facts = _translated(facts, code, _sayings(project, code, facts, problems))
    return Register(facts, sources)


class Identified(Protocol):
    """Anything in a register: it has an id and a place."""

    @property
    def id(self) -> str:
        """The name by which others refer to it."""
        ...

    @property
    def location(self) -> Location:
        """Where it is written."""
        ...


Item = TypeVar("Item", bound=Identified)


def load_list(
    project: Project,
    name: str,
    key: str,
    keys: Sequence[str],
    read: Callable[[MappingReader], Item],
    problems: list[Problem],
) -> dict[str, Item]:
    """Read a data file that is one list under ``key`` into a mapping by id; the second use of an id is reported."""
    value = open_yaml(project.data_folder / name, project.root, problems)
    found: dict[str, Item] = {}
    for entry in MappingReader(value, (key,), problems).entries(key, keys) if value else ():
        item = read(entry)
        if item.id in found:
            message = f"the id {item.id} stands here for the second time"
            hint = f"rename or delete it; the first is in line {found[item.id].location.line}"
            problems.append(Problem(item.location, message, hint))
        found.setdefault(item.id, item)
    return found


def _sayings(
    project: Project, code: str, facts: Mapping[str, Fact], problems: list[Problem]
) -> dict[str, dict[str, str]]:
    """Read evidence/<language>.yml: what each source says, by fact and source, in a reader's own language."""
    file = project.data_folder / "evidence" / f"{code}.yml"
    value = open_yaml(file, project.root, problems) if file.exists() else None
    entry = MappingReader(value, facts, problems) if value and facts else None
    told: dict[str, dict[str, str]] = {}
    for fact in facts.values() if entry else ():
        told[fact.id] = {source: str(data(says)) for source, says in entry.pairs(fact.id)} if entry else {}
        cited = [item.source for item in fact.evidence]
        for source in told[fact.id]:
            if source not in cited and entry:
                message = f"{fact.id} does not cite {source}"
                problems.append(Problem(entry.location(fact.id), message, f"it cites {', '.join(cited)}"))
    return told


def _translated(facts: Mapping[str, Fact], code: str, told: Mapping[str, Mapping[str, str]]) -> dict[str, Fact]:
    """Return the facts with what their evidence says in one more language."""

    def translated(fact: Fact, item: Evidence) -> Evidence:
        says = told.get(fact.id, {}).get(item.source)
        return replace(item, says={**item.says, code: says}) if says else item

    return {
        id: replace(fact, evidence=tuple(translated(fact, item) for item in fact.evidence))
        for id, fact in facts.items()
    }


def _source(entry: MappingReader) -> Source:
    check_addresses(entry)
    taken = ("kind", "authors", "container", "year", "volume", "issue", "pages", "doi", "pmid", "url", "language")
    texts = {key: entry.text(key, "") for key in taken}
    own = entry.text("title", "")
    title = own or entry.text("about")
    return Source(id=entry.text("id"), title=title, titled=bool(own), location=entry.value_location("id"), **texts)


def read_quantity(entry: MappingReader, units: Units) -> Quantity | None:
    """Read ``{kind, low, high, unit}``; report one that cannot be, and return None where it has no number or unit."""
    kind, name = entry.choice("kind", KINDS), entry.text("unit")
    low, high = entry.number("low"), entry.number("high")
    if low is None and high is None:
        if "low" not in entry and "high" not in entry:
            problem = Problem(entry.location(), "the quantity has neither low nor high", "give at least one number")
            entry.problems.append(problem)
        return None
    unit = units.find(name, entry.value_location("unit"), entry.problems) if name else NO_UNIT
    if not unit:
        return None
    quantity = Quantity(kind, low, high, unit, entry.flag("exclusive"))
    wrong = validate(quantity)
    if wrong:
        hint = "see the beginning of facts.yml for what each kind means"
        entry.problems.append(Problem(entry.location(), wrong, hint))
    return quantity


def _named(entry: MappingReader, units: Units) -> dict[str, Quantity]:
    named = {}
    for name, value in entry.pairs("named"):
        quantity = read_quantity(MappingReader(value, _QUANTITY_KEYS, entry.problems), units)
        if quantity is not None:
            named[name] = quantity
    return named


def _fact(entry: MappingReader, units: Units, code: str) -> Fact:
    inner = entry.entry("quantity", _QUANTITY_KEYS)
    return Fact(
        id=entry.text("id"),
        statement=entry.text("statement"),
        quantity=read_quantity(inner, units) if inner else None,
        named=_named(entry, units),
        topic=entry.text("topic"),
        confidence=entry.choice("confidence", CONFIDENCE),
        contested=entry.flag("contested"),
        audience=entry.choice("audience", AUDIENCES, "patient"),
        urgency=entry.choice("urgency", URGENCIES, ""),
        region=entry.text("region", ""),
        evidence=tuple(
            _evidence(item, code) for item in entry.entries("evidence", ("source", "locator", "says"), required=False)
        ),
        collected=entry.day("collected"),
        second_check=entry.choice("second_check", SECOND_CHECKS),
        review_by=entry.day("review_by"),
        location=entry.value_location("id"),
        unused=entry.text("unused", ""),
    )


def _evidence(entry: MappingReader, code: str) -> Evidence:
    return Evidence(entry.text("source"), entry.text("locator", ""), {code: entry.text("says")})
