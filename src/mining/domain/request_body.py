"""The JSON in the body of a request, before anybody looks at what it says."""

import json
from typing import Any

from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase

MOST_VALUES = 4096  # of one configuration or change of settings; the largest that makes sense has about 1,000
MOST_IMPORTED_VALUES = 50_000


def json_in(raw: bytes | str, most: int = MOST_VALUES) -> Any:
    """The value that a body holds; InvalidRequest when it is no JSON, or holds more values than anybody needs."""
    refuse_many_values(raw, most)
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InvalidRequest([ErrorDetail("body", phrase("fault.not_json"))]) from error


def refuse_many_values(raw: bytes | str, most: int = MOST_VALUES) -> None:
    """InvalidRequest for a text of more values than anybody needs, before it is taken apart, which would take long."""
    signs: tuple[Any, ...] = (b",", b"[", b"{") if isinstance(raw, bytes) else (",", "[", "{")
    if sum(raw.count(sign) for sign in signs) > most:
        raise InvalidRequest([ErrorDetail("body", phrase("fault.too_many_values", most=most))])


def object_in(raw: bytes | str, such_as: str = "") -> dict[str, Any]:
    """The object that a body holds; InvalidRequest when it is none."""
    body = json_in(raw)
    if not isinstance(body, dict):
        issue = phrase("fault.not_an_object_such_as", example=such_as) if such_as else phrase("fault.not_an_object")
        raise InvalidRequest([ErrorDetail("body", issue)])
    return body
