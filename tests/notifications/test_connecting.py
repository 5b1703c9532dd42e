"""The last look before a connection of the sender: at an address, whatever its name was."""

import socket
import threading
from typing import Any

import pytest

from mining.domain.alerts.notification import OutgoingMessage, Target
from mining.notifications.connecting import Forbidden, Guard, is_own
from mining.notifications.sender import deliver
from tests.targets import an_inbox


def refused(guard: Guard, address: Any) -> str | None:
    """What the guard says of a connection."""
    try:
        guard("socket.connect", (None, address))
    except Forbidden as error:
        said: str | None = str(error)
    else:
        said = None
    assert guard.refusal() == (None if said is None else f"It was not connected to: {said}.")
    return said


def a_guard(*own_ports: int, here: bool = False, proxied: bool = False) -> Guard:
    guard = Guard(frozenset(own_ports), proxied=proxied)
    guard.begin(here)
    return guard


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254", "fd00:ec2::254", "::ffff:169.254.169.254", "::ffff:0:169.254.169.254", "0.0.0.0",
        "fe80::1%eth0", "224.0.0.1",
    ],
)  # fmt: skip
@pytest.mark.parametrize("here", [False, True])
def test_nothing_leads_to_metadata_or_the_local_link(address: str, here: bool) -> None:
    assert refused(a_guard(here=here), (address, 80, 0, 0)) is not None


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
def test_a_name_that_turns_out_to_be_this_machine_is_refused_unless_it_says_so(address: str) -> None:
    assert refused(a_guard(), (address, 9)) == "its name leads to this machine, which it does not say"
    assert refused(a_guard(here=True), (address, 9)) is None
    assert refused(a_guard(proxied=True), (address, 9)) is None


def test_the_daemon_itself_is_never_connected_to_by_any_of_its_addresses() -> None:
    for address in ("127.0.0.1", "::1"):
        assert refused(a_guard(8080, here=True), (address, 8080)) == "its host is this daemon itself"
        assert refused(a_guard(8080, here=True), (address, 8081)) is None


def test_others_and_a_private_network_may_be_connected_to() -> None:
    for address in ("198.51.100.7", "192.168.77.5", "fd12::5"):
        assert refused(a_guard(8080), (address, 8080)) is None


def test_a_local_socket_is_no_service() -> None:
    assert refused(a_guard(here=True), "/run/docker.sock") is not None


def test_what_one_thread_may_another_may_not() -> None:
    guard = a_guard(here=True)
    said: list[str | None] = []

    def other() -> None:
        guard.begin(False)
        said.append(refused(guard, ("127.0.0.1", 9)))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert said[0] is not None
    assert refused(guard, ("127.0.0.1", 9)) is None


def test_an_address_of_this_machine_is_told_from_others() -> None:
    assert is_own("127.0.0.1")
    assert not is_own("198.51.100.7")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("198.51.100.7", 9))  # sends nothing; says which address would be used
        assert is_own(probe.getsockname()[0])


async def test_the_sender_has_the_guard_with_it_and_follows_no_redirect() -> None:
    with an_inbox() as inbox:
        targets = [Target(f"json://2130706433:{inbox.port}/"), Target(inbox.url)]
        inbox.manner = "sends elsewhere"
        guarded, moved = await deliver(targets, OutgoingMessage("title", "body", "bad"), 600.0)
        assert (guarded.ok, moved.ok) == (False, False)
        assert "its name leads to this machine" in str(guarded.issue)
        assert (inbox.asked, inbox.elsewhere) == (1, 0)
