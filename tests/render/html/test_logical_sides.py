"""A rule of the theme for each direction becomes one that fits both, also within one another."""

from __future__ import annotations

import re

import pytest

from handbook.render.html.logical_sides import with_logical_sides
from handbook.render.html.style_sheet import pruned, style_sheet
from project import ROOT

WRITTEN = {
    "a margin": ("[dir=ltr] li", "margin-left:1em", "[dir] li", "margin-inline-start:1em"),
    "its twin": ("[dir=rtl] li", "margin-right:1em", "[dir] li", "margin-inline-start:1em"),
    "a border and a padding": (
        "[dir=rtl] p", "padding-right:.6rem;border-right:1px solid", "[dir] p",
        "padding-inline-start:.6rem;border-inline-start:1px solid",
    ),
    "a place": ("[dir=ltr] p", "right:0;top:0", "[dir] p", "inset-inline-end:0;top:0"),
    "a part of a border": ("[dir=rtl] p", "border-left-width:1px", "[dir] p", "border-inline-end-width:1px"),
    "what floats": ("[dir=ltr] p", "float:left;margin-right:1em", "[dir=ltr] p", "float:left;margin-right:1em"),
    "a rule of no direction": ("p", "margin-left:auto", "p", "margin-left:auto"),
    "a word that ends in a side": ("[dir=ltr] p", "content:upright", "[dir] p", "content:upright"),
}  # fmt: skip


@pytest.mark.parametrize(("selector", "body", "selected", "written"), WRITTEN.values(), ids=WRITTEN)
def test_it_writes(selector: str, body: str, selected: str, written: str) -> None:
    assert with_logical_sides([selector], body) == {selected: written}


def test_a_pair_becomes_one_rule() -> None:
    pair = "[dir=ltr] ol,[dir=ltr] ul{margin-left:1em}[dir=rtl] ol,[dir=rtl] ul{margin-right:1em}"
    assert pruned(pair, frozenset({"dir"})) == "[dir] ol,[dir] ul{margin-inline-start:1em}"


def test_a_rule_that_changes_places_with_the_direction_is_divided() -> None:
    rule = "[dir=ltr] .a,[dir=rtl] .b{margin-left:1em}"
    assert pruned(rule, frozenset({"dir", "a", "b"})) == (
        "[dir] .a{margin-inline-start:1em}[dir] .b{margin-inline-end:1em}"
    )


LEFT = {
    "[dir=rtl] .hb-box--key-points>.hb-box__title::before": "ours: the sign of a list is turned round",
    "[dir=ltr]": "ours: which way --side goes",
    "[dir=rtl]": "ours: which way --side goes",
}
"""Selectors of the built sheet that name one direction, with the reason."""


def test_the_built_sheet_names_a_direction_only_where_there_is_a_reason() -> None:
    sheet = style_sheet(ROOT / "overrides").replace('"', "")
    heads = re.findall(r"([^{}]+)\{", sheet)
    named = {part for head in heads for part in head.split(",") if re.search(r"\[dir=", part)}
    assert named == set(LEFT)
