"""What becomes a link to a publication is one: nothing that runs, nothing without a host."""

from __future__ import annotations

import pytest

from handbook.diagnostics.problems import Problem
from handbook.diagnostics.yaml_reader import MappingReader, compose
from handbook.register.source_addresses import check_addresses

NO_ADDRESS = "which is no address of a publication on the web (copy it from the browser, from https:// on)"
DIGITS = "which is no PubMed number (write digits alone, or leave it empty)"


def told(key: str, text: str) -> list[str]:
    problems: list[Problem] = []
    value = compose(f"{key}: '{text}'\n", "sources.yml", problems)
    assert value is not None
    check_addresses(MappingReader(value, ("doi", "pmid", "url"), problems))
    return [f"{problem.location}: {problem.message} ({problem.hint})" for problem in problems]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://example.org", "//example.org/a",
        "www.example.org", "https://", "https:///a", "https://localhost/a", "https://me@example.org", "http://[::1",
        "https://example.org/a b", "https://example.org/<b>", "mailto:a@example.org", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    assert told("url", url) == [f"sources.yml:1:6: url is {url!r}, {NO_ADDRESS}"]


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://old.example.org/a;b=1?c=%C2%AE#d", "https://пример.рф/а", ""]
)
def test_addresses_of_pages_pass(url: str) -> None:
    assert told("url", url) == []


@pytest.mark.parametrize(
    ("doi", "hint"),
    [
        ("https://doi.org/10.1000/182", "write 10.1000/182"),
        ("doi:10.1000/182", "write 10.1000/182"),
        ("10.1000", "write it as 10.1000/182, or leave it empty"),
        ("10.1000/1 82", "write it as 10.1000/182, or leave it empty"),
    ],
)
def test_what_is_no_doi_is_refused(doi: str, hint: str) -> None:
    assert told("doi", doi) == [f"sources.yml:1:6: doi is {doi!r}, which is no DOI ({hint})"]


def test_dois_with_signs_pass() -> None:
    assert told("doi", "10.1002/(SICI)1096-9101(1999)25:1<7::AID-LSM2>3.0.CO;2-X") == []


@pytest.mark.parametrize("number", ["PMID 123", "0", "12.5", "٣"])
def test_what_is_no_pubmed_number_is_refused(number: str) -> None:
    assert told("pmid", number) == [f"sources.yml:1:7: pmid is {number!r}, {DIGITS}"]
