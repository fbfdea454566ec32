"""A chapter that is not translated yet is printed in its original language, and says so in the reader's."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from built import print_books
from handbook.register.handbook import Handbook
from render.typst import pdf_text
from render.typst.test_handbook_pdf import read, sample


def partly(folder: Path) -> Path:
    """Make the sample project without its second page in Malay."""
    project = sample(folder)
    (project / "docs/ms/part/all.md").unlink()
    return project


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    return read(partly(tmp_path_factory.mktemp("partly")))


@pytest.fixture(scope="module")
def printed(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the printed sample."""
    folder = tmp_path_factory.mktemp("printed")
    assert print_books(handbook, folder) == []
    return folder


def words(file: Path) -> list[str]:
    """Return the text of each page on one line, without the dots of the contents."""
    return [re.sub(r"( \.)+ ", " … ", " ".join(text.split())) for text in pdf_text.texts(file)]


def test_cover_and_contents_say_what_is_not_translated(printed: Path) -> None:
    cover, contents, *_ = words(printed / "handbook-ms-a4.pdf")
    assert "Bahasa Bahasa Melayu. Belum diterjemahkan: 1 daripada 2 bab Tarikh teks" in cover
    assert contents.startswith("Kandungan Buku contoh … 3 Bahagian pertama … 4 Every element (Inggeris) … 4 ")
    assert "Bab yang bertanda “Inggeris” belum diterjemahkan: 1 daripada 2." in contents


def test_a_translated_book_says_nothing_of_it(printed: Path) -> None:
    text = " ".join(words(printed / "handbook-ru-a4.pdf"))
    assert [word for word in ("на английском", "перевод", "перевед") if word in text] == []


def test_the_chapter_begins_with_a_notice_in_the_readers_language(printed: Path) -> None:
    chapter = words(printed / "handbook-ms-a4.pdf")[3]
    assert chapter.startswith(
        "Every element Draf Bahagian pertama Every element "
        "Bab ini belum diterjemahkan ke dalam bahasa Melayu "
        "Teks di bawah masih dalam bahasa Inggeris. Jika anda tidak faham sepenuhnya, minta klinik anda menerangkannya "
        "kepada anda. Jangan meneka maksudnya. "
        "Teks bahasa Inggeris ini juga masih draf: belum ada doktor atau jururawat yang menyemaknya. "
    )


def test_the_text_is_that_of_the_original_to_the_page_numbers_in_its_links(printed: Path) -> None:
    mine, original = (" ".join(words(printed / f"handbook-{code}-a4.pdf")) for code in ("ms", "en"))
    assert re.findall(r"\((?:page|halaman) \d+\)", mine) == ["(halaman 4)", "(halaman 3)", "(page 4)"]
    assert re.findall(r"\((?:page|halaman) \d+\)", original) == ["(page 4)", "(page 3)", "(page 4)"]


def test_a_screen_reader_changes_its_voice_for_the_chapter(printed: Path) -> None:
    with pikepdf.open(printed / "handbook-ms-a4.pdf") as document:
        assert str(document.Root.Lang) == "ms"
    spoken = {code: voices(printed / f"handbook-{code}-a4.pdf") for code in ("en", "ms", "ru")}
    assert spoken["ru"] == {"Code en"}
    assert {"H2 en", "P en", "H3 en", "Table en"} <= spoken["ms"]


def test_nobody_is_said_to_have_reviewed_the_translation(printed: Path) -> None:
    *_, checked = words(printed / "handbook-ms-a4.pdf")
    assert "Buku contoh Belum ada – Every element Belum diterjemahkan –" in checked


def voices(file: Path) -> set[str]:
    """Return the tags that name a language of their own."""
    with pikepdf.open(file) as document:
        return {f"{str(element.S)[1:]} {element.Lang}" for element in pdf_text.walk(document) if "/Lang" in element}
