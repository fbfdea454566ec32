"""A clinic's answers survive every way of updating, and move from the old file to its own without a loss."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.diagnostics.problems import Problem
from handbook.moving import move_old_clinic
from handbook.register.old_clinic import read_old_clinic
from project import ROOT, make

OLD = (ROOT / "docs/data/clinic.yml").read_text(encoding="utf-8")
EXAMPLE = (ROOT / "docs/data/example-clinic.yml").read_text(encoding="utf-8")
EDITS = {
    "name: Example Clinic (not a real clinic)": "name: Klinik Kulit Seri   # as on the door",
    "example: true": "example: false",
    'country: ""': "country: MY",
    'phone: ""': 'phone: "03-5550 1234"',
    '\nhours: ""': "\nhours: 'Mon to Fri: 9–17'",
    "values: {}\n": "values:\n  # decided on 3 March\n",
    "\n#  first-wash: 1\n": "\n  first-wash: 36     # Dr Rahman\n",
    "signatures: []\n": "signatures:\n  - {page: index.md, language: en, name: Dr Rahman, role: doctor, "
    "date: 2026-11-20, digest: 0123456789abcdef}\n",
}
MOVED = """\
# What this clinic has set. Every question, what is printed where nothing is set, and what is allowed, stands in
# docs/data/example-clinic.yml.

name: Klinik Kulit Seri   # as on the door
example: false
country: MY
phone: "03-5550 1234"
hours: 'Mon to Fri: 9–17'
values:
  first-wash: 36     # Dr Rahman
