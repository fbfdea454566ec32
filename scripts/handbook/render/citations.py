"""The citations of a page, the same way for every output.

On the site each page ends with notes, one for each fact it uses, numbered in the order of first use. A printed book
ends with one numbered list of sources. The marks in its text are counted anew in each chapter, so that they stay short
however many sources a sentence has; the notes before the list tell for each mark the numbers of its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.markup.blocks import Figure, TextBlock, walk
from handbook.markup.inlines import Citation, Picture, walk_inlines
from handbook.register.facts import Fact, Source
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.pictures import figure_of


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

    def behind(self, targets: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the sources of some facts, each once and rising."""
        ids = (target.partition("/")[0] for target in targets)
        return tuple(sorted({number for id in ids for number in self.numbers.get(id, ())}))


NO_SOURCES = Bibliography((), {})
"""Of a book without marks."""


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


def marks_on(page: Page, cited: Bibliography, handbook: Handbook) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the sources of each mark on a page that has its ``Citation``s; the first is mark 1.

    What rests on the same sources has the same mark.
    """
    found = (cited.behind(targets) for targets in _cited_on(page, handbook))
    return tuple(dict.fromkeys(filter(None, found)))


def _cited_on(page: Page, handbook: Handbook) -> Iterator[Iterable[str]]:
    """Yield the targets of the facts of each mark in reading order; a picture has a mark too."""
    language = handbook.language(page.text_language)
    for part in walk(*page.document.blocks):
        if isinstance(part, Figure) and isinstance(part.image, Picture):
            figure = figure_of(part.image.name, language, handbook.pictures)
            yield figure.addresses if figure else ()
        elif isinstance(part, TextBlock):
            marks = (inline for inline in walk_inlines(part.inlines) if isinstance(inline, Citation))
            yield from ([link.target for link in mark.links] for mark in marks)
