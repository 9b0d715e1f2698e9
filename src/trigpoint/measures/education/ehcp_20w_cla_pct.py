from trigpoint.cases.education_plan import EducationPlan
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

ehcp_20w_cla_pct = Measure(
    title="Education, health and care plans of children in care issued within 20 weeks",
    counts=EducationPlan,
    dated_by=EducationPlan.issued_on,
    where=(EducationPlan.is_looked_after == 1) & (EducationPlan.is_issued == 1),
    unknown={
        "No outcome of the assessment recorded": EducationPlan.is_issued.is_missing(),
        "Issued before the request": EducationPlan.is_before_request == 1,
    },
    met=EducationPlan.issued_on <= EducationPlan.limit_on,
    needs=("ssd_cla_episodes",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "exceptions": {
            "include": {},
            "exclude": {"exclude": {"An exception to the 20 weeks applies": EducationPlan.has_exception == 1}},
        }
    },
    words={"met": "Within 20 weeks", "not_met": "Later", "all": "Plans issued for children in care"},
    seeds=("kent 13",),
    source="SEND Regulations 2014, regulation 13; DfE SEN2",
    examples="""
        month to 2024-06-30 | as at 2024-07-31 | figure 1/4
        child | born       | episodes                               | education plans                 | expect
        A     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-03 Y      | met (day 140)
        B     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-04 Y      | not met
        C     | 2015-01-01 | 2024-01-10 S V2 U6; end 2024-06-03 E4A | 2024-01-15 to 2024-06-03 Y      | none (no longer in care on the day)
        D     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-03 N      | none (no plan)
        E     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-03        | unknown: No outcome of the assessment recorded
        F     | 2015-01-01 | 2024-01-10 S V2 U6                     | to 2024-06-03 Y                 | unknown: No date of the request recorded

        month to 2024-06-30 | as at 2024-07-31 | variant exceptions=exclude | figure 0/1
        child | born       | episodes                               | education plans                 | expect
        A     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-04 Y      | not met
        B     | 2015-01-01 | 2024-01-10 S V2 U6                     | 2024-01-15 to 2024-06-04 Y exception | excluded: An exception to the 20 weeks applies
    """,
)
