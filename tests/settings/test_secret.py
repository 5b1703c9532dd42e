"""Masks: they say the kind of a secret and nothing else, and are found again."""

import pytest

from mining.settings.secret import Masks, masked

URL = "discord://4711/a-token"


def test_a_mask_says_no_more_than_the_scheme() -> None:
    assert masked([URL, "s3cret"]) == ["discord://…", "…"]
    assert masked(None) is None
    shown = Masks().shown(URL)
    assert shown.startswith("discord://…")
    assert not {"4711", "token"} & set(shown.split("/"))


def test_two_secrets_have_two_masks_and_another_daemon_gives_others() -> None:
    masks = Masks()
    first, second, again = masks.shown([URL, URL + "2", URL])
    assert first == again != second
    assert Masks(b"another daemon's").shown(URL) != first


def test_a_mask_is_taken_for_what_it_stands_for_and_all_else_as_it_is() -> None:
    masks = Masks()
    assert masks.unmasked([masks.shown(URL), "new"], [URL, "other"]) == [URL, "new"]
    assert masks.unmasked(masks.shown(URL), URL) == URL
    assert [masks.unmasked(said, URL) for said in (None, 5, "a…b", "…")] == [None, 5, "a…b", "…"]
    for foreign in (Masks(b"another daemon's").shown(URL), masks.shown("gone")):
        with pytest.raises(ValueError, match="write the value in full"):
            masks.unmasked([foreign], [URL])
