"""What the guide to remote access shows beside commands works: its Python, its JavaScript, its proxies with a login."""

import http.client
import json
import os
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.daemons import Daemon, daemon, wait_for
from tests.needs import need

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guides" / "remote.md").read_text("utf-8")
CERTIFICATE = ROOT / "tests" / "pools" / "certificates" / "localhost.crt"
NAME = "rig.example"
ME = "Basic bWU6c2VjcmV0"  # me:secret
STRANGER = "Basic bWU6d3Jvbmc="  # me:wrong
NGINX_HASH = "me:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ="
CADDY_HASH = "$2a$04$tNhka4lm4idvjFS0NcSxe.Ar8aCKR9eK3.pEpnBfs8Ro4veGkAEtm"


def block(language: str) -> str:
    """The block of that language in the guide."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    (text,) = found
    return text


@contextmanager
def closed(data: Path, **settings: Any) -> Iterator[tuple[Daemon, str]]:
    """A daemon on which everybody needs a key, and an operator's."""
    with daemon(data, settings={"auth": "always", **settings}) as running:
        running.simulate("one")
        status, made = running.call("POST", "/keys", {"name": "proxy", "role": "operator"})
        assert status == 201
        yield running, made["data"]["key"]


def test_the_python_of_the_guide_reads_with_a_key(data_dir: Path) -> None:
    with closed(data_dir) as (running, key):
        code = block("python").replace("rig.example:8080", f"127.0.0.1:{running.port}")
        ran = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"MINING_KEY": key},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ran.stdout.startswith("one running"), ran.stderr


def test_the_javascript_of_the_guide_listens_with_a_key_until_it_is_revoked(data_dir: Path) -> None:
    node = need("node")
    with closed(data_dir) as (running, key):
        code = block("js").replace("rig.example:8080", f"127.0.0.1:{running.port}")
        argv = [str(node), "-e", code]
        with subprocess.Popen(
            argv, env=os.environ | {"MINING_KEY": key}, stdout=subprocess.PIPE, text=True
        ) as listening:
            try:
                assert listening.stdout is not None
                assert listening.stdout.readline() == "snapshot\n"
                assert running.call("DELETE", f"/keys/{key.split('_')[1]}")[0] == 200
                assert "1008 its key was revoked, or has expired\n" in list(listening.stdout)
            finally:
                listening.kill()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port


@contextmanager
def nginx(folder: Path, running: Daemon, key: str) -> Iterator[tuple[int, bool]]:
    """The guide's nginx on a free port, with TLS."""
    program, port = need("nginx"), free_port()
    (folder / "rig.htpasswd").write_text(NGINX_HASH + "\n")
    (folder / "rig-key.conf").write_text(f'proxy_set_header Authorization "Bearer {key}";\n')
    server = block("nginx")
    for shown, ours in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("/etc/ssl/rig.example.crt", str(CERTIFICATE)),
        ("/etc/ssl/rig.example.key", str(CERTIFICATE.with_suffix(".key"))),
        ("/etc/nginx/rig.htpasswd", str(folder / "rig.htpasswd")),
        ("/etc/nginx/rig-key.conf", str(folder / "rig-key.conf")),
        ("127.0.0.1:8080", f"127.0.0.1:{running.port}"),
    ):
        assert server.count(shown) >= 1, shown
        server = server.replace(shown, ours)
    places = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy"))
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;\n"
        f"events {{}}\nhttp {{ access_log off; {places}\n{server}\n}}\n"
    )
    argv = [str(program), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running_proxy([*argv], port):
        yield port, True


@contextmanager
def caddy(folder: Path, running: Daemon, key: str) -> Iterator[tuple[int, bool]]:
    """The guide's Caddy on a free port, without TLS, for it would fetch a certificate."""
    program, port = need("caddy"), free_port()
    site = block("caddyfile")
    for shown, ours in (
        ("rig.example {", f"http://{NAME}:{port} {{\n\tbind 127.0.0.1"),
        ("127.0.0.1:8080", f"127.0.0.1:{running.port}"),
    ):
        assert site.count(shown) == 1, shown
        site = site.replace(shown, ours)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n\tpersist_config off\n}}\n{site}")
    variables = {"RIG_KEY": key, "RIG_PASSWORD_HASH": CADDY_HASH, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with running_proxy([str(program), "run", "--config", str(folder / "Caddyfile")], port, **variables):
        yield port, False


@contextmanager
def running_proxy(argv: list[str], port: int, **variables: str) -> Iterator[None]:
    """A proxy, until the block ends."""
    with subprocess.Popen(argv, env=os.environ | variables, stderr=subprocess.PIPE, text=True) as proxy:

        def listens() -> bool:
            assert proxy.poll() is None, proxy.stderr and proxy.stderr.read()
            with socket.socket() as peer:
                return peer.connect_ex(("127.0.0.1", port)) == 0

        try:
            wait_for(listens, 10, "the proxy to listen")
            yield
        finally:
            proxy.kill()


def ask(where: tuple[int, bool], method: str, path: str, **headers: str) -> tuple[int, str]:
    """Status and body of a request through the proxy."""
    port, secure = where
    connection: http.client.HTTPConnection
    if secure:
        connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=60, context=trusting())
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/api/v1/mining{path}", headers={"Host": f"{NAME}:{port}", **said})
    response = connection.getresponse()
    return response.status, response.read().decode()


