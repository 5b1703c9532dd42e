"""Where messages may go: services by a list, and a URL that names a receiver and shapes no request."""

from pathlib import Path

import pytest
from apprise import NotificationManager

from mining.domain.alerts.target_rules import FIXED, HOSTED, target_issue

OWN = (8080,)


def issue(url: str, by_hand: bool = True) -> str | None:
    return target_issue(url, by_hand=by_hand, own_ports=OWN)


def test_every_service_of_the_list_is_one_that_apprise_has() -> None:
    schemas = set(NotificationManager().schemas())  # type: ignore[no-untyped-call]  # Apprise has no types
    assert (FIXED | set(HOSTED) | set(HOSTED.values())) - schemas == set()


@pytest.mark.parametrize(
    "url",
    [
        "tgram://123456789:abcdefg_hijklmnop/12315544", "discord://id/token", "slack://a/b/c", "ntfy://a-topic",
        "ntfys://me:pw@ntfy.example/topic", "mailto://me:pw@gmail.com", "mailtos://me:pw@example.com?smtp=mail.example.com",
        "matrixs://me:pw@matrix.example/#room", "jsons://hooks.example/path", "https://discord.com/api/webhooks/1/x",
        "pover://user@token?priority=high&tags=a", "NTFY://Topic",
    ],
)  # fmt: skip
def test_a_service_of_the_list_that_goes_by_tls_may_be_named_by_whoever_may_change_settings(url: str) -> None:
    assert (issue(url), issue(url, by_hand=False)) == (None, None)


@pytest.mark.parametrize(
    "url",
    [
        "json://nas.example/path", "form://hooks.example/", "xml://hooks.example/", "ntfy://ntfy.example/topic",
        "ntfy://topic?mode=private", "ntfy://topic?to=other", "gotify://push.example/token", "jsons://127.0.0.1:9/",
        "jsons://localhost/", "jsons://192.168.1.5/", "jsons://[::1]/", "jsons://nas.local/", "jsons://nas/",
        "jsons://2130706433/", "jsons://0x7f000001/", "jsons://localhost./", "jsons://me:a@127.0.0.1:9/x",
        "mailtos://me:pw@example.com?smtp=127.0.0.1", "mailtos://me:pw@example.com?SMTP=nas.lan",
        "jsons://hooks.example/?verify=no", "slack://a/b/c?verify=no", "jsons://[::ffff:127.0.0.1]/",
    ],
)  # fmt: skip
def test_what_goes_without_tls_or_stays_near_is_the_operator_s_to_write_by_hand(url: str) -> None:
    assert issue(url) is None
    refusal = issue(url, by_hand=False)
    assert refusal is not None
    assert "by hand" in refusal


@pytest.mark.parametrize(
    "url",
    [
        "json://127.0.0.1:9/?method=DELETE", "json://nas/?METHOD=get", "json://nas/?a=1&%6dethod=PUT", "json://nas/?a;method=PUT",
        "jsons://hooks.example/?+X-Token=1", "jsons://hooks.example/?%2BAuthorization=x", "json://nas/?-q=1",
        "json://nas/?:title=x", "slack://a/b/c?template=/etc/passwd", "discord://a/b?template=/etc/passwd",
        "jsons://h.example/x?y?method=PUT", "mailto://a:b@c.example?pgpkey=/etc/passwd", "ntfy://t?attach=/etc/passwd",
        "ntfy://t?redirect=yes", "https://discord.com/api/webhooks/1/x?template=/etc/passwd", "twilio://a:b@1/2?method=call",
    ],
)  # fmt: skip
def test_no_url_shapes_a_request_or_reads_a_file(url: str) -> None:
    for by_hand in (True, False):
        refusal = issue(url, by_hand)
        assert refusal is not None
        assert "names who gets the message" in refusal


@pytest.mark.parametrize(
    "url",
    [
        "syslog://", "dbus://", "gnome://", "windows://", "macosx://", "rsyslog://host", "mqtt://host/x", "fcm://p@k/t?keyfile=/x",
        "file:///etc/passwd", "http://127.0.0.1/", "https://example.com/", "https://discord.com.example/api/webhooks/",
        "irc://host/x", "growl://host", "kde://",
    ],
)  # fmt: skip
def test_a_service_that_is_not_listed_is_refused(url: str) -> None:
    refusal = issue(url)
    assert refusal is not None
    assert "service" in refusal


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254", "[fd00:ec2::254]", "[::ffff:169.254.169.254]", "0.0.0.0", "[fe80::1]", "metadata",
        "metadata.google.internal", "100.100.100.200", "169.254.169.254.",
    ],
)  # fmt: skip
def test_nobody_sends_to_where_clouds_tell_their_secrets(host: str) -> None:
    refusal = issue(f"json://{host}/latest")
    assert refusal is not None
    assert "may not lead there" in refusal


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST.", "me:pw@127.0.0.2", "a.localhost"])
def test_nobody_sends_to_the_daemon_itself(host: str) -> None:
    assert issue(f"json://{host}:8080/api/v1/mining/miners/one") == "may not lead to this daemon itself"
    assert issue(f"json://{host}:8081/") is None


def test_a_port_that_is_not_said_is_the_usual_one() -> None:
    assert target_issue("json://localhost/", by_hand=True, own_ports=(80,)) is not None
    assert target_issue("jsons://localhost/", by_hand=True, own_ports=(443,)) is not None


def test_the_guide_lists_every_service() -> None:
    guide = (Path(__file__).parents[2] / "docs/guides/notifications.md").read_text("utf-8")
    section = guide.partition("## Services")[2].partition("\n## ")[0]
    assert {name for name in [*FIXED, *HOSTED, *HOSTED.values()] if f"`{name}`" not in section} == set()
