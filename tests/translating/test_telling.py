"""`handbook translate status`, `diff` and `start`: what a translator is told, and begins with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.cli import main
from project import check, put, translate
from translating.recorded import LEDGER, PAGE


def test_the_status_is_a_table_of_pages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"docs/ru/{PAGE}").unlink()
    put(folder / "docs/en/index.md", "Crusts last → These crusts last", "edited")
    put(folder / "docs/ms/recovery/day-by-day.md", "# Hari demi hari → # Setiap hari", "edited")
    assert translate(folder, "status") == 0
    assert capsys.readouterr().out == f"""\
Bahasa Melayu
  index.md                current: 1, wording behind: 1; to be read by somebody else: 1
  {PAGE}  current: 5, not yet recorded: 1; to be read by somebody else: 4
  _signs                  current: 3; to be read by somebody else: 3
  3 pages  current: 9, wording behind: 1, not yet recorded: 1; to be read by somebody else: 8
Русский
  index.md  current: 1, wording behind: 1; to be read by somebody else: 1
  _signs    current: 3; to be read by somebody else: 3
  2 pages  current: 4, wording behind: 1; to be read by somebody else: 4
  1 page not translated: {PAGE}
"""
    assert translate(folder, "status", "docs/data/signs/ru.yml") == 0
    assert capsys.readouterr().out == (
        "Русский\n  _signs  current: 3; to be read by somebody else: 3\n"
        "  1 page  current: 3; to be read by somebody else: 3\n"
    )


def test_a_translator_is_told_in_the_language_of_the_pages(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / "docs/en/index.md", "Crusts last → These crusts last", "edited")
    assert main(["translate", "status", "ru", "--root", str(folder), "--today", "2026-12-01"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        "  index.md                соответствует оригиналу: 1, в оригинале изменилась формулировка: 1; "
        "должен прочитать кто-то другой: 1"
    )
    assert translate(folder, "diff", "ms/index.md", "--for", "ms") == 0
    first = "docs/ms/index.md:3: perkataan asal sudah berubah, diterjemah pada 2026-11-20 (ms/index.md#healing/1)"
    assert capsys.readouterr().out.splitlines()[0] == first
    put(folder / "docs/ms/index.md", "3 hingga 7 → 3 hingga 8", "edited")
    assert translate(folder, "done", "ms/index.md", "--for", "ms") == 1
    told = capsys.readouterr().err
    assert "  yang perlu dibuat: " in told
    assert told.endswith("\n1 ralat\n")
    assert translate(folder, "done", "ru/indx.md", "--for", "ru") == 1
    wrong = "handbook: нет страницы indx.md на языке ru: возможно, вы имели в виду index.md?\n"
    assert capsys.readouterr().err == wrong


def test_the_status_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"docs/ru/{PAGE}").unlink()
    put(folder / "docs/en/index.md", "Crusts last → These crusts last", "edited")
    assert translate(folder, "status", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["source"] == "en"
    pages = {(page["language"], page["page"]): page for page in told["pages"]}
    assert pages["ru", PAGE] == {"language": "ru", "page": PAGE, "blocks": []}
    page = pages["ms", "index.md"]
    assert (page["ledger"], page["states"], page["unread"]) == (LEDGER, {"current": 1, "wording behind": 1}, 1)
    translated = {"by": "translator", "date": "2026-11-20"}
    assert page["blocks"] == [
        {"id": "healing", "state": "current", "line": 1, "translated": translated, "checked": None, "unread": False},
        {"id": "healing/1", "state": "wording behind", "line": 3, "translated": translated, "checked": None,
         "unread": True},
    ]  # fmt: skip


def test_a_change_is_told_word_by_word_beside_the_translation(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate(folder, "diff") == 0
    assert capsys.readouterr().out == "Nothing has changed in the original since it was recorded.\n"
    put(folder / "docs/en/index.md", "Crusts last [3 to 7 days](fact:crusts-last). → Crusts do not stay.", "edited")
    assert translate(folder, "diff", "ms/index.md") == 0
    assert capsys.readouterr().out == """\
docs/ms/index.md:3: fact behind, translated on 2026-11-20 (ms/index.md#healing/1)
  English: Crusts [-last [3 to 7 days](fact:crusts-last).-] {+do not stay.+}
  Bahasa Melayu: Keruping kekal [3 hingga 7 hari](fact:crusts-last).
"""


def test_a_page_is_begun_and_what_is_left_of_the_beginning_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / f"docs/ms/{PAGE}"
    file.unlink()
    assert translate(folder, "start", f"ms/{PAGE}") == 0
    assert capsys.readouterr().out == f"Wrote docs/ms/{PAGE}: write over each <!-- comment -->, then: make check\n"
    assert file.read_text(encoding="utf-8") == """\
# <!-- Day by day --> {#day-by-day}

!!! call-now "<!-- Call an ambulance -->"
    <!-- Call [](clinic:emergency) if you cannot breathe. -->

## <!-- Day 2 to 4 --> {#day-2-4}

| <!-- You may --> | <!-- You must not --> |
|---|---|
| <!-- wash for the first time after [](fact:first-wash) --> | <!-- [pick](fact:no-picking) --> |
"""
    told = [it for it in check(folder) if it.check == "raw-html"]
    assert len(told) == 8
    assert {it.hint for it in told} == {"write the translation in its place, or take the comment out"}
    assert {it.check for it in check(folder) if it.is_error} >= {"raw-html"}
    assert "different-structure" not in {it.check for it in check(folder)}
    assert translate(folder, "done", f"ms/{PAGE}") == 1
    assert translate(folder, "start", f"ms/{PAGE}") == 1
