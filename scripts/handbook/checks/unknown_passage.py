"""What a page shows from elsewhere is there, in its language, and stands alone in its paragraph.

What is written once cannot come to disagree with itself: how to reach the clinic, the warning signs. Where a page
names something that is not there, its readers would miss just that.

Passes:

    docs/en/passages/reach-us.md:
    Call [](clinic:phone).
    docs/en/index.md:
    ![](passage:reach-us)

Fails:

    docs/en/passages/reach-us.md:
    Call [](clinic:phone).
    docs/en/index.md:
    ![](passage:reech-us)

What to do: write the name as the file below docs/<language>/passages is called, without `.md`, between two empty
lines, also in a box or under an item of a list. Nothing stands in the brackets, and a page shows each passage once. A
passage may show warning signs and no other passage. A page that is translated needs its passages translated as well:
it has one language, for those who listen to it and for whoever reads its numbers. Warning signs are named by urgency,
group and part: `![](signs:emergency)`, `![](signs:today/swelling)`, `![](signs:today/swelling/details)`. The word list
is `![](glossary:)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics.messages import NOTHING, Message
from handbook.diagnostics.problems import Problem
from handbook.diagnostics.quoting import nearest
from handbook.markup.blocks import Figure, Plain
from handbook.markup.document import Document
from handbook.markup.inlines import GLOSSARY, PASSAGE, Image
from handbook.markup.replacing import alone_in
from handbook.register.explained import lists_words
from handbook.register.glossary import FOLDER
from handbook.register.handbook import Handbook
from handbook.register.insertions import insertions_of
from handbook.register.pages import Page
from handbook.register.sign_lists import fault_of


def check(handbook: Handbook) -> Iterator[Problem]:
    """Yield a problem for each passage or list of signs that cannot be shown where it is named."""
    for page in (*handbook.pages, *handbook.passages.values()):
        yield from _misplaced(page.written)
        for image in insertions_of(page.written):
            message, hint = _fault(image, page, handbook)
            if message:
                yield Problem(image.location, message, hint)


def _misplaced(document: Document) -> Iterator[Problem]:
    """Yield what stands among words, brings words of its own, or stands there for the second time."""
    alone = [alone_in(part) for part in document.parts if isinstance(part, Figure | Plain)]
    seen: dict[str, Image] = {}
    for image in insertions_of(document):
        first = seen.setdefault(image.source, image)
        if image not in alone:
            yield Problem(
                image.location,
                Message("{source} does not stand alone", source=image.source),
                Message("put it between two empty lines"),
            )
        elif image.alt or image.title:
            message = Message("{source} brings its own words, in every language", source=image.source)
            yield Problem(image.location, message, Message("write {right}", right=f"![]({image.source})"))
        elif first is not image:
            message = Message(
                "{source} stands here for the second time, after line {line}",
                source=image.source,
                line=first.location.line,
            )
            yield Problem(image.location, message, Message("keep one of them, and link to it"))


def _fault(image: Image, page: Page, handbook: Handbook) -> tuple[Message, Message]:
    assert image.insertion is not None
    scheme, name = image.insertion
    if scheme == GLOSSARY:
        return _no_words(name, page, handbook)
    if scheme != PASSAGE:
        return fault_of(name, handbook.sign_rules.signs, handbook.sign_words, page.language)
    if page.path in {passage.path for passage in handbook.passages.values()}:
        return Message("a passage stands here in another one"), Message(
            "write its words here, or let the pages show both"
        )
    return (NOTHING, NOTHING) if (page.language, name) in handbook.passages else _unknown(name, page, handbook)


def _no_words(name: str, page: Page, handbook: Handbook) -> tuple[Message, Message]:
    """Return why no word list can be shown on a page."""
    file = f"{FOLDER}/{page.language}.yml"
    if name:
        return Message("the word list has no part {name}", name=name), Message(
            "write {right}", right=f"![]({GLOSSARY}:)"
        )
    if page.path in {passage.path for passage in handbook.passages.values()}:
        return Message("the word list stands here in a passage"), Message("let the page show it")
    if page.language not in handbook.glossary:
        return Message("there is no glossary"), Message("write {file}", file=file)
    if not lists_words(page.document):
        return Message("no page uses a word that is to be explained"), Message(
            "write explain: true below a concept of {file}", file=file
        )
    return NOTHING, NOTHING


def _unknown(name: str, page: Page, handbook: Handbook) -> tuple[Message, Message]:
    known = [id for code, id in handbook.passages if code == handbook.source.code]
    if name in known:
        file = handbook.passages[handbook.source.code, name].document.path
        language = handbook.language(page.language)
        return Message(
            "the passage {name} is not translated into {language}", name=name, language=language.name
        ), Message("translate {file}", file=file)
    meant = nearest(name, known)
    hint = (
        Message("did you mean {near}?", near=f"{PASSAGE}:{meant}")
        if meant
        else Message("there are {names}", names=", ".join(known))
    )
    hint = hint if known else Message("write it: docs/{language}/passages/reach-us.md", language=page.language)
    return Message("there is no passage {name}", name=name) if name else Message("no passage is named here"), hint
