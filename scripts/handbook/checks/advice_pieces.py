"""The sentences of a translation beside those of its original, each with what it commands and forbids.

In blocks of as many sentences each stands beside its own; else the whole block beside the whole block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from handbook.checks.pairs import pairs
from handbook.diagnostics.problems import Location
from handbook.language.languages import Language
from handbook.language.polarity import Polarity, Said, read_polarity
from handbook.language.sentences import split
from handbook.markup.blocks import TextBlock
from handbook.markup.document import Document

Blocks: TypeAlias = tuple[TextBlock, ...]

_COLON = re.compile(r"[:;](?=\s)")
_DENIALS = ("denies", "forbids", "empties")
_COUPLE = 2
"""Parts that can have changed places with one another and with no other."""
_PLAINLY_LONGER = 2
"""How many times as long one of two parts is that can be told from the other by its length."""


class Beside(NamedTuple):
    """A sentence of the original and its counterpart."""

    theirs: Piece
    mine: Piece
    parts: tuple[tuple[Piece, Piece], ...]
    """What stands before and behind each colon of the two, where both have as many; else the two."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a block whose sentences have no counterpart one by one."""

    block: TextBlock
    start: int
    end: int
    read: Polarity
    denying: int
    """How many of its sentences deny something, without questions."""
    asked: int
    """How many words of its questions deny: what is asked denies nothing."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end].strip()

    def locate(self, said: Said | None) -> Location:
        """Return the place of a phrase in it, or its own."""
        if said is None:
            return self.block.locate(self.start + self._indent, self.end)
        return self.block.locate(self.start + said.start, self.start + said.end)

    def words(self, said: Said | None) -> str:
        """Return the words of a phrase in it."""
        return "" if said is None else self.block.text[self.start + said.start : self.start + said.end]

    def between(self, first: Said, second: Said) -> str:
        """Return what stands between two phrases in it."""
        return self.block.text[self.start + first.end : self.start + second.start]

    @property
    def _indent(self) -> int:
        text = self.block.text[self.start : self.end]
        return len(text) - len(text.lstrip())


def sentence_pairs(original: Document, translation: Document, source: Language, language: Language) -> Iterator[Beside]:
    """Yield the sentences of two pages that say the same; a block whose sentences have no counterparts as a whole."""
    for blocks, counterparts in _paired(original, translation):
        yield from _sentences(blocks, counterparts, source, language)


def _paired(original: Document, translation: Document) -> Iterator[tuple[Blocks, Blocks]]:
    """Yield the blocks that say the same in two pages: one by one, where there are as many of them."""
    for pair in pairs(translation, original):
        if len(pair.mine) == len(pair.theirs):
            yield from (((one,), (other,)) for one, other in zip(pair.theirs, pair.mine, strict=True))
        else:
            yield pair.theirs, pair.mine


def _sentences(blocks: Blocks, counterparts: Blocks, source: Language, language: Language) -> Iterator[Beside]:
    first = [piece for block in blocks for piece in pieces_of(block, source)]
    second = [piece for block in counterparts for piece in pieces_of(block, language)]
    if len(first) == len(second):
        for theirs, mine in zip(first, _beside(first, second, language.advice.placing), strict=True):
            yield Beside(theirs, mine, _parts(_cut(theirs, source), _cut(mine, language)) or ((theirs, mine),))
    elif len(blocks) == len(counterparts) == 1:
        whole = _whole(first, source), _whole(second, language)
        yield Beside(*whole, (whole,))


def _beside(theirs: list[Piece], mine: list[Piece], placing: frozenset[str]) -> list[Piece]:
    """Put two neighbouring sentences in the order of their counterparts that plainly have changed places."""
    if len(mine) == 1:
        return mine  # so it is with most blocks
    placed, named, names = list(mine), *([_names(one) - placing for one in piece] for piece in (theirs, mine))
    for at in range(len(mine) - 1):
        crossed = named[at] & names[at + 1] and named[at + 1] & names[at]
        if crossed and not (named[at] & names[at] or named[at + 1] & names[at + 1]):
            placed[at : at + 2], names[at : at + 2] = placed[at : at + 2][::-1], names[at : at + 2][::-1]
    return placed


def _names(piece: Piece) -> frozenset[str]:
    """Return the pairs of opposites that a sentence names a side of."""
    return frozenset(pair for pair, _ in piece.read.poles)


def _parts(theirs: list[Piece], mine: list[Piece]) -> tuple[tuple[Piece, Piece], ...]:
    """Return the parts of two sentences side by side; none, where there are not as many.

    Two have changed places where more of their pairs are named so, else where the longer one stands first here and last
    there: "That is our advice: …".
    """
    if len(theirs) != len(mine):
        return ()
    if len(mine) != _COUPLE:
        return tuple(zip(theirs, mine, strict=True))
    straight, swapped = _alike(theirs, mine), _alike(theirs, mine[::-1])
    swaps = straight < swapped or (straight == swapped and _longer(theirs) * _longer(mine) < 0)
    return tuple(zip(theirs, mine[::-1] if swaps else mine, strict=True))


def _alike(theirs: list[Piece], mine: list[Piece]) -> int:
    """Count the pairs of opposites that parts name and their counterparts as well."""
    return sum(len(_names(one) & _names(other)) for one, other in zip(theirs, mine, strict=True))


def _longer(parts: list[Piece]) -> int:
    """Tell whether the first of two parts is much the longer one (1), the second (-1), or neither (0)."""
    first, second = (len(part.text) for part in parts)
    return (first > _PLAINLY_LONGER * second) - (second > _PLAINLY_LONGER * first)


def _cut(piece: Piece, language: Language) -> list[Piece]:
    places = [found.end() for found in _COLON.finditer(piece.block.text, piece.start, piece.end)]
    if piece.read.kinds["contrasts"]:
        contrasts = (said.start for said in piece.read.said if said.role.kind == "contrasts" and said.start)
        places = sorted({*places, *(piece.start + start for start in contrasts)})
    if not places:
        return [piece]
    found = []
    for start, end in pairwise([piece.start, *places, piece.end]):
        read = read_polarity(piece.block.text[start:end], language.advice)
        found.append(_piece(piece.block, start, end, read))
    return found


def pieces_of(block: TextBlock, language: Language) -> list[Piece]:
    """Return the sentences of a block, each with what it commands and forbids."""
    sentences = split(block.text, language.abbreviations)
    reads = [read_polarity(block.text[start:end], language.advice) for start, end in sentences]
    return [_piece(block, *place, read) for place, read in zip(sentences, reads, strict=True)]


def _piece(block: TextBlock, start: int, end: int, read: Polarity) -> Piece:
    asks = block.text[start:end].rstrip().endswith("?")
    denying = denial(read) is not None and not asks
    return Piece(block, start, end, read, denying, read.kinds["denies"] + read.kinds["forbids"] if asks else 0)


def _whole(pieces: list[Piece], language: Language) -> Piece:
    block, denying, asked = pieces[0].block, sum(one.denying for one in pieces), sum(one.asked for one in pieces)
    return Piece(block, 0, len(block.text), read_polarity(block.text, language.advice), denying, asked)


def denial(read: Polarity) -> Said | None:
    """Return the first phrase that denies or forbids, and not in a condition alone."""
    if not read.denials:
        return None  # as in most sentences
    return next((said for said in read.said if said.role.kind in _DENIALS and not said.conditional), None)
