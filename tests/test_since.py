"""`handbook check --since`: a change answers for what it brings, and not for what was wrong before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from handbook.cli import main
from project import make, put

PAGE = "docs/en/index.md"
START = "# Healing {#healing}\n\nCrusts last [3 to 7 days](fact:crusts-last).\n"
WRONG = "\nCrusts go in [4 days](fact:crusts-last).\n"
MALAY = "# Penyembuhan {#healing}\n\nKeruping kekal [3 hingga 7 hari](fact:crusts-last).\n"


def git(folder: Path, *arguments: str, given: str = "") -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, input=given, text=True).stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose home page has a wrong number in its last commit."""
    made = make(tmp_path)
    put(made / PAGE, START + WRONG)
    put(made / "docs/ms/index.md", MALAY)
    git(made, "init")
    git(made, "add", "--all")
    git(made, "commit", "--message", "Begin")
    return made


def told(
    folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str, since: str = "HEAD"
) -> tuple[int, list[str], str]:
    """Return the status, the first line of each problem and the rest of what is said."""
    command = ["check", "--format", "text", "--since", since, "--root", str(folder), "--today", "2026-12-01"]
    status = main([*command, *arguments])
    out, err = capsys.readouterr()
    return status, [line for line in err.splitlines() if line.startswith("docs/")], out


def test_without_a_change_nothing_is_told_but_how_much_was_wrong(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(folder), "--today", "2026-12-01"]) == 1
    capsys.readouterr()
    assert main(["check", "--since", "HEAD", "--root", str(folder), "--today", "2026-12-01"]) == 0
    assert capsys.readouterr() == ("No new problems.\n", "Not told, because it was so at HEAD: 3 errors.\n")


def test_lines_that_move_make_no_new_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / PAGE, START + "\nOne line.\n\nAnd another.\n" + WRONG)
    assert told(folder, capsys) == (0, [], "No new problems.\n")


def test_a_new_mistake_is_told_at_its_line_also_where_there_was_one_like_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / PAGE, START + WRONG.replace("go", "fall") + "\nSo.\n" + WRONG)
    status, lines, _ = told(folder, capsys)
    assert status == 1
    assert [line for line in lines if "wrong-number" in line] == [
        f"{PAGE}:5:17: error[wrong-number] says 4 days, but crusts-last is 3 to 7 days"
    ]


def test_another_mistake_in_the_same_line_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / PAGE, START + WRONG.replace("4 days", "5 days"))
    assert told(folder, capsys)[1] == [
        f"{PAGE}:5:15: error[wrong-number] says 5 days, but crusts-last is 3 to 7 days",
        f"docs/ms/index.md:1:3: error[missing-fact] [5 days](fact:crusts-last) of the original ({PAGE}:5) is missing",
        f"docs/ru/index.md:1:3: error[missing-fact] [5 days](fact:crusts-last) of the original ({PAGE}:5) is missing",
    ]


def test_what_a_change_does_to_other_files_is_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder / PAGE, START.replace("{#healing}", "{#healing-2}") + WRONG)
    put(folder / "docs/data/images.txt", "not mine")
    status, lines, _ = told(folder, capsys)
    assert status == 1
    files = {line.partition(":")[0] for line in lines}
    assert files == {"docs/data/images.txt", "docs/ms/index.md", "docs/ru/index.md"}


