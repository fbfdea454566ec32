"""A folder is replaced in whole or not at all, even when the program is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from handbook import staging
from handbook.staging import staged


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
