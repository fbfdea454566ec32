"""Talks with a clinic, one text file each: what is typed, what is shown, and what stands in the clinic's file then.

``-- arguments: … --`` are those of `handbook clinic`, ``-- before --`` is the clinic's file before the talk.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from handbook import cli
from handbook.register.clinic import EXAMPLE_FILE, OWN_FILE
from project import ROOT, make, put

FOLDER = Path(__file__).parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))
_SECTION = re.compile(r"^-- (\w+)(?:: ([^\n]*))? --\n(.*?)(?=^-- |\Z)", re.MULTILINE | re.DOTALL)
DECISIONS = """\
decisions:
- id: first-wash
  question: From which day may patients wash the treated skin?
  who: clinic doctor
  reason: Advice differs; dry care is for other lasers.
  default: after a day
  note: day 1 is the day after treatment
  facts: [no-picking]
  quantity: {kind: point, low: 1, high: null, unit: day}
  allowed: {low: 1, high: 2}
- id: tan-before
  question: How many weeks without sun and tan before treatment?
  who: clinic doctor
  default: 4 weeks
  facts: [no-picking]
  quantity: {kind: duration, low: 4, high: 4, unit: week}
  allowed: {low: 2, high: 6}
  named:
    after-a-real-tan:
      {question: "The same, after a real tan", at-least: tan-before, kind: duration, low: 6, high: 6, unit: week,
       allowed: {low: 2, high: 6}}
- id: out-of-hours-number
  question: Whom do patients call at night and at weekends?
  detail: out-of-hours
  who: clinic management
  default: "no default"
  facts: [no-picking]
"""
EXAMPLE = "name: Example clinic\nexample: true\n"
WORDS = [f"docs/data/interview/{code}.yml" for code in ("en", "ms", "ru")]
PAGE = "# Home {#home}\n\n[](fact:first-wash) [](fact:tan-before) [](fact:tan-before/after-a-real-tan)\n"


class Keyboard(io.StringIO):
    """Gives typed lines to whoever asks, and shows them where they are typed, as a terminal does."""

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        sys.stdout.write(line)
        return line


def clinic_project(folder: Path, before: str = "") -> Path:
    """Make a small project with questions in three languages; the clinic has written ``before``, or nothing."""
    words = {path: (ROOT / path).read_text(encoding="utf-8") for path in WORDS}
    asked = {"docs/data/decisions.yml": DECISIONS, "docs/en/index.md": PAGE, EXAMPLE_FILE: EXAMPLE}
    root = make(folder, {**words, **asked})
    put(root / OWN_FILE, before, "" if before else "deleted")
    return root


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_transcript(
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    update: bool,
) -> None:
    text = file.read_text(encoding="utf-8")
    sections = {name: body for name, _, body in _SECTION.findall(text)}
    values = {name: value for name, value, _ in _SECTION.findall(text)}
    root = clinic_project(tmp_path, sections.get("before", ""))
    monkeypatch.setattr("sys.stdin", Keyboard(sections["typed"]))
    for name, value in {"COLUMNS": "100", "LC_ALL": "C.UTF-8", "PATH": ""}.items():
        monkeypatch.setenv(name, value)
    status = cli.main(["clinic", *values.get("arguments", "").split(), "--root", str(root), "--today=2026-12-01"])
    shown, told = capsys.readouterr()
    own = (root / OWN_FILE).read_text(encoding="utf-8") if (root / OWN_FILE).exists() else ""
    end = f"status {status}\n"
    made = f"-- shown --\n{shown}{told}{end}" + (f"-- file --\n{own}" if own else "")
    head = text.partition("-- shown --\n")[0]
    if update:
        file.write_text(head + made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8").removeprefix(head)