def test_what_happened_on_the_other_branch_is_not_the_change_s(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(folder, "switch", "--create", "mine")
    put(folder / "docs/ms/index.md", MALAY.replace("kekal", "bertahan"))
    git(folder, "commit", "--all", "--message", "Mine")
    git(folder, "switch", "main")
    put(folder / PAGE, START)
    git(folder, "commit", "--all", "--message", "Mend it")
    git(folder, "switch", "mine")
    assert told(folder, capsys, since="main") == (0, [], "No new problems.\n")


def test_the_merge_of_a_request_needs_only_two_commits(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(folder, "switch", "--create", "request")
    put(folder / "docs/ms/index.md", MALAY + "\n[Baca](tiada.md).\n")
    git(folder, "commit", "--all", "--message", "Request")
    git(folder, "switch", "main")
    put(folder / PAGE, START + WRONG + WRONG.replace("go", "fall"))
    git(folder, "commit", "--all", "--message", "Meanwhile")
    git(folder, "merge", "--no-ff", "request")
    git(tmp_path, "clone", "--depth", "2", folder.as_uri(), "clone")
    status, lines, _ = told(tmp_path / "clone", capsys, since="HEAD^1")
    assert status == 1
    assert {line.partition(":")[0] for line in lines} == {"docs/ms/index.md"}


def test_a_project_may_stand_in_a_folder_of_its_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make(tmp_path / "deep")
    put(folder / PAGE, START + WRONG)
    git(tmp_path, "init")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "Begin")
    assert told(folder, capsys) == (0, [], "No new problems.\n")


def test_nothing_of_the_repository_is_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marker = folder.parent / "was-run"
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        put(folder / ".git/hooks" / name, f"#!/bin/sh\ntouch {marker}\n")
        (folder / ".git/hooks" / name).chmod(0o755)
    put(folder / ".gitattributes", "*.md filter=mine export-ignore\n")
    git(folder, "config", "filter.mine.smudge", f"touch {marker}")
    git(folder, "config", "filter.mine.clean", "cat")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Filter")
    marker.unlink(missing_ok=True)
    assert told(folder, capsys) == (0, [], "No new problems.\n")
    assert not marker.exists()


def test_github_is_told_of_the_new_problems_and_the_number_of_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / PAGE, START + WRONG + "\n[Read](nowhere.md).\n")
    assert main(["check", "--since", "HEAD", "--format", "github", "--root", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines if "broken-link" in line] == ["::error"]
    assert lines[-1] == "::notice::Not told, because it was so at HEAD: 3 errors."


@pytest.mark.parametrize(
    ("revision", "message"),
    [
        ("mian", "git knows no revision mian; is the name right? ORIG_HEAD is there after the first git pull"),
        ("--output=x", "'--output=x' is no revision: name a branch or a commit, such as origin/main"),
        ("", "'' is no revision: name a branch or a commit, such as origin/main"),
        ("other", "other and this have no commit in common; git fetch --unshallow gets all of them"),
    ],
)
def test_a_revision_that_cannot_be_compared_with_is_told(
    folder: Path, revision: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git(folder, "switch", "--orphan", "other")
    git(folder, "commit", "--allow-empty", "--message", "Another beginning")
    git(folder, "switch", "main")
    assert main(["check", f"--since={revision}", "--root", str(folder)]) == 2
    assert capsys.readouterr() == ("", f"handbook: {message}\n")


def test_a_clone_without_its_history_is_told_how_to_get_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(folder, "commit", "--allow-empty", "--message", "Another commit")
    git(folder, "clone", "--quiet", "--depth=1", folder.as_uri(), str(tmp_path / "shallow"))
    assert main(["check", "--since=mian", "--root", str(tmp_path / "shallow")]) == 2
    message = "git knows no revision mian; is it fetched? git fetch --unshallow gets all"
    assert capsys.readouterr() == ("", f"handbook: {message}\n")


def test_a_folder_without_git_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path)
    assert main(["check", "--since", "HEAD", "--root", str(folder)]) == 2
    assert capsys.readouterr().err == (
        f"handbook: {folder} is in no git repository, so there is nothing to compare with\n"
    )


def test_a_computer_without_git_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--since", "HEAD", "--root", str(folder)]) == 2
    assert capsys.readouterr().err == "handbook: git is not installed, and --since needs it\n"


def test_nothing_is_written_through_a_link_of_an_old_tree(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    way = git(folder, "hash-object", "-w", "--stdin", given=str(outside))
    page = git(folder, "hash-object", "-w", "--stdin", given=START)
    inner = git(folder, "mktree", given=f"100644 blob {page}\tfile.md\n120000 blob {way}\tlink.md\n")
    docs = git(folder, "mktree", given=f"120000 blob {way}\ta\n040000 tree {inner}\ta\n")
    links = git(folder, "mktree", given=f"120000 blob {way}\tb\n")
    both = git(folder, "mktree", given=f"120000 blob {way}\tb\n040000 tree {links}\tb\n")
    old = git(folder, "mktree", given=f"040000 tree {docs}\tdocs\n040000 tree {both}\tdocs\n")
    commit = git(folder, "commit-tree", old, "-m", "Made by hand")
    git(folder, "replace", "--graft", "HEAD", commit)
    assert told(folder, capsys, since=commit)[0] == 1
    assert list(outside.iterdir()) == []


def test_a_repository_that_lacks_a_file_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    object = git(folder, "rev-parse", f"HEAD:{PAGE}")
    (folder / ".git/objects" / object[:2] / object[2:]).unlink()
    commit = git(folder, "rev-parse", "HEAD")
    assert main(["check", "--since", "HEAD", "--root", str(folder)]) == 2
    assert capsys.readouterr() == (
        "",
        f"handbook: git cannot read all files of the commit {commit[:10]}; clone the repository anew\n",
    )


def test_a_changed_block_with_a_fact_or_a_command_is_to_be_read_by_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder / "docs/ms/index.md", MALAY.replace("kekal", "bertahan") + "\nAwak sihat.\n\nJangan lari.\n")
    command = ["check", "--format", "text", "--since", "HEAD", "--root", str(folder), "--today", "2026-11-21"]
    assert main(command) == 0
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("To be read")] == [
        "To be read by a second person: docs/ms/index.md:3: Keruping bertahan 3 hingga 7 hari.",
        "To be read by a second person: docs/ms/index.md:7: Jangan lari.",
    ]


def test_what_is_shown_on_a_page_is_to_be_read_once_and_where_it_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in ("en", "ms", "ru"):
        put(folder / f"docs/{code}/passages/more.md", "Rest.\n\nJangan lari.\n" if code == "ms" else "Rest.\n")
        put(folder / f"docs/{code}/index.md", START + "\nSafe.\n\n![](passage:more)\n\n![](passage:more)\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Show a passage")
    put(folder / "docs/ms/passages/more.md", "Rest.\n\nJangan duduk.\n")
    put(folder / "docs/data/signs/ms.yml", "kulit yang pedih → muka yang pedih", "edited")
    main(["check", "--format", "text", "--since", "HEAD", "--root", str(folder), "--today", "2026-11-21"])
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("To be read")] == [
        "To be read by a second person: docs/ms/passages/more.md:3: Jangan duduk.",
        "To be read by a second person: docs/data/signs/ms.yml:4: muka yang pedih",
    ]
