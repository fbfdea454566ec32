"""Sides of a pair that a translation names instead of those of its original, where no denial is lost or gained."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.advice_pieces import Piece
from handbook.checks.turned import Turned, turned
from handbook.diagnostics.messages import Message
from handbook.language.advice_words import SWALLOWS, AdviceWords
from handbook.language.polarity import Polarity, Said

_DENIALS = ("denies", "empties", "forbids")
_AGREEING = ("spares", "hides", "lacks", "only", "narrows", "excepts", SWALLOWS)
"""Kinds of words of which two sentences have as many that differ in nothing but a side."""


def turned_sides(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    """Yield a side that the original denies, and one in place of the other where all else agrees."""
    yield from _undenied(theirs, mine, source, language)
    yield from _unsure(theirs, mine, language)


def _undenied(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    """Yield a side of a pair that the original denies, and the translation says: "small" for "unknown, not small".

    Such pairs no denial turns round, because "not small" is not yet big.
    """
    for said in mine.read.said if theirs.read.kinds["denies"] else ():
        pole = said.role.pole
        if said.role.kind != "pole" or pole[0] not in language.fixed or said.denied or said.unsure:
            continue
        if len(language.pairs[pole[0]]) == 1:
            continue  # only a name
        denied = theirs.read.at(pole, source)
        if denied is None or not _is_denied_directly(theirs, denied):
            continue
        if mine.read.poles[pole] >= theirs.read.poles.get(pole, 0):
            yield turned(Message("the original denies “{words}”", words=mine.words(said)), mine.locate(said), theirs)


def _is_denied_directly(piece: Piece, said: Said) -> bool:
    """Tell whether a denial stands directly before a phrase."""
    denials = (one for one in piece.read.said if one.role.kind == "denies" and one.end <= said.start)
    return any(not piece.between(one, said).strip() for one in denials)


def _unsure(theirs: Piece, mine: Piece, language: AdviceWords) -> Iterator[Turned]:
    """Yield the other side of a pair where nobody knows what a denial or an until makes of it, but both have as many.

    "Do not drive alone" is not "do not drive in company", and "until it has stopped" is not "until it has begun".
    """
    original, here = theirs.read, mine.read
    if original.denials > 1 or original.denials != here.denials or not _alike(original, here):
        return
    sides, sides_here = _sides(original, language), _sides(here, language)
    for pair in sides.keys() & sides_here.keys():
        first, second = sides[pair], sides_here[pair]
        named, named_here = ({said.role.pole for said in either} for either in (first, second))
        if named & named_here or not any(said.unsure for said in (*first, *second)):
            continue
        message = Message(
            "“{words}” turns round “{original}” of the original",
            words=mine.words(second[0]), original=theirs.words(first[0]),
        )  # fmt: skip
        yield turned(message, mine.locate(second[0]), theirs)


def _alike(original: Polarity, here: Polarity) -> bool:
    open_to_it = any(said.conditional and said.role.kind in _DENIALS for said in (*original.said, *here.said))
    return not open_to_it and all(original.kinds[kind] == here.kinds[kind] for kind in _AGREEING)


def _sides(read: Polarity, words: AdviceWords) -> dict[str, list[Said]]:
    """Return by pair the phrases that name a side which a denial turns round: those behind it, where there is one."""
    deny = next((said.end for said in read.said if said.role.kind in _DENIALS), 0)
    found: dict[str, list[Said]] = {}
    for said in read.said:
        pair = said.role.pole[0]
        if said.role.kind == "pole" and said.start >= deny and pair not in words.fixed and len(words.pairs[pair]) > 1:
            found.setdefault(pair, []).append(said)
    return found
