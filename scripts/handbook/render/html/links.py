"""Links of a page: facts become words with a citation mark, details of the clinic become words, the rest addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

from handbook.markup.alignment import Reference
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.pictures import uses_of
from handbook.render.addresses import web_address
from handbook.render.citations import notes, words_of

_PHONE = re.compile(r"[+\d][\d ()-]{2,}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark: the number of its note, and which use of that note it is."""

    number: int
    use: int

    @property
    def id(self) -> str:
        """Where the mark stands in the page."""
        return f"cite-{self.number}-{self.use}"


def marks(page: Page, handbook: Handbook) -> dict[Element, tuple[Mark, ...]]:
    """Return the citation marks of each fact reference and each picture of a page, by the element of its link or image.

    A link has one mark; a picture has one for each of its facts.
    """
    numbers = {note.fact.id: note.number for note in notes(page, handbook)}
    uses: Counter[int] = Counter()
    found: dict[Element, tuple[Mark, ...]] = {}
    for place in uses_of(page.document, handbook.pictures):
        ids = dict.fromkeys(address.partition("/")[0] for address in place.addresses)
        cited = sorted(number for id in ids if (number := numbers.get(id)))
        uses.update(cited)
        found[place.element] = tuple(Mark(number, uses[number]) for number in cited)
    return found


def link_writer(page: Page, handbook: Handbook) -> Callable[[Element, str], str]:
    """Return a function that writes any link of this page."""
    placed = marks(page, handbook)
    references = {reference.element: reference for reference in page.document.references}
    name = handbook.language(page.text_language).word("site.notes.mark")

    def write(element: Element, words: str) -> str:
        reference = references.get(element)
        if reference is None:
            return _plain_link(element, words)
        if reference.scheme == "clinic":
            return _detail(reference, page, handbook)
        text = words or escape(words_of(reference, page, handbook).text, quote=False)
        # there is no mark where the register has no such fact, as a check has reported
        return text + "".join(write_mark(mark, name) for mark in placed.get(element, ()))

    return write


def urgency_reader(page: Page, handbook: Handbook) -> Callable[[Element], bool]:
    """Return a function that says whether a part of this page is about an emergency: all its facts are such."""
    facts = {
        reference.element: handbook.register.find(reference.target)
        for reference in page.document.references
        if reference.scheme == "fact"
    }

    def is_urgent(element: Element) -> bool:
        urgencies = {fact.urgency for link in element.iter("a") if (fact := facts.get(link))}
        return urgencies == {"emergency"}

    return is_urgent


def write_mark(mark: Mark, name: str) -> str:
    """Return a citation mark, which leads to its note; ``name`` says so with the number in a gap."""
    label = escape(name.format(number=mark.number))
    link = f'<a href="#note-{mark.number}" aria-label="{label}">{mark.number}</a>'
    return f'<sup class="hb-mark" id="{mark.id}">{link}</sup>'


def _plain_link(element: Element, words: str) -> str:
    address = element.get("href", "")
    foreign = ' rel="noopener"' if address.startswith("https://") else ""
    return f'<a href="{escape(web_address(address))}"{foreign}>{words}</a>'


def _detail(reference: Reference, page: Page, handbook: Handbook) -> str:
    """Write a detail of the clinic; telephone numbers can be called with a tap."""
    words = words_of(reference, page, handbook)
    if words.blank:
        return f'<span class="hb-write-in">{escape(words.text, quote=False)}</span>'
    text = escape(words.text, quote=False)
    if reference.target not in ("phone", "out-of-hours", "messages", "emergency"):
        return text
    return _PHONE.sub(lambda found: _callable(found[0]), text)


def _callable(number: str) -> str:
    digits = re.sub(r"[^+\d]", "", number)
    return f'<a class="hb-phone" href="tel:{digits}">{number.rstrip()}</a>{" " if number.endswith(" ") else ""}'
