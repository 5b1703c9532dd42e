"""What is different in a new configuration, in sentences that anybody may read."""

from typing import Any

from mining.domain.config import Config
from mining.domain.payout.wallet import mask


def changes(old: Config, new: Config) -> list[str]:
    """Sentences `Field: old → new.`, wallets masked and passwords not shown."""
    before, after = old.public_json(), new.public_json()
    lines = []
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            shown = (_show(key, before.get(key)), _show(key, after.get(key)))
            lines.append(f"{key}: {shown[0]} → {shown[1]}.")
    if old.password != new.password:
        lines.append("password: changed.")
    if _passwords(old) != _passwords(new):
        lines.append("pools: passwords changed.")
    return lines


def _passwords(config: Config) -> list[tuple[str, str]]:
    return [(pool.pool, pool.password) for pool in config.pools if pool.password is not None]


def _show(key: str, value: Any) -> str:
    if value is None:
        return "—"
    if key == "wallet":
        return mask(value)
    if key == "pools":
        return (
            "["
            + ", ".join(
                f"{pool['pool']} ({mask(pool['wallet'])})" if "wallet" in pool else pool["pool"] for pool in value
            )
            + "]"
        )
    return str(value)
