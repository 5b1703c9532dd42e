"""Miners: what runs, how it does, and every verb on it."""

from typing import Any, get_args

from pydantic import ValidationError

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.encode import ordered
from mining.api.masking import miner_secrets
from mining.api.models import AnyConfig, Keys, Page
from mining.api.operation import Body, Limit, Routes
from mining.api.parameter import LIMIT, ORDER, PAGE, choice, choices, flag, text, whole
from mining.api.routes.config import (
    CONFIRM,
    FORCE,
    NAME_ISSUE,
    SEED_CONFIG,
    checked_again,
    checked_config,
    config_notes,
    name_errors,
    name_parameter,
    noted,
    notes,
    start_errors,
)
from mining.domain.available import Available, TypeStatus
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidRequest, MiningError
from mining.domain.message import phrase
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import MINER_NAME, Miner, Status
from mining.domain.rig import Applied, LogPage, Started, Stopped, WantedMiner
from mining.domain.start_check import StartCheck
from mining.domain.validation import errors_in
from mining.domain.wanted_miner import read_wanted
from mining.domain.wording import warned

routes = Routes("miners")
STATUS = choices(
    "status", "Only miners of these statuses, with commas between them.", "MinerStatusChoice", get_args(Status)
)
TYPE = text("type", "Only miners of this type; of an unknown type there are none.")
SORT = choice("sort", "By what; unknown figures last.", "MinerSort", ("name", "hashrate", "uptime"), "name")
STATE = choices(
    "status", "Only types in these states, with commas between them.", "TypeStatusChoice", get_args(TypeStatus)
)
TYPE_SORT = choice("sort", "By what; a type's name is its `type`.", "TypeSort", ("name", "title"), "name")
NAME = name_parameter("What to call it; its type when absent.")
FORGET = flag("forget", "Also drop its record, folder, logs and samples; its events stay.")
PROFILE = text("profile", "The id of a profile whose configuration it gets, in place of a body.")
LINES = whole("lines", "At most so many.", 200, 1, 5000)
CURSOR = text("cursor", "From an earlier answer: what came after it.")


@routes.get(
    "/miners",
    id="listMiners",
    summary="Every miner that was not forgotten",
    returns=Page[Miner],
    query=(PAGE, LIMIT, STATUS, TYPE, SORT, ORDER),
)
async def list_miners(call: Call) -> Answer:
    status, type = call[STATUS], call[TYPE]
    chosen = [
        miner for miner in call.rig.miners() if (not status or miner.status in status) and type in (None, miner.type)
    ]
    by = call[SORT]
    return call.show_list(ordered(chosen, lambda miner: getattr(miner, by), call[ORDER] == "desc"))


@routes.get(
    "/miners/available",
    id="listAvailableMiners",
    summary="Every miner type, installed or not",
    returns=Page[Available],
    query=(PAGE, LIMIT, STATE, TYPE, TYPE_SORT, ORDER),
)
async def available(call: Call) -> Answer:
    states, type, by_title = call[STATE], call[TYPE], call[TYPE_SORT] == "title"
    chosen = [
        each for each in call.rig.available() if (not states or each.status in states) and type in (None, each.type)
    ]
    in_order: list[Available] = ordered(
        chosen, lambda each: each.title.casefold() if by_title else each.type, call[ORDER] == "desc"
    )
    return call.show_list(in_order)


@routes.post(
    "/miners/{miner}",
    id="startMiner",
    needs="operator",
    summary="Start a miner",
    status=201,
    returns=Started,
    query=(NAME, FORCE, CONFIRM),
    body=Body(Config, SEED_CONFIG),
)
async def start(call: Call) -> Answer:
    kind = call.rig.kind(call.path["miner"])
    body = await call.body()
    name = call.peek(NAME)
    wrong = name_errors(name, kind.name, [each.type for each in call.rig.available()])
    config = checked_config(body, kind, [*call.errors, *wrong])
    how: dict[str, Any] = {"force": call[FORCE], "confirm": call[CONFIRM], "who": call.who}
    started = await call.rig.start(kind.name, config, name=name, **how)
    return call.created(noted(started, body), f"/miners/{started.name}")


@routes.post(
    "/miners/{type}/check",
    id="checkStart",
    needs="operator",
    limit=Limit(10, 60.0),
    summary="A start without starting: everything that stands in its way, and what would be run",
    description="The answer is 200 whatever it says. The program is run for its version, and each pool is asked for a "
    "connection.",
    returns=StartCheck,
    query=(NAME,),
    body=Body(AnyConfig, SEED_CONFIG),
)
async def check(call: Call) -> Answer:
    kind = call.rig.kind(call.path["type"])
    body, name, config = await call.body(), call.peek(NAME), None
    call.check(*name_errors(name, kind.name, [each.type for each in call.rig.available()]))
    errors: list[MiningError] = []
    try:
        config = checked_config(body, kind, ())
    except InvalidConfig as error:
        errors = [error]
    result, more = await call.rig.check(kind.name, config, name=name, who=call.who)
    every = [each for error in (*errors, *more) for each in start_errors(error)]
    return answer(result.but(ok=not every, errors=tuple(every), **warned((*notes(body), *result.warnings))))


