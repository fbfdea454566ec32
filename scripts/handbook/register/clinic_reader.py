"""Reads what a clinic has set: its own file, or the example where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import both, meant, shortened
from handbook.diagnostics.text_reader import read_text
from handbook.diagnostics.yaml_reader import MappingReader, Value, keys_of, open_yaml
from handbook.language.languages import Language
from handbook.project import Project
from handbook.register import phone_numbers
from handbook.register.clinic import ANSWERS, DETAILS, EXAMPLE_FILE, OLD_FILE, OWN_FILE, Clinic
from handbook.register.clinic_details import Surroundings, find_faults
from handbook.register.clinic_faults import Fault
from handbook.register.clinic_keys import CLINIC_KEYS
from handbook.register.clinic_lines import VALUE_INDENT, compose_typed
from handbook.register.clinic_values import asked_values, read_values
from handbook.register.countries import Countries
from handbook.register.decisions import Decision
from handbook.register.facts import Register
from handbook.register.old_clinic import read_old_clinic


def load_clinic(
    project: Project,
    languages: Iterable[Language],
    decisions: Mapping[str, Decision],
    countries: Countries,
    register: Register,
    problems: list[Problem],
) -> Clinic:
    """Load our-clinic.yml, or example-clinic.yml where there is none.

    Reported are details by which nobody is reached, values that no decision knows or the evidence does not allow, and
    answers that still stand in the old clinic.yml.
    """
    own = (project.root / OWN_FILE).exists()
    _report_old(project.root, problems)
    asked = asked_values(decisions)
    value = _open(project.root / (OWN_FILE if own else EXAMPLE_FILE), project.root, asked, problems)
    if value is None:
        return Clinic()
    misplaced = [name for name in keys_of(value) if name in asked]
    entry = MappingReader(value, (*CLINIC_KEYS, *misplaced), problems)
    problems += (_misplaced(name, entry) for name in misplaced)
    values, places = read_values(entry, decisions, register)
    clinic = Clinic(
        details={name: entry.text(name, "") for name in DETAILS},
        example=entry.flag("example"),
        country=entry.text("country", ""),
        emergency_number=entry.text("emergency-number", ""),
        handbook_address=_folder(entry.text("handbook-address", "")),
        keeps_offline=entry.flag("keep-offline"),
        values=values,
        locations={**{key: entry.location(key) for key in CLINIC_KEYS if own or key in entry}, **places},
    )
    _report_country(clinic, countries, entry)
    _report_details(entry, surroundings_of(clinic, languages, countries, register, project.root))
    return clinic


def _open(file: Path, root: Path, asked: Iterable[str], problems: list[Problem]) -> Value | None:
    text, path = read_text(file, root, problems), file.relative_to(root).as_posix()
    indents = {**dict.fromkeys(CLINIC_KEYS, 0), **dict.fromkeys(asked, VALUE_INDENT)}
    return None if text is None else compose_typed(text, path, indents, problems)


def _misplaced(name: str, entry: MappingReader) -> Problem:
    message = Message("{name} is a number that belongs below values:, and stands here beside it", name=name)
    return Problem(
        entry.location(name),
        message,
        Message("put {count} spaces in front of it, in a line below values:", count=VALUE_INDENT),
    )


def _report_old(root: Path, problems: list[Problem]) -> None:
    """Report what still stands in the old file; a command has moved it before, unless it could not."""
    old = read_old_clinic(root, problems)
    if old.is_touched:
        said = ", ".join(answer.key for answer in old.answers)
        place = old.answers[0].location if old.answers else Location(OLD_FILE)
        message = Message("signatures stand here, where nothing is read any more")
        hint = Message("sign the pages again with handbook sign, and delete {old}", old=OLD_FILE)
        if said:
            message = Message(
                "{names} stand here, where nothing is read any more",
                "{names} stands here, where nothing is read any more",
                count=len(old.answers),
                names=said,
            )
            hint = Message("write what holds into {own}, and delete {old}", own=OWN_FILE, old=OLD_FILE)
        problems.append(Problem(place, message, hint))


def find_country_fault(code: str, number: str, countries: Countries) -> tuple[str, Fault] | None:
    """Return what is wrong with a country and an emergency number, behind the key of the one of them to be mended.

    It is a country whose emergency number nobody has said or somebody else has, or a code that is no country's.
    """
    if number and (not code or code in countries.codes):
        hint = Message('write emergency-number: "", or the country whose ambulance it calls')
        message = Message(
            "is {number}, but the register has the emergency numbers of {names}",
            number=number,
            names=code or both(countries.codes),
        )
        return "emergency-number", Fault("needless-ambulance", message, hint, gaps={"said": number})
    if not code or code in countries.codes or (number and phone_numbers.is_country(code)):
        return None
    gaps = {"said": shortened(code), "known": ", ".join(countries.codes)}
    if number:
        hint = Message("write the two capital letters of the country, such as SG")
        return "country", Fault("no-country", Message("is {code!r}, which is no country", code=code), hint, gaps=gaps)
    if phone_numbers.is_country(code):
        hint = Message("write emergency-number: with the number of the ambulance in {code}", code=code)
        unknown = Message(
            "is {code}, which is not in docs/data/countries.yml, so nobody knows its emergency number", code=code
        )
        return "country", Fault("nameless-ambulance", unknown, hint, gaps=gaps)
    hint = meant(code.upper(), countries.codes) if countries.codes else Message('write "", or add the country there')
    message = Message("is {code}, which is not in docs/data/countries.yml", code=code)
    return "country", Fault("no-country", message, hint, gaps=gaps)


def _report_country(clinic: Clinic, countries: Countries, entry: MappingReader) -> None:
    found = find_country_fault(clinic.country, clinic.emergency_number, countries)
    if found is not None:
        key, fault = found
        entry.problems.append(
            Problem(entry.value_location(key), Message("{key} {fault}", key=key, fault=fault.message), fault.hint)
        )


def _report_details(entry: MappingReader, around: Surroundings) -> None:
    for name in (name for name in ANSWERS if name != "example"):
        for fault in find_faults(name, entry.text(name, ""), around):
            place = entry.value_location(name)
            entry.problems.append(
                Problem(place, Message("{key} {fault}", key=name, fault=fault.message), fault.hint, fault.severity)
            )


def surroundings_of(
    clinic: Clinic, languages: Iterable[Language], countries: Countries, register: Register, root: Path
) -> Surroundings:
    """Return what the details of a clinic are held against."""
    fact = register.find(countries.emergency_fact)
    known = {str(quantity.low) for quantity in fact.named.values()} if fact else set()
    words = {language.word(f"common.unset.{name}") for language in languages for name in DETAILS}
    named = set() if clinic.example else {_example_name(root)}
    return Surroundings(
        countries=(clinic.country,) if clinic.country else countries.codes,
        emergency=frozenset(known | {clinic.emergency_number} - {""}),
        placeholders=frozenset(text.casefold().strip(" .…") for text in words | named),
    )


def _example_name(root: Path) -> str:
    """Return the name of the clinic that does not exist."""
    value = open_yaml(root / EXAMPLE_FILE, root, []) if (root / EXAMPLE_FILE).exists() else None
    return MappingReader(value, CLINIC_KEYS, []).text("name", "") if value else ""


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
