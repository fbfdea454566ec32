"""The comparison of any edition notices what is missing, doubled or moved, whatever the program puts between."""

from __future__ import annotations

import pytest

from handbook.register.editions import Edition
from project import real_handbook
from render.comparison.in_order import fault_in, plain, texts_of

HANDBOOK = real_handbook()


def edition() -> Edition:
    return next(each for each in HANDBOOK.editions if each.id == "skin-care")


@pytest.mark.parametrize("language", HANDBOOK.languages, ids=lambda language: language.code)
def test_each_piece_is_missed_noticed_twice_and_out_of_its_place(language: object) -> None:
    own = next(each for each in HANDBOOK.languages if each is language)
    texts = [plain(text) for _, text, _ in texts_of(HANDBOOK, own, edition())]

    def told(pieces: list[str]) -> str:
        return fault_in(HANDBOOK, own, edition(), "(1)".join(pieces))

    assert told(texts) == ""
    long = max(texts, key=len)
    at = texts.index(long)
    assert " is missing: " in told([*texts[:at], *texts[at + 1 :]])
    assert " is moved: " in told([long, *texts[:at], *texts[at + 1 :]])
    doubled = [*texts[:at], long + long, *texts[at + 1 :]]
    assert " stands there twice: " in told(doubled)
