"""The past of miners: the hashrate as points, and every figure that is kept, as series or as a table."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import get_args

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.encode import MOST_POINTS, encoded_figures, encoded_points, page_of
from mining.api.envelope import success
from mining.api.models import Page
from mining.api.operation import Routes
from mining.api.parameter import LIMIT, PAGE, choice, choices, instant, stretch, text
from mining.domain.errors import ErrorDetail
from mining.domain.history import History, HistoryChoice, Metric
from mining.domain.message import phrase
from mining.domain.metrics import HashrateHistory
from mining.domain.usual import Usual
from mining.domain.value import timestamp
from mining.foundation.turns import Turns

routes = Routes("miners")
RESOLUTIONS = {"10s": 10, "1m": 60, "5m": 300, "1h": 3600}
METRICS: tuple[Metric, ...] = get_args(Metric)
MOST_MINERS = 100
MOST_HOURS = 50_000  # of all miners together
CSV_EXAMPLE = "timestamp,miner,hashrate\n2025-12-31T23:59:50Z,xmrig,4120.5\n"

RESOLUTION = choice(
    "resolution", "Width of a bucket; coarser where finer is not kept.", "ResolutionChoice", tuple(RESOLUTIONS)
)
DURATION = stretch("duration", "How far back, from 5m to 90d: a number with s, m, h or d.", "1h", "5m", "90d")
ALGORITHM = text("algorithm", "Buckets of this one alone; else of the last one mined, and of unknown ones of old.")
CARD = text("card", "Of this graphics card alone: its `busId` or `id` in `stats.gpu`.")
MINERS = text("miners", "Only these miners, with commas between them; every one when absent.")
CHOSEN = choices("metrics", "Which figures, with commas between them; hashrate when absent.", "MetricChoice", METRICS)
FROM = instant("from", "Where it begins, such as 2025-12-31T00:00:00Z; then `duration` does not count.")
TO = instant("to", "Where it ends; now when absent.")
FORMAT = choice(
    "format",
    "How it is told: `csv` has a row for each bucket of each miner, and columns such as `hashrate (kawpow)` for what "
    "was computed beside the main work.",
    "HistoryFormat",
    ("json", "csv"),
    "json",
)
_QUERY = (CHOSEN, RESOLUTION, DURATION, FROM, TO, ALGORITHM, FORMAT)


@routes.get(
    "/miners/{miner}/hashrate-history",
    id="getHashrateHistory",
    summary="Its hashrate over a stretch of the past; null where nothing was measured",
    description="Only buckets that are over: the last one would still change.",
    returns=HashrateHistory,
    query=(RESOLUTION, DURATION, ALGORITHM, CARD),
)
async def hashrate_history(call: Call) -> Answer:
    name = call.rig.miner(call.miner_name).name
    history = await call.rig.history(name, call[DURATION], _step(call), call[ALGORITHM], call[CARD])
    if len(history.points) <= MOST_POINTS:
        return call.show(history)
    return Answer(success(await encoded_points(history)))


@routes.get(
    "/miners/{miner}/history",
    id="getMinerHistory",
    summary="Its figures over a stretch of the past",
    description="In the same form as `GET /history`, with this miner alone.",
    returns=History,
    also={"text/csv": CSV_EXAMPLE},
    query=_QUERY,
)
async def of_one(call: Call) -> Answer:
    return await _past(call, (call.rig.miner(call.miner_name).name,))


@routes.get(
    "/history",
    id="getHistory",
    summary="The figures of several miners over a stretch of the past, all in the same buckets",
    description="Only buckets that are over, each of them; null where nothing was measured.",
    returns=History,
    also={"text/csv": CSV_EXAMPLE},
    query=(MINERS, *_QUERY),
)
async def of_several(call: Call) -> Answer:
    return await _past(call, _named(call))


@routes.get(
    "/miners/{miner}/usual",
    id="getMinerUsual",
    summary="How fast it is as a rule: the middle of its last seven days while it mined",
    description="Of the algorithm that it mines, by the hours that are over; in `cards` the same of each graphics "
    "card. Null where less than a day is known.",
    returns=Usual,
)
async def usual_of_one(call: Call) -> Answer:
    return call.show(await call.rig.usual(call.rig.miner(call.miner_name).name))


@routes.get(
    "/usual",
    id="listUsual",
    summary="How fast several miners are as a rule, each by itself",
    returns=Page[Usual],
    query=(MINERS, PAGE, LIMIT),
)
async def usual_of_several(call: Call) -> Answer:
    page, limit = call[PAGE], call[LIMIT]
    names = _named(call)
    shown = [await call.rig.usual(call.rig.miner(name).name) for name in page_of(names, page, limit)]
    return call.show_page(shown, page, limit, len(names))


def _named(call: Call) -> tuple[str, ...]:
    """The miners that are asked for, each once."""
    named = call[MINERS]
    return tuple(dict.fromkeys(named.split(",") if named is not None else (each.name for each in call.rig.miners())))


async def _past(call: Call, miners: tuple[str, ...]) -> Answer:
    now = datetime.now(UTC)
    end = call.peek(TO) or now
    begin = call.peek(FROM)
    call.check(*_too_much(miners, begin or end - timedelta(seconds=call.peek(DURATION)), end))
    chosen = call[CHOSEN] or {"hashrate"}
    metrics = tuple(metric for metric in METRICS if metric in chosen)
    history = await call.rig.past(
        HistoryChoice(miners, metrics, begin, call[TO], call[DURATION], _step(call), call[ALGORITHM])
    )
    if call[FORMAT] == "json":
        return Answer(success(await encoded_figures(history)))
    named = b'attachment; filename="history.csv"'
    headers = ((b"content-type", b"text/csv; charset=utf-8"), (b"content-disposition", named))
    return Answer((await table(history, metrics)).encode(), headers=headers)


async def table(history: History, metrics: Sequence[Metric]) -> str:
    """A history of these figures as lines of CSV; nothing stands where nothing was measured."""
    beside = dict.fromkeys(
        (second.algorithm, series.metric)
        for miner in history.miners
        for second in miner.second
        for series in second.series
    )
    heads = (_quoted(f"{metric} ({algorithm})") for algorithm, metric in beside)
    lines, turns = [",".join(("timestamp", "miner", *metrics, *heads))], Turns()
    others = [
        {(each.algorithm, series.metric): series.values for each in miner.second for series in each.series}
        for miner in history.miners
    ]
    for place, at in enumerate(history.timestamps):
        stamp = timestamp(at)
        for miner, its in zip(history.miners, others, strict=True):
            values = [series.values[place] for series in miner.series]
            values += [its[key][place] if key in its else None for key in beside]
            lines.append(",".join((stamp, miner.name, *["" if each is None else str(each) for each in values])))
        await turns.rest()
    return "\n".join((*lines, ""))


def _quoted(text: str) -> str:
    """A cell of CSV: what an algorithm is called is the program's word."""
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


def _too_much(miners: Sequence[str], begin: datetime, end: datetime) -> Iterator[ErrorDetail]:
    if begin >= end:
        yield ErrorDetail("from", phrase("fault.before_end"))
    elif len(miners) > MOST_MINERS:
        yield ErrorDetail("miners", phrase("fault.too_many_miners", most=MOST_MINERS))
    elif (end - begin) / timedelta(hours=1) * len(miners) > MOST_HOURS:
        yield ErrorDetail("from", phrase("fault.too_much_history", hours=MOST_HOURS))


def _step(call: Call) -> int | None:
    width = call[RESOLUTION]
    return RESOLUTIONS[width] if width else None
