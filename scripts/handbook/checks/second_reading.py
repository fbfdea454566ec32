"""Which changed blocks somebody else should read before patients do: those with a fact, a command or a warning.

No rule reads meaning. Whoever has changed such a block knows what it is meant to say, and reads that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from handbook.diagnostics.problems import Location
from handbook.language.advice_words import AdviceWords
from handbook.language.polarity import read_polarity
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.metrics.page_metrics import CALL_BOXES
from handbook.register.handbook import Handbook

_COMMANDING = CALL_BOXES | {"do", "do-not"}
"""Boxes that command or warn."""
_COMMANDS = ("denies", "empties", "forbids", "spares", "calls", "stops")
"""Words that do."""


def to_be_read(handbook: Handbook, changed: Mapping[str, Collection[int]]) -> Iterator[tuple[Location, str]]:
    """Yield place and words of each block to be read; ``changed`` has the lines that changed, by the page's file."""
    for page in handbook.pages:
        lines = changed.get(page.document.path, ())
        words = handbook.language(page.language).advice
        for block in page.document.texts if lines else ():
            first, last = block.locate(0, 1), block.locate(len(block.text) - 1, len(block.text))
            if any(first.line <= line <= last.line for line in lines) and _matters(block, words):
                yield first, block.text


def _matters(block: TextBlock, words: AdviceWords) -> bool:
    """Tell whether a block holds a fact, a command or a warning."""
    if any(isinstance(link, FactLink) for link in block.links) or not _COMMANDING.isdisjoint(block.within):
        return True
    return any(read_polarity(block.text, words).kinds[kind] for kind in _COMMANDS)
