"""Measure how soon results are painted after a key, in a real browser, and print it by language.

    .venv/bin/python benchmarks/painting.py [--site site] [--slower 4]

Each query is typed letter by letter; what counts is the time from the key to the next painted frame with its results.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from searching import QUERIES, ROOT, read_queries

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
"""A Chromium; without one that of the driver, where it has been installed."""
SECONDS = 15
"""How long at most to type in each language."""
FEW = 40
TYPED = """(text) => new Promise((done) => {
  const box = document.querySelector(".hb-search input");
  const began = performance.now();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
READY = """() => new Promise((done) => {
  const waits = setInterval(() => { if (window.handbookSearch) { clearInterval(waits); done(); } }, 20);
})"""
WORK = (
    """(text) => { const began = performance.now(); window.handbookSearch(text); return performance.now() - began; }"""
)


def main() -> None:
    """Print the times of a built site."""
    parser = argparse.ArgumentParser(description="Measure how soon results are painted.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    parser.add_argument("--slower", type=int, default=1, help="how much slower the processor shall be (default: 1)")
    options = parser.parse_args()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        for language in sorted({file.stem.rpartition("-")[2] for file in QUERIES.glob("*.yml")}):
            page = browser.new_page()
            page.goto((options.site / ("" if language == "en" else language) / "index.html").resolve().as_uri())
            page.locator(".hb-search input").focus()
            page.evaluate(READY)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": options.slower})
            keys = list(typed(page, language))
            painted, worked = sorted(one for one, _ in keys), sorted(one for _, one in keys)
            long = page.evaluate(WORK, "swelling redness " * 600)
            print(f"{language}: {len(keys)} keys painted {told(painted)}, found {told(worked)}, a long text {long:.0f}")
            page.close()
        browser.close()


def typed(page: Page, language: str) -> Iterator[tuple[float, float]]:
    """Yield for each key the milliseconds until results were painted, and those of the search alone."""
    queries = list(read_queries(QUERIES / f"{language}.yml"))
    texts = [query.text for query in queries[:: max(1, len(queries) // FEW)]]
    ends = page.evaluate("performance.now()") + SECONDS * 1000
    for text in texts:
        for end in range(1, len(text) + 1):
            if page.evaluate("performance.now()") > ends:
                return
            yield page.evaluate(TYPED, text[:end]), page.evaluate(WORK, f"{text[:end]} ")


def told(times: list[float]) -> str:
    """Return the median and what 95 of 100 do not exceed."""
    return f"p50 {statistics.median(times):.1f} ms, p95 {at(times):.1f} ms"


def at(times: list[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    return times[int(0.95 * (len(times) - 1))]


if __name__ == "__main__":
    main()
