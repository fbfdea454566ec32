"""References become words and citations, the same way for every output.

On the site each page ends with notes, one for each fact it uses, numbered in the order of first use. In print
the whole handbook ends with one numbered list of sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from handbook.language.languages import Language
from handbook.language.quantity_formatter import form_after, format_quantity
from handbook.markup.inlines import (
    Blank,
    ClinicLink,
    Code,
    Emphasis,
    FactLink,
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
from handbook.register.facts import Fact, Source
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in the text in a reference's place."""

    text: str
    blank: bool = False
    """True where the clinic has not set the detail: print leaves a line to write on, the site says whom to ask."""


@dataclass(frozen=True, slots=True)
class Note:
    """One fact used on a page, with the number of its mark there."""

    number: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The numbered list of sources of some pages."""

    sources: tuple[Source, ...]
    """In the order in which the text first needs them; the first has the number 1."""
    numbers: Mapping[str, tuple[int, ...]]
    """The numbers of a fact's sources, by the fact's id, rising."""


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
        case Text() | Code():
            return inline.text
        case Strong() | Emphasis() | Link():
            return filled_words(inline.inside, page, handbook)
        case FactLink() | ClinicLink():
            return words_of(inline, page, handbook).text
        case LineBreak():
            return "\n\n"
        case Blank() | Image() | Picture():
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
        return Words(
            language.word(f"common.emergency.{handbook.clinic.country or EVERYWHERE}").format_map(numbers)
        )
    text = handbook.clinic.detail(detail)
    return Words(text) if text else Words(language.word(f"common.unset.{detail}"), blank=True)


def notes(page: Page, handbook: Handbook) -> tuple[Note, ...]:
    """Return the facts of a page in the order of first use, numbered from 1."""
    ids = dict.fromkeys(target.partition("/")[0] for target in handbook.used(page))
    facts = [fact for id in ids if (fact := handbook.register.facts.get(id))]
    return tuple(Note(number, fact) for number, fact in enumerate(facts, 1))


def bibliography(pages: Iterable[Page], handbook: Handbook) -> Bibliography:
    """Number the sources that the facts of these pages rest on, in the order in which the text needs them."""
    numbers: dict[str, int] = {}
    by_fact: dict[str, tuple[int, ...]] = {}
    for page in pages:
        for note in notes(page, handbook):
            cited = [item.source for item in note.fact.evidence if item.source in handbook.register.sources]
            found = {numbers.setdefault(source, len(numbers) + 1) for source in cited}
            by_fact[note.fact.id] = tuple(sorted(found))
    return Bibliography(tuple(handbook.register.sources[id] for id in numbers), by_fact)
