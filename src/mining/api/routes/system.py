"""The machine itself."""

import asyncio

from fastapi import APIRouter, Response

from mining.api.masking import view
from mining.api.routes.described import Success
from mining.api.routes.request import Ask, answer
from mining.domain.doctor.report import Report
from mining.domain.system import SystemInfo

router = APIRouter(tags=["system"])


@router.get(
    "/info",
    operation_id="getInfo",
    summary="This machine and what is installed on it",
    response_model=Success[SystemInfo],
)
async def info(ask: Ask) -> Response:
    return answer(view(await asyncio.to_thread(ask.rig.info), ask.who))  # it reads many small files


@router.post(
    "/doctor",
    operation_id="examine",
    summary="What would make this machine mine better or more safely",
    description="Looks, and tries the pools of known miners for at most 3 s; it never changes anything.",
    response_model=Success[Report],
)
async def doctor(ask: Ask) -> Response:
    await ask.no_body()
    return answer(view(await ask.rig.examine(), ask.who))
