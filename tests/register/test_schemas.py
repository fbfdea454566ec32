"""An editor knows each data file by a schema, which says the same as the reader of the file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from handbook.cli import main
from handbook.register.handbook import Handbook
from handbook.register.schemas import FOLDER, SHAPES, make_schemas
from project import ROOT, TODAY, load, make, real_handbook

DATA = ROOT / "docs" / "data"
FILES = sorted(file.relative_to(DATA) for file in DATA.rglob("*.yml") if file.name != "clinic.yml")
"""All but the file that no longer takes part."""
SECOND = ROOT / "tests" / "second"


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: a date is a text, and so is yes."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|~|", ["n", "~", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), list(first))


def as_json(text: str) -> Any:
    """Return a YAML text as an editor compares it with a schema: all names are texts."""
    return json.loads(json.dumps(yaml.load(text, Loader=EditorLoader)))


def kind_of(path: Path) -> str:
    """Return which schema a data file has, by its path below docs/data."""
    special = {"_order.yml": "order", "example-clinic.yml": "clinic", "our-clinic.yml": "clinic"}
    return special.get(path.name, path.parts[0].removesuffix(".yml"))


def faults(kind: str, text: str, handbook: Handbook) -> list[str]:
    """Return where a text does not keep to its schema, and the word of the schema that it breaks."""
    schema = json.loads(make_schemas(handbook)[f"{kind}.json"])
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    found = validator.iter_errors(as_json(text))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.validator}" for error in found]


def test_the_schemas_are_as_handbook_schema_writes_them() -> None:
    kept = {file.name: file.read_bytes() for file in (ROOT / FOLDER).iterdir()}
    assert kept == make_schemas(real_handbook()), "run: .venv/bin/handbook schema"


@pytest.mark.parametrize("kind", [*SHAPES, "interface"])
def test_every_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(json.loads(make_schemas(real_handbook())[f"{kind}.json"]))


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_data_file_names_its_schema(path: Path) -> None:
    first = (DATA / path).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={'../' * (len(path.parts) - 1)}schemas/{kind_of(path)}.json"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_data_file_keeps_to_its_schema(path: Path) -> None:
    assert faults(kind_of(path), (DATA / path).read_text(encoding="utf-8"), real_handbook()) == []


def test_so_do_the_files_of_another_handbook() -> None:
    handbook, _ = load(SECOND)
    assert handbook is not None
    files = [*(SECOND / "docs" / "data").rglob("*.yml")]
    found = {file.name: faults(kind_of(file.relative_to(SECOND / "docs" / "data")), file.read_text("utf-8"), handbook)
             for file in files}  # fmt: skip
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


FACT = """\
facts:
- id: crusts-last
  statement: Crusts last 3 to 7 days.
  quantity: {kind: duration, low: 3, high: 7.5, unit: day}
  confidence: strong
  evidence: [{source: rahman2019, says: crusts}]
  collected: 2026-11-20
  second_check: none
  review_by: 2027-11-20
"""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("high: 7.5", "high: null", []),
        ("high: 7.5", "high: 1/7", []),
        ("high: 7.5", "high: a week", ["facts/0/quantity/high: pattern"]),
        ("unit: day", "unit: dai", ["facts/0/quantity/unit: enum"]),
        ("confidence: strong", "confidence: certain", ["facts/0/confidence: enum"]),
        ("confidence: strong", "contested: yes", ["facts/0/contested: type", "facts/0: required"]),
        ("2026-11-20", "20.11.2026", ["facts/0/collected: format"]),
        ("  second_check: none\n", "", ["facts/0: required"]),
        ("  second_check: none\n", "  second_check: none\n  topic: recovery\n", ["facts/0: additionalProperties"]),
        ("says: crusts", 'says: ""', ["facts/0/evidence/0/says: minLength"]),
    ],
)
def test_an_editor_marks_what_the_reader_refuses(before: str, after: str, expected: list[str]) -> None:
    assert faults("facts", FACT, real_handbook()) == []
    assert sorted(faults("facts", FACT.replace(before, after), real_handbook())) == expected


def test_a_picture_has_the_keys_of_its_kind() -> None:
    share = "pictures:\n- {id: a, kind: in-100, fact: b}\n"
    assert faults("pictures", share, real_handbook()) == []
    other = faults("pictures", share.replace("fact: b", "panels: []"), real_handbook())
    assert sorted(other) == ["pictures/0: None", "pictures/0: required"]


def test_the_command_writes_the_schemas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make(tmp_path)
    assert main(["schema", "--root", str(folder), "--today", TODAY.isoformat()]) == 0
    handbook, _ = load(folder)
    assert handbook is not None
    assert {file.name: file.read_bytes() for file in (folder / FOLDER).iterdir()} == make_schemas(handbook)
    assert capsys.readouterr().out == f"Wrote {folder / FOLDER}.\n"


def test_a_register_that_cannot_be_read_leaves_the_schemas_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make(tmp_path, {f"{FOLDER}/facts.json": "{}\n", "docs/data/facts/recovery.yml": "facts: [\n"})
    assert main(["schema", "--root", str(folder), "--today", TODAY.isoformat()]) == 1
    assert [(file.name, file.read_text("utf-8")) for file in (folder / FOLDER).iterdir()] == [("facts.json", "{}\n")]
    assert capsys.readouterr().err.splitlines()[-1] == "No schema was written."
