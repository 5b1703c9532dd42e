"""What Windows and macOS tell of the machine through calls; Linux tells it in files, which the other modules read."""

import sys

if sys.platform == "win32":
    from mining.host.windows import has_opencl, may_lock_pages, people, processor
elif sys.platform == "darwin":
    from mining.host.macos import has_opencl, may_lock_pages, people, processor
else:
    from mining.domain.hardware import Processor

    def processor() -> Processor | None:
        """Not by a call."""
        return None

    def people() -> tuple[str, ...] | None:
        """Not by a call."""
        return None

    def has_opencl() -> bool | None:
        """Not by a call."""
        return None

    def may_lock_pages() -> bool | None:
        """There is no such right."""
        return None


__all__ = ["has_opencl", "may_lock_pages", "people", "processor"]
