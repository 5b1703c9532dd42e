"""One thing that needs attention, and its next step."""

from typing import Literal

from pydantic import Field

from mining.domain.message import Message, Param, message
from mining.domain.value import Moment, Value
from mining.domain.wording import Worded

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
ActionCode = Literal[
    "restart_miner", "start_miner", "see_logs", "see_timeline", "edit_config", "install_program", "update_program",
    "examine", "settle_program", "forget_miner", "test_notifications", "edit_settings",
]  # fmt: skip


class Action(Value):
    """The next step: a request that one button makes, a command to paste, or both; with neither, a page to open."""

    code: ActionCode = Field(description="What it does; `label` is the template `action.` and this code.")
    label: str = Field(description="A few words for a button.")
    method: str | None = Field(None, description="Of the request; null: there is none.")
    path: str | None = Field(None, description="Of the request, below the namespace; it needs no body.")
    command: str | None = Field(None, description="To paste into a shell on the rig; null: there is none.")


class AttentionItem(Worded):
    """One thing that a person should look at."""

    id: str = Field(description="The same for as long as it lasts, and when it comes back.")
    code: str = Field(description="What it is, in a word: a reason of a miner, or one of the attention's own.")
    severity: Severity = Field(description="`error`: does not work; `warning`: works badly; `hint`: could be better.")
    miner: str | None = Field(description="Whose it is; null: the rig's.")
    since: Moment = Field(description="When it began, as far as that is known; else when it was first seen.")
    text: str = Field(description="A sentence for a person; never a full wallet, password or token.")
    message: str | None = Field(description="The code of `text`; null where that is somebody else's words.")
    params: dict[str, Param] = Field(description="What `text` speaks of, by name; times in seconds.")
    action: Action | None = Field(description="What to do next; null: nothing but to wait, or to look.")


class AttentionList(Value):
    """All that needs attention, the most severe first, and of what is equally severe the oldest first."""

    items: tuple[AttentionItem, ...]


def _action(label: Message, path: str | None, command: str | None, method: str | None = "POST") -> Action:
    code = label.code.removeprefix("action.")
    return Action.model_validate(
        {"code": code, "label": str(label), "method": method if path else None, "path": path, "command": command}
    )


def restart(miner: str) -> Action:
    """End it and start it again."""
    return _action(message("action.restart_miner"), f"/miners/{miner}/restart", f"miner-ctrl restart {miner}")


def start(miner: str) -> Action:
    """Start it; it is dead."""
    return _action(message("action.start_miner"), f"/miners/{miner}/restart", f"miner-ctrl restart {miner}")


def logs(miner: str) -> Action:
    """Read what its program says."""
    return _action(message("action.see_logs"), None, f"miner-ctrl logs {miner}")


def timeline() -> Action:
    """Read what happened."""
    return _action(message("action.see_timeline"), None, "miner-ctrl events")


def edit_config() -> Action:
    """Correct its configuration."""
    return _action(message("action.edit_config"), None, None)


def edit_settings() -> Action:
    """Correct the daemon's settings."""
    return _action(message("action.edit_settings"), None, None)


def install(type: str) -> Action:
    """Bring its program here."""
    return _action(
        message("action.install_program"), f"/miners/{type}/install?wait=false", f"miner-ctrl install {type}"
    )


def update(type: str) -> Action:
    """Bring the newest version of a program here."""
    path = f"/update?type={type}&wait=false"
    return _action(message("action.update_program"), path, f"miner-ctrl update {type}")


def settle(type: str) -> Action:
    """Say that a program file is as it should be; where it lies only its owner knows."""
    return _action(message("action.settle_program"), None, f"miner-ctrl register {type} PATH")


def examine() -> Action:
    """Let the doctor look."""
    return _action(message("action.examine"), "/doctor", "miner-ctrl doctor")


def forget(miner: str) -> Action:
    """Stop and forget a miner that nothing else can be done with; never by one button."""
    return _action(message("action.forget_miner"), None, f"miner-ctrl stop {miner} --forget")


def test_notifications() -> Action:
    """Try the targets again."""
    return _action(message("action.test_notifications"), "/notifications/test", "miner-ctrl notify-test")
