"""Miners: what runs, how it does, and every verb on it."""

from collections.abc import Callable, Sequence

from fastapi import APIRouter, Response

from mining.api.encode import encoded, listed, sorted_miners
from mining.api.masking import miner_secrets, view, views
from mining.api.query import NAME, RESOLUTIONS, page_of, pagination
from mining.api.routes.described import (
    SEED_CONFIG,
    WINDOW,
    Page,
    Success,
    flag,
    json_body,
    query,
    whole,
    word,
)
from mining.api.routes.request import Ask, Asked, answer, checked_again
from mining.domain.adapter import MinerType
from mining.domain.config import Config, read_config
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidInput, InvalidRequest
from mining.domain.metrics import HashrateHistory, PerformanceMetrics
from mining.domain.miner import Miner
from mining.domain.request_body import object_in
from mining.domain.rig import Available, LogPage, Started, Stopped

router = APIRouter(tags=["miners"])
STATUSES = ("starting", "running", "paused", "stopping", "stopped", "error")
SORTS = ("name", "hashrate", "uptime")
ORDERS = ("asc", "desc")
_FORCE = flag("force", "Start although the pool is unreachable or resources are short.")


@router.get(
    "/miners",
    operation_id="listMiners",
    summary="Every miner that was not forgotten",
    response_model=Success[Page[Miner]],
    openapi_extra=query(
        *WINDOW,
        word("status", "Only miners of this status.", *STATUSES),
        word("type", "Only miners of this type; of an unknown type there are none."),
        word("sort", "By what; unknown figures last.", *SORTS, default="name"),
        word("order", "Which way.", *ORDERS, default="asc"),
    ),
)
async def list_miners(ask: Ask) -> Response:
    page, limit = ask.query.window()
    status, type = ask.query.choice("status", STATUSES), ask.query.text("type")
    by, order = ask.query.choice("sort", SORTS) or "name", ask.query.choice("order", ORDERS)
    ask.query.check()
    chosen = [miner for miner in ask.rig.miners() if status in (None, miner.status) and type in (None, miner.type)]
    shown = page_of(sorted_miners(chosen, by, order == "desc"), page, limit)
    items = [encoded(miner) for miner in views(shown, ask.who)]
    return answer(listed(items, pagination(page, limit, len(chosen))))


@router.get(
    "/miners/available",
    operation_id="listAvailableMiners",
    summary="Every miner type, installed or not",
    response_model=Success[Page[Available]],
    openapi_extra=query(*WINDOW),
)
async def available(ask: Ask) -> Response:
    page, limit = ask.query.window()
    ask.query.check()
    types = ask.rig.available()
    shown = views(page_of(types, page, limit), ask.who)
    return answer(listed([encoded(kind) for kind in shown], pagination(page, limit, len(types))))


@router.post(
    "/miners/{type}",
    operation_id="startMiner",
    summary="Start a miner",
    status_code=201,
    response_model=Success[Started],
    openapi_extra=query(
        word("name", "What to call it; its type when absent.", pattern=f"^{NAME.pattern}$"),
        _FORCE,
        body=json_body("Config", required=True, example=SEED_CONFIG),
    ),
)
async def start(type: str, ask: Ask) -> Response:
    kind = ask.rig.kind(type)
    body = await ask.body()
    name = ask.query.miner_name(kind.name, [each.type for each in ask.rig.available()])
    force = ask.query.flag("force")
    config = checked_config(body, kind, ask.query.errors)
    return answer(await ask.rig.start(type, config, name=name, force=force, who=ask.who), 201)


@router.get(
    "/miners/{name}", operation_id="getMiner", summary="One miner with its figures", response_model=Success[Miner]
)
async def one(name: str, ask: Ask) -> Response:
    return answer(view(ask.rig.miner(ask.known(name)), ask.who))


@router.delete(
    "/miners/{name}",
    operation_id="stopMiner",
    summary="Stop a miner; again is no error",
    response_model=Success[Stopped],
    openapi_extra=query(flag("forget", "Also drop its record, folder, logs and samples; its events stay.")),
)
async def stop(name: str, ask: Ask) -> Response:
    await ask.no_body()
    forget = ask.query.flag("forget")
    ask.query.check()
    return answer(await ask.rig.stop(ask.known(name), forget=forget, who=ask.who))


@router.post(
    "/miners/{name}/restart",
    operation_id="restartMiner",
    summary="Stop and start again, perhaps with another configuration; starts a stopped miner",
    status_code=201,
    response_model=Success[Started],
    openapi_extra=query(
        word("profile", "The id of a profile whose configuration it gets, in place of a body."),
        _FORCE,
        body=json_body("Config", required=False, example=SEED_CONFIG),
    ),
)
async def restart(name: str, ask: Ask) -> Response:
    miner = ask.rig.miner(ask.known(name))
    body = await ask.body()
    force, profile_id = ask.query.flag("force"), ask.query.text("profile")
    config: Config | None
    if profile_id is not None:
        config = await _of_profile(ask, miner, profile_id, body)
    else:
        config = checked_config(body, ask.rig.kind(miner.type), ask.query.errors) if body else None
    ask.query.check()
    return answer(await ask.rig.restart(name, config, force=force, who=ask.who, profile_id=profile_id), 201)


