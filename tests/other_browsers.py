"""Firefox and WebKit for tests, without a window and each as the machine has it.

Playwright has WebKit only in a build of its own, and asks of Firefox what its long-lived edition does not know yet
(setMediaFeaturesOverride). So Firefox is asked by WebDriver BiDi (w3.org/TR/webdriver-bidi), which it speaks itself,
and WebKitGTK by WebDriver (w3.org/TR/webdriver2). Of both only what the tests need is here.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol
from urllib.error import HTTPError

from websockets.sync.client import ClientConnection, connect

from hosts import free_port, running

ENTER = "\ue007"
_SOON = 30
"""Seconds in which a page has come, on a busy machine."""


class OtherBrowser(Protocol):
    """One page of a browser."""

    def open(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""

    def resize(self, width: int, height: int) -> None:
        """Make the window so large, or as small as it goes."""

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the page."""

    def act(self, sources: list[dict[str, object]]) -> None:
        """Do what keys and pointers do, as both protocols write it."""


def press(browser: OtherBrowser, keys: str) -> None:
    """Press keys one after the other."""
    pressed = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
    browser.act([{"type": "key", "id": "keyboard", "actions": pressed}])


def click(browser: OtherBrowser, selector: str) -> None:
    """Click in the middle of an element that is in view."""
    place = f"(it => [it.left + it.width / 2, it.top + it.height / 2])({_box_of(selector)})"
    x, y = browser.ask(place)
    moved = {"type": "pointerMove", "x": round(x), "y": round(y)}
    clicked = [moved, *({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))]
    browser.act([{"type": "pointer", "id": "mouse", "actions": clicked}])


def _box_of(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"


def wait_for(browser: OtherBrowser, expression: str) -> None:
    """Wait until an expression is true, also in a page that is only coming."""
    for _ in range(_SOON * 10):
        with suppress(AssertionError):
            if browser.ask(expression):
                return
        time.sleep(0.1)
    raise AssertionError(f"never true: {expression}")


@contextmanager
def firefox(program: str) -> Iterator[OtherBrowser]:
    """Start Firefox; its console may tell no error."""
    with TemporaryDirectory(prefix="firefox-") as profile:
        command = [program, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            try:
                told = (re.search(r"BiDi listening on (ws://\S+)", line) for line in process.stderr or ())
                address = next(found[1] for found in told if found)
                with connect(f"{address}/session", max_size=None) as socket:
                    browser = _Firefox(socket)
                    yield browser
                    assert browser.wrong == []
            finally:
                process.terminate()


class _Firefox:
    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers = socket, itertools.count()
        self.wrong: list[str] = []
        """Errors of scripts and of the policy."""
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._page = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _send(self, method: str, **parameters: object) -> Any:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv(timeout=_SOON))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self.wrong.append(told["params"]["text"])
            if told.get("id") == number:
                assert told["type"] == "success", told
                return told["result"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._send("browsingContext.setViewport", context=self._page, viewport=size)

    def ask(self, expression: str) -> Any:
        there, text = {"context": self._page}, f"JSON.stringify([{expression}])"
        told = self._send("script.evaluate", expression=text, target=there, awaitPromise=True)
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])[0]

    def act(self, sources: list[dict[str, object]]) -> None:
        self._send("input.performActions", context=self._page, actions=sources)


@contextmanager
def webkit(program: str, mini_browser: str) -> Iterator[OtherBrowser]:
    """Start WebKitGTK's small browser on a screen that nobody sees."""
    port, options = free_port(), {"binary": mini_browser, "args": ["--automation"]}
    with TemporaryDirectory(prefix="webkit-") as folder, _screen() as screen:
        command = ["env", f"DISPLAY={screen}", f"HOME={folder}", program, f"--port={port}"]
        with running(command, port, Path(folder) / "driver.log") as address:
            browser = _WebKit(f"{address}/session")
            wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
            browser.address += "/" + browser.send("", capabilities=wanted)["sessionId"]
            yield browser
            browser.send("", "DELETE")


@contextmanager
def _screen() -> Iterator[str]:
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield f":{process.stdout.readline().strip()}"  # type: ignore[union-attr]
        finally:
            process.terminate()


class _WebKit:
    def __init__(self, address: str) -> None:
        self.address = address

    def send(self, command: str, method: str = "POST", **parameters: object) -> Any:
        asked = urllib.request.Request(self.address + command, json.dumps(parameters).encode(), method=method)
        try:
            with urllib.request.urlopen(asked, timeout=_SOON) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            with error:
                raise AssertionError(error.read().decode()) from None

    def open(self, address: str) -> None:
        self.send("/url", url=address)

    def resize(self, width: int, height: int) -> None:
        self.send("/window/rect", width=width, height=height)

    def ask(self, expression: str) -> Any:
        return self.send("/execute/sync", script=f"return {expression}", args=[])

    def act(self, sources: list[dict[str, object]]) -> None:
        self.send("/actions", actions=sources)
