"""Wish, what is remembered of a miner while no daemon runs: whose word it follows, kept in step with the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog

from mining.domain.errors import StorageFull
from mining.domain.miner import MinerRecord
from mining.domain.store import RecordStore

log = structlog.get_logger()


class DesiredState:
    """One miner's record. A person's word is kept before it is obeyed; what merely happened may be kept later."""

    def __init__(self, record: MinerRecord, records: RecordStore) -> None:
        self.record = record
        self.unsaved = False  # the record changed while the disk was full
        self.undecided = False  # what is wanted may be another in a moment, so no poll may act on it
        self._records = records

    async def promise(self, record: MinerRecord) -> None:
        """Take this record over, durably; StorageFull when it cannot be kept, and then nothing has changed."""
        # First here, then on the disk: whoever saves meanwhile must not put the old one behind the new one.
        old, self.record = self.record, record
        with self.in_doubt():
            try:
                await self._records.save_miner(record)
            except BaseException:
                self.record = old
                raise

    @contextmanager
    def in_doubt(self) -> Iterator[None]:
        """While a person's word is being obeyed, a poll must not enforce the one before."""
        self.undecided = True
        try:
            yield
        finally:
            self.undecided = False

    async def save(self, **changes: Any) -> None:
        """Change the record and keep it; a full disk only delays the keeping."""
        self.record = self.record.but(**changes)
        try:
            await self._records.save_miner(self.record)
            self.unsaved = False
        except StorageFull:
            self.unsaved = True
        except Exception:  # whatever is wrong with the memory, it must not cost mining
            log.exception("saving failed", miner=self.record.name)
