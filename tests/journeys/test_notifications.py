"""The owner is told: a real daemon, real processes that misbehave, and a target that comes and goes."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import SCRIPT, daemon, wait_for
from tests.targets import Inbox, an_inbox

pytestmark = pytest.mark.slow
TIMING = {"grace": 2.0, "gather": 0.2, "look": 0.2, "first": 0.3, "longest": 0.6, "test_limit": 3.0}
PATIENT = {"test_limit": 60.0}  # s, for a sender that a busy machine starts late
MINE, ANOTHERS = "44AF-a-long-wallet-of-mine-EP3A", "48ed-the-wallet-of-a-stranger-icoD"


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with an_inbox() as inbox:
        yield inbox


def told_to(data: Path, *targets: str, **more: Any) -> Any:
    """A daemon that tells these targets."""
    settings = {"notify": list(targets)} | more.pop("settings", {})
    return daemon(data, timing=TIMING | more.pop("timing", {}), settings=settings, **more)


def stays(inbox: Inbox, titles: list[str], seconds: float = 3.0) -> None:
    """What arrived is this, and nothing follows."""
    wait_for(lambda: len(inbox.titles) >= len(titles), 15, f"{titles}, but there is {inbox.titles}")
    time.sleep(seconds)
    assert inbox.titles == titles


def test_a_crash_loop_is_one_message_and_its_end_another(data_dir: Path, inbox: Inbox) -> None:
    with told_to(data_dir, inbox.url, longest=0.2, quick=10.0, timing={"grace": 10.0}) as running:
        running.simulate("one", mode="crash", after=0.3)
        wait_for(lambda: running.miner("one")["restarts"] > 6, 10, "some more restarts")
        stays(inbox, ["one ends again and again"])
        assert "It ended" in inbox.messages[0]["message"]
        assert inbox.messages[0]["type"] == "failure"
        body = {"pool": "pool.example:3333", "wallet": "anybody", "options": {"mode": "ok"}}
        assert running.call("POST", "/miners/one/restart", body)[0] == 201
        wait_for(lambda: len(inbox.titles) > 1, 20, "the end")
        stays(inbox, ["one ends again and again", "one is well again"])
        assert inbox.messages[1]["type"] == "success"


def test_a_single_crash_is_not_told(data_dir: Path, inbox: Inbox) -> None:
    with told_to(data_dir, inbox.url, timing={"grace": 5.0}) as running:
        pid = running.simulate("one")["pid"]
        os.kill(pid, 9)
        wait_for(lambda: running.miner("one")["restarts"] == 1, 10, "the restart")
        stays(inbox, [], 7.0)


def test_a_hang_is_one_message_and_its_end_another(data_dir: Path, inbox: Inbox) -> None:
    with told_to(data_dir, inbox.url, silence=1.5, timing={"grace": 10.0}) as running:
        running.simulate("one", mode="hang", after=1.0)
        wait_for(lambda: inbox.titles, 20, "the message")
        body = {"pool": "pool.example:3333", "wallet": "anybody", "options": {"mode": "ok"}}
        assert running.call("POST", "/miners/one/restart", body)[0] == 201
        wait_for(lambda: len(inbox.titles) > 1, 20, "the end")
        stays(inbox, ["one hung", "one is well again"])
        assert "sign of life" in inbox.messages[0]["message"]


def test_another_payout_is_told_in_quiet_hours_too_and_without_any_wallet(data_dir: Path, inbox: Inbox) -> None:
    hour = time.localtime().tm_hour
    quiet = f"{(hour - 1) % 24:02d}:00-{(hour + 2) % 24:02d}:00"
    with told_to(data_dir, inbox.url, settings={"quiet_hours": quiet}) as running:
        mine = {"pool": "pool.example:3333", "wallet": MINE, "password": "s3cret"}
        assert running.call("POST", "/miners/simulated?name=one", mine)[0] == 201
        running.simulate("two", mode="config-exit")
        assert running.call("POST", "/miners/one/restart", mine | {"wallet": ANOTHERS})[0] == 201
        stays(inbox, ["the payout of one was changed"])
        profile = {"name": "Mine", "minerType": "simulated", "config": mine}
        made = running.call("POST", "/profiles", profile)[1]["data"]
        changed = profile | {"config": mine | {"pool": "elsewhere.example:4444"}}
        assert running.call("PUT", f"/profiles/{made['id']}", changed)[0] == 200
        stays(inbox, ["the payout of one was changed", "the payout of a profile was changed"], 1.0)
        text = json.dumps(inbox.messages, ensure_ascii=False)
        assert "wallet: 44AF…EP3A → 48ed…icoD." in text
        assert "pool: pool.example:3333 → elsewhere.example:4444." in text
        assert "Restarted by API 127.0.0.1." in text
        assert not any(secret in text for secret in (MINE, ANOTHERS, "s3cret"))


def test_a_target_that_is_down_costs_nothing_and_gets_its_message_when_it_is_back(data_dir: Path, inbox: Inbox) -> None:
    inbox.close()
    with told_to(data_dir, inbox.url) as running:
        running.simulate("one", mode="config-exit")
        running.simulate("two")
        wait_for(lambda: "notification.unsent" in running.log, 15, "the failure to be logged")
        time.sleep(2)
        assert running.miner("two")["status"] == "running"
        assert running.log.count("notification.unsent") == 1
        assert "s3cret" not in running.log
        inbox.open()
        stays(inbox, ["one cannot start"], 1.0)


def test_a_target_that_never_answers_delays_neither_miners_nor_the_other_target_nor_the_end(
    data_dir: Path, inbox: Inbox
) -> None:
    answers: list[tuple[int, Any]] = []
    with an_inbox() as slow:
        slow.manner = "never answers"
        with told_to(data_dir, slow.url, inbox.url, timing=PATIENT) as running:
            running.simulate("one", mode="config-exit")
            wait_for(lambda: slow.asked and inbox.messages, 15, "both to be asked")
            running.simulate("two")
            assert running.call("GET", "/miners")[0] == 200
            assert running.miner("two")["status"] == "running"
            assert "notification.unsent" not in running.log, "all this came only after the slow one was given up"
            pid = running.miner("two")["pid"]
            asked = slow.asked
            waiting = threading.Thread(target=lambda: answers.append(running.call("POST", "/notifications/test")))
            waiting.start()
            wait_for(lambda: slow.asked > asked, 10, "the test message")
            assert running.end() == 0
            assert running.alive("two") == [pid]
            waiting.join(60)
            assert [(status, answer["error"]["code"]) for status, answer in answers] == [(409, "NOT_SUPPORTED")]


def test_listening_for_events_does_not_make_miners_be_asked_more_often(data_dir: Path, inbox: Inbox) -> None:
    often = {"poll_interval": 3600, "live_poll_interval": 0.5}
    with told_to(data_dir, inbox.url, settings=often) as running:
        running.simulate("one")
        sampled = running.at_rest("one")
        time.sleep(3)
        assert running.miner("one")["stats"]["sampledAt"] == sampled


def test_a_test_says_of_each_target_whether_it_works(data_dir: Path, inbox: Inbox) -> None:
    with told_to(data_dir, inbox.url, "json://127.0.0.1:1/s3cret", timing=PATIENT) as running:
        status, answer = running.call("POST", "/notifications/test")
        results = answer["data"]["results"]
        assert (status, [each["ok"] for each in results]) == (200, [True, False])
        assert "could not be reached" in results[1]["issue"]
        masks = running.call("GET", "/settings")[1]["data"]["values"]["notify"]
        assert [each["target"] for each in results] == masks, "a target has one mask everywhere"
        assert len(set(masks)) == 2
        assert inbox.titles == ["notifications work"]
        command = [sys.executable, "-m", "mining.cli.main", "notify-test"]
        env = os.environ | {"MINING_URL": f"http://127.0.0.1:{running.port}/api/v1/mining"}
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120)
        assert done.returncode == 1
        assert "sent" in done.stdout
        assert "s3cret" not in done.stdout + done.stderr + running.log


def test_a_test_of_a_target_that_never_answers_is_over_in_time(data_dir: Path, inbox: Inbox) -> None:
    inbox.manner = "never answers"
    with told_to(data_dir, inbox.url) as running:
        (result,) = running.call("POST", "/notifications/test")[1]["data"]["results"]
        assert (result["ok"], "in time" in result["issue"]) == (False, True)


def test_without_a_target_nothing_is_loaded_and_a_test_says_how_to_name_one(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("one", mode="config-exit")
        status, answer = running.call("POST", "/notifications/test")
        assert (status, answer["error"]["code"]) == (409, "NOT_SUPPORTED")
        assert "notify" in answer["error"]["message"]
        assert running.process is not None
        assert b"apprise" not in Path(f"/proc/{running.process.pid}/maps").read_bytes()


def test_a_target_that_cannot_be_one_keeps_the_daemon_from_starting_and_is_not_printed(data_dir: Path) -> None:
    said = {"settings": {"notify": ["json://127.0.0.1:1/", "tgram://s3cret"]}}
    command = [sys.executable, str(SCRIPT), str(data_dir), "0", json.dumps(said)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1
    assert "the setting notify cannot be used: entry 2 is no URL that Apprise understands" in done.stderr
    assert "s3cret" not in done.stdout + done.stderr
    assert done.stderr.count("\n") == 1


def test_a_target_counts_at_once_and_is_told_when_it_is_taken_out(data_dir: Path, inbox: Inbox) -> None:
    with an_inbox() as other, told_to(data_dir, inbox.url, other.url, timing=PATIENT) as running:
        far = "jsons://hooks.invalid/s3cret"
        assert running.call("PUT", "/settings", {"notify": [inbox.url, other.url, far]})[0] == 200
        results = running.call("POST", "/notifications/test")[1]["data"]["results"]
        assert [each["ok"] for each in results] == [True, True, False]
        status, answer = running.call("PUT", "/settings", {"notify": [other.url]})
        assert status == 200
        assert "s3cret" not in json.dumps(answer) + json.dumps(running.events())
        wait_for(lambda: len(inbox.titles) == 2, 10, "the farewell")
        assert inbox.titles[1] == "You will be told nothing more here"
        running.call("PUT", "/settings", {"notify": None, "notifyAbout": None})
        wait_for(lambda: "You will be told nothing more here" in other.titles, 10, "the farewell of the last one")
        assert running.call("POST", "/notifications/test")[0] == 409


def test_no_request_makes_the_daemon_send_to_this_machine_or_to_itself(data_dir: Path, inbox: Inbox) -> None:
    with daemon(data_dir) as running:
        own = f"127.0.0.1:{running.port}/api/v1/mining/miners/stop-all"
        for url in (
            inbox.url,
            f"json://{own}",
            f"jsons://{own}",
            f"jsons://2130706433:{running.port}/",
            "json://a.example",
        ):
            status, answer = running.call("PUT", "/settings", {"notify": [url]})
            assert (status, answer["error"]["details"]["field"]) == (400, "notify[0]"), url
        assert running.call("GET", "/settings")[1]["data"]["values"]["notify"] == []
        assert inbox.asked == 0


def test_a_url_that_is_none_is_refused_by_its_place_and_nothing_is_written(data_dir: Path, inbox: Inbox) -> None:
    with told_to(data_dir, inbox.url) as running:
        before = (data_dir / "config.yaml").read_bytes()
        status, answer = running.call("PUT", "/settings", {"notify": [inbox.url, "nonsense://s3cret-word"]})
        assert (status, answer["error"]["details"]["field"]) == (400, "notify[1]")
        assert "s3cret" not in json.dumps(answer)
        assert (data_dir / "config.yaml").read_bytes() == before
        assert running.call("POST", "/notifications/test")[0] == 200
