"""Where the characters of a text stand in their file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from handbook.diagnostics.problems import Location


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each character of a text stands in its file."""

    path: str
    lines: tuple[int, ...]
    """Where each line of the file begins."""
    offsets: tuple[int, ...] = ()

    def locate(self, start: int, end: int) -> Location:
        """Return the place of ``text[start:end]``."""
        if not self.offsets:
            return Location(self.path)
        first = self.offsets[min(start, len(self.offsets) - 1)]
        last = self.offsets[min(max(end - 1, start), len(self.offsets) - 1)] + 1
        return self.between(first, last)

    def between(self, start: int, end: int) -> Location:
        """Return the place of a stretch of the file; what goes on over the line's end is underlined up to there."""
        line = bisect_right(self.lines, start)
        line_end = self.lines[line] - 1 if line < len(self.lines) else end
        return Location(self.path, line, start - self.lines[line - 1] + 1, max(1, min(end, line_end) - start))
