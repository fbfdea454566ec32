"""No text can leave its string literal."""

from __future__ import annotations

import json

import typst
from hypothesis import given
from hypothesis import strategies as st

from handbook.render.typst.syntax import array, joined, literal

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\\\"'`#$*_<>@=-+/~[]{}()\n"))


@given(st.lists(TEXTS, min_size=1))
def test_typst_reads_back_every_text_to_the_letter(texts: list[str]) -> None:
    code = f"#metadata({array([literal(text) for text in texts])})<texts>"
    told = typst.Compiler(code.encode()).query("<texts>", field="value", one=True)
    assert json.loads(told) == texts


def test_pieces_of_content_stand_one_after_another() -> None:
    assert [joined([]), joined(['"a"']), joined(['"a"', 'strong("b")'])] == ["[]", '"a"', '{"a";strong("b")}']
