"""The clinic that hands out the handbook: its details, and its own values for what each clinic decides.

What a clinic sets stands in docs/data/our-clinic.yml, which is its own and not part of the handbook; where there is
none, the example in docs/data/example-clinic.yml stands in for it. clinic_reader.py reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from handbook.diagnostics.problems import Location
from handbook.register.clinic_keys import CLINIC_KEYS

OWN_FILE = "docs/data/our-clinic.yml"
EXAMPLE_FILE = "docs/data/example-clinic.yml"
OLD_FILE = "docs/data/clinic.yml"
"""Where a clinic's answers stood before; moving.py moves what it holds."""

ANSWERS = tuple(name for name in CLINIC_KEYS if name not in ("values", "keep-offline"))
"""What a clinic is asked beside the values, in that order."""

_UNPRINTED = ("example", "country", "emergency-number", "handbook-address")
DETAILS = tuple(name for name in ANSWERS if name not in _UNPRINTED)
"""What a page may ask for as ``[](clinic:phone)``; ``emergency`` is made from the country."""

CALLS = ("phone", "out-of-hours", "messages", "emergency")
"""Those that a telephone can dial, in the order in which a cover has them."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic that hands out this handbook."""

    details: Mapping[str, str] = field(default_factory=dict)
    """By the names in DETAILS; an unset one is empty."""
    example: bool = True
    country: str = ""
    """Two letters; empty where the clinic has named none: then every country of countries.yml."""
    emergency_number: str = ""
    """The ambulance's, in a country that countries.yml does not have; empty where the register has the numbers."""
    handbook_address: str = ""
    """Where this handbook will be published, with a slash at its end; empty where nobody has said."""
    keeps_offline: bool = False
    """Whether patients' browsers keep pages on when to call, to open without a network."""
    values: Mapping[str, tuple[Fraction, ...]] = field(default_factory=dict)
    """The clinic's own numbers by address, ``first-wash`` or ``sun-after/sunscreen``: one number, or low and high."""
    locations: Mapping[str, Location] = field(default_factory=dict)

    def detail(self, name: str) -> str:
        """Return a detail of the clinic, or the empty text where it is not set."""
        return self.details.get(name, "")

    def location(self, key: str) -> Location:
        """Return where a detail or value is written, or should be."""
        return self.locations.get(key, Location(OWN_FILE))
