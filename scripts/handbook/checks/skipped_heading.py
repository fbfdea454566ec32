"""Headings go down one level at a time, and the first is the page's title.

People who listen to a page jump from heading to heading; a level that is left out sounds as if a part were
missing. The contents list and the bookmarks of the print show the same gap.

Passes:

    ## Crusts {#crusts}

    ### At night {#night}

Fails:

    ## Crusts {#crusts}

    #### At night {#night}

What to do: use one `#` more than the heading above it, not two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.register.handbook import Handbook
from handbook.register.pages import Page


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each heading that skips a level, and for a page that does not begin with its title."""
    headings = page.document.headings
    if headings and headings[0].level != 1:
        yield Problem(
            headings[0].location,
            Message("the page's first heading is not its title"),
            Message("begin with: # Title {{#title}}"),
        )
    for above, heading in pairwise(headings):
        if heading.level > above.level + 1:
            message = Message(
                "the heading goes from level {above} ({title}) down to level {level}",
                above=above.level,
                title=above.text,
                level=heading.level,
            )
            right = f"{'#' * (above.level + 1)} {heading.text} {{#{heading.id}}}"
            yield Problem(heading.location, message, Message("write {right}", right=right))
