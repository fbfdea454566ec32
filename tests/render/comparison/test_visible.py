"""A long page in a real browser, on a phone and at a desk: what it says can be seen, but for what is named here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from axe import DESK, PHONE
from built import Built
from render.comparison.long_page import PAGE

HIDDEN = {
    DESK: {
        ".hb-contents--inline", ".hb-drawing--narrow", ".hb-head", ".hb-menu--pages", ".hb-results__help", ".md-skip",
    },
    PHONE: {".hb-drawing--wide", ".hb-results__help", ".hb-table thead", ".md-sidebar", ".md-skip"},
}
"""What is not shown at a width: what another form of it shows, and what comes only when it is asked for."""

UNSEEN = """async (parts) => {
  await Promise.all([...document.images].map(it => (it.loading = "eager", it.decode().catch(() => 0))));
  for (const it of document.querySelectorAll("details")) it.open = true;
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const bright = ([r, g, b]) => 0.3 * r + 0.6 * g + 0.1 * b;
  const chain = (it) => it ? [it, ...chain(it.parentElement)] : [];
  const ground = (it) => bright(chain(it).map(at => rgba(getComputedStyle(at).backgroundColor)).find(c => c[3] > 128)
    ?? [255, 255, 255]);
  const inked = (it, colour) => colour[3] > 128 && Math.abs(bright(colour) - ground(it)) > 60;
  const held = (it) => it.checkVisibility({opacityProperty: true, visibilityProperty: true})
    && chain(it).every(at => getComputedStyle(at).clipPath === "none" && getComputedStyle(at).opacity > 0.4);
  const onPage = (box) => box.width > 1 && box.height > 5 && box.right > 0 && box.left < innerWidth
    && box.bottom + scrollY > 0;
  const named = (it, words) => parts.find(part => it.closest(part)) ?? words;
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const words = walk.currentNode.textContent.trim(), it = walk.currentNode.parentElement;
    if (!words || it.closest("script")) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const style = getComputedStyle(it), colour = rgba(it.closest("svg") ? style.fill : style.color);
    const seen = held(it) && [...range.getClientRects()].some(onPage) && parseFloat(style.fontSize) >= 10;
    if (!seen || !(it.closest("svg") || inked(it, colour))) found.add(named(it, words));
  }
  for (const it of document.querySelectorAll(".hb-blank")) {
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    const line = parseFloat(style.borderBottomWidth) >= 1 && inked(it, rgba(style.borderBottomColor));
    if (!held(it) || !line || box.width < 40 || box.right > innerWidth + 1) found.add(`a line to write on in ${
      it.parentElement.textContent.trim()}`);
  }
  for (const it of document.querySelectorAll("article img")) {
    if (!held(it) || !onPage(it.getBoundingClientRect())) found.add(`the image ${it.alt}`);
  }
  return [...found].sort();
}"""
"""Return what cannot be seen: the first of some parts that holds it, or else its words."""


@pytest.mark.parametrize("folder", ["", "fa/"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_what_a_page_says_can_be_seen(browser: Browser, long: Built, width: int, folder: str) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True) as context:
        page = context.new_page()
        page.goto((long.folder / f"{folder}{PAGE.replace('.md', '.html')}").as_uri())
        assert page.evaluate(UNSEEN, sorted(HIDDEN[width])) == sorted(HIDDEN[width])
