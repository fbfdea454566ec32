"""Reads every finished page once more: what must never reach a patient is refused whatever let it through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.diagnostics.problems import Location, Problem

_FORBIDDEN = (
    (re.compile(r"""(?:href|src)=["'](?:fact|clinic):[^"']*"""), "a link to the register is left unresolved"),
    (re.compile(r"<script(?![^>]*\bsrc=)[^>]*>"), "a script stands in the page itself"),
    (re.compile(r"<style\b|\sstyle="), "a style stands in the page itself"),
    (re.compile(r"\son[a-z]+\s*="), "an event handler stands in the page itself"),
    (re.compile(r"(?i)(?:href|src)=[\"']\s*(?:javascript|data|vbscript):"), "a link runs code"),
    (re.compile(r"<(?:script|img|link)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//"), "a file of another host is loaded"),
)
_ALLOWED = re.compile(r'<link rel="(?:canonical|alternate)"[^>]*>')


def audit(out: Path) -> Iterator[Problem]:
    """Yield what no page of the site may hold: unresolved references, code, styles, files of other hosts."""
    for file in sorted(out.rglob("*.html")):
        text = _ALLOWED.sub("", file.read_text(encoding="utf-8"))
        for pattern, message in _FORBIDDEN:
            found = pattern.search(text)
            if found:
                line = text.count("\n", 0, found.start()) + 1
                yield Problem(
                    Location(file.relative_to(out).as_posix(), line), f"{message}: {found[0].strip()}",
                    "this is a mistake of the program and not of the text; please report it",
                )  # fmt: skip
