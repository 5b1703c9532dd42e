"""A configuration as 0.1.0 wrote it, put as it is meant now: what a fail-over pool inherited then is written out."""

from collections.abc import Mapping
from typing import Any

_INHERITED = ("wallet", "password", "worker", "coin", "algo")


def written_out(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row of a record whose `config` is 0.1.0's; what is not of its shape is left to whoever reads the rest."""
    config = row.get("config") if isinstance(row, Mapping) else None
    if not isinstance(config, dict) or not isinstance(config.get("pools"), list):
        return row
    return {**row, "config": {**config, "pools": [_whole(pool, config) for pool in config["pools"]]}}


def _whole(pool: Any, top: Mapping[str, Any]) -> Any:
    """A pool that keeps the password of the top, and says null nowhere, for that meant nothing then."""
    if not isinstance(pool, dict):
        return pool
    whole = {key: value for key, value in pool.items() if key not in _INHERITED or value}
    if top.get("password"):
        whole.setdefault("password", top["password"])
    return whole
