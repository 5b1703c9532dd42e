"""Checks of the machine around the miners: disk, clock, limits, and who else can see what."""

from datetime import UTC, datetime, timedelta

from mining.domain.certificate import faults_of
from mining.domain.doctor.report import DoctorFacts, Finding, Rule
from mining.domain.hardware import GIBI, MEBI

NOTHING_STARTS, HISTORY_STOPS = 16 * MEBI, 64 * MEBI
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)  # no honest clock says less
SKEW = timedelta(minutes=1)  # how far ahead of the clock an event may be
FILES_LEAST, FILES_GOOD = 256, 2048  # the API alone takes 1500 connections
PORTS_FEW = 10


def disk(facts: DoctorFacts) -> Finding:
    """Room for what is remembered."""
    free = facts.machine.free_disk
    if free is None:
        return Finding("unknown", "How full the disk is, is not known", "The system does not tell.")
    has = f"{free // MEBI} MiB are free where the platform keeps its data."
    if free < NOTHING_STARTS:
        text = f"{has} Below 16 MiB no miner is started; those that run go on. Delete what you do not need."
        return Finding("problem", "The disk is full", text)
    if free < HISTORY_STOPS:
        text = f"{has} Below 64 MiB figures and logs may be lost. Mining goes on. Delete what you do not need."
        return Finding("warning", "The disk is almost full", text)
    if free < GIBI:
        return Finding("info", "The disk is filling up", f"{has} That is enough for now.")
    return Finding("ok", "There is room on the disk", has)


def clock(facts: DoctorFacts) -> Finding:
    """Whether the time can be right."""
    now, newest = facts.machine.now, facts.rig.newest
    fix = "sudo timedatectl set-ntp true" if facts.machine.systemd else None
    if now < WRITTEN:
        text = f"The clock says {now:%Y-%m-%d}, before this program was written. Encrypted connections fail then."
        return Finding("problem", "The clock is wrong", text, None, fix)
    if newest is not None and newest > now + SKEW:
        text = f"The clock says {now:%Y-%m-%d %H:%M} UTC, but the timeline has an entry of {newest:%Y-%m-%d %H:%M}."
        return Finding("warning", "The clock was set back", text, None, fix)
    return Finding("ok", "The clock seems right", f"The clock says {now:%Y-%m-%d %H:%M} UTC.")


def open_files(facts: DoctorFacts) -> Finding:
    """How many files and connections the daemon may have."""
    limit = facts.machine.open_files
    if limit is None:
        return Finding("unknown", "The limit of open files is not known", "The system does not tell.")
    text = f"The daemon may have {limit} files and connections open at once."
    fix = f"ulimit -n {FILES_GOOD}"
    if limit < FILES_LEAST:
        more = (
            f"{text} That can fail with a few miners. Type the command in the shell that starts the daemon, before it."
        )
        return Finding("warning", "Too few files may be open", more, None, fix)
    if limit < FILES_GOOD:
        return Finding("info", "Enough files may be open", f"{text} Only hundreds of web pages at once need more.")
    return Finding("ok", "Enough files may be open", text)


def ports(facts: DoctorFacts) -> Finding:
    """Room for the miners' own APIs."""
    free = facts.rig.ports - facts.rig.ports_taken
    text = f"Each miner is asked for its figures on a port of this machine, 41000 to 41999; {free} are free."
    if free == 0:
        return Finding("problem", "No port is left for a miner", f"{text} End the programs that listen there.")
    if free < PORTS_FEW:
        return Finding("warning", "Few ports are left for miners", f"{text} End the programs that listen there.")
    return Finding("ok", "There are ports for miners", text)


def privacy(facts: DoctorFacts) -> Finding:
    """Whether other users can read what is ours."""
    exposed = facts.machine.exposed
    if not exposed:
        text = "Wallets, passwords and logs can be read by the daemon's user alone."
        return Finding("ok", "The platform's data is private", text)
    more = f" and {len(exposed) - 3} more" if len(exposed) > 3 else ""
    text = f"Other users of this machine can read {', '.join(exposed[:3])}{more}: wallets, passwords or logs."
    fix = f"chmod -R go-rwx {_quoted(facts.machine.data)}" if facts.machine.data else None
    return Finding("problem", "Other users can read the platform's data", text, None, fix)


def audit(facts: DoctorFacts) -> Finding:
    """Whether what was written down of changes is whole."""
    issue = facts.machine.audit
    if issue is None:
        return Finding("ok", "The audit is whole", "Every change that somebody asked for is written down in a chain.")
    text = (
        f"What is written down of changes was damaged or changed: {issue}. If no disk failed, ask who could write into "
        "the data folder. Keep a copy of its folder audit, then move it away and restart the daemon: a new one begins."
    )
    return Finding("problem", "The audit is not whole", text)


def certificate(facts: DoctorFacts) -> Finding:
    """Whether others can connect by TLS, and for how long."""
    known = facts.machine.certificate
    if known is None:
        return Finding("ok", "There is no certificate to renew", "The daemon runs without --tls-cert.")
    for fault in faults_of(known, facts.machine.now):
        text = str(fault.message)
        if fault.code == "CERTIFICATE_EXPIRED":
            return Finding("problem", "The certificate has expired", text)
        if fault.code == "CERTIFICATE_EXPIRES":
            return Finding("warning", "The certificate expires soon", text)
        return Finding("warning", "The new certificate cannot be used", text)
    if known.expires is None:
        return Finding("unknown", "Until when the certificate holds is not known", "It does not tell.")
    return Finding("ok", "The certificate holds", f"It expires on {known.expires:%Y-%m-%d}.")


