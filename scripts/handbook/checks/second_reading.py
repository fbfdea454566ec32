"""Which changed blocks somebody else should read before patients do: those with a fact, a command or a warning.

No rule reads meaning. Whoever has changed such a block knows what it is meant to say, and reads that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from handbook.diagnostics.problems import Location
from handbook.register.handbook import Handbook
from handbook.tracking.matters import block_matters


def to_be_read(handbook: Handbook, changed: Mapping[str, Collection[int]]) -> Iterator[tuple[Location, str]]:
    """Yield place and words of each block to be read; ``changed`` has the lines that changed, by the page's file."""
    for page in handbook.pages:
        lines = changed.get(page.document.path, ())
        words = handbook.language(page.language).advice
        for block in page.document.texts if lines else ():
            first, last = block.locate(0, 1), block.locate(len(block.text) - 1, len(block.text))
            if any(first.line <= line <= last.line for line in lines) and block_matters(block, words):
                yield first, block.text
