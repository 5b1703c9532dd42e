"""What every room may use, and what knows none of them: atomic files, the full disk, the clock, guarded tasks."""
