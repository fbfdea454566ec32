"""Ask other search engines the same queries in a real browser, and time ours from key to painted results there.

    make bench                  or   .venv/bin/python benchmarks/rivals.py [--site site]

Pagefind reads the pages of our site, stock Material those of plain MkDocs. Results are judged by pages, because the
others know no sections of ours.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import trees
from playwright.sync_api import Page, sync_playwright
from searching import NOTHING, QUERIES, ROOT, Answer, Key, Query, read_queries, score

PAGEFIND = """
async (queries) => {
  const engine = await import("/pagefind/pagefind.js");
  const answers = [];
  for (const query of queries) {
    const { results } = await engine.search(query);
    answers.push((await Promise.all(results.slice(0, 5).map((it) => it.data()))).map((it) => it.url));
  }
  return answers;
}
"""
MATERIAL = """
async (queries) => {
  const config = JSON.parse(document.querySelector("#__config").textContent);
  const index = await (await fetch("/search/search_index.json")).json();
  const worker = new Worker(new URL(config.search, location.href));
  const answer = (message) => new Promise((done) => {
    worker.onmessage = ({ data }) => { if (data.type % 2) done(data.data); };
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: { suggest: false } } });
  const answers = [];
  for (const query of queries) {
    const found = await answer({ type: 2, data: query });
    answers.push(found.items.map(([first]) => first.location).slice(0, 5));
  }
  return answers;
}
"""
KEYS = """
async (queries) => {
  const input = document.querySelector("#hb-query"), times = [];
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await new Promise((done) => { input.focus(); setTimeout(done, 1000); });
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      input.value = query.slice(0, end);
      const began = performance.now();
      input.dispatchEvent(new Event("input"));
      await painted();
      times.push(performance.now() - began);
    }
  }
  return times;
}
"""
_TIMED = 20
"""Of so many queries each key is timed."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure(site: Path, tree: Path, chromium: str | None) -> None:
    """Print how stock Material and Pagefind answer the queries, judged by pages, and how soon ours does."""
    plain = tree / "plain-site"
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(tree / trees.PLAIN), "-d", str(plain)]
    subprocess.run(command, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site)], check=True, capture_output=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(bypass_csp=True).new_page()
        for file in sorted(QUERIES.glob("*.yml")):
            measure_language(file, site, plain, page)
        browser.close()


def measure_language(file: Path, site: Path, plain: Path, page: Page) -> None:
    """Print one language."""
    language = file.stem.rpartition("-")[2]
    queries = [query for query in read_queries(file) if query.kind not in (NOTHING, "danger", "despair")]
    texts = [query.text for query in queries]
    home = "index.html" if language == "en" else f"{language}/index.html"
    with served(site) as address:
        page.goto(address + home)
        times = sorted(page.evaluate(KEYS, texts[:_TIMED]))
        tell(file.stem, "Pagefind", queries, page.evaluate(PAGEFIND, texts), language)
    with served(plain) as address:
        page.goto(address + home.replace("index.html", ""))
        tell(file.stem, "stock Material", queries, page.evaluate(MATERIAL, texts), language)
    middle, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"{file.stem:14} ours, key to painted: {middle:.0f} ms, of 100 keys 95 within {late:.0f} ms", flush=True)


def tell(name: str, engine: str, queries: Sequence[Query], found: Iterable[Sequence[str]], language: str) -> None:
    """Print how often a page that answers is among the first."""
    pages = [Query(query.text, query.kind, query.answers) for query in queries]
    answers = [Answer(tuple(_page(address) for address in addresses), (), 0) for addresses in found]
    it = score(pages, answers, Key(ROOT / "docs" / "data", language, whole_pages=True))["all"]
    print(f"{name:14} {engine:16}{it.share(1):7.0f}{it.share(3):7.0f}{it.mrr:7.2f}{it.empty:9}   (pages)", flush=True)


def _page(address: str) -> str:
    """Return the page of an address as our search names it."""
    path = address.partition("#")[0].lstrip("/")
    return path if path.endswith(".html") else f"{path}index.html"


def main() -> None:
    """Measure a copy of a built site, into which Pagefind may write."""
    parser = argparse.ArgumentParser(description="Ask other search engines the same queries.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    site = parser.parse_args().site
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder:
        shutil.copytree(site, Path(folder) / "site")
        measure(Path(folder) / "site", trees.copy(Path(folder) / "tree"), chromium)


if __name__ == "__main__":
    main()
