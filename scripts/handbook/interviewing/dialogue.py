"""Asks one question after another: shows it, checks what is typed at once, saves it, and goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence

from handbook.diagnostics.quoting import shortened
from handbook.interviewing import terminal
from handbook.interviewing.answers import show_value, take_answer
from handbook.interviewing.countries import name_country
from handbook.interviewing.questions import Item
from handbook.interviewing.sitting import Sitting, save, take_away
from handbook.language.interface import fill
from handbook.register.clinic_faults import Fault
from handbook.register.interview_keys import LABELS
from handbook.reporting.catalogues import load_catalogue

_NEXT, _AGAIN, _BACK = 1, 0, -1
"""How far to go in the list of questions."""
_MORE = ("?", "？")


def hold(items: Sequence[Item], sitting: Sitting) -> Sitting:
    """Ask all questions, or until somebody types that it is enough; return the sitting as it ends.

    Each answer is saved before the next question is asked. EOFError and KeyboardInterrupt are for the caller.
    """
    at, step, shown = 0, _NEXT, -1
    while 0 <= at < len(items):
        if not _is_due(items[at], sitting):
            at += step or _NEXT
            continue
        if shown != at:
            _show(at, items, sitting)
        shown = at
        typed = terminal.ask(_prompt(items[at], sitting)).strip()
        command = _command(typed, sitting)
        if command == "stop":
            break
        step, sitting = _respond(items[at], typed, command, sitting)
        at = max(at + step, 0)
    return sitting


def _respond(item: Item, typed: str, command: str, sitting: Sitting) -> tuple[int, Sitting]:
    """Do what was typed; return how far to go, and the sitting as it is then."""
    now = _now(item, sitting)
    if command == "back":
        return _BACK, sitting
    if command == "more":
        _tell_more(item, sitting)
        return _AGAIN, sitting
    if command == "default" or (not typed and _is_refused_value(item, sitting)):
        _tell_open(item, "", sitting)
        return _NEXT, take_away(item.question, sitting)
    if command == "later" or not typed:
        _tell_open(item, now, sitting)
        return _NEXT, sitting
    return _take(item, typed, sitting)


def _take(item: Item, typed: str, sitting: Sitting) -> tuple[int, Sitting]:
    """Check an answer and save it, or tell what is wrong with it."""
    taken = take_answer(item.question, typed, sitting)
    if isinstance(taken, Fault):
        terminal.tell(_sentence(taken, sitting))
        return _AGAIN, sitting
    sitting = save(item.question, taken.written, sitting)
    _tell("saved", sitting, text=taken.shown)
    if taken.doubt is not None:
        terminal.tell(_sentence(taken.doubt, sitting))
    return _NEXT, sitting


def due_items(items: Sequence[Item], sitting: Sitting) -> list[Item]:
    """Return the questions that are to be asked, as the answers are now."""
    return [item for item in items if _is_due(item, sitting)]


def _is_due(item: Item, sitting: Sitting) -> bool:
    """Tell whether a question is to be asked: an ambulance's number only where the register has none."""
    country = sitting.clinic.country
    return item.question.key != "emergency-number" or bool(country and country not in sitting.handbook.countries.codes)


def _is_refused_value(item: Item, sitting: Sitting) -> bool:
    """Tell whether a number stands in the file that cannot stay: then Enter takes the default, as the prompt says."""
    return item.question.part == "values" and sitting.fault_of(item.question.key) is not None


def _now(item: Item, sitting: Sitting) -> str:
    """Return the answer that stands in the clinic's file, as people read it; empty where there is none.

    The name of an example is nobody's answer.
    """
    key, clinic = item.question.key, sitting.clinic
    if key == "name" and clinic.example:
        return ""
    if item.question.part == "values":
        return show_value(key, clinic.values[key], sitting) if key in clinic.values else ""
    if key == "country":
        return name_country(clinic.country, sitting.language.code)
    others = {"emergency-number": clinic.emergency_number, "handbook-address": clinic.handbook_address}
    return others.get(key) or clinic.detail(key)


def _command(typed: str, sitting: Sitting) -> str:
    """Return the command that was typed in the place of an answer; empty where it is an answer."""
    commands = sitting.words.commands.items()
    known = {word: name for name, words in commands for word in words} | dict.fromkeys(_MORE, "more")
    return known.get(typed.casefold(), "")


def _show(at: int, items: Sequence[Item], sitting: Sitting) -> None:
    """Show a question: its number, what is asked, by whom and why, what is allowed, and what stands there now."""
    item, question = items[at], items[at].question
    if at and question.part == "values" != items[at - 1].question.part:
        count = sum(each.question.part == "values" for each in items)
        terminal.tell("")
        _tell("doctors", sitting, count=count, stop=sitting.words.commands["stop"][0])
    due = due_items(items, sitting)
    number = "" if len(items) == 1 else _said("number", sitting, number=due.index(item) + 1, count=len(due))
    terminal.tell(f"\n{number} ({question.key})".replace("\n ", "\n"))
    terminal.tell(question.text)
    for name in LABELS:
        if getattr(question, name):
            terminal.tell(fill(sitting.words.labels[name], {"text": getattr(question, name)}), indented=True)
    if item.is_needed:
        terminal.tell(_said("needed", sitting), indented=True)
    fault = sitting.fault_of(question.key)
    if fault is not None:
        terminal.tell(_said("must-change", sitting, text=load_catalogue(sitting.language.code).tell(fault.message)))


def _prompt(item: Item, sitting: Sitting) -> str:
    """Return what stands before the cursor; in brackets, what Enter takes."""
    default = item.question.default if item.question.part == "values" else ""
    taken = _now(item, sitting) or default or _said("enter-open", sitting)
    return f"[{taken}] > "


def _tell_open(item: Item, now: str, sitting: Sitting) -> None:
    """Tell what holds where nothing new was answered: what stood there, the default, or nothing."""
    if now:
        _tell("kept-answer", sitting, text=now)
    elif item.question.part == "values":
        _tell("printed", sitting, text=item.question.default)
    else:
        _tell("left-open", sitting)


def _tell_more(item: Item, sitting: Sitting) -> None:
    commands = {name: words[0] for name, words in sitting.words.commands.items()}
    _tell("more", sitting, **commands)
    if item.because:
        _tell("because", sitting, text=item.because)


def _sentence(fault: Fault, sitting: Sitting) -> str:
    """Return what is wrong, in the language of the sitting; another question is named by its words."""
    gaps = {name: shortened(said) for name, said in fault.gaps.items()}
    if "other" in gaps:
        asked = sitting.words.decisions.get(gaps["other"], {}).get("question", "")
        gaps["other"] = asked or gaps["other"]
    return fill(sitting.words.faults[fault.kind], gaps)


def _said(name: str, sitting: Sitting, **gaps: object) -> str:
    return fill(sitting.words.dialogue[name], gaps)


def _tell(name: str, sitting: Sitting, **gaps: object) -> None:
    terminal.tell(_said(name, sitting, **gaps))
