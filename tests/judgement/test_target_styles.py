"""Every style of target from TOML: what is read, what is judged by it, and the sentence for every fault."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from trigpoint.judgement import entries, targets
from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.target import Target
from trigpoint.language.terms import Good

TOP = 'set = "ours"\ntitle = "Ours"\nagreed_by = "Board"\n'
ROW = '[[target]]\nmeasure = "a_pct"\nperiod_types = ["month"]\nfrom = 2018-04-01\n'
KINDS = {
    "two": 'target = 21\ntolerance = [17, 24]\ngood = "low"\n',
    "one": 'target = 90\ntolerance = 85\ngood = "high"\n',
    "one_low": 'target = 9\ntolerance = 12\ngood = "low"\n',
    "rag": 'style = "rag"\ntarget = 15\nbands = "Red:18:;Amber:16:18;Green::15"\ngood = "low"\n',
    "ordered": 'style = "ordered"\nbands = "RI:60:69;Good:70:79;Outstanding:80:100"\ngood = "high"\n',
    "range": "target = [138.0, 168.6]\n",
    "composite": 'style = "composite"\nbands = "Good or better:80:60;RI or better:95:90"\n',
    "to be set": 'target = "to be set"\ngood = "high"\ndue = 2019-01-01\n',
    "none": 'target = "none"\nrationale = "Small numbers"\n',
}


def written(folder: Path, *rows: str) -> Path:
    path = folder / "ours.toml"
    path.write_text(TOP + "".join(ROW + row for row in rows), encoding="utf-8")
    return path


def one(folder: Path, kind: str) -> Target:
    (found,) = targets.read(written(folder, KINDS[kind])).targets
    return found


@pytest.mark.parametrize(
    ("kind", "value", "state", "word"),
    [
        ("two", "24", "Within tolerance", ""),
        ("two", "16", "Better than range", ""),
        ("one", "90", "On target", "Better than target"),
        ("one", "85", "Within tolerance", "In Tolerance"),
        ("one", "84", "Outside tolerance", "Outside Tolerance"),
        ("one_low", "12", "Within tolerance", "In Tolerance"),
        ("rag", "15.6", "Within tolerance", "Amber"),
        ("ordered", "79", "On target", "Good"),
        ("range", "168.6", "On target", "On target"),
        ("range", "169", "Outside tolerance", "Above target range"),
        ("composite", "83", "Not assessed", ""),
        ("to be set", "83", "Target to be set", ""),
        ("none", "83", "No target", ""),
    ],
)
def test_a_figure_is_judged_by_its_style(tmp_path: Path, kind: str, value: str, state: str, word: str) -> None:
    judgement = judge(Decimal(value), one(tmp_path, kind))
    assert (judgement.state, judgement.word) == (state, word)


def test_an_entry_gives_back_every_style(tmp_path: Path) -> None:
    found = tuple(one(tmp_path, kind) for kind in KINDS)
    assert entries.from_table(entries.to_table(found)) == found


def test_an_entry_from_before_there_were_styles_is_two_sided() -> None:
    old = {"set": "s", "measure": "m", "variant": "", "period_type": "month", "agreed_by": "", "rationale": ""}
    old |= {"value": "21", "low": "17", "high": "24", "good": "low"}
    table = pa.Table.from_pylist([{**old, "start": date(2018, 4, 1), "end": None}])
    (target,) = entries.from_table(table)
    assert (target.style, target.status, target.value, target.good) == (
        Style.TWO_SIDED,
        Status.AGREED,
        Decimal(21),
        Good.LOW,
    )


def test_what_a_person_must_read_is_noted_and_nothing_is_lost(tmp_path: Path) -> None:
    found = targets.read(written(tmp_path, KINDS["rag"]))
    assert found.notes == (
        "ours.toml, target 1 (a_pct): between Amber (to 16) and Green (from 15) nothing is printed; "
        "the rule of decision 0014 fills it.",
    )
    unset = targets.read(written(tmp_path, KINDS["to be set"].replace("due = 2019-01-01\n", "")))
    assert "three quarters of figures; say in `due`" in unset.notes[0]
    assert len(found.targets) == len(unset.targets) == 1


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, 'target = "lots"\ngood = "up"\n', 'target = 3\ngood = "low"\ntolerance = [4, 5]\n')
    with pytest.raises(targets.TargetsError) as caught:
        targets.read(path)
    assert [fault.partition(":")[0] for fault in caught.value.faults] == [
        "ours.toml, target 1 (a_pct)",
        "ours.toml, target 1 (a_pct)",
        "ours.toml, target 2 (a_pct)",
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('style = "traffic"\ntarget = 1\ngood = "low"\n', "`style` is 'traffic'; give one of rag, two_sided"),
        ('bands = "Red::1;Green:1:"\ngood = "high"\n', "`style` is missing; say rag, ordered or composite"),
        ('style = "rag"\ngood = "high"\n', "`bands` is missing"),
        ('style = "rag"\nbands = "Red:1"\ngood = "high"\n', "`bands` makes no scale; 'Red:1' is not a band"),
        ('style = "rag"\nbands = "Red::1"\ngood = "high"\n', "`bands` makes no scale; there is one band"),
        (
            'style = "rag"\nbands = "R::1;G:2:"\ntarget = 1\ngood = "high"\n',
            "`target` 1 lies in R; give a target inside G",
        ),
        ('style = "rag"\nbands = "R::1;G:2:"\ntarget = 2\n', '"high" or "low"'),
        ('style = "composite"\nbands = "Good:80:90"\n', "`bands` makes no scale; 'Good:80:90' is not a level"),
        ("target = [3]\n", "`target` is not a pair; write it as [low, high]"),
        ("target = [5, 3]\n", "`target` 5 to 3 does not hold the target"),
        ('target = 90\ntolerance = 95\ngood = "high"\n', "`tolerance` 95 does not hold the target"),
        ('target = 90\ntolerance = 85\ngood = "low"\n', "`tolerance` 85 does not hold the target"),
        ('target = nan\ngood = "low"\n', "`target` is Decimal('NaN'), not a number"),
        ('target = "none"\n', "`rationale` is missing; say why there is no target"),
        ('target = 1\ngood = "low"\nagreed_on = "May"\n', "`agreed_on` is not a date"),
    ],
)
def test_every_fault_has_its_sentence(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(targets.TargetsError) as caught:
        targets.read(written(tmp_path, row))
    assert says in str(caught.value)
    assert str(caught.value).startswith("ours.toml, target 1 (a_pct): ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('set = "a"\ntitle = "b"\ntarget = 3\n', "`target` is not a list of tables"),
        ('set = 3\ntitle = "b"\n[[target]]\n', "`set` is not a text"),
        ('set = "a"\ntitle = "b"\nnote = "c"\n[[target]]\n', "`note` is not a key of a target file"),
    ],
)
def test_faults_of_the_whole_file(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(targets.TargetsError, match=says):
        targets.read(path)
