"""The number in a fact link is the register's: the same value, unit, bound and kind, in every language.

One wrong digit in one language, and some patients stop their cream after 3 days and others after 8. "Up to 3
days" is not "from day 3", and "at least" is not "at most".

Passes:

    Crusts last [3 to 7 days](fact:crusts-last), after strong treatment [up to two weeks](fact:crusts-last/strong).

Fails:

    Crusts last [3 to 8 days](fact:crusts-last).

Also refused is what cannot be read to its end: "3 working days", ".5 mg", "5 mg" where "5 mg/ml" stands.

What to do: paste the words from the hint; or, if the register is wrong, correct it, and the check then lists
every sentence in each language that must follow. Each link holds one number, with the words that bound it ("at
least") inside. What the clinic decides is left empty, `[](fact:first-wash)`, and filled in from
docs/data/our-clinic.yml.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handbook.checks.registered import advised
from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import both
from handbook.language.corrections import corrected
from handbook.language.languages import Language
from handbook.language.leftovers import Stretch
from handbook.language.quantities import Quantity
from handbook.language.quantity_formatter import format_quantity
from handbook.language.quantity_parser import Found
from handbook.language.quotations import Quotation, says
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import FactLink
from handbook.register.facts import Fact, Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact link with words, in its block."""

    link: FactLink
    fact: Fact
    said: Quotation
    block: TextBlock

    @property
    def text(self) -> str:
        """The words of the link."""
        return self.said.words

    @property
    def right(self) -> str:
        """What the register says, in the language of the page."""
        return format_quantity(self.said.quantity, self.said.language) if self.said.quantity else ""

    def problem(self, message: Message, hint: Message, start: int = 0, end: int = 0) -> Problem:
        """Return a problem at some of the words, or at all of them."""
        place = self.block.locate(self.link.start + start, self.link.start + (end or len(self.text)))
        return Problem(place, message, hint)


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each link whose number is not the register's."""
    language = handbook.language(page.language)
    for block in page.document.texts:
        for quote in _quotes(block, language, handbook.register):
            yield from _check(quote, handbook.register)


def _quotes(block: TextBlock, language: Language, register: Register) -> Iterator[Quote]:
    links = [link for link in block.links if isinstance(link, FactLink) and link.words]
    for link in links:
        fact = register.find(link.target)
        if fact is not None:
            others = tuple((other.start, other.end) for other in links if other is not link)
            quantity = register.quantity(link.target)
            yield Quote(link, fact, Quotation(block.text, link.start, link.end, language, quantity, others), block)


def _check(quote: Quote, register: Register) -> Iterator[Problem]:
    quantity, target = quote.said.quantity, quote.link.target
    if quote.fact.decided_by and quantity is not None:
        message = Message("the clinic decides {fact}, so its words are filled in and not typed", fact=target)
        yield quote.problem(message, Message("write {right}", right=f"[](fact:{target})"))
        return
    numbers = quote.said.numbers
    if (quantity is None and not numbers) or (quantity is not None and quote.said.agrees):
        return
    leftovers = quote.said.leftovers
    if _typed_in_parts(quote):
        yield _in_parts(quote)
    elif len(numbers) > 1:
        listed = both(dict.fromkeys(quote.text[found.start : found.end] for found in numbers))
        yield quote.problem(
            Message("more than one number stands in one link: {words}", words=listed),
            Message("make a link of each, with its own fact"),
        )
    elif quantity is None:
        yield from (_unbacked(quote, found, register) for found in numbers)
    elif numbers:
        yield _compare(quote, quantity, numbers[0], leftovers, register)
    elif leftovers:
        yield _unread(quote, quantity, leftovers)


def _unbacked(quote: Quote, found: Found, register: Register) -> Problem:
    target, words = quote.link.target, quote.text[found.start : found.end]
    without = advised(Message("link a fact that has this number, or say it without a number"), quote.fact)
    hint = _other_address(quote, register) or without
    return quote.problem(
        Message("says {words}, but {fact} has no number", words=words, fact=target), hint, found.start, found.end
    )


def _compare(quote: Quote, quantity: Quantity, found: Found, leftovers: list[Stretch], register: Register) -> Problem:
    words, fits, wider = quote.text[found.start : found.end], says(found, quantity), quote.said.wider(found)
    around = quote.said.text[wider.start : wider.end] if wider else ""
    if wider and not fits and says(wider, quantity):
        message = Message("only a part of {around!r} stands in the link", around=around)
        return quote.problem(message, Message("put all of it into the link: {right}", right=_paste(quote, around)))
    if leftovers:
        return _half_read(quote, quantity, found, leftovers)
    if not fits:
        message = Message("says {words}, but {fact} is {right}", words=words, fact=quote.link.target, right=quote.right)
        hint = _other_address(quote, register) or _correction(quote, quantity, found)
        return quote.problem(message, hint, found.start, found.end)
    message = Message(
        "with the words around the link this says {around!r}, but {fact} is {right}",
        around=around,
        fact=quote.link.target,
        right=quote.right,
    )
    return quote.problem(
        message,
        Message(
            "write {right} without them, or change {where}", right=_paste(quote, quote.right), where=_where(quote.fact)
        ),
    )


