"""Twelve calls and more with the generated client; it prints one line a call, and fails at the first surprise."""

import sys
from collections.abc import Callable
from datetime import datetime

from mining_client import (
    ApiClient,
    ApiException,
    Config,
    Configuration,
    Devices,
    ErrorBody,
    EventsApi,
    MinersApi,
    MinerSort,
    MinerStatusChoice,
    MonitoringApi,
    Profile,
    ProfilesApi,
    ResolutionChoice,
    SettingsApi,
    SomeSettings,
    SystemApi,
)

client = ApiClient(Configuration(host=sys.argv[1]))
miners = MinersApi(client)
config = Config(pool="pool.example:3333", wallet="anybody", opencl=Devices(devices=[]))


def expect(holds: bool, what: str) -> None:
    """Stop at the first surprise."""
    assert holds, what
    print(what)


def refusal(call: Callable[[], object]) -> ErrorBody:
    """What a refused call was answered."""
    try:
        call()
    except ApiException as error:
        if isinstance(error.data, ErrorBody):
            return error.data
    raise AssertionError("it was not refused with an ErrorBody")


expect(SystemApi(client).get_info().data.total_memory > 0, "getInfo")
available = miners.list_available_miners(limit=100).data.items
expect(any(each.type == "simulated" for each in available), "listAvailableMiners")
begun = miners.start_miner_with_http_info("simulated", config, name="typed")
expect(begun.status_code == 201 and begun.data.data.name == "typed", "startMiner")
chosen = [MinerStatusChoice.RUNNING, MinerStatusChoice.STARTING]
listed = miners.list_miners(status=chosen, sort=MinerSort.HASHRATE)
expect(listed.data.pagination.total == 1, "listMiners")
one = miners.get_miner("typed").data
expect(one.config.pool == "pool.example:3333" and isinstance(one.started_at, datetime), "getMiner")
expect(miners.get_miner_stats("typed").data.uptime >= 0, "getMinerStats")
history = miners.get_hashrate_history("typed", resolution=ResolutionChoice.ENUM_10S, duration="5m").data
expect(history.var_from < history.to, "getHashrateHistory")
expect(miners.get_miner_logs("typed").data.cursor != "", "getMinerLogs")
expect(miners.pause_miner("typed").data.wanted == "paused", "pauseMiner")
saved = ProfilesApi(client).create_profile(Profile(name="Typed", minerType="simulated", config=config)).data
expect(saved.config.wallet == "anybody", "createProfile")
changed = SettingsApi(client).change_settings(SomeSettings(pollInterval=5.0)).data
expect(changed.values.poll_interval == 5.0, "changeSettings")
events = EventsApi(client).list_events(miner="typed").data
expect(events.items[0].details.via == "local", "listEvents")
lost = refusal(lambda: miners.get_miner("nobody"))
expect(lost.error.code == "MINER_NOT_FOUND", "getMiner of nobody")
wrong = refusal(lambda: miners.start_miner("simulated", config.model_copy(update={"threads": -1})))
expect(wrong.error.details.fields[0].var_field == "threads", "startMiner with a wrong field")
expect(miners.stop_miner("typed").data.status == "stopped", "stopMiner")
expect(MonitoringApi(client).get_health().data.status == "ok", "getHealth")
