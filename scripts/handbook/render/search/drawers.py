"""The words of an index in drawers, by their first letters, so that a search loads only those that it needs.

The words that find nothing by themselves stand in many queries, so they have drawers of their own. So have words of the
other languages, which are asked for where a language does not have a word itself.
Drawers are cut here and looked up in overrides/assets/search/engine/drawers.js.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby

from handbook.render.search.concepts import Phrase
from handbook.render.search.index import Index

_ALIKE = 3
"""Words that share as many first letters stand in one drawer: they are what a word may mean."""
_ROOM = 25
"""How many words a drawer holds, at least."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Words that stand beside one another in the order of their letters."""

    words: tuple[str, ...]
    forms: tuple[str, ...] = ()
    """Words much longer than their roots."""
    heard: tuple[str, ...] = ()
    """Words of the rules that show a warning."""

    @property
    def held(self) -> tuple[str, ...]:
        """Return all of them, each once."""
        return _sorted({*self.words, *self.forms, *self.heard})

    @property
    def kinds(self) -> tuple[int, ...]:
        """Return for each which of these it is: 1, 2 and 4, added up."""
        kinds = [set(listed) for listed in (self.words, self.forms, self.heard)]
        return tuple(sum(1 << at for at, kind in enumerate(kinds) if word in kind) for word in self.held)


@dataclass(frozen=True, slots=True)
class Drawers:
    """All words of an index."""

    idle: tuple[Drawer, ...]
    """Those that find nothing by themselves."""
    own: tuple[Drawer, ...]
    """All others of the language."""
    foreign: tuple[Drawer, ...]
    """Words of concepts in other languages, which this one does not have."""

    @property
    def all(self) -> tuple[Drawer, ...]:
        """Return every drawer at its number."""
        return (*self.idle, *self.own, *self.foreign)

    @property
    def numbers(self) -> dict[str, int]:
        """Return the number of each word."""
        return {word: number for number, word in enumerate(chain.from_iterable(each.words for each in self.all))}

    @property
    def firsts(self) -> tuple[int, ...]:
        """Return the number of the first word of each drawer."""
        return tuple(accumulate((len(each.words) for each in self.all[:-1]), initial=0))


def drawers_of(index: Index) -> Drawers:
    """Put the words of an index into drawers."""
    heard = {word for place in index.rules.lists for word in place}
    own = index.words.keys() | _words(index.phrases)
    idle = _cut(own & index.idle, (), heard & index.idle)
    telling = _cut(own - index.idle, set(index.forms), heard - index.idle)
    return Drawers(tuple(idle), tuple(telling), tuple(_cut(_words(index.foreign) - own, (), ())))


def starts(shelf: Sequence[Drawer]) -> tuple[str, ...]:
    """Return with which letters each drawer begins, and behind them a letter that none reaches."""
    letters = [_first(drawer) for drawer in shelf]
    last = max((word for drawer in shelf for word in drawer.held), key=_order, default="")
    return (*letters, chr(ord(last[0]) + 1)) if last else ()


def _words(phrases: Mapping[str, Iterable[Phrase]]) -> set[str]:
    return {word for said in phrases.values() for phrase in said for word in phrase}


def _cut(words: Collection[str], forms: Collection[str], heard: Collection[str]) -> Iterator[Drawer]:
    """Cut words where others begin, as soon as there are enough of them."""
    held: list[str] = []
    for _, alike in groupby(_sorted({*words, *forms, *heard}), key=lambda word: word[:_ALIKE]):
        held += alike
        if len(held) >= _ROOM:
            yield _drawer(held, words, forms, heard)
            held = []
    if held:
        yield _drawer(held, words, forms, heard)


def _drawer(held: Sequence[str], *kinds: Collection[str]) -> Drawer:
    return Drawer(*(tuple(word for word in held if word in kind) for kind in kinds))


def _first(drawer: Drawer) -> str:
    return drawer.held[0][:_ALIKE]


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=_order))


def _order(word: str) -> bytes:
    """Return what words are sorted by: as a page compares them."""
    return word.encode("utf-16-be", "surrogatepass")
