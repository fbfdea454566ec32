"""Every image says in words what it shows, and every link where it leads.

A person who cannot see the picture hears its words. A list of the links on a page is how many find their way;
"here" tells them nothing, and on paper even less.

Passes:

    ![A cheek with thin brown crusts](../images/crusts.png)

    Read [what to do about crusts](recovery/day-by-day.md).

Fails:

    ![](../images/crusts.png)

    Read [here](recovery/day-by-day.md).

What to do: say in at most 125 characters what is to be seen; leave the words out of a picture that is drawn from
the register (`![](picture:skin-columns)`), because it brings its own; name in the link the page it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Problem, Severity
from handbook.language.languages import Language
from handbook.markup.inlines import AnyImage, Image, Link, Picture, walk_inlines
from handbook.register.handbook import Handbook
from handbook.register.pages import Page

LONGEST = 125
"""Characters of an alternative text; screen readers may cut a longer one."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each image without words and each link whose words say nothing."""
    for image in page.document.images:
        if not (isinstance(image, Image) and image.insertion):
            yield from _image(image)
    yield from _untranslated(page, handbook)
    for link in page.document.links:
        yield from _link(link, handbook.language(page.language))


def _image(image: AnyImage) -> Iterator[Problem]:
    if isinstance(image, Picture):
        if image.alt.strip():
            message = Message("{source} brings its own words, in every language", source=image.source)
            yield Problem(image.location, message, Message("write {right}", right=f"![]({image.source})"))
    elif not image.alt.strip():
        hint = Message(
            "say in a few words what is to be seen: ![A cheek with thin brown crusts]({source})", source=image.source
        )
        yield Problem(image.location, Message("the image has no words for people who cannot see it"), hint)
    elif len(image.alt) > LONGEST:
        message = Message(
            "the image's words are {count} characters long; screen readers may stop after {most}",
            count=len(image.alt),
            most=LONGEST,
        )
        yield Problem(image.location, message, Message("shorten them, and put the rest into the text"))


def _untranslated(page: Page, handbook: Handbook) -> Iterator[Problem]:
    """Yield a warning for each image of a translation whose words are still those of the original."""
    original = handbook.page(page.path, handbook.source.code)
    if original is None or original.language == page.language:
        return
    before = {image.alt.strip() for image in original.document.images if isinstance(image, Image)}
    for image in page.document.images:
        if isinstance(image, Image) and image.alt.strip() in before and " " in image.alt.strip():
            message = Message(
                "the image's words are those of the page in {language}: {words}",
                language=handbook.source.name,
                words=image.alt.strip(),
            )
            hint = Message("say in {language} what is to be seen", language=handbook.language(page.language).name)
            yield Problem(image.location, message, hint, Severity.WARNING)


def _link(link: Link, language: Language) -> Iterator[Problem]:
    has_image = any(isinstance(inline, Image) and inline.alt.strip() for inline in walk_inlines(link.inside))
    if not link.words.strip() and not has_image:
        message = Message("the link to {target} has no words", target=link.target)
        yield Problem(
            link.location, message, Message("name what it leads to: [name of that page]({target})", target=link.target)
        )
    elif link.words.strip(" .…»«“”\"'").lower() in language.word("problems.empty-link-words").split(", "):
        message = Message("{words!r} does not say where the link leads", words=link.words.strip())
        yield Problem(
            link.location, message, Message("name what it leads to: [name of that page]({target})", target=link.target)
        )
