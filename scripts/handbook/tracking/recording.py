"""A ledger with what has been translated since it was written.

What is current keeps its entry, under the id it has now. What has changed in the translation gets a new one. What has
changed in the original alone stays as it was recorded, unless a reason is given why the translation need not change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from handbook.tracking.ledger import Entry, Reading
from handbook.tracking.pieces import joined_hash
from handbook.tracking.states import BEHIND, Standing, State


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody says to have translated."""

    translated: Reading
    reason: str = ""
    """Why what is behind need not change; empty where nobody says so."""
    blocks: Collection[str] = ()
    """The ids of the blocks that are meant; none where the whole page is."""

    def means(self, id: str) -> bool:
        """Tell whether a block is meant."""
        return not self.blocks or id in self.blocks


def recorded(standings: Iterable[Standing], done: Done) -> tuple[Entry, ...]:
    """Return the entries of a page after something was translated; doing it again changes nothing."""
    return tuple(_entries(standings, done))


def left_behind(standings: Iterable[Standing], done: Done) -> tuple[Standing, ...]:
    """Return the blocks that were meant and stay as they were recorded: nothing of them was translated."""
    behind = (it for it in standings if it.state in BEHIND and not done.reason)
    return tuple(standing for standing in behind if done.means(standing.id))


def checked(standings: Iterable[Standing], reading: Reading, blocks: Collection[str] = ()) -> tuple[Entry, ...]:
    """Return the entries of a page after somebody else has read it, or some blocks; what came later was not read.

    A reading that was taken over before is not taken over for what was translated on its day: it may be older.
    """
    kept = [(it, replace(it.entry, id=it.id)) for it in standings if it.entry is not None]
    is_old = any(entry.checked == reading for _, entry in kept)
    return tuple(
        replace(entry, checked=reading)
        if it.state is State.CURRENT and (not blocks or it.id in blocks) and _is_read(entry, reading, is_old)
        else entry
        for it, entry in kept
    )


def _is_read(entry: Entry, reading: Reading, is_old: bool) -> bool:
    day = entry.translated.day
    return entry.checked is None and (day < reading.day or (day == reading.day and not is_old))


def _entries(standings: Iterable[Standing], done: Done) -> Iterator[Entry]:
    for standing in standings:
        entry, is_meant = standing.entry, done.means(standing.id)
        if standing.state is State.UNRECORDED and is_meant:
            yield _new(standing, done)
        elif standing.state in BEHIND and is_meant and done.reason:
            yield replace(_new(standing, done), unchanged=done.reason)
        elif entry is not None:
            yield replace(entry, id=standing.id)


def _new(standing: Standing, done: Done) -> Entry:
    assert standing.original is not None
    original = standing.original
    return Entry(standing.id, original.hash, joined_hash(standing.mine), done.translated, original.text)
