"""Profiles: configurations saved under a name, started with one request, carried from machine to machine."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Response

from mining.api.encode import encoded, listed
from mining.api.masking import view, views
from mining.api.query import NAME, RESERVED, page_of, pagination
from mining.api.routes.described import SEED_CONFIG, WINDOW, Page, Success, flag, json_body, query, word
from mining.api.routes.request import Ask, Asked, answer, checked_again
from mining.domain.errors import ErrorDetail
from mining.domain.profile import (
    DeletedProfile,
    ExportedProfiles,
    ImportedProfiles,
    MiningProfile,
    ProfileDraft,
    SavedProfile,
    miner_name,
    read_import,
    read_profile,
    same_name,
    warnings_of,
)
from mining.domain.rig import StartedProfile

router = APIRouter(tags=["profiles"])
SORTS = ("name", "createdAt", "updatedAt")
ORDERS = ("asc", "desc")
SEED_PROFILE = {
    "name": "XMR - SupportXMR",
    "description": "Monero mining on SupportXMR pool",
    "minerType": "xmrig",
    "config": SEED_CONFIG,
}


@router.get(
    "/profiles",
    operation_id="listProfiles",
    summary="Every saved profile",
    response_model=Success[Page[MiningProfile]],
    openapi_extra=query(
        *WINDOW,
        word("minerType", "Only profiles for this type; for an unknown type there are none."),
        word("sort", "By what; ties by name.", *SORTS, default="name"),
        word("order", "Which way.", *ORDERS, default="asc"),
    ),
)
async def list_profiles(ask: Ask) -> Response:
    page, limit = ask.query.window()
    type, by = ask.query.text("minerType"), ask.query.choice("sort", SORTS) or "name"
    order = ask.query.choice("order", ORDERS)
    ask.query.check()
    chosen = [each for each in await ask.rig.profiles.all() if type in (None, each.miner_type)]
    shown = page_of(sorted_profiles(chosen, by, order == "desc"), page, limit)
    return answer(listed([encoded(_shown(ask, each)) for each in shown], pagination(page, limit, len(chosen))))


@router.post(
    "/profiles",
    operation_id="createProfile",
    summary="Save a profile",
    description="What was read here may be sent as it is: `id` and times are given anew, masked wallets refused.",
    status_code=201,
    response_model=Success[SavedProfile],
    openapi_extra=query(body=json_body("Profile", required=True, example=SEED_PROFILE)),
)
async def create(ask: Ask) -> Response:
    draft = read_profile(await ask.body(), ask.rig.kind)
    return answer(_saved(ask, await ask.rig.profiles.create(draft, who=ask.who)), 201)


@router.get(
    "/profiles/export",
    operation_id="exportProfiles",
    summary="All profiles, or those of some ids, for another machine",
    response_model=Success[ExportedProfiles],
    openapi_extra=query(
        flag("secrets", "With the pools' passwords."),
        word("id", "Only these, with commas between them."),
    ),
)
async def export(ask: Ask) -> Response:
    secrets, ids = ask.query.flag("secrets"), ask.query.text("id")
    known = {each.id: each for each in await ask.rig.profiles.all()}
    chosen = known if ids is None else dict.fromkeys(ids.split(","))
    ask.query.errors += [ErrorDetail("id", f"{id[:64]!r} is no profile's") for id in chosen if id not in known]
    ask.query.check()
    shown = views([known[id] for id in chosen], ask.who)
    profiles = [each.exported(secrets) for each in shown]  # a masked one has none
    return answer({"format": "mining-profiles", "version": 1, "profiles": profiles})


@router.post(
    "/profiles/import",
    operation_id="importProfiles",
    summary="Save what an export holds; each profile has a result of its own",
    response_model=Success[ImportedProfiles],
    openapi_extra=query(
        flag("replace", "Replace profiles of the same name instead of skipping them; their passwords are kept."),
        body=json_body("ProfilesImport", required=True, example={"profiles": [SEED_PROFILE]}),
    ),
)
async def take_in(ask: Ask) -> Response:
    body = await ask.body()
    replace = ask.query.flag("replace")
    ask.query.check()
    drafts = read_import(body, ask.rig.kind)
    results = await ask.rig.profiles.take_in(drafts, replace=replace, who=ask.who)
    warned = [
        result.but(warnings=warnings_of(draft, ask.rig.kind(draft.miner_type)))
        if isinstance(draft, ProfileDraft) and result.result != "skipped"
        else result
        for draft, result in zip(drafts, results, strict=True)
    ]
    return answer(ImportedProfiles(results=tuple(warned)))


@router.get("/profiles/{id}", operation_id="getProfile", summary="One profile", response_model=Success[MiningProfile])
async def one(id: str, ask: Ask) -> Response:
    return answer(_shown(ask, await ask.rig.profiles.one(id)))


@router.put(
    "/profiles/{id}",
    operation_id="changeProfile",
    summary="Replace what a profile says; running miners keep their copy until they are restarted with it",
    response_model=Success[SavedProfile],
    openapi_extra=query(body=json_body("Profile", required=True, example=SEED_PROFILE)),
)
async def change(id: str, ask: Ask) -> Response:
    await ask.rig.profiles.one(id)
    draft = read_profile(await ask.body(), ask.rig.kind)
    return answer(_saved(ask, await ask.rig.profiles.change(id, draft, who=ask.who)))


@router.delete(
    "/profiles/{id}",
    operation_id="deleteProfile",
    summary="Delete a profile; miners that were started from it go on",
    response_model=Success[DeletedProfile],
)
async def delete(id: str, ask: Ask) -> Response:
    await ask.no_body()
    profile = await ask.rig.profiles.delete(id, who=ask.who)
    live = [miner.name for miner in ask.rig.miners() if miner.profile_id == id and miner.live]
    note = f" {', '.join(live)} goes on with its own copy." if live else ""
    return answer({**profile.public_json(), "message": f"The profile {profile.name!r} is deleted.{note}"})


@router.post(
    "/profiles/{id}/start",
    operation_id="startProfile",
    summary="Start a miner with a copy of a profile's configuration",
    status_code=201,
    response_model=Success[StartedProfile],
    openapi_extra=query(
        word("name", "What to call the miner; else after the profile: `xmr-supportxmr`.", pattern=f"^{NAME.pattern}$"),
        flag("force", "Start although the pool is unreachable or resources are short."),
        flag("restart", "If a miner of that name is live, restart it with this profile."),
    ),
)
async def start(id: str, ask: Ask) -> Response:
    await ask.no_body()
    profile = await ask.rig.profiles.one(id)
    types = [each.type for each in ask.rig.available()]
    name = ask.query.miner_name(profile.miner_type, types) or miner_name(profile, RESERVED.union(types))
    force, restart = ask.query.flag("force"), ask.query.flag("restart")
    ask.query.check()
    config = checked_again(ask, profile)
    how: dict[str, Any] = {"force": force, "who": ask.who, "profile_id": profile.id}
    same = [each for each in ask.rig.miners() if (each.name, each.type) == (name, profile.miner_type)]
    if restart and same and same[0].live:
        started = await ask.rig.restart(name, config, **how)
    else:
        started = await ask.rig.start(profile.miner_type, config, name=name, **how)
    return answer({**started.to_json(), "minerName": started.name, "profile": profile.public_json()}, 201)


def sorted_profiles(profiles: Sequence[MiningProfile], by: str, descending: bool) -> list[MiningProfile]:
    """Profiles in order of name or of a time, ties by name."""
    named = sorted(profiles, key=lambda each: same_name(each.name))
    if by == "name":
        return named[::-1] if descending else named
    return sorted(
        named,
        key=lambda each: each.created_at if by == "createdAt" else each.updated_at,
        reverse=descending,
    )


def _saved(ask: Asked, profile: MiningProfile) -> dict[str, Any]:
    return {**profile.public_json(), "warnings": warnings_of(profile, ask.rig.kind(profile.miner_type))}


def _shown(ask: Asked, profile: MiningProfile) -> dict[str, Any]:
    return view(profile, ask.who).public_json()
