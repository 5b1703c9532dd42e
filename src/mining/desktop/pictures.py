"""Drawings as pictures of fixed sizes: for the tray, for windows and for the menu of a desktop."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QIcon, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mining.desktop.menu_entry import icon


def rendered(svg: bytes, sizes: Iterable[int]) -> QIcon:
    """A drawing as an icon of these widths."""
    made = QIcon()
    for size in sizes:
        made.addPixmap(QPixmap.fromImage(image(svg, size)))
    return made


def icon_pngs(sizes: Iterable[int]) -> dict[int, bytes]:
    """The app's icon as PNG, by its width."""
    return {size: _png(image(icon(), size)) for size in sizes}


def image(svg: bytes, size: int) -> QImage:
    """A drawing as a square picture; it needs no screen."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return picture


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(buffer.data().data())
