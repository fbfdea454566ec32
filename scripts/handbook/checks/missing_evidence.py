"""Every fact rests on a publication that can be found.

Readers and reviewers must be able to look up who says so. A fact without a source is an opinion, and a source without
an address is a rumour.

Passes:

    docs/data/sources.yml:
    doi: 10.1000/182

Fails:

    docs/data/facts.yml:
    evidence: []

What to do: add `evidence:` with source, locator and what it says there, or take the fact out. A source needs a DOI, a
PubMed number, an address, or the book or journal it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from handbook.content import Fact, Handbook, Register
from handbook.problems import Problem


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact without evidence, each source that is not there, and each that cannot be found."""
    for fact in handbook.register.facts.values():
        if not fact.decided_by:
            yield from _fact(fact, handbook.register)
    for source in handbook.register.sources.values():
        if not (source.address or source.container):
            message = f"nobody can find the source {source.id}: it has no doi, pmid, url or container"
            yield Problem(source.location, message, "add one of them, or take the source out")


def _fact(fact: Fact, register: Register) -> Iterator[Problem]:
    if not fact.evidence:
        hint = "add evidence: with source, locator and says; or take the fact out"
        yield Problem(fact.location, f"the fact {fact.id} names no source", hint)
    for item in fact.evidence if register.sources else ():
        if item.source not in register.sources:
            near = get_close_matches(item.source, list(register.sources), n=1)
            hint = f"did you mean {near[0]}?" if near else "add it to docs/data/sources.yml"
            yield Problem(fact.location, f"the fact {fact.id} names the source {item.source}, which is not there", hint)
