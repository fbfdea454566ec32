"""The print as a part of the site: every edition in every language under ``print/``, and the pages that list them."""

from __future__ import annotations

from collections.abc import Callable

from handbook.register.handbook import Handbook
from handbook.render.output import RenderContext, Rendered
from handbook.render.typst import prints
from handbook.render.typst.calendar import calendars
from handbook.render.typst.listing import listings
from handbook.render.typst.pages import Pages
from handbook.render.typst.prints import FOLDER


def render(handbook: Handbook, context: RenderContext) -> Rendered:
    """Return ``print/handbook-<language>-<edition>.pdf`` for each language and edition with lists, or what is wrong."""
    return begin(handbook, context)()


def begin(handbook: Handbook, context: RenderContext) -> Callable[[], Rendered]:
    """Begin to print, and return what waits for it and does the rest."""
    printed = prints.begin(handbook, context)

    def finish() -> Rendered:
        made = printed()
        if any(problem.is_error for problem in made.problems):
            return Rendered({}, made.problems)
        pages = Pages(handbook)
        files = {**made.files, **listings(handbook, pages, made.books, made.files), **calendars(handbook, pages)}
        return Rendered({f"{FOLDER}/{name}": content for name, content in files.items()}, made.problems)

    return finish
