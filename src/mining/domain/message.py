"""Message, a sentence as a code and its parameters, so that whoever shows it can say it in another language."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from mining.domain.catalogue import (
    adapters,
    benchmarks,
    deliveries,
    doctor,
    doctor_elsewhere,
    facts,
    faults,
    gate,
    payout,
    pools,
    programs,
    warnings,
)
from mining.domain.units import duration, sentence

Param = str | int | float  # a `Sentence` among them is a sentence of its own, which is said in its own words

_HAPPENINGS: Mapping[str, str] = {
    "daemon.started": "The daemon has started.",
    "daemon.ended": "The daemon has ended; running miners go on.",
    "daemon.ended_with_miners": "The daemon has ended and has stopped its miners.",
    "miner.started": "Started by {who}.",
    "miner.restarted": "Restarted by {who}.",
    "miner.restarted_by_rule": "Restarted automatically.",
    "miner.stopped": "Stopped by {who}.",
    "miner.stopped_with_daemon": "Stopped because the daemon ends; the next daemon starts it again.",
    "miner.stopped_late": "Stopped, as requested before the daemon ended.",
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
    "miner.ended_unseen": "It ended after {since}, while no daemon was running; the cause is unknown.",
    "miner.ended_with_machine": "It ended after {since}, while no daemon was running: the machine was restarted.",
    "payee.new": "Pays somebody new, by {who}.",
    "payee.promoted": "Pays first whom it paid only at need, by {who}.",
    "payee.unasked": "Pays somebody new, whom nobody named while this daemon ran.",
    "profile.payee_new": "Profile {profile!r} names somebody new to be paid, by {who}.",
    "profile.payee_promoted": "Profile {profile!r} pays first whom this rig paid only at need, by {who}.",
    "profile.payee_unasked": "Profile {profile!r} pays somebody new, whom nobody named while this daemon ran.",
    "payout.stray": "It was seen to pay somebody whom its configuration does not name, and was stopped: {found}. "
    "What was seen is in {evidence}.",
    "payout.stopped": "It paid somebody whom its configuration does not name, so it was stopped. Before you start it "
    "again, look at {evidence}, and see who can reach this machine.",
    "payout.holds": "It was seen to pay whom its configuration names, and nobody else.",
    "payout.differs": "It was seen once to pay somebody else; when it is seen again, it is stopped.",
    "payout.unchecked": "Not checked since {since}: {what} cannot be read.",
    "payout.never_checked": "Not checked yet: {what} cannot be read.",
    "miner.recovered": "The miner has recovered.",
    "miner.pool_changed": "The pool changed: {before} → {after}.",
    "miner.pool_not_configured": "The pool changed: {before} → {after}. {after} is not configured: a pool sent the "
    "miner there.",
    "miner.text_lost": "The program printed more than fits while no daemon read it; some lines are lost.",
    "autostart.off": "The daemon did not start it because autostart is off. Start it with: miner-ctrl restart {miner}",
    "autostart.left_alone": "The daemon did not start it because autostart_except names it. Start it with: "
    "miner-ctrl restart {miner}",
    "autostart.delayed": "The daemon starts it {seconds:duration} after its own start.",
    "health.just_started": "It has not answered yet.",
    "health.connecting": "It is connecting to the pool.",
    "health.preparing": "It prepares its work, which can take minutes.",
    "health.preparing_long": "It has prepared its work for {seconds:duration}, and computes nothing meanwhile.",
    "health.waits_for": "It computes nothing yet: {words}.",
    "health.paused": "It is paused; resume it to go on.",
    "health.paused_unasked": "It is paused; resume it to go on. Nobody paused it here: it may rest by itself, such as "
    "on battery.",
    "health.donating": "It is mining for {program}'s authors for a while, as donateLevel says; then for you again.",
    "health.api_silent": "The process is running, but its API does not answer.",
    "health.no_pool": "It has no connection to a pool. It keeps trying.",
    "health.pool_lost": "It has no connection to a pool: {words}. It keeps trying.",
    "health.refused": "The pool refuses the login: {words}.",
    "health.banned": "The pool refuses the login: {words}. A ban ends by itself; the pool can tell you its cause.",
    "health.work_refused": "The pool refuses the login: {words}. Choose a pool whose work this miner can do, or name "
    "the algorithm or coin.",
    "health.unusable_work": "The pool takes the login, but this miner cannot use its work: {words}. Choose a pool "
    "whose work this miner can do, or name the algorithm or coin.",
    "health.login_refused": "The pool refuses the login: {words}. Check the wallet.",
    "health.no_backend": "The pool sends work that no backend of this miner can do. Choose a pool of its algorithm.",
    "health.no_backend_for": "The pool sends {algorithm} work, which no backend of this miner can do. Choose a pool of "
    "its algorithm.",
    "health.gpu_unavailable": "It cannot use its graphics cards ({words}); the rest goes on mining.",
    "health.gpu_unavailable_alone": "It cannot use its graphics cards ({words}), and nothing else is to mine.",
    "health.gpu_waits": "It cannot use its graphics cards ({words}), and nothing else is to mine, so the pool is left "
    "in peace. It is tried again in {delay:duration}.",
    "health.gpu_memory_full": "There is no room on {cards}, so its work lies in main memory and is slow. End what else "
    "uses that memory, then restart it.",
    "health.no_hashrate": "It is connected, yet has computed nothing for {seconds:duration}.",
    "health.pool_silent": "No share was accepted for {seconds:duration}, where one every {expected:duration} is "
    "expected. The pool may have stopped answering.",
    "health.bad_config": "{ending} Correct the configuration, then start it again.",
    "health.waiting_to_restart": "{ending} It starts again in {delay:duration}.",
    "health.crash_loop": "{times} times in a row it ended within {quick:duration}. {ending} It starts again in "
    "{delay:duration}.",
    "health.ends_at_once": "It ends at once: {times} times in a row, and it never worked with this configuration. "
    "{ending} It is tried again in {delay:duration}.",
    "health.ends_at_once_saying": "It ends at once: {times} times in a row, and it never worked with this "
    "configuration. {ending} Its last words: {words}. It is tried again in {delay:duration}.",
    "profile.made": "Profile {profile!r} was made by {who}.",
    "profile.changed": "Profile {profile!r} was changed by {who}.",
    "profile.imported": "Profile {profile!r} was imported by {who}.",
    "profile.deleted": "Profile {profile!r} was deleted by {who}.",
    "program.installed": "{program} {version} is installed.",
    "program.installed_again": "{program} {version} is installed again.",
    "program.replaced": "{program} {version} is installed instead of {replaced}.",
    "program.unchanged": "{program} {version} is installed already.",
    "program.without_cards": "This build of {program} was made without {backends}, so it does not use the graphics "
    "cards that are here.",
    "program.plugin_installed": "The CUDA plugin of {program} is installed as {path}.",
    "program.not_installed": "{program} was not installed. {error}",
    "program.rolled_back": "{program} {version} is in use again.",
    "program.uninstalled": "{program} is no longer installed.",
    "benchmark.begun": "A benchmark of {program} with {algorithm} was begun by {who}.",
    "benchmark.resumed": "The benchmark of {algorithm} goes on: the daemon ended meanwhile.",
    "benchmark.done": "{program} computes {algorithm} at {rate} here.",
    "benchmark.cancelled": "The benchmark of {program} with {algorithm} was cancelled by {who}.",
    "benchmark.failed": "The benchmark of {program} with {algorithm} failed. {error}",
    "settings.changed": "Settings were changed by {who}.",
    "autostart.boot_loop": "This machine went down within {soon:duration} of the first hash {boots} times in a row, so "
    "nothing starts by itself until it has been up for {wait:duration}. Check its power supply and its cooling. To end "
    "this wait, start a miner yourself.",
    "miner.not_adopted": "It is running, but the daemon could not adopt it: {error}",
    "foreign.type": "This version ({version}) has no miner type {type!r}, so it can only stop the miner. To use this "
    "name again: miner-ctrl stop {miner} --forget",
    "foreign.record": "The daemon has no record of this miner, only its process, so it can only stop it. To use this "
    "name again: miner-ctrl stop {miner} --forget",
    "key.created": "The key {name} was created by {who}, with the role {role}.",
    "key.revoked": "The key {name} was revoked by {who}.",
    "health.rejected_in_a_row": "The pool has rejected the last {count} shares.",
    "health.rejected_in_a_row_saying": "The pool has rejected the last {count} shares, saying “{words}”.",
    "health.rejected": "The pool has rejected {rejected} of the last {count} shares within ten minutes.",
    "health.rejected_saying": "The pool has rejected {rejected} of the last {count} shares within ten minutes, saying "
    "“{words}”.",
    "health.other_algorithm": "It mines {mined}, although {configured} is configured: its pool sends that work.",
    "health.not_understood": "Version {version} saved it with {what}, which this version ({own}) does not understand, "
    "so it is not started here. Start that version, or delete it and make it anew.",
    "program.gone": "Its program file has vanished, so it could not be started again. Install it, or put it back and "
    "then: miner-ctrl register {type} PATH",
    "program.changed": "Its program file was changed, so it would not be started again before that is settled. If the "
    "change was yours: miner-ctrl register {type} PATH",
    "program.plugin_gone": "Its CUDA plugin has vanished, so it could not be started again. Put it back, or register "
    "another: miner-ctrl register {type} --cuda-plugin FILE",
    "program.plugin_changed": "Its CUDA plugin was changed, so it would not be started again before that is settled. "
    "If the change was yours: miner-ctrl register {type} --cuda-plugin FILE",
    "foreign.runs": "The miner is running. {why}",
    "foreign.ended": "The miner has ended.",
    "foreign.stopped_with_daemon": "Stopped with the daemon.",
    "storage.full": "The disk is full, so nothing more can be remembered; mining goes on. Free some space: it recovers "
    "by itself.",
    "storage.folder_again": "The data folder is there again; everything is stored again.",
    "storage.folder_replaced": "Another folder stands where the data folder {folder} was, so nothing is remembered. "
    "Put it back, or restart the daemon.",
    "storage.vanished": "The data folder {folder} has vanished, so nothing is remembered. Put it back, or restart the "
    "daemon.",
    "storage.text_lost": "The text of this miner cannot be written to the disk.",
    "access.open_to_all": "Everybody who can reach this machine over the network may do everything, without a key, "
    "also change where the money goes: --auth off. Start it without that.",
    "certificate.expires": "The certificate of --tls-cert expires on {until}. Renew it in its place: the new one is "
    "used without a restart.",
    "certificate.expired": "The certificate of --tls-cert has expired on {until}, so others refuse it. Renew it in "
    "its place: the new one is used without a restart.",
    "certificate.refused": "The new certificate is not used, but the one before: {issue}",
    "certificate.renewed": "A new certificate is used from now on; it expires on {until}.",
    "storage.room_again": "The disk has room again; everything is stored again.",
    "attention.low_hashrate": "It computes {percent} % of what is usual for it.",
    "attention.hot": "{device} is {temperature} °C hot; from {limit} °C on you are told (hot_temperature).",
    "attention.gpus_missing": "{mining} of {wanted} graphics cards mine.",
    "attention.failover": "It mines at {pool}, since {first} does not answer.",
    "attention.restart_for_version": "Version {version} is installed; it runs {running} until it is restarted.",
    "attention.advisory": "{program} {version}: {advisory}",
    "attention.update": "{program} {version} is there; {installed} is in use.",
    "attention.unsent": "Messages do not reach {target}: {issue}",
    "action.restart_miner": "Restart",
    "action.start_miner": "Start",
    "action.see_logs": "See the log",
    "action.see_timeline": "See what happened",
    "action.edit_config": "Edit the configuration",
    "action.edit_settings": "Edit the settings",
    "action.install_program": "Install",
    "action.update_program": "Update",
    "action.settle_program": "Register the program again",
    "action.examine": "Ask the doctor",
    "action.forget_miner": "Stop and forget it",
    "action.test_notifications": "Test the notifications",
}

TEMPLATES: Mapping[str, str] = {
    **_HAPPENINGS,
    **adapters.TEMPLATES,
    **benchmarks.TEMPLATES,
    **deliveries.TEMPLATES,
    **facts.TEMPLATES,
    **faults.TEMPLATES,
    **gate.TEMPLATES,
    **payout.TEMPLATES,
    **warnings.TEMPLATES,
    **doctor.TEMPLATES,
    **doctor_elsewhere.TEMPLATES,
    **pools.TEMPLATES,
    **programs.TEMPLATES,
}
_JOINED = ("or", "and")  # how the last two of some names are joined, which come with commas between them


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in _JOINED:
            return str(value).replace(", ", f" {format_spec} ")
        return duration(value) if format_spec == "duration" else str(super().format_field(value, format_spec))


_FORMATTER = _Formatter()


@dataclass(frozen=True)
class Message:
    """One of the sentences above. `more` are sentences that follow it and are nobody's template, such as old → new."""

    code: str
    params: Mapping[str, Param]
    more: tuple[str, ...] = ()

    @property
    def parts(self) -> Mapping[str, "Message"]:
        """The parameters that are sentences of the catalogue themselves."""
        return {name: value.message for name, value in self.params.items() if isinstance(value, Sentence)}

    def __str__(self) -> str:
        return " ".join([_FORMATTER.vformat(TEMPLATES[self.code], (), self.params), *self.more])


