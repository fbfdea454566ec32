"""The handbook itself leaves nothing out: every topic, every claim and every fact has its place on a page."""

from __future__ import annotations

from collections import Counter

import pytest

from handbook.checks import missing_topic, unanswered_claim, unused_fact
from handbook.register.handbook import Handbook
from project import ROOT, load


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found, _ = load(ROOT)
    assert found is not None
    return found


def test_no_topic_is_without_a_page(handbook: Handbook) -> None:
    assert len(handbook.topics) == 47
    assert list(missing_topic.check(handbook)) == []


def test_no_claim_is_without_an_answer(handbook: Handbook) -> None:
    assert Counter(claim.verdict for claim in handbook.claims.values()) == {
        "needs-qualifying": 58,
        "supported": 46,
        "contradicted": 17,
        "not-supported": 8,
        "omission": 6,
        "other-device": 5,
        "not-a-claim": 1,
    }
    assert list(unanswered_claim.check(handbook)) == []


def test_no_fact_is_forgotten(handbook: Handbook) -> None:
    assert list(unused_fact.check(handbook)) == []
