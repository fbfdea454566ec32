"""The words of a language that forbid, spare, allow and deny, and the pairs of words that are each other's opposite.

A translator writes them in docs/data/languages/<code>.yml, below ``advice:`` and ``opposites:``. A star stands for the
rest of a word. Of the phrases that begin at a word the longest counts, with all that it is listed as.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import chain, islice
from typing import NamedTuple

from handbook.diagnostics.yaml_reader import MappingReader
from handbook.language.advice_keys import ADVICE_KEYS
from handbook.language.letters import LETTER, WORD, fitted
from handbook.language.lexicon import Lexicon
from handbook.language.lexicon_entries import texts
from handbook.language.looked_up import LookedUp

_OF_PAIRS = ("firm", "fixed", "placing")
"""The keys of ADVICE_KEYS that list no words, but names of pairs."""
_PARTICLES = "particles"
"""The key that lists endings."""
_DEEDS, _COMMANDS = "deeds", "commands"
"""The keys that list how words look that name a deed, and that command one."""
SWALLOWS = "swallows"
"""What a phrase of a pair does that has a denial in it: "not safe"."""
_WITH_DENIAL = frozenset(("denies", "empties", "forbids", "spares", "weakens", "soothes", "delays", "idle"))
"""The kinds of longer phrases that say by themselves whether they deny."""
_PARTED = rf"{WORD}(?:'{WORD})*|[.,;:!?()\"«»“”—]|(?<= )-(?= )"
_STARRED = rf"(?:{LETTER}|\*)+(?:'{WORD})*"

Pole = tuple[str, str]
"""A pair of opposites by its name, and which of the two: ``("moist", "dry")``."""


def parted(plain: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text, and the signs at which a clause may end."""
    return fitted(_PARTED, plain).finditer(plain)


def words_and_signs(plain: str) -> list[str]:
    """Return the same without their places, in half of the time."""
    return fitted(_PARTED, plain).findall(plain)


class Role(NamedTuple):
    """What a phrase does in a sentence."""

    kind: str
    """One of the keys of ADVICE_KEYS, ``pole``, or ``swallows``."""
    pole: Pole = ("", "")


class Phrase(NamedTuple):
    """A phrase behind its first word."""

    rest: tuple[str, ...]
    """Its other words; a star stands for any letters."""
    role: Role


class Begun(NamedTuple):
    """What a word begins."""

    alone: tuple[Role, ...]
    """What it does alone."""
    kinds: frozenset[str]
    """The kinds of these roles."""
    longer: tuple[Phrase, ...]
    """The phrases of several words."""
    seconds: frozenset[str]
    """Their second words,"""
    stems: tuple[str, ...]
    """and of those with a star what stands before it."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """What it and all that begins with it does."""
        return (*self.alone, *(phrase.role for phrase in self.longer))


NOTHING = Begun((), frozenset(), (), frozenset(), ())
"""What most words begin."""


@dataclass(frozen=True, slots=True, eq=False)
class AdviceWords:
    """All such words of one language, ready for finding."""

    lexicon: Lexicon
    kinds: frozenset[str]
    """Which keys of ADVICE_KEYS have words."""
    firm: frozenset[str]
    """The names of the pairs that only a denial directly before them turns round."""
    fixed: frozenset[str]
    """The names of those that no denial turns round."""
    placing: frozenset[str]
    """The names of those whose sides say which of two things is meant."""
    pairs: Mapping[str, tuple[str, ...]]
    """The names of each pair's two sides, or of its one, by the name of the pair."""
    deeds: re.Pattern[str]
    """How words look that name a deed and command nothing."""
    commands: re.Pattern[str]
    """How words look that command."""
    begun: Mapping[str, Begun] = field(repr=False)
    """What any word begins."""
    going_on: Mapping[tuple[str, str], tuple[Phrase, ...]] = field(repr=False)
    """The phrases that any two words begin."""

    @classmethod
    def of(
        cls,
        listed: Mapping[str, Iterable[str]],
        opposites: Mapping[str, Mapping[str, Iterable[str]]],
        lexicon: Lexicon,
    ) -> AdviceWords:
        """Make the words of what a language's file lists by kind, and by pair and side."""
        phrases = [
            (phrase, Role(kind))
            for kind, words in listed.items()
            if kind not in (*_OF_PAIRS, _PARTICLES, _DEEDS, _COMMANDS)
            for phrase in words
        ]
        phrases += [
            (phrase, Role("pole", (pair, side)))
            for pair, sides in opposites.items()
            for side, words in sides.items()
            for phrase in words
        ]
        exact, starred = _sorted(phrases, lexicon)
        begun = LookedUp[str, Begun](partial(_begun, exact, starred, tuple(listed.get(_PARTICLES, ()))))
        going_on = LookedUp[tuple[str, str], tuple[Phrase, ...]](partial(_going_on, begun))
        pairs = {pair: tuple(sides) for pair, sides in opposites.items()}
        kinds = frozenset(kind for kind, words in listed.items() if words)
        firm, fixed, placing = (frozenset(listed.get(kind, ())) for kind in _OF_PAIRS)
        deeds, commands = (
            re.compile("|".join(map(_expression, listed.get(kind, ()))) or "(?!)") for kind in (_DEEDS, _COMMANDS)
        )
        return cls(lexicon, kinds, firm, fixed, placing, pairs, deeds, commands, begun, going_on)

    @property
    def missing(self) -> list[str]:
        """The keys of ADVICE_KEYS that have no words."""
        return [kind for kind in ADVICE_KEYS if kind not in self.kinds]

    def deed(self, words: Iterable[str]) -> int:
        """Return how many of some words stand before the first that names a deed; -1 where none does."""
        return next((at for at, word in enumerate(words) if self.deeds.fullmatch(word)), -1)

    def longest(self, words: list[str], at: int) -> tuple[int, tuple[Role, ...], frozenset[str]]:
        """Return of how many words the longest phrase is that begins at a place, 0 for none, and what it does.

        The kinds of its roles stand behind them.
        """
        begun, left = self.begun[words[at]], len(words) - at
        if not begun.longer or left < 2:
            return len(begun.alone) and 1, begun.alone, begun.kinds
        length, roles = int(bool(begun.alone)), begun.alone
        for phrase in self.going_on[words[at], words[at + 1]]:
            size = 1 + len(phrase.rest)
            if size < length or size > left or not all(map(_fits, phrase.rest[1:], islice(words, at + 2, None))):
                continue
            roles = (*roles, phrase.role) if size == length else (phrase.role,)
            length = size
        if length < 2:
            return length, roles, begun.kinds
        roles = self._with_swallowed(words[at : at + length], tuple(dict.fromkeys(roles)))
        return length, roles, frozenset(role.kind for role in roles)

    def _with_swallowed(self, phrase: list[str], roles: tuple[Role, ...]) -> tuple[Role, ...]:
        """Return the roles of a longer phrase with a denial in it: a denial can be said with it."""
        if any(role.kind in _WITH_DENIAL for role in roles):
            return roles
        return (*roles, Role(SWALLOWS)) if any("denies" in self.begun[word].kinds for word in phrase) else roles


