"""What was found last time is told again only where it holds: always the same problems as without a memory."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import pipeline
from handbook.checks import Mode
from handbook.diagnostics.problems import Problem
from handbook.memory.stamps import stamp_of
from handbook.memory.store import VARIABLE, recall
from project import CASES, ROOT, TODAY, Case, make

PAGE = "docs/en/recovery/day-by-day.md"
WRONG = "\nCrusts last [3 to 9 days](fact:crusts-last).\n"
TOLD = {"wrong-number", "missing-fact"}
"""What is said of that."""
_FILE = re.compile(r"^-- (\S+?)(?: \(([^)]+)\))? --$", re.MULTILINE)
_PAGE = re.compile(r"docs/(?!data/)[^/]+/(?!passages/).+\.md")
_PARTS = 4


def pages_alone(case: Case) -> bool:
    """Tell whether a case is the base project with other words in some of its pages."""
    files = _FILE.findall(case.given)
    return bool(files) and all(_PAGE.fullmatch(path) and how in ("", "edited") for path, how in files)


CHANGED_PAGES = [case for case in map(Case.read, sorted(CASES.rglob("*.txt"))) if pages_alone(case)]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which is kept what was found."""
    folder = tmp_path / "store"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """What lets nothing be read as if for the first time from then on."""

    def refuse(*_: object) -> None:
        raise AssertionError("everything is read again")

    return lambda: monkeypatch.setattr("handbook.pipeline.load_handbook", refuse)


def remembered(root: Path, mode: Mode = Mode.CHECK, today: datetime.date = TODAY) -> list[Problem]:
    return pipeline.check(pipeline.Request(root, today, mode, remember=True)).problems


def anew(root: Path, mode: Mode = Mode.CHECK, today: datetime.date = TODAY) -> list[Problem]:
    return pipeline.check(pipeline.Request(root, today, mode)).problems


def shown(root: Path, remember: bool) -> list[object]:
    """Return what readers would be shown of each page, and how each block of it stands to its original."""
    handbook = pipeline.read(root, TODAY, remember).handbook
    assert handbook is not None
    pages = [(page.language, page.path, page.section, page.sign_off) for page in handbook.pages]
    words = [[(text.location, text.text) for text in page.document.texts] for page in handbook.pages]
    standings = {key: [(it.id, it.state, it.mine) for it in its] for key, its in handbook.standings.items()}
    return [pages, words, repr(standings), handbook.editions, len(handbook.fallbacks)]


def add(root: Path, text: str, path: str = PAGE) -> None:
    """Add a text to a file of a project."""
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def start(tmp_path: Path, text: str = "") -> Path:
    """Make a project with a text more on a page, and let it be remembered."""
    root = make(tmp_path)
    add(root, text)
    remembered(root)
    return root


@pytest.mark.parametrize("part", range(_PARTS))
def test_what_is_found_of_changed_pages_is_the_same(part: int, everything: bool, tmp_path: Path, store: Path) -> None:
    cases = CHANGED_PAGES[part :: _PARTS if everything else 6 * _PARTS]
    assert len(cases) > 3
    start(tmp_path)
    first = next(store.iterdir()).read_bytes()
    for case in cases:
        shutil.rmtree(tmp_path / "project")
        root, mode, today = case.make(tmp_path)
        assert remembered(root, mode, today) == anew(root, mode, today), case.file
        next(store.iterdir()).write_bytes(first)
        assert shown(root, True) == shown(root, False), case.file


@pytest.mark.parametrize("part", range(_PARTS))
def test_what_was_wrong_is_forgotten_when_it_is_mended(
    part: int, everything: bool, tmp_path: Path, store: Path
) -> None:
    cases = CHANGED_PAGES[part :: _PARTS if everything else 6 * _PARTS]
    base = make(tmp_path / "base")
    for case in cases:
        shutil.rmtree(tmp_path / "project", ignore_errors=True)
        root, mode, today = case.make(tmp_path)
        assert remembered(root, mode, today) == anew(root, mode, today), case.file
        shutil.copytree(base, root, dirs_exist_ok=True)
        assert remembered(root) == [], case.file


def test_nothing_is_read_again_where_nothing_has_changed(
    tmp_path: Path, store: Path, forget: Callable[[], None]
) -> None:
    root = start(tmp_path, WRONG)
    expected = anew(root)
    forget()
    assert {problem.check for problem in expected} == TOLD
    assert remembered(root) == expected


def test_of_one_changed_page_only_this_is_read_again(tmp_path: Path, store: Path, forget: Callable[[], None]) -> None:
    root = start(tmp_path)
    forget()
    add(root, WRONG)
    assert {problem.check for problem in remembered(root)} == TOLD


