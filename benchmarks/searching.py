"""Measure whether the search finds what patients type, and print it by language and kind.

    make bench                  or   .venv/bin/python benchmarks/searching.py [--site site] [--misses]

The queries stand in queries/<language>.yml, and the search has been tuned on them: what it finds of them says little of
what it finds of others. For a blind run somebody who has not seen the search writes fresh ones into
queries/unseen-<language>.yml; they are reported apart, without what was missed. A result counts if it is the section
that answers, not only its page. Of the words of all titles, mistyped and in their other forms, the page counts;
mistyped.py makes them. Concepts of the glossary that no section speaks of find nothing, so they are listed.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import statistics
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import playwright
import yaml
from mistyped import Titles

from handbook import pipeline
from handbook.render.search.index import make_index

ROOT = Path(__file__).resolve().parent.parent
QUERIES = Path(__file__).with_name("queries")
NODE = Path(playwright.__file__).parent / "driver" / "node"
"""The engine that comes with the browser's driver, so that a script can be run without a browser."""
DANGERS, NOTHING = ("danger", "despair"), "off-topic"
FEWER = 3
"""Of how many queries one is typed key by key."""
FEELINGS = "feelings"
"""What sounds like a danger and is answered by a page."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and what answers it."""

    text: str
    kind: str
    answers: tuple[str, ...]
    """Topics, pages, sections; of a danger the ids of signs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search found."""

    addresses: tuple[str, ...]
    signs: tuple[str, ...]
    """The ids of the warning signs that stand above the results."""
    milliseconds: float
    loaded: tuple[str, ...] = ()
    """The scripts that were loaded for it, where each query is a first search."""


def read_queries(file: Path) -> Iterator[Query]:
    """Yield the queries of a file."""
    for kind, asked in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        yield from (Query(str(text), kind, tuple(answers)) for text, answers in asked.items())


def ask(site: Path, language: str, queries: Iterable[str], typed: bool = False) -> list[Answer]:
    """Answer queries with the search scripts of a built site; with ``typed`` each key by key, in a page of its own."""
    asked = json.dumps({"folder": str(site), "language": language, "queries": list(queries), "isTyped": typed})
    command = [str(NODE), str(Path(__file__).with_name("ask.js"))]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return [Answer(tuple(it["addresses"]), tuple(it["signs"]), it["milliseconds"], tuple(it["loaded"])) for it in found]


class Key:
    """Where each answer stands on the site; by page, whatever else of its page counts as well."""

    def __init__(self, data: Path, language: str, original: str = "en", by_page: bool = False):
        read: Mapping[str, Any] = yaml.safe_load((data / "topics.yml").read_text(encoding="utf-8"))
        self._topics = {topic["id"]: topic.get("pages", []) for topic in read["topics"]}
        signs = yaml.safe_load((data / "warning-signs.yml").read_text(encoding="utf-8"))["signs"]
        self._groups = {sign["id"]: sign.get("group", sign["id"]) for sign in signs}
        self._by_page = by_page
        self._folder = "" if language == original else f"{language}/"

    def rank(self, query: Query, addresses: Sequence[str]) -> int:
        """Return the place of the first result that answers a query, from 1; 0 where none does."""
        named = [self._folder + place for answer in query.answers for place in self._topics.get(answer, [answer])]
        if self._by_page:
            named = [place.partition("#")[0] for place in named]
        places = (at for at, found in enumerate(addresses, 1) if any(_is(place, found) for place in named))
        return next(places, 0)

    def warns(self, query: Query, signs: Iterable[str]) -> bool:
        """Tell whether one of the signs that a query is about is shown, or one that stands in a row with it."""
        named = {self._groups[id] for id in query.answers if id in self._groups}
        return not named.isdisjoint(self._groups[id] for id in signs)

    def is_danger(self, query: Query) -> bool:
        """Tell whether a query is about a warning sign, which must stand on top."""
        return not self._groups.keys().isdisjoint(query.answers)


def _is(place: str, address: str) -> bool:
    """Tell whether an address is what a place names: a section, or anything on a page."""
    page, _, section = place.partition("#")
    found, _, id = address.partition("#")
    return found == page.removesuffix(".md") + ".html" and (not section or section == id)


@dataclass(frozen=True, slots=True)
class Score:
    """How a set of queries went."""

    ranks: tuple[int, ...]
    """For each query the place of its answer; 0 where it is not among the results."""
    empty: int
    """How many found nothing."""
    warned: int
    """How many showed a warning."""

    def share(self, at_most: int) -> float:
        """Return how many queries in 100 have their answer among the first results."""
        return 100 * sum(0 < rank <= at_most for rank in self.ranks) / max(1, len(self.ranks))

    @property
    def mrr(self) -> float:
        """Return the mean reciprocal rank."""
        return sum(1 / rank for rank in self.ranks if rank) / max(1, len(self.ranks))


