"""Numbers said in several words, added up by the rules of a language: "one hundred and five", *tiga puluh lima*.

A language's file lists the words (``cardinals``, ``ordinals``) and how they go together (``composed``)::

    number  = term { [ JOINER ] term } ;           (* each term fits in the noughts of the one before: 100, 5 *)
    term    = ATOM { PLUS | TIMES } ;              (* lima belas is 5 + 10, "two hundred" 2 × 100 *)

TIMES multiplies all the smaller terms before it, so that "two hundred and five thousand" is 205 × 1000. An ordinal
is the last word of its number, the first, or each, as ``ordinal-at`` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from handbook.language.units import Unit

ORDINAL_PLACES = ("last", "first", "each")
"""Which of the words of an ordinal number is an ordinal: "twenty-fifth", *kedua puluh lima*, «vigésimo quinto»."""

Terms = tuple[int, ...]


class Word(NamedTuple):
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int


class Atom(NamedTuple):
    """A phrase that numbers are made of."""

    words: tuple[str, ...]
    kind: str
    """``number``, ``ordinal``, ``times``, ``times-ordinal``, ``plus``, or a joiner: ``tens`` or ``hundreds``."""
    value: int = 0


class Sum(NamedTuple):
    """A number in words as far as it has been read."""

    terms: Terms
    end: int
    ordinal: bool
    word: str
    """Its last word, or the words of its last phrase."""
    phrases: int = 1
    """How many phrases it has."""

    @property
    def value(self) -> int:
        """The number."""
        return sum(self.terms)


@dataclass(frozen=True, slots=True)
class Joined:
    """Words that are a number and an adjective of a unit in one: «трёхдневный»."""

    prefixes: Mapping[str, Fraction | int] = field(default_factory=dict)
    adjectives: Mapping[str, Unit] = field(default_factory=dict)
    shortest: int = 0
    """How many letters the shortest adjective has."""

    def read(self, word: str) -> tuple[Fraction | int, Unit] | None:
        """Return number and unit of a word, or None; "thirty" and "five" make "thirty-five" here as well."""
        for at in range(1, len(word) - self.shortest + 1):
            unit = self.adjectives.get(word[at:])
            number = self._number(word[:at]) if unit else None
            if unit and number is not None:
                return number, unit
        return None

    def _number(self, prefix: str) -> Fraction | int | None:
        if prefix in self.prefixes:
            return self.prefixes[prefix]
        for at in range(1, len(prefix)):
            head, tail = self.prefixes.get(prefix[:at]), self.prefixes.get(prefix[at:])
            if head is not None and tail is not None and head.denominator == 1 and _fits((int(head),), int(tail)):
                return head + tail
        return None


NOTHING_JOINED = Joined()
"""For a language that writes number and unit apart."""


class NumberWords:
    """The words for numbers of one language, and how they add up."""

    def __init__(self, atoms: Iterable[Atom], ordinal_at: str = ORDINAL_PLACES[0]):
        self._atoms: dict[str, list[Atom]] = {}
        for atom in sorted(set(atoms), key=lambda atom: len(atom.words), reverse=True):
            self._atoms.setdefault(atom.words[0], []).append(atom)
        self._place = ordinal_at

    def read(self, word_at: Callable[[int], Word | None], start: int) -> list[Sum]:
        """Return the numbers in words that begin at ``start``, each longer than the one before.

        ``word_at`` returns the word behind spaces at a position, or None.
        """
        sums: list[Sum] = []
        now = self._first(word_at, start)
        while now is not None:
            product = self._multiplied(now, word_at)
            if product is not None:
                now = product if _descend(product.terms) else None
                continue
            sums.append(now)
            now = self._added(now, word_at)
        return sums

    def _first(self, word_at: Callable[[int], Word | None], start: int) -> Sum | None:
        wanted = ("ordinal", "number") if self._place != "last" else ("number",)
        for atom, end in self._at(word_at, start):
            if atom.kind in wanted and atom.value:
                return Sum((atom.value,), end, atom.kind == "ordinal", " ".join(atom.words))
        return None

    def _multiplied(self, now: Sum, word_at: Callable[[int], Word | None]) -> Sum | None:
        """Read "hundred" or *belas* behind a smaller number."""
        for atom, end in self._at(word_at, now.end):
            if atom.kind == "plus" and 0 < now.terms[-1] < atom.value:
                terms = (*now.terms[:-1], now.terms[-1] + atom.value)
            elif atom.kind in ("times", "times-ordinal") and now.terms[-1] < atom.value:
                small = [term for term in now.terms if term < atom.value]
                terms = (*now.terms[: -len(small)], sum(small) * atom.value)
            else:
                continue
            ordinal = now.ordinal or atom.kind == "times-ordinal"
            return Sum(terms, end, ordinal, " ".join(atom.words), now.phrases + 1)
        return None

    def _added(self, now: Sum, word_at: Callable[[int], Word | None]) -> Sum | None:
        """Read the next smaller number, also behind a joiner."""
        for end in (now.end, *self._joined(now, word_at)):
            for atom, stop in self._at(word_at, end):
                if (atom.kind == "number" and not self._closed(now)) or self._ends(atom, now):
                    ordinal = now.ordinal or atom.kind == "ordinal"
                    if _fits(now.terms, atom.value):
                        return Sum((*now.terms, atom.value), stop, ordinal, " ".join(atom.words), now.phrases + 1)
        return None

    def _closed(self, now: Sum) -> bool:
        return now.ordinal and self._place != "first"

    def _ends(self, atom: Atom, now: Sum) -> bool:
        """Tell whether an ordinal can follow: behind cardinals, or behind other ordinals."""
        if atom.kind != "ordinal" or self._place == "first":
            return False
        return now.ordinal == (self._place == "each")

    def _joined(self, now: Sum, word_at: Callable[[int], Word | None]) -> Iterable[int]:
        kind = "tens" if now.terms[-1] < 100 else "hundreds"
        for atom, end in self._at(word_at, now.end):
            behind = word_at(end)
            glued = behind is not None and behind.start == end and end - now.end == len(atom.words[0])
            if atom.kind == kind and (glued or atom.words[0].isalnum()):
                yield end

    def _at(self, word_at: Callable[[int], Word | None], position: int) -> Iterable[tuple[Atom, int]]:
        """Yield the phrases that stand at a position, the longest first, each with its end."""
        first = word_at(position)
        for atom in self._atoms.get(first.text, ()) if first else ():
            word = first
            for expected in atom.words[1:]:
                word = word_at(word.end) if word else None
                if word is None or word.text != expected:
                    break
            else:
                if word is not None:
                    yield atom, word.end


def _fits(terms: Terms, value: int) -> bool:
    """Tell whether a number has room in the noughts of the last term; ten has none: "ten five" is no fifteen."""
    last, room = terms[-1], 1
    while last % (room * 10) == 0:
        room *= 10
    return last != 10 and 0 < value < room


def _descend(terms: Terms) -> bool:
    return all(_fits(terms[:at], terms[at]) for at in range(1, len(terms)))
