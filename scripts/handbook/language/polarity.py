"""What a sentence commands, forbids, spares and allows, by the words of its language.

Nothing is understood here: words are found, and those that a denial reaches count as their opposite. "Do not let it
dry" and "keep it moist" come out alike, and so do "do not stop" and "go on".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from handbook.language.advice_keys import ADVICE_KEYS
from handbook.language.advice_phrases import Found, find_phrases
from handbook.language.advice_words import SWALLOWS, AdviceWords, Pole, Role, words_and_signs
from handbook.language.clauses import clauses
from handbook.language.denials import DENYING, denials_of, is_unsure

_DENIED = ("denies", "empties", "forbids")
_DENIALS = ("denies", "empties", "forbids", "spares")
_CONDITIONS = ("ifs", "parts", "hides")
_BESIDE = 3
"""How many characters may stand between "only" and its condition."""
_NOTHING = dict.fromkeys((*ADVICE_KEYS, "pole", SWALLOWS), 0)
"""Of how many words a sentence has of each kind before any is found."""
_NOT = "not "
"""Before the side of a pair that is denied and has no other, or more than one."""


class Said(NamedTuple):
    """A phrase that was found, where it stands in the text; a tuple, because a handbook has thousands of them."""

    start: int
    end: int
    role: Role
    reached: int
    """How many denials reach it."""
    conditional: bool
    """Whether its clause is a condition: what may be, and is not commanded."""
    denied: bool
    """Whether anything is denied in its clause."""
    unsure: bool
    """Whether it stands behind a word with which a denial can be said the other way round."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """What was found in a sentence."""

    said: tuple[Said, ...]
    poles: Mapping[Pole, int]
    """The sides of pairs, each as it is meant: *dry* that is denied counts as *moist*."""
    turned: frozenset[Pole]
    """Those among them that a denial has made so."""
    kinds: Mapping[str, int]
    """How often each kind of word is there, by the keys of ADVICE_KEYS; of what is not there 0."""

    @property
    def denials(self) -> int:
        """How much is denied or forbidden."""
        return self.kinds["denies"] + self.kinds["forbids"] or self.kinds["empties"]

    @property
    def denies(self) -> bool:
        """Whether anything is denied, also within a phrase of a pair: "do not wait"."""
        return bool(self.denials or self.kinds[SWALLOWS])

    @property
    def restricts(self) -> bool:
        """Whether it allows one case only and says which: "only when", "may only"."""
        if self.kinds["only"] or (self.kinds["narrows"] and self.kinds["allows"]):
            return True
        if not self.kinds["narrows"]:
            return False
        ends = [said.end for said in self.said if said.role.kind == "narrows"]
        lacks = {said.start for said in self.said if said.role.kind == "lacks"}
        begins = {said.start for said in self.said if said.role.kind in _CONDITIONS} - lacks
        return any(0 <= start - end <= _BESIDE for start in begins for end in ends)

    @property
    def negative(self) -> int:
        """How many words there are with which a denial can be said."""
        return len({said.start for said in self.said if said.role.kind in DENYING}) or self.restricts

    def denies_before(self, said: Said) -> bool:
        """Tell whether something is denied before a phrase."""
        return any(other.end <= said.start for other in self.said if other.role.kind in (*_DENIALS, SWALLOWS, "lacks"))

    def first(self, *kinds: str) -> Said | None:
        """Return the first phrase of some kinds."""
        return next((said for said in self.said if said.role.kind in kinds), None)

    def at(self, pole: Pole, words: AdviceWords) -> Said | None:
        """Return the first phrase that is meant as a side of a pair."""
        return next((said for said in self.said if said.role.kind == "pole" and meant(said, words) == pole), None)


_SILENT = Polarity((), {}, frozenset(), _NOTHING)
"""Of a sentence that says nothing of the kind."""


@lru_cache(maxsize=8192)
def read_polarity(text: str, words: AdviceWords) -> Polarity:
    """Read what a sentence commands, forbids, spares and allows."""
    plain_text = words.lexicon.plain(text)
    plain = words_and_signs(plain_text)
    found = list(find_phrases(plain_text, plain, words))
    if not found:
        return _SILENT
    each = chain.from_iterable(_said(clause, words) for clause in clauses(found, plain, words))
    said = tuple(sorted(each, key=attrgetter("start")))
    poles: dict[Pole, int] = {}
    turned, kinds = set(), dict(_NOTHING)
    for item in said:
        kinds[item.role.kind] += 1
        if item.role.kind == "pole" and not item.unsure:
            pole = meant(item, words)
            poles[pole] = poles.get(pole, 0) + 1
            if item.reached % 2:
                turned.add(pole)
    return Polarity(said, poles, frozenset(turned), kinds)


def _said(clause: list[Found], words: AdviceWords) -> Iterator[Said]:
    """Yield the phrases of a clause with what it makes of each."""
    kinds = frozenset().union(*(item.kinds for item in clause))
    conditional, denies = "ifs" in kinds, not kinds.isdisjoint(_DENIED)
    if not denies and kinds.isdisjoint(("hides", "stops")):  # so it is with most
        for item in clause:
            for role in item.roles:
                yield Said(item.start, item.end, role, 0, conditional, False, False)
        return
    denying = [item for item in clause if denies and item.does(*_DENIED)]
    for item in clause:
        others = [other for other in clause if other is not item]
        denied = any(other is not item for other in denying)
        for role in item.roles:
            reached = denials_of(item, role, others, words) if denied else 0
            unsure = role.kind == "pole" and is_unsure(item, role, others, words)
            yield Said(item.start, item.end, role, reached, conditional, denied, unsure)


def meant(said: Said, words: AdviceWords) -> Pole:
    """Return the side of a pair that a phrase means, with the denials that reach it."""
    pair, side = said.role.pole
    return opposite(said.role.pole, words) if said.reached % 2 else (pair, side)


def opposite(pole: Pole, words: AdviceWords) -> Pole:
    """Return the other side of a pair; where there is no other, or more than one, that it is not this one."""
    pair, side = pole
    if side.startswith(_NOT):
        return pair, side.removeprefix(_NOT)
    others = [other for other in words.pairs.get(pair, ()) if other != side]
    return (pair, others[0]) if len(others) == 1 else (pair, _NOT + side)


def opposites(pole: Pole, words: AdviceWords) -> tuple[Pole, ...]:
    """Return all sides of a pair that a side excludes: of often, for one, rarely and sometimes."""
    pair, side = pole
    others = [(pair, other) for other in words.pairs.get(pair, ()) if other != side]
    return tuple(others) if len(others) > 1 and not side.startswith(_NOT) else (opposite(pole, words),)
