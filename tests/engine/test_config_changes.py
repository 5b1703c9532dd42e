"""What the timeline says of a new configuration."""

from datetime import UTC, datetime

from mining.domain.alerts.notification import notification_of
from mining.domain.config import Config
from mining.domain.event import Event
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
    assert changes(old, only) == ["pools: other passwords in pools[0]."]


def test_passwords_are_told_as_changed_only_where_they_are() -> None:
    old = Config(pool="a:1", wallet="w", password="one", pools=(Pool(pool="b:2", password="two"), Pool(pool="c:3")))
    b, c = old.pools
    for pools in ((c, b), (b,), (), (b, c, Pool(pool="d:4"))):
        assert not any("password" in line for line in changes(old, old.but(pools=pools)))
    assert changes(old, old.but(password="new")) == ["password: changed."]
    assert changes(old, old.but(pools=(b, c.but(password="new")))) == ["pools: other passwords in pools[1]."]
    assert changes(old.but(password=None), old) == ["password: changed."]
    moved = changes(old, old.but(pool="z:1", password=None))
    assert moved == ["pool: a:1 → z:1.", "password: none any more, for its pool or login is another one."]


def test_a_login_that_changes_only_by_its_worker_is_no_new_payee() -> None:
    def one(wallet: str, *pools: Pool) -> Config:
        return Config(pool="a:1", wallet=wallet, pools=pools)

    def told(old: Config, new: Config) -> str:
        event = Event(at=datetime.now(UTC), kind="restart", text="Restarted.", details={"changes": changes(old, new)})
        notification = notification_of(event.but(miner="m", who="me"))
        assert notification is not None
        return notification.topic

    assert changes(one(f"{WALLET}.rig1"), one(f"{WALLET}.rig2")) == ["worker: another one in wallet."]
    assert told(one(f"{WALLET}.rig1"), one(WALLET)) == "person"
    assert told(one(WALLET).but(worker="rig1"), one(WALLET).but(worker="rig2")) == "person"
    assert told(one(WALLET, Pool(pool="b:2", worker="a")), one(WALLET, Pool(pool="b:2", worker="b"))) == "person"
    spare = Pool(pool="b:2", wallet=f"{WALLET}.rig1")
    assert told(one(WALLET, spare), one(WALLET, spare.but(wallet=f"{WALLET}.rig2"))) == "person"
    for other in (f"{WALLET}+5000.rig1", f"{WALLET[:-1]}B.rig1", f"{WALLET}.rig1#ref", f"ETC:{WALLET}.rig1"):
        assert told(one(f"{WALLET}.rig1"), one(other)) == "payout"
        assert told(one(WALLET, spare), one(WALLET, spare.but(wallet=other))) == "payout"
    assert told(one(WALLET, spare), one(WALLET)) == "payout"
