"""Every page, tab and dialog of a rig that has something of each kind, in German: no text is left in English."""

import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.daemons import SLACK, Daemon, wait_for
from tests.dashboard.conftest import Shown
from tests.dashboard.language import Heard, is_english, texts_on
from tests.dashboard.test_german import english_in
from tests.dashboard.test_setup import WALLET
from tests.dashboard.test_system import nobody
from tests.pool_threads import a_pool
from tests.standins import vendor as standin
from tests.targets import an_inbox
from tests.vendors import publish, vendor_daemon

pytestmark = pytest.mark.slow

POOL = {"pool": "pool.example:3333", "wallet": "anybody"}
MODES = ("hang-api", "garbage", "zero", "config-exit", "crash")
PROFILES: dict[str, dict[str, Any]] = {
    "simulated": POOL,
    "xmrig": {"pool": "pool.example:3333", "coin": "XMR", "wallet": WALLET},
    "srbminer-multi": {"pool": "pool.example:3333", "algo": "rx/0", "wallet": WALLET},
    "monerod": {"pool": "daemon+http://127.0.0.1:18081", "wallet": WALLET},
}
VIEWS = (
    "overview", "statistics", "miners", "miners?tab=installed", "miners?tab=available", "profiles", "profiles/new",
    "pools?coin=XMR", "admin", "admin/timeline", "settings", "setup/coin", "setup/pool", "setup/wallet",
    "setup/hardware", "setup/review",
)  # fmt: skip
# What a reason, an event or the last error of a connection says in a program's or a system's own words.
QUOTED = re.compile(r"\.(params\.words|lastError|tail\[\]|logs.*\.text|more\[\]\.text)$|/logs\.")


@dataclass
class Walk:
    """A tab on that rig, and what of all it has shown was English, by view."""

    tab: Shown
    heard: Heard
    found: dict[str, list[str]]

    @property
    def page(self) -> Page:
        """Where it is."""
        return self.tab.page

    def open(self, view: str) -> Page:
        """Go there afresh, so that no dialog is left, and look."""
        page = self.tab.open(view)
        page.reload()
        expect(page.locator("mining-dashboard main")).to_be_visible()
        self.look(view)
        return page

    def look(self, view: str) -> None:
        """Note what is English of what is shown now."""
        self.page.wait_for_timeout(700)  # what it asks the daemon for
        shown = texts_on(self.page)
        told = [said for said in self.heard.english(shown) if not QUOTED.search(said.place)]
        theirs = [text for text, place in self.heard.texts.items() if QUOTED.search(place)]
        own = [text for text in shown if is_english(_without(text, theirs))]
        sentences = english_in(self.page.locator("body"))
        if wrong := [*(f"{said.place}: {said.text}" for said in told), *own, *sentences]:
            self.found.setdefault(view, []).extend(wrong)

    def press(self, name: str, view: str) -> None:
        """Press a button and look at what comes."""
        self.page.get_by_role("button", name=name).first.click()
        self.look(view)


def _without(text: str, quoted: list[str]) -> str:
    for each in quoted:
        text = text.replace(each, "")
    return text


def fill(running: Daemon, pool: str) -> dict[str, str]:
    """Miners with every trouble, installations that fail, profiles, pools and a key; the profiles' ids by type."""

    def done(method: str, path: str, body: Any = None) -> Any:
        status, answer = running.call(method, path, body)
        assert status < 300, answer
        return answer["data"]

    running.simulate("fine", hashrate=4500)
    second = {"pool": "kas.example:5555", "wallet": "anybody", "algo": "kheavyhash"}
    done("POST", "/miners/simulated?name=cards", POOL | {"algo": "kawpow", "options": {"gpus": 3}, "second": second})
    for name in ("paused", "stopped", "killed"):
        running.simulate(name)
    done("POST", "/miners/paused/pause")
    done("DELETE", "/miners/stopped")
    for mode in MODES:
        done("POST", f"/miners/simulated?name={mode}&force=true", POOL | {"options": {"mode": mode, "after": 1}})
    done("POST", "/miners/simulated?name=login&force=true", POOL | {"options": {"refuseLogin": True}})
    demo = {"wallet": "anybody", "threads": 1}
    done("POST", "/miners/demo?name=demo&force=true", demo | {"pool": pool, "pools": [{"pool": nobody()}]})
    done("POST", "/miners/demo?name=nowhere&force=true", demo | {"pool": nobody()})
    done("POST", "/miners/cgminer?name=asic", {"pool": nobody(), "wallet": "anybody", "algo": "scrypt"})
    done("POST", "/miners/monerod?name=node&force=true", {"pool": f"daemon+http://{nobody()}", "wallet": WALLET})
    done("POST", "/miners/xmrig/install?wait=true")
    for type in ("srbminer-multi", "lolminer"):  # which the vendor here does not have
        running.call("POST", f"/miners/{type}/install")
    done("POST", "/update?checkOnly=true&all=true")
    for address, name in ((nobody(), "Gone"), (pool, "Here")):
        done("POST", "/pools", {"pool": address, "name": name})
    done("POST", "/keys", {"name": "Handy", "role": "operator"})
    done("PUT", "/settings", {"logLevel": "debug"})
    os.kill(running.alive("killed")[0], signal.SIGKILL)
    profiles = {
        type: done("POST", "/profiles", {"name": f"Profil {type}", "minerType": type, "config": config})["id"]
        for type, config in PROFILES.items()
    }
    done("PUT", f"/profiles/{profiles['xmrig']}", {
        "name": "Profil xmrig", "minerType": "xmrig", "config": PROFILES["xmrig"] | {"pool": "b.example:3333"},
    })  # fmt: skip
    return profiles


