"""veraPDF, the reference validator, confirms that every printed file is PDF/UA-1."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from built import COMPLETE, print_books
from handbook.register.edition_choice import Wanted, choose
from handbook.render.editions import editions_in, file_name
from project import make, real_handbook
from render.typst.specimen import ROOT, copy_templates
from render.typst.test_handbook_pdf import EDITIONS, read, sample
from render.typst.test_sheets import DAY, SHEETS
from tools import JavaTools

POM = Path(__file__).parent / "verapdf" / "pom.xml"
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"
UNREACHABLE = "veraPDF cannot be fetched from Maven Central: the tests with it are skipped"

Validate = Callable[[list[Path]], dict[str, list[str]]]


@pytest.fixture(scope="session")
def classpath(java_tools: JavaTools) -> str:
    """Return veraPDF's class path; Maven fetches its parts once, in the versions that pom.xml pins."""
    kept = ROOT / ".cache" / f"verapdf-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}.txt"
    if kept.exists() and all(Path(part).exists() for part in kept.read_text().split(os.pathsep)):
        return kept.read_text()
    kept.parent.mkdir(exist_ok=True)
    command = [java_tools.mvn, "-B", "-q", "-ntp", "-f", str(POM), PLUGIN, f"-Dmdep.outputFile={kept}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    if done.returncode and os.environ.get("CI") != "true":
        pytest.skip(UNREACHABLE)
    assert done.returncode == 0, done.stdout
    return kept.read_text()


@pytest.fixture(scope="session")
def validate(java_tools: JavaTools, classpath: str) -> Validate:
    """Return what gives, for each file by name, the clauses of PDF/UA-1 that it breaks."""

    def validate(files: list[Path]) -> dict[str, list[str]]:
        program = [*java_tools.run, "-cp", classpath, "org.verapdf.apps.GreenfieldCliWrapper"]
        done = subprocess.run([*program, "--flavour", "ua1", *map(str, files)], capture_output=True, text=True)
        report = ElementTree.fromstring(done.stdout)
        return {Path(job.findtext("item/name", "")).name: _broken(job) for job in report.iter("job")}

    return validate


def _broken(job: ElementTree.Element) -> list[str]:
    (checked,) = job.findall("validationReport")
    clauses = [f"{rule.get('clause')}-{rule.get('testNumber')}" for rule in checked.iter("rule")]
    assert (checked.get("isCompliant") == "true") == (clauses == [])
    return clauses


def test_every_printed_file_is_pdf_ua_1_but_one_that_was_spoiled(validate: Validate, tmp_path: Path) -> None:
    assert print_books(read(sample(tmp_path)), tmp_path / "sample") == []
    files, spoiled = sorted((tmp_path / "sample").glob("*.pdf")), tmp_path / "spoiled.pdf"
    with pikepdf.open(tmp_path / "sample" / "handbook-ru-a4.pdf") as document:
        document.Root.MarkInfo.Marked = False
        document.save(spoiled)
    sound = {f"handbook-{language}-a4.pdf": [] for language in ("en", "ms", "ru")}
    assert validate([*files, spoiled]) == {**sound, "spoiled.pdf": ["6.2-1"]}


def test_books_and_sheets_of_every_kind_are_pdf_ua_1(validate: Validate, tmp_path: Path) -> None:
    editions = EDITIONS + SHEETS.replace("id: small", "id: slip")
    handbook = read(copy_templates(make(tmp_path, {"docs/data/editions.yml": editions})))
    dated, _ = choose(handbook, Wanted(day=DAY))
    assert print_books(handbook, tmp_path / "out") + print_books(dated, tmp_path / "out") == []
    found = validate(sorted((tmp_path / "out").glob("*.pdf")))
    assert (len(found), set(map(tuple, found.values()))) == (24, {()})


def test_the_handbook_itself_is_pdf_ua_1(validate: Validate, real_print: Path, everything: bool) -> None:
    """With --all every edition in every language, in one run of veraPDF. Without it the complete book in Malay, which
    has chapters that are translated and some that are not: a second goes by for some ten pages, and others repeat them.
    """
    handbook = real_handbook()
    claiming = [
        (language.code, edition.id)
        for language in handbook.languages
        for edition in editions_in(language, handbook)
        if not edition.folded and (everything or (language.code, edition.id) == ("ms", COMPLETE))
    ]
    files = [real_print / file_name(*claim) for claim in claiming]
    assert validate(files) == {file.name: [] for file in files}
