"""What systemd is told, by a socket that stands for it: each word once, and the weighty ones also while it is busy."""

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no systemd on Windows", allow_module_level=True)

from mining.foundation.service_notice import ALIVE, READY, STOPPING, notify_service


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """What it listens on."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(30)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listener


def heard(systemd: socket.socket) -> str:
    return systemd.recv(99).decode()


@pytest.mark.parametrize("word", [READY, STOPPING])
def test_a_word_that_counts_waits_for_a_systemd_whose_queue_is_full_and_a_sign_of_life_does_not(
    systemd: socket.socket, word: str
) -> None:
    for _ in range(2000):  # more than any queue holds
        notify_service(ALIVE)
    speaking = threading.Thread(target=notify_service, args=(word,))
    speaking.start()
    words = [heard(systemd)]
    while words[-1] != word:
        words.append(heard(systemd))
    speaking.join()
    assert set(words[:-1]) == {ALIVE}
    assert len(words) < 2000, "nothing was full"


def test_nobody_who_listens_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    notify_service(READY)
    monkeypatch.delenv("NOTIFY_SOCKET")
    notify_service(READY)
