"""Numbers in running text that no quantity was read from: for stray_number.py, which tells them.

Each counts something harmless, repeats a number that has its fact, is the other part of a share, or is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import either
from handbook.language.free_numbers import is_dose, is_harmless, is_rest, unit_near
from handbook.language.languages import Language
from handbook.language.numerals import LATIN
from handbook.language.said_numbers import Said, figures, said_numbers
from handbook.markup.blocks import Cell, Heading, TextBlock
from handbook.markup.document import Document
from handbook.markup.inlines import Code, FactLink, Link, walk_inlines
from handbook.register.facts import Register
from handbook.register.handbook import Handbook

_HUNDRED = 100

Numbers = set[Fraction]
"""Some numbers without their units."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a free number of a block is compared with."""

    block: TextBlock
    language: Language
    rest: Numbers
    """The other part of each share that the block links."""
    known: Numbers
    """The numbers that stand there with their fact, or are harmless there."""


def uncounted(block: TextBlock, document: Document, language: Language, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each dose and each wrong part of a share, and one for a number that nobody can tell."""
    free = [said for said in free_numbers(block, language) if not (said.calendar or said.passing)]
    if not free or _names_row(block, free[0], document):
        return
    register = handbook.register
    known = _known(block, document, language, register)
    around = _Surroundings(block, language, other_parts(block, language, register), known)
    asked = False
    for said in free:
        if _is_acted_on(said, around):
            yield _stray(block, said)
        elif _is_wrong_rest(said, around):
            yield _wrong_rest(said, around)
        elif not asked and _is_unknown(said, around):
            asked = True
            yield _unknown(block, said)


def free_numbers(block: TextBlock, language: Language) -> Iterator[Said]:
    """Yield the numbers of a block that stand outside its links into the register, and are no code.

    What touches such a link is told by wrong_number.py, and foreign digits by stray_number.py itself.
    """
    numbers = said_numbers(block.text, language)
    closed = [(link.start, link.end) for link in block.links if not isinstance(link, Link)]
    if numbers:
        closed += [(inline.start, inline.end) for inline in walk_inlines(block.inlines) if isinstance(inline, Code)]
    known = language.numbers.digits + LATIN
    for said in numbers:
        touched = any(_touches(said, place, block.text) for place in closed)
        words = block.text[said.start : said.end]
        if not touched and all(sign in known for sign in words if sign.isdecimal()):
            yield said


def _touches(said: Said, place: tuple[int, int], text: str) -> bool:
    """Tell whether a number stands in a link, or behind it with nothing but a space or an opening bracket between."""
    start, end = place
    inside = said.start < end and said.end > start
    return inside or (end <= said.start and text[end : said.start].strip() in ("", "("))


def other_parts(block: TextBlock, language: Language, register: Register) -> Numbers:
    """Return what is left of each share that the block links: of "43 in 100" 57, of "9 of 10" 1, of "40 %" 60."""
    left: Numbers = set()
    for link in block.links:
        quantity = register.quantity(link.target) if isinstance(link, FactLink) else None
        if quantity is not None and quantity.unit.kind == "share":
            left |= {_HUNDRED - end for end in (quantity.low, quantity.high) if end and end < _HUNDRED}
            said = set(figures(block.text[link.start : link.end], language))
            left |= {whole - part for whole in said for part in said if 0 < part < whole != _HUNDRED}
    return left


def _known(block: TextBlock, document: Document, language: Language, register: Register) -> Numbers:
    """Return the numbers that stand in the links of a block, or of a heading's section, and those harmless there."""
    known = {end for said in said_numbers(block.text, language) for end in _harmless_ends(said, block.text, language)}
    for one in _section(block, document) if isinstance(block, Heading) else [block]:
        for link in one.links:
            if isinstance(link, FactLink):
                known |= set(figures(one.text[link.start : link.end], language))
                quantity = register.quantity(link.target)
                known |= {end for end in (quantity.low, quantity.high) if end is not None} if quantity else set()
    return known


def _harmless_ends(said: Said, text: str, language: Language) -> tuple[Fraction, ...]:
    if said.found is None:
        return said.ends if is_harmless(text, said, language) else ()
    return () if said.unit.clinical or is_rest(text, said, language) else said.ends


def _section(heading: Heading, document: Document) -> Iterator[TextBlock]:
    """Yield what stands between a heading and the next one."""
    at = next(at for at, block in enumerate(document.texts) if block is heading)
    for block in document.texts[at + 1 :]:
        if isinstance(block, Heading):
            return
        yield block


def _names_row(block: TextBlock, said: Said, document: Document) -> bool:
    """Tell whether a number is all that stands in the first cell of a row."""
    alone = isinstance(block, Cell) and block.text.strip() == block.text[said.start : said.end]
    return alone and any(row.cells[0] is block for table in document.tables for row in table.rows if row.cells)


def _is_acted_on(said: Said, around: _Surroundings) -> bool:
    """Tell whether a number that is no quantity is a dose, or counts a clinical unit with other words between."""
    text, language = around.block.text, around.language
    if said.found is not None or is_harmless(text, said, language):
        return False
    unit = unit_near(text, said, language)
    return is_dose(text, said, language) or (bool(unit) and unit.clinical)


def _is_wrong_rest(said: Said, around: _Surroundings) -> bool:
    """Tell whether a number is said to be what is left of a share, or can be nothing else, and is not."""
    if not around.rest or said.small or (around.rest | around.known) & set(said.ends):
        return False
    text, language = around.block.text, around.language
    plain = said.found is None and not is_harmless(text, said, language)
    return plain or is_rest(text, said, language)


def _is_unknown(said: Said, around: _Surroundings) -> bool:
    if said.found is not None or said.small or (around.rest | around.known) & set(said.ends):
        return False
    return not is_harmless(around.block.text, said, around.language)


def _stray(block: TextBlock, said: Said) -> Problem:
    words = block.text[said.start : said.end]
    hint = Message("link it to its fact: [{words}](fact:…), or say it without a number", words=words)
    return Problem(
        block.locate(said.start, said.end), Message("the number {words} stands outside a fact link", words=words), hint
    )


def _wrong_rest(said: Said, around: _Surroundings) -> Problem:
    words = around.block.text[said.start : said.end]
    right = [around.language.numbers.format(number) for number in sorted(around.rest)]
    message = Message("{words} stands beside a share whose other part is {right}", words=words, right=either(right))
    place = around.block.locate(said.start, said.end)
    return Problem(place, message, Message("write {right}, or link the number to its fact", right=right[0]))


def _unknown(block: TextBlock, said: Said) -> Problem:
    words = block.text[said.start : said.end]
    hint = Message(
        "link it to its fact, say it without a number, or write behind it what it counts (free-numbers in the "
        "language's file)"
    )
    return Problem(
        block.locate(said.start, said.end), Message("what does the number {words} count?", words=words), hint
    )
