"""Every page of the source language stands in every other language.

A reader of one language must find what a reader of another finds, above all when to call. Until a page is
translated, its original stands in for it on the site and in print, under a notice in the reader's language; a release
is refused.

Passes:

    docs/ms/recovery/day-by-day.md:
    Keruping akan tanggal sendiri.

Fails:

    docs/ms/recovery/day-by-day.md:
    (no such file)

What to do: translate the page that the message names, and save it under the same name in the language's folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook

_NAMED = 3
"""Pages named in a problem; a new language lacks them all, and a list of forty helps nobody."""

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield one problem for each language that lacks pages; it names the first ones."""
    source = handbook.source.code
    written = [entry.path for entry in handbook.project.nav if handbook.page(entry.path, source)]
    for locale in handbook.project.locales[1:]:
        folder = handbook.project.root / "docs" / locale.code
        missing = [path for path in written if not (folder / path).exists()]
        if missing:
            count = f"{len(missing)} of {len(written)} pages" if len(missing) > 1 else "the page"
            more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
            hint = "translate " + ", ".join(f"docs/{source}/{path}" for path in missing[:_NAMED]) + more
            verb = "are" if len(missing) > 1 else "is"
            message = f"{count} {verb} not translated into {locale.name}"
            yield Problem(Location(f"docs/{locale.code}/{missing[0]}"), message, hint)
