"""The whole build as its users meet it: one command, its files, its words, and what stays when it fails."""

from __future__ import annotations

import hashlib
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from built import SCRIPTS
from handbook.cli import main
from project import ROOT, make, record_all

PAGES = ("index.html", "index.notes.html", "recovery/day-by-day.html", "recovery/day-by-day.notes.html")
LISTS = ("print/en.html", "print/listing.css", "print/listing.js", "print/ms.html", "print/ru.html")
FILES = sorted(
    [
        ".htaccess",
        "404.html",
        "SHA256SUMS",
        "_headers",
        "robots.txt",
        "assets/app.js",
        "assets/boot.js",
        *(f"assets/card-{code}.png" for code in ("en", "ms", "ru")),
        "assets/favicon.svg",
        "assets/find.js",
        "assets/handbook.css",
        "assets/keep.js",
        "sitemap.xml",
        "worker.js",
        *PAGES,
        *(f"{code}/{page}" for code in ("ms", "ru") for page in PAGES),
        *(f"print/handbook-{code}-a4.pdf" for code in ("en", "ms", "ru")),
        *LISTS,
        *(f"search/{code}.js" for code in ("en", "ms", "ru")),
        *(f"search/{code}/{name}.js" for code in ("en", "ms", "ru") for name in SCRIPTS),
        *(f"offline/handbook-{code}.html" for code in ("en", "ms", "ru")),
        *(f"hosting/{name}" for name in ("Caddyfile", "Containerfile", "nginx.conf")),
    ]
)


ONE_LANGUAGE = ("--languages", "en")
"""Enough where nothing is to be built, or one page is looked at."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command said, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def handbook(*arguments: str, root: Path) -> Done:
    """Run a command here, which spares a process that would first have to load the program."""
    with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as told:
        status = main([*arguments, "--root", str(root), "--today", "2026-12-01"])
    return Done(status, said.getvalue(), told.getvalue())


def command(*arguments: str) -> list[str]:
    """Return a command as people give it."""
    return [sys.executable, "-m", "handbook", *arguments]


def contents(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built once."""
    root = make(tmp_path_factory.mktemp("built"))
    record_all(root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    build = command("build", "--root", str(root), "--today", "2026-12-01")
    done = subprocess.run(build, capture_output=True, text=True, timeout=600, check=False)
    assert done.stderr == "Reading and checking …\nMaking the site and the printed handbooks …\n"
    assert done.returncode == 0
    assert re.fullmatch(rf"Built {re.escape(str(root))}/site in \d+\.\d s\.\n", done.stdout)
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the built project, to be broken."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def test_a_build_makes_these_files_and_no_others(built: Path) -> None:
    made = set(contents(built / "site"))
    copies = {path for path in made if path.endswith((".br", ".gz"))}
    assert sorted(made - copies) == FILES
    assert {"index.html.br", "index.html.gz", "assets/handbook.css.br", "search/ru.js.gz"} < copies
    assert {path[:-3] for path in copies} < made
    assert [path.name for path in built.iterdir() if path.name.startswith(".")] == []


def test_the_checksums_are_those_of_the_files(built: Path) -> None:
    lines = (built / "site" / "SHA256SUMS").read_text().splitlines()
    assert {line[66:]: line[:64] for line in lines} == {
        path: digest for path, digest in contents(built / "site").items() if path != "SHA256SUMS"
    }


def test_no_reference_is_left_unresolved_in_any_page(built: Path) -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in (built / "site").rglob("*.html")}
    assert len(texts) == 19
    assert [file for file, text in texts.items() if re.search(r"\b(fact|clinic):", text)] == []


def test_a_second_build_in_another_folder_is_the_same_to_the_byte(project: Path, built: Path) -> None:
    assert handbook("build", "--out", str(project / "again"), root=project).returncode == 0
    assert contents(project / "again") == contents(built / "site")


def test_a_wrong_number_stops_the_build_and_leaves_the_last_good_site(project: Path, built: Path) -> None:
    page = project / "docs/ms/index.md"
    text = page.read_text()
    assert "3 hingga 7 hari" in text
    page.write_text(text.replace("3 hingga 7 hari", "3 hingga 8 hari"))
    done = handbook("build", root=project)
    assert done.returncode == 1
    assert "error[wrong-number] says 3 hingga 8 hari, but crusts-last is 3 hingga 7 hari" in done.stderr
    assert done.stderr.endswith(f"Nothing was built; {project}/site is as it was.\n")
    assert contents(project / "site") == contents(built / "site")


