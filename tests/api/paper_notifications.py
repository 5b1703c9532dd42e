"""Notifications on paper: whatever a test of them was told to answer."""

from mining.domain.alerts.notification import Deliveries, Delivery
from mining.domain.errors import NotSupported
from mining.domain.message import phrase
from tests.api.paper_rig import PaperRig


class PaperNotifications:
    """Keeps the promises of the Notifications protocol in memory; its answers are the rig's `deliveries`."""

    def __init__(self, rig: PaperRig) -> None:
        self._rig = rig

    async def test(self) -> Deliveries:
        self._rig.calls.append(("notify",))
        if not self._rig.deliveries:
            raise NotSupported("No target is set.")
        return Deliveries(results=tuple(self._rig.deliveries))


TAKEN = Delivery(target="tgram://…9x", ok=True)
FAILED = Delivery.failed("json://…80", phrase("delivery.late"))
