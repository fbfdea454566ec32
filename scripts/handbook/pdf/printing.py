"""Printing at the side of other work: one process for each language, as many at once as there are processors."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from handbook.pdf.book import Job
from handbook.problems import Problem


class Printing:
    """Books being printed. Use it in a ``with`` statement: leaving it early ends every process it started."""

    def __init__(self, jobs: list[Job], problems: list[Problem]):
        self._problems = problems
        self._processes: list[subprocess.Popen[bytes]] = []
        self._stopped = False
        self._pool = ThreadPoolExecutor(max_workers=max(1, min(len(jobs), os.cpu_count() or 1)))
        self._results: list[Future[list[Problem]]] = [self._pool.submit(self._print, job) for job in jobs]

    def result(self) -> list[Problem]:
        """Wait until everything is printed; return what was wrong, in the order of the languages."""
        problems = list(self._problems)
        for result in self._results:
            problems += result.result()
        return problems

    def stop(self) -> None:
        """End what is still being printed."""
        self._stopped = True
        for process in self._processes:
            process.kill()
        self._pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Printing:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def _print(self, job: Job) -> list[Problem]:
        command = [sys.executable, "-P", "-m", "handbook.pdf.worker"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            self._processes.append(process)
            if self._stopped:
                process.kill()
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
            answer = process.stdout.read()
        if process.returncode or not answer:
            raise RuntimeError(f"printing {job.book.language} ended with status {process.returncode}")
        problems: list[Problem] = pickle.loads(answer)
        return problems
