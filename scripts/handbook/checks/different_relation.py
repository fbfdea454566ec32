"""What the clinic decides stands before, after or within the same thing in each language.

`[](fact:…)` is filled in with a number, and the words around it say what it means: 14 days before the treatment, or
after it. No check of the number alone would see that a translation has turned "after" into "before".

Passes:

    docs/en/index.md:
    The first wash is after [](fact:first-wash).
    docs/ms/index.md:
    Basuhan pertama adalah selepas [](fact:first-wash).

Fails:

    docs/en/index.md:
    The first wash is after [](fact:first-wash).
    docs/ms/index.md:
    Basuhan pertama adalah sebelum [](fact:first-wash).

What to do: say it as the original does, at the line that is named. The words are those under `relations` in
docs/data/languages/<xx>.yml; a word that is missing there is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.checks.pairs import pairs
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""

_BEFORE = re.compile(r"(?:[^\W\d][\w’'-]*[ \xa0]+){0,2}[^\W\d][\w’'-]*[ \xa0]*$")
_BEHIND = re.compile(r"(?:[ \xa0]+[^\W\d][\w’'-]*){1,3}")
"""The words at a link that belong to it: no sign stands between."""


_WAYS = frozenset(("before", "after"))


class _Filled(NamedTuple):
    """A link that is filled in, and how it stands to what is around it."""

    link: FactLink
    block: TextBlock
    relations: frozenset[str]
    words: str


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each value whose relation is another one than in the original."""
    language = handbook.language(text.language)
    for pair in pairs(text.document, original.document):
        theirs = [filled for block in pair.theirs for filled in _filled(block, handbook.source)]
        for mine in (filled for block in pair.mine for filled in _filled(block, language)):
            same = [other for other in theirs if other.link.target == mine.link.target]
            if same and not any(_agree(mine, other, language) for other in same):
                yield _problem(mine, same[0])


def _filled(block: TextBlock, language: Language) -> Iterator[_Filled]:
    for link in block.links:
        if isinstance(link, FactLink) and not link.words:
            before, behind = _BEFORE.search(block.text[: link.start]), _BEHIND.match(block.text, link.end)
            stretches = [found[0] for found in (before, behind) if found]
            found = [_found(words, language) for words in stretches]
            names = frozenset(name for rows in found for name in rows)
            yield _Filled(link, block, names, " … ".join(words.strip() for words in stretches))


def _found(words: str, language: Language) -> set[str]:
    """Return the relations that some words say; of several phrases in a row each counts."""
    return {name for name, phrases in language.relations.items() if any(True for _ in phrases.find(words))}


def _agree(mine: _Filled, other: _Filled, language: Language) -> bool:
    """Tell whether neither side says something that the other does not; each language may say less."""
    here, there = mine.relations & _WAYS, other.relations & _WAYS
    if (here and there and here != there) or (mine.relations - other.relations and other.relations - mine.relations):
        return False
    lost = there - here
    return not lost or bool(lost & _found(mine.block.text, language)) or bool(mine.relations)


def _problem(mine: _Filled, other: _Filled) -> Problem:
    place = other.block.locate(other.link.start, other.link.end)
    message = Message(
        "the value of {fact} stands at {words!r}, and in the original ({path}:{line}) at {original!r}",
        fact=mine.link.target,
        words=mine.words or Message("no word"),
        path=place.path,
        line=place.line,
        original=other.words,
    )
    start = max(0, mine.link.start - 1)
    place = mine.block.locate(start, min(mine.link.end + 1, len(mine.block.text)))
    return Problem(place, message, Message("say before, after or within as the original does"))
