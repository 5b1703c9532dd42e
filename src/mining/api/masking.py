"""What a page of a foreign origin may see: no full wallet, no path, nothing that only one program understands."""

from collections.abc import Iterable, Mapping
from typing import Any

from mining.domain.doctor.report import Report
from mining.domain.event import Event
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import Miner
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import InstallJob
from mining.domain.redaction import public_text, secrets_of
from mining.domain.rig import LogPage
from mining.domain.settings import SettingsView
from mining.domain.system import SystemInfo


def public_event(event: Event, secrets: Iterable[str] = ()) -> Event:
    """An event without its details, which hold the program's last lines and what was configured."""
    return event.but(text=public_text(event.text, secrets), details={})


def public_stats(stats: PerformanceMetrics, secrets: Iterable[str] = ()) -> PerformanceMetrics:
    """Figures, with what a pool said of them masked: pools like to repeat a login."""
    said = stats.connection.last_error
    if said is None:
        return stats
    return stats.but(connection=stats.connection.but(last_error=public_text(said, secrets)))


def public_miner(miner: Miner) -> Miner:
    """A miner; the options go too, for only its adapter knows what in them is secret."""
    secrets = secrets_of(miner.config)
    if miner.path is not None:
        secrets.add(miner.path)
    shown = miner.masked()
    reason = shown.reason and shown.reason.but(text=public_text(shown.reason.text, secrets))
    config = {key: value for key, value in shown.config.items() if key != "options"}
    return shown.but(config=config, reason=reason, stats=public_stats(shown.stats, secrets))


def public_page(page: LogPage, config: Mapping[str, Any]) -> LogPage:
    """What a program printed."""
    secrets = secrets_of(config)
    return page.but(items=tuple(line.but(text=public_text(line.text, secrets)) for line in page.items))


def public_profile(profile: MiningProfile) -> MiningProfile:
    """A profile; its owner may have written anything into its name and description."""
    secrets = secrets_of(profile.config.public_json())
    name, description = public_text(profile.name, secrets), public_text(profile.description, secrets)
    return profile.masked().but(name=name, description=description)


def public_info(info: SystemInfo) -> SystemInfo:
    """The machine without any path."""
    programs = tuple(each.but(path=None) for each in info.installed_miners)
    return info.but(installed_miners=programs, folders=None)


def public_job(job: InstallJob) -> InstallJob:
    """An installation without any path."""
    result, error = job.result, job.error
    if result is not None:
        result = result.but(program=result.program.but(path=""))
    if error is not None:
        error = error.but(message=public_text(error.message), details={})
    return job.but(result=result, error=error, message=public_text(job.message))


def public_report(report: Report) -> Report:
    """The doctor's report without paths; the commands go too, for they are full of them."""
    miners = tuple(each.but(path=None, issue=each.issue and public_text(each.issue)) for each in report.miners)
    checks = tuple(each.but(meaning=public_text(each.meaning), fix=None) for each in report.checks)
    return report.but(miners=miners, checks=checks, recommendations=())


def public_settings(told: SettingsView) -> SettingsView:
    """Settings without paths and without what is secret."""
    hidden = {"dataDir", *told.secret}
    values = {name: None if name in hidden else value for name, value in told.values.items()}
    return told.but(values=values, file=None)
