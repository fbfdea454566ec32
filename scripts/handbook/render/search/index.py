"""What a search script knows: the sections, each word with the sections it stands in, and the concepts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.searches import Searches
from handbook.render.search.concepts import Phrase, finder, phrases_of
from handbook.render.search.dangers import Danger, dangers_in
from handbook.render.search.rules import Rules, rules_of
from handbook.render.search.sections import Section, sections_of
from handbook.render.search.weights import Fields, Postings, strengths
from handbook.render.search.words import Reader

_LISTED = 0.5
"""How much a section counts that only lists what others answer,"""
_FOREIGN = 0.5
"""and one that is not translated."""
_TITLES = "topic", "also", "heading"
"""The fields whose little words tell what is asked."""
_LONGER = 2
"""By how many letters a word is much longer than its root."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A section as it is searched."""

    page: Page
    section: Section
    reader: Reader
    """Of the language of its text."""
    fields: Fields
    alone: tuple[str, ...] = ()
    """Words that by themselves are its heading, or what patients type for it."""
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By concept, which of the single words that it is called stand here, in roots."""

    @property
    def prior(self) -> float:
        """How much it counts beside others that say the same."""
        return (_LISTED if self.section.is_list else 1) * (_FOREIGN if self.page.is_fallback else 1)


@dataclass(frozen=True, slots=True)
class Index:
    """What is searched in one language."""

    entries: tuple[Entry, ...]
    words: Mapping[str, Postings]
    """How much each root says about which sections."""
    alone: Mapping[str, frozenset[int]]
    """By root, the sections that it is the heading of by itself, or all that patients type for them."""
    forms: tuple[str, ...]
    """Words much longer than their root, as patients write them: what is mistyped is nearer to these."""
    concepts: Mapping[str, Postings]
    """Which sections speak of each concept, by its id."""
    phrases: Mapping[str, tuple[Phrase, ...]]
    """What each is called in the language, in roots."""
    foreign: Mapping[str, tuple[Phrase, ...]]
    """What each is called in the other languages."""
    idle: frozenset[str]
    """The words that find nothing by themselves, and their roots."""
    dangers: tuple[Danger, ...]
    """The warning signs that can stand above everything, the most urgent first."""
    rules: Rules
    """What shows them, by their numbers."""


class Stems:
    """Chooses among the roots that a word can have: one that it shares with most other words."""

    def __init__(self, words: Iterable[tuple[str, Reader]]):
        self._count = Counter(root for word, reader in set(words) for root in reader.roots(word))

    def of(self, word: str, reader: Reader) -> tuple[str, ...]:
        """Return the root of a word, or where several are as good, all of these, the likeliest first."""
        roots = reader.roots(word)
        most = max(self._count[root] for root in roots)
        best = sorted((root for root in roots if self._count[root] == most), key=lambda root: (len(root), root))
        return tuple(root for root in best if len(root) <= len(best[0]) + 1)


def make_index(language: Language, handbook: Handbook) -> Index:
    """Make the index of a language, from its pages and the originals that stand in for translations."""
    readers = {each.code: Reader.of(each, handbook) for each in handbook.languages}
    glossaries = {code: glossary for code, glossary in handbook.glossary.items() if code in readers}
    phrases = {code: phrases_of(glossary, readers[code]) for code, glossary in glossaries.items()}
    entries = tuple(_entries(language, readers, handbook))
    own, mine = readers[language.code], phrases.get(language.code, {})
    stems = Stems(_known(entries, mine, own))
    rooted = {id: tuple(_rooted(phrase, stems, own) for phrase in said) for id, said in mine.items()}
    fields = [_stemmed(entry, stems) for entry in entries]
    priors = [entry.prior for entry in entries]
    dangers = tuple(dangers_in(language, handbook))
    find = {code: finder(said, readers[code]) for code, said in phrases.items()}
    foreign = {id: _elsewhere(id, language.code, phrases) for id in mine}
    singles = {id: {phrase[0] for phrase in (*said, *foreign[id]) if len(phrase) == 1} for id, said in rooted.items()}
    return Index(
        tuple(replace(entry, called=_called(its, singles)) for entry, its in zip(entries, fields, strict=True)),
        strengths(fields, priors),
        _alone(entries, stems),
        tuple(sorted(_forms(entries, stems))),
        strengths((_spoken(entry, find) for entry in entries), priors),
        rooted,
        foreign,
        own.idle.union(*map(own.roots, own.idle)),
        dangers,
        rules_of([danger.sign for danger in dangers], handbook.searches.get(language.code, Searches()), mine, own),
    )


def _entries(language: Language, readers: Mapping[str, Reader], handbook: Handbook) -> Iterator[Entry]:
    topics = _topics(language.code, handbook)
    for page in handbook.pages_in(language.code):
        reader, above = readers[page.text_language], [page.title]
        for place, section in enumerate(sections_of(page, handbook)):
            address = f"{page.path}#{section.id}" if place else page.path
            above = [*above[: section.level - 1], section.heading]
            said = {
                "topic": topics[address, True],
                "also": topics[address, False],
                "heading": [section.heading],
                "above": above[:-1],
                "text": [section.text],
            }
            fields = {name: [word for text in texts for word in reader.telling(text)] for name, texts in said.items()}
            asked = [word for name in _TITLES for text in said[name] for word in reader.small(text)]
            phrases = (reader.telling(text) for text in (*said["topic"], section.heading))
            alone = tuple(dict.fromkeys(phrase[0] for phrase in phrases if len(phrase) == 1))
            yield Entry(page, section, reader, {**fields, "asked": asked}, alone)


def _topics(code: str, handbook: Handbook) -> Mapping[tuple[str, bool], list[str]]:
    """Return what patients call what a page or section answers, and whether it does so in the first place."""
    found = defaultdict[tuple[str, bool], list[str]](list)
    for topic in handbook.topics.values():
        for place, (address, _) in enumerate(topic.pages):
            found[address, place == 0].append(topic.labels.get(code, ""))
    for address, typed in handbook.searches.get(code, Searches()).sections.items():
        found[address, True] += typed
    return found


def _rooted(phrase: Phrase, stems: Stems, reader: Reader) -> Phrase:
    return tuple(stems.of(word, reader)[0] for word in phrase)


def _known(
    entries: Iterable[Entry], phrases: Mapping[str, Iterable[Phrase]], own: Reader
) -> Iterator[tuple[str, Reader]]:
    """Yield every word that there is, with what reads it."""
    yield from ((word, entry.reader) for entry in entries for said in entry.fields.values() for word in said)
    yield from ((word, own) for said in phrases.values() for phrase in said for word in phrase)


def _stemmed(entry: Entry, stems: Stems) -> Fields:
    return {
        name: [root for word in said for root in stems.of(word, entry.reader)] for name, said in entry.fields.items()
    }


def _alone(entries: Iterable[Entry], stems: Stems) -> dict[str, frozenset[int]]:
    found = defaultdict[str, set[int]](set)
    for number, entry in enumerate(entries):
        for root in chain.from_iterable(stems.of(word, entry.reader) for word in entry.alone):
            found[root].add(number)
    return {root: frozenset(numbers) for root, numbers in found.items()}


def _forms(entries: Iterable[Entry], stems: Stems) -> set[str]:
    said = ((name, entry.reader, words) for entry in entries for name, words in entry.fields.items())
    known = {(word, reader) for name, reader, words in said if name != "text" for word in words}
    return {word for word, reader in known if len(word) >= len(stems.of(word, reader)[0]) + _LONGER}


def _spoken(entry: Entry, find: Mapping[str, Callable[[list[str]], list[str]]]) -> Fields:
    """Return the concepts that each field of a section speaks of."""
    code = entry.reader.code
    return {name: find[code](list(said)) for name, said in entry.fields.items()} if code in find else {}


def _called(fields: Fields, singles: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    shown = {word for name in ("heading", "text") for word in fields.get(name, ())}
    found = {id: tuple(sorted(words & shown)) for id, words in singles.items()}
    return {id: words for id, words in found.items() if words}


def _elsewhere(id: str, code: str, phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]) -> tuple[Phrase, ...]:
    """Return what a concept is called in every language but one."""
    others = (said.get(id, ()) for other, said in phrases.items() if other != code)
    return tuple(dict.fromkeys(chain.from_iterable(others)))
