"""The Unix socket: who may connect, what it replaces, and how its users are known."""

import json
import os
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no Unix sockets on Windows", allow_module_level=True)

import pwd

from mining.api.guard import Admission, RequestFacts, gate_of, judge
from mining.api.settings import ApiSettings
from mining.api.unix_socket import SocketRefused, listening_at
from mining.domain.principal import Principal
from tests.api.paper_rig import BODY, PaperRig, a_miner
from tests.api.serving import Served, everything, served
from tests.api.test_websocket import HANDSHAKE, more_of

PAUSE = b"POST /api/v1/mining/miners/xmrig/pause HTTP/1.1\r\nConnection: close\r\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "daemon.sock"


@pytest.fixture
def local(place: Path) -> Iterator[Served]:
    with listening_at(place) as listening, served(PaperRig(a_miner()), also=[listening]) as running:
        yield running


def asked(place: Path, sent: bytes) -> bytes:
    """What comes back through the socket."""
    with socket.socket(socket.AF_UNIX) as peer:
        peer.settimeout(60)
        peer.connect(str(place))
        peer.sendall(sent)
        return everything(peer)


def test_only_owner_and_group_may_connect_and_at_the_end_it_is_gone(place: Path) -> None:
    with listening_at(place):
        assert stat.S_IMODE(place.stat().st_mode) == 0o660
    assert not place.exists()


def test_what_a_killed_daemon_left_is_replaced_and_a_listener_is_not(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(place))
    with listening_at(place):
        with pytest.raises(SocketRefused, match="somebody listens at "), listening_at(place):
            pass
        with socket.socket(socket.AF_UNIX) as peer:
            peer.connect(str(place))


@pytest.mark.parametrize("what", ["file", "folder", "fifo", "link"])
def test_what_is_no_socket_stays(place: Path, what: str) -> None:
    make = {
        "file": lambda: place.write_text("mine"),
        "folder": place.mkdir,
        "fifo": lambda: os.mkfifo(place),
        "link": lambda: place.symlink_to("elsewhere"),
    }
    make[what]()
    with pytest.raises(SocketRefused, match="is no socket"), listening_at(place):
        pass
    assert place.lstat()


def test_a_folder_that_cannot_hold_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(SocketRefused, match="no such file"), listening_at(tmp_path / "absent" / "daemon.sock"):
        pass


def test_the_socket_of_the_next_daemon_is_not_removed_by_the_one_before(place: Path) -> None:
    with ExitStack() as stack:
        stack.enter_context(listening_at(place))
        place.unlink()
        with listening_at(place):
            stack.close()
            assert place.exists()


def test_a_path_longer_than_an_address_works_too(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    with listening_at(deep / "daemon.sock"):
        assert stat.S_ISSOCK((deep / "daemon.sock").stat().st_mode)


def test_a_request_is_its_users_whatever_its_host_says(local: Served, place: Path) -> None:
    for host in (b"", b"Host: localhost\r\n", b"Host: any.example\r\n"):
        local.rig.calls.clear()
        answer = asked(place, PAUSE + host + b"Content-Length: 0\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200"), answer
        assert local.rig.calls == [("pause", "xmrig", f"user {pwd.getpwuid(os.getuid()).pw_name}")]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (b"Host: localhost\r\nOrigin: https://evil.example\r\n", 403),
        (b"Host: evil.example\r\nOrigin: http://evil.example\r\n", 421),
        (b"Host: evil.example\r\nX-Forwarded-For: 192.0.2.1\r\n", 421),
        (b"Host: localhost\r\nSec-Fetch-Site: cross-site\r\n", 403),
        (b"Host: localhost\r\nOrigin: http://localhost\r\n", 200),
    ],
)
def test_what_a_proxy_in_front_of_it_passes_on_from_browsers_is_judged_as_ever(
    local: Served, place: Path, headers: bytes, status: int
) -> None:
    answer = asked(place, PAUSE + headers + b"Content-Length: 0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 %d " % status), answer


def test_a_start_through_it_is_answered(local: Served, place: Path) -> None:
    local.rig.begin_anew()
    body = json.dumps(BODY).encode()
    head = b"POST /api/v1/mining/miners/xmrig HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    answer = asked(place, head + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    assert answer.startswith(b"HTTP/1.1 201"), answer


def test_a_websocket_comes_by_it_too(local: Served, place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as peer:
        peer.settimeout(60)
        peer.connect(str(place))
        peer.sendall(HANDSHAKE)
        got = b""
        while b'"type":"snapshot"' not in got:
            got += more_of(peer)
    assert got.startswith(b"HTTP/1.1 101")


def test_its_user_is_at_home_even_where_others_need_a_token() -> None:
    gate = gate_of(ApiSettings(bound_hosts=("0.0.0.0",)))
    facts = RequestFacts("POST", ((b"host", b"x.example"),), "unix:1000:alice")
    verdict = judge(gate, facts)
    assert isinstance(verdict, Admission)
    assert verdict.principal == Principal("user alice", "local", role="admin")
    forwarded = judge(gate, facts._replace(headers=((b"host", b"localhost"), (b"forwarded", b"for=192.0.2.1"))))
    assert not isinstance(forwarded, Admission)
