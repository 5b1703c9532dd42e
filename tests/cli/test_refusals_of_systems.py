"""Where the daemon does not serve, or warns, since its miners would not be what is promised of them."""

import pytest

from mining import daemon
from mining.api.doors import CannotServe
from mining.foundation import platform


def test_an_elevated_daemon_refuses_to_serve_unless_nothing_else_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(daemon.SERVE_ELEVATED, raising=False)
    monkeypatch.setattr(platform, "elevated", lambda: True)
    with pytest.raises(CannotServe, match="terminal is elevated"):
        daemon.refuse_system()
    monkeypatch.setenv(daemon.SERVE_ELEVATED, "1")
    daemon.refuse_system()


def test_a_terminal_that_takes_the_miners_with_it_is_warned_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(platform, "elevated", lambda: False)
    monkeypatch.setattr(platform, "ends_with_its_starter", lambda: True)
    daemon.refuse_system()
    assert "Task Scheduler" in capsys.readouterr().err
    monkeypatch.setattr(platform, "ends_with_its_starter", lambda: False)
    daemon.refuse_system()
    assert capsys.readouterr().err == ""


def test_a_system_that_does_not_tell_of_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "tells_ends", lambda: False)
    with pytest.raises(CannotServe, match=r"Linux 5\.3"):
        daemon.refuse_system()
