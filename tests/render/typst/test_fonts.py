"""A language names the families it is printed with; one without its files or faces is told before Typst runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from handbook.diagnostics.problems import Location, Problem
from handbook.register.handbook import Handbook
from handbook.render.typst.fonts import FOLDER, faces_in, read_project_fonts, unfit_fonts
from handbook.render.typst.jobs import jobs_of
from project import load, make, put
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
    return [*problems, *unfit_fonts(fonts, read(root).languages, root / FOLDER)]


def test_the_fonts_of_this_handbook_are_all_there() -> None:
    assert problems_of(ROOT) == []
    assert [(face.family, face.bold) for face in faces_in(ROOT / FOLDER)] == [
        ("Noto Sans", True), ("Noto Sans", False), ("Source Sans 3", False),
    ]  # fmt: skip


def test_a_language_s_own_fonts_come_before_those_of_the_project(tmp_path: Path) -> None:
    jobs, problems = jobs_of(read(project(tmp_path, "noto sans")))
    assert problems == []
    assert [json.loads(job.books[0].inputs)["fonts"] for job in jobs] == [
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
                "overrides/pdf/fonts has no bold face of the font Source Sans 3",
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
            "overrides/pdf/fonts has no bold face of the font Noto Sans",
            "put the file of that face there too; the print is set in regular and bold",
        ),
        Problem(
            Location(FONTS, 5, 9, 13),
            "the font Source Sans 3 is in no file of overrides/pdf/fonts",
            "put its files there; there are Noto Sans",
        ),
    ]


DAMAGED = [
    Problem(
        Location(f"{FOLDER}/NotoSans-Bold.ttf"),
        "this font is damaged, or no font; the print would be set with another one",
        "copy the file there again from where it comes from",
    )
]


@pytest.mark.parametrize("kept", [0, 3000, 200_000, -8])
def test_a_font_that_is_cut_short_anywhere_is_told_by_its_file(tmp_path: Path, kept: int) -> None:
    root = project(tmp_path)
    bold = root / FOLDER / "NotoSans-Bold.ttf"
    bold.write_bytes(bold.read_bytes()[:kept])
    assert jobs_of(read(root)) == ([], DAMAGED)


def test_a_damaged_font_in_a_folder_of_its_own_is_told_there(tmp_path: Path) -> None:
    root = project(tmp_path)
    put(root / FOLDER / "own" / "cut.ttf", "no font")
    assert [str(problem.location) for problem in problems_of(root)] == [f"{FOLDER}/own/cut.ttf:1:1"]


def test_a_face_that_stands_twice_is_told_at_the_file_in_its_folder(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / FOLDER / "own").mkdir()
    (root / FOLDER / "own" / "copy.ttf").write_bytes((root / FOLDER / "NotoSans-Bold.ttf").read_bytes())
    assert [(str(problem.location), problem.message) for problem in problems_of(root)] == [
        (f"{FOLDER}/own/copy.ttf:1:1", "this file holds the bold face of Noto Sans, as NotoSans-Bold.ttf does")
    ]


def test_a_font_with_a_byte_changed_is_told_by_its_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    bold = root / FOLDER / "NotoSans-Bold.ttf"
    content = bytearray(bold.read_bytes())
    content[len(content) // 2] ^= 1
    bold.write_bytes(content)
    assert jobs_of(read(root)) == ([], DAMAGED)


def test_a_file_that_holds_the_face_of_another_is_told_by_its_name(tmp_path: Path) -> None:
    root = project(tmp_path)
    folder = root / FOLDER
    (folder / "NotoSans-Bold.ttf").write_bytes((folder / "NotoSans-Regular.ttf").read_bytes())
    assert jobs_of(read(root)) == ([], [
        Problem(
            Location(f"{FOLDER}/NotoSans-Bold.ttf"),
            "this file holds the regular face of Noto Sans, as NotoSans-Regular.ttf does",
            "put there the face that its name promises, or delete it",
        )
    ])  # fmt: skip


def test_a_face_without_the_letters_of_a_language_is_told_by_its_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    bold = root / FOLDER / "NotoSans-Bold.ttf"
    latin = Subsetter(Options(notdef_outline=True, name_IDs=["*"]))
    latin.populate(unicodes=range(0x20, 0x400))
    with TTFont(bold) as font:
        latin.subset(font)
        font.save(tmp_path / "latin.ttf")
    bold.write_bytes((tmp_path / "latin.ttf").read_bytes())
    jobs, problems = jobs_of(read(root))
    assert (jobs, [(str(problem.location), problem.hint) for problem in problems]) == (
        [], [(f"{FOLDER}/NotoSans-Bold.ttf:1:1", "put the whole font there")],
    )  # fmt: skip
    said = r"\d\d characters of the text are missing in this bold face of Noto Sans: А .*"
    assert re.fullmatch(said, problems[0].message)


def test_a_damaged_font_is_no_face(tmp_path: Path) -> None:
    (tmp_path / "cut.ttf").write_bytes((ROOT / FOLDER / "NotoSans-Bold.ttf").read_bytes()[:3000])
    (tmp_path / "empty.otf").write_bytes(b"")
    (tmp_path / "text.ttf").write_text("no font")
    assert faces_in(tmp_path) == ()
