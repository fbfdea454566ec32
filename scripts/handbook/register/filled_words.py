"""References become words, the same way for every output and for the sign-offs: typed ones, or filled in.

What is filled in comes from the register (a number that each clinic decides) or from the clinic's own details.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from handbook.language.interface import fill
from handbook.language.languages import Language
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.markup.inlines import (
    Blank,
    Citation,
    ClinicLink,
    Code,
    Emphasis,
    Explained,
    FactLink,
    Foreign,
    Image,
    Inline,
    LineBreak,
    Link,
    Picture,
    Reference,
    Strong,
    Text,
)
from handbook.register.countries import EVERYWHERE
from handbook.register.pages import Page

if TYPE_CHECKING:
    from handbook.register.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the text in a reference's place."""

    text: str
    blank: bool = False
    """True where the clinic has not set the detail: print leaves a line to write on, the site says whom to ask."""


def words_of(reference: Reference, page: Page, handbook: Handbook) -> Words:
    """Return the words of a reference: those the author typed, or those the register or the clinic fills in.

    A reference that cannot be filled in gives empty words; the check ``unfilled-link`` has reported it by then.
    """
    language = handbook.language(page.text_language)
    if isinstance(reference, ClinicLink):
        return clinic_words(reference.target, language, handbook)
    if reference.words:
        return Words(reference.words)
    quantity = handbook.register.quantity(reference.target)
    form = reference.form or form_after(reference.before, language) or ""
    return Words(format_quantity(quantity, language, form) if quantity else "")


def filled_words(inlines: Iterable[Inline], page: Page, handbook: Handbook) -> str:
    """Return the words of some inlines as a reader gets them, with every reference filled in."""
    return "".join(_filled(inline, page, handbook) for inline in inlines)


def _filled(inline: Inline, page: Page, handbook: Handbook) -> str:
    match inline:
        case Text() | Code() | Explained():
            return inline.text
        case Strong() | Emphasis() | Foreign() | Link():
            return filled_words(inline.inside, page, handbook)
        case FactLink() | ClinicLink():
            return words_of(inline, page, handbook).text
        case LineBreak():
            return "\n\n"
        case Blank() | Image() | Picture() | Citation():
            return ""
    assert_never(inline)


def clinic_words(detail: str, language: Language, handbook: Handbook) -> Words:
    """Return a detail of the clinic; the emergency numbers come from the register and the clinic's country.

    A clinic in a country that the handbook does not know has said its ambulance's number itself.
    """
    if detail == "emergency" and handbook.clinic.emergency_number:
        return Words(handbook.clinic.emergency_number)
    if detail == "emergency":
        fact = handbook.register.find(handbook.countries.emergency_fact)
        numbers = {name: str(quantity.low) for name, quantity in fact.named.items()} if fact else {}
        return Words(fill(language.word(f"common.emergency.{handbook.clinic.country or EVERYWHERE}"), numbers))
    text = handbook.clinic.detail(detail)
    return Words(text) if text else Words(language.word(f"common.unset.{detail}"), blank=True)
