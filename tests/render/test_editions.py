"""What stands in each edition, what its file is called, and which the site offers."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.checks import Mode
from handbook.language.languages import Language
from handbook.pipeline import Request, check, chosen_to_print
from handbook.register.edition_choice import Wanted, choose
from handbook.register.editions import WHOLE
from handbook.register.handbook import Handbook
from handbook.register.selection import Selection, select
from handbook.render.editions import digest_of, editions_in, file_name, not_printed, portions_of, title_of
from handbook.render.html.template_context import site_view
from project import TODAY, load, make

BOTH = "name the one that stands beside en: --languages ms | --languages ru"
PAGE = "# Healing {#healing}\n\n## One {#one}\n\nA.\n\n### Deeper {#deep}\n\nB.\n\n## Two {#two}\n\nC.\n"
LIST = """editions:
- {id: small, kind: book, paper: a5, size: 12, holds: [Recovery]}
- {id: leaflet, kind: sheet, paper: a4, size: 14, holds: ["recovery/day-by-day.md#one", "passage:p", "signs:today"]}
- {id: alone, kind: sheet, paper: a4, size: 14, holds: ["recovery/day-by-day.md#two"]}
- {id: both, kind: sheet, paper: a4, size: 12, beside: en, holds: [index.md]}
- {id: dated, kind: sheet, paper: a4, size: 14, holds: [index.md, "dates:crusts"]}
"""
PAIR_IDS = ("care-beside-english", "skin-care")
PAIR = """editions:
- {id: skin-care, kind: sheet, paper: a4, size: 12, holds: [index.md]}
- {id: care-beside-english, kind: sheet, paper: a4, size: 12, beside: en, holds: [index.md]}
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    """Return a handbook with a small book and three sheets."""
    files = {"docs/data/editions.yml": LIST, "docs/en/recovery/day-by-day.md": PAGE, "docs/en/passages/p.md": "D.\n"}
    read, problems = load(make(tmp_path, files))
    assert read is not None
    assert problems == []
    return read


def said(id: str, language: Language, handbook: Handbook) -> list[str]:
    """Return the words of everything that an edition holds."""
    edition = next(edition for edition in handbook.editions if edition.id == id)
    portions = portions_of(edition, language, handbook)
    return [" ".join(text.text for text in portion.page.document.texts) for portion in portions]


def test_a_book_has_the_pages_of_its_sections(handbook: Handbook) -> None:
    assert said("small", handbook.source, handbook) == ["Healing One A. Deeper B. Two C."]


def test_a_sheet_has_parts_of_pages_passages_and_signs(handbook: Handbook) -> None:
    first, passage, signs = said("leaflet", handbook.source, handbook)
    assert (first, passage) == ("One A. Deeper B.", "D.")
    assert signs != ""


def test_the_title_of_a_sheet_stands_for_the_heading_of_its_only_part(handbook: Handbook) -> None:
    assert said("alone", handbook.source, handbook) == ["C."]


def test_dates_stand_in_what_is_printed_for_one_reader_and_for_anybody(handbook: Handbook) -> None:
    day = datetime.date(2026, 12, 1)
    (dated,), problems = (chosen := choose(handbook, Wanted(("dated",), (), day)))[0].editions, chosen[1]
    assert problems == []
    kinds = [portion.held.kind for portion in portions_of(dated, handbook.source, handbook)]
    assert (kinds, len(said("dated", handbook.source, handbook))) == (["page", "dates"], 2)


def test_a_page_alone_has_its_own_title(handbook: Handbook) -> None:
    chosen, problems = choose(handbook, Wanted((), ("recovery/day-by-day.md",)))
    assert problems == []
    assert [title_of(edition, chosen.source, chosen) for edition in chosen.editions] == ["Healing"]


def test_pages_that_are_asked_for_are_all_that_a_book_for_review_has(handbook: Handbook) -> None:
    page = "recovery/day-by-day.md"
    review = replace(WHOLE, id="review", sources=False, review=True)
    editions = replace(handbook, editions=(*handbook.editions, review))
    (chosen,), problems = (found := choose(editions, Wanted(("review",), (page,))))[0].editions, found[1]
    assert problems == []
    assert [portion.page.path for portion in portions_of(chosen, handbook.source, handbook)] == [page]
    beside, _ = choose(editions, Wanted(("small",), (page,)))
    assert [edition.id for edition in beside.editions] == ["small", "recovery-day-by-day"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(("smull",)), "--edition names smull, which is none of the editions: did you mean small?"),
        (Wanted((), ("index",)), "--chapter names index, which is no page: did you mean index.md?"),
        (
            Wanted(("small",), (), datetime.date(2026, 12, 1)),
            "--procedure-date is given, and no edition that is asked for has dates: name one with dates: dated",
        ),
    ],
)
def test_what_is_not_there_is_told(wanted: Wanted, told: str, handbook: Handbook) -> None:
    _, (problem,) = choose(handbook, wanted)
    assert f"{problem.message}: {problem.hint}" == told


