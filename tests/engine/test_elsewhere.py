"""What miners have on Linux alone is said where somebody asks for it on another system."""

import sys

import pytest

from mining.domain.config import Config
from mining.domain.errors import NotSupported
from mining.engine import admission, miner_types
from mining.engine.admission import check_keys
from mining.miners import xmrig
from mining.miners.xmrig import MINER as XMRIG
from mining.miners.xmrig import configuration


def test_no_keys_are_taken_where_miners_have_no_keyboard(monkeypatch):
    for_real = admission.KEYBOARD
    monkeypatch.setattr(admission, "KEYBOARD", True)
    check_keys(XMRIG, "h")
    monkeypatch.setattr(admission, "KEYBOARD", False)
    with pytest.raises(NotSupported, match="a keyboard on Linux alone"):
        check_keys(XMRIG, "h")
    assert for_real is miner_types.KEYBOARD is (sys.platform == "linux"), "both ask the system"


@pytest.mark.parametrize("offered", [True, False])
def test_registers_are_left_alone_where_they_are_not_offered_and_that_is_said(monkeypatch, offered):
    for module in (xmrig, configuration):
        monkeypatch.setattr(module, "MSR", offered)
    config = Config(pool="pool.example:3333", wallet="w", options={"msr": True})
    (told,) = (text for text in XMRIG.extra_warnings(config) if text.startswith("msr"))
    assert ("does nothing on Windows" in told) is not offered
