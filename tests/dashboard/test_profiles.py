"""Profiles in a real browser: edit, save, restart, and nothing typed is ever lost."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.daemons import SLACK, wait_for
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def profile(shown: Shown, name: str, type: str = "simulated", **config: Any) -> str:
    """Save a profile by the API; its id."""
    body = {"name": name, "minerType": type, "config": {"pool": "a.example:3333", "wallet": "anybody"} | config}
    status, answer = shown.running.call("POST", "/profiles", body)
    assert status == 201, answer
    return str(answer["data"]["id"])


def saved(shown: Shown, id: str) -> Any:
    """The configuration of a profile as the API has it."""
    return shown.running.call("GET", f"/profiles/{id}")[1]["data"]["config"]


def unsaved(page: Page) -> list[bool]:
    """What the element has said of unsaved changes."""
    return [bool(each) for each in page.evaluate("window.unsaved ?? []")]


def test_a_profile_is_edited_saved_and_its_miner_restarted_with_it(shown: Shown) -> None:
    id = profile(shown, "night", password="secret", pools=[{"pool": "b.example:3333"}], options={"hashrate": 4500})
    profile(shown, "another")
    assert shown.running.call("POST", f"/profiles/{id}/start")[0] == 201
    before = shown.running.miner("night")["pid"]
    page = shown.open(f"profiles/{id}")
    page.evaluate(
        "document.querySelector('mining-dashboard').addEventListener('mining-unsaved',"
        " (event) => (window.unsaved ??= []).push(event.detail.dirty))"
    )
    rows = page.locator(".profile-list li")
    expect(rows.first).to_contain_text("night")  # what runs comes first
    expect(rows.first).to_contain_text("kH/s")
    expect(rows.first.get_by_role("button", name="Stop: night")).to_be_visible()
    # Edit by keyboard: the second pool first, another one added, an option set.
    page.get_by_role("button", name="Move the fail-over 1 up").press("Enter")
    expect(page.get_by_label("Address of the primary pool")).to_have_value("b.example:3333")
    page.get_by_role("button", name="Add pool").press("Enter")
    page.keyboard.type("c.example:3333")
    page.get_by_text("More settings").click()
    page.get_by_label("hashrate").fill("9000")
    status = page.locator(".save-bar [role=status]")
    expect(status).to_contain_text("3 unsaved changes")
    expect(status).to_contain_text("fail-over 2 added, pools in another order, hashrate 4500 → 9000")
    assert unsaved(page) == [True]
    # Figures come meanwhile, and nothing that was typed is lost.
    hashrate = rows.first.inner_text()
    wait_for(lambda: rows.first.inner_text() != hashrate, 20 * SLACK, "another hashrate")
    expect(page.get_by_label("Address of the fail-over 2")).to_have_value("c.example:3333")
    expect(page.get_by_label("hashrate")).to_have_value("9000")
    # Leaving asks; to stay keeps everything.
    page.get_by_role("link", name="Overview", exact=True).first.click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("hashrate 4500 → 9000")
    question.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("hashrate")).to_have_value("9000")
    page.get_by_label("hashrate").press("Control+Enter")
    expect(page.get_by_text("1 miner was restarted")).to_be_visible()
    config = saved(shown, id)
    assert [config["pool"], *[each["pool"] for each in config["pools"]]] == [
        "b.example:3333",
        "a.example:3333",
        "c.example:3333",
    ]
    miner = shown.running.miner("night")
    assert (miner["config"]["options"], miner["pid"] == before) == ({"hashrate": 9000}, False)
    assert "secret" not in json.dumps(config)
    assert unsaved(page) == [True, False]
    page.get_by_role("button", name="Stop: night").first.click()
    expect(page.locator(".profile-list").get_by_role("button", name="Start: night")).to_be_visible(
        timeout=20000 * SLACK
    )


def addresses(page: Page) -> list[str]:
    """The pools as the editor shows them, in their order."""
    return [each.input_value() for each in page.locator("mining-pool-order input").all()]


def test_pools_are_put_in_order_by_the_mouse_and_by_keys(shown: Shown) -> None:
    id = profile(shown, "night", pools=[{"pool": "b.example:3333"}, {"pool": "c.example:3333"}])
    page = shown.open(f"profiles/{id}")
    rows = page.locator("mining-pool-order li")
    expect(rows).to_have_count(3)
    rows.last.locator(".grip").drag_to(rows.first)
    expect(page.get_by_label("Address of the primary pool")).to_have_value("c.example:3333")
    assert addresses(page) == ["c.example:3333", "a.example:3333", "b.example:3333"]
    said = page.locator("mining-pool-order [aria-live=polite].hidden")
    expect(said).to_have_text("Now number 1 of 3")
    # A drop outside of the list moves nothing, and is no text for the field there.
    rows.first.locator(".grip").drag_to(page.get_by_label("Profile name"))
    expect(page.get_by_label("Profile name")).to_have_value("night")
    assert addresses(page) == ["c.example:3333", "a.example:3333", "b.example:3333"]
    # By keys, from the field itself; what is first stays first.
    field = page.get_by_label("Address of the primary pool")
    field.press("Alt+ArrowUp")
    field.press("Alt+ArrowDown")
    field = page.get_by_label("Address of the fail-over 1")
    expect(field).to_have_value("c.example:3333")
    expect(field).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_label("Address of the fail-over 2")).to_be_focused()
    expect(said).to_have_text("Now number 3 of 3")
    # And by the buttons, of which the one at the end gives the focus to its neighbour.
    page.get_by_role("button", name="Move the fail-over 2 up").press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move the primary pool down")).to_be_focused()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("night is saved")).to_be_visible()
    config = saved(shown, id)
    assert [config["pool"], *[each["pool"] for each in config["pools"]]] == [
        "c.example:3333",
        "a.example:3333",
        "b.example:3333",
    ]


def test_the_slider_of_threads_says_its_number_and_none_is_the_program_s_choice(shown: Shown) -> None:
    id = profile(shown, "demo", "demo", pool="127.0.0.1:9")
    cpus = shown.running.call("GET", "/info")[1]["data"]["cpus"]
    page = shown.open(f"profiles/{id}")
    slider = page.get_by_role("slider", name="CPU threads")
    beside = page.locator("output[for=threads]")
    expect(slider).to_have_attribute("aria-valuetext", "the program decides")
    expect(slider).to_have_attribute("max", str(cpus))
    slider.press("ArrowRight")
    expect(beside).to_have_text(f"1 of {cpus}")
    expect(slider).to_have_attribute("aria-valuetext", f"1 of {cpus}")
    slider.press("End")
    expect(beside).to_have_text(f"{cpus} of {cpus}")
    slider.press("Control+s")
    expect(page.get_by_text("demo is saved")).to_be_visible()
    assert saved(shown, id)["threads"] == cpus
    slider.press("Home")
    expect(beside).to_have_text("the program decides")
    slider.press("Control+s")
    wait_for(lambda: "threads" not in saved(shown, id), 20, "the threads to be left to the program")


def test_a_wrong_wallet_and_a_seed_phrase_are_stopped_at_their_field(shown: Shown) -> None:
    page = shown.open("profiles/new")
    page.get_by_label("Profile name").fill("cpu")
    page.get_by_label("Coin").select_option("XMR")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or ""))
    wallet = page.locator("#wallet")
    wallet.fill("abandon " * 11 + "about")
    expect(page.get_by_role("alert")).to_contain_text("seed phrase")
    expect(wallet).to_have_value("")
    assert not any("abandon" in each for each in asked)
    wallet.fill(WALLET[:-1] + "B")
    expect(page.locator("#wallet-verdict")).to_contain_text("checksum is wrong")
    expect(wallet).to_have_attribute("aria-invalid", "true")
    # The API's own complaints stand at their fields, and the focus is at the first.
    page.get_by_label("Address of the primary pool").fill("nonsense")
    page.keyboard.press("Control+s")
    expect(page.locator("#pool-fault-0")).to_contain_text("must be host:port")
    expect(page.get_by_label("Address of the primary pool")).to_be_focused()
    page.get_by_label("Address of the primary pool").fill("127.0.0.1:9")
    wallet.fill(WALLET)
    expect(page.locator("#wallet-verdict")).to_contain_text("Check that it ends in QBEP3A")
    page.get_by_role("button", name="Test all").click()
    expect(page.locator(".pool-order .result")).to_contain_text("127.0.0.1:9")
    page.get_by_text("Preview config.json").click()
    expect(page.locator("mining-config-preview pre").last).to_contain_text("44AF…EP3A")
    assert WALLET not in page.locator("mining-config-preview").inner_text()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("cpu is saved")).to_be_visible()
    expect(page.locator("#profile-title")).to_have_text("cpu")
    expect(page).not_to_have_url(re.compile("profiles/new"))
    # On a phone the list and the editor are views of their own.
    shown.resize(390)
    expect(page.locator(".profile-list")).to_be_hidden()
    page.get_by_role("link", name="All profiles").click()
    expect(page.locator(".profile-editor")).to_be_hidden()
    page.get_by_role("link", name="cpu", exact=True).click()
    expect(page.get_by_label("Profile name")).to_have_value("cpu")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_second_work_is_saved_and_its_faults_stand_at_its_fields(shown: Shown) -> None:
    id = profile(shown, "night", algo="kawpow")
    page = shown.open(f"profiles/{id}")
    status = page.locator(".save-bar [role=status]")
    expect(page.locator("#second-pool")).to_be_hidden()
    page.get_by_text("Compute a second algorithm at the same time").click()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.post_data or ""))
    wallet = page.get_by_label("Second address")
    wallet.fill("abandon " * 11 + "about")
    expect(page.get_by_role("alert")).to_contain_text("seed phrase")
    expect(wallet).to_have_value("")
    assert not any("abandon" in each for each in asked)
    wallet.fill("kaspa-account")
    page.get_by_label("Second pool", exact=True).fill("nonsense")
    page.get_by_label("Second algorithm").select_option("etchash")
    page.get_by_label("Password at the second pool").fill("secret")
    expect(status).to_contain_text("second algorithm added")
    page.keyboard.press("Control+s")
    expect(page.locator("#second-pool-fault")).to_contain_text("must be host:port")
    expect(page.get_by_label("Second pool", exact=True)).to_be_focused()
    page.get_by_label("Second pool", exact=True).fill("kas.example:5555")
    expect(page.locator("#second-pool-fault")).to_have_count(0)
    page.keyboard.press("Control+s")
    expect(page.get_by_text("night is saved")).to_be_visible()
    assert saved(shown, id)["second"] == {"pool": "kas.example:5555", "wallet": "kaspa-account", "algo": "etchash"}
    # It is there when the page is opened again; its password stays unless another one is typed.
    page.reload()
    expect(page.get_by_label("Second pool", exact=True)).to_have_value("kas.example:5555")
    expect(page.get_by_label("Password at the second pool")).to_have_attribute("placeholder", "as saved, else none")
    page.get_by_label("Worker name at the second pool").fill("rig")
    expect(status).to_contain_text("second work: worker name at the second pool — → rig")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Nothing to save")).to_be_visible()
    exported = shown.running.call("GET", "/profiles/export?secrets=true")[1]
    assert '"password": "secret"' in json.dumps(exported)
    assert saved(shown, id)["second"]["worker"] == "rig"
    # A program that cannot do it has no such fields; what is there already can be removed.
    page.get_by_label("Program", exact=True).select_option("demo")
    expect(page.get_by_text("This program computes one algorithm only")).to_be_visible()
    page.get_by_role("button", name="Compute one algorithm only").click()
    expect(page.locator("#second-pool")).to_have_count(0)
    expect(status).to_contain_text("second algorithm removed")


def test_somebody_new_is_paid_only_after_the_word_and_a_change_from_elsewhere_takes_nothing_away(shown: Shown) -> None:
    id = profile(shown, "demo", "demo", pool="127.0.0.1:9")
    assert shown.running.call("PUT", "/settings", {"walletLock": True})[0] == 200
    page = shown.open(f"profiles/{id}")
    page.locator("#wallet").fill("somebody-else")
    expect(page.locator(".save-bar")).to_contain_text("wallet anybody → somebody-else")
    body = shown.running.call("GET", f"/profiles/{id}")[1]["data"]
    body["config"]["threads"] = 2
    assert shown.running.call("PUT", f"/profiles/{id}", body)[0] == 200
    expect(page.get_by_text("Somebody has changed this profile meanwhile")).to_be_visible()
    expect(page.locator("#wallet")).to_have_value("somebody-else")
    page.keyboard.press("Control+s")
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("This pays somebody new")
    word = question.locator("label span").inner_text().split()[1]
    pay = question.get_by_role("button", name="Pay this address")
    expect(pay).to_be_disabled()
    question.get_by_role("textbox").fill(word)
    pay.click()
    expect(page.get_by_text("demo is saved")).to_be_visible()
    assert saved(shown, id)["wallet"] == "somebody-else"


def test_profiles_are_duplicated_exported_imported_and_deleted(shown: Shown, tmp_path: Path) -> None:
    id = profile(shown, "night", algo="rx/0")
    page = shown.open(f"profiles/{id}")
    page.get_by_role("button", name="Duplicate", exact=True).click()
    expect(page.get_by_label("Profile name")).to_have_value("night copy")
    page.keyboard.press("Escape")
    page.get_by_label("Profile name").press("Control+s")
    expect(page.get_by_text("night copy is saved")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export all").click()
    file = tmp_path / "exported.json"
    download.value.save_as(file)
    page.get_by_role("button", name="Actions: night copy").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator(".profile-list li")).to_have_count(1)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import").click()
    chooser.value.set_files(file)
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("These names exist already: night.")
    question.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("region", name="What was imported")).to_contain_text("night copy created")
    expect(page.locator(".profile-list li")).to_have_count(2)
    own = tmp_path / "config.json"
    own.write_text('{"pools": [{"url": "pool.example:3333", "user": "w"}]}')
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import").click()
    chooser.value.set_files(own)
    expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"miner-ctrl --data-dir \S+ import config\.json"))
