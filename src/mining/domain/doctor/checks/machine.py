"""Checks of the machine around the miners: disk, clock, limits, and who else can see what."""

from datetime import UTC, datetime, timedelta

from mining.domain.certificate import faults_of
from mining.domain.doctor.report import ELSEWHERE, LINUX, WINDOWS, DoctorFacts, Finding, Rule
from mining.domain.hardware import GIBI, MEBI
from mining.domain.message import Sentence, phrase, together
from mining.domain.shell import quoted

NOTHING_STARTS, HISTORY_STOPS = 16 * MEBI, 64 * MEBI
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)  # no honest clock says less
SKEW = timedelta(minutes=1)  # how far ahead of the clock an event may be
FILES_LEAST, FILES_GOOD = 256, 2048  # the API alone takes 1500 connections
PORTS_FEW = 10


def disk(facts: DoctorFacts) -> Finding:
    """Room for what is remembered."""
    free = facts.machine.free_disk
    if free is None:
        return Finding("unknown", phrase("doctor.disk.unknown"), phrase("doctor.silent"))
    has = phrase("doctor.disk.free", free=free // MEBI)
    if free < NOTHING_STARTS:
        text = together([has, phrase("doctor.disk.full.meaning")])
        return Finding("problem", phrase("doctor.disk.full"), text)
    if free < HISTORY_STOPS:
        text = together([has, phrase("doctor.disk.almost_full.meaning")])
        return Finding("warning", phrase("doctor.disk.almost_full"), text)
    if free < GIBI:
        return Finding("info", phrase("doctor.disk.filling"), together([has, phrase("doctor.disk.filling.meaning")]))
    return Finding("ok", phrase("doctor.disk.ok"), has)


def clock(facts: DoctorFacts) -> Finding:
    """Whether the time can be right."""
    now, newest = facts.machine.now, facts.rig.newest
    fix = _SET_CLOCK.get("systemd" if facts.machine.systemd else facts.machine.system)
    if now < WRITTEN:
        text = phrase("doctor.clock.wrong.meaning", day=f"{now:%Y-%m-%d}")
        return Finding("problem", phrase("doctor.clock.wrong"), text, None, fix)
    if newest is not None and newest > now + SKEW:
        text = phrase("doctor.clock.set_back.meaning", now=f"{now:%Y-%m-%d %H:%M}", newest=f"{newest:%Y-%m-%d %H:%M}")
        return Finding("warning", phrase("doctor.clock.set_back"), text, None, fix)
    return Finding("ok", phrase("doctor.clock.ok"), phrase("doctor.clock.ok.meaning", now=f"{now:%Y-%m-%d %H:%M}"))


def open_files(facts: DoctorFacts) -> Finding:
    """How many files and connections the daemon may have."""
    limit = facts.machine.open_files
    if limit is None:
        return Finding("unknown", phrase("doctor.open_files.unknown"), phrase("doctor.silent"))
    text = phrase("doctor.open_files.limit", limit=limit)
    fix = f"ulimit -n {FILES_GOOD}"
    if limit < FILES_LEAST:
        more = together([text, phrase("doctor.open_files.few.meaning")])
        return Finding("warning", phrase("doctor.open_files.few"), more, None, fix)
    if limit < FILES_GOOD:
        return Finding(
            "info", phrase("doctor.open_files.enough"), together([text, phrase("doctor.open_files.enough.meaning")])
        )
    return Finding("ok", phrase("doctor.open_files.enough"), text)


def ports(facts: DoctorFacts) -> Finding:
    """Room for the miners' own APIs."""
    free = facts.rig.ports - facts.rig.ports_taken
    text = phrase("doctor.ports.free", free=free)
    end_others = together([text, phrase("doctor.ports.end_others")])
    if free == 0:
        return Finding("problem", phrase("doctor.ports.none"), end_others)
    if free < PORTS_FEW:
        return Finding("warning", phrase("doctor.ports.few"), end_others)
    return Finding("ok", phrase("doctor.ports.ok"), text)


def privacy(facts: DoctorFacts) -> Finding:
    """Whether other users can read what is ours."""
    exposed = facts.machine.exposed
    if not exposed:
        text = phrase("doctor.privacy.ok.meaning")
        return Finding("ok", phrase("doctor.privacy.ok"), text)
    paths, more = ", ".join(exposed[:3]), len(exposed) - 3
    text = phrase("doctor.privacy.exposed.meaning", paths=paths)
    if more > 0:
        text = phrase("doctor.privacy.exposed_more.meaning", paths=paths, count=more)
    fix = _closing(facts, facts.machine.data, "chmod -R go-rwx") if facts.machine.data else None
    return Finding("problem", phrase("doctor.privacy.exposed"), text, None, fix)


def audit(facts: DoctorFacts) -> Finding:
    """Whether what was written down of changes is whole."""
    issue = facts.machine.audit
    if issue is None:
        return Finding("ok", phrase("doctor.audit.ok"), phrase("doctor.audit.ok.meaning"))
    text = phrase("doctor.audit.broken.meaning", issue=issue)
    return Finding("problem", phrase("doctor.audit.broken"), text)


def certificate(facts: DoctorFacts) -> Finding:
    """Whether others can connect by TLS, and for how long."""
    current = facts.machine.certificate
    if current is None:
        return Finding("ok", phrase("doctor.certificate.none"), phrase("doctor.certificate.none.meaning"))
    for fault in faults_of(current, facts.machine.now):
        text = Sentence(fault.message)
        if fault.code == "CERTIFICATE_EXPIRED":
            return Finding("problem", phrase("doctor.certificate.expired"), text)
        if fault.code == "CERTIFICATE_EXPIRES":
            return Finding("warning", phrase("doctor.certificate.expires"), text)
        return Finding("warning", phrase("doctor.certificate.refused"), text)
    if current.expires is None:
        return Finding("unknown", phrase("doctor.certificate.unknown"), phrase("doctor.certificate.unknown.meaning"))
    return Finding(
        "ok",
        phrase("doctor.certificate.ok"),
        phrase("doctor.certificate.ok.meaning", until=f"{current.expires:%Y-%m-%d}"),
    )


def logins(facts: DoctorFacts) -> Finding:
    """Who else could use the API, which asks nobody on this machine for a password."""
    people = facts.machine.logins
    if facts.machine.auth == "always":
        return Finding("ok", phrase("doctor.logins.keys"), phrase("doctor.logins.keys.meaning"))
    if people is None:
        return Finding("unknown", phrase("doctor.logins.unknown"), phrase("doctor.silent"))
    if len(people) <= 1:
        return Finding("ok", phrase("doctor.logins.alone"), phrase("doctor.logins.alone.meaning"))
    named = f"{', '.join(people[:5])}{' …' if len(people) > 5 else ''}"
    text = phrase("doctor.logins.several.meaning", people=named)
    return Finding("warning", phrase("doctor.logins.several", count=len(people)), text)


def root(facts: DoctorFacts) -> Finding:
    """Whether the daemon may do everything."""
    if not facts.machine.root:
        return Finding("ok", phrase("doctor.root.ok"), phrase("doctor.root.ok.meaning"))
    if facts.machine.system == "windows":
        return Finding("info", phrase("doctor.root.elevated"), phrase("doctor.root.elevated.meaning"))
    text = phrase("doctor.root.root.meaning")
    return Finding("info", phrase("doctor.root.root"), text)


def terminal(facts: DoctorFacts) -> Finding:
    """Whether miners outlast the window in which the daemon was started."""
    ended = facts.machine.ended_with_terminal
    if ended is None:
        return Finding("unknown", phrase("doctor.terminal.unknown"), phrase("doctor.silent"))
    if ended:
        return Finding("warning", phrase("doctor.terminal.ends"), phrase("doctor.terminal.ends.meaning"))
    return Finding("ok", phrase("doctor.terminal.ok"), phrase("doctor.terminal.ok.meaning"))


def temperatures(facts: DoctorFacts) -> Finding:
    """That the processor's temperature cannot be had."""
    return Finding("info", phrase("doctor.temperatures.none"), phrase("doctor.temperatures.none.meaning"))


def systemd(facts: DoctorFacts) -> Finding:
    """Whether something can start the daemon after a reboot."""
    if facts.machine.systemd:
        return Finding("ok", phrase("doctor.systemd.here"), phrase("doctor.systemd.here.meaning"))
    text = phrase("doctor.systemd.missing.meaning")
    return Finding("info", phrase("doctor.systemd.missing"), text)


def battery(facts: DoctorFacts) -> Finding:
    """Whether the machine runs on battery."""
    if facts.machine.on_battery is None:
        return Finding("ok", phrase("doctor.battery.none"), phrase("doctor.battery.none.meaning"))
    if not facts.machine.on_battery:
        return Finding("ok", phrase("doctor.battery.mains"), phrase("doctor.battery.mains.meaning"))
    text = phrase("doctor.battery.battery.meaning")
    return Finding("info", phrase("doctor.battery.battery"), text)


def settings_files(facts: DoctorFacts) -> Finding:
    """Whether settings lie in a file that is not read."""
    ignored = facts.machine.ignored_settings
    if not ignored and facts.machine.bring_settings:
        text = phrase("doctor.settings.none.meaning")
        return Finding("info", phrase("doctor.settings.none"), text, None, facts.machine.bring_settings)
    if not ignored:
        return Finding("ok", phrase("doctor.settings.one"), phrase("doctor.settings.one.meaning"))
    if len(ignored) == 1:
        text = phrase("doctor.settings.ignored_one.meaning", path=ignored[0])
    else:
        text = phrase("doctor.settings.ignored.meaning", paths=", ".join(ignored))
    return Finding("warning", phrase("doctor.settings.ignored"), text)


def settings_access(facts: DoctorFacts) -> Finding:
    """Who else may read or change the settings file; what others can change is not even read."""
    path = facts.machine.settings
    if facts.machine.settings_exposed:
        text = phrase("doctor.settings.exposed.meaning", path=path)
        return Finding("problem", phrase("doctor.settings.exposed"), text, None, _closing(facts, path, "chmod 600"))
    if facts.machine.settings_by_group:
        text = phrase("doctor.settings.group.meaning", path=path)
        return Finding(
            "info", phrase("doctor.settings.group"), text, None, f"chmod g-w {quoted(path, facts.machine.system)}"
        )
    return Finding("ok", phrase("doctor.settings.own"), phrase("doctor.settings.own.meaning"))


def _closing(facts: DoctorFacts, path: str, posix: str) -> str:
    """The command that closes a file or folder to others."""
    if facts.machine.system != "windows":
        return f"{posix} {quoted(path, facts.machine.system)}"
    below, all_of_it = ("(OI)(CI)", " /T") if path == facts.machine.data else ("", "")
    return f'icacls {quoted(path, "windows")} /inheritance:r /grant:r "{facts.machine.user}:{below}F"{all_of_it}'


_SET_CLOCK = {
    "systemd": "sudo timedatectl set-ntp true",
    "darwin": "sudo sntp -sS time.apple.com",
    "windows": "w32tm /resync",
}

RULES = (
    Rule("disk", "Nothing starts with less than 16 MiB; figures may be lost below 64 MiB.", "delete something", disk),
    Rule("clock", "With a wrong clock encrypted connections fail.", "`sudo timedatectl set-ntp true`", clock),
    Rule(
        "open-files",
        "Each miner and each web page needs some.",
        "`ulimit -n 2048`",
        open_files,
        systems=LINUX | {"darwin"},
    ),
    Rule("ports", "Each miner answers on a port of 41000 to 41999.", "end what listens there", ports),
    Rule(
        "privacy", "Wallets and passwords are nobody else's business.", "`chmod -R go-rwx` on the data folder", privacy
    ),
    Rule("audit", "A gap in the audit may hide who changed what.", "find out who, then begin a new one", audit),
    Rule("certificate", "With an expired one nobody connects by TLS.", "renew it in its place", certificate),
    Rule(
        "logins",
        "Everybody who logs in here can use the API.",
        "a machine of your own, or `--auth always`",
        logins,
        silent=ELSEWHERE,
    ),
    Rule("root", "A miner that runs as root could do anything.", "start the daemon as an ordinary user", root),
    Rule("systemd", "It can start the daemon again after a reboot.", "nothing", systemd, systems=LINUX),
    Rule(
        "terminal",
        "Some terminals of Windows end all that was started in them.",
        "start the daemon from Task Scheduler",
        terminal,
        systems=WINDOWS,
        silent=WINDOWS,
    ),
    Rule(
        "temperatures",
        "Nobody is told that a processor is hot where its temperature cannot be had.",
        "nothing",
        temperatures,
        systems=ELSEWHERE,
    ),
    Rule("battery", "Mining empties a battery.", "plug in", battery),
    Rule(
        "settings-files",
        "Only one settings file is read: `settings.yaml`, else one of an earlier version.",
        "copy what you need into one file, delete the others",
        settings_files,
    ),
    Rule(
        "settings-access",
        "A settings file that others can change is refused.",
        "`chmod 600` on the file",
        settings_access,
    ),
)
