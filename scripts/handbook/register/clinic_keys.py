"""What may stand in the file of a clinic."""

from __future__ import annotations

from handbook.diagnostics.keys import (
    FLAG,
    NUMBER,
    TEXT,
    Key,
    Keys,
    Shape,
    named,
    one_or_more,
)

_VALUES: Shape = {**named(one_or_more(NUMBER)), "type": ["object", "null"]}
"""Nothing may stand behind the key as well: then every line below it is a remark still."""

CLINIC_KEYS: Keys = {
    "name": Key("The clinic's name, as it is printed on the cover and in the footer.", TEXT),
    "example": Key("True while this is no real clinic; every page then says so.", FLAG),
    "country": Key("The two letters of its country: it decides which emergency numbers are printed.", TEXT),
    "emergency-number": Key("The ambulance's number, in a country that countries.yml does not have.", TEXT),
    "phone": Key("The telephone number for patients.", TEXT),
    "out-of-hours": Key("The number at night and on days off.", TEXT),
    "messages": Key("Where patients can send a message or a photo.", TEXT),
    "hours": Key("When the clinic is open.", TEXT),
    "address": Key("Where the clinic is.", TEXT),
    "website": Key("The address of the clinic's own website.", TEXT),
    "handbook-address": Key("The address at which this handbook is published.", TEXT),
    "keep-offline": Key("True to let browsers keep the pages on when to call, which then open offline.", FLAG),
    "values": Key("Its own numbers for what each clinic decides: 3, or [3, 7] for 3 to 7.", _VALUES),
}
