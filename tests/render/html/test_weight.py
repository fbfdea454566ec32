"""No page weighs more than a phone should carry; one that does is named here, with what it may weigh at most."""

from __future__ import annotations

from built import Built
from weights import weights

BYTES, HOME, ELEMENTS = 35_000, 20_000, 900
HEAVY = {
    "ru/recovery/day-by-day.notes.html": (37_500, 960),
    "ms/recovery/day-by-day.notes.html": (BYTES, 960),
    "recovery/day-by-day.notes.html": (BYTES, 960),
    **dict.fromkeys([f"{code}before/checklist-and-plan.html" for code in ("", "ms/", "ru/")], (BYTES, 1_000)),
}
"""The most bytes and elements. The checklist says on a phone what each of its cells is to hold."""


def test_no_page_weighs_more_than_a_phone_should_carry(real: Built) -> None:
    found = weights(real.folder)
    assert len(found) > 170
    heavier = []
    for page in found:
        sent, elements = HEAVY.get(page.path, (HOME if page.path.endswith("index.html") else BYTES, ELEMENTS))
        heavier += [page] if page.sent > sent or page.elements > elements else []
    assert heavier == []


def test_what_only_programmers_read_is_not_sent(small: Built) -> None:
    """Notes and indentation of scripts, and that of templates."""
    scripts = sorted((small.folder / "assets").glob("*.js"))
    assert [file.name for file in scripts] == ["app.js", "boot.js", "find.js", "keep.js"]
    for file in (*scripts, small.folder / "recovery/day-by-day.html"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith((" ", "//"))] == []
