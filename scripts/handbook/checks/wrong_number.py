"""The number in a fact link is the register's: the same value, unit, bound and kind, in every language.

One wrong digit in one language, and some patients stop their cream after 3 days and others after 8. "Up to 3 days" is
not "from day 3", and "at least" is not "at most".

Passes:

    Crusts last [3 to 7 days](fact:crusts-last), after strong treatment [up to two weeks](fact:crusts-last/strong).

Fails:

    Crusts last [3 to 8 days](fact:crusts-last).

What to do: paste the words from the hint; or, if the register is wrong, correct it, and the check then lists every sentence
in each language that must follow. Each link holds one number, with the words that bound it ("at least") inside. What the
clinic decides is left empty, `[](fact:first-wash)`, and filled in from docs/data/clinic.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.alignment import Block, Reference
from handbook.checks.prose import spans
from handbook.content import Fact, Handbook, Language, Register
from handbook.content.quantities import UNITS, Quantity, converted, same
from handbook.content.reading import Found, find_quantities
from handbook.content.wording import form_after, format_quantity
from handbook.problems import Problem

_DIGITS = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)*")
"""A number in digits that does not belong to a name such as CO2."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact link with words, in its block."""

    reference: Reference
    fact: Fact
    quantity: Quantity | None
    language: Language
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the link."""
        return self.block.text[self.start : self.end]

    def problem(self, message: str, hint: str, start: int = 0, end: int = 0) -> Problem:
        """Return a problem at some of the words, or at all of them."""
        place = self.block.location(self.start + start, self.start + (end or len(self.text)))
        return Problem(place, message, hint)


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link whose number is not the register's."""
    for page in handbook.pages:
        references = {reference.element: reference for reference in page.document.references}
        language = handbook.language(page.language)
        for block in page.document.blocks:
            for element, (start, end) in spans(block).items():
                reference = references.get(element)
                fact = handbook.register.find(reference.target) if reference and reference.scheme == "fact" else None
                if reference is not None and fact is not None:
                    quantity = handbook.register.quantity(reference.target)
                    quote = Quote(reference, fact, quantity, language, block, start, end)
                    yield from _check(quote, handbook.register)


def _check(quote: Quote, register: Register) -> Iterator[Problem]:
    quantity, target = quote.quantity, quote.reference.target
    if quote.fact.decided_by and quantity is not None:
        message = f"the clinic decides {target}, so its words are filled in and not typed"
        yield quote.problem(message, f"write [](fact:{target})")
        return
    numbers = _numbers(quote.text, quantity, quote.language)
    if quantity is None:
        yield from _without_quantity(quote, numbers)
    elif len(numbers) > 1:
        listed = " and ".join(quote.text[found.start : found.end] for found in numbers)
        yield quote.problem(f"more than one number stands in one link: {listed}", "make a link of each, with its own fact")
    elif numbers:
        yield from _compare(quote, quantity, numbers[0])
    else:
        yield from _unread(quote, quantity)


def _numbers(text: str, quantity: Quantity | None, language: Language) -> list[Found]:
    """Return the quantities of a link that a patient may act on; of those said in passing only what could be the fact's."""
    numbers: dict[tuple[int, int], Found] = {}
    for found in find_quantities(text, language, quantity.unit if quantity else ""):
        unit = found.quantity.unit
        comparable = quantity is not None and converted(found.quantity.low or found.quantity.high or 1, unit, quantity.unit)  # type: ignore[arg-type]
        if comparable is not None and comparable is not False or (found.counted and UNITS[unit].clinical):
            numbers[found.start, found.end] = found
    return list(numbers.values())
