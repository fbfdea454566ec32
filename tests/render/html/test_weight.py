"""No page weighs more than a phone should carry; those that do are named here, each with what it may weigh at most.

A page is heavy by its notes: what publications say of each statement. Whoever makes one lighter takes it out here.
"""

from __future__ import annotations

from built import Built
from weights import weights

BYTES, HOME, ELEMENTS = 35_000, 25_000, 900
HEAVY = {
    "recovery/day-by-day.html": (40_500, 1_650),
    "when-to-call/signs-one-by-one.html": (38_500, 1_200),
    "when-to-call/warning-signs.html": (37_500, 1_300),
    "before/checklist-and-plan.html": (BYTES, 1_250),
    "understanding/how-it-works.html": (BYTES, 1_150),
    "understanding/risks.html": (BYTES, 1_150),
    "before/preparing.html": (BYTES, 1_050),
    "your-clinic/clinic-and-rights.html": (36_500, 1_050),
    "understanding/other-options.html": (BYTES, 1_000),
    "recovery/swelling-pain-itch.html": (BYTES, 950),
    "recovery/redness-and-dark-marks.html": (BYTES, 950),
    "index.html": (27_500, ELEMENTS),
}
"""The most bytes and elements, by the page in the original; Cyrillic letters take two bytes each."""
IN_OTHERS = {"ms/recovery/day-by-day.html": 42_000, "ru/recovery/day-by-day.html": 46_500}


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