def trusting() -> ssl.SSLContext:
    """A browser that trusts this certificate."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    context.check_hostname = False
    return context


@pytest.mark.parametrize("proxy", [nginx, caddy])
def test_a_proxy_asks_for_the_login_and_the_daemon_for_the_proxy_s_key(
    data_dir: Path, tmp_path: Path, proxy: Any
) -> None:
    folder = tmp_path / "proxy"
    folder.mkdir()
    with (
        closed(data_dir, public_url=f"https://{NAME}") as (running, key),
        proxy(folder, running, key) as where,
    ):
        assert [ask(where, "GET", "/miners")[0], ask(where, "GET", "/miners", Authorization=STRANGER)[0]] == [401, 401]
        status, body = ask(where, "GET", "/miners", Authorization=ME)
        assert (status, json.loads(body)["data"]["items"][0]["name"]) == (200, "one")
        assert ask(where, "POST", "/miners/one/pause", Authorization=ME)[0] == 200
        assert running.events("one")[-1]["who"] == "key proxy"
        status, body = ask(where, "GET", "/keys", Authorization=ME)
        assert (status, json.loads(body)["error"]["code"]) == (403, "FORBIDDEN"), (
            "the key decides what the login may do"
        )
        own = ask(where, "POST", "/miners/one/resume", Authorization=ME, Origin=f"https://{NAME}")
        assert own[0] == 200
        foreign = {"Authorization": ME, "Origin": "https://evil.example", "Sec_Fetch_Site": "cross-site"}
        status, body = ask(where, "POST", "/miners/one/pause", **foreign)
        assert (status, json.loads(body)["error"]["code"]) == (403, "ORIGIN_NOT_ALLOWED"), "by the browser's memory"

        port, secure = where
        url = f"ws{'s' if secure else ''}://{NAME}:{port}/api/v1/mining/ws"
        how: dict[str, Any] = {"sock": socket.create_connection(("127.0.0.1", port)), "compression": None}
        how |= {"ssl": trusting()} if secure else {}
        with connect(url, additional_headers={"Authorization": ME}, **how) as client:
            assert json.loads(client.recv(timeout=30))["type"] == "snapshot"
        how["sock"] = socket.create_connection(("127.0.0.1", port))
        with pytest.raises(InvalidStatus) as refused, connect(url, **how):
            pass
        assert refused.value.response.status_code == 401

        running.call("DELETE", f"/keys/{key.split('_')[1]}")
        status, body = ask(where, "GET", "/miners", Authorization=ME)
        assert (status, "If a proxy in front adds or forwards" in body) == (401, True)
