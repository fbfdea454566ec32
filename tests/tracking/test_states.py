"""A block is judged by its words on both sides: what changes a verdict, and what does not."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from project import check, load, make, make_second, put, record_all, states, translate

PAGE = "recovery/day-by-day.md"
ENGLISH = """\
# Café {#healing}

Crusts last [3 to 7 days](fact:crusts-last). Read **what is normal** on
[the page](recovery/day-by-day.md#day-2-4).

Wash gently.

- Pat dry.
- Use a towel.
"""
MALAY = """\
# Kafe {#healing}

Keruping kekal [3 hingga 7 hari](fact:crusts-last). Baca **apa yang biasa** di
[halaman itu](recovery/day-by-day.md#day-2-4).

Basuh perlahan-lahan.

- Tepuk kering.
- Guna tuala.
"""
RUSSIAN = """\
# Кафе {#healing}

Корочки держатся [3–7 дней](fact:crusts-last). Прочтите, **что бывает**, на
[той странице](recovery/day-by-day.md#day-2-4).

Умывайтесь бережно.

- Промокните кожу.
- Возьмите полотенце.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with both pages of Malay recorded."""
    project = make(tmp_path, {"docs/en/index.md": ENGLISH, "docs/ms/index.md": MALAY})
    put(project / "docs/ru/index.md", RUSSIAN)
    record_all(project)
    assert states(project) == {}
    return project


def change(folder: Path, code: str, old: str, new: str, page: str = "index.md") -> None:
    file = folder / "docs" / code / page
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    put(file, text.replace(old, new))


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0", 4).replace("#\u00a0", "# "),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFC", text),
        lambda text: text.replace("on\n", "on ").replace("di\n", "di "),
        lambda text: text.replace("last ", "last\n").replace("kekal ", "kekal\n"),
    ],
    ids=["CRLF", "no-break spaces", "NFD", "NFC", "one line", "other lines"],
)
def test_how_words_are_typed_does_not_matter(folder: Path, typed: object) -> None:
    assert callable(typed)
    for code, text in (("en", ENGLISH), ("ms", MALAY)):
        (folder / f"docs/{code}/index.md").write_bytes(typed(text).encode())
    assert states(folder) == {}


def test_a_change_of_a_fact_blocks_exactly_the_blocks_that_use_it_in_every_language(folder: Path) -> None:
    facts = folder / "docs/data/facts/recovery.yml"
    text = facts.read_text(encoding="utf-8")
    assert "high: 7" in text
    put(facts, text.replace("high: 7", "high: 9"))
    told = {(it.location.path, it.location.line) for it in check(folder) if it.check == "wrong-number"}
    assert told == {(f"docs/{code}/index.md", 3) for code in ("en", "ms", "ru")}
    change(folder, "en", "3 to 7 days", "3 to 9 days")
    assert states(folder) == states(folder, "ru") == {"index.md#healing/1": "fact behind"}


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("Wash gently.", "Wash your face gently.", "wording behind"),
        ("Wash gently.", "Never wash.", "fact behind"),
        ("Wash gently.", "Wash 2 times.", "fact behind"),
        ("Wash gently.", "Wash gently, [3 to 7 days](fact:crusts-last).", "fact behind"),
        ("Wash gently.", "Wash [gently](clinic:phone).", "wording behind"),
    ],
)
def test_a_change_in_what_matters_is_told_from_one_of_the_wording(
    folder: Path, old: str, new: str, state: str
) -> None:
    change(folder, "en", old, new)
    assert states(folder) == {"index.md#healing/2": state}


def test_a_change_of_a_warning_is_one_of_a_fact(folder: Path) -> None:
    change(folder, "en", "if you cannot breathe", "if you cannot breathe freely", PAGE)
    put(folder / "docs/data/signs/en.yml", "skin that burns → skin that stings", "edited")
    assert states(folder) == {
        f"{PAGE}#day-by-day/2": "fact behind",
        "_signs#signs/signs/burn/sign/1": "fact behind",
    }


@pytest.mark.parametrize(("before", "after"), [("note", "call-today"), ("call-today", "note")])
def test_a_box_that_warns_more_or_less_is_one_of_a_fact(folder: Path, before: str, after: str) -> None:
    for code in ("en", "ms", "ru"):
        put(folder / f"docs/{code}/index.md", f'# T {{#healing}}\n\n!!! {before} "T"\n    Café.\n')
    record_all(folder)
    change(folder, "en", before, after)
    assert states(folder)["index.md#healing/1"] == "fact behind"


def test_moved_blocks_carry_over_within_a_page(folder: Path) -> None:
    for code, washing in (("en", "Wash gently.\n\n"), ("ms", "Basuh perlahan-lahan.\n\n")):
        change(folder, code, washing, "")
        text = (folder / f"docs/{code}/index.md").read_text(encoding="utf-8")
        put(folder / f"docs/{code}/index.md", f"{text}\n## New {{#new}}\n\n{washing}")
    assert states(folder) == {"index.md#new": "not yet recorded"}


def test_moved_blocks_carry_over_to_another_page(folder: Path) -> None:
    for code in ("en", "ms"):
        file = folder / f"docs/{code}/index.md"
        moved = file.read_text(encoding="utf-8").partition("\n\n")[2].replace("](recovery/", "](../recovery/")
        page = folder / f"docs/{code}/{PAGE}"
        put(page, page.read_text(encoding="utf-8") + f"\n## More {{#more}}\n\n{moved}")
        put(file, file.read_text(encoding="utf-8").partition("\n\n")[0] + "\n")
    assert states(folder) == {f"{PAGE}#more": "not yet recorded"}


def test_a_split_paragraph_marks_that_block_only(folder: Path) -> None:
    change(folder, "en", ". Read", ".\n\nRead")
    assert states(folder) == {"index.md#healing/1": "missing", "index.md#healing/2": "fact behind"}


def test_a_translation_may_split_and_join_paragraphs(folder: Path) -> None:
    change(folder, "ms", ". Baca", ".\n\nBaca")
    assert states(folder) == {"index.md#healing/1": "not yet recorded"}
    assert translate(folder, "done", "ms/index.md") == 0
    assert states(folder) == {}
    change(folder, "en", "Wash gently.", "Wash very gently.")
    assert states(folder) == {"index.md#healing/2": "wording behind"}
    change(folder, "ms", "Baca", "Bacalah")
    assert states(folder) == {"index.md#healing/1": "not yet recorded", "index.md#healing/2": "wording behind"}


def test_a_new_paragraph_is_missing_and_the_blocks_below_it_stay(folder: Path) -> None:
    change(folder, "en", "Wash gently.", "Take your time.\n\nWash gently.")
    assert states(folder) == {"index.md#healing/2": "missing"}


def test_a_changed_block_is_known_below_a_new_one(folder: Path) -> None:
    change(folder, "en", "Wash gently.", "Take your time.\n\nWash your face gently.")
    assert states(folder) == {"index.md#healing/2": "missing", "index.md#healing/3": "wording behind"}


def test_a_block_whose_original_is_gone_is_an_orphan(folder: Path) -> None:
    change(folder, "en", "Wash gently.\n\n", "")
    assert states(folder) == {"index.md#healing/2": "orphan"}
    assert [it.check for it in check(folder) if it.is_error and "/ms/" in it.location.path] == ["orphaned-translation"]
    change(folder, "ms", "Basuh perlahan-lahan.\n\n", "")
    assert states(folder) == {}


def test_a_block_that_was_never_recorded_and_has_no_original_is_an_orphan_too(folder: Path) -> None:
    change(folder, "ms", "Basuh perlahan-lahan.", "Basuh perlahan-lahan.\n\nSabun.")
    assert states(folder) == {"index.md#healing/3": "orphan"}


def test_a_corrected_translation_is_to_be_recorded(folder: Path) -> None:
    change(folder, "ms", "Guna tuala.", "Guna tuala bersih.")
    assert states(folder) == {"index.md#healing/4": "not yet recorded"}
    change(folder, "en", "Use a towel.", "Use a clean towel.")
    assert states(folder) == {"index.md#healing/4": "not yet recorded"}


def test_the_same_words_in_two_rows_are_two_blocks(folder: Path) -> None:
    for code in ("en", "ms", "ru"):
        put(folder / f"docs/{code}/index.md", "# T {#t}\n\n| a | b |\n|---|---|\n| x | y |\n| x | y |\n")
    record_all(folder)
    assert states(folder) == {}
    change(folder, "ms", "| x | y |\n| x | y |", "| x | y |\n| x | z |")
    assert states(folder) == {"index.md#t/3": "not yet recorded"}


def test_a_copy_of_the_files_without_git_says_the_same(folder: Path, tmp_path: Path) -> None:
    change(folder, "en", "Wash gently.", "Wash your face gently.")
    shutil.copytree(folder, tmp_path / "copy")
    assert states(tmp_path / "copy") == {"index.md#healing/2": "wording behind"}


def test_a_clone_without_history_says_the_same(folder: Path, tmp_path: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    change(folder, "en", "Wash gently.", "Wash your face gently.")
    commit(folder)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{folder}", "clone")
    assert states(tmp_path / "clone") == {"index.md#healing/2": "wording behind"}


def test_requests_of_two_translators_give_the_same_ledger_in_either_order(folder: Path, tmp_path: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    for name, old, new in (("one", "Kafe", "Kedai kopi"), ("two", "Guna tuala.", "Guna tuala bersih.")):
        git(folder, "switch", "-q", "-c", name, "main")
        change(folder, "ms", old, new)
        assert translate(folder, "done", "ms/index.md", "ms/recovery/day-by-day.md") == 0
        commit(folder)
    ledgers = []
    for first, second in (("one", "two"), ("two", "one")):
        git(folder, "switch", "-q", "-c", f"{first}-{second}", "main")
        git(folder, "merge", "-q", "--no-edit", first)
        git(folder, "merge", "-q", "--no-edit", second)
        assert states(folder) == {}
        ledgers.append((folder / "docs/data/translations/ms/index.yml").read_bytes())
    assert ledgers[0] == ledgers[1]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "core.autocrlf=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")


def test_the_second_handbook_is_tracked_as_well(tmp_path: Path) -> None:
    project = make_second(tmp_path / "second")
    record_all(project)
    handbook, problems = load(project)
    assert handbook is not None
    assert problems == []
    assert handbook.tracked == {"fa"}
    assert states(project, "fa") == {}
