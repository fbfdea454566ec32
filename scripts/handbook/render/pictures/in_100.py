"""A share as 100 people, some of them filled, with both sides in words."""

from __future__ import annotations

from fractions import Fraction

from handbook.register.picture_words import NUMBER, format_share
from handbook.register.pictures import InHundred
from handbook.render.pictures.chart import WIDE
from handbook.render.pictures.layout import Piece, hstack, vstack, words
from handbook.render.pictures.picture_data import PictureData
from handbook.render.pictures.svg import Node, node

_CELL, _ROW, _WIDTH = 30.0, 34.0, 300.0
_SIGN = 32.0

_PERSON = "m6.4 6a4.6 4.6 0 1 1 9.2 0a4.6 4.6 0 1 1-9.2 0zm-3.4 22v-9a8 6 0 0 1 16 0v9z"
_LOWER_HALF = "m3 28v-7h16v7z"
"""Paths from the left upper corner of a figure: head and shoulders."""


def describe(data: PictureData) -> tuple[str, ...]:
    """Return both sides in words."""
    return tuple(_said(side, data) for side in _sides(data))


def draw(data: PictureData, width: float) -> tuple[Piece, ...]:
    """Draw it, with both sides in words."""
    wide = width >= WIDE
    room = width - _WIDTH - 24 if wide else width
    people, text = _people(data), vstack([_line(side, data, room) for side in _sides(data)], 10)
    return (hstack(people, text, _WIDTH + 24) if wide else vstack([people, text], 14),)


def _line(side: str, data: PictureData, room: float) -> Piece:
    person = Piece(_ROW - 4, _person(*_sides(data)[side]))
    return hstack(person, words(_said(side, data), room - _SIGN), _SIGN)


def _sides(data: PictureData) -> dict[str, tuple[str, bool]]:
    """Return which sides are told, and how their people look; those between two counts are half filled."""
    low, high = _share(data)
    return {"yes": ("one", False), **({"between": ("other", True)} if low != high else {}), "no": ("other", False)}


def _said(side: str, data: PictureData) -> str:
    if side == "between":
        return data.shared(side)
    low, high = _share(data)
    ends = (low, high) if side == "yes" else (100 - high, 100 - low)
    return data.word(side).replace(f"{{{NUMBER}}}", format_share(*ends, data.language))


def _share(data: PictureData) -> tuple[Fraction, Fraction]:
    assert isinstance(data.picture.kind, InHundred)
    return data.picture.kind.low, data.picture.kind.high


def _people(data: PictureData) -> Piece:
    low, high = map(_rounded, _share(data))
    nodes = (
        *_row_of("other", _PERSON, range(low, 100)),
        *_row_of("one", _LOWER_HALF, range(low, high)),
        *_row_of("one", _PERSON, range(low)),
    )
    return Piece(10 * _ROW, nodes)


def _row_of(style: str, shape: str, places: range) -> tuple[Node, ...]:
    """Return the same figure at some of the 100 places, which are counted line by line."""
    spots = (f"M{place % 10 * _CELL + 4:g} {place // 10 * _ROW:g}{shape}" for place in places)
    return (node("path", style, d="".join(spots)),) if places else ()


def _rounded(end: Fraction) -> int:
    """Return a whole number of people, halves up; the words say it exactly."""
    return int(end + Fraction(1, 2))


def _person(style: str, half: bool) -> tuple[Node, ...]:
    """Return a single figure, for the key."""
    return (*_row_of(style, _PERSON, range(1)), *(_row_of("one", _LOWER_HALF, range(1)) if half else ()))
