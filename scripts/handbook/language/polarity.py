"""What a sentence commands, forbids, spares and allows, by the words of its language.

Nothing is understood here: words are found, and those that a denial reaches count as their opposite. "Do not let it
dry" and "keep it moist" come out alike, and so do "do not stop" and "go on".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count, groupby, pairwise
from typing import NamedTuple

from handbook.language.advice_keys import ADVICE_KEYS
from handbook.language.advice_words import NOTHING, SWALLOWS, AdviceWords, Pole, Role, parted, words_and_signs

_CLAUSE_ENDS = frozenset(".;:!?()\"«»“”—-")
_CLAUSE_SIGNS = _CLAUSE_ENDS | {","}
_POLE = frozenset(("pole",))
_IN_ROW = frozenset(("pole", "implies", "undoes"))
_REACH = 4
"""How many words behind it a denial reaches, besides those of a row that it denies together."""
_JOINED = 8
"""How many words before an "or" the row may have begun."""
_LONGEST_ROW = 8
"""How many words behind a comma the "or" of its row may stand."""
_DENYING = ("denies", "empties", "forbids", "spares", "only", "limits", SWALLOWS)
_DENIED = ("denies", "empties", "forbids")
_DENIALS = ("denies", "empties", "forbids", "spares")
_CONDITIONS = ("ifs", "parts", "hides")
_ROW = frozenset(("joins",))
_BANNED_ROW = frozenset(("joins", "adds"))
"""What joins the words of a row that is denied, and of one that is banned."""
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
        return sum(self.kinds[kind] for kind in _DENYING) or self.restricts

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


class _Found(NamedTuple):
    start: int
    end: int
    at: int
    """The number of its first word,"""
    last: int
    """and of the one behind its last."""
    clause: int
    link: str
    """How it hangs on the phrase before: ``joins``, ``adds`` or not at all."""
    roles: tuple[Role, ...]
    kinds: frozenset[str]

    def does(self, *kinds: str) -> bool:
        """Tell whether it is of one of some kinds."""
        return not self.kinds.isdisjoint(kinds)


@lru_cache(maxsize=8192)
def read_polarity(text: str, words: AdviceWords) -> Polarity:
    """Read what a sentence commands, forbids, spares and allows."""
    found = list(_found(text, words))
    if not found:
        return _SILENT
    said = tuple(chain.from_iterable(_said(clause, words) for clause in _clauses(found)))
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


def _clauses(found: Iterable[_Found]) -> list[list[_Found]]:
    """Part phrases by clause; what forbids alone at the end forbids all before it: "to smoke, drink, is banned".

    So does what ends a row of single words, "to smoke, drink and swim is banned". A condition between them stands for
    itself: "to wait, until it opens, is not allowed".
    """
    clauses = [list(group) for _, group in groupby(found, lambda item: item.clause)]
    if len(clauses) < 2 or not clauses[-1][-1].does("forbids"):
        return clauses
    if not all(item.does("forbids") for item in clauses[-1]):
        return [[*chain.from_iterable(clauses)]] if _is_banned_row(clauses) else clauses
    *before, ban = clauses
    aside = [clause for clause in before[1:] if any(item.does("ifs") for item in clause)]
    parts = [item for clause in before if clause not in aside for item in clause]
    return clauses if any(item.does(*_DENYING, "ifs") for item in parts) else [parts + ban, *aside]


def _is_banned_row(clauses: list[list[_Found]]) -> bool:
    """Tell whether clauses are single words in a row of which the last two hang together, and a ban behind them."""
    *phrases, _ = chain.from_iterable(clauses)
    joined = any(item.does("joins", "adds") for item in clauses[-1][1:])
    return joined and all(item.at - before.last <= 1 for before, item in pairwise(phrases))


def _said(clause: list[_Found], words: AdviceWords) -> Iterator[Said]:
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
            reached = _reached(item, role, others, words) if denied else 0
            unsure = role.kind == "pole" and _is_unsure(item, role, others, words)
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


def _found(text: str, words: AdviceWords) -> Iterator[_Found]:
    """Yield the phrases of a text, each with the number of its clause."""
    plain_text = words.lexicon.plain(text)
    plain = words_and_signs(plain_text)
    begun = list(map(words.begun.__getitem__, plain))
    matches: list[re.Match[str]] = []  # where the words stand, once one of them begins something
    clauses, clause, behind, pole_ended, banned = count(1), 0, 0, -1, -1
    for at, (word, begins) in enumerate(zip(plain, begun, strict=True)):
        if (begins is NOTHING and word not in _CLAUSE_SIGNS) or at < behind:
            continue  # as with most words
        if word in _CLAUSE_SIGNS:
            row = _BANNED_ROW if banned == clause else _ROW
            if word != "," or not _goes_on(plain, at, pole_ended, words, row):
                clause = next(clauses)
                continue
        if begins is NOTHING or _is_range(plain, at):
            continue
        length, roles, kinds = words.longest(plain, at)
        clause = next(clauses) if "parts" in kinds else clause
        behind = at + max(length, 1)
        if roles:
            link = _link(plain, at, words) if "pole" in kinds else ""
            pole_ended = behind if "pole" in kinds else pole_ended
            banned = clause if "forbids" in kinds else banned
            matches = matches or list(parted(plain_text))
            yield _Found(matches[at].start(), matches[behind - 1].end(), at, behind, clause, link, roles, kinds)


def _is_range(plain: list[str], at: int) -> bool:
    """Tell whether a word stands between two numbers: the "to" of 3 to 7, which is "until" elsewhere."""
    return 0 < at < len(plain) - 1 and plain[at - 1].isdecimal() and plain[at + 1].isdecimal()


def _link(plain: list[str], at: int, words: AdviceWords) -> str:
    """Return how a phrase hangs on the one before: by "or", by "and" or a comma, or not at all."""
    before = plain[at - 1] if at else ""
    kinds = words.begun[before].kinds
    return "joins" if "joins" in kinds else "adds" if before == "," or "adds" in kinds else ""


def _goes_on(plain: list[str], at: int, pole_ended: int, words: AdviceWords, row: frozenset[str]) -> bool:
    """Tell whether a comma stands in a row of words that are denied together: "do not pick, scratch or rub".

    What is banned may stand in a row with "and" as well: "avoid picking, scratching and rubbing".
    """
    behind = plain[at + 1 : at + 1 + _LONGEST_ROW]
    joiner = next((number for number, word in enumerate(behind) if not row.isdisjoint(words.begun[word].kinds)), None)
    if joiner is None or not _CLAUSE_ENDS.isdisjoint(behind[:joiner]):
        return False
    first = 1 if joiner == 0 else 0
    if len(behind) <= first or (first == 0 and pole_ended != at):
        return False
    _, roles, kinds = words.longest(behind, first)
    return _POLE <= kinds <= _IN_ROW and not all(role.pole[0] in words.fixed for role in roles if role.kind == "pole")


def _reached(item: _Found, role: Role, same: list[_Found], words: AdviceWords) -> int:
    """Count the denials that reach a phrase: one close before it, and those that forbid its whole clause."""
    if role.pole[0] in words.fixed:
        return 0
    if role.pole[0] in words.firm:
        return sum(other.does("denies", "forbids") and other.last == item.at for other in same)
    denied = sum(_goes_to(other, item, same, words) for other in same if other.does("denies"))
    forbidden = sum(other.does("forbids") and not _stands_alone(other, item, same) for other in same)
    emptying = () if item.does(SWALLOWS) else [other for other in same if other.does("empties")]  # «никогда не ждите»
    emptied = (_goes_to(other, item, same, words) or other.at == item.last for other in emptying)
    return denied + forbidden or any(emptied)


def _stands_alone(ban: _Found, item: _Found, same: list[_Found]) -> bool:
    """Tell whether only an "or" stands between a ban and a phrase, or an "and" before it: "call and avoid the sun"."""
    joined = any(other.does("adds", "joins") and other.last == ban.at for other in same)
    return (bool(item.link) and item.at == ban.last + 1) or (joined and item.at < ban.at)


def _goes_to(denial: _Found, item: _Found, same: list[_Found], words: AdviceWords) -> bool:
    """Tell whether a denial reaches a phrase: the first of a pair behind it, and those that follow in a row."""
    last = denial.last
    behind = [one for one in same if denial.last <= one.at < item.at]
    row = [one for one in behind if one.does("pole") and not one.does(*_DENYING) and not _is_fixed(one, words)]
    for other in (*row, item):
        gap = other.at - last
        near = gap == 1 and other.link == "adds" if last != denial.last else gap <= _REACH
        if gap < 0 or not (near or (other.link == "joins" and gap <= _JOINED)):
            return False
        last = other.last
    parted = any(one.does("adds") for one in behind if one.at < (row[0] if row else item).at)
    stopped = any(one.does("stops") for one in behind)  # "do not stop smoking" is not "do not smoke"
    return item.at >= denial.last and not (parted or stopped)


def _is_fixed(item: _Found, words: AdviceWords) -> bool:
    return all(role.pole[0] in words.fixed for role in item.roles if role.kind == "pole")


def _is_unsure(item: _Found, role: Role, same: list[_Found], words: AdviceWords) -> bool:
    """Tell whether a phrase stands behind one that leaves it open, or beside a denial that may or may not reach it."""
    before = [other for other in same if other.last <= item.at]
    if any(other.does("hides") for other in before):
        return True
    if role.pole[0] in words.firm or role.pole[0] in words.fixed:
        return False
    if any(other.does("stops") and other.last == item.at for other in before):
        return True  # "stop smoking" can be "do not smoke"
    denials = [other for other in before if other.does("denies", "empties")]
    late = (other.does("denies") and 0 <= other.at - item.last <= _REACH for other in same)
    return any(late) or (bool(denials) and not any(_goes_to(other, item, same, words) for other in denials))
