"""The style sheet keeps of the theme what our pages use."""

from __future__ import annotations

import re

import pytest

from handbook.render.html.style_sheet import pruned, style_sheet
from project import ROOT

NAMES = frozenset({"md-grid", "md-nav", "hidden"})

KEPT = {
    "a class that is used": (".md-grid{margin:0}", ".md-grid{margin:0}"),
    "a class that is not used": (".md-tabs{margin:0}", ""),
    "one selector of two": (".md-tabs,.md-grid p{margin:0}", ".md-grid p{margin:0}"),
    "an element of another kind": ("table .md-grid{margin:0}", ""),
    "a class inside :not()": (".md-grid:not(.md-tabs){margin:0}", ".md-grid:not(.md-tabs){margin:0}"),
    "an attribute": ("[hidden]{margin:0}[draggable]{margin:0}", "[hidden]{margin:0}"),
    "media": ("@media print{.md-nav{margin:0}.md-tabs{margin:0}}", "@media print{.md-nav{margin:0}}"),
    "what stands still for who asked for it": (
        "@media (prefers-reduced-motion){*,:after{transition:none!important}}",
        "@media (prefers-reduced-motion){*,:after{transition:none!important}}",
    ),
    "media with nothing left": ("@media print{.md-tabs{margin:0}}", ""),
    "keyframes": ("@keyframes x{from{margin:0}}", ""),
    "a brace in a text": ('.md-nav{content:"}"}.md-tabs{margin:0}', '.md-nav{content:"}"}'),
    "a variable nobody reads": (
        ":root{--md-a:1;--md-b:2}.md-nav{order:var(--md-b)}",
        ":root{--md-b:2}.md-nav{order:var(--md-b)}",
    ),
}


@pytest.mark.parametrize(("css", "kept"), KEPT.values(), ids=KEPT)
def test_it_keeps(css: str, kept: str) -> None:
    assert pruned(css, NAMES) == kept


def test_the_sheet_is_small_and_loads_nothing() -> None:
    sheet = style_sheet(ROOT / "overrides")
    assert len(sheet) < 35_000
    assert set(re.findall(r"url\(.?([a-z]+:)", sheet)) == {"data:"}
    assert "@import" not in sheet


def test_both_ways_into_dark_colours_name_the_same_colours() -> None:
    css = (ROOT / "overrides" / "assets" / "colours.css").read_text(encoding="utf-8")
    chosen = css.split(':root[data-colours="dark"] {')[1].split("}")[0]
    system = css.split(":root:not([data-colours]) {")[1].split("}")[0]
    assert chosen.split() == system.split()
