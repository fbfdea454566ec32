"""Warnings and signs that are expected stand apart, and each warning stands where its urgency belongs.

Who finds crusts in a list of warnings is frightened for nothing, and next time does not call. Who finds a swollen
tongue among what may wait until tomorrow waits.

Passes:

    !!! call-now
        Call [](clinic:emergency) if you cannot breathe.

    You may see [crusts](fact:crusts-last).

Fails:

    !!! call-now
        Call now if you see [crusts](fact:crusts-last).

What to do: move the sign, or correct its `urgency` in docs/data/facts. In a call-now box stand only facts with
the urgency emergency. In a call-today box stand none of those, none that can wait for a visit (routine), and no
expected sign, which is a fact without urgency on a topic that docs/data/warning-signs.yml names. Where several tables
of a page have rows of the same name ("Call the clinic today if"), all rows of that name hold one kind: emergencies,
signs for the same day, or expected signs. What that file allows anywhere, such as how to act when in doubt, may be
said anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.markup.blocks import Part, Table, links_in
from handbook.markup.document import Document
from handbook.markup.inlines import FactLink
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.pictures import DayBars
from handbook.register.sign_rules import SignRules

EMERGENCY, SAME_DAY, ROUTINE, EXPECTED, OTHER = "emergency", "same-day", "routine", "expected", ""

_WORDS = {
    EMERGENCY: Message("a sign to call an ambulance for"),
    SAME_DAY: Message("a sign to call for the same day"),
    ROUTINE: Message("a sign that can wait for a visit"),
    EXPECTED: Message("an expected sign"),
    OTHER: Message("no sign of an emergency"),
}
_PLURALS = {
    EMERGENCY: Message("emergencies"),
    SAME_DAY: Message("signs to call for the same day"),
    EXPECTED: Message("expected signs"),
}
_REFUSED = {
    "call-now": (SAME_DAY, ROUTINE, EXPECTED, OTHER),
    "call-today": (EMERGENCY, ROUTINE, EXPECTED),
}
"""What may not stand in a box."""


Facts = list[tuple[FactLink, str]]
"""Links to facts, each with its kind."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each emergency in a picture that lets it wait."""
    yield from _pictures(handbook)


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact in a box or row where it does not belong."""
    for box in page.document.boxes:
        yield from _box(box.kind, _facts(box, handbook))
    for name, facts in _rows(page.document, handbook).items():
        yield from _row(name, facts)


def _pictures(handbook: Handbook) -> Iterator[Problem]:
    """Yield what stands in bars of days and cannot wait for any of them."""
    for picture in handbook.pictures.values():
        facts = (handbook.register.find(address) for address in picture.facts.values())
        for fact in facts if isinstance(picture.kind, DayBars) else ():
            if fact is not None and fact.urgency == EMERGENCY:
                message = Message(
                    "{fact} is {kind}, but stands in {picture}, which lets it wait for a day",
                    fact=fact.id,
                    kind=_WORDS[EMERGENCY],
                    picture=picture.id,
                )
                yield Problem(
                    picture.location, message, Message("take it out of the picture, or correct the fact's urgency:")
                )


def kind_of(fact: Fact, rules: SignRules) -> str:
    """Return a fact's urgency, or whether it is an expected sign, or nothing."""
    return fact.urgency or (EXPECTED if fact.topic in rules.expected_topics else OTHER)


def _facts(part: Part, handbook: Handbook) -> Facts:
    """Return the facts linked in a part of a page, each with its kind; those that may stand anywhere are left out."""
    linked = (link for link in links_in(part) if isinstance(link, FactLink))
    found = [(link, handbook.register.find(link.target)) for link in linked]
    rules = handbook.sign_rules
    anywhere = (*rules.anywhere, handbook.countries.emergency_fact)
    return [(link, kind_of(fact, rules)) for link, fact in found if fact is not None and fact.id not in anywhere]


def _box(box: str, facts: Facts) -> Iterator[Problem]:
    for reference, kind in facts:
        if kind in _REFUSED.get(box, ()):
            message = Message(
                "{fact} is {kind}, but stands in a {box} box",
                fact=reference.target,
                kind=_WORDS[kind],
                box=box,
            )
            yield Problem(
                reference.location, message, Message("move it out of the box, or correct the fact's urgency:")
            )


def _rows(document: Document, handbook: Handbook) -> dict[str, Facts]:
    """Return the facts in the rows of each name that occurs in several tables of a page."""
    tables: dict[str, set[Table]] = {}
    found: dict[str, Facts] = {}
    for table in document.tables:
        for row in table.rows:
            name = row.cells[0].text
            tables.setdefault(name, set()).add(table)
            found.setdefault(name, []).extend(_facts(row, handbook))
    return {name: facts for name, facts in found.items() if name and len(tables[name]) > 1}


def _row(name: str, facts: Facts) -> Iterator[Problem]:
    signs = [(reference, kind) for reference, kind in facts if kind in (EMERGENCY, SAME_DAY, EXPECTED)]
    usual = Counter(kind for _, kind in signs).most_common(1)
    for reference, kind in signs:
        if kind != usual[0][0]:
            message = Message(
                "{fact} is {kind}, but rows called {name!r} hold {usual}",
                fact=reference.target,
                kind=_WORDS[kind],
                name=name,
                usual=_PLURALS[usual[0][0]],
            )
            yield Problem(
                reference.location, message, Message("move it to its own row, or correct the fact's urgency:")
            )
