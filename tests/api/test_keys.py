"""Keys in use: made, shown once, revoked at once, expired for good; wrong ones slowed down; what is written of it."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from mining.api.auth import keys
from mining.api.auth.record import MOST_OF_KEY, MOST_OF_ONE, MOST_OF_STRANGERS, Recorder, shown
from mining.api.auth.throttle import LONGEST_WAIT, MINUTE, MOST_SOURCES, MOST_WRONG, Rates, WrongKeys
from mining.api.peers import source_of
from mining.api.settings import ApiSettings
from mining.domain import access_key
from mining.domain.access_key import AccessKey, KeyDraft, KeyRing, issue
from mining.domain.event import Event
from mining.domain.message import message
from mining.domain.principal import Principal
from mining.domain.stored import read_stored, stored_json
from mining.domain.wording import worded
from mining.foundation.tasks import owned
from tests.api.paper_access import PaperAccess, PaperAudit
from tests.api.paper_rig import WALLET, PaperRig, a_miner
from tests.api.serving import Served, data_of, error_of, served
from tests.api.test_roles import DEFAULT_NAMESPACE, ELSEWHERE, OPEN, Server, server

MINERS = f"{DEFAULT_NAMESPACE}/miners"


@pytest.fixture(scope="module")
def closed() -> Iterator[Served]:
    """A server on which everybody needs a key."""
    with served(PaperRig(a_miner()), auth="always") as here:
        yield here


@pytest.fixture(autouse=True)
def fresh(closed: Served) -> None:
    closed.tell(closed.access.begin_anew)


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def as_admin(closed: Served) -> dict[str, str]:
    return bearer(closed.make("root", "admin"))


def test_a_key_is_told_once_and_only_its_hash_is_stored(closed: Served) -> None:
    admin = as_admin(closed)
    made = data_of(closed.ask("/keys", "POST", json={"name": "phone", "role": "operator"}, headers=admin))
    stored = next(key for key in closed.access.store.all() if key.name == "phone")
    secret = made["key"].removeprefix(f"mp_{made['id']}_")
    assert len(secret) == 43
    assert stored.hash == sha256(secret.encode()).hexdigest()
    assert secret not in json.dumps(stored.to_json()) + repr(stored)
    everything = closed.ask("/keys", headers=admin).text + closed.ask("/audit", headers=admin).text
    assert secret not in everything
    assert stored.hash not in everything
    assert str(closed.access.told[-1][2]) == "The key phone was created by key root, with the role operator."
    assert closed.access.told[-1][3].role == "admin"
    assert closed.ask("/miners/xmrig/pause", "POST", headers=bearer(made["key"])).status_code == 200
    assert closed.rig.calls[-1][-1] == "key phone"


def test_there_are_only_so_many_keys(closed: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    admin = as_admin(closed)
    monkeypatch.setattr(keys, "MOST_KEYS", 2)
    assert closed.ask("/keys", "POST", json={"name": "one"}, headers=admin).status_code == 201
    assert error_of(closed.ask("/keys", "POST", json={"name": "two"}, headers=admin)) == (409, "NOT_SUPPORTED")
    assert len(closed.access.store.all()) == 2


async def test_a_clock_that_is_set_forward_ends_a_key_that_somebody_listens_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "LOOK", 0.01)
    access = PaperAccess()
    access.make("phone", "viewer", datetime.now(UTC) + timedelta(hours=1))
    (key,) = access.store.all()
    listening = owned("listen", access.keys.gone(key.id))
    await asyncio.sleep(0.05)
    assert not listening.done()
    access.ahead = 7200.0
    async with asyncio.timeout(30):
        await listening


def test_no_two_keys_have_one_name_and_every_fault_of_a_draft_is_named(closed: Served) -> None:
    admin = as_admin(closed)
    assert error_of(closed.ask("/keys", "POST", json={"name": "ROOT"}, headers=admin)) == (409, "KEY_ALREADY_EXISTS")
    bad = closed.ask("/keys", "POST", json={"name": "a\nb", "role": "root", "expiresAt": "soon", "x": 1}, headers=admin)
    assert {each["field"] for each in bad.json()["error"]["details"]["fields"]} == {"name", "role", "expiresAt", "x"}
    for past in ("2020-01-01T00:00:00Z", "2999-01-01T00:00:00", "9999-12-31T23:59:59Z"):
        refused = closed.ask("/keys", "POST", json={"name": "a", "expiresAt": past}, headers=admin)
        assert error_of(refused) == (400, "INVALID_REQUEST"), past
    assert error_of(closed.ask("/keys/none", "DELETE", headers=admin)) == (404, "KEY_NOT_FOUND")


def test_a_revoked_key_stops_at_once_although_it_was_remembered(closed: Served) -> None:
    admin, key = as_admin(closed), closed.make("phone", "viewer")
    assert [closed.ask("/miners", headers=bearer(key)).status_code for _ in range(3)] == [200] * 3
    id = key.split("_")[1]
    assert "revoked" in data_of(closed.ask(f"/keys/{id}", "DELETE", headers=admin))["message"]
    refused = closed.ask("/miners", headers=bearer(key))
    assert error_of(refused) == (401, "UNAUTHORIZED")
    assert refused.headers["www-authenticate"] == 'Bearer realm="Mining Platform", error="invalid_token"'
    assert "proxy" in refused.json()["error"]["message"]


def test_without_a_key_the_answer_says_how_to_come_by_one(closed: Served) -> None:
    refused = closed.ask("/miners")
    assert error_of(refused) == (401, "UNAUTHORIZED")
    assert refused.headers["www-authenticate"] == 'Bearer realm="Mining Platform"'
    assert "miner-ctrl keys create" in refused.json()["error"]["message"]


def test_an_expired_key_stays_so_although_the_clock_be_set_back(closed: Served) -> None:
    key = closed.make("guest", "viewer", datetime.now(UTC) + timedelta(seconds=3600))
    assert closed.ask("/miners", headers=bearer(key)).status_code == 200
    closed.access.ahead = 3601.0
    assert closed.ask("/miners", headers=bearer(key)).status_code == 401
    closed.access.ahead = -3600.0
    assert closed.ask("/miners", headers=bearer(key)).status_code == 401
    other = closed.make("other", "viewer")
    assert [closed.ask("/miners", headers=bearer(each)).status_code for each in (key, other)] == [401, 200]


def test_a_viewer_sees_no_wallet_and_an_operator_does(closed: Served) -> None:
    viewer, operator = closed.make("phone", "viewer"), closed.make("laptop", "operator")
    for path in ("/miners", "/miners/xmrig", "/events", "/miners/xmrig/logs", "/profiles", "/settings", "/info"):
        answer = closed.ask(path, headers=bearer(viewer))
        assert answer.status_code == 200
        assert WALLET not in answer.text
        assert "/p/" not in answer.text
    assert WALLET in closed.ask("/miners", headers=bearer(operator)).text


def listening(here: Served, key: str | None = None, **how: Any) -> ClientConnection:
    headers = bearer(key) if key else None
    url = f"ws://127.0.0.1:{here.port}/api/v1/mining/ws"
    return connect(url, compression=None, additional_headers=headers, **how)


def said(client: ClientConnection) -> str:
    return str(client.recv(timeout=30))


def test_a_websocket_needs_a_key_in_its_header_or_among_its_subprotocols_never_in_its_url(closed: Served) -> None:
    key = closed.make("panel", "viewer")
    with listening(closed, key) as client:
        assert json.loads(said(client))["type"] == "snapshot"
    offered = [Subprotocol("mining.v1"), Subprotocol(f"mining.key.{key}")]
    with listening(closed, subprotocols=offered) as client:
        assert client.subprotocol == "mining.v1"
        frame = said(client)
        assert json.loads(frame)["type"] == "snapshot"
        assert WALLET not in frame
    for how in (
        {"subprotocols": [Subprotocol("mining.v1")]},
        {"subprotocols": [Subprotocol("mining.v1"), Subprotocol("mining.key.mp_00000000_x")]},
        {"key": "wrong"},
    ):
        with pytest.raises(InvalidStatus) as refused, listening(closed, **how):
            pass
        assert refused.value.response.status_code == 401
    url = f"ws://127.0.0.1:{closed.port}/api/v1/mining/ws?token={key}&key={key}"
    with pytest.raises(InvalidStatus) as refused, connect(url):
        pass
    assert refused.value.response.status_code == 401


def test_the_websockets_of_a_revoked_key_are_closed_and_no_others(closed: Served) -> None:
    admin = as_admin(closed)
    going, staying = closed.make("phone", "viewer"), closed.make("panel", "admin")
    with listening(closed, going) as gone, listening(closed, staying) as kept:
        assert WALLET not in said(gone)
        assert WALLET in said(kept)
        closed.ask(f"/keys/{going.split('_')[1]}", "DELETE", headers=admin)
        with pytest.raises(ConnectionClosed) as end:
            said(gone)
        assert end.value.rcvd is not None
        assert (end.value.rcvd.code, end.value.rcvd.reason) == (1008, "its key was revoked, or has expired")
        closed.tell(closed.rig.sample, "xmrig", 9.0)
        assert json.loads(said(kept))["type"] == "miner.stats"


def test_viewers_with_keys_are_not_counted_as_one_foreign_page(closed: Served) -> None:
    key = closed.make("panel", "viewer")
    with ExitStack() as stack:
        clients = [stack.enter_context(listening(closed, key)) for _ in range(10)]
        assert all(said(client) for client in clients)


def test_it_takes_as_long_to_refuse_a_key_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[str, str]] = []

    def noted(one: str, other: str) -> bool:
        compared.append((one, other))
        return compare_digest(one, other)

    monkeypatch.setattr(access_key, "compare_digest", noted)
    key, text = issue(KeyDraft(name="a"), "me", datetime.now(UTC))
    ring = KeyRing({key.id: key})
    assert ring.holder(text) == key
    for wrong in (text[:-1] + ("A" if text[-1] != "A" else "B"), "mp_00000000_" + "A" * 43, "", "x" * 9000):
        assert ring.holder(wrong) is None
    assert [len(one) == len(other) == 64 for one, other in compared] == [True] * 5


def test_a_key_of_which_something_is_not_understood_opens_nothing() -> None:
    access = PaperAccess()
    key, text = issue(KeyDraft(name="a", role="admin"), "me", datetime.now(UTC))
    for more in ({"only": ["10.0.0.0/8"]}, {"expiresAt": "next week"}):
        access.store.change(keep=[read_stored(AccessKey, stored_json(key) | more, "9.9.9")])
        access.keys.renew()
        assert access.keys.ring().holder(text) is None
        assert [each.name for each in access.keys.listed()] == ["a"]
    with pytest.raises(ValueError, match="understood"):
        read_stored(AccessKey, stored_json(key) | {"role": "auditor"}, "9.9.9")


# ——— how often somebody may be wrong


def test_after_ten_wrong_keys_in_a_minute_one_waits_ever_longer_up_to_a_quarter_of_an_hour() -> None:
    wrong, now = WrongKeys(), 0.0
    assert [wrong.wait("192.0.2.7", now) for _ in range(MOST_WRONG)] == [0.0] * MOST_WRONG
    waits = []
    for _ in range(6):
        waits.append(wrong.wait("192.0.2.7", now))
        now += waits[-1]
        assert [wrong.wait("192.0.2.7", now) for _ in range(MOST_WRONG)] == [0.0] * MOST_WRONG
    assert waits == [60.0, 120.0, 240.0, 480.0, 900.0, 900.0]
    assert wrong.wait("192.0.2.7", now) == LONGEST_WAIT
    assert wrong.wait("192.0.2.7", now + 100) == LONGEST_WAIT - 100
    later = now + 2 * LONGEST_WAIT + MINUTE
    assert wrong.wait("192.0.2.7", later) == 0.0
    assert [wrong.wait("192.0.2.7", later) for _ in range(MOST_WRONG)][-1] == 60.0


def test_slow_mistakes_are_never_refused_and_strangers_are_counted_apart() -> None:
    wrong = WrongKeys()
    assert {wrong.wait("192.0.2.7", 7.0 * turn) for turn in range(100)} == {0.0}
    assert {wrong.wait(f"192.0.2.{turn}", 0.0) for turn in range(1, 200)} == {0.0}
    assert {wrong.wait("127.0.0.1", 0.0) for _ in range(100)} == {0.0}
    for turn in range(5 * MOST_SOURCES):
        wrong.wait(f"10.{turn >> 16}.{turn >> 8 & 255}.{turn & 255}", 0.0)
    assert len(wrong._sources) == MOST_SOURCES


@pytest.mark.parametrize(
    ("peer", "source"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8::1", "2001:db8::/64"), ("2001:db8::ffff:1", "2001:db8::/64"),
     ("fe80::1%eth0", "fe80::/64"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::ffff:127.0.0.1", None), ("::1", None),
     ("127.9.9.9", None), ("unix:1000:ann", None), (None, None), ("odd", "odd")],
)  # fmt: skip
def test_one_person_has_one_address_or_one_network(peer: str | None, source: str | None) -> None:
    assert source_of(peer) == source


def ask(here: Server, key: str | None, method: str = "GET", path: str = MINERS) -> tuple[int, str]:
    headers = [(b"host", b"rig")] + ([(b"authorization", b"Bearer " + key.encode())] if key else [])
    return here.send(method, path, ELSEWHERE[0], headers)


def test_ten_thousand_guesses_never_lock_out_a_key_that_is_right_even_from_their_address() -> None:
    here = server(OPEN)
    answers = [ask(here, f"mp_{turn:08x}_{'A' * 43}")[0] for turn in range(300)]
    assert answers == [401] * 10 + [429] * 290
    assert ask(here, here.keys["viewer"])[0] == 200
    fresh = here.access.make("new", "operator")
    assert ask(here, fresh)[0] == 200
    assert ask(here, None)[0] == 401


def test_no_other_fault_hides_a_guess_from_being_counted() -> None:
    here = server(OPEN)
    faults = ([(b"host", b"evil.example")], [(b"host", b"rig"), (b"origin", b"https://evil.example")], [])
    answers = [
        here.send("POST", MINERS, ELSEWHERE[0], [*fault, (b"authorization", b"Bearer mp_00000000_x")])[0]
        for _ in range(5)
        for fault in faults
    ]
    assert answers == [421, 401, 421] * 3 + [421] + [429] * 5


def test_guesses_neither_fill_the_log_nor_the_audit(capsys: pytest.CaptureFixture[str]) -> None:
    here = server(OPEN)
    for turn in range(300):
        ask(here, f"mp_{turn:08x}_{'A' * 43}")
        ask(here, None, "POST", f"{MINERS}/xmrig/pause")
    assert len(here.access.audit.entries) == MOST_OF_ONE
    ask(here, here.keys["admin"], "POST", f"{MINERS}/xmrig/pause")
    last = here.access.audit.entries[-1]
    assert (last["who"], last["what"], last["outcome"]) == ("key my admin", "pauseMiner", 200)
    assert last["omitted"] == 300 + 10 - MOST_OF_ONE
    assert "mp_" not in json.dumps(here.access.audit.entries)
    assert capsys.readouterr().out == ""


def test_somebody_elsewhere_writes_sixty_times_a_minute_and_everybody_here_as_often_as_they_like() -> None:
    here = server(OPEN)
    answers = [ask(here, here.keys["operator"], "POST", f"{MINERS}/xmrig/pause") for _ in range(61)]
    assert answers == [(200, "")] * 60 + [(429, "RATE_LIMITED")]
    assert ask(here, here.keys["operator"])[0] == 200
    assert ask(here, here.keys["admin"], "POST", f"{MINERS}/xmrig/pause")[0] == 200
    at_home = [here.send("POST", f"{MINERS}/xmrig/pause", "127.0.0.1", [(b"host", b"localhost")]) for _ in range(70)]
    assert at_home == [(200, "")] * 70


def test_rates_are_counted_apart_and_forgotten_in_time() -> None:
    rates = Rates()
    assert [rates.wait("a", "install", 6, 3600.0, 0.0) for _ in range(7)] == [0.0] * 6 + [3600.0]
    assert rates.wait("b", "install", 6, 3600.0, 0.0) == 0.0
    assert rates.wait("a", "", 6, 3600.0, 0.0) == 0.0
    assert rates.wait("a", "install", 6, 3600.0, 3600.0) == 0.0


def test_installs_are_rarer() -> None:
    here = server(OPEN)
    install = [ask(here, here.keys["operator"], "POST", f"{MINERS}/xmrig/install")[0] for _ in range(7)]
    assert install == [201] * 6 + [429]


# ——— what is written down


def test_writes_and_refusals_are_written_down_and_reads_are_not() -> None:
    here = server(OPEN)
    ask(here, here.keys["viewer"])
    ask(here, here.keys["viewer"], "POST", f"{MINERS}/xmrig/pause")
    ask(here, here.keys["operator"], "POST", f"{MINERS}/xmrig/pause")
    ask(here, here.keys["operator"], "POST", f"{MINERS}/nobody/pause")
    ask(here, "wrong")
    ask(here, None, "DELETE", f"{MINERS}/xmrig")
    ask(here, None)
    found = [
        (each["who"], each.get("role"), each["address"], each["what"], each["outcome"], each.get("code"))
        for each in here.access.audit.entries
    ]
    assert found == [
        ("key my viewer", "viewer", "192.0.2.7", "pauseMiner", 403, "FORBIDDEN"),
        ("key my operator", "operator", "192.0.2.7", "pauseMiner", 200, None),
        ("key my operator", "operator", "192.0.2.7", "pauseMiner", 404, "MINER_NOT_FOUND"),
        ("API 192.0.2.7", None, "192.0.2.7", "GET", 401, "UNAUTHORIZED"),
        ("API 192.0.2.7", None, "192.0.2.7", "DELETE", 401, "UNAUTHORIZED"),
    ]
    assert here.access.audit.entries[0]["target"] == f"{MINERS}/xmrig/pause"


@pytest.mark.parametrize(
    ("path", "target"),
    [("/a/b", "/a/b"), (f"/miners/{WALLET}", "/miners/44AF…EP3A"), ("/a\nb", "/a?b"), ("/" + "ab/" * 900, None)],
)
def test_a_path_holds_nothing_that_must_not_be_written_down(path: str, target: str | None) -> None:
    assert len(shown(path)) <= 120
    assert target is None or shown(path) == target


def test_what_people_change_is_written_down_old_to_new_with_wallets_masked() -> None:
    rig, audit = PaperRig(a_miner()), PaperAudit()

    async def watch() -> None:
        following = asyncio.create_task(Recorder(audit).follow(rig))  # type: ignore[arg-type]  # a rig on paper
        await asyncio.sleep(0)
        for kind, text, who in (
            ("settings", f"wallet: {WALLET} → 4BBB.", "key phone"),
            ("restart", "threads: 1 → 2.", None),
            ("start", "Started by key phone.", "key phone"),
        ):
            rig._tell(Event(seq=1, at=datetime.now(UTC), kind=kind, text=text, who=who))
        changed = message("settings.changed", f"wallet: {WALLET} → 4BBB.", who="key phone")
        rig._tell(Event(seq=2, at=datetime.now(UTC), kind="settings", who="key phone", **worded(changed)))
        for _ in range(100):
            await asyncio.sleep(0)
        following.cancel()

    asyncio.run(watch())
    assert [(each["what"], each["target"]) for each in audit.entries] == [("change", "settings")] * 2
    assert all("→" in each["text"] for each in audit.entries)
    assert WALLET not in str(audit.entries)
    plain, worded_one = (each.get("wording") for each in audit.entries)
    assert (plain, worded_one["message"], worded_one["params"]) == (None, "settings.changed", {"who": "key phone"})
    assert "44AF…EP3A" in worded_one["more"][0]["text"]


def test_who_is_no_admin_is_told_which_role_is_needed() -> None:
    here = server(ApiSettings(auth="always"))
    headers = [(b"host", b"localhost"), (b"authorization", b"Bearer " + here.keys["viewer"].encode())]
    assert here.send("PUT", f"{DEFAULT_NAMESPACE}/settings", "127.0.0.1", headers) == (403, "FORBIDDEN")
    assert Principal("key a", "key", role="viewer").may("viewer")
    assert not Principal("key a", "key", role="operator").may("admin")


def test_strangers_do_not_use_up_the_lines_of_those_with_a_key() -> None:
    here = server(OPEN)
    for turn in range(2 * MOST_OF_STRANGERS):
        here.send("POST", f"{MINERS}/xmrig/pause", f"198.51.{turn >> 8}.{turn & 255}", [(b"host", b"rig")])
    assert len(here.access.audit.entries) == MOST_OF_STRANGERS
    for _ in range(2 * MOST_OF_KEY):
        here.send(
            "POST", f"{MINERS}/xmrig/pause", "127.0.0.1",
            [(b"host", b"localhost"), (b"authorization", b"Bearer " + here.keys["viewer"].encode())],
        )  # fmt: skip
    assert len(here.access.audit.entries) == MOST_OF_STRANGERS + MOST_OF_KEY
