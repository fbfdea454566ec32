"""Rules that show a warning are as few as do."""

from __future__ import annotations

from handbook.register.searches import Searches
from handbook.render.search.rules import rules_of
from handbook.render.search.words import Reader
from project import ROOT, load


def test_a_rule_is_left_out_where_one_that_asks_for_less_shows_the_same() -> None:
    handbook, _ = load(ROOT)
    assert handbook is not None
    sign = handbook.sign_rules.signs["fever"]
    asked = (
        (("rash",), ("eye", "lid")),
        (("lid",), ("very",), ("rash",)),
        (("rash",), ("hand",)),
        (("fever",),),
        (("high",), ("fever",)),
    )
    rules = rules_of([sign], Searches(warnings={"fever": asked}), {}, Reader.of(handbook.source, handbook))
    shown = {tuple(tuple(sorted(place)) for place in rule) for _, rule in rules.warnings}
    assert shown == {(("fever",),), (("rash",), ("eye", "hand", "lid"))}
