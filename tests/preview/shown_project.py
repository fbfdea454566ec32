"""A project with a preview of it, for tests that change its files."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbook.preview.state import Preview, Shown
from project import ROOT, TODAY, make, record_all

MALAY = "docs/ms/index.md"


class Project:
    """The base project with its ledgers and the templates of the repository, and a preview of it."""

    def __init__(self, folder: Path):
        self.root = make(folder)
        record_all(self.root)
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        self.preview = Preview(self.root, TODAY)
        self.first = self.preview.refresh(())
        self.text = self.read(MALAY)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes) -> Shown:
        """Change a file or make it, and return what is shown then."""
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.preview.refresh({path})


def files(top: Path) -> list[Path]:
    return [top] if top.is_file() else [file for file in top.rglob("*") if file.is_file()]
