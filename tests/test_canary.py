"""In ten years another program may have to show the pages: what those that follow MkDocs and Material make of them now.

Each is installed with its exact version and hashes, tests/canary/<name>.txt, in an environment of its own, and shows
the Markdown as it stands, with none of our program. What it shows of each page is compared with what is written there;
tests/canary/<name>.expected says what is lost. Whoever moves to a newer version, `--update`, reads the diff.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.markup.blocks import TextBlock
from handbook.register.pages import Page
from project import ROOT, real_handbook

FOLDER = Path(__file__).parent / "canary"
CONFIG = """
site_name: Canary
use_directory_urls: false
theme: {{name: {theme}, custom_dir: theme}}
plugins: []
markdown_extensions: [admonition, attr_list, def_list, tables, md_in_html]
"""
GENERATORS = {
    "properdocs": ("properdocs", "properdocs.yml", "null"),
    "materialx": ("mkdocs", "mkdocs.yml", "materialx"),
}
"""The module to run, its configuration, its theme. Zensical 0.1.3 asks for a package, zensical-ui, that was not to be
had when this was written."""
WORD = re.compile(r"\w+")
NAMED = 12
"""Words that are lost most often, to be named; the rest is counted."""


class Text(HTMLParser):
    """The words of a page of the web."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.said.append(data)


def installed(name: str, folder: Path) -> Path:
    """Return the Python of an environment with a generator; without a network the test is skipped."""
    python = folder / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    wanted = ["--require-hashes", "--only-binary", ":all:", "--requirement", FOLDER / f"{name}.txt"]
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], capture_output=True, text=True)
    if done.returncode and re.search("connection|resolve|network|timed out|No matching", done.stderr, re.IGNORECASE):
        pytest.skip(f"the packages of {name} cannot be fetched: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return python


def built(name: str, folder: Path) -> Path:
    """Return the site that a generator makes of the pages of this repository."""
    module, config, theme = GENERATORS[name]
    (folder / config).write_text(CONFIG.format(theme=theme))
    (folder / "theme").mkdir()
    if theme == "null":  # it brings no theme: a page is then its text alone
        (folder / "theme" / "main.html").write_text("{{ page.content }}")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("data"))
    python = installed(name, folder)
    done = subprocess.run([python, "-m", module, "build", "--quiet"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def words_of(page: Page) -> Counter[str]:
    """Return the words of a page as they are written, without what is put in."""
    texts = (part.text for part in page.written.parts if isinstance(part, TextBlock))
    return Counter(word for text in texts for word in WORD.findall(text))


def differences(site: Path) -> Iterator[str]:
    """Yield what is lost: pages, and words by how often they are."""
    lost: Counter[str] = Counter()
    pages, whole = real_handbook().pages, 0
    for page in pages:
        file = site / page.document.path.removeprefix("docs/").replace(".md", ".html")
        if not file.exists():
            yield f"no page: {page.document.path}"
            continue
        missing = words_of(page) - Counter(WORD.findall(" ".join(Text(file.read_text(encoding="utf-8")).said)))
        lost += missing
        whole += not missing
    yield f"pages with every word: {'all' if whole == len(pages) else 'not all'}"
    yield from (f"lost: {word}" for word, _ in lost.most_common(NAMED))


def test_a_page_and_a_word_that_are_lost_are_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    page = real_handbook().pages[0]
    every = " ".join(words_of(page).elements())
    (tmp_path / "en" / "index.html").write_text(f"<p>{every.replace('laser', '', 1)}</p>", encoding="utf-8")
    told = list(differences(tmp_path))
    assert page.document.path == "docs/en/index.md"
    assert told[0] == f"no page: {real_handbook().pages[1].document.path}"
    assert told[-2:] == ["pages with every word: not all", "lost: laser"]


@pytest.mark.rest
@pytest.mark.parametrize("name", GENERATORS)
def test_what_another_generator_loses(name: str, tmp_path: Path, update: bool) -> None:
    found = "".join(f"{line}\n" for line in differences(built(name, tmp_path)))
    expected = FOLDER / f"{name}.expected"
    if update:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