def test_editions_are_named_by_words_of_their_titles_too(handbook: Handbook) -> None:
    titles = {"small": {"title": "The way home", "for": ""}, "alone": {"title": "The way there", "for": ""}}
    english = replace(handbook.source, interface={**handbook.source.interface, "editions": titles})
    named = replace(handbook, languages=(english, *handbook.languages[1:]))
    found, problems = choose(named, Wanted(("way home",)))
    assert (problems, [edition.id for edition in found.editions]) == ([], ["small"])
    _, (problem,) = choose(named, Wanted(("the way",)))
    assert f"{problem.message}: {problem.hint}" == (
        "--edition names the way, which several editions have in their titles: "
        "write one of small (The way home), alone (The way there)"
    )
    reduced, _ = select(named, Selection(("ru",)))
    assert choose(reduced, Wanted(("way home",)), named.languages)[1] == []


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (
            Selection(("ru",)),
            [f"both stands in two languages beside each other: {BOTH}"],
        ),
        (Selection(("en",)), [f"both stands in two languages beside each other: {BOTH}"]),
        (
            Selection((), ("index.md",)),
            [
                "nothing is chosen of what small holds: leave --chapters out, or name its pages there",
                "nothing is chosen of what alone holds: leave --chapters out, or name its pages there",
            ],
        ),
        (Selection(("ru", "en")), []),
    ],
)
def test_why_an_edition_cannot_be_printed_is_told(handbook: Handbook, selection: Selection, told: list[str]) -> None:
    chosen, _ = select(handbook, selection)
    known = [language.code for language in handbook.languages]
    assert [f"{problem.message}: {problem.hint}" for problem in not_printed(chosen, known)] == told


@pytest.mark.parametrize("known", [["en"], ["ms", "ru"]])
def test_a_pair_of_which_one_cannot_be_printed_is_told(handbook: Handbook, known: list[str]) -> None:
    chosen, _ = select(handbook, Selection(("en",)))
    (problem,) = not_printed(chosen, known)
    assert problem.hint == f"only {', '.join(known)} can be printed"


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (("ms",), {"ms": PAIR_IDS}),
        (("ms,ru",), {"ms": PAIR_IDS, "ru": PAIR_IDS}),
        (("en,ru",), {"en": PAIR_IDS[1:], "ru": PAIR_IDS}),
        ((), {"en": PAIR_IDS[1:], "ms": PAIR_IDS, "ru": PAIR_IDS}),
    ],
)
def test_the_language_that_stands_beside_the_one_that_is_asked_for_comes_of_itself(
    languages: tuple[str, ...], expected: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    root = make(tmp_path, {"docs/data/editions.yml": PAIR})
    request = Request(root, TODAY, Mode.DRAFT, Selection(languages), wanted=Wanted(PAIR_IDS))
    shown = (checked := check(request)).buildable
    assert shown is not None
    chosen, problems = chosen_to_print(checked, shown, request)
    found = {each.code: tuple(sorted(one.id for one in editions_in(each, chosen))) for each in chosen.printed}
    assert problems == []
    assert {code: ids for code, ids in found.items() if ids} == expected


def test_a_date_alone_prints_everything_that_has_dates(handbook: Handbook) -> None:
    chosen, problems = choose(handbook, Wanted(day=datetime.date(2026, 12, 1)))
    assert (problems, [edition.id for edition in chosen.editions]) == ([], ["dated"])
    assert choose(handbook, Wanted()) == (handbook, [])


def test_a_file_is_called_by_language_edition_and_day() -> None:
    assert file_name("en", "core") == "handbook-en-core.pdf"
    assert file_name("en", "core", datetime.date(2026, 12, 1)) == "handbook-en-core-2026-12-01.pdf"


def test_the_site_leads_to_the_list_of_them(handbook: Handbook) -> None:
    assert [site_view(language, handbook).print for language in handbook.languages] == [
        "print/en.html", "print/ms.html", "print/ru.html",
    ]  # fmt: skip


def test_without_a_list_there_is_the_whole_book(tmp_path: Path) -> None:
    read, _ = load(make(tmp_path))
    assert read is not None
    assert read.editions == (WHOLE,)
    assert len(portions_of(WHOLE, read.source, read)) == len(read.project.nav)


def test_a_code_tells_one_text_from_another() -> None:
    codes = [digest_of(parts) for parts in (("a", "b"), ("ab",), ("a", "c"), ("a", "b"))]
    assert codes[0] == codes[3]
    assert len(set(codes)) == 3
    assert {len(code) for code in codes} == {6}
