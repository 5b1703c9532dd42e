"""What every test shares: the live tests run only where the real program is, and some tests run alone."""

import os
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("any machine", deadline=None)  # an example that is slow is not wrong
hypothesis.settings.register_profile("check", deadline=None, max_examples=25)  # the whole run looks at 100
hypothesis.settings.load_profile("any machine")

ALONE = {"clients", "faults", "systems", "wine"}  # folders whose tests have the machine to themselves


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what nothing else may run beside."""
    if ALONE & set(item.path.relative_to(Path(__file__).parent).parts):
        item.add_marker("alone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the live tests, by name and count, unless MINING_XMRIG points to the real XMRig."""
    if os.environ.get("MINING_XMRIG"):
        return
    live = [item for item in items if item.get_closest_marker("live")]
    if live and "live" in (config.getoption("markexpr") or "") and "not live" not in config.getoption("markexpr"):
        raise pytest.UsageError("the live tests drive the real XMRig: set MINING_XMRIG=/path/to/xmrig")
    items[:] = [item for item in items if item not in live]
    config.hook.pytest_deselected(items=live)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder of one's own."""
    path = tmp_path / "data"
    path.mkdir(mode=0o700)
    return path
