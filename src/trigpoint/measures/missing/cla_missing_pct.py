from trigpoint.cases.looked_after_in_year import LookedAfterInYear
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_missing_pct = Measure(
    title="Children looked after who went missing in the year",
    counts=LookedAfterInYear,
    dated_by=LookedAfterInYear.as_at,
    needs=("ssd_missing",),
    exclude={"Series of short-term placements (V3 or V4)": LookedAfterInYear.is_short_term_series == 1},
    met=LookedAfterInYear.went_missing == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    variants={
        "kind": {
            "missing": {},
            "away": {"met": LookedAfterInYear.was_away == 1},
            "all": {"met": LookedAfterInYear.went_missing_or_away == 1},
        }
    },
    words={"met": "Went missing", "not_met": "Did not go missing", "all": "Looked after in the year"},
    source="DfE Children looked after, table G1; LAIT Children_missing, Children_Away",
    notes=(
        "Children, not episodes: those missing at any time of the year, also when they went before it began. They were "
        "looked after when they went."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 3/5
        child | born       | episodes                               | missing                       | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-03-28 to 2023-04-02      | met (missing on 1 April)
        B     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-03-28 to 2023-04-01      | not met (back by then)
        C     | 2009-01-01 | 2023-01-10 S C2 U6; end 2023-06-01 E4A | 2023-04-01 to 2023-04-01      | met (left later in the year)
        D     | 2009-01-01 | 2023-01-10 S C2 U6; end 2023-06-01 E4A | 2023-06-01 to 2023-06-03      | not met (not looked after when it went)
        E     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02 away; 2024-03-31 | met
        F     | 2009-01-01 | 2022-01-10 S C2 U6; end 2023-04-01 E4A | 2023-03-01                    | none (left before the year)

        financial_year to 2023-03-31 | as at 2024-04-30 | figure 1/1
        child | born       | episodes                               | missing                       | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-03-28 to 2023-04-02      | met (in both years)

        rolling12 to 2024-03-31 | as at 2024-04-30 | variant kind=away | figure 1/3
        child | born       | episodes                               | missing                       | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02      | not met
        E     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02 away | met
        G     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02 untyped | unknown: No type of absence recorded

        rolling12 to 2024-03-31 | as at 2024-04-30 | variant kind=all | figure 3/3
        child | born       | episodes                               | missing                       | expect
        A     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02      | met
        E     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02 away | met
        G     | 2009-01-01 | 2023-01-10 S C2 U6                     | 2023-05-01 to 2023-05-02 untyped | met
    """,
)
