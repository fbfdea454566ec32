"""A page that nobody has translated yet: its original stands in for it, and says so."""

from __future__ import annotations

from pathlib import Path

from handbook.register.handbook import Handbook
from handbook.render.citations import words_of
from project import load, make

PATH = "recovery/day-by-day.md"


def without_malay(root: Path) -> Handbook:
    """Return the base project, one of whose pages is not in Malay."""
    folder = make(root)
    (folder / "docs/ms" / PATH).unlink()
    handbook, problems = load(folder)
    assert handbook is not None
    assert problems == []
    return handbook


def test_the_readers_of_a_language_get_every_page_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    handbook = without_malay(tmp_path)
    assert {
        code: [(page.path, page.language, page.text_language, page.section) for page in handbook.pages_in(code)]
        for code in handbook.project.codes
    } == {
        "en": [("index.md", "en", "en", ""), (PATH, "en", "en", "Recovery")],
        "ms": [("index.md", "ms", "ms", ""), (PATH, "ms", "en", "Pemulihan")],
        "ru": [("index.md", "ru", "ru", ""), (PATH, "ru", "ru", "Восстановление")],
    }


def test_only_what_is_written_counts_as_a_page(tmp_path: Path) -> None:
    handbook = without_malay(tmp_path)
    assert [page.document.path for page in handbook.pages] == [
        "docs/en/index.md", f"docs/en/{PATH}", "docs/ms/index.md", "docs/ru/index.md", f"docs/ru/{PATH}",
    ]  # fmt: skip


def test_an_original_is_read_once_for_all_languages(tmp_path: Path) -> None:
    handbook = without_malay(tmp_path)
    original, fallback = handbook.page(PATH, "en"), handbook.page(PATH, "ms")
    assert original is not None
    assert fallback is not None
    assert fallback.document is original.document
    assert (original.is_fallback, fallback.is_fallback) == (False, True)


def test_what_is_filled_into_an_original_is_in_its_language(tmp_path: Path) -> None:
    handbook = without_malay(tmp_path)
    page = handbook.page(PATH, "ms")
    assert page is not None
    filled = {r.target: words_of(r, page, handbook).text for r in page.document.references if not r.words}
    assert filled == {"emergency": "999 in Malaysia, 103 or 112 in Russia", "first-wash": "24 hours"}


def test_a_signature_under_the_original_is_none_under_the_translation(tmp_path: Path) -> None:
    handbook = without_malay(tmp_path / "unsigned")
    digest = next(page.digest for page in handbook.pages if page.document.path == f"docs/en/{PATH}")
    signature = f"{{page: {PATH}, language: en, name: A B, role: doctor, date: 2026-11-19, digest: {digest}}}"
    folder = make(tmp_path / "signed", {"docs/data/our-clinic.yml": f"example: true\nsignatures: [{signature}]\n"})
    (folder / "docs/ms" / PATH).unlink()
    signed, _ = load(folder)
    assert signed is not None
    assert [page.signature is not None for page in (signed.page(PATH, "en"), signed.page(PATH, "ms")) if page] == [
        True,
        False,
    ]
