"""A report as a comment on a request, in Markdown.

Whoever sends a request can have written every letter of its report. So the report stands between two fences that are
longer than any in it: nothing in it is Markdown, names nobody and links nowhere. Nothing else than Python is needed,
``python3 -m handbook.reporting.comment report.txt``, so that a workflow with rights installs nothing to post it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

MARK = "<!-- handbook check -->"
"""Stands at the beginning of our comment, by which it is found again."""

LONGEST = 60_000
"""Characters of a report; a comment on GitHub has 65,536 at most."""

_CUT = "\n…"
_FENCE = re.compile("`+")
_LONGEST_FENCE = 30
"""More backticks than anybody writes; a longer run is cut to so many, or the two fences would not fit."""
_REFUSED = ("Cc", "Cf", "Co", "Cs")
"""Unicode categories that are not seen or turn the order of letters; line ends are kept."""


def as_comment(report: str) -> str:
    """Return the Markdown of a comment that shows a report letter by letter."""
    seen = "".join(map(_seen, report.replace("\r\n", "\n"))).strip("\n")
    seen = _FENCE.sub(lambda run: run[0][:_LONGEST_FENCE], seen)
    text = seen if len(seen) <= LONGEST else seen[: LONGEST - len(_CUT)] + _CUT
    fence = "`" * (max(map(len, _FENCE.findall(text)), default=2) + 1)
    return f"{MARK}\n{fence}text\n{text}\n{fence}\n"


def _seen(character: str) -> str:
    refused = character != "\n" and unicodedata.category(character) in _REFUSED
    return "\N{REPLACEMENT CHARACTER}" if refused else character


if __name__ == "__main__":
    report = Path(sys.argv[1]).read_bytes().decode("utf-8", "replace")
    sys.stdout.buffer.write(as_comment(report).encode())
