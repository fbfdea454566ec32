"""What the handbook says: the pages in every language, the register of facts, and the clinic's details."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbook.content.clinic import Clinic, load_clinic
from handbook.content.decisions import load_decisions, with_decisions
from handbook.content.facts import Fact, Register
from handbook.content.languages import Language, load_language
from handbook.content.pages import Page, load_pages
from handbook.content.register import load_register
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
    """By language, and within a language in the order of the navigation."""
    register: Register
    clinic: Clinic
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
        """Return the pages of one language in the order of the navigation."""
        return tuple(page for page in self.pages if page.language == code)

    def page(self, path: str, code: str) -> Page | None:
        """Return one page in one language, or None where it is missing."""
        return next((page for page in self.pages if page.path == path and page.language == code), None)

    def language(self, code: str) -> Language:
        """Return a language by its code."""
        return next(language for language in self.languages if language.code == code)

    def used(self, page: Page) -> tuple[str, ...]:
        """Return the addresses of the facts on a page, in order of first use."""
        targets = (reference.target for reference in page.document.references if reference.scheme == "fact")
        return tuple(dict.fromkeys(targets))


def load(project: Project, today: datetime.date) -> tuple[Handbook, list[Problem]]:
    """Read everything under docs/; what is wrong is returned beside what could be read."""
    problems: list[Problem] = []
    languages = tuple(load_language(project, locale, problems) for locale in project.locales)
    facts = load_register(project, problems)
    decisions = load_decisions(project, facts, problems)
    clinic = load_clinic(project, decisions, facts, problems)
    register = with_decisions(facts, decisions, clinic.values)
    pages = load_pages(project, register, clinic, problems)
    return Handbook(project, languages, pages, register, clinic, today), problems
