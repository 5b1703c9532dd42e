"""Profiles: configurations saved under a name, started with one request, carried from machine to machine."""

import asyncio
from typing import Any

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.encode import ordered
from mining.api.limits import MOST_IMPORT
from mining.api.masking import views
from mining.api.models import Page
from mining.api.operation import Body, Routes
from mining.api.parameter import LIMIT, ORDER, PAGE, choice, flag, text
from mining.api.routes.config import CONFIRM, FORCE, RESERVED, SEED_CONFIG, checked_again, name_errors, name_parameter
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.payees import payout_changes
from mining.domain.profile import (
    DeletedProfile,
    ExportedProfiles,
    ImportedProfiles,
    MiningProfile,
    Profile,
    ProfileDraft,
    ProfilesImport,
    Refused,
    SavedProfile,
    miner_name,
    read_profile,
    same_name,
    warnings_of,
)
from mining.domain.profile_import import import_items, read_item
from mining.domain.rig import StartedProfile
from mining.domain.wording import warned, wordings_of

routes = Routes("profiles")
SEED_PROFILE = {
    "name": "XMR - SupportXMR",
    "description": "Monero mining on SupportXMR pool",
    "minerType": "xmrig",
    "config": SEED_CONFIG,
}
TYPE = text("type", "Only profiles for this type; for an unknown type there are none.")
MINER_TYPE = text("minerType", "The same as `type`.")
SORT = choice("sort", "By what; ties by name.", "ProfileSort", ("name", "createdAt", "updatedAt"), "name")
SECRETS = flag("secrets", "With the pools' passwords; never for a page of another origin, trusted or not.")
IDS = text("id", "Only these, with commas between them.")
REPLACE = flag("replace", "Replace profiles of the same name instead of skipping them; their passwords are kept.")
NAME = name_parameter("What to call the miner; else after the profile: `xmr-supportxmr`.")
RESTART = flag("restart", "If a miner of that name is live, restart it with this profile.")


@routes.get(
    "/profiles",
    id="listProfiles",
    summary="Every saved profile",
    returns=Page[MiningProfile],
    query=(PAGE, LIMIT, TYPE, MINER_TYPE, SORT, ORDER),
)
async def list_profiles(call: Call) -> Answer:
    types = {call[TYPE], call[MINER_TYPE]} - {None}
    chosen = [each for each in await call.rig.profiles.all() if types <= {each.miner_type}]
    by = call[SORT]

    def figure(profile: MiningProfile) -> Any:
        return _name(profile) if by == "name" else profile.created_at if by == "createdAt" else profile.updated_at

    named: list[MiningProfile] = sorted(chosen, key=_name)
    return call.show_list([*ordered(named, figure, call[ORDER] == "desc")])


@routes.post(
    "/profiles",
    id="createProfile",
    needs="admin",
    summary="Save a profile",
    description="What was read here may be sent as it is: `id` and times are given anew, masked wallets refused.",
    status=201,
    returns=SavedProfile,
    query=(CONFIRM,),
    body=Body(Profile, SEED_PROFILE),
)
async def create(call: Call) -> Answer:
    draft = read_profile(await call.body(), call.rig.kind)
    made = await call.rig.profiles.create(draft, who=call.who, confirm=call[CONFIRM])
    return call.created(_saved(call, made, draft), f"/profiles/{made.id}")


@routes.get(
    "/profiles/export",
    id="exportProfiles",
    summary="All profiles, or those of some ids, for another machine",
    returns=ExportedProfiles,
    query=(SECRETS, IDS),
)
async def export(call: Call) -> Answer:
    if call.peek(SECRETS) and call.who.via != "origin:foreign":  # which gets none anyway
        call.require("admin", phrase("right.export"))
    every = {each.id: each for each in await call.rig.profiles.all()}
    ids = call.peek(IDS)
    chosen = every if ids is None else dict.fromkeys(ids.split(","))
    call.check(*(ErrorDetail("id", phrase("fault.no_profile", id=id[:64])) for id in chosen if id not in every))
    shown = views([every[id] for id in chosen], call.who)
    profiles = [each.exported(call[SECRETS] and call.who.secrets) for each in shown]
    return answer({"format": "mining-profiles", "version": 1, "profiles": profiles})


