"""What a translation exchanges: "first a laser, then a doctor" for "first a doctor, then a laser".

Each of the two says the same words, only at other places. So it is looked which things a clause names (words of the
glossary, what is linked, sides of pairs such as call and write), and which clause begins with first, later, at once or
not. Told is only what has moved there while another thing has moved away, and both are named once on each side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TypeAlias

from handbook.checks.advice_pieces import Piece
from handbook.language.advice_words import Pole
from handbook.language.languages import Language
from handbook.language.polarity import Said, meant
from handbook.language.vocabulary import Vocabulary

Concepts: TypeAlias = Mapping[str, Vocabulary[str]]
"""The words of the glossary with the ids of their concepts, by language."""

_SIGNS = re.compile(r"[.,:;!?()—–](?=\s|$)|[\"«»“”]")
_WORDS_BEFORE = 1
"""Words of a clause before the one that it begins with: *a* «не», "and" then, "do" not."""
_DENYING = ("denies", "empties")
_LEFT_OPEN = ("hides", "only", "narrows", "forbids")
"""Kinds of words with which two languages deny different things: not before, only after."""
_NOT = ("not", "")


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause names, and how it begins."""

    named: frozenset[Pole]
    marks: Mapping[Pole, Said]


def exchanged(
    theirs: Piece, mine: Piece, source: Language, language: Language, concepts: Concepts
) -> Said | None:
    """Return the word of a translation that stands with another thing than in the original; None if there is none."""
    if not (_placing(theirs, source) and _placing(mine, language)):
        return None  # so it is with most sentences
    original, here = _clauses(theirs, source, concepts), _clauses(mine, language, concepts)
    marks = dict.fromkeys(chain.from_iterable(clause.marks for clause in original))
    return next(filter(None, (_moved(mark, original, here) for mark in marks)), None)


def _moved(mark: Pole, original: list[_Clause], here: list[_Clause]) -> Said | None:
    """Return the word that marks another thing in a translation than in its original."""
    marked, marked_here = ([clause for clause in clauses if mark in clause.marks] for clauses in (original, here))
    if len(marked) != 1 or len(marked_here) != 1:
        return None
    there, now = marked[0].named, marked_here[0].named
    elsewhere = _named(clause for clause in original if clause is not marked[0])
    elsewhere_here = _named(clause for clause in here if clause is not marked_here[0])
    gone, come = (there - elsewhere) & (elsewhere_here - now), (now - elsewhere_here) & (elsewhere - there)
    return marked_here[0].marks[mark] if gone and come and not there & now else None


def _named(clauses: Iterable[_Clause]) -> frozenset[Pole]:
    return frozenset(chain.from_iterable(clause.named for clause in clauses))


def _placing(piece: Piece, language: Language) -> list[Said]:
    """Return what says first, later, at once or not in a sentence."""
    denying = () if any(piece.read.kinds[kind] for kind in _LEFT_OPEN) else _DENYING
    pairs = language.advice.placing
    return [said for said in piece.read.said if said.role.kind in denying or said.role.pole[0] in pairs]


def _clauses(piece: Piece, language: Language, concepts: Concepts) -> list[_Clause]:
    """Cut a sentence at its signs and at words such as "but"."""
    text = piece.block.text[piece.start : piece.end]
    cuts = {found.end() for found in _SIGNS.finditer(text)}
    cuts |= {said.start for said in piece.read.said if said.role.kind == "parts"}
    placing = _placing(piece, language)
    places = pairwise(sorted(cuts | {0, len(text)}))
    return [_clause(piece, start, end, placing, language, concepts) for start, end in places]


def _clause(
    piece: Piece, start: int, end: int, placing: list[Said], language: Language, concepts: Concepts
) -> _Clause:
    text = piece.block.text[piece.start : piece.end]
    marking = [said for said in placing if start <= said.start < end]
    at = {said.start for said in marking}
    poles = [one for one in piece.read.said if one.role.kind == "pole" and start <= one.start < end]
    named = {one.role.pole for one in poles if one.start not in at}
    named |= {("link", link.target) for link in piece.block.links if start <= link.start - piece.start < end}
    words = concepts.get(language.code)
    named |= {("concept", concept) for _, _, concept in words.find(text[start:end])} if words else set()
    begins = [said for said in marking if len(text[start : said.start].split()) <= _WORDS_BEFORE]
    return _Clause(frozenset(named), {_mark(said, language): said for said in begins})


def _mark(said: Said, language: Language) -> Pole:
    return meant(said, language.advice) if said.role.kind == "pole" else _NOT
