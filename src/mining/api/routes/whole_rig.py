"""All miners at once: how they do together, and the verbs on every one of them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from pydantic import Field

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.envelope import error_code
from mining.api.operation import Routes
from mining.domain.errors import MiningError
from mining.domain.miner import Miner, Status
from mining.domain.summary import Summary, summary
from mining.domain.value import Value

routes = Routes("miners")


class MinerResult(Value):
    """What became of one miner."""

    name: str
    ok: bool
    status: Status = Field(description="As it is now.")
    code: str | None = Field(None, description="What went wrong, as an error's `code`.")
    message: str | None = Field(None, description="What went wrong, in words.")


class MinerResults(Value):
    """What became of each miner that the verb concerned, by name; one that failed keeps no other from it."""

    results: tuple[MinerResult, ...]


@routes.get("/summary", id="getSummary", summary="The rig in a few figures, each algorithm apart", returns=Summary)
async def whole(call: Call) -> Answer:
    return call.show(summary(call.rig.miners()))


@routes.post(
    "/miners/stop-all", id="stopAll", needs="operator", summary="Stop every miner that is live", returns=MinerResults
)
async def stop_all(call: Call) -> Answer:
    live = [miner for miner in call.rig.miners() if miner.live]
    return await _each(call, live, lambda name: call.rig.stop(name, who=call.who))


@routes.post(
    "/miners/restart-all",
    id="restartAll",
    needs="operator",
    summary="Restart every miner that is live",
    returns=MinerResults,
)
async def restart_all(call: Call) -> Answer:
    live = [miner for miner in call.rig.miners() if miner.live]
    return await _each(call, live, lambda name: call.rig.restart(name, who=call.who))


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

    async def one(name: str) -> MinerResult:
        fault: MiningError | None = None
        try:
            await verb(name)
        except MiningError as error:
            fault = error
        return MinerResult(
            name=name,
            ok=fault is None,
            status=call.rig.miner(name).status,
            code=error_code(fault) if fault else None,
            message=fault.message if fault else None,
        )

    return answer(MinerResults(results=tuple(await asyncio.gather(*(one(miner.name) for miner in miners)))))
