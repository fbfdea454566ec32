"""A small handbook with every element, printed in three languages and read back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from built import print_books
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.render.editions import editions_in, file_name
from project import load, make, real_handbook, sign_pages
from render.typst import pdf_text
from render.typst.specimen import SAMPLE, copy_templates

LANGUAGES = ("en", "ms", "ru")
EXPECTED = Path(__file__).parent / "expected"


def sample(folder: Path) -> Path:
    """Make the project of the sample pages."""
    project = copy_templates(make(folder))
    for language in LANGUAGES:
        shutil.rmtree(project / "docs" / language)
    shutil.copytree(SAMPLE, project, dirs_exist_ok=True)
    return project


def read(project: Path) -> Handbook:
    handbook, problems = load(project)
    assert handbook is not None
    assert problems == []
    return handbook


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the printed sample."""
    folder = tmp_path_factory.mktemp("printed")
    assert print_books(read(sample(folder)), folder / "out") == []
    return folder / "out"


def test_each_language_is_one_file(printed: Path) -> None:
    names = [f"handbook-{language}-a4.pdf" for language in LANGUAGES]
    assert sorted(file.name for file in printed.glob("*.pdf")) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_bookmarks_and_text_are_as_expected(printed: Path, language: str, update: bool) -> None:
    file = printed / f"handbook-{language}-a4.pdf"
    pages = [f"---- page {number} ----\n{text}" for number, text in enumerate(pdf_text.texts(file), 1)]
    told = "\n".join(["---- bookmarks ----", *pdf_text.outline(file), *pages, ""])
    if update:
        (EXPECTED / f"{language}.txt").write_text(told, encoding="utf-8")
    assert told == (EXPECTED / f"{language}.txt").read_text(encoding="utf-8")


def test_the_tags_are_as_expected_and_the_same_in_every_language(printed: Path, update: bool) -> None:
    trees = {language: pdf_text.tags(printed / f"handbook-{language}-a4.pdf") for language in LANGUAGES}
    told = "\n".join([*trees["en"], ""])
    if update:
        (EXPECTED / "tags.txt").write_text(told, encoding="utf-8")
    assert told == (EXPECTED / "tags.txt").read_text(encoding="utf-8")
    assert trees["en"] == trees["ms"] == trees["ru"]


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Sample handbook"), ("ms", "Buku contoh"), ("ru", "Пробная памятка")]
)
def test_the_file_names_its_language_and_title_and_says_it_is_accessible(
    printed: Path, language: str, title: str
) -> None:
    with pikepdf.open(printed / f"handbook-{language}-a4.pdf") as document:
        told = document.open_metadata()
        found = {
            "language": str(document.Root.Lang),
            "title": told["dc:title"],
            "shown": bool(document.Root.ViewerPreferences.DisplayDocTitle),
            "tagged": bool(document.Root.MarkInfo.Marked),
            "standard": told["pdfuaid:part"],
            "made": str(document.docinfo["/CreationDate"]),
        }
    assert found == {
        "language": language,
        "title": title,
        "shown": True,
        "tagged": True,
        "standard": "1",
        "made": "D:20261120000000Z",
    }


def test_only_the_fonts_of_the_project_are_used(printed: Path) -> None:
    found = {font for file in printed.glob("*.pdf") for font in pdf_text.fonts(file)}
    assert found == {"NotoSans-Regular", "NotoSans-Bold", "SourceSans3-Regular"}


def test_images_have_their_texts_and_decorations_none(printed: Path) -> None:
    assert [pdf_text.figures(printed / f"handbook-{language}-a4.pdf")[-2:] for language in LANGUAGES] == [
        ["A blue square", "square"],
        ["Petak biru", "petak"],
        ["Синий квадрат", "квадрат"],
    ]


def test_a_line_to_write_on_is_read_aloud_as_what_to_write(printed: Path) -> None:
    number = "the number your clinic gave you"
    assert pdf_text.figures(printed / "handbook-en-a4.pdf")[:7] == [
        number,
        f"{number} for nights and weekends",
        "the number for messages that your clinic gave you",
        number,
        "a line to write on",
        "a line to write on",
        number,
    ]


def test_no_letter_is_smaller_than_12_points(printed: Path) -> None:
    assert [pdf_text.smallest_size(file) for file in sorted(printed.glob("*.pdf"))] == [12.0, 12.0, 12.0]


