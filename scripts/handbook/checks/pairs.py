"""Which blocks of a translation say what which blocks of its original say.

Headings, cells, terms and titles of boxes stand for themselves; the paragraphs between them may be split and joined,
and are taken together. Where two pages are not built alike, different_structure.py says so, and nothing is compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from handbook.markup.blocks import Box, Figure, Heading, Paragraph, Part, Plain, TextBlock
from handbook.markup.document import Document

_FREE = frozenset((Paragraph, Plain, Figure))
_Key = tuple[int, bool, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Blocks of a translation and those of its original that say the same."""

    mine: tuple[TextBlock, ...]
    theirs: tuple[TextBlock, ...]


@lru_cache(maxsize=1024)  # four checks ask for the same
def pairs(translation: Document, original: Document) -> tuple[Pair, ...]:
    """Return the blocks of a translation with those of its original; nothing if the two are not built alike."""
    if _frame(translation) != _frame(original):
        return ()
    mine, theirs = _pieces(translation), _pieces(original)
    keys = dict.fromkeys([*mine, *theirs])
    return tuple(Pair(tuple(mine.get(key, ())), tuple(theirs.get(key, ()))) for key in keys)


def _frame(document: Document) -> list[tuple[type[Part], str]]:
    """Return what both pages must have in the same order."""
    return [
        (type(part), part.id if isinstance(part, Heading) else part.kind if isinstance(part, Box) else "")
        for part in document.parts
        if not _is_free(part)
    ]


def _pieces(document: Document) -> dict[_Key, list[TextBlock]]:
    found: dict[_Key, list[TextBlock]] = {}
    count = 0
    for part in document.parts:
        free = _is_free(part)
        count += not free
        if isinstance(part, TextBlock) and part.text:
            found.setdefault((count, free, part.within), []).append(part)
    return found


def _is_free(part: Part) -> bool:
    """Tell whether translations may have more or fewer of a part."""
    return type(part) in _FREE
