"""Three cuts through skin: fine columns with untouched skin between them, a whole surface, and heat below a surface.

Nothing is to scale and no depth is given: that depends on the device, its settings and the skin.
"""

from __future__ import annotations

from handbook.render.pictures.chart import WIDE, stripes
from handbook.render.pictures.given import Given
from handbook.render.pictures.layout import Piece, beside, stacked, words
from handbook.render.pictures.svg import Node, moved, node

KINDS = ("fractional", "full-field", "non-ablative")

_TOP = 30.0
"""Room over the surface, for the words there."""

_HEIGHT, _OUTER, _DEEP = 120.0, 34.0, 84.0
"""Of the whole cut, of the outer skin, and how far down the columns reach."""

_COLUMN, _BRIDGE = 12.0, 34.0
"""Widths: of a column, and of the skin left alone between two."""

_GAP = 16.0


def told(given: Given) -> tuple[str, ...]:
    """Return in words what the cuts show."""
    return tuple(f"{given.word(f'{kind}.name')}: {given.word(f'{kind}.words')}" for kind in KINDS)


def draw(given: Given, width: float) -> tuple[Piece, ...]:
    """Draw it, with its key."""
    room = (width - 2 * _GAP) / 2 if width >= WIDE else width
    panels = [_panel(kind, given, width, room) for kind in KINDS]
    return (stacked([*panels, _key(given, width), words(given.word("scale"), width)], 18),)


def _panel(kind: str, given: Given, width: float, room: float) -> Piece:
    wide = width >= WIDE
    free = width - room - _GAP if wide else width
    text = stacked([words(given.word(f"{kind}.name"), free, "name"), words(given.word(f"{kind}.words"), free)], 2)
    cut = Piece(_TOP + _HEIGHT + 1, _whole(given, room) if kind == "full-field" else _columns(kind, given, room))
    lowered = Piece(text.height + _TOP, (moved(0, _TOP, *text.nodes),))
    return beside(cut, lowered, room + _GAP) if wide else stacked([cut, text], 4)


def _layers(width: float, surface: float, parted: float) -> tuple[Node, ...]:
    """Return skin between two edges, from a surface on, with the outer skin down to where the two are parted."""
    bottom = _TOP + _HEIGHT
    return (
        node("rect", "outer", x=1, y=surface, width=width - 2, height=parted - surface),
        node("rect", "deeper", x=1, y=parted, width=width - 2, height=bottom - parted),
        node("rect", "outline", x=1, y=surface, width=width - 2, height=bottom - surface),
    )


def _whole(given: Given, width: float) -> tuple[Node, ...]:
    """Return skin without its surface, and over it the words for what was there."""
    surface = _TOP + _OUTER + 12
    taken = node("path", "gone", d=f"M1 {surface:g}V{_TOP:g}H{width - 1:g}V{surface:g}")
    return (*_layers(width, surface, surface), taken, _label(given.word("key.gone"), width / 2))


def _label(text: str, middle: float) -> Node:
    return node("text", "words", text=text, x=middle, y=_TOP - 13, text_anchor="middle")


def _columns(kind: str, given: Given, width: float) -> tuple[Node, ...]:
    """Return skin with columns in it, and over the middle of it the words for what is between them."""
    places = _places(width)
    left = places[len(places) // 2 - 1] + _COLUMN
    brace = node("path", "outline", d=f"M{left + 2:.1f} {_TOP - 2:g}v-5h{_BRIDGE - 4:g}v5")
    label = _label(given.word("untouched"), left + _BRIDGE / 2)
    return (*_layers(width, _TOP, _TOP + _OUTER), *(part for x in places for part in _column(kind, x)), brace, label)


def _places(width: float) -> tuple[float, ...]:
    count = int((width - _BRIDGE) // (_COLUMN + _BRIDGE))
    first = (width - count * _COLUMN - (count - 1) * _BRIDGE) // 2
    return tuple(first + number * (_COLUMN + _BRIDGE) for number in range(count))


def _column(kind: str, x: float) -> tuple[Node, ...]:
    if kind == "non-ablative":
        return stripes(x, _TOP + 11, _COLUMN, _DEEP - 11)
    radius = _COLUMN / 2
    wall = f"M{x:.1f} {_TOP:g}V{_TOP + _DEEP - radius:g}a{radius:g} {radius:g} 0 0 0 {_COLUMN:g} 0V{_TOP:g}"
    lid = node("path", "gone", d=f"M{x:.1f} {_TOP:g}h{_COLUMN:g}")
    open_top = node("rect", "gap", x=x, y=_TOP - 2, width=_COLUMN, height=6)
    return (open_top, node("path", "gap", d=wall), node("path", "outline", d=wall), lid)


def _key(given: Given, width: float) -> Piece:
    signs = {
        "outer": (_swatch("outer"), _swatch("outline")),
        "deeper": (_swatch("deeper"), _swatch("outline")),
        "gone": (_swatch("gap"), _swatch("gone")),
        "heat": stripes(1, 2, 30, 16),
    }
    lines = [beside(Piece(18, sign), words(given.word(f"key.{name}"), width - 42), 42) for name, sign in signs.items()]
    return stacked(lines, 5)


def _swatch(look: str) -> Node:
    return node("rect", look, x=1, y=2, width=30, height=16)
