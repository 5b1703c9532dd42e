"""What of the requests is written down in the audit: every write, and of the refusals as many as can do no harm."""

import time
from collections.abc import Callable

from mining.api.auth.throttle import Rates
from mining.api.peers import source_of
from mining.domain.audit import Audit, AuditDraft
from mining.domain.event import Event
from mining.domain.message import Message, described
from mining.domain.principal import Principal
from mining.domain.redaction import public_text
from mining.domain.rig import Rig
from mining.domain.wording import each_param, sentence_of

DAY = 86_400.0  # s
MOST_OF_STRANGERS, MOST_OF_ONE = 300, 20  # refusals a day that are written down of those who were not let in
MOST_OF_KEY = 200  # of one who was
_MOST_TARGET, _MOST_TEXT = 120, 2000  # characters


class Recorder:
    """Writes down who asked for what. Of refusals beyond a limit the next entry says how many there were."""

    def __init__(self, audit: Audit, clock: Callable[[], float] = time.monotonic) -> None:
        self._audit = audit
        self._clock = clock
        self._rates = Rates()
        self._omitted = 0

    async def done(self, who: Principal, peer: str | None, what: str, target: str, outcome: int) -> None:
        """A write was carried out, or failed."""
        await self._add(AuditDraft(who.name, what, who.role, peer, shown(target), outcome))

    async def refused(
        self, who: Principal | None, peer: str | None, what: str, target: str, outcome: int, code: str
    ) -> None:
        """A write, or somebody who was not let in (None), was refused."""
        if self._too_many(who, peer):
            self._omitted += 1
            return
        name, role = (f"API {peer}" if peer else "API", None) if who is None else (who.name, who.role)
        await self._add(AuditDraft(name, what, role, peer, shown(target), outcome, code))

    def _too_many(self, who: Principal | None, peer: str | None) -> bool:
        """Whether it is one too many; strangers never use up what is left for those with a key."""
        source, now = source_of(peer) or "here", self._clock()
        if who is not None:
            return bool(self._rates.wait(f"key {who.key or source}", "", MOST_OF_KEY, DAY, now))
        one = self._rates.wait(source, "", MOST_OF_ONE, DAY, now)
        return bool(one or self._rates.wait("everybody", "", MOST_OF_STRANGERS, DAY, now))

    async def follow(self, rig: Rig) -> None:
        """Write down what people changed, old → new, as the timeline tells it."""
        while True:  # it ends when this listener was too slow
            with rig.listen(events_only=True) as listener:
                async for live in listener:
                    event = live if isinstance(live, Event) else live.event
                    if event is not None and event.who is not None and "→" in event.text:
                        await self._add(_change(event))

    async def _add(self, draft: AuditDraft) -> None:
        omitted, self._omitted = self._omitted, 0
        await self._audit.add(draft._replace(omitted=omitted))


def _change(event: Event) -> AuditDraft:
    """What an event says that became of a setting or a wallet; too long a text is cut, and has no wording then."""
    text, target = public_text(event.text), event.miner or event.kind
    masked = each_param(sentence_of(event), public_text)
    wording = described(masked) if isinstance(masked, Message) and len(text) <= _MOST_TEXT else None
    return AuditDraft(event.who or "", "change", target=target, text=text[:_MOST_TEXT], wording=wording)


def shown(target: str) -> str:
    """A path as it may be written down: printable, short, without anything as long as an address."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in target[:_MOST_TARGET])
    return "/".join(public_text(part) for part in plain.split("/"))
