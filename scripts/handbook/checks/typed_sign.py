"""A page shows the warning signs from their register, and types none by hand.

A sign that is typed on two pages will one day be worded in two ways, and then a reader asks which of them counts.

Passes:

    docs/data/warning-signs.yml:
    signs: [{id: burn, urgency: today, group: skin, facts: [no-picking], caution: ours}]
    docs/en/index.md:
    !!! call-today
        ![](signs:today)

Fails:

    docs/data/warning-signs.yml:
    signs: [{id: burn, urgency: today, group: skin, facts: [no-picking], caution: ours}]
    docs/en/index.md:
    !!! call-today
        [You have picked](fact:no-picking).

What to do: show the sign, and put words that are missing into docs/data/signs/<language>.yml. Looked at are boxes that
say when to call, and the pages that `always:` names in docs/data/warning-signs.yml. It is a warning until
`typed-signs: error` stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.checks.modes import Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.markup.blocks import TextBlock
from handbook.markup.dialect import CALL_BOXES
from handbook.markup.inlines import FactLink
from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.sign_lists import insertion_for

LEVELS = {Mode.DRAFT: None}
"""A draft of older text must still be built; what is proposed and what patients get is asked."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact of a sign that a page links where it could show the sign."""
    rules = handbook.sign_rules
    level = Severity.ERROR if rules.refuses_typed else Severity.WARNING
    for page in (*handbook.pages, *handbook.passages.values()):
        for link in _links(page, page.path in rules.always):
            signs = rules.signs_of(link.target.partition("/")[0])
            if signs:
                message = Message("{fact} is a sign to call for, and stands here by hand", fact=link.target)
                problem = Problem(
                    link.location,
                    message,
                    Message("show it with {insertion}", insertion=insertion_for(signs[0])),
                )
                yield replace(problem, severity=level)


def _links(page: Page, everywhere: bool) -> Iterator[FactLink]:
    """Yield the links to facts in boxes that say when to call, or in all of a page."""
    for part in page.written.parts:
        if isinstance(part, TextBlock) and (everywhere or not CALL_BOXES.isdisjoint(part.within)):
            yield from (link for link in part.links if isinstance(link, FactLink))
