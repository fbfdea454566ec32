"""How a language writes its units: the words by number and form, and the sentences around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import both
from handbook.diagnostics.yaml_reader import MappingReader, Value, data
from handbook.language import lexicon_entries
from handbook.language.language_keys import JOINS, UNIT_WORD_KEYS, WRITE_KEYS
from handbook.language.units import Units

_OF_TWO = ("range", "share")
"""The sentences with two numbers."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How a language writes one unit."""

    forms: Mapping[str, tuple[str, ...]]
    """By grammatical form; in each the words in the order of the plural categories. Empty for "SPF 30"."""
    label: Mapping[str, str]
    """By grammatical form: "day {}" for a place in time, "SPF {}" for a unit that comes first."""
    labels: Mapping[str, str]
    """The same for a range: "days {} to {}"."""
    join: str
    """What stands between number and unit."""


def read_units(
    entry: MappingReader, forms: tuple[str, ...], categories: int, units: Units
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what stands below ``units:`` by the id of the unit; what is wrong there is reported."""
    for name, value in entry.pairs("units"):
        if not units.find(name, value.location, entry.problems):
            continue
        inner = MappingReader(value, UNIT_WORD_KEYS, entry.problems)
        rows = {form: tuple(lexicon_entries.texts(row, entry.problems)) for form, row in _cased(inner, "forms", forms)}
        for form, row in rows.items():
            if len(row) != categories:
                message = Message(
                    "{name} has {count} words in the {form}, but there are {categories} plural categories",
                    name=name,
                    count=len(row),
                    form=form,
                    categories=categories,
                )
                entry.problems.append(
                    Problem(inner.location("forms"), message, Message("give one word for each category"))
                )
        yield (
            name,
            {
                "forms": {form: row for form, row in rows.items() if len(row) == categories},
                "label": _labels(inner, "label", forms, 1),
                "labels": _labels(inner, "labels", forms, 2),
                "label-words": inner.texts("label-words"),
                "words": inner.texts("words"),
                "adjectives": inner.texts("adjectives"),
                "join": JOINS[inner.choice("join", tuple(JOINS), "space")],
            },
        )


def _cased(inner: MappingReader, key: str, forms: tuple[str, ...]) -> Iterator[tuple[str, Value]]:
    for form, value in inner.pairs(key):
        if form in forms:
            yield form, value
        else:
            message = Message("the form {form!r} is none of this language", form=form)
            inner.problems.append(
                Problem(value.location, message, Message("its forms are {names}", names=", ".join(forms)))
            )


def _labels(inner: MappingReader, key: str, forms: tuple[str, ...], places: int) -> dict[str, str]:
    labels = {}
    for form, value in _cased(inner, key, forms):
        labels[form] = str(data(value))
        if not _has_places(labels[form], places):
            example = "days {} to {}" if places == 2 else "day {}"
            message = Message(
                "{key} is {label!r}, but needs {places} for the number",
                key=key,
                label=labels[form],
                places=both(["{}"] * places),
            )
            inner.problems.append(Problem(value.location, message, Message('write it as "{example}"', example=example)))
    return labels


def _has_places(text: str, count: int) -> bool:
    """Tell whether a text has so many places for numbers, and no other braces."""
    return text.count("{}") == count and not re.search("[{}]", text.replace("{}", ""))


def words_of(words: Mapping[str, Any]) -> UnitWords:
    """Make the words of a unit of what was read."""
    return UnitWords(words["forms"], words["label"], words["labels"], words["join"])


def read_writings(entry: MappingReader, forms: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Read the sentences below ``write:``; one that is missing or has no place for its number is reported."""
    found = {}
    entry.entry("write", WRITE_KEYS)  # reports a name that says nothing
    for name, value in entry.pairs("write"):
        plain = data(value)
        found[name] = {str(k): str(v) for k, v in plain.items()} if isinstance(plain, dict) else {"words": str(plain)}
        places = 2 if name in _OF_TWO else 1
        words = [text for key, text in found[name].items() if key != "form"] if "words" in found[name] else [""]
        if found[name].get("form", forms[0]) not in forms or not all(_has_places(text, places) for text in words):
            example = "{} to {}" if places == 2 else "at least {}"
            hint = Message('write {{words: "{example}", form: {form}}}', example=example, form=forms[0])
            message = Message(
                "{name} needs words with {places} and a form of this language",
                name=name,
                places=both(["{}"] * places),
            )
            entry.problems.append(Problem(value.location, message, hint))
    for name in WRITE_KEYS:
        if name not in found:
            entry.problems.append(
                Problem(
                    entry.location("write"),
                    Message("{key} is missing here", key=name),
                    Message('add {name}: "… {{}}"', name=name),
                )
            )
    return found


def read_governors(entry: MappingReader, forms: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield by form the words that demand it of what follows."""
    inner = entry.entry("governors", forms)
    for form in forms if inner else ():
        assert inner is not None
        yield form, inner.texts(form)


def read_denominators(entry: MappingReader) -> Iterator[tuple[str, str]]:
    """Yield by the id of a unit the first words that count another one by it: a day."""
    for name, value in entry.pairs("per"):
        words = data(value)
        if isinstance(words, list) and words:
            yield name, str(words[0])
