"""Which signs are expected until when, and from which day the same place means a call to the clinic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

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
from handbook.render.pictures.given import Given
from handbook.render.pictures.layout import Piece, beside, space, stacked, words
from handbook.render.pictures.svg import Node, moved, node

_WEEK = Fraction(7)
_SIGN = 26.0
"""How much room the sign before a line takes."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: expected to ``turn``, in some people to ``end``; something else in the same place means a call."""

    name: str
    turn: Fraction
    end: Fraction
    call: Fraction


def signs_of(given: Given) -> tuple[Sign, ...]:
    """Return the signs, by the day on which they may mean a call."""
    closes = min(given.low("crusts"), given.low("surface")), max(given.high("crusts"), given.high("surface"))
    return (
        Sign("fluid", Fraction(0), given.high("weeping"), given.low("infection")),
        Sign("redness", given.low("redness"), given.high("redness"), given.low("infection")),
        Sign("swelling", given.high("strongest"), given.high("swelling"), given.low("swelling-call")),
        Sign("open", *closes, given.low("open")),
    )


def told(given: Given) -> tuple[str, ...]:
    """Return in words what the bars show."""
    lines = []
    for sign in signs_of(given):
        for kind in ("expected", "call"):
            text = given.word(f"{sign.name}.{kind}")
            lines.append(f"{given.word(f'{sign.name}.name')}. {given.word(kind)}: {text}")
    return (*lines, given.word("note"))


def draw(given: Given, width: float) -> tuple[Piece, ...]:
    """Draw it: half of the signs, and the other half."""
    signs = signs_of(given)
    last = max(max(sign.end, sign.call) for sign in signs)
    scale = Scale(ground_width(width), (last // _WEEK + 1) * _WEEK)
    step = Fraction(2) if scale.end <= 14 else _WEEK
    numbers = row(space(0), axis(scale, step, Fraction(1)), width)
    head = stacked([words(given.word("days"), width, "name"), numbers], 2)
    lines = [_rows(sign, scale, step, given, width) for sign in signs]
    half = len(lines) // 2
    note = words(given.word("note"), width)
    return stacked([_key(given, width), head, *lines[:half]], 18), stacked([head, *lines[half:], note], 18)


def _key(given: Given, width: float) -> Piece:
    marks = {"expected": _good(), "call": _alarm(), "striped": stripes(0, 2, 18, BAR - 2)}
    lines = [_lead(mark, words(given.word(name), width - _SIGN)) for name, mark in marks.items()]
    return stacked(lines, 4)


def _rows(sign: Sign, scale: Scale, step: Fraction, given: Given, width: float) -> Piece:
    room = words_width(width) - _SIGN
    expected = (*plain(scale, Fraction(0), sign.turn), *striped(scale, sign.turn, sign.end))
    lanes = [
        (_good(), words(given.word(f"{sign.name}.expected"), room), expected),
        (_alarm(), words(given.word(f"{sign.name}.call"), room), arrow(scale, sign.call)),
    ]
    return stacked(
        [
            words(given.word(f"{sign.name}.name"), words_width(width), "name"),
            *(row(_lead(mark, text), track(scale, step, bars), width) for mark, text, bars in lanes),
        ],
        6,
    )


def _lead(mark: tuple[Node, ...], text: Piece) -> Piece:
    return beside(Piece(20, (moved(0, 2, *mark),)), text, _SIGN)


def _good() -> tuple[Node, ...]:
    """Return a tick in a circle."""
    return (node("circle", "good", cx=9, cy=9, r=8), node("path", "good-sign", d="M5 9.2l3 3 5.4-6.4"))


def _alarm() -> tuple[Node, ...]:
    """Return an exclamation mark in a dark octagon."""
    octagon = "M5.3 0h7.4L18 5.3v7.4L12.7 18H5.3L0 12.7V5.3z"
    return (node("path", "call", d=octagon), node("path", "call-sign", d="M7.8 3.5h2.4l-.4 7H8.2zM7.9 12h2.2v2.3H7.9z"))
