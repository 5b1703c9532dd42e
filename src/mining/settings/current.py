"""The settings of a running daemon (fulfils `mining.domain.settings.OperatorSettings`), kept in the operator's file."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from mining.domain.errors import NotSupported
from mining.domain.message import message, phrase
from mining.domain.principal import Principal
from mining.domain.settings import SettingsChanged, SettingsView
from mining.domain.value import Value
from mining.domain.wording import warned
from mining.foundation.apart import apart
from mining.foundation.tasks import owned
from mining.settings import LIVE, SECRET, WIRE, ResolvedSettings, Settings, marked, name_of
from mining.settings.change import Plan, plan
from mining.settings.file import BadFile, access_of, places, replace, text_of, values_in
from mining.settings.secret import Masks
from mining.settings.text import UnreadableText, edited

ENDING = phrase("gate.ending")


class CurrentSettings:
    """`now` is what counts at this moment; whoever uses a live setting looks there each time anew."""

    def __init__(
        self,
        resolved: ResolvedSettings,
        secrets: frozenset[str] = marked(SECRET),
        check: Callable[[Settings, Settings], None] = lambda before, after: None,
    ) -> None:
        self._resolved = resolved
        self._check = check  # raises what else is wrong with the settings after a change
        self._secrets = secrets
        self._masks = Masks()
        self._gate = threading.Lock()
        self._closed = self._passed = False  # no change is written any more; one is being written

    @property
    def now(self) -> Settings:
        """The settings that count."""
        return self._resolved.settings

    @property
    def file(self) -> Path:
        """The operator's file, which may not be there yet."""
        return self._resolved.inputs.path

    @property
    def shared(self) -> bool:
        """Whether a data folder that was named goes on with the usual file, which other folders use too."""
        named = self._resolved.sources["data_dir"] in ("flag", "variable")
        return named and self.file in places() and self.file.is_file()

    @property
    def exposed(self) -> bool:
        """Whether the file holds secrets and others can read it."""
        return self._holds_secrets(self._resolved) and access_of(self.file).read_by_others

    def view(self) -> SettingsView:
        """Every setting as of now, secrets masked."""
        settings, sources, inputs = self._resolved
        values = settings.to_json()
        values |= {WIRE[name]: self._masks.shown(values[WIRE[name]]) for name in self._secrets}
        return SettingsView(
            values=values,
            sources={WIRE[name]: sources[name] for name in WIRE},
            changeable=_in_order(marked(LIVE)),
            secret=_in_order(self._secrets),
            file=str(inputs.path),
        )

    def change(self, requested: Mapping[str, Any]) -> Plan:
        """Write it down, then go by it. A MiningError changes nothing."""
        self._passed = False
        path = self._resolved.inputs.path
        try:
            text = text_of(path) or ""
            done = plan(self._resolved, values_in(path, text), requested, self._secrets, self._masks)
            new = edited(text, done.edits, name_of)
        except (BadFile, UnreadableText) as error:
            why = error.args[0]
            what = why if isinstance(error, BadFile) else phrase("settings.file", path=str(path), issue=why)
            raise NotSupported(phrase("gate.settings_file", what=what)) from error
        self._check(self.now, done.after.settings)
        with self._gate:
            if self._closed:
                raise NotSupported(ENDING)
            self._passed = True
        if new != text:
            data = self.now.data_dir
            if path.parent == data and not data.is_dir():
                raise NotSupported(phrase("refuse.folder_gone", path=str(data)))
            replace(path, new, secret=self._holds_secrets(done.after))
        self._resolved = done.after
        return done

    def _holds_secrets(self, resolved: ResolvedSettings) -> bool:
        return any(name_of(key) in self._secrets and value for key, value in resolved.inputs.file.items())

    def close(self) -> bool:
        """Write nothing more; whether a change that is under way was in time."""
        with self._gate:
            self._closed = True
            return self._passed


class EditableSettings:
    """Changes wait for each other; each counts at once and is an event."""

    def __init__(
        self, current: CurrentSettings, apply: Callable[[Settings], None], tell: Callable[..., Awaitable[None]]
    ) -> None:
        self._current = current
        self._apply = apply
        self._tell = tell
        self._lock = asyncio.Lock()
        self._under_way: asyncio.Task[Plan] | None = None
        self._closed = False

    def close(self) -> None:
        """End a change that is not written yet: a look at new targets would hold up the end of the daemon."""
        self._closed = True
        if not self._current.close() and self._under_way is not None:
            self._under_way.cancel()

    @property
    def form(self) -> Value:
        """All settings as they are by default: an example, whose type is their form."""
        return Settings(data_dir=Path("/home/me/.local/share/lethean-desktop"))

    def view(self) -> SettingsView:
        """Every setting as of now."""
        return self._current.view()

    async def change(self, requested: Mapping[str, Any], *, who: Principal) -> SettingsChanged:
        """Write these values into the file; they count at once."""
        async with self._lock:
            self._under_way = owned("settings.change", apart(self._current.change, requested))
            try:
                done = await self._under_way
            except asyncio.CancelledError:
                if not self._closed:
                    raise
                raise NotSupported(ENDING) from None
            if done.changes:
                self._apply(self._current.now)
                lines = [f"{each.name}: {_shown(each.old)} → {_shown(each.new)}." for each in done.changes]
                details = [each.to_json() for each in done.changes]
                text = message("settings.changed", *lines, who=who.name)
                await self._tell(None, "settings", text, who, changes=details)
            return SettingsChanged(
                **dict(self.view()), changes=done.changes, message=_message(done), **warned(_warnings(done))
            )


def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(field for name, field in WIRE.items() if name in names)


def _message(done: Plan) -> str:
    if not done.edits:
        return "All of that is so already; nothing was written."
    return f"Written to {done.after.inputs.path}; it counts from now on."


def _warnings(done: Plan) -> tuple[str, ...]:
    if not done.waiting:
        return ()
    return (phrase("warning.waits", path=str(done.after.inputs.path), names=", ".join(done.waiting)),)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if value is None or isinstance(value, bool):
        return {None: "—", True: "true", False: "false"}[value]
    return f"{value:g}" if isinstance(value, float) else str(value)
