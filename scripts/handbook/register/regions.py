"""Where facts are true that are not true everywhere: the law of one country says nothing of another."""

from __future__ import annotations

from handbook.language.languages import Language
from handbook.register.facts import Fact
from handbook.register.handbook import Handbook

WORDS = "common.region"
"""Below it stands for each country what the notes say of a fact that is true there only."""


def region_words(fact: Fact, language: Language) -> str:
    """Return where a fact is true, or nothing where it is true everywhere."""
    return language.word(f"{WORDS}.{fact.region}") if fact.region else ""


def elsewhere_words(fact: Fact, language: Language, handbook: Handbook) -> str:
    """Return the warning that a fact is of another country than the clinic's, or nothing."""
    country = handbook.clinic.country
    return language.word("common.elsewhere") if fact.region and country and fact.region != country else ""
