"""An edition is found by its id, by words of its title in any language and form, and by what else people call it."""

from __future__ import annotations

import pytest

from handbook.register.edition_names import editions_named
from project import real_handbook

MEANT = {
    "first-week": ["first-week"],
    "first week": ["first-week"],
    " First  WEEK": ["first-week"],
    "minggu pertama": ["first-week"],
    "первую неделю": ["first-week"],
    "Caring for your skin": ["skin-care"],
    "caring for skin": ["skin-care", "skin-care-large", "care-beside-english"],
    "aftercare": ["skin-care"],
    "penjagaan": ["skin-care"],
    "menjaga kulit": ["skin-care"],
    "уходом": ["skin-care"],
    "aftercare large print": ["skin-care-large"],
    "penjagaan huruf besar": ["skin-care-large"],
    "уход крупным шрифтом": ["skin-care-large"],
    "large print": ["core-large", "skin-care-large", "when-to-call-large"],
    "huruf besar": ["core-large", "skin-care-large", "when-to-call-large"],
    "крупный шрифт": ["core-large", "skin-care-large", "when-to-call-large"],
    "questionnaires": ["questionnaire"],
    "soal selidik": ["questionnaire"],
    "анкету": ["questionnaire"],
    "questions": ["questions"],
    "recovery calendar": ["calendar"],
    "buku kecil": ["core-a5", "deciding-folded", "getting-ready-folded", "at-home-folded"],
    "брошюру": ["deciding-folded", "getting-ready-folded", "at-home-folded"],
    "first month": [],
    "…": [],
}


@pytest.mark.parametrize("name", MEANT)
def test_words_of_a_title_mean_all_editions_that_have_them(name: str) -> None:
    handbook = real_handbook()
    assert [each.id for each in editions_named(name, handbook.editions, handbook.languages)] == MEANT[name]
