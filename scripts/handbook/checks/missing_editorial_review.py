"""Every page of the source language was read once more against its sources, by somebody who did not write it.

Who writes a sentence believes it. A second reader asks of each one whether the source carries it. That is an
editorial check and no clinical review: a clinician signs in clinic.yml.

Passes:

    docs/data/editorial-reviews.yml:
    page: index.md

Fails:

    docs/data/editorial-reviews.yml:
    page: swimming.md

What to do: let somebody who did not write the page read it sentence by sentence against the facts it links to, and
add an entry to docs/data/editorial-reviews.yml with the date, the result and what was changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.modes import Levels, Mode
from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.diagnostics.quoting import meant
from handbook.register.handbook import Handbook
from handbook.tracking.ledger import SIGN_PAGE

LEVELS: Levels = {Mode.DRAFT: None, Mode.CHECK: Severity.WARNING}

OF_ALL = True
"""Asked only when every page could be read: what one of them says would be missed."""


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each page of the source language without a review, and for each review of no page."""
    source = handbook.source.code
    read = {review.page for review in handbook.editorial_reviews if review.language == source}
    for page in handbook.pages_in(source):
        if page.path not in read:
            message = Message("nobody has read this page against its sources after it was written")
            entry = Message("read it, and add an entry for {path} to docs/data/editorial-reviews.yml", path=page.path)
            yield Problem(Location(page.document.path), message, entry)
    paths = {(page.path, page.language) for page in (*handbook.pages, *handbook.passages.values())}
    paths |= {(SIGN_PAGE, code) for code in handbook.sign_words}
    for review in handbook.editorial_reviews:
        if review.language in handbook.project.codes and (review.page, review.language) not in paths:
            hint = meant(review.page, sorted({path for path, _ in paths}), Message("take the entry out"))
            message = Message(
                "the review is of {page} in {language}, which is not there",
                page=review.page,
                language=review.language,
            )
            yield Problem(review.location, message, hint)
