"""The launch agent of macOS, which starts the daemon when its user logs in. Pure; a preview: never tried on a Mac."""

import plistlib
from pathlib import Path

from mining.cli.daemon_service.plan import DaemonCall, ServicePlan

LABEL = "mining-platform"


def launch_agent(call: DaemonCall, home: Path, uid: int) -> ServicePlan:
    """A launch agent; `AbandonProcessGroup`: what the daemon has started goes on without it."""
    file, domain = home / "Library/LaunchAgents" / f"{LABEL}.plist", f"gui/{uid}"
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(call.argv),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 5,
        "ExitTimeOut": 120,
        "AbandonProcessGroup": True,
        "Umask": 0o077,
    }
    return ServicePlan(
        kind="launchd",
        title="a launch agent of launchd (preview)",
        file=file,
        content=plistlib.dumps(agent, sort_keys=False),
        install=(("launchctl", "bootstrap", domain, str(file)),),
        clear=(("launchctl", "bootout", f"{domain}/{LABEL}"),),
        before_removal=(("launchctl", "bootout", f"{domain}/{LABEL}"),),
        after_removal=(),
        look=("launchctl", "print", f"{domain}/{LABEL}"),
    )
