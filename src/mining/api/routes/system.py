"""The machine itself."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.envelope import UpgradeRequired
from mining.api.models import Index
from mining.api.operation import Routes
from mining.domain.doctor.report import Report
from mining.domain.system import SystemInfo

routes = Routes("system")
LINKS = {
    "info": "/info",
    "miners": "/miners",
    "available": "/miners/available",
    "profiles": "/profiles",
    "pools": "/pools",
    "events": "/events",
    "settings": "/settings",
    "websocket": "/ws",
    "health": "/healthz",
    "metrics": "/metrics",
    "swagger": "/swagger/index.html",
    "openapi": "/docs/swagger.json",
}


@routes.get("", id="getIndex", summary="Where everything is", returns=Index)
async def index(call: Call) -> Answer:
    settings = call.rooms.settings
    links = {name: settings.namespace + path for name, path in LINKS.items()}
    return call.show(Index(title="Mining Platform", version=settings.version, links=links))


@routes.get("/ws")
async def plain_ws(call: Call) -> Answer:
    raise UpgradeRequired("This is a WebSocket: connect with ws:// instead of http://.", path=LINKS["websocket"])


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
