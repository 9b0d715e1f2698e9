"""Every rule of the records against its worked examples, each of them an authority of one snapshot."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trigpoint.engine import Engine
from trigpoint.engine.record_rules import checked, findings
from trigpoint.quality import rows
from trigpoint.quality.library import rules
from trigpoint.quality.record_example import RecordExample, record_examples
from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.record_view import RECORD_VIEWS, RecordView
from trigpoint.quality.records import EXAMPLES_AS_AT
from trigpoint.records import TABLES
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, Numbering

RULES = {name: cast("RecordRule", rule) for name, rule in rules("records").items()}
VIEWS = {name: view for name, view in vars(rows).items() if isinstance(view, type) and issubclass(view, RecordView)}
EXAMPLES = {
    f"{rule.id} {place}": (rule, example)
    for rule in RULES.values()
    for place, example in enumerate(record_examples(rule, VIEWS))
}


def written(examples: dict[str, RecordExample], folder: Path) -> Engine:
    """An engine on the examples, each an authority that gave every table."""
    numbering = Numbering(list(examples))
    parts: dict[str, list[pa.Table]] = defaultdict(list)
    for name, example in examples.items():
        for table, data in example.tables().items():
            named = data.add_column(0, "authority", pa.array([name] * data.num_rows, pa.string()))
            parts[table].append(numbering.numbered(name, table, named))
        parts[CHILDREN].append(numbering.children(name))
    parts[AUTHORITIES] = [numbering.authorities()]
    for table, found in parts.items():
        pq.write_table(pa.concat_tables(found), folder / f"{table}.parquet")
    given = dict.fromkeys(examples, frozenset(TABLES))
    return Engine({table: [folder / f"{table}.parquet"] for table in parts}, EXAMPLES_AS_AT, given)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Table and id of the rows that each rule finds in each example, by authority and rule."""
    examples = {name: example for name, (_, example) in EXAMPLES.items()}
    engine = written(examples, tmp_path_factory.mktemp("examples"))
    rows_of: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for view in RECORD_VIEWS.values():
        mine = [rule for rule in RULES.values() if view in rule.views()]
        for row in findings(engine, checked(engine, view, mine)).to_pylist():
            rows_of[row["authority"], row["rule"]].append((row["table"], row["record_id"] or ""))
    return rows_of


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_finds_the_rows_that_its_examples_say(
    name: str, found: dict[tuple[str, str], list[tuple[str, str]]]
) -> None:
    rule, example = EXAMPLES[name]
    assert sorted(found[name, rule.id]) == example.expected, example.line


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_row_that_fails_and_one_that_passes(rule: RecordRule) -> None:
    assert {example.fails for example in record_examples(rule, VIEWS)} == {True, False}
