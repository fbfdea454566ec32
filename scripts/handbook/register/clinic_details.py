"""Looks at each detail that a clinic gives of itself: whether patients reach somebody by it.

``find_faults`` knows nothing of files, so that it serves whoever asks for a detail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from handbook.diagnostics.messages import Message
from handbook.diagnostics.problems import Severity
from handbook.diagnostics.quoting import shortened
from handbook.register import phone_numbers
from handbook.register.clinic_faults import Fault

_EMAIL = re.compile(r"[^\s@<>()]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?")
_WEB = re.compile(r"\b[a-z][a-z0-9+.-]*:/\S+|\b(?:https?|javascript|data|mailto):\S+|\bwww\.\S+", re.IGNORECASE)
"""What is meant as an address of the web; "WhatsApp:+60 …" only says what the number behind it is for."""
_EMERGENCY = re.compile(r"\d{2,6}")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a detail is held against."""

    countries: tuple[str, ...] = ()
    """Where a number without a country code can belong, the clinic's own country first."""
    emergency: frozenset[str] = frozenset()
    """The numbers of ambulances that the handbook knows."""
    placeholders: frozenset[str] = frozenset()
    """What stands for a detail that nobody has written yet, folded to small letters."""


Rule = Callable[[str, Surroundings], Fault | None]
"""Returns what is wrong with a text, or None."""


def find_faults(name: str, text: str, around: Surroundings) -> Iterator[Fault]:
    """Yield the first thing that is wrong with a detail, given by its name; an empty one is only unset."""
    if text:
        found = (rule(text, around) for rule in _RULES.get(name, ()))
        first = next((fault for fault in found if fault is not None), None)
        if first is not None:
            yield first


def _told(text: str, around: Surroundings) -> Fault | None:
    """Refuse what only keeps the place of a detail."""
    if text.casefold().strip(" .…") in around.placeholders or not any(letter.isalnum() for letter in text):
        message = Message("is {text!r}, which is nobody's own", text=text)
        hint = Message('write the real one, or "" if you do not have it yet')
        return Fault("placeholder", message, hint, gaps={"said": text})
    return None


def _within(most: int) -> Rule:
    def rule(text: str, around: Surroundings) -> Fault | None:
        message = Message("has {count} characters, and there is room for {most}", count=len(text), most=most)
        gaps = {"count": str(len(text)), "most": str(most)}
        return Fault("too-long", message, Message("shorten it"), gaps=gaps) if len(text) > most else None

    return rule


def _number(text: str, around: Surroundings) -> Fault | None:
    """Refuse what cannot be dialled; tell a number of unusual length or beginning, which may be mistyped."""
    bare = text.rstrip(" ,;.:")
    if bare != text:
        message = Message("is {text!r}, with a sign behind the number that nobody dials", text=text)
        return Fault("sign-behind", message, Message("write {right}", right=bare), gaps={"bare": bare})
    sample = phone_numbers.sample_number(around.countries)
    for number in phone_numbers.split_numbers(text):
        digits = re.sub(r"\D", "", number)
        if digits in around.emergency or phone_numbers.is_emergency(number, around.countries):
            message = Message("is {number}, which calls an ambulance and not the clinic", number=number)
            hint = Message("write the clinic's own number")
            return Fault("calls-ambulance", message, hint, gaps={"said": number})
        if not phone_numbers.is_number(number, around.countries):
            message = Message("is {number!r}, which is no telephone number", number=number)
            hint = Message("write the number alone, with its country code: {sample}", sample=sample)
            return Fault("no-number", message, hint, gaps={"said": shortened(number), "sample": sample})
        if not phone_numbers.is_usual(number, around.countries):
            message = Message(
                "is {number}, which is no usual telephone number: a digit may be missing or wrong", number=number
            )
            hint = Message("compare it digit by digit, and call it once")
            return Fault("unusual-number", message, hint, Severity.WARNING, {"said": number})
    return None


def _reach(text: str, around: Surroundings) -> Fault | None:
    """Refuse what holds no number, no e-mail address and no address on the web to send a message to."""
    for found in _WEB.finditer(text):
        fault = _web(found[0], around)
        if fault is not None:
            return fault
    if _WEB.search(text) or _EMAIL.search(text) or phone_numbers.holds_number(text, around.countries):
        return None
    hint = Message("write a number for messages, an e-mail address, or an address that begins with https://")
    return Fault(
        "no-messages", Message("is {text!r}, where no message can be sent", text=text), hint, gaps={"said": text}
    )


def _web(text: str, around: Surroundings) -> Fault | None:
    """Refuse what is no address of a page on the web, by a secure connection."""
    try:
        parts = urlsplit(text)
        host, strange = parts.hostname or "", bool(parts.username or (parts.port is not None and parts.port < 1))
    except ValueError:
        host, strange = "", True
    plain = not re.search(r"[\s<>\"'\\{}|^`]", text)
    if text.startswith("https://") and _HOST.fullmatch(host) and plain and not strange:
        return None
    bare = re.sub(r"^(?:http:)?/*", "", text)
    meant = _HOST.fullmatch(bare.partition("/")[0])
    sample = f"https://{bare}" if meant else "https://clinic.example/"
    hint = Message("write {right}", right=sample) if meant else Message("write it as {sample}", sample=sample)
    message = Message("is {text!r}, which is no address that begins with https:// and names a host", text=text)
    return Fault("no-address", message, hint, gaps={"said": shortened(text), "sample": shortened(sample)})


def _folder(text: str, around: Surroundings) -> Fault | None:
    """Refuse an address to which the names of pages cannot be added."""
    parts = urlsplit(text)
    if parts.query or parts.fragment or re.search(r"\.html?$", parts.path):
        hint = Message("write the address of the folder, with / at its end")
        return Fault(
            "one-page", Message("is {text!r}, which is one page", text=text), hint, gaps={"said": shortened(text)}
        )
    return None


def _ambulance(text: str, around: Surroundings) -> Fault | None:
    if not _EMERGENCY.fullmatch(text):
        hint = Message("write the one number that patients dial, such as 112")
        message = Message("is {text!r}, which is no number of two to six digits", text=text)
        return Fault("no-ambulance", message, hint, gaps={"said": shortened(text)})
    if not phone_numbers.is_emergency(text, around.countries):
        message = Message("is {text}, which is not known as an emergency number there", text=text)
        hint = Message("ask an ambulance service of the country, and correct it")
        return Fault("unknown-ambulance", message, hint, Severity.WARNING, {"said": text})
    return None


_RULES: Mapping[str, tuple[Rule, ...]] = {
    "name": (_told, _within(100)),
    "phone": (_number,),
    "out-of-hours": (_number,),
    "messages": (_told, _within(120), _reach),
    "hours": (_told, _within(120)),
    "address": (_told, _within(200)),
    "website": (_web, _within(200)),
    "handbook-address": (_web, _folder, _within(200)),
    "emergency-number": (_ambulance,),
}
"""By the name of the detail; of several faults the first is told."""
