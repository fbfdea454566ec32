"""Every fact rests on a publication that can be found.

Readers and reviewers must be able to look up who says so. A fact without a source is an opinion, and a source
without an address is a rumour.

Passes:

    docs/data/sources.yml:
    doi: 10.1000/182

Fails:

    docs/data/facts/recovery.yml:
    evidence: []

What to do: add `evidence:` with source, locator and what it says there, or take the fact out. A source needs a
DOI, a PubMed number, an address, its own title, or the book or journal it is in; where every fact on the pages
has a better one beside it, this is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.registered import used_facts
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.diagnostics.quoting import meant
from handbook.register.facts import Fact, Register
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact without evidence, each source that is not there, and each that cannot be found."""
    register = handbook.register
    for fact in register.facts.values():
        if not fact.decided_by:
            yield from _fact(fact, register)
    hidden = {
        id for id, source in register.sources.items() if not (source.address or source.container or source.titled)
    }
    needed = _needed(handbook, hidden)
    for id in hidden:
        message = Message(
            "nobody can find the source {source}: it has no doi, pmid, url, title or container", source=id
        )
        hint = Message(
            "add one of them, or name another source for {facts}",
            facts=", ".join(needed[id]) or Message("what rests on it"),
        )
        severity = Severity.ERROR if needed[id] else Severity.WARNING
        yield Problem(register.sources[id].location, message, hint, severity)


def _needed(handbook: Handbook, hidden: set[str]) -> dict[str, list[str]]:
    """Return for each source that cannot be found the facts on some page that rest on no better one."""
    used = used_facts(handbook)
    needed: dict[str, list[str]] = {id: [] for id in hidden}
    for fact in handbook.register.facts.values():
        sources = {item.source for item in fact.evidence}
        for source in sorted(sources) if fact.id in used and sources <= hidden else ():
            needed[source].append(fact.id)
    return needed


def _fact(fact: Fact, register: Register) -> Iterator[Problem]:
    if not fact.evidence:
        lacking = Message("add evidence: with source, locator and says; or take the fact out")
        yield Problem(fact.location, Message("the fact {fact} names no source", fact=fact.id), lacking)
    for item in fact.evidence if register.sources else ():
        if item.source not in register.sources:
            hint = meant(item.source, register.sources, Message("add it to docs/data/sources.yml"))
            yield Problem(
                fact.location,
                Message(
                    "the fact {fact} names the source {source}, which is not there", fact=fact.id, source=item.source
                ),
                hint,
            )
