"""The unit of systemd: a user's own, or one of the system that runs as an ordinary user. Pure.

`KillMode=process`: the end of the unit ends the daemon alone, and the next one adopts the miners, which stay in the
unit's control group. A user's unit has none of the options that need a mount namespace: as a user, systemd makes a user
namespace with it, and from one the next daemon may not look at miners that were born in another.
Left out everywhere: MemoryDenyWriteExecute (RandomX compiles), PrivateDevices and ProtectClock (graphics cards),
ProtectProc (adoption reads /proc).
"""

import shlex
from pathlib import Path, PurePosixPath

from mining.cli.daemon_service.plan import DaemonCall, ServicePlan

UNIT = "mining-platform.service"
SYSTEM_FILE = Path("/etc/systemd/system") / UNIT
_UNIT = """\
[Unit]
Description=Mining Platform
{order}
[Service]
Type=notify
ExecStart={start}
{user}Restart=on-failure
RestartSec=5
WatchdogSec=30
TimeoutStopSec=120

# The daemon alone ends with this unit: miners go on, and the next daemon adopts them.
KillMode=process
OOMPolicy=continue
{score}
UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
{closed}
[Install]
WantedBy={target}
"""
_CLOSED = """\
CapabilityBoundingSet=
PrivateTmp=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectSystem=strict
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
{writable}
"""
_ORDER = "Wants=network-online.target\nAfter=network-online.target\n"


def user_file(home: Path) -> Path:
    """Where a user's own unit lies."""
    return home / ".config/systemd/user" / UNIT


def user_unit(call: DaemonCall, home: Path) -> ServicePlan:
    """A unit of the caller's own manager; it starts at log-in, or with lingering at boot."""
    text = _UNIT.format(
        order="", start=_line(*call.argv), user="", score="", closed="", target="default.target"
    )  # fmt: skip
    control = ("systemctl", "--user")
    return ServicePlan(
        kind="systemd-user",
        title="systemd, as you",
        file=user_file(home),
        content=text.encode(),
        install=((*control, "daemon-reload"), (*control, "enable", UNIT), (*control, "restart", UNIT)),
        before_removal=((*control, "disable", "--now", UNIT),),
        after_removal=((*control, "daemon-reload"),),
        look=(*control, "show", UNIT, "--property=MainPID,ActiveState,UnitFileState"),
    )


def system_unit(call: DaemonCall, user: str) -> ServicePlan:
    """A unit of the system, which starts at boot and runs as that user."""
    folders = (str(call.data), str(call.config))
    writable = f"ReadWritePaths={_paths(*folders)}"
    control = ("systemctl",)
    return ServicePlan(
        kind="systemd-system",
        title=f"systemd, as the user {user}",
        file=SYSTEM_FILE,
        content=system_text(_line(*call.argv), user, writable).encode(),
        prepare=(("runuser", "-u", user, "--", "mkdir", "-p", "-m", "700", *folders),),
        install=((*control, "daemon-reload"), (*control, "enable", UNIT), (*control, "restart", UNIT)),
        before_removal=((*control, "disable", "--now", UNIT),),
        after_removal=((*control, "daemon-reload"),),
        look=(*control, "show", UNIT, "--property=MainPID,ActiveState,UnitFileState"),
    )


def system_text(start: str, user: str, writable: str) -> str:
    """The unit of the system; `writable` are the lines that say where the daemon may write."""
    return _UNIT.format(
        order=_ORDER, start=start, user=f"User={user}\n", score="OOMScoreAdjust=-500\n",
        closed=_CLOSED.format(writable=writable), target="multi-user.target",
    )  # fmt: skip


def packaged() -> dict[str, str]:
    """The files below packaging/systemd, for those who make packages: the program in /usr/bin, a user of its own."""
    data = PurePosixPath("/var/lib/mining-platform")
    own = f"ProtectHome=yes\nStateDirectory={data.name}\nStateDirectoryMode=0700"
    start = _line("/usr/bin/miner-ctrl", "--data-dir", str(data), "serve")
    call = DaemonCall(("/usr/bin/miner-ctrl", "serve"), Path(), Path())
    return {
        f"system/{UNIT}": system_text(start, "mining", own),
        f"user/{UNIT}": user_unit(call, Path()).text,
        "sysusers.d/mining-platform.conf": f'u mining - "Mining Platform" {data}\n',
    }


def _line(*words: str) -> str:
    """Words of a command as systemd reads them back: neither `%` nor `$` stands for anything."""
    return _paths(*(word.replace("$", "$$") for word in words))


def _paths(*words: str) -> str:
    """Paths as systemd reads them back, in whose lists a `$` stands for itself: man systemd.syntax, systemd.exec."""
    return " ".join(_word(word.replace("%", "%%")) for word in words)


def _word(word: str) -> str:
    if word and not set(word) & set(" \t\"'\\;"):
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def command_of(text: str) -> list[str]:
    """The words of the command that a unit starts, as `_line` wrote them."""
    words = shlex.split(properties(text).get("ExecStart", ""))
    return [word.replace("%%", "%").replace("$$", "$") for word in words]


def properties(text: str) -> dict[str, str]:
    """What `systemctl show` prints, or a unit says, by name."""
    return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
