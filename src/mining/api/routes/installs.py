"""Mining programs: install, update, go back, remove, and the jobs of installing."""

from contextlib import suppress

from fastapi import APIRouter, Response

from mining.api.encode import encoded, listed
from mining.api.masking import view
from mining.api.query import pagination
from mining.api.routes.described import Page, Success, flag, query, word
from mining.api.routes.request import Ask, Asked, answer
from mining.domain.errors import ErrorDetail, MiningError
from mining.domain.programs.jobs import InstallJob, ProgramChange, Update

router = APIRouter(tags=["installs"])


@router.post(
    "/miners/{type}/install",
    operation_id="installProgram",
    summary="Install a program from its author's release, proven",
    status_code=201,
    response_model=Success[InstallJob],
    openapi_extra=query(
        flag("force", "Even if exactly that version is in use."),
        word("version", "Which one; the latest when absent."),
        flag("wait", "false answers at once, with the job as it begins.", default=True),
    ),
)
async def install(type: str, ask: Ask) -> Response:
    await ask.no_body()
    ask.rig.kind(type)
    force, version = ask.query.flag("force"), ask.query.text("version")
    wait = ask.query.flag("wait", default=True)
    ask.query.check()
    job = ask.installs.begin(type, version=version, force=force, who=ask.who)
    return answer(await ask.installs.finish(job.id) if wait else job, 201)


@router.post(
    "/update",
    operation_id="updatePrograms",
    summary="What is newer than the programs here; with `type` or `all` it is installed",
    description="Without `type` and `all` nothing is installed. One program that cannot be looked up or installed "
    "keeps no other from it: `error`, or the job's `error`, says why.",
    response_model=Success[Page[Update]],
    openapi_extra=query(
        flag("check_only", "Only look."),
        flag("all", "Every program; with check_only also those that are not here yet."),
        word("type", "This program alone."),
        flag("wait", "false answers at once, with the jobs as they begin.", default=True),
    ),
)
async def update(ask: Ask) -> Response:
    await ask.no_body()
    type, every, check_only = ask.query.text("type"), ask.query.flag("all"), ask.query.flag("check_only")
    wait = ask.query.flag("wait", default=True)
    if type is not None and every:
        ask.query.errors.append(ErrorDetail("all", "is everything; leave it out, or leave type out"))
    ask.query.check()
    found = await ask.installs.update(type, every=every, check_only=check_only, who=ask.who)
    if wait:
        found = [await _finished(ask, each) for each in found]
    return answer(listed([encoded(each) for each in found], pagination(1, max(1, len(found)), len(found))))


async def _finished(ask: Asked, update: Update) -> Update:
    if update.job is None:
        return update
    with suppress(MiningError):  # the job tells it
        await ask.installs.finish(update.job.id)
    job = ask.installs.job(update.job.id)
    return update.but(job=job, message=job.message)


@router.delete(
    "/miners/{type}/uninstall",
    operation_id="uninstallProgram",
    summary="Remove a program; refused while a miner of the type is live",
    response_model=Success[ProgramChange],
)
async def uninstall(type: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.installs.uninstall(type, who=ask.who))


@router.post(
    "/miners/{type}/rollback",
    operation_id="rollbackProgram",
    summary="Use the version before; a running miner keeps its own until restarted",
    response_model=Success[ProgramChange],
)
async def rollback(type: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.installs.rollback(type, who=ask.who))


@router.get(
    "/jobs/{id}",
    operation_id="getJob",
    summary="How far an installation has come",
    response_model=Success[InstallJob],
)
async def job(id: str, ask: Ask) -> Response:
    return answer(view(ask.installs.job(id), ask.who))
