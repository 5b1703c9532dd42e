"""Mining programs: install, update, go back, remove, and the jobs of installing."""

from contextlib import suppress
from typing import get_args

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.encode import ordered
from mining.api.masking import views
from mining.api.models import Page
from mining.api.operation import Limit, Routes
from mining.api.parameter import LIMIT, PAGE, choice, choices, flag, text
from mining.domain.errors import ErrorDetail, MiningError
from mining.domain.message import phrase
from mining.domain.programs.jobs import InstallJob, JobState, ProgramChange, Update

routes = Routes("installs")
FORCE = flag("force", "Even if exactly that version is in use.")
VERSION = text("version", "Which one; the latest when absent.")
WAIT_ONE = flag("wait", "false answers at once, with the job as it begins.", default=True)
CHECK_ONLY = flag("checkOnly", "Only look.", old_name="check_only")
ALL = flag("all", "Every program; with checkOnly also those that are not here yet.")
TYPE = text("type", "This program alone.")
STATES = choices("status", "Only jobs of these states, with commas between them.", "JobStateChoice", get_args(JobState))
SORT = choice("sort", "By what.", "JobSort", ("startedAt", "type"), "startedAt")
ORDER = choice("order", "Which way.", "Order", ("asc", "desc"), "desc")
WAIT_ALL = flag("wait", "false answers at once, with the jobs as they begin.", default=True)


@routes.post(
    "/miners/{type}/install",
    id="installProgram",
    needs="operator",
    limit=Limit(6, 3600.0),
    summary="Install a program from its author's release, proven",
    status=201,
    returns=InstallJob,
    query=(FORCE, VERSION, WAIT_ONE),
)
async def install(call: Call) -> Answer:
    await call.no_body()
    type, installs = call.path["type"], call.rooms.installs
    call.rig.kind(type)
    job = installs.begin(type, version=call[VERSION], force=call[FORCE], who=call.who)
    return call.created(await installs.finish(job.id) if call[WAIT_ONE] else job, f"/jobs/{job.id}")


@routes.post(
    "/update",
    id="updatePrograms",
    needs="operator",
    summary="What is newer than the programs here; with `type` or `all` it is installed",
    description="Without `type` and `all` nothing is installed. One program that cannot be looked up or installed "
    "keeps no other from it: `error`, or the job's `error`, says why.",
    returns=Page[Update],
    query=(CHECK_ONLY, ALL, TYPE, WAIT_ALL),
)
async def update(call: Call) -> Answer:
    await call.no_body()
    if call.peek(TYPE) is not None and call.peek(ALL):
        call.check(ErrorDetail("all", phrase("fault.everything")))
    updates = await call.rooms.installs.update(call[TYPE], every=call[ALL], check_only=call[CHECK_ONLY], who=call.who)
    if call[WAIT_ALL]:
        updates = [await _finished(call, each) for each in updates]
    return call.show_page(updates, 1, max(1, len(updates)), len(updates))


async def _finished(call: Call, update: Update) -> Update:
    if update.job is None:
        return update
    with suppress(MiningError):  # the job tells it
        await call.rooms.installs.finish(update.job.id)
    job = call.rooms.installs.job(update.job.id)
    return update.but(job=job, message=job.message, wording=job.wording)


@routes.delete(
    "/miners/{type}/uninstall",
    id="uninstallProgram",
    needs="admin",
    summary="Remove a program; refused while a miner of the type is live",
    returns=ProgramChange,
)
async def uninstall(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rooms.installs.uninstall(call.path["type"], who=call.who))


@routes.post(
    "/miners/{type}/rollback",
    id="rollbackProgram",
    needs="operator",
    summary="Use the version before; a running miner keeps its own until restarted",
    returns=ProgramChange,
)
async def rollback(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rooms.installs.rollback(call.path["type"], who=call.who))


@routes.get(
    "/jobs",
    id="listJobs",
    summary="The installations of this daemon's life, the newest first",
    returns=Page[InstallJob],
    query=(PAGE, LIMIT, TYPE, STATES, SORT, ORDER),
)
async def jobs(call: Call) -> Answer:
    type, states = call[TYPE], call[STATES]
    chosen = [
        job for job in call.rooms.installs.jobs() if type in (None, job.type) and (not states or job.state in states)
    ]
    if call[SORT] == "type":
        chosen = ordered(chosen, lambda job: job.type, call[ORDER] == "desc")
    elif call[ORDER] == "asc":
        chosen.reverse()
    return call.show_list(views(chosen, call.who))


@routes.get("/jobs/{id}", id="getJob", summary="How far an installation has come", returns=InstallJob)
async def job(call: Call) -> Answer:
    return call.show(call.rooms.installs.job(call.path["id"]))
