"""A folder is replaced in whole or not at all, even when the program is killed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from handbook import cli, pack, pipeline, staging
from handbook.render.output import Rendered
from handbook.render.typst import prints
from handbook.staging import replace_files, staged, write_files
from project import make


def contents(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def old_site(folder: Path) -> Path:
    site = folder / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    return site


def test_a_published_folder_replaces_the_old_one_in_whole(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    with staged(site) as stage:
        (stage.folder / "new.html").write_text("new")
        stage.publish()
    assert contents(tmp_path) == {"site/new.html": "new"}


def test_without_an_exchange_in_one_step_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchanged", lambda one, other: False)
    site = old_site(tmp_path)
    with staged(site) as stage:
        (stage.folder / "new.html").write_text("new")
        stage.publish()
    assert contents(tmp_path) == {"site/new.html": "new"}


def test_what_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    with staged(site) as stage:
        (stage.folder / "half.html").write_text("half")
    assert contents(tmp_path) == {"site/old.html": "old"}


def test_an_error_leaves_the_old_folder(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    with pytest.raises(ZeroDivisionError), staged(site) as stage:
        (stage.folder / "half.html").write_text(str(1 / 0))
    assert contents(tmp_path) == {"site/old.html": "old"}


KILLED = """
import sys, time
from pathlib import Path
from handbook import staging
if sys.argv[2] == "between":
    staging._exchanged = lambda one, other: False
    rename = Path.rename
    def stop(self, target):
        rename(self, target)
        print("ready", flush=True)
        time.sleep(60)
    Path.rename = stop
with staging.staged(Path(sys.argv[1])) as stage:
    (stage.folder / "new.html").write_text("new")
    if sys.argv[2] == "during":
        print("ready", flush=True)
        time.sleep(60)
    stage.publish()
"""


@pytest.mark.parametrize("moment", ["during", "between"])
def test_a_killed_build_is_mended_by_the_next(tmp_path: Path, moment: str) -> None:
    site = old_site(tmp_path)
    process = subprocess.Popen([sys.executable, "-c", KILLED, str(site), moment], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    if moment == "during":
        assert contents(site) == {"old.html": "old"}
    with staged(site):
        assert contents(site) == {"old.html": "old"}
    assert contents(tmp_path) == {"site/old.html": "old"}


FILES = {"a.pdf": b"new a", "b.pdf": b"new b", "in/c.pdf": b"new c"}


class Failing:
    """Lets the n-th call of a method fail, and those before and after it work."""

    def __init__(self, method: Callable[..., object], when: int, error: BaseException):
        self.method, self.when, self.error = method, when, error

    def patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        failing = self

        def call(path: Path, *values: object, **named: object) -> object:
            failing.when -= 1
            if failing.when == 0:
                raise failing.error
            return failing.method(path, *values, **named)

        monkeypatch.setattr(Path, self.method.__name__, call)


@pytest.mark.parametrize("when", [1, 2, 3])
@pytest.mark.parametrize("method", [Path.write_bytes, Path.replace], ids=["writing", "replacing"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=["full", "interrupted"])
def test_files_are_replaced_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: int, method: Callable[..., object], error: BaseException
) -> None:
    folder = tmp_path / "print"
    folder.mkdir()
    for name in ("a.pdf", "other.txt"):
        (folder / name).write_text("old")
    with monkeypatch.context() as patch:
        Failing(method, when, error).patch(patch)
        with pytest.raises(type(error)):
            replace_files(FILES, folder)
    assert contents(tmp_path) == {"print/a.pdf": "old", "print/other.txt": "old"}
    replace_files(FILES, folder)
    assert contents(tmp_path) == {
        "print/a.pdf": "new a", "print/b.pdf": "new b", "print/in/c.pdf": "new c", "print/other.txt": "old",
    }  # fmt: skip


@pytest.mark.parametrize("how", ["whole", "into"])
def test_a_web_server_may_read_what_was_made_whatever_the_umask(tmp_path: Path, how: str) -> None:
    out = tmp_path / "site"
    before = os.umask(0o077)
    try:
        if how == "into":
            replace_files(FILES, out)
        else:
            with staged(out) as stage:
                write_files(FILES, stage.folder)
                pack.write(stage.folder)
                stage.publish()
    finally:
        os.umask(before)
    assert {oct(path.stat().st_mode & 0o777) for path in (out, *out.rglob("*")) if path.is_dir()} == {"0o755"}
    assert {oct(path.stat().st_mode & 0o777) for path in out.rglob("*") if path.is_file()} == {"0o644"}


@pytest.mark.parametrize("when", [1, 2, 3])
@pytest.mark.parametrize("command", ["build", "print"])
def test_a_full_disk_leaves_what_was_there_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, when: int
) -> None:
    monkeypatch.setattr(pipeline, "render", lambda *_: Rendered(FILES))
    monkeypatch.setattr(prints, "begin", lambda *_: lambda: prints.Prints(files=FILES))
    monkeypatch.setattr(pipeline, "WorkerPool", lambda *_: nullcontext())
    arguments = [command, f"--root={make(tmp_path)}", f"--out={tmp_path / 'out'}", "--today=2026-12-01"]
    assert cli.main(arguments) == 0
    before = contents(tmp_path / "out")
    capsys.readouterr()
    with monkeypatch.context() as patch:
        Failing(Path.write_bytes, when, OSError(errno.ENOSPC, "No space", "b.pdf")).patch(patch)
        assert cli.main(arguments) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "handbook: b.pdf: the disk is full; make room and run the command again"
    )
    assert contents(tmp_path / "out") == before
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_folder_that_may_not_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "render", lambda *_: Rendered(FILES))
    monkeypatch.setattr(pipeline, "WorkerPool", lambda *_: nullcontext())

    def refuse(**_: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    assert cli.main(["build", f"--root={make(tmp_path)}", f"--out={tmp_path / 'out'}", "--today=2026-12-01"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"handbook: {tmp_path}: you may not write or read here; name another folder with --out, or ask whose it is"
    )


def test_two_commands_put_their_folders_one_after_the_other(tmp_path: Path) -> None:
    order = tmp_path / "order"
    program = (
        "import pathlib, sys, time\n"
        "from handbook.staging import staged\n"
        "out, order = map(pathlib.Path, sys.argv[1:])\n"
        "with staged(out) as stage:\n"
        "    order.open('a').write('in '); time.sleep(0.3)\n"
        "    (stage.folder / 'a.html').write_text('a'); stage.publish()\n"
        "    order.open('a').write('out ')\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "site"), str(order)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    running = [subprocess.Popen(command, env=environment) for _ in range(3)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    assert order.read_text() == "in out " * 3
    assert contents(tmp_path / "site") == {"a.html": "a"}
