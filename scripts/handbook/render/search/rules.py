"""What shows a warning: rules of words, in roots, as the search of a language compares them.

A language whose file in docs/data/searches has no rules makes do with its glossary: each phrase of a sign's concepts is
a rule.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from handbook.register.searches import Rule, Searches
from handbook.register.warning_signs import WarningSign
from handbook.render.search.concepts import Phrase
from handbook.render.search.words import Reader

Places: TypeAlias = tuple[frozenset[str], ...]
"""A rule in roots: one of those at each place must be typed."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a language."""

    warnings: tuple[tuple[int, Places], ...]
    """The number of a sign with a rule that shows it."""
    harmless: tuple[Places, ...]
    """What is left out before."""

    @property
    def lists(self) -> dict[tuple[str, ...], int]:
        """Return what can stand at a place, with a number for each, small where many rules have it."""
        uses = Counter(tuple(sorted(place)) for place in chain(*(rule for _, rule in self.warnings), *self.harmless))
        return {one: number for number, (one, _) in enumerate(uses.most_common())}


def rules_of(
    signs: Sequence[WarningSign], searches: Searches, phrases: Mapping[str, Iterable[Phrase]], reader: Reader
) -> Rules:
    """Return the rules that show signs, as few as do."""
    warnings = [_folded(_needed(_rooted(_of(sign, searches, phrases), reader))) for sign in signs]
    harmless = tuple(_folded(_rooted(searches.harmless, reader)))
    return Rules(tuple((number, rule) for number, rules in enumerate(warnings) for rule in rules), harmless)


def _of(sign: WarningSign, searches: Searches, phrases: Mapping[str, Iterable[Phrase]]) -> Iterator[Rule]:
    if searches.warnings:
        yield from searches.warnings.get(sign.id, ())
    else:
        yield from (tuple((word,) for word in phrase) for id in sign.concepts for phrase in phrases.get(id, ()))


def _rooted(rules: Iterable[Rule], reader: Reader) -> list[Places]:
    return [tuple(frozenset(_roots(words, reader)) for words in rule) for rule in rules]


def _roots(words: Iterable[str], reader: Reader) -> Iterator[str]:
    """Yield the roots of words; one that can be a root itself stands for its own forms, and for no others."""
    for word in chain.from_iterable(map(reader.words, words)):
        roots = reader.roots(word)
        yield from (word,) if word in roots else roots


def _needed(rules: list[Places]) -> list[Places]:
    """Leave out what a rule shows that asks for less: `severe fever` beside `fever`."""
    kept: list[Places] = []
    for rule in sorted(rules, key=lambda rule: (len(rule), -sum(map(len, rule)))):
        if not any(_holds_for(other, rule) for other in kept):
            kept.append(rule)
    return kept


def _holds_for(rule: Places, other: Places) -> bool:
    """Tell whether whatever has all words of the other rule has all of this one."""
    if not rule:
        return True
    fitting = (at for at, place in enumerate(other) if place <= rule[0])
    return any(_holds_for(rule[1:], other[:at] + other[at + 1 :]) for at in fitting)


def _folded(rules: list[Places]) -> list[Places]:
    """Make one of rules that differ at one place only: `blue lips` and `grey lips`."""
    for place in reversed(range(max(map(len, rules), default=0))):
        rest = [rule for rule in rules if len(rule) <= place]
        groups = defaultdict[tuple[Places, Places], set[str]](set)
        for rule in rules:
            if len(rule) > place:
                groups[rule[:place], rule[place + 1 :]] |= rule[place]
        rules = [*rest, *((*before, frozenset(words), *after) for (before, after), words in groups.items())]
    return rules
