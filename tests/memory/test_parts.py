"""What was made of the pages of one language is made again only where it would come out otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from handbook import pipeline
from handbook.checks import Mode
from handbook.markup.document import with_blocks
from handbook.memory.store import VARIABLE
from handbook.register.edition_choice import ALL, Wanted
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.selection import EVERYTHING, Selection
from handbook.render.html.page_text import texts_of
from handbook.render.output import make_anew
from handbook.render.search.output import search_files
from handbook.render.typst.jobs import jobs_of
from project import ROOT, TODAY, make, real_handbook, record_all
from render.typst.test_handbook_pdf import read

T = TypeVar("T")

EDITIONS = """editions:
- {id: complete, kind: book, paper: a4, size: 11, small: 9, sources: true, index: true}
- {id: clinician, kind: book, paper: a4, size: 11, small: 9, review: true}
- {id: care-beside-english, kind: sheet, paper: a4, size: 12, beside: en, holds: [recovery/day-by-day.md]}
"""
MADE = {"fonts", *({f"{name}-{code}" for name in ("print", "search", "site") for code in ("en", "ms", "ru")})}


@dataclass(frozen=True, slots=True)
class Change:
    """Another text in the place of one, once in a file."""

    path: str
    old: str
    new: str

    def make(self, root: Path) -> None:
        """Make it in a project."""
        file = root / self.path
        text = file.read_text(encoding="utf-8")
        assert self.old in text
        file.write_text(text.replace(self.old, self.new, 1), encoding="utf-8")


CHANGES = {
    "a translation": Change("docs/ms/index.md", "Keruping kekal", "Keruping biasanya kekal"),
    "an original": Change("docs/en/recovery/day-by-day.md", "if you cannot", "when you cannot"),
    "the register": Change("docs/data/facts/recovery.yml", "locator: table 2", "locator: table 3"),
    "a template of the site": Change("overrides/partials/footer.html", "</footer>", "<p>One line more</p></footer>"),
    "a template of the print": Change("overrides/pdf/cover.typ", "\n", "\n// another look\n"),
    "words of a language": Change("docs/data/interface/ru.yml", "Поиск", "Искать"),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which is kept what was made."""
    folder = tmp_path / "store"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def start(tmp_path: Path) -> Path:
    """Make a project of which everything can be made."""
    root = make(tmp_path, {"docs/data/editions.yml": EDITIONS})
    record_all(root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def built(root: Path, out: Path, remember: bool) -> dict[str, bytes]:
    """Build a project, and return the files that came of it."""
    problems = pipeline.build(pipeline.Request(root, TODAY, Mode.DRAFT, remember=remember), out, lambda step: None)
    assert [problem for problem in problems if problem.is_error] == []
    files = (file for file in out.rglob("*") if file.is_file())
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


def names(store: Path) -> set[str]:
    """Return the names of the parts that are kept of one project."""
    return {file.stem.partition("-")[2] for file in store.glob("*.part")}


def test_a_build_that_keeps_what_holds_is_a_first_build_to_the_byte(
    tmp_path: Path, store: Path, everything: bool
) -> None:
    root = start(tmp_path)
    before = built(root, tmp_path / "out", remember=True)
    assert names(store) == MADE
    for name in CHANGES if everything else ("a translation",):
        CHANGES[name].make(root)
        made = built(root, tmp_path / "out", remember=True)
        assert made != before, name
        assert made == built(root, tmp_path / name, remember=False), name
        before = made


class Maker:
    """Makes parts, and counts them."""

    def __init__(self, root: Path):
        self.root = root
        self.made: list[str] = []

    def ask(self, selection: Selection = EVERYTHING) -> list[str]:
        """Ask for a part of each language, and return the names of those that were made for that."""
        self.made = []
        checked = pipeline.check(pipeline.Request(self.root, TODAY, selection=selection, remember=True))
        for code in ("en", "ms", "ru"):
            assert checked.keep(f"words-{code}", [code], partial(self._make, code)) == [code]
        return self.made

    def _make(self, code: str) -> list[str]:
        self.made.append(code)
        return [code]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, []),
        (Change("docs/ms/index.md", "\n\n", "\n\nSatu ayat lagi.\n\n"), ["ms"]),
        (Change("docs/en/index.md", "\n\n", "\n\nOne sentence more.\n\n"), ["en", "ms", "ru"]),
        (CHANGES["words of a language"], ["en", "ms", "ru"]),
        (Change("CHANGELOG.md", "\n", "\n\n"), ["en", "ms", "ru"]),
    ],
)
def test_a_part_is_made_again_where_its_pages_or_the_data_have_changed(
    change: Change | None, expected: list[str], tmp_path: Path, store: Path
) -> None:
    maker = Maker(make(tmp_path))
    assert maker.ask() == ["en", "ms", "ru"]
    if change:
        change.make(maker.root)
    assert maker.ask() == expected


