"""What the tests of upgrades share: each release of the past, unpacked once, and its state laid out for one test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.upgrade.releases import Layout, Release, lay_out, unpacked


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """0.1.0, which can be run."""
    return unpacked("0.1.0", tmp_path_factory.mktemp("release"))


@pytest.fixture
def laid_out(old: Release, tmp_path: Path) -> Callable[..., Layout]:
    """Lays the state of 0.1.0 out in the test's folder; the arguments are those of `lay_out`."""

    def lay(**how: Any) -> Layout:
        return lay_out(old, tmp_path / "rig", **how)

    return lay
