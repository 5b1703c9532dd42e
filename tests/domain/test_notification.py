"""What is told: which events, in which words, and several at once as one message; never a secret."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from mining.domain.alerts.notification import Notification, Target, Topic, compose, notification_of
from mining.domain.event import Event, EventKind
from mining.domain.message import Message, message, message_of, phrase
from mining.domain.wording import worded
from mining.settings.secret import Masks

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
HERE = timezone(timedelta(hours=1))
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def event(kind: EventKind, text: str, miner: str | None = "xmrig", who: str | None = "miner-ctrl", **d: Any) -> Event:
    return Event(at=NOON, kind=kind, miner=miner, text=text, who=who, details=d)


def notification(topic: Topic = "trouble", title: str = "xmrig has no pool", minutes: int = 0) -> Notification:
    return Notification(topic=topic, at=NOON + timedelta(minutes=minutes), title=title, text=f"{title}, in more words.")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("tgram://123456789:abcdefg_hijklmnop/12315544/?x=9x", "tgram://…"),
        ("mailto://me:s3cret@example.com/", "mailto://…"),
        ("s3cret", "…"),
        ("123:s3cret://x", "…"),
    ],
)
def test_a_target_is_shown_by_its_scheme_and_the_mark_that_the_settings_show(url: str, shown: str) -> None:
    assert str(Target(url)) == Masks().shown(url)
    assert re.fullmatch(re.escape(shown) + "[0-9a-f]{8}", str(Target(url)))
    assert str(Target(url)) != str(Target(url + "2"))
    assert url not in repr(Target(url))
    assert Target(url).get_secret_value() == url


@pytest.mark.parametrize("kind", ["start", "restart"])
def test_another_payout_is_told_with_what_was_there_before_and_without_the_rest(kind: EventKind) -> None:
    changes = ["options: {'x': 's3cret'} → —.", "pool: a:1 → b:2.", "threads: 2 → 4.", "wallet: 44AF…EP3A → 48ed…icoD."]
    told = notification_of(event(kind, " ".join(["Started by API 127.0.0.1.", *changes]), changes=changes))
    assert told is not None
    assert (told.topic, told.title) == ("payout", "the payout of xmrig was changed")
    assert told.text == (
        "Started by API 127.0.0.1. pool: a:1 → b:2. wallet: 44AF…EP3A → 48ed…icoD. "
        "If that was not you, stop it: miner-ctrl stop xmrig. Then see who can reach this machine."
    )


def test_another_payout_of_a_profile_is_told_without_any_address_in_its_name() -> None:
    changes = ["wallet: … → ….", "password: changed."]
    said = f"Profile '{WALLET}' was changed by miner-ctrl."
    told = notification_of(event("profile", " ".join([said, *changes]), miner=None, changes=changes))
    assert told is not None
    assert (told.topic, told.title) == ("payout", "the payout of a profile was changed")
    assert told.text.startswith("Profile '44AF…EP3A' was changed by miner-ctrl. wallet: … → …. password: changed. If")


def test_another_second_work_is_another_payout() -> None:
    changes = ["second: kheavyhash a:1 (…) → kheavyhash b:2 (…).", "threads: 2 → 4."]
    event = Event(
        kind="profile",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        text=f"Profile 'x' was changed by me. {' '.join(changes)}",
        details={"changes": changes},
    )
    notice = notification_of(event)
    assert notice is not None
    assert (notice.topic, "second: kheavyhash a:1 (…) → kheavyhash b:2 (…)." in notice.text) == ("payout", True)


def test_a_change_of_everything_else_is_not_about_payout() -> None:
    changes = ["threads: 2 → 4.", "algo: rx/0 → rx/wow."]
    told = notification_of(event("restart", "Restarted by me. threads …", changes=changes))
    assert told is not None
    assert told.topic == "person"
    assert notification_of(event("profile", "Profile 'x' was made by me.", miner=None)) is None


@pytest.mark.parametrize("kind", ["install", "update", "rollback", "uninstall"])
def test_programs_are_told_with_who_wanted_it(kind: EventKind) -> None:
    told = notification_of(event(kind, "XMRig 9.9.9 is in use.", miner=None))
    assert told is not None
    assert (told.topic, told.text) == ("program", "XMRig 9.9.9 is in use. By miner-ctrl.")


@pytest.mark.parametrize("kind", ["start", "stop", "restart", "pause", "resume", "forget"])
def test_what_a_person_does_is_one_topic_and_what_the_platform_does_by_a_rule_is_none(kind: EventKind) -> None:
    told = notification_of(event(kind, "Done by miner-ctrl."))
    assert told is not None
    assert told.topic == "person"
    assert notification_of(event(kind, "Done by the rules.", who=None)) is None


def sentence(kind: EventKind, about: Message | str) -> Notification | None:
    return notification_of(Event(at=NOON, kind=kind, who="key admin", **worded(message_of(about))))


def test_a_key_is_told_when_it_comes_goes_or_is_damaged() -> None:
    created = sentence("key", message("key.created", name="phone", role="admin", who="key admin"))
    assert created is not None
    assert (created.topic, "miner-ctrl keys revoke phone" in created.text) == ("access", True)
    revoked = sentence("key", message("key.revoked", name="phone", who="key admin"))
    assert revoked is not None
    assert (revoked.topic, revoked.title) == ("access", "an access key was revoked")
    damaged = sentence("storage", phrase("storage.set_aside", file="keys.json", aside="keys.json.corrupt-1"))
    assert damaged is not None
    assert (damaged.topic, damaged.title) == ("access", "access keys were damaged")
    assert sentence("storage", phrase("storage.set_aside", file="pools.json", aside="pools.json.corrupt-1")) is None


@pytest.mark.parametrize("kind", ["adopt", "crash", "hang", "error", "degraded", "recovered", "log.gap", "clock"])
def test_troubles_are_not_told_by_their_events(kind: EventKind) -> None:
    assert notification_of(event(kind, "Something.", who=None)) is None


def test_one_notice_is_one_message_under_the_rigs_name() -> None:
    message = compose("rig1", [notification()], 0, NOON.astimezone(HERE))
    assert (message.title, message.body) == ("rig1: xmrig has no pool", "xmrig has no pool, in more words.")


def test_a_late_message_says_when_it_happened() -> None:
    late = compose("rig1", [notification()], 0, (NOON + timedelta(minutes=3)).astimezone(HERE))
    assert late.body == "13:00: xmrig has no pool, in more words."
    later = compose("rig1", [notification()], 0, (NOON + timedelta(days=1)).astimezone(HERE))
    assert later.body.startswith("2026-11-03 13:00: ")


def test_several_are_one_message_with_their_times_and_the_weightiest_in_the_title() -> None:
    some = [notification("person", "a was stopped"), notification("payout", "the payout of b was changed", 1)]
    message = compose("rig1", some, 0, NOON.astimezone(HERE))
    assert message.title == "rig1: the payout of b was changed, and 1 more"
    assert [part[:19] for part in message.body.split("\n\n")] == ["13:00 a was stopped", "13:01 the payout of"]


def test_many_are_counted_but_the_weighty_ones_are_always_spelled_out() -> None:
    some = [notification("payout", "first")] + [
        notification("program", f"p{number}", number) for number in range(1, 40)
    ]
    message = compose("rig1", some, 7, NOON.astimezone(HERE))
    assert "13:00 first" in message.body
    assert "35 more are not spelled out here" in message.body
    assert "7 older ones could not be sent" in message.body
    assert len(message.body) < 2000


@pytest.mark.parametrize(
    ("topics", "mood"),
    [
        (["trouble"], "bad"),
        (["recovered", "payout"], "bad"),
        (["recovered"], "good"),
        (["recovered", "program"], "plain"),
        (["person"], "plain"),
    ],
)
def test_a_message_has_a_mood(topics: list[Topic], mood: str) -> None:
    assert compose("rig1", [notification(topic) for topic in topics], 0, NOON).mood == mood


def test_the_longest_messages_fit_into_every_service() -> None:
    changes = ["pools: [" + "a.long.pool.example:3333, " * 40 + "]."]
    told = notification_of(event("restart", " ".join(["Restarted.", *changes]), changes=changes))
    assert told is not None
    assert len(compose("rig1", [told] * 50, 50, NOON).body) < 2000
