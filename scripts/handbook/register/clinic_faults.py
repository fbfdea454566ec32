"""What can be wrong with an answer of a clinic, whoever asks for it.

The check tells a fault at its line in the clinic's file, in the words of ``message`` and ``hint``; `handbook clinic`
tells it at once, in the clinic's language, by its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Severity

GAPS: Mapping[str, tuple[str, ...]] = {
    "placeholder": ("said",),
    "too-long": ("count", "most"),
    "sign-behind": ("bare",),
    "calls-ambulance": ("said",),
    "no-number": ("said", "sample"),
    "unusual-number": ("said",),
    "no-messages": ("said",),
    "no-address": ("said", "sample"),
    "one-page": ("said",),
    "no-ambulance": ("said",),
    "unknown-ambulance": ("said",),
    "needless-ambulance": ("said",),
    "no-country": ("said", "known"),
    "nameless-ambulance": ("said",),
    "not-numbers": ("said",),
    "one-number-only": ("said",),
    "larger-first": ("said",),
    "not-whole": ("said",),
    "out-of-range": ("said", "allowed"),
    "less-than": ("other", "bound"),
    "more-than": ("other", "bound"),
    "hidden-character": ("name",),
    "not-text": (),
}
"""Every kind, with what its sentence names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an answer, as half a sentence behind its key, and what to do."""

    kind: str
    message: Message
    hint: Message
    severity: Severity = Severity.ERROR
    gaps: Mapping[str, str] = field(default_factory=dict)
    """What the sentence of the kind names, by the names in GAPS."""

    @property
    def is_error(self) -> bool:
        """Whether the answer cannot stand; otherwise it is only to be looked at."""
        return self.severity is Severity.ERROR
