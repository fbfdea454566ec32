"""`handbook translate checked` takes over the readings by somebody else, which a release asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import Mode
from project import check, make, put, record_all, translate
from translating.recorded import LEDGER, PAGE, READER, review, text_of


def test_a_reading_is_taken_over_for_what_was_translated_before_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review(folder, "2026-11-21")
    assert translate(folder, "checked", "ms/index.md") == 0
    assert capsys.readouterr().out == f"ms/index.md: 2 of 2 blocks read by {READER}, 2026-11-21.\n"
    assert text_of(folder).count("checked: {by: second reader, ") == 0
    assert text_of(folder).count(f"checked: {{by: '{READER}', date: 2026-11-21}}") == 2
    put(folder / "docs/ms/index.md", "kekal → tahan", "edited")
    assert translate(folder, "done", "ms/index.md") == 0
    assert translate(folder, "checked", "ms/index.md") == 0
    assert text_of(folder).count("checked:") == 1
    assert capsys.readouterr().out.endswith("2026-11-21. Still to be read: healing/1.\n")


def test_a_reading_of_the_day_of_a_translation_counts_once(folder: Path) -> None:
    review(folder, "2026-11-20")
    assert translate(folder, "checked", "ms/index.md") == 0
    assert text_of(folder).count("checked:") == 2
    put(folder / "docs/ms/index.md", "kekal → tahan", "edited")
    assert translate(folder, "done", "ms/index.md", "--on", "2026-11-20") == 0
    assert translate(folder, "checked", "ms/index.md") == 0
    assert text_of(folder).count("checked:") == 1


def test_of_two_readings_on_one_day_the_last_recorded_counts(folder: Path) -> None:
    review(folder, "2026-11-20")
    assert translate(folder, "checked", "ms/index.md") == 0
    put(folder / "docs/ms/index.md", "kekal → tahan", "edited")
    assert translate(folder, "done", "ms/index.md", "--on", "2026-11-20") == 0
    review(folder, "2026-11-20")
    file = folder / "docs/data/editorial-reviews.yml"
    first, _, last = file.read_text(encoding="utf-8").rpartition(READER)
    put(file, f"{first}reader of the change{last}")
    assert translate(folder, "checked", "ms/index.md") == 0
    assert text_of(folder).count(f"checked: {{by: '{READER}', date: 2026-11-20}}") == 1
    assert text_of(folder).count("checked: {by: reader of the change, date: 2026-11-20}") == 1


def test_a_passage_and_the_words_of_signs_can_be_read_too(tmp_path: Path) -> None:
    folder = make(tmp_path)
    for code in ("en", "ms", "ru"):
        put(folder / f"docs/{code}/passages/more.md", "Rest.\n" if code == "en" else "Café.\n")
    record_all(folder)
    for page in ("passages/more.md", "_signs"):
        review(folder, "2026-11-21", page)
        assert translate(folder, "checked", f"ms/{page}") == 0
    assert text_of(folder, "docs/data/translations/ms/_signs.yml").count("checked:") == 3
    assert "missing-editorial-review" not in {it.check for it in check(folder) if "editorial" in it.location.path}


def test_only_a_page_that_somebody_else_has_read_can_be_released(folder: Path) -> None:
    def unread() -> set[str]:
        return {it.location.path for it in check(folder, Mode.RELEASE) if it.check == "unread-translation"}

    pages = {f"docs/{code}/{page}" for code in ("ms", "ru") for page in ("index.md", PAGE)}
    assert unread() == pages | {f"docs/data/signs/{code}.yml" for code in ("ms", "ru")}
    review(folder, "2026-11-21")
    assert translate(folder, "checked", "ms/index.md") == 0
    assert "docs/ms/index.md" not in unread()
    put(folder / "docs/ms/index.md", "kekal → tahan", "edited")
    assert "docs/ms/index.md" in unread()
    assert translate(folder, "done", "ms/index.md") == 0
    assert "docs/ms/index.md" in unread()


def test_a_reading_that_was_typed_is_refused(folder: Path) -> None:
    checked = "  checked: {by: somebody, date: 2026-11-22}\n  original: |\n    Crusts"
    put(folder / LEDGER, text_of(folder).replace("  original: |\n    Crusts", checked))
    assert [(it.check, it.message) for it in check(folder)] == [
        ("unbacked-reading", "healing/1 was read on 2026-11-22 by “somebody”, and no such reading is recorded")
    ]
