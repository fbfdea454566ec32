"""What a translator reads, letter by letter, in the terminal and under a request."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.reporting.comment import LONGEST, MARK, as_comment
from project import ROOT, make, put, record_all

ENGLISH = """\
# Healing {#healing}

Crusts last [3 to 7 days](fact:crusts-last).

Use sunscreen.
"""
MALAY = """\
# Penyembuhan {#healing}

Keruping kekal [3 hingga 7 hari](fact:crusts-last).

Guna pelindung matahari.
"""
RUSSIAN = """\
# Заживление {#healing}

Корочки держатся [от 3 до 7 дней](fact:crusts-last).

Пользуйтесь солнцезащитным кремом.
"""
WRONG = "Keruping kekal [3 hingga 10 hari](fact:crusts-last)."
IN_MALAY = """\
Bahasa Melayu: 1 perkara mesti dibetulkan, 1 blok teks asal telah berubah

== Ini mesti dibetulkan ==

docs/ms/index.md:3:17 [wrong-number]
  Ini menyebut 3 hingga 10 hari, tetapi crusts-last ialah 3 hingga 7 hari
  Teks asal (docs/en/index.md:3):
         Crusts last [3 to 7 days](fact:crusts-last).
  Teks anda:
     3 | Keruping kekal [3 hingga 10 hari](fact:crusts-last).
       |                 ^^^^^^^^^^^^^^^^
  Yang perlu dibuat: tulis [3 hingga 7 hari](fact:crusts-last), atau ubah daftar
  (docs/data/facts/recovery.yml:2) dan semua bahasa

== Berubah dalam teks asal sejak diterjemah ==

docs/ms/index.md:5:1
  Teks asal:
         Use [-sunscreen.-] {+sunscreen each day.+}
  Teks anda:
         Guna pelindung matahari.

Sama dalam kedua-dua teks: 3 tajuk, 3 fakta, 1 jadual
Belum direkodkan: 1 blok
Perlu dibaca oleh orang lain: 8 blok dengan fakta, suruhan atau amaran
Apabila siap: handbook translate done ms/index.md

Dalam fail lain: 2 amaran; handbook check --format text menyebutnya
"""
IN_RUSSIAN = """\
Русский: исправлять ничего не нужно, в оригинале изменился 1 блок

== Изменилось в оригинале после перевода ==

docs/ru/index.md:5:1
  Оригинал:
         Use [-sunscreen.-] {+sunscreen each day.+}
  У вас:
         Пользуйтесь солнцезащитным кремом.

Совпадает в обоих текстах: 3 заголовка, 3 факта, 1 таблица
Должен прочитать кто-то другой: 8 блоков с фактом, указанием или предупреждением
Когда всё готово: handbook translate done ru/index.md

В других файлах: 1 ошибка, 2 предупреждения; их покажет handbook check --format text
"""


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project in which an English sentence has changed since it was translated."""
    pages = {f"docs/{code}/index.md": text for code, text in (("en", ENGLISH), ("ms", MALAY), ("ru", RUSSIAN))}
    project = make(tmp_path, pages)
    record_all(project)
    put(project / "docs/en/index.md", ENGLISH.replace("sunscreen.", "sunscreen each day."))
    put(project / "docs/ms/index.md", MALAY.replace("7 hari", "10 hari"))
    capsys.readouterr()
    return project


