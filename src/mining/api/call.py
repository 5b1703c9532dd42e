"""What every handler is given: the rooms behind the API, who asks, and the request as its route declares it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from pydantic import BaseModel

from mining.api.answer import JSON_HEADERS, Answer
from mining.api.asgi import Header, Receive
from mining.api.auth.keys import AccessKeys
from mining.api.encode import Encodings, TextPage, encoded, encoded_lines, listed, page_of, pagination
from mining.api.envelope import success
from mining.api.limits import MOST_BODY, read_body
from mining.api.masking import view, views
from mining.api.parameter import LIMIT, PAGE, Parameter, Values
from mining.api.settings import ApiSettings
from mining.domain.alerts.notification import Notifications
from mining.domain.audit import Audit
from mining.domain.daemon_log import DaemonLog
from mining.domain.errors import ErrorDetail, InvalidRequest, MinerNotFound
from mining.domain.message import phrase
from mining.domain.miner import MINER_NAME
from mining.domain.principal import Principal, Role
from mining.domain.programs.jobs import Installations
from mining.domain.rig import Rig
from mining.domain.rights import require
from mining.domain.settings import OperatorSettings

T = TypeVar("T")


class AccessRooms(NamedTuple):
    """Who may come in, and what is written down of it."""

    keys: AccessKeys
    audit: Audit


@dataclass(frozen=True)
class Rooms:
    """What the API speaks for."""

    rig: Rig
    settings: ApiSettings
    installs: Installations
    operator: OperatorSettings
    notifications: Notifications
    log: DaemonLog
    access: AccessRooms


class Call:
    """One request that the gate let in."""

    def __init__(
        self,
        rooms: Rooms,
        encodings: Encodings,
        who: Principal,
        path: Mapping[str, str],
        query: Values,
        receive: Receive,
        headers: Sequence[Header] = (),
    ) -> None:
        self.rooms = rooms
        self.rig = rooms.rig
        self.who = who
        self.path = path  # the values of `{name}` in the route's path
        self._encode = encoded if who.masked else encodings.of  # a masked value is made anew each time
        self._query = query
        self._receive = receive
        self._headers = headers

    @property
    def errors(self) -> Sequence[ErrorDetail]:
        """What is wrong with the query."""
        return self._query.errors

    def __getitem__(self, parameter: Parameter[T]) -> T:
        """The value of a parameter; InvalidRequest with all that is wrong with the query, if anything is."""
        self.check()
        return self._query.of(parameter)

    def peek(self, parameter: Parameter[T]) -> T:
        """The value of a parameter, its default when it is wrong: for who names faults of the body beside it."""
        return self._query.of(parameter)

    def check(self, *more: ErrorDetail) -> None:
        """InvalidRequest with all that is wrong with the query, and more."""
        if self.errors or more:
            raise InvalidRequest([*self.errors, *more])

    @property
    def accept(self) -> str:
        """The media that the asker takes, as it says them."""
        return ",".join(value.decode("latin-1") for name, value in self._headers if name == b"accept")

    @property
    def host(self) -> str:
        """By which name it was asked, as the asker says it; the gate let it pass."""
        return next((value.decode("latin-1") for name, value in self._headers if name == b"host"), "")

    def require(self, role: Role, what: str) -> None:
        """InsufficientRole unless its role covers this one; for `what` an operation does only when it is asked for."""
        require(self.who, role, what)

    async def body(self, most: int = MOST_BODY) -> bytes:
        """The body, of at most so many bytes."""
        return await read_body(self._receive, most)

    async def no_body(self) -> None:
        """Read a body that nobody needs, so that its errors are told all the same."""
        await self.body()

    @property
    def miner_name(self) -> str:
        """The miner's name in the path, if a miner could have it; what could not be a name is not even asked for."""
        name = self.path["miner"]
        if not MINER_NAME.fullmatch(name):
            raise MinerNotFound(phrase("refuse.no_miner_named", name=name[:80]), name=name[:80])
        return name

    def show(self, value: BaseModel, status: int = 200, secrets: Collection[str] = ()) -> Answer:
        """An answer with this value, as its asker may see it."""
        return Answer(success(self._encode(view(value, self.who, secrets))), status)

    async def show_lines(self, page: TextPage, secrets: Collection[str] = ()) -> Answer:
        """An answer with a page of a log, as its asker may see it."""
        return Answer(success(await encoded_lines(page, lambda part: view(part, self.who, secrets))))

    def created(self, value: BaseModel | Mapping[str, Any], path: str) -> Answer:
        """The answer to a write that made something, with where it is below the namespace."""
        location = (b"location", quote(self.rooms.settings.namespace + path).encode())
        return Answer(success(encoded(value)), 201, (*JSON_HEADERS, location))

    def show_page(self, values: Iterable[BaseModel], page: int, limit: int, total: int) -> Answer:
        """An answer with these values as one page of a list."""
        items = [self._encode(value) for value in views(values, self.who)]
        return Answer(listed(items, pagination(page, limit, total)))

    def show_list(self, values: Sequence[BaseModel]) -> Answer:
        """An answer with the page that was asked for of all these values."""
        page, limit = self[PAGE], self[LIMIT]
        return self.show_page(page_of(values, page, limit), page, limit, len(values))


def answer(value: BaseModel | Mapping[str, Any], status: int = 200) -> Answer:
    """An answer to a write, which only friends get."""
    return Answer(success(encoded(value)), status)
