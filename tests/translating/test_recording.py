"""`handbook translate done` writes down what was translated, by whom and when, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.tracking.ledger import ledger_path, write_ledger
from project import load, make, put, record_all, states, translate
from translating.recorded import PAGE, review, text_of


def test_what_is_written_names_roles_and_days_and_nobody(tmp_path: Path) -> None:
    folder = make(tmp_path)
    assert translate(folder, "done", "ms/index.md", "--by", "machine", "--on", "2026-11-20") == 0
    assert text_of(folder) == """\
# yaml-language-server: $schema=../../schemas/translations.json
# Of which original each block of this page was made. `handbook translate` writes this file: do not edit it.
page: index.md
blocks:
- id: healing
  source: 46924a3fa303
  target: a27597f84d5c
  translated: {by: machine, date: 2026-11-20}
  original: |
    # Healing
- id: healing/1
  source: e2268cc2771e
  target: befbbbbdaf94
  translated: {by: machine, date: 2026-11-20}
  original: |
    Crusts last [3 to 7 days](fact:crusts-last).
"""
    with pytest.raises(SystemExit):
        translate(folder, "done", "ms/index.md", "--by", "Aminah Rahman")


def test_blocks_are_written_by_heading_and_number(folder: Path) -> None:
    handbook, _ = load(folder)
    assert handbook is not None
    entries = handbook.ledgers["ms", PAGE].entries
    written = text_of(folder, f"docs/data/{ledger_path('ms', PAGE)}")
    assert write_ledger(PAGE, "ms", reversed(entries)) == written


def test_recording_twice_changes_nothing(folder: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in (folder / "docs/data/translations").rglob("*.yml")}
    record_all(folder, "--by", "clinician")
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_only_what_was_translated_is_recorded_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text_of(folder)
    put(folder / "docs/ms/index.md", "kekal → tahan", "edited")
    assert translate(folder, "done", "docs/ms/index.md") == 0
    assert capsys.readouterr().out == "ms/index.md: 1 recorded, 2 in all.\n"
    changed = [line for line in text_of(folder).splitlines() if line not in before.splitlines()]
    assert [line.partition(":")[0].strip() for line in changed] == ["target", "translated"]
    assert changed[1].endswith("{by: translator, date: 2026-12-01}")
    assert states(folder) == {}


def test_a_bump_without_a_new_translation_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text_of(folder)
    put(folder / "docs/en/index.md", "Crusts last → These crusts last", "edited")
    assert translate(folder, "done", "ms/index.md") == 1
    assert capsys.readouterr().err == (
        "handbook: ms/index.md: the original of healing/1 has changed and the translation has not: "
        'translate the change, or say why it can stay: --unchanged "…"\n'
    )
    assert text_of(folder) == before
    assert states(folder) != {}


def test_a_reason_is_kept_and_the_block_is_to_be_read_again(folder: Path) -> None:
    review(folder, "2026-11-21")
    assert translate(folder, "checked", "ms/index.md") == 0
    put(folder / "docs/en/index.md", "Crusts last → These crusts last", "edited")
    assert translate(folder, "done", "ms/index.md", "--unchanged", "the same in Malay") == 0
    assert states(folder) == {}
    entry = text_of(folder).partition("id: healing/1")[2]
    assert "unchanged: the same in Malay\n" in entry
    assert "These crusts last" in entry
    assert "checked" not in entry


def test_a_block_can_be_named_alone(folder: Path) -> None:
    put(folder / "docs/ms/index.md", "# Sembuh {#healing}\n\nKeruping tahan [3 hingga 7 hari](fact:crusts-last).\n")
    assert translate(folder, "done", "ms/index.md#healing") == 0
    assert states(folder) == {"index.md#healing/1": "not yet recorded"}
    assert "Crusts last" in text_of(folder)


def test_a_page_with_errors_is_not_recorded(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = text_of(folder)
    put(folder / "docs/ms/index.md", "3 hingga 7 → 3 hingga 8", "edited")
    assert translate(folder, "done", "ms/index.md") == 1
    assert "error[wrong-number]" in capsys.readouterr().err
    assert text_of(folder) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["done", "ms/indx.md"], "there is no page indx.md in ms: did you mean index.md?"),
        (["done", "mss/index.md"], "mss is no language that is translated into: did you mean ms?"),
        (["done", "en/index.md"], "en is no language that is translated into: known are ms, ru"),
        (["done", "ms"], "name the pages, such as ms/index.md"),
        (["done", "ms/index.md#healing/2"], "ms/index.md has no block healing/2: did you mean healing/1?"),
        (["done", "ms/index.md", "--on", "2026-12-02"],
         "2026-12-02 is still to come: write the day of the translation"),
        (["checked", "ms/index.md"],
         "nobody has recorded a reading of ms/index.md: add it to docs/data/editorial-reviews.yml"),
        (["start", "ms/new.md"], "there is no docs/en/new.md to translate"),
        (["start", "de/index.md"], "de is no language that is translated into: known are ms, ru"),
        (["status", "de"], "de is no language that is translated into: known are ms, ru"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused(
    folder: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate(folder, *arguments) == 1
    assert capsys.readouterr() == ("", f"handbook: {told}\n")
