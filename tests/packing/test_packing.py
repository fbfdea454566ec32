"""One archive with everything for whoever uploads it, and a copy of it that is not whole is told file by file."""

from __future__ import annotations

import datetime
import io
import json
import socket
import ssl
import threading
import urllib.error
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from handbook import cli, pack, pipeline
from handbook.diagnostics.problems import Problem
from handbook.packing.archive import write_archive
from handbook.packing.bill import write_bill
from handbook.packing.steps import pack_files
from handbook.register.interview import load_interviews
from handbook.staging import write_files
from handbook.text_version import TextVersion
from project import ROOT, edit, load, make

LOCK = (ROOT / "scripts/requirements.txt").read_text(encoding="utf-8")
VERSION = TextVersion("1.2.3", datetime.date(2026, 12, 1))
PAGES = {"index.html": b"<p>home", "ms/index.html": b"<p>utama", "assets/a.css": b"p{}", "_headers": b"/*\n"}
HOSTS = {".htaccess": b"AddType\n", "hosting/nginx.conf": b"location\n"}


def site(folder: Path) -> Path:
    write_files({**PAGES, **HOSTS}, folder)
    pack.write(folder)
    return folder


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is in the archive of a clinic that has said where its handbook will stand."""
    folder = tmp_path_factory.mktemp("packed")
    words = {f"docs/data/interview/{code}.yml": read(f"docs/data/interview/{code}.yml") for code in ("en", "ms", "ru")}
    clinic = 'name: "Seri & Co"\nhandbook-address: https://seri.example/patients/laser\n'
    root = make(folder, {**words, "docs/data/our-clinic.yml": clinic, "scripts/requirements.txt": LOCK})
    handbook, _ = load(root)
    assert handbook is not None
    problems: list[Any] = []
    said = load_interviews(handbook.project, problems)
    assert problems == []
    return pack_files(site(folder / "site"), handbook, said)


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_archive_has_the_site_in_a_folder_named_as_its_address(packed: dict[str, bytes]) -> None:
    inside = {f"laser/{path}" for path in (*PAGES, *HOSTS, pack.SUMS)}
    beside = {"upload.en.html", "upload.ms.html", "upload.ru.html", "sbom.cdx.json", pack.SUMS}
    assert set(packed) == inside | beside
    assert set(pack.parse_sums(packed[pack.SUMS].decode())) == set(packed) - {pack.SUMS}


def test_the_page_speaks_of_the_hosts_whose_files_are_there(packed: dict[str, bytes]) -> None:
    page = packed["upload.ms.html"].decode()
    assert '<html lang="ms" dir="ltr">' in page
    assert "Cara menerbitkan buku panduan Seri &amp; Co" in page
    assert "https://seri.example/patients/laser/" in page
    told = [words in page for words in ("<h2>nginx</h2>", "<h2>Caddy</h2>", "{clinic}", "{folder}")]
    assert told == [True, False, False, False]


def test_an_address_that_nobody_has_said_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make(tmp_path, {"docs/data/interview/en.yml": read("docs/data/interview/en.yml")})
    edit(root / "mkdocs.yml", "site_url: https://handbook.example/⏎ → ")

    def build(request: pipeline.Request, out: Path, tell: pipeline.Progress) -> list[Problem]:
        site(out)
        return []

    monkeypatch.setattr("handbook.pipeline.build", build)
    monkeypatch.setenv("PATH", "")
    assert cli.main(["pack", "--root", str(root), "--today=2026-12-01"]) == 0
    told = capsys.readouterr().out.splitlines()[1]
    assert told.endswith("say the real address: .venv/bin/handbook clinic handbook-address")
    assert (root / "handbook.zip").exists()


def test_the_same_files_make_the_same_archive(packed: dict[str, bytes]) -> None:
    backwards = dict(sorted(packed.items(), reverse=True))
    archive = write_archive(packed, VERSION.day)
    assert archive == write_archive(backwards, VERSION.day)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(2026, 12, 1, 0, 0, 0)}
        assert {name: opened.read(name) for name in opened.namelist()} == packed
    assert write_archive({"a": b""}, datetime.date.min)


def test_the_bill_names_every_package_of_the_lock() -> None:
    bill = json.loads(write_bill(LOCK, VERSION))
    assert write_bill(LOCK, VERSION) == write_bill(LOCK, VERSION)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    names = {f"{part['name']}=={part['version']}" for part in bill["components"]}
    assert names == {line.split()[0] for line in LOCK.splitlines() if "==" in line.split("#")[0]}
    hashes = [entry for part in bill["components"] for entry in part["externalReferences"][0]["hashes"]]
    assert len(hashes) == LOCK.count("--hash=sha256:")


def verify(place: Path | str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, list[str]]:
    status = cli.main(["verify", "--root", str(ROOT), str(place), *more])
    told = capsys.readouterr()
    return status, [line.replace(str(place), "…") for line in (told.out + told.err).splitlines()]


def test_a_whole_folder_and_a_whole_archive_pass(
    packed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "handbook.zip"
    archive.write_bytes(write_archive(packed, VERSION.day))
    assert verify(site(tmp_path / "site"), capsys) == (0, ["… is whole: 6 files, all as they were made."])
    assert verify(archive, capsys) == (0, ["… is whole: 11 files, all as they were made."])


def test_what_is_missing_changed_or_too_many_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site(tmp_path / "site")
    (folder / "ms/index.html").unlink()
    (folder / "index.html").write_bytes(b"<p>ho")
    (folder / "old.html").touch()
    assert verify(folder, capsys) == (
        1,
        [
            "missing: ms/index.html",
            "changed: index.html",
            "too many: old.html",
            "… is not what was made: upload everything again, and delete what is too many.",
        ],
    )


def test_it_is_told_in_the_language_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site(tmp_path / "site")
    whole = "… lengkap: 6 fail, semuanya seperti yang dibuat."
    assert verify(folder, capsys, "--for", "ms") == (0, [whole])
    (folder / "ms/index.html").unlink()
    wrong = "… не совпадает с тем, что было собрано: загрузите всё заново и удалите лишнее."
    assert verify(folder, capsys, "--for", "ru") == (1, ["не хватает: ms/index.html", wrong])
    assert verify(tmp_path / "no", capsys, "--for", "ms") == (
        2, ["handbook: … tiada; namakan folder, arkib yang dibuat oleh handbook pack, atau alamat"]
    )  # fmt: skip


def test_a_long_list_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site(tmp_path / "site")
    write_files({f"{number:03}.html": b"" for number in range(25)}, folder)
    told = verify(folder, capsys)[1]
    assert told[19:21] == ["too many: 019.html", "too many: and 5 more"]


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_an_archive_that_came_half_is_told(
    part: float, packed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, archive = write_archive(packed, VERSION.day), tmp_path / "half.zip"
    archive.write_bytes(whole[: int(len(whole) * part)])
    assert verify(archive, capsys) == (
        2, ["handbook: … is cut off, or is no archive: copy or upload it again"]
    )  # fmt: skip


def test_a_damaged_file_in_an_archive_is_named(
    packed: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, archive = write_archive(packed, VERSION.day), tmp_path / "damaged.zip"
    at = whole.index(b"laser/assets/a.css") + len(b"laser/assets/a.css")
    archive.write_bytes(whole[:at] + bytes([whole[at] ^ 255]) + whole[at + 1 :])
    assert verify(archive, capsys)[1][0] == "changed: laser/assets/a.css"


def test_what_is_no_copy_is_told_with_what_to_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare.zip").write_bytes(write_archive({"a": b""}, VERSION.day))
    (tmp_path / "cut").mkdir()
    (tmp_path / "cut" / pack.SUMS).write_text("0123", encoding="utf-8")
    todo = "name a folder, an archive that handbook pack has made, or an address"
    told = {name: verify(tmp_path / name, capsys) for name in ("empty", "bare.zip", "cut", "nothing")}
    assert told == {
        "empty": (2, ["handbook: … has no file SHA256SUMS; it is missing, or this is not the folder of the handbook"]),
        "bare.zip": (2, ["handbook: … has no file SHA256SUMS at its top; handbook pack has not made it"]),
        "cut": (2, ["handbook: the file SHA256SUMS of … is empty or damaged: copy or upload it again"]),
        "nothing": (2, [f"handbook: … is not there; {todo}"]),
    }


class Host(SimpleHTTPRequestHandler):
    """A host that keeps its settings to itself, and says of styles that they are text."""

    def do_GET(self) -> None:
        if self.path.startswith(("/_headers", "/hosting", "/.")):
            self.send_error(404)
        else:
            super().do_GET()

    def guess_type(self, path: Any) -> str:
        return "text/plain" if str(path).endswith(".css") else super().guess_type(path)

    def log_message(self, format: str, *values: object) -> None:
        pass


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address at which it is hosted."""
    folder = site(tmp_path / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_host_is_asked_for_each_file(hosted: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, address = hosted
    (folder / "ms/index.html").unlink()
    status, told = verify(address, capsys)
    assert (status, told[:2]) == (1, ["missing: ms/index.html", "wrong type: assets/a.css (text/plain)"])


def test_an_address_without_a_handbook_is_told(hosted: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, address = hosted
    (folder / pack.SUMS).unlink()
    status, told = verify(address, capsys)
    assert (status, told[0].partition(" is not there")[0]) == (2, "handbook: …/SHA256SUMS")


@pytest.mark.parametrize(("error", "reason"), [
    (socket.gaierror(-2, "Name or service not known"), "nobody knows this name"),
    (ConnectionRefusedError(111, "Connection refused"), "the connection is refused"),
    (TimeoutError("timed out"), "no answer in 20 seconds"),
    (ssl.SSLCertVerificationError(1, "certificate verify failed"), "its certificate is not valid"),
    (OSError("unknown url type"), "unknown url type"),
])  # fmt: skip
def test_it_is_told_why_a_host_is_not_reached(
    error: OSError, reason: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise urllib.error.URLError(error)

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    told = f"… does not answer ({reason}); is the address right, and is there a network?"
    assert verify("https://a.example/", capsys) == (2, [f"handbook: {told}"])
