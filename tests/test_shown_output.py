"""What README and CONTRIBUTING show of the program is what the program says. ``--update`` writes the README anew."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest

import prepare
from handbook import cli, pack, pipeline
from handbook.checks import Mode
from handbook.diagnostics import reports
from handbook.diagnostics.problems import Problem
from handbook.register.clinic import OWN_FILE
from handbook.reporting.catalogues import load_catalogue
from handbook.staging import write_files
from project import ROOT, TODAY, check, make

README = ROOT / "README.md"
MISTAKE = "# День за днём {#day-by-day}\n\nКорочки и чешуйки сходят [за 3–8 дней](fact:crusts-last).\n"
WORDS = [f"docs/data/interview/{code}.yml" for code in ("en", "ms", "ru")]
SITE = {"index.html": b"<p>home", "ms/index.html": b"<p>utama"}
_NUMBERS = re.compile(r"(?<=Python )[\d.]+|(?<=in )[\d.]+(?= s\.)")
"""What differs from machine to machine: Python's version, and how long it took."""


def block(before: str) -> re.Match[str]:
    """Return the block of the README that follows a text, its content as the first group."""
    pattern = rf"{re.escape(before)}\s*\n```\w*\n(.*?)```\n"
    found = re.search(pattern, README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, before
    return found


def compare(before: str, expected: str, update: bool) -> None:
    """Compare a block of the README with what it should be, but for the numbers of this machine."""
    found = block(before)
    if update and _NUMBERS.sub("…", found[1]) != _NUMBERS.sub("…", expected):
        text = found.string
        README.write_text(text[: found.start(1)] + expected + text[found.end(1) :], encoding="utf-8")
    assert _NUMBERS.sub("…", block(before)[1]) == _NUMBERS.sub("…", expected)


def test_the_message_for_a_wrong_number_is_the_real_one(tmp_path: Path, update: bool) -> None:
    project = make(tmp_path, {"docs/ru/recovery/day-by-day.md": MISTAKE})
    told = [problem for problem in check(project) if problem.check == "wrong-number"]
    compare("nothing is built:", reports.as_text(told, project), update)


def test_the_output_of_the_first_build_is_the_real_one(update: bool) -> None:
    problems = pipeline.check(pipeline.Request(ROOT, TODAY, Mode.DRAFT)).problems
    lines = [
        "$ make handbook",
        "Setting up .venv with Python 3.11.7",
        f"  installing {prepare.LOCK}",
        "  installing this project",
        "Reading and checking …",
        "Making the site and the printed handbooks …",
        reports.as_text(problems, ROOT) + "Built site in 57.7 s.",
    ]
    compare("no browser, no Node, no TeX.", "\n".join(lines) + "\n", update)


def test_the_first_question_for_a_clinic_is_the_real_one(
    tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / OWN_FILE).unlink(missing_ok=True)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.setenv("COLUMNS", "100")
    cli.main(["clinic", "--language", "en", "--root", str(tmp_path), f"--today={TODAY}"])
    shown = capsys.readouterr().out.partition("[open] > ")[0]
    compare("each answer is checked and saved at once.", f"$ make clinic\n{shown}[open] > Klinik Kulit Seri\n", update)


def test_what_packing_and_verifying_say_is_real(
    tmp_path: Path, update: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {path: (ROOT / path).read_text(encoding="utf-8") for path in WORDS}
    project = make(tmp_path, {**words, OWN_FILE: "name: Seri\nhandbook-address: https://clinic.example/handbook/\n"})

    def build(request: pipeline.Request, out: Path, tell: pipeline.Progress) -> list[Problem]:
        write_files(SITE, out)
        pack.write(out)
        return []

    monkeypatch.setattr("handbook.pipeline.build", build)
    monkeypatch.chdir(project)
    assert cli.main(["pack", f"--today={TODAY}"]) == 0
    told = re.sub(r"\d+ files", "1699 files", re.sub(r"[\d.]+ million", "25.7 million", capsys.readouterr().out))
    steps = "Reading and checking …\nMaking the site and the printed handbooks …\n"
    compare("## Publishing", f"$ make pack\n{steps}{told}", update)
    (project / "site/ms/index.html").unlink()
    (project / "site/index.html").write_bytes(b"<p>")
    cli.main(["verify", "site"])
    told = capsys.readouterr().err.replace("site is", "https://clinic.example/handbook/ is")
    shown = f"$ .venv/bin/handbook verify https://clinic.example/handbook/\n{told}"
    compare("look whether all of it has arrived:", shown, update)


def test_what_a_translator_with_a_browser_is_shown_is_the_real_message(tmp_path: Path) -> None:
    mistake = "# Hari demi hari {#day-by-day}\n\nKeruping lama [3 hingga 8 hari](fact:crusts-last) kemudian.\n"
    project = make(tmp_path, {"docs/ms/recovery/day-by-day.md": mistake})
    found = next(problem for problem in check(project) if problem.check == "wrong-number")
    told = load_catalogue("ms").tell(found.message)
    shown = f"   {found.location} [{found.check}]\n     {told[0].upper()}{told[1:]}\n"
    assert shown in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
