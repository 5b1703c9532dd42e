"""What Wine 8 lacks and Windows has, for the tests that run there: a plugin of pytest."""

import _winapi

if hasattr(_winapi, "CopyFile2"):
    del _winapi.CopyFile2  # Wine ends who calls it; `shutil` copies in its older way where there is none
