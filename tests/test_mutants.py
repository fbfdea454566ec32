"""Mutants are what they are said to be, and those that are written down fit the program."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import mutants
from mutation.catalogue import TESTS, Entry, entries, file_of, generic, modules
from mutation.operators import apply, changes
from mutation.trials import arguments

SOURCE = '''\
"""Says what it is for, 1."""

TABLE = {"a": (1, 2), "b": ()}


@cache(size=7)
def some(items: Mapping[str, Literal[3]]) -> list[str]:
    """Return some, 4."""
    found.clear()
    for item in items:
        if not item or 0 < item <= last:
            continue
        self.last = item
    return [item for item in items if item is TABLE]
'''

CHANGES = [
    (3, "{'a': (1, 2), 'b': ()}", "{'b': ()}"),
    (3, "{'a': (1, 2), 'b': ()}", "{'a': (1, 2)}"),
    (3, "(1, 2)", "(2,)"),
    (3, "(1, 2)", "(1,)"),
    (3, "1", "2"),
    (3, "2", "3"),
    (9, "found.clear()", "pass"),
    (10, "for item in items:", "for item in list(items)[:-1]:"),
    (11, "not item or 0 < item <= last", "not item and 0 < item <= last"),
    (11, "not item", "item"),
    (11, "0 < item <= last", "0 <= item <= last"),
    (11, "0 < item <= last", "0 < item < last"),
    (11, "0", "1"),
    (12, "continue", "pass"),
    (13, "self.last = item", "pass"),
    (14, "return [item for item in items if item is TABLE]", "return []"),
    (14, "for item in items if item is TABLE", "for item in list(items)[:-1] if item is TABLE"),
    (14, "item is TABLE", "item is not TABLE"),
]


def test_every_kind_of_change_is_made_where_it_can_be_made_and_nowhere_else() -> None:
    assert [(change.line, change.old, change.new) for change in changes(SOURCE)] == CHANGES


def test_a_change_is_the_only_difference() -> None:
    plain = ast.unparse(ast.parse(SOURCE)).splitlines()
    made = [apply(SOURCE, change).splitlines() for change in changes(SOURCE)]
    assert [sum(a != b for a, b in zip(plain, lines, strict=True)) for lines in made] == [1] * len(CHANGES)


ENTRIES = entries()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.module} {entry.name}")
def test_a_written_mutant_fits_its_module(entry: Entry) -> None:
    assert entry.fits, f"these words stand no longer once in {entry.module}: {entry.old}"
    whole = file_of(entry.module).read_text(encoding="utf-8")
    if entry.module.endswith(".py"):
        assert ast.unparse(ast.parse(entry.source)) != ast.unparse(ast.parse(whole))
    else:
        assert entry.source != whole


def test_no_two_written_mutants_are_the_same() -> None:
    assert len({(entry.module, entry.name) for entry in ENTRIES}) == len(ENTRIES)
    assert len({(entry.module, entry.source) for entry in ENTRIES}) == len(ENTRIES)


def test_a_sample_is_the_same_each_time() -> None:
    assert generic("language/", 5, seed=1) == generic("language/", 5, seed=1) != generic("language/", 5, seed=2)


def test_every_module_has_tests_that_are_there() -> None:
    written = {entry.module for entry in ENTRIES}
    asked = {it for module in (*modules(""), *written) for it in arguments(module) if not it.startswith("-")}
    assert [it for it in sorted(asked) if not Path(it).exists()] == []


TRY_TWO = """
import sys
from pathlib import Path
from mutation.catalogue import PACKAGE, Mutant
from mutation.trials import try_all
source = (PACKAGE / "render/addresses.py").read_text(encoding="utf-8")
two = [Mutant("render/addresses.py", *rest) for rest in (("broken", "nonsense(", True), ("whole", source, False))]
print(sorted((it.mutant.name, it.word) for it in try_all(two, Path(sys.argv[1]))))
"""


def test_what_becomes_of_a_mutant_is_told(tmp_path: Path) -> None:
    """In a process of its own: this one has the program in memory, and a mutant would not be read."""
    command = [sys.executable, "-c", TRY_TWO, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(TESTS)})
    assert (done.stdout, done.stderr) == ("[('broken', 'killed'), ('whole', 'survived')]\n", "")


def test_the_status_tells_of_survivors_and_of_mutants_that_fit_no_longer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = Entry("gone", "language/plurals.py", "words that stand nowhere", "")
    monkeypatch.setattr(mutants, "entries", lambda: [stale])
    assert mutants.main(["--sample", "0", "no such module"]) == 1
    told = capsys.readouterr().out
    assert re.sub(" +", " ", told).splitlines() == [
        "no longer fits language/plurals.py: gone",
        "Mutants killed survived timeout untested noticed",
        "All that are written down 0 0 0 0 100%",
        "All others 0 0 0 0 100%",
    ]
