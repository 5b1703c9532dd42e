"""What a page of a foreign origin is told: enough to watch, nothing to misuse."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from websockets.sync.client import connect

from mining.api.app import DECLARED
from mining.api.live import live_data
from mining.api.masking import public_event, public_job, public_miner, view
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE
from mining.cli.reference import SETTINGS
from mining.domain.config import Config
from mining.domain.event import Event
from mining.domain.message import phrase
from mining.domain.miner import MinerPayee, Reason, reason
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import InstallJob, JobError
from mining.domain.programs.program import Installation, Program
from mining.domain.redaction import secrets_of
from mining.domain.rig import Change, LogLine, LogPage
from mining.domain.wording import worded, wording_of
from tests.api.paper_rig import BODY, NOON, WALLET, a_miner
from tests.api.serving import Served, data_of
from tests.principals import ME, STRANGER

FOREIGN = {"Origin": "https://evil.com"}
SECRET = "s3cret-option"


def test_hides_a_short_login_and_its_worker_wherever_they_stand() -> None:
    config = {
        **BODY,
        "wallet": "somebody.basement",
        "worker": "garden-shed",
        "pools": [{"pool": "a:1", "wallet": "else"}],
    }
    page = LogPage(items=(LogLine(time=NOON, text="login somebody.basement of garden-shed"),), cursor="1:0")
    assert view(page, STRANGER, secrets_of(config)).items[0].text == "login some…ment of …"


def test_an_event_loses_its_details() -> None:
    event = Event(at=NOON, kind="crash", text="/p/xmrig ended", details={"tail": [f"login {WALLET}"]})
    assert public_event(event).to_json() == event.but(text="… ended", details={}).to_json()


def test_what_a_sentence_speaks_of_is_masked_as_the_sentence_is() -> None:
    event = Event(at=NOON, kind="stop", text="Stopped.", message="miner.stopped", params={"who": WALLET, "n": 1})
    shown = view(event, STRANGER)
    assert (shown.message, shown.params) == ("miner.stopped", {"who": "44AF…EP3A", "n": 1})
    reason = Reason(code="autostart_off", text="no", message="autostart.off", params={"miner": "/p/xmrig"})
    shown_reason = view(a_miner(reason=reason), STRANGER).reason
    assert shown_reason is not None
    assert shown_reason.params == {"miner": "…"}


def test_a_sentence_in_a_sentence_is_masked_too_and_keeps_its_code() -> None:
    gone = phrase("program.vanished_installed", path="/home/me/xmrig")
    text = phrase("miner.not_started", why=gone)
    event = Event(at=NOON, kind="error", miner="xmrig", **worded(text))
    shown = json.loads(json.dumps(public_event(event).to_json()))
    assert "/home/me" not in json.dumps(shown)
    assert shown["parts"]["why"]["message"] == "program.vanished_installed"
    assert "/home/me" not in json.dumps(
        public_miner(a_miner().but(reason=reason("spawn_failed", text.message))).to_json()
    )
    failed = JobError(code="MINER_NOT_INSTALLED", message=text, details={})
    job = InstallJob(
        id="1", type="xmrig", state="failed", started_at=NOON, error=failed, message=text, wording=wording_of(text)
    )
    told = public_job(job).to_json()
    assert "/home/me" not in json.dumps(told)
    assert told["wording"]["parts"]["why"]["message"] == "program.vanished_installed"


def test_what_another_version_said_is_shown_as_it_said_it() -> None:
    event = Event(at=NOON, kind="crash", text="Its words.", message="of.tomorrow", params={"path": "/home/me"})
    shown = public_event(event)
    assert (shown.text, shown.message, shown.params) == ("Its words.", "of.tomorrow", {"path": "…"})


def test_a_miner_loses_its_options_and_the_path_in_its_reason() -> None:
    miner = a_miner(
        config={**BODY, "options": {"key": SECRET}}, reason=Reason(code="quarantined", text="/p/xmrig has vanished.")
    )
    shown = json.dumps(public_miner(miner).to_json())
    assert SECRET in json.dumps(miner.to_json())
    for secret in (SECRET, WALLET, "/p/xmrig"):
        assert secret not in shown


def test_a_stranger_learns_of_a_payee_no_worker_and_no_page() -> None:
    page = f"https://pool.example/{WALLET}"
    paid = MinerPayee(pool="pool.example:3333", payee="44AF…BEP3A", worker="garden-shed", coin="XMR", page=page)
    (shown,) = public_miner(a_miner(payees=(paid,))).payees
    assert shown == paid.but(worker=None, page=None)


@pytest.fixture
def telling(here: Served) -> Served:
    """A server whose miner says more than a stranger may read, everywhere."""
    connection = a_miner().stats.connection.but(last_error=f"{WALLET} is banned")
    miner = a_miner(
        config={**BODY, "worker": "garden-shed", "options": {"key": SECRET}},
        stats=a_miner().stats.but(connection=connection),
        reason=Reason(code="login_refused", text=f"The pool refused {WALLET}; see /p/xmrig."),
    )
    here.rig.begin_anew(miner)
    here.rig.happened.append(
        Event(seq=1, at=NOON, kind="crash", miner="xmrig", text=f"/p/xmrig: {WALLET}", details={"tail": [SECRET]})
    )
    return here


@pytest.mark.parametrize(
    "path",
    ["/miners", "/miners?page=1", "/miners/xmrig", "/miners/xmrig/stats", "/miners/xmrig/logs", "/miners/available",
     "/events", "/events?since=0", "/info"],
)  # fmt: skip
def test_no_route_tells_a_stranger_a_secret(telling: Served, path: str) -> None:
    seen = json.dumps(data_of(telling.ask(path)), ensure_ascii=False)
    shown = json.dumps(data_of(telling.ask(path, headers=FOREIGN)), ensure_ascii=False)
    assert any(secret in seen for secret in secrets())
    assert [secret for secret in secrets() if secret in shown] == []


def test_no_frame_tells_a_stranger_a_secret(telling: Served) -> None:
    url = f"ws://127.0.0.1:{telling.port}/api/v1/mining/ws"
    with (
        connect(url, compression=None) as at_home,
        connect(url, compression=None, origin="https://evil.com") as foreign,
    ):
        frames: list[dict[str, Any]] = []
        for turn in range(3):
            seen, shown = str(at_home.recv(timeout=30)), str(foreign.recv(timeout=30))
            assert any(secret in seen for secret in secrets())
            assert [secret for secret in secrets() if secret in shown] == []
            frames.append(json.loads(shown))
            if turn == 0:
                telling.tell(telling.rig.sample, "xmrig", 1.0)
                telling.tell(telling.rig.set, telling.rig.known["xmrig"], "crash")
    assert [frame["type"] for frame in frames] == ["snapshot", "miner.stats", "miner.status"]


def test_what_a_frame_says_of_an_event_is_masked_too() -> None:
    event = Event(seq=1, at=NOON, kind="crash", miner="xmrig", text="/p/xmrig has vanished.")
    live = Change(type="miner.status", seq=1, at=NOON, miner=a_miner(), event=event)
    assert json.loads(live_data(live, ME))["text"] == "/p/xmrig has vanished."
    assert json.loads(live_data(live, STRANGER))["text"] == "… has vanished."


def test_a_frame_about_a_profile_holds_no_password() -> None:
    config = Config(pool="a:1", wallet="w", password="hunter2")
    profile = MiningProfile(name="Mine", miner_type="xmrig", config=config, id="1", created_at=NOON, updated_at=NOON)
    live = Change(type="profile.changed", seq=1, at=NOON, profile=profile)
    assert b"hunter2" not in live_data(live, ME)


def test_what_nobody_has_thought_of_is_not_shown_to_a_stranger_at_all() -> None:
    with pytest.raises(KeyError):
        view(object(), STRANGER)


def test_every_read_of_the_api_has_a_view_for_strangers(here: Served) -> None:
    made = document(DEFAULT_NAMESPACE, DECLARED, SETTINGS)
    for path, item in made["paths"].items():
        if "get" not in item or path in ("/ws", "/"):
            continue
        root = "/" if path in ("/healthz", "/metrics") else ""
        answer = here.ask(root + path.replace("{name}", "xmrig").replace("{id}", "1"), headers=FOREIGN)
        shown = item["get"]["x-role"] == "viewer"
        assert answer.status_code in ((200, 404) if shown else (403,)), (path, answer.text)


def secrets() -> tuple[str, ...]:
    return WALLET, SECRET, "/p/xmrig", "garden-shed"


def test_an_installation_is_shown_to_strangers_without_a_path() -> None:
    program = Program(type="xmrig", path="/home/me/programs/xmrig", sha256="0" * 64, version="1", origin="installed")
    job = InstallJob(
        id="1",
        type="xmrig",
        state="done",
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        result=Installation(program=program, replaced=None, changed=True),
        error=JobError(code="STORAGE_FULL", message="no room in /home/me/programs", details={"path": "/home/me"}),
        message="It is in /home/me/programs.",
    )
    assert "/home" not in public_job(job).model_dump_json()
