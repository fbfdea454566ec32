"""Where a piece of a finished page comes from: the line that a writer or a designer can mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.addresses import site_path

_IN_TEXT = Message("take it out, or write it otherwise")
_OURS = Message("this is a mistake of the program and not of the text; please report it")

_SHORTEST = 4
"""Characters; fewer stand somewhere by chance."""


class Origins:
    """Looks for words of finished pages in what they were made of: the page itself, the data, the templates."""

    def __init__(self, handbook: Handbook):
        self.root = handbook.project.root
        self.pages = {site_path(page.path, page.language, handbook): page for page in handbook.pages}

    def problem(self, place: Location, message: Message, words: Sequence[str]) -> Problem:
        """Return a problem at the first of ``words`` that is found; else at its place in the finished site."""
        found = next((found for one in words for found in self._places(place.path, one)), None)
        return Problem(found or place, message, _IN_TEXT if found else _OURS)

    def _places(self, path: str, words: str) -> Iterator[Location]:
        for file in self._files(path) if len(words) >= _SHORTEST else ():
            text = file.read_text(encoding="utf-8")
            at = text.find(words)
            if at >= 0:
                line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                length = len(words.split("\n")[0])
                yield Location(file.relative_to(self.root).as_posix(), line, column, length)

    def _files(self, path: str) -> Iterator[Path]:
        if path in self.pages:
            yield self.root / self.pages[path].document.path
        yield from sorted((self.root / "docs" / "data").rglob("*.yml"))
        yield from sorted((self.root / "overrides").rglob("*.html"))
