"""A fact that is true in one country only says so where it is cited, in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.register.editions import WHOLE
from handbook.register.handbook import Handbook
from handbook.render.citations import bibliography
from handbook.render.editions import portions_of
from handbook.render.html.links import marks_of
from handbook.render.html.notes import write_notes
from handbook.render.typst.fonts import read_project_fonts
from handbook.render.typst.template_inputs import inputs_of
from project import BASE, load, make

FACTS = "docs/data/facts/recovery.yml"
MALAYSIAN = (BASE / FACTS).read_text(encoding="utf-8").replace("- id: no-picking\n", "- id: no-picking\n  region: MY\n")


def in_country(root: Path, country: str, facts: str = MALAYSIAN) -> Handbook:
    """Read the base project with a fact of Malaysia, for a clinic in a country."""
    handbook, problems = load(make(root, {FACTS: facts}))
    assert handbook is not None
    assert problems == []
    return replace(handbook, clinic=replace(handbook.clinic, country=country))


def note_of(handbook: Handbook, code: str) -> str:
    """Return the words of the note on picking, as a reader hears them."""
    page = handbook.page("recovery/day-by-day.md", code)
    assert page is not None
    notes = write_notes(page, handbook, marks_of(page, handbook)).split("<li id=")
    _, _, said = next(note for note in notes if "Ivanova" in note).partition(">")
    return " ".join(re.sub("<[^>]+>", " ", said).split())


@pytest.mark.parametrize("country", ["", "MY"])
def test_the_note_names_the_country(tmp_path: Path, country: str) -> None:
    handbook = in_country(tmp_path, country)
    assert note_of(handbook, "en") == (
        "Strong evidence Applies in Malaysia Ivanova B. Care of wounds . 2021, page 4. "
        "It says: picking leaves scars Collected on 20 November 2026. Checked once. "
        "To be looked at again by 20 November 2027."
    )
    assert note_of(handbook, "ru").startswith("Высокая достоверность Действует в Малайзии Ivanova")


def test_in_another_country_the_note_says_whom_to_ask(tmp_path: Path) -> None:
    handbook = in_country(tmp_path, "RU")
    assert note_of(handbook, "en").partition("scars ")[2] == (
        "Your clinic is in another country. Ask there which rules apply to you. "
        "Collected on 20 November 2026. Checked once. To be looked at again by 20 November 2027."
    )


@pytest.mark.parametrize(
    ("crusts_from", "expected"),
    [
        (
            "rahman2019",
            {"Crusts after laser.": "Disemak dua kali.", "Care of wounds.": "Terpakai di Malaysia. Disemak sekali."},
        ),
        # where a fact of no country rests on it as well
        ("ivanova2021", {"Care of wounds.": "Maklumat yang disemak dua kali: 1 daripada 3."}),
    ],
)
def test_the_list_of_sources_in_print_names_the_one_country_of_a_source(
    tmp_path: Path, crusts_from: str, expected: dict[str, str]
) -> None:
    handbook = in_country(tmp_path, "RU", MALAYSIAN.replace("rahman2019", crusts_from))
    malay, fonts = handbook.language("ms"), read_project_fonts(handbook.project.root, [])
    portions = portions_of(WHOLE, malay, handbook)
    cited = bibliography([portion.page for portion in portions], handbook)
    sources = inputs_of(WHOLE, "", portions, malay, handbook, cited, fonts)["sources"]
    assert isinstance(sources, list)
    assert {source["title"]: source["note"] for source in sources} == expected
