"""Many children taken at once, a column for each item; who needs more than that is told apart and taken one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from trigpoint.sources import values
from trigpoint.sources.columns import Column, pc
from trigpoint.sources.convert import Converted, by_distinct, days
from trigpoint.sources.dfe_api.payload import Child
from trigpoint.sources.dfe_api.reader import flag
from trigpoint.sources.dfe_api.shape import CHILD, Group, Item
from trigpoint.sources.limits import MAX_CELL_BYTES

Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

_HIDING = ("\\", "\x7f", " :", "\t:", "\n:", "\r:")
"""Where one of these stands, a key cannot be counted by its colon, or a text may hold what cannot be printed."""


@dataclass(frozen=True)
class Block:
    """The objects of a group: a column of their values for each item, and whose they are.

    `child` are places among the children, `around` those of the objects around them and `within` the ids of these, in
    the order of the payload. Days are days, flags Y or N, codes lists of texts in upper case, sorted, each once;
    everything else is text.
    """

    columns: dict[str, Column]
    child: Places
    around: Places
    within: Column

    def where(self, mask: Mask) -> Block:
        """The objects for which `mask` is true."""
        chosen = pa.array(mask)
        columns = {name: column.filter(chosen) for name, column in self.columns.items()}
        return Block(columns, self.child[mask], self.around[mask], self.within.filter(chosen))


def blocks(children: Sequence[Child]) -> tuple[dict[str, Block], Mask]:
    """A block for each group by its name, that of the children by none; and who of them is ordinary.

    Nothing is to be told of an ordinary child: its keys are known and given once, every value fits. Of others some
    objects are in the blocks and some are not.
    """
    taking = _Taking(children)
    plain = np.flatnonzero(taking.ordinary)
    nobody = pa.nulls(len(plain), pa.string())
    taking.take("", CHILD, [children[place].value for place in plain.tolist()], plain, plain, nobody)
    return taking.blocks, taking.ordinary & (taking.keys == [child.text.count('":') for child in children])


class _Taking:
    """Groups taken one after the other; whoever does not fit is no longer `ordinary`. `keys` counts them by child."""

    def __init__(self, children: Sequence[Child]) -> None:
        fits = [type(one.value) is dict and not any(sign in one.text for sign in _HIDING) for one in children]
        self.ordinary: Mask = np.array(fits, bool)
        self.keys: Places = np.zeros(len(children), np.int64)
        self.blocks: dict[str, Block] = {}

    def take(
        self, name: str, group: Group, objects: list[dict[str, Any]], child: Places, around: Places, within: Column
    ) -> None:
        """The objects of a group, and those within them."""
        self.keys += np.bincount(child, [len(one) for one in objects], len(self.keys)).astype(np.int64)
        known = group.items.keys() | group.groups.keys()
        if not known >= set().union(*objects):
            self._refuse(child, [not one.keys() <= known for one in objects])
        columns = {
            item_name: self._column(item, [one.get(item_name) for one in objects], child)
            for item_name, item in group.items.items()
        }
        self.blocks[name] = Block(columns, child, around, within)
        identity = columns[group.key] if group.key else pa.nulls(len(objects), pa.string())
        if group.key:
            self._refuse(child, identity.is_null())
        for inner_name, inner in group.groups.items():
            self._take_within(inner_name, inner, [one.get(inner_name) for one in objects], child, identity)

    def _take_within(self, name: str, group: Group, given: list[Any], child: Places, identity: Column) -> None:
        """One object where a list is meant is a list of one. Where one is meant, of several only the first counts."""
        objects: list[Any] = []
        places: list[int] = []
        for place, value in enumerate(given):
            if value is not None:
                listed = value if type(value) is list else [value]
                objects += listed
                places += [place] * len(listed)
        around = np.array(places, np.int64)
        if not group.many and not group.table:
            self._refuse(child, np.bincount(around, minlength=len(given)) > 1)
        fits = [type(one) is dict for one in objects]
        if not all(fits):
            self._refuse(child[around], np.invert(fits))
            objects, around = [one for one, is_one in zip(objects, fits, strict=True) if is_one], around[fits]
        self.take(name, group, objects, child[around], around, identity.take(pa.array(around)))

    def _refuse(self, child: Places, where: Any) -> None:
        self.ordinary[child[np.asarray(where, bool)]] = False

    def _column(self, item: Item, given: list[Any], child: Places) -> Column:
        if item.kind == "flag":
            return self._flags(given, child)
        if item.kind == "codes":
            return self._codes(given, child, item)
        texts = self._texts(given, child, item)
        if item.kind == "text":
            return texts
        read: Converted = days(texts) if item.kind == "day" else by_distinct(texts, values.whole, pa.int64())
        self.ordinary[child[read.bad]] = False
        return read.column if item.kind == "day" else read.column.cast(pa.string())

    def _texts(self, given: list[Any], child: Places, item: Item) -> Column:
        """Texts without space around them; an empty one is missing."""
        try:
            column: Column = pa.array(given, pa.string())
        except (TypeError, ValueError):
            fits = [one is None or type(one) is str for one in given]
            self._refuse(child, np.invert(fits))
            column = pa.array([one if is_one else None for one, is_one in zip(given, fits, strict=True)], pa.string())
        column = pc.utf8_trim_whitespace(column)
        lengths = pc.fill_null(pc.binary_length(column), 0).to_numpy()
        most = item.most or MAX_CELL_BYTES
        if lengths.max(initial=0) > most:  # in bytes at least as long as in characters
            characters = pc.fill_null(pc.utf8_length(column), 0).to_numpy()
            self._refuse(child, (lengths > MAX_CELL_BYTES) | (characters > most))
        return column if lengths.all() else pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)

    def _flags(self, given: list[Any], child: Places) -> Column:
        fits = [one is None or type(one) is bool or type(one) is str for one in given]
        read = {one: flag(one) for one, is_one in zip(given, fits, strict=True) if is_one}
        found = [read[one] if is_one else None for one, is_one in zip(given, fits, strict=True)]
        self._refuse(child, [n is None and g is not None and g != "" for n, g in zip(found, given, strict=True)])
        return pa.array(found, pa.string())

    def _codes(self, given: list[Any], child: Places, item: Item) -> Column:
        self._refuse(child, [one is not None and type(one) is not list for one in given])
        listed = [one if type(one) is list else [] for one in given]
        counts = np.array([len(one) for one in listed], np.int64)
        texts = iter(self._texts(list(chain.from_iterable(listed)), np.repeat(child, counts), item).to_pylist())
        found = [sorted({text.upper() for text in islice(texts, count) if text}) for count in counts.tolist()]
        return pa.array(found, pa.list_(pa.string()))
