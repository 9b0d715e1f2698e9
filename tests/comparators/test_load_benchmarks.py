"""Published files: recognised by content, symbols as reasons, and every refusal in a sentence."""

from decimal import Decimal
from pathlib import Path

import pytest
from invented_files import long_table, neighbours_workbook

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.load import load
from trigpoint.comparators.schema import NEIGHBOURS, VALUES
from trigpoint.comparators.symbols import Withheld, value_or_reason

ROWS = [
    ("ReReferral", "2025", "Ashmere", "81.400000000000006", 301.0, "Outer London"),
    ("ReReferral", "2025", "Brackwater", "-", 302.0, "Outer London"),
    ("ReReferral", "2025", "London (Outer)", "20.5", 988.0, "NA"),
    ("ReReferral", "2025", "England", "22.6", 970.0, "NA"),
]
DICTIONARY = 'Measure_short,Measure,Polarity,"Last Update"\nReReferral,Re-referrals within 12 months,Low,45931\n'


def test_a_long_table_becomes_tidy_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text(DICTIONARY, encoding="utf-8")
    table = load(long_table(tmp_path / "download.bin", ROWS)).table
    assert table.schema.equals(VALUES)
    ashmere, brackwater, region, england = table.to_pylist()
    assert ashmere["value"] == Decimal("81.4")
    assert (ashmere["level"], ashmere["area_code"], ashmere["region"]) == ("authority", "301", "London (Outer)")
    assert (ashmere["title"], ashmere["polarity"]) == ("Re-referrals within 12 months", "low")
    assert str(ashmere["published"]) == "2025-10-01"
    assert (brackwater["value"], brackwater["reason"]) == (None, "not published")
    assert (region["level"], region["area"], region["region"]) == ("region", ashmere["region"], "")
    assert england["level"] == "england"


def test_without_its_dictionary_a_series_keeps_its_short_name(tmp_path: Path) -> None:
    row = load(long_table(tmp_path / "long.parquet", ROWS)).table.to_pylist()[0]
    assert (row["title"], row["polarity"], row["published"]) == ("ReReferral", "", None)


def test_a_cell_that_cannot_be_read_names_its_place(tmp_path: Path) -> None:
    path = long_table(tmp_path / "long.parquet", [*ROWS, ("LAC", "2024", "Ashmere", "about 70", 301.0, "Outer London")])
    with pytest.raises(BenchmarksError, match=r"long\.parquet, row 6 \(LAC, Ashmere, 2024\): 'about 70' is neither"):
        load(path)


def test_a_neighbours_workbook_gives_ranked_rows(tmp_path: Path) -> None:
    header: list[str | float] = ["LA num", "LA Name", "LA number", "GOInd", "GOReg"]
    ashmere: list[str | float] = [301.0, "Ashmere ", 301.0, 3.0, "London (Outer)"]
    for rank in range(1, 11):
        header += [f"SN{rank}", "SNP"]
        ashmere += [400.0 + rank, "very close"]
    top: list[str | float] = [float(n) for n in range(25)]
    below: list[str | float] = ["Old SNs:", *[""] * 24]
    table = load(neighbours_workbook(tmp_path / "sn_2030.xlsx", [top, header, ashmere, below])).table
    assert table.schema.equals(NEIGHBOURS)
    rows = table.to_pylist()
    assert [row["neighbour_code"] for row in rows] == [str(400 + rank) for rank in range(1, 11)]
    assert (rows[0]["area"], rows[0]["rank"], rows[0]["closeness"]) == ("Ashmere", 1, "Very close")
    assert rows[0]["source"].endswith("(sn_2030)")


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"PAR1 but no more", b"PK\x03\x04 but no workbook", b""])
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.dat"
    path.write_bytes(content)
    with pytest.raises(BenchmarksError, match=r"other\.dat is not a file of published figures"):
        load(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,204.50", Decimal("1204.5")),
        ("-3", Decimal(-3)),
        ("1e2", Decimal(100)),
        ("[c]", Withheld.SUPPRESSED),
        ("*", Withheld.SUPPRESSED),
        (" z ", Withheld.NOT_APPLICABLE),
        (":", Withheld.NOT_AVAILABLE),
        ("Low", Withheld.ROUNDS_TO_ZERO),
        ("k", Withheld.ROUNDS_TO_ZERO),
        ("~", Withheld.ROUNDS_TO_ZERO),
        ("[x]", Withheld.NOT_AVAILABLE),
        ("", Withheld.NOT_PUBLISHED),
        ("u", Withheld.LOW_RELIABILITY),
        ("-", Withheld.NOT_PUBLISHED),
    ],
)
def test_symbols(text: str, found: Decimal | Withheld) -> None:
    assert value_or_reason(text) == found


@pytest.mark.parametrize("text", ["n/k", "12%", "nan", "Infinity"])
def test_what_is_neither_number_nor_symbol_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="neither a number nor a known symbol"):
        value_or_reason(text)
