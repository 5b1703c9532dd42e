"""The machine itself."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.operation import Routes
from mining.domain.doctor.report import Report
from mining.domain.system import SystemInfo

routes = Routes("system")


@routes.get("/info", id="getInfo", summary="This machine and what is installed on it", returns=SystemInfo)
async def info(call: Call) -> Answer:
    return call.show(await call.rig.info())


@routes.post(
    "/doctor",
    id="examine",
    summary="What would make this machine mine better or more safely",
    description="Looks, and tries the pools of known miners for at most 3 s; it never changes anything.",
    returns=Report,
)
async def doctor(call: Call) -> Answer:
    await call.no_body()
    return call.show(await call.rig.examine())
