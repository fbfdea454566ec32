"""What a page's reader is told where its original has changed since it was translated."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.tracking.states import BEHIND, State


@dataclass(frozen=True, slots=True)
class Behind:
    """How far a page is behind its original."""

    day: datetime.date
    """The first day on which something that has changed since was translated."""
    section: str
    """The id of the first heading under which the original has changed; empty where that is on another page."""
    has_originals: bool
    """Whether the original is shown in the place of some blocks."""


def behind_on(page: Page, handbook: Handbook) -> Behind | None:
    """Return how far a page is behind with what it shows; None where all is current."""
    found = [it for it in handbook.standings_on(page) if it.state in BEHIND]
    days = [it.entry.translated.day for it in found if it.entry]
    own = (it.original.section for it in found if it.original and it in handbook.standings[page.language, page.path])
    has_originals = any(it.state is State.FACT_BEHIND for it in found)
    return Behind(min(days), next(own, ""), has_originals) if days else None


def behind_words(section: str, behind: Behind, language: Language) -> str:
    """Return the sentence for a reader, from the words of the site or the print that begin like ``section``."""
    what = "originals" if behind.has_originals else "wording"
    return language.word(f"{section}{what}", date=language.date(behind.day))
