"""`handbook translate` as a translator and a maintainer meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook.checks import Mode
from handbook.cli import main
from handbook.tracking.ledger import ledger_path, write_ledger
from project import check, load, make, put, record_all, states, translate

PAGE = "recovery/day-by-day.md"
LEDGER = "docs/data/translations/ms/index.yml"
READER = "second reader, not the translator; no clinician"
REVIEW = f"""\
- page: {{page}}
  language: ms
  date: {{day}}
  reader: "{READER}"
  result: It says what the original says.
  changed: []
"""


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    project = make(tmp_path)
    record_all(project)
    capsys.readouterr()
    return project


def review(folder: Path, day: str, page: str = "index.md") -> None:
    file = folder / "docs/data/editorial-reviews.yml"
    put(file, file.read_text(encoding="utf-8") + REVIEW.format(page=page, day=day))


def text_of(folder: Path, path: str = LEDGER) -> str:
    return (folder / path).read_text(encoding="utf-8")


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


def test_a_reading_that_was_typed_is_refused(folder: Path) -> None:
    checked = "  checked: {by: somebody, date: 2026-11-22}\n  original: |\n    Crusts"
    put(folder / LEDGER, text_of(folder).replace("  original: |\n    Crusts", checked))
    assert [(it.check, it.message) for it in check(folder)] == [
        ("unbacked-reading", "healing/1 was read on 2026-11-22 by “somebody”, and no such reading is recorded")
    ]
