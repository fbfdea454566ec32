"""What a page says of itself to machines, in the words of schema.org; nothing that is not true of it.

Only a clinician's sign-off makes a page reviewed: https://schema.org/lastReviewed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from handbook.register.handbook import Handbook
from handbook.register.pages import Page
from handbook.register.sign_offs import SignOff

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def structured_data(page: Page, address: str, handbook: Handbook) -> str:
    """Return the JSON for a page, at its full address if that is known; nothing for one that stands in for another."""
    if page.is_fallback:
        return ""
    said = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": page.title,
        "inLanguage": page.language,
        "audience": {"@type": "Patient"},
        "dateModified": handbook.text_version.day.isoformat(),
        "license": _LICENCE,
        **({"url": address} if address else {}),
        **_review(page.sign_off),
    }
    # No sign of the text may end the element that it stands in.
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _review(sign_off: SignOff | None) -> Mapping[str, object]:
    if sign_off is None:
        return {}
    reviewer = {"@type": "Person", "name": sign_off.name, "jobTitle": sign_off.role}
    return {"lastReviewed": sign_off.day.isoformat(), "reviewedBy": reviewer}
