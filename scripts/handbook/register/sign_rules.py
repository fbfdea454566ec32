"""Which facts are expected signs, which are no signs at all, and which pages tell of emergencies: warning-signs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.keys import FILLED, Key, Keys, known, list_of, mapping, one_of
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import meant
from handbook.diagnostics.yaml_reader import MappingReader, open_yaml
from handbook.project import Project
from handbook.register.facts import Register
from handbook.register.warning_signs import SIGN_KEYS, WarningSign, load_signs

_FILE = "warning-signs.yml"

SIGN_RULE_KEYS: Keys = {
    "expected-topics": Key("Topics whose facts are expected signs, but for those with an urgency.",
                           list_of(known("topic"))),
    "anywhere": Key("Facts that are no signs, or that name both kinds: they may stand in any box.", list_of(FILLED)),
    "always": Key("Pages that no selection may leave out, and that a release has in each of its languages.",
                  list_of(FILLED)),
    "signs": Key("The warning signs, in the order in which readers meet them; their words: signs/<language>.yml.",
                 list_of(mapping(SIGN_KEYS))),
    "no-sign": Key("Facts with an urgency that belong to no sign, such as whom to call.", list_of(FILLED)),
    "typed-signs": Key("What a sign is that a page types by hand; an error once no page does.",
                       one_of(("warning", "error"))),
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
    signs: Mapping[str, WarningSign] = field(default_factory=dict)
    """The warning signs by id, in the order in which readers meet them."""
    no_sign: tuple[str, ...] = ()
    """Facts with an urgency that belong to no sign."""
    refuses_typed: bool = False
    """Whether a sign that a page types by hand is an error."""

    def signs_of(self, fact: str) -> tuple[WarningSign, ...]:
        """Return the signs that a fact is named by."""
        return tuple(sign for sign in self.signs.values() if fact in sign.facts)


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
        ("expected-topics", topics, Message("topic")), ("anywhere", register.facts, Message("fact")),
        ("always", pages, Message("page")), ("no-sign", register.facts, Message("fact")),
    ):  # fmt: skip
        for item, text in zip(entry.items(key, required=False), entry.texts(key), strict=True):
            if (register.facts or there is pages) and text not in there:
                problems.append(
                    Problem(
                        item.location, Message("no {name} is called {text}", name=name, text=text), meant(text, there)
                    )
                )
    lists = (entry.texts("expected-topics"), entry.texts("anywhere"), entry.texts("always"))
    signs = load_signs(entry.entries("signs", SIGN_KEYS, required=False), register, problems)
    refuses_typed = entry.choice("typed-signs", ("warning", "error"), "warning") == "error"
    return SignRules(*lists, signs, entry.texts("no-sign"), refuses_typed)
