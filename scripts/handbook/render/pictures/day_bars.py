"""Which signs are expected until when, and from which day the same place means a call to the clinic.

Signs that mean the same wherever people read, such as a tick, are not mirrored.
"""

from __future__ import annotations

from fractions import Fraction

from handbook.register.pictures import DayBars, Sign
from handbook.render.pictures.chart import (
    BAR,
    Scale,
    arrow,
    axis,
    ground_width,
    plain,
    row,
    striped,
    stripes,
    track,
    words_width,
)
from handbook.render.pictures.layout import Piece, hstack, space, vstack, words
from handbook.render.pictures.picture_data import PictureData
from handbook.render.pictures.svg import Node, kept, moved, node

_WEEK = Fraction(7)
_SIGN = 26.0
"""How much room the sign before a line takes."""


def describe(data: PictureData) -> tuple[str, ...]:
    """Return in words what the bars show."""
    lines = [_described(sign, kind, data) for sign in _signs(data) for kind in ("expected", "call")]
    return (*lines, data.word("note"))


def _described(sign: Sign, kind: str, data: PictureData) -> str:
    return f"{data.word(f'{sign.words}.name')}. {data.word(kind)}: {data.word(f'{sign.words}.{kind}')}"


def draw(data: PictureData, width: float) -> tuple[Piece, ...]:
    """Draw it: half of the signs, and the other half."""
    signs = _signs(data)
    last = max((max(sign.end, sign.call) for sign in signs), default=_WEEK)
    scale = Scale(ground_width(width), (last // _WEEK + 1) * _WEEK)
    step = Fraction(2) if scale.end <= 14 else _WEEK
    numbers = row(space(0), axis(scale, step, Fraction(1), data.language.numbers), width)
    head = vstack([words(data.word("days"), width, "name"), numbers], 2)
    lines = [_rows(sign, scale, step, data, width) for sign in signs]
    half = len(lines) // 2
    note = words(data.word("note"), width)
    return vstack([_key(data, width), head, *lines[:half]], 18), vstack([head, *lines[half:], note], 18)


def _signs(data: PictureData) -> tuple[Sign, ...]:
    assert isinstance(data.picture.kind, DayBars)
    return data.picture.kind.signs


def _key(data: PictureData, width: float) -> Piece:
    marks = {"expected": _good(), "call": _alarm(), "striped": stripes(0, 2, 18, BAR - 2)}
    lines = [_lead(mark, words(data.word(name), width - _SIGN)) for name, mark in marks.items()]
    return vstack(lines, 4)


def _rows(sign: Sign, scale: Scale, step: Fraction, data: PictureData, width: float) -> Piece:
    room = words_width(width) - _SIGN
    expected = (*plain(scale, Fraction(0), sign.turn), *striped(scale, sign.turn, sign.end))
    lanes = [
        (_good(), words(data.word(f"{sign.words}.expected"), room), expected),
        (_alarm(), words(data.word(f"{sign.words}.call"), room), arrow(scale, sign.call)),
    ]
    return vstack(
        [
            words(data.word(f"{sign.words}.name"), words_width(width), "name"),
            *(row(_lead(mark, text), track(scale, step, bars), width) for mark, text, bars in lanes),
        ],
        6,
    )


def _lead(mark: tuple[Node, ...], text: Piece) -> Piece:
    return hstack(Piece(20, (moved(0, 2, *mark),)), text, _SIGN)


def _good() -> tuple[Node, ...]:
    """Return a tick in a circle."""
    circle, tick = node("circle", "good", cx=9, cy=9, r=8), node("path", "good-sign", d="M5 9.2l3 3 5.4-6.4")
    return (kept(18, circle, tick),)


def _alarm() -> tuple[Node, ...]:
    """Return an exclamation mark in a dark octagon."""
    octagon = "M5.3 0h7.4L18 5.3v7.4L12.7 18H5.3L0 12.7V5.3z"
    return (node("path", "call", d=octagon), node("path", "call-sign", d="M7.8 3.5h2.4l-.4 7H8.2zM7.9 12h2.2v2.3H7.9z"))
