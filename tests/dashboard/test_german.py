"""A German page says in German whatever the API says: nothing of the English catalogue shows through."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from mining.domain.message import TEMPLATES
from tests.daemons import SLACK, daemon
from tests.dashboard.conftest import Shown
from tests.dashboard.test_setup import WALLET
from tests.dashboard.test_system import nobody

pytestmark = pytest.mark.slow

TEXTS = Path(__file__).parents[2] / "dashboard" / "src" / "text" / "de"
WORDS = 3  # fewer stand in both languages


def runs(template: str) -> list[str]:
    """What of a template stands in every sentence that is made of it, where it is words enough."""
    return [run for run in re.split(r"\{[^}]*\}", template) if len(run.split()) >= WORDS]


@cache
def german() -> dict[str, str]:
    """The German templates by their codes."""
    files = [TEXTS / "messages.ts", *sorted((TEXTS / "messages").glob("*.ts"))]
    found = [re.findall(r"'([\w.]+)':\s+(['\"`])(.*?)\2,\n", file.read_text()) for file in files]
    return {code: text for rows in found for code, _, text in rows}


def english_in(place: Locator) -> list[str]:
    """The English sentences of the catalogue that a part of the page shows."""
    text = " ".join(place.inner_text().split())
    alike = " ".join(german().values())
    shown = [(code, run.strip()) for code, template in TEMPLATES.items() for run in runs(template)]
    return [f"{code}: {run}" for code, run in shown if run in text and run not in alike]


@pytest.fixture
def deutsch(chromium: Browser, tmp_path: Path) -> Iterator[Shown]:
    """The dashboard in a German browser."""
    with daemon(tmp_path) as running:
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE", timezone_id="UTC")
        tab = Shown(context, running)
        yield tab
        context.close()
        assert not tab.complaints, tab.complaints


def test_every_sentence_of_the_catalogue_is_found_in_german() -> None:
    assert german().keys() == TEMPLATES.keys()


def test_the_doctor_speaks_german(deutsch: Shown) -> None:
    page = deutsch.open("admin")
    doctor = page.get_by_role("region", name="Doktor")
    expect(doctor.get_by_role("status")).to_contain_text("in Ordnung", timeout=30000 * SLACK)
    doctor.locator("details summary").click()
    status, answer = deutsch.running.call("POST", "/doctor")
    assert status == 200
    text = " ".join(doctor.inner_text().split())
    for check in answer["data"]["checks"]:
        for wording in (check["titleWording"], check["meaningWording"]):
            assert wording is not None, check
            for run in runs(german()[wording["message"]]):
                assert run.strip() in text, check
    assert english_in(doctor) == []


def test_the_wizard_and_a_failed_installation_speak_german(deutsch: Shown) -> None:
    pool = nobody()
    page = deutsch.open("setup")
    page.get_by_role("button", name="Weiter", exact=True).click()
    page.get_by_text("Anderer Pool").click()
    page.locator("#own-pool").fill(pool)
    page.get_by_role("button", name="Testen").click()
    expect(page.locator(".own")).to_contain_text(f"{pool}: er lehnt Verbindungen ab.")
    assert english_in(page.locator("main")) == []
    page.get_by_role("button", name="Weiter", exact=True).click()
    page.locator("#wallet").fill(WALLET[:-1] + "B")
    expect(page.locator("#wallet-verdict")).to_contain_text("Prüfsumme stimmt nicht")
    assert english_in(page.locator("main")) == []
    page.locator("#wallet").fill(WALLET)
    page.locator("#worker").fill("garden shed")
    page.get_by_role("button", name="Weiter", exact=True).click()
    page = deutsch.open("setup/review")
    wrong = page.get_by_role("alert")
    expect(wrong).to_contain_text("muss druckbares ASCII", timeout=20000 * SLACK)
    assert english_in(page.locator("main")) == []

    page = deutsch.open("setup/wallet")
    page.locator("#worker").fill("garden-shed")
    page = deutsch.open("setup/review")
    warnings = page.locator("main")
    expect(warnings).to_contain_text("XMRig schürft 1 % der Zeit für seine Autoren.", timeout=20000 * SLACK)
    expect(warnings).to_contain_text(f"er wird nur als Rig-ID geschickt, denn nichts sagt, wo {pool} ihn liest")
    expect(warnings).to_contain_text(f"Kein Pool nimmt eine Verbindung an: {pool}: Verbindung abgelehnt")
    assert english_in(warnings) == []

    page.get_by_label("Starten, obwohl dies dagegen spricht").check()
    page.get_by_role("button", name="Installieren und starten").click()
    failed = page.get_by_role("alert").filter(has_text="Nichts wurde geändert")
    expect(failed).to_contain_text("nicht erreichbar", timeout=60000 * SLACK)
    assert english_in(page.locator("main")) == []


def test_a_saved_profile_and_its_faults_speak_german(deutsch: Shown) -> None:
    page = deutsch.open("profiles/new")
    page.locator("#profile-name").fill("Nacht")
    page.get_by_label("Adresse: ").first.fill("nonsense")
    page.locator("#wallet").fill(WALLET)
    page.keyboard.press("Control+s")
    expect(page.locator("#pool-fault-0")).to_contain_text("muss host:port sein")
    assert english_in(page.locator("main")) == []


def test_a_refused_pool_speaks_german(deutsch: Shown) -> None:
    pool = nobody()
    status, answer = deutsch.running.call("POST", "/pools", {"pool": pool, "name": "Gone"})
    assert status == 201, answer
    page = deutsch.open("pools?q=Gone")
    row = page.locator("tr", has_text="Gone")
    row.get_by_role("button", name=f"{pool} testen").click()
    expect(row).to_contain_text("hat die Verbindung abgelehnt")
    assert english_in(page.locator("main")) == []
