"""The desktop app as a process that a test can ask: `python -m tests.desktop.driver OPTIONS_JSON`.

It is the real app. Each line of its input is a Python expression, evaluated in Qt's own thread; its value comes back
as a line of JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

import mining.desktop.web_view
from mining.desktop.app import DesktopApp, Options, made


class FakeTray:
    """A desktop with a place for tray icons, which writes down what it is to show."""

    is_there = True
    messages: list[list[str]] = []

    def tell(self, title: str, text: str, warning: bool = False) -> bool:
        self.messages.append([title, text])
        return True


class Driver:
    """What expressions may use: `app`, `tray` (the fake one's messages), `outside`, and these helpers."""

    def __init__(self, application: QApplication, app: DesktopApp) -> None:
        self.outside: list[str] = []  # links that a browser of the system would be asked to open
        helpers = ("grab", "js", "lines", "later", "save_as", "texts", "boxes", "press")
        self._names: dict[str, Any] = {name: getattr(self, name) for name in helpers}
        self._names |= {"app": app, "application": application, "outside": self.outside, "messages": FakeTray.messages}
        self._application, self._app = application, app
        mining.desktop.web_view.open_outside = self.outside.append
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._answer)

    def _answer(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._app.quit()
            return
        try:
            answer: dict[str, Any] = {"value": eval(line, self._names)}
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer, default=str), flush=True)

    def js(self, code: str) -> Any:
        """What a script of the page gives back."""
        loop, values = QEventLoop(), []
        self._app.window.view.page().runJavaScript(code, lambda value: (values.append(value), loop.quit()))
        QTimer.singleShot(20_000, loop.quit)
        loop.exec()
        return values[0] if values else None

    def grab(self, path: str) -> bool:
        """The window as the screen shows it, in a file."""
        place = self._app.window.geometry().getRect()
        return self._application.primaryScreen().grabWindow(0, *place).save(path)

    def lines(self, menu: QMenu | None = None) -> list[list[Any]]:
        """The menu: text, whether it can be chosen, whether it is marked; those of a submenu are indented."""
        rows: list[list[Any]] = []
        for action in (menu or self._app.tray.menu).actions():
            rows.append([action.text(), action.isEnabled(), action.isChecked()])
            if action.menu() is not None:
                rows += [[f"  {text}", *rest] for text, *rest in self.lines(action.menu())]
        return rows

    def later(self, code: str) -> None:
        """Do something once the answer is out, such as what opens a dialog or ends the process."""
        QTimer.singleShot(0, lambda: eval(code, self._names))

    def texts(self) -> list[str]:
        """What the open dialogs say."""
        return [each.text() for each in self.boxes()]

    def boxes(self) -> list[QMessageBox]:
        """The open dialogs."""
        every = self._application.topLevelWidgets()
        return [each for each in every if isinstance(each, QMessageBox) and each.isVisible()]

    def press(self, letter: str) -> None:
        """Ctrl and a letter, typed into the page."""
        self._application.setActiveWindow(self._app.window)  # a screen without a window manager makes none active
        page = self._app.window.view.focusProxy()
        QTimer.singleShot(0, lambda: QTest.keyClick(page, Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.ControlModifier))

    def save_as(self, path: str) -> None:
        """Be the person whom the next dialog for files asks."""
        QFileDialog.getSaveFileName = lambda *_: (path, "")


def main() -> int:
    """Be the app."""
    words = json.loads(sys.argv[1])
    with_tray = words.pop("tray", False)
    application, app = made(Options(**words | {"folder": Path(words["folder"])}))
    if app is None:
        return 3
    if with_tray:
        app.tray.__class__ = type("FakeTrayOfApp", (FakeTray, type(app.tray)), {})
    driver = Driver(application, app)
    app.begin()
    code = application.exec()
    del driver
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
