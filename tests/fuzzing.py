"""Made-up pages and data files, for as long as one likes: `make fuzz MINUTES=10`.

Each round has a seed of its own, the one above the last. What a round finds is told with its seed, which repeats it:
`.venv/bin/python tests/fuzzing.py --minutes 1 --seed 4711`. It then belongs into tests/hostile or tests/cases.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_TESTS = (
    "test_fuzzed_pages.py::test_no_page_is_too_strange_to_be_told_and_none_runs_anything",
    "test_hostile_data.py::test_no_data_is_too_strange_to_be_told",
)
_GRACE = 300
"""Seconds that a round may take, whatever the machine has to do beside: a page that hangs is found out."""


def main() -> int:
    """Make rounds until the time is over; return 1 with the seed of the first that finds something."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    end, seed, rounds = time.monotonic() + options.minutes * 60, options.seed, 0
    print(f"Fuzzing for {options.minutes:g} minutes from seed {seed} on", flush=True)
    while rounds == 0 or time.monotonic() < end:
        if not finds_nothing(seed + rounds):
            print(f"Found with --seed {seed + rounds}")
            return 1
        rounds += 1
    print(f"Nothing found in {rounds} rounds")
    return 0


def finds_nothing(seed: int) -> bool:
    """Tell whether a round passes; where it does not, what pytest says of it is printed."""
    tests = [f"{_HERE / test}" for test in _TESTS]
    command = [sys.executable, "-m", "pytest", "--quiet", "--all", f"--hypothesis-seed={seed}", *tests]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_GRACE)
    except subprocess.TimeoutExpired:
        print(f"A round takes more than {_GRACE} seconds")
        return False
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
