"""What a language's file says about numbers, turned into phrases with their roles.

The keys of docs/data/languages/<code>.yml are explained in the file of the source language. Nothing is
guessed here: a number that is none or a unit that is not known is reported at its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from handbook.diagnostics.messages import Message
from handbook.diagnostics.numbers import parse_number
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import shortened
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.language.language_keys import (
    ALTER_KEYS,
    BOUND_KEYS,
    COMPOSED_KEYS,
    JOINER_KEYS,
    NUMBER_KEYS,
    ORDINAL_KEYS,
    RANGE_KEYS,
    SHARE_KEYS,
)
from handbook.language.number_words import ORDINAL_PLACES, Joined
from handbook.language.units import NO_UNIT, Unit, Units

_PLAIN = {
    "fillers": "filler", "unit-fillers": "unit-filler", "bound-fillers": "bound-filler", "minus": "minus",
    "clock-words-after": "clock-word-after", "calendar-words": "calendar-word", "denials": "denial",
}  # fmt: skip
"""Lists of words, and the role that each of their words has."""
_ROLES = {"cardinals": "number", "added": "added", "fractions": "fraction", "clock": "daypart"}

Phrase = tuple[str, str, Any]
"""A phrase, a role it can play, and the value it has in it."""

_SIGNS: tuple[Phrase, ...] = (
    ("/", "slash", True), ("/", "lists", True), ("-", "hyphen", True), ("-", "minus", True),
    ("(", "bracket", True), (")", "bracket-end", True), ("+", "bound-after", "at-least"),
    ("<", "bound", "less-than"), (">", "bound", "more-than"), ("≤", "bound", "at-most"), ("≥", "bound", "at-least"),
    ("<=", "bound", "at-most"), (">=", "bound", "at-least"), ("⩽", "bound", "at-most"), ("⩾", "bound", "at-least"),
)  # fmt: skip
"""Signs that mean the same in every language."""

Words = Mapping[str, Any]
"""What a language's file says about one unit, by the keys below ``units``."""


def phrases(entry: MappingReader, words: Mapping[str, Words], units: Units) -> Iterator[Phrase]:
    """Yield every phrase of a language; ``words`` is what it says about each unit."""
    named = [(units.by_id[name], said) for name, said in words.items()]
    yield from _SIGNS
    numbers = {key: list(_numbered(entry, key)) for key in NUMBER_KEYS}
    for key, said in numbers.items():
        yield from ((word, _ROLES[key], number) for number, word in said)
    yield from _simple(entry)
    yield from _per(entry, units)
    yield from _composed(entry)
    ordinals = list(_ordinals(entry))
    yield from ordinals
    yield from _like_ordinals((word for _, word in numbers["fractions"]), {word for word, _, _ in ordinals})
    yield from _wholes(entry, units)
    yield from _bounds(entry)
    yield from _ranges(entry, [word for number, word in numbers["cardinals"] if 1 <= number < 10])
    for unit, forms in named:
        yield from _of_unit(unit, forms)
    yield from _with_article(entry, named)
    yield from ((word, "unit", unit) for word, unit in _adjectives(entry, words, units).items())


def texts(value: Value, problems: list[Problem]) -> list[str]:
    """Return the texts of a list; anything else is reported."""
    plain = data(value)
    if isinstance(plain, list) and all(isinstance(item, str) for item in plain):
        return plain
    hint = Message("write [one, two], with quotes round signs")
    problems.append(Problem(value.location, Message("a list of words must stand here"), hint))
    return []


def _numbered(entry: MappingReader, key: str) -> Iterator[tuple[Fraction | int, str]]:
    for name, value in entry.pairs(key):
        number = _fraction(name, value, entry.problems)
        for word in texts(value, entry.problems) if number is not None else ():
            assert number is not None
            yield (int(number) if key == "clock" else number), word


def _fraction(text: str, value: Value, problems: list[Problem]) -> Fraction | None:
    number = parse_number(text)
    if number is None or number < 0:
        hint = Message("write 3, 0.5 or 1/2 before the colon")
        problems.append(
            Problem(
                value.location,
                Message("{text!r} is not a number that is written in words", text=shortened(text)),
                hint,
            )
        )
        return None
    return number


def _simple(entry: MappingReader) -> Iterator[Phrase]:
    for key, role in _PLAIN.items():
        yield from ((word, role, True) for word in entry.texts(key))
    # a clock word changes nothing either, but lets a bare number behind it be a time of day: *pukul 11*
    yield from ((word, role, True) for word in entry.texts("clock-words") for role in ("clock-word", "filler"))
    for name, keys, before in (("shares", SHARE_KEYS, ""), ("alters", ALTER_KEYS, "alters-")):
        inner = entry.entry(name, keys)
        for key in keys if inner else ():
            assert inner is not None
            yield from ((word, f"{before}{key}", True) for word in inner.texts(key))


def _per(entry: MappingReader, units: Units) -> Iterator[Phrase]:
    """Yield "a day", "per kilogram": what a number is counted by; and "older than", which counts years."""
    for key, role in (("per", "per"), ("implied", "implies")):
        for name, value in entry.pairs(key):
            unit = units.find(name, value.location, entry.problems)
            if unit:
                yield from ((word, role, unit) for word in texts(value, entry.problems))


