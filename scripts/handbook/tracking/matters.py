"""Which blocks somebody else should read before patients do: those with a fact, a command or a warning.

No rule reads meaning. Whoever has changed such a block knows what it is meant to say, and reads that.
"""

from __future__ import annotations

from collections import Counter

from handbook.language.advice_words import AdviceWords
from handbook.language.polarity import read_polarity
from handbook.markup.blocks import TextBlock
from handbook.markup.dialect import COMMANDING
from handbook.markup.document import parse_part
from handbook.markup.inlines import FactLink
from handbook.markup.source_map import SourceMap
from handbook.tracking.pieces import Piece

_COMMANDS = ("denies", "empties", "forbids", "spares", "calls", "stops")
"""Words that command."""


def block_matters(block: TextBlock, words: AdviceWords) -> bool:
    """Tell whether a block holds a fact, a command or a warning."""
    if any(isinstance(link, FactLink) for link in block.links) or not COMMANDING.isdisjoint(block.within):
        return True
    return any(read_polarity(block.text, words).kinds[kind] for kind in _COMMANDS)


def piece_matters(piece: Piece, words: AdviceWords) -> bool:
    """Tell whether a piece holds a fact, a command or a warning."""
    return piece.is_warning or any(block_matters(block, words) for block in piece.blocks)


def change_matters(before: str, piece: Piece, words: AdviceWords) -> bool:
    """Tell whether a piece has changed, since its Markdown was ``before``, in a fact, a command or a warning."""
    return piece.is_warning or _said(before, words) != _said(piece.text, words)


def _said(text: str, words: AdviceWords) -> Counter[object]:
    """Count the boxes that command, the facts, the numbers and what is commanded in the Markdown of a piece."""
    document, _ = parse_part(SourceMap.of(text, ""))
    said: Counter[object] = Counter(box.kind for box in document.boxes if box.kind in COMMANDING)
    for block in document.texts:
        read = read_polarity(block.text, words)
        said.update((link.target, link.words) for link in block.links if isinstance(link, FactLink))
        said.update(word for word in block.text.split() if any(letter.isdigit() for letter in word))
        said.update(read.poles)
        said.update({kind: read.kinds[kind] for kind in _COMMANDS})
    return said
