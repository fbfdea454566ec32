"""Runs the parts of the search outside a browser."""

from __future__ import annotations

import json
import subprocess
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
    process.stdout.write(JSON.stringify((() => {{ {code} }})()));
    """
    done = subprocess.run([str(NODE), "-"], input=whole, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def part(name: str) -> str:
    """Return a part of the search: ``russian``, ``engine/words``."""
    return (SEARCH / f"{name}.js").read_text(encoding="utf-8")


def script(folder: Path, name: str) -> str:
    """Return a built search script as code that can stand in a function."""
    text = (folder / "search" / f"{name}.js").read_text(encoding="utf-8")
    return f"(0, eval)({json.dumps(text)});"
