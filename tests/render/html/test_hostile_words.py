"""Words of the interface, of evidence, of the clinic and of pages stay words, whatever signs they hold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from built import Built, build
from handbook.render.html.audit import audit
from handbook.render.html.tags import read_tags
from project import make

HOSTILE = """ graded: on x = 1 style=plain "a" 'b' <b onclick="x()"> javascript:x()</script><script>x()</script> &lt;"""
KEPT = ("stemmer", "empty-link-words", "example", "country", "language", "original", "id", "source", "date", "locator")
"""What is compared, named or counted, and no text."""


def hostile(value: Any, name: str = "") -> Any:
    """Put the hostile words behind every text of some data."""
    if isinstance(value, dict):
        return {key: hostile(inner, key) for key, inner in value.items()}
    return value + HOSTILE if isinstance(value, str) and name not in KEPT else value


def spoil(file: Path, *keys: str) -> None:
    """Put the hostile words into the texts below some keys of a file, or of each of its entries."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for entry in data if isinstance(data, list) else [data]:
        for key in keys:
            entry.update({key: hostile(entry[key], key)} if key in entry else {})
    file.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="module")
def spoilt(small: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site with hostile words wherever words can stand."""
    folder = tmp_path_factory.mktemp("hostile")
    root = make(folder)
    shutil.copytree(small.handbook.project.root / "overrides", root / "overrides")
    shutil.copy(small.handbook.project.root / "mkdocs.yml", root / "mkdocs.yml")
    spoil(root / "docs/data/interface/en.yml", "site", "boxes", "common")
    spoil(root / "docs/data/sources.yml", "title", "authors", "journal")
    spoil(root / "docs/data/facts/recovery.yml", "statement")
    spoil(root / "docs/data/our-clinic.yml", "name", "phone", "hours")
    spoil(root / "mkdocs.yml", "site_name")
    page = root / "docs/en/recovery/day-by-day.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("# Day by day", f"# Day by day{HOSTILE}") + f"\nText{HOSTILE}\n", encoding="utf-8")
    return build(root, folder / "site")


def test_hostile_words_add_no_tag_and_no_attribute(small: Built, spoilt: Built) -> None:
    for file in sorted(spoilt.folder.rglob("*.html")):
        path = file.relative_to(spoilt.folder)
        texts = [(site.folder / path).read_text(encoding="utf-8") for site in (small, spoilt)]
        tags = [list(read_tags(text)) for text in texts]
        plain, found = ([(tag.name, [name for name, _ in tag.attributes]) for tag in one] for one in tags)
        added = [("p", [])] if path.as_posix() in ("recovery/day-by-day.html", "offline/handbook-en.html") else []
        if 'role="search"' in texts[0]:
            added += [("li", []), ("a", ["href"])]  # the clinic's telephone, which the small site lacks
        assert sorted(map(str, found)) == sorted(map(str, plain + added)), path


def test_hostile_words_do_not_stop_the_build(spoilt: Built) -> None:
    files = {
        file.relative_to(spoilt.folder).as_posix(): file.read_bytes()
        for file in spoilt.folder.rglob("*")
        if file.is_file()
    }
    printed = {f"print/{code}.html": b"" for code in spoilt.handbook.project.codes}
    assert audit(files | printed, spoilt.handbook) == []


def test_hostile_words_are_shown_letter_by_letter(spoilt: Built) -> None:
    text = (spoilt.folder / "recovery/day-by-day.html").read_text(encoding="utf-8")
    assert text.count("&lt;script&gt;x()&lt;/script&gt;") > 30
    assert "<script>x()" not in text
