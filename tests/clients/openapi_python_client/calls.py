"""Twelve calls and more with the generated client; it prints one line a call, and fails at the first surprise."""

import sys

from mining_client import Client
from mining_client.api.events import list_events
from mining_client.api.miners import (
    get_hashrate_history,
    get_miner,
    get_miner_logs,
    get_miner_stats,
    list_available_miners,
    list_miners,
    pause_miner,
    start_miner,
    stop_miner,
)
from mining_client.api.monitoring import get_health
from mining_client.api.profiles import create_profile
from mining_client.api.settings import change_settings
from mining_client.api.system import get_info
from mining_client.models import (
    Config,
    Devices,
    ErrorBody,
    MinerAnswer,
    MinerSort,
    MinerStatusChoice,
    Profile,
    SomeSettings,
)

api = Client(base_url=sys.argv[1])
config = Config(pool="pool.example:3333", wallet="anybody", opencl=Devices(devices=[]))


def expect(holds: bool, what: str) -> None:
    """Stop at the first surprise."""
    assert holds, what
    print(what)


info = get_info.sync(client=api)
expect(info.data.total_memory > 0, "getInfo")
available = list_available_miners.sync(client=api, limit=100)
expect(any(each.type_ == "simulated" for each in available.data.items), "listAvailableMiners")
begun = start_miner.sync_detailed("simulated", client=api, body=config, name="typed")
expect(begun.status_code == 201 and begun.parsed.data.name == "typed", "startMiner")
chosen = [MinerStatusChoice.RUNNING, MinerStatusChoice.STARTING]
listed = list_miners.sync(client=api, status=chosen, sort=MinerSort.HASHRATE)
expect(listed.data.pagination.total == 1, "listMiners")
one = get_miner.sync("typed", client=api)
expect(isinstance(one, MinerAnswer) and one.data.config.pool == "pool.example:3333", "getMiner")
expect(get_miner_stats.sync("typed", client=api).data.uptime >= 0, "getMinerStats")
history = get_hashrate_history.sync("typed", client=api, duration="5m")
expect(history.data.resolution == "10s", "getHashrateHistory")
expect(get_miner_logs.sync("typed", client=api).data.cursor != "", "getMinerLogs")
expect(pause_miner.sync("typed", client=api).data.wanted == "paused", "pauseMiner")
saved = create_profile.sync(client=api, body=Profile(name="Typed", miner_type="simulated", config=config))
expect(saved.data.config.wallet == "anybody", "createProfile")
changed = change_settings.sync(client=api, body=SomeSettings(poll_interval=5.0))
expect(changed.data.values.poll_interval == 5.0, "changeSettings")
expect(list_events.sync(client=api, miner="typed").data.pagination.total > 0, "listEvents")
lost = get_miner.sync("nobody", client=api)
expect(isinstance(lost, ErrorBody) and lost.error.code == "MINER_NOT_FOUND", "getMiner of nobody")
wrong = start_miner.sync("simulated", client=api, body=Config(pool="pool.example:3333", wallet="x", threads=-1))
expect(isinstance(wrong, ErrorBody) and wrong.error.details.fields[0].field == "threads", "startMiner, a wrong field")
expect(stop_miner.sync("typed", client=api).data.status == "stopped", "stopMiner")
expect(get_health.sync(client=api).data.status == "ok", "getHealth")
