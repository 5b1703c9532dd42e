"""What every route is given: the rig, the query, the body, and what its asker may see."""

from typing import Annotated, Any, cast

from fastapi import Depends, Request, Response

from mining.api.encode import encoded
from mining.api.envelope import success
from mining.api.limits import read_body
from mining.api.query import NAME, Query
from mining.api.settings import ApiSettings
from mining.domain.alerts.notification import Notifications
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail, InvalidConfig, MinerNotFound
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import Installations
from mining.domain.rig import Rig
from mining.domain.settings import OperatorSettings
from mining.domain.value import Value


class Asked:
    """One request, ready to be answered."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.rig = cast(Rig, request.app.state.rig)
        self.installs = cast(Installations, request.app.state.installs)
        self.operator = cast(OperatorSettings, request.app.state.operator)
        self.notifications = cast(Notifications, request.app.state.notifications)
        self.settings = cast(ApiSettings, request.app.state.settings)
        self.who = cast(Principal, request.scope["mining.principal"])
        self.query = Query(request.scope["query_string"])

    async def body(self) -> bytes:
        """The body, within its limits."""
        return await read_body(self._request.receive)

    async def no_body(self) -> None:
        """Read a body that nobody needs, so that its errors are told all the same."""
        await self.body()

    def known(self, name: str) -> str:
        """The name, if a miner could have it; what could not be a name is not even asked for."""
        if not NAME.fullmatch(name):
            raise MinerNotFound(f"There is no miner named {name[:80]!r}.", name=name[:80])
        return name


async def _asked(request: Request) -> Asked:
    return Asked(request)


Ask = Annotated[Asked, Depends(_asked)]


def answer(data: Value | dict[str, Any] | bytes, status: int = 200) -> Response:
    """A success in its envelope."""
    body = data if isinstance(data, bytes) else encoded(data)
    return Response(success(body), status, media_type="application/json")


def checked_again(ask: Asked, profile: MiningProfile) -> Config:
    """A saved configuration that this version still understands: what it was checked by may have learnt since."""
    profile.refuse_unknown(f"Profile {profile.name!r}")
    kind = ask.rig.kind(profile.miner_type)
    errors = [ErrorDetail(f"config.{field}", issue) for field, issue in kind.errors(profile.config)]
    if errors:
        raise InvalidConfig(errors)
    return profile.config
