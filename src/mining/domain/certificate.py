"""Until when the daemon's own certificate holds, and what is told while that is soon, or its new files are no good."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from mining.domain.message import Message, message

SOON = timedelta(days=14)  # before its end; whoever renews by rule has done so by then
CertificateCode = Literal["CERTIFICATE_EXPIRES", "CERTIFICATE_EXPIRED", "CERTIFICATE_REFUSED"]


@dataclass(frozen=True)
class CertificateFacts:
    """The certificate in use, and what became of a newer one."""

    expires: datetime | None  # None: it does not tell
    refused: str | None = None  # why the files, as they are now, are not used


class CertificateFault(NamedTuple):
    """One thing that is wrong with it."""

    code: CertificateCode
    message: Message


def faults_of(facts: CertificateFacts | None, now: datetime) -> tuple[CertificateFault, ...]:
    """What is wrong with it now; without a certificate, nothing."""
    if facts is None:
        return ()
    faults: list[CertificateFault] = []
    if facts.expires is not None and facts.expires <= now + SOON:
        until = f"{facts.expires:%Y-%m-%d %H:%M} UTC"
        if facts.expires <= now:
            faults.append(CertificateFault("CERTIFICATE_EXPIRED", message("certificate.expired", until=until)))
        else:
            faults.append(CertificateFault("CERTIFICATE_EXPIRES", message("certificate.expires", until=until)))
    if facts.refused is not None:
        refused = message("certificate.refused", issue=facts.refused)
        faults.append(CertificateFault("CERTIFICATE_REFUSED", refused))
    return tuple(faults)