def report(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main(["check", "--root", str(folder), "--today", "2026-12-01", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return status, out


def commit(folder: Path, *more: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    for command in (*more, "add --all", "commit --message Change"):
        subprocess.run(["git", "-C", str(folder), *who, *command.split()], check=True, capture_output=True)


def test_a_translator_is_told_everything_in_malay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(folder, capsys, "--for", "ms") == (1, IN_MALAY)


def test_a_translator_is_told_everything_in_russian(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(folder, capsys, "--for", "ru") == (1, IN_RUSSIAN)


def test_twenty_findings_are_told_and_the_rest_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / "docs/ms/index.md", MALAY + f"\n{WRONG}\n" * 22)
    _, told = report(folder, capsys, "--for", "ms")
    places = [line for line in told.splitlines() if line.startswith("docs/ms/index.md:") and line.endswith("]")]
    assert len(places) == 20
    assert told.startswith("Bahasa Melayu: 66 perkara mesti dibetulkan")
    assert "\n\nDan 46 lagi\n" in told


def test_whoever_changes_one_translation_gets_its_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / "docs/ms/index.md", MALAY)
    commit(folder, "init")
    put(folder / "docs/ms/index.md", MALAY.replace("7 hari", "10 hari"))
    status, told = report(folder, capsys, "--since", "HEAD")
    assert (status, told.partition("\n")[0]) == (1, IN_MALAY.partition("\n")[0])
    assert "Tidak disebut, kerana sudah begitu pada HEAD: 2 amaran." in told
    assert "Perlu dibaca oleh orang kedua: docs/ms/index.md:3: Keruping kekal 3 hingga 10 hari." in told


def test_beside_the_changed_lines_stands_the_language_of_the_change(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / "docs/ms/index.md", MALAY)
    commit(folder, "init")
    put(folder / "docs/ms/index.md", MALAY.replace("7 hari", "10 hari"))
    _, told = report(folder, capsys, "--since", "HEAD", "--format", "github")
    said = "::ini menyebut 3 hingga 10 hari, tetapi crusts-last ialah 3 hingga 7 hari"
    assert f"{said}%0Ayang perlu dibuat: tulis [3 hingga" in told


def test_a_change_in_two_languages_has_two_reports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / "docs/ms/index.md", MALAY)
    commit(folder, "init")
    put(folder / "docs/ms/index.md", MALAY.replace("7 hari", "10 hari"))
    put(folder / "docs/ru/index.md", RUSSIAN.replace("7 дней", "10 дней"))
    status, told = report(folder, capsys, "--since", "HEAD", "--format", "report")
    assert status == 1
    assert [line for line in told.splitlines() if line.startswith(("Bahasa", "Русский", "English"))] == [
        "Bahasa Melayu: 1 perkara mesti dibetulkan, 1 blok teks asal telah berubah",
        "Русский: нужно исправить 1 место, в оригинале изменился 1 блок",
    ]


def test_a_change_of_the_original_is_reported_in_its_own_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / "docs/ms/index.md", MALAY)
    commit(folder, "init")
    put(folder / "docs/en/index.md", ENGLISH.replace("7 days", "8 days"))
    status, told = report(folder, capsys, "--since", "HEAD", "--format", "comment")
    assert status == 1
    assert told.startswith(f"{MARK}\n```text\nEnglish: 1 thing must be mended, 2 warnings\n\n== This must be")
    assert "\n  Says 3 to 8 days, but crusts-last is 3 to 7 days\n" in told


def test_a_language_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--for", "msa", "--root", str(folder)]) == 2
    assert capsys.readouterr().err == "handbook: there is no language msa: did you mean ms?\n"


def test_a_comment_shows_a_report_letter_by_letter() -> None:
    assert as_comment("Bahasa Melayu: tiada\n") == f"{MARK}\n```text\nBahasa Melayu: tiada\n```\n"


HOSTILE = {
    "a fence": "```\n@everyone [free](https://example.org) #1\n",
    "a longer fence": "````````\n# Title\n~~~\n<img src=x>\n",
    "many fences": "`" * 70_000 + "\n# Title\n",
    "much": "x" * 200_000,
    "what is not seen": "a\u202eb\u200bc\x1b[31md\r\x00e\ud800f",
    "our mark": f"{MARK}\nagain\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_gets_out_of_a_comment(text: str) -> None:
    lines = as_comment(text).split("\n")
    fence = lines[1].removesuffix("text")
    assert lines[0] == MARK
    assert len(fence) >= 3
    assert set(fence) == {"`"}
    assert lines[-2:] == [fence, ""]
    assert not any(line.strip().startswith(fence) for line in lines[2:-2])
    assert len(as_comment(text)) < LONGEST + 100 < 65_536
    assert not any(hidden in as_comment(text) for hidden in "\u202e\u200b\x1b\r\x00\ud800")


def test_a_comment_is_written_with_nothing_installed(tmp_path: Path) -> None:
    """In the workflow that may write there is only Python."""
    (tmp_path / "report.txt").write_bytes(b"Tiada \xff\n")
    command = [sys.executable, "-I", "-S", "-c", COMMENT, str(ROOT / "scripts"), str(tmp_path / "report.txt")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode() == f"{MARK}\n```text\nTiada \N{REPLACEMENT CHARACTER}\n```\n"


COMMENT = """\
import runpy, sys
sys.path.insert(0, sys.argv.pop(1))
runpy.run_module("handbook.reporting.comment", run_name="__main__")
"""
