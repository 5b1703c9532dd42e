"""Where a parser stumbled, for people."""

import json

import pytest
import yaml

from mining.foundation.text_place import place_in_text


def test_the_place_is_told_where_the_parser_knows_it() -> None:
    with pytest.raises(json.JSONDecodeError) as no_json:
        json.loads('{\n "a": ]')
    with pytest.raises(yaml.YAMLError) as no_yaml:
        yaml.safe_load("a: 1\nb: [1, 2\nc: 3")
    assert place_in_text(no_json.value) == " (line 2, column 7)"
    assert place_in_text(no_yaml.value).startswith(" (line ")
    assert place_in_text(RecursionError()) == ""
