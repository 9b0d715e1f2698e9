from trigpoint.cases.neglect_case import NeglectCase
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

graded_care_profile_pct = Measure(
    title="Neglect cases with a graded care profile",
    counts=NeglectCase,
    dated_by=NeglectCase.as_at,
    met=NeglectCase.has_graded_care_profile == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    needs=("ext_screening",),
    words={"met": "Profile completed", "not_met": "None completed", "all": "Open neglect cases"},
    seeds=("cheshire_east 10",),
    source="Cheshire East",
    notes=(
        "Children on a plan for neglect, and children in need whose assessment found neglect (factor 16A). An audit of "
        "a few cases can give another figure: say which of the two is shown."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2/4
        child | plans         | categories   | referrals  | assessments              | assessment factors | graded care profiles | expect
        A     | 2024-01-10 to | NEG          |            |                          |                    | 2024-03-31           | met
        B     | 2024-01-10 to | EMO then NEG |            |                          |                    | 2024-04-01           | not met
        C     | 2024-01-10 to | NEG then EMO |            |                          |                    |                      | none
        D     |               |              | 2024-01-10 | 2024-01-10 to 2024-02-10 | 4A+16A             | 2020-01-01           | met
        E     |               |              | 2024-01-10 | 2024-01-10 to 2024-02-10 | 4A                 |                      | none
        F     | 2024-01-10 to | NEG          | 2024-01-10 | 2024-01-10 to 2024-02-10 | 16A                |                      | not met (one case)
        G     |               |              | 2024-01-10 closed 2024-03-31 | 2024-01-10 to 2024-02-10 | 16A |  | none
        H     |               |              | 2024-01-10 nfa | 2024-01-10 to 2024-02-10 | 16A            |                      | none
    """,
)