def logins(facts: DoctorFacts) -> Finding:
    """Who else could use the API, which asks nobody on this machine for a password."""
    people = facts.machine.logins
    if facts.machine.auth == "always":
        return Finding("ok", "The API asks everybody for a key", "Other users of this machine need one too.")
    if people is None:
        return Finding("unknown", "Who can log in is not known", "The system does not tell.")
    if len(people) <= 1:
        return Finding("ok", "Nobody else logs in here", "The API asks for no password from this machine.")
    text = (
        f"{', '.join(people[:5])}{' …' if len(people) > 5 else ''} can log in. The API asks nobody on this machine for "
        "a password, so each of them can start and stop miners, and change where the money goes. Mine on a machine "
        "of your own, trust them, or start the daemon with --auth always."
    )
    return Finding("warning", f"{len(people)} people can log in here", text)


def root(facts: DoctorFacts) -> Finding:
    """Whether the daemon may do everything."""
    if not facts.machine.root:
        return Finding("ok", "The daemon runs as an ordinary user", "A fault in a miner cannot harm the whole machine.")
    text = (
        "Then the miners do too, and a bad one could do anything to this machine. Mining needs no root. Make an "
        "ordinary user for it and start the daemon as that one."
    )
    return Finding("info", "The daemon runs as root", text)


def systemd(facts: DoctorFacts) -> Finding:
    """Whether something can start the daemon after a reboot."""
    if facts.machine.systemd:
        return Finding("ok", "systemd is here", "It can start the daemon again after a crash or a reboot.")
    text = (
        "Nothing here starts the daemon again after a crash or a reboot. Running miners outlast a crash of the daemon."
    )
    return Finding("info", "systemd is not here", text)


def battery(facts: DoctorFacts) -> Finding:
    """Whether the machine runs on battery."""
    if facts.machine.on_battery is None:
        return Finding("ok", "There is no battery to run down", "The machine is fed from the mains.")
    if not facts.machine.on_battery:
        return Finding("ok", "The machine runs on mains", "Mining on battery would empty it within an hour or two.")
    text = (
        "Mining empties a battery within an hour or two and wears it out. Plug in, or let XMRig pause (pauseOnBattery)."
    )
    return Finding("info", "The machine runs on battery", text)


def settings_files(facts: DoctorFacts) -> Finding:
    """Whether settings lie in a file that is not read."""
    ignored = facts.machine.ignored_settings
    if not ignored and facts.machine.bring_settings:
        text = "The data folder was named, but its settings lie in the usual file, which other daemons read too."
        return Finding("info", "The data folder has no settings of its own", text, None, facts.machine.bring_settings)
    if not ignored:
        return Finding("ok", "There is one settings file", "Every setting in it counts.")
    text = (
        f"Only the first one found is read, so {' and '.join(ignored)} {'is' if len(ignored) == 1 else 'are'} ignored. "
        "Copy what you need into the file that `miner-ctrl settings path` prints, then delete the others."
    )
    return Finding("warning", "Settings lie in a file that is not read", text)


def settings_access(facts: DoctorFacts) -> Finding:
    """Who else may read or change the settings file; what others can change is not even read."""
    path = facts.machine.settings
    if facts.machine.settings_exposed:
        text = f"{path} holds tokens or passwords of `notify`. The next `miner-ctrl settings set` closes it, too."
        return Finding("problem", "Other users can read your settings", text, None, f"chmod 600 {_quoted(path)}")
    if facts.machine.settings_by_group:
        text = f"The group of {path} may change it. Nobody but its owner is in that group, so it is read all the same."
        return Finding("info", "Your group may change your settings", text, None, f"chmod g-w {_quoted(path)}")
    return Finding("ok", "Your settings are your own", "Nobody else can change them, or read secrets in them.")


def _quoted(path: str) -> str:
    return path if path.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else _shell(path)


def _shell(path: str) -> str:
    return "'" + path.replace("'", "'\"'\"'") + "'"


RULES = (
    Rule("disk", "Nothing starts with less than 16 MiB; figures may be lost below 64 MiB.", "delete something", disk),
    Rule("clock", "With a wrong clock encrypted connections fail.", "`sudo timedatectl set-ntp true`", clock),
    Rule("open-files", "Each miner and each web page needs some.", "`ulimit -n 2048`", open_files),
    Rule("ports", "Each miner answers on a port of 41000 to 41999.", "end what listens there", ports),
    Rule(
        "privacy", "Wallets and passwords are nobody else's business.", "`chmod -R go-rwx` on the data folder", privacy
    ),
    Rule("audit", "A gap in the audit may hide who changed what.", "find out who, then begin a new one", audit),
    Rule("certificate", "With an expired one nobody connects by TLS.", "renew it in its place", certificate),
    Rule("logins", "Everybody who logs in here can use the API.", "a machine of your own, or `--auth always`", logins),
    Rule("root", "A miner that runs as root could do anything.", "start the daemon as an ordinary user", root),
    Rule("systemd", "It can start the daemon again after a reboot.", "nothing", systemd),
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
