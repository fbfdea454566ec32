"""When each stage begins and ends, as bars under the numbers of days or months."""

from __future__ import annotations

from fractions import Fraction

from handbook.register.pictures import Bar, Panel, Timeline
from handbook.render.pictures.chart import (
    BAR,
    Scale,
    axis,
    ground_width,
    key,
    plain,
    row,
    striped,
    stripes,
    track,
    words_width,
)
from handbook.render.pictures.layout import Piece, space, vstack, words
from handbook.render.pictures.picture_data import PictureData
from handbook.render.pictures.svg import node

_WEEK = Fraction(7)


def describe(data: PictureData) -> tuple[str, ...]:
    """Return in words what the bars show."""
    bars = (bar.words for panel in _timeline(data).panels for bar in panel.bars)
    return tuple(f"{data.word(f'{bar}.name')}: {data.word(f'{bar}.when')}" for bar in bars)


def draw(data: PictureData, width: float) -> tuple[Piece, ...]:
    """Draw it: each panel, the first under the key."""
    panels = [_panel(panel, data, width) for panel in _timeline(data).panels]
    return (vstack([_key(data, width), *panels[:1]], 26), *panels[1:])


def _timeline(data: PictureData) -> Timeline:
    assert isinstance(data.picture.kind, Timeline)
    return data.picture.kind


def _key(data: PictureData, width: float) -> Piece:
    filled = (node("rect", "sure", x=0, y=3, width=32, height=BAR - 2),)
    return key([(filled, data.word("plain")), (stripes(0, 3, 32, BAR - 2), data.word("striped"))], width)


def _panel(panel: Panel, data: PictureData, width: float) -> Piece:
    unit = panel.unit.days or Fraction(1)
    scale = Scale(ground_width(width), _end(panel, max(unit, _WEEK)))
    step = _step(scale.end / unit) * unit
    numbers = row(space(0), axis(scale, step, unit, data.language.numbers), width)
    lines = [_row(bar, scale, step, data, width) for bar in panel.bars]
    heading = words(data.word(panel.words), width, "name")
    return vstack([vstack([heading, numbers], 2), *lines], 12)


def _end(panel: Panel, whole: Fraction) -> Fraction:
    """Return the last day that is shown: after the last bar, where so many whole weeks or months end."""
    last = max((whole, *(bar.end for bar in panel.bars)))
    return -(-last // whole) * whole


def _step(count: Fraction) -> int:
    """Return how many units there are from a number to the next, so that they stand apart."""
    return 7 if count > 14 else 2 if count > 7 else 1


def _row(bar: Bar, scale: Scale, step: Fraction, data: PictureData, width: float) -> Piece:
    room = words_width(width)
    name, when = data.word(f"{bar.words}.name"), data.word(f"{bar.words}.when")
    text = vstack([words(name, room, "name"), words(when, room)])
    bars = (*plain(scale, bar.start, bar.turn), *striped(scale, max(bar.start, bar.turn), bar.end))
    return row(text, track(scale, step, bars), width)
