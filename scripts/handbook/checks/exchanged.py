"""What a translation exchanges: "first a laser, then a doctor" for "first a doctor, then a laser".

Each of the two says the same words, only at other places. So it is looked which things a clause names (words of the
glossary, what is linked, sides of pairs such as call and write), and which clause begins with first, later, at once or
not. Told is only what has moved there while another thing has moved away, and both are named once on each side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
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
    """A clause of a sentence, and how it begins."""

    start: int
    end: int
    marks: Mapping[Pole, Said]


def exchanged(theirs: Piece, mine: Piece, source: Language, language: Language, concepts: Concepts) -> Said | None:
    """Return the word of a translation that stands with another thing than in the original; None if there is none."""
    original = _clauses(theirs, source)
    here = _clauses(mine, language) if len(original) > 1 else []
    marks = [mark for mark in _once(original) if mark in _once(here)] if len(here) > 1 else []
    if not marks:
        return None  # so it is with most sentences
    names = [_named(theirs, clause, source, concepts) for clause in original]
    names_here = [_named(mine, clause, language, concepts) for clause in here]
    for mark in marks:
        at, at_here = (next(n for n, one in enumerate(clauses) if mark in one.marks) for clauses in (original, here))
        if _has_moved(names, at, names_here, at_here):
            return here[at_here].marks[mark]
    return None


def _has_moved(names: list[frozenset[Pole]], at: int, names_here: list[frozenset[Pole]], at_here: int) -> bool:
    """Tell whether what one clause names has changed places with what another does."""
    there, here = names[at], names_here[at_here]
    elsewhere = frozenset(chain(*names[:at], *names[at + 1 :]))
    elsewhere_here = frozenset(chain(*names_here[:at_here], *names_here[at_here + 1 :]))
    gone, come = (there - elsewhere) & (elsewhere_here - here), (here - elsewhere_here) & (elsewhere - there)
    return bool(gone and come and not there & here)


def _once(clauses: list[_Clause]) -> list[Pole]:
    """Return what only one clause begins with."""
    counted = Counter(chain.from_iterable(clause.marks for clause in clauses))
    return [mark for mark, count in counted.items() if count == 1]


def _placing(piece: Piece, language: Language) -> list[Said]:
    """Return what says first, later, at once or not in a sentence."""
    denying = () if any(piece.read.kinds[kind] for kind in _LEFT_OPEN) else _DENYING
    pairs = language.advice.placing
    return [said for said in piece.read.said if said.role.kind in denying or said.role.pole[0] in pairs]


def _clauses(piece: Piece, language: Language) -> list[_Clause]:
    """Cut a sentence at its signs and at words such as "but"; one that places nothing has none."""
    placing = _placing(piece, language)
    if not placing:
        return []
    text = piece.block.text[piece.start : piece.end]
    cuts = {found.end() for found in _SIGNS.finditer(text)}
    cuts |= {said.start for said in piece.read.said if said.role.kind == "parts"}
    return [_clause(text, start, end, placing, language) for start, end in pairwise(sorted(cuts | {0, len(text)}))]


def _clause(text: str, start: int, end: int, placing: list[Said], language: Language) -> _Clause:
    within = (said for said in placing if start <= said.start < end)
    begins = (said for said in within if len(text[start : said.start].split()) <= _WORDS_BEFORE)
    return _Clause(start, end, {_mark(said, language): said for said in begins})


def _mark(said: Said, language: Language) -> Pole:
    return meant(said, language.advice) if said.role.kind == "pole" else _NOT


def _named(piece: Piece, clause: _Clause, language: Language, concepts: Concepts) -> frozenset[Pole]:
    """Return what a clause names, but for what the words that place it mean besides."""
    return named(piece, clause.start, clause.end, language, concepts)


def named(piece: Piece, start: int, end: int, language: Language, concepts: Concepts) -> frozenset[Pole]:
    """Return what a part of a sentence names, but for what the words that place something mean besides."""
    text = piece.block.text[piece.start : piece.end]
    at = {said.start for said in _placing(piece, language)}
    said = (one for one in piece.read.said if start <= one.start < end)
    poles = (one.role.pole for one in said if one.role.kind == "pole" and one.start not in at)
    inside = (link for link in piece.block.links if start <= link.start - piece.start < end)
    words = concepts.get(language.code)
    found = words.find(text[start:end]) if words else ()
    return frozenset(chain(poles, (("link", one.target) for one in inside), (("concept", id) for _, _, id in found)))
