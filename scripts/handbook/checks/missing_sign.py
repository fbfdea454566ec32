"""Each page that says when to call lists every warning sign, and every fact that is one belongs to a sign.

Whoever looks for what they see and does not find it there believes that it is none. A page may list signs in their
short words, `![](signs:today/short)`, if another of these pages tells them in full.

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

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem
from handbook.markup.inlines import SIGNS
from handbook.register.handbook import Handbook
from handbook.register.insertions import insertions_of
from handbook.register.pages import Page
from handbook.register.sign_lists import insertion_for, listed_signs
from handbook.register.warning_signs import WarningSign

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
            message = Message(
                "{fact} is something to call for, and no sign of docs/data/warning-signs.yml names it", fact=fact.id
            )
            yield Problem(fact.location, message, Message("add it to the facts: of a sign, or to no-sign:"))
    for code in handbook.project.codes:
        pages = [page for page in handbook.pages if page.language == code and page.path in rules.always]
        yield from _language(pages, len(pages) == len(rules.always), handbook)


def _language(pages: list[Page], all_there: bool, handbook: Handbook) -> Iterator[Problem]:
    """Check the pages of a language that must list the signs; a page that is not there may be the one in full words."""
    signs = handbook.sign_rules.signs
    names = [list(_names(page, handbook)) for page in pages]
    listed = [{sign.id for name in shown for sign in listed_signs(name, signs)} for shown in names]
    told = {sign.id for shown in names for name in shown for sign in listed_signs(name, signs, in_full=True)}
    for sign in signs.values():
        lacking = [page for page, ids in zip(pages, listed, strict=True) if sign.id not in ids]
        for page in lacking:
            yield _problem(page, Message("the page does not list the sign {sign}", sign=sign.id), sign)
        if pages and all_there and not lacking and sign.id not in told:
            message = Message("no page that says when to call tells the sign {sign} in full", sign=sign.id)
            yield _problem(pages[0], message, sign)


def _names(page: Page, handbook: Handbook) -> Iterator[str]:
    """Yield what a page shows of the signs, itself and in its passages: ``emergency/allergy``."""
    for each in (page, *handbook.passages_of(page)):
        for image in insertions_of(each.written):
            if image.insertion is not None and image.insertion[0] == SIGNS:
                yield image.insertion[1]


def _problem(page: Page, message: Message, sign: WarningSign) -> Problem:
    return Problem(Location(page.document.path), message, Message("add {insertion}", insertion=insertion_for(sign)))
