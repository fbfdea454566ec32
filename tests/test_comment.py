"""The comment under a request, with a GitHub of two dozen lines in the place of the real one.

What is simulated is the command `gh`: it notes what it is asked, hands out a report, and answers with what GitHub would
after its `--jq` (which jq itself is not asked for). Nothing has been tried on github.com from here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from handbook.reporting.comment import MARK, as_comment

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = ROOT / ".github" / "workflows"
REPORT = "Bahasa Melayu: tiada yang mesti dibetulkan\n```\n@all see [this](https://example.org)\n"
GH = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
here, asked = Path(os.environ["FAKE"]), sys.argv[1:]
bodies = [Path(one.partition("@")[2]).read_text() for one in asked if one.startswith("body=@")]
with (here / "asked").open("a") as log:
    log.write(json.dumps([asked, bodies]) + "\\n")
if asked[:2] == ["run", "download"]:
    report = here / "report"
    if not report.exists():
        sys.exit(1)
    (Path(asked[asked.index("--dir") + 1]) / "report.txt").write_text(report.read_text())
elif any("/pulls" in one for one in asked):
    print((here / "request").read_text())
elif "--paginate" in asked:
    print((here / "comments").read_text(), end="")
"""


@pytest.fixture
def github(tmp_path: Path) -> Path:
    """A GitHub with one open request that has no comment yet, and a run that has left a report."""
    answers = {"gh": GH, "report": REPORT, "request": "7", "comments": ""}
    for name, text in answers.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    return tmp_path


def post(github: Path, branch: str = "malay") -> tuple[str, list[tuple[list[str], list[str]]]]:
    """Run what the workflow runs; return what it says, and what it asks of GitHub with the texts it sends."""
    facts = {"RUN": "11", "OWNER": "aminah", "BRANCH": branch, "COMMIT": "c0ffee", "GITHUB_REPOSITORY": "us/handbook"}
    path = os.pathsep.join([str(github), str(Path(sys.executable).parent), os.environ["PATH"]])
    env = {**os.environ, **facts, "FAKE": str(github), "PATH": path}
    script = ROOT / ".github" / "comment"
    done = subprocess.run([str(script)], cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    asked = (github / "asked").read_text(encoding="utf-8").splitlines()
    return done.stdout, [(command, bodies) for command, bodies in map(json.loads, asked)]


def test_the_first_report_is_a_new_comment(github: Path) -> None:
    _, asked = post(github)
    command, bodies = asked[-1]
    assert command[:5] == ["api", "--silent", "--method", "POST", "repos/us/handbook/issues/7/comments"]
    assert bodies == [as_comment(REPORT)]


def test_a_later_report_takes_its_place(github: Path) -> None:
    (github / "comments").write_text("42\n43\n", encoding="utf-8")
    command, bodies = post(github)[1][-1]
    assert command[:5] == ["api", "--silent", "--method", "PATCH", "repos/us/handbook/issues/comments/42"]
    assert bodies == [as_comment(REPORT)]


def test_only_our_own_comment_is_looked_for(github: Path) -> None:
    command = post(github)[1][-2][0]
    assert command[:3] == ["api", "--paginate", "repos/us/handbook/issues/7/comments"]
    assert 'select(.user.login == "github-actions[bot]" and' in command[-1]
    assert f'startswith("{MARK}")' in command[-1]


def test_which_request_it_is_says_github(github: Path) -> None:
    command = post(github)[1][1][0]
    assert command[:4] == ["api", "--method", "GET", "repos/us/handbook/pulls"]
    assert "head=aminah:malay" in command
    assert "select(.head.sha == env.COMMIT)" in command[-1]


def test_the_name_of_a_branch_is_no_command(github: Path) -> None:
    branch = '$(touch gone)";`id`'
    assert f"head=aminah:{branch}" in post(github, branch)[1][1][0]
    assert not (ROOT / "gone").exists()


@pytest.mark.parametrize(("missing", "said"), [("report", "left no report"), ("request", "No open request")])
def test_without_a_report_or_a_request_nothing_is_written(github: Path, missing: str, said: str) -> None:
    (github / missing).unlink() if missing == "report" else (github / missing).write_text("", encoding="utf-8")
    told, asked = post(github)
    assert said in told
    assert not any("POST" in command or "PATCH" in command for command, _ in asked)


def test_what_may_write_never_takes_the_request() -> None:
    workflow = yaml.safe_load((WORKFLOWS / "comment.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["comment"]
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    checkout, show = job["steps"]
    assert checkout["with"] == {"ref": "${{ github.event.repository.default_branch }}", "persist-credentials": False}
    assert show["run"] == ".github/comment"
    assert list(workflow[True]) == ["workflow_run"]  # YAML 1.1 reads `on` as true


@pytest.mark.parametrize("file", sorted(WORKFLOWS.glob("*.yml")), ids=lambda file: file.name)
def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(file: Path) -> None:
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


@pytest.mark.parametrize("file", sorted(WORKFLOWS.glob("*.yml")), ids=lambda file: file.name)
def test_nothing_of_an_event_stands_in_a_command(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


def test_the_report_that_is_shown_is_the_one_that_the_check_leaves() -> None:
    steps = yaml.safe_load((WORKFLOWS / "check.yml").read_text(encoding="utf-8"))["jobs"]["pages"]["steps"]
    assert {"name": "report", "path": "report.txt", "if-no-files-found": "ignore"} in [it.get("with") for it in steps]
    assert any("check --format report --since HEAD^1 > report.txt" in step.get("run", "") for step in steps)


PULLS = [{"number": 6, "head": {"sha": "decade"}}, {"number": 7, "head": {"sha": "c0ffee"}}]
COMMENTS = [
    {"id": 40, "user": {"login": "mallory"}, "body": as_comment("Not ours")},
    {"id": 41, "user": {"login": "github-actions[bot]"}, "body": "Something else"},
    {"id": 42, "user": {"login": "github-actions[bot]"}, "body": as_comment("Ours")},
]


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not here, which GitHub's command has inside")
def test_the_filters_find_what_they_look_for(github: Path) -> None:
    filters = [command[-1] for command, _ in post(github)[1][1:3]]
    for given, wanted, found in ((PULLS, filters[0], "7\n"), (COMMENTS, filters[1], "42\n"), ([], filters[0], "")):
        env = {**os.environ, "COMMIT": "c0ffee"}
        done = subprocess.run(["jq", "-r", wanted], input=json.dumps(given), env=env, capture_output=True, text=True)
        assert (done.stdout, done.stderr) == (found, "")
