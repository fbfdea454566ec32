"""A page for each language on which readers see the stages of healing with their own dates, in their browser alone.

Without a script it tells the stages by day; nothing that is chosen leaves the browser.
"""

from __future__ import annotations

from handbook.language.languages import Language
from handbook.register.editions import DATES, Held
from handbook.register.handbook import Handbook
from handbook.render.typst.dates import stages_of
from handbook.render.typst.pages import Pages

_TEMPLATE, SCRIPT = "calendar.html", "calendar.js"


def calendar_file(language: str) -> str:
    """Return the name of the page with a reader's own dates in a language."""
    return f"dates-{language}.html"


def timelines(handbook: Handbook) -> tuple[Held, ...]:
    """Return the timelines that editions hold, each once; without one there is no such page."""
    return tuple(dict.fromkeys(held for edition in handbook.editions for held in edition.holds if held.kind == DATES))


def calendars(handbook: Handbook, pages: Pages) -> dict[str, bytes]:
    """Return the pages and their script, by name."""
    if not timelines(handbook):
        return {}
    made = {
        calendar_file(language.code): pages.render(_TEMPLATE, language, calendar_file, **_shown(language, handbook))
        for language in handbook.printed
    }
    return {**made, SCRIPT: pages.read(SCRIPT)}


def _shown(language: Language, handbook: Handbook) -> dict[str, object]:
    stages = [stage for held in timelines(handbook) for stage in stages_of(held, language, handbook)]
    digits = language.numbers.in_digits("0123456789")
    return {"stages": stages, "name": handbook.clinic.detail("name"), "digits": digits}
