"""What the tests of adapters share: a system that lets XMRig do what Linux does."""

from collections.abc import Iterator

import pytest

from mining.miners import xmrig
from mining.miners.xmrig import configuration


@pytest.fixture(scope="module", autouse=True)
def as_on_linux() -> Iterator[None]:
    """Registers and pages are XMRig's to set, and nobody is known to sit there; tests/engine tries other systems."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (configuration, xmrig):
            patched.setattr(module, "MSR", True)
        patched.setattr(xmrig, "TELLS_USE", False)
        patched.setattr(xmrig, "RESERVES_PAGES", True)
        yield
