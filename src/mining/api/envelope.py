"""The envelope of every JSON answer, and the one table that gives an error its code and status."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import Field

from mining.domain import errors
from mining.domain.error_details import ErrorDetails
from mining.domain.errors import MiningError
from mining.domain.value import Value

JSON = b"application/json"


class Unauthorized(MiningError):
    """No key where one is needed."""


class WrongKey(Unauthorized):
    """A key that opens nothing here."""


class OriginNotAllowed(MiningError):
    """A page of a foreign web site wants to change something."""


class HostNotAllowed(MiningError):
    """The request was addressed to a name that this server does not answer to."""


class NotFound(MiningError):
    """No such path."""


class MethodNotAllowed(MiningError):
    """The path exists, but not for that method."""


class PayloadTooLarge(MiningError):
    """More was sent than is read."""


class UnsupportedMediaType(MiningError):
    """The body is not plain JSON."""


class UpgradeRequired(MiningError):
    """The path is a WebSocket, and the request is none."""


class RateLimited(MiningError):
    """Too many at once."""


class InternalError(MiningError):
    """A defect of ours."""


CODES: Mapping[type[MiningError], tuple[str, int]] = {
    errors.MinerNotFound: ("MINER_NOT_FOUND", 404),
    errors.MinerAlreadyRunning: ("MINER_ALREADY_RUNNING", 409),
    errors.MinerNotInstalled: ("MINER_NOT_INSTALLED", 409),
    errors.InvalidConfig: ("INVALID_CONFIG", 400),
    errors.InvalidRequest: ("INVALID_REQUEST", 400),
    errors.InvalidWallet: ("INVALID_WALLET", 400),
    errors.PayeeNotConfirmed: ("PAYEE_NOT_CONFIRMED", 409),
    errors.PoolUnreachable: ("POOL_UNREACHABLE", 503),
    errors.InsufficientResources: ("INSUFFICIENT_RESOURCES", 503),
    errors.NotSupported: ("NOT_SUPPORTED", 409),
    errors.DownloadFailed: ("DOWNLOAD_FAILED", 503),
    errors.VerificationFailed: ("VERIFICATION_FAILED", 500),
    errors.JobNotFound: ("JOB_NOT_FOUND", 404),
    errors.ProfileNotFound: ("PROFILE_NOT_FOUND", 404),
    errors.ProfileAlreadyExists: ("PROFILE_ALREADY_EXISTS", 409),
    errors.PoolNotFound: ("POOL_NOT_FOUND", 404),
    errors.PoolAlreadyExists: ("POOL_ALREADY_EXISTS", 409),
    errors.KeyNotFound: ("KEY_NOT_FOUND", 404),
    errors.KeyAlreadyExists: ("KEY_ALREADY_EXISTS", 409),
    errors.StorageFull: ("STORAGE_FULL", 507),
    Unauthorized: ("UNAUTHORIZED", 401),
    errors.InsufficientRole: ("FORBIDDEN", 403),
    OriginNotAllowed: ("ORIGIN_NOT_ALLOWED", 403),
    HostNotAllowed: ("HOST_NOT_ALLOWED", 421),
    NotFound: ("NOT_FOUND", 404),
    MethodNotAllowed: ("METHOD_NOT_ALLOWED", 405),
    PayloadTooLarge: ("PAYLOAD_TOO_LARGE", 413),
    UnsupportedMediaType: ("UNSUPPORTED_MEDIA_TYPE", 415),
    UpgradeRequired: ("UPGRADE_REQUIRED", 426),
    RateLimited: ("RATE_LIMITED", 429),
    InternalError: ("INTERNAL_ERROR", 500),
}


class Pagination(Value):
    """Where in a list a page stands."""

    page: int
    limit: int
    total: int
    pages: int


class ErrorObject(Value):
    """What went wrong, for programs, for people, and in particular."""

    code: str = Field(examples=["MINER_NOT_FOUND"], json_schema_extra={"enum": [code for code, _ in CODES.values()]})
    message: str = Field(description="A sentence for a person, with what to do next.")
    details: ErrorDetails


class ErrorBody(Value):
    """The envelope of every error."""

    success: bool = Field(description="Always false.", examples=[False])
    error: ErrorObject


def success(data: bytes) -> bytes:
    """The envelope around data that is JSON already."""
    return b'{"success":true,"data":' + data + b"}"


def code_and_status(error: MiningError) -> tuple[str, int]:
    """What an error is called on the wire; one that the table does not know is a defect of ours."""
    for kind in type(error).__mro__:
        if kind in CODES:
            return CODES[kind]
    return CODES[InternalError]


def error_code(error: MiningError) -> str:
    """What an error is called on the wire."""
    return code_and_status(error)[0]


def failure(error: MiningError) -> tuple[int, bytes]:
    """Status and body that tell of an error."""
    code, status = code_and_status(error)
    body = {"code": code, "message": error.message, "details": error.details}
    return status, dumped({"success": False, "error": body})


def dumped(data: Any) -> bytes:
    """Compact JSON; what JSON has no word for is told as text."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")
