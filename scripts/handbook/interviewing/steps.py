"""`handbook clinic` on the command line: which questions, in which language, and how it ends."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from handbook.command_line import CANNOT_RUN, FINE, INTERRUPTED, PROBLEMS, add_command, tell_problems, typed
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.interviewing import terminal
from handbook.interviewing.dialogue import due_items, hold
from handbook.interviewing.questions import Item, items_of
from handbook.interviewing.sitting import Sitting, begin
from handbook.interviewing.summary import summarise
from handbook.language.interface import fill
from handbook.pipeline import is_founded
from handbook.project import Project
from handbook.register.clinic import OWN_FILE
from handbook.register.handbook import Handbook
from handbook.register.interview import Interview, load_interviews
from handbook.register.loader import load_handbook
from handbook.reporting.parser import Commands
from handbook.reporting.reader import catalogue_for, locale_code

Words = Mapping[str, Interview]
"""By the code of the language."""


def add_clinic(commands: Commands) -> None:
    """Add `clinic` to the commands; ``--language`` is another name of ``--for``."""
    what = Message("ask for what your clinic puts into the handbook, and write it down")
    parser = add_command(commands, "clinic", _run, what, telling=Message("the language to ask in, as ms"))
    one = Message("only this one, such as phone")
    parser.add_argument("question", nargs="?", default="", metavar=Message("QUESTION"), help=one)
    parser.add_argument("--language", dest="tell_in", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _run(options: argparse.Namespace) -> int:
    wished = options.tell_in
    if sys.stdin is None:
        return _refuse(Message("nobody can type an answer here; run the command in a terminal"), wished)
    project, problems = Project.read(options.root)
    if project is None:
        return _tell_problems(problems, options.root, wished)
    loaded = load_handbook(project, options.today)
    problems = [problem for problem in (*problems, *loaded.problems) if problem.location.path != OWN_FILE]
    words = load_interviews(project, problems)
    if not words or not is_founded(problems):
        return _tell_problems(problems, options.root, wished)
    if wished and wished not in words:
        hint = meant(wished, words)
        return _refuse(Message("there are no questions in {code}: {hint}", code=wished, hint=hint), wished)
    terminal.prepare()
    return _talk(loaded.handbook, words, options)


def _talk(handbook: Handbook, words: Words, options: argparse.Namespace) -> int:
    """Ask in the language that is wished, and tell how it ended, also where somebody leaves in between."""
    code = options.tell_in or _locale_language(words) or next(iter(words))
    try:
        if not options.tell_in and not options.question and len(words) > 1:
            code = _ask_language(handbook, words, code)
        sitting = begin(handbook, handbook.language(code), words[code])
        if sitting.is_unreadable:
            return _tell_problems(sitting.problems, options.root, code)
        items = items_of(handbook, sitting.language, sitting.words)
        if options.question:
            return _ask_one(items, sitting, options)
        return _ask_all(items, sitting, options)
    except (KeyboardInterrupt, EOFError) as left:
        print()
        _tell_kept(handbook, words[code], code)
        return INTERRUPTED if isinstance(left, KeyboardInterrupt) else FINE


def _ask_one(items: Sequence[Item], sitting: Sitting, options: argparse.Namespace) -> int:
    chosen = [item for item in items if item.question.key == options.question]
    if not chosen:
        hint = meant(options.question, _keys(items))
        return _refuse(Message("there is no question {key}: {hint}", key=options.question, hint=hint), options.tell_in)
    hold(chosen, sitting)
    return FINE


def _ask_all(items: Sequence[Item], sitting: Sitting, options: argparse.Namespace) -> int:
    said = sitting.words.dialogue
    commands = {name: words[0] for name, words in sitting.words.commands.items()}
    terminal.tell(fill(said["opening"], {"count": len(due_items(items, sitting))}))
    terminal.tell(fill(said["commands"], commands))
    sitting = hold(items, sitting)
    terminal.tell("\n" + fill(said["finished"], {"file": OWN_FILE}) + "\n")
    summarise(sitting, options.today)
    terminal.tell("\n" + said["look"])
    terminal.tell_command(typed("preview", sitting.language.code))
    return FINE


def _ask_language(handbook: Handbook, words: Words, usual: str) -> str:
    """Ask in which language to go on, in all of them; it can be answered by its number, its name or its code."""
    codes = list(words)
    names = {handbook.language(code).name.casefold(): code for code in codes}
    numbers = {str(number): code for number, code in enumerate(codes, 1)}
    while True:
        terminal.tell(" / ".join(words[code].dialogue["language"] for code in codes))
        for number, code in numbers.items():
            terminal.tell(f"{number}  {handbook.language(code).name}", indented=True)
        answer = terminal.ask(f"[{handbook.language(usual).name}] > ").strip().casefold() or usual
        found = numbers.get(answer) or names.get(answer) or (answer if answer in words else "")
        if found:
            return found


def _locale_language(words: Words) -> str:
    """Return which of the languages the system speaks to its user in; empty where it is none of them."""
    return next((code for code in words if locale_code().startswith(code)), "")


def _tell_kept(handbook: Handbook, words: Interview, code: str) -> None:
    exists = (handbook.project.root / OWN_FILE).exists()
    terminal.tell(fill(words.dialogue["kept" if exists else "nothing-kept"], {"file": OWN_FILE}))
    terminal.tell(words.dialogue["continue"])
    terminal.tell_command(typed("clinic", code))


def _keys(items: Sequence[Item]) -> list[str]:
    return [item.question.key for item in items]


def _refuse(message: Message, code: str) -> int:
    print(f"handbook: {catalogue_for(code).tell(message)}", file=sys.stderr)
    return CANNOT_RUN


def _tell_problems(problems: Sequence[Problem], root: Path, code: str) -> int:
    tell_problems(problems, root, catalogue_for(code).tell)
    return PROBLEMS
