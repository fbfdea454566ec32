"""A language names the families it is printed with; one without its files or faces is told before Typst runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.typst.fonts import FOLDER, faces_in, missing_faces, read_project_fonts
from handbook.render.typst.jobs import jobs_of
from project import load, make
from render.typst.specimen import ROOT, copy_templates

MALAY = "docs/data/languages/ms.yml"
FONTS = "overrides/pdf/fonts.yml"


def project(folder: Path, fonts: str = "") -> Path:
    """Make a project whose Malay is printed with some fonts of its own."""
    root = copy_templates(make(folder))
    file = root / MALAY
    file.write_text(f"fonts: [{fonts}]\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    return root


def read(root: Path) -> Handbook:
    handbook, problems = load(root)
    assert handbook is not None
    assert problems == []
    return handbook


def problems_of(root: Path) -> list[Problem]:
    problems: list[Problem] = []
    fonts = read_project_fonts(root, problems)
    return [*problems, *missing_faces(fonts, read(root).languages, root / FOLDER)]


def test_the_fonts_of_this_handbook_are_all_there() -> None:
    assert problems_of(ROOT) == []
    assert [(face.family, face.bold) for face in faces_in(ROOT / FOLDER)] == [
        ("Noto Sans", True), ("Noto Sans", False), ("Source Sans 3", False),
    ]  # fmt: skip


def test_a_language_s_own_fonts_come_before_those_of_the_project(tmp_path: Path) -> None:
    jobs, problems = jobs_of(read(project(tmp_path, "noto sans")))
    assert problems == []
    assert [json.loads(job.book.inputs)["fonts"] for job in jobs] == [
        ["Noto Sans", "Source Sans 3"],
        ["noto sans", "Noto Sans", "Source Sans 3"],
        ["Noto Sans", "Source Sans 3"],
    ]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (
            "Noto Naskh Arabic",
            Problem(
                Location(MALAY, 1, 9, 17),
                "the font Noto Naskh Arabic is in no file of overrides/pdf/fonts",
                "put its files there; there are Noto Sans, Source Sans 3",
            ),
        ),
        (
            "Noto Sams",
            Problem(
                Location(MALAY, 1, 9, 9),
                "the font Noto Sams is in no file of overrides/pdf/fonts",
                "did you mean Noto Sans?",
            ),
        ),
        (
            "Source Sans 3",
            Problem(
                Location(MALAY, 1, 9, 13),
                "overrides/pdf/fonts has no bold face of Source Sans 3",
                "put the file of that face there too; the print is set in regular and bold",
            ),
        ),
    ],
)
def test_a_font_of_a_language_that_is_not_there_is_told_at_its_name(
    tmp_path: Path, named: str, expected: Problem
) -> None:
    jobs, problems = jobs_of(read(project(tmp_path, named)))
    assert (jobs, problems) == ([], [expected])


def test_a_face_of_the_project_that_is_not_there_is_told_at_its_name(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / FOLDER / "NotoSans-Bold.ttf").unlink()
    (root / FOLDER / "SourceSans3-Regular.ttf").unlink()
    assert problems_of(root) == [
        Problem(
            Location(FONTS, 4, 8, 9),
            "overrides/pdf/fonts has no bold face of Noto Sans",
            "put the file of that face there too; the print is set in regular and bold",
        ),
        Problem(
            Location(FONTS, 5, 9, 13),
            "the font Source Sans 3 is in no file of overrides/pdf/fonts",
            "put its files there; there are Noto Sans",
        ),
    ]


def test_a_damaged_font_is_no_face(tmp_path: Path) -> None:
    (tmp_path / "cut.ttf").write_bytes((ROOT / FOLDER / "NotoSans-Bold.ttf").read_bytes()[:3000])
    (tmp_path / "empty.otf").write_bytes(b"")
    (tmp_path / "text.ttf").write_text("no font")
    assert faces_in(tmp_path) == ()
