"""What README, CONTRIBUTING and the workflows tell is there, and does what they say."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", ".ci/run", ".github/workflows/check.yml", ".github/workflows/publish.yml")
LOCKS = ("scripts/requirements.txt", "tests/requirements.txt", "benchmarks/requirements.txt")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_that_is_named_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"^\s*(?:\$ |exec |run: )?make ([a-z-]+)|`make ([a-z-]+)`", read(document), re.MULTILINE))
    assert {first or second for first, second in named} - targets == set()


@pytest.mark.parametrize("target", ["handbook", "check", "clinic", "preview", "pack"])
def test_every_make_command_for_a_clinic_takes_its_language(target: str) -> None:
    asked = subprocess.run(["make", "-n", target, "FOR=ms"], cwd=ROOT, check=True, capture_output=True, text=True)
    assert re.findall(r"bin/handbook [a-z]+ (--for \w+)", asked.stdout) == ["--for ms"]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_exists(document: str) -> None:
    text = read(document)
    named = set(re.findall(r"`((?:docs|overrides|scripts|tests)/[\w./-]+)`", text))
    named |= {target for target in re.findall(r"\]\(([\w./-]+)(?:#[\w-]+)?\)", text) if not target.startswith("..")}
    named = {name for name in named if not name.endswith(("/de/", "/de.yml"))}  # the language nobody has added yet
    named -= {"docs/data/our-clinic.yml", "docs/data/sign-offs.yml"}  # the clinic's own
    named = {name for name in named if not name.startswith("docs/data/translations")}  # by the program
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_heading_that_is_linked_exists(document: str) -> None:
    headings = {name: anchors(read(name)) for name in ("README.md", "CONTRIBUTING.md")}
    links = re.findall(r"\]\(((?:README|CONTRIBUTING)\.md)?#([\w-]+)\)", read(document))
    assert [(file, anchor) for file, anchor in links if anchor not in headings[file or document]] == []


def anchors(text: str) -> set[str]:
    """Return the anchors that the headings of a document get."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_continuous_integration_calls_the_readmes_test_command() -> None:
    assert read(".ci/run").splitlines()[-1] == "exec make test"
    assert "$ make test" in read("README.md")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_an_exact_version_and_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^ *#.*\n", "", read(lock)).strip())
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+( ; [^\\]+)? \\\n +--hash=sha256:", entry)] == []


def test_what_runs_on_a_pull_request_may_only_read() -> None:
    workflow = yaml.safe_load(read(".github/workflows/check.yml"))
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == []
    assert "secrets." not in read(".github/workflows/check.yml")
    assert "pull_request_target" not in read(".github/workflows/check.yml")
