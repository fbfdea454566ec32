"""Which pages of the site are looked at in a browser where not all are: one of each kind, all languages in turn."""

from __future__ import annotations

import functools
from pathlib import Path

from built import Built

KINDS = (
    "404.html",
    "about/word-list.html",
    "before/checklist-and-plan.html",
    "index.html",
    "recovery/day-by-day.html",
    "recovery/swelling-pain-itch.notes.html",
    "right-for-me/who-should-wait.html",
    "understanding/how-it-works.html",
    "understanding/risks.html",
    "when-to-call/warning-signs.html",
)
"""A page of each kind: definitions, blanks and tasks, tables narrow and wide, boxes, drawings, notes."""

NARROW = 320
"""The narrowest window: a page that fits here has no word that is too long."""

SEARCHES = {"en": "itching", "ms": "gatal", "ru": "зуд"}
"""A word each handbook has, by language."""


def paths(real: Built) -> list[str]:
    """Return the site's pages, without those files that hold all of them."""
    every = (file.relative_to(real.folder).as_posix() for file in real.folder.rglob("*.html"))
    return sorted(path for path in every if not path.startswith("offline/"))


@functools.cache
def written(folder: Path) -> frozenset[str]:
    """Return those whose text is in their own language; the others repeat what the original has shown."""
    texts = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}
    own = (file for file, text in texts.items() if 'id="hb-untranslated"' not in text)
    return frozenset(file.relative_to(folder).as_posix() for file in own)


def one_of_each_kind(real: Built, language: str) -> list[str]:
    """Return a written page of each kind that a language has."""
    kinds = [page if language == "en" else f"{language}/{page}" for page in KINDS]
    return [page for page in kinds if page in written(real.folder)]


def sample(real: Built) -> list[str]:
    """Return a page of each kind in each language."""
    return [page for language in SEARCHES for page in one_of_each_kind(real, language)]


def short_sample(real: Built) -> list[str]:
    """Return a page of each kind, in one language after the other."""
    pages = [[page for page in sample(real) if page.removeprefix(f"{language_of(page)}/") == kind] for kind in KINDS]
    return [of_kind[at % len(of_kind)] for at, of_kind in enumerate(filter(None, pages))]


def home(language: str) -> str:
    """Return the first page of a language."""
    return "index.html" if language == "en" else f"{language}/index.html"


def language_of(path: str) -> str:
    """Return the language a page of the site is in."""
    folder = path.partition("/")[0]
    return folder if folder in SEARCHES else "en"
