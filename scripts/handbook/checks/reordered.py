"""What a translation does in another order: "book before you tell the clinic" for "tell the clinic before you book".

Each language has words behind which the later thing stands (before), and the earlier one (after), and words whose own
clause is the earlier one (first) or the later one (then). So "ask before you pay" and "pay only after you have asked"
come out alike. Told is a thing that a sentence names as the earlier one, and its translation as the later.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from handbook.checks.advice_pieces import Piece
from handbook.checks.exchanged import Concepts, named
from handbook.language.advice_words import Pole
from handbook.language.languages import Language
from handbook.language.polarity import Said

_SIGNS = re.compile(r"[.,:;!?()—–](?=\s|$)|[\"«»“”]")
_BEHIND = ("precedes", "succeeds")
"""Words that say when something is by what stands behind them: before, after."""
_WITHIN = ("begins", "follows")
"""Words that say it of their own clause: first, then."""
_EARLIER = ("succeeds", "begins")
"""Those of both whose thing is the earlier one."""


class _Order(NamedTuple):
    """What a sentence names as the earlier and as the later thing, and the word that says so."""

    earlier: frozenset[Pole]
    later: frozenset[Pole]
    said: Said


def reordered(theirs: Piece, mine: Piece, source: Language, language: Language, concepts: Concepts) -> Said | None:
    """Return the word by which a translation does last what its original does first; None if there is none."""
    first = _markers(theirs)
    markers = first, _markers(mine) if first else []
    if not all(markers) or (_WITHIN in map(_kinds, markers) and max(map(len, markers)) < len(_WITHIN)):
        return None  # so it is with most sentences
    if theirs.read.denies != mine.read.denies:
        return None  # "do not pay before you have asked" is "ask first", and "do not smoke before it" is not
    original, here = _order(theirs, markers[0][0], source, concepts), _order(mine, markers[1][0], language, concepts)
    if not all((original.earlier, original.later, here.earlier, here.later)):
        return None
    kept = original.earlier & here.earlier | original.later & here.later
    moves = [original.earlier & here.later, original.later & here.earlier]
    moved = any(moves) if all(said.role.kind in _BEHIND for said in (original.said, here.said)) else all(moves)
    return here.said if moved and not kept else None


def _kinds(markers: list[Said]) -> tuple[str, ...]:
    return _BEHIND if markers[0].role.kind in _BEHIND else _WITHIN


def _markers(piece: Piece) -> list[Said]:
    """Return the words that order a sentence; none, if it has several that could."""
    if not any(piece.read.kinds[kind] for kind in (*_BEHIND, *_WITHIN)):
        return []
    said = {kind: [said for said in piece.read.said if said.role.kind == kind] for kind in (*_BEHIND, *_WITHIN)}
    behind, within = said["precedes"] + said["succeeds"], said["begins"] + said["follows"]
    if behind:
        return behind if len(behind) == 1 and not within and not _is_unsigned(piece, behind[0]) else []
    return within if all(len(said[kind]) <= 1 for kind in _WITHIN) else []


def _is_unsigned(piece: Piece, marker: Said) -> bool:
    """Tell whether a sentence begins with a word of which no sign shows how far it reaches."""
    begins = not piece.block.text[piece.start : piece.start + marker.start].strip()
    return begins and any(said.start == marker.start and said.role.kind == "unsigned" for said in piece.read.said)


def _order(piece: Piece, marker: Said, language: Language, concepts: Concepts) -> _Order:
    text = piece.block.text[piece.start : piece.end]
    start, end = _extent(text, marker)
    within, before, behind = (
        {pole for pole in named(piece, first, last, language, concepts) if pole[0] != "link"}
        for first, last in ((start, end), (0, start), (end, len(text)))
    )
    around = before | behind
    parts = frozenset(within - around), frozenset(around - within)
    return _Order(*(parts if marker.role.kind in _EARLIER else parts[::-1]), marker)


def _extent(text: str, marker: Said) -> tuple[int, int]:
    """Return where the thing stands that a word orders: behind it, or around it, up to the next sign."""
    signs = [found.start() for found in _SIGNS.finditer(text)]
    end = min((sign for sign in signs if sign >= marker.end), default=len(text))
    if marker.role.kind in _BEHIND:
        return marker.start, end
    return max((sign for sign in signs if sign < marker.start), default=0), end
