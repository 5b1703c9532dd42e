"""The machine itself."""

from fastapi import APIRouter, Response

from mining.api.routes.described import Success
from mining.api.routes.request import Ask, answer
from mining.domain.system import SystemInfo

router = APIRouter(tags=["system"])


@router.get(
    "/info",
    operation_id="getInfo",
    summary="This machine and what is installed on it",
    response_model=Success[SystemInfo],
)
async def info(ask: Ask) -> Response:
    told = ask.rig.info()
    if ask.masked:
        told = told.but(installed_miners=tuple(each.but(path=None) for each in told.installed_miners))
    return answer(told)
