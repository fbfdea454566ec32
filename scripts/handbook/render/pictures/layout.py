"""Pieces of a drawing with their size, set under one another, and words broken into lines.

Nobody can ask a font from here, and the website uses whatever font the device has. So letters are reckoned by a
few widths on the safe side of common fonts, and what is drawn leaves the right edge free.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.render.pictures.svg import Node, moved, node

SIZE = 16.0
"""Of all letters, in units of the drawing; a phone shows a unit as a pixel."""

LINE = 20.0
"""From one line of words to the next."""

_WIDTHS = {
    **dict.fromkeys("iljI.,:;!'|()[] \N{NO-BREAK SPACE}", 0.34),
    **dict.fromkeys('ftr-–/"«»', 0.45),
    **dict.fromkeys("mwMWшщжюмыфШЩЖЮМЫФДОСТНПКВИЧЯБУГЗЭ@%", 0.9),
}
_USUAL = 0.63
_BOLD = 1.12


@dataclass(frozen=True, slots=True)
class Piece:
    """Some elements and how much room they take from their left upper corner on."""

    height: float
    nodes: tuple[Node, ...]


def width_of(text: str, bold: bool = False) -> float:
    """Return about how wide a text is, never less than common fonts make it."""
    return sum(_WIDTHS.get(letter, _USUAL) for letter in text) * SIZE * (_BOLD if bold else 1)


def wrapped(text: str, width: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit a width; a word that does not fit has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def words(text: str, width: float, look: str = "words") -> Piece:
    """Return a text in as many lines as it needs."""
    lines = wrapped(text, width, look == "name")
    nodes = tuple(node("text", look, text=line, y=number * LINE + SIZE) for number, line in enumerate(lines))
    return Piece(len(lines) * LINE, nodes)


def stacked(pieces: Iterable[Piece], gap: float = 0) -> Piece:
    """Return pieces under one another, with as much room between them."""
    top = 0.0
    nodes: list[Node] = []
    for piece in pieces:
        nodes += [moved(0, top, *piece.nodes)] if top and piece.nodes else piece.nodes
        top += piece.height + gap
    return Piece(max(0.0, top - gap), tuple(nodes))


def beside(left: Piece, right: Piece, x: float) -> Piece:
    """Return one piece with another to its right, which begins at ``x``."""
    return Piece(max(left.height, right.height), (*left.nodes, moved(x, 0, *right.nodes)))


def space(height: float) -> Piece:
    """Return room with nothing in it."""
    return Piece(height, ())
