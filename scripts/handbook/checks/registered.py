"""What several checks ask of the register: which facts the pages use, and which name a wrong one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.diagnostics.quoting import nearest
from handbook.markup.inlines import ClinicLink
from handbook.register.clinic import DETAILS
from handbook.register.facts import Fact, Register
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

CLINIC_FIELDS = (*DETAILS, "emergency")
"""What a page may ask for as ``[](clinic:…)``."""


def used_facts(handbook: Handbook) -> set[str]:
    """Return the ids of all facts that some page uses."""
    return facts_on(handbook.pages, handbook)


def facts_on(pages: Iterable[Page], handbook: Handbook) -> set[str]:
    """Return the ids of the facts that pages use, also through the emergency number or a value of the clinic's."""
    facts, pages = handbook.register.facts, tuple(pages)
    used = {target.partition("/")[0] for page in pages for target in handbook.used(page)}
    asked = {r.target for page in pages for r in page.document.references if isinstance(r, ClinicLink)}
    decided = [facts[id] for id in used if id in facts and facts[id].decided_by]
    bounds = {fact.id for fact in facts.values() if any(fact.evidence == other.evidence for other in decided)}
    return used | bounds | ({handbook.countries.emergency_fact} - {""} if "emergency" in asked else set())


def without_words(handbook: Handbook, names: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each list of words that a check needs and a language lacks."""
    for language in handbook.languages:
        for name in names:
            if not language.phrases[name].listed:
                place = Location(f"docs/data/languages/{language.code}.yml")
                hint = Message(
                    "add {name}: to it; docs/data/languages/{source}.yml shows what for",
                    name=name,
                    source=handbook.source.code,
                )
                yield Problem(place, Message("the language has no {name}", name=name), hint)


def advised(hint: Message, fact: Fact) -> Message:
    """Return a hint for whoever must find other words, with those that the register holds safe, or its note."""
    said = fact.safe_wording or fact.note
    if not said:
        return hint
    stop = "" if hint.endswith(".") else "."
    return Message("{hint}{stop} About {fact}: {said}", hint=hint, stop=stop, fact=fact.id, said=said)


def nearest_address(target: str, register: Register) -> str:
    """Return the address of a fact that a wrong one was probably meant to be, or the empty text."""
    id = target.partition("/")[0]
    names = register.facts[id].names if id in register.facts else ()
    return nearest(target, names) or nearest(target, register.addresses) or nearest(id, register.facts)
