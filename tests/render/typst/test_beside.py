"""Two languages stand beside each other block by block, and where they are not built alike, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from built import print_books
from handbook.markup.document import parse
from handbook.render.editions import editions_in
from handbook.render.typst.beside import Side, write_beside
from project import make
from render.typst.specimen import PAGE, copy_templates, specimen_context
from render.typst.test_handbook_pdf import read

LIST = """editions:
- {id: both, kind: sheet, paper: a4, size: 12, beside: en, holds: [recovery/day-by-day.md, "passage:p"]}
"""
PASSAGE = "!!! do-not\n    - {0} one\n    - {0} two\n"


def rows(own: str, its: str) -> list[str]:
    """Return the code of two pages beside each other, given without their titles."""
    sides = []
    for code, source in (("en", own), ("ru", its)):
        document, problems = parse(f"# Title {{#title}}\n\n{source}", PAGE)
        assert problems == []
        sides.append(Side(code, document.blocks, replace(specimen_context(), prefix=f"{code}/")))
    return list(write_beside(*sides))


def test_each_item_of_a_list_stands_beside_its_own() -> None:
    found = rows("Words:\n\n1. one\n2. two\n", "Слова:\n\n1. раз\n2. два\n")
    assert ["leads" if ", true, " in row else "" for row in found] == ["leads", "leads", ""]
    assert [("one" in row, "раз" in row) for row in found] == [(False, False), (True, True), (False, False)]
    assert "ol(2," in found[2]


def test_the_items_of_a_longer_list_may_be_parted() -> None:
    own, its = ("".join(f"- {word}\n" for _ in range(6)) for word in ("one", "раз"))
    assert [", true, " in row for row in rows(own, its)] == [False] * 6


def test_a_box_is_one_box_with_both_titles() -> None:
    (row,) = rows('!!! do "So"\n    - one\n    - two\n', '!!! do "Делайте"\n    - раз\n    - два\n')
    assert 'callout-beside("do", "ru", "So", "Делайте", ' in row
    assert row.count("beside(") == 3


def test_what_is_not_built_alike_stands_beside_it_as_a_whole() -> None:
    (row,) = rows("One.\n\n- two\n", "Раз.\n\nДва.\n\nТри.\n")
    assert [word for word in ("One", "two", "Раз", "Два", "Три") if word not in row] == []


def test_places_have_names_of_their_own_on_each_side() -> None:
    (row,) = rows("## Here {#here}\n", "## Здесь {#here}\n")
    assert '"en/part/all.md#here"' in row
    assert '"ru/part/all.md#here"' in row


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    passages = {f"docs/{code}/passages/p.md": PASSAGE.format(code) for code in ("en", "ms", "ru")}
    handbook = read(copy_templates(make(folder, {"docs/data/editions.yml": LIST, **passages})))
    assert [[edition.id for edition in editions_in(each, handbook)] for each in handbook.languages] == [
        [], ["both"], ["both"],
    ]  # fmt: skip
    assert print_books(handbook, folder / "out") == []
    return folder / "out"


def test_a_sheet_has_every_word_of_both_languages(printed: Path) -> None:
    assert sorted(file.name for file in printed.glob("*.pdf")) == ["handbook-ms-both.pdf", "handbook-ru-both.pdf"]
    with pypdfium2.PdfDocument(printed / "handbook-ru-both.pdf") as document:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert "Русский + English" in text
    for words in ("ru one", "en one", "ru two", "en two", "wash for the first time after", "умыться впервые"):
        assert words in text, words


def test_what_only_the_site_has_is_told_in_the_language_of_each_side(tmp_path: Path) -> None:
    linked = {"en": "[More](../index.md)", "ru": "[Ещё](../index.md)"}
    passages = {f"docs/{code}/passages/p.md": f"{words}\n" for code, words in linked.items()}
    project = copy_templates(make(tmp_path, {"docs/data/editions.yml": LIST, **passages}))
    assert print_books(read(project), tmp_path) == []
    with pypdfium2.PdfDocument(tmp_path / "handbook-ru-both.pdf") as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert [words in text for words in ("More (on the website)", "Ещё (на сайте)")] == [True, True]
