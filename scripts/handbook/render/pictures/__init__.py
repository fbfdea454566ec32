"""Pictures drawn from the register: if a fact changes, the picture changes, in every language and both outputs.

A page asks for one by an image without words, ``![](picture:recovery-timeline)``: the picture brings its own in the
page's language. Which facts it shows stands in ``content/pictured.py``, its words under ``pictures:`` in
docs/data/interface, and how it is drawn in a module for each picture here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import ModuleType

from handbook.language.languages import Language
from handbook.markup.inlines import PICTURE
from handbook.register.facts import Register
from handbook.register.picture_facts import ONE_FACT, parts_of
from handbook.render.pictures import in_100, normal_or_not, recovery_timeline, skin_columns
from handbook.render.pictures.given import CannotDraw, Given
from handbook.render.pictures.layout import Piece, stacked
from handbook.render.pictures.looks import PRINT
from handbook.render.pictures.svg import Drawing, moved

__all__ = ["NARROW", "PICTURES", "PRINT", "PRINTED", "WIDE", "Picture", "fault", "picture"]

PICTURES: Mapping[str, ModuleType] = {
    "recovery-timeline": recovery_timeline,
    "skin-columns": skin_columns,
    "normal-or-not": normal_or_not,
    ONE_FACT: in_100,
}
"""The module that draws each picture, in the order in which they are suggested."""

NARROW, WIDE, PRINTED = 320.0, 640.0, 560.0
"""Widths of a drawing: for phones, for wider windows, and for paper, where letters come out larger."""

_EDGE = 2.0
"""Free room at both sides: some letters reach a little to the left of where they begin."""

_APART = 26.0
"""Between two parts of a drawing."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in one language."""

    title: str
    alt: str
    """What it shows, in a sentence or two."""
    told: tuple[str, ...]
    """All that it shows, in sentences; none where ``alt`` says all."""
    given: Given
    module: ModuleType

    def draw(self, width: float) -> Drawing:
        """Return it drawn for a width; letters keep their size, so that narrow drawings are taller."""
        return _framed(stacked(self.module.draw(self.given, width - 2 * _EDGE), _APART), width)

    def parts(self, width: float) -> tuple[Drawing, ...]:
        """Return it drawn in parts, which may stand on two sheets of paper."""
        return tuple(_framed(piece, width) for piece in self.module.draw(self.given, width - 2 * _EDGE))


def _framed(piece: Piece, width: float) -> Drawing:
    return Drawing(width, piece.height + 6, (moved(_EDGE, 0, *piece.nodes),))


def picture(name: str, language: Language, register: Register) -> Picture:
    """Return the picture that pages call ``picture:skin-columns``.

    Raises CannotDraw where a fact or a word is not as the picture needs it, as ``fault`` tells beforehand.
    """
    module = PICTURES.get(name.partition("/")[0])
    if module is None or not parts_of(name):
        raise CannotDraw(f"there is no picture {name}")
    given = Given(name.replace("/", ".", 1), parts_of(name), register, language)
    told = module.told(given)
    whole = module is in_100
    alt = " ".join(told) if whole else given.word("alt")
    return Picture(given.word("title"), alt, () if whole else told, given, module)


def fault(name: str, language: Language, register: Register) -> tuple[str, str]:
    """Return what is wrong with the name of a picture and what to do, or two empty texts."""
    try:
        picture(name, language, register).draw(NARROW)
    except CannotDraw as problem:
        return str(problem), _meant(name, language, register)
    return "", ""


def _meant(name: str, language: Language, register: Register) -> str:
    """Return what to do about a name that cannot be drawn."""
    kind, _, address = name.partition("/")
    if kind not in PICTURES or bool(address) != (kind == ONE_FACT):
        names = _names(language)
        close = get_close_matches(name, names, n=1)
        return f"did you mean {PICTURE}:{close[0]}?" if close else f"there are {', '.join(names)}"
    if kind == ONE_FACT and register.find(address) is None:
        close = get_close_matches(address, register.addresses, n=1)
        return f"did you mean {PICTURE}:{kind}/{close[0]}?" if close else "name a fact of docs/data/facts.yml"
    if kind == ONE_FACT:
        known = ", ".join(other for other in _names(language) if other.startswith(kind))
        return f"name a share that has its words (title, yes, no) in docs/data/interface, such as {known}"
    return "correct the fact, or the words in docs/data/interface"


def _names(language: Language) -> list[str]:
    shares = [name for name, said in language.section(f"pictures.{ONE_FACT}").items() if isinstance(said, Mapping)]
    return [*(name for name in PICTURES if name != ONE_FACT), *(f"{ONE_FACT}/{name}" for name in shares)]
