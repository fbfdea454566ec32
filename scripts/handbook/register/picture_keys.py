"""What may stand in pictures.yml."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.diagnostics.keys import FILLED, Key, Keys, Shape, known, list_of, mapping, named, one_of, one_or_more

_END: Shape = {"type": "string", "pattern": r"^(low|high) of \S+$"}
_WORDS = Key("What its words are called in docs/data/interface.", FILLED, True)
_TURN = Key("Up to here it is filled, from here on striped; the first of several ends counts.", one_or_more(_END))
_LAST = Key("Where it ends; the last of several ends counts.", one_or_more(_END), True)

ROW_KEYS: Keys = {
    "words": _WORDS,
    "start": Key("Where the bar begins; left out, on the day of the treatment.", one_or_more(_END)),
    "turn": _TURN,
    "end": _LAST,
}
PANEL_KEYS: Keys = {
    "words": _WORDS,
    "unit": Key("What the numbers over the bars count.", known("unit"), True),
    "rows": Key("The bars.", list_of(mapping(ROW_KEYS)), True),
}
SIGN_KEYS: Keys = {
    "words": _WORDS,
    "turn": _TURN,
    "end": _LAST,
    "call": Key("The first day on which it may mean a call.", one_or_more(_END), True),
}
IMAGE_KEYS: Keys = {"words": _WORDS, "file": Key("A drawing in docs/images, such as layers.svg.", FILLED, True)}

KIND_KEYS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("facts", "panels"),
    "day-bars": ("facts", "signs"),
    "in-100": ("fact",),
    "drawing": ("facts", "images", "key"),
}
"""The kinds of pictures, with the keys of each beside ``id`` and ``kind``."""

PICTURE_KEYS: Keys = {
    "id": Key("What pages call it: ![](picture:id).", FILLED, True),
    "kind": Key("How it is drawn: bars over days, bars for each sign, a share of 100 people, or a drawing with labels.",
                one_of(KIND_KEYS), True),
    "facts": Key("Every fact it shows: a name of your own, and the fact's address.", named(FILLED)),
    "panels": Key("Of a timeline: bars under the same numbers.", list_of(mapping(PANEL_KEYS))),
    "signs": Key("Of day-bars: the signs, each with a bar for what is expected and one for a call.",
                 list_of(mapping(SIGN_KEYS))),
    "fact": Key("Of in-100: the fact whose share is shown.", FILLED),
    "images": Key("Of a drawing: the drawings with labels.", list_of(mapping(IMAGE_KEYS))),
    "key": Key("Of a drawing: the key to what is in it.", list_of(mapping(IMAGE_KEYS))),
}  # fmt: skip


def _of_kind(kind: str) -> Shape:
    """Return what holds for the pictures of a kind: they have its own main key, and none of another kind."""
    others = [key for key in PICTURE_KEYS if key not in ("id", "kind", *KIND_KEYS[kind])]
    main = next(key for key in KIND_KEYS[kind] if key != "facts")
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"required": [main], "properties": dict.fromkeys(others, False)},
    }


PICTURE_FILE: Keys = {
    "pictures": Key("The pictures that are drawn from the facts.",
                    list_of({**mapping(PICTURE_KEYS), "allOf": [_of_kind(kind) for kind in KIND_KEYS]}), True),
}  # fmt: skip
