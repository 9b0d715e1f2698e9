"""Children taken together by the column are what they would be one by one; how the JSON is spaced decides nothing."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.sources import plan
from trigpoint.sources.dfe_api.blocks import blocks
from trigpoint.sources.dfe_api.payload import children
from trigpoint.sources.dfe_api.shape import CHILD, Group, Item

_ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, "", "  ", " x ", "\u00a0y\u2003", 5, 10**25, 1.0, True, False, [], {}, [None], "2020-02-30", ":a", "a:b"]
)
_LONG = st.sampled_from(["W" * 14, "Z" * 40, "\u00e9" * 13, "tab\t", "back\\slash", "\x7f", "\ud800"])
_FITTING: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["A1", "B2", "\u00e9", "S", "X1", "E45", "E11", "P"]),
    "day": st.sampled_from(["2020-02-03", "2021-12-31", "2020-02-03T10:00"]),
    "flag": st.sampled_from([True, False, "yes", "Y", "0", " n "]),
    "whole": st.sampled_from([3, "4", 5.0, "1.5"]),
    "codes": st.lists(st.sampled_from(["1A", " mob ", "AUT"]), max_size=3),
}


def value(item: Item) -> st.SearchStrategy[Any]:
    return st.one_of(*[_FITTING[item.kind]] * 12, _ODD, _LONG if item.kind == "text" else _ODD)


def objects(group: Group) -> st.SearchStrategy[Any]:
    """An object of a group; most have their id, few have more than they should."""
    items = {name: value(item) for name, item in group.items.items()}
    inner = {name: objects(one) | st.lists(objects(one), max_size=2) for name, one in group.groups.items()}
    identity = {group.key: st.sampled_from(["A1", "B2", "C3", "D4"])} if group.key else {}
    return st.fixed_dictionaries(identity, optional={n: s for n, s in (items | inner).items() if n not in identity})


_STRAY = st.sampled_from([{}, {}, {}, {"purge": True}, {"purge": False}, {"colour": "red"}])
_PAYLOADS = st.lists(st.tuples(objects(CHILD), _STRAY).map(lambda pair: pair[0] | pair[1]), min_size=1, max_size=6)


def taken(folder: Path, payload: Any, spaced: str) -> list[tuple[Any, ...]]:
    (folder / "payload.json").write_text(json.dumps(payload, separators=(",", spaced)))
    parts = plan([folder], "Kent").parts()
    return [(p.table, p.data.to_pydict(), p.rows_in, p.refused, p.repeated, list(p.issues)) for p in parts]


@settings(max_examples=120, deadline=None)
@given(_PAYLOADS)
def test_children_together_are_what_they_are_one_by_one(payload: Any) -> None:
    """A space before a colon is what nobody takes together."""
    with tempfile.TemporaryDirectory() as folder:
        assert taken(Path(folder), payload, ":") == taken(Path(folder), payload, " :")


def test_only_children_of_whom_nothing_is_told_are_taken_together() -> None:
    odd = [
        b'{"la_child_id":"A","sex":"M"}',
        b'{"la_child_id":"A","child_details":{"sex":"M","sex":"M"}}',
        b'{"la_child_id":"\\u0041"}',
        b'{"la_child_id":"A","purge":false}',
        b'{"la_child_id":"A","child_details":[{},{}]}',
        b'{"la_child_id":" "}',
        b'["A"]',
    ]
    plain = [b'{"la_child_id":"A","child_details":{"sex":" "},"social_care_episodes":null}', b'{ "la_child_id": "B" }']
    found = list(children(b"[" + b",".join(odd + plain) + b"]", "payload.json"))
    assert blocks(found)[1].tolist() == [False] * len(odd) + [True] * len(plain)
