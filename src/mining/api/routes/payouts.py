"""Coins and algorithms by name, and whether a wallet can be paid in a coin."""

from pydantic import ValidationError

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.models import Page
from mining.api.operation import Body, Routes
from mining.api.parameter import LIMIT, PAGE
from mining.domain.algorithm import ALIASES, ASIC
from mining.domain.errors import InvalidRequest
from mining.domain.message import phrase
from mining.domain.payout.coins import COINS, Coin, account, coin_of
from mining.domain.payout.listed import ListedAlgorithm, ListedCoin, WalletQuestion, WalletVerdict
from mining.domain.payout.login import address_of
from mining.domain.payout.placeholder import is_placeholder
from mining.domain.payout.wallet import Payee, payout, wallet_errors, wallet_warnings
from mining.domain.pool import parse_pool
from mining.domain.validation import errors_in
from mining.domain.wording import warned, wording_of

routes = Routes("payouts")


@routes.post(
    "/wallets/check",
    id="checkWallet",
    needs="viewer",
    summary="What a wallet is, and whether it can be paid there",
    description="Asks nobody: the answer is 200 whatever it says.",
    returns=WalletVerdict,
    body=Body(WalletQuestion, {"wallet": "YOUR_WALLET_ADDRESS", "coin": "XMR"}),
)
async def check_wallet(call: Call) -> Answer:
    try:
        question = WalletQuestion.model_validate_json(await call.body())
    except ValidationError as error:
        raise InvalidRequest(errors_in(error)) from error
    return answer(verdict(question))


@routes.get("/coins", id="listCoins", summary="Every coin that is known", returns=Page[ListedCoin], query=(PAGE, LIMIT))
async def coins(call: Call) -> Answer:
    return call.show_list([_listed(name, its) for name, its in sorted(COINS.items())])


def _listed(ticker: str, coin: Coin) -> ListedCoin:
    return ListedCoin(
        ticker=ticker,
        name=coin.name,
        algorithms=coin.algorithms,
        checked=coin.check is not None,
        gone=coin.gone,
        wording=wording_of(coin.gone),
        asic=bool(coin.algorithms) and set(coin.algorithms) <= ASIC,
    )


@routes.get(
    "/algorithms",
    id="listAlgorithms",
    summary="Every algorithm that can be mined here",
    returns=Page[ListedAlgorithm],
    query=(PAGE, LIMIT),
)
async def algorithms(call: Call) -> Answer:
    types: dict[str, list[str]] = {}
    for kind in call.rig.available():
        for name in kind.algorithms:
            types.setdefault(name, []).append(kind.type)
    every = [
        ListedAlgorithm(
            name=name,
            aliases=tuple(sorted(alias for alias, its in ALIASES.items() if its == name)),
            types=tuple(types[name]),
            coins=tuple(sorted(coin.ticker for coin in COINS.values() if name in coin.algorithms)),
        )
        for name in sorted(types)
    ]
    return call.show_list(every)


def verdict(question: WalletQuestion) -> WalletVerdict:
    """What is known of a login without asking anybody."""
    at = parse_pool(question.pool) if question.pool else None
    where = (at.daemon, at.host, at.port) if at else (False, "", 0)
    payee = Payee("wallet", question.wallet, question.coin, *where)
    errors = wallet_errors([payee])
    issue = errors[0].issue if errors else None
    if issue is None and is_placeholder(payee.login, payee.host):
        issue = phrase("fault.placeholder", login=payee.login)
    named = coin_of(question.coin)
    for coin in (*payout(payee).coins, *([named] if named else [])):
        try:
            details = account(coin, address_of(payee.login))
        except ValueError:
            continue
        return WalletVerdict(
            valid=issue is None,
            checked=coin.check is not None,
            coin=details.coin,
            kind=details.kind,
            issue=issue,
            wording=wording_of(issue),
            **warned(wallet_warnings([payee])),
        )
    return WalletVerdict(
        valid=issue is None,
        checked=False,
        coin=None,
        kind=None,
        issue=issue,
        wording=wording_of(issue),
        **warned(wallet_warnings([payee])),
    )
