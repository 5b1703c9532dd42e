"""The programs in a real browser: what is said before a click, and what no click installs."""

import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from mining.miners import adapter
from mining.miners.xmrig import XMRig
from mining.programs import local
from mining.programs.registered import register
from tests.daemons import SLACK
from tests.dashboard.conftest import Shown, a_tab
from tests.standins import vendor as standin
from tests.standins.program_standin import install_program
from tests.vendors import publish, vendor_daemon

pytestmark = pytest.mark.slow

COMMAND = "install xmrig --allow-unverified"
OWN = ("cpuminer-opt", "ccminer")  # which nobody publishes for Linux
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


@pytest.fixture
def bare(chromium: Browser, tmp_path: Path, vendor: standin.Standin) -> Iterator[Shown]:
    """As `shop`, but the author signs nothing, and GitHub tells no digest."""
    vendor.signs = False
    publish(vendor, "9.9.9", digests=False, signed=False)
    with vendor_daemon(tmp_path, vendor) as running, a_tab(chromium, running) as tab:
        yield tab


def card(page: Page, title: str) -> Locator:
    """What the page shows of one program."""
    return page.get_by_role("region", name=title)


def unfold(page: Page) -> None:
    """Show what is for hardware that this machine lacks, too."""
    expect(card(page, "XMRig")).to_be_visible()
    others = page.get_by_text("programs for hardware that was not found here")
    if others.count():
        others.click()


def by_its_owner(tab: Shown, vendor: standin.Standin) -> None:
    """What the command of the page does in a terminal, with the vendor on loopback."""

    class Bare(XMRig):
        """XMRig whose author is the stand-in, and signs nothing."""

        releases = replace(XMRig.releases, pins={}, signature=None)

    place = ("linux", "amd64")
    local.install(Bare(), tab.running.data, place, lambda _: None, vendor=vendor.vendor, allow_unverified=True)


def test_what_nothing_proves_is_installed_only_by_its_owner_s_word(bare: Shown, vendor: standin.Standin) -> None:
    page = bare.open("miners?tab=available")
    page.get_by_role("button", name="Look for new versions").click()
    xmrig = card(page, "XMRig")
    expect(xmrig.get_by_role("heading", name="Unproven")).to_be_visible(timeout=20000 * SLACK)
    expect(xmrig).to_contain_text("Unproven: nothing proves where the file comes from")
    expect(xmrig.get_by_role("button", name="Install")).to_have_count(0)
    expect(xmrig.get_by_text(COMMAND)).to_have_count(0)
    xmrig.get_by_text("A second opinion").click()
    expect(xmrig).to_contain_text("They prove nothing")
    expect(xmrig).to_contain_text("ab" * 32)
    # Whoever asks the API for it without that word gets nothing.
    status, answer = bare.running.call("POST", "/miners/xmrig/install")
    assert (status, answer["error"]["code"]) == (500, "VERIFICATION_FAILED")
    assert bare.running.call("POST", "/miners/xmrig/install?allowUnverified=true")[0] == 400
    expect(xmrig.get_by_text("XMRig was not installed")).to_be_visible()
    xmrig.get_by_label("I trust whoever published it").check()
    expect(xmrig.get_by_text(COMMAND)).to_be_visible()
    by_its_owner(bare, vendor)
    xmrig.get_by_role("button", name="I have done that: look again").click()
    expect(xmrig).to_have_count(0)
    page.get_by_role("tab", name="Installed").click()
    expect(card(page, "XMRig")).to_contain_text("Unproven: nothing proves where the file comes from")


def test_the_wizard_asks_for_the_same_word_before_its_last_button(bare: Shown, vendor: standin.Standin) -> None:
    bare.running.call("POST", "/update?checkOnly=true&all=true")
    page = bare.open()
    answers = f'{{"coin": "XMR", "algorithm": "rx/0", "pool": "127.0.0.1:9", "wallet": "{WALLET}", "program": "xmrig"}}'
    page.evaluate("answers => localStorage.setItem('mining-dashboard.setup', answers)", answers)
    page.reload()
    page = bare.open("setup/review")
    expect(page.get_by_label("Program", exact=True)).to_contain_text("XMRig (unproven)", timeout=20000 * SLACK)
    about = page.get_by_role("region", name="XMRig")
    expect(about).to_contain_text("GPL-3.0-or-later")
    page.get_by_label("Start although this stands against it").check(timeout=20000 * SLACK)
    expect(page.get_by_role("button", name="Install and start")).to_be_disabled()
    expect(about.get_by_text(COMMAND)).to_have_count(0)
    about.get_by_label("I trust whoever published it").check()
    expect(about.get_by_text(COMMAND)).to_be_visible()
    expect(page.get_by_role("button", name="Install and start")).to_be_disabled()
    by_its_owner(bare, vendor)
    about.get_by_role("button", name="I have done that: look again").click()
    expect(about).to_have_count(0)
    page.get_by_label("Start although this stands against it").check(timeout=20000 * SLACK)
    expect(page.get_by_role("button", name="Save and start")).to_be_enabled()


