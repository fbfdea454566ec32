"""The numbers of a fact are the same in its statement, its quantities, its sources' sentences and their translations.

A page takes its number from `quantity`, and a clinician reads the statement and what the source says. Where one of them
was mistyped, each page repeats the mistake in every language, and whoever checks the register does not see it.

Passes:

    docs/data/facts/recovery.yml:
    statement: Crusts usually last 3 to 7 days, with strong treatment up to 14.

Fails:

    docs/data/facts/recovery.yml:
    statement: Crusts usually last 3 to 9 days, with strong treatment up to 14.

What to do: correct the one that is wrong, by the source. A number that is right and no quantity, as of the people in
another study, is listed in `others` of the fact: it stands twice, so that a slip is seen. A share may be rounded, 13.6%
to 14. In docs/data/evidence/<xx>.yml a sentence has the numbers of the original sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import zip_longest

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.quantities import Quantity
from handbook.language.quantity_formatter import format_quantity
from handbook.language.said_numbers import Said, compared_numbers, outline, said_numbers, surplus
from handbook.language.units import NO_UNIT, Units
from handbook.register.facts import Evidence, Fact
from handbook.register.handbook import Handbook

OF_REGISTER = True
"""What it compares stands in the register."""
_HUNDRED = 100


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each number of a fact that only one of its texts has."""
    for fact in handbook.register.facts.values():
        if not fact.decided_by:
            yield from _statement(fact, handbook.source, handbook.units)
            for item in fact.evidence:
                yield from _translations(fact, item, handbook)


def _statement(fact: Fact, language: Language, units: Units) -> Iterator[Problem]:
    """Compare what is said of a fact in the language of the register."""
    known = list(_known(fact, language, units))
    figures = {end for said in known for end in said.ends}
    strange = [fact.statement[said.start : said.end] for said in _unknown(fact.statement, language, known)]
    quantities = {one: fact.quantity_called(_name(one)) for one in fact.names}
    lacking = [one for one in fact.names if not _is_stated(quantities[one], fact.statement, language, units)]
    for words, address in zip(strange, lacking, strict=False):
        right = _right(fact, address, language)
        message = Message(
            "the statement of {fact} says {words}, but {address} is {right}",
            fact=fact.id,
            words=words,
            address=address,
            right=right,
        )
        yield Problem(
            fact.location, message, Message("write {right} in the statement, or correct the number", right=right)
        )
    for words in strange[len(lacking) :]:
        yield _strange(fact, Message("the statement"), words)
    for address in lacking[len(strange) :]:
        right = _right(fact, address, language)
        message = Message(
            "the statement of {fact} does not say {right}, which is {address}",
            fact=fact.id,
            right=right,
            address=address,
        )
        yield Problem(
            fact.location, message, Message("say it in the statement: {right}; or correct the number", right=right)
        )
    for item in fact.evidence:
        text = item.says[language.code]
        sketch = outline(text, language)
        if sketch is not None and {number for number, _ in sketch} <= figures:
            continue
        for said in _unknown(text, language, known):
            yield _strange(fact, Message("what {source} says", source=item.source), text[said.start : said.end])


def _name(address: str) -> str:
    return address.partition("/")[2]


def _right(fact: Fact, address: str, language: Language) -> str:
    quantity = fact.quantity_called(_name(address))
    return format_quantity(quantity, language) if quantity else ""


def _strange(fact: Fact, where: str, words: str) -> Problem:
    message = Message(
        "{where} of {fact} has the number {words}, which is none of the fact's", where=where, fact=fact.id, words=words
    )
    return Problem(
        fact.location, message, Message('correct it, or add it to the fact: others: ["{words}"]', words=words)
    )


def _known(fact: Fact, language: Language, units: Units) -> Iterator[Said]:
    """Yield every number that the fact has in its own fields; a score also as the share that it can be read as."""
    for quantity in filter(None, (fact.quantity, *fact.named.values())):
        yield _of(quantity, units)
        if quantity.unit.out_of:
            factor = Fraction(_HUNDRED, quantity.unit.out_of)
            low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
            yield _of(replace(quantity, low=low, high=high, unit=units.share), units)
    for text in fact.further:
        sketch = outline(text, language)
        plain = sketch is not None and not any(unit for _, unit in sketch)
        yield from (Said(0, 0, (value,)) for value, _ in sketch or ()) if plain else said_numbers(text, language)


def _of(quantity: Quantity, units: Units) -> Said:
    """Return a quantity as a number that a text says; one that holds in each hour is said with the hour."""
    unit = units.rate(quantity.unit, units.by_id[quantity.within]) if quantity.within else quantity.unit
    ends = dict.fromkeys(end for end in (quantity.low, quantity.high) if end is not None)
    return Said(0, 0, tuple(ends), unit)


def _unknown(text: str, language: Language, known: list[Said]) -> Iterator[Said]:
    """Yield the numbers that are nowhere in the fact; small ones in words, years and dates count nothing."""
    said = (number for number in said_numbers(text, language) if not (number.small or number.calendar))
    yield from surplus(said, known, often=True)


def _is_stated(quantity: Quantity | None, text: str, language: Language, units: Units) -> bool:
    """Tell whether a text says both ends of a quantity, a share also before it was rounded; nought needs no number."""
    if quantity is None:
        return True
    said = said_numbers(text, language, quantity.unit if quantity.unit.bare else NO_UNIT)
    whole = _of(quantity, units)
    ends = tuple(end for end in whole.ends if end)
    if not any(surplus([Said(0, 0, ends, whole.unit)], said)):
        return True
    rounded = {round(end + Fraction(1, 1000)) for number in said for end in number.ends}
    return quantity.unit.kind == "share" and set(ends) <= rounded


def _translations(fact: Fact, item: Evidence, handbook: Handbook) -> Iterator[Problem]:
    sketch = outline(item.says[item.original], handbook.source) if item.places else None
    for code, place in item.places.items():
        language, text = handbook.language(code), item.says[code]
        if sketch is not None and outline(text, language) == sketch:
            continue
        original = compared_numbers(item.says[item.original], handbook.source)
        mine = compared_numbers(text, language)
        extra, missing = list(surplus(mine, original)), list(surplus(original, mine))
        for said, lost in zip_longest(extra, missing):
            words, right = _words(said, text), _words(lost, item.says[item.original])
            message = Message(
                "what {source} says of {fact} has {words}, and the original sentence {right}",
                source=item.source,
                fact=fact.id,
                words=words,
                right=right,
            )
            yield Problem(
                place, message, Message("make it say the same as: {original}", original=item.says[item.original])
            )


def _words(said: Said | None, text: str) -> str:
    return text[said.start : said.end] if said else Message("no such number")