def read_advice(entry: MappingReader, lexicon: Lexicon) -> AdviceWords:
    """Read what a language's file has below ``advice`` and ``opposites``; what is no list of words is reported."""
    inner = entry.entry("advice", ADVICE_KEYS)
    listed = {kind: inner.texts(kind) if inner else () for kind in ADVICE_KEYS}
    names = [name for name, _ in entry.pairs("opposites")]
    pairs = entry.entry("opposites", names)
    sides = {
        name: {side: texts(words, entry.problems) for side, words in pairs.pairs(name)}
        for name in (names if pairs else ())
        if pairs
    }
    return AdviceWords.of(listed, sides, lexicon)


def _sorted(
    phrases: Iterable[tuple[str, Role]], lexicon: Lexicon
) -> tuple[dict[str, tuple[Phrase, ...]], dict[str, tuple[Phrase, ...]]]:
    """Part phrases by whether their first word has a star."""
    exact: dict[str, tuple[Phrase, ...]] = {}
    starred: dict[str, tuple[Phrase, ...]] = {}
    for text, role in phrases:
        first, *rest = _words(text, lexicon)
        group, start = (starred, first.partition("*")[0]) if "*" in first else (exact, first)
        group[start] = (*group.get(start, ()), Phrase(tuple(rest), role))
    return exact, starred


def _begun(
    exact: Mapping[str, tuple[Phrase, ...]],
    starred: Mapping[str, tuple[Phrase, ...]],
    particles: tuple[str, ...],
    word: str,
) -> Begun:
    """Return what a word begins, by the phrases that _sorted has parted; else what it does without its particle."""
    beginnings = (word[:length] for length in range(len(word) + 1))
    found = (*exact.get(word, ()), *chain.from_iterable(starred[start] for start in beginnings if start in starred))
    if not found:
        bare = next((word.removesuffix(end) for end in particles if word.endswith(end)), "")
        return _begun(exact, starred, (), bare) if bare else NOTHING
    alone = tuple(dict.fromkeys(phrase.role for phrase in found if not phrase.rest))
    longer = tuple(phrase for phrase in found if phrase.rest)
    seconds = frozenset(phrase.rest[0] for phrase in longer)
    stems = tuple({second.partition("*")[0] for second in seconds if "*" in second})
    return Begun(alone, frozenset(role.kind for role in alone), longer, seconds, stems)


def _going_on(begun: Mapping[str, Begun], two: tuple[str, str]) -> tuple[Phrase, ...]:
    """Return the phrases of several words that two words begin."""
    first, second = begun[two[0]], two[1]
    if second not in first.seconds and not second.startswith(first.stems):
        return ()  # as with most
    return tuple(phrase for phrase in first.longer if _fits(phrase.rest[0], second))


def _words(text: str, lexicon: Lexicon) -> Iterator[str]:
    plain = lexicon.plain(text)
    yield from fitted(_STARRED, plain).findall(plain) or [text]


def _fits(pattern: str, word: str) -> bool:
    return pattern == word or ("*" in pattern and _pattern(pattern).fullmatch(word) is not None)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(_expression(word))


def _expression(word: str) -> str:
    return re.escape(word).replace(r"\*", ".*")
