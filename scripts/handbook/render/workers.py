"""Work at the side of other work: each job in a process of its own, as many at once as there are processors.

A process is what keeps memory flat, because a compiler frees nothing between two books, and what survives a crash of
native code. Run as ``python -m handbook.render.workers MODULE…`` this module is such a process: it loads the modules,
reads a pickled job from its input, and writes what the job returns to its output. Its input stays open until the
answer has been read; when it closes before, whoever asked is gone, and the process ends at once.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol

_OFFLINE = {"HTTPS_PROXY": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9"}
"""Nobody answers there: a template that imports a package from the network fails alike on every machine."""


class Job(Protocol):
    """A piece of work that can be handed to another process as it is."""

    @property
    def name(self) -> str:
        """What it is called in a message."""
        ...

    def run(self) -> Any:
        """Do it and return what came of it."""
        ...


class WorkerPool:
    """Processes that do one job each.

    They start with the pool and load the modules in ``preload`` while other work goes on. Use it in a ``with``
    statement: leaving it ends every process it started.
    """

    def __init__(self, preload: Sequence[str] = (), jobs: int | None = None):
        at_once = os.cpu_count() or 1
        self._command = (sys.executable, "-P", "-m", "handbook.render.workers", *preload)
        self._stopped = False
        self._processes: list[subprocess.Popen[bytes]] = []
        self._ready = [self._start() for _ in range(min(at_once, jobs if jobs is not None else at_once))]
        self._threads = ThreadPoolExecutor(max_workers=at_once)

    def run(self, jobs: Sequence[Job]) -> list[Any]:
        """Do some jobs and return what came of each, in order.

        Raises ChildProcessError where a process ends without an answer: a fault of the program, or of the machine.
        """
        return self.begin(jobs)()

    def begin(self, jobs: Sequence[Job]) -> Callable[[], list[Any]]:
        """Begin what ``run`` does, the first job first, and return what waits for the rest of it."""
        futures = [self._threads.submit(self._run, job) for job in jobs]
        return lambda: [future.result() for future in futures]

    def stop(self) -> None:
        """End what is still going on."""
        self._stopped = True
        for process in self._processes:
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()  # closes its pipes and takes leave of it

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, **_OFFLINE}
        process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        self._processes.append(process)
        return process

    def _run(self, job: Job) -> Any:
        process = self._ready.pop() if self._ready else self._start()
        if self._stopped:
            process.kill()
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(BrokenPipeError):  # it has ended already, and its status tells
            process.stdin.write(pickle.dumps(job))
            process.stdin.flush()
        answer = process.stdout.read()
        if process.wait():
            raise ChildProcessError(f"the process for {job.name} ended with status {process.returncode}")
        return pickle.loads(answer)


def main() -> None:
    """Do the one job that stands on the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent closes our input
    for module in sys.argv[1:]:
        importlib.import_module(module)
    try:
        job: Job = pickle.load(sys.stdin.buffer)
    except EOFError:  # whoever started us ended before there was anything to do
        return
    threading.Thread(target=_end_with_parent, daemon=True).start()
    pickle.dump(job.run(), sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _end_with_parent() -> None:
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(1)


if __name__ == "__main__":
    main()
