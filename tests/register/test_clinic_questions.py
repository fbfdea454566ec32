"""What a clinic is asked: the form is made from decisions.yml and the pages, and taking away one # answers it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from handbook import pipeline
from handbook.checks import unused_value
from handbook.register.clinic import ANSWERS
from handbook.register.clinic_form import write_form
from handbook.register.clinic_questions import Question, load_form_words, questions_of
from handbook.register.clinic_values import asked_values
from handbook.register.handbook import Handbook
from project import ROOT, TODAY, load, make, real_handbook

FORM = (ROOT / "docs/data/example-clinic.yml").read_text(encoding="utf-8")
WORDS = (ROOT / "docs/data/clinic-form.yml").read_text(encoding="utf-8")
DECISIONS = """\
decisions:
- id: first-wash
  question: After how many hours is the first wash?
  who: clinic doctor
  reason: Crusts.
  default: after a day
  note: never scrub
  facts: [no-picking]
  quantity: {kind: duration, low: 24, high: 24, unit: hour}
  allowed: {low: 12, high: 48}
  named:
    unprinted: {kind: point, low: 2, high: null, unit: day, allowed: {low: 2, high: null}}
    most: {kind: limit, low: null, high: 3, unit: day, allowed: {low: 1, high: 3}, question: How many days at most?}
    fixed: {kind: duration, low: 2, high: 2, unit: day, allowed: {low: 2, high: 2}}
    factor: {kind: amount, low: 50, high: 50, unit: SPF, allowed: {low: 30, high: null}}
- id: night
  question: Whom do patients call at night?
  detail: out-of-hours
  who: management
  default: nobody
  facts: [no-picking]
- id: device
  question: Which machine?
  who: clinic doctor
  reason: They differ.
  default: its name
  note: a registered one
  facts: [no-picking]
"""
PAGE = (
    "# Home {#home}\n\n"
    "[](fact:first-wash) [](fact:first-wash/most) [](fact:first-wash/fixed) [](fact:first-wash/factor)\n"
)


def loaded(root: Path) -> Handbook:
    handbook, _ = load(root)
    assert handbook is not None
    return handbook


def small(folder: Path) -> Path:
    """Make a project with one decision of each kind."""
    files = {"docs/data/decisions.yml": DECISIONS, "docs/data/clinic-form.yml": WORDS, "docs/en/index.md": PAGE}
    return make(folder, files)


def questions(root: Path) -> tuple[Question, ...]:
    handbook = loaded(root)
    words = load_form_words(handbook.project, [])
    assert words is not None
    return questions_of(handbook, words)


def test_the_form_is_what_the_decisions_say() -> None:
    words = load_form_words(real_handbook().project, [])
    assert words is not None
    assert write_form(questions_of(real_handbook(), words), words) == FORM, "write it anew: handbook clinic-form"


def test_every_answer_is_asked_once_and_in_order() -> None:
    asked = questions(ROOT)
    assert [question.key for question in asked if question.part == "details"] == list(ANSWERS)
    assert len({question.key for question in asked}) == len(asked)
    assert [question.key for question in asked if not question.text] == []


def test_what_a_small_handbook_asks(tmp_path: Path) -> None:
    found = {question.key: question for question in questions(small(tmp_path))}
    assert list(found)[len(ANSWERS) :] == ["first-wash", "first-wash/most", "first-wash/factor", "device"]
    assert found["first-wash"] == Question(
        part="values",
        key="first-wash",
        text="After how many hours is the first wash?",
        who="clinic doctor",
        reason="Crusts.",
        default="24 hours",
        allowed="12 to 48 hours",
        note="never scrub",
        answer="24",
    )
    assert found["first-wash/most"] == Question(
        part="values",
        key="first-wash/most",
        text="How many days at most?",
        who="clinic doctor",
        default="up to 3 days",
        allowed="1 to 3 days",
        answer="3",
    )
    assert (found["first-wash/factor"].default, found["first-wash/factor"].allowed) == ("SPF 50", "at least SPF 30")
    assert found["device"] == Question(
        part="words",
        key="device",
        text="Which machine?",
        who="clinic doctor",
        reason="They differ.",
        said="its name",
        note="a registered one",
    )
    night = found["out-of-hours"]
    assert (night.who, night.default, night.answer) == ("management", "nobody", '""')


def test_every_number_that_is_not_asked_is_fixed_or_unprinted() -> None:
    handbook = real_handbook()
    asked = {question.key for question in questions(ROOT)}
    free = {address for address, value in asked_values(handbook.decisions).items() if value.choice.is_free}
    printed = {target for page in handbook.pages for target in handbook.used(page)}
    assert free & printed == asked & set(asked_values(handbook.decisions))


def numbers() -> list[str]:
    """Return the lines of the form from which one # is to be taken away."""
    return re.findall(r"^#(  [\w/-]+: .*)$", FORM, re.MULTILINE)


def test_taking_away_one_sign_answers_a_question(tmp_path: Path) -> None:
    form = FORM
    for line in numbers():
        form = form.replace(f"\n#{line}\n", f"\n{line}\n")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "docs/data/our-clinic.yml").write_text(form, encoding="utf-8")
    handbook, problems = load(tmp_path)
    assert handbook is not None
    assert problems == []
    assert list(unused_value.check(handbook)) == []
    defaults = {
        address: tuple(dict.fromkeys(e for e in (v.choice.default.low, v.choice.default.high) if e is not None))
        for address, v in asked_values(handbook.decisions).items()
    }
    assert len(numbers()) == len(handbook.clinic.values)
    assert handbook.clinic.values == {address: defaults[address] for address in handbook.clinic.values}


def test_the_command_writes_the_form_and_leaves_it_where_something_is_wrong(tmp_path: Path) -> None:
    root = small(tmp_path)
    form = root / "docs/data/example-clinic.yml"
    assert pipeline.make_form(root, TODAY) == []
    written = form.read_text(encoding="utf-8")
    assert re.findall(r"^(?:values:|#  \w.*)$", written[written.index("values:") :], re.MULTILINE) == [
        "values:", "#  first-wash: 24", "#  first-wash/most: 3", "#  first-wash/factor: 50"
    ]  # fmt: skip
    (root / "docs/data/clinic-form.yml").write_text(WORDS.replace("labels:", "lables:"), encoding="utf-8")
    assert [problem.message for problem in pipeline.make_form(root, TODAY)] == [
        "the key lables is not known here",
        "labels is missing here",
    ]
    assert form.read_text(encoding="utf-8") == written


def test_a_broken_form_is_written_over(tmp_path: Path) -> None:
    root = small(tmp_path)
    form = root / "docs/data/example-clinic.yml"
    (root / "docs/data/our-clinic.yml").unlink(missing_ok=True)
    assert pipeline.make_form(root, TODAY) == []
    written = form.read_text(encoding="utf-8")
    form.write_text("name: [\n", encoding="utf-8")
    assert pipeline.make_form(root, TODAY) == []
    assert form.read_text(encoding="utf-8") == written
