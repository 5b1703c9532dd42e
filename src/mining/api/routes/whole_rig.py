"""All miners at once: how they do together, and the verbs on every one of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

import structlog
from pydantic import Field

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.envelope import InternalError, error_code
from mining.api.operation import Routes
from mining.api.routes.config import FORCE
from mining.domain.errors import MinerNotFound, MiningError
from mining.domain.message import phrase
from mining.domain.miner import Miner, Status
from mining.domain.summary import Summary, summary
from mining.domain.value import Value
from mining.domain.wording import WORDING, Wording, wording_of

routes = Routes("miners")
log = structlog.get_logger()


class MinerResult(Value):
    """What became of one miner."""

    name: str
    ok: bool
    status: Status = Field(description="As it is now.")
    code: str | None = Field(None, description="What went wrong, as an error's `code`.")
    message: str | None = Field(None, description="What went wrong, in words.")
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class MinerResults(Value):
    """What became of each miner that the verb concerned, by name; one that failed keeps no other from it."""

    results: tuple[MinerResult, ...]


@routes.get("/summary", id="getSummary", summary="The rig in a few figures, each algorithm apart", returns=Summary)
async def whole(call: Call) -> Answer:
    return call.show(summary(call.rig.miners(), lambda miner: _on_cards_alone(call, miner)))


def _on_cards_alone(call: Call, miner: Miner) -> bool:
    """Whether it does not mine on the processor."""
    try:
        kind = call.rig.kind(miner.type)
    except MinerNotFound:  # its type is not of this version
        return False
    if not kind.facts.cpu or not miner.config.get("cpu", {}).get("enabled", True):
        return True
    by_algorithm = kind.supports.cpu_algorithms
    return bool(by_algorithm) and miner.stats.algorithm not in by_algorithm


@routes.post(
    "/miners/stop-all",
    id="stopAll",
    needs="operator",
    summary="Stop every miner that is live or wanted",
    returns=MinerResults,
)
async def stop_all(call: Call) -> Answer:
    some = [miner for miner in call.rig.miners() if miner.live or miner.wanted != "stopped"]
    return await _each(call, some, lambda name: call.rig.stop(name, who=call.who))


@routes.post(
    "/miners/restart-all",
    id="restartAll",
    needs="operator",
    summary="Restart every miner that is live",
    returns=MinerResults,
    query=(FORCE,),
)
async def restart_all(call: Call) -> Answer:
    force, live = call[FORCE], [miner for miner in call.rig.miners() if miner.live]
    return await _each(call, live, lambda name: call.rig.restart(name, force=force, who=call.who))


@routes.post(
    "/miners/pause-all",
    id="pauseAll",
    needs="operator",
    summary="Let every miner rest that is live",
    returns=MinerResults,
)
async def pause_all(call: Call) -> Answer:
    live = [miner for miner in call.rig.miners() if miner.live and miner.wanted == "running"]
    return await _each(call, live, lambda name: call.rig.pause(name, who=call.who))


@routes.post("/miners/resume-all", id="resumeAll", needs="operator", summary="End every pause", returns=MinerResults)
async def resume_all(call: Call) -> Answer:
    resting = [miner for miner in call.rig.miners() if miner.wanted == "paused"]
    return await _each(call, resting, lambda name: call.rig.resume(name, who=call.who))


async def _each(call: Call, miners: Sequence[Miner], verb: Callable[[str], Awaitable[object]]) -> Answer:
    await call.no_body()

    async def one(miner: Miner) -> MinerResult:
        fault: MiningError | None = None
        try:
            await verb(miner.name)
        except MiningError as error:
            fault = error
        except Exception as defect:  # of one of them; what became of the others must be told all the same
            log.exception("a verb failed", miner=miner.name)
            fault = InternalError(phrase("gate.defect", kind=type(defect).__name__))
        status = miner.status
        with suppress(MinerNotFound):  # it was forgotten meanwhile
            status = call.rig.miner(miner.name).status
        return MinerResult(
            name=miner.name,
            ok=fault is None,
            status=status,
            code=error_code(fault) if fault else None,
            message=fault.message if fault else None,
            wording=wording_of(fault.message) if fault else None,
        )

    return answer(MinerResults(results=tuple(await asyncio.gather(*map(one, miners)))))
