"""The same work on many things, in as many processes as there are processors.

A forked process has all that was read before, so nothing need be sent to it, and only what comes of the work is sent
back. What a process does not bring back is done here: one that was killed costs time and no more, and a fault is
raised where it can be read.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_ENOUGH = 12
_TICKETS = 256
"""What a byte can number; of more things each ticket stands for several."""


class _Child(NamedTuple):
    id: int
    answer: int
    """The pipe on which it sends what came of its work."""


def spread(work: Callable[[T], R], items: Sequence[T], pages: int) -> list[R]:
    """Return what comes of each item, in order, as ``[work(item) for item in items]`` does.

    ``work`` must be free of effects, and what comes of it must be fit for pickle. ``pages`` says how much there is to
    do: of few pages no other process would be done sooner.
    """
    with begun(work, items, pages) as collect:
        return collect()


@contextmanager
def begun(work: Callable[[T], R], items: Sequence[T], pages: int) -> Iterator[Callable[[], list[R]]]:
    """Let other processes begin what ``spread`` does, and give what does the rest here and returns all of it."""
    if pages < _ENOUGH:
        yield lambda: [work(item) for item in items]
        return
    tickets = _issue(min(len(items), _TICKETS))
    children: list[_Child] = []
    with suppress(OSError):  # a machine that has no room for another process has room for the work
        children += (_fork(work, items, tickets) for _ in range(min(len(items), _at_once()) - 1))

    def collect() -> list[R]:
        done = dict(_take(work, items, tickets))
        for child in children:
            done.update(_read(child))
        return [done[at] if at in done else work(item) for at, item in enumerate(items)]

    try:
        yield collect
    finally:
        os.read(tickets, _TICKETS)  # what nobody has begun by now nobody needs
        os.close(tickets)
        for child in children:
            os.close(child.answer)  # before it is waited for: nobody reads it any more
            os.waitpid(child.id, 0)


@contextmanager
def collected_later() -> Iterator[None]:
    """Do without the collector of rubbish.

    There is none in what is read and kept to the end, and to look for it takes as long as to read it again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def pickled(value: object) -> bytes:
    """Return a value as ``pickle`` reads it."""
    body = BytesIO()
    _Pickler(body, pickle.HIGHEST_PROTOCOL).dump(value)
    return body.getvalue()


class _Pickler(pickle.Pickler):
    """Writes of a frozen value and of a named tuple what its kind is called with.

    Else a value is set field by field when it is read, which takes twice as long, and a tuple is asked three times
    what it holds when it is written. Of such values a handbook is made.
    """

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        fields_of = _called_with(kind)
        return (kind, fields_of(value)) if fields_of else NotImplemented


@cache
def _called_with(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what gets the fields of a value, where its kind has nothing else and is called with all of them."""
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple
    held = fields(kind) if is_dataclass(kind) and "__slots__" in vars(kind) else ()
    if not held or any(each.kw_only or not each.init for each in held):
        return None
    names = [each.name for each in held]
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)


def _at_once() -> int:
    """Return how many processors there are; one where no copy of this process can go on by itself.

    In a copy there are no other threads, and a lock that one of them holds stays locked.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _issue(number: int) -> int:
    """Return a pipe with so many tickets, of which each goes to whoever reads it first."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(number)))
    os.close(writing)
    return reading


def _take(work: Callable[[T], R], items: Sequence[T], tickets: int) -> Iterator[tuple[int, R]]:
    """Do what is left to do, and yield what comes of each item beside its number."""
    while ticket := os.read(tickets, 1):
        for at in range(ticket[0], len(items), _TICKETS):
            yield at, work(items[at])


def _fork(work: Callable[[T], R], items: Sequence[T], tickets: int) -> _Child:
    reading, writing = os.pipe()
    id = os.fork()
    if id:
        os.close(writing)
        return _Child(id, reading)
    try:
        os.close(reading)
        with suppress(BaseException), os.fdopen(writing, "wb") as answer:
            answer.write(pickled(dict(_take(work, items, tickets))))
    finally:
        os._exit(0)  # without what the parent would do at its end


def _read(child: _Child) -> dict[int, Any]:
    """Return what a process has sent; nothing where it ended before."""
    with os.fdopen(os.dup(child.answer), "rb") as answer, suppress(EOFError, pickle.UnpicklingError):
        found: dict[int, Any] = pickle.load(answer)
        return found
    return {}
