"""Makes small mistakes in the program, its templates and styles, and tells which of them no test notices.

    python tests/mutants.py                      every mutant of mutants.yml and all that can be made of each module
    python tests/mutants.py --sample 60          those of mutants.yml and 60 others, always the same
    python tests/mutants.py checks/wrong_number  those of the modules, or with the names, that have these words

The status is 1 where fewer than 95 in 100 of the written mutants are noticed, or one no longer fits its module.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mutation.catalogue import Mutant, entries, generic, named
from mutation.trials import Verdict, try_all

WANTED = 0.95
SEED = 20261129
WORDS = ("killed", "survived", "timeout", "untested")
_NOTICED = frozenset(("killed", "timeout"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants that are asked for; print those that survive, and a table."""
    parser = argparse.ArgumentParser(prog="python tests/mutants.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pattern", nargs="?", default="", help="words or a pattern of module paths or mutants' names")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of the mutants that are not written down")
    asked = parser.parse_args(arguments)
    stale = [entry for entry in entries() if not entry.fits]
    for entry in stale:
        print(f"no longer fits {entry.module}: {entry.name}")
    mutants = [*named(asked.pattern), *generic(asked.pattern, asked.sample, SEED)]
    verdicts = _tried(mutants)
    print(_table(verdicts))
    return 1 if stale or _share([verdict for verdict in verdicts if verdict.mutant.named]) < WANTED else 0


def _tried(mutants: list[Mutant]) -> list[Verdict]:
    """Try mutants; tell of each that is not killed as soon as it is known."""
    verdicts = []
    with TemporaryDirectory(prefix="mutants-") as folder:
        for verdict in try_all(mutants, Path(folder)):
            verdicts.append(verdict)
            if verdict.word != "killed":
                print(f"{verdict.word}: {verdict.mutant.module}: {verdict.mutant.name}", flush=True)
    return verdicts


def _table(verdicts: list[Verdict]) -> str:
    """Return how many mutants of each module, and of all, came to what end."""
    rows = [("Mutants", *WORDS, "noticed")]
    rows += [
        _row(module, [verdict for verdict in verdicts if verdict.mutant.module == module])
        for module in sorted({verdict.mutant.module for verdict in verdicts})
    ]
    rows.append(_row("All that are written down", [verdict for verdict in verdicts if verdict.mutant.named]))
    rows.append(_row("All others", [verdict for verdict in verdicts if not verdict.mutant.named]))
    return "\n".join(f"{row[0]:<42}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)


def _row(name: str, verdicts: list[Verdict]) -> tuple[str, ...]:
    counted = Counter(verdict.word for verdict in verdicts)
    return (name, *(str(counted[word]) for word in WORDS), f"{_share(verdicts):.0%}")


def _share(verdicts: list[Verdict]) -> float:
    """Return the share of mutants that were noticed; of none it is everything."""
    return sum(verdict.word in _NOTICED for verdict in verdicts) / len(verdicts) if verdicts else 1.0


if __name__ == "__main__":
    sys.exit(main())
