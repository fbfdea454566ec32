"""Every publication in the list of sources is cited by some fact.

A source that nothing cites is kept up for nobody, or the fact that should rest on it names another by mistake.

Passes:

    docs/data/sources.yml:
    doi: 10.1000/182

Fails:

    docs/data/facts/recovery.yml:
    evidence: []

What to do: name the source in the evidence of the fact that it stands behind, or take it out of the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.diagnostics.quoting import listed
from handbook.register.handbook import Handbook

_SHOWN = 3


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield one warning for all sources that no fact cites."""
    sources, facts = handbook.register.sources, handbook.register.facts.values()
    cited = {item.source for fact in facts for item in fact.evidence}
    unused = [id for id in sources if id not in cited]
    if unused and facts:
        message = Message("no fact cites {names}", names=listed(unused, _SHOWN))
        hint = Message("cite them, or take them out") if len(unused) > 1 else Message("cite it, or take it out")
        yield Problem(sources[unused[0]].location, message, hint, Severity.WARNING)