def _composed(entry: MappingReader) -> Iterator[Phrase]:
    """Yield what makes one number of several words: "hundred", *belas*, "and"."""
    inner = entry.entry("composed", COMPOSED_KEYS)
    if inner is None:
        return
    for key, role in (("times", "times"), ("plus", "plus"), ("ordinals", "times-ordinal")):
        yield from ((word, role, number) for number, word in _numbered(inner, key))
    joiners = inner.entry("joiners", JOINER_KEYS)
    for name in JOINER_KEYS if joiners else ():
        assert joiners is not None
        yield from ((word, f"join-{name}", 0) for word in joiners.texts(name))


def ordinal_place(entry: MappingReader) -> str:
    """Return which of the words of an ordinal number is an ordinal, one of ORDINAL_PLACES."""
    return entry.choice("ordinal-at", ORDINAL_PLACES, ORDINAL_PLACES[0])


def _ordinals(entry: MappingReader) -> Iterator[Phrase]:
    yield from ((word, "cardinal-after", True) for word in entry.texts("cardinal-endings"))
    inner = entry.entry("ordinals", ORDINAL_KEYS)
    if inner is None:
        return
    endings = inner.texts("endings")
    yield from ((stem + ending, "ordinal", number) for number, stem in _numbered(inner, "stems") for ending in endings)
    for key, role in (("words", "ordinal"), ("uncounted", "ordinal-uncounted")):
        yield from ((word, role, number) for number, word in _numbered(inner, key))
    for key in ("after", "before"):
        yield from ((word, f"ordinal-{key}", True) for word in inner.texts(key))


def _like_ordinals(fractions: Iterable[str], ordinals: Container[str]) -> Iterator[Phrase]:
    """Yield the fractions that end like an ordinal: "a third" before a day is the third day of something."""
    yield from ((word, "ordinal-like", True) for word in fractions if re.split("[ -]", word)[-1] in ordinals)


def _wholes(entry: MappingReader, units: Units) -> Iterator[Phrase]:
    """Yield words that are number and unit at once; those under ``uncounted`` are said in passing: "once"."""
    for key in ("wholes", "uncounted", "uncounted-bounded"):
        role = "whole-bounded" if key == "uncounted-bounded" else "whole"
        for name, value in entry.pairs(key):
            digits, _, unit_name = name.partition(" ")
            number = _fraction(digits, value, entry.problems)
            unit = units.find(unit_name, value.location, entry.problems) if number is not None else NO_UNIT
            if unit:
                yield from ((word, role, (number, unit, key == "wholes")) for word in texts(value, entry.problems))


def _bounds(entry: MappingReader) -> Iterator[Phrase]:
    for key, role in (("bounds", "bound"), ("bounds-after", "bound-after"), ("point-bounds", "point-bound")):
        inner = entry.entry(key, BOUND_KEYS)
        for bound in BOUND_KEYS if inner else ():
            assert inner is not None
            yield from ((word, role, bound) for word in inner.texts(bound))


def _ranges(entry: MappingReader, small: Sequence[str]) -> Iterator[Phrase]:
    inner = entry.entry("ranges", RANGE_KEYS)
    if inner is None:
        return
    if inner.flag("side-by-side"):
        yield from ((word, "side-by-side", True) for word in small)
    for role in ("between", "neighbours", "lists", "both"):
        yield from ((word, role, True) for word in inner.texts(role))
    # one opening may have several closings («с 3 по 7», «с 3 до 7»), and only they end its range
    frames: dict[str, set[str]] = {}
    for item in inner.items("frames", required=False):
        pair = texts(item, entry.problems)
        if len(pair) == 2:
            frames.setdefault(pair[0], set()).add(pair[1])
            yield pair[1], "close", pair[1]
    for opening, closings in frames.items():
        yield opening, "open", frozenset(closings)


def _of_unit(unit: Unit, words: Words) -> Iterator[Phrase]:
    forms = [form for row in words["forms"].values() for form in row]
    yield from ((word, "unit", unit) for word in (*forms, *words["words"]))
    # "the first days" is no day: an ordinal before a word that can only be a plural makes no place in time
    singular = {row[0] for row in words["forms"].values()}
    yield from ((word, "plural", True) for word in forms if word not in singular)
    # what stands before the gap is the label: "day" of "day {}"; «{}-й день» has none, its number is an ordinal
    for template in (*words["label"].values(), *words["labels"].values()):
        label = template.partition("{}")[0].strip()
        if label:
            yield label, "label", (unit, False, bool(forms or words["words"]))
    # only behind a label in words may digits stand for a Roman numeral: "skin type 4", but not "type 4"
    yield from ((word, "label", (unit, True, False)) for word in words["label-words"])


def _with_article(entry: MappingReader, named: Sequence[tuple[Unit, Words]]) -> Iterator[Phrase]:
    """Yield "a week": one, but not counted."""
    singular = [(unit, next(iter(words["forms"].values()))[0]) for unit, words in named if words["forms"]]
    for article in entry.texts("articles"):
        yield from ((f"{article} {word}", "whole", (Fraction(1), unit, False)) for unit, word in singular)


def _adjectives(entry: MappingReader, words: Mapping[str, Words], units: Units) -> Mapping[str, Unit]:
    """Return the adjectives of units in all their forms: "7-дневный"."""
    endings = entry.texts("endings")
    stems = [(units.by_id[name], stem) for name, said in words.items() for stem in said["adjectives"]]
    return {stem + ending: unit for unit, stem in stems for ending in endings}


def joined(entry: MappingReader, words: Mapping[str, Words], units: Units) -> Joined:
    """Return what is written in one word with a number: «трёхдневный»."""
    prefixes = {prefix: number for number, prefix in _numbered(entry, "joined")}
    adjectives = _adjectives(entry, words, units) if prefixes else {}
    return Joined(prefixes, adjectives, min(map(len, adjectives), default=0))
