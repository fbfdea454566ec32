"""A translation uses the same facts as its original, each as often and in the same row, item or paragraph.

What is said without its link in one language escapes every check, and what is left out there is missing for the
people who read that language: a warning sign that only the English page has.

Passes:

    docs/en/index.md:
    Crusts last [3 to 7 days](fact:crusts-last).
    docs/ms/index.md:
    Keruping kekal [3 hingga 7 hari](fact:crusts-last).

Fails:

    docs/en/index.md:
    Crusts last [3 to 7 days](fact:crusts-last).
    docs/ms/index.md:
    Keruping akan gugur sendiri.

What to do: say what the original says at the line that is named, with the same link; or take out what it does not
say. A link that has moved to another row of a table, another item or another box goes back to its own: there its number
says something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.checks.pairs import Pair, pairs
from handbook.checks.registered import CLINIC_FIELDS, advised, nearest_address
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import nearest
from handbook.language.quantity_formatter import format_quantity
from handbook.markup.blocks import TextBlock
from handbook.markup.inlines import ClinicLink, FactLink, Link, Reference
from handbook.register.facts import Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check_translation(text: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each reference that a translation lacks and each that only the translation has."""
    yield from list(_compare(text, original, handbook)) or _moved(text, original, handbook.register)


def _compare(page: Page, original: Page, handbook: Handbook) -> Iterator[Problem]:
    register = handbook.register
    for reference in _more(original, page, register):
        place = _counterpart(reference, original, page)
        line = f"{reference.location.path}:{reference.location.line}"
        hint = Message("say here what that line says, with {right}", right=_paste(reference, page, handbook))
        fact = register.find(reference.target) if isinstance(reference, FactLink) else None
        message = Message("{link} of the original ({place}) is missing", link=_shown(reference), place=line)
        yield Problem(place, message, advised(hint, fact) if fact else hint)
    for reference in _more(page, original, register):
        message = Message(
            "{link} is not in the original, or not so often ({path})",
            link=_shown(reference),
            path=original.document.path,
        )
        yield Problem(reference.location, message, Message("take it out here, or add it to the original"))


def _moved(page: Page, original: Page, register: Register) -> Iterator[Problem]:
    """Look for references that stand in another cell, item or group of paragraphs than in the original."""
    compared = list(pairs(page.document, original.document))
    lacking = [(_meant(link, register), block) for pair in compared for block, link in _surplus(pair, register)]
    for pair in compared:
        for block, link in _surplus(Pair(pair.theirs, pair.mine), register):
            address = _meant(link, register)
            right = next((place for meant, place in lacking if meant == address), None)
            if right is not None:
                message = Message(
                    "{link} stands in another row, item or paragraph than in the original", link=_shown(link)
                )
                hint = Message(
                    "say it where the original does ({path}:{line})", path=right.location.path, line=right.location.line
                )
                yield Problem(block.locate(link.start, link.end), message, hint)


def _surplus(pair: Pair, register: Register) -> Iterator[tuple[TextBlock, Reference]]:
    """Yield the references that the original has more often here."""
    left = Counter(_meant(link, register) for _, link in _references(pair.mine))
    for block, link in _references(pair.theirs):
        address = _meant(link, register)
        if left[address] > 0:
            left[address] -= 1
        elif address:
            yield block, link


def _references(blocks: tuple[TextBlock, ...]) -> Iterator[tuple[TextBlock, Reference]]:
    for block in blocks:
        yield from ((block, link) for link in block.links if not isinstance(link, Link))


def _more(page: Page, other: Page, register: Register) -> Iterator[Reference]:
    """Yield the references that stand more often on a page than on the other, from its end on."""
    left = Counter(_meant(reference, register) for reference in page.document.references)
    left.subtract(_meant(reference, register) for reference in other.document.references)
    for reference in reversed(page.document.references):
        address = _meant(reference, register)
        if address and left[address] > 0:
            left[address] -= 1
            yield reference


def _meant(reference: Reference, register: Register) -> str:
    """Return the address that is meant; a wrong one is told by unknown_fact, and not again for each language."""
    if isinstance(reference, ClinicLink):
        known = reference.target in CLINIC_FIELDS
        target = reference.target if known else nearest(reference.target, CLINIC_FIELDS)
    else:
        known = register.find(reference.target) is not None
        target = reference.target if known else nearest_address(reference.target, register)
    return f"{reference.scheme}:{target}" if target else ""


def _address(reference: Reference) -> str:
    return f"{reference.scheme}:{reference.target}"


def _shown(reference: Reference) -> str:
    return f"[{reference.words}]({_address(reference)})"


def _counterpart(reference: Reference, original: Page, page: Page) -> Location:
    """Return the heading of the translation under which the reference belongs, or the page's beginning."""
    above = [h.id for h in original.document.headings if h.location.line <= reference.location.line]
    same = [heading.location for heading in page.document.headings if above and heading.id == above[-1]]
    return same[0] if same else Location(page.document.path)


def _paste(reference: Reference, page: Page, handbook: Handbook) -> str:
    """Return the link as it can be pasted into the translation."""
    named = isinstance(reference, FactLink) and reference.words
    quantity = handbook.register.quantity(reference.target) if named else None
    if quantity is None:
        return f"[{'…' if reference.words else ''}]({_address(reference)})"
    return f"[{format_quantity(quantity, handbook.language(page.language))}]({_address(reference)})"
