"""Good translations, reversals and innocent changes of real sentences, and how many of them are told.

Each ``*.yml`` here lists entries: ``page`` and ``en``, a block of an English page as it stands there; ``good``,
its translation; ``changed``, of the kind ``reversal``, which says the opposite somewhere, or ``innocent``, which
says the same in other words; ``how`` names the slip. The name of the file begins with the language.

``python -m language.advice.trials`` (from tests/) prints the rates, and with ``-v`` what is told wrongly.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from handbook.checks.advice_pairs import turned_advice
from handbook.markup.document import Document, parse
from handbook.register.handbook import Handbook
from project import ROOT, load

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yml"))


@cache
def real() -> Handbook:
    """Return the handbook of this repository."""
    handbook, _ = load(ROOT)
    assert handbook is not None
    return handbook


def document(block: str, path: str = "docs/x.md") -> Document:
    """Make a page of one block: rows get a table, items their box, a box its text."""
    lines = block.strip("\n").split("\n")
    if lines[0].startswith("|"):
        columns = len(re.findall(r"(?<!\\)\|", lines[0])) - 1
        lines = ["| a " * columns + "|", "|---" * columns + "|", *lines]
    elif lines[0].startswith("    "):
        lines = ["!!! call-now", *lines]
    elif lines[0].startswith("!!!") and len(lines) == 1:
        lines = [*lines, "    1"]
    return parse("# T {#t}\n\n" + "\n".join(lines) + "\n", path)[0]


def told(original: str, text: str, code: str) -> list[str]:
    """Return what is told of a translation of a block; a list with an item less is told as well."""
    handbook, theirs, mine = real(), document(original), document(text)
    concepts = {glossed: glossary.named for glossed, glossary in handbook.glossary.items()}
    turned = turned_advice(theirs, mine, handbook.source, handbook.language(code), concepts)
    found = [one.message for one in turned]
    return found + (["an item is missing"] if len(theirs.texts) != len(mine.texts) else [])


def counted(file: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    """Return by kind how many were told and how many there are, and a line for each that is told wrongly."""
    caught, all_of, wrong = Counter[str](), Counter[str](), list[str]()
    for kind, how, original, text in _tried(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)):
        found = told(original, text, file.name.partition("-")[0])
        all_of[kind] += 1
        caught[kind] += bool(found)
        if bool(found) != (kind == "reversal"):
            wrong.append(f"{kind} {how}: {text} {found}")
    return caught, all_of, wrong


def _tried(entries: list[dict[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    for entry in entries:
        yield "good", "", entry["en"], entry["good"]
        if "changed" in entry:
            yield entry["kind"], entry["how"], entry["en"], entry["changed"]


def main() -> None:
    """Print the rates of all files, and with -v what is told wrongly."""
    for file in map(Path, [name for name in sys.argv[1:] if name != "-v"] or FILES):
        caught, all_of, wrong = counted(file)
        print(file.name, {kind: f"{caught[kind]} of {all_of[kind]}" for kind in all_of})
        print(*(wrong if "-v" in sys.argv else ()), sep="\n", end="\n" if "-v" in sys.argv else "")


if __name__ == "__main__":
    main()
