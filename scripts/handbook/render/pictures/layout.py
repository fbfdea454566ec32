"""Pieces of a drawing with their size, set under one another, and words broken into lines.

Everything is laid out from left to right; for a language that runs the other way the whole is mirrored at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.language.letter_widths import breakable, width_of
from handbook.register.pictures import SIZE
from handbook.render.pictures.svg import Node, moved, node

LINE = 20.0
"""From one line of words to the next."""

@dataclass(frozen=True, slots=True)
class Piece:
    """Some elements and how much room they take from their left upper corner on."""

    height: float
    nodes: tuple[Node, ...]


def wrapped(text: str, width: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit a width; a word that does not fit has a line of its own."""
    lines: list[str] = []
    for joined, piece in breakable(text):
        longer = f"{lines[-1]}{joined}{piece}" if lines else piece
        if lines and width_of(longer, SIZE, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return tuple(lines)


def words(text: str, width: float, style: str = "words") -> Piece:
    """Return a text in as many lines as it needs."""
    lines = wrapped(text, width, style == "name")
    nodes = tuple(node("text", style, text=line, y=number * LINE + SIZE) for number, line in enumerate(lines))
    return Piece(len(lines) * LINE, nodes)


def vstack(pieces: Iterable[Piece], gap: float = 0) -> Piece:
    """Return pieces under one another, with as much room between them."""
    top = 0.0
    nodes: list[Node] = []
    for piece in pieces:
        nodes += [moved(0, top, *piece.nodes)] if top and piece.nodes else piece.nodes
        top += piece.height + gap
    return Piece(max(0.0, top - gap), tuple(nodes))


def hstack(left: Piece, right: Piece, x: float) -> Piece:
    """Return one piece with another to its right, which begins at ``x``."""
    return Piece(max(left.height, right.height), (*left.nodes, moved(x, 0, *right.nodes)))


def space(height: float) -> Piece:
    """Return room with nothing in it."""
    return Piece(height, ())
