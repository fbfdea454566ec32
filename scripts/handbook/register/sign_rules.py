"""Which facts are expected signs, which are no signs at all, and which pages tell of emergencies: warning-signs.yml."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.diagnostics.keys import FILLED, Key, Keys, known, list_of
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project
from handbook.register.facts import Register

_FILE = "warning-signs.yml"

SIGN_RULE_KEYS: Keys = {
    "expected-topics": Key("Topics whose facts are expected signs, but for those with an urgency.",
                           list_of(known("topic"))),
    "anywhere": Key("Facts that are no signs, or that name both kinds: they may stand in any box.", list_of(FILLED)),
    "always": Key("Pages that no selection may leave out, and that a release has in each of its languages.",
                  list_of(FILLED)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignRules:
    """What tells signs that are expected from those to call for; a warning sign has an urgency of its own."""

    expected_topics: tuple[str, ...] = ()
    """Topics of facts: those without an urgency are signs that are expected."""
    anywhere: tuple[str, ...] = ()
    """Facts that are no signs, or that name both kinds, and so may stand in any box."""
    always: tuple[str, ...] = ()
    """Pages that no selection may leave out, because they say when to call."""


def load_sign_rules(project: Project, register: Register, problems: list[Problem]) -> SignRules:
    """Load warning-signs.yml; a topic that no fact has, and a fact or page that is not there, are reported.

    A project without the file has no expected signs.
    """
    file = project.data_folder / _FILE
    value = open_yaml(file, project.root, problems) if file.exists() else None
    if value is None:
        return SignRules()
    entry = MappingReader(value, SIGN_RULE_KEYS, problems)
    topics = {fact.topic for fact in register.facts.values()}
    pages = [page.path for page in project.nav]
    for key, there, name in (
        ("expected-topics", topics, "topic"), ("anywhere", register.facts, "fact"), ("always", pages, "page"),
    ):  # fmt: skip
        for item, text in zip(entry.items(key, required=False), entry.texts(key), strict=True):
            if (register.facts or there is pages) and text not in there:
                problems.append(Problem(item.location, f"no {name} is called {text}", meant(text, there)))
    return SignRules(entry.texts("expected-topics"), entry.texts("anywhere"), entry.texts("always"))