def message(code: str, /, *more: str, **params: Param) -> Message:
    """The sentence of that code; a test holds the parameters of every call against its template."""
    return Message(code, params, more)


class Sentence(str):
    """The text of a message, for ways on which only texts travel; who arrives with it can still say it otherwise."""

    __slots__ = ("message",)
    message: Message

    def __new__(cls, message: Message, stored: str | None = None) -> Self:
        """The text of that message, which is `stored` where another version may have made it."""
        text = super().__new__(cls, str(message) if stored is None else stored)
        text.message = message
        return text


def phrase(code: str, /, **params: Param) -> Sentence:
    """The text of the sentence of that code."""
    return Sentence(Message(code, params))


def message_of(text: str | Message) -> Message | str:
    """The message that a text is; the text itself where it is somebody else's words."""
    return text.message if isinstance(text, Sentence) else text


def described(sentence: Message | str) -> dict[str, Any]:
    """A sentence as an answer tells it: its text, and what is needed to say it otherwise (`mining.domain.wording`)."""
    sentence = message_of(sentence)
    if isinstance(sentence, str):
        return {"text": str(sentence), "message": None, "params": {}, "parts": {}, "more": ()}
    return {
        "text": str(sentence),
        "message": sentence.code,
        "params": {name: str(each) if isinstance(each, str) else each for name, each in sentence.params.items()},
        "parts": {name: described(each) for name, each in sentence.parts.items()},
        "more": tuple(described(each) for each in sentence.more),
    }


