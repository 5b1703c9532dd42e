"""A login taken apart: who is paid, the worker that it may name, the decorations around both; and how it is masked.

It is read as `[solo:|COIN:]address[.paymentId][+diff|=diff][.worker|/worker][/email][#ref]`.
"""

import re
from typing import NamedTuple

_TYPED = r"(?i:cfx(?:test)?:type\.[a-z]+:)"  # Conflux's long form has a dot inside
_LOGIN = re.compile(
    rf"(?P<prefix>(?:solo:)?(?:(?!{_TYPED})(?P<coin>[A-Z0-9]{{2,8}}):)?)(?P<address>(?:{_TYPED})?[^.+=/#@]*)"
    r"(?P<fixed>(?:@[^/#]*)?(?:\.[0-9A-Fa-f]{64}(?![^.+=/#]))?(?:[+=][0-9]+)?)"
    r"(?:[./](?P<worker>[^/#@]++(?!@)))?(?P<rest>.*)",
    re.DOTALL,
)


class LoginParts(NamedTuple):
    """The parts of a login, which in their order make it up again."""

    prefix: str
    coin: str | None  # named in the prefix
    address: str  # or the account at a pool that has those
    fixed: str  # the rest of an e-mail address, a payment id, a difficulty
    worker: str | None
    rest: str  # an e-mail address or a referral, with its sign

    @property
    def payee(self) -> tuple[str, str, str, str]:
        """All but the worker: what decides who is paid, and how."""
        return self.prefix, self.address, self.fixed, self.rest

    def with_worker(self, sign: str, worker: str) -> str | None:
        """The login with a worker behind that sign; None where a pool might read it as something else."""
        mail = "@" in self.fixed  # whose own dots are not told from one before a worker
        if not self.address or self.worker is not None or (mail and sign == ".") or self.rest[:1] not in ("", "/", "#"):
            return None
        return f"{self.prefix}{self.address}{self.fixed}{sign}{worker}{self.rest}"


def parts_of(login: str) -> LoginParts:
    """A login taken apart; one without an address has an empty one."""
    match = _LOGIN.fullmatch(login)
    assert match is not None  # noqa: S101 - every part may be empty, and the last is anything
    return LoginParts(**match.groupdict())


def address_of(login: str) -> str:
    """The address inside a login; the login where there is none."""
    return parts_of(login).address or login


def mask(wallet: str) -> str:
    """`44AF…1234`: enough to recognise one's own, too little to use."""
    return f"{wallet[:4]}…{wallet[-4:]}" if len(wallet) > 12 else "…"
