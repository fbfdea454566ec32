"""Measure the search beside the two that one would otherwise take, on the same pages and queries, and print it.

    make bench                  or   .venv/bin/python benchmarks/rivals.py [--site site]

Stock Material comes from a build of plain MkDocs with its search; Pagefind indexes the articles of the built site. Both
answer with pages, so ours is judged by pages here too. Each runs in a real browser. What counts as a key is the time
until the answer to what has been typed so far is painted as a list of addresses; what counts as bytes is every file,
compressed by gzip, that is loaded until a first query is answered, without the scripts of the theme.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import trees
from painting import BROWSER, at
from playwright.sync_api import Browser, Page, sync_playwright
from searching import DANGERS, NOTHING, QUERIES, ROOT, Answer, Key, read_queries, score

MANY, FEW = 150, 20
"""How many queries at least are asked, and of how many each key is timed."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A search in a page."""

    name: str
    starts: str
    """A function of JavaScript that loads it, and returns what answers a query with addresses."""


OURS = Rival(
    "this handbook",
    """async () => {
      const first = new URL(document.querySelector(".hb-search").dataset.search, document.baseURI).href;
      const load = (address) => new Promise((done, fail) => {
        const script = Object.assign(document.createElement("script"), { src: address, onload: done, onerror: fail });
        document.head.append(script);
      });
      await load(first);
      const words = (drawer) => load(`${first.slice(0, -3)}/words-${drawer}.js`);
      return async (query) => (await window.handbookSearch.answer(query, words)).sections.map(({ address }) => address);
    }""",
)
MATERIAL = Rival(
    "stock Material",
    """async () => {
      const config = JSON.parse(document.querySelector("#__config").textContent);
      const index = await (await fetch("/search/search_index.json")).json();
      const worker = new Worker(new URL(config.search, location.href));
      const answer = (message) => new Promise((done) => {
        worker.onmessage = ({ data }) => { if (data.type % 2) done(data.data); };
        worker.postMessage(message);
      });
      await answer({ type: 0, data: { ...index, options: { suggest: false } } });
      return async (query) => (await answer({ type: 2, data: query })).items.map(([first]) => first.location);
    }""",
)
PAGEFIND = Rival(
    "Pagefind",
    """async () => {
      const engine = await import("/pagefind/pagefind.js");
      return async (query) => {
        const { results } = await engine.search(query);
        return (await Promise.all(results.slice(0, 5).map((it) => it.data()))).map(({ url }) => url);
      };
    }""",
)
ASKED = "async (queries) => { const all = []; for (const it of queries) all.push(await window.rival(it)); return all; }"
KEYS = """async (queries) => {
  const times = [], list = document.body.appendChild(document.createElement("ol"));
  for (const query of queries) {
    for (let end = 1; end <= query.length; end += 1) {
      const began = performance.now();
      const found = await window.rival(query.slice(0, end));
      const items = found.map((address) => Object.assign(document.createElement("li"), { textContent: address }));
      list.replaceChildren(...items);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - began);
    }
  }
  return times;
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # a connection serves many files, as on any host

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Print how each answers the queries of each language."""
    parser = argparse.ArgumentParser(description="Measure the search beside others.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    site = parser.parse_args().site
    print(f"\nBy pages; {os.cpu_count()} processors, {os.getloadavg()[0]:.1f} programs at work")
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as folder, sync_playwright() as driver:
        indexed, plain = Path(folder) / "site", Path(folder) / "plain"
        shutil.copytree(site, indexed, ignore=shutil.ignore_patterns("*.pdf", "offline"))  # that has every page in one
        tree = trees.copy(Path(folder) / "tree")
        run("mkdocs", "build", "-q", "-f", str(tree / trees.PLAIN), "-d", str(plain))
        run("pagefind", "--site", str(indexed), "--root-selector", "article")
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        for file in sorted(QUERIES.glob("*.yml")):
            print(f"\n{file.stem:16}{'@1':>7}{'@3':>7}{'MRR':>7}{'nothing':>9}{'KB':>7}{'p50 ms':>9}{'p95 ms':>9}")
            for rival, pages in ((OURS, indexed), (PAGEFIND, indexed), (MATERIAL, plain)):
                measure(rival, pages, file, browser)
        browser.close()


def run(module: str, *options: str) -> None:
    """Run a program of Python, and stop everything if it fails."""
    done = subprocess.run([sys.executable, "-m", module, *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{module} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def measure(rival: Rival, site: Path, file: Path, browser: Browser) -> None:
    """Print how one answers the queries of a file."""
    language = file.stem.rpartition("-")[2]
    answered = [query for query in read_queries(file) if query.kind not in (NOTHING, *DANGERS)]
    queries = answered[:: max(1, len(answered) // MANY)]
    texts = [query.text for query in queries]
    page = browser.new_context(bypass_csp=True).new_page()
    with served(site) as address:
        files = first_files(rival, page, address + ("" if language == "en" else f"{language}/"), texts[0])
        found = page.evaluate(ASKED, texts)
        times = sorted(page.evaluate(KEYS, texts[:: max(1, len(texts) // FEW)]))
    page.context.close()
    loaded = sum(len(gzip.compress((site / each).read_bytes(), 9)) for each in files)
    it = score(queries, [_answer(each) for each in found], Key(ROOT / "docs" / "data", language, by_page=True))["all"]
    shares = f"{it.share(1):7.0f}{it.share(3):7.0f}{it.mrr:7.2f}{it.empty:9}"
    print(f"  {rival.name:14}{shares}{loaded / 1000:7.0f}{statistics.median(times):9.1f}{at(times):9.1f}", flush=True)


def first_files(rival: Rival, page: Page, address: str, query: str) -> set[str]:
    """Open a page, load a search and ask it once; return the paths of the files that this has loaded."""
    page.goto(address, wait_until="networkidle")
    loaded: set[str] = set()
    page.on("response", lambda each: loaded.add(urlsplit(each.url).path.lstrip("/")))
    page.evaluate(f"async () => {{ window.rival = await ({rival.starts})(); await window.rival({query!r}); }}")
    return set(loaded)  # what further queries load comes later


def _answer(addresses: Sequence[str]) -> Answer:
    """Return an answer by pages, each once, named as ours are."""
    pages = (address.partition("#")[0].removeprefix("/") for address in addresses)
    named = (f"{page}index.html" if page.endswith("/") or not page else page for page in pages)
    return Answer(tuple(dict.fromkeys(named)), (), 0)


if __name__ == "__main__":
    main()
