"""The command line tells everything in words, whatever the terminal, the folder or the file names are."""

from __future__ import annotations

import datetime
import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbook import cli, streams
from handbook.command_line import parse_near_day
from handbook.reporting.parser import Refused
from project import make

RUSSIAN_MISTAKE = "# Заживление {#healing}\n\nКорочки сходят [за 3–8 дней](fact:crusts-last).\n"
COMMAND = (sys.executable, "-m", "handbook")
PATH = os.pathsep.join(path for path in sys.path if path)


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    told = {**os.environ, "PYTHONPATH": PATH, **environment}
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, env=told)


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a mistake in Russian, and one in a file whose name is no UTF-8."""
    folder = make(tmp_path_factory.mktemp("mistaken"), {"docs/ru/index.md": RUSSIAN_MISTAKE})
    (folder / "docs/en" / os.fsdecode(b"caf\xe9\n::error::.md")).write_text("# A {#a}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "encoding",
    [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["cp1252", "ascii"],
)
def test_what_programs_read_is_utf8_whatever_the_terminal_has(mistaken: Path, encoding: dict[str, str]) -> None:
    github = run("check", "--root", mistaken, "--format", "github", **encoding)
    assert (github.returncode, github.stderr) == (1, b"")
    lines = github.stdout.decode("utf-8").splitlines()
    assert [line for line in lines if not line.startswith(("::error ", "::warning "))] == []
    assert any("file=docs/ru/index.md,line=3" in line and "[за 3–7 дней]" in line for line in lines)
    assert any("file=docs/en/caf?%0A%3A%3Aerror%3A%3A.md," in line for line in lines)
    sarif = run("check", "--root", mistaken, "--format", "sarif", **encoding)
    assert (sarif.returncode, sarif.stderr) == (1, b"")
    found = json.loads(sarif.stdout.decode("utf-8"))["runs"][0]["results"]
    places = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found}
    assert {"docs/ru/index.md", "docs/en/caf%E9%0A%3A%3Aerror%3A%3A.md"} <= places
    text = run("check", "--root", mistaken, **encoding)
    assert (text.returncode, text.stdout, b"Traceback" in text.stderr) == (1, b"", False)


def test_a_reader_that_stops_is_no_fault() -> None:
    ends = subprocess.run(
        ["bash", "-c", f'{" ".join(COMMAND)} explain | true; echo "${{PIPESTATUS[0]}}"'],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": PATH},
    )  # fmt: skip
    assert ends.stderr == ""
    assert ends.stdout in ("0\n", "141\n")


def test_a_reader_that_has_gone_gives_the_status_for_it() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*COMMAND, "explain"]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": PATH})
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_warnings_are_counted_where_nothing_else_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path, {"docs/ru/recovery/day-by-day.md": ""})
    (folder / "docs/ru/recovery/day-by-day.md").unlink()
    day = "--today=2026-12-01"
    assert cli.main(["check", "--root", str(folder), day]) == 0
    assert capsys.readouterr().out == "No problems; 1 warning.\n"


def test_without_warnings_there_are_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--root", str(make(tmp_path)), "--today=2026-12-01"]) == 0
    assert capsys.readouterr() == ("No problems.\n", "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chekc"], "handbook: there is no chekc; did you mean check?"),
        (["explain", "wrong-nubmer"], "handbook explain: there is no wrong-nubmer; did you mean wrong-number?"),
        (["check", "--format", "sariv"], "handbook check: there is no sariv; did you mean sarif?"),
        (["build", "--hlep"], "handbook build: there is no option --hlep; did you mean --help?"),
        (["build", "--out"], "handbook build: --out needs a value behind it"),
        (["build", "--release=yes"], "handbook build: --release takes no value"),
        (
            ["sign", "index.md", "--name", "Dr", "Rahman"],
            'handbook sign: Rahman is a word too many; several words that belong together stand in "…"',
        ),
    ],
)
def test_what_cannot_stand_on_the_command_line_is_told_with_what_can(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    first, usage = capsys.readouterr().err.splitlines()[:2]
    assert first == expected
    assert usage.startswith("usage: handbook")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], "handbook: missing: COMMAND"), (["changes"], "handbook changes: missing: --since")],
)
def test_where_something_is_missing_it_is_told_what_there_is(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    told = capsys.readouterr().err
    with pytest.raises(SystemExit, match="0"):
        cli.main([*arguments, "--help"])
    assert told == f"{expected}\n\n{capsys.readouterr().out}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["sign", "--on", "20.11.2026"], "20.11.2026 is no date; write year, month and day as 2026-11-20"),
        (["sign", "--on", "2026-W47-5"], "2026-W47-5 is no date; write year, month and day as 2026-11-20"),
        (["preview", "--port", "99999"], "99999 is no port; write a number from 0 to 65535, such as 8000"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_one_that_can(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    assert capsys.readouterr().err.splitlines()[0].endswith(f": {expected}")


@pytest.mark.parametrize(
    ("has_out", "todo"),
    [(True, "name another folder with --out"), (False, "copy the handbook to a folder of your own")],
)
def test_a_folder_that_nobody_may_write_to_is_told_with_what_the_command_can_do(has_out: bool, todo: str) -> None:
    told = streams.cause_of(PermissionError(errno.EACCES, "Permission denied", "x"), has_out=has_out)
    assert told == f"x: you may not write or read here; {todo}, or ask whose it is"


def test_the_form_has_no_out_to_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "x")

    monkeypatch.setattr("handbook.pipeline.make_form", refuse)
    assert cli.main(["clinic-form", "--root", str(make(tmp_path))]) == 2
    assert capsys.readouterr().err.startswith("handbook: x: you may not write or read here; copy the handbook")


def test_a_pipe_in_the_place_of_a_file_stops_nothing(tmp_path: Path) -> None:
    folder = make(tmp_path)
    pipes = ("docs/data/topics.yml", "docs/ms/index.md", "docs/images/a.png", "overrides/main.html")
    for path in pipes:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink(missing_ok=True)
        os.mkfifo(folder / path)
    told = subprocess.run(
        [*COMMAND, "check", "--root", str(folder)],
        capture_output=True, text=True, timeout=60, env={**os.environ, "PYTHONPATH": PATH},
    )  # fmt: skip
    assert [line for line in told.stderr.splitlines() if "pipe" in line] == [
        f"{path}:1:1: error: this is a pipe or a device, and no file with a text" for path in (pipes[0], pipes[1])
    ] + [f"{path}:1:1: error[foreign-file] this is a pipe or a device" for path in pipes[2:]]


def test_a_root_that_is_no_handbook_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    told = []
    for root in (tmp_path, tmp_path / "file", tmp_path / "missing"):
        assert cli.main(["check", "--root", str(root)]) == 2
        told.append(capsys.readouterr().err.replace(str(tmp_path), "…"))
    assert told == [
        "handbook: … is no handbook: it has no mkdocs.yml; go to the handbook's folder\n",
        "handbook: …/file is a file; name the folder with mkdocs.yml as --root\n",
        "handbook: …/missing is not there; name the folder with mkdocs.yml as --root\n",
    ]


@pytest.mark.parametrize(
    ("name", "locale", "todo"),
    [
        ("Пациент".encode(), {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "set LC_ALL=C.UTF-8"),
        (b"caf\xe9", {"PYTHONUTF8": "1"}, "rename the folder"),
    ],
    ids=["no letters in the locale", "no utf-8"],
)
def test_a_path_whose_letters_cannot_be_read_is_told(
    tmp_path: Path, name: bytes, locale: dict[str, str], todo: str
) -> None:
    folder = make(tmp_path).rename(tmp_path / os.fsdecode(name))
    done = run("check", "--root", folder, **locale)
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode("ascii").strip()
    assert told.startswith(f"handbook: {tmp_path}/")
    assert told.endswith(f": this path has letters that cannot be read here; {todo} and run the command again")


def test_letters_in_a_path_are_fine(tmp_path: Path) -> None:
    folder = make(tmp_path).rename(tmp_path / "Пациент")
    assert run("check", "--root", folder, "--today=2026-12-01", LC_ALL="C").stdout == b"No problems.\n"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-01", datetime.date(2026, 12, 1)),
        ("today", datetime.timedelta(0)),
        ("Esok", datetime.timedelta(1)),
        (" hari  ini", datetime.timedelta(0)),
        ("вчера", datetime.timedelta(-1)),
    ],
)
def test_a_day_near_today_has_a_name_in_each_language(text: str, meant: object) -> None:
    assert parse_near_day(text) == meant


@pytest.mark.parametrize("text", ["2026-02-30", "1/12/2026", "soon", ""])
def test_what_is_no_day_is_told(text: str) -> None:
    told = f"{text} is no date; write today, tomorrow, or year, month and day as 2026-11-20"
    with pytest.raises(Refused, match=f"^{re.escape(told)}$"):
        parse_near_day(text)
