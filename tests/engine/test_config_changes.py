"""What the timeline says of a new configuration."""

from mining.domain.config import Config
from mining.domain.pool import Pool
from mining.engine.config_changes import changes

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def test_a_change_of_configuration_is_told_without_wallets_and_passwords() -> None:
    old = Config(
        pool="a:1",
        wallet=WALLET,
        password="secret1",
        threads=2,
        pools=(Pool(pool="b:2", wallet=WALLET, password="deep1"),),
    )
    new = Config(
        pool="a:1", wallet="4" + WALLET[1:-4] + "ZZZZ", password="secret2", pools=(Pool(pool="b:2", password="deep2"),)
    )
    told = " ".join(changes(old, new))
    assert "threads: 2 → —." in told
    assert f"wallet: {WALLET[:4]}…{WALLET[-4:]} → 44AF…ZZZZ." in told
    assert "password: changed." in told
    assert WALLET[4:-4] not in told
    assert not any(secret in told for secret in ("secret", "deep"))
    assert changes(old, old) == []
    only = old.but(pools=(Pool(pool="b:2", wallet=WALLET, password="other"),))
    assert changes(old, only) == ["pools: passwords changed."]


def test_passwords_of_pools_are_not_called_changed_where_there_never_was_one() -> None:
    old = Config(pool="a:1", wallet=WALLET)
    told = changes(old, old.but(pools=(Pool(pool="b:2"),)))
    assert told == ["pools: — → [b:2]."]
