"""The pages as they are beside what was recorded of them: which blocks are current, and which are not.

Nothing is asked but words. A block whose two sides were recorded together is current wherever it has moved; one whose
original has changed is behind; one whose translation has changed has to be recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from itertools import combinations

from handbook.language.advice_words import AdviceWords
from handbook.tracking.ledger import Entry, Ledger
from handbook.tracking.matters import change_matters, piece_matters
from handbook.tracking.pieces import Piece, counterparts, joined_hash, section_of

_ALIKE = 0.5
"""How alike two texts are, of 1, from which on one is taken for the other, changed."""


class State(Enum):
    """How a block of a translation stands to its original."""

    CURRENT = "current"
    WORDING_BEHIND = "wording behind"
    """The original has changed, in its wording alone."""
    FACT_BEHIND = "fact behind"
    """The original has changed in a fact, a command or a warning."""
    MISSING = "missing"
    ORPHAN = "orphan"
    """The original is gone, and the translation is still there."""
    UNRECORDED = "not yet recorded"


BEHIND = (State.WORDING_BEHIND, State.FACT_BEHIND)


@dataclass(frozen=True, slots=True)
class Standing:
    """One block of a translation beside its original."""

    id: str
    state: State
    original: Piece | None
    """None for an orphan."""
    mine: tuple[Piece, ...]
    """What stands there in the translation; several pieces where a paragraph was split, none where it is missing."""
    entry: Entry | None
    """What was recorded of it, also where that no longer holds; None for an orphan."""

    def is_lacking(self, words: AdviceWords) -> bool:
        """Tell whether the translation lacks a block with a fact, a command or a warning; ``words`` as below."""
        return self.state is State.MISSING and self.original is not None and piece_matters(self.original, words)

    def needs_reader(self, words: AdviceWords) -> bool:
        """Tell whether it holds a fact, a command or a warning that nobody but the translator has read as it is.

        ``words`` are those that command in the language of the original.
        """
        if self.original is None or not self.mine or not piece_matters(self.original, words):
            return False
        return self.state is not State.CURRENT or self.entry is None or self.entry.checked is None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded in one language."""

    page: Sequence[Entry] = ()
    """Of this page,"""
    by_source: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    """and of all pages, by the hash of the original: a block may have moved to another page."""


def recorded_in(ledgers: Iterable[Ledger]) -> dict[str, Recorded]:
    """Return what the ledgers of a language have for each page, and under the empty name for one without a ledger."""
    ledgers = tuple(ledgers)
    by_source: dict[str, list[Entry]] = {}
    for entry in (entry for ledger in ledgers for entry in ledger.entries):
        by_source.setdefault(entry.source, []).append(entry)
    return {"": Recorded((), by_source), **{it.page: Recorded(it.entries, by_source) for it in ledgers}}


def standings_of(
    originals: Sequence[Piece], mine: Sequence[Piece], recorded: Recorded, words: AdviceWords
) -> tuple[Standing, ...]:
    """Return how each block of a page stands, in the order of the original, orphans last.

    ``words`` are those that command in the language of the original.
    """
    return tuple(_Comparison(originals, mine, recorded, words).standings())


