"""What was typed → an answer as the clinic's file has it, or what is wrong with it: by the rules of the loader."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from fractions import Fraction

from handbook.diagnostics.hidden_characters import hidden_in
from handbook.diagnostics.messages import Message
from handbook.diagnostics.quoting import shortened
from handbook.interviewing.countries import country_code, name_country
from handbook.interviewing.sitting import Sitting
from handbook.language.quantity_formatter import format_quantity
from handbook.register.clinic_details import find_faults as find_detail_faults
from handbook.register.clinic_faults import Fault
from handbook.register.clinic_questions import Question
from handbook.register.clinic_reader import find_country_fault, surroundings_of
from handbook.register.clinic_values import (
    Numbers,
    asked_values,
    find_contradictions,
    find_faults,
    write_number,
)
from handbook.register.decisions import chosen_quantities

_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,3})?"
_NUMBERS = re.compile(rf"\[?\s*({_NUMBER})(?:\s*(?:[-–—]|,\s)\s*({_NUMBER}))?\s*\]?")
"""One number, or two: ``3-7``, ``3 – 7``, ``3, 7``, also in the brackets of the file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that can stand."""

    written: str
    """As YAML."""
    shown: str
    """As people read it."""
    doubt: Fault | None = None
    """What is to be looked at once more, though it can be right."""


def take_answer(question: Question, typed: str, sitting: Sitting) -> Answer | Fault:
    """Return the answer to a question, or the first thing that is wrong with what was typed."""
    fault = _unreadable(typed)
    if fault is not None:
        return fault
    text = " ".join(typed.split())
    return _value(question, text, sitting) if question.part == "values" else _detail(question.key, text, sitting)


def show_value(address: str, numbers: Numbers, sitting: Sitting) -> str:
    """Return a clinic's number as the pages of the language print it."""
    quantity = chosen_quantities(sitting.handbook.decisions, {address: numbers})[address]
    return format_quantity(quantity, sitting.language)


def _unreadable(typed: str) -> Fault | None:
    """Refuse bytes that are no text, and what nobody would see in it."""
    if not typed.isascii() and any("\ud800" <= letter <= "\udfff" for letter in typed):
        return Fault("not-text", Message("has bytes that are no text in UTF-8"), Message("set the terminal to UTF-8"))
    name = next((name for _, _, name in hidden_in(typed)), "")
    message, gaps = Message("has an invisible character: {name}", name=name), {"name": name}
    return Fault("hidden-character", message, Message("delete it"), gaps=gaps) if name else None


def _detail(key: str, text: str, sitting: Sitting) -> Answer | Fault:
    handbook = sitting.handbook
    if key == "country":
        return _country(text, sitting)
    clinic = replace(sitting.clinic, example=False)  # whoever answers is none
    read = (handbook.languages, handbook.countries, handbook.register, handbook.project.root)
    around = surroundings_of(clinic, *read)
    fault = next(find_detail_faults(key, text, around), None)
    if fault is not None and fault.is_error:
        return fault
    return Answer(_quoted(text), text, fault)


def _country(text: str, sitting: Sitting) -> Answer | Fault:
    """Take a country, by its letters or its name; where its ambulance is not known, that is asked next."""
    handbook, code = sitting.handbook, sitting.language.code
    letters = country_code(text, handbook.project.codes)
    _, fault = find_country_fault(letters, "", handbook.countries) or ("", None)
    if fault is not None and fault.kind == "no-country":
        known = ", ".join(name_country(each, code) for each in handbook.countries.codes)
        return replace(fault, gaps={"said": shortened(text), "known": known})
    return Answer(_quoted(letters), name_country(letters, code))


def _value(question: Question, text: str, sitting: Sitting) -> Answer | Fault:
    found = _NUMBERS.fullmatch(text)
    if found is None:
        message, hint = Message("is no number"), Message("write the number alone")
        return Fault("not-numbers", message, hint, gaps={"said": shortened(text)})
    numbers = tuple(dict.fromkeys(Fraction(number.replace(",", ".")) for number in found.groups() if number))
    handbook, at = sitting.handbook, question.key
    fault = next(find_faults(asked_values(handbook.decisions)[at], numbers, handbook.register), None)
    if fault is not None:
        return replace(fault, gaps={"said": shortened(text), "allowed": question.allowed})
    values = {**sitting.clinic.values, at: numbers}
    for name, fault in find_contradictions(values, handbook.decisions):
        decimal = sitting.language.numbers.decimal
        bound, own = (fault.gaps[gap].replace(".", decimal) for gap in ("bound", "own"))
        if name == at:
            return replace(fault, gaps={**fault.gaps, "bound": bound})
        if fault.gaps["other"] == at:  # told from the side of the other answer
            kind = "more-than" if fault.kind == "less-than" else "less-than"
            return replace(fault, kind=kind, gaps={"other": name, "bound": own})
    written = [write_number(number) for number in numbers]
    return Answer(written[0] if len(written) == 1 else f"[{', '.join(written)}]", show_value(at, numbers, sitting))


def _quoted(text: str) -> str:
    """Return a text as YAML has it between quotation marks; what JSON writes, YAML reads."""
    return json.dumps(text, ensure_ascii=False)
