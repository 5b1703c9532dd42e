"""The app: finds or starts the daemon, shows its dashboard, keeps the tray, and does what a person chooses there."""

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QLoggingCategory, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMessageBox

from mining.desktop.addresses import profile_page
from mining.desktop.attachment import Step, next_step
from mining.desktop.login_start import LoginStart, login_command
from mining.desktop.menu_entry import APP_ID, NAME, icon
from mining.desktop.pictures import rendered
from mining.desktop.rig_link import LOG, RigLink
from mining.desktop.rig_state import RigReading, Verb, menu, notices, sentence, state_of
from mining.desktop.single_instance import SingleInstance
from mining.desktop.texts import Speech
from mining.desktop.tray import Tray
from mining.desktop.window import MainWindow
from mining.desktop.work import BackgroundCall
from mining.foundation.command_line import usual_folder
from mining.foundation.platform import private_folder

_LOOK = 2000  # ms between two looks at the daemon
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)  # pixels
_IN_TRAY = (
    "Mining goes on when this window is closed: the daemon and your miners do not need it. The app stays in the tray."
)
_NO_TRAY = (
    "Mining goes on when this window is closed: the daemon and your miners do not need it. "
    "This desktop shows no tray icons, so the app ends now. Start it again to see the dashboard."
)


@dataclass(frozen=True)
class Options:
    """What the command line asks for."""

    folder: Path
    minimized: bool = False
    profile: str | None = None
    auto_start: bool = False
    debug: bool = False


