from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language import LOW, Measure, PeriodType

_OTHER = "Another type of absence"
_NO_TYPE = "No type of absence recorded"

missing_episodes = Measure(
    title="Missing episodes",
    counts=MissingEpisode,
    dated_by=MissingEpisode.started_on,
    where=MissingEpisode.is_continuation == 0,
    exclude={
        _OTHER: MissingEpisode.kind != "M",
        "Not looked after on the day the episode began": MissingEpisode.is_looked_after == 0,
    },
    unknown={_NO_TYPE: MissingEpisode.kind.is_missing()},
    needs=("ssd_cla_episodes",),
    good=LOW,
    unit="episodes",
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "kind": {
            "missing": {},
            "away": {"exclude": {_OTHER: MissingEpisode.kind != "A"}},
            "all": {
                "exclude": {_OTHER: ~MissingEpisode.kind.is_in("M", "A")},
                "unknown": {_NO_TYPE: None},
                "instead": {MissingEpisode.is_continuation: MissingEpisode.is_continuation_of_any},
            },
        },
        "scope": {"cla": {}, "all": {"exclude": {"Not looked after on the day the episode began": None}}},
    },
    source="DfE Children looked after, G series; Annex A, list 8",
    notes="Episodes of one type that overlap are one. One that begins on the day another ends is an episode of its own.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 3
        child | born       | episodes                              | missing                                        | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-01 to 2024-03-04; 2024-03-03 to 2024-03-05 | counted (they overlap)
        B     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-01 to 2024-03-04; 2024-03-04 to        | counted, counted
        C     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-01 to 2024-03-04 away                  | excluded: Another type of absence
        D     | 2010-01-01 | 2023-01-10 S C2 U6; end 2024-03-01 E4A | 2024-03-01 to 2024-03-04                      | excluded: Not looked after on the day the episode began
        E     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-02-28 to 2024-03-04                       | none
        F     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-10 to untyped                          | unknown: No type of absence recorded

        month to 2024-03-31 | as at 2024-06-30 | variant kind=all;scope=all | figure 3
        child | born       | episodes                              | missing                                        | expect
        A     | 2010-01-01 |                                       | 2024-03-01 to 2024-03-04; 2024-03-03 to 2024-03-05 away | counted
        B     | 2010-01-01 |                                       | 2024-03-01 to 2024-03-04; 2024-03-04 to untyped | counted, counted

        month to 2024-03-31 | as at 2024-06-30 | variant kind=away | figure 1
        child | born       | episodes                              | missing                                        | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-02 to 2024-03-04 away                  | counted
        B     | 2010-01-01 | 2023-01-10 S C2 U6                    | 2024-03-02 to 2024-03-04                       | excluded: Another type of absence
    """,
)