"""
TOLD = (
    "What docs/data/clinic.yml said of your clinic now stands in docs/data/our-clinic.yml (name, example, country, "
    "phone, hours, first-wash); the old text is kept in docs/data/old-clinic.yml, which you can delete. "
    "The signatures in it (1) hold no longer: the pages must be signed again."
)
COMMIT = " Commit it: git add --all docs/data && git commit --message 'Move our clinic'"


def edited() -> str:
    """Return the old file as a clinic has filled it in."""
    text = OLD
    for old, new in EDITS.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def git(folder: Path, *arguments: str) -> bytes:
    settings = ("-c", "user.name=A", "-c", "user.email=a@clinic.example", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *settings, "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def handbook(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "handbook", "check", "--root", str(folder), "--today", "2026-11-21"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def clinic_files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((folder / "docs/data").glob("*clinic.yml"))}


def old_project(folder: Path) -> Path:
    """Make a project as it was before, under git."""
    root = make(folder)
    (root / "docs/data/our-clinic.yml").unlink()
    (root / "docs/data/clinic.yml").write_text(OLD, encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "docs: As it was")
    return root


def update(root: Path) -> None:
    """Make the change that brings a clinic a file of its own."""
    shutil.copy(ROOT / ".gitattributes", root)
    (root / "docs/data/example-clinic.yml").write_text(EXAMPLE, encoding="utf-8")
    commit(root, "feat: Let a clinic's answers live in a file of their own")


def pull_over_changes(upstream: Path, own: Path) -> None:
    git(own, "pull", "--quiet")


def pull_into_commits(upstream: Path, own: Path) -> None:
    commit(own, "docs: Fill in our clinic")
    git(own, "pull", "--quiet", "--no-rebase", "--no-edit")


def unpack_over(upstream: Path, own: Path) -> None:
    shutil.rmtree(own / ".git")
    with zipfile.ZipFile(io.BytesIO(git(upstream, "archive", "--format=zip", "HEAD"))) as archive:
        archive.extractall(own)


@pytest.mark.parametrize("way", [pull_over_changes, pull_into_commits, unpack_over])
def test_an_update_keeps_what_a_clinic_has_set(tmp_path: Path, way: Callable[[Path, Path], None]) -> None:
    upstream, own = old_project(tmp_path), tmp_path / "own"
    git(tmp_path, "clone", "--quiet", str(upstream), "own")
    (own / "docs/data/clinic.yml").write_text(edited(), encoding="utf-8")
    update(upstream)
    way(upstream, own)
    done = handbook(own)
    told = TOLD + (COMMIT if (own / ".git").exists() else "")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems.\n", f"{told}\n")
    assert clinic_files(own) == {"example-clinic.yml": EXAMPLE, "old-clinic.yml": edited(), "our-clinic.yml": MOVED}
    assert handbook(own).stderr == ""


def test_the_next_update_meets_nothing_of_the_clinics(tmp_path: Path) -> None:
    upstream, own = old_project(tmp_path), tmp_path / "own"
    git(tmp_path, "clone", "--quiet", str(upstream), "own")
    (own / "docs/data/clinic.yml").write_text(edited(), encoding="utf-8")
    update(upstream)
    pull_into_commits(upstream, own)
    handbook(own)
    commit(own, "Move our clinic")
    (upstream / "docs/data/example-clinic.yml").write_text(EXAMPLE + "# more\n", encoding="utf-8")
    commit(upstream, "feat: Ask more")
    git(own, "pull", "--quiet", "--no-rebase", "--no-edit")
    assert clinic_files(own) == {
        "example-clinic.yml": EXAMPLE + "# more\n", "old-clinic.yml": edited(), "our-clinic.yml": MOVED
    }  # fmt: skip
    assert handbook(own).returncode == 0


def test_nothing_happens_in_a_fresh_copy(tmp_path: Path) -> None:
    upstream = old_project(tmp_path)
    update(upstream)
    git(tmp_path, "clone", "--quiet", str(upstream), "own")
    assert handbook(tmp_path / "own").stderr == ""
    assert clinic_files(tmp_path / "own") == {"clinic.yml": OLD, "example-clinic.yml": EXAMPLE}


def filled_in(folder: Path) -> Path:
    """Make a project whose old file a clinic has filled in."""
    root = make(folder, {"docs/data/clinic.yml": edited(), "docs/data/example-clinic.yml": EXAMPLE})
    (root / "docs/data/our-clinic.yml").unlink()
    return root


def test_an_own_file_is_never_replaced(tmp_path: Path) -> None:
    root = filled_in(tmp_path)
    (root / "docs/data/our-clinic.yml").write_text("name: Klinik Lain\nexample: false\n", encoding="utf-8")
    before = clinic_files(root)
    done = handbook(root)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == (
        "docs/data/clinic.yml:18:1: error: name, example, country, phone, hours, first-wash stand here, where nothing "
        "is read any more"
    )
    assert clinic_files(root) == before


@pytest.mark.parametrize("after", range(2))
def test_what_is_interrupted_is_finished_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    root, replace, calls = filled_in(tmp_path), Path.replace, []

    def stop(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) > after:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", stop)
        broken.setattr(Path, "rename", stop)
        with pytest.raises(OSError, match="No space left"):
            move_old_clinic(root)
    assert (root / "docs/data/clinic.yml").read_text(encoding="utf-8") == edited()
    assert move_old_clinic(root) == TOLD
    assert clinic_files(root) == {"example-clinic.yml": EXAMPLE, "old-clinic.yml": edited(), "our-clinic.yml": MOVED}
    assert sorted(file.name for file in (root / "docs").iterdir()) == ["data", "en", "ms", "ru"]


def test_an_old_file_that_is_no_yaml_stays_and_is_told(tmp_path: Path) -> None:
    root = filled_in(tmp_path)
    broken = edited().replace('"03-5550 1234"', '"03-5550 1234')
    (root / "docs/data/clinic.yml").write_text(broken, encoding="utf-8")
    assert handbook(root).stderr.splitlines()[0] == (
        'docs/data/clinic.yml:29:8: error: the quotation mark " that opens here is not closed'
    )
    assert clinic_files(root) == {"clinic.yml": broken, "example-clinic.yml": EXAMPLE}


def test_the_old_file_is_in_the_repository_as_it_was() -> None:
    blob = OLD.encode()
    assert hashlib.sha1(b"blob %d\0" % len(blob) + blob).hexdigest() == "18169719bca252ca107d1a7f264642defd141934"


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_lines_end_where_yaml_ends_them(tmp_path: Path, end: str) -> None:
    root = make(tmp_path)
    (root / "docs/data/clinic.yml").write_text(f"name: Klinik{end}phone: 03-5550 1234", encoding="utf-8")
    problems: list[Problem] = []
    answers = read_old_clinic(root, problems).answers
    assert [(answer.key, answer.written) for answer in answers] == [("name", "Klinik"), ("phone", "03-5550 1234")]
