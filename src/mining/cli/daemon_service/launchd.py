"""The launch agent of macOS, which starts the daemon when its user logs in. Pure; a preview: never tried on a Mac."""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

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


def command_of(content: bytes) -> list[str]:
    """The words of the command that a launch agent starts; ValueError where it is no property list."""
    try:
        agent = plistlib.loads(content)  # its InvalidFileException is a ValueError
    except ExpatError as error:
        raise ValueError(f"no property list: {error}") from error
    return [str(word) for word in agent.get("ProgramArguments", [])] if isinstance(agent, dict) else []
