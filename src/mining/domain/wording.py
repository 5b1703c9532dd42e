"""Wording, a sentence as an answer gives it: its text, and the code and parameters to say it in another language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from mining.domain.message import Message, Param, Sentence, described, message_of
from mining.domain.value import Value


def _unchanged(value: Any, read: ValidatorFunctionWrapHandler) -> Any:
    return value if isinstance(value, Sentence) else read(value)


Text = Annotated[str, WrapValidator(_unchanged)]
"""A text of an answer that stays a `Sentence` where it is one, so that its wording can be told beside it."""


class Worded(Value):
    """What has a sentence as `text`, `message` and `params`, also has what those alone do not tell."""

    parts: dict[str, "Wording"] = Field({}, description="Those of `params` that are sentences themselves.")
    more: tuple["Wording", ...] = Field((), description="Sentences that follow; `text` ends with them.")


class Wording(Worded):
    """A sentence, and what is needed to say it in another language."""

    text: str = Field(description="In English.")
    message: str | None = Field(None, description="The code of `text`; null where it is somebody else's words.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name; times in seconds.")

    @classmethod
    def of(cls, sentence: Message | str) -> Self:
        """The wording of a sentence, or of somebody else's words."""
        return cls.model_validate(described(sentence))


Worded.model_rebuild()


def worded(sentence: Message | str) -> dict[str, Any]:
    """The fields of what has a sentence as `text`, `message` and `params`."""
    return dict(Wording.of(sentence))


WORDING = "What is needed to say it in another language; null where it is somebody else's words."
PAYOUT_WORDINGS = "Those of `payout`, in the same order."
WARNING_WORDINGS = "The same sentences with what is needed to say them in another language, in the same order."


def sentence_of(wording: Any) -> Message | str:
    """The sentence of a wording, or of what has its fields."""
    if wording.message is None:
        return str(wording.text)
    parts = {name: text_of(each) for name, each in wording.parts.items()}
    return Message(wording.message, {**wording.params, **parts}, tuple(text_of(each) for each in wording.more))


def text_of(wording: Any) -> str:
    """The text of a wording, as a `Sentence` where it has a code."""
    sentence = sentence_of(wording)
    return Sentence(sentence, wording.text) if isinstance(sentence, Message) else sentence


def wording_of(text: str | None) -> Wording | None:
    """The wording of a text that is a sentence of ours; None for somebody else's words."""
    return Wording.of(text) if isinstance(text, Sentence) else None


def wordings_of(texts: Iterable[str]) -> tuple[Wording, ...]:
    """The wordings of some texts, one for each."""
    return tuple(Wording.of(each) for each in texts)


def warned(warnings: Iterable[str]) -> dict[str, Any]:
    """The two fields of an answer that tell warnings: as texts, and as wordings."""
    every = tuple(warnings)
    return {"warnings": every, "warning_wordings": wordings_of(every)}


def paid(lines: Iterable[str]) -> dict[str, Any]:
    """The two fields of an answer that tell what changes about who is paid: as texts, and as wordings."""
    every = tuple(lines)
    return {"payout": every, "payout_wordings": wordings_of(every)}


def each_param(sentence: Message | str, change: Callable[[str], str]) -> Message | str:
    """The sentence with every text in it changed: what is masked or shortened stays a sentence."""
    sentence = message_of(sentence)
    if isinstance(sentence, str):
        return change(sentence)
    params: Mapping[str, Param] = {
        name: _changed(each, change) if isinstance(each, str) else each for name, each in sentence.params.items()
    }
    return Message(sentence.code, params, tuple(_changed(each, change) for each in sentence.more))


def _changed(text: str, change: Callable[[str], str]) -> str:
    done = each_param(text, change)
    return Sentence(done) if isinstance(done, Message) else done
