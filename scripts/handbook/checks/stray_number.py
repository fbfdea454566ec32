"""A number that a patient may act on stands in a fact link.

Times, lengths, temperatures, doses, shares, numbers of sessions and sun protection factors are what people do by.
Outside a link nobody knows their source, no check compares them with the other languages, and they stay when the
register changes.

Passes:

    Crusts last [3 to 7 days](fact:crusts-last). In 2019 a study of 60 people was published.

Fails:

    Crusts last 3 to 7 days. Take 2.

What to do: link the number to its fact, or say it without a number ("some days", "day and night"). Years,
numbers of people, pages and steps may stand free, and what is said in passing ("once", "a week", "two ways").
Of any other number the check asks what it counts: which words answer that stands under `free-numbers` in
docs/data/languages/<xx>.yml. Beside a share, "43 in 100", may stand its other part: "57 did not". So may the
days of a stage in its heading, `## Day 2 to 4 {#day-2-4}`, which must agree with the heading's id, and in a link to
that heading: `[day 3](recovery/day-by-day.md#day-2-4)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from unicodedata import category, numeric

from handbook.checks.registered import advised
from handbook.checks.uncounted import other_parts, uncounted
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.language.languages import Language
from handbook.language.lexicon import VULGAR
from handbook.language.quantities import Quantity, same
from handbook.language.quantity_formatter import format_quantity
from handbook.language.quantity_parser import Found, find_quantities
from handbook.language.units import NO_UNIT, Units
from handbook.markup.blocks import Heading, TextBlock
from handbook.markup.inlines import AnyImage, Link
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

_STAGE = re.compile(r"(?P<unit>[a-z]+)-(?P<low>\d+)(?:-(?P<high>\d+))?")
MOST_ADDRESSES = 3
"""How many facts with the same number a hint names."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each number with a clinical unit outside the links that may hold it."""
    language = handbook.language(page.language)
    for block in page.document.texts:
        yield from _other_digits(block, language)
        yield from _block(block, language, handbook)
        yield from uncounted(block, page.document, language, handbook)
    for image in page.document.images:
        yield from _image(image, language, handbook)


def _block(block: TextBlock, language: Language, handbook: Handbook) -> Iterator[Problem]:
    numbers = _clinical(block, language, handbook.register)
    stage = stage_of(block.id, handbook.units) if isinstance(block, Heading) else None
    if stage is not None and isinstance(block, Heading):
        yield from _heading(block, stage, numbers, language)
        return
    for found in numbers:
        link = next((link for link in block.links if found.start < link.end and found.end > link.start), None)
        if link is not None and not isinstance(link, Link):
            continue  # what stands in such a link, or reaches into one, is wrong_number's to judge
        target = link.target if link else ""
        label = stage_of(target.partition("#")[2], handbook.units)
        if label is None:
            words = block.text[found.start : found.end]
            yield Problem(block.locate(found.start, found.end), *_stray(words, found, handbook))
        elif not _within(found.quantity, label):
            message = Message(
                "the words say {words}, but the link leads to {target}",
                words=block.text[found.start : found.end],
                target=target,
            )
            right = format_quantity(label, language)
            yield Problem(
                block.locate(found.start, found.end),
                message,
                Message("write [{right}]({target}), or correct the link", right=right, target=target),
            )


def _other_digits(block: TextBlock, language: Language) -> Iterator[Problem]:
    """Report ３, ④ and Ⅶ: whoever reads them reads a number, and no check compares it."""
    text = block.text
    strange = (at for at, sign in enumerate(text) if sign > "\x7f" and sign.isnumeric())
    for at in () if text.isascii() else strange:
        exponent = text[at] in "²³" and text[at - 1 : at].isalpha()
        if text[at] not in language.numbers.digits + VULGAR and not exponent and category(text[at])[0] == "N":
            value = f"{numeric(text[at]):g}"
            message = Message(
                "{sign} is a number in signs that {language} does not write numbers with",
                sign=text[at],
                language=language.name,
            )
            yield Problem(block.locate(at, at + 1), message, Message("write {right}", right=value))


def stage_of(id: str, units: Units) -> Quantity | None:
    """Return the days or weeks that the id of a stage names: ``day-2-4``."""
    found = _STAGE.fullmatch(id)
    unit = units.by_id.get(found["unit"], NO_UNIT) if found else NO_UNIT
    if found is None or not unit.dated:
        return None
    return Quantity("point", Fraction(found["low"]), Fraction(found["high"] or found["low"]), unit)


def _clinical(block: TextBlock, language: Language, register: Register) -> list[Found]:
    """Return the numbers of a block that a patient may act on but for the other part of a share beside it."""
    numbers = acted_on(block.text, language)
    if not any(found.quantity.kind == "share" for found in numbers):
        return numbers
    rest = other_parts(block, language, register)
    return [found for found in numbers if found.quantity.kind != "share" or found.quantity.low not in rest]


def acted_on(text: str, language: Language) -> list[Found]:
    """Return the numbers of a text that a patient may act on, each stretch of words once."""
    numbers = {(found.start, found.end): found for found in find_quantities(text, language)}
    return [found for found in numbers.values() if found.counted and found.quantity.unit.clinical]


def _heading(block: Heading, stage: Quantity, numbers: list[Found], language: Language) -> Iterator[Problem]:
    right = format_quantity(stage, language)
    if not numbers:
        message = Message("the heading's id says {right}, but its words do not", right=right)
        yield Problem(block.locate(0, len(block.text)), message, Message("begin it with: {right}", right=right))
    for found in numbers:
        if not same(found.quantity, stage):
            message = Message(
                "the heading says {words}, but its id says {right}",
                words=block.text[found.start : found.end],
                right=right,
            )
            yield Problem(
                block.locate(found.start, found.end),
                message,
                Message("write {right}, or correct the id in all languages", right=right),
            )


def _within(quantity: Quantity, stage: Quantity) -> bool:
    """Tell whether a place in time, or a stretch from one to another, lies in a stage."""
    if (quantity.kind, quantity.unit) != (stage.kind, stage.unit) or None in (quantity.low, quantity.high):
        return False
    return bool(quantity.low >= stage.low and quantity.high <= stage.high)  # type: ignore[operator]


def _stray(words: str, found: Found, handbook: Handbook) -> tuple[Message, Message]:
    """Return message and hint for a number that stands free; facts with the same number are named."""
    register = handbook.register
    alike = [
        address
        for address in register.addresses
        if (quantity := register.quantity(address)) is not None and same(quantity, found.quantity)
    ]
    hint = Message("link it to its fact: [{words}](fact:…), or say it without a number", words=words)
    if alike:
        facts = ", ".join(f"fact:{address}" for address in alike[:MOST_ADDRESSES])
        if len(alike) > MOST_ADDRESSES:
            facts = Message("{names} and others", names=facts)
        hint = Message("{hint}; the register has this number in {facts}", hint=hint, facts=facts)
    fact = register.find(alike[0]) if len(alike) == 1 else None
    return Message("the number {words} stands outside a fact link", words=words), advised(hint, fact) if fact else hint


def _image(image: AnyImage, language: Language, handbook: Handbook) -> Iterator[Problem]:
    for found in acted_on(image.alt, language):
        words = image.alt[found.start : found.end]
        message = Message(
            "the number {words} stands in the words of an image, where no fact can be linked", words=words
        )
        yield Problem(image.location, message, Message("say it in the text beside the image, in a fact link"))
