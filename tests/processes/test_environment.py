"""What a miner sees of the daemon's environment: a list, and its run folder as its home, as each system names them."""

import sys
from pathlib import Path

import pytest

from mining.processes.environment import environment

OURS = {
    "PATH": "/bin", "SYSTEMROOT": r"C:\Windows", "TEMP": r"C:\Temp", "SECRET": "s3cret", "HOME": "/root",
    "USERPROFILE": r"C:\Users\ann", "LD_PRELOAD": "/evil.so",
}  # fmt: skip
HOMES = {
    "linux": ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"),
    "win32": ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
              "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
}  # fmt: skip


@pytest.mark.parametrize(("system", "passed"), [("linux", {"PATH"}), ("win32", {"PATH", "SYSTEMROOT", "TEMP"})])
def test_what_a_program_needs_is_passed_on_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, system: str, passed: set[str]
) -> None:
    monkeypatch.setattr("os.environ", OURS)
    monkeypatch.setattr(sys, "platform", system)
    home = Path("run", "one")
    expected = {name: OURS[name] for name in passed} | dict.fromkeys(HOMES[system], str(home)) | {"OWN": "1"}
    assert environment(home, {"OWN": "1"}) == expected
