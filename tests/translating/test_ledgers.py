"""What is told of the ledgers themselves: of those that are missing, that have moved, that no tool has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import Mode
from project import check, load, make, put, states, translate
from translating.recorded import LEDGER, PAGE, review, text_of


def test_the_ledger_of_a_page_that_has_moved_goes_with_it(folder: Path) -> None:
    nav = folder / "mkdocs.yml"
    put(nav, nav.read_text(encoding="utf-8").replace(PAGE, "recovery/days.md"))
    for code in ("en", "ms", "ru"):
        (folder / f"docs/{code}/{PAGE}").rename(folder / f"docs/{code}/recovery/days.md")
    review(folder, "2026-11-20", "recovery/days.md")
    old = folder / "docs/data/translations/ms/recovery/day-by-day.yml"
    assert states(folder) == {}
    assert {it.location.path for it in check(folder) if it.check == "orphaned-translation"} == {
        f"docs/data/translations/{code}/recovery/day-by-day.yml" for code in ("ms", "ru")
    }
    before = old.read_text(encoding="utf-8")
    assert translate(folder, "done", "ms/index.md") == 0
    assert old.exists()
    assert translate(folder, "done", "ms/recovery/days.md") == 0
    assert not old.exists()
    assert text_of(folder, "docs/data/translations/ms/recovery/days.yml") == before.replace(PAGE, "recovery/days.md")


def test_a_handbook_without_ledgers_is_told_so_by_a_build_only(tmp_path: Path) -> None:
    folder = make(tmp_path)
    told = [it.check for it in check(folder, Mode.DRAFT)]
    assert told == ["untracked-translation"] * 2
    assert check(folder) == []


def test_requests_from_a_browser_are_told_in_one_line(folder: Path) -> None:
    put(folder / "docs/ms/index.md", "# Sembuh {#healing}\n\nKeruping tahan [3 hingga 7 hari](fact:crusts-last).\n")
    assert [(it.check, it.message, it.hint, it.is_error) for it in check(folder)] == [
        ("unrecorded-translation", "2 blocks are not yet recorded as translated into Bahasa Melayu",
         "handbook translate done ms/index.md", False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Crusts last", "Crusts stay", "source and original of healing/1 do not belong together"),
        ("id: healing/1", "id: healing", "healing stands here for the second time"),
        ("page: index.md", "page: other.md", "the ledger is of another page, other.md"),
        ("by: translator, date: 2026-11-20}\n  original: |\n    Crusts",
         "by: Aminah, date: 2026-11-20}\n  original: |\n    Crusts",
         "by is 'Aminah', which is none of translator, clinician, machine"),
        ("  translated: {by: translator, date: 2026-11-20}\n  original: |\n    Crusts", "  original: |\n    Crusts",
         "who has translated the block, and when, is missing"),
    ],
)  # fmt: skip
def test_what_no_tool_has_written_is_told(folder: Path, old: str, new: str, message: str) -> None:
    text = text_of(folder)
    assert text.count(old) == 1
    put(folder / LEDGER, text.replace(old, new))
    _, problems = load(folder)
    assert message in [problem.message for problem in problems]