def together(sentences: Iterable[str]) -> str:
    """Some sentences, one after the other, as one text that can still be said otherwise."""
    first, *more = sentences
    if not isinstance(first, Sentence):
        return " ".join([first, *more])
    return Sentence(Message(first.message.code, first.message.params, (*first.message.more, *more)))


def enumerated(sentences: Iterable[str]) -> str:
    """Some sentences with semicolons between them, as one text that can still be said otherwise."""
    every = list(dict.fromkeys(sentences))
    text = every.pop() if every else ""
    while every:
        text = phrase("text.both", first=every.pop(), second=text)
    return text


def as_sentence(words: str) -> str:
    """A sentence of ours as it is; somebody else's words with a capital and a full stop."""
    return words if isinstance(words, Sentence) else sentence(words)


def listed(names: Iterable[str]) -> str:
    """Some names with commas between them; a name may be a sentence, such as `the profile Night`."""
    every = list(names)
    text = every.pop() if every else ""
    while every:
        first = every.pop()
        plain = not isinstance(first, Sentence) and not isinstance(text, Sentence)
        text = f"{first}, {text}" if plain else phrase("text.listed", first=first, second=text)
    return text


def parameters(code: str) -> set[str]:
    """The names that a template speaks of."""
    return {name for _, name, _, _ in _FORMATTER.parse(TEMPLATES[code]) if name}
