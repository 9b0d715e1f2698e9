"""The columns of a workbook of targets: what each holds, in the words that its notes print."""

from dataclasses import dataclass

SHEET = "Targets"
EXAMPLE = "EXAMPLE: delete these rows"
"""The title of the rows that show how the workbook is filled in."""


@dataclass(frozen=True)
class TargetColumn:
    """A column by its heading; `kind` is text, number or day; `choices` are offered as a list."""

    name: str
    width: int
    says: str
    kind: str = "text"
    choices: tuple[str, ...] = ()


COLUMNS = (
    TargetColumn("set", 16, "Name of the target set, the same in every row."),
    TargetColumn("title", 28, "What pages call the set. The first row's counts."),
    TargetColumn("measure", 40, "Id of the measure. `trigpoint measures` lists them."),
    TargetColumn("variant", 26, "key=value. Leave it empty for the usual form of the figure."),
    TargetColumn("period_types", 22, "month, rolling12, ... separated by commas."),
    TargetColumn(
        "style",
        12,
        "How the figure is held against its target. two_sided: tolerance on both sides. one_sided: on the worse side. "
        "rag: bands of red, amber, green. ordered: thresholds such as RI, Good, Outstanding. range: inside is on "
        "target. composite: shares of grades.",
        choices=("two_sided", "one_sided", "rag", "ordered", "range", "composite"),
    ),
    TargetColumn("good", 8, "high or low: which side is good.", choices=("high", "low")),
    TargetColumn("target", 14, "A number, a range such as 138.0-168.6, to be set, or none.", "number"),
    TargetColumn("tolerance_low", 14, "Lower end of the tolerance.", "number"),
    TargetColumn("tolerance_high", 14, "Upper end of the tolerance.", "number"),
    TargetColumn(
        "bands",
        40,
        "name:low:high, joined by semicolons, an open end left empty: Red::45;Amber:45:60;Green:60:. For composite, "
        "name:target:tolerance: Good or better:80:60;RI or better:95:90.",
    ),
    TargetColumn("from", 13, "First day on which it holds.", "day"),
    TargetColumn("to", 13, "Last day on which it holds. Leave it empty while it does.", "day"),
    TargetColumn("agreed_by", 26, "Who agreed it, by role."),
    TargetColumn("agreed_on", 13, "When it was agreed.", "day"),
    TargetColumn("reference", 30, "What it was set against, such as England 2016/17: 25.7."),
    TargetColumn("rationale", 44, "Why this target, or why none."),
    TargetColumn("due", 13, "For a target to be set: the day after which it is due.", "day"),
    TargetColumn("bands_before", 40, "The bands of the year before, for the reader."),
)

NAMES = tuple(column.name for column in COLUMNS)
DAYS = tuple(column.name for column in COLUMNS if column.kind == "day")
NUMBERS = tuple(column.name for column in COLUMNS if column.kind == "number")