@routes.post(
    "/profiles/import",
    id="importProfiles",
    needs="admin",
    summary="Save what an export holds; each profile has a result of its own",
    returns=ImportedProfiles,
    query=(REPLACE, CONFIRM),
    body=Body(ProfilesImport, {"profiles": [SEED_PROFILE]}),
)
async def take_in(call: Call) -> Answer:
    body, replace = await call.body(MOST_IMPORT), call[REPLACE]
    drafts: list[ProfileDraft | Refused] = []
    for item in import_items(body):
        drafts.append(read_item(item, call.rig.kind))
        await asyncio.sleep(0)  # others are served meanwhile
    results = await call.rig.profiles.take_in(drafts, replace=replace, who=call.who, confirm=call[CONFIRM])
    outcomes = [
        result.but(**warned((*draft.notes, *warnings_of(draft, call.rig.kind(draft.miner_type)))))
        if isinstance(draft, ProfileDraft) and result.result != "skipped"
        else result
        for draft, result in zip(drafts, results, strict=True)
    ]
    return answer(ImportedProfiles(results=tuple(outcomes)))


@routes.get("/profiles/{id}", id="getProfile", summary="One profile", returns=MiningProfile)
async def one(call: Call) -> Answer:
    return call.show(await call.rig.profiles.one(call.path["id"]))


@routes.put(
    "/profiles/{id}",
    id="changeProfile",
    needs="admin",
    summary="Replace what a profile says; running miners keep their copy until they are restarted with it",
    returns=SavedProfile,
    query=(CONFIRM,),
    body=Body(Profile, SEED_PROFILE),
)
async def change(call: Call) -> Answer:
    id = call.path["id"]
    old = await call.rig.profiles.one(id)
    draft = read_profile(await call.body(), call.rig.kind)
    saved = await call.rig.profiles.change(id, draft, who=call.who, confirm=call[CONFIRM])
    lines = payout_changes(old.config, saved.config)
    wordings = [each.to_json() for each in wordings_of(lines)]
    return answer({**_saved(call, saved, draft), "payout": lines, "payoutWordings": wordings})


@routes.delete(
    "/profiles/{id}",
    id="deleteProfile",
    needs="admin",
    summary="Delete a profile; miners that were started from it go on",
    returns=DeletedProfile,
)
async def delete(call: Call) -> Answer:
    await call.no_body()
    profile = await call.rig.profiles.delete(call.path["id"], who=call.who)
    live = [miner.name for miner in call.rig.miners() if miner.profile_id == profile.id and miner.live]
    note = f" {', '.join(live)} goes on with its own copy." if live else ""
    return answer({**profile.public_json(), "message": f"The profile {profile.name!r} is deleted.{note}"})


@routes.post(
    "/profiles/{id}/start",
    id="startProfile",
    needs="operator",
    summary="Start a miner with a copy of a profile's configuration",
    status=201,
    returns=StartedProfile,
    query=(NAME, FORCE, RESTART, CONFIRM),
)
async def start(call: Call) -> Answer:
    await call.no_body()
    profile = await call.rig.profiles.one(call.path["id"])
    types = [each.type for each in call.rig.available()]
    requested = call.peek(NAME)
    call.check(*name_errors(requested, profile.miner_type, types))
    name = requested or miner_name(profile, RESERVED.union(types))
    config = checked_again(call, profile)
    how: dict[str, Any] = {"force": call[FORCE], "who": call.who, "profile_id": profile.id, "confirm": call[CONFIRM]}
    same = [each for each in call.rig.miners() if (each.name, each.type) == (name, profile.miner_type)]
    if call[RESTART] and same and same[0].live:
        started = await call.rig.restart(name, config, **how)
    else:
        started = await call.rig.start(profile.miner_type, config, name=name, **how)
    body = {**started.to_json(), "minerName": started.name, "profile": profile.public_json()}
    return call.created(body, f"/miners/{started.name}")


def _name(profile: MiningProfile) -> Any:
    return same_name(profile.name)


def _saved(call: Call, profile: MiningProfile, draft: ProfileDraft) -> dict[str, Any]:
    warnings = (*draft.notes, *warnings_of(profile, call.rig.kind(profile.miner_type)))
    wordings = [each.to_json() for each in wordings_of(warnings)]
    return {
        **profile.public_json(),
        "warnings": warnings,
        "warningWordings": wordings,
        "payout": (),
        "payoutWordings": (),
    }
