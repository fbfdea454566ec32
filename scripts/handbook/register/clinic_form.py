"""Writes the form that clinics fill in, docs/data/example-clinic.yml, from the list of questions."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from handbook.register.clinic_form_keys import LABELS, PARTS
from handbook.register.clinic_questions import FormWords, Question

_WIDTH = 108
"""Characters of a line of text; the line above a part is as long."""

_SCHEMA = "# yaml-language-server: $schema=schemas/clinic.json"
"""By this line an editor knows what may stand in the file."""


def write_form(questions: tuple[Question, ...], words: FormWords) -> str:
    """Return the form as YAML: details to be filled in, and each number behind one # that is to be taken away."""
    lines = [_SCHEMA, *_remark(words.opening)]
    for part in PARTS:
        title, text = words.parts[part]
        lines += ["", "", f"# --- {title} ".ljust(_WIDTH, "-"), "#", *_remark(text), *_opened(part)]
        for question in (question for question in questions if question.part == part):
            lines += [*_about(question, words), *_answer(question)]
    return "\n".join(lines).replace("#\n\n", "\n") + "\n"


def _opened(part: str) -> list[str]:
    return ["", "values:"] if part == "values" else []


def _about(question: Question, words: FormWords) -> Iterator[str]:
    """Yield the question and what is said beneath it."""
    yield "" if question.part == "details" else "#"
    yield from _remark(question.text)
    said = {name: getattr(question, name) for name in LABELS}
    for name, text in said.items():
        if text:
            yield from _remark(words.labels[name].replace("{}", text), "    ")


def _answer(question: Question) -> list[str]:
    if question.part == "words":
        return []
    line = f"{question.key}: {question.answer}"
    return [line] if question.part == "details" else [f"#  {line}"]


def _remark(text: str, indentation: str = "") -> Iterator[str]:
    """Yield a text as remarks of YAML, its paragraphs and lists as they are."""
    for line in text.splitlines():
        inner = indentation + line[: len(line) - len(line.lstrip())]
        hanging = inner + ("  " if line.lstrip().startswith("- ") else "")
        found = wrap(line.strip(), _WIDTH, initial_indent=inner, subsequent_indent=hanging)
        yield from (f"# {part}" for part in found) if found else ("#",)
