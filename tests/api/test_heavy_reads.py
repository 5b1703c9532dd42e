"""No read holds up other requests for long, however much it asks for."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from mining.api.encode import encoded, encoded_figures, encoded_lines, encoded_points
from mining.api.routes.history import table
from mining.domain.history import HistoryChoice, Metric
from mining.domain.metrics import HashrateHistory
from mining.domain.rig import LogLine, LogPage
from mining.engine.history import history, past
from mining.foundation import turns
from tests.api.bare_serving import bare_served
from tests.api.full_rig import FOREVER, FullRig, FullSamples
from tests.api.serving import Served, everything, served
from tests.api.test_stalls import FAR_BEYOND

EVERY: tuple[Metric, ...] = get_args(Metric)
ALL = f"metrics={','.join(EVERY)}"
MANY = f"miners={','.join(f'miner-{number}' for number in range(100))}"
READS = {
    "a list of a thousand": "/miners?limit=1000",
    "five thousand lines": "/miners/miner-1/logs?lines=5000",
    "a thousand events": "/events?limit=1000",
    "the newest of many events": "/events?since=4000&limit=1000",
    "every figure of a hundred miners": f"/history?{MANY}&{ALL}&duration=20d",
    "the same as a table": f"/history?{MANY}&{ALL}&duration=20d&format=csv",
    "every figure of 34 days by the minute": f"/miners/miner-1/history?{ALL}&duration=34d&resolution=1m",
    "that as a table": f"/history?miners=miner-1,miner-2&{ALL}&duration=17d&resolution=1m&format=csv",
    "hashrates of 90 days": "/miners/miner-1/hashrate-history?duration=90d",
    "hashrates of 90 days by five minutes": "/miners/miner-1/hashrate-history?duration=90d&resolution=5m",
    "the specification": "/docs/swagger.json",
    "the specification as YAML": "/docs/swagger.yaml",
    "the figures of a thousand miners": "//metrics",
}


@pytest.fixture(scope="module")
def full() -> Iterator[Served]:
    with served(FullRig()) as here:
        yield here


@pytest.mark.slow
@pytest.mark.parametrize("origin", [None, "https://evil.example"], ids=["whole", "masked"])
@pytest.mark.parametrize("path", READS.values(), ids=READS.keys())
def test_a_read_holds_nobody_up_beyond_the_least_server(full: Served, path: str, origin: str | None) -> None:
    headers = {"Accept-Encoding": "gzip"} | ({"Origin": origin} if origin else {})
    with full.longest_work() as longest:
        answer = full.ask(path, headers=headers)
    assert answer.status_code == 200, answer.text[:300]
    with bare_served(answer.content) as bare, bare.connect() as peer:
        peer.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert everything(peer).endswith(answer.content[-100:])
    assert longest.seconds < bare.work.seconds + FAR_BEYOND


async def turns_during(work: Callable[[], Awaitable[Any]]) -> int:
    """How often somebody else has a turn while that is done."""
    count = 0

    async def other() -> None:
        nonlocal count
        while True:
            count += 1
            await asyncio.sleep(0)

    beside = asyncio.create_task(other())
    try:
        await work()
    finally:
        beside.cancel()
    return count


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others have their turn after every step."""
    monkeypatch.setattr(turns, "TURN", 0.0)


class Ready(FullSamples):
    """One that is not waited for, so that every turn of others is one that was given."""

    async def hashrates(self, *of: Any, **how: Any) -> Any:
        return []

    async def figures(self, *of: Any, **how: Any) -> Any:
        return {}


CHOICE = HistoryChoice(("one", "two", "three"), EVERY, None, None, 3600, 60)


@pytest.mark.usefixtures("impatient")
async def test_others_have_a_turn_after_each_series_that_is_gathered_and_told() -> None:
    now = datetime.now(UTC)
    series = len(CHOICE.miners) * len(EVERY)
    assert await turns_during(lambda: past(Ready(), CHOICE, now, FOREVER)) >= series
    gathered = await past(FullSamples(), CHOICE, now, FOREVER)
    assert await turns_during(lambda: encoded_figures(gathered)) >= series
    assert await turns_during(lambda: table(gathered, EVERY)) >= len(gathered.timestamps) == 60


@pytest.mark.usefixtures("impatient")
async def test_others_have_a_turn_after_every_thousand_points() -> None:
    async def made() -> HashrateHistory:
        return await history(Ready(), "one", 10 * 86400, 60, datetime.now(UTC), FOREVER)

    assert await turns_during(made) >= 14
    points = await made()
    assert await turns_during(lambda: encoded_points(points)) >= 14


@pytest.mark.usefixtures("impatient")
async def test_others_have_a_turn_after_every_five_hundred_lines() -> None:
    def shown(part: LogPage) -> LogPage:
        return part.but(items=tuple(line.but(text=line.text.upper()) for line in part.items))

    page = LogPage(items=tuple(LogLine(time=None, text=f"line {number}") for number in range(5000)), cursor="1")
    assert await turns_during(lambda: encoded_lines(page, shown)) >= 10
    assert await encoded_lines(page, shown) == encoded(shown(page))


async def test_what_is_told_in_steps_is_what_is_told_at_once() -> None:
    now = datetime.now(UTC)
    figures = await past(FullSamples(), CHOICE, now, FOREVER)
    assert await encoded_figures(figures) == encoded(figures)
    assert await encoded_figures(figures.but(miners=())) == encoded(figures.but(miners=()))
    points = await history(FullSamples(), "one", 86400, 60, now, FOREVER)
    assert await encoded_points(points) == encoded(points)
