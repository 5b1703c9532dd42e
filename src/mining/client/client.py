"""The API for Python programs: a method for each common request, answers as values."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mining.client.address import DaemonAddress
from mining.client.answers import (
    EventView,
    HealthView,
    MinerView,
    PoolView,
    ProfileView,
    ProgramView,
    StartedView,
    StatsView,
)
from mining.client.json_client import TIMEOUT, JsonClient, miner_path
from mining.client.values import read, read_all


class Client(JsonClient):
    """A daemon. Without arguments that of this machine, as `miner-ctrl` finds it; ApiError for what was not done.

    What has no method here is had as JSON, by `get`, `post`, `put` and `delete`.
    """

    def __init__(
        self,
        url: str | None = None,
        key: str | None = None,
        *,
        data_dir: Path | None = None,
        key_file: Path | None = None,
        cacert: Path | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        """Name a daemon by its API's URL, or the data folder of one on this machine; nobody is asked yet.

        Without both the variables `MINING_URL`, `MINING_KEY` … count, which never give their key to a named daemon.
        """
        if url is None and data_dir is None:
            address = DaemonAddress.of_variables(key, key_file, cacert)
        else:
            address = DaemonAddress(url, key, data_dir, key_file, cacert)
        super().__init__(address, timeout)

    def health(self) -> HealthView:
        """How the daemon itself is."""
        return read(HealthView, super().health())

    def miners(self, *, status: str | None = None, type: str | None = None) -> list[MinerView]:
        """All miners, or those of a status or type."""
        return read_all(MinerView, self.all("/miners", status=status, type=type))

    def miner(self, name: str) -> MinerView:
        """One miner."""
        return read(MinerView, self.get(miner_path(name)))

    def stats(self, name: str) -> StatsView:
        """A miner's figures, as of the last poll."""
        return read(StatsView, self.get(miner_path(name, "/stats")))

    def start(
        self,
        type: str,
        config: Mapping[str, Any],
        *,
        name: str | None = None,
        force: bool = False,
        confirm: str | None = None,
    ) -> StartedView:
        """Start a miner of a type with a configuration, as `POST /miners/{type}` takes it."""
        data = self.post(miner_path(type), config, name=name, force=force, confirm=confirm)
        return read(StartedView, data)

    def stop(self, name: str, *, forget: bool = False) -> MinerView:
        """Stop a miner, and with `forget` delete its record, logs and samples."""
        return read(MinerView, self.delete(miner_path(name), forget=forget))

    def restart(
        self, name: str, config: Mapping[str, Any] | None = None, *, force: bool = False, confirm: str | None = None
    ) -> StartedView:
        """Restart a miner, with another configuration if one is given."""
        return read(StartedView, self.post(miner_path(name, "/restart"), config, force=force, confirm=confirm))

    def pause(self, name: str) -> MinerView:
        """Pause a miner without ending its process."""
        return read(MinerView, self.post(miner_path(name, "/pause")))

    def resume(self, name: str) -> MinerView:
        """Resume a paused miner."""
        return read(MinerView, self.post(miner_path(name, "/resume")))

    def profiles(self, *, type: str | None = None) -> list[ProfileView]:
        """The saved configurations, or those for a type."""
        return read_all(ProfileView, self.all("/profiles", minerType=type))

    def start_profile(
        self, id: str, *, name: str | None = None, force: bool = False, confirm: str | None = None
    ) -> StartedView:
        """Start a miner with a copy of a profile's configuration."""
        path = f"/profiles/{quote(id, safe='')}/start"
        return read(StartedView, self.post(path, name=name, force=force, confirm=confirm))

    def pools(self, *, coin: str | None = None) -> list[PoolView]:
        """The catalogue's pools and one's own, or those that pay a coin."""
        return read_all(PoolView, self.all("/pools", coin=coin))

    def programs(self) -> list[ProgramView]:
        """Every mining program that can be driven, and whether it is installed."""
        return read_all(ProgramView, self.all("/miners/available"))

    def events(self, *, since: int | None = None, miner: str | None = None, limit: int = 50) -> list[EventView]:
        """The newest events, newest first; or those after the event number `since`, oldest first."""
        return read_all(EventView, self.get("/events", since=since, miner=miner, limit=limit))
