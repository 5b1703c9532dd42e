"""What is on the pictures that are compared with the design: each page and state by the name of its drawing."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from playwright.sync_api import Page, Route, expect

from tests.dashboard.sample_rig import WALLET

Act = Callable[[Page], None]
# What the wizard looked at: the machine that takes the pictures is nobody's business.
MACHINE = {"model": "AMD Ryzen 9 7950X", "cores": 16, "l3": 64 * 2**20}
THREADS = 32
CARDS = [
    {
        "id": f"0000:0{number}:00.0", "vendor": "NVIDIA", "name": "NVIDIA GeForce RTX 3070", "backend": "cuda",
        "memory": 8 * 2**30, "driver": "NVIDIA 550.120", "device": number - 1, "reading": None,
    }
    for number in (1, 2)
]  # fmt: skip
ANSWER_TIMES = (38.0, 52.0, 58.0, 61.0, 187.0, 74.0, 96.0)  # ms, of the pools in the order in which they are tested
# What the wizard was told, so that it has a last page.
ANSWERS = json.dumps(
    {
        "coin": "XMR", "algorithm": "rx/0", "pool": "stratum+ssl://pool.hashvault.pro:443", "wallet": WALLET,
        "second": "stratum+ssl://pool.supportxmr.com:443", "worker": "tower", "hugePages": True,
    }
)  # fmt: skip


class Scene(NamedTuple):
    """One page in one state; `whole` is all of it, not a window of the usual height."""

    name: str
    view: str
    act: Act | None = None  # what brings it into that state
    ahead: Act | None = None  # what is done before it is opened
    whole: bool = True


def change_a_profile(page: Page) -> None:
    """Two changes that are not saved yet."""
    page.get_by_label("Worker name", exact=True).fill("tower")
    page.get_by_label("Pool password", exact=True).fill("x")


def ask_to_stop(page: Page) -> None:
    """The question before several miners are stopped."""
    for box in page.get_by_role("checkbox", name="Select xmr").all():
        box.check()
    page.locator(".bulk").get_by_role("button", name="Stop").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def search(page: Page) -> None:
    """The search, with some letters typed."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("stop")


def tell(page: Page) -> None:
    """A message of each kind."""
    done = {"kind": "ok", "text": "Profile xmr-cpu saved"}
    failed = {"kind": "error", "text": "erg-test would not start: the pool refused the wallet address"}
    page.evaluate(
        "(all) => all.forEach((each) => document.querySelector('mining-dashboard').toast(each))", [done, failed]
    )


def read_a_chart(page: Page) -> None:
    """The crosshair of a chart, moved by keys."""
    page.locator("mining-chart [role=slider]").first.focus()
    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")


def type_what_is_wrong(page: Page) -> None:
    """A wallet of another coin."""
    page.get_by_label("Monero address").fill("0x52908400098527886E0F7030069857D2E4169EE7")


def answer_never(page: Page) -> None:
    """Let no request be answered."""
    page.route_web_socket("**/api/**", lambda _: None)
    page.route("**/api/**", lambda _: None)


def find_nothing(page: Page) -> None:
    """A filter that fits no miner."""
    page.get_by_role("searchbox").first.fill("nobody")


SCENES = (
    Scene("01-overview", "overview"),
    Scene("02-miner-detail", "miners/rvn-gpu"),
    Scene("03-profiles", "profiles"),
    Scene("03-profile-editor", "profiles/{xmr-night}", change_a_profile),
    Scene("04-wizard-coin", "setup/coin"),
    Scene("04-wizard-pool", "setup/pool"),
    Scene("04-wizard-wallet", "setup/wallet"),
    Scene("04-wizard-hardware", "setup/hardware"),
    Scene("04-wizard-review", "setup/review"),
    Scene("08-statistics", "statistics?range=7d"),
    Scene("09-dialog", "miners", ask_to_stop, whole=False),
    Scene("09-search", "overview", search, whole=False),
    Scene("09-messages", "overview", tell, whole=False),
    Scene("09-crosshair", "overview", read_a_chart),
    Scene("09-field-with-an-error", "setup/wallet", type_what_is_wrong),
    Scene("09-nothing-here", "miners", find_nothing, whole=False),
    Scene("09-loading", "overview", ahead=answer_never, whole=False),
    Scene("miners", "miners"),
    Scene("available", "miners?tab=available"),
    Scene("pools", "pools?coin=XMR"),
    Scene("admin", "admin"),
    Scene("timeline", "admin/timeline"),
    Scene("settings", "settings"),
)
EMPTY = Scene("06-empty", "overview")
LOST = Scene("07-error", "overview")


def stand_in(page: Page) -> None:
    """Answer for the daemon what pictures must not depend on: the machine and its paths, and how fast pools answer."""
    page.route("**/api/v1/mining/info", _other_machine)
    page.route("**/api/v1/mining/pools/test", _Measured())


def _other_machine(route: Route) -> None:
    answer = route.fetch()
    body = answer.json()
    body["data"]["cpus"] = THREADS
    body["data"]["cpu"] |= MACHINE
    body["data"]["gpus"] = CARDS
    body["data"]["commandLine"] = "miner-ctrl"
    route.fulfill(response=answer, body=json.dumps(body))


class _Measured:
    """The answer of each test: a made-up time."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, route: Route) -> None:
        pool = (route.request.post_data_json or {})["pool"]
        tls = "ssl" in pool
        time = ANSWER_TIMES[self.count % len(ANSWER_TIMES)]
        self.count += 1
        test: dict[str, Any] = {
            "pool": pool, "result": "reachable", "text": "The pool answers.", "wording": None, "address": "192.0.2.1",
            "connectMs": time, "tls": tls, "tlsMs": time if tls else None, "tlsFingerprint": None, "login": None,
            "loginText": None, "loginWording": None,
        }  # fmt: skip
        route.fulfill(json={"data": test})
