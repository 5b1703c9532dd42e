"""The daemon's own log, read as it stands on stderr."""

from collections.abc import Iterator

import pytest
import structlog

from mining.domain.redaction import log_text
from mining.foundation.log import configure_log

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


@pytest.fixture(autouse=True)
def _afterwards() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def test_no_line_of_it_holds_a_whole_address_or_a_login_in_a_url(capsys: pytest.CaptureFixture[str]) -> None:
    configure_log(20, log_text)
    log = structlog.get_logger()
    try:
        raise ValueError(f"mailtos://me:s3cret@example.com for {WALLET}")
    except ValueError:
        log.exception("a defect", text=f"paid to {WALLET}")
    line = capsys.readouterr().err
    assert "a defect" in line
    assert "s3cret" not in line
    assert WALLET not in line
    assert line.count("44AF…EP3A") == 2
