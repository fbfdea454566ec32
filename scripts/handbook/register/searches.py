"""What patients of each language type beyond what pages and glossary say: docs/data/searches/<code>.yml.

A language needs no such file; its pages are found by their own words, by topics and by the glossary.

What warns is told by rules: `{eye} {hurts}` holds for whoever types one of the words listed as `eye` and one of those
listed as `hurts`, in any order, among whatever else. A word without braces stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeAlias

from handbook.diagnostics.keys import FILLED, Key, Keys, list_of, named
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project

FOLDER = "searches"
SEARCH_FILE: Keys = {
    "idle": Key("Words that find nothing by themselves: of, how, when, can.", list_of(FILLED)),
    "subject": Key("Words for what all pages are about, which find something only by themselves.", list_of(FILLED)),
    "keyboard": Key("What the keys of an English keyboard type on one of this language, in two texts of equal length, "
                    "the rows of keys apart.",
                    list_of(FILLED)),
    "latin": Key("What Latin letters stand for, the likeliest first, for who has no such keyboard: shch: [щ].",
                 named(list_of(FILLED))),
    "short": Key("How words are written in messages: makan: [mkn]. Whoever types one of these means the word.",
                 named(list_of(FILLED))),
    "vowels": Key("Letters that messages leave out, bngkk for bengkak, and that are written for one another.",
                  list_of(FILLED)),
    "sections": Key("What patients type for a page or a section: recovery/sun.md#hats.", named(list_of(FILLED))),
    "words": Key("Lists of single words, by names of your own; the rules below name them in braces.",
                 named(list_of(FILLED))),
    "warnings": Key("Rules by the id of a warning sign, which stands above the results of whoever types all words of "
                    "one: {eye} {hurts}.", named(list_of(FILLED))),
    "harmless": Key("Rules for what warns of nothing: words that stand together, eye shield, are left out before the "
                    "rules are read.", list_of(FILLED)),
}  # fmt: skip


Rule: TypeAlias = tuple[tuple[str, ...], ...]
"""For each of its places the words one of which must be typed."""

_NAMED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Searches:
    """What patients type in one language."""

    idle: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    keyboard: tuple[str, ...] = ()
    """The letters of an English keyboard, and those of this language on the same keys; empty where they are alike."""
    latin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What Latin letters stand for, the likeliest first."""
    short: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By a word, or several, how it is written in messages."""
    vowels: tuple[str, ...] = ()
    """Letters that messages leave out, and that are written for one another."""
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By page or section, as topics name them."""
    warnings: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    """By warning sign, what shows it."""
    harmless: tuple[Rule, ...] = ()
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each section stands, and"""
    sign_places: Mapping[str, Location] = field(default_factory=dict)
    """each sign."""


def load_searches(project: Project, problems: list[Problem]) -> dict[str, Searches]:
    """Load what there is of every language; what is malformed is reported at its line."""
    files = {code: project.data_folder / FOLDER / f"{code}.yml" for code in project.codes}
    values = {code: open_yaml(file, project.root, problems) for code, file in files.items() if file.exists()}
    return {code: _read(MappingReader(value, SEARCH_FILE, problems)) for code, value in values.items() if value}


def lost_sections(searches: Mapping[str, Searches], anchors: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each page or section that is not there."""
    for each in searches.values():
        for address, place in each.places.items():
            if address not in anchors:
                message = Message("there is no page or section {address}", address=address)
                yield Problem(place, message, meant(address, anchors))


def lost_signs(searches: Mapping[str, Searches], signs: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each warning sign that is not there."""
    for each in searches.values():
        for sign, place in each.sign_places.items():
            if sign not in signs:
                yield Problem(place, Message("there is no warning sign {sign}", sign=sign), meant(sign, signs))


def _read(entry: MappingReader) -> Searches:
    typed, places = _named_texts("sections", entry)
    latin, _ = _named_texts("latin", entry)
    short, _ = _named_texts("short", entry)
    words, _ = _named_texts("words", entry)
    warnings, sign_places = _named_texts("warnings", entry)
    harmless = entry.texts("harmless")
    for key, rules in (("warnings", chain.from_iterable(warnings.values())), ("harmless", harmless)):
        entry.problems += _without_words(rules, words, entry.value_location(key))
    keyboard = entry.texts("keyboard")
    if keyboard and (len(keyboard) != 2 or len(keyboard[0]) != len(keyboard[1])):
        message = Message("keyboard needs two rows with as many letters each")
        hint = Message("write the keys of an English keyboard, and then what the same keys type in this language")
        entry.problems.append(Problem(entry.location("keyboard"), message, hint))
        keyboard = ()
    return Searches(
        entry.texts("idle"),
        entry.texts("subject"),
        keyboard,
        latin,
        short,
        entry.texts("vowels"),
        typed,
        {sign: _rules(rules, words) for sign, rules in warnings.items()},
        _rules(harmless, words),
        places,
        sign_places,
    )


def _named_texts(key: str, entry: MappingReader) -> tuple[dict[str, tuple[str, ...]], dict[str, Location]]:
    """Return the lists below a key, by their names, and where each stands."""
    names = [name for name, _ in entry.pairs(key)]
    inner = entry.entry(key, names) if names else None
    if inner is None:
        return {}, {}
    return {name: inner.texts(name) for name in names}, {name: inner.location(name) for name in names}


def _without_words(rules: Iterable[str], words: Collection[str], place: Location) -> Iterator[Problem]:
    """Yield a problem for each list that a rule names and that is not there."""
    for name in dict.fromkeys(name for rule in rules for name in _NAMED.findall(rule)):
        if name not in words:
            yield Problem(place, Message("there is no list of words {name}", name=name), meant(name, words))


def _rules(texts: Iterable[str], words: Mapping[str, tuple[str, ...]]) -> tuple[Rule, ...]:
    return tuple(tuple(_words(part, words) for part in text.split()) for text in texts)


def _words(part: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    named = _NAMED.fullmatch(part)
    return words.get(named[1], ()) if named else (part,)
