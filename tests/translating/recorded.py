"""A project whose translations are recorded, and what is written of them."""

from __future__ import annotations

from pathlib import Path

from project import put

PAGE = "recovery/day-by-day.md"
LEDGER = "docs/data/translations/ms/index.yml"
READER = "second reader, not the translator; no clinician"
REVIEW = f"""\
- page: {{page}}
  language: ms
  date: {{day}}
  reader: "{READER}"
  result: It says what the original says.
  changed: []
"""


def review(folder: Path, day: str, page: str = "index.md") -> None:
    file = folder / "docs/data/editorial-reviews.yml"
    put(file, file.read_text(encoding="utf-8") + REVIEW.format(page=page, day=day))


def text_of(folder: Path, path: str = LEDGER) -> str:
    return (folder / path).read_text(encoding="utf-8")
