"""Printing at the side of other work: one process for each language, as many at once as there are processors."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from handbook.diagnostics.problems import Problem
from handbook.render.typst.book import Job, JobResult

_WORKER = (sys.executable, "-P", "-m", "handbook.render.typst.worker")
_OFFLINE = {"HTTPS_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
"""Nobody answers there: a template that imports a package from the network fails alike on every machine."""


class CompilerPool:
    """Processes that print, one for each book, as many at once as there are processors.

    They start with the press and get ready while the books are still being written. Use it in a ``with``
    statement: leaving it ends every process it started.
    """

    def __init__(self, books: int):
        self._stopped = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._printed: list[Future[JobResult]] = []
        at_once = max(1, min(books, 1 + (os.cpu_count() or 1)))  # one more, so that none idles at the end
        self._ready = [self._start() for _ in range(at_once)]
        self._pool = ThreadPoolExecutor(max_workers=at_once)

    def print(self, jobs: list[Job]) -> None:
        """Begin to print some books."""
        self._printed += [self._pool.submit(self._print, job) for job in jobs]

    def result(self, out: Path) -> list[Problem]:
        """Wait for all books and return what was wrong, by language; write the files into ``out`` if nothing was."""
        printed = [future.result() for future in self._printed]
        problems = [problem for book in printed for problem in book.problems]
        if printed and not problems:
            out.mkdir(parents=True, exist_ok=True)
            for name, pdf in (file for book in printed for file in book.files.items()):
                (out / name).write_bytes(pdf)
        return problems

    def stop(self) -> None:
        """End what is still being printed."""
        self._stopped = True
        for process in self._processes:
            process.kill()
        self._pool.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()  # closes its pipes and takes leave of it

    def __enter__(self) -> CompilerPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **_OFFLINE}
        process = subprocess.Popen(_WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self._processes.append(process)
        return process

    def _print(self, job: Job) -> JobResult:
        process = self._ready.pop() if self._ready else self._start()
        if self._stopped:
            process.kill()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(pickle.dumps(job))
        process.stdin.flush()
        answer = process.stdout.read()
        if process.wait():
            raise RuntimeError(f"the process that prints {job.book.language!r} ended with status {process.returncode}")
        printed: JobResult = pickle.loads(answer)
        return printed