def test_a_broken_print_template_is_a_problem_at_its_line(project: Path, built: Path) -> None:
    template = project / "overrides/pdf/cover.typ"
    template.write_text(template.read_text() + "\n#nonsense()\n")
    done = handbook("build", *ONE_LANGUAGE, root=project)
    line = template.read_text().count("\n")
    assert done.returncode == 1
    assert f"overrides/pdf/cover.typ:{line}:2: error: Typst cannot" in done.stderr
    assert "unknown variable: nonsense" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == contents(built / "site")


def test_a_broken_page_template_is_a_problem_at_its_line(project: Path, built: Path) -> None:
    template = project / "overrides/main.html"
    template.write_text(template.read_text() + "\n{% nonsense %}\n")
    done = handbook("build", *ONE_LANGUAGE, root=project)
    assert done.returncode == 1
    assert "overrides/main.html" in done.stderr
    assert "nonsense" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == contents(built / "site")


def test_what_a_template_may_not_put_on_a_page_is_told_there(project: Path, built: Path) -> None:
    template = project / "overrides" / "partials" / "footer.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(before + '<p style="color:red"><a href="nowhere.html">x</a></p>\n', encoding="utf-8")
    done = handbook("build", *ONE_LANGUAGE, root=project)
    line = before.count("\n") + 1
    assert done.returncode == 1
    assert [told for told in done.stderr.splitlines() if "error: " in told] == [
        f'overrides/partials/footer.html:{line}:4: error: a style stands in the page itself: style="color:red"',
        f"overrides/partials/footer.html:{line}:30: error: the link nowhere.html leads nowhere",
    ]
    assert contents(project / "site") == contents(built / "site")


def test_a_release_refuses_pages_that_nobody_signed(project: Path, built: Path) -> None:
    done = handbook("build", "--release", root=project)
    assert done.returncode == 1
    assert done.stderr.count("error[unsigned-page]") == 6
    assert contents(project / "site") == contents(built / "site")


@pytest.mark.parametrize("sent", [
    signal.SIGKILL, signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.rest),
])  # fmt: skip
def test_a_stopped_build_leaves_the_last_good_site(project: Path, built: Path, sent: signal.Signals) -> None:
    page = project / "docs/en/index.md"
    page.write_text(page.read_text() + "\nOne sentence more.\n")
    build = command("build", "--root", str(project), "--today", "2026-12-01")
    process = subprocess.Popen(build, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    with process.stderr:
        while "Making" not in process.stderr.readline():
            pass
        time.sleep(0.3)
        process.send_signal(sent)
        told = process.stderr.read()
    assert process.wait(timeout=30) != 0
    assert "Traceback" not in told
    assert contents(project / "site") == contents(built / "site")
    assert handbook("build", *ONE_LANGUAGE, root=project).returncode == 0
    assert "One sentence more." in (project / "site/index.html").read_text()
    assert [path.name for path in project.iterdir() if path.name.startswith(".")] == []


def test_the_command_says_what_it_cannot_run_on(tmp_path: Path) -> None:
    done = handbook("build", root=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"handbook: {tmp_path} is no handbook: it has no mkdocs.yml; go to the handbook's folder\n"


def test_a_folder_that_holds_something_else_is_not_replaced_and_nothing_is_read_first(project: Path) -> None:
    other = project / "photographs"
    other.mkdir()
    (other / "one.jpg").write_text("a picture")
    done = handbook("build", "--out", str(other), root=project)
    assert done.returncode == 2
    told = f"{other}: it holds something else than a handbook; delete it, or name another folder with --out"
    assert (done.stdout, done.stderr) == ("", f"handbook: {told}\n")
    assert list(contents(other)) == ["one.jpg"]


def test_print_makes_the_handbooks_alone(project: Path) -> None:
    done = handbook("print", root=project)
    assert (done.returncode, done.stdout) == (0, f"Printed into {project}/print.\n")
    assert sorted(contents(project / "print")) == [f"handbook-{code}-a4.pdf" for code in ("en", "ms", "ru")]
    for name, digest in contents(project / "print").items():
        assert contents(project / "site" / "print")[name] == digest


def test_print_tells_the_files_of_what_was_asked_for(project: Path) -> None:
    done = handbook("print", "--chapter", "index.md", "--language", "ms", "--out", str(project / "one"), root=project)
    assert (done.returncode, done.stdout) == (0, f"Printed into {project}/one: handbook-ms-index.pdf.\n")


def test_explain_tells_what_a_check_wants() -> None:
    done = subprocess.run(command("explain", "wrong-number"), capture_output=True, text=True, check=True)
    assert "3 to 7 days" in done.stdout
