"""Whether a pool answers a login: one try with a worker's name that nobody uses, then the connection ends."""

import json
from asyncio import StreamReader, StreamWriter
from typing import Any, Literal, NamedTuple

from mining.domain.message import phrase
from mining.domain.payout.coins import almost, coin_of
from mining.domain.payout.credentials import credentials
from mining.domain.payout.login import address_of
from mining.domain.payout.pool_catalogue import PoolEntry, find
from mining.domain.pool import Pool, PoolAddress

WORKER = "pool-test"
AGENT = "mining-platform"
_LINES = 20  # a pool may send work before its answer
_WORDS = 160  # characters of a refusal


class Login(NamedTuple):
    """How a login went."""

    verdict: Literal["answered", "refused", "no_answer"] | None
    text: str | None = None


NOT_TRIED = Login(None)


async def try_login(
    reader: StreamReader, writer: StreamWriter, wallet: str, coin: str | None, at: PoolAddress
) -> Login:
    """Log in; only a well-formed refusal is quoted, nothing else that the other side says."""
    sent = credentials(Pool(pool=at.endpoint, wallet=wallet, worker=WORKER))
    spoken = _cryptonote if _speaks_login(wallet, coin, find(at.host, at.port)) else _stratum
    requests = spoken(sent.login, sent.password)
    try:
        for request in requests:
            writer.write(json.dumps(request).encode() + b"\n")
        await writer.drain()
        for _ in range(_LINES):
            line = await reader.readline()
            if not line:
                break
            verdict = _verdict(line, last=requests[-1]["id"], ours={each["id"] for each in requests})
            if verdict is not None:
                return verdict
    except (OSError, ValueError):  # it hung up, or sent a line without an end
        return Login("no_answer")
    return Login("no_answer")


def _speaks_login(wallet: str, coin: str | None, pool: PoolEntry | None) -> bool:
    """Whether the pool is one of the RandomX family, which logs in in a way of its own; so most likely if unknown."""
    payout_coin = coin_of(coin) or coin_of(pool.coin if pool is not None and not pool.exchanges else None)
    if payout_coin is None:
        payout_coin = next(iter(almost(address_of(wallet))), None)
    return payout_coin is None or any(name.startswith("rx/") for name in payout_coin.algorithms)


def _cryptonote(login: str, password: str) -> list[dict[str, Any]]:
    params = {"login": login, "pass": password, "agent": AGENT, "rigid": WORKER}
    return [{"id": 1, "jsonrpc": "2.0", "method": "login", "params": params}]


def _stratum(login: str, password: str) -> list[dict[str, Any]]:
    return [
        {"id": 1, "method": "mining.subscribe", "params": [AGENT]},
        {"id": 2, "method": "mining.authorize", "params": [login, password]},
    ]


def _verdict(line: bytes, last: int, ours: set[int]) -> Login | None:
    """What a line says about the login; None for lines about something else. ValueError for what is no JSON."""
    try:
        answer = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(answer, dict):
        raise ValueError("not an answer")
    if answer.get("id") not in ours or isinstance(answer.get("id"), bool):
        return None
    if answer.get("error"):
        return Login("refused", _words(answer["error"]))
    if answer["id"] != last:
        return None
    return Login("answered") if answer.get("result") else Login("refused", phrase("pool_test.no_reason"))


def _words(error: object) -> str:
    """The sentence in an error of JSON-RPC, or of stratum's list of code, sentence, trace."""
    text: object = None
    if isinstance(error, dict):
        text = error.get("message")
    elif isinstance(error, list) and len(error) > 1:
        text = error[1]
    if not isinstance(text, str) or not text.strip():
        return phrase("pool_test.no_reason")
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()[:_WORDS]