def test_another_run_in_another_folder_gives_the_same_bytes(
    printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kuala_Lumpur")
    assert print_books(read(sample(tmp_path)), tmp_path / "out") == []
    for file in printed.glob("*.pdf"):
        assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()


def test_the_title_on_the_cover_is_as_large_as_the_paper_says(printed: Path) -> None:
    with pypdfium2.PdfDocument(printed / "handbook-en-a4.pdf") as document:
        text = document[0].get_textpage()
        sizes = {round(raw.FPDFText_GetFontSize(text, at)) for at in range(text.count_chars())}
    assert max(sizes) == 29


def test_the_clinic_s_numbers_stand_on_the_cover_and_at_the_foot_of_every_page(tmp_path: Path) -> None:
    project = sample(tmp_path)
    clinic = project / "docs/data/our-clinic.yml"
    numbers = (("phone", "03-5550 1234"), ("out-of-hours", "03-5550 5678"))
    text = clinic.read_text(encoding="utf-8")
    for name, number in numbers:
        text = text.replace(f'{name}: ""', f'{name}: "{number}"')
    clinic.write_text(text, encoding="utf-8")
    assert print_books(read(project), tmp_path / "out") == []
    cover, *pages = pdf_text.texts(tmp_path / "out" / "handbook-en-a4.pdf")
    assert [number in cover for _, number in numbers] == [True, True]
    foot = "Clinic: 03-5550 1234 When the clinic is closed: 03-5550 5678"
    assert [foot in " ".join(page.split()) for page in pages] == [True] * len(pages)


def test_a_handbook_whose_pages_are_all_signed_is_no_draft(tmp_path: Path) -> None:
    project = sample(tmp_path)
    sign_pages(project)
    assert print_books(read(project), tmp_path / "out") == []
    cover, _, chapter, *_, checked, _ = pdf_text.texts(tmp_path / "out" / "handbook-en-a4.pdf")
    assert [line for page in (cover, chapter, checked) for line in page.split("\n") if "raft" in line] == []
    assert "Dr Aminah Rahman, dermatologist, reviewed this chapter on 19 November 2026." in " ".join(chapter.split())
    assert "Sample handbook Dr Aminah Rahman, dermatologist 19 November 2026" in " ".join(checked.split())


def test_a_problem_in_one_language_leaves_no_file(tmp_path: Path) -> None:
    project = sample(tmp_path)
    page = project / "docs/ru/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n漢\n", encoding="utf-8")
    found: list[Problem] = print_books(read(project), tmp_path / "out")
    assert [str(problem.location) for problem in found] == ["docs/ru/index.md:9:1"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("file", "there", "instead"),
    [
        ("docs/data/our-clinic.yml", "name: Example clinic", "name: Example 漢"),
        ("docs/data/sources.yml", "Care of wounds", "Care of 漢"),
        ("docs/data/interface/ms.yml", "  chapter: Bab", "  chapter: 漢"),
        ("mkdocs.yml", "site_name: Buku contoh", "site_name: 漢"),
    ],
)
def test_a_character_no_font_has_is_found_outside_the_pages_too(
    tmp_path: Path, file: str, there: str, instead: str
) -> None:
    project = sample(tmp_path)
    text = (project / file).read_text(encoding="utf-8")
    assert there in text
    (project / file).write_text(text.replace(there, instead), encoding="utf-8")
    assert [problem.location.path for problem in print_books(read(project), tmp_path / "out")] == [file]


def test_a_project_without_an_edition_or_a_font_says_so(tmp_path: Path) -> None:
    project = sample(tmp_path)
    shutil.rmtree(project / "overrides")
    assert [str(problem.location) for problem in print_books(read(project), tmp_path / "out")] == [
        "overrides/pdf/fonts.yml:1:1",
        "overrides/pdf/formats:1:1",
        "overrides/pdf/fonts:1:1",
    ]


def test_the_handbook_itself_can_be_printed(real_print: Path, to_print: Handbook) -> None:
    names = [file_name(each.code, edition.id) for each in to_print.languages for edition in editions_in(each, to_print)]
    assert sorted(file.name for file in real_print.glob("*.pdf")) == sorted(names)


def test_the_book_for_patients_has_60_to_80_pages_in_every_language(tmp_path: Path) -> None:
    handbook = real_handbook()
    core = tuple(edition for edition in handbook.editions if edition.id == "core")
    assert print_books(replace(handbook, editions=core), tmp_path) == []
    pages = {file.name: len(pypdfium2.PdfDocument(file)) for file in tmp_path.glob("*.pdf")}
    assert len(pages) == len(handbook.languages)
    assert {name: count for name, count in pages.items() if not 60 <= count <= 80} == {}


EDITIONS = """editions:
- {id: large, kind: book, paper: a4, size: 18, large-print: true}
- {id: small, kind: book, paper: a5, size: 12, two-sided: true, follow-on: true}
"""


def test_each_edition_of_the_list_is_a_file(tmp_path: Path) -> None:
    project = sample(tmp_path)
    (project / "docs/data/editions.yml").write_text(EDITIONS)
    assert print_books(read(project), tmp_path / "out") == []
    names = [f"handbook-{language}-{edition}.pdf" for language in LANGUAGES for edition in ("large", "small")]
    assert sorted(file.name for file in (tmp_path / "out").glob("*.pdf")) == names
