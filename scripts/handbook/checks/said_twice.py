"""What is said on two pages is written once and shown on both.

Two copies come to disagree: one is corrected, the other forgotten, and nobody knows which of them a reader has read.

Passes:

    docs/en/passages/reach-us.md:
    Call the clinic if you are not sure, at any time of the day.
    docs/en/index.md:
    ![](passage:reach-us)
    docs/en/recovery/day-by-day.md:
    ![](passage:reach-us)

Fails:

    docs/en/index.md:
    Call the clinic if you are not sure, at any time of the day.
    docs/en/recovery/day-by-day.md:
    Call the clinic if you are not sure, at any time of the day.

What to do: put it into a file of docs/<language>/passages and show it on both pages, or take it out of one of them.
Told are sentences of eight words and more that are the same, and paragraphs that link the same facts in nearly the
same words. Of several copies each is compared with the first. The words of the signs of one language are not compared
with each other: a sign in short and in full says the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from handbook.checks.modes import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.language.languages import Language
from handbook.language.sentences import split
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook

LEVELS = {Mode.DRAFT: None, Mode.RELEASE: None}
"""Told to who writes; what is handed out is none the worse."""

ENOUGH = 8
"""Words of a sentence; shorter ones are alike by chance."""

ALIKE = 0.8
"""The share of their words that two paragraphs have in common."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    block: TextBlock
    start: int
    end: int

    @property
    def location(self) -> Location:
        return self.block.locate(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    facts: frozenset[str]
    words: frozenset[str]
    """Empty where it has no facts, by which it could be compared."""
    location: Location
    sentences: tuple[_Sentence, ...]


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each paragraph and each sentence that says what an earlier one of its language says."""
    written = handbook.written
    signs = handbook.sign_files
    for language in handbook.languages:
        texts = (text for page in written if page.language == language.code for text in page.document.texts)
        said = [_paragraph(text, language) for text in texts if not text.is_label]
        alike = dict(_alike(said))
        others = (paragraph for paragraph in said if paragraph.location not in alike)
        told = ((Message("paragraph"), alike.items()), (Message("sentence"), _sentences(others)))
        for what, pairs in told:
            for place, first in pairs:
                if place.path != first.path or place.path not in signs:
                    yield _problem(what, place, first)


def _paragraph(block: TextBlock, language: Language) -> _Paragraph:
    facts = frozenset(link.target for link in block.links if isinstance(link, FactLink))
    ends = split(block.text, language.abbreviations)
    sentences = tuple(_sentence(block, start, end) for start, end in ends)
    words = frozenset(word for sentence in sentences for word in sentence.words if facts)
    return _Paragraph(facts, words, block.location, sentences)


def _sentence(block: TextBlock, start: int, end: int) -> _Sentence:
    text = block.text[start:end]
    words = tuple(_WORD.findall(text.casefold()))
    return _Sentence(words, block, start + len(text) - len(text.lstrip()), end)


def _alike(said: Sequence[_Paragraph]) -> Iterator[tuple[Location, Location]]:
    """Yield the place of each paragraph that is like an earlier one, with that one's.

    Two sets that share so many of their words share one of the few rarest of each (Chaudhuri, Ganti and Kaushik, A
    primitive operator for similarity joins in data cleaning, ICDE 2006): only paragraphs that do are compared.
    """
    rarity = Counter(word for paragraph in said for word in paragraph.words)
    before: dict[tuple[frozenset[str], str], list[_Paragraph]] = {}
    for paragraph in said:
        if len(paragraph.words) < ENOUGH:
            continue
        ordered = sorted(paragraph.words, key=lambda word: (rarity[word], word))
        rare = ordered[: len(ordered) - ceil(ALIKE * len(ordered)) + 1]
        near = (other for word in rare for other in before.get((paragraph.facts, word), ()))
        first = next((other for other in near if _share(paragraph.words, other.words) >= ALIKE), None)
        if first is not None:
            yield paragraph.location, first.location
            continue
        for word in rare:
            before.setdefault((paragraph.facts, word), []).append(paragraph)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _sentences(said: Iterable[_Paragraph]) -> Iterator[tuple[Location, Location]]:
    """Yield the place of each sentence that stands elsewhere in the same words, with the first one's."""
    before: dict[tuple[str, ...], _Sentence] = {}
    for sentence in (sentence for paragraph in said for sentence in paragraph.sentences):
        if len(sentence.words) >= ENOUGH:
            first = before.setdefault(sentence.words, sentence)
            if first is not sentence:
                yield sentence.location, first.location


def _problem(what: str, place: Location, first: Location) -> Problem:
    message = Message("this {kind} says what {path}:{line} says", kind=what, path=first.path, line=first.line)
    return Problem(place, message, Message("make it a passage, and show it on both: ![](passage:…)"), Severity.WARNING)
