"""What a project's data say of it: the language it is written in, and the countries it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.checks import found_by, misplaced_sign, unused_fact
from handbook.register.countries import Countries
from handbook.register.filled_words import clinic_words
from handbook.register.handbook import Handbook
from handbook.render.html.links import marks_of
from handbook.render.html.notes import write_notes
from project import BASE, ROOT, load, make

CONFIGURATION = (BASE / "mkdocs.yml").read_text(encoding="utf-8")
MALAY_FIRST = CONFIGURATION.replace("name: English, default: true", "name: English, nav_translations: {Recovery: R}")
MALAY_FIRST = MALAY_FIRST.replace("name: Bahasa Melayu, nav", "name: Bahasa Melayu, default: true, nav")


def loaded(folder: Path) -> Handbook:
    """Return a handbook that can be read without a problem."""
    handbook, problems = load(folder)
    assert problems == []
    assert handbook is not None
    return handbook


def said(handbook: Handbook, code: str) -> list[str]:
    """Return what the notes of a page say that the sources say, marked by language where it is another one."""
    page = handbook.page("index.md", code)
    assert page is not None
    notes = write_notes(page, handbook, marks_of(page, handbook))
    return re.findall(r"\.\n[^:\n]*: (.*)</li>", notes)


def test_the_evidence_is_in_the_source_language_whichever_it_is(tmp_path: Path) -> None:
    evidence = "crusts-last: {rahman2019: crusts for a week}\n"
    handbook = loaded(make(tmp_path, {"mkdocs.yml": MALAY_FIRST, "docs/data/evidence/en.yml": evidence}))
    assert handbook.source.code == "ms"
    (item,) = handbook.register.facts["crusts-last"].evidence
    assert item.says == {"ms": "crusts on the face for 3 to 7 days", "en": "crusts for a week"}
    assert item.original == "ms"
    assert {code: said(handbook, code) for code in ("en", "ms", "ru")} == {
        "en": ["crusts for a week"],
        "ms": ["crusts on the face for 3 to 7 days"],
        "ru": ['<span lang="ms">crusts on the face for 3 to 7 days</span>'],
    }


def test_the_projects_countries_are_those_of_its_file() -> None:
    assert loaded(ROOT).countries == Countries(("MY", "RU"), "rf-emergency-numbers")


def test_another_fact_can_have_the_emergency_numbers(tmp_path: Path) -> None:
    path = "docs/data/facts/red-flags.yml"
    facts = (BASE / path).read_text(encoding="utf-8").replace("rf-emergency-numbers", "who-to-call")
    countries = "emergency-numbers: who-to-call\ncountries: [MY]\n"
    files = {path: facts, "docs/data/countries.yml": countries}
    handbook = loaded(make(tmp_path, {**files, "docs/data/our-clinic.yml": "name: A\nexample: true\ncountry: MY\n"}))
    assert handbook.countries == Countries(("MY",), "who-to-call")
    assert clinic_words("emergency", handbook.source, handbook).text == "999"
    assert [problem.message for problem in unused_fact.check(handbook)] == []


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("crusts-last", []),
        ("rf-emergency-numbers", ["crusts-last is an expected sign, but stands in a call-now box"]),
    ],
)
def test_the_emergency_numbers_may_stand_anywhere(tmp_path: Path, fact: str, expected: list[str]) -> None:
    page = "# Home {#home}\n\n!!! call-now\n    [Crusts](fact:crusts-last).\n"
    countries = f"emergency-numbers: {fact}\ncountries: [MY]\n"
    handbook = loaded(make(tmp_path, {"docs/en/index.md": page, "docs/data/countries.yml": countries}))
    assert [problem.message for problem in found_by(misplaced_sign, handbook)] == expected


def test_a_handbook_needs_no_country(tmp_path: Path) -> None:
    folder = make(tmp_path)
    (folder / "docs/data/countries.yml").unlink()
    handbook = loaded(folder)
    assert handbook.countries == Countries((), "")
    assert handbook.clinic.country == ""


def test_emergency_numbers_need_no_country(tmp_path: Path) -> None:
    handbook = loaded(make(tmp_path, {"docs/data/countries.yml": "emergency-numbers: rf-emergency-numbers\n"}))
    assert handbook.countries == Countries((), "rf-emergency-numbers")
    words = clinic_words("emergency", handbook.source, handbook).text
    assert words == "999 in Malaysia, 103 or 112 in Russia"