class DesktopApp:
    """One window and one tray for the daemon of one data folder."""

    def __init__(self, application: QApplication, options: Options, instance: SingleInstance) -> None:
        self.options, self.instance = options, instance
        self.speak = Speech(QLocale.system().name().replace("_", "-"))
        self.link = RigLink(options.folder, self.speak)
        self.reading = RigReading()
        self.tray = Tray(self.act)
        self.window = MainWindow(options.folder / "desktop", options.debug, self.speak, self.closed)
        folder = None if options.folder == usual_folder() else options.folder
        self.login_start = LoginStart(login_command(sys.executable, folder))
        self._application = application
        self._daemon: subprocess.Popen[bytes] | None = None  # one that was started here
        self._page: str | None = None  # the dashboard that is shown
        self._to_start = options.profile if options.auto_start else None
        self._calls: set[BackgroundCall] = set()
        self._looks = self._ends = False
        self._timer = QTimer(interval=_LOOK)
        self._timer.timeout.connect(self.look)
        application.commitDataRequest.connect(lambda _: self.quit())  # the session ends, and must not wait for a dialog
        self.window.retry.clicked.connect(self.attach)
        quitting = QAction(self.window)
        quitting.setShortcut(QKeySequence("Ctrl+Q"))
        quitting.triggered.connect(self.quit)
        self.window.addAction(quitting)

    def begin(self) -> None:
        """Show what was asked for, and find or start the daemon."""
        self.instance.listen(self.window.bring_up)
        self._show_reading()
        if not self.options.minimized:
            self.window.bring_up()
        elif not self.tray.is_there:
            self.window.showMinimized()
        self.attach()
        self._timer.start()

    def attach(self) -> None:
        """Go to the daemon that runs, or start one."""
        self._daemon = None
        self._page = None
        self.window.wait(self.speak("Looking for the daemon …"))
        self.look()

    def look(self) -> None:
        """Ask the daemon how the rig is, unless the last question still waits."""
        if not self._looks:
            self._looks = True
            self._send(self.link.read, self.arrived, lambda _: self.arrived(RigReading()))

    def arrived(self, reading: RigReading) -> None:
        """Show what the daemon answered; without an answer, go on towards one."""
        self._looks = False
        before, self.reading = self.reading, reading
        self._show_reading()
        if reading.page is None:
            if self._page is None:
                self._approach()
            return
        if reading.page != self._page:
            self._page = reading.page
            self.window.show_page(self._first_page(reading), self.link.key)
        for title, notice in notices(before, reading, self.speak):
            self.window.view.say(notice, partial(self.tray.tell, title, warning=True))
        if self._to_start is not None:
            name, self._to_start = self._to_start, None
            self.act(Verb.START_PROFILE, name)

    def act(self, verb: Verb, value: str) -> None:
        """Do what an entry of the tray's menu says."""
        if verb is Verb.SHOW:
            self.window.bring_up()
        elif verb is Verb.QUIT:
            self.quit()
        elif verb is Verb.LOGIN_START:
            self.login_start.turn(not self.login_start.is_on())
            self._show_reading()
        elif verb is Verb.START_DAEMON:
            self.attach()
        elif verb is Verb.START_PROFILE:
            self._send(lambda: self.link.start_profile(value), self._done, self.fail)
        elif verb is not Verb.STOP_ALL or self.confirm(self.speak("Stop all miners? Stopped miners stay stopped.")):
            self._send(lambda: self.link.for_all(verb), lambda refusals: self._done(*refusals), self.fail)

    def confirm(self, question: str) -> bool:
        """Ask the person."""
        yes = QMessageBox.StandardButton.Yes
        return bool(QMessageBox.question(self.window, NAME, question) == yes)

    def fail(self, text: str) -> None:
        """Say why something was not done; in a dialog where no notification can."""
        if not self.tray.tell(NAME, text, warning=True):
            box = QMessageBox(QMessageBox.Icon.Warning, NAME, text, QMessageBox.StandardButton.Ok, self.window)
            box.open()

    def closed(self) -> None:
        """The window was closed: say that mining goes on, and end the app where no tray can bring it back."""
        if self._ends:
            return
        if self.tray.is_there:
            self.window.once(self.speak(_IN_TRAY), lambda text: self.tray.tell(NAME, text))
        else:
            self.window.once(self.speak(_NO_TRAY), self.window.explain_end)
            self.quit()

    def quit(self) -> None:
        """End the app, and nothing else."""
        self._ends = True
        self._timer.stop()
        self.window.keep_geometry()
        self.tray.icon.hide()
        self.window.hide()
        self.window.view.close_page()
        self.instance.close()
        QTimer.singleShot(0, self._application.exit)  # which does nothing before Qt's loop has begun

    def _approach(self) -> None:
        """Start the daemon, wait for it, or say why it does not come."""
        code = self._daemon.poll() if self._daemon is not None else None
        step = next_step(self.link.url is not None, self._daemon is not None, code)
        reason = ""
        if step is Step.START:
            try:
                self._daemon = self.link.start_daemon()
            except OSError as error:  # such as a full disk, or a Python that was removed meanwhile
                step, reason = Step.FAIL, str(error)
        if step is Step.FAIL:
            reason, log = reason or self.link.last_words(), self.options.folder / LOG
            failure = "The daemon did not start.\n\n{reason}\n\nIts log: {log}"
            self.window.wait(self.speak(failure, reason=reason, log=log), failed=True)
        else:
            self.window.wait(self.speak("Waiting for the daemon. It answers within a few seconds …"))

    def _first_page(self, reading: RigReading) -> str:
        page, profile = str(reading.page), self.options.profile
        return page if profile is None else profile_page(page, reading.profiles, profile)

    def _show_reading(self) -> None:
        text = sentence(self.reading, self.speak)
        self.tray.show(state_of(self.reading), text, menu(self.reading, text, self.login_start.is_on(), self.speak))

    def _done(self, *sentences: str) -> None:
        """What a daemon says of a change; then look at once."""
        if sentences:
            self.tray.tell(NAME, "\n".join(sentences))
        self.look()

    def _send(self, do: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        call = BackgroundCall(do)
        self._calls.add(call)
        for signalled, then in ((call.finished, done), (call.refused, failed)):
            signalled.connect(then)
            signalled.connect(lambda _: self._calls.discard(call))
        call.start()


def made(options: Options) -> tuple[QApplication, DesktopApp | None]:
    """Qt and the app; no app where another one has the folder, which has been asked to show itself."""
    if not options.debug:
        QLoggingCategory.setFilterRules("qt.webenginecontext.info=false\njs.info=false")
    application = QApplication(["mining-dashboard"])
    application.setApplicationName(APP_ID)
    application.setApplicationDisplayName(NAME)
    application.setDesktopFileName(APP_ID)
    application.setWindowIcon(rendered(icon(), _ICON_SIZES))
    application.setQuitOnLastWindowClosed(False)
    private_folder(options.folder, parents=True)
    private_folder(options.folder / "desktop")
    instance = SingleInstance(options.folder / "desktop")
    if not instance.is_first():
        instance.ask_first()
        return application, None
    return application, DesktopApp(application, options, instance)


def run(options: Options) -> int:
    """The app until somebody ends it; its exit code."""
    application, app = made(options)
    if app is None:
        print("The app already runs; its window is shown.")
        return 0
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError):  # Windows lacks some
            signal.signal(getattr(signal, name), lambda *_: app.quit())
    app.begin()
    return int(application.exec())
