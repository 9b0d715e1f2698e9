from trigpoint.cases.required_field import RequiredField
from trigpoint.language import HIGH, PeriodType, TrueRatio
from trigpoint.language.measure import PERCENT

data_quality_completeness_pct = TrueRatio(
    title="Completeness of required fields",
    counts=RequiredField,
    dated_by=RequiredField.as_at,
    numerator=RequiredField.populated,
    denominator=RequiredField.instances,
    times=100,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "Populated and valid", "all": "Rows in which a field is required"},
    source="CIN census and SSDA903 guides: required fields and validation rules",
    notes=(
        "Every row of every table that was given, whenever it is dated, as it stands at the as-at date: earlier dates "
        "have no figure. Break it down by table and by rule to see what is lacking."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-03-31 | figure 6/8
        rule                         | recorded                 | expect
        ssd_person.pers_sex          | M; ; X                   | counted 1 (blank, and not in the code set)
        ssd_person.pers_ethnicity    | WBRI; MWBC; NOBT         | counted 3
        ssd_person.pers_dob          | 2015-01-01; ; 2016-01-01 | counted 2
        ssd_person.pers_expected_dob | ; 2024-05-01;            | none (an unborn child needs no date of birth)

        snapshot to 2024-02-29 | as at 2024-03-31 | figure none
        rule                | recorded | expect
        ssd_person.pers_sex | M        | none (completeness is known today only)
    """,
)
