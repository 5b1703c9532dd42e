"""What is different in a new configuration, in sentences that anybody may read."""

from typing import Any

from mining.domain.config import Config
from mining.domain.payees import apart
from mining.domain.payout.login import mask, parts_of
from mining.domain.pool_passwords import changed_passwords


def changes(old: Config, new: Config) -> list[str]:
    """Sentences `Field: old → new.`, wallets masked and passwords not shown."""
    before, after = old.public_json(), new.public_json()
    lines = []
    for key in sorted(before.keys() | after.keys()):
        if before.get(key) != after.get(key):
            if _only_workers(key, before.get(key), after.get(key)):
                lines.append(f"worker: another one in {key}.")
                continue
            shown = (_show(key, before.get(key)), _show(key, after.get(key)))
            if key == "wallet":
                shown = (apart(old.wallet, new.wallet), apart(new.wallet, old.wallet))
            lines.append(f"{key}: {shown[0]} → {shown[1]}.")
    changed = changed_passwords(old, new)
    if "password" in changed:
        lines.append("password: changed.")
    elif old.password and not new.password:
        lines.append("password: none any more, for its pool or login is another one.")
    if "second.password" in changed:
        lines.append("second: another password.")
    if inner := [field.removesuffix(".password") for field in changed if field.startswith("pools[")]:
        lines.append(f"pools: other passwords in {', '.join(inner)}.")
    return lines


def _only_workers(key: str, before: Any, after: Any) -> bool:
    """Whether the same is paid, and only the name of who mines is another."""
    if key == "wallet":
        return parts_of(before).payee == parts_of(after).payee
    if key == "pools":
        return _payees(before) == _payees(after)
    if key == "second" and before and after:
        return _payees([before]) == _payees([after])
    return False


def _payees(pools: Any) -> list[dict[str, Any]]:
    """The entries without their workers."""
    return [
        {key: value and parts_of(value).payee if key == "wallet" else value for key, value in pool.items()}
        | {"worker": None}
        for pool in pools or ()
    ]


def _show(key: str, value: Any) -> str:
    if value is None:
        return "—"
    if key == "pools":
        return f"[{', '.join(map(_show_pool, value))}]"
    if key == "second":
        return " ".join(filter(None, (value.get("algo"), _show_pool(value))))
    return str(value)


def _show_pool(pool: dict[str, Any]) -> str:
    return f"{pool['pool']} ({mask(pool['wallet'])})" if pool.get("wallet") else str(pool["pool"])
