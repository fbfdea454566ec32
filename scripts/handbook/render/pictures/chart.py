"""Time as a line, from left to right until it is mirrored: days with their numbers, and bars over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from handbook.language.numerals import Numerals
from handbook.register.pictures import SIZE
from handbook.render.pictures.layout import Piece, hstack, vstack, words
from handbook.render.pictures.svg import Node, moved, node

BAR = 16.0
"""How high a bar is."""

_STRIPE = 8.0
_EDGE = 10.0
"""Free room on both sides, for the numbers over the ends."""

_KEY = 44.0
"""How much room a sign of the key takes."""

WIDE = 480.0
"""From this width on words stand beside their bars, and below it over them."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day stands."""

    width: float
    end: Fraction
    """The last day that is shown."""

    def at(self, day: Fraction) -> float:
        """Return how far from the left a day stands, in whole units: short numbers make small pages."""
        return round(_EDGE + float(min(day, self.end) / self.end) * (self.width - 2 * _EDGE))


def axis(scale: Scale, step: Fraction, unit: Fraction, numerals: Numerals) -> Piece:
    """Return the numbers of a scale, one for each ``step``, counted in ``unit`` days."""
    nodes: list[Node] = []
    for count in range(int(scale.end / step) + 1):
        day, text = count * step, numerals.format(count * step / unit)
        nodes.append(node("text", "axis", text=text, x=scale.at(day), y=SIZE - 2, text_anchor="middle"))
    return Piece(SIZE + 4, tuple(nodes))


def track(scale: Scale, step: Fraction, bars: Iterable[Node]) -> Piece:
    """Return the ground of one row with a mark at each number of the axis, and bars on it."""
    ground = node("rect", "track", x=0, y=0, width=scale.width, height=BAR)
    marks = "".join(f"M{scale.at(count * step):g} 0v{BAR:g}" for count in range(int(scale.end / step) + 1))
    return Piece(BAR, (ground, node("path", "tick", d=marks), *bars))


def plain(scale: Scale, start: Fraction, end: Fraction) -> tuple[Node, ...]:
    """Return a filled bar, for what is there the whole time."""
    left, right = scale.at(start), scale.at(end)
    return (node("rect", "sure", x=left, y=1, width=right - left, height=BAR - 2),) if right > left else ()


def striped(scale: Scale, start: Fraction, end: Fraction) -> tuple[Node, ...]:
    """Return a striped bar, for the time in which something happens."""
    left, right = scale.at(start), scale.at(end)
    return stripes(left, 1, right - left, BAR - 2) if right > left else ()


def stripes(x: float, y: float, width: float, height: float) -> tuple[Node, ...]:
    """Return a frame filled with slanting lines. They are cut to it here: a pattern would need a name in the page."""
    lines = ""
    offset = _STRIPE / 2
    while offset < width + height:
        start, end = max(0.0, offset - height), min(offset, width)
        lines += f"M{x + start:g} {y + offset - start:g}l{end - start:g}-{end - start:g}"
        offset += _STRIPE
    return (
        node("rect", "gap", x=x, y=y, width=width, height=height),
        node("path", "stripes", d=lines),
        node("rect", "frame", x=x, y=y, width=width, height=height),
    )


def arrow(scale: Scale, start: Fraction) -> tuple[Node, ...]:
    """Return a dark bar that goes on beyond the last day."""
    left, right, middle = scale.at(start), scale.width, BAR / 2
    points = f"M{left:g} 1H{right - middle:g}l{middle:g} {middle - 1:g}l-{middle:g} {middle - 1:g}H{left:g}z"
    return (node("path", "call", d=points),)


def key(signs: Iterable[tuple[tuple[Node, ...], str]], width: float) -> Piece:
    """Return what each kind of bar means."""
    lines = [hstack(Piece(BAR, sign), words(text, width - _KEY), _KEY) for sign, text in signs]
    return vstack(lines, 6)


def words_width(width: float) -> float:
    """Return how much room the words of a row have."""
    return round(width * 0.57) if width >= WIDE else width


def ground_width(width: float) -> float:
    """Return how much room the bars have."""
    return round(width * 0.4) if width >= WIDE else width


def row(text: Piece, ground: Piece, width: float) -> Piece:
    """Return words with their bars beside or below them."""
    if width < WIDE:
        return vstack([text, ground], 5)
    lowered = Piece(ground.height, (moved(0, 3, *ground.nodes),))
    return hstack(text, lowered, width - ground_width(width))
