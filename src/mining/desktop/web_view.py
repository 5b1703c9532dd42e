"""The dashboard in a web view that asks nobody but the daemon: what leads elsewhere goes to the system's browser."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileInfo, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QFileDialog, QWidget

from mining.desktop.addresses import opens_outside, origin_of, stays
from mining.desktop.texts import Speech

_KEY = "mining-dashboard.token"  # where the dashboard looks for its access key
_TRIES, _AGAIN = 20, 500  # how often the page is asked, and the ms between
_LANGUAGE = "JSON.parse(localStorage.getItem('mining-dashboard') || '{}').language || navigator.language"  # by its rule
_SAY = f"""(() => {{
  const page = document.querySelector('mining-dashboard');
  const language = page?.renderRoot?.querySelector('.frame')?.lang;
  const ready = page?.store?.info && language?.startsWith('de') === ({_LANGUAGE}).startsWith('de');
  return ready ? page.say(SENTENCE) : null;
}})()"""  # nothing until its language is loaded


class DaemonOnly(QWebEngineUrlRequestInterceptor):
    """Blocks every request to anybody but the daemon."""

    origin = ""  # of the dashboard that is shown

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Look at one request."""
        info.block(not stays(info.requestUrl().toString(), self.origin))


class DashboardPage(QWebEnginePage):
    """A page that goes nowhere but to the daemon."""

    def __init__(self, profile: QWebEngineProfile, guard: DaemonOnly) -> None:
        super().__init__(profile)
        self._guard = guard
        self.newWindowRequested.connect(lambda request: open_outside(request.requestedUrl().toString()))

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Follow a link of the dashboard; hand any other one to the system's browser."""
        address = QUrl(url).toString()
        if stays(address, self._guard.origin):
            return True
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            open_outside(address)
        return False


class DashboardView(QWebEngineView):
    """The view, with a profile whose choices outlive the app."""

    def __init__(self, folder: Path, debug: bool, speak: Speech, parent: QWidget) -> None:
        super().__init__(parent)
        self.guard, self._speak = DaemonOnly(), speak
        self._profile = QWebEngineProfile("dashboard", self)
        self._profile.setPersistentStoragePath(str(folder / "web"))
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
        self._profile.setUrlRequestInterceptor(self.guard)
        self._profile.downloadRequested.connect(self.save)
        self._tools: QWebEngineView | None = None
        self._own = DashboardPage(
            self._profile, self.guard
        )  # the view would let it go, and take a page that goes anywhere
        self.setPage(self._own)
        self.titleChanged.connect(lambda _: self._listen())  # it changes with the language, too
        if not debug:
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            actions = (QWebEnginePage.WebAction.Cut, QWebEnginePage.WebAction.Copy, QWebEnginePage.WebAction.Paste)
            self.addActions([self.page().action(each) for each in actions])

    def show_page(self, url: str, key: str | None) -> None:
        """Show a page of the dashboard; from then on nobody but its server is asked."""
        self._profile.scripts().clear()
        if key is not None:
            self._profile.scripts().insert(key_script(key))
        self.guard.origin = origin_of(url)
        self.setUrl(QUrl(url))

    def show_tools(self) -> None:
        """Chromium's developer tools in a window of their own."""
        self._tools = self._tools or QWebEngineView()
        self.page().setDevToolsPage(self._tools.page())
        self._tools.resize(1000, 700)
        self._tools.show()

    def save(self, download: QWebEngineDownloadRequest) -> None:
        """Ask where to save a file."""
        proposed = str(Path(download.downloadDirectory()) / download.downloadFileName())
        path, _ = QFileDialog.getSaveFileName(self, self._speak("Save"), proposed)
        if not path:
            download.cancel()
            return
        chosen = QFileInfo(path)
        download.setDownloadDirectory(chosen.absolutePath())
        download.setDownloadFileName(chosen.fileName())
        download.accept()

    def say(self, sentence: Mapping[str, Any], then: Callable[[str], Any], tries: int = _TRIES) -> None:
        """A sentence of the API in the dashboard's language; in the API's own where no page comes to say it."""

        def hear(text: object) -> None:
            if text or tries == 0:
                then(str(text or sentence["text"]))
            else:
                QTimer.singleShot(_AGAIN, self, lambda: self.say(sentence, then, tries - 1))

        self.page().runJavaScript(_SAY.replace("SENTENCE", json.dumps(sentence)), hear)

    def _listen(self) -> None:
        self.page().runJavaScript(_LANGUAGE, self._speak_as)

    def _speak_as(self, language: object) -> None:
        if isinstance(language, str) and language:
            self._speak.language = language

    def close_page(self) -> None:
        """Let the page go before its profile, as Qt wants it."""
        self._own.deleteLater()
        if self._tools is not None:
            self._tools.deleteLater()


def key_script(key: str) -> QWebEngineScript:
    """Gives the dashboard the access key of a daemon that asks for one, before it asks the person."""
    script = QWebEngineScript()
    script.setName("key")
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setSourceCode(f"sessionStorage.setItem({json.dumps(_KEY)}, {json.dumps(key)})")
    return script


def open_outside(url: str) -> None:
    """Open a link in the system's browser."""
    if opens_outside(url):
        QDesktopServices.openUrl(QUrl(url))
