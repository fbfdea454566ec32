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
from handbook.diagnostics.problems import Location, Problem, Severity
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
            yield _missing(urgent, f"{_count(urgent, urgent)} that every handbook has", locale, source, Severity.ERROR)
        if rest:
            yield _missing(rest, _count(rest, written), locale, source, Severity.WARNING)


def _count(missing: Sequence[str], written: Sequence[str]) -> str:
    if len(missing) == 1:
        return "the page"
    return f"{len(missing)} of {len(written)} pages" if len(missing) < len(written) else f"{len(missing)} pages"


def _missing(missing: Sequence[str], pages: str, locale: Locale, source: str, severity: Severity) -> Problem:
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    hint = "translate " + ", ".join(f"docs/{source}/{path}" for path in missing[:_NAMED]) + more
    verb = "are" if len(missing) > 1 else "is"
    message = f"{pages} {verb} not translated into {locale.name}"
    return Problem(Location(f"docs/{locale.code}/{missing[0]}"), message, hint, severity)