@pytest.fixture
def walk(chromium: Browser, tmp_path: Path, vendor: standin.Standin) -> Iterator[tuple[Walk, dict[str, str]]]:
    """A German browser on a rig with something of each kind."""
    publish(vendor, "9.9.9")
    with an_inbox() as inbox, a_pool() as pool:
        notify = [inbox.url, f"json://{nobody()}/s3cret"]
        said = {"settings": {"notify": notify}, "timing": {"test_limit": 60.0}}  # s, for a sender that begins late
        with vendor_daemon(tmp_path, vendor, first=600.0, longest=600.0, **said) as running:
            profiles = fill(running, pool.address)
            context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE", timezone_id="UTC")
            tab = Shown(context, running)
            yield Walk(tab, Heard(tab.page), {}), profiles
            context.close()
            assert not tab.complaints, tab.complaints


def test_no_page_and_no_dialog_shows_anything_in_english(walk: tuple[Walk, dict[str, str]]) -> None:
    here, profiles = walk
    codes = lambda: {each["code"] for each in here.tab.running.call("GET", "/attention")[1]["data"]["items"]}  # noqa: E731 - it is asked again
    wait_for(lambda: {"crash_loop", "login_refused", "pool_unreachable"} & codes(), 60, "what needs attention")
    for view in VIEWS:
        here.open(view)
    miners = [each["name"] for each in here.tab.running.call("GET", "/miners?limit=100")[1]["data"]["items"]]
    for name in miners:
        here.open(f"miners/{name}")
    for view in ("miners/fine?edit", *(f"profiles/{id}" for id in profiles.values())):
        page = here.open(view)
        page.get_by_text("Weitere Einstellungen").click()
        page.get_by_text("Vorschau von").click()
        page.wait_for_timeout(1500)
        here.look(f"{view}, unfolded")

    here.open("overview")
    here.page.keyboard.press("Control+k")
    here.look("search")
    here.open("overview")
    here.page.locator("main").focus()
    here.page.keyboard.press("?")
    here.look("keys")
    here.open("settings")
    here.press("Test senden", "a test of the notifications")
    expect(here.page.get_by_text("war nicht erreichbar")).to_be_visible(timeout=20_000 * SLACK)
    here.look("a test of the notifications")
    here.press("Ziel hinzufügen", "a target")
    dialog = here.page.get_by_role("dialog")
    dialog.get_by_label("Adresse des Ziels").fill("nonsense://x")
    here.page.keyboard.press("Enter")
    expect(dialog.get_by_text("an den keine Nachrichten gehen")).to_be_visible()
    here.look("a wrong target")
    page = here.open("pools?q=127.0.0.1")
    for each in page.get_by_role("button", name=re.compile("^127.0.0.1.* testen$")).all():
        each.click()
    expect(page.get_by_text("hat die Verbindung abgelehnt").first).to_be_visible(timeout=20_000 * SLACK)
    here.look("tests of pools")
    here.press("Pool hinzufügen", "a pool")
    here.open("admin")
    here.press("Überprüfen", "the audit")
    here.open("admin")
    here.press("Schlüssel anlegen", "a key")
    here.open("miners/stopped")
    here.press("Aktionen: stopped", "the actions of a miner")
    here.page.get_by_role("menuitem", name="Vergessen").click()
    here.look("a question")
    assert here.found == {}


def test_a_wrong_key_is_refused_in_german(chromium: Browser, tmp_path: Path, vendor: standin.Standin) -> None:
    with vendor_daemon(tmp_path, vendor, settings={"auth": "always"}) as running:
        context = chromium.new_context(locale="de-DE")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{running.port}/")
        page.get_by_label("Zugangsschlüssel").fill("mk_wrong")
        page.get_by_role("button", name="Schlüssel verwenden").click()
        expect(page.get_by_role("alert")).to_contain_text("ist hier nicht bekannt", timeout=30_000)
        assert english_in(page.locator("body")) == []
        context.close()


def test_an_english_text_on_a_german_page_is_noticed(shown: Shown) -> None:
    here = Walk(shown, Heard(shown.page), {})
    shown.start("fine")
    expect(shown.open("miners").get_by_role("link", name="fine")).to_be_visible()
    script = "text => document.querySelector('mining-dashboard').shadowRoot.querySelector('main').append(text)"
    shown.page.evaluate("document.querySelector('mining-dashboard').lang = 'de'")
    expect(shown.page.get_by_role("link", name="Übersicht").first).to_be_visible()  # it draws everything anew before
    shown.page.evaluate(script, "There is nothing to see here.")
    here.look("miners")
    assert any("nothing to see" in each for each in here.found["miners"])