@routes.get("/miners/{miner}", id="getMiner", summary="One miner with its figures", returns=Miner)
async def one(call: Call) -> Answer:
    return call.show(call.rig.miner(call.miner_name))


@routes.put(
    "/miners/{miner}",
    id="putMiner",
    needs="operator",
    summary="This miner shall run so: it is started, restarted, resumed, or left as it is",
    description="The same request again changes nothing. 201 for a miner that was not there. Passwords that are not "
    "said are kept, as in an edit.",
    also_status=201,
    returns=Applied,
    query=(FORCE, CONFIRM),
    body=Body(WantedMiner, {"type": "xmrig", "config": SEED_CONFIG}),
)
async def put(call: Call) -> Answer:
    name, body = call.path["miner"], await call.body()
    kind, config = read_wanted(body, call.rig.kind)
    well_formed = [] if MINER_NAME.fullmatch(name) else [ErrorDetail("name", NAME_ISSUE)]
    call.check(*well_formed, *name_errors(name, kind.name, [each.type for each in call.rig.available()]))
    how: dict[str, Any] = {"force": call[FORCE], "confirm": call[CONFIRM], "who": call.who}
    applied = await call.rig.want(name, kind.name, config, **how)
    applied = applied.but(**warned((*config_notes(body), *applied.warnings)))
    return call.created(applied, f"/miners/{name}") if applied.outcome == "created" else answer(applied)


@routes.delete(
    "/miners/{miner}",
    id="stopMiner",
    needs="operator",
    summary="Stop a miner; one that has stopped stays so",
    returns=Stopped,
    query=(FORGET,),
)
async def stop(call: Call) -> Answer:
    await call.no_body()
    if call[FORGET]:
        call.require("admin", phrase("right.forget"))
    return answer(await call.rig.stop(call.miner_name, forget=call[FORGET], who=call.who))


@routes.post(
    "/miners/{miner}/restart",
    id="restartMiner",
    needs="operator",
    summary="Stop and start again, perhaps with another configuration; starts a stopped miner",
    status=201,
    returns=Started,
    query=(PROFILE, FORCE, CONFIRM),
    body=Body(Config, SEED_CONFIG, required=False),
)
async def restart(call: Call) -> Answer:
    miner = call.rig.miner(call.miner_name)
    body, config, profile_id = await call.body(), None, call.peek(PROFILE)
    if profile_id is not None:
        config = await _of_profile(call, miner, profile_id, body)
    elif body:
        config = checked_config(body, call.rig.kind(miner.type), call.errors)
    how: dict[str, Any] = {"force": call[FORCE], "confirm": call[CONFIRM], "who": call.who, "profile_id": profile_id}
    started = await call.rig.restart(miner.name, config, **how)
    return call.created(noted(started, body), f"/miners/{started.name}")


async def _of_profile(call: Call, miner: Miner, id: str, body: bytes) -> Config:
    profile = await call.rig.profiles.one(id)
    wrong = []
    if body:
        wrong.append(ErrorDetail("profile", phrase("fault.profile_not_needed")))
    if profile.miner_type != miner.type:
        issue = phrase("fault.profile_of_other_type", type=profile.miner_type, miner=miner.name, own=miner.type)
        wrong.append(ErrorDetail("profile", issue))
    call.check(*wrong)
    return checked_again(call, profile)


@routes.post(
    "/miners/{miner}/pause",
    id="pauseMiner",
    needs="operator",
    summary="Let it rest without ending it; kept across crash and restart",
    returns=Miner,
)
async def pause(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rig.pause(call.miner_name, who=call.who))


@routes.post("/miners/{miner}/resume", id="resumeMiner", needs="operator", summary="End a pause", returns=Miner)
async def resume(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rig.resume(call.miner_name, who=call.who))


@routes.get(
    "/miners/{miner}/stats",
    id="getMinerStats",
    summary="Its figures, as of the latest poll",
    returns=PerformanceMetrics,
)
async def stats(call: Call) -> Answer:
    miner = call.rig.miner(call.miner_name)
    return call.show(miner.stats, secrets=miner_secrets(miner))


@routes.get(
    "/miners/{miner}/logs",
    id="getMinerLogs",
    summary="What the program printed, colour escapes only",
    returns=LogPage,
    query=(LINES, CURSOR),
)
async def logs(call: Call) -> Answer:
    page = await call.rig.logs(call.miner_name, call[LINES], call[CURSOR])
    secrets = miner_secrets(call.rig.miner(call.miner_name)) if call.who.masked else ()
    return await call.show_lines(page, secrets)


@routes.post(
    "/miners/{miner}/stdin",
    id="typeKeys",
    needs="operator",
    summary="Type keys that its adapter lists into the program's terminal",
    returns=Miner,
    body=Body(Keys, {"input": "p"}),
)
async def stdin(call: Call) -> Answer:
    name = call.rig.miner(call.miner_name).name
    try:
        keys = Keys.model_validate_json(await call.body())
    except ValidationError as error:
        raise InvalidRequest(errors_in(error)) from error
    return answer(await call.rig.send(name, keys.input, who=call.who))
