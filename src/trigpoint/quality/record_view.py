"""Record views: the rows of a record table as rules see them."""

from __future__ import annotations

from typing import Any, ClassVar

from trigpoint.language.column import Child, Column, Date, Key, Number, Text
from trigpoint.quality.record_column import After, Followers, Last, Lost, Own, Uncopied, Via
from trigpoint.records.links import LINKS
from trigpoint.records.required import ANSWERS
from trigpoint.records.table import Field, Table

RECORD_VIEWS: dict[str, type[RecordView]] = {}
"""Every record view by the name of its table."""


class RecordView:
    """Base of the record views: one subclass a record table, its columns class attributes.

    `of` is the table; `child`, `start` and `end` are its columns that hold them. Rows with the same values in `line`
    follow one another: the next row of a line is the one that starts after this one. A view has only those of the
    columns below that its table allows; a rule without tables of its own is of every view that has what it reads.
    """

    id = Key("Record")
    child = Child()
    start = Date("Start")
    end = Date("End")
    as_at = Date("As-at date")
    born_on = Date("Date of birth")
    died_on = Date("Date of death")
    next_start = Date("Start of the next one")
    next_end = Date("End of the next one")
    place_of_id = Number("Which of the rows with its id")
    place_of_like = Number("Which of the rows alike but for their ids")
    unknown_code = Text("Code that is in no code set")
    outdated_code = Text("Code that was not in force")
    unknown_answer = Text("Answer that is neither yes nor no")

    of: ClassVar[type[Table]]
    fields: ClassVar[dict[str, Field]]
    line: ClassVar[tuple[Field, ...]]
    columns: ClassVar[dict[str, Column]]

    def __init_subclass__(
        cls,
        *,
        of: type[Table],
        child: Field | None = None,
        start: Field | None = None,
        end: Field | None = None,
        line: tuple[Field, ...] = (),
    ) -> None:
        cls.of, cls.line = of, line
        given = {"child": child, "start": start, "end": end}
        cls.fields = {name: field for name, field in given.items() if field is not None}
        own = {name: column for name, column in vars(cls).items() if isinstance(column, Column)}
        cls.fields |= {name: column.field for name, column in own.items() if isinstance(column, Own)}
        if stranger := [field for field in (*cls.fields.values(), *line) if field.table != of.name]:
            raise TypeError(f"{cls.__name__} is of {of.name}, which has no column {stranger[0].name}.")
        base = {name: column for name, column in vars(RecordView).items() if isinstance(column, Column)}
        absent = _absent(of, cls.fields, line)
        cls.columns = {name: column for name, column in (base | own).items() if name not in absent}
        RECORD_VIEWS[of.name] = cls

    @classmethod
    def reads(cls, names: frozenset[str]) -> frozenset[str]:
        """Names of every record table that the columns of these names are found in, its own among them."""
        found = {cls.of.name}
        for column in (cls.columns[name] for name in names):
            match column:
                case Via(read=field) | Last(read=field) | Followers(link=field):
                    found.add(field.table)
                case Lost(link=field):
                    found.add(LINKS[field.table][field.name].to_table)
                case Uncopied():
                    found |= {"ssd_cp_plans", "ssd_initial_cp_conference"}
                case After(column=other):
                    found |= cls.reads(frozenset({other.name}))
                case Column(name="born_on" | "died_on"):
                    found.add("ssd_person")
        return frozenset(found)


def _absent(of: type[Table], fields: dict[str, Any], line: tuple[Field, ...]) -> set[str]:
    """The columns of every view that this one cannot have."""
    lacking = {name for name in ("child", "start", "end") if name not in fields}
    if "child" in lacking:
        lacking |= {"born_on", "died_on"}
    if "start" in lacking or not line:
        lacking |= {"next_start", "next_end"}
    if "end" in lacking:
        lacking.add("next_end")
    if not of.key:
        lacking |= {"id", "place_of_id", "place_of_like"}
    if not any(field.codes for field in of.fields.values()):
        lacking |= {"unknown_code", "outdated_code"}
    if "start" in lacking:
        lacking.add("outdated_code")
    if not ANSWERS & of.fields.keys():
        lacking.add("unknown_answer")
    return lacking
