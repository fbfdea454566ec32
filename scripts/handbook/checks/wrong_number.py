"""The number in a fact link is the register's: the same value, unit, bound and kind, in every language.

One wrong digit in one language, and some patients stop their cream after 3 days and others after 8. "Up to 3
days" is not "from day 3", and "at least" is not "at most".

Passes:

    Crusts last [3 to 7 days](fact:crusts-last), after strong treatment [up to two weeks](fact:crusts-last/strong).

Fails:

    Crusts last [3 to 8 days](fact:crusts-last).

What to do: paste the words from the hint; or, if the register is wrong, correct it, and the check then lists
every sentence in each language that must follow. Each link holds one number, with the words that bound it ("at
least") inside. What the clinic decides is left empty, `[](fact:first-wash)`, and filled in from
docs/data/our-clinic.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.checks.registered import advised
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.quantities import Quantity, same
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.language.quantity_parser import Found, find_quantities
from handbook.language.units import NO_UNIT
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.facts import Fact, Register
from handbook.register.handbook import Handbook

_DIGITS = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*")
"""A number in digits that does not belong to a name such as CO2."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact link with words, in its block."""

    link: FactLink
    fact: Fact
    quantity: Quantity | None
    language: Language
    block: TextBlock
    around: tuple[Found, ...]
    """Every quantity of the block, read without regard to where the link begins and ends."""

    @property
    def text(self) -> str:
        """The words of the link."""
        return self.block.text[self.link.start : self.link.end]

    def problem(self, message: str, hint: str, start: int = 0, end: int = 0) -> Problem:
        """Return a problem at some of the words, or at all of them."""
        place = self.block.locate(self.link.start + start, self.link.start + (end or len(self.text)))
        return Problem(place, message, hint)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link whose number is not the register's."""
    for page in handbook.pages:
        language = handbook.language(page.language)
        for block in page.document.texts:
            for quote in _quotes(block, language, handbook.register):
                yield from _check(quote, handbook.register)


def _quotes(block: TextBlock, language: Language, register: Register) -> Iterator[Quote]:
    links = [link for link in block.links if isinstance(link, FactLink) and link.words]
    around = find_quantities(block.text, language) if links else ()
    for link in links:
        fact = register.find(link.target)
        if fact is not None:
            yield Quote(link, fact, register.quantity(link.target), language, block, around)


def _check(quote: Quote, register: Register) -> Iterator[Problem]:
    quantity, target = quote.quantity, quote.link.target
    if quote.fact.decided_by and quantity is not None:
        message = f"the clinic decides {target}, so its words are filled in and not typed"
        yield quote.problem(message, f"write [](fact:{target})")
        return
    numbers = _numbers(quote)
    if len(numbers) > 1:
        listed = " and ".join(dict.fromkeys(quote.text[found.start : found.end] for found in numbers))
        yield quote.problem(
            f"more than one number stands in one link: {listed}", "make a link of each, with its own fact"
        )
    elif quantity is None:
        yield from (_unbacked(quote, found, register) for found in numbers)
    elif numbers:
        yield from _compare(quote, quantity, numbers[0], register)
    else:
        yield from _unread(quote, quantity)


def _numbers(quote: Quote) -> list[Found]:
    """Return the numbers that a patient may act on, and of those said in passing what could be the fact's."""
    unit = quote.quantity.unit if quote.quantity else NO_UNIT
    return [
        found
        for found in find_quantities(quote.text, quote.language, unit)
        if found.quantity.unit.converts_to(unit) or (found.counted and found.quantity.unit.clinical)
    ]


def _unbacked(quote: Quote, found: Found, register: Register) -> Problem:
    target, words = quote.link.target, quote.text[found.start : found.end]
    without = advised("link a fact that has this number, or say it without a number", quote.fact)
    hint = _other_address(quote, found, register) or without
    return quote.problem(f"says {words}, but {target} has no number", hint, found.start, found.end)


def _compare(quote: Quote, quantity: Quantity, found: Found, register: Register) -> Iterator[Problem]:
    words, right = quote.text[found.start : found.end], format_quantity(quantity, quote.language)
    fits, wider = _says(found, quantity), _wider(quote, found)
    around = quote.block.text[wider.start : wider.end] if wider else ""
    if wider and not fits and _says(wider, quantity):
        message = f"only a part of {around!r} stands in the link"
        yield quote.problem(message, f"put all of it into the link: {_paste(quote, around)}")
    elif not fits:
        message = f"says {words}, but {quote.link.target} is {right}"
        hint = _other_address(quote, found, register) or _correction(quote, quantity, found)
        yield quote.problem(message, hint, found.start, found.end)
    elif wider:
        message = f"with the words around the link this says {around!r}, but {quote.link.target} is {right}"
        yield quote.problem(message, f"write {_paste(quote, right)} without them, or change {_where(quote.fact)}")


def _says(found: Found, quantity: Quantity) -> bool:
    return any(same(reading, quantity) for reading in found.readings)


def _wider(quote: Quote, found: Found) -> Found | None:
    """Return the quantity that the link and the words around it make together, where that is another one."""
    start, end, unit = quote.link.start + found.start, quote.link.start + found.end, found.quantity.unit
    around = [
        other
        for other in quote.around
        if other.start < end and other.end > start and other.quantity.unit.converts_to(unit)
    ]
    wider = [other for other in around if other.start < quote.link.start or other.end > quote.link.end]
    alike = any(_says(found, reading) for other in around for reading in other.readings)
    return wider[0] if wider and not alike else None


def _other_address(quote: Quote, found: Found, register: Register) -> str:
    """Return the advice to link another number of the same fact, if one fits."""
    for address in quote.fact.names:
        quantity = register.quantity(address)
        if quantity is not None and _says(found, quantity):
            return f"write {_paste(quote, quote.text, address)}"
    return ""


def _correction(quote: Quote, quantity: Quantity, found: Found) -> str:
    """Return the advice to write the register's number, or to change the register and all that follows it."""
    form = form_after(quote.link.before + quote.text[: found.start], quote.language) or ""
    right = format_quantity(quantity, quote.language, form)
    words = quote.text[: found.start] + right + quote.text[found.end :]
    return advised(f"write {_paste(quote, words)}, or change {_where(quote.fact)}", quote.fact)


def _where(fact: Fact) -> str:
    return f"the register ({fact.location.path}:{fact.location.line}) and all languages"


def _paste(quote: Quote, words: str, address: str = "") -> str:
    return f"[{words}](fact:{address or quote.link.target})"


def _unread(quote: Quote, quantity: Quantity) -> Iterator[Problem]:
    """Report digits that were not understood, where the fact has a number to compare them with."""
    understood = find_quantities(quote.text, quote.language)
    unread = [
        digits
        for digits in _DIGITS.finditer(quote.text)
        if not any(found.start <= digits.start() < found.end for found in understood)
    ]
    if unread:
        start, end = unread[0].start(), unread[-1].end()
        right, target = format_quantity(quantity, quote.language), quote.link.target
        message = f"{quote.text[start:end]} is not understood here as a number of {target}, which is {right}"
        yield quote.problem(message, f"write it with its unit: {_paste(quote, right)}", start, end)
