"""A second build prints only what has changed, whatever the clock says; what is wrong in many prints is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import outputs
from handbook.register.handbook import Handbook
from handbook.render.typst import prints
from handbook.render.typst.kept import is_current, marked
from handbook.render.workers import WorkerPool
from handbook.staging import write_files
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

LIST = """editions:
- {id: home, kind: sheet, paper: a4, size: 14, holds: [index.md]}
- {id: days, kind: sheet, paper: a4, size: 14, holds: [recovery/day-by-day.md]}
"""


class Counted:
    """Counts what is printed, a name for each file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.names: list[str] = []
        left = prints._to_do

        def to_do(jobs: list[prints.PrintJob], done: dict[str, bytes]) -> list[prints.PrintJob]:
            found = left(jobs, done)
            self.names = [book.file_name for job in found for book in job.books]
            return found

        monkeypatch.setattr(prints, "_to_do", to_do)


def print_into(folder: Path, handbook: Handbook) -> dict[str, bytes]:
    with WorkerPool(jobs=0) as workers:
        rendered = outputs.render(handbook, (outputs.PRINT,), workers, folder)
    assert rendered.problems == ()
    write_files(rendered.files, folder)
    return dict(rendered.files)


def test_only_what_a_page_is_in_is_printed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_templates(make(tmp_path, {"docs/data/editions.yml": LIST}))
    counted, out = Counted(monkeypatch), tmp_path / "out"
    first = print_into(out, read(root))
    assert len(counted.names) == 6
    assert (print_into(out, read(root)), counted.names) == (first, [])
    page = root / "docs/ms/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nLagi.\n", encoding="utf-8")
    print_into(out, read(root))
    assert counted.names == ["handbook-ms-home.pdf"]
    (out / "print/handbook-en-days.pdf").write_bytes(b"%PDF-1.7 something else")
    print_into(out, read(root))
    assert counted.names == ["handbook-en-days.pdf"]
    template = root / "overrides/pdf/blocks.typ"
    template.write_text(template.read_text(encoding="utf-8") + "// another look\n", encoding="utf-8")
    print_into(out, read(root))
    assert len(counted.names) == 6


def test_a_file_is_current_only_as_it_was_made() -> None:
    made = marked(b"%PDF-1.7 words", b"abc")
    assert is_current(made, b"abc")
    assert not is_current(made, b"abd")
    assert not is_current(made.replace(b"words", b"sword"), b"abc")
    assert not is_current(b"", b"abc")


def test_what_is_wrong_in_a_template_of_several_prints_is_told_once(tmp_path: Path) -> None:
    root = copy_templates(make(tmp_path, {"docs/data/editions.yml": LIST}))
    template = root / "overrides/pdf/sheet.typ"
    template.write_text(template.read_text(encoding="utf-8") + "\n#nonsense()\n", encoding="utf-8")
    with WorkerPool(jobs=0) as workers:
        rendered = outputs.render(read(root), (outputs.PRINT,), workers, tmp_path / "out")
    places = [(problem.location.path, problem.location.column) for problem in rendered.problems]
    assert (places, rendered.files) == ([("overrides/pdf/sheet.typ", 2)], {})
