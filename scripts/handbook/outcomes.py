"""What becomes of a command that records something in the handbook, and what hinders it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: something is told, or something stands against it and nothing was written."""

    told: tuple[str, ...] = ()
    refusals: tuple[Message, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Mistakes in the pages, or in the data under all of them."""


def hindering(pages: Sequence[Page], handbook: Handbook, problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the errors in these pages, and those that are in no page at all but in what all pages rest on."""
    shown = {path for page in pages for path in page.document.files}
    others = {path for page in handbook.pages for path in page.document.files} - shown
    for problem in problems:
        if problem.is_error and problem.location.path not in others:
            yield problem
