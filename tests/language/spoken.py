"""The project's own units and languages, and small ones written in a test."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import yaml

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import compose, open_yaml
from handbook.language.languages import Language, read_language
from handbook.language.quantities import Quantity
from handbook.language.quantity_parser import Found
from handbook.language.quotations import Quotation
from handbook.language.unit_reader import read_units
from handbook.language.units import Unit, Units
from project import ROOT

CODES = ("en", "ms", "ru")


class Read(NamedTuple):
    """A language, with what is wrong in its file."""

    language: Language
    problems: list[str]


def load_units() -> Units:
    """Return the project's units."""
    problems: list[Problem] = []
    value = open_yaml(ROOT / "docs" / "data" / "units.yml", ROOT, problems)
    assert value is not None
    units = read_units(value, problems)
    assert problems == []
    return units


UNITS = load_units()


def load(code: str) -> Language:
    """Return a language of the project."""
    problems: list[Problem] = []
    value = open_yaml(ROOT / "docs" / "data" / "languages" / f"{code}.yml", ROOT, problems)
    language = read_language(code, value, {}, UNITS, problems)
    assert problems == []
    return language


def read(text: str, units: Units = UNITS) -> Read:
    """Return the language of a file with this text, ``xx.yml``."""
    problems: list[Problem] = []
    language = read_language("xx", compose(text, "xx.yml", problems), {"a": {"b": "c"}}, units, problems)
    return Read(language, [f"{problem.location}: {problem.message}" for problem in problems])


def told(quantity: Quantity) -> str:
    """Write a quantity as the tables do: ``duration 3..7 day``."""
    low, high = ("" if end is None else str(end) for end in (quantity.low, quantity.high))
    beyond, every = " beyond" if quantity.exclusive else "", " every" if quantity.every else ""
    return f"{quantity.kind} {low}..{high} {quantity.unit.id}{beyond}{every}"


def notation(found: tuple[Found, ...]) -> str:
    """Write what was found in a text as the tables do."""
    parts = [" or ".join(map(told, one.readings)) + ("" if one.counted else " in passing") for one in found]
    return "; ".join(parts) or "nothing"


def normal(expected: str) -> str:
    """Write decimals in a table as fractions."""
    return " ".join("..".join(_fraction(end) for end in w.split("..")) if ".." in w else w for w in expected.split(" "))


def _fraction(text: str) -> str:
    return str(Fraction(text)) if text else ""


def quantity(notation: str) -> Quantity:
    """Return the quantity that is written so in the tables; ``12-of-13`` tells who was counted."""
    kind, ends, unit, *more = notation.split()
    low, high = (Fraction(end) if end else None for end in ends.split(".."))
    within = "".join(word.removeprefix("within-") for word in more if word.startswith("within-"))
    counted = [tuple(map(Fraction, word.split("-of-"))) for word in more if "-of-" in word]
    (part, whole) = counted[0] if counted else (None, None)
    share = (part, whole) if part is not None and whole is not None else None
    return Quantity(kind, low, high, unit_of(unit), "beyond" in more, "every" in more, within, share)


def unit_of(id: str) -> Unit:
    """Return a unit of the project, or the one of a rate that has no row."""
    if id in UNITS.by_id:
        return UNITS.by_id[id]
    measured, _, by = id.rpartition("-per-")
    return UNITS.rate(unit_of(measured), UNITS.by_id[by])


LANGUAGES = {code: load(code) for code in CODES}
TABLES = {
    code: yaml.safe_load((Path(__file__).parent / "phrases" / f"{code}.yml").read_text("utf-8")) for code in CODES
}
"""What phrases mean: the specification."""


def agrees(text: str, code: str, wanted: Quantity) -> bool:
    """Tell whether a link with these words, or with those of them in brackets, passes for a quantity."""
    before, bracket, behind = text.partition("[")
    words, _, rest = behind.partition("]") if bracket else (text, "", "")
    start = len(before) if bracket else 0
    whole = before + words + rest if bracket else text
    return Quotation(whole, start, start + len(words), LANGUAGES[code], wanted).agrees
