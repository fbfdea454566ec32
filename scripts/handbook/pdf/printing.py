"""Printing at the side of other work: one process for each language, as many at once as there are processors."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from handbook.pdf.book import Job, Printed
from handbook.problems import Problem

_WORKER = (sys.executable, "-P", "-m", "handbook.pdf.worker")
_OFFLINE = {"HTTPS_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
"""Nobody answers there: a template that imports a package from the network fails alike on every machine."""


class Printing:
    """Books being printed. Use it in a ``with`` statement: leaving it early ends every process it started."""

    def __init__(self, jobs: list[Job], out: Path, problems: list[Problem]):
        self._out = out
        self._problems = problems
        self._stopped = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._pool = ThreadPoolExecutor(max_workers=max(1, min(len(jobs), os.cpu_count() or 1)))
        self._printed: list[Future[Printed]] = [self._pool.submit(self._print, job) for job in jobs]

    def result(self) -> list[Problem]:
        """Wait for all books and return what was wrong, by language; write the files if nothing was."""
        printed = [future.result() for future in self._printed]
        problems = [*self._problems, *(problem for book in printed for problem in book.problems)]
        if printed and not problems:
            self._out.mkdir(parents=True, exist_ok=True)
            for name, pdf in (file for book in printed for file in book.files.items()):
                (self._out / name).write_bytes(pdf)
        return problems

    def stop(self) -> None:
        """End what is still being printed."""
        self._stopped = True
        for process in self._processes:
            process.kill()
        self._pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Printing:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _print(self, job: Job) -> Printed:
        with subprocess.Popen(
            _WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **_OFFLINE}
        ) as process:
            self._processes.append(process)
            if self._stopped:
                process.kill()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
            answer = process.stdout.read()
        if process.returncode:
            raise RuntimeError(f"the process that prints {job.book.language!r} ended with status {process.returncode}")
        printed: Printed = pickle.loads(answer)
        return printed
