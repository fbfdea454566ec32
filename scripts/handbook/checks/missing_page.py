"""Every page of the source language stands in every other language.

A reader of one language must find what a reader of another finds, above all when to call. Until a page is
translated, its original stands in for it on the site and in print, under a notice in the reader's language. For home
and for the pages that docs/data/warning-signs.yml names under `always:` that is not enough: a release is refused.

Passes:

    docs/ms/recovery/day-by-day.md:
    Keruping akan tanggal sendiri.

Fails:

    docs/ms/recovery/day-by-day.md:
    (no such file)

What to do: translate the page that the message names, and save it under the same name in the language's folder; or
leave the language out of the release: `handbook build --release --languages …`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import listed
from handbook.project import Locale
from handbook.register.handbook import Handbook
from handbook.register.selection import always_in

_NAMED = 3
"""Pages named in a problem; a new language lacks them all, and a list of forty helps nobody."""

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}

OF_CHOSEN = True
"""Asked of what is handed out, and not of everything that is written."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield one problem for each language that lacks pages, and one where some may not be lacking."""
    source = handbook.source.code
    written = [entry.path for entry in handbook.project.nav if handbook.page(entry.path, source)]
    for locale in handbook.project.locales[1:]:
        folder = handbook.project.root / "docs" / locale.code
        missing = [path for path in written if not (folder / path).exists()]
        urgent = [path for path in missing if path in always_in(handbook)]
        rest = [path for path in missing if path not in urgent]
        if urgent:
            message = Message(
                "{count} pages that every handbook has are not translated into {language}",
                "the page that every handbook has is not translated into {language}",
                count=len(urgent),
                language=locale.name,
            )
            yield _missing(urgent, message, locale, source, Severity.ERROR)
        if rest:
            yield _missing(rest, _told(len(rest), len(written), locale), locale, source, Severity.WARNING)


def _told(missing: int, written: int, locale: Locale) -> Message:
    if missing < written:
        return Message(
            "{count} of {all} pages are not translated into {language}",
            "the page is not translated into {language}",
            count=missing,
            all=written,
            language=locale.name,
        )
    return Message(
        "{count} pages are not translated into {language}",
        "the page is not translated into {language}",
        count=missing,
        language=locale.name,
    )


def _missing(missing: Sequence[str], message: Message, locale: Locale, source: str, severity: Severity) -> Problem:
    hint = Message("translate {names}", names=listed([f"docs/{source}/{path}" for path in missing], _NAMED))
    return Problem(Location(f"docs/{locale.code}/{missing[0]}"), message, hint, severity)
