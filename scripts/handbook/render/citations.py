"""The citations of a page, the same way for every output.

On the site each page ends with notes, one for each fact it uses, numbered in the order of first use. In print
the whole handbook ends with one numbered list of sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.register.facts import Fact, Source
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


@dataclass(frozen=True, slots=True)
class Note:
    """One fact used on a page, with the number of its mark there."""

    number: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The numbered list of sources of some pages."""

    sources: tuple[Source, ...]
    """In the order in which the text first needs them; the first has the number 1."""
    numbers: Mapping[str, tuple[int, ...]]
    """The numbers of a fact's sources, by the fact's id, rising."""


def notes(page: Page, handbook: Handbook) -> tuple[Note, ...]:
    """Return the facts of a page in the order of first use, numbered from 1."""
    ids = dict.fromkeys(target.partition("/")[0] for target in handbook.used(page))
    facts = [fact for id in ids if (fact := handbook.register.facts.get(id))]
    return tuple(Note(number, fact) for number, fact in enumerate(facts, 1))


def bibliography(pages: Iterable[Page], handbook: Handbook) -> Bibliography:
    """Number the sources that the facts of these pages rest on, in the order in which the text needs them."""
    numbers: dict[str, int] = {}
    by_fact: dict[str, tuple[int, ...]] = {}
    for page in pages:
        for note in notes(page, handbook):
            cited = [item.source for item in note.fact.evidence if item.source in handbook.register.sources]
            found = {numbers.setdefault(source, len(numbers) + 1) for source in cited}
            by_fact[note.fact.id] = tuple(sorted(found))
    return Bibliography(tuple(handbook.register.sources[id] for id in numbers), by_fact)