@pytest.mark.parametrize("words", [("Crusts.", "Sunscreen."), ("Sunscreen.", "Crusts."), ("Sunscreen.", "Skin.")])
def test_the_word_list_has_the_words_of_the_pages_as_they_are(
    words: tuple[str, str], tmp_path: Path, store: Path, forget: Callable[[], None]
) -> None:
    """What a check minds in a definition is told as soon as, and as long as, some page uses the word."""
    root, glossary = make(tmp_path), "docs/data/glossary/en.yml"
    defined = (root / glossary).read_text(encoding="utf-8").replace("A cream that holds", "A «cream» that holds")
    (root / glossary).write_text(re.sub("(    definition: .*\n)", "\\1    explain: true\n", defined), encoding="utf-8")
    add(root, "\n![](glossary:)\n", "docs/en/index.md")
    add(root, f"\n{words[0]}\n")
    remembered(root)
    text = (root / PAGE).read_text(encoding="utf-8")
    (root / PAGE).write_text(text.replace(words[0], words[1]), encoding="utf-8")
    expected, other = anew(root), shown(root, False)
    assert ("wrong-quotes" in {problem.check for problem in expected}) == ("Sunscreen." in words[1])
    forget()
    assert remembered(root) == expected
    assert shown(root, True) == other


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/data/facts/recovery.yml", "- id: lost\n"),
        ("docs/data/claims.yml", "- id: lost\n"),
        ("mkdocs.yml", "unknown: true\n"),
        ("CHANGELOG.md", "\n## 9.9.9, yesterday\n"),
        ("docs/en/other.md", "# Other {#other}\n"),
        ("docs/en/passages/other.md", "# A heading in a passage\n"),
        ("docs/data/unknown.yml", "a: b\n"),
    ],
)
def test_any_other_change_has_everything_read_again(path: str, text: str, tmp_path: Path, store: Path) -> None:
    root = start(tmp_path)
    (root / path).parent.mkdir(exist_ok=True)
    add(root, text, path)
    stamp = stamp_of(root, TODAY)
    assert stamp is not None
    assert recall(root, stamp) is None
    assert remembered(root) == anew(root)


def test_a_page_with_another_name_is_another_page(tmp_path: Path, store: Path) -> None:
    root = start(tmp_path)
    page = root / "docs" / "ms" / "recovery" / "day-by-day.md"
    page.rename(page.with_name("day-after-day.md"))
    stamp = stamp_of(root, TODAY)
    assert stamp is not None
    assert recall(root, stamp) is None
    assert remembered(root) == anew(root) != []


def test_what_is_wrong_with_a_page_is_told_again_when_another_has_changed(tmp_path: Path, store: Path) -> None:
    root = start(tmp_path, "\n!!! warning\n    A box that is none.\n")
    add(root, "\nAyat baharu.\n", "docs/ms/index.md")
    found = remembered(root)
    assert "the box !!! warning is of no known kind" in [problem.message for problem in found]
    assert found == anew(root)


def test_another_day_is_another_check(tmp_path: Path, store: Path) -> None:
    root, later = start(tmp_path), datetime.date(2028, 1, 1)
    assert remembered(root, today=later) == anew(root, today=later) != []


def test_a_release_remembers_nothing(tmp_path: Path, store: Path, forget: Callable[[], None]) -> None:
    root = start(tmp_path)
    forget()
    with pytest.raises(AssertionError, match="read again"):
        remembered(root, Mode.RELEASE)


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    start(tmp_path)
    assert not (tmp_path / "home").exists()


def test_the_last_eight_projects_are_kept(tmp_path: Path, store: Path) -> None:
    for number in range(10):
        start(tmp_path / str(number))
    assert len(list(store.iterdir())) == 8


def damage(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1000])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def open_to_all(file: Path) -> None:
    file.chmod(0o666)


def open_the_folder(file: Path) -> None:
    file.parent.chmod(0o777)


@pytest.mark.parametrize("harm", [damage, cut, empty, open_to_all, open_the_folder])
def test_a_file_that_cannot_be_trusted_is_not_read(harm: Callable[[Path], None], tmp_path: Path, store: Path) -> None:
    root, (file,) = start(tmp_path, WRONG), store.iterdir()
    harm(file)
    stamp = stamp_of(root, TODAY)
    assert stamp is not None
    assert recall(root, stamp) is None
    assert {problem.check for problem in remembered(root)} == TOLD


def test_where_nothing_can_be_written_all_is_found_the_same(tmp_path: Path, store: Path) -> None:
    store.write_text("a file where the folder should be")
    assert remembered(make(tmp_path)) == []


def test_a_project_with_a_link_in_it_is_read_each_time(tmp_path: Path, store: Path) -> None:
    root = make(tmp_path)
    (root / "docs" / "data" / "extra.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert stamp_of(root, TODAY) is None
    assert remembered(root) == anew(root)


def test_a_project_with_a_pipe_or_an_endless_file_in_it_is_read_each_time(tmp_path: Path, store: Path) -> None:
    root = make(tmp_path)
    pipe, large = root / "docs" / "data" / "pipe.yml", root / "docs" / "images" / "large.png"
    os.mkfifo(pipe)
    assert stamp_of(root, TODAY) is None
    pipe.unlink()
    large.parent.mkdir(exist_ok=True)
    with large.open("wb") as file:
        file.truncate(20_000_000_000)
    assert stamp_of(root, TODAY) is None


def test_nothing_else_of_a_project_is_opened(tmp_path: Path) -> None:
    """Whatever a check opens in a project is in its stamp; the program itself and what is installed is another's."""
    watch = (
        "import sys\n"
        "opened = set()\n"
        "sys.addaudithook(lambda event, found: opened.add(str(found[0])) if event == 'open' else None)\n"
        "from handbook.cli import main\n"
        f"main(['check', '--root', {str(ROOT)!r}])\n"
        f"print(*sorted(each for each in opened if each.startswith({str(ROOT)!r})), sep='\\n')\n"
    )
    asked = subprocess.run(
        [sys.executable, "-c", watch],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), VARIABLE: ""},
    )
    paths = [Path(line).relative_to(ROOT) for line in asked.stdout.splitlines() if line.startswith(str(ROOT))]
    own = [path for path in paths if path.parts[0] not in ("scripts", ".venv")]
    assert len(own) > 100
    assert {path.parts[0] for path in own} <= {"docs", "overrides", "CHANGELOG.md", "mkdocs.yml"}
