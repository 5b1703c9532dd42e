"""The admin's first key is told to whoever looks, and to no log."""

from pathlib import Path

import pytest

from mining.api.auth.first_words import first_words
from mining.api.settings import ApiSettings

KEY = "mp_7f0c1f6e_secret"
FILE = Path("/data/admin.token")


@pytest.mark.parametrize("seen", [True, False])
def test_a_key_is_printed_only_where_somebody_sees_it_now(seen: bool) -> None:
    words = "".join(first_words(ApiSettings(), KEY, FILE, seen))
    assert (KEY in words, str(FILE) in words) == (seen, True)
