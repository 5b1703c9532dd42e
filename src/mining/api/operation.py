"""A route, declared once: by it a request finds its way and is read, and from it comes the document."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.parameter import Parameter
from mining.domain.principal import Role

Method = Literal["GET", "POST", "PUT", "DELETE"]
Handler = Callable[[Call], Awaitable[Answer]]


class Limit(NamedTuple):
    """How often one key or address may do something from another machine."""

    most: int
    seconds: float


WRITES = Limit(60, 60.0)


class Body(NamedTuple):
    """The JSON body of a request."""

    model: type[BaseModel]
    example: Mapping[str, Any] | None = None
    required: bool = True


@dataclass(frozen=True, eq=False)
class Operation:
    """One method of one path; `{name}` in the path is a segment that the handler reads."""

    method: Method
    path: str
    handler: Handler
    tag: str
    id: str | None = None  # None: not in the document
    summary: str = ""
    description: str | None = None
    returns: Any = None  # what stands in `data`; None: not JSON
    also: Mapping[str, str] = field(default_factory=dict)  # other media that it may answer in, each with an example
    status: int = 200
    also_status: int | None = None  # another success
    query: tuple[Parameter[Any], ...] = ()
    body: Body | None = None
    needs: Role = "admin"
    limit: Limit = WRITES  # of a write
    at_root: bool = False  # not below the namespace
    everywhere: bool = False  # below the namespace and at the root too


class Routes:
    """The operations of one file."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.operations: list[Operation] = []

    def get(self, path: str, **declared: Any) -> Callable[[Handler], Handler]:
        """A read, which every role may do unless it says another one."""
        return self._declare("GET", path, {"needs": "viewer", **declared})

    def post(self, path: str, **declared: Any) -> Callable[[Handler], Handler]:
        """A write; only an admin may do it unless it says another role."""
        return self._declare("POST", path, declared)

    def put(self, path: str, **declared: Any) -> Callable[[Handler], Handler]:
        """A replacement."""
        return self._declare("PUT", path, declared)

    def delete(self, path: str, **declared: Any) -> Callable[[Handler], Handler]:
        """A removal."""
        return self._declare("DELETE", path, declared)

    def _declare(self, method: Method, path: str, declared: dict[str, Any]) -> Callable[[Handler], Handler]:
        def declare(handler: Handler) -> Handler:
            self.operations.append(Operation(method=method, path=path, handler=handler, tag=self.tag, **declared))
            return handler

        return declare
