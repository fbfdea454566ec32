"""Every passage is shown somewhere.

Nobody keeps right what no page shows; whoever finds the file later may believe that readers get it.

Passes:

    docs/en/passages/reach-us.md:
    Call [](clinic:phone).
    docs/en/index.md:
    ![](passage:reach-us)

Fails:

    docs/en/passages/reach-us.md:
    Call [](clinic:phone).
    docs/en/index.md:
    Call us.

What to do: show it, `![](passage:reach-us)`, or delete the file in every language. One that an edition of
docs/data/editions.yml holds is shown on paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.markup.inlines import PASSAGE
from handbook.register.handbook import Handbook
from handbook.register.insertions import insertions_of


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each passage of the source language that no page and no edition shows."""
    code = handbook.source.code
    pages = (page for page in handbook.pages if page.language == code)
    shown = {image.insertion for page in pages for image in insertions_of(page.written)}
    shown |= {(held.kind, held.name) for edition in handbook.editions for held in edition.holds}
    for (language, id), passage in handbook.passages.items():
        if language == code and (PASSAGE, id) not in shown:
            place = Location(passage.document.path)
            hint = Message("show it with ![]({passage}:{id}), or delete it", passage=PASSAGE, id=id)
            yield Problem(place, Message("no page shows the passage {id}", id=id), hint, Severity.WARNING)
