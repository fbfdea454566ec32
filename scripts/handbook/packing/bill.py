"""What the handbook is made with: a software bill of materials in the form of CycloneDX 1.6 (cyclonedx.org).

It is written here and not by the library for it, which would bring six packages into the very list that it writes, for
a mapping of some forty names.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator

from handbook.text_version import TextVersion

_PACKAGE = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def write_bill(lock: str, version: TextVersion) -> bytes:
    """Return the bill for the packages of a lock file of pip; the same lock and version give the same bytes."""
    components = list(_components(lock))
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, lock + version.version)}",
        "version": 1,
        "metadata": {
            "timestamp": f"{version.day.isoformat()}T00:00:00Z",
            "component": {"type": "application", "bom-ref": "handbook", "name": "handbook", "version": version.version},
        },
        "components": components,
    }
    return (json.dumps(bill, indent=1) + "\n").encode()


def _components(lock: str) -> Iterator[dict[str, object]]:
    """Yield each package with its version; its hashes are those of the files from which it can be installed."""
    for found in _PACKAGE.finditer(lock):
        address = f"pkg:pypi/{found['name']}@{found['version']}"
        hashes = [{"alg": "SHA-256", "content": content} for content in _HASH.findall(found["rest"])]
        files = {"type": "distribution", "url": f"https://pypi.org/project/{found['name']}/{found['version']}/"}
        yield {
            "type": "library",
            "bom-ref": address,
            "name": found["name"],
            "version": found["version"],
            "purl": address,
            "externalReferences": [{**files, "hashes": hashes}],
        }
