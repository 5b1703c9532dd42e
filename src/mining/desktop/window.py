"""The window: a sentence while the daemon starts, then the dashboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mining.desktop.menu_entry import NAME
from mining.desktop.texts import Speech
from mining.desktop.web_view import DashboardView

_SIZE = (1200, 820)  # pixels, at the first start
_HINT = "hint/closing"


class MainWindow(QMainWindow):
    """What a person sees; its size and place are kept."""

    def __init__(self, folder: Path, debug: bool, speak: Speech, leave: Callable[[], None]) -> None:
        super().__init__()
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._leave, self._speak = leave, speak
        self.view = DashboardView(folder, debug, speak, self)
        self.text = QLabel()
        self.retry = QPushButton()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting())
        self._stack.addWidget(self.view)
        self.setCentralWidget(self._stack)
        self.setWindowTitle(NAME)
        self.resize(*_SIZE)
        if (geometry := self.settings.value("geometry")) is not None:
            self.restoreGeometry(geometry)
        self.view.titleChanged.connect(lambda title: self.setWindowTitle(title or NAME))
        self._key(QKeySequence("Ctrl+R"), self.view.reload)
        if debug:
            self._key(QKeySequence("F12"), self.view.show_tools)

    def wait(self, text: str, failed: bool = False) -> None:
        """Say what is waited for, or what failed; then it can be tried again."""
        self.text.setText(text)
        self.retry.setText(self._speak("Try again"))
        self.retry.setVisible(failed)
        self._stack.setCurrentIndex(0)

    def show_page(self, url: str, key: str | None) -> None:
        """Show the dashboard."""
        self.view.show_page(url, key)
        self._stack.setCurrentWidget(self.view)

    def bring_up(self) -> None:
        """Show it before the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def once(self, text: str, show: Callable[[str], bool]) -> None:
        """Say that mining goes on, until somebody does not want to read it again."""
        if self.settings.value(_HINT) is None and show(text):
            self.settings.setValue(_HINT, "read")

    def explain_end(self, text: str) -> bool:
        """Say it in a dialog; whether it shall not be said again."""
        box = QMessageBox(QMessageBox.Icon.Information, NAME, text, QMessageBox.StandardButton.Ok, self)
        never = QCheckBox(self._speak("Don't show this again"), box)
        box.setCheckBox(never)
        box.exec()
        return bool(never.isChecked())

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the size; what closing means is the app's to say."""
        self.keep_geometry()
        event.accept()
        self._leave()

    def keep_geometry(self) -> None:
        """Write down size and place for the next start."""
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.sync()

    def _key(self, keys: QKeySequence, act: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(keys)
        action.triggered.connect(act)
        self.addAction(action)

    def _waiting(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addStretch()
        layout.addWidget(self.text)
        layout.addWidget(self.retry, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return page
