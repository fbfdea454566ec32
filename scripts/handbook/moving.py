"""Moves what a clinic wrote into the old file of the handbook to the clinic's own file, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import in_sentences
from handbook.register.clinic import OLD_FILE, OWN_FILE
from handbook.register.old_clinic import OldClinic, own_text, read_old_clinic
from handbook.staging import replace_files

KEPT_FILE = "docs/data/old-clinic.yml"
"""Where the old text is kept until somebody deletes it."""

_COMMIT = Message("Commit it: git add --all docs/data && git commit --message 'Move our clinic'")


def move_old_clinic(root: Path) -> str:
    """Move a clinic's answers from clinic.yml to our-clinic.yml, and return what to tell; nothing where nothing moves.

    The new file is written beside its place and put there whole; then the old one is renamed. What was interrupted
    between the two is finished by the next run. Another our-clinic.yml is never replaced, and an old file that is not
    YAML stays: reading the handbook reports both.
    """
    problems: list[Problem] = []
    old = read_old_clinic(root, problems)
    own = root / OWN_FILE
    if problems or not old.is_touched or (root / KEPT_FILE).exists():
        return NOTHING
    text = own_text(old).encode()
    if own.exists() and own.read_bytes() != text:
        return NOTHING
    if old.answers and not own.exists():
        replace_files({own.name: text}, own.parent)
    (root / OLD_FILE).rename(root / KEPT_FILE)
    return _told(old, (root / ".git").exists())


def _told(old: OldClinic, in_git: bool) -> str:
    keys = ", ".join(answer.key for answer in old.answers)
    files = {"old": OLD_FILE, "own": OWN_FILE, "kept": KEPT_FILE}
    told = Message("{old} is out of use; its text is kept in {kept}, which you can delete.", **files)
    if keys:
        told = Message(
            "What {old} said of your clinic now stands in {own} ({keys}); the old text is kept in {kept}, "
            "which you can delete.",
            keys=keys,
            **files,
        )
    return in_sentences([told, *_told_signatures(old.signatures), *[_COMMIT] * in_git])


def _told_signatures(count: int) -> Iterator[Message]:
    """Say what becomes of old signatures: they stood for a text in a form that is no longer made."""
    if count:
        yield Message("The signatures in it ({number}) hold no longer: the pages must be signed again.", number=count)
