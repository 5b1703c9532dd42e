"""What the operator decides: how it is now, and changes to it that are written into the operator's file."""

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.models import SomeSettings
from mining.api.operation import Body, Routes
from mining.domain.settings import SettingsChanged, SettingsView, read_change

routes = Routes("settings")


@routes.get(
    "/settings",
    id="getSettings",
    summary="Every setting, its value and who said it",
    description="Pages of a foreign origin see neither paths nor secrets.",
    returns=SettingsView,
)
async def every(call: Call) -> Answer:
    return call.show(call.rooms.operator.view())


@routes.put(
    "/settings",
    id="changeSettings",
    needs="admin",
    summary="Change some settings; they count at once and are written into the settings file",
    description="All of `values` may be sent back. A duration is a number, or text such as `300s` or `5m`. "
    "A setting that a flag or variable says is refused with 409.",
    returns=SettingsChanged,
    body=Body(SomeSettings, {"pollInterval": 5}),
)
async def change(call: Call) -> Answer:
    return answer(await call.rooms.operator.change(read_change(await call.body()), who=call.who))