def _half_read(quote: Quote, quantity: Quantity, found: Found, leftovers: list[Stretch]) -> Problem:
    """Return the problem of a number that something touches which is no part of it."""
    said, words = quote.said, quote.text[found.start : found.end]
    start = min(said.start + found.start, leftovers[0][0])
    end = max(said.start + found.end, leftovers[-1][1])
    left = both(repr(said.text[first:last]) for first, last in leftovers)
    told = _without_nought(quote, found) or Message(
        "{said} is not understood here: {words} was read, {left} was left over",
        said=said.text[start:end],
        words=words,
        left=left,
    )
    hint = _without_leftovers(quote, quantity, found, leftovers)
    place = max(start - said.start, 0), min(end - said.start, len(quote.text))
    return quote.problem(
        Message("{told}; {fact} is {right}", told=told, fact=quote.link.target, right=quote.right), hint, *place
    )


def _without_nought(quote: Quote, found: Found) -> Message:
    """Say what is wrong with ".5 mg", if that is it."""
    before, words = quote.text[: found.start], quote.text[found.start : found.end]
    if not before.endswith((".", ",")) or not words[:1].isdigit():
        return NOTHING
    return Message(
        "{before}{words} lacks the nought before its {before!r} and is easily taken for {words}",
        before=before[-1],
        words=words,
    )


def _without_leftovers(quote: Quote, quantity: Quantity, found: Found, leftovers: list[Stretch]) -> Message:
    said, numbers = quote.said, quote.said.language.numbers
    outside = [said.text[first:last] for first, last in leftovers if not said.start <= first < said.end]
    if outside:
        return Message(
            "write {right} without {outside} beside it",
            right=_paste(quote, quote.right),
            outside=both(map(repr, outside)),
        )
    if _without_nought(quote, found):
        nought = numbers.in_digits("0") + numbers.decimal
        whole = quote.text[: found.start - 1] + nought + quote.text[found.start :]
        if said.rewritten(whole).agrees:
            return Message("write {right}", right=_paste(quote, whole))
    inside = [(first - said.start, last - said.start) for first, last in leftovers]
    return _correction(quote, quantity, found, inside)


def _other_address(quote: Quote, register: Register) -> Message:
    """Return the advice to link another number of the same fact, if one fits."""
    for address in quote.fact.names:
        quantity = register.quantity(address)
        if quantity is not None and replace(quote.said, quantity=quantity).agrees:
            return Message("write {right}", right=_paste(quote, quote.text, address))
    return NOTHING


def _correction(quote: Quote, quantity: Quantity, found: Found, more: list[Stretch] | None = None) -> Message:
    """Return the advice to write the register's number, or to change the register and all that follows it."""
    words, without = corrected(quote.said, quantity, [(found.start, found.end), *(more or [])])
    right, where = _paste(quote, words), _where(quote.fact)
    hint = Message("write {right}, or change {where}", right=right, where=where)
    if without:
        hint = Message(
            "write {right} without {outside!r} before it, or change {where}", right=right, outside=without, where=where
        )
    return advised(hint, quote.fact)


def _where(fact: Fact) -> str:
    return Message("the register ({path}:{line}) and all languages", path=fact.location.path, line=fact.location.line)


def _paste(quote: Quote, words: str, address: str = "") -> str:
    return f"[{words}](fact:{address or quote.link.target})"


def _unread(quote: Quote, quantity: Quantity, leftovers: list[Stretch]) -> Problem:
    """Return the problem of numbers that were not understood, where the fact has one to compare them with."""
    start, end = leftovers[0][0] - quote.said.start, leftovers[-1][1] - quote.said.start
    target = quote.link.target
    message = Message(
        "{words} is not understood here as a number of {fact}, which is {right}",
        words=quote.text[start:end],
        fact=target,
        right=quote.right,
    )
    words, _ = corrected(quote.said, quantity, [(0, len(quote.text))])
    return quote.problem(message, Message("write it with its unit: {right}", right=_paste(quote, words)), start, end)


def _typed_in_parts(quote: Quote) -> bool:
    """Tell whether the words look right, and only letters typed in two characters keep them from being read."""
    whole = unicodedata.normalize("NFC", quote.text)
    return whole != quote.text and quote.said.rewritten(whole).agrees


def _in_parts(quote: Quote) -> Problem:
    whole = unicodedata.normalize("NFC", quote.text)
    letter = next(letter for letter in whole if letter not in quote.text)
    message = Message(
        "{letter} is typed here as two characters, a letter and a mark, so the words are not understood", letter=letter
    )
    return quote.problem(message, Message("type each letter with one key: {right}", right=_paste(quote, whole)))
