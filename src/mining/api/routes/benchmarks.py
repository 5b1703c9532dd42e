"""Benchmarks: measure how fast a program computes here, and what was measured before."""

import json
from typing import Any, get_args

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.encode import ordered
from mining.api.models import Page
from mining.api.operation import Body, Limit, Routes
from mining.api.parameter import LIMIT, PAGE, choice, choices, flag, text
from mining.api.routes.config import CONFIRM, checked_config
from mining.domain.adapter import MinerType
from mining.domain.algorithm import canonical
from mining.domain.benchmark import Benchmark, BenchmarkOrder, BenchmarkState, own_benchmark, read_order, refuse_watched
from mining.domain.config import NOWHERE
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidRequest, InvalidWallet
from mining.domain.message import phrase
from mining.domain.request_body import object_in

routes = Routes("benchmarks")
ORDER = choice("order", "Which way.", "Order", ("asc", "desc"), "desc")
WAIT = flag("wait", "true answers at its end.")
TYPE = text("type", "Only of this program.")
ALGORITHM = text("algorithm", "Only of this algorithm.")
STATES = choices(
    "status", "Only those of these states, with commas between them.", "BenchmarkStateChoice", get_args(BenchmarkState)
)
SORT = choice("sort", "By what; unknown figures last.", "BenchmarkSort", ("startedAt", "hashrate"), "startedAt")


@routes.post(
    "/miners/{type}/benchmark",
    id="beginBenchmark",
    needs="operator",
    limit=Limit(10, 60.0),
    summary="Measure how fast it computes an algorithm here",
    description="By the program's own benchmark where it has one, else it mines for that time with `config`, and pays "
    "whom that names. Refused while a miner uses the device; a miner that starts meanwhile ends it.",
    status=201,
    returns=Benchmark,
    query=(WAIT, CONFIRM),
    body=Body(BenchmarkOrder, {"algo": "rx/0", "seconds": 60}, required=False),
)
async def begin(call: Call) -> Answer:
    type, body = call.path["type"], await call.body()
    kind = call.rig.kind(type)
    refuse_watched(kind)  # before what is wrong with a configuration that it has no use for
    fields = object_in(body) if body else {}
    order = read_order({key: value for key, value in fields.items() if key != "config"})
    if fields.get("config") is not None:
        if order.threads is not None:
            call.check(ErrorDetail("threads", phrase("benchmark.threads_twice")))
        try:
            order = order.but(config=checked_config(_whole(kind, order, fields["config"]), kind, call.errors))
        except InvalidConfig as error:
            wrong = [ErrorDetail(f"config.{field}", issue) for field, issue in error.errors]
            raise type_of(error)(wrong) from error
    how: dict[str, Any] = {"confirm": call[CONFIRM], "who": call.who}
    begun = await call.rig.benchmarks.begin(kind.name, order, **how)
    return call.created(await call.rig.benchmarks.finish(begun.id) if call[WAIT] else begun, f"/benchmarks/{begun.id}")


def _whole(kind: MinerType, order: BenchmarkOrder, config: Any) -> bytes:
    """The configuration as bytes; a benchmark of the program's own needs neither pool nor wallet."""
    if isinstance(config, dict):
        algo = order.algo or config.get("algo") or kind.facts.algorithms[0]
        if isinstance(algo, str) and own_benchmark(kind, canonical(algo)) is not None:
            config = NOWHERE | config
    return json.dumps(config).encode()


def type_of(error: InvalidConfig) -> type[InvalidConfig] | type[InvalidRequest]:
    """The kind of that error."""
    return InvalidWallet if isinstance(error, InvalidWallet) else InvalidConfig


@routes.get(
    "/benchmarks",
    id="listBenchmarks",
    summary="What was measured here, the latest of each program, version, algorithm and hardware",
    returns=Page[Benchmark],
    query=(PAGE, LIMIT, TYPE, ALGORITHM, STATES, SORT, ORDER),
)
async def listed(call: Call) -> Answer:
    kind, algorithm, states = call[TYPE], call[ALGORITHM], call[STATES]
    chosen = [
        each
        for each in call.rig.benchmarks.all()
        if kind in (None, each.type) and algorithm in (None, each.algorithm) and (not states or each.state in states)
    ]
    by = {"startedAt": "started_at", "hashrate": "hashrate"}[call[SORT]]
    return call.show_list(ordered(chosen, lambda each: getattr(each, by), call[ORDER] == "desc"))


@routes.get("/benchmarks/{id}", id="getBenchmark", summary="How far a benchmark has come", returns=Benchmark)
async def one(call: Call) -> Answer:
    return call.show(call.rig.benchmarks.one(call.path["id"]))


@routes.delete(
    "/benchmarks/{id}",
    id="dropBenchmark",
    needs="operator",
    summary="Cancel a benchmark that is running, or forget one that has ended",
    returns=Benchmark,
)
async def drop(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rig.benchmarks.drop(call.path["id"], who=call.who))
