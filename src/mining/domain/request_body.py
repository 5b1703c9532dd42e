"""The JSON in the body of a request, before anybody looks at what it says."""

import json
from typing import Any

from mining.domain.errors import ErrorDetail, InvalidRequest


def json_in(raw: bytes | str) -> Any:
    """The value that a body holds; InvalidRequest when it is no JSON."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise InvalidRequest([ErrorDetail("body", "is not JSON")]) from error


def object_in(raw: bytes | str, such_as: str = "") -> dict[str, Any]:
    """The object that a body holds; InvalidRequest when it is none."""
    body = json_in(raw)
    if not isinstance(body, dict):
        raise InvalidRequest(
            [ErrorDetail("body", "must be a JSON object" + (f" such as {such_as}" if such_as else ""))]
        )
    return body
