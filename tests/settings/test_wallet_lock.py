"""The lock of the wallets: a request may close it, and never open it."""

from functools import partial
from pathlib import Path

import pytest

from mining.daemon import _check
from mining.domain.errors import InvalidRequest
from mining.settings import SettingInputs, Settings, resolve
from mining.settings.current import CurrentSettings


def running(file: Path) -> CurrentSettings:
    said = {"wallet_lock": True} if file.exists() else {}
    return CurrentSettings(resolve(SettingInputs(file, file.parent, said)), check=partial(_check, ()))


@pytest.mark.parametrize("value", [False, None])
def test_only_a_hand_in_the_file_takes_it_away(tmp_path: Path, value: bool | None) -> None:
    file = tmp_path / "settings.yaml"
    settings = running(file)
    assert not settings.now.rig_settings.wallet_lock
    settings.change({"walletLock": True})
    assert settings.now.rig_settings.wallet_lock
    written = file.read_text("utf-8")
    again = running(file)
    with pytest.raises(InvalidRequest, match="by hand"):
        again.change({"walletLock": value, "logLevel": "debug"})
    assert file.read_text("utf-8") == written
    assert again.now.wallet_lock


def test_without_it_nothing_asks() -> None:
    assert not Settings(data_dir=Path("/data")).wallet_lock
