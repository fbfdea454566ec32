"""Errors other than reversals, planted in translations of real blocks, and how many the checks of a translation tell.

Each ``*.yml`` here lists entries as those of language/advice do: ``en`` and ``good`` as they stood in a page, and
``changed`` with the slip that ``how`` names. A slip is told if a check says of it what it does not say of ``good``.

``python -m language.errors.trials`` (from tests/) prints the rates, and with ``-v`` what nothing is said of.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from handbook import checks
from handbook.register.handbook import Handbook
from language.advice.trials import document, real

FILES = sorted(Path(__file__).parent.glob("*.yml"))
CHECKS = (
    checks.different_number,
    checks.different_relation,
    checks.different_structure,
    checks.missing_fact,
    checks.missing_item,
    checks.mixed_word,
    checks.reversed_advice,
    checks.stray_number,
    checks.wrong_language,
    checks.wrong_number,
    checks.wrong_quotes,
    checks.wrong_term,
)
"""What compares a translation with its original, and reads its words and numbers."""
_ROWS = re.compile(r"\n\s*\n\s*(?=\|)")
"""What parts the rows of an entry."""


def counted(file: Path) -> tuple[int, list[str]]:
    """Return how many entries of a file are told, and a line for each that is not."""
    entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    silent = [entry for entry in entries if not told(entry, file.name.partition("-")[0])]
    return len(entries) - len(silent), [f"{entry['how']}: {entry['changed']}" for entry in silent]


def told(entry: dict[str, str], code: str) -> set[str]:
    """Return what is said of the slip of an entry, and not of the block without it."""
    said = {key: set(_said(_page(entry["en"], entry[key], code))) for key in ("good", "changed")}
    return said["changed"] - said["good"]


def _said(handbook: Handbook) -> Iterator[str]:
    """Yield what the checks say of the translation."""
    path = handbook.pages[1].document.path
    for check in CHECKS:
        yield from (problem.message for problem in checks.found_by(check, handbook) if problem.location.path == path)


def _page(original: str, translation: str, code: str) -> Handbook:
    """Make a handbook of one page of one block, with the real facts, glossary and words."""
    pages = []
    for language, text in ((real().source.code, original), (code, translation)):
        page = next(page for page in real().pages if page.language == language)
        block = document(_ROWS.sub("\n", text), f"docs/{language}/x.md")
        pages.append(replace(page, document=block, written=block))
    return replace(real(), pages=tuple(pages), passages={}, sign_words={})


def main() -> None:
    """Print the rates of all files, and with -v what nothing is said of."""
    for file in map(Path, [name for name in sys.argv[1:] if name != "-v"] or FILES):
        found, silent = counted(file)
        print(f"{file.name}: {found} of {found + len(silent)}")
        print(*(silent if "-v" in sys.argv else ()), sep="\n", end="\n" if "-v" in sys.argv else "")


if __name__ == "__main__":
    main()
