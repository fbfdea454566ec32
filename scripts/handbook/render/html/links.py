"""Links of a page: facts become words with a citation mark, details of the clinic become words, the rest addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from handbook.language.interface import fill
from handbook.markup.blocks import Row, links_in
from handbook.markup.form import RESERVED
from handbook.markup.inlines import AnyLink, ClinicLink, FactLink, Link, Picture
from handbook.register.clinic import CALLS
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.phone_numbers import dialled
from handbook.register.pictures import uses_of
from handbook.render.addresses import web_address
from handbook.render.citations import notes

_PHONE = re.compile(r"(?<![\w./:-])\(?[+\d][\d ()-]*\d(?![\w/:])")
"""A telephone number in a text; hours such as 24/7 and parts of an address are none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark: the number of its note, and which use of that note it is."""

    number: int
    use: int

    @property
    def id(self) -> str:
        """Where the mark stands in the page."""
        return f"{RESERVED}cite-{self.number}-{self.use}"


Marks: TypeAlias = Mapping[FactLink | Picture, tuple[Mark, ...]]
"""The citation marks of a page: a link to a fact has one, a picture has one for each of its facts."""


def marks_of(page: Page, handbook: Handbook) -> Marks:
    """Return the citation marks of a page, counted in reading order."""
    numbers = {note.fact.id: note.number for note in notes(page, handbook)}
    uses: Counter[int] = Counter()
    found: dict[FactLink | Picture, tuple[Mark, ...]] = {}
    for place in uses_of(page.document, handbook.pictures):
        ids = dict.fromkeys(address.partition("/")[0] for address in place.addresses)
        cited = sorted(number for id in ids if (number := numbers.get(id)))
        uses.update(cited)
        found[place.node] = tuple(Mark(number, uses[number]) for number in cited)
    return found


def link_writer(page: Page, handbook: Handbook, marks: Marks) -> Callable[[AnyLink, str], str]:
    """Return a function that writes any link of this page."""
    name = handbook.language(page.text_language).word("site.notes.mark")

    def write(link: AnyLink, words: str) -> str:
        if isinstance(link, Link):
            return _plain_link(link, words)
        if isinstance(link, ClinicLink):
            return _detail(link, page, handbook)
        text = words or escape(words_of(link, page, handbook).text, quote=False)
        # there is no mark where the register has no such fact, as a check has reported
        return text + "".join(write_mark(mark, name) for mark in marks.get(link, ()))

    return write


def is_urgent(row: Row, handbook: Handbook) -> bool:
    """Tell whether a row of a table is about an emergency: all its facts are such."""
    facts = (handbook.register.find(link.target) for link in links_in(row) if isinstance(link, FactLink))
    return {fact.urgency for fact in facts if fact is not None} == {"emergency"}


def write_mark(mark: Mark, name: str) -> str:
    """Return a citation mark, which leads to its note; ``name`` says so with the number in a gap."""
    label = escape(fill(name, {"number": mark.number}))
    link = f'<a href="#{RESERVED}note-{mark.number}" aria-label="{label}">{mark.number}</a>'
    return f'<sup class="hb-mark" id="{mark.id}">{link}</sup>'


def _plain_link(link: Link, words: str) -> str:
    foreign = ' rel="noopener"' if link.target.startswith("https://") else ""
    return f'<a href="{escape(web_address(link.target))}"{foreign}>{words}</a>'


def _detail(reference: ClinicLink, page: Page, handbook: Handbook) -> str:
    """Write a detail of the clinic; telephone numbers can be called with a tap."""
    words = words_of(reference, page, handbook)
    if words.blank:
        return f'<span class="hb-write-in">{escape(words.text, quote=False)}</span>'
    text = escape(words.text, quote=False)
    if reference.target not in CALLS:
        return text
    country = "" if reference.target == "emergency" else handbook.clinic.country
    return _PHONE.sub(lambda found: _callable(found[0], country), text)


def _callable(number: str, country: str) -> str:
    digits = dialled(number, country)
    return f'<a class="hb-phone" href="tel:{digits}">{number.rstrip()}</a>{" " if number.endswith(" ") else ""}'
