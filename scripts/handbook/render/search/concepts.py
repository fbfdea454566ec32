"""Which concepts of the glossary a text speaks of: one that has any of their words answers a query with any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from handbook.register.glossary import Concept, Glossary
from handbook.render.search.words import Reader

Phrase = tuple[str, ...]
"""The words of a phrase, in order."""


def said_of(concept: Concept) -> Iterator[str]:
    """Yield everything that pages and patients call a concept."""
    yield from dict.fromkeys(chain(concept.used, concept.brands, concept.lay))


def phrases_of(glossary: Glossary, reader: Reader) -> dict[str, tuple[Phrase, ...]]:
    """Return the words of every phrase for each concept, by its id.

    Those that find nothing by themselves are left out, unless a single word would stand for all: what will not heal is
    not told by `heal`.
    """
    return {id: tuple(dict.fromkeys(_phrases(concept, reader))) for id, concept in glossary.concepts.items()}


def _phrases(concept: Concept, reader: Reader) -> Iterator[Phrase]:
    for said in said_of(concept):
        words = tuple(reader.words(said))
        telling = tuple(word for word in words if word not in reader.idle)
        if words:
            yield telling if len(telling) > 1 else words
        yield from ((word,) for word in reader.joined(said) if len(words) == 2)


def finder(phrases: Mapping[str, Iterable[Phrase]], reader: Reader) -> Callable[[list[str]], list[str]]:
    """Return what names the concepts in the words of a text, each as often as it is named.

    A word within a longer phrase is not told: a numbing cream is no cream.
    """
    begun: dict[str, list[tuple[list[frozenset[str]], str]]] = {}
    for id, several in phrases.items():
        for phrase in several:
            roots = [reader.roots(word) for word in phrase]
            for root in roots[0]:
                begun.setdefault(root, []).append((roots, id))

    def find(words: list[str]) -> list[str]:
        found: list[str] = []
        roots, end = [reader.roots(word) for word in words], 0
        for at, first in enumerate(roots):
            known = [entry for root in first for entry in begun.get(root, ())]
            fits = [(phrase, id) for phrase, id in known if at + len(phrase) > end and _meet(phrase, roots[at:])]
            longest = max((len(phrase) for phrase, _ in fits), default=0)
            found += {id for phrase, id in fits if len(phrase) == longest}
            end = max(end, at + longest)
        return found

    return find


def _meet(phrase: list[frozenset[str]], said: list[frozenset[str]]) -> bool:
    return len(phrase) <= len(said) and not any(one.isdisjoint(two) for one, two in zip(phrase, said, strict=False))
