"""The examples of the guides that need graphics cards: they are run with pretended ones, once those were measured."""

from pathlib import Path

import pytest

from tests.daemons import daemon, wait_for
from tests.journeys.test_docs import BLOCK, Reader, commands_in, missing_from
from tests.pool_threads import a_pool

pytestmark = pytest.mark.slow
GUIDES = Path(__file__).parents[2] / "docs/guides"


@pytest.mark.parametrize("guide", ["api.md", "cli.md"])
def test_what_the_guides_show_of_cards_holds(tmp_path: Path, guide: str) -> None:
    blocks = BLOCK.finditer((GUIDES / guide).read_text("utf-8"))
    (text,) = (each["text"] for each in blocks if "test_card_history.py" in (each["why"] or ""))
    with daemon(tmp_path) as running, a_pool() as pool:
        running.simulate("rig", gpus=2)
        past = "/miners/rig/hashrate-history?card=0&duration=5m&resolution=10s"
        points = lambda: running.call("GET", past)[1].get("data", {}).get("points", ())  # noqa: E731 - asked again
        wait_for(lambda: any(each["hashrate"] for each in points()), 60, "a bucket of a card that is over")
        reader = Reader(running, pool, Path("/nowhere"), {})
        for shown in commands_in(text, 0):
            code, printed = reader.run(shown.command)
            assert (code, missing_from(printed, shown.output)) == (0, None), printed
