"""The outputs of a handbook, each a module that makes files of it, and how they are made side by side."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from handbook.processes import begun
from handbook.register.handbook import Handbook
from handbook.render.output import Keeper, Output, RenderContext, Rendered, make_anew
from handbook.render.workers import WorkerPool

PRINT = "handbook.render.typst.output"

OUTPUTS = (
    PRINT,
    "handbook.render.typst.cards",
    "handbook.render.html.output",
    "handbook.render.search.output",
    "handbook.render.hosting.output",
)
"""The modules that make the files of the site. They are named and not imported here, because MkDocs takes longer to
import than all checks take to run."""

COMPILER = "handbook.render.typst.compiler"
"""What a process that prints has to load first."""


def render(
    handbook: Handbook,
    outputs: Sequence[str],
    workers: WorkerPool,
    earlier: Path | None = None,
    keep: Keeper = make_anew,
) -> Rendered:
    """Make the files of some outputs, given by their modules, side by side; return all of them together.

    ``earlier`` is the folder with what was made before. What prints is begun in this process, whose the workers are.
    """
    context = RenderContext(workers, earlier, keep)
    others = [name for name in outputs if name != PRINT]
    with begun(partial(_made, handbook, context), others, len(handbook.pages)) as collect:
        printed = _begin_print(handbook, context) if PRINT in outputs else None
        made = dict(zip(others, collect(), strict=True))
        made |= {PRINT: printed()} if printed else {}
    files = {path: content for name in outputs for path, content in made[name].files.items()}
    return Rendered(files, tuple(problem for name in outputs for problem in made[name].problems))


def _begin_print(handbook: Handbook, context: RenderContext) -> Callable[[], Rendered]:
    begin: Callable[[Handbook, RenderContext], Callable[[], Rendered]] = importlib.import_module(PRINT).begin
    return begin(handbook, context)


def _made(handbook: Handbook, context: RenderContext, name: str) -> Rendered:
    return _output(name).render(handbook, context)


def _output(name: str) -> Output:
    module: Any = importlib.import_module(name)
    output: Output = module
    return output
