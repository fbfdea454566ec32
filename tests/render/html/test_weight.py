"""No page weighs more than a phone should carry; those that do are named here, each with what it may weigh at most.

A page is heavy by its notes: what publications say of each statement. Whoever makes one lighter takes it out here.
"""

from __future__ import annotations

from built import Built
from weights import weights

BYTES, HOME, ELEMENTS = 35_000, 25_000, 900
HEAVY = {
    "recovery/day-by-day.html": (43_000, 1_800),
    "when-to-call/signs-one-by-one.html": (41_000, 1_250),
    "when-to-call/warning-signs.html": (40_000, 1_350),
    "before/checklist-and-plan.html": (BYTES, 1_300),
    "understanding/how-it-works.html": (BYTES, 1_250),
    "understanding/risks.html": (BYTES, 1_200),
    "your-clinic/clinic-and-rights.html": (38_000, 1_100),
    "before/preparing.html": (BYTES, 1_100),
    "understanding/other-options.html": (BYTES, 1_050),
    "recovery/swelling-pain-itch.html": (37_000, 1_000),
    "recovery/redness-and-dark-marks.html": (BYTES, 1_000),
    "recovery/skin-care.html": (BYTES, 950),
    "index.html": (30_000, ELEMENTS),
}
"""The most bytes and elements, by the page in the original; Cyrillic letters take two bytes each."""
IN_OTHERS = {"ms/recovery/day-by-day.html": 45_000, "ru/recovery/day-by-day.html": 50_000}


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
