"""No process outlives the one that asked for it."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.render.typst.book import Job
from handbook.render.typst.compiler_pool import CompilerPool
from render.typst.specimen import ROOT, book_of

ASK = """
import pickle, sys, time
from pathlib import Path
from handbook.render.typst.compiler_pool import CompilerPool
job = pickle.loads(Path(sys.argv[1]).read_bytes())
with CompilerPool(1) as pool:
    pool.print([job])
    time.sleep(0.5)
    print("printing", flush=True)
    pool.result(Path(sys.argv[2]))
"""


def long_job() -> Job:
    """Return a job of many seconds."""
    paragraphs = ";".join(
        f'p("Paragraph {number} of very many, each with some words to set.")' for number in range(40_000)
    )
    return Job(book_of(f"{{{paragraphs}}}"), ("a4",), ROOT)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_build_leaves_no_process_behind(how: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "job").write_bytes(pickle.dumps(long_job()))
    command = [sys.executable, "-c", ASK, str(tmp_path / "job"), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        asking.stdout.readline()
        start = time.monotonic()
        asking.send_signal(how)
        asking.communicate(timeout=60)  # ends when nobody holds the other end of its error output
    assert time.monotonic() - start < 3


def test_leaving_early_ends_what_is_being_printed(tmp_path: Path) -> None:
    start = time.monotonic()
    with CompilerPool(3) as pool:
        pool.print([long_job()] * 3)
        time.sleep(0.5)
    assert time.monotonic() - start < 3
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_fails_is_a_fault_of_the_program(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    job = Job(replace(book_of(""), day=None), ("a4",), ROOT)  # type: ignore[arg-type]
    with CompilerPool(1) as pool:
        pool.print([job])
        with pytest.raises(RuntimeError, match="ended with status 1"):
            pool.result(tmp_path)
    assert "TypeError" in capfd.readouterr().err


def test_a_process_that_prints_loads_nothing_of_the_content() -> None:
    ask = "import sys, handbook.render.typst.worker; print('handbook.register.handbook' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("given", [b"", pickle.dumps("a job")[:-1]], ids=["nothing", "half a job"])
def test_a_process_whose_asker_is_gone_before_it_has_the_job_says_nothing(given: bytes) -> None:
    command = [sys.executable, "-P", "-m", "handbook.render.typst.worker"]
    done = subprocess.run(command, input=given, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
