"""What the operator decides: how it is now, and changes to it that are written into the operator's file."""

from fastapi import APIRouter, Response

from mining.api.masking import view
from mining.api.routes.described import Success, json_body, query
from mining.api.routes.request import Ask, answer
from mining.domain.settings import SettingsChanged, SettingsView, read_change

router = APIRouter(tags=["settings"])


@router.get(
    "/settings",
    operation_id="getSettings",
    summary="Every setting, its value and who said it",
    description="Pages of a foreign origin see neither paths nor secrets.",
    response_model=Success[SettingsView],
)
async def told(ask: Ask) -> Response:
    return answer(view(ask.operator.view(), ask.who))


@router.put(
    "/settings",
    operation_id="changeSettings",
    summary="Change some settings; they count at once and are written into the settings file",
    description="All of `values` may be sent back. A setting that a flag or variable says is refused with 409.",
    response_model=Success[SettingsChanged],
    openapi_extra=query(body=json_body("SomeSettings", required=True, example={"pollInterval": 5})),
)
async def change(ask: Ask) -> Response:
    return answer(await ask.operator.change(read_change(await ask.body()), who=ask.who))
