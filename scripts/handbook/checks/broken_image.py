"""Every image on a page can be shown, is not too large, and is what its name says.

A picture that does not open leaves an empty frame where a patient wanted to compare their own skin. One of many
megabytes does not arrive on a telephone with a weak signal.

Passes:

    docs/en/index.md:
    ![A cheek with thin brown crusts](../images/crusts.png)

Fails:

    docs/en/index.md:
    ![A cheek with thin brown crusts](../images/crusts.png)

    docs/images/crusts.png

What to do: give it as PNG, JPEG (`.jpg`) or WebP, with at most 2 million bytes and 12 million pixels, in RGB and
without movement. What a photograph carries unseen, such as the place where it was taken, is left out when it is
published.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem
from handbook.markup.inlines import Image
from handbook.markup.targets import file_at
from handbook.register.handbook import Handbook


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each image that cannot be shown, where a page shows it."""
    broken = {path: file for path, file in handbook.images.items() if file.fault}
    for page in handbook.pages:
        for image in page.document.images:
            file = broken.get(file_at(image.source, image.location.path))
            if isinstance(image, Image) and file is not None:
                yield Problem(
                    image.location, Message("the image {path} {fault}", path=file.path, fault=file.fault), file.hint
                )
