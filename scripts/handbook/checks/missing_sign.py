"""The page that says when to call lists every warning sign, and every fact that is one belongs to a sign.

Whoever looks for what they see and does not find it there believes that it is none.

Passes:

    docs/data/warning-signs.yml:
    always: [index.md]
    docs/en/index.md:
    ![](signs:today)
    docs/ms/index.md:
    ![](signs:today)
    docs/ru/index.md:
    ![](signs:today)

Fails:

    docs/data/warning-signs.yml:
    always: [index.md]
    docs/en/index.md:
    Call if anything burns.

What to do: show the sign on each page that `always:` names in docs/data/warning-signs.yml, in every language. A fact
with an urgency is named by a sign there, or below `no-sign:` where it says something else, such as whom to call. A
handbook without `signs:` is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.problems import Location, Problem
from handbook.markup.inlines import SIGNS
from handbook.register.handbook import Handbook
from handbook.register.insertions import insertions_of
from handbook.register.pages import Page
from handbook.register.sign_lists import insertion_for, listed_signs

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each fact without a sign, and for each sign that a page must list and does not."""
    rules = handbook.sign_rules
    if not rules.signs:
        return
    for fact in handbook.register.facts.values():
        is_own = not fact.decided_by  # what a clinic decides has the urgency of the fact that bounds it
        if is_own and fact.urgency and fact.id not in rules.no_sign and not rules.signs_of(fact.id):
            message = f"{fact.id} is something to call for, and no sign of docs/data/warning-signs.yml names it"
            yield Problem(fact.location, message, "add it to the facts: of a sign, or to no-sign:")
    for page in handbook.pages:
        if page.path in rules.always:
            yield from _page(page, handbook)


def _page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    signs = handbook.sign_rules.signs
    shown = (image.insertion for each in (page, *handbook.passages_of(page)) for image in insertions_of(each.written))
    names = [insertion[1] for insertion in shown if insertion is not None and insertion[0] == SIGNS]
    listed = {sign.id for name in names for sign in listed_signs(name, signs)}
    for sign in signs.values():
        if sign.id not in listed:
            place = Location(page.document.path)
            yield Problem(place, f"the page does not list the sign {sign.id}", f"add {insertion_for(sign)}")
