"""When each stage of healing begins and ends: the first days, and the months after."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

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
from handbook.render.pictures.given import MONTH, Given
from handbook.render.pictures.layout import Piece, space, stacked, words
from handbook.render.pictures.svg import node

_WEEK = Fraction(7)


@dataclass(frozen=True, slots=True)
class Stage:
    """A row: what there is from ``start`` to ``turn``, and what ends or happens from then to ``end``."""

    name: str
    start: Fraction
    turn: Fraction
    end: Fraction


def first_days(given: Given) -> tuple[Stage, ...]:
    """Return the stages of the first days, in the order in which they end."""
    none = Fraction(0)
    return (
        Stage("weeping", none, none, given.high("weeping")),
        Stage("swelling", none, given.high("strongest"), given.high("swelling")),
        Stage("redness", none, given.low("redness"), given.high("redness")),
        Stage("crusts", given.low("crusts-form"), given.low("crusts"), given.high("crusts")),
        Stage("surface", none, given.low("surface"), given.high("surface")),
        Stage("crusts-upper", given.low("crusts-form"), given.low("crusts"), given.high("crusts-upper")),
    )


def months_after(given: Given) -> tuple[Stage, ...]:
    """Return what comes after the first days."""
    return (
        Stage("fading", *2 * (given.high("redness"),), given.high("fading")),
        Stage("dark-marks", *2 * (given.low("dark-marks"),), given.high("dark-marks")),
        Stage("result", *2 * (given.low("result"),), given.high("result")),
    )


def told(given: Given) -> tuple[str, ...]:
    """Return in words what the bars show."""
    return tuple(_told(stage.name, given) for stage in (*first_days(given), *months_after(given)))


def draw(given: Given, width: float) -> tuple[Piece, ...]:
    """Draw it: the days, and the months."""
    days, months = first_days(given), months_after(given)
    last = max(_WEEK, *(stage.end for stage in days))
    long = max(MONTH, *(stage.end for stage in months))
    first = _panel("days", days, -(-last // _WEEK) * _WEEK, Fraction(1), given, width)
    then = _panel("months", months, -(-long // MONTH) * MONTH, MONTH, given, width)
    return stacked([_key(given, width), first], 26), then


def _told(name: str, given: Given) -> str:
    return f"{given.word(f'{name}.name')}: {given.word(f'{name}.when')}"


def _key(given: Given, width: float) -> Piece:
    filled = (node("rect", "sure", x=0, y=3, width=32, height=BAR - 2),)
    return key([(filled, given.word("plain")), (stripes(0, 3, 32, BAR - 2), given.word("striped"))], width)


def _panel(title: str, stages: tuple[Stage, ...], end: Fraction, unit: Fraction, given: Given, width: float) -> Piece:
    scale = Scale(ground_width(width), end)
    step = unit * (2 if end / unit > 7 else 1) if end / unit <= 14 else unit * 7
    numbers = row(space(0), axis(scale, step, unit), width)
    lines = [_row(stage, scale, step, given, width) for stage in stages]
    heading = words(given.word(title), width, "name")
    return stacked([stacked([heading, numbers], 2), *lines], 12)


def _row(stage: Stage, scale: Scale, step: Fraction, given: Given, width: float) -> Piece:
    room = words_width(width)
    name, when = given.word(f"{stage.name}.name"), given.word(f"{stage.name}.when")
    text = stacked([words(name, room, "name"), words(when, room)])
    bars = (*plain(scale, stage.start, stage.turn), *striped(scale, max(stage.start, stage.turn), stage.end))
    return row(text, track(scale, step, bars), width)
