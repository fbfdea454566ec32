"""No page weighs more than a phone should carry; those that do are named here, each with what it may weigh at most.

A page is heavy by its notes: what publications say of each statement. Whoever makes one lighter takes it out here.
"""

from __future__ import annotations

from built import Built
from weights import weights

BYTES, HOME, ELEMENTS = 35_000, 25_000, 900
HEAVY = {
    "recovery/day-by-day.html": (41_500, 1_750),
    "when-to-call/signs-one-by-one.html": (39_500, 1_250),
    "when-to-call/warning-signs.html": (38_500, 1_350),
    "before/checklist-and-plan.html": (BYTES, 1_300),
    "understanding/how-it-works.html": (BYTES, 1_200),
    "understanding/risks.html": (BYTES, 1_150),
    "your-clinic/clinic-and-rights.html": (BYTES, 1_050),
    "before/preparing.html": (BYTES, 1_050),
    "understanding/other-options.html": (BYTES, 1_000),
    "recovery/swelling-pain-itch.html": (BYTES, 1_000),
    "recovery/redness-and-dark-marks.html": (BYTES, 950),
    "index.html": (29_000, ELEMENTS),
}
"""The most bytes and elements, by the page in the original; Cyrillic letters take two bytes each."""
IN_OTHERS = {"ms/recovery/day-by-day.html": 43_000, "ru/recovery/day-by-day.html": 48_500}


def test_no_page_weighs_more_than_a_phone_should_carry(real: Built) -> None:
    found = weights(real.folder)
    assert len(found) > 80
    codes = tuple(f"{language.code}/" for language in real.handbook.languages)
    heavier = []
    for page in found:
        original = page.path.partition("/")[2] if page.path.startswith(codes) else page.path
        sent, elements = HEAVY.get(original, (HOME if original == "index.html" else BYTES, ELEMENTS))
        if page.sent > IN_OTHERS.get(page.path, sent) or page.elements > elements:
            heavier.append(page)
    assert heavier == []


def test_what_only_programmers_read_is_not_sent(small: Built) -> None:
    """Notes and indentation of scripts, and that of templates."""
    scripts = sorted((small.folder / "assets").glob("*.js"))
    assert [file.name for file in scripts] == ["app.js", "boot.js", "find.js", "keep.js"]
    for file in (*scripts, small.folder / "recovery/day-by-day.html"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line.startswith((" ", "//"))] == []
