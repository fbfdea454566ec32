"""A register for the real pictures, with other numbers than the real one, and a page that shows every picture."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from handbook.register.handbook import Handbook
from project import BASE, ROOT, load, make

_DATA = ROOT / "docs" / "data"
_PICTURES = yaml.safe_load((_DATA / "pictures.yml").read_text(encoding="utf-8"))["pictures"]
FACTS: Mapping[str, Mapping[str, str]] = {
    entry["id"]: entry.get("facts") or {"share": entry["fact"]} for entry in _PICTURES
}
"""The facts of each picture."""
NAMES = tuple(FACTS)
SHARE = "infections-in-100"

QUANTITIES: Mapping[str, str] = {
    "weeping-duration": "{kind: limit, low: null, high: 36, unit: hour}",
    "wound-fluid-straw": "{kind: point, low: null, high: 3, unit: day}",
    "swelling-duration": "{kind: duration, low: 1, high: 3, unit: day}",
    "swelling-duration/gone-within": "{kind: limit, low: null, high: 6, unit: day}",
    "redness-strong-phase": "{kind: duration, low: 2, high: 5, unit: day}",
    "crusts-form": "{kind: point, low: 2, high: 3, unit: day}",
    "crusts-last": "{kind: duration, low: 4, high: 8, unit: day}",
    "crusts-last-upper": "{kind: limit, low: null, high: 12, unit: day}",
    "surface-closes-face": "{kind: duration, low: 4, high: 9, unit: day}",
    "surface-closes-nonablative": "{kind: duration, low: 11, high: 29, unit: hour}",
    "redness-fades-weeks": "{kind: limit, low: null, high: 6, unit: week}",
    "redness-fades-weeks/share-gone": "{kind: share, low: 91, high: 91, unit: percent}",
    "dark-marks-appear": "{kind: duration, low: 2, high: 5, unit: week}",
    "result-judged-months": "{kind: duration, low: 2, high: 4, unit: month}",
    "rf-bacterial-infection": "{kind: duration, low: 2, high: 13, unit: day}",
    "rf-bacterial-infection/yellow-from": "{kind: point, low: 4, high: null, unit: day}",
    "rf-swelling": "{kind: point, low: 4, high: null, unit: day, exclusive: true}",
    "rf-not-healing": "{kind: duration, low: 11, high: 11, unit: day}",
    "rf-not-healing/body": "{kind: duration, low: 15, high: 15, unit: day}",
    "acne-scar-response-rates": "{kind: share, low: 40, high: 40, unit: percent}",
    "dark-marks-thai-trial": "{kind: share, low: 70, high: 70, unit: percent}",
    "cold-sore-risk": "{kind: share, low: 2, high: 3, unit: percent}",
    "infection-rate/rounded": "{kind: share, low: 2.5, high: 6, unit: percent}",
}
WORDS = {
    "en": ("Infections", "{number} in 100 had one.", "{number} in 100 had none."),
    "ms": ("Jangkitan", "{number} daripada 100 mendapatnya.", "{number} daripada 100 tidak."),
    "ru": ("Инфекции", "Она была у {number} из 100.", "Её не было у {number} из 100."),
}
PAGE = "# Pictures {#pictures}\n\n" + "".join(f"Words.\n\n![](picture:{name})\n\n" for name in NAMES)


def project(root: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Make a project whose first page shows every picture; ``changed`` replaces quantities by their address."""
    register = {**QUANTITIES, **(changed or {})}
    files = {f"docs/{code}/index.md": PAGE for code in WORDS}
    path = "docs/data/facts/recovery.yml"
    base = (BASE / path).read_text(encoding="utf-8").replace("- id: crusts-last\n", "- id: crusts-old\n")
    folder = make(root, {**files, path: base + _facts(register)})
    shutil.copytree(ROOT / "docs" / "images", folder / "docs" / "images")
    shutil.copy(_DATA / "pictures.yml", folder / "docs" / "data")
    for code, words in WORDS.items():
        file = folder / "docs" / "data" / "interface" / f"{code}.yml"
        said = yaml.safe_load((_DATA / "interface" / file.name).read_text(encoding="utf-8"))
        said["pictures"][SHARE] = dict(zip(("title", "yes", "no"), words, strict=True))
        file.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def read(root: Path, changed: Mapping[str, str] | None = None) -> Handbook:
    """Read such a project."""
    handbook, problems = load(project(root, changed))
    assert handbook is not None
    assert [problem for problem in problems if problem.location.path != "docs/data/decisions.yml"] == []
    return handbook


def _facts(quantities: Mapping[str, str]) -> str:
    addresses = {address for parts in FACTS.values() for address in parts.values()}
    ids = sorted({address.partition("/")[0] for address in addresses})
    return "".join(_fact(id, quantities) for id in ids)


def _fact(id: str, quantities: Mapping[str, str]) -> str:
    own = f"  quantity: {quantities[id]}\n" if id in quantities else ""
    inner = {address.partition("/")[2]: text for address, text in quantities.items() if address.startswith(f"{id}/")}
    named = "".join(f"    {name}: {text}\n" for name, text in inner.items())
    return (
        f"- id: {id}\n  statement: What {id} says.\n{own}"
        + (f"  named:\n{named}" if named else "")
        + "  confidence: moderate\n  contested: false\n"
        "  evidence: [{source: rahman2019, locator: table 2, says: so}]\n"
        "  collected: 2026-11-20\n  second_check: confirmed\n  review_by: 2027-11-20\n"
    )
