"""A character that no font can show is found before Typst runs."""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.document import parse
from handbook.render.typst.glyphs import characters_of, missing_in_page
from render.typst.specimen import PAGE, ROOT

FONTS = ROOT / "overrides/pdf/fonts"


def test_the_fonts_of_the_print_have_the_three_alphabets_and_the_signs() -> None:
    assert set("Az09 ЖяЁё °×–—«»“”’…₂²½☐☑✓ \u00a0") <= characters_of(FONTS)


def test_a_character_no_font_has_is_reported_at_its_place() -> None:
    document, _ = parse("# Title {#title}\n\nSee **the 漢 sign**.", PAGE)
    assert list(missing_in_page(document, characters_of(FONTS))) == [
        Problem(
            Location(PAGE, 3, 11, 1),
            "the character 漢 (CJK UNIFIED IDEOGRAPH-6F22) is in none of the fonts of the print",
            "write it with other letters, "
            "or add a font that has it to overrides/pdf/fonts and name it in overrides/pdf/fonts.yml",
        )
    ]


def test_a_damaged_font_has_no_characters(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0" + b"\0" * 5)
    assert characters_of(tmp_path) == frozenset()
