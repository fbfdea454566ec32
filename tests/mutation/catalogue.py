"""The mutants that are written down by hand, mutants.yml, and all that can be made of a module."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import yaml

from mutation.operators import Change, apply, changes

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
PACKAGE = ROOT / "scripts" / "handbook"
SHOWN = "overrides/"
"""Where the templates and styles stand, from the project's root; mistakes are put into them too."""


def file_of(module: str, root: Path = ROOT) -> Path:
    """Return the file of a module, or of a template or style, in a project."""
    return root / module if module.startswith(SHOWN) else root / "scripts" / "handbook" / module


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one small mistake in it."""

    module: str
    """Its path in the package; of a template or style, its path from the project's root."""
    name: str
    source: str
    named: bool
    """Whether it stands in mutants.yml."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A mutant of mutants.yml."""

    name: str
    module: str
    old: str
    """Words that stand once in the module,"""
    new: str
    """and what stands there instead."""
    equal: str = ""
    """Why no test can notice it; then it is not tried."""

    @property
    def fits(self) -> bool:
        """Whether the old words stand in the module just once."""
        file = file_of(self.module)
        return file.is_file() and file.read_text(encoding="utf-8").count(self.old) == 1

    @property
    def source(self) -> str:
        """The changed module."""
        return file_of(self.module).read_text(encoding="utf-8").replace(self.old, self.new)


def entries(file: Path = TESTS / "mutants.yml") -> list[Entry]:
    """Read the mutants that are written down."""
    return [Entry(**entry) for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]


def named(pattern: str) -> list[Mutant]:
    """Return the written mutants of the modules, or with the names, that a pattern fits."""
    chosen = [entry for entry in entries() if _fits(pattern, entry.module, entry.name) and entry.fits]
    return [Mutant(entry.module, entry.name, entry.source, True) for entry in chosen if not entry.equal]


def generic(pattern: str, sample: int | None, seed: int) -> list[Mutant]:
    """Return mutants of the modules that a pattern fits: all, or so many that a seed chooses."""
    possible = [(module, change) for module in modules(pattern) for change in changes(_read(module))]
    if sample is not None:
        possible = random.Random(seed).sample(possible, min(sample, len(possible)))
    written = [entry for entry in entries() if entry.equal and entry.fits and entry.module.endswith(".py")]
    equal = {_normal(entry.source) for entry in written}
    made = (_made(module, change) for module, change in possible)
    return [mutant for mutant in made if _normal(mutant.source) not in equal]


def modules(pattern: str) -> Iterator[str]:
    """Yield the modules that a pattern fits."""
    found = sorted(file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py"))
    return (module for module in found if _fits(pattern, module))


def _fits(pattern: str, *texts: str) -> bool:
    return any(pattern in text or fnmatch(text, pattern) for text in texts)


def _made(module: str, change: Change) -> Mutant:
    name = f"line {change.line}: {change.old} → {change.new}"
    return Mutant(module, name, apply(_read(module), change), False)


def _read(module: str) -> str:
    return (PACKAGE / module).read_text(encoding="utf-8")


def _normal(source: str) -> str:
    """Return a module without what makes no difference: comments and layout."""
    return ast.unparse(ast.parse(source))
