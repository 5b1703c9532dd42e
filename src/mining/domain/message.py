"""Message, a sentence as a code and its parameters, so that whoever shows it can say it in another language."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mining.domain.units import duration

Param = str | int | float

TEMPLATES: Mapping[str, str] = {
    "daemon.started": "The daemon has started.",
    "daemon.ended": "The daemon has ended; running miners go on.",
    "daemon.ended_with_miners": "The daemon has ended; its miners with it.",
    "miner.started": "Started by {who}.",
    "miner.restarted": "Restarted by {who}.",
    "miner.restarted_by_rule": "Started again by the rules.",
    "miner.stopped": "Stopped by {who}.",
    "miner.stopped_with_daemon": "Stopped with the daemon; it comes back with it.",
    "miner.stopped_late": "Stopped: that was asked for before the daemon ended.",
    "miner.paused": "Paused by {who}.",
    "miner.resumed": "Resumed by {who}.",
    "miner.paused_by_key": "Paused by a key of {who}.",
    "miner.resumed_by_key": "Resumed by a key of {who}.",
    "miner.forgotten": "Forgotten by {who}.",
    "miner.adopted": "Adopted by the daemon; it never stopped.",
    "miner.adopted_unseen": "Adopted by the daemon; it never stopped. The record of its API was damaged, so its "
    "figures are unknown until it is restarted.",
    "miner.adopted_otherwise": "Adopted by the daemon; it never stopped. It mines with another configuration than the "
    "remembered one; restart it to apply that.",
    "miner.ended_unseen": "It ended while no daemon watched, some time after {since}; why is not known.",
    "miner.ended_with_machine": "It ended while no daemon watched, some time after {since}; the machine has been "
    "started anew since.",
    "miner.recovered": "It is well again.",
    "miner.text_lost": "Its text overflowed while no daemon read it; some lines are lost.",
    "autostart.off": "It was not started with the daemon, for autostart is off. It goes on with: "
    "miner-ctrl restart {miner}",
    "autostart.left_alone": "It was not started with the daemon, for autostart_except names it. It goes on with: "
    "miner-ctrl restart {miner}",
    "autostart.delayed": "It is started again {seconds:duration} after the daemon's start.",
    "storage.room_again": "The disk has room again, so everything is remembered again.",
}


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return duration(value) if format_spec == "duration" else str(super().format_field(value, format_spec))


_FORMATTER = _Formatter()


@dataclass(frozen=True)
class Message:
    """One of the sentences above. `more` are sentences that follow it and are nobody's template, such as old → new."""

    code: str
    params: Mapping[str, Param]
    more: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([_FORMATTER.vformat(TEMPLATES[self.code], (), self.params), *self.more])


def message(code: str, /, *more: str, **params: Param) -> Message:
    """The sentence of that code; a test holds the parameters of every call against its template."""
    return Message(code, params, more)


def parameters(code: str) -> set[str]:
    """The names that a template speaks of."""
    return {name for _, name, _, _ in _FORMATTER.parse(TEMPLATES[code]) if name}
