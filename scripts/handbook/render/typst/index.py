"""The index of a book: topics and words of the glossary, from A to Z, and the places in the book that speak of them.

A topic leads to where it is answered. A word leads to the sections that are about it: that have it in their heading, or
in their text again and again. Which pages these are only Typst knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from handbook.language.alphabet import by_letter
from handbook.language.languages import Language
from handbook.language.vocabulary import Vocabulary
from handbook.markup.blocks import Heading, Term, TextBlock
from handbook.register.editions import PAGE
from handbook.register.explained import anchor_of
from handbook.register.glossary import FOLDER, Glossary
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.render.editions import Portion

_OFTEN = 3
"""Times that a section names what it is about, where its heading does not."""

_MOST = 6
"""Places of a word; nobody turns to more, and what stands everywhere is looked for nowhere."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a reader may look for."""

    words: str
    places: tuple[str, ...]
    """The labels of the places that speak of it."""
    meaning: str = ""
    """The label of the place that explains the word."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with the text below it, up to the next heading."""

    label: str
    heading: str
    texts: list[str] = field(default_factory=list)


def index_of(portions: Sequence[Portion], language: Language, handbook: Handbook) -> list[object]:
    """Return the index of a book as its template takes it: each letter with its entries."""
    pages = [portion.page for portion in portions if portion.held.kind == PAGE]
    own = [page for page in pages if page.text_language == language.code]
    places = [section.label for page in pages for section in _sections(page)]
    glossary = handbook.glossary.get(language.code)
    words = _words(own, glossary, language) if glossary else ()
    entries = _together(chain(_topics(handbook, language, places), words), language, places)
    return [
        [letter, [[entry.words, entry.places, entry.meaning] for entry in found]]
        for letter, found in by_letter(entries, lambda entry: entry.words, language)
    ]


def _sections(page: Page) -> Iterator[_Section]:
    """Yield a page cut at its headings, without the word list; under its title stands what is above the next one."""
    section = _Section(page.path, page.title)
    for part in page.document.parts:
        if isinstance(part, Heading) and part.level > 1:
            yield section
            section = _Section(f"{page.path}#{part.id}", part.text)
        elif isinstance(part, TextBlock) and not (isinstance(part, Heading) or _explains(part)):
            section.texts.append(part.text)
    yield section


def _explains(part: TextBlock) -> bool:
    """Tell whether some words stand in the word list, to which a word leads by its meaning alone."""
    return part.location.path.startswith(FOLDER)


def _topics(handbook: Handbook, language: Language, places: Sequence[str]) -> Iterator[_Entry]:
    for topic in handbook.topics.values():
        answered = tuple(place for place, _ in topic.pages if place in places)
        if label := topic.labels.get(language.code, "").strip():
            yield _Entry(_capital(label), answered)


def _words(pages: Iterable[Page], glossary: Glossary, language: Language) -> Iterator[_Entry]:
    """Yield the words of the glossary that pages use."""
    known = Vocabulary(
        ((said, concept.id) for concept in glossary.concepts.values() for said in concept.used), language
    )
    named: dict[str, dict[str, int]] = {}
    for section in chain.from_iterable(map(_sections, pages)):
        counts = Counter(id for text in section.texts for _, _, id in known.find(text))
        titled = dict.fromkeys((id for _, _, id in known.find(section.heading)), max(_OFTEN, *counts.values(), 0))
        for id, count in {**counts, **titled}.items():
            named.setdefault(id, {})[section.label] = count
    meanings = {part.id: page.path for page in pages for part in page.document.parts if isinstance(part, Term)}
    for id, sections in named.items():
        meant = anchor_of(id)
        meaning = f"{meanings[meant]}#{meant}" if meant in meanings else ""
        yield _Entry(_capital(glossary.concepts[id].word), _most(sections), meaning)


def _most(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the places that name a word often, or that name it most where none does so."""
    least = min(_OFTEN, max(counts.values()))
    often = [place for place in sorted(counts, key=lambda place: -counts[place]) if counts[place] >= least]
    return tuple(often[:_MOST])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _together(entries: Iterable[_Entry], language: Language, places: Sequence[str]) -> Iterator[_Entry]:
    """Yield entries that lead somewhere, those of the same words as one, each with its places in reading order."""
    same: dict[str, list[_Entry]] = {}
    for entry in entries:
        same.setdefault(language.lexicon.plain(entry.words), []).append(entry)
    for found in same.values():
        all_places = {place for entry in found for place in entry.places}
        meaning = next((entry.meaning for entry in found if entry.meaning), "")
        if all_places or meaning:
            yield _Entry(found[0].words, tuple(place for place in places if place in all_places), meaning)
