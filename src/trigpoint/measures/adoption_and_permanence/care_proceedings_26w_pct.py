from trigpoint.cases.open_proceedings import OpenProceedings
from trigpoint.cases.proceedings import Proceedings
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_EARLY = "Final order before issue"

care_proceedings_26w_pct = Measure(
    title="Care proceedings completed within 26 weeks",
    counts=Proceedings,
    dated_by=Proceedings.final_order_on,
    unknown={_EARLY: Proceedings.is_final_before_issue == 1},
    met=Proceedings.final_order_on <= Proceedings.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12),
    variants={
        "status": {
            "concluded": {},
            "on_track": {
                "counts": OpenProceedings,
                "dated_by": OpenProceedings.as_at,
                "unknown": {_EARLY: None},
                "met": OpenProceedings.is_on_track == 1,
                "periods": (PeriodType.SNAPSHOT,),
            },
        },
        "level": {"child": {}, "case": {"once": Proceedings.case}},
    },
    words={"met": "Within 26 weeks", "not_met": "Longer", "all": "Proceedings concluded"},
    seeds=("trust003 T29",),
    source="Children Act 1989, section 32, as amended in 2014; MoJ family court statistics",
    notes=(
        "The 26 weeks begin with the day of issue. With status=on_track proceedings open at the date are on track when "
        "the final hearing is planned within them or, where none is planned, while they are not over."
    ),
    examples="""
        quarter to 2024-09-30 | as at 2024-10-31 | figure 1/4
        child | born       | proceedings              | expect
        A     | 2022-01-01 | 2024-01-08 to 2024-07-07 | met (day 182)
        B     | 2022-01-01 | 2024-01-08 to 2024-07-08 | not met
        C     | 2022-01-01 | to 2024-07-08            | unknown: No date of issue recorded
        D     | 2022-01-01 | 2024-08-08 to 2024-07-08 | unknown: Final order before issue
        E     | 2022-01-01 | 2024-01-08 to            | none
        F     | 2022-01-01 | 2024-01-08 to 2024-06-30 | none

        snapshot to 2024-07-31 | as at 2024-10-31 | variant status=on_track | figure 3/5
        child | born       | proceedings                         | expect
        A     | 2022-01-01 | 2024-02-01 to                       | met (31 July is the last day)
        B     | 2022-01-01 | 2024-01-31 to                       | not met
        C     | 2022-01-01 | 2024-02-01 to planned 2024-08-01    | not met
        D     | 2022-01-01 | 2024-07-01 to planned 2024-12-01    | met
        E     | 2022-01-01 | 2024-02-01 to 2024-08-15            | met (not yet concluded)
        F     | 2022-01-01 | 2024-02-01 to 2024-07-31            | none

        quarter to 2024-09-30 | as at 2024-10-31 | variant level=case | figure 2/3
        child | born       | proceedings                     | expect
        A     | 2022-01-01 | F1 2024-01-08 to 2024-07-08     | none (the case is listed with the child that decides)
        B     | 2020-01-01 | F1 2024-01-08 to 2024-07-07     | met
        C     | 2020-01-01 | F1 2024-02-08 to 2024-09-07     | not met (another case of the family)
        D     | 2020-01-01 | 2024-01-08 to 2024-07-07        | met

        snapshot to 2024-07-31 | as at 2024-10-31 | variant level=case;status=on_track | figure 1/1
        child | born       | proceedings                     | expect
        A     | 2022-01-01 | F1 2024-02-01 to                | met
        B     | 2022-01-01 | F1 2024-02-01 to                | none
    """,
)
