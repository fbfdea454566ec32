"""What an update changes for patients is told from a folder, a ZIP or git, whatever the clinic has written."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from handbook import cli
from handbook.register.clinic import OWN_FILE
from project import edit, make, sign_pages

OWN = "name: Klinik Seri\nvalues:\n  first-wash: 44\n"
EXPECTED = Path(__file__).with_name("changes.txt")


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Give the older version as it came, and the newer one, in which a clinic has set and signed what it had before."""
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    old = make(tmp_path / "old")
    new = shutil.copytree(old, tmp_path / "new")
    (new / OWN_FILE).write_text(OWN, encoding="utf-8")
    sign_pages(new, paths=("recovery/day-by-day.md",), codes=("en",))
    edit(new / "docs/data/facts/recovery.yml", "statement: Do not pick the → statement: Never pick or rub the")
    decided = "low: 24, high: 24 → low: 20, high: 20\nhigh: 48 → high: 40"
    edit(new / "docs/data/decisions.yml", decided)
    edit(new / "docs/en/recovery/day-by-day.md", "[pick](fact → [pick or rub](fact")
    return old, new


def tell(root: Path, since: str | Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    status = cli.main(["changes", "--root", str(root), "--since", str(since), "--today=2026-12-01", *more])
    told = capsys.readouterr()
    return status, (told.out + told.err).replace(str(since), "…")


def expected() -> str:
    return EXPECTED.read_text(encoding="utf-8")


def packed(folder: Path, file: Path) -> Path:
    """Pack a version as a repository's website does: everything in one folder."""
    with zipfile.ZipFile(file, "w") as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"handbook-main/{path.relative_to(folder)}")
    return file


def test_it_is_told_from_the_older_folder(
    versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str], update: bool
) -> None:
    old, new = versions
    status, told = tell(new, old, capsys)
    if update:
        EXPECTED.write_text(told, encoding="utf-8")
    assert (status, told) == (0, expected())


@pytest.mark.parametrize("code", ["ms", "ru"])
def test_it_is_told_in_another_language(
    versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str], code: str, update: bool
) -> None:
    old, new = versions
    status, told = tell(new, old, capsys, "--for", code)
    file = EXPECTED.with_name(f"changes-{code}.txt")
    if update:
        file.write_text(told, encoding="utf-8")
    assert (status, told) == (0, file.read_text(encoding="utf-8"))


def test_it_is_told_from_the_older_zip(
    versions: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions
    assert tell(new, packed(old, tmp_path / "old.zip"), capsys) == (0, expected())


def test_it_is_told_from_git(versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new = versions
    git = ["git", "-C", str(old), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    for command in (["init", "-q"], ["add", "--all"], ["commit", "-qm", "old"]):
        subprocess.run([*git, *command], check=True)
    shutil.copytree(new / "docs", old / "docs", dirs_exist_ok=True)
    assert tell(old, "HEAD", capsys) == (0, expected())


def test_nothing_is_told_where_patients_are_told_the_same(
    versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, new = versions
    assert tell(new, new, capsys) == (0, "Patients are told the same as at ….\n")


def test_a_passage_that_is_reworded_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [{"docs/en/passages/fridge.md": f"{words}\n"} for words in ("Keep it cool.", "Keep it cold.")]
    old, new = (make(tmp_path / str(number), files) for number, files in enumerate(texts))
    path = "docs/en/passages/fridge.md"
    told = f"Pages (1)\n  {path}: pieces of text that are new or other: 1; gone or other: 1\n\n"
    assert tell(new, old, capsys) == (0, f"What changes for your patients since … (0.1.0 to 0.1.0)\n\n{told}")


def test_the_older_folder_stays_as_it_was(versions: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    old, new = versions
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    tell(new, old, capsys)
    assert {path: path.read_bytes() for path in old.rglob("*") if path.is_file()} == before


def test_a_zip_that_names_places_outside_writes_nowhere(
    versions: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions
    hostile = packed(old, tmp_path / "old.zip")
    with zipfile.ZipFile(hostile, "a") as archive:
        for path in ("handbook-main/docs/../../../evil", "/tmp/evil", "../evil", "handbook-main/../docs/evil"):
            archive.writestr(path, "evil")
    assert tell(new, hostile, capsys) == (0, expected())
    assert [*tmp_path.parent.rglob("evil")] == []


def test_what_is_no_older_version_is_told(
    versions: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare.zip").write_bytes(packed(tmp_path / "empty", tmp_path / "made.zip").read_bytes())
    whole = packed(old, tmp_path / "whole.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    told = {name: tell(new, tmp_path / name, capsys) for name in ("empty", "bare.zip", "cut.zip")}
    assert told == {
        "empty": (2, "handbook: … is no handbook: it has no mkdocs.yml; name the folder of the older version\n"),
        "bare.zip": (2, "handbook: … holds no handbook: it has no mkdocs.yml; name the ZIP of the older version\n"),
        "cut.zip": (2, "handbook: … is cut off, or is no ZIP: download it again\n"),
    }
    assert tell(new, "1.0", capsys)[0] == 2