class _Comparison:
    """One comparison of a page; ``free`` are the pieces of the translation that no block has yet."""

    def __init__(
        self, originals: Sequence[Piece], mine: Sequence[Piece], recorded: Recorded, words: AdviceWords
    ):
        self.originals = originals
        self.recorded = recorded
        self.words = words
        self.places = counterparts(originals, mine)
        self.free = {piece.id: piece for piece in mine}
        self.own = {id(entry) for entry in recorded.page}
        self.by_hash: dict[str, list[tuple[Piece, ...]]] = {}
        for said in (*((piece,) for piece in mine), *_runs(self.places.values())):
            self.by_hash.setdefault(joined_hash(said), []).append(said)

    def standings(self) -> Iterator[Standing]:
        """Yield the standings: first what was recorded as it is, then what has changed, then the rest."""
        found = {piece.id: it for piece in self.originals if (it := self._current(piece))}
        changed, left = self._changed([piece for piece in self.originals if piece.id not in found])
        found |= {piece.id: self._behind(piece, entry) for piece, entry in changed}
        orphans = [said for entry in left if (said := self._taken(entry.target))]
        rest = [found.get(piece.id) or self._unrecorded(piece) for piece in self.originals]
        used = {piece.id for standing in rest for piece in standing.mine}
        orphans += [(piece,) for piece in self.free.values() if piece.id not in used]
        yield from rest
        yield from (Standing(said[0].id, State.ORPHAN, None, said, None) for said in orphans)

    def _current(self, piece: Piece) -> Standing | None:
        entries = self.recorded.by_source.get(piece.hash, ())
        for entry in sorted(entries, key=lambda entry: (id(entry) not in self.own, entry.id != piece.id)):
            if said := self._taken(entry.target):
                return Standing(piece.id, State.CURRENT, piece, said, entry)
        return None

    def _changed(self, pieces: Iterable[Piece]) -> tuple[list[tuple[Piece, Entry]], list[Entry]]:
        """Return pieces whose words are new, each with the entry of its old ones; and the entries that are left."""
        there = {piece.hash for piece in self.originals}
        entries = [entry for entry in self.recorded.page if entry.source not in there]
        new = [piece for piece in pieces if piece.hash not in self.recorded.by_source]
        pairs = list(_likest(new, entries))
        taken = {id(entry) for _, entry in pairs}
        return pairs, [entry for entry in entries if id(entry) not in taken]

    def _behind(self, piece: Piece, entry: Entry) -> Standing:
        """Return the standing of a block whose original has changed."""
        said = self._taken(entry.target)
        if not said:
            return self._unrecorded(piece, entry)
        matters = change_matters(entry.original, piece, self.words)
        return Standing(piece.id, State.FACT_BEHIND if matters else State.WORDING_BEHIND, piece, said, entry)

    def _unrecorded(self, piece: Piece, entry: Entry | None = None) -> Standing:
        said = tuple(it for it in self.places[piece.id] if it.id in self.free)
        entry = entry or next((it for it in self.recorded.by_source.get(piece.hash, ()) if id(it) in self.own), None)
        return Standing(piece.id, State.UNRECORDED if said else State.MISSING, piece, said, entry)

    def _taken(self, target: str) -> tuple[Piece, ...]:
        """Take the pieces of the translation with a hash; none where it has changed or another block has the piece.

        Several pieces that belong to one another can be the translation of several blocks together.
        """
        for said in self.by_hash.get(target, ()):
            if len(said) > 1 or said[0].id in self.free:
                for piece in said:
                    self.free.pop(piece.id, None)
                return said
        return ()


def _runs(places: Iterable[tuple[Piece, ...]]) -> Iterator[tuple[Piece, ...]]:
    """Yield every stretch of two and more neighbours in the runs of paragraphs that were split or joined."""
    for run in {said[0].id: said for said in places if said}.values():
        for start, end in combinations(range(len(run) + 1), 2):
            if end - start > 1:
                yield run[start:end]


def _likest(pieces: Iterable[Piece], entries: Iterable[Entry]) -> Iterator[tuple[Piece, Entry]]:
    """Yield changed pieces with what they were recorded as: in a section the likest first, then those of an id."""
    rated = [
        (SequenceMatcher(None, entry.original, piece.text).ratio(), piece, entry)
        for piece in pieces
        for entry in entries
        if section_of(entry.id) == section_of(piece.id)
    ]
    alike = sorted((it for it in rated if it[0] >= _ALIKE), key=lambda it: it[0], reverse=True)
    same = (it for it in rated if it[1].id == it[2].id)
    used: set[int] = set()
    for _, piece, entry in (*alike, *same):
        if used.isdisjoint((id(piece), id(entry))):
            used |= {id(piece), id(entry)}
            yield piece, entry
