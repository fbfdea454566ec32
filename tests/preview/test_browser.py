"""The preview opens in a browser that shows windows, and in no other."""

from __future__ import annotations

import webbrowser

import pytest

from handbook.preview.browser import open_page


class Window(webbrowser.BaseBrowser):
    opened: str = ""

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.opened = url
        return True


def test_a_browser_with_windows_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Window()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    assert open_page("http://127.0.0.1:8000/")
    assert browser.opened == "http://127.0.0.1:8000/"


def test_a_browser_of_the_terminal_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("false"))
    assert not open_page("http://127.0.0.1:8000/")


def test_a_machine_without_a_browser_is_told_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert not open_page("http://127.0.0.1:8000/")
