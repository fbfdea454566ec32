"""The register of facts: what the handbook says, and on what evidence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from handbook.diagnostics.problems import Location
from handbook.language.quantities import Quantity

_PLAIN = "/:;()@!$&'*+,="
"""Signs of a DOI that stand in an address as they are (https://www.rfc-editor.org/rfc/rfc3986#section-3.3)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that facts cite."""

    id: str
    kind: str
    authors: str
    title: str
    """Its title, or what it is where its own title was not seen."""
    titled: bool
    """Whether ``title`` is its own."""
    container: str
    """The journal, book or site it stands in."""
    year: str
    volume: str
    issue: str
    pages: str
    doi: str
    pmid: str
    url: str
    language: str
    location: Location

    @property
    def address(self) -> str:
        """The publication's own address: DOI, else PubMed, else the publisher's page, else empty."""
        if self.doi:
            return f"https://doi.org/{quote(self.doi, safe=_PLAIN)}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url

    @property
    def place(self) -> str:
        """Journal or book with year, volume, issue and pages, as in ``Lasers Surg Med 2011;43:1–7``."""
        volume = f"{self.volume}({self.issue})" if self.issue else self.volume
        dated = ";".join(part for part in (self.year, volume) if part)
        where = " ".join(part for part in (self.container, dated) if part)
        return f"{where}:{self.pages}" if self.pages and volume else where


@dataclass(frozen=True, slots=True)
class Evidence:
    """A source, the place in it, and what it says there."""

    source: str
    locator: str
    says: Mapping[str, str]
    """By language; the source language is always there, as the first."""
    places: Mapping[str, Location] = field(default_factory=dict)
    """By language, where that is written; for the source language the fact itself is named."""

    @property
    def original(self) -> str:
        """The code of the language that the register is written in."""
        return next(iter(self.says))


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the handbook says, with the evidence for it."""

    id: str
    statement: str
    quantity: Quantity | None
    named: Mapping[str, Quantity]
    """Further quantities that may be quoted, as ``fact:id/name``."""
    topic: str
    confidence: str
    contested: bool
    audience: str
    urgency: str
    region: str
    evidence: tuple[Evidence, ...]
    collected: datetime.date
    second_check: str
    review_by: datetime.date
    location: Location
    safe_wording: str = ""
    """What may be said and what not, for whoever writes it in other words."""
    note: str = ""
    """What protects the statement from being misread."""
    advice: str = ""
    """What it commands: do, do-not, stop or call; empty for a fact that only informs."""
    further: tuple[str, ...] = ()
    """Texts with the numbers that may stand in the statement and the evidence beside the quantities: those of the
    study, dates, whom a number counts, and what is declared as ``others``."""
    unused: str = ""
    """Why no page says it; empty for a fact that some page must carry."""
    decided_by: str = ""
    """Who decides, where this is a value that each clinic sets for itself; its words are always filled in."""

    def quantity_called(self, name: str) -> Quantity | None:
        """Return the quantity at ``fact:id/name``, or the fact's own where the name is empty."""
        return self.named.get(name) if name else self.quantity

    @property
    def names(self) -> tuple[str, ...]:
        """Every address the fact answers to, after ``fact:``."""
        return (self.id, *(f"{self.id}/{name}" for name in self.named))


@dataclass(frozen=True, slots=True)
class Register:
    """All facts, sources and decisions."""

    facts: Mapping[str, Fact]
    """By id. The values that clinics decide are among them, with the evidence of the fact that bounds them."""
    sources: Mapping[str, Source]

    def find(self, target: str) -> Fact | None:
        """Return the fact at ``id`` or ``id/name``, or None where there is no such address."""
        id, further, name = target.partition("/")
        fact = self.facts.get(id)
        return fact if fact is not None and (not further or name in fact.named) else None

    def quantity(self, target: str) -> Quantity | None:
        """Return the quantity at ``id`` or ``id/name``, or None where the address has none."""
        fact = self.find(target)
        return fact.quantity_called(target.partition("/")[2]) if fact else None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Everything that a ``fact:`` link may name."""
        return tuple(name for fact in self.facts.values() for name in fact.names)