async def _of_profile(ask: Asked, miner: Miner, id: str, body: bytes) -> Config:
    profile = await ask.rig.profiles.one(id)
    if body:
        ask.query.errors.append(
            ErrorDetail("profile", "is not needed with a configuration in the body; send one of them")
        )
    if profile.miner_type != miner.type:
        ask.query.errors.append(
            ErrorDetail("profile", f"is for {profile.miner_type}, and {miner.name} is of {miner.type}")
        )
    ask.query.check()
    return checked_again(ask, profile)


@router.post(
    "/miners/{name}/pause",
    operation_id="pauseMiner",
    summary="Let it rest without ending it; kept across crash and restart",
    response_model=Success[Miner],
)
async def pause(name: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.rig.pause(ask.known(name), who=ask.who))


@router.post("/miners/{name}/resume", operation_id="resumeMiner", summary="End a pause", response_model=Success[Miner])
async def resume(name: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.rig.resume(ask.known(name), who=ask.who))


@router.get(
    "/miners/{name}/stats",
    operation_id="getMinerStats",
    summary="Its figures, as of the latest poll",
    response_model=Success[PerformanceMetrics],
)
async def stats(name: str, ask: Ask) -> Response:
    miner = ask.rig.miner(ask.known(name))
    return answer(view(miner.stats, ask.who, miner_secrets(miner)))


@router.get(
    "/miners/{name}/hashrate-history",
    operation_id="getHashrateHistory",
    summary="Its hashrate over a stretch of the past; null where nothing was measured",
    response_model=Success[HashrateHistory],
    openapi_extra=query(
        word("resolution", "Width of a bucket; coarser where finer is not kept.", *RESOLUTIONS),
        word(
            "duration",
            "How far back, from 5m to 90d: a number with s, m, h or d.",
            default="1h",
            pattern="^[0-9]{1,8}[smhd]$",
        ),
        word("algorithm", "Buckets of this one alone; else of the last one mined, and of unknown ones of old."),
    ),
)
async def hashrate_history(name: str, ask: Ask) -> Response:
    resolution = ask.query.choice("resolution", RESOLUTIONS)
    duration = ask.query.seconds("duration", 3600, 300, 90 * 86400)
    ask.rig.miner(ask.known(name))
    ask.query.check()
    step, algorithm = RESOLUTIONS[resolution] if resolution else None, ask.query.text("algorithm")
    return answer(view(await ask.rig.history(name, duration, step, algorithm), ask.who))


@router.get(
    "/miners/{name}/logs",
    operation_id="getMinerLogs",
    summary="What the program printed, colour escapes only",
    response_model=Success[LogPage],
    openapi_extra=query(
        whole("lines", "At most so many.", 200, 1, 5000),
        word("cursor", "From an earlier answer: what came after it."),
    ),
)
async def logs(name: str, ask: Ask) -> Response:
    lines = ask.query.whole("lines", 200, 1, 5000)
    miner = ask.rig.miner(ask.known(name))
    ask.query.check()
    page = await ask.rig.logs(name, lines, ask.query.text("cursor"))
    return answer(view(page, ask.who, miner_secrets(miner)))


@router.post(
    "/miners/{name}/stdin",
    operation_id="typeKeys",
    summary="Type keys that its adapter lists into the program's terminal",
    response_model=Success[Miner],
    openapi_extra=query(body=json_body("Keys", required=True)),
)
async def stdin(name: str, ask: Ask) -> Response:
    ask.rig.miner(ask.known(name))
    return answer(await ask.rig.send(name, keys_in(await ask.body()), who=ask.who))


def checked_config(body: bytes, kind: MinerType, more: Sequence[ErrorDetail]) -> Config:
    """The Config in a body, checked for its type; every fault at once, those of the query included."""
    errors: Callable[[Config], Sequence[ErrorDetail]] = kind.errors
    try:
        config = read_config(body, errors, check_wallet=kind.facts.checks_pool)
    except InvalidInput as error:
        if not more:
            raise
        kind_of_error = InvalidConfig if isinstance(error, InvalidConfig) else InvalidRequest
        raise kind_of_error([*more, *error.errors]) from error
    if more:
        raise InvalidRequest(more)
    return config


def keys_in(body: bytes) -> str:
    """The keys in `{"input": "p"}`."""
    said = object_in(body)
    errors = [ErrorDetail(str(key)[:80], "is not a known field") for key in said if key != "input"]
    keys = said.get("input")
    if not isinstance(keys, str) or not 1 <= len(keys) <= 64:
        errors.insert(0, ErrorDetail("input", "must be text of 1 to 64 characters"))
    if errors:
        raise InvalidRequest(errors)
    return str(keys)
