"""Where the characters of a text stand in their file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from handbook.diagnostics.problems import Location


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each character of a text stands in its file."""

    path: str
    lines: tuple[int, ...]
    """Where each line of the file begins."""
    source: str = ""
    """What was parsed: the file, or some words of it."""
    origin: tuple[int, ...] = ()
    """Where each character of ``source`` stands in the file; empty where it is the whole file."""
    offsets: tuple[int, ...] = ()
    """Where each character of the text stands in ``source``."""

    @classmethod
    def of(cls, source: str, path: str) -> SourceMap:
        """Return the map of a whole file."""
        return cls(path, _lines(source), source)

    @classmethod
    def within(cls, words: str, origin: tuple[int, ...], file: str, path: str) -> SourceMap:
        """Return the map of some words of a file whose text is ``file``."""
        return cls(path, _lines(file), words, origin)

    def with_offsets(self, offsets: tuple[int, ...]) -> SourceMap:
        """Return the map of a text that was found in the source."""
        return SourceMap(self.path, self.lines, self.source, self.origin, offsets)

    def locate(self, start: int, end: int) -> Location:
        """Return the place of ``text[start:end]``."""
        if not self.offsets:
            return Location(self.path)
        first = self.offsets[min(start, len(self.offsets) - 1)]
        last = self.offsets[min(max(end - 1, start), len(self.offsets) - 1)] + 1
        return self.between(first, last)

    def between(self, start: int, end: int) -> Location:
        """Return the place of a stretch of the source; what goes on over a line's end is underlined up to there."""
        if self.origin:
            last = len(self.origin) - 1
            start, end = self.origin[min(start, last)], self.origin[min(max(end - 1, start), last)] + 1
        line = bisect_right(self.lines, start)
        line_end = self.lines[line] - 1 if line < len(self.lines) else end
        return Location(self.path, line, start - self.lines[line - 1] + 1, max(1, min(end, line_end) - start))

    def moved(self, place: Location) -> Location:
        """Return a place that counts lines and columns in the source as the place in the file."""
        if not self.origin:
            return place
        start = _lines(self.source)[place.line - 1] + place.column - 1
        return self.between(start, start + place.length)


@lru_cache(maxsize=2)  # of a data file many texts are asked for, one after the other
def _lines(text: str) -> tuple[int, ...]:
    return tuple([0] + [match.end() for match in re.finditer("\n", text)])
