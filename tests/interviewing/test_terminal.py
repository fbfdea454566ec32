"""`handbook clinic` on a real terminal and without one: whatever is typed, nothing is lost, and no traceback."""

from __future__ import annotations

import errno
import io
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook import cli
from handbook.register.clinic import OWN_FILE
from interviewing.test_transcripts import clinic_project

COMMAND = (sys.executable, "-m", "handbook", "clinic", "--language", "en", "--today=2026-12-01")
PATH = os.pathsep.join(path for path in sys.path if path)
CTRL_C, CTRL_D = b"\x03", b"\x04"
_LONGEST = 30
"""Seconds to wait for anything."""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": PATH, "COLUMNS": "100", **more}


def talk(root: Path, *typed: bytes, **more: str) -> tuple[int, str]:
    """Type on a terminal of its own, each text behind the next prompt; return the status and all that was shown."""
    ours, theirs = os.openpty()
    command = [*COMMAND, "--root", str(root)]
    ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    process = subprocess.Popen(command, env=environment(TERM="dumb", **more), start_new_session=True, **ends,
                               preexec_fn=take_terminal)  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        for text in typed:
            shown += read_until(ours, b"] > ")
            if text == CTRL_C:
                time.sleep(1)  # Python would keep a signal that comes before the answer is being read
            os.write(ours, text)
        shown += read_until(ours, b"")
        status = process.wait(timeout=_LONGEST)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return status, shown.decode(errors="replace").replace("\r\n", "\n")


def take_terminal() -> None:
    """Make the terminal that of the new process, so that its Ctrl-C is a signal there.

    It is heard also where these tests run in the background, to which shells make programs deaf.
    """
    import fcntl
    import termios

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def read_until(terminal: int, end: bytes) -> bytes:
    """Read until a text has come, or until there is nothing more."""
    shown, last = b"", time.monotonic() + _LONGEST
    while time.monotonic() < last and not (end and shown.endswith(end)):
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            piece = os.read(terminal, 1024)
        except OSError:  # the other side has gone
            break
        shown += piece
        if not piece:
            break
    return shown


def test_ctrl_c_keeps_what_was_answered(tmp_path: Path) -> None:
    root = clinic_project(tmp_path)
    status, shown = talk(root, b"Klinik Seri\n", b"MY\n", CTRL_C)
    assert status == 130
    assert "What you have answered is saved in docs/data/our-clinic.yml." in shown
    assert "Traceback" not in shown
    assert 'name: "Klinik Seri"\ncountry: "MY"\n' in (root / OWN_FILE).read_text(encoding="utf-8")


def test_ctrl_d_ends_like_enough_for_today(tmp_path: Path) -> None:
    root = clinic_project(tmp_path)
    status, shown = talk(root, CTRL_D)
    assert status == 0
    assert "Nothing has been answered yet." in shown
    assert not (root / OWN_FILE).exists()


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_letters_are_read_whatever_the_terminal_says_of_itself(tmp_path: Path, locale: str) -> None:
    root = clinic_project(tmp_path)
    odd = ("a\u202eb\n".encode(), "Клиника\n".encode(), CTRL_D)
    status, shown = talk(root, *odd, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (status, "Traceback" in shown) == (0, False)
    assert 'name: "Клиника"' in (root / OWN_FILE).read_text(encoding="utf-8")


def test_what_is_not_utf8_or_not_seen_is_told(tmp_path: Path) -> None:
    typed = b"caf\xe9\na\xe2\x80\xaeb\n"
    command = [*COMMAND, "--root", str(clinic_project(tmp_path))]
    ended = subprocess.run(command, input=typed, capture_output=True, env=environment())
    shown = ended.stdout.decode()
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "These letters cannot be read here." in shown
    assert "There is an invisible character in it (RIGHT-TO-LEFT OVERRIDE)." in shown


ANSWERS = [
    *(b"a" * 10_000, b"1" * 10_000, b"a." * 5_000),
    *(b"\0", b"\x1b[2J", b"{}", b"]", b'"', b"\\", b"#", b"- a: [b", b"%", b"null"),
]


def test_any_answer_to_any_question_is_taken_or_told(tmp_path: Path) -> None:
    root = clinic_project(tmp_path)
    typed = b"".join(b"\n".join(ANSWERS) + b"\nlater\n" for _ in range(12))
    command = [*COMMAND, "--root", str(root)]
    ended = subprocess.run(command, input=typed, capture_output=True, timeout=120, env=environment())
    assert (ended.returncode, b"Traceback" in ended.stderr, ended.stderr) == (0, False, b"")
    check = [sys.executable, "-m", "handbook", "check", "--root", str(root)]
    found = subprocess.run(check, capture_output=True, text=True, env=environment()).stderr
    assert [line for line in found.splitlines() if line.startswith(f"{OWN_FILE}:") and " error" in line] == []


def test_without_a_terminal_or_a_script_it_says_so(tmp_path: Path) -> None:
    root = clinic_project(tmp_path)
    command = f"exec {' '.join(COMMAND)} --root '{root}' <&-"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment())
    assert ended.returncode == 2
    assert ended.stderr == "handbook: nobody can type an answer here; run the command in a terminal\n"


def test_a_full_disk_is_told_and_leaves_the_answers_that_were_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = clinic_project(tmp_path, "name: Klinik Seri\n")

    def fill_up(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(root))

    monkeypatch.setattr("handbook.staging.write_files", fill_up)
    monkeypatch.setattr("sys.stdin", io.StringIO("03-5550 1234\n"))
    assert cli.main(["clinic", "phone", "--language", "en", "--root", str(root), "--today=2026-12-01"]) == 2
    assert capsys.readouterr().err == f"handbook: {root}: the disk is full; make room and run the command again\n"
    assert (root / OWN_FILE).read_text(encoding="utf-8") == "name: Klinik Seri\n"
    assert [*(root / "docs").glob(".*")] == []
