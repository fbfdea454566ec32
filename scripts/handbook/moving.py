"""Moves what a clinic wrote into the old file of the handbook to the clinic's own file, once."""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics.problems import Problem
from handbook.register.clinic import OLD_FILE, OWN_FILE
from handbook.register.old_clinic import OldClinic, own_text, read_old_clinic
from handbook.staging import replace_files

KEPT_FILE = "docs/data/old-clinic.yml"
"""Where the old text is kept until somebody deletes it."""


def move_old_clinic(root: Path) -> str:
    """Move a clinic's answers from clinic.yml to our-clinic.yml, and return what to tell; empty where nothing moves.

    The new file is written beside its place and put there whole; then the old one is renamed. What was interrupted
    between the two is finished by the next run. Another our-clinic.yml is never replaced, and an old file that is not
    YAML stays: reading the handbook reports both.
    """
    problems: list[Problem] = []
    old = read_old_clinic(root, problems)
    own = root / OWN_FILE
    if problems or not old.is_touched or (root / KEPT_FILE).exists():
        return ""
    text = own_text(old).encode()
    if own.exists() and own.read_bytes() != text:
        return ""
    if old.answers and not own.exists():
        replace_files({own.name: text}, own.parent)
    (root / OLD_FILE).rename(root / KEPT_FILE)
    return _told(old, (root / ".git").exists())


def _told(old: OldClinic, in_git: bool) -> str:
    keys = ", ".join(answer.key for answer in old.answers)
    where = f"now stands in {OWN_FILE} ({keys})" if keys else "is out of use"
    signed = _told_signatures(old.signatures)
    commit = " Commit it: git add --all docs/data && git commit --message 'Move our clinic'" if in_git else ""
    return (
        f"What {OLD_FILE} said of your clinic {where}; the old text is kept in {KEPT_FILE}, "
        f"which you can delete.{signed}{commit}"
    )


def _told_signatures(count: int) -> str:
    """Say what becomes of old signatures: they stood for a text in a form that is no longer made."""
    return f" The signatures in it ({count}) hold no longer: the pages must be signed again." if count else ""
