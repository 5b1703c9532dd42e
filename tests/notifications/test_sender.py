"""The sender: what arrives, what does not and why, and that nothing of it reaches us but a sentence."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
import structlog

from mining.domain.alerts.notification import OutgoingMessage, Target
from mining.domain.wording import wording_of
from mining.notifications import sender
from mining.notifications.sender import BadTargets, check_targets, deliver
from mining.settings.secret import Masks
from tests.targets import Inbox, Manner, an_inbox

pytestmark = pytest.mark.slow
MESSAGE = OutgoingMessage("rig1: xmrig has no pool", "It keeps trying. <b>1 < 2</b> & so on.\n\nBye.", "bad")


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    with an_inbox() as inbox:
        yield inbox


async def sent(inbox: Inbox, limit: float = 60.0) -> str | None:
    """What is said of one attempt to send; None when it arrived."""
    (delivery,) = await deliver([Target(inbox.url)], MESSAGE, limit)
    assert delivery.target == Masks().shown(inbox.url)
    assert "s3cret" not in str(delivery)
    assert delivery.ok == (delivery.issue is None)
    assert delivery.wording == wording_of(delivery.issue)
    assert delivery.ok or delivery.wording is not None
    return delivery.issue


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)


async def test_a_message_arrives_as_it_was_written(inbox: Inbox) -> None:
    assert await sent(inbox) is None
    (message,) = inbox.messages
    assert (message["title"], message["message"], message["type"]) == (MESSAGE.title, MESSAGE.body, "failure")


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "the token"), (403, "the token"), (404, "check its URL"), (429, "too many"), (400, "400"), (502, "its own")],
)
async def test_a_refusal_says_what_to_look_at(inbox: Inbox, status: int, words: str) -> None:
    inbox.manner, inbox.status = "refuses", status
    issue = await sent(inbox)
    assert issue is not None
    assert words in issue
    assert f"HTTP {status}" in issue


async def test_nobody_there_is_told_apart(inbox: Inbox) -> None:
    inbox.close()
    issue = await sent(inbox)
    assert issue is not None
    assert issue.startswith("It could not be reached")


async def test_messages_do_not_follow_to_another_address(inbox: Inbox) -> None:
    inbox.manner = "sends elsewhere"
    issue = await sent(inbox)
    assert issue is not None
    assert "moved (HTTP 307)" in issue
    assert (inbox.asked, inbox.elsewhere) == (1, 0)


@pytest.mark.parametrize("manner", ["never answers", "answers without end", "drips"])
async def test_whatever_a_target_does_an_attempt_ends_in_time(inbox: Inbox, manner: Manner) -> None:
    inbox.manner = manner
    most = most_memory()
    async with asyncio.timeout(300):
        for seconds in (5.0, 20.0, 80.0):  # on a busy machine the first may be over before the target is asked
            assert await sent(inbox, seconds) is not None
            if inbox.asked:
                break
    assert inbox.asked == 1
    assert most_memory() <= max(most, 600)


async def test_one_that_never_answers_does_not_keep_the_others_from_their_message(inbox: Inbox) -> None:
    with an_inbox() as slow:
        slow.manner = "never answers"
        targets = [Target(slow.url), Target(inbox.url), Target("json://127.0.0.1:1/")]
        delivering = asyncio.create_task(deliver(targets, MESSAGE, 60.0))
        await until(lambda: slow.asked)
        begun = time.monotonic()
        await until(lambda: inbox.messages)
        arrived = time.monotonic() - begun
        results = await delivering
        given_up = time.monotonic() - begun
    assert [each.ok for each in results] == [False, True, False]
    assert len(inbox.messages) == 1
    assert arrived < given_up / 2, "it came only after the one that never answers"


async def test_a_courier_goes_with_whoever_waits_for_it(inbox: Inbox) -> None:
    inbox.manner = "never answers"
    waiting = asyncio.create_task(sent(inbox, 3600.0))
    await until(lambda: inbox.asked)
    (sender,) = senders()
    shown = [Path(f"/proc/{sender}/{what}").read_bytes() for what in ("cmdline", "environ")]
    assert not any(b"s3cret" in each for each in shown)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert not senders()


async def test_nothing_is_written_and_no_password_of_others_is_used(
    inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.chdir(tmp_path)
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login me password not-yours\n")
    netrc.chmod(0o600)
    (tmp_path / "requests.py").write_text("raise SystemExit('a stranger was imported')\n")
    before = sorted(tmp_path.rglob("*"))
    heard: list[str | None] = []
    answer = inbox.answer
    inbox.answer = lambda request: (heard.append(request.headers["Authorization"]), answer(request))[1]  # type: ignore[method-assign]  # to listen in
    assert await sent(inbox) is None
    assert heard == [None]
    assert sorted(tmp_path.rglob("*")) == before


async def issue_of(url: str, own_ports: Sequence[int] = ()) -> str:
    (delivery,) = await deliver([Target(url)], MESSAGE, 60.0, own_ports)
    assert not delivery.ok
    return str(delivery.issue)


async def test_a_name_that_leads_to_this_machine_is_not_followed_there(inbox: Inbox) -> None:
    for host in ("2130706433", "0x7f000001"):  # names to us, and to the resolver an address
        assert "its name leads to this machine" in await issue_of(f"json://{host}:{inbox.port}/")
    assert inbox.asked == 0


async def test_a_name_that_leads_to_metadata_is_not_followed_there() -> None:
    assert "tells a cloud machine its secrets" in await issue_of("json://169.254.43518/latest")


async def test_nothing_is_sent_to_the_daemon_itself(inbox: Inbox) -> None:
    assert await issue_of(inbox.url, (inbox.port,)) == "may not lead to this daemon itself"
    assert inbox.asked == 0


async def test_what_shapes_a_request_is_not_sent(inbox: Inbox) -> None:
    for more in ("?method=DELETE", "?+X-Forged=1", "?redirect=yes"):
        assert "names who gets the message" in await issue_of(inbox.url + more)
    assert inbox.asked == 0


async def test_an_e_mail_arrives_as_it_was_written() -> None:
    async with a_mail_server() as (port, mails):
        url = f"mailto://127.0.0.1:{port}?from=rig@example.com&to=me@example.com&mode=insecure"
        (delivery,) = await deliver([Target(url)], MESSAGE, 60.0)
        assert delivery.ok, delivery
    mail = message_from_bytes(mails[0], policy=default)
    assert mail["Subject"] == MESSAGE.title
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().split() == MESSAGE.body.split()
    assert mail.get_content().count("\n") >= MESSAGE.body.count("\n")


def test_urls_that_can_be_targets_are_looked_at_and_nothing_is_sent(inbox: Inbox) -> None:
    check_targets([Target(inbox.url), Target("tgram://123456789:abcdefg_hijklmnop/12315544"), Target("ntfy://a-topic")])
    assert inbox.asked == 0


@pytest.mark.parametrize("url", ["s3cret://x", "file:///etc/passwd"])
def test_a_service_that_is_not_listed_is_named_by_its_place_alone(inbox: Inbox, url: str) -> None:
    with pytest.raises(BadTargets) as refused:
        check_targets([Target(inbox.url), Target(url)])
    assert "entry 2 is of a service that messages are not sent to" in str(refused.value)
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize("url", ["s3cret", "json://", "tgram://s3cret", ""])
def test_what_cannot_be_a_target_is_named_by_its_place_alone(inbox: Inbox, url: str) -> None:
    with pytest.raises(BadTargets) as refused:
        check_targets([Target(inbox.url), Target(url)])
    assert str(refused.value) == "the setting notify cannot be used: entry 2 is no URL that Apprise understands"


def test_a_service_that_needs_another_package_says_which(inbox: Inbox) -> None:
    with pytest.raises(BadTargets, match=r"entry 1 needs what is not here: slixmpp.*; entry 3 is no URL"):
        check_targets([Target("xmpp://me:s3cret@example.com"), Target(inbox.url), Target("s3cret")])


def test_targets_that_cannot_be_looked_at_are_no_reason_not_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "_COMMAND", ("/no/such/python",))
    with structlog.testing.capture_logs() as logs:
        check_targets([Target("s3cret")])
    assert [line["event"] for line in logs] == ["notification.unchecked"]
    assert "s3cret" not in str(logs)


async def test_a_courier_that_cannot_be_started_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (("/no/such/python",), (sys.executable, "-c", "print('[')"), (sys.executable, "-c", "")):
        monkeypatch.setattr(sender, "_COMMAND", command)
        (delivery,) = await deliver([Target("json://127.0.0.1:1/")], MESSAGE, 60.0)
        assert (delivery.ok, delivery.issue) == (False, sender._LOST)


def test_the_platform_itself_never_imports_apprise() -> None:
    code = "import sys, mining.daemon, mining.cli.notifications; sys.exit('apprise' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0


@asynccontextmanager
async def a_mail_server() -> AsyncIterator[tuple[int, list[bytes]]]:
    """As much of SMTP as it takes to receive a mail."""
    mails: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 here\r\n")
        while line := await reader.readline():
            if line.upper().startswith(b"DATA"):
                writer.write(b"354 go on\r\n")
                mails.append((await reader.readuntil(b"\r\n.\r\n"))[:-3])
            writer.write(b"250 fine\r\n")
        writer.close()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1], mails


def most_memory() -> int:
    """MiB that the largest of our children has taken so far."""
    resource = pytest.importorskip("resource")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def senders() -> list[int]:
    """Our children that carry messages."""
    me, found = os.getpid(), []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if f"PPid:\t{me}\n" in (process / "status").read_text():
                    command = (process / "cmdline").read_bytes()
                    found += [int(process.name)] if b"mining.notifications.sender_process" in command else []
            except OSError:
                continue
    return found
