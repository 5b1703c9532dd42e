"""The machine itself."""

import re

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.envelope import UpgradeRequired
from mining.api.masking import miner_secrets
from mining.api.models import Asker, Index
from mining.api.operation import Routes
from mining.api.parameter import choice, named, whole
from mining.domain.daemon_log import LEVELS, DaemonLogPage
from mining.domain.doctor.report import Report
from mining.domain.message import phrase
from mining.domain.system import SystemInfo

routes = Routes("system")
LINES = whole("lines", "At most so many.", 200, 1, 5000)
CURSOR = named(
    "cursor", "From an earlier answer: what came after it.", re.compile(r"[0-9]{1,18}"), "is not a cursor of this log"
)
LEVEL = choice("level", "Only lines of this level and above.", "LogLevelChoice", LEVELS, "debug")
LINKS = {
    "info": "/info",
    "miners": "/miners",
    "available": "/miners/available",
    "profiles": "/profiles",
    "pools": "/pools",
    "attention": "/attention",
    "usual": "/usual",
    "events": "/events",
    "settings": "/settings",
    "history": "/history",
    "summary": "/summary",
    "logs": "/daemon/logs",
    "keys": "/keys",
    "audit": "/audit",
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
    you = Asker(role=call.who.role, via=call.who.via, masked=call.who.masked)
    return call.show(Index(title="Mining Platform", version=settings.version, links=links, you=you))


@routes.get("/ws")
async def plain_ws(call: Call) -> Answer:
    raise UpgradeRequired(phrase("gate.websocket"), path=LINKS["websocket"])


@routes.get("/info", id="getInfo", summary="This machine and what is installed on it", returns=SystemInfo)
async def info(call: Call) -> Answer:
    return call.show(await call.rig.info())


@routes.get(
    "/daemon/logs",
    id="getDaemonLogs",
    summary="The daemon's own log, also of its earlier lives",
    description="Addresses, passwords and tokens are masked.",
    returns=DaemonLogPage,
    query=(LINES, CURSOR, LEVEL),
)
async def logs(call: Call) -> Answer:
    level = next(each for each in LEVELS if each == call[LEVEL])
    page = await call.rooms.log.read(call[LINES], call[CURSOR], level)
    secrets = {secret for miner in call.rig.miners() for secret in miner_secrets(miner)} if call.who.masked else ()
    return await call.show_lines(page, secrets)


@routes.post(
    "/doctor",
    id="examine",
    needs="operator",
    summary="What would make this machine mine better or more safely",
    description="Looks, and tries the pools of known miners for at most 3 s; it never changes anything.",
    returns=Report,
)
async def doctor(call: Call) -> Answer:
    await call.no_body()
    return call.show(await call.rig.examine())
