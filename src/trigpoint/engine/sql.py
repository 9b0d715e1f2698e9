"""Where the SQL that Ibis writes does not mean what was said, on one engine or on all: written so that it does."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.operations as ops
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.base import SQLGlotCompiler


class _Bracketed:
    """Conditions in brackets: `NOT a IS NULL` would be the contrary of a missing `NOT a`; Spark cannot read others."""

    def visit_Not(self, op: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        return sge.paren(super().visit_Not(op, **parts), copy=False)  # type: ignore[misc]

    def visit_InValues(self, op: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        return sge.paren(super().visit_InValues(op, **parts), copy=False)  # type: ignore[misc]

    def visit_IsNull(self, op: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        return sge.paren(super().visit_IsNull(op, **parts), copy=False)  # type: ignore[misc]

    def visit_NotNull(self, op: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        return sge.paren(super().visit_NotNull(op, **parts), copy=False)  # type: ignore[misc]


_SMALLEST = sge.Literal.string("!")
"""The sign after the space: texts that begin and end with it or a greater one have nothing to strip."""


def _is_number(key: Any) -> bool:
    return isinstance(key, ops.Field) and bool(key.dtype.is_integer())


class _ForDuckDB:
    """Sums as narrow as Ibis says they are: DuckDB's own have 128 bits, and so would all that is joined to them.

    Selects stay as they were built: DuckDB merges them faster than Ibis does.
    """

    f: Any
    if_: Any

    def translate(self, op: Any, **options: Any) -> Any:
        before, ibis.options.sql.fuse_selects = ibis.options.sql.fuse_selects, False
        try:
            return super().translate(op, **options)  # type: ignore[misc]
        finally:
            ibis.options.sql.fuse_selects = before

    def visit_Strip(self, op: Any, *, arg: Any) -> Any:  # noqa: N802 - Ibis names it
        """Only what begins or ends with white space is stripped: DuckDB looks at every sign of every text otherwise.

        The six signs of white space are smaller than any other that texts are written with.
        """
        bare = self.f.right(arg, 1)
        stands = sge.and_(
            sge.GTE(this=arg, expression=_SMALLEST.copy()), sge.GTE(this=bare, expression=_SMALLEST.copy())
        )
        stripped = super().visit_Strip(op, arg=arg)  # type: ignore[misc]
        return self.if_(stands, arg, stripped)

    def visit_DateAdd(self, op: Any, *, left: Any, right: Any) -> Any:  # noqa: N802 - Ibis names it
        return self._moved(op.right, sge.Add, left, right)

    def visit_DateSub(self, op: Any, *, left: Any, right: Any) -> Any:  # noqa: N802 - Ibis names it
        return self._moved(op.right, sge.Sub, left, right)

    def _moved(self, interval: Any, sign: type[sge.Binary], day: Any, by: Any) -> Any:
        """A day some days or months later or earlier. DuckDB makes a date-time of it, at four times the cost, unless
        it is a day so many days away; what is a date to Ibis is one here, too."""
        day = sge.cast(day, "DATE")
        if isinstance(interval, ops.Literal) and interval.dtype.unit.value == "D":
            return sge.paren(sign(this=day, expression=sge.Literal.number(interval.value)), copy=False)
        return sge.cast(sign(this=day, expression=by), "DATE")

    def visit_Sum(self, op: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        found = super().visit_Sum(op, **parts)  # type: ignore[misc]
        return sge.cast(found, "BIGINT") if op.dtype.is_integer() else found

    def visit_WindowFunction(self, op: Any, *, func: Any, group_by: Any, **parts: Any) -> Any:  # noqa: N802 - Ibis names it
        narrow = isinstance(op.func, ops.Sum) and isinstance(func, sge.Cast)
        parts |= {"func": func.this if narrow else func, "group_by": self._by_child(op, group_by)}
        found = super().visit_WindowFunction(op, **parts)  # type: ignore[misc]
        return sge.cast(found, "BIGINT") if narrow else found

    def _by_child(self, op: Any, group_by: Any) -> Any:
        """Keys of a window, with one number for a child of an authority: it takes a third less time than two.

        No two authorities have a child's number in common; rows without a child stay apart by authority.
        """
        keys = {key.name: made for key, made in zip(op.group_by, group_by, strict=True) if _is_number(key)}
        if not {"authority", "child"} <= keys.keys():
            return group_by
        nobody = sge.Sub(this=sge.Literal.number(-1), expression=keys["authority"].copy())
        child = self.f.coalesce(keys["child"], nobody)
        return [child, *(made for made in group_by if made is not keys["authority"] and made is not keys["child"])]


class _ForSpark:
    """What Ibis writes for Spark and Spark reads otherwise."""

    f: Any

    def visit_Strip(self, op: Any, *, arg: Any) -> Any:  # noqa: ARG002, N802 - Ibis names it
        # white space by its numbers: of the escape of a form feed Spark would read, and strip, the letter f
        spaces = [self.f.char(number) for number in (32, 9, 10, 11, 12, 13)]
        return self.f.anon.btrim(arg, self.f.concat(*spaces))

    def visit_IntegerRange(self, op: Any, *, start: Any, stop: Any, step: Any) -> Any:  # noqa: N802 - Ibis names it
        # Ibis takes one end from the other, and a sum without brackets is taken apart
        ends = {"start": sge.paren(start, copy=False), "stop": sge.paren(stop, copy=False)}
        return super().visit_IntegerRange(op, **ends, step=step)  # type: ignore[misc]


def mended(compiler: SQLGlotCompiler, *, spark: bool = False) -> SQLGlotCompiler:
    """The compiler of an engine, its gaps closed."""
    mends = (_ForSpark if spark else _ForDuckDB, _Bracketed)
    made: SQLGlotCompiler = type("Mended", (*mends, type(compiler)), {})()
    return made
