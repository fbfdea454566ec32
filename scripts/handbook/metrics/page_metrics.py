"""How long and how hard the pages are to read, as numbers.

What counts as a sentence: one that ends with a full stop or the like, and each item, cell and paragraph without one.
Headings, the head of a table and the titles of boxes are no sentences, and neither are labels of one or two words.
Numbers count for nothing. Empty links count as the words that the register fills in; details of the clinic are left
out, so that an address cannot make a page harder. No formula was made for health text, and what one language
measures cannot be compared with another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handbook.diagnostics.problems import Location
from handbook.language.languages import Language
from handbook.language.letters import MARKS, fitted
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.language.readability import Measure
from handbook.language.sentences import sentence_ends, split
from handbook.markup.blocks import TextBlock
from handbook.markup.dialect import CALL_BOXES
from handbook.markup.inlines import AnyLink, FactLink
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.limits import LEVEL
from handbook.register.pages import Page

URGENT = ("emergency", "same-day")
"""Urgencies of a fact that make a warning of the sentence that links it."""

LABEL = 2
"""Words that without a full stop are a label and no sentence."""

ENOUGH = 100
"""Words below which a formula says nothing."""

_WORD = rf"[^\W\d_]+(?:{MARKS}[^\W\d_]*|[-'’][^\W\d_]+)*"
_SPOKEN = rf"[^\W_]+(?:{MARKS}[^\W_]*|[-'’.,][^\W_]+)*"
"""A word or a number."""


class Sentence(NamedTuple):
    """A sentence of a page, with its place; a tuple, because a handbook has thousands of them."""

    words: list[str]
    ended: bool
    """Whether it ends with a full stop or the like."""
    warning: bool
    """Whether it stands in a call box or links a sign to call for."""
    block: TextBlock
    start: int
    end: int

    @property
    def location(self) -> Location:
        """Where it stands."""
        return self.block.locate(self.start, self.end)


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """What was measured on a page."""

    page: Page
    words: int
    """All words and numbers to be read, headings and tables with them."""
    sentences: tuple[Sentence, ...]
    values: Mapping[str, float]
    """Of the language's formulas, by their names; empty on a page too short for them."""
    level: float | None
    """The value of the formula with the limit."""

    @property
    def mean(self) -> float:
        """Words per sentence."""
        return sum(len(sentence.words) for sentence in self.sentences) / max(1, len(self.sentences))

    def longest(self, warning: bool) -> int:
        """Return the words of the longest sentence among the warnings, or among all others."""
        return max((len(s.words) for s in self.sentences if s.warning is warning), default=0)

    @property
    def reached(self) -> Mapping[str, float]:
        """What the page has of everything that is limited, by the names in readability.yml."""
        found = {"words": self.words, "sentence": self.longest(False), "warning": self.longest(True)}
        return found if self.level is None else {**found, LEVEL: self.level}


def measure(handbook: Handbook) -> Iterator[PageMetrics]:
    """Yield what every page measures, in the order of the handbook."""
    for page in handbook.pages:
        yield measure_page(page, handbook)


def measure_page(page: Page, handbook: Handbook) -> PageMetrics:
    """Measure one page."""
    language = handbook.language(page.language)
    texts = page.document.texts
    found = (s for block in texts if not block.is_label for s in _sentences(block, language, handbook.register))
    sentences = [s for s in found if s.words and (s.ended or len(s.words) > LABEL)]
    words = sum(count_words(block.text) for block in texts)
    values = _values(sentences, language)
    level = language.difficulty.level
    return PageMetrics(page, words, tuple(sentences), values, values.get(level.name) if level else None)


def count_words(text: str) -> int:
    """Count the words of a text as a page's limit counts them."""
    return len(fitted(_SPOKEN, text).findall(text))


def _sentences(block: TextBlock, language: Language, register: Register) -> Iterator[Sentence]:
    boxed = not CALL_BOXES.isdisjoint(block.within)
    for start, end in split(block.text, language.abbreviations):
        text = block.text[start:end]
        inside = _links(block, start, end) if block.links else []
        words = _words(text)
        for link in inside:
            words += _words(_filled(link, language, register))
        begin = start + len(text) - len(text.lstrip())
        warning = boxed or any(_warns(link, register) for link in inside)
        ended = end < len(block.text) or bool(sentence_ends(text, language.abbreviations))
        yield Sentence(words, ended, warning, block, begin, end)


def _words(text: str) -> list[str]:
    return fitted(_WORD, text).findall(text) if text else []


def _links(block: TextBlock, start: int, end: int) -> list[AnyLink]:
    """Return the links that begin in a part of a block; an empty one at its very end stands behind the full stop."""
    last = end == len(block.text)
    return [link for link in block.links if start <= link.start < end or (last and link.start == end)]


def _filled(link: AnyLink, language: Language, register: Register) -> str:
    """Return the words that the register puts into an empty link."""
    quantity = register.quantity(link.target) if isinstance(link, FactLink) and not link.words else None
    if quantity is None or not isinstance(link, FactLink):
        return ""
    return format_quantity(quantity, language, link.form or form_after(link.before, language) or "")


def _warns(link: AnyLink, register: Register) -> bool:
    """Tell whether a link leads to a sign to call for."""
    fact = register.find(link.target) if isinstance(link, FactLink) else None
    return fact is not None and fact.urgency in URGENT


def _values(sentences: Sequence[Sentence], language: Language) -> dict[str, float]:
    difficulty = language.difficulty
    syllables = [difficulty.syllables(word) for sentence in sentences for word in sentence.words]
    measures: tuple[Measure | None, ...] = (difficulty.level, *difficulty.also)
    if len(syllables) < ENOUGH:
        return {}
    return {measure.name: measure.value(len(sentences), syllables) for measure in measures if measure is not None}


def limit_of(name: str, page: Page, handbook: Handbook) -> float | None:
    """Return what a page may have of something limited: its own ceiling, or else the limit for all."""
    own = handbook.limits.of(name, page.language, page.path)
    return general_limit(name, page, handbook) if own is None else own


def general_limit(name: str, page: Page, handbook: Handbook) -> float | None:
    """Return what every page of a language may have."""
    level = handbook.language(page.language).difficulty.level
    if name == LEVEL:
        return level.limit if level else None
    return handbook.limits.general.get(name)


def is_over(name: str, value: float, limit: float, page: Page, handbook: Handbook) -> bool:
    """Tell whether a value is on the wrong side of a limit; of the ease of metrics more is better."""
    level = handbook.language(page.language).difficulty.level
    return level.is_harder(value, limit) if name == LEVEL and level else value > limit
