"""The one exception of the client."""

from collections.abc import Mapping
from typing import Any

NO_DAEMON = "NO_DAEMON"  # nobody answers there
TIMED_OUT = "TIMED_OUT"  # the request may still be carried out
NOT_THE_PLATFORM = "NOT_THE_PLATFORM"  # somebody else answers there


class ApiError(Exception):
    """What was not done: `code` for programs, the message for people, and HTTP's `status` where there was an answer.

    The code is one of the API's, or of this module where the daemon did not answer. `request_id` finds an error of the
    daemon's own in its log.
    """

    def __init__(
        self,
        code: str,
        message: str,
        status: int | None = None,
        details: Mapping[str, Any] | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.details = details or {}
        self.request_id = request_id
