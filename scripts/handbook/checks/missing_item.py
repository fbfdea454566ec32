"""A translation lists as many things in a row as its original.

"Blisters, sores, fever and bleeding cannot wait": whoever reads a translation without the fever waits with a fever. One
word of many is easily lost, and nobody who reads one language alone can see it.

Passes:

    docs/en/index.md:
    Call for blisters, sores, fever and bleeding.
    docs/ms/index.md:
    Telefon jika ada lepuh, luka, demam dan pendarahan.
    docs/ru/index.md:
    Звоните, если есть пузырьки, ранки, температура и кровотечение.

Fails:

    docs/en/index.md:
    Call for blisters, sores, fever and bleeding.
    docs/ms/index.md:
    Telefon jika ada lepuh, luka dan pendarahan.

What to do: add what is missing; or, where nothing is, list the things in one row as the original does. Only rows of
four things or more are compared, sentence by sentence; what stands in brackets behind one of them is none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from handbook.checks.pairs import Pair, pairs
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.language.enumerations import rows
from handbook.language.languages import Language
from handbook.language.sentences import split
from handbook.markup.blocks import Cell, TextBlock
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""

_ENOUGH = 4
"""Things from which on a row is one in any language: two adjectives become a clause, and three a sentence."""
_COMMAS = 2
"""Commas that such a row has at least: its last two things may be joined by a word."""
_CERTAIN = 5
"""Things from which on two rows are the same one, however many commas stand elsewhere in the sentence."""
_SHORT = 2
"""Words that a thing of the original has at most."""
_IN_CELL = 3
"""Words that it has at most in a cell of a table, which may be nothing but a list: no clause begins within it."""
_LONG = 6
"""Words that it has at most in another language, which may need more of them."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    block: TextBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end].strip()

    @property
    def place(self) -> Location:
        return self.block.locate(self.end - len(self.block.text[self.start : self.end].lstrip()), self.end)


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each row that has lost something."""
    if handbook.unsaid(text.language, "advice"):
        return
    for pair in pairs(text.document, original.document):
        yield from _shorter(pair, handbook.language(text.language), handbook.source)


def _shorter(pair: Pair, language: Language, source: Language) -> Iterator[Problem]:
    """Yield a problem for each sentence with a row that is shorter than that of its counterpart."""
    for original, block in zip(pair.theirs, pair.mine, strict=False) if len(pair.theirs) == len(pair.mine) else ():
        for theirs, mine in _paired(original, block, language, source) if original.text.count(",") >= _COMMAS else ():
            listed = _listed(theirs, source)
            here = rows(mine.text, language.advice, _LONG, strict=False) if listed else []
            both = zip_longest(listed, here, fillvalue=0)
            found = next((lengths for lengths in both if lengths[1] < lengths[0]), None)
            if found is not None and (min(found) >= _CERTAIN or _parts(mine, language) < _parts(theirs, source)):
                yield _problem(theirs, mine, *found)


def _listed(sentence: _Sentence, source: Language) -> list[int]:
    """Return the lengths of the rows of an original that are long enough."""
    text = sentence.text
    found = rows(text, source.advice, _SHORT, strict=True) if text.count(",") >= _COMMAS else []
    listed = [length for length in found if length >= _ENOUGH]
    if listed or not isinstance(sentence.block, Cell):
        return listed
    return [length for length in rows(text, source.advice, _IN_CELL, strict=False) if length > _CERTAIN]


def _paired(
    original: TextBlock, block: TextBlock, language: Language, source: Language
) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Yield the sentences of two blocks that have as many of them."""
    theirs = [_Sentence(original, *place) for place in split(original.text, source.abbreviations)]
    mine = [_Sentence(block, *place) for place in split(block.text, language.abbreviations)]
    yield from zip(theirs, mine, strict=True) if len(theirs) == len(mine) else ()


def _parts(sentence: _Sentence, language: Language) -> int:
    """Count the commas, "or" and "and" of a sentence."""
    lengths = rows(sentence.text, language.advice, _LONG, strict=False)
    return sum(lengths) - len(lengths)


def _problem(theirs: _Sentence, mine: _Sentence, listed: int, here: int) -> Problem:
    message = Message(
        "this lists {here} things in a row, and the original ({path}:{line}) {listed}: “{original}”",
        here=here,
        listed=listed,
        path=theirs.place.path,
        line=theirs.place.line,
        original=theirs.text,
    )
    return Problem(mine.place, message, Message("add what is missing, or list all in one row"))
