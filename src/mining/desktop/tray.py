"""The sign in the tray, with the menu that `rig_state` describes."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from mining.desktop.menu_entry import NAME
from mining.desktop.pictures import rendered
from mining.desktop.rig_state import SEPARATOR, RigState, TrayEntry, Verb
from mining.desktop.signs import sign

_SIZES = (16, 22, 24, 32, 48, 64)  # pixels, as trays ask for
_WARNING, _INFORMATION = QSystemTrayIcon.MessageIcon.Warning, QSystemTrayIcon.MessageIcon.Information


class Tray:
    """The sign, the tooltip and the menu."""

    def __init__(self, act: Callable[[Verb, str], None]) -> None:
        self.icon = QSystemTrayIcon()
        self.menu = QMenu()
        self.state: RigState | None = None
        self._act = act
        self._entries: Sequence[TrayEntry] = ()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._clicked)
        self.icon.messageClicked.connect(lambda: act(Verb.SHOW, ""))

    @property
    def is_there(self) -> bool:
        """Whether this desktop shows tray icons now."""
        return bool(QSystemTrayIcon.isSystemTrayAvailable())

    def show(self, state: RigState, text: str, entries: Sequence[TrayEntry]) -> None:
        """Show how the rig is; an open menu is left alone as long as nothing in it is another."""
        if state != self.state:
            self.state = state
            self.icon.setIcon(rendered(sign(state).encode(), _SIZES))
        self.icon.setToolTip(f"{NAME}\n{text}")
        if entries != self._entries:
            self._entries = entries
            self.menu.clear()
            self._fill(self.menu, entries)
        self.icon.show()

    def tell(self, title: str, text: str, warning: bool = False) -> bool:
        """Show a notification; whether this desktop can."""
        if self.is_there:
            self.icon.showMessage(title, text, _WARNING if warning else _INFORMATION)
        return self.is_there

    def _fill(self, menu: QMenu, entries: Sequence[TrayEntry]) -> None:
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry.entries:
                self._fill(menu.addMenu(plain(entry.text)), entry.entries)
            else:
                menu.addAction(self._action(entry, menu))

    def _action(self, entry: TrayEntry, menu: QMenu) -> QAction:
        action = QAction(plain(entry.text), menu)
        action.setEnabled(entry.enabled)
        action.setCheckable(entry.checked is not None)
        action.setChecked(bool(entry.checked))
        if entry.verb is not None:
            action.triggered.connect(lambda _, verb=entry.verb, value=entry.value: self._act(verb, value))
        return action

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self._act(Verb.SHOW, "")


def plain(text: str) -> str:
    """A text in which `&` marks no key."""
    return text.replace("&", "&&")
