"""The clinician's edition says beside the text what each statement rests on, and behind each page how to sign it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from built import print_books
from project import make
from render.typst.specimen import copy_templates
from render.typst.test_handbook_pdf import read

LIST = "editions:\n- {id: signed, kind: book, paper: a4, size: 11, small: 9, review: true}\n"
QUESTIONS = """questions:
- id: picking
  question: Who may lift a crust?
  sides:
  - {says: Nobody., sources: [ivanova2021]}
  - {says: A nurse., sources: [rahman2019]}
  meanwhile: Nobody does.
  facts: [no-picking]
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    files = {"docs/data/editions.yml": LIST, "docs/data/open-questions.yml": QUESTIONS}
    assert print_books(read(copy_templates(make(folder, files))), folder / "out") == []
    return folder / "out"


def words(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize(
    "said",
    [
        "no-picking: Do not pick the crusts.",
        "“picking leaves scars” — Ivanova B 2021, page 4",
        "Strong evidence. Checked once.",
        "Your clinic’s value: ",
        "Who may lift a crust? • Nobody. (Ivanova B 2021) • A nurse. (Rahman A 2019) Nobody does.",
        "handbook sign recovery/day-by-day.md --language en --name … --role … --on …",
    ],
)
def test_it_has_what_a_statement_rests_on(printed: Path, said: str) -> None:
    text = words(printed / "handbook-en-signed.pdf")
    assert said in text, text


def test_a_fact_is_told_once_a_page_and_every_page_can_be_signed(printed: Path) -> None:
    text = words(printed / "handbook-ru-signed.pdf")
    assert text.count("no-picking: ") == 1
    assert text.count("handbook sign ") == 2
    assert text.count("Подпись") == 2


def test_the_text_itself_stays_whole(printed: Path) -> None:
    assert "умыться впервые через" in words(printed / "handbook-ru-signed.pdf")
