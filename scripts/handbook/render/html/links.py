"""Links of a page: facts and details of the clinic become words, the rest addresses; and the citation marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from handbook.language.interface import fill
from handbook.markup.blocks import Figure, Row, TextBlock, links_in
from handbook.markup.form import RESERVED
from handbook.markup.inlines import AnyLink, Citation, ClinicLink, FactLink, Link, Picture, walk_inlines
from handbook.markup.targets import may_open
from handbook.register.clinic import CALLS
from handbook.register.filled_words import words_of
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.phone_numbers import IN_TEXT, dialled
from handbook.register.pictures import Pictures
from handbook.render.addresses import notes_address, web_address
from handbook.render.citations import notes


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark: which one of the page it is, and the numbers of the notes that it leads to, rising."""

    place: int
    numbers: tuple[int, ...]

    @property
    def id(self) -> str:
        """Where the mark stands in the page."""
        return f"{RESERVED}cite-{self.place}"


Marks: TypeAlias = Mapping[Citation | Picture, Mark]
"""The citation marks of a page."""


def marks_of(page: Page, handbook: Handbook) -> Marks:
    """Return the citation marks of a page that ``with_marks`` has made, counted in reading order."""
    numbers = {note.fact.id: note.number for note in notes(page, handbook)}
    found: dict[Citation | Picture, Mark] = {}
    for node in _cited(page):
        ids = {address.partition("/")[0] for address in _addresses(node, handbook.pictures)}
        # there is no mark where the register has no such fact, as a check has reported
        if cited := sorted(numbers[id] for id in ids & numbers.keys()):
            found[node] = Mark(len(found) + 1, tuple(cited))
    return found


def _addresses(node: Citation | Picture, pictures: Pictures) -> Iterable[str]:
    """Return the addresses of the facts at a place."""
    if isinstance(node, Citation):
        return [link.target for link in node.links]
    return pictures[node.name].facts.values() if node.name in pictures else ()


def _cited(page: Page) -> Iterator[Citation | Picture]:
    for part in page.document.parts:
        inlines = part.inlines if isinstance(part, TextBlock) else (part.image,) if isinstance(part, Figure) else ()
        yield from (node for node in walk_inlines(inlines) if isinstance(node, Citation | Picture))


def link_writer(page: Page, handbook: Handbook) -> Callable[[AnyLink, str], str]:
    """Return a function that writes any link of this page."""

    def write(link: AnyLink, words: str) -> str:
        if isinstance(link, Link):
            return _plain_link(link, words)
        if isinstance(link, ClinicLink):
            return _detail(link, page, handbook)
        return words or escape(words_of(link, page, handbook).text, quote=False)

    return write


def is_urgent(row: Row, handbook: Handbook) -> bool:
    """Tell whether a row of a table is about an emergency: all its facts are such."""
    facts = (handbook.register.find(link.target) for link in links_in(row) if isinstance(link, FactLink))
    return {fact.urgency for fact in facts if fact is not None} == {"emergency"}


def mark_writer(page: Page, handbook: Handbook, marks: Marks) -> Callable[[Citation | Picture], str]:
    """Return a function that writes the citation mark at a place of this page, or nothing where there is none."""
    name, file = handbook.language(page.text_language).word("site.notes.mark"), notes_file(page)

    def write(node: Citation | Picture) -> str:
        if node not in marks:
            return ""
        links = " ".join(_note_link(number, file, name) for number in marks[node].numbers)
        return f'<sup class="hb-mark" id="{marks[node].id}">{links}</sup>'

    return write


def notes_file(page: Page) -> str:
    """Return the name of the file that has the notes to a page; it stands beside the page's own."""
    return notes_address(web_address(page.path)).rpartition("/")[2]


def _note_link(number: int, file: str, name: str) -> str:
    """Return a link to a note; ``name`` says so with the number in a gap."""
    label = escape(fill(name, {"number": number}))
    return f'<a href="{file}#{RESERVED}note-{number}" aria-label="{label}">{number}</a>'


def _plain_link(link: Link, words: str) -> str:
    """Write a link; what a check refuses is no link in a preview either."""
    if not may_open(link.target):
        return words
    return f'<a href="{escape(web_address(link.target))}">{words}</a>'


def _detail(reference: ClinicLink, page: Page, handbook: Handbook) -> str:
    """Write a detail of the clinic; telephone numbers can be called with a tap."""
    words = words_of(reference, page, handbook)
    if words.blank:
        return f'<span class="hb-write-in">{escape(words.text, quote=False)}</span>'
    return write_calls(reference.target, words.text, handbook)


def write_calls(name: str, text: str, handbook: Handbook) -> str:
    """Write the text of a detail of the clinic, given by its name, with each telephone number in it as a link."""
    text = escape(text, quote=False)
    if name not in CALLS:
        return text
    country = "" if name == "emergency" else handbook.clinic.country
    return IN_TEXT.sub(lambda found: _callable(found[0], country), text)


def _callable(number: str, country: str) -> str:
    digits = dialled(number, country)
    return f'<a class="hb-phone" href="tel:{digits}">{number.rstrip()}</a>{" " if number.endswith(" ") else ""}'
