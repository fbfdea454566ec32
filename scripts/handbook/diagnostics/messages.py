"""A sentence of the program: English text that knows how it was made, so that it can be told in another language.

    Message("no page shows the passage {id}", id="reach-us")
    Message("{count} pages have changed", "1 page has changed", count=3)

It *is* its English text, so whoever only prints it need not know that there are other languages. A catalogue has its
template as a key; what stands in a gap may be a message itself.
"""

from __future__ import annotations

from collections.abc import Mapping


class Message(str):
    """A template of the program with its gaps filled in."""

    template: str
    """What a catalogue is asked for; where there is one for a single thing and one for many, that for many."""
    singular: str | None
    gaps: Mapping[str, object]
    """What was filled in, by name."""

    def __new__(cls, template: str, singular: str | None = None, /, **gaps: object) -> Message:
        """Fill a template in; ``singular`` takes its place where the gap ``count`` is 1."""
        is_one = singular is not None and gaps["count"] == 1
        message = super().__new__(cls, (singular if is_one and singular else template).format(**gaps))
        message.template, message.singular, message.gaps = template, singular, gaps
        return message

    def __getnewargs_ex__(self) -> tuple[tuple[str, str | None], Mapping[str, object]]:
        """Return what its copy in another process is made of."""
        return (self.template, self.singular), self.gaps

    def filled(self, **gaps: object) -> Message:
        """Return the same message with something else in its gaps."""
        return Message(self.template, self.singular, **{**self.gaps, **gaps})


NOTHING = Message("")
"""No message, where one could stand."""


def as_it_is(text: str) -> Message:
    """Return as a message what is none of the program's own, such as words of a data file or of another program."""
    return text if isinstance(text, Message) else Message("{text}", text=text)
