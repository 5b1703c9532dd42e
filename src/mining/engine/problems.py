"""What is wrong with the daemon itself, for status and health."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.domain.certificate import CertificateFault
from mining.domain.message import Sentence, message
from mining.engine.foreign import AnyMiner


def problems(
    troubles: Sequence[str], certificate: Sequence[CertificateFault], miners: Mapping[str, AnyMiner]
) -> Sequence[dict[str, Any]]:
    """Troubles of the memory and of the certificate, and miners whose text is lost."""
    memory = [{"code": "STORAGE", "text": text} for text in troubles]
    lost = [
        {"code": "LOG_NOT_KEPT", "miner": name, "text": Sentence(message("storage.text_lost"))}
        for name, miner in sorted(miners.items())
        if miner.text_lost
    ]
    return [*memory, *({"code": fault.code, "text": Sentence(fault.message)} for fault in certificate), *lost]
