"""Marks under a finger and an eye: large enough to hit, apart from each other, and no burden to the lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from axe import DESK, PHONE
from built import Built

SIZES = """() => [...document.querySelectorAll(".hb-mark a")].map((it) => {
  const box = it.getClientRects()[0];
  return [box.left, box.top, box.right, box.bottom, it.closest(".hb-mark").id];
})"""
ODD = """() => [...document.querySelectorAll("article p:has(.hb-mark)")].map((it) => {
  const lines = it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight);
  return [it.textContent, lines];
}).filter(([, lines]) => Math.abs(lines - Math.round(lines)) > .02)"""
LEAST = 24


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("path", ["recovery/day-by-day.html", "ru/recovery/day-by-day.html"])
def test_a_mark_is_easy_to_hit(browser: Browser, address: str, path: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(address + path)
        marks = page.evaluate(SIZES)
        assert len(marks) > 20
        assert [one for one in marks if one[2] - one[0] < LEAST or one[3] - one[1] < LEAST] == []
        assert [pair for pair in pairwise(marks) if pair[0][4] == pair[1][4] and _overlap(*pair)] == []


def _overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and abs(one[1] - other[1]) < 1


@pytest.mark.parametrize("path", ["recovery/day-by-day.html", "ru/understanding/how-it-works.html"])
def test_lines_are_no_higher_for_their_marks(browser: Browser, address: str, path: str) -> None:
    with browser.new_context(viewport={"width": PHONE, "height": 740}) as context:
        page = context.new_page()
        page.goto(address + path)
        assert page.locator("article p:has(.hb-mark)").count() > 3
        assert page.evaluate(ODD) == []


def test_in_boxes_to_call_for_no_mark_stands_between_the_words(real: Built) -> None:
    text = (real.folder / "when-to-call" / "warning-signs.html").read_text(encoding="utf-8")
    box = text.split('hb-box--call-now">')[1].split("</div>")[0]
    assert box.count("hb-mark") == 1
    assert box.rstrip().endswith("</sup></li>\n</ul>")


def test_an_instruction_has_no_word_of_confidence_beside_it(real: Built) -> None:
    for path in ("recovery/day-by-day.html", "ms/when-to-call/warning-signs.html"):
        text = (real.folder / path).read_text(encoding="utf-8")
        assert "hb-confidence" not in text.split('id="hb-notes"')[0]
