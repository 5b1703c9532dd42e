"""The ways to a real daemon: its Unix socket, which the command line prefers, and TLS."""

import json
import os
import pwd
import shutil
import socket
import ssl
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mining.cli.main import cli
from mining.client.connections import UnixConnection
from tests.api.test_websocket import HANDSHAKE, more_of
from tests.daemons import Daemon, wait_for

CERTIFICATES = Path(__file__).parents[1] / "pools" / "certificates"
pytestmark = pytest.mark.slow


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Daemon]:
    """A daemon that speaks TLS."""
    for each in CERTIFICATES.iterdir():
        shutil.copy(each, tmp_path)
        (tmp_path / each.name).chmod(0o600)
    data = tmp_path / "data"
    data.mkdir()
    where = {"tls_cert": str(tmp_path / "localhost.crt"), "tls_key": str(tmp_path / "localhost.key")}
    daemon = Daemon(data, settings=where)
    daemon.certificates = tmp_path / "localhost.crt"
    try:
        daemon.start()
        yield daemon
    finally:
        daemon.clean_up()


def asked(*arguments: str | Path) -> Result:
    """One call of the command line."""
    return CliRunner().invoke(cli, [str(each) for each in arguments], env={"MINING_URL": "", "MINING_CACERT": ""})


def test_the_command_line_comes_by_the_socket_and_needs_no_certificate(running: Daemon) -> None:
    told = json.loads((running.data / "daemon.json").read_text())
    assert told["url"].startswith("https://127.0.0.1:")
    assert stat.S_IMODE(Path(told["socket"]).stat().st_mode) == 0o660
    started = asked("--data-dir", running.data, "start", "simulated", "--pool", "a:1", "--wallet", "anybody")
    assert started.exit_code == 0, started.output
    assert running.events()[-1]["text"].endswith(f"by user {pwd.getpwuid(os.getuid()).pw_name}.")
    running.kill()
    gone = asked("--data-dir", running.data, "list")
    assert (gone.exit_code, "no daemon answers at https://" in gone.output) == (4, True), gone.output
    running.start()  # in place of the socket that is left
    assert asked("--data-dir", running.data, "list").exit_code == 0
    running.end()
    assert not Path(told["socket"]).exists()


def test_a_websocket_comes_by_tls_too(running: Daemon) -> None:
    trusting = ssl.create_default_context(cafile=running.certificates)
    with (
        socket.create_connection(("127.0.0.1", running.port), timeout=60) as plain,
        trusting.wrap_socket(plain, server_hostname="localhost") as peer,
    ):
        peer.sendall(HANDSHAKE)
        got = b""
        while b'"type":"snapshot"' not in got:
            got += more_of(peer)
    assert got.startswith(b"HTTP/1.1 101")


def test_a_certificate_that_is_put_in_place_of_another_is_used_and_its_end_is_told(
    running: Daemon, tmp_path: Path
) -> None:
    def put(certificate: Path, key: Path) -> None:
        for source, name in ((certificate, "localhost.crt"), (key, "localhost.key")):
            shutil.copy(source, tmp_path / "next")
            (tmp_path / "next").chmod(0o600)
            (tmp_path / "next").replace(tmp_path / name)

    def socket_says(path: str) -> Any:
        connection = UnixConnection(running.data / "daemon.sock", os.getuid(), "localhost", 60)
        connection.request("GET", path)
        return json.loads(connection.getresponse().read())["data"]

    def problems() -> list[str]:
        return [each["code"] for each in socket_says("/healthz")["problems"]]

    running.certificates = CERTIFICATES / "localhost.crt"
    assert problems() == []
    old = Path(__file__).parents[1] / "api" / "certificates"
    put(old / "expired.crt", old / "same_kind.key")
    wait_for(lambda: problems() == ["CERTIFICATE_EXPIRED"], 30, "the expired certificate to be a problem")
    running.certificates = old / "expired.crt"
    with pytest.raises(ssl.SSLCertVerificationError, match="has expired"):
        running.call("GET", "/info")
    advice = asked("--data-dir", running.data, "doctor").output
    assert "The certificate has expired" in advice
    put(CERTIFICATES / "localhost.crt", CERTIFICATES / "localhost.key")
    running.certificates = CERTIFICATES / "localhost.crt"
    wait_for(lambda: problems() == [], 30, "the new certificate to be used")
    assert running.call("GET", "/info")[0] == 200
    told = [each["message"] for each in running.events() if each["event"] == "certificate"]
    assert told == ["certificate.renewed", "certificate.expired", "certificate.renewed"]


def test_from_elsewhere_the_certificate_must_be_trusted(running: Daemon) -> None:
    where = f"https://localhost:{running.port}/api/v1/mining"
    refused = asked("--url", where, "list")
    assert (refused.exit_code, "--cacert" in refused.output) == (4, True), refused.output
    trusted = asked("--cacert", running.certificates or "", "--url", where, "list")
    assert trusted.exit_code == 0, trusted.output
    plain = asked("--url", where.replace("https", "http"), "list")
    assert "begin the address with https://" in plain.output
    damaged = asked("--cacert", running.data / "daemon.json", "--url", where, "list")
    assert (damaged.exit_code, "must be certificates in PEM" in damaged.output) == (2, True), damaged.output
