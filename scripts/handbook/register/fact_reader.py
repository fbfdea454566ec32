"""Reads the register: the facts by topic, sources.yml, and what the evidence says in the other languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Protocol, TypeVar

from handbook.diagnostics.keys import Keys
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.stand_ins import is_marked
from handbook.diagnostics.yaml_reader import MappingReader, Value, data, open_yaml
from handbook.language.quantities import KINDS, Quantity, validate
from handbook.language.units import NO_UNIT, Units
from handbook.project import Project
from handbook.register.fact_keys import (
    ADVICE,
    AUDIENCES,
    CONFIDENCE,
    COUNTED_KEYS,
    EVIDENCE_KEYS,
    FACT_FILE,
    FACT_KEYS,
    QUANTITY_KEYS,
    SECOND_CHECKS,
    SOURCE_FILE,
    SOURCE_KEYS,
    URGENCIES,
)
from handbook.register.fact_order import ORDER, load_order
from handbook.register.facts import Evidence, Fact, Register, Source
from handbook.register.source_addresses import check_addresses


def load_register(project: Project, units: Units, problems: list[Problem]) -> Register:
    """Load the facts and sources.yml, with what the evidence says in each language; report mistakes at their key."""
    sources = load_list(project, "sources.yml", SOURCE_FILE, SOURCE_KEYS, _source, problems)
    facts = _by_id(_facts(project, units, problems), problems)
    for code in project.codes[1:] if facts else ():
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
    file: Keys,
    keys: Keys,
    read: Callable[[MappingReader], Item],
    problems: list[Problem],
) -> dict[str, Item]:
    """Read a data file that is one list into a mapping by id; the second use of an id is reported.

    ``file`` has the key of the list alone, and ``keys`` has those of its entries.
    """
    value = open_yaml(project.data_folder / name, project.root, problems)
    (key,) = file
    entries = MappingReader(value, file, problems).entries(key, keys) if value else ()
    return _by_id((read(entry) for entry in entries), problems)


def _by_id(items: Iterable[Item], problems: list[Problem]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        first = found.setdefault(item.id, item).location
        if first != item.location:
            place = f"line {first.line}" if first.path == item.location.path else f"{first.path}, line {first.line}"
            message = Message("the id {item} stands here for the second time", item=item.id)
            problems.append(
                Problem(item.location, message, Message("rename or delete it; the first is in {place}", place=place))
            )
    return found


def _facts(project: Project, units: Units, problems: list[Problem]) -> Iterator[Fact]:
    """Read the files of all topics; none of them while one is missing, or whatever names its facts is told as well."""
    before = len(problems)
    order = load_order(project, problems)
    files = {topic: open_yaml(file, project.root, problems) for topic, file in order.items()}
    for topic, value in files.items() if len(problems) == before else ():
        entries = _entries(topic, value, problems) if value else ()
        yield from (_fact(entry, topic, units, project.codes[0]) for entry in entries)


def _entries(topic: str, value: Value, problems: list[Problem]) -> list[MappingReader]:
    """Return the entries of one file; one without any is reported: something was lost, or is still to come."""
    reader, before = MappingReader(value, FACT_FILE, problems), len(problems)
    entries = reader.entries("facts", FACT_KEYS)
    if not entries and len(problems) == before:
        hint = Message("write one, or delete the file and its line in {order}", order=ORDER)
        problems.append(Problem(reader.location("facts"), Message("the topic {topic} has no fact", topic=topic), hint))
    return entries


def _sayings(
    project: Project, code: str, facts: Mapping[str, Fact], problems: list[Problem]
) -> dict[str, dict[str, Value]]:
    """Read evidence/<language>.yml: what each source says, by fact and source, in a reader's own language."""
    file = project.data_folder / "evidence" / f"{code}.yml"
    value = open_yaml(file, project.root, problems) if file.exists() else None
    entry = MappingReader(value, facts, problems) if value and facts else None
    told: dict[str, dict[str, Value]] = {}
    for fact in facts.values() if entry else ():
        told[fact.id] = dict(entry.pairs(fact.id)) if entry else {}
        cited = [item.source for item in fact.evidence]
        for source in told[fact.id]:
            if source not in cited and entry:
                message = Message("{fact} does not cite {source}", fact=fact.id, source=source)
                hint = Message("it cites {names}", names=", ".join(cited))
                problems.append(Problem(entry.location(fact.id), message, hint))
    return told


