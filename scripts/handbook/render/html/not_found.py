"""What the page for wrong addresses shows: every language at once, and no way that needs a known address."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.language.languages import Language
from handbook.register.clinic import CALLS
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.register.pages import HOME
from handbook.render.addresses import call_path, site_path
from handbook.render.html.links import write_calls


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The words of the page for wrong addresses, in one language."""

    code: str
    title: str
    text: str
    link: str
    path: str
    call_words: str
    call: str
    """From the site's root, the page on when to call; empty where no page is."""
    numbers: tuple[tuple[str, str], ...]
    """Whom to call: what each is called, and its number as HTML."""


def not_found_views(handbook: Handbook) -> tuple[NotFoundView, ...]:
    """Return the page for wrong addresses in every language: the server cannot know which one is meant."""
    return tuple(
        NotFoundView(
            code=language.code,
            title=language.word("site.not-found.title"),
            text=language.word("site.not-found.text"),
            link=language.word("site.not-found.link"),
            path=site_path(HOME, language.code, handbook),
            call_words=language.word("site.call"),
            call=call_path(language.code, handbook),
            numbers=_numbers(language, handbook),
        )
        for language in handbook.languages
    )


def _numbers(language: Language, handbook: Handbook) -> tuple[tuple[str, str], ...]:
    """Return the details of the clinic that can be called; those that are not set are left out."""
    told = {name: clinic_words(name, language, handbook) for name in CALLS}
    return tuple(
        (language.word(f"print.{name}"), write_calls(name, words.text, handbook))
        for name, words in told.items()
        if not words.blank
    )
