"""No process outlives the one that asked for it, and no more of them run at once than there are processors."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from handbook.render.workers import WorkerPool
from jobs import Count, Fail, Sleep

ASK = """
import sys
from handbook.render.workers import WorkerPool
from jobs import Sleep
with WorkerPool(jobs=1) as workers:
    print("asked", flush=True)
    workers.run([Sleep(300)])
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
SOON = 30
"""Seconds: far less than a job sleeps, and long enough for a machine that is busy."""


@pytest.fixture(autouse=True)
def _found_by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_build_leaves_no_process_behind(how: signal.Signals) -> None:
    command = [sys.executable, "-c", ASK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as asking:
        assert asking.stdout is not None
        asking.stdout.readline()
        time.sleep(0.5)
        asking.send_signal(how)
        asking.communicate(timeout=SOON)  # ends when nobody holds the other end of its error output


def test_leaving_early_ends_what_is_going_on() -> None:
    with WorkerPool(jobs=2) as workers:
        for job in (Sleep(300), Sleep(300)):
            workers._threads.submit(workers._run, job)
        time.sleep(0.5)
    assert [process.poll() is not None for process in workers._processes] == [True, True]


def test_no_more_run_at_once_than_there_are_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with WorkerPool() as workers:
        times = workers.run([Count() for _ in range(6)])
    together = [sum(begun <= at < ended for begun, ended in times) for at, _ in times]
    assert max(together) <= 2


def test_a_job_that_fails_is_a_fault_of_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    with WorkerPool(jobs=1) as workers, pytest.raises(ChildProcessError, match="the book in 'en' ended with status 1"):
        workers.run([Fail()])
    assert "TypeError: no such book" in capfd.readouterr().err


def test_a_process_whose_parent_is_gone_says_nothing() -> None:
    command = [sys.executable, "-m", "handbook.render.workers"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=ENVIRONMENT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_process_that_prints_loads_nothing_of_the_register(tmp_path: Path) -> None:
    ask = "import sys, handbook.render.typst.compiler; print('handbook.register.handbook' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stdout == "False\n"
