"""A handbook with a language that is written from the right: what each page says of its direction.

The Malay pages stand for such a language: the letters are Latin, but all that the program does is the same.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import Built
from handbook.diagnostics.problems import Location, Problem
from handbook.language.direction import direction_of
from handbook.render.html.spoken import lang_attributes
from project import load, make

PAGE = "recovery/day-by-day.html"


def text(built: Built, path: str) -> str:
    return (built.folder / path).read_text(encoding="utf-8")


def directions(built: Built, path: str) -> list[str]:
    """Return the start tags that name a direction, in the order of the page."""
    return re.findall(r"<[^>]* dir=[^>]*>", text(built, path))


def test_the_page_names_its_direction(turned: Built) -> None:
    assert [re.findall(r"<(?:html|body)[^>]*>", text(turned, f"{folder}index.html")) for folder in ("", "ms/")] == [
        ['<html lang="en" dir="ltr">', "<body>"],
        ['<html lang="ms" dir="rtl">', "<body>"],
    ]


def test_whatever_runs_the_other_way_says_so(turned: Built) -> None:
    assert directions(turned, PAGE) == [
        '<html lang="en" dir="ltr">',
        f'<a href="../ms/{PAGE}" lang="ms" dir="rtl">',
    ]
    assert directions(turned, f"ms/{PAGE}") == [
        '<html lang="ms" dir="rtl">',
        '<a href="day-by-day.html" lang="en" dir="ltr" aria-current="page">',
        f'<a href="../../{PAGE}" lang="en" dir="ltr" hreflang="en">',
        f'<a href="../../ru/{PAGE}" lang="ru" dir="ltr" hreflang="ru">',
        '<a href="day-by-day.html" lang="en" dir="ltr" aria-current="page">',
        '<div lang="en" dir="ltr">',
        '<ul lang="en" dir="ltr">',
    ]  # fmt: skip


def test_the_page_for_wrong_addresses_turns_with_each_language(turned: Built) -> None:
    assert re.findall(r"<section[^>]*>", text(turned, "404.html")) == [
        '<section lang="en" class="hb-lost">',
        '<section lang="ms" dir="rtl" class="hb-lost">',
        '<section lang="ru" class="hb-lost">',
    ]


def test_the_arrows_point_where_the_pages_lie(turned: Built) -> None:
    pagers = [re.findall(r'<a rel="(?:prev|next)".*?<span>(.*?)</span>', text(turned, name)) for name in (
        "index.html", PAGE, "ms/index.html", f"ms/{PAGE}",
    )]  # fmt: skip
    assert pagers == [["Next →"], ["← Back"], ["Seterusnya ←"], ["→ Sebelumnya"]]


def test_the_title_of_a_source_is_set_apart(turned: Built) -> None:
    link = '<a lang="en" dir="ltr" href="https://doi.org/10.1000/182">Crusts after laser</a>'
    assert link in text(turned, "ms/index.notes.html")


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("en", "Laser", ' lang="en" dir="ltr"'),
        ("ms", "Laser", ' lang="ms"'),
        ("vi", "Laser", ' lang="vi" dir="ltr"'),
        ("ar", "1. ليزر", ' lang="ar"'),
        ("xx", "1.", ' lang="xx"'),
    ],
)
def test_a_language_that_the_handbook_does_not_have_is_told_by_its_letters(
    turned: Built, code: str, title: str, expected: str
) -> None:
    language = turned.handbook.language("ms")
    assert lang_attributes(code, language, turned.handbook, title) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("3–7 дней", "ltr"), ("(2) שלום", "rtl"), ("۳ روز", "rtl"), ("+60 3-1234", "ltr"), ("", "ltr")],
)
def test_the_first_letter_decides(words: str, expected: str) -> None:
    assert direction_of(words) == expected


def test_a_direction_that_is_none_is_a_problem(tmp_path: Path) -> None:
    root = make(tmp_path)
    file = root / "docs" / "data" / "languages" / "ms.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join(["direction: rlt", *lines]), encoding="utf-8")
    assert load(root)[1] == [
        Problem(
            Location("docs/data/languages/ms.yml", 1, 12, 3),
            "direction is 'rlt', which is none of ltr, rtl",
            "did you mean rtl?",
        )
    ]
