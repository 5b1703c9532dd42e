"""What a principal may see: a masked one no full wallet, no path, nothing that only one program understands.

`views` is the one place where that is decided; whatever an answer shows goes through it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from mining.api.models import HealthReport, Index
from mining.domain.attention.item import AttentionItem, AttentionList
from mining.domain.available import Available
from mining.domain.benchmark import Benchmark
from mining.domain.daemon_log import DaemonLogPage
from mining.domain.doctor.report import Check, Report
from mining.domain.event import Event
from mining.domain.history import History
from mining.domain.metrics import HashrateHistory, PerformanceMetrics
from mining.domain.miner import Miner, Reason
from mining.domain.payout.listed import ListedAlgorithm, ListedCoin
from mining.domain.pools import ListedPool, RemovedPool
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import InstallJob
from mining.domain.redaction import public_text, secrets_of
from mining.domain.rig import LogPage
from mining.domain.settings import SettingsView
from mining.domain.summary import Summary
from mining.domain.system import SystemInfo
from mining.domain.usual import Usual
from mining.domain.wording import Wording, each_param, text_of, wording_of

T = TypeVar("T")
W = TypeVar("W", Event, Reason, AttentionItem, Wording)


def view(value: T, who: Principal, secrets: Collection[str] = ()) -> T:
    """A value as its principal may see it; `secrets` are what must not stand in its text."""
    return views((value,), who, secrets)[0]


def views(values: Iterable[T], who: Principal, secrets: Collection[str] = ()) -> Sequence[T]:
    """Values as their principal may see them; those that are not for its eyes at all are left out."""
    if not who.masked:
        return values if isinstance(values, Sequence) else tuple(values)
    masked = (_MASKS[type(value)](value, secrets) for value in values)  # what is not listed there is never shown
    return [each for each in masked if each is not None]


def public_sentence(text: str, secrets: Collection[str] = ()) -> str:
    """A text that stays a sentence of ours as long as nothing shows through where its parts meet."""
    shown = text_of(Wording.of(each_param(text, lambda part: public_text(part, secrets))))
    whole = public_text(text, secrets)
    return shown if shown == whole else whole


def public_event(event: Event, secrets: Iterable[str] = ()) -> Event:
    """An event without its details, which hold the program's last lines and what was configured."""
    return _public(event, secrets).but(details={})


def _public(wording: W, secrets: Iterable[str] = ()) -> W:
    """What has a sentence, with every text in it masked."""
    masked = {
        name: public_text(value, secrets) if isinstance(value, str) else value for name, value in wording.params.items()
    }
    return wording.but(
        text=public_text(wording.text, secrets),
        params=masked,
        parts={name: _public(part, secrets) for name, part in wording.parts.items()},
        more=tuple(_public(each, secrets) for each in wording.more),
    )


def public_stats(stats: PerformanceMetrics, secrets: Iterable[str] = ()) -> PerformanceMetrics:
    """Figures, with what a pool said of them masked: pools like to repeat a login."""
    last_error = stats.connection.last_error
    if last_error is None:
        return stats
    return stats.but(connection=stats.connection.but(last_error=public_text(last_error, secrets)))


def miner_secrets(miner: Miner) -> Collection[str]:
    """What of a miner must not stand in any text about it."""
    secrets = secrets_of(miner.config)
    return secrets if miner.path is None else secrets | {miner.path}


def public_miner(miner: Miner) -> Miner:
    """A miner; the options go too, for only its adapter knows what in them is secret."""
    secrets = miner_secrets(miner)
    shown = miner.masked()
    reason = shown.reason
    if reason is not None:
        reason = _public(reason, secrets)
    config = {key: value for key, value in shown.config.items() if key != "options"}
    return shown.but(config=config, reason=reason, stats=public_stats(shown.stats, secrets))


def public_page(page: LogPage, secrets: Iterable[str] = ()) -> LogPage:
    """What a program printed."""
    return page.but(items=tuple(line.but(text=public_text(line.text, secrets)) for line in page.items))