def _translated(facts: Mapping[str, Fact], code: str, told: Mapping[str, Mapping[str, Value]]) -> dict[str, Fact]:
    """Return the facts with what their evidence says in one more language."""

    def translated(fact: Fact, item: Evidence) -> Evidence:
        says = told.get(fact.id, {}).get(item.source)
        text = str(data(says)) if says else ""
        if not says or not text or is_marked(str(says.node.value)):
            return item
        return replace(item, says={**item.says, code: text}, places={**item.places, code: says.location})

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
            problem = Problem(
                entry.location(), Message("the quantity has neither low nor high"), Message("give at least one number")
            )
            entry.problems.append(problem)
        return None
    unit = units.find(name, entry.value_location("unit"), entry.problems) if name else NO_UNIT
    if not unit:
        return None
    within = entry.text("within", "")
    if within:
        within = units.find(within, entry.value_location("within"), entry.problems).id
    counted = _counted(entry)
    quantity = Quantity(kind, low, high, unit, entry.flag("exclusive"), entry.flag("every"), within, counted)
    wrong = validate(quantity)
    if wrong:
        hint = Message("see the beginning of {order} for what each kind means", order=ORDER)
        entry.problems.append(Problem(entry.location(), wrong, hint))
    return quantity


def _counted(entry: MappingReader) -> tuple[Fraction, Fraction] | None:
    """Return how many of those who were counted a share is, where that is said."""
    if "numerator" not in entry or "denominator" not in entry:
        return None
    part, whole = entry.number("numerator"), entry.number("denominator")
    return None if part is None or whole is None else (part, whole)


def _named(entry: MappingReader, units: Units) -> dict[str, Quantity]:
    named = {}
    for name, value in entry.pairs("named"):
        quantity = read_quantity(MappingReader(value, COUNTED_KEYS, entry.problems), units)
        if quantity is not None:
            named[name] = quantity
    return named


def _further(entry: MappingReader, quantity: MappingReader | None) -> Iterator[str]:
    """Yield the texts of a fact with numbers that are none of its quantities."""
    yield from entry.texts("others")
    for key in ("study", "dates"):
        yield from (str(data(value)) for _, value in entry.pairs(key))
    counted = [key for key in COUNTED_KEYS if key not in QUANTITY_KEYS]
    yield from (quantity.text(key, "") for key in counted if quantity)
    for plain in (data(value) for _, value in entry.pairs("named")):
        yield from (str(plain[key]) for key in counted if isinstance(plain, dict) and key in plain)


def _fact(entry: MappingReader, topic: str, units: Units, code: str) -> Fact:
    inner = entry.entry("quantity", COUNTED_KEYS)
    return Fact(
        id=entry.text("id"),
        statement=entry.text("statement"),
        advice=entry.choice("advice", ADVICE, ""),
        quantity=read_quantity(inner, units) if inner else None,
        named=_named(entry, units),
        topic=topic,
        confidence=entry.choice("confidence", CONFIDENCE),
        contested=entry.flag("contested"),
        audience=entry.choice("audience", AUDIENCES, "patient"),
        urgency=entry.choice("urgency", URGENCIES, ""),
        region=entry.text("region", ""),
        evidence=tuple(_evidence(item, code) for item in entry.entries("evidence", EVIDENCE_KEYS, required=False)),
        collected=entry.day("collected"),
        second_check=entry.choice("second_check", SECOND_CHECKS),
        review_by=entry.day("review_by"),
        location=entry.value_location("id"),
        safe_wording=entry.text("safe_wording", ""),
        note=entry.text("note", ""),
        unused=entry.text("unused", ""),
        further=tuple(_further(entry, inner)),
    )


def _evidence(entry: MappingReader, code: str) -> Evidence:
    return Evidence(entry.text("source"), entry.text("locator", ""), {code: entry.text("says")})
