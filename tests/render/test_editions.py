"""The site links to the print that is made, whatever its formats are called."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbook.render.editions import editions_of, file_name, linked_file
from handbook.render.html.template_context import site_view
from project import load, make


def test_the_editions_are_the_files_of_their_folder(tmp_path: Path) -> None:
    root = _with_editions(tmp_path, "large", "a5")
    assert editions_of(root) == ("a5", "large")
    assert file_name("en", "a5") == "handbook-en-a5.pdf"


def test_the_site_offers_the_first_of_them(tmp_path: Path) -> None:
    handbook, _ = load(_with_editions(tmp_path, "large", "a5"))
    assert handbook is not None
    assert [site_view(language, handbook).print for language in handbook.languages] == [
        "print/handbook-en-a5.pdf", "print/handbook-ms-a5.pdf", "print/handbook-ru-a5.pdf",
    ]  # fmt: skip


def test_without_an_edition_there_is_nothing_to_offer(tmp_path: Path) -> None:
    root = _with_editions(tmp_path)
    shutil.rmtree(root / "overrides", ignore_errors=True)
    assert (editions_of(root), linked_file("en", root)) == ((), "")


def _with_editions(folder: Path, *names: str) -> Path:
    root = make(folder)
    (root / "overrides/pdf/editions").mkdir(parents=True)
    for name in names:
        (root / "overrides/pdf/editions" / f"{name}.typ").write_text("")
    return root
