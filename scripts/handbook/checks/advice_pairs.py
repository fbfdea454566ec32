"""What a translation turns round, sentence by sentence: pairs of a page and its original, and how their advice differs.

The blocks of both are the same in number and order, but for paragraphs, which may be split and joined. In a block of
as many sentences each is compared with its own; else what the whole block says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest

from handbook.diagnostics.problems import Location
from handbook.language.advice_words import AdviceWords, Pole
from handbook.language.languages import Language
from handbook.language.polarity import Polarity, Said, opposite, read_polarity
from handbook.markup.blocks import Paragraph, TextBlock
from handbook.markup.document import Document
from handbook.metrics.page_metrics import split


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a block whose sentences have no counterpart one by one."""

    block: TextBlock
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.block.text[self.start : self.end]

    @property
    def location(self) -> Location:
        """Its place."""
        return self.block.locate(self.start, self.end)

    def locate(self, said: Said | None) -> Location:
        """Return the place of a phrase in it, or its own."""
        return self.location if said is None else self.block.locate(self.start + said.start, self.start + said.end)


@dataclass(frozen=True, slots=True)
class Turned:
    """Something that a translation turns round."""

    message: str
    location: Location
    original: Piece


def compare_documents(
    original: Document, translation: Document, source: Language, language: Language
) -> Iterator[Turned]:
    """Yield what each piece of a translation turns round, the first of it."""
    for theirs, mine in pieces(original, translation):
        found = next(_differences(theirs, mine, source.advice, language.advice), None)
        if found is not None:
            yield found


def pieces(original: Document, translation: Document) -> Iterator[tuple[Piece, Piece]]:
    """Yield the pieces that say the same in two languages."""
    for theirs, mine in zip(original.texts, translation.texts):
        first, second = list(split(theirs.text)), list(split(mine.text))
        if len(first) != len(second):
            first, second = [(0, len(theirs.text))], [(0, len(mine.text))]
        for (start, end), (begin, stop) in zip(first, second):
            yield Piece(theirs, start, end), Piece(mine, begin, stop)


def _differences(theirs: Piece, mine: Piece, source: AdviceWords, language: AdviceWords) -> Iterator[Turned]:
    original, here = read_polarity(theirs.text, source), read_polarity(mine.text, language)
    swapped = (original.kinds["only"] and here.denials) or (here.kinds["only"] and original.denials)
    if not swapped:
        yield from _turned_pairs(theirs, mine, original, here, source, language)
    agreed = {pole for pole in original.poles if pole in here.poles and pole in original.turned | here.turned}
    if here.kinds["spares"] > original.kinds["spares"]:
        yield Turned("spares", mine.locate(here.first("spares")), theirs)
    if here.kinds["weakens"] > original.kinds["weakens"]:
        yield Turned("weakens", mine.locate(here.first("weakens")), theirs)
    more = here.kinds["allows"] > original.kinds["allows"] and original.denials and not swapped
    free = any(said.role.kind == "allows" and not said.reached for said in here.said)
    if more and free and not agreed and (here.denials < original.denials or here.kinds["forbids"] < original.kinds["forbids"]):
        yield Turned("allows", mine.locate(here.first("allows")), theirs)
    if original.denials and not here.negative and not agreed:
        yield Turned("denial lost", mine.location, theirs)
    if here.denials and here.said[0].role.kind in ("denies","forbids","empties") and here.said[0].start - (len(mine.text)-len(mine.text.lstrip())) < 2 and not original.negative and not agreed and GAIN:
        yield Turned("denial gained", mine.locate(here.first("denies", "forbids")), theirs)
import os
GAIN = os.environ.get('GAIN') != '0'

def _turned_pairs(theirs, mine, original, here, source, language):
    for pole in here.poles:
        if pole[0] in language.fixed and original.denials != here.denials:
            continue
        other = opposite(pole, language)
        gained, lost = here.poles[pole] > original.poles[pole], here.poles[other] < original.poles[other]
        if gained and lost and not (here.poles[other] and original.poles[pole]):
            yield Turned(f"pair {pole} for {other}", mine.locate(here.at(pole, language)), theirs)
