"""The Nu HTML checker, with which browsers' makers test their own pages, finds no error in pages and style sheet."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from built import Built
from project import ROOT
from tools import JavaTools

PACKAGE = "vnu-jar@26.9.27"
INTEGRITY = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
"""The SHA-512 of the package, as the npm registry names it for this version."""
UNREACHABLE = "the Nu checker cannot be fetched from the npm registry: the tests with it are skipped"

KINDS = ("404.html", "index.html", "recovery/day-by-day.html", "ru/when-to-call/warning-signs.html")
"""Pages of the real handbook without --all; those of the small ones are all looked at."""

Check = Callable[..., list[str]]


@pytest.fixture(scope="session")
def jar() -> Path:
    """The checker, fetched once in the version that is pinned here."""
    kept = ROOT / ".cache" / f"{PACKAGE}.jar"
    npm = shutil.which("npm")
    if not kept.exists() and (npm is None or not _fetch(npm, kept)):
        if os.environ.get("CI") == "true":
            pytest.fail(UNREACHABLE)
        pytest.skip(UNREACHABLE)
    return kept


def _fetch(npm: str, kept: Path) -> bool:
    kept.parent.mkdir(exist_ok=True)
    command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", str(kept.parent)]
    if subprocess.run(command, capture_output=True, timeout=300).returncode:
        return False
    archive = kept.parent / f"{PACKAGE.replace('@', '-')}.tgz"
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    assert found == INTEGRITY, f"{archive.name} is not the file that was looked at"
    with tarfile.open(archive) as opened:
        member = opened.extractfile("package/build/dist/vnu.jar")
        assert member is not None
        kept.write_bytes(member.read())
    archive.unlink()
    return True


@pytest.fixture(scope="session")
def nu(java_tools: JavaTools, jar: Path) -> Check:
    """What gives the errors of some files."""

    def check(*files: Path, css: bool = False) -> list[str]:
        kind = ["--css"] if css else []
        options = ["--format", "json", "--exit-zero-always", *kind]
        command = [*java_tools.run, "-jar", str(jar), *options, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        told = json.loads(done.stderr)["messages"]
        return [f"{one['url'].rpartition('/')[2]}: {one['message']}" for one in told if one["type"] == "error"]

    return check


def test_no_page_has_an_error_but_one_that_was_made_wrong(
    nu: Check, small: Built, partly: Built, turned: Built, real: Built, everything: bool, tmp_path: Path
) -> None:
    files = [file for built in (small, partly, turned) for file in built.folder.rglob("*.html")]
    every = sorted(real.folder.rglob("*.html"))
    files += every if everything else [file for file in every if file.relative_to(real.folder).as_posix() in KINDS]
    assert len(files) > 20
    wrong = tmp_path / "wrong.html"
    wrong.write_text('<!doctype html><html lang="en"><title>a</title><p><p id="a"><p id="a">')
    assert nu(*files, wrong) == ["wrong.html: Duplicate ID “a”."]


def test_the_style_sheet_has_no_error_and_one_that_was_made_wrong_has(nu: Check, real: Built, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.css"
    wrong.write_text("p { colour: red }")
    told = nu(real.folder / "assets/handbook.css", wrong, css=True)
    assert [line.partition(":")[0] for line in told] == ["wrong.css"]
