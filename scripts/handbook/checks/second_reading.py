"""Which changed blocks somebody else should read before patients do: those with a fact, a command or a warning.

No rule reads meaning. Whoever has changed such a block knows what it is meant to say, and reads that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from handbook.diagnostics.problems import Location
from handbook.register.handbook import Handbook
from handbook.tracking.matters import block_matters


def to_be_read(handbook: Handbook, changed: Mapping[str, Collection[int]]) -> Iterator[tuple[Location, str]]:
    """Yield place and words of each block to be read; ``changed`` has the lines that changed, by file.

    A passage is told where it is written, not where it is shown; the words of a warning sign are a warning whatever
    they say.
    """
    signs = handbook.sign_files
    for page in handbook.written:
        path = page.document.path
        lines, words = changed.get(path, ()), handbook.language(page.language).advice
        for block in page.document.texts if lines else ():
            first, last = block.locate(0, 1), block.locate(len(block.text) - 1, len(block.text))
            is_changed = any(first.line <= line <= last.line for line in lines)
            if is_changed and (path in signs or block_matters(block, words)):
                yield first, block.text
