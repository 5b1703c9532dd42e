"""Coins and algorithms as they are listed, and the question whether a wallet holds."""

from pydantic import Field

from mining.domain.pool import PoolText, Word
from mining.domain.value import Value
from mining.domain.wording import WARNING_WORDINGS, WORDING, Text, Wording


class WalletQuestion(Value):
    """A login as a pool would get it, and what is known of where."""

    wallet: str = Field(min_length=1, max_length=256, description="Address and decoration, or an account.")
    coin: Word | None = Field(None, description="The coin that is to be paid, by ticker or name.")
    pool: PoolText | None = Field(None, description="The pool that is to pay it.")


class WalletVerdict(Value):
    """What a login is, and whether it holds."""

    valid: bool
    checked: bool = Field(description="Whether an address in it was checked in full; false: nothing says which coin.")
    coin: str | None = Field(description="The coin whose address it is, by ticker.")
    kind: str | None = Field(description="What kind of address: primary, subaddress, segwit …")
    issue: str | None = Field(description="Why it does not hold.")
    warnings: tuple[Text, ...]
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)


class ListedCoin(Value):
    """A coin that can be a payout."""

    ticker: str
    name: str
    algorithms: tuple[str, ...]
    checked: bool = Field(description="Whether its addresses are checked in full.")
    gone: str | None = Field(description="Why it cannot be mined any more.")
    wording: Wording | None = Field(None, description=f"`gone`: {WORDING}")
    asic: bool = Field(description="Whether machines built for its algorithm leave processors and cards no share.")


class ListedAlgorithm(Value):
    """An algorithm that a miner type here can compute."""

    name: str
    aliases: tuple[str, ...] = Field(description="What else it is called, and taken as.")
    types: tuple[str, ...] = Field(description="The miner types that compute it.")
    coins: tuple[str, ...] = Field(description="Coins that are mined with it, by ticker.")