def test_every_program_says_before_a_click_how_it_comes_here_and_what_proves_it(shown: Shown) -> None:
    page = shown.open("miners?tab=available")
    rows = shown.running.call("GET", "/miners/available?limit=100")[1]["data"]["items"]
    unfold(page)
    said: dict[str, str] = {}
    for row in rows:
        if row["origin"] == "own":
            continue
        about = card(page, row["title"])
        expect(about).to_be_visible()
        text = " ".join(about.inner_text().split())  # as it is seen
        if not row["installable"]:
            expect(about.get_by_role("button", name="Install")).to_have_count(0)
            said[row["type"]] = "build" if "Register your own build" in text else "nothing"
        elif row["verification"]["how"] == "digest":
            said[row["type"]] = "digest" if "not who uploaded it" in text else "nothing"
        else:
            said[row["type"]] = "signature" if "signature" in text else "nothing"
    assert "nothing" not in said.values(), said
    assert len(said) == 14
    assert {type for type, how in said.items() if how == "build"} == {*OWN, "monerod"}


@pytest.mark.parametrize("type", OWN)
def test_the_command_of_the_page_works_in_a_terminal_as_it_stands(shown: Shown, tmp_path: Path, type: str) -> None:
    """Another folder than the usual one, another port, and a shell that finds no miner-ctrl."""
    page = shown.open("miners?tab=available")
    about = card(page, type)
    unfold(page)
    text = about.locator(".getting .command code").inner_text()
    (tmp_path / "my builds").mkdir()
    program = install_program(tmp_path / "my builds", type)
    pasted = text.replace(f"/path/to/{type}", shlex.quote(str(program)))
    assert pasted != text
    plain = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run(["/bin/sh", "-c", pasted], cwd="/", env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (pasted, done.stderr)
    about.get_by_role("button", name="I have done that: look again").click()
    expect(about).to_have_count(0)
    page.get_by_role("tab", name="Installed").click()
    expect(card(page, type)).to_be_visible()


def test_a_program_that_does_not_tell_of_its_connection_is_not_said_to_be_without_one(
    shown: Shown, tmp_path: Path
) -> None:
    (tmp_path / "nano").mkdir()
    register(adapter("nanominer"), install_program(tmp_path / "nano", "nanominer"), shown.running.data / "programs")
    body = {"pool": "127.0.0.1:9", "wallet": "somebody", "algo": "ethash"}
    status, answer = shown.running.call("POST", "/miners/nanominer?force=true", body)
    assert status == 201, answer
    page = shown.open("miners/nanominer")
    connection = page.get_by_role("region", name="Pool connection")
    expect(connection.get_by_text("Not told by the program")).to_be_visible(timeout=20000 * SLACK)
    expect(connection.get_by_text("Not connected")).to_have_count(0)
    page = shown.open("overview")
    expect(page.get_by_text("its program does not tell whether it is connected")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_beginner_sees_first_what_suits_the_machine_and_what_each_program_is(shown: Shown, width: int) -> None:
    shown.resize(width)
    page = shown.open("miners?tab=available")
    titles = page.locator("main .program h2")
    expect(titles.first).to_have_text("XMRig")
    build = card(page, "cpuminer-opt")
    expect(build.get_by_role("heading", name="Register your own build")).to_be_visible()
    expect(build.get_by_text("register cpuminer-opt /path/to/cpuminer-opt")).to_be_visible()
    expect(build.get_by_role("button", name="Install")).to_have_count(0)
    srb = card(page, "SRBMiner-MULTI")
    expect(srb).to_contain_text("Other machines in your network may ask it")
    expect(srb).to_contain_text("Every user of this machine can read them while it runs")
    expect(srb).to_contain_text("not who uploaded it")
    expect(srb.get_by_text("Whether it computes RandomX v2 is not known")).to_be_hidden()
    srb.get_by_text("that nobody could confirm").click()
    expect(srb.get_by_text("Whether it computes RandomX v2 is not known")).to_be_visible()
    if not shown.running.call("GET", "/info")[1]["data"]["gpus"]:
        expect(card(page, "lolMiner")).to_be_hidden()
        page.get_by_text("programs for hardware that was not found here").click()
    expect(card(page, "lolMiner")).to_contain_text("not tried")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_machine_that_is_only_watched_has_no_console_and_nothing_to_install(shown: Shown) -> None:
    body = {"pool": "127.0.0.1:9", "wallet": "nobody", "algo": "scrypt"}
    status, answer = shown.running.call("POST", "/miners/cgminer?name=l3", body)
    assert status == 201, answer
    page = shown.open("miners/l3")
    expect(page.get_by_text("only watched")).to_be_visible()
    expect(page.get_by_text("127.0.0.1:9 is only read")).to_be_visible()
    expect(page.locator("mining-console")).to_have_count(0)
    expect(page.get_by_role("region", name="Pool connection")).not_to_contain_text("Pays")
    page.get_by_text("More", exact=True).last.click()
    expect(page.get_by_text("miner-ctrl logs")).to_have_count(0)
    page = shown.open("miners?tab=installed")
    watch = card(page, "cgminer family")
    expect(watch).to_contain_text("Machines that mine already")
    expect(watch.get_by_role("button")).to_have_count(0)
