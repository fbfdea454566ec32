"""What may stand below ``advice:``, ``opposites:`` and ``neighbours:`` in the file of a language."""

from __future__ import annotations

from handbook.diagnostics.keys import TEXT, Key, Keys, Shape, list_of, named

_PHRASES = list_of(TEXT)

ADVICE_KEYS: Keys = {
    "denies": Key("Words that deny what comes behind them in the clause: not, no, never, without.", _PHRASES),
    "empties": Key(
        "Words that deny as well what stands directly before them, unless something else does: nothing.",
        _PHRASES,
    ),
    "forbids": Key("Words that forbid what their clause speaks of, before or behind them: avoid, must not.", _PHRASES),
    "spares": Key("Words that say that something need not be done: no need to.", _PHRASES),
    "allows": Key("Words that allow something, or say that it can be: may, can.", _PHRASES),
    "only": Key("Words that allow one case and deny all others: only if, only when.", _PHRASES),
    "narrows": Key("Words that do so where a condition stands beside them: only, just.", _PHRASES),
    "soothes": Key("Words that say that all is well: it is normal, it goes away by itself.", _PHRASES),
    "limits": Key("Words with which a denial can be said otherwise: except, until, before, without, stop.", _PHRASES),
    "implies": Key("Words that another language may well say by a denial: gone, less, every day.", _PHRASES),
    "excepts": Key("Words that take one case out of what is denied: except, other than.", _PHRASES),
    "hides": Key("Those among them behind which nothing is certain: before, without.", _PHRASES),
    "concedes": Key("Words that say that a condition does not matter: even if, although.", _PHRASES),
    "admits": Key(
        "Words that another language may well say by an even, although or except: also, however, any.", _PHRASES
    ),
    "lacks": Key("Words behind which something is left out: without.", _PHRASES),
    "weakens": Key("Words that take the force out of advice: rarely, now and then, a little less.", _PHRASES),
    "delays": Key("Words that put off a call: tomorrow, wait.", _PHRASES),
    "calls": Key("Words that tell somebody to call or to go for help.", _PHRASES),
    "stops": Key("Words that tell somebody to stop or to leave out.", _PHRASES),
    "undoes": Key("Words that leave something undone, so that denying them commands it: hide, miss, forget.", _PHRASES),
    "ifs": Key("Words that begin a condition, an aim or a reason: if, when, so that.", _PHRASES),
    "aims": Key("Those among them that begin an aim: so that.", _PHRASES),
    "parts": Key("Words at which a denial ends: but, until, if.", _PHRASES),
    "joins": Key("Words in a row that is denied as a whole: or, nor.", _PHRASES),
    "contrasts": Key("Words that set two statements against each other: but, yet.", _PHRASES),
    "precedes": Key("Words behind which the later of two things stands: before.", _PHRASES),
    "succeeds": Key("Words behind which the earlier one stands: after, not until.", _PHRASES),
    "unsigned": Key("Those among them of which no sign tells how far they reach.", _PHRASES),
    "begins": Key("Words in whose clause the earlier one stands: first.", _PHRASES),
    "follows": Key("Words in whose clause the later one stands: then, afterwards.", _PHRASES),
    "adds": Key("Words between two that are denied one as the other: and.", _PHRASES),
    "bids": Key("Words that say that what a clause names is to be done: must, should, it is best.", _PHRASES),
    "deeds": Key("Forms of verbs that name a deed and command nothing, a star for the rest: to pick.", _PHRASES),
    "commands": Key("Forms of verbs that command, a star for the rest, where they show it.", _PHRASES),
    "particles": Key("Endings without which a word does the same: the -lah and -nya of Malay.", _PHRASES),
    "fixed": Key("Pairs, by name, that no denial turns round: with and without.", _PHRASES),
    "firm": Key("Pairs, by name, that only a denial directly before them turns round: not before.", _PHRASES),
    "placing": Key(
        "Pairs, by name, whose sides say which of two things is meant: first or then, now or later.", _PHRASES
    ),
    "idle": Key("Phrases with a denial that denies nothing: not only, do not forget.", _PHRASES),
}
"""What a word can do in a sentence that commands, forbids or warns."""

OPPOSITES: Shape = named(named(_PHRASES))
"""By the name of a pair, which is the same in every language, the words of its one and its other side."""