def score(queries: Sequence[Query], answers: Sequence[Answer], key: Key) -> dict[str, Score]:
    """Return the score of each kind, and of all that have an answer; a danger is answered by its sign on top."""
    ranks: dict[str, list[tuple[int, bool, bool]]] = {}
    for query, answer in zip(queries, answers, strict=True):
        kind = query.kind if query.kind not in DANGERS or key.is_danger(query) else FEELINGS
        rank = int(key.warns(query, answer.signs)) if kind in DANGERS else key.rank(query, answer.addresses)
        found = (rank, not answer.addresses and not answer.signs, bool(answer.signs))
        ranks.setdefault(kind, []).append(found)
    counted = [one for kind, several in ranks.items() if kind not in (*DANGERS, NOTHING) for one in several]
    return {kind: _score(several) for kind, several in {**ranks, "all": counted}.items()}


def _score(found: Iterable[tuple[int, bool, bool]]) -> Score:
    ranks, empty, warned = zip(*found, strict=True)
    return Score(ranks, sum(empty), sum(warned))


def main() -> None:
    """Print the scores of a built site."""
    parser = argparse.ArgumentParser(description="Measure what the search finds.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="a built site (default: site)")
    parser.add_argument("--misses", action="store_true", help="list what is not among the first three")
    options = parser.parse_args()
    files = sorted(QUERIES.glob("*.yml"))
    for file in files:
        report(file, options.site, options.misses and not file.stem.startswith("unseen"))
    for language in dict.fromkeys(file.stem.rpartition("-")[2] for file in files):
        report_titles(options.site, language)
        report_size(options.site, language)
    report_concepts()


def report(file: Path, site: Path, misses: bool) -> None:
    """Print the scores of one file of queries."""
    language = file.stem.rpartition("-")[2]
    queries, key = list(read_queries(file)), Key(ROOT / "docs" / "data", language)
    answers = ask(site, language, [query.text for query in queries])
    print(f"\n{file.stem:14}{'queries':>8}{'@1':>7}{'@3':>7}{'MRR':>7}{'nothing':>9}{'warned':>8}")
    for kind, it in score(queries, answers, key).items():
        shares = f"{it.share(1):7.0f}{it.share(3):7.0f}{it.mrr:7.2f}" if kind != NOTHING else f"{'':21}"
        print(f"  {kind:12}{len(it.ranks):8}{shares}{it.empty:9}{it.warned:8}")
    for query, answer in zip(queries, answers, strict=True) if misses else ():
        tell_miss(query, answer, key)


def report_titles(site: Path, language: str) -> None:
    """Print how often a word of a title finds its page, mistyped and in its other forms."""
    titles = Titles(site, language, ROOT)
    written = [(word, word) for word in titles.pages]
    for name, words in (("as written", written), ("mistyped", titles.mistyped()), ("inflected", titles.inflected())):
        answers = ask(site, language, [typed for typed, _ in words])
        pages = [[address.partition("#")[0] for address in answer.addresses[:3]] for answer in answers]
        found = sum(not titles.pages[word].isdisjoint(first) for (_, word), first in zip(words, pages, strict=True))
        print(f"{language}: {len(words)} words of titles {name}, found among three {100 * found / len(words):.0f} %")


def report_size(site: Path, language: str) -> None:
    """Print what a first search loads, typed key by key: of three words, as most people type, and of any query."""
    queries = [query.text for query in read_queries(QUERIES / f"{language}.yml")]
    print(
        f"{language}: gzip, first script {packed(site, language):,}, signs {packed(site, f'{language}/signs'):,} bytes"
    )
    for name, texts in (("three words", three_words(queries)), ("any query", queries[::FEWER])):
        sums = first_searches(site, language, texts)
        mean, nine = statistics.mean(sums), sorted(sums)[len(sums) * 9 // 10]
        print(f"{language}: first search, {name}: {mean:,.0f} bytes, nine of ten below {nine:,}, most {max(sums):,}")


def three_words(queries: Iterable[str]) -> list[str]:
    """Return the queries of three words."""
    return [query for query in queries if len(query.split()) == 3]


def first_searches(site: Path, language: str, queries: Iterable[str]) -> list[int]:
    """Return how many bytes are loaded for each query, by who searches for the first time."""
    return [sum(packed(site, name) for name in it.loaded) for it in ask(site, language, queries, typed=True)]


@cache
def packed(site: Path, name: str) -> int:
    """Return the bytes of a search script as they are sent."""
    return len(gzip.compress((site / "search" / f"{name}.js").read_bytes(), 9))


def report_concepts() -> None:
    """Print which concepts of the glossary no section of a language speaks of."""
    handbook = pipeline.read(ROOT, datetime.date.today()).handbook
    for language in handbook.languages if handbook else ():
        index = make_index(language, handbook)
        lost = [id for id in index.phrases if not index.concepts.get(id)]
        print(f"{language.code}: {len(lost)} of {len(index.phrases)} concepts tag no section: {', '.join(lost)}")


def tell_miss(query: Query, answer: Answer, key: Key) -> None:
    """Print what was found instead, for a query whose answer is not among the first three results."""
    if query.kind in DANGERS:
        missed = not key.warns(query, answer.signs)
    else:
        missed = query.kind != NOTHING and not 0 < key.rank(query, answer.addresses[:3]) <= 3
    if missed or (query.kind == NOTHING and answer.addresses):
        print(f"    {query.kind}: {query.text} → {', '.join(answer.addresses[:3])} {' '.join(answer.signs)}")


if __name__ == "__main__":
    main()
