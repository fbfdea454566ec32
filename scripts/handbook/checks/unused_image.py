"""Every file in docs/images is shown somewhere: by a page, or in a picture of docs/data/pictures.yml.

What nobody shows is not published. But it lies in the repository for all to see, and a photograph of a patient whom
nobody remembers asking should not.

Passes:

    docs/en/index.md:
    ![A cheek with thin brown crusts](../images/crusts.png)

    docs/images/crusts.png

Fails:

    docs/images/old-crusts.png

What to do: show it on a page, `![A cheek with thin brown crusts](../images/crusts.png)`, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Location, Problem, Severity
from handbook.register.handbook import Handbook
from handbook.register.images import FOLDER, images_on
from handbook.register.pictures import LabelledDrawing


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each image that no page shows and each drawing that no picture is made of."""
    shown = images_on(*(page.document for page in handbook.pages))
    for picture in handbook.pictures.values():
        if isinstance(picture.kind, LabelledDrawing):
            shown |= {f"{FOLDER}/{part.svg.file}" for part in (*picture.kind.images, *picture.kind.key)}
    drawings = (handbook.project.root / FOLDER).glob("*.svg")
    for path in sorted({*handbook.images, *(f"{FOLDER}/{file.name}" for file in drawings)} - shown):
        hint = Message("show it on a page or in a picture of docs/data/pictures.yml, or delete it")
        yield Problem(Location(path), Message("nothing shows this file"), hint, Severity.WARNING)
