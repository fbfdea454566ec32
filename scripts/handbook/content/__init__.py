"""What the handbook says: the pages in every language, the register of facts, and the clinic's details."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from handbook.content.clinic import Clinic, load_clinic
from handbook.content.decisions import load_decisions, with_decisions
from handbook.content.facts import Fact, Register
from handbook.content.languages import Language, load_language
from handbook.content.limits import Limits, load_limits
from handbook.content.pages import Page, load_pages, stand_ins
from handbook.content.pictured import addresses_of
from handbook.content.readings import Reading, load_readings
from handbook.content.register import load_register
from handbook.content.subjects import Claim, Topic, load_claims, load_topics
from handbook.problems import Problem
from handbook.project import Edition, Project

__all__ = ["Clinic", "Fact", "Handbook", "Language", "Page", "Register", "load"]


@dataclass(frozen=True, slots=True)
class Handbook:
    """Everything that was read; the outputs and the checks take all they need from here."""

    project: Project
    languages: tuple[Language, ...]
    """The source language first."""
    pages: tuple[Page, ...]
    """Those that are written: by language, and within a language in the order of the navigation."""
    stand_ins: tuple[Page, ...]
    """Originals that readers of another language get until there is a translation."""
    register: Register
    clinic: Clinic
    topics: Mapping[str, Topic]
    """What patients look for, by id."""
    claims: Mapping[str, Claim]
    """What they may have heard, by id."""
    readings: tuple[Reading, ...]
    """Who read which page once more against its sources."""
    limits: Limits
    """How long and how hard a page may be."""
    today: datetime.date
    """For reviews that are overdue; nothing that is printed depends on it."""

    @property
    def edition(self) -> Edition:
        """Which text this is."""
        return self.project.edition

    @property
    def source(self) -> Language:
        """The language the others are translated from."""
        return self.languages[0]

    def pages_in(self, code: str) -> tuple[Page, ...]:
        """Return every page as readers of a language get it, in the order of the navigation."""
        found = (self.page(entry.path, code) for entry in self.project.nav)
        return tuple(page for page in found if page is not None)

    def page(self, path: str, code: str) -> Page | None:
        """Return one page as readers of a language get it, or None where there is not even an original."""
        pages = chain(self.pages, self.stand_ins)
        return next((page for page in pages if page.path == path and page.language == code), None)

    def language(self, code: str) -> Language:
        """Return a language by its code."""
        return next(language for language in self.languages if language.code == code)

    def used(self, page: Page) -> tuple[str, ...]:
        """Return the addresses of the facts on a page and in its pictures, in order of first use."""
        return addresses_of(page.document)


def load(project: Project, today: datetime.date) -> tuple[Handbook, list[Problem]]:
    """Read everything under docs/; what is wrong is returned beside what could be read."""
    problems: list[Problem] = []
    languages = tuple(load_language(project, locale, problems) for locale in project.locales)
    facts = load_register(project, problems)
    decisions = load_decisions(project, facts, problems)
    clinic = load_clinic(project, decisions, facts, problems)
    register = with_decisions(facts, decisions, clinic.values)
    pages = load_pages(project, register, clinic, problems)
    missing = stand_ins(pages, project)
    topics, claims = load_topics(project, problems), load_claims(project, problems)
    readings, limits = load_readings(project, problems), load_limits(project, problems)
    read = (register, clinic, topics, claims, readings, limits)
    return Handbook(project, languages, pages, missing, *read, today), problems