def test_of_another_selection_each_part_is_another(tmp_path: Path, store: Path) -> None:
    maker = Maker(make(tmp_path))
    maker.ask()
    assert maker.ask(Selection(chapters=("index.md",))) == ["en", "ms", "ru"]


def test_the_day_of_the_text_is_known(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker(make(tmp_path))
    maker.ask()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert maker.ask() == ["en", "ms", "ru"]


def test_what_is_made_while_somebody_writes_is_not_kept(tmp_path: Path, store: Path) -> None:
    root = make(tmp_path)
    checked = pipeline.check(pipeline.Request(root, TODAY, remember=True))
    Change("docs/ms/index.md", "\n\n", "\n\nSatu ayat lagi.\n\n").make(root)
    assert checked.keep("words-ms", ["ms"], lambda: "made") == "made"
    assert names(store) == set()


def test_a_part_that_was_written_to_is_made_again(tmp_path: Path, store: Path) -> None:
    maker = Maker(make(tmp_path))
    maker.ask()
    (file,) = store.glob("*-words-ms.part")
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert maker.ask() == ["ms"]
    file.write_bytes(file.read_bytes().replace(b'"made of"', b'"made 0f"'))
    assert maker.ask() == ["ms"]
    file.write_bytes(b"\n")
    assert maker.ask() == ["ms"]


def test_a_release_keeps_nothing(tmp_path: Path, store: Path) -> None:
    checked = pipeline.check(pipeline.Request(make(tmp_path), TODAY, Mode.RELEASE, remember=True))
    assert checked.keep is make_anew


def test_parts_go_with_their_project(tmp_path: Path, store: Path) -> None:
    for number in range(9):
        Maker(make(tmp_path / str(number))).ask()
    assert len(list(store.glob("*.part"))) == 8 * 3


def shortened(page: Page, kept: str) -> Page:
    """Return a page of another language than the one that is kept and the original with its title alone."""
    if page.language in (kept, "en"):
        return page
    short = with_blocks(page.document, page.document.blocks[:2])
    return replace(page, document=short, written=short, sign_off=None)


def without_others(handbook: Handbook, code: str) -> Handbook:
    """Return a handbook in which pages in other languages than the original and one say next to nothing."""
    passages = {key: shortened(page, code) for key, page in handbook.passages.items()}
    return replace(handbook, pages=tuple(shortened(page, code) for page in handbook.pages), passages=passages)


def parts_of(handbook: Handbook) -> dict[str, object]:
    """Return every part that outputs ask to be kept, by its name."""
    parts: dict[str, object] = {}

    def keep(name: str, codes: Collection[str], make: Callable[[], T]) -> T:
        part = make()
        parts[name] = part
        return part

    search_files(handbook, keep)
    texts_of(handbook, keep)
    jobs_of(handbook, keep, keep)
    return parts


@pytest.mark.parametrize("code", ["en", "ms", "ru"])
def test_a_part_says_nothing_of_pages_in_a_third_language(code: str, tmp_path: Path, everything: bool) -> None:
    handbook = real_handbook() if everything else read(start(tmp_path))
    whole, reduced = parts_of(handbook), parts_of(without_others(handbook, code))
    assert whole.keys() == MADE
    for name in (f"print-{code}", f"search-{code}", f"site-{code}"):
        assert reduced[name] == whole[name]
    assert reduced != whole


def test_a_few_prints_neither_take_nor_replace_what_is_kept_of_all(tmp_path: Path, store: Path) -> None:
    request = pipeline.Request(start(tmp_path), TODAY, Mode.DRAFT, remember=True)
    few = Wanted(editions=("complete",))
    made = [pipeline.make_print(replace(request, wanted=wanted), tmp_path / "print", lambda step: None).files
            for wanted in (few, ALL, few, ALL)]  # fmt: skip
    assert [len(files) for files in made] == [3, 8, 3, 8]
    assert names(store) == {"fonts", "print-en", "print-ms", "print-ru"}
