"""How the exit codes of Windows are told."""

import pytest

from mining.domain.api_response import explain_code
from mining.processes.windows_codes import signalled


@pytest.mark.parametrize(
    ("code", "forced", "told", "cause"),
    [
        (0, False, 0, "exit"),
        (1, False, 1, "crash"),
        (1, True, -9, "signal"),
        (5, True, 5, "crash"),  # it ended by itself just before
        (0xC000013A, False, -2, "signal"),
        (1816, False, -24, "signal"),
        (0xC0000005, False, 0xC0000005, "crash"),
    ],
)
def test_what_ctrl_c_a_limit_or_we_have_ended_did_not_crash(code: int, forced: bool, told: int, cause: str) -> None:
    assert signalled(code, forced) == told
    assert explain_code(signalled(code, forced))[0] == cause
