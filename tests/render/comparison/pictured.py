"""What a picture says: its words from a language's file with the facts in their gaps, and the numbers of its axes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from handbook.language.languages import Language
from handbook.register.picture_words import fill_gaps, format_share
from handbook.register.pictures import DayBars, InHundred, LabelledDrawing, Picture, Timeline

Word = Callable[[str], str]
_WEEK = Fraction(7)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The words of a picture."""

    title: str
    parts: tuple[tuple[str, ...], ...]
    """What stands in each part of the drawing, in the order of its reading."""
    alt: str
    description: tuple[str, ...]
    """What is told beside it; nothing where the alt text says all."""

    @property
    def words(self) -> str:
        """Return all words of the drawing."""
        return " ".join(word for part in self.parts for word in part)


def drawn(picture: Picture, language: Language) -> Drawn:
    """Return what a picture says in a language."""

    def word(name: str) -> str:
        return fill_gaps(language.word(f"pictures.{picture.id}.{name}"), picture.quantities, language)

    match picture.kind:
        case Timeline():
            parts, description = _timeline(picture.kind, word, language)
        case DayBars():
            parts, description = _day_bars(picture.kind, word, language)
        case LabelledDrawing():
            parts, description = _labelled(picture.kind, word)
        case InHundred():
            said = _in_100(picture.kind, word, language)
            return Drawn(word("title"), (said,), " ".join(said), ())
    return Drawn(word("title"), parts, word("alt"), description)


def _timeline(kind: Timeline, word: Word, language: Language) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    panels = []
    for panel in kind.panels:
        unit = panel.unit.days or Fraction(1)
        whole = max(unit, _WEEK)
        last = max(whole, *(bar.end for bar in panel.bars))
        units = -(-last // whole) * whole / unit
        step = 7 if units > 14 else 2 if units > 7 else 1
        bars = [word(f"{bar.words}.{name}") for bar in panel.bars for name in ("name", "when")]
        panels.append((word(panel.words), *_axis(units, step, language), *bars))
    key = (word("plain"), word("striped"))
    bars = [bar.words for panel in kind.panels for bar in panel.bars]
    told = tuple(f"{word(f'{bar}.name')}: {word(f'{bar}.when')}" for bar in bars)
    return ((*key, *panels[0]), *panels[1:]), told


def _axis(end: Fraction, step: int, language: Language) -> tuple[str, ...]:
    return tuple(language.numbers.format(Fraction(number)) for number in range(0, int(end) + 1, step))


def _day_bars(kind: DayBars, word: Word, language: Language) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    last = max(max(sign.end, sign.call) for sign in kind.signs)
    end = (last // _WEEK + 1) * _WEEK
    head = (word("days"), *_axis(end, 2 if end <= 14 else 7, language))
    rows = [tuple(word(f"{sign.words}.{name}") for name in ("name", "expected", "call")) for sign in kind.signs]
    half = len(rows) // 2
    key = tuple(word(name) for name in ("expected", "call", "striped"))
    first = (*key, *head, *(said for row in rows[:half] for said in row))
    second = (*head, *(said for row in rows[half:] for said in row), word("note"))
    told = [
        f"{name}. {word(heading)}: {said}"
        for name, *both in rows
        for heading, said in zip(("expected", "call"), both, strict=True)
    ]
    return (first, second), (*told, word("note"))


def _labelled(kind: LabelledDrawing, word: Word) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    said: list[str] = []
    for image in kind.images:
        said += [word(f"labels.{text.slot}") for text in image.svg.texts]
        said += [word(f"{image.words}.name"), word(f"{image.words}.words")]
    for sign in kind.key:
        said += [*(word(f"labels.{text.slot}") for text in sign.svg.texts), word(f"labels.{sign.words}")]
    told = tuple(f"{word(f'{image.words}.name')}: {word(f'{image.words}.words')}" for image in kind.images)
    return ((*said, word("note")),), told


def _in_100(kind: InHundred, word: Word, language: Language) -> tuple[str, ...]:
    some = word("yes").replace("{number}", format_share(kind.low, kind.high, language))
    rest = word("no").replace("{number}", format_share(100 - kind.high, 100 - kind.low, language))
    between = (language.word("pictures.between"),) if kind.low != kind.high else ()
    return (some, *between, rest)
