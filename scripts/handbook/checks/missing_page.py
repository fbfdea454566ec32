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
from handbook.content import Handbook
from handbook.problems import Location, Problem, Severity

LEVELS: Levels = {Mode.DRAFT: Severity.WARNING, Mode.CHECK: Severity.WARNING}


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page that a language lacks."""
    project = handbook.project
    for locale in project.locales[1:]:
        for entry in project.nav:
            path = f"docs/{locale.code}/{entry.path}"
            if handbook.page(entry.path, handbook.source.code) and not (project.root / path).exists():
                hint = f"translate docs/{handbook.source.code}/{entry.path}"
                yield Problem(Location(path), f"the page is not translated into {locale.name}", hint)
