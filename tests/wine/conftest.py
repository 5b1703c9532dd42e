"""What every test under Wine shares: Windows' Python, and at the end nothing of Windows left."""

from collections.abc import Iterator

import pytest

from tests.wine.making import windows_python
from tests.wine.windows_python import end_all


@pytest.fixture(scope="session", autouse=True)
def windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows' Python is ready; it takes a minute or two the first time, and says so."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def tell(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}", end="", flush=True)

    windows_python(tell)
    yield
    end_all()
