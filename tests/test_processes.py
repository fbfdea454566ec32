"""Work that is spread comes out as if it were not, whatever becomes of the other processes."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest

from handbook import processes
from handbook.processes import pickled, spread

MANY = 1000


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be two, and no thread but this one: a runner of tests has more, and other processes."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def _children() -> set[str]:
    return {id for task in Path("/proc/self/task").glob("*/children") for id in task.read_text().split()}


def _double(number: int) -> int:
    return 2 * number


def _process(_: int) -> int:
    for _ in range(10_000):
        pass  # long enough for the other process to begin
    return os.getpid()


def test_all_is_done_once_and_in_order() -> None:
    assert spread(_double, range(MANY), MANY) == [2 * number for number in range(MANY)]
    assert spread(_double, (), MANY) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
def test_much_is_done_by_two_processes_and_little_by_one() -> None:
    assert len(set(spread(_process, range(MANY), MANY))) == 2
    assert set(spread(_process, range(MANY), 1)) == {os.getpid()}


def test_nothing_is_forked_beside_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert set(spread(_process, range(MANY), MANY)) == {os.getpid()}


def test_a_process_that_is_killed_costs_nothing_but_time() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return _process(number) and number

    assert spread(work, range(MANY), MANY) == list(range(MANY))


def test_what_cannot_be_sent_back_is_made_here() -> None:
    assert [make() for make in spread(lambda number: lambda: number, range(MANY), MANY)] == list(range(MANY))


def test_a_fault_is_raised_here_and_leaves_no_process_behind() -> None:
    before = _children()
    with pytest.raises(ZeroDivisionError):
        spread(lambda number: 1 // (number - 500), range(MANY), MANY)
    assert _children() == before


def test_a_machine_without_room_for_a_process_does_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(processes.os, "fork", refuse)
    assert spread(_double, range(MANY), MANY) == [2 * number for number in range(MANY)]


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    held: tuple[Plain, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    name: str
    letters: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", len(self.name))


@dataclass(frozen=True, slots=True)
class Named:
    name: str = field(kw_only=True)


@dataclass
class Open:
    name: str


class Placed(NamedTuple):
    line: int
    column: int = 1


@pytest.mark.parametrize(
    "value",
    [Plain("a", (Plain("b"), Plain("c"))), Counted("abc"), Named(name="a"), Open("a"), Placed(2), {"a": [Plain("b")]}],
    ids=repr,
)
def test_what_is_pickled_is_read_as_it_was(value: object) -> None:
    assert pickle.loads(pickled(value)) == value
