"""What an export of profiles holds, read for an import: each profile is judged by itself."""

import json
from collections.abc import Callable, Sequence
from functools import partial

from pydantic import ValidationError

from mining.domain.adapter import MinerType
from mining.domain.errors import ErrorDetail, InvalidInput, InvalidRequest
from mining.domain.message import phrase
from mining.domain.profile import ProfileDraft, ProfilesImport, Refused, draft_in
from mining.domain.request_body import MOST_IMPORTED_VALUES, json_in
from mining.domain.validation import errors_in
from mining.domain.wording import Wording, each_param, text_of, wordings_of

MOST_OF_A_PROFILE = 64 * 1024  # bytes


def import_items(raw: bytes | str) -> list[object]:
    """What an export holds, not looked at yet; an answer's envelope around it is taken off."""
    body = json_in(raw, MOST_IMPORTED_VALUES)
    if isinstance(body, dict) and body.get("success") is True:
        body = body.get("data")
    if not isinstance(body, dict):
        raise InvalidRequest([ErrorDetail("body", phrase("fault.not_an_object_such_as", example='{"profiles": […]}'))])
    try:
        return ProfilesImport.model_validate(body).profiles
    except ValidationError as error:
        raise InvalidRequest(errors_in(error, ProfilesImport)) from error


def read_item(item: object, kind_of: Callable[[str], MinerType]) -> ProfileDraft | Refused:
    """One profile of an import, good or refused by itself."""
    if not isinstance(item, dict):
        return _refused("", [phrase("fault.item_not_an_object")])
    try:
        if len(json.dumps(item)) > MOST_OF_A_PROFILE:
            return _refused(str(item.get("name", "")), [phrase("fault.profile_too_large")])
        return draft_in(item, kind_of)
    except InvalidInput as error:
        return _refused(str(item.get("name", "")), [fault.whole for fault in error.errors])


def _refused(name: str, sentences: Sequence[str]) -> Refused:
    short = [text_of(Wording.of(each_param(each, partial(_writable, most=1000)))) for each in sentences]
    return Refused(_writable(name, 100), _writable("; ".join(short), 1000), wordings_of(short))


def _writable(text: str, most: int) -> str:
    """The beginning of a text, without halves of characters, which no answer can carry."""
    return text[:most].encode("utf-8", "replace").decode()