def public_log(page: DaemonLogPage, secrets: Iterable[str] = ()) -> DaemonLogPage:
    """What the daemon wrote down of itself."""
    return page.but(items=tuple(line.but(text=public_text(line.text, secrets)) for line in page.items))


def public_profile(profile: MiningProfile) -> MiningProfile:
    """A profile; its owner may have written anything into its name and description."""
    secrets = secrets_of(profile.config.public_json())
    name, description = public_text(profile.name, secrets), public_text(profile.description, secrets)
    return profile.masked().but(name=name, description=description)


def public_info(info: SystemInfo) -> SystemInfo:
    """The machine without any path."""
    programs = tuple(each.but(path=None) for each in info.installed_miners)
    return info.but(installed_miners=programs, folders=None, command_line=None)


def public_job(job: InstallJob) -> InstallJob:
    """An installation without any path."""
    result, error = job.result, job.error
    if result is not None:
        result = result.but(program=result.program.but(path="", cuda_plugin=None))
    if error is not None:
        error = error.but(message=public_sentence(error.message), details={})
    text = public_sentence(job.message)
    return job.but(result=result, error=error, message=text, wording=wording_of(text))


def public_report(report: Report) -> Report:
    """The doctor's report without paths; the commands go too, for they are full of them."""
    miners = tuple(
        each.but(path=None, issue=each.issue and public_text(each.issue), wording=None) for each in report.miners
    )
    return report.but(
        miners=miners,
        checks=tuple(map(public_check, report.checks)),
        recommendations=(),
    )


def public_check(check: Check) -> Check:
    """One check of the doctor."""
    meaning = public_sentence(check.meaning)
    return check.but(meaning=meaning, meaning_wording=wording_of(meaning), fix=None)


def public_settings(view: SettingsView) -> SettingsView:
    """Settings without paths and without what is secret."""
    hidden = {"dataDir", "tlsCert", "tlsKey", "unixSocket", *view.secret}
    values = {name: None if name in hidden else value for name, value in view.values.items()}
    return view.but(values=values, file=None)


def public_item(item: AttentionItem) -> AttentionItem | None:
    """What needs attention, of a miner or a program; what is wrong with the rig itself is its owner's business."""
    if item.miner is None and item.code not in ("update", "advisory"):
        return None
    return _public(item)


def public_attention(listed: AttentionList) -> AttentionList:
    """All that needs attention."""
    return AttentionList(items=tuple(each for each in map(public_item, listed.items) if each is not None))


_MASKS: Mapping[type, Callable[[Any, Collection[str]], Any]] = {
    AttentionItem: lambda item, _: public_item(item),
    AttentionList: lambda listed, _: public_attention(listed),
    Available: lambda kind, _: kind.but(path=None, cuda_plugin=kind.cuda_plugin and kind.cuda_plugin.but(path=None)),
    Benchmark: lambda job, _: job.but(message=public_text(job.message)),
    DaemonLogPage: public_log,
    Event: public_event,
    HashrateHistory: lambda history, _: history,
    History: lambda history, _: history,
    ListedAlgorithm: lambda kind, _: kind,
    ListedCoin: lambda coin, _: coin,
    Summary: lambda figures, _: figures,
    Index: lambda index, _: index,
    HealthReport: lambda report, _: report.but(problems=()),
    InstallJob: lambda job, _: public_job(job),
    RemovedPool: lambda pool, _: None,
    ListedPool: lambda pool, _: None if pool.origin == "yours" else pool,
    LogPage: public_page,
    Miner: lambda miner, _: public_miner(miner),
    MiningProfile: lambda profile, _: public_profile(profile),
    PerformanceMetrics: public_stats,
    Report: lambda report, _: public_report(report),
    SettingsView: lambda settings, _: public_settings(settings),
    SystemInfo: lambda info, _: public_info(info),
    Usual: lambda usual, _: usual,
}
