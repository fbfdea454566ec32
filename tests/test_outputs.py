"""An output is one module with ``render(handbook, context)`` and one line in ``OUTPUTS``."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from types import ModuleType

import pytest

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.blocks import Box, Heading, TextBlock
from handbook.register.filled_words import filled_words
from handbook.register.handbook import Handbook
from handbook.render.output import RenderContext, Rendered
from project import make, record_all

TODAY = datetime.date(2026, 12, 1)


def plain_text(handbook: Handbook, context: RenderContext) -> Rendered:
    """Write each page as plain text: what anybody would write to add an output."""
    files = {}
    for page in handbook.pages:
        lines = []
        for part in page.document.parts:
            if isinstance(part, Heading):
                lines.append(f"{'=' * part.level} {part.text}")
            elif isinstance(part, Box):
                lines.append(f"[{part.kind}]")
            elif isinstance(part, TextBlock) and part.inlines:
                lines.append(filled_words(part.inlines, page, handbook))
        files[f"text/{page.language}/{page.path.removesuffix('.md')}.txt"] = "\n".join(lines).encode()
    return Rendered(files)


def refuse(handbook: Handbook, context: RenderContext) -> Rendered:
    """Make a file and find something wrong."""
    return Rendered({"text/half.txt": b"half"}, (Problem(Location("docs/en/index.md"), "this cannot be told"),))


@pytest.fixture
def output(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that is the pipeline's only output."""
    module = ModuleType("an_output")
    monkeypatch.setitem(sys.modules, "an_output", module)
    monkeypatch.setattr(pipeline, "OUTPUTS", ("an_output",))
    return module


def test_a_module_and_a_line_make_an_output(tmp_path: Path, output: ModuleType) -> None:
    output.render = plain_text  # type: ignore[attr-defined]
    root, out = make(tmp_path), tmp_path / "out"
    record_all(root)
    assert pipeline.build(pipeline.Request(root, TODAY, Mode.DRAFT), out, lambda step: None) == []
    assert sorted(file.relative_to(out).as_posix() for file in out.rglob("*.txt")) == [
        *(f"text/{code}/{page}.txt" for code in ("en", "ms", "ru") for page in ("index", "recovery/day-by-day"))
    ]
    assert (out / "text/en/recovery/day-by-day.txt").read_text() == EXPECTED


def test_an_output_with_a_problem_publishes_nothing(tmp_path: Path, output: ModuleType) -> None:
    output.render = refuse  # type: ignore[attr-defined]
    root, out = make(tmp_path), tmp_path / "out"
    record_all(root)
    problems = pipeline.build(pipeline.Request(root, TODAY, Mode.DRAFT), out, lambda step: None)
    assert [problem.message for problem in problems] == ["this cannot be told"]
    assert not out.exists()


EXPECTED = """\
= Day by day
[call-now]
Call an ambulance
Call 999 in Malaysia, 103 or 112 in Russia if you cannot breathe.
== Day 2 to 4
You may
You must not
wash for the first time after 24 hours
pick"""
