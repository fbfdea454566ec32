"""Words in any script come out about as wide as reckoned, and lines end where their script lets them."""

from __future__ import annotations

import pytest

from handbook.language.letter_widths import breakable, width_of


@pytest.mark.parametrize(("text", "width"), [
    ("i", 3.4), ("m", 9.0), ("a", 6.3), ("ж", 9.0), ("д", 6.3), ("7", 6.3), ("é", 6.3),
    ("e\N{COMBINING ACUTE ACCENT}", 6.3),
    ("β", 7.2), ("س", 7.8), ("ש", 6.8), ("皮", 10.0), ("。", 10.0), ("ก", 6.8), ("ก\N{THAI CHARACTER MAI THO}", 6.8),
    ("ᚠ", 9.5), ("", 0.0),
])  # fmt: skip
def test_a_letter_takes_its_share_of_the_size(text: str, width: float) -> None:
    assert width_of(text, 10) == pytest.approx(width)
    assert width_of(text, 10, bold=True) == pytest.approx(width * 1.12)


@pytest.mark.parametrize(("text", "pieces"), [
    ("3 to 7 days.", [" 3", " to", " 7", " days."]),
    ("皮肤(红)了。", [" 皮", "肤(红)", "了。"]),
    ("แผล 7 วัน", [" แผ", "ล", " 7", " วั", "น"]),
    ("เวลา", [" เว", "ลา"]),
    ("コート", [" コー", "ト"]),
    ("يومان. نعم", [" يومان.", " نعم"]),
    ("", [" "]),
    ("a  b", [" a", " ", " b"]),
])  # fmt: skip
def test_a_line_may_end_between_the_pieces(text: str, pieces: list[str]) -> None:
    assert [joined + piece for joined, piece in breakable(text)] == pieces
