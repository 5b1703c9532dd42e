"""Settings on paper: the real rules over a file in a folder of their own; what they are told to whom is remembered."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mining.domain.principal import Principal
from mining.domain.settings import SettingsChanged, SettingsView
from mining.domain.value import Value
from mining.settings import SECRET, SettingInputs, Settings, marked, resolve
from mining.settings.current import CurrentSettings, EditableSettings
from mining.settings.text import read

DATA = Path("/p/data").absolute()


class PaperSettings:
    """Keeps the promises of the OperatorSettings protocol, anew for each test."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        self.file = Path(self._folder.name) / "config.yaml"
        self.begin_anew()

    def begin_anew(
        self,
        text: str = "",
        variables: Mapping[str, str] | None = None,
        flags: Mapping[str, Any] | None = None,
        secrets: frozenset[str] = marked(SECRET),
    ) -> None:
        """Another daemon, which finds this file, these variables and these flags."""
        self.file.write_text(text)
        self.applied: list[Settings] = []
        self.told_of: list[tuple[Any, ...]] = []
        said = SettingInputs(self.file, DATA, read(text), variables or {}, flags or {})
        self.real = EditableSettings(CurrentSettings(resolve(said), secrets), self.applied.append, self._tell)

    async def _tell(self, *what: Any, **details: Any) -> None:
        self.told_of.append((*what, details))

    @property
    def form(self) -> Value:
        return self.real.form

    def view(self) -> SettingsView:
        return self.real.view()

    async def change(self, said: Mapping[str, Any], *, who: Principal) -> SettingsChanged:
        return await self.real.change(said, who=who)
