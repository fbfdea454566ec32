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
    unsure = {said.role.pole[0] for read in (original, here) for said in read.said if said.unsure}
    if not unsure or original.denials > 1 or original.denials != here.denials or not _alike(original, here):
        return  # as with most sentences
    for pair in sorted(pair for pair in unsure - language.fixed if len(language.pairs[pair]) > 1):
        first, second = _sides(original, pair), _sides(here, pair)
        if not (first and second) or {said.role.pole for said in first} & {said.role.pole for said in second}:
            continue
        message = Message(
            "“{words}” turns round “{original}” of the original",
            words=mine.words(second[0]), original=theirs.words(first[0]),
        )  # fmt: skip
        yield turned(message, mine.locate(second[0]), theirs)


def _alike(original: Polarity, here: Polarity) -> bool:
    open_to_it = any(said.conditional and said.role.kind in _DENIALS for said in (*original.said, *here.said))
    return not open_to_it and all(original.kinds[kind] == here.kinds[kind] for kind in _AGREEING)


def _sides(read: Polarity, pair: str) -> list[Said]:
    """Return the phrases that name a side of a pair: those behind the denial, where there is one."""
    denied = next((said.end for said in read.said if said.role.kind in _DENIALS), 0)
    return [said for said in read.said if said.role.pole[0] == pair and said.start >= denied]
