"""What every room may use: atomic files, the full disk, guarded tasks."""
