"""Mining programs: install, go back, remove, and the jobs of installing."""

from fastapi import APIRouter, Response

from mining.api.masking import public_job
from mining.api.routes.described import Success, flag, query, word
from mining.api.routes.request import Ask, answer
from mining.domain.job import Changed, InstallJob

router = APIRouter(tags=["installs"])
_SWITCH = ("true", "false")


@router.post(
    "/miners/{type}/install",
    operation_id="installProgram",
    summary="Install a program from its author's release, proven",
    status_code=201,
    response_model=Success[InstallJob],
    openapi_extra=query(
        flag("force", "Even if exactly that version is in use."),
        word("version", "Which one; the latest when absent."),
        word("wait", "false answers at once, with the job as it begins.", *_SWITCH, default="true"),
    ),
)
async def install(type: str, ask: Ask) -> Response:
    await ask.no_body()
    ask.rig.kind(type)
    force, version = ask.query.flag("force"), ask.query.text("version")
    wait = ask.query.choice("wait", _SWITCH) != "false"
    ask.query.check()
    job = ask.installs.begin(type, version=version, force=force, who=ask.who)
    return answer(await ask.installs.finish(job.id) if wait else job, 201)


@router.delete(
    "/miners/{type}/uninstall",
    operation_id="uninstallProgram",
    summary="Remove a program; refused while a miner of the type is live",
    response_model=Success[Changed],
)
async def uninstall(type: str, ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.installs.uninstall(type, who=ask.who))


@router.post(
    "/miners/{type}/rollback",
    operation_id="rollbackProgram",
    summary="Use the version before; a running miner keeps its own until restarted",
    response_model=Success[Changed],
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
    found = ask.installs.job(id)
    return answer(public_job(found) if ask.masked else found)
