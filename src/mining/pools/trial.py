"""Tests a pool: connects to the very address that was checked, and tells how that went, not what was sent."""

import asyncio
import hashlib
import ssl
import time
from asyncio import StreamReader, StreamWriter
from contextlib import suppress
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from mining.domain.message import Sentence, phrase
from mining.domain.pool import PoolAddress
from mining.domain.pools import PoolTest, PoolTrial, Reached
from mining.domain.units import figure
from mining.domain.wording import wording_of
from mining.pools.login import NOT_TRIED, Login, try_login
from mining.pools.network import Internet, Network, NoWay, checked_addresses

TIMEOUT = 5.0  # seconds for everything
CONNECTS = 3


@dataclass
class Findings:
    """What is known so far; it is told even when time runs out."""

    tls: bool
    address: str | None = None
    connects: list[float] = field(default_factory=list)  # ms
    tls_ms: float | None = None
    tls_fingerprint: str | None = None
    login: Login = NOT_TRIED


class _Failed(Exception):
    def __init__(self, result: Reached, text: str) -> None:
        super().__init__(text)
        self.text = text
        self.result: Reached = result


async def try_pool(
    trial: PoolTrial, near: bool = True, *, network: Network | None = None, limit: float = TIMEOUT
) -> PoolTest:
    """What connecting to a pool is like; `near` ones are on this machine or beside it."""
    at = trial.address
    findings = Findings(tls=bool(at.tls))
    result: Reached = "reachable"
    text: str | None = None
    try:
        async with asyncio.timeout(limit):
            await _look(trial, at, network or Internet(), near, findings)
    except TimeoutError:
        waits_for_login = len(findings.connects) == CONNECTS and (findings.tls_ms is not None or not at.tls)
        if waits_for_login:
            findings.login = Login("no_answer")
        else:
            result, text = "timeout", phrase("pool_test.timeout", endpoint=at.endpoint, seconds=figure(limit))
    except _Failed as failed:
        result, text = failed.result, phrase("pool_test.failed", endpoint=at.endpoint, why=failed.text)
    return _result(at, result, text or _of_login(at.endpoint, findings.login), findings)


async def _look(trial: PoolTrial, at: PoolAddress, network: Network, near: bool, findings: Findings) -> None:
    try:
        findings.address = (await checked_addresses(at, network, near))[0]
    except NoWay as refused:
        raise _Failed(refused.result, refused.text) from refused
    connection: tuple[StreamReader, StreamWriter] | None = None
    try:
        for _ in range(CONNECTS):
            if connection is not None:
                await _close(connection[1])
            begun = time.perf_counter()
            connection = await _connected(network, findings.address, at.port)
            findings.connects.append(_ms_since(begun))
        assert connection is not None  # noqa: S101 - for the type checker
        reader, writer = connection
        if at.tls:
            await _secure(trial, at.host, writer, findings)
        if trial.wallet is not None and not at.daemon:
            findings.login = await try_login(reader, writer, trial.wallet, trial.coin, at)
    finally:
        if connection is not None:
            await _close(connection[1])


async def _connected(network: Network, address: str, port: int) -> tuple[StreamReader, StreamWriter]:
    try:
        return await network.connect(address, port)
    except TimeoutError as error:  # the kernel's own timeout
        raise _Failed("timeout", phrase("pool_test.silent")) from error
    except OSError as error:
        refuses = isinstance(error, ConnectionRefusedError)
        why = phrase("pool_test.refuses") if refuses else phrase("pool_test.unreachable")
        raise _Failed("refused", why) from error


async def _secure(trial: PoolTrial, host: str, writer: StreamWriter, findings: Findings) -> None:
    """Turn to TLS. Pools sign their own certificates, so what tells them apart is the fingerprint."""
    begun = time.perf_counter()
    try:
        await writer.start_tls(_context(), server_hostname=host)
    except (ssl.SSLError, ConnectionError, ValueError) as error:
        raise _Failed("tls_error", phrase("pool_test.no_tls")) from error
    findings.tls_ms = _ms_since(begun)
    shown: Any = writer.get_extra_info("ssl_object")
    findings.tls_fingerprint = hashlib.sha256(shown.getpeercert(binary_form=True) or b"").hexdigest()
    expected = trial.tls_fingerprint
    if expected is not None and expected.lower() != findings.tls_fingerprint:
        raise _Failed("tls_error", phrase("pool_test.other_fingerprint"))


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def _close(writer: StreamWriter) -> None:
    """End a connection at once; a peer that does not say goodbye is not waited for."""
    with suppress(OSError, RuntimeError):
        writer.transport.abort()
    await asyncio.sleep(0)


def _ms_since(begun: float) -> float:
    return round((time.perf_counter() - begun) * 1000, 2)


def _of_login(endpoint: str, login: Login) -> str:
    """The result where it accepts connections."""
    if login.verdict == "refused" and isinstance(login.text, Sentence):
        return phrase("pool_test.login_refused_unsaid", endpoint=endpoint)
    if login.verdict == "refused":
        return phrase("pool_test.login_refused", endpoint=endpoint, words=login.text or "")
    if login.verdict == "answered":
        return phrase("pool_test.login_answered", endpoint=endpoint)
    if login.verdict == "no_answer":
        return phrase("pool_test.login_unanswered", endpoint=endpoint)
    return phrase("pool_test.reachable", endpoint=endpoint)


def _result(at: PoolAddress, result: Reached, text: str, findings: Findings) -> PoolTest:
    return PoolTest(
        pool=at.endpoint,
        result=result,
        text=text,
        wording=wording_of(text),
        address=findings.address,
        connect_ms=round(median(findings.connects), 2) if findings.connects else None,
        tls=findings.tls,
        tls_ms=findings.tls_ms,
        tls_fingerprint=findings.tls_fingerprint,
        login=findings.login.verdict,
        login_text=findings.login.text,
        login_wording=wording_of(findings.login.text),
    )
