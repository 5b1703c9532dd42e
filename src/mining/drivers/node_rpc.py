"""The RPC of a Monero node: a few questions over HTTP, behind a digest login where the node asks for one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from secrets import token_hex
from typing import Any
from urllib.request import parse_http_list, parse_keqv_list

from mining.domain.api_response import mapping, parse
from mining.domain.units import count, text

_MOST = 1 << 20  # bytes of an answer
_QUICK = 10.0  # s for an answer
_SLOW = 60.0  # s for a start or stop, in which a node can build or drop its dataset first


class NodeSilent(Exception):
    """Nobody answers there; the text says what happened instead."""


class NodeRefusal(Exception):
    """The node answers and will not do it, by its own words or ours."""


@dataclass(frozen=True)
class NodeState:
    """What a node says of itself at one moment."""

    version: str | None
    life: int  # when the node was started, by its own clock; 0 where it does not tell
    synchronized: bool
    height: int
    target_height: int  # 0: not known
    active: bool  # whether it mines
    address: str  # for whom, "" while it does not
    speed: int  # H/s
    threads: int
    difficulty: int | None
    algorithm: str | None  # in its own words


class NodeRpc:
    """Blocking, a connection for each question: in a thread."""

    def __init__(self, host: str, port: int, login: str) -> None:
        self._host = host
        self._port = port
        self._login = login  # user:password; "" for a node without a login

    def state(self) -> NodeState:
        """How the node is and whether it mines; NodeSilent or NodeRefusal."""
        info, mining = self._call("/get_info", {}, _QUICK), self._call("/mining_status", {}, _QUICK)
        difficulty = mining.get("difficulty") if not mining.get("difficulty_top64") else None
        return NodeState(
            version=text(info.get("version"), 40),
            life=count(info.get("start_time")) or 0,
            synchronized=info.get("synchronized") is True,
            height=count(info.get("height")) or 0,
            target_height=count(info.get("target_height")) or 0,
            active=mining.get("active") is True,
            address=text(mining.get("address"), 256) or "",
            speed=count(mining.get("speed")) or 0,
            threads=count(mining.get("threads_count")) or 0,
            difficulty=count(difficulty) or None,
            algorithm=text(mining.get("pow_algorithm"), 40),
        )

    def start_mining(self, address: str, threads: int) -> None:
        """Make the node mine for an address; 0 threads leave their number to the node."""
        parameters = {
            "miner_address": address,
            "threads_count": threads,
            "do_background_mining": False,
            "ignore_battery": True,
        }
        self._call("/start_mining", parameters, _SLOW)

    def stop_mining(self) -> None:
        """Make the node stop mining."""
        self._call("/stop_mining", {}, _SLOW)

    def _call(self, path: str, body: Mapping[str, Any], timeout: float) -> Mapping[str, Any]:
        """The node's answer with the status OK."""
        connection = HTTPConnection(self._host, self._port, timeout=timeout)
        try:
            status, answer = self._ask(connection, path, json.dumps(body).encode())
        except (OSError, HTTPException) as error:
            raise NodeSilent(_why(error)) from error
        finally:
            connection.close()
        if status == 401:
            lacking = "it asks for a login" if not self._login else "it does not take this login"
            raise NodeRefusal(f"{lacking}: give password as user:password, as --rpc-login of the node says")
        if status in (403, 404):
            raise NodeRefusal(f"its RPC has no {path}: it is restricted, or not monerod's; name a port without that")
        reply = mapping(parse(answer)) if status == 200 else {}
        word = text(reply.get("status"), 120)
        if word is None:
            raise NodeSilent(f"what answers there is no Monero node (status {status})")
        if word == "BUSY":
            raise NodeRefusal("it is busy, so it may not be in step with its network yet")
        if word != "OK":
            raise NodeRefusal(word)
        return reply

    def _ask(self, connection: HTTPConnection, path: str, body: bytes) -> tuple[int, bytes]:
        status, answer, reply = _exchange(connection, path, body, {})
        if status == 401 and self._login:  # a challenge holds for its connection alone
            challenge = _challenge(reply)
            if challenge:
                proof = _digest(challenge, self._login, path)
                status, answer, _ = _exchange(connection, path, body, {"Authorization": proof})
        return status, answer


def _exchange(
    connection: HTTPConnection, path: str, body: bytes, headers: Mapping[str, str]
) -> tuple[int, bytes, HTTPResponse]:
    connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
    reply = connection.getresponse()
    answer = reply.read(_MOST)
    return reply.status, answer, reply


def _challenge(reply: HTTPResponse) -> Mapping[str, str]:
    """The challenge that plain MD5 answers, of those that a node offers; empty when there is none."""
    for offer in reply.headers.get_all("WWW-Authenticate", []):
        scheme, _, rest = offer.partition(" ")
        fields = parse_keqv_list([part for part in parse_http_list(rest) if "=" in part])
        if scheme.lower() == "digest" and fields.get("algorithm", "MD5") == "MD5" and "nonce" in fields:
            return fields
    return {}


def _digest(challenge: Mapping[str, str], login: str, path: str) -> str:
    """The answer to a challenge, by RFC 2617 with qop=auth, the only way that a node offers."""
    user, _, password = login.partition(":")
    realm, nonce, cnonce, number = challenge.get("realm", ""), challenge["nonce"], token_hex(16), "00000001"
    proof = _md5(f"{_md5(f'{user}:{realm}:{password}')}:{nonce}:{number}:{cnonce}:auth:{_md5(f'POST:{path}')}")
    fields = {"username": user, "realm": realm, "nonce": nonce, "uri": path, "cnonce": cnonce, "response": proof}
    parameters = ", ".join(f'{name}="{value}"' for name, value in fields.items())
    return f"Digest {parameters}, qop=auth, nc={number}, algorithm=MD5"


def _md5(words: str) -> str:
    return hashlib.md5(words.encode(), usedforsecurity=False).hexdigest()


def _why(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "connection refused"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
