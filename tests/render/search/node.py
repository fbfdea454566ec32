"""Runs the parts of the search outside a browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from searching import NODE

from project import ROOT

SEARCH = ROOT / "overrides" / "assets" / "search"


def run(code: str, given: Any = None) -> Any:
    """Run a function body with ``given``, and return what it returns."""
    whole = f"""
    globalThis.window = globalThis;
    const given = {json.dumps(given)};
    Promise.resolve((() => {{ {code} }})()).then((found) => process.stdout.write(JSON.stringify(found)));
    """
    done = subprocess.run([str(NODE), "-"], input=whole, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def part(name: str) -> str:
    """Return a part of the search: ``russian``, ``engine/words``."""
    return (SEARCH / f"{name}.js").read_text(encoding="utf-8")


def search(folder: Path, code: str) -> str:
    """Return the search of a built site, with all its words and signs, as code that can stand in a function."""
    first, beside = folder / "search" / f"{code}.js", folder / "search" / code
    files = (first, beside / "signs.js", *beside.glob("words-*.js"))
    return searching(file.read_text(encoding="utf-8") for file in files)


def searching(scripts: Iterable[str]) -> str:
    """Return search scripts as code that can stand in a function."""
    return "".join(f"(0, eval)({json.dumps(script)});" for script in scripts)
