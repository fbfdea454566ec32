"""Lists of words and numbers as short texts, which scripts load faster than lists; engine/decoding.js reads them.

A number is one character: compressed, a list of small numbers takes less than a byte for each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, repeat

from handbook.render.search.weights import Postings

ALONE = 32
"""What is added to how much a word says about a section that it stands for by itself."""
_FIRST, _AFTER, _WIDE = "#", "\\", "\u00c0"
"""The characters from # on, but the backslash, up to ~; from À on for what is larger."""
_NARROW = ord("~") - ord(_FIRST)
_END, _MANY = "!", " "
_LETTERS = "aeiounrtslkmdpgbvyhfczjwxqAEIOUNRTSLKMDPGBVYHFCZJWXQ"
_OFTEN = 4
_LEAST = 0.2


def number(value: int) -> str:
    """Write a number from 0 on as one character."""
    if value >= _NARROW:
        return chr(ord(_WIDE) + value - _NARROW)
    code = ord(_FIRST) + value
    return chr(code + (code >= ord(_AFTER)))


def words(listed: Sequence[str]) -> str:
    """Write words, each as how many letters it begins with like the one before, and the rest."""
    return "".join(_END + number(_same(one, two)) + two[_same(one, two) :] for one, two in pairwise(("", *listed)))


def postings(
    found: Iterable[Postings], most: int, alone: Iterable[Collection[int]] = repeat(())
) -> tuple[str, str]:
    """Write, for each word, the way from one of its sections to the next, and how much it says about each.

    What it says is more than ALONE where it stands for the section by itself.
    Of more sections than ``most`` only those are written that it says most about, none of which it says much less about
    than about another; behind them stands how many there are.
    """
    ways, levels = [], []
    for each, its in zip(found, alone, strict=False):
        least = _LEAST * max(each.values(), default=0)
        numbers = sorted(sorted((at for at in each if each[at] >= least), key=lambda at: -each[at])[:most])
        ways.append("".join(number(two - one - 1) for one, two in pairwise((-1, *numbers))))
        ways.append((_MANY + number(len(each)) if len(each) > len(numbers) else "") + _END)
        levels.append("".join(number(each[at] + (at in its) * ALONE) for at in numbers))
    return "".join(ways), "".join(levels)


def pairs_in(text: str) -> str:
    """Return the commonest letters beyond ASCII, and behind them as many of ASCII, which take half the room.

    A text in which they are exchanged is shorter.
    """
    counts = Counter(letter for letter in text if letter > "\x7f")
    others = [letter for letter, count in counts.most_common(len(_LETTERS)) if count > _OFTEN]
    return "".join(others) + _LETTERS[: len(others)]


def exchanged(text: str, pairs: str) -> str:
    """Return a text with letters exchanged, or with them in their places again."""
    half = len(pairs) // 2
    return text.translate(str.maketrans(pairs, pairs[half:] + pairs[:half]))


def phrases(said: Mapping[str, Iterable[tuple[int, Sequence[str]]]], numbers: Mapping[str, int], first: int) -> str:
    """Write what concepts are called, by the first word of each phrase.

    Each phrase is the way from the word before, the number of the concept, and the other words by their numbers, of two
    characters each; ``first`` is the number from which the first way leads.
    """
    found = ((numbers[word], concept, rest) for word, several in said.items() for concept, rest in several)
    texts, before = [], first
    for word, concept, rest in sorted(found):
        texts.append(number(word - before) + number(concept) + _words(rest, numbers) + _END)
        before = word
    return "".join(texts)


def lists(numbers: Iterable[Iterable[int]]) -> str:
    """Write lists of small numbers."""
    return "".join("".join(map(number, each)) + _END for each in numbers)


def _words(words: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "".join(number(numbers[word] // _NARROW) + number(numbers[word] % _NARROW) for word in words)


def _same(one: str, two: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
