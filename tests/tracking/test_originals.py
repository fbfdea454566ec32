"""A draft shows the original where a translation is behind in what matters, and says how far a page is behind."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from handbook import pipeline
from handbook.checks import Mode
from handbook.register.behind import behind_on
from handbook.register.handbook import Handbook
from handbook.register.originals import with_originals
from handbook.register.selection import Selection
from handbook.render.html.page_text import text_of
from handbook.render.html.template_context import page_view
from project import ROOT, TODAY, check, load, make, put, record_all, sign_pages

PAGE = "recovery/day-by-day.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = make(tmp_path)
    for code in ("en", "ms", "ru"):
        file = project / f"docs/{code}/{PAGE}"
        put(file, file.read_text(encoding="utf-8") + "\n![](signs:today)\n\n![](passage:more)\n")
        put(project / f"docs/{code}/passages/more.md", "Rest well.\n" if code == "en" else f"Rehat {code}.\n")
    record_all(project)
    return project


def read(folder: Path) -> Handbook:
    handbook, _ = load(folder)
    assert handbook is not None
    return handbook


def shown(handbook: Handbook, path: str = PAGE, code: str = "ms") -> str:
    page = with_originals(handbook).page(path, code)
    assert page is not None
    return re.sub(r"<sup.*?</sup>", "", text_of(page, with_originals(handbook)).body.partition("hb-notes")[0])


def change(folder: Path, code: str, old: str, new: str, page: str = PAGE) -> None:
    file = folder / "docs" / code / page
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(file, text.replace(old, new))


def test_nothing_is_changed_where_all_is_current(folder: Path) -> None:
    handbook = read(folder)
    assert with_originals(handbook) is handbook


def test_a_warning_a_row_and_a_sign_are_shown_in_the_originals_words(folder: Path) -> None:
    change(folder, "en", "if you cannot breathe", "if you can hardly breathe")
    change(folder, "en", "wash for the first time after", "never wash before")
    put(folder / "docs/data/signs/en.yml", "skin that burns → skin that stings", "edited")
    text = shown(read(folder))
    assert '<p><span lang="en">Call ' in text
    assert " if you can hardly breathe.</span></p>" in text
    assert '<th scope="row"><span lang="en">never wash before 24 hours</span></th>' in text
    assert '<li><span lang="en">skin that stings</span></li>' in text
    assert "sesak nafas" not in text
    assert "Telefon hari ini" in text


def test_a_heading_and_mere_wording_stay_in_the_readers_language(folder: Path) -> None:
    change(folder, "en", "## Day 2 to 4", "## Never day 2 to 5")
    put(folder / "docs/en/passages/more.md", "Rest very well.\n")
    assert "lang=" not in shown(read(folder))


def test_a_missing_paragraph_that_matters_stands_with_its_neighbour(folder: Path) -> None:
    put(folder / "docs/en/passages/more.md", "Never smoke.\n\nRest well.\n\nDo not drink.\n\nMerely words.\n")
    text = shown(read(folder))
    english = (f'<span lang="en">{words}</span>' for words in ("Never smoke.", "Do not drink."))
    assert "<p>" + "<br><br>Rehat ms.<br><br>".join(english) + "</p>" in text


def test_of_a_split_paragraph_the_original_stands_there_once(folder: Path) -> None:
    put(folder / "docs/ms/passages/more.md", "Rehat.\n\nTidur.\n")
    record_all(folder)
    put(folder / "docs/en/passages/more.md", "Never rest well.\n")
    text = shown(read(folder))
    assert '<p><span lang="en">Never rest well.</span></p>' in text
    assert "Rehat" not in text
    assert "Tidur" not in text
    assert "<p></p>" not in text


def test_a_page_behind_says_since_when_and_leads_to_the_section(folder: Path) -> None:
    handbook = read(folder)
    page = handbook.page("index.md", "ms")
    assert page is not None
    assert page_view(page, "", handbook).behind is None
    change(folder, "en", "# Healing", "# Healing well", "index.md")
    handbook = read(folder)
    page = handbook.page("index.md", "ms")
    assert page is not None
    view = page_view(page, "", handbook).behind
    assert view is not None
    assert (view.path, view.language) == ("index.html#healing", "en")
    assert view.text == handbook.language("ms").word("site.behind.wording", date="20 November 2026")
    original = handbook.page("index.md", "en")
    assert original is not None
    assert behind_on(original, handbook) is None


def test_a_page_behind_by_its_passage_says_so_too(folder: Path) -> None:
    put(folder / "docs/en/passages/more.md", "Never rest well.\n")
    handbook = read(folder)
    page = handbook.page(PAGE, "ms")
    assert page is not None
    view = page_view(page, "", handbook).behind
    assert view is not None
    assert view.path == f"{PAGE.replace('.md', '.html')}"
    assert view.text == handbook.language("ms").word("site.behind.originals", date="20 November 2026")


def test_a_draft_is_built_with_the_originals_on_the_site_and_in_print(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    change(folder, "en", "if you cannot breathe", "if you can hardly breathe")
    change(folder, "en", "# Healing", "# Healing well", "index.md")
    out = tmp_path / "site"
    problems = pipeline.build(pipeline.Request(folder, TODAY, Mode.DRAFT, Selection(("ms",))), out, lambda step: None)
    assert [problem for problem in problems if problem.is_error] == []
    page = (out / PAGE.replace(".md", ".html")).read_text(encoding="utf-8")
    assert 'if you can hardly breathe.</span>' in page
    assert 'class="hb-behind"' in page
    assert "hreflang" not in page.partition('class="hb-behind"')[2].partition("</div>")[0]
    pdf = pypdfium2.PdfDocument(out / "print" / "handbook-ms-a4.pdf")
    words = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "if you can hardly breathe" in words
    assert "Susunan kata halaman bahasa Inggeris telah diubah" in words
    assert "bahasa Inggeris lebih baharu" in words


def test_a_release_is_refused_instead(folder: Path) -> None:
    put(folder / "docs/data/signs/en.yml", "skin that burns → skin that stings", "edited")
    change(folder, "en", "# Healing", "# Healing well", "index.md")
    sign_pages(folder)
    told = {(it.check, it.location.path, it.is_error) for it in check(folder, Mode.RELEASE) if "outdated" in it.check}
    assert told == {
        ("outdated-translation", f"docs/{path}", error)
        for code in ("ms", "ru")
        for path, error in ((f"data/signs/{code}.yml", True), (f"{code}/index.md", False))
    }
    assert not any(it.is_error for it in check(folder) if it.check == "outdated-translation")
