"""The code lists that rules of the census write out, against the code sets of its columns: neither more nor fewer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from trigpoint.quality.cin_census import EXAMPLE_LOOK_UPS, MODULES
from trigpoint.quality.example import examples
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.codes import CODE_SETS, code_set

EVERY_CODE = sorted({code.code for codes in CODE_SETS.values() for code in codes})

LISTS = [
    ("4180", 2026, "SEX", "ChildIdentifiers child={0} Sex={0}"),
    ("4180", 2024, "GENDER", "ChildIdentifiers child={0} GenderCurrent={0}"),
    ("4220", 2026, "ETHNIC", "ChildCharacteristics child={0} Ethnicity={0}"),
    (
        "8540",
        2026,
        "DISABILITY",
        "ChildIdentifiers child={0} PersonBirthDate=01/05/2015; CINdetails child={0} ReferralNFA=0;"
        " Disabilities child={0} Disability={0}",
    ),
    ("8640", 2026, "REASON_FOR_CLOSURE", "CINdetails child={0} ReasonForClosure={0}"),
    ("8650", 2026, "PRIMARY_NEED", "CINdetails child={0} PrimaryNeedCode={0}"),
    ("8866", 2026, "REFERRAL_SOURCE", "CINdetails child={0} CINreferralDate=01/05/2025 ReferralSource={0}"),
    (
        "8897Q",
        2026,
        "ASSESSMENT_FACTORS",
        "Assessments child={0} AssessmentAuthorisationDate=01/05/2025;"
        " AssessmentFactorsList child={0} AssessmentFactors={0}",
    ),
    ("8905", 2026, "CATEGORY_OF_ABUSE", "ChildProtectionPlans child={0} InitialCategoryOfAbuse={0}"),
    ("8910", 2026, "CATEGORY_OF_ABUSE", "ChildProtectionPlans child={0} LatestCategoryOfAbuse={0}"),
]


@pytest.mark.parametrize(("code", "year", "codes", "rows"), LISTS, ids=[f"{one[0]}-{one[1]}" for one in LISTS])
def test_a_rule_takes_every_code_of_its_column_and_no_other(code: str, year: int, codes: str, rows: str) -> None:
    rule = cast("ReturnRule[Any]", rules("cin_census")[f"rule_{code.lower()}"])
    line = f"passes in {year}: " + "; ".join(rows.format(f'"{one}"') for one in EVERY_CODE)
    (example,) = examples(replace(rule, examples=line), MODULES, year)
    condition = rule.condition(year)
    assert condition is not None
    failing = {row.child.key for row in condition.failing(example.collection(MODULES, EXAMPLE_LOOK_UPS))}
    assert set(EVERY_CODE) - failing == set(code_set(codes, year))
