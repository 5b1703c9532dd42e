"""Whom XMRig pays, as its arguments, its configuration file and its live configuration say. Observed with 6.26.0."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.domain.adapter import ApiResponse, HttpRequest, LaunchContext
from mining.domain.api_response import mapping, parse
from mining.domain.payees import RigPayee, wallet_of
from mining.domain.payout.placeholder import NO_LOGIN
from mining.domain.pool import parse_pool

FILE = "config.json"
_POOL = ("-o", "--url")
_LOGIN = ("-u", "--user", "-O", "--userpass")
_PROXY = ("-x", "--proxy")


class XMRigPayout:
    """Fulfils `mining.domain.payout_lock.PayoutReader`."""

    files: tuple[str, ...] = (FILE,)

    def in_arguments(self, arguments: Sequence[str], context: LaunchContext) -> Sequence[RigPayee] | None:
        """Nobody, since a launch names its file alone; whoever is named by flags is told, in whatever spelling."""
        ours = f"--config={context.directory / FILE}"
        pools = [_endpoint(value) for value in _values(arguments, _POOL)]
        logins = [value.partition(":")[0] for value in _values(arguments, _LOGIN)]
        if pools or logins:
            proxy = _endpoint((_values(arguments, _PROXY) or [""])[0])
            return [RigPayee(wallet_of((logins or [NO_LOGIN])[0]), pool, proxy) for pool in pools or ["?"]]
        return () if ours in arguments else None

    def in_file(self, content: bytes) -> Sequence[RigPayee] | None:
        """Whom its configuration file names."""
        return _named(parse(content))

    def request(self, context: LaunchContext) -> HttpRequest:
        """Its live configuration; it needs the token, and an API that is not restricted."""
        return HttpRequest("/2/config", headers={"Authorization": f"Bearer {context.api_token}"})

    def in_reply(self, reply: ApiResponse) -> Sequence[RigPayee] | None:
        """Whom its live configuration names."""
        return _named(parse(reply.body)) if reply.status == 200 else None


def _values(arguments: Sequence[str], names: Sequence[str]) -> list[str]:
    """What the flags of these names are given: `--url=x`, `--url x`, `-o x` and `-ox`."""
    values: list[str] = []
    for place, word in enumerate(arguments):
        for name in names:
            rest = word.removeprefix(name)
            if rest == word and word != name:
                continue
            if word == name:
                values += arguments[place + 1 : place + 2]
            elif not name.startswith("--"):
                values.append(rest)
            elif rest.startswith("="):
                values.append(rest[1:])
    return values


def _named(config: Any) -> Sequence[RigPayee] | None:
    pools = mapping(config).get("pools")
    if not isinstance(pools, list):
        return None
    return [_payee(entry) for entry in map(mapping, pools) if entry.get("enabled", True) is not False]


def _payee(entry: Mapping[str, Any]) -> RigPayee:
    login = entry.get("user")
    return RigPayee(
        wallet_of(login) if isinstance(login, str) and login else NO_LOGIN,
        _endpoint(entry.get("url")),
        _endpoint(entry.get("socks5")),
    )


def _endpoint(raw: object) -> str:
    """host:port, however it is written; a number alone is a port of this machine, as XMRig takes it for a proxy."""
    text = f"127.0.0.1:{raw}" if isinstance(raw, int) and not isinstance(raw, bool) else raw
    if not isinstance(text, str) or not text:
        return ""
    plain = text.rpartition("//")[2].rstrip("/")
    try:
        return parse_pool(plain).endpoint
    except ValueError:
        return plain.lower()
